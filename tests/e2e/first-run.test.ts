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
