import { expect, test } from './fixtures.ts';
import { Clocks } from './pages/clocks.ts';
import { Timeline } from './pages/timeline.ts';

const RECORDER = 'Corridor recorder, 3rd floor';
const SEEN = 'He is seen in the corridor';
const DOOR = 'Door log: room 1216 opened';

test.beforeEach(async ({ room, folder }) => {
  await room.openCase(folder);
});

test('a case without clocks says how one is read; a clock of unknown offset puts nothing in order, a reading does, and its withdrawal takes that back', async ({
  window,
  shell,
  looks,
}) => {
  const [clocks, timeline] = [new Clocks(window), new Timeline(window)];
  await clocks.show();
  await expect(window.getByRole('heading', { name: 'No source clocks yet' })).toBeVisible();
  await looks.inEveryLook('clocks-empty');
  await clocks.add(RECORDER, 'Asia/Shanghai');
  await expect(clocks.card(RECORDER)).toContainText('Offset unknown');

  // One event whose time is known, and one stamped by the clock.
  await shell.go('Timeline');
  await timeline.add({ title: DOOR, when: '2031-05-14T23:30:00' });
  await window.getByRole('main').getByRole('button', { name: 'Add an event' }).click();
  await timeline.editor.getByLabel('What happened').fill(SEEN);
  await timeline.editor.getByLabel('When', { exact: true }).fill('2031-05-14 23:34:07');
  await timeline.editor.getByRole('button', { name: /Stamped by/ }).click();
  await window.getByRole('option', { name: new RegExp(RECORDER) }).click();
  await expect(timeline.editor).toContainText('offset unknown');
  await looks.inBothThemes('clocks-event-unknown');
  await timeline.editor.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(timeline.inspector.getByRole('heading', { level: 2 })).toHaveText(SEEN);
  await expect(timeline.inspector).toContainText('at a time not known');

  // The reading says what it was understood as and what it changes, before it is taken.
  await clocks.show();
  await clocks.fillReading(RECORDER, '2031-08-03 14:07:12', '2031-08-03 14:00:00');
  await expect(clocks.dialog).toContainText('7 min 12 s fast (± 2 s)');
  await expect(clocks.preview).toContainText('1 of 1 events will move.');
  await expect(clocks.preview.getByRole('row').filter({ hasText: SEEN })).toContainText('cannot tell');
  await expect(clocks.preview.getByRole('row').filter({ hasText: SEEN })).toContainText('the first came before the second');
  await looks.inEveryLook('clocks-reading');
  await clocks.takeReading();
  await expect(clocks.card(RECORDER)).toContainText('7 min 12 s fast (± 2 s), read on 3 Aug 2031 against NTP.');

  // On the timeline it now stands before the door log, with both times side by side.
  await shell.go('Timeline');
  await expect(timeline.chronology.getByRole('row').nth(1)).toContainText(SEEN);
  await expect(timeline.chronology.getByRole('row').nth(2)).toContainText(DOOR);
  await timeline.row(SEEN).click();
  await expect(timeline.inspector).toContainText('2031-05-14 23:34:07');
  await expect(timeline.inspector).toContainText('between 14 May 2031, 23:26:53 and 23:26:57');
  await looks.picture('clocks-event-corrected');

  // Withdrawn with a reason: the reading stays on record, the order is gone, and the history keeps the model there was.
  await clocks.show();
  await clocks.card(RECORDER).getByRole('button', { name: RECORDER }).click();
  await looks.inEveryLook('clocks-card');
  await clocks.inspector.getByRole('button', { name: /^Withdraw/ }).click();
  await clocks.dialog.getByRole('button', { name: 'Withdraw' }).click();
  await expect(clocks.dialog).toContainText('Say why.');
  await expect(clocks.preview).toContainText('cannot tell');
  await clocks.dialog.getByRole('textbox', { name: 'Reason' }).fill('It was read off the recorder of the lift.');
  await looks.inBothThemes('clocks-withdraw');
  await clocks.dialog.getByRole('button', { name: 'Withdraw' }).click();
  await expect(clocks.dialog).toBeHidden();
  await expect(clocks.card(RECORDER)).toContainText('Offset unknown');
  await expect(clocks.inspector).toContainText('withdrawn');
  await expect(clocks.inspector).toContainText('Reason: It was read off the recorder of the lift.');
  await shell.go('Timeline');
  await timeline.row(SEEN).click();
  await expect(timeline.inspector).toContainText('at a time not known');
});

test('settings are changed with a reason after showing what moves, an event serves as anchor, and a window is ready to be requested', async ({
  window,
  shell,
  looks,
}) => {
  const [clocks, timeline] = [new Clocks(window), new Timeline(window)];
  await clocks.show();
  await clocks.add(RECORDER, 'Asia/Shanghai');
  await clocks.fillReading(RECORDER, '2031-05-03 14:07:12', '2031-05-03 14:00:00');
  await clocks.takeReading();
  await clocks.fillReading(RECORDER, '2031-08-03 14:09:12', '2031-08-03 14:00:00', 'speaking clock');
  await clocks.takeReading();
  await expect(clocks.card(RECORDER)).toContainText('gains');

  await shell.go('Timeline');
  await timeline.add({ title: DOOR, when: '2031-05-14T23:30:00' });
  await clocks.show();
  await clocks.card(RECORDER).getByRole('button', { name: 'Take a reading' }).click();
  await clocks.dialog.getByRole('button', { name: /Known by/ }).click();
  await window.getByRole('option', { name: 'An event whose time is known otherwise' }).click();
  await clocks.dialog.getByRole('combobox', { name: /Event/ }).fill('Door');
  await window.getByRole('option', { name: new RegExp(DOOR) }).click();
  await clocks.dialog.getByRole('textbox', { name: 'The clock showed' }).fill('2031-05-14 23:37:27');
  await expect(clocks.dialog.getByRole('heading', { name: 'Understood as' })).toBeVisible();
  await looks.inBothThemes('clocks-anchor');
  await clocks.takeReading();

  await clocks.card(RECORDER).getByRole('button', { name: 'Change the settings' }).click();
  await clocks.dialog.getByRole('textbox', { name: 'Setting last changed' }).fill('2031-06-01 09:00');
  await expect(clocks.preview).toContainText('Before it was set on 1 Jun 2031');
  await looks.inEveryLook('clocks-settings');
  await clocks.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(clocks.dialog).toContainText('Say why.');
  await clocks.dialog.getByRole('textbox', { name: 'Reason' }).fill('Its own log says so.');
  await clocks.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(clocks.dialog).toBeHidden();
  await expect(clocks.card(RECORDER)).toContainText('Since it was set on 1 Jun 2031');
  await looks.inEveryLook('clocks-drift');

  await clocks.card(RECORDER).getByRole('button', { name: 'Request a window' }).click();
  await clocks.dialog.getByRole('textbox', { name: 'True time from' }).fill('2031-08-02 22:00');
  await clocks.dialog.getByRole('textbox', { name: 'to', exact: true }).fill('23:30');
  await expect(clocks.dialog).toContainText('2031-08-02 22:04:10 – 2031-08-02 23:44:14');
  await looks.inEveryLook('clocks-window');
  await clocks.dialog.getByRole('button', { name: 'Copy in English' }).click();
  await expect(window.getByText('Copied. The clipboard is cleared in a minute.')).toBeVisible();
  await window.keyboard.press('Escape');

  // The whole clock is reachable from the palette.
  await shell.findAndOpen('Clocks');
  await expect(window.getByRole('heading', { level: 1, name: 'Clocks' })).toBeVisible();
});
