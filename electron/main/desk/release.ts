import { basename, join } from 'node:path';
import { app, dialog, shell } from 'electron';
import { screen } from '../../../shared/locales/screen.ts';
import { safeFileName } from '../../../shared/model/file-name.ts';
import type { DeskHandlers } from './desk.ts';

/** Where the releases of this session were saved; a path is never kept longer than the vault is open. */
const savedTo = new Map<string, string>();

export const releaseHandlers: DeskHandlers<'desk.releaseCaseFile' | 'desk.showRelease' | 'desk.verifyFile'> = {
  'desk.releaseCaseFile': async (desk, { caseId, language }, { jobId }) => {
    const words = screen[desk.language()].desk;
    const { case: matter, releases } = await desk.host.ask('case.get', {
      caseId,
    });
    const { filePath, canceled } = await dialog.showSaveDialog(desk.window(), {
      title: words['dialog.caseFile'],
      buttonLabel: words['dialog.sign'],
      defaultPath: join(app.getPath('documents'), safeFileName(`${matter.reference} case file ${releases + 1}.pdf`)),
      filters: [{ name: words['dialog.pdf'], extensions: ['pdf'] }],
    });
    if (canceled || !filePath) return null;
    const path = filePath.toLowerCase().endsWith('.pdf') ? filePath : `${filePath}.pdf`;
    const release = await desk.host.ask('release.caseFile', { caseId, path, language }, jobId);
    savedTo.set(release.id, path);
    return release;
  },

  'desk.showRelease': (_desk, { releaseId }) => {
    const path = savedTo.get(releaseId);
    if (path) shell.showItemInFolder(path);
    return { shown: path !== undefined };
  },

  'desk.verifyFile': async (desk, _input, { jobId, paths }) => {
    const words = screen[desk.language()].desk;
    const path =
      paths?.[0] ??
      (
        await dialog.showOpenDialog(desk.window(), {
          title: words['dialog.verify'],
          buttonLabel: words['dialog.choose'],
          properties: ['openFile'],
          filters: [{ name: words['dialog.pdf'], extensions: ['pdf'] }],
        })
      ).filePaths[0];
    if (path === undefined) return null;
    return {
      fileName: basename(path),
      verdict: await desk.host.ask('release.verify', { path, language: desk.language() }, jobId),
    };
  },
};

export function forgetReleases(): void {
  savedTo.clear();
}
