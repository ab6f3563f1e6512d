import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { TimelineFormat } from '../../../shared/contract/timeline-export.ts';
import { screen } from '../../../shared/locales/screen.ts';
import { safeFileName } from '../../../shared/model/file-name.ts';
import type { DeskHandlers } from './desk.ts';

/** How a file of each form is called. */
const ENDINGS: Readonly<Record<TimelineFormat, string>> = {
  pdf: '.pdf',
  svg: '.svg',
  csv: '.csv',
  ics: '.ics',
  'timesketch-csv': '.timesketch.csv',
  'timesketch-jsonl': '.timesketch.jsonl',
};

export const timelineHandlers: DeskHandlers<'desk.exportTimeline'> = {
  'desk.exportTimeline': async (desk, order, { jobId }) => {
    const words = screen[desk.language()].desk;
    const { case: matter } = await desk.host.ask('case.get', { caseId: order.caseId });
    const ending = ENDINGS[order.format];
    const { filePath, canceled } = await dialog.showSaveDialog(desk.window(), {
      title: words['dialog.exportTimeline'],
      buttonLabel: words['dialog.save'],
      defaultPath: join(app.getPath('documents'), safeFileName(`${matter.reference} ${words['dialog.timeline'].toLowerCase()}${ending}`)),
    });
    if (canceled || !filePath) return null;
    const last = `.${ending.split('.').at(-1) ?? ''}`;
    const path = filePath.toLowerCase().endsWith(last) ? filePath : filePath + ending;
    return desk.host.ask('timeline.export', { ...order, path, language: desk.language() }, jobId);
  },
};
