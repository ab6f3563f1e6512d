import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';

const LOG = [
  'Date;Time;Door;Holder;Event',
  '03/04/2031;23:33:55;1216;Lin Qiao;Opened with the spare card',
  '03/04/2031;23:40;1216;Zhou;Closed',
  '04/04/2031;soon;1216;Zhou;Opened',
  '',
].join('\n');

test('a log is sealed, its columns named, its zone and day order asked, and its rows stand in the timeline', async ({
  room,
  shell,
  desktop,
  window,
  folder,
  looks,
}) => {
  test.setTimeout(240_000);
  await room.openCase(folder);
  await shell.go('Timeline');
  await writeFile(join(folder, 'door.csv'), LOG);
  await desktop.answerOpenDialog([join(folder, 'door.csv')]);
  await window.getByRole('button', { name: 'Import a log…' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Seal a file as an exhibit…' }).click();

  await expect(dialog.getByRole('heading')).toContainText('EX-0001');
  await expect(dialog.getByRole('columnheader', { name: 'Holder' })).toBeVisible();
  await looks.inEveryLook('log-columns');
  await dialog.getByRole('button', { name: 'Next' }).click();

  await expect(dialog).toContainText('Nothing in the whole log tells whether day or month comes first');
  await expect(dialog).toContainText('Times in the log say no zone');
  await expect(dialog.getByRole('button', { name: 'Next' })).toBeDisabled();
  await looks.inEveryLook('log-time');
  await dialog.getByRole('button', { name: /How times are written/ }).click();
  await window.getByRole('option', { name: /day before month/ }).click();
  await dialog.getByLabel('Zone of local times').first().fill('Asia/Shanghai');
  await window.getByRole('option', { name: /Asia\/Shanghai/ }).click();
  await expect(dialog.getByRole('button', { name: 'Next' })).toBeEnabled();
  await dialog.getByRole('button', { name: 'Next' }).click();

  await expect(dialog).toContainText('Of the first 3 rows, 1 could not be read');
  await expect(dialog.getByRole('cell', { name: /^3 Apr 2031, 23:33:55/ })).toBeVisible();
  await looks.inEveryLook('log-rows');
  await dialog.getByRole('button', { name: 'Put 3 rows into the timeline' }).click();

  await expect(dialog).toContainText('2 of 3 rows of EX-0001 stand in the timeline.');
  await expect(dialog.getByRole('rowheader', { name: '4' })).toBeVisible();
  await looks.inEveryLook('log-result');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await window.getByRole('gridcell', { name: 'Opened with the spare card' }).first().click();
  await window
    .getByRole('complementary')
    .getByRole('link', { name: /EX-0001/ })
    .first()
    .click();
  await expect(window.getByRole('region', { name: 'row 2' })).toContainText('Opened with the spare card');
  await looks.inBothThemes('log-cited-row');

  // Importing it a second time is warned of, and the first one can be taken out here as well.
  await window.getByRole('button', { name: 'More acts on this exhibit' }).click();
  await window.getByRole('menuitem', { name: 'Put into the timeline…' }).click();
  await expect(dialog).toContainText('This log stands in the timeline already, with 2 events.');
  await looks.inEveryLook('log-standing');
  await dialog.getByRole('button', { name: 'Withdraw the import' }).click();
  await expect(dialog).not.toContainText('This log stands in the timeline already');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(window.getByRole('link', { name: 'Timeline' })).not.toContainText('2');
  await window.getByRole('button', { name: 'More acts on this exhibit' }).click();
  await window.getByRole('menuitem', { name: 'Put into the timeline…' }).click();
  await dialog.getByRole('button', { name: 'Next' }).click();
  await dialog.getByRole('button', { name: /How times are written/ }).click();
  await window.getByRole('option', { name: /day before month/ }).click();
  await dialog.getByLabel('Zone of local times').first().fill('Asia/Shanghai');
  await window.getByRole('option', { name: /Asia\/Shanghai/ }).click();
  await dialog.getByRole('button', { name: 'Next' }).click();
  await dialog.getByRole('button', { name: 'Put 3 rows into the timeline' }).click();
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await shell.go('Timeline');
  await desktop.answerSaveDialog(join(folder, 'out.csv'));
  await window.getByRole('button', { name: 'Files of the timeline' }).click();
  await window.getByRole('menuitem', { name: 'Export…' }).click();
  await expect(dialog.getByRole('radio', { name: /Table \(CSV\)/ })).toBeChecked();
  await looks.inEveryLook('timeline-export');
  await dialog.getByRole('button', { name: 'Choose where…' }).click();
  await expect(window.getByText('2 events were exported')).toBeVisible();
  expect(await readFile(join(folder, 'out.csv'), 'utf8')).toContain('3 Apr 2031, 23:40');
});
