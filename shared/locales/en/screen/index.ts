/** Every sentence of the screen, by room. */
export { allegation } from './allegation.ts';
export { clock } from './clock.ts';
export { desk } from './desk.ts';
export { event } from './event.ts';
export { evidence } from './evidence.ts';
export { job } from './job.ts';
export { ledger } from './ledger.ts';
export { log } from './log.ts';
export { overview } from './overview.ts';
export { people } from './people.ts';
export { release } from './release.ts';
export { settings } from './settings.ts';
export { shell } from './shell.ts';
export { suggestion } from './suggestion.ts';
export { timeline } from './timeline.ts';
export { vault } from './vault.ts';
