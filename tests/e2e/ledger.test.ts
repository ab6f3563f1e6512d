import { expect, test } from './fixtures.ts';

test('the ledger is read by chain and scope, entry by entry, and leads back to the exhibit', async ({
  window,
  room,
  shell,
  folder,
  looks,
}) => {
  await room.openSample(folder);
  await shell.go('Ledger');
  const grid = window.getByRole('grid', { name: 'Ledger' });
  await expect(grid.getByRole('row').nth(1)).toContainText('The same content was received again');

  await test.step('an entry with its hashes, chosen by keyboard', async () => {
    await grid.focus();
    await grid.press('Home');
    await grid.press('ArrowDown');
    await expect(shell.inspector).toContainText('Entry 36 of the custody ledger');
    await expect(shell.inspector).toContainText('Hash of the entry before');
    await looks.picture('ledger-entry');
    await looks.usable('an entry of the ledger');
    await shell.inspector.getByRole('button', { name: 'Close' }).click();
    await expect(shell.inspector).toBeHidden();
  });

  await test.step('the other chain, and the whole vault', async () => {
    await window
      .getByRole('button', { name: /^Chain|Custody/ })
      .first()
      .click();
    await window.getByRole('option', { name: /^Audit/ }).click();
    await expect(grid.getByRole('row').filter({ hasText: 'Event added' }).first()).toBeVisible();
    await expect(grid.getByRole('row').filter({ hasText: 'Vault created' })).toHaveCount(0);
    await window
      .getByRole('button', { name: /^Entries of|This case/ })
      .first()
      .click();
    await window.getByRole('option', { name: 'The whole vault' }).click();
    await expect(window.getByText(/of \d+ entries/)).toBeVisible();
    await looks.picture('ledger-audit');
  });

  await test.step('from a custody entry to its exhibit', async () => {
    await window
      .getByRole('button', { name: /^Chain|Audit/ })
      .first()
      .click();
    await window.getByRole('option', { name: /^Custody/ }).click();
    await grid.getByRole('link', { name: 'EX-0018' }).first().click();
    await expect(window.getByRole('heading', { level: 1 })).toContainText('EX-0018');
  });
});
