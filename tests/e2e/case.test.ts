import { expect, test } from './fixtures.ts';
import { People } from './pages/people.ts';
import { matter } from './templates.ts';

test('a case is created, filled with people by keyboard, and its overview says what comes next', async ({
  room,
  shell,
  folder,
  window,
  looks,
}) => {
  await room.createVault(folder);
  await window.getByRole('button', { name: 'Create a case' }).click();
  await expect(window.getByRole('dialog', { name: 'Create a case' })).toBeVisible();
  await looks.inEveryLook('case-create');
  await window.keyboard.press('Escape');
  await shell.createCase(matter);
  await expect(window.getByRole('heading', { name: 'Name the people' })).toBeVisible();
  await expect(window.getByText('No complainant is named')).toBeVisible();

  const people = new People(window);
  await window.getByRole('button', { name: 'Add a person' }).click();
  await looks.inEveryLook('people-empty');
  await people.add({ name: 'Lin Yue', role: 'Complainant', position: 'sales assistant' });
  await people.add({ name: 'Gao Ren', role: 'Respondent', position: 'regional sales manager' });
  await people.add({ name: 'Brightwater Trading', role: 'Third party' });
  await people.add({ name: '陈思敏', role: 'Witness', position: '前台' });
  await people.row('Lin Yue').click();
  await expect(shell.inspector).toContainText('sales assistant');
  await looks.inEveryLook('people');

  await shell.go('Overview');
  await expect(window.getByText('No complainant is named')).toBeHidden();
  await looks.inEveryLook('overview');
  await shell.go('Cases');
  await looks.inEveryLook('cases');
});

test('people are chosen, removed and brought back with the keyboard', async ({ room, shell, folder, window }) => {
  await room.openCase(folder);
  await shell.go('People');
  const people = new People(window);
  for (const name of ['Ada', 'Ben', 'Cai']) await people.add({ name, role: 'Witness' });
  await people.grid.focus();
  await people.grid.press('Home');
  await expect(people.row('Ada')).toHaveAttribute('aria-selected', 'true');
  await people.grid.press('Shift+ArrowDown');
  await expect(people.row('Ben')).toHaveAttribute('aria-selected', 'true');
  await people.grid.press('Delete');
  await expect(people.row('Ada')).toBeHidden();
  await expect(people.row('Cai')).toBeVisible();
  await people.grid.press('Control+z');
  await expect(people.row('Ada')).toBeVisible();
  await expect(people.row('Ben')).toBeVisible();
  await window.getByRole('button', { name: 'Name', exact: true }).click();
  await expect(window.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
});

test('a case reference that is taken and a zone that does not exist are refused in words', async ({ room, shell, folder, window }) => {
  await room.openCase(folder);
  await shell.go('Cases');
  await window.getByRole('button', { name: 'Create a case' }).click();
  const dialog = window.getByRole('dialog', { name: 'Create a case' });
  await dialog.getByLabel('Reference').fill(matter.reference);
  await dialog.getByLabel('Title').fill('Another');
  await dialog.getByRole('button', { name: 'Create a case' }).click();
  await expect(dialog.getByRole('alert')).toHaveText(`There is already a case ${matter.reference} in this vault.`);
});

test('Ctrl K finds people, screens and commands, and goes there', async ({ room, shell, folder, window, looks }) => {
  await room.openCase(folder);
  await shell.go('People');
  const people = new People(window);
  await people.add({ name: 'Lin Yue', role: 'Complainant' });
  await window.keyboard.press('Control+k');
  await expect(window.getByRole('menuitem').first()).toBeVisible();
  await looks.inEveryLook('palette');
  await window.keyboard.press('Escape');
  await shell.findAndOpen('settings');
  await expect(room.heading).toHaveText('Settings');
  await shell.go('Cases');
  await shell.findAndOpen(matter.reference);
  await shell.findAndOpen('Lin Yue');
  await expect(shell.inspector).toContainText('Lin Yue');
  await shell.findAndOpen('dark');
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the screen stays whole at 200 % zoom', async ({ room, shell, folder, desktop, looks }) => {
  await room.openCase(folder);
  await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
  await looks.usable('overview at 200 %');
  await shell.go('Settings');
  await looks.usable('settings at 200 %');
  // The same layout as a picture: a window of half the width, because pictures of a zoomed page are cut at its unzoomed edge.
  await desktop.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.webContents.setZoomFactor(1);
    window?.setContentSize(720, 450);
  });
  await looks.picture('settings-zoom-200');
  await shell.findAndOpen(matter.reference);
  await looks.picture('overview-zoom-200');
});
