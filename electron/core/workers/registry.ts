import type { TaskInput, TaskName, TaskOutput } from '../tasks/index.ts';
import type { TaskPort } from '../tasks/task-port.ts';

type Registry = {
  readonly [N in TaskName]: () => Promise<(input: TaskInput<N>, port: TaskPort) => TaskOutput<N> | Promise<TaskOutput<N>>>;
};

/**
 * Who does what `core/tasks` declares. Each is loaded on first use, so that a reader's library never weighs on start-up,
 * and a hostile file meets only the library it needs.
 */
export const registry: Registry = {
  'exhibit.read': async () => (await import('../readers/read.ts')).readOriginal,
  'exhibit.detect': async () => (await import('../readers/read.ts')).detectOriginal,
  'exhibit.pageImage': async () => (await import('../readers/image/page-image.ts')).drawPageImage,
  'suggestion.scan': async () => (await import('../domain/suggestions/scan.ts')).scanExhibit,
  'log.sheet': async () => (await import('../readers/logs/log-sheet.ts')).readSheet,
  'log.preview': async () => (await import('../readers/logs/log-preview.ts')).previewLog,
  'log.survey': async () => (await import('../readers/logs/log-look.ts')).surveyLog,
  'log.row': async () => (await import('../readers/logs/log-row.ts')).readRow,
  'log.events': async () => (await import('../readers/logs/log-events.ts')).readLogEvents,
  'object.seal': async () => (await import('../vault/objects/sealing.ts')).sealTask,
  'object.verify': async () => (await import('../vault/objects/sealing.ts')).verifyTask,
  'object.inspect': async () => (await import('../vault/objects/sealing.ts')).inspectTask,
  'object.export': async () => (await import('../vault/objects/sealing.ts')).exportTask,
  'print.exhibitPages': async () => (await import('../print/foreign/exhibit-pages.ts')).exhibitPagesTask,
  'print.caseFile': async () => (await import('../print/case-file/case-file-task.ts')).caseFileTask,
  'print.timelinePicture': async () => (await import('../print/timeline-files/timeline-picture.ts')).timelinePictureTask,
  'verify.caseFile': async () => (await import('../release/verify-task.ts')).verifyCaseFileTask,
};
