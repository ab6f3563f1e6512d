import { createHash } from 'node:crypto';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { Evidence, samples } from './pages/evidence.ts';
import { Viewer } from './pages/viewer.ts';

test.beforeEach(async ({ room, shell, folder }) => {
  await room.openCase(folder);
  await shell.go('Evidence');
});

test('an import names every duplicate and every failure with its reason', async ({ window, desktop, folder, looks }) => {
  const evidence = new Evidence(window, desktop);
  await looks.inEveryLook('evidence-empty');
  const heap = join(folder, 'heap');
  await mkdir(heap);
  await writeFile(join(heap, 'empty.txt'), '');
  await writeFile(join(heap, '口头陈述.txt'), '我当时在场。\n我听见他说的。');
  await symlink(samples.chat, join(heap, 'link.txt'));
  await evidence.importByDialog([samples.account, samples.sameAsAccount, heap], 'Ye Anning');
  await expect(evidence.result).toContainText('same content as EX-0001');
  await expect(evidence.result).toContainText('symbolic link');
  await looks.inEveryLook('evidence-import-result');
  await evidence.closeResult();
  await expect(evidence.row('口头陈述')).toBeVisible();
  await expect(evidence.row('EX-0001')).toContainText('Ye Anning');
});

test('files held over the screen are announced, and dropped ones are imported', async ({ window, desktop, looks }) => {
  const evidence = new Evidence(window, desktop);
  await evidence.drag([samples.chat], 'hold');
  await expect(window.getByText('Drop to import into this case')).toBeVisible();
  await looks.picture('evidence-drop');
  await evidence.importByDrop([samples.chat, samples.letter, samples.photo], 'Fang Yu');
  await expect(evidence.result).toContainText('3 files imported');
  await evidence.closeResult();
  await window.keyboard.press('/');
  await window.keyboard.type('chat');
  await expect(evidence.row('photo')).toBeHidden();
  await expect(evidence.row('chat')).toContainText('Fang Yu');
});

test('an export gives the very bytes back and leaves its custody entry; a verification finds them unchanged', async ({
  window,
  desktop,
  folder,
}) => {
  const evidence = new Evidence(window, desktop);
  const viewer = new Viewer(window);
  await evidence.importByDialog([samples.account, samples.clip], '');
  await evidence.closeResult();
  await evidence.row('EX-0001').click();
  await window.keyboard.press('Control+a');
  await window.getByRole('button', { name: 'Verify 2 exhibits' }).click();
  await expect(window.getByRole('dialog')).toContainText('2 exhibits are unchanged', { timeout: 30_000 });
  await window.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

  await evidence.open('EX-0001');
  const copy = join(folder, 'copy.pdf');
  await desktop.answerSaveDialog(copy);
  await viewer.choose('Export…');
  const dialog = window.getByRole('dialog', { name: 'Export EX-0001' });
  await expect(dialog).toContainText('outside the vault');
  await dialog.getByRole('button', { name: 'Choose where…' }).click();
  await expect(window.getByText(/EX-0001 was exported/)).toBeVisible();
  const digest = async (path: string) =>
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  expect(await digest(copy)).toBe(await digest(samples.account));
  await viewer.tab('Custody');
  await expect(window.getByRole('tabpanel')).toContainText('Exported');
});

test('a covered exhibit shows nothing until it is uncovered with a purpose, and that view stands in the ledger', async ({
  window,
  desktop,
  looks,
}) => {
  const evidence = new Evidence(window, desktop);
  const viewer = new Viewer(window);
  await evidence.importByDialog([samples.photo], 'Fang Yu');
  await evidence.closeResult();
  await evidence.open('EX-0001');
  await expect(viewer.page(1).getByRole('presentation')).toBeVisible();
  await viewer.choose('Cover');
  await expect(window.getByRole('heading', { name: 'This exhibit is covered' })).toBeVisible();
  await expect(viewer.page(1)).toBeHidden();
  await looks.inEveryLook('viewer-covered');
  await window.getByRole('button', { name: 'Uncover for this view' }).click();
  await expect(window.getByText('Say why, in a few words.')).toBeVisible();
  await window.getByLabel('Why do you need to see it?').fill('to count the places at the table');
  await window.getByRole('button', { name: 'Uncover for this view' }).click();
  await expect(viewer.page(1)).toBeVisible();
  await viewer.tab('Custody');
  await expect(window.getByRole('tabpanel')).toContainText('Covered exhibit viewed on purpose');
});
