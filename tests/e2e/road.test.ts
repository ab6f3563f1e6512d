import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, firstWindow, test } from './fixtures.ts';
import { Evidence, samples } from './pages/evidence.ts';
import { Release } from './pages/release.ts';
import { Room } from './pages/room.ts';
import { Timeline } from './pages/timeline.ts';
import { Viewer } from './pages/viewer.ts';
import { matter } from './templates.ts';

test('the whole road: first run, import, cite, timeline, release, verify, lock, reopen', async ({
  room,
  shell,
  window,
  desktop,
  folder,
  looks,
}) => {
  test.setTimeout(420_000);
  const evidence = new Evidence(window, desktop);
  const viewer = new Viewer(window);
  const timeline = new Timeline(window);
  const release = new Release(window, desktop);
  await room.createVault(folder);
  await shell.createCase(matter);

  await test.step('import by dialog and by drop', async () => {
    await shell.go('Evidence');
    await evidence.importByDialog([samples.account, samples.letter, samples.chat, samples.note], 'Ye Anning');
    await expect(evidence.result).toContainText('4 files imported');
    await evidence.closeResult();
    await evidence.importByDrop([samples.clip, samples.photo], 'Hotel Jinghe');
    await evidence.closeResult();
    await expect(evidence.grid.getByRole('row')).toHaveCount(7);
    await evidence.row('EX-0002').click();
    await looks.inBothThemes('evidence');
  });

  await test.step('cite words, a region and a moment without leaving the exhibit', async () => {
    await evidence.open('EX-0003');
    await viewer.passage('23:41').or(viewer.passage('22:41')).first().click();
    await expect(viewer.citedPlace).toContainText('line');
    await viewer.cite();
    await viewer.citing.getByLabel('When', { exact: true }).fill('2031-05-14 22:41');
    await expect(viewer.citing).toContainText('between 14 May 2031, 22:41 and 22:42');
    await looks.inBothThemes('cite');
    await viewer.citing.getByLabel('What happened').fill('The group asks after her');
    await viewer.citing.getByRole('button', { name: 'Save the citation' }).click();
    await expect(window.getByText(/EX-0003 now stands behind/)).toBeVisible();
    await looks.inBothThemes('viewer-text');

    await viewer.back();
    await evidence.open('EX-0001');
    await expect(viewer.page(1).locator('[data-word]').first()).toBeAttached({ timeout: 20_000 });
    await window.getByRole('button', { name: 'Mark a region' }).click();
    const page = await viewer.page(1).boundingBox();
    if (!page) throw new Error('the page has no place on the screen');
    await window.mouse.move(page.x + page.width * 0.1, page.y + 80);
    await window.mouse.down();
    await window.mouse.move(page.x + page.width * 0.85, page.y + 260, { steps: 6 });
    await window.mouse.up();
    await expect(viewer.citedPlace).toContainText('marked region');
    await viewer.citeAsNewEvent('Written account handed over', '2031-05-19');
    await looks.inBothThemes('viewer-pdf');

    await viewer.back();
    await evidence.open('EX-0005');
    const clip = window.locator('video');
    await expect.poll(() => clip.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0);
    const player = window.getByRole('region', { name: /^Original recording/ });
    await player.focus();
    await player.press('ArrowRight');
    // Keys that come faster than pictures count from where the last one led.
    await player.evaluate((region) => {
      for (const key of ['ArrowRight', '.']) region.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    });
    await expect.poll(() => clip.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(1.9);
    await expect(viewer.citedPlace).toContainText('at 0:0');
    await viewer.citeAsNewEvent('Somebody enters the corridor', '2031-05-14T23:33:55');
    await looks.inBothThemes('viewer-video');
  });

  await test.step('put a contrary source behind an event there is', async () => {
    await viewer.back();
    await evidence.open('EX-0004');
    await viewer.passage('comment').first().click();
    await viewer.cite();
    await viewer.citing.getByText('An event there is').click();
    await viewer.citing.getByRole('combobox', { name: 'Event' }).fill('Written account');
    await window.getByRole('option', { name: /Written account handed over/ }).click();
    await viewer.citing.getByRole('button', { name: /Stance/ }).click();
    await window.getByRole('option', { name: 'contradicts' }).click();
    await viewer.citing.getByRole('button', { name: 'Save the citation' }).click();
    await expect(window.getByText(/EX-0004 now stands behind “Written account handed over”/)).toBeVisible();
  });

  await test.step('the timeline shows what was cited and leads back to the exact place', async () => {
    await shell.go('Timeline');
    await expect(timeline.chronology.getByRole('row')).toHaveCount(4);
    await timeline.add({ title: 'Human resources told', when: '2031-05-19 10:20', lane: 'Knowledge' });
    await timeline.row('Written account handed over').click();
    await expect(timeline.inspector).toContainText('accounts differ: 1');
    await looks.inBothThemes('timeline');
    await timeline.inspector.getByRole('link', { name: /^EX-0001 · page 1, marked region/ }).click();
    await expect(viewer.heading).toContainText('EX-0001');
    await expect(viewer.page(1).locator('.sheet-region')).toBeVisible();
  });

  await test.step('the case file is signed, and a stranger can verify it', async () => {
    await shell.go('Release');
    await expect(release.panel).toContainText('The case file can be signed.');
    const file = join(folder, 'case file.pdf');
    await release.sign(file);
    await release.verify(file);
    await expect(release.verdict).toContainText('Intact; signer not identified', { timeout: 60_000 });
    // What is shown as pages carries no file of its own; everything else is attached and equals its hash.
    await expect(release.verdict.getByText('matches', { exact: true })).toHaveCount(4);
    await expect(release.verdict.getByText('shown as pages')).toHaveCount(2);
    await looks.inBothThemes('release');
    await release.verdict.getByText('matches', { exact: true }).last().scrollIntoViewIfNeeded();
    await looks.inBothThemes('release-verdict');

    const bytes = await readFile(file);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
    const forged = join(folder, 'forged.pdf');
    await writeFile(forged, bytes);
    await release.verify(forged);
    await expect(release.verdict).toContainText('Altered: this file is not as it was signed', { timeout: 60_000 });
    await release.verdict.getByText(/^Altered: this file is not as it was signed/).scrollIntoViewIfNeeded();
    await looks.picture('release-forged');
  });

  await test.step('the ledger tells of all of it and verifies', async () => {
    await shell.go('Ledger');
    const grid = window.getByRole('grid', { name: 'Ledger' });
    await expect(grid.getByRole('row').filter({ hasText: 'Released in a case file' }).first()).toBeVisible();
    await grid.getByRole('row').nth(1).click();
    await looks.inBothThemes('ledger');
    await window.getByRole('button', { name: 'Verify the ledger' }).click();
    await expect(window.getByRole('dialog')).toContainText('The ledger is sound', { timeout: 60_000 });
    await looks.inBothThemes('ledger-verified');
    await window.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  });

  await test.step('locked, closed and opened again, everything is there', async () => {
    await shell.lock();
    await expect(window.getByText('Written account')).toBeHidden();
    const again = await desktop.startAgain();
    try {
      const reopened = await firstWindow(again);
      await new Room(reopened, again).unlock();
      await reopened.getByRole('row').filter({ hasText: matter.reference }).dblclick();
      await reopened.getByRole('navigation').getByRole('link', { name: 'Timeline' }).click();
      await expect(new Timeline(reopened).row('Human resources told')).toBeVisible();
    } finally {
      await again.close();
    }
  });
});
