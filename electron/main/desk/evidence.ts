import { join } from 'node:path';
import { app, dialog } from 'electron';
import { screen } from '../../../shared/locales/screen.ts';
import { safeFileName } from '../../../shared/model/file-name.ts';
import type { Desk, DeskHandlers } from './desk.ts';

export const evidenceHandlers: DeskHandlers<'desk.importEvidence' | 'desk.exportExhibit'> = {
  'desk.importEvidence': async (desk, { caseId, source, folders }, { jobId, paths }) => {
    const chosen = paths ?? (await choosePaths(desk, folders));
    if (chosen.length === 0) return null;
    const method = paths ? 'dropped on the window' : 'chosen in a dialog';
    return desk.host.ask('exhibit.import', { caseId, paths: [...chosen], source, method: `copied from disk, ${method}` }, jobId);
  },

  'desk.exportExhibit': async (desk, { exhibitId }, { jobId }) => {
    const words = screen[desk.language()].desk;
    const { exhibit } = await desk.host.ask('exhibit.get', { exhibitId });
    const { filePath, canceled } = await dialog.showSaveDialog(desk.window(), {
      title: words['dialog.export'],
      buttonLabel: words['dialog.save'],
      defaultPath: join(app.getPath('documents'), `${exhibit.number} ${safeFileName(exhibit.fileName, `${exhibit.number} `)}`),
    });
    if (canceled || !filePath) return null;
    return desk.host.ask('exhibit.export', { exhibitId, path: filePath, purpose: '' }, jobId);
  },
};

async function choosePaths(desk: Desk, folders: boolean): Promise<readonly string[]> {
  const words = screen[desk.language()].desk;
  const { filePaths } = await dialog.showOpenDialog(desk.window(), {
    title: words[folders ? 'dialog.importFolders' : 'dialog.importFiles'],
    buttonLabel: words['dialog.import'],
    properties: [folders ? 'openDirectory' : 'openFile', 'multiSelections', 'showHiddenFiles'],
  });
  return filePaths;
}
