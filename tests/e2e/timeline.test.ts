import { expect, test } from './fixtures.ts';
import { Timeline } from './pages/timeline.ts';

const events = [
  { title: 'Client dinner', when: '2031-05-14T18:30~/2031-05-14T21:50' },
  { title: 'Door opened with the spare card', when: '2031-05-14T23:33:55' },
  { title: 'Line manager told', when: '2031-05-19 09:15', lane: 'Knowledge' },
  { title: 'Suspended', when: '2031-05-24', lane: 'Response' },
] as const;

test.beforeEach(async ({ room, shell, folder }) => {
  await room.openCase(folder);
  await shell.go('Timeline');
});

test('an empty timeline says what belongs there; an entry shows what was understood before it is saved', async ({ window, looks }) => {
  const timeline = new Timeline(window);
  await expect(window.getByRole('heading', { name: 'No events yet' })).toBeVisible();
  await looks.inBothThemes('timeline-empty');
  await window.getByRole('main').getByRole('button', { name: 'Add an event' }).click();
  const { editor } = timeline;
  await editor.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(editor).toContainText('An event needs a title.');
  await editor.getByLabel('When', { exact: true }).fill('31 April 2031');
  await expect(editor).toContainText('there is no such date in the calendar');
  await editor.getByLabel('When', { exact: true }).fill('2031-05-14 23:34');
  await expect(editor).toContainText('between 14 May 2031, 23:34 and 23:35');
  await expect(editor).toContainText('drawn as a bar');
  await editor.getByLabel('When', { exact: true }).fill('2031-05-14T23:33:55');
  await expect(editor).toContainText('drawn as a point');

  // A party made inside the form, and the form still whole.
  await editor.getByLabel('What happened').fill('Door opened with the spare card');
  await editor.getByRole('button', { name: 'New party…' }).click();
  await editor.getByLabel('Name', { exact: true }).fill('陈思敏');
  await editor.getByRole('button', { name: 'Add to the case' }).click();
  await expect(editor.getByRole('listitem').filter({ hasText: '陈思敏' })).toBeVisible();
  await expect(editor.getByLabel('What happened')).toHaveValue('Door opened with the spare card');
  await looks.inEveryLook('event-editor');

  // What was entered is not thrown away by a slip of the hand.
  await window.keyboard.press('Escape');
  await expect(editor).toContainText('Close without saving?');
  await editor.getByRole('button', { name: 'Go on editing' }).click();
  await editor.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(timeline.inspector).toContainText('陈思敏');
});

test('the picture is walked, zoomed and filtered with the keyboard, and the chronology follows', async ({ window, looks }) => {
  const timeline = new Timeline(window);
  for (const event of events) await timeline.add(event);
  await timeline.picture.focus();
  await timeline.picture.press('Home');
  await expect(timeline.span).toHaveText(/^14 May 2031 – 2\d May 2031$/);
  const whole = await timeline.span.innerText();
  await timeline.picture.press('Escape');
  await timeline.picture.press('ArrowRight');
  await expect(timeline.inspector.getByRole('heading', { level: 2 })).toHaveText('Client dinner');
  await timeline.picture.press('ArrowRight');
  await expect(timeline.row('Door opened')).toHaveAttribute('aria-selected', 'true');
  await timeline.picture.press('ArrowDown');
  await expect(timeline.inspector.getByRole('heading', { level: 2 })).toHaveText('Line manager told');
  await timeline.picture.press('+');
  await timeline.picture.press('+');
  await expect.poll(() => timeline.span.textContent()).not.toBe(whole);
  await timeline.picture.press('Home');
  await expect.poll(() => timeline.span.textContent()).toBe(whole);
  await looks.inBothThemes('timeline-keyboard');

  await timeline.picture.press('/');
  await window.keyboard.type('susp');
  await expect(timeline.chronology.getByRole('row')).toHaveCount(2);
  await expect(timeline.row('Suspended')).toBeVisible();
});

test('an event that was removed comes back by its undo, on the picture and in the table', async ({ window }) => {
  const timeline = new Timeline(window);
  for (const event of events.slice(0, 2)) await timeline.add(event);
  await timeline.row('Client dinner').click();
  await timeline.inspector.getByRole('button', { name: 'Remove' }).click();
  await expect(timeline.row('Client dinner')).toBeHidden();
  await window.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(timeline.row('Client dinner')).toBeVisible();
});

test('a mark under the pointer is chosen, dragging pans and the wheel zooms where it stands', async ({ window }) => {
  const timeline = new Timeline(window);
  for (const event of events) await timeline.add(event);
  await timeline.picture.focus();
  await timeline.picture.press('Home');
  await timeline.picture.press('Escape');
  await window.waitForTimeout(400);
  const box = await timeline.picture.boundingBox();
  if (!box) throw new Error('the picture has no place on the screen');
  // The last event's mark lies where the view says its instant is.
  const whole = await timeline.span.textContent();
  await window.mouse.move(box.x + box.width / 2, box.y + box.height - 20);
  await window.mouse.wheel(0, -400);
  await expect.poll(() => timeline.span.textContent()).not.toBe(whole);
  const zoomed = await timeline.span.textContent();
  await window.mouse.down();
  await window.mouse.move(box.x + box.width / 2 + 200, box.y + box.height - 20, { steps: 5 });
  await window.mouse.up();
  await expect.poll(() => timeline.span.textContent()).not.toBe(zoomed);
});
