import { dialog } from 'electron';
import { screen } from '../../../shared/locales/screen.ts';
import type { DeskHandlers } from './desk.ts';

export const certificateHandlers: DeskHandlers<'desk.importCertificate'> = {
  'desk.importCertificate': async (desk, { passphrase }) => {
    const words = screen[desk.language()].desk;
    const { filePaths } = await dialog.showOpenDialog(desk.window(), {
      title: words['dialog.certificate'],
      buttonLabel: words['dialog.choose'],
      properties: ['openFile'],
      filters: [{ name: words['dialog.pkcs12'], extensions: ['p12', 'pfx'] }],
    });
    const path = filePaths[0];
    return path === undefined ? null : desk.host.ask('vault.importCertificate', { path, passphrase });
  },
};
