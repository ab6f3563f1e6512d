import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { Evidence, samples } from './pages/evidence.ts';
import { Suggestions } from './pages/suggestions.ts';
import { Timeline } from './pages/timeline.ts';
import { Viewer } from './pages/viewer.ts';

const account = [
  'Note for the file.',
  '',
  'On the evening of 14 May we met the client in Lanzhen. The next morning I told my line manager.',
  'I wrote to human resources yesterday.',
  'The form is dated 5/4/2031.',
].join('\n');

test.beforeEach(async ({ room, shell, folder }) => {
  await room.openCase(folder);
  await shell.go('Evidence');
});

test('a text becomes cited events: its date is stated, two passages are accepted, one is dismissed, and all of it can be undone', async ({
  window,
  desktop,
  folder,
  shell,
  looks,
}) => {
  const evidence = new Evidence(window, desktop);
  const suggestions = new Suggestions(window);
  const timeline = new Timeline(window);
  await writeFile(join(folder, 'account.txt'), account);
  await evidence.importByDialog([join(folder, 'account.txt')], 'Fang Yu');
  await evidence.closeResult();
  await evidence.open('account.txt');

  // Before the date is known, nothing is guessed.
  await suggestions.openTab();
  await expect(suggestions.list.getByRole('option')).toHaveCount(4);
  await expect(suggestions.passage('yesterday')).toContainText('Asks:');
  await expect(suggestions.passage('14 May')).toContainText('the year is missing');
  await expect(window.locator('.original .dated-words').first()).toContainText('the evening of 14 May');
  await looks.inEveryLook('suggestions-asking');
  await window.getByRole('button', { name: 'State the document’s date' }).first().click();
  await suggestions.dating.getByLabel('The document’s date').fill('5/6/2031');
  await expect(suggestions.dating).toContainText('day and month could be swapped');
  await looks.inEveryLook('suggestions-date');
  await suggestions.dating.getByRole('button', { name: '5 Jun 2031' }).click();
  await suggestions.dating.getByRole('button', { name: 'State this date' }).click();
  await expect(suggestions.dating).toBeHidden();
  await expect(suggestions.passage('yesterday')).toContainText('4 Jun 2031');

  // One with a key, one through the form, one dismissed.
  await suggestions.passage('14 May').click();
  await expect(suggestions.detail).toContainText('the date stated for EX-0001, 5 Jun 2031');
  await looks.inEveryLook('suggestions');
  await suggestions.list.press('a');
  await expect(suggestions.toasts).toContainText('1 passage became an event.');
  await expect(suggestions.list.getByRole('option')).toHaveCount(3);
  await suggestions.passage('yesterday').click();
  await suggestions.list.press('e');
  await suggestions.editor.getByLabel('What happened').fill('Letter to human resources');
  await suggestions.editor.getByRole('button', { name: /Lane/ }).click();
  await window.getByRole('option', { name: /^Knowledge/ }).click();
  await looks.inBothThemes('suggestion-editor');
  await suggestions.editor.getByRole('button', { name: 'Accept as an event' }).click();
  await expect(suggestions.editor).toBeHidden();
  await suggestions.passage('The next morning').click();
  await suggestions.list.press('d');
  await expect(suggestions.list.getByRole('option')).toHaveCount(1);
  await expect(suggestions.toasts).toContainText('1 passage was dismissed.');

  // What could be read two ways is answered with a button.
  await suggestions.passage('5/4/2031').click();
  await expect(suggestions.detail.getByRole('button', { name: 'Accept as 5 Apr 2031' })).toBeVisible();
  await suggestions.detail.getByRole('button', { name: 'Accept as 5 Apr 2031' }).click();
  await expect(window.getByRole('heading', { name: 'Everything is decided' })).toBeVisible();

  // The events stand on the timeline with the very words.
  await shell.go('Timeline');
  await expect(window.getByRole('button', { name: 'From the evidence… (0)' })).toBeVisible();
  await looks.picture('suggestions-timeline');
  await timeline.row('Letter to human resources').click();
  await expect(timeline.inspector).toContainText('I wrote to human resources yesterday.');
  await expect(timeline.inspector).toContainText('EX-0001');
  await expect(timeline.row('We met the client in Lanzhen')).toBeVisible();

  // Undone: the event goes, and its passage is open again.
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: /^Undo: / }).click();
  await expect(window.getByRole('button', { name: 'From the evidence… (1)' })).toBeVisible();
  await window.getByRole('button', { name: 'From the evidence… (1)' }).click();
  await expect(suggestions.list.getByRole('option')).toHaveCount(1);
  await expect(suggestions.passage('5/4/2031')).toContainText('EX-0001');
});

test('the passages of the whole case are listed from the timeline, chosen with the keyboard and decided at once', async ({
  window,
  desktop,
  shell,
  looks,
}) => {
  const evidence = new Evidence(window, desktop);
  const suggestions = new Suggestions(window);
  await shell.go('Timeline');
  await window.getByRole('main').getByRole('button', { name: 'From the evidence…' }).click();
  await expect(suggestions.dialog).toContainText('No dated passages in the evidence');
  await looks.inEveryLook('suggestions-empty');
  await window.keyboard.press('Escape');
  await shell.go('Evidence');
  await evidence.importByDialog([samples.letter, samples.chat, samples.note], '');
  await evidence.closeResult();
  await shell.go('Timeline');
  const button = window.getByRole('button', { name: /From the evidence… \(\d+\)/ });
  await button.click();
  await expect(suggestions.passage('今天上午九点一刻')).toContainText('19 May 2031, 09:15');
  await expect(suggestions.dialog.getByText(/^Looking through/)).toBeHidden();
  await looks.inEveryLook('suggestions-case');

  await suggestions.list.focus();
  await suggestions.list.press('Home');
  await suggestions.list.press(' ');
  await suggestions.list.press('ArrowDown');
  await suggestions.list.press(' ');
  await suggestions.dialog.getByRole('button', { name: 'Accept 2' }).click();
  await expect(suggestions.toasts).toContainText('2 passages became events.');
  await suggestions.dialog.getByRole('button', { name: /^Accept all that need no question/ }).click();
  await expect(suggestions.toasts).toContainText(/\d+ passages became events\./);
  await suggestions.dialog.getByRole('button', { name: /Show/ }).click();
  await window.getByRole('option', { name: 'Decided' }).click();
  await expect(suggestions.passage('今天上午九点一刻')).toContainText('on the timeline');
  await suggestions.passage('今天上午九点一刻').click();
  await suggestions.list.press('o');
  await expect(suggestions.passage('今天上午九点一刻')).toBeHidden();
  await window.keyboard.press('Escape');
  await expect(new Timeline(window).row('周三去兰圳').first()).toBeVisible();
  // The filter of the page still answers to its key.
  await window.keyboard.press('/');
  await expect(window.getByRole('searchbox').first()).toBeFocused();
});

test('a covered exhibit shows none of its passages before it is uncovered', async ({ window, desktop, shell }) => {
  const evidence = new Evidence(window, desktop);
  const viewer = new Viewer(window);
  const suggestions = new Suggestions(window);
  await evidence.importByDialog([samples.letter], '');
  await evidence.closeResult();
  await evidence.open('EX-0001');
  await viewer.choose('Cover');
  await window.getByRole('tab', { name: /^Dated passages/ }).click();
  await expect(suggestions.list).toBeHidden();
  await shell.go('Timeline');
  await window
    .getByRole('main')
    .getByRole('button', { name: /From the evidence…/ })
    .click();
  await expect(suggestions.dialog).toContainText('No dated passages in the evidence');
});
