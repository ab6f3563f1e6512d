/** Every sentence of the command line, by room. */
export { cases } from './case.ts';
export { clock } from './clock.ts';
export { columns } from './columns.ts';
export { demo } from './demo.ts';
export { event } from './event.ts';
export { evidence } from './evidence.ts';
export { ledger } from './ledger.ts';
export { options } from './options.ts';
export { party } from './party.ts';
export { problems } from './problems.ts';
export { release } from './release.ts';
export { secrets } from './secrets.ts';
export { timeline } from './timeline.ts';
export { usage } from './usage.ts';
export { vault } from './vault.ts';
export { verify } from './verify.ts';
