/** Every sentence of the case file, by chapter. */
export { certification } from './certification.ts';
export { chronology } from './chronology.ts';
export { clocks } from './clocks.ts';
export { cover } from './cover.ts';
export { custody } from './custody.ts';
export { document } from './document.ts';
export { exhibits } from './exhibits.ts';
export { parties } from './parties.ts';
export { schedule } from './schedule.ts';
export { signing } from './signing.ts';
export { silences } from './silences.ts';
export { timeline } from './timeline.ts';
export { verifying } from './verifying.ts';
