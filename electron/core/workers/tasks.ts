import type { TaskPort } from '../tasks/task-port.ts';

/**
 * Everything a worker can be asked to do. Each task is loaded on first use, so that a reader's library
 * never weighs on start-up, and a hostile file meets only the library it needs.
 * A task takes and answers structured-cloneable values: `(input, port) => output | Promise<output>`.
 */
export const tasks = {
  'exhibit.read': async () => (await import('../readers/read.ts')).readOriginal,
  'exhibit.detect': async () => (await import('../readers/read.ts')).detectOriginal,
  'exhibit.picture': async () => (await import('../readers/picture/picture.ts')).drawPicture,
  'suggestion.scan': async () => (await import('../domain/suggestions/scan.ts')).scanExhibit,
  'log.sheet': async () => (await import('../readers/logs/log-sheet.ts')).readSheet,
  'log.preview': async () => (await import('../readers/logs/log-preview.ts')).previewLog,
  'log.survey': async () => (await import('../readers/logs/log-look.ts')).surveyLog,
  'log.row': async () => (await import('../readers/logs/log-row.ts')).readRow,
  'log.events': async () => (await import('../readers/logs/log-events.ts')).readLogEvents,
  'object.seal': async () => (await import('../vault/objects/sealing.ts')).sealTask,
  'object.verify': async () => (await import('../vault/objects/sealing.ts')).verifyTask,
  'object.export': async () => (await import('../vault/objects/sealing.ts')).exportTask,
  'report.exhibitPages': async () => (await import('../print/press/exhibit-pages.ts')).exhibitPagesTask,
  'report.caseFile': async () => (await import('../print/case-file/case-file-task.ts')).caseFileTask,
  'report.timelinePicture': async () => (await import('../print/timeline-files/timeline-picture.ts')).timelinePictureTask,
  'report.verify': async () => (await import('../verifier/verify-case-file.ts')).verifyCaseFileTask,
} as const satisfies Record<string, () => Promise<(input: never, port: TaskPort) => unknown>>;

export type TaskName = keyof typeof tasks;
type Task<N extends TaskName> = Awaited<ReturnType<(typeof tasks)[N]>>;
export type TaskInput<N extends TaskName> = Parameters<Task<N>>[0];
export type TaskOutput<N extends TaskName> = Awaited<ReturnType<Task<N>>>;
