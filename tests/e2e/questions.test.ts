import { expect, test } from './fixtures.ts';
import type { Room } from './pages/room.ts';
import type { ShellPage } from './pages/shell-page.ts';
import { Timeline } from './pages/timeline.ts';

interface Given {
  readonly room: Room;
  readonly shell: ShellPage;
  readonly folder: string;
}

const sample = async ({ room, shell, folder }: Given): Promise<void> => {
  await room.openSample(folder);
  await shell.go('Timeline');
};

test('the open questions of a real case: each in a sentence, with its events, its sources and its stretch of the picture', async ({
  window,
  room,
  shell,
  folder,
  looks,
}) => {
  await sample({ room, shell, folder });
  const timeline = new Timeline(window);
  const toggle = window.getByRole('button', { name: /^Open questions \d+$/ });
  await toggle.focus();
  await window.keyboard.press('Enter');
  const panel = window.getByRole('complementary', { name: 'Open questions' });
  const silence = panel.getByRole('listitem').filter({ hasText: 'Two telephone calls to human resources' }).first();
  await expect(silence).toContainText('at least 2 d 12 h 12 min, at most 3 d 12 h 22 min');
  await expect(panel.getByRole('heading', { name: /^Memory gaps/ })).toBeVisible();
  await expect(panel).toContainText('held against nobody');
  await looks.inEveryLook('questions');

  const whole = await timeline.span.innerText();
  await silence.getByRole('button', { name: /^Show on the timeline/ }).click();
  await expect.poll(() => timeline.span.textContent()).not.toBe(whole);
  await looks.picture('questions-silence-shown');

  await silence.getByRole('link', { name: 'Security asks Ye Anning to leave' }).click();
  await expect(window.getByRole('complementary', { name: 'Security asks Ye Anning to leave' })).toBeVisible();
  await window.getByRole('button', { name: /^Back to \d+ open questions$/ }).click();
  await expect(silence).toBeVisible();
  await panel
    .getByRole('link', { name: /^EX-0001, / })
    .first()
    .click();
  await expect(window).toHaveURL(/evidence/);
});

test('a claim of order is added, compared with the clocks, removed and brought back', async ({ window, room, shell, folder, looks }) => {
  await sample({ room, shell, folder });
  await window.getByRole('button', { name: /^Open questions \d+$/ }).click();
  const panel = window.getByRole('complementary', { name: 'Open questions' });
  await panel.getByRole('button', { name: 'Add a claim of order' }).click();
  const dialog = window.getByRole('dialog', { name: 'Add a claim of order' });
  await dialog.getByRole('button', { name: 'Add the claim' }).click();
  await expect(dialog.getByText('Choose one.')).toHaveCount(3);
  const choose = async (field: string, text: string): Promise<void> => {
    await dialog.getByRole('combobox', { name: field }).fill(text);
    await window
      .getByRole('option', { name: new RegExp(text) })
      .first()
      .click();
  };
  await choose('Came first, as told', 'Second entry with the spare card');
  await choose('Came after it, as told', 'Client dinner');
  await choose('Said in', 'EX-0001');
  await dialog.getByLabel('Place').fill('page=5');
  await dialog.getByLabel('In these words').fill('before dinner');
  await looks.inBothThemes('claim-dialog');
  await dialog.getByRole('button', { name: 'Add the claim' }).click();
  await expect(dialog).toBeHidden();
  const differs = panel.getByText(
    'As told, “Second entry with the spare card” came before “Client dinner”. The account and the clocks differ.',
  );
  await expect(differs).toHaveCount(2);
  await panel.getByRole('button', { name: 'Remove the claim that “Second entry with the spare card” came before “Client dinner”' }).click();
  await expect(differs).toHaveCount(0);
  await window.getByRole('button', { name: 'Undo' }).last().click();
  await expect(differs).toHaveCount(2);
});

test('any two events are compared in the inspector: the order, the bounds, whether the other could have come first', async ({
  window,
  room,
  shell,
  folder,
  looks,
}) => {
  await sample({ room, shell, folder });
  const timeline = new Timeline(window);
  await timeline.row('Client dinner').click();
  const inspector = window.getByRole('complementary', { name: 'Client dinner' });
  const other = inspector.getByRole('combobox', { name: 'Another event' });
  await other.fill('Second entry');
  await window.getByRole('option', { name: /^Second entry with the spare card/ }).click();
  await expect(inspector).toContainText('Could “Second entry with the spare card” have come before “Client dinner”? No.');
  await expect(inspector.getByRole('img', { name: /^The bounds of both events/ })).toBeVisible();
  await inspector.getByRole('img', { name: /^The bounds of both events/ }).scrollIntoViewIfNeeded();
  await looks.inEveryLook('order-before');

  await other.fill('is said to touch');
  await window.getByRole('option', { name: /^Bo is said to touch Ye Anning at the table/ }).click();
  await expect(inspector).toContainText(/overlaps|cannot tell/);
  await looks.picture('order-other');
});

test('a case that leaves nothing open says so, and what was looked for', async ({ window, room, folder, shell, looks }) => {
  await room.openCase(folder);
  await shell.go('Timeline');
  const timeline = new Timeline(window);
  await timeline.add({ title: 'Client dinner', when: '2031-05-14T18:30/2031-05-14T21:50' });
  await window.getByRole('button', { name: 'Open questions 0' }).click();
  const panel = window.getByRole('complementary', { name: 'Open questions' });
  await expect(panel).toContainText('The record leaves nothing open that Casewright looks for');
  await expect(panel).toContainText('No claim of order yet.');
  await looks.inBothThemes('questions-none');
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(panel).toBeHidden();
  await expect(window.getByRole('button', { name: 'Open questions 0' })).toBeFocused();
});
