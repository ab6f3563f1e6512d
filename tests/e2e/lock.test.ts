import { expect, test } from './fixtures.ts';

test('a locked vault asks for the passphrase, explains a wrong one, and comes back where it was', async ({
  room,
  shell,
  folder,
  looks,
  window,
}) => {
  await room.createVault(folder);
  await shell.go('Settings');
  await shell.lock();
  await expect(window.getByText('The vault is locked.')).toBeVisible();
  await looks.inEveryLook('lock');
  await room.unlock('not the passphrase');
  await expect(window.getByRole('alert')).toHaveText('That passphrase does not open this vault');
  await expect(room.passphrase).toBeFocused();
  await expect(room.passphrase).toHaveValue('');
  await looks.inEveryLook('lock-wrong');
  await room.unlock();
  await expect(room.heading).toHaveText('Settings');
});

test('nobody at the computer, sleep and a locked screen each lock the vault and say so', async ({ room, folder, window, desktop }) => {
  await room.createVault(folder);
  for (const [event, sentence] of [
    ['suspend', 'when the computer went to sleep'],
    ['lock-screen', 'with the screen'],
  ] as const) {
    await desktop.app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);
    await expect(room.heading).toHaveText('Open a vault');
    await expect(window.getByText(sentence)).toBeVisible();
    await room.unlock();
    await expect(room.heading).toHaveText('Cases');
  }
  await desktop.app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 24 * 3600;
  });
  await expect(window.getByText('because nobody used the computer')).toBeVisible();
});

test('when the core process dies the keys are gone, the window says so, and the vault opens again', async ({
  room,
  folder,
  window,
  desktop,
}) => {
  await room.createVault(folder);
  await desktop.app.evaluate(({ app }) => {
    const core = app.getAppMetrics().find((one) => one.serviceName === 'Casewright core' || one.name === 'Casewright core');
    if (!core) throw new Error('no core process');
    process.kill(core.pid, 'SIGKILL');
  });
  await expect(window.getByText('stopped and was started again')).toBeVisible();
  await room.unlock();
  await expect(room.heading).toHaveText('Cases');
});

test('a second start on the same vault is told who uses it', async ({ room, folder, window, desktop }) => {
  await room.createVault(folder);
  const { launchDesktop, firstWindow } = await import('./fixtures.ts');
  const { Room } = await import('./pages/room.ts');
  const { PASSPHRASE } = await import('./templates.ts');
  const second = await launchDesktop(`${folder}/second`);
  try {
    const other = await firstWindow(second);
    const otherRoom = new Room(other, second);
    await second.answerOpenDialog([`${folder}/Matters.casewright`]);
    await other.getByRole('button', { name: /^Open a vault/ }).click();
    await expect(otherRoom.heading).toHaveText('Open a vault');
    await otherRoom.unlock(PASSPHRASE);
    await expect(other.getByRole('alert')).toContainText('The vault is in use by');
  } finally {
    await second.close();
  }
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Cases');
  expect(desktop.app.process().exitCode).toBeNull();
});

test('the recovery code opens the vault and gives a new passphrase', async ({ room, shell, folder, window, looks }) => {
  const code = await room.createVault(folder);
  await shell.lock();
  await window.getByRole('button', { name: /^Passphrase lost/ }).click();
  await window.getByLabel('Recovery code').fill(code.toLowerCase());
  await window.getByLabel('New passphrase').fill('eight slow boats under the bridge');
  await window.getByLabel('Passphrase again').fill('eight slow boats under the bridge');
  await looks.inEveryLook('recover');
  await window.getByRole('button', { name: 'Recover and open' }).click();
  await expect(room.heading).toHaveText('Cases');
  await shell.lock();
  await room.unlock('eight slow boats under the bridge');
  await expect(room.heading).toHaveText('Cases');
});
