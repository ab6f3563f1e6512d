/** Every word a moment is shown or explained with. Screen, case file and command line use the same ones. */
export { clock } from './clock.ts';
export { format } from './format.ts';
export { interpret } from './interpret.ts';
export { order } from './order.ts';
export { phrase } from './phrase.ts';
