export { clock } from './clock.ts';
export { format } from './format.ts';
export { interpret } from './interpret.ts';
export { order } from './order.ts';
export { phrase } from './phrase.ts';
