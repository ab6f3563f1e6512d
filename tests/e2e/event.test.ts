import { expect, test } from './fixtures.ts';
import { Timeline } from './pages/timeline.ts';

test.beforeEach(async ({ room, shell, folder }) => {
  await room.openCase(folder);
  await shell.go('Timeline');
});

test('words that admit two readings are asked about, kept beside the chosen one, and left alone by a later edit', async ({
  window,
  looks,
}) => {
  const timeline = new Timeline(window);
  await window.getByRole('main').getByRole('button', { name: 'Add an event' }).click();
  const { editor } = timeline;
  await editor.getByLabel('What happened').fill('Leaflets in the canteen');
  const when = editor.getByLabel('When', { exact: true });
  await when.fill('5/6/2031');
  await expect(editor).toContainText('Is it 5 Jun 2031 or 6 May 2031?');
  await editor.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(editor).toBeVisible();
  await looks.inEveryLook('event-readings');
  await editor.getByRole('group', { name: 'Which one is meant?' }).getByRole('button', { name: '5 Jun 2031' }).click();
  await expect(editor.getByRole('region', { name: 'Understood as' }).or(editor.locator('.understood'))).toContainText('5 June 2031');
  await editor.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(timeline.inspector).toContainText('5 June 2031');
  await expect(timeline.inspector.locator('.verbatim')).toHaveText('5/6/2031');

  await timeline.inspector.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(when).toHaveValue('5/6/2031');
  await expect(editor.locator('.understood')).toContainText('5 June 2031');
  await editor.getByLabel('What happened').fill('Leaflets laid out in the canteen');
  await editor.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(timeline.inspector).toContainText('Leaflets laid out in the canteen');
  await expect(timeline.inspector).toContainText('5 June 2031');
  await expect(timeline.inspector.locator('.verbatim')).toHaveText('5/6/2031');
});

test('relative words are counted from a chosen event, and the form says so before anything is saved', async ({ window, looks }) => {
  const timeline = new Timeline(window);
  await timeline.add({ title: 'Client dinner', when: 'on the evening of 14 May 2031' });
  await expect(timeline.inspector).toContainText('14 May 2031');
  await window.getByRole('main').getByRole('button', { name: 'Add an event' }).click();
  const { editor } = timeline;
  await editor.getByLabel('What happened').fill('Line manager told');
  await editor.getByLabel('When', { exact: true }).fill('三天后');
  await expect(editor).toContainText('From which document or event is it counted?');
  const which = editor.getByRole('combobox', { name: 'Which event' });
  await which.fill('Client');
  await window.getByRole('option', { name: /Client dinner/ }).click();
  await expect(editor.locator('.understood')).toContainText('17 May 2031');
  await expect(editor.locator('.understood')).toContainText('Client dinner');
  await looks.inBothThemes('event-relative');
  await editor.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(timeline.inspector).toContainText('17 May 2031');
  await expect(timeline.inspector.locator('.verbatim').first()).toHaveText('三天后');
});

test('four moments, tags and an allegation made in the form; what it said before can be said again', async ({ window, looks }) => {
  const timeline = new Timeline(window);
  await window.getByRole('main').getByRole('button', { name: 'Add an event' }).click();
  const { editor } = timeline;
  await editor.getByLabel('What happened').fill('Touched at the dinner');
  await editor.getByLabel('When', { exact: true }).fill('14 May 2031 21:30~');
  await editor.getByRole('button', { name: 'When the organisation learned of it' }).click();
  await editor.getByRole('textbox', { name: /When the organisation learned of it/ }).fill('19 May 2031 09:15');
  await editor.getByRole('combobox', { name: 'Tags' }).fill('hotel');
  await editor.getByRole('combobox', { name: 'Tags' }).press('Enter');
  await editor.getByRole('combobox', { name: 'Tags' }).fill('dinner');
  await editor.getByRole('combobox', { name: 'Tags' }).press('Enter');
  await editor.getByRole('button', { name: 'New allegation…' }).click();
  await editor.getByLabel('What is alleged').fill('Touching without consent');
  await editor.getByRole('button', { name: 'Add to the case' }).click();
  await expect(editor.getByRole('listitem').filter({ hasText: 'A1' })).toBeVisible();
  await expect(editor.getByLabel('What happened')).toHaveValue('Touched at the dinner');
  await looks.inEveryLook('event-form');
  await editor.getByRole('button', { name: 'Save', exact: true }).click();
  const { inspector } = timeline;
  await expect(inspector).toContainText('19 May 2031, 09:15');
  await expect(inspector).toContainText('A1 Touching without consent');
  await expect(inspector.getByText('hotel', { exact: true })).toBeVisible();

  await inspector.getByRole('button', { name: 'Edit', exact: true }).click();
  await editor.getByLabel('When', { exact: true }).fill('14 May 2031 22:00');
  await editor.getByRole('button', { name: 'Take off the tag dinner' }).click();
  await editor.getByRole('button', { name: 'Save', exact: true }).click();
  await inspector.getByRole('button', { name: 'Show 1 earlier version' }).click();
  await expect(inspector.getByRole('listitem').filter({ hasText: 'Version 1' })).toContainText('hotel, dinner');
  await looks.inEveryLook('event-inspector');
  await inspector.getByRole('button', { name: 'Say this again' }).click();
  await expect(inspector).toContainText('about Wednesday, 14 May 2031, 21:30');
  await expect(inspector.locator('.verbatim').first()).toHaveText('14 May 2031 21:30~');
});

test('lane and tags of many events change in one act, and one undo takes it back; each step is named', async ({ window, looks }) => {
  const timeline = new Timeline(window);
  for (const [title, when] of [
    ['Client dinner', '2031-05-14 19:30'],
    ['Door opened', '2031-05-14 23:33'],
    ['Suspended', '2031-05-24'],
  ] as const)
    await timeline.add({ title, when });
  await timeline.row('Client dinner').click();
  await timeline.row('Suspended').click({ modifiers: ['Shift'] });
  const bar = window.getByRole('toolbar', { name: 'What to do to the chosen events' });
  await expect(bar).toContainText('3 events chosen');
  await bar.getByRole('button', { name: 'Tags' }).click();
  const dialog = window.getByRole('dialog', { name: 'Tags of 3 events' });
  await dialog.getByRole('combobox', { name: 'Put on' }).fill('trip');
  await dialog.getByRole('combobox', { name: 'Put on' }).press('Enter');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(window.getByRole('status').getByText('3 events were changed.')).toBeVisible();
  await bar.getByRole('button', { name: 'Lane' }).click();
  await window.getByRole('menuitem', { name: 'Public' }).click();
  await expect(timeline.chronology.getByText('Public')).toHaveCount(3);
  await looks.inEveryLook('chronology-chosen');

  const main = window.getByRole('main');
  await expect(main.getByRole('button', { name: 'Undo: changing 3 events' })).toBeEnabled();
  await timeline.chronology.focus();
  await window.keyboard.press('Control+z');
  await expect(timeline.chronology.getByText('Public')).toHaveCount(0);
  await window.keyboard.press('Control+z');
  await timeline.row('Door opened').click();
  await expect(timeline.inspector).not.toContainText('trip');
  await window.keyboard.press('Control+Shift+z');
  await expect(timeline.inspector).toContainText('trip');
  await window.keyboard.press('Control+y');
  await expect(timeline.chronology.getByText('Public')).toHaveCount(3);
  for (let step = 0; step < 2; step += 1) await window.keyboard.press('Control+z');
  await expect(main.getByRole('button', { name: 'Undo: adding “Suspended”' })).toBeEnabled();
  await window.keyboard.press('Control+z');
  await expect(timeline.row('Suspended')).toBeHidden();
  await expect(timeline.inspector.getByRole('heading', { name: 'Suspended' })).toBeHidden();
  await main.getByRole('button', { name: 'Do again: adding “Suspended”' }).click();
  await expect(timeline.row('Suspended')).toBeVisible();
  // In a field the keys belong to what is written there.
  await window.getByRole('searchbox', { name: 'Filter events' }).fill('door');
  await expect(timeline.chronology.getByRole('row')).toHaveCount(2);
  await window.keyboard.press('Control+z');
  await window.getByRole('searchbox', { name: 'Filter events' }).fill('');
  await expect(timeline.row('Suspended')).toBeVisible();
});

test('the chronology is sorted by when the organisation learned of it, with columns of one’s own, by keyboard alone', async ({
  window,
  desktop,
  looks,
}) => {
  const timeline = new Timeline(window);
  await timeline.add({ title: 'Client dinner', when: '2031-05-14 19:30', learned: '2031-05-20' });
  await timeline.add({ title: 'Door opened', when: '2031-05-14 23:33', learned: '2031-05-16' });
  await timeline.add({ title: 'Suspended', when: '../2031-05-24' });
  await window.getByRole('button', { name: 'Columns' }).focus();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('menuitemcheckbox', { name: 'Tags' })).toBeVisible();
  await window.keyboard.type('Organi');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Escape');
  const header = timeline.chronology.getByRole('columnheader', { name: 'Organisation learned' });
  await header.getByRole('button').focus();
  await window.keyboard.press('Enter');
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  const titles = async () =>
    (await timeline.chronology.getByRole('row').allInnerTexts())
      .slice(1)
      .map((row) => /Client dinner|Door opened|Suspended/.exec(row)?.[0]);
  await expect.poll(titles).toEqual(['Door opened', 'Client dinner', 'Suspended']);
  await window.keyboard.press('Enter');
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(titles).toEqual(['Client dinner', 'Door opened', 'Suspended']);
  await expect(timeline.row('Suspended')).toContainText('not known');
  await expect(timeline.row('Suspended')).toContainText('on or before 24 May 2031');
  await looks.inBothThemes('chronology-columns');

  // Home, End, Shift and Ctrl A go by keys; the picture follows what is chosen.
  await timeline.chronology.focus();
  await window.keyboard.press('Home');
  await expect(timeline.row('Client dinner')).toHaveAttribute('aria-selected', 'true');
  await expect(timeline.inspector.getByRole('heading', { level: 2 })).toHaveText('Client dinner');
  await window.keyboard.press('End');
  await expect(timeline.row('Suspended')).toHaveAttribute('aria-selected', 'true');
  await window.keyboard.press('Control+a');
  await expect(window.getByRole('toolbar', { name: 'What to do to the chosen events' })).toContainText('3 events chosen');
  await window.keyboard.press('Escape');
  await expect(timeline.row('Suspended')).toHaveAttribute('aria-selected', 'false');
  await window.keyboard.press('Enter');
  await expect(timeline.editor.getByLabel('What happened')).toHaveValue('Suspended');
  await window.keyboard.press('Escape');

  // The columns are still there at the next start.
  const next = await desktop.startAgain();
  const preferences = await (await next.app.firstWindow()).evaluate(() => globalThis.window.casewright.call('desk.start', {}));
  expect(preferences).toMatchObject({ value: { preferences: { chronologyColumns: expect.arrayContaining(['learned']) } } });
  await next.close();
});

test('an allegation is edited and, once no event is about it, removed', async ({ window, shell, looks }) => {
  const timeline = new Timeline(window);
  await timeline.add({ title: 'Client dinner', when: '2031-05-14 19:30' });
  await shell.go('People');
  await window.getByRole('main').getByRole('button', { name: 'Add a person' }).first().click();
  const person = window.getByRole('dialog');
  await person.getByLabel('Name').fill('Zhou Wei');
  await person.getByRole('button', { name: /Role/ }).click();
  await window.getByRole('option', { name: 'Respondent' }).click();
  await person.getByRole('button', { name: 'Add a person' }).click();
  await window.getByRole('button', { name: 'Allegations' }).click();
  const register = window.getByRole('dialog', { name: 'Allegations' });
  await register.getByRole('button', { name: 'New allegation…' }).click();
  await register.getByLabel('What is alleged').fill('Touching without consent');
  await register.getByRole('button', { name: /Respondent/ }).click();
  await window.getByRole('option', { name: /Zhou Wei/ }).click();
  await register.getByRole('textbox', { name: /When/ }).fill('14 May 2031');
  await register.getByRole('button', { name: 'Add to the case' }).click();
  await expect(register.getByRole('listitem')).toContainText('alleged of Zhou Wei');
  await looks.inEveryLook('allegations');
  await register.getByRole('button', { name: 'Edit allegation A1' }).click();
  await register.getByLabel('What is alleged').fill('Touching at the dinner without consent');
  await register.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(register.getByRole('listitem')).toContainText('Touching at the dinner');
  await register.getByRole('button', { name: 'Close', exact: true }).last().click();

  await shell.go('Timeline');
  await timeline.row('Client dinner').dblclick();
  const { editor } = timeline;
  const about = editor.getByRole('combobox', { name: 'Choose an allegation' });
  await about.scrollIntoViewIfNeeded();
  await about.fill('A1');
  await about.press('ArrowDown');
  await about.press('Enter');
  await expect(editor.getByRole('listitem').filter({ hasText: 'A1' })).toBeVisible();
  await editor.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(editor).toBeHidden();
  await shell.go('People');
  await window.getByRole('button', { name: 'Allegations' }).click();
  await register.getByRole('button', { name: 'Remove allegation A1' }).click();
  await expect(register.getByRole('alert')).toContainText('1 events are about allegation A1');
});
