import { expect, test } from './fixtures.ts';
import { PASSPHRASE } from './templates.ts';

test('language, theme and rows follow the settings and stay after a restart', async ({ room, shell, folder, window, looks, desktop }) => {
  await room.createVault(folder);
  await shell.go('Settings');
  await expect(window.getByText('Made by Casewright for this user')).toBeVisible();
  await looks.inEveryLook('settings');
  await window.getByRole('button', { name: /Language/ }).click();
  await window.getByRole('option', { name: '简体中文' }).click();
  await expect(room.heading).toHaveText('设置');
  await window.getByRole('button', { name: /主题/ }).click();
  await window.getByRole('option', { name: '深色' }).click();
  await window.getByRole('button', { name: /行距/ }).click();
  await window.getByRole('option', { name: '宽松' }).click();
  await expect(window.locator('html')).toHaveAttribute('data-density', 'comfortable');
  const again = await desktop.startAgain();
  try {
    const next = await again.app.firstWindow();
    await expect(next.getByRole('heading', { level: 1 })).toHaveText('打开保险库');
    await expect(next.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(next.locator('html')).toHaveAttribute('data-density', 'comfortable');
    await expect(next.locator('html')).toHaveAttribute('lang', 'zh-CN');
  } finally {
    await again.close();
  }
});

test('the passphrase is changed, a second user is added, and both doors hold', async ({ room, shell, folder, window }) => {
  await room.createVault(folder);
  await shell.go('Settings');
  await window.getByRole('button', { name: 'Change the passphrase' }).click();
  const dialog = window.getByRole('dialog', { name: 'Change the passphrase' });
  const next = 'nine pale horses cross the ford';
  await dialog.getByLabel('Present passphrase').fill('wrong at first');
  await dialog.getByLabel('New passphrase').fill(next);
  await dialog.getByLabel('Passphrase again').fill(next);
  await dialog.getByRole('button', { name: 'Change the passphrase' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('That passphrase does not open this vault');
  await dialog.getByLabel('Present passphrase').fill(PASSPHRASE);
  await dialog.getByRole('button', { name: 'Change the passphrase' }).click();
  await expect(window.getByText('The passphrase was changed.')).toBeVisible();

  await window.getByRole('button', { name: 'Add a user' }).click();
  const user = window.getByRole('dialog', { name: 'Add a user' });
  await user.getByLabel('Name').fill('R. Brandt');
  await user.getByLabel('Passphrase', { exact: true }).fill('ten green bottles on a wall');
  await user.getByLabel('Passphrase again').fill('ten green bottles on a wall');
  await user.getByRole('button', { name: 'Add a user' }).click();
  await expect(window.getByText('R. Brandt can now open this vault.')).toBeVisible();

  await shell.lock();
  await room.unlock(PASSPHRASE);
  await expect(window.getByRole('alert')).toHaveText('That passphrase does not open this vault');
  await room.unlock(next);
  await expect(room.heading).toHaveText('Settings');
  await shell.lock();
  await window.getByRole('button', { name: /User/ }).click();
  await window.getByRole('option', { name: 'R. Brandt' }).click();
  await room.unlock('ten green bottles on a wall');
  await expect(window.getByRole('banner')).toContainText('R. Brandt');
});

test('the vault check says sound, with its count of what was looked at remembered', async ({ room, shell, folder, window, looks }) => {
  await room.createVault(folder);
  await shell.go('Settings');
  await window.getByRole('button', { name: 'Deep check' }).click();
  await expect(window.getByText('Sound. Nothing is missing, nothing was altered.')).toBeVisible();
  await expect(shell.status).toContainText('vault verified');
  await looks.picture('settings-checked');
});
