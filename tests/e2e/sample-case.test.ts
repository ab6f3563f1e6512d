import { expect, test } from './fixtures.ts';
import { Evidence } from './pages/evidence.ts';
import { Timeline } from './pages/timeline.ts';
import { Viewer } from './pages/viewer.ts';

test.beforeEach(async ({ room, folder }) => {
  await room.openSample(folder);
});

test('every kind of exhibit shows its original, and a recording plays and seeks', async ({ window, desktop, shell, looks }) => {
  const evidence = new Evidence(window, desktop);
  const viewer = new Viewer(window);
  for (const [number, shown] of [
    ['EX-0004', '叶安宁'],
    ['EX-0009', null],
    ['EX-0012', 'card_serial'],
    ['EX-0013', null],
    ['EX-0014', 'we cannot dismiss him at present'],
  ] as const) {
    await shell.go('Evidence');
    await evidence.open(number);
    if (shown) await expect(window.getByRole('listbox', { name: 'Original' })).toContainText(shown);
    else await expect(viewer.page(1).locator('img')).toBeVisible();
    await looks.picture(`sample-${number}`);
    await looks.usable(`sample ${number}`);
  }
  await shell.go('Evidence');
  await evidence.open('EX-0010');
  const clip = window.locator('video');
  await expect.poll(() => clip.evaluate((video: HTMLVideoElement) => [video.videoWidth, video.duration])).toEqual([640, 24]);
  await window.getByRole('slider', { name: 'Position in the recording' }).fill('17.5');
  await expect.poll(() => clip.evaluate((video: HTMLVideoElement) => !video.seeking && video.currentTime)).toBeCloseTo(17.5, 1);
  await window.getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => clip.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(17.8);
  await window.getByRole('button', { name: 'Pause' }).click();
  await window.getByRole('slider', { name: 'Position in the recording' }).fill('3');
  await expect.poll(() => clip.evaluate((video: HTMLVideoElement) => !video.seeking && video.currentTime)).toBeCloseTo(3, 1);
  await expect(viewer.citedPlace).toContainText('at 0:03');
});

test('the timeline of a real case: a crowd opens on a press, an event is edited, removed and brought back by keyboard', async ({
  window,
  shell,
  looks,
}) => {
  const timeline = new Timeline(window);
  await shell.go('Timeline');
  await expect(timeline.chronology.getByRole('row').nth(3)).toBeVisible();
  await looks.inEveryLook('timeline-sample');
  const wide = await timeline.span.innerText();
  await test.step('a press on the crowd of the night goes there', async () => {
    const crowd = await crowdOnScreen();
    await timeline.picture.click({ position: crowd });
    await expect.poll(() => timeline.span.innerText()).not.toBe(wide);
    await expect(timeline.span).toContainText('14 May 2031');
    await looks.picture('timeline-sample-night');
  });
  await test.step('Home, arrows, Enter, Delete, undo, Escape', async () => {
    await timeline.picture.focus();
    await timeline.picture.press('Home');
    await window.keyboard.press('/');
    await window.keyboard.type('Leaflets');
    await expect(timeline.chronology.getByRole('row')).toHaveCount(2);
    await timeline.picture.focus();
    await timeline.picture.press('ArrowRight');
    await expect(timeline.inspector.getByRole('heading', { level: 2 })).toHaveText('Leaflets in front of the canteen');
    await timeline.picture.press('Enter');
    await timeline.editor.getByLabel('What happened').fill('Leaflets are found in front of the canteen');
    await timeline.editor.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(timeline.row('Leaflets are found')).toBeVisible();
    await timeline.picture.focus();
    await timeline.picture.press('Delete');
    await expect(timeline.row('Leaflets are found')).toBeHidden();
    await window.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(timeline.row('Leaflets are found')).toBeVisible();
    await timeline.row('Leaflets are found').click();
    await timeline.picture.focus();
    await timeline.picture.press('Escape');
    await expect(timeline.inspector).toBeHidden();
  });

  /** Where the pointer turns to a hand and the tooltip counts events: found as a person finds it, by moving over the picture. */
  async function crowdOnScreen(): Promise<{ readonly x: number; readonly y: number }> {
    const box = await timeline.picture.boundingBox();
    if (!box) throw new Error('the picture has no place on the screen');
    const tooltip = window.locator('.timeline-hover');
    for (let y = 60; y < 200; y += 12) {
      for (let x = 130; x < box.width / 2; x += 14) {
        await window.mouse.move(box.x + x, box.y + y);
        if ((await tooltip.count()) > 0 && /^\d+ events/.test(await tooltip.innerText())) return { x, y };
      }
    }
    throw new Error('no crowd was found');
  }
});

test('everything stays in reach at 200 % zoom', async ({ window, desktop, shell, looks }) => {
  const evidence = new Evidence(window, desktop);
  await desktop.app.evaluate(({ BrowserWindow }) => {
    const [only] = BrowserWindow.getAllWindows();
    only?.setMinimumSize(1, 1);
    only?.setContentSize(720, 450);
  });
  for (const screen of ['Timeline', 'Evidence', 'Release', 'Ledger'] as const) {
    await shell.go(screen);
    await expect(window.getByRole('heading', { level: 1 })).toHaveText(screen);
    await looks.picture(`sample-narrow-${screen.toLowerCase()}`);
    await looks.usable(`${screen} at 200 %`);
  }
  await window.getByRole('button', { name: 'Verify the ledger' }).click();
  await expect(window.getByRole('dialog')).toContainText('The ledger is sound', { timeout: 60_000 });
  await window.keyboard.press('Escape');
  await shell.go('Release');
  await window.getByRole('button', { name: 'Sign and save case file…' }).scrollIntoViewIfNeeded();
  await expect(window.getByRole('button', { name: 'Sign and save case file…' })).toBeInViewport();
  await shell.go('Evidence');
  // The inspector lies over half of the list here, and leads on.
  await evidence.row('EX-0010').click();
  await shell.inspector.getByRole('button', { name: 'Open' }).click();
  await expect(window.locator('video')).toBeInViewport();
  await expect(window.getByRole('button', { name: 'Cite', exact: true })).toBeInViewport();
  await looks.picture('sample-narrow-viewer');
  await looks.usable('viewer at 200 %');
});
