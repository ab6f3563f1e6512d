/** `node big-timeline-child.ts FOLDER EVENTS`: the vault of big-timeline.ts, for tests whose runner cannot load the core; prints what it made. */
import { makeBigTimeline } from './big-timeline.ts';

const [folder = '', events = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await makeBigTimeline(folder, Number(events))));
