import { expect, test } from './fixtures.ts';

test('the first window explains in three ways how to begin', async ({ room, looks, window }) => {
  await expect(room.heading).toHaveText('A quiet place for hard evidence');
  await looks.inEveryLook('first-run');
  await room.beginCreating();
  await room.fillCreation();
  await looks.inEveryLook('create-vault');
  await window.getByRole('button', { name: 'Back' }).click();
  await expect(room.heading).toHaveText('A quiet place for hard evidence');
});

test('a vault is made, its recovery code is shown once, and the way on waits until it is written down', async ({
  room,
  desktop,
  folder,
  looks,
  window,
}) => {
  await desktop.answerSaveDialog(`${folder}/Matters`);
  await room.beginCreating();
  await room.fillCreation();
  await window.getByRole('button', { name: 'Choose the folder and create' }).click();
  await expect(room.heading).toHaveText('Your recovery code');
  await expect(window.getByRole('button', { name: 'Continue' })).toBeDisabled();
  await looks.inEveryLook('recovery-code');
  await window.getByText('I have written it down').click();
  await window.getByRole('button', { name: 'Continue' }).click();
  await expect(room.heading).toHaveText('Cases');
  await looks.inEveryLook('cases-empty');
});

test('a short or mistyped passphrase is explained before anything is made', async ({ room, window }) => {
  await room.beginCreating();
  await window.getByLabel('Your name').fill('M. Okafor');
  await window.getByLabel('Passphrase', { exact: true }).fill('short');
  await expect(window.getByText('7 more characters needed')).toBeVisible();
  await window.getByLabel('Passphrase', { exact: true }).fill('aaaaaaaaaaaaaaaa');
  await expect(window.getByText('It repeats the same few characters.')).toBeVisible();
  await window.getByLabel('Passphrase', { exact: true }).fill('seven quiet lamps along the river');
  await window.getByLabel('Passphrase again').fill('seven quiet lambs');
  await expect(window.getByText('The two passphrases are not the same.')).toBeVisible();
  await expect(window.getByRole('button', { name: 'Choose the folder and create' })).toBeDisabled();
});

test('the sample case is built on the way in and opens at its overview', async ({ room, window, looks }) => {
  await window.getByRole('button', { name: /^Open the sample case/ }).click();
  await expect(room.heading).toHaveText('Building the sample case');
  await looks.picture('sample-building');
  await expect(window.getByText('It protects invented people only.')).toBeVisible({ timeout: 90_000 });
  await expect(window.getByRole('navigation').getByRole('link', { name: 'Overview' })).toHaveClass(/active/);
  await looks.inEveryLook('overview-sample');
});
