import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BigTimeline } from '../support/big-timeline.ts';
import { expect, test } from './fixtures.ts';
import { Timeline } from './pages/timeline.ts';

const EVENTS = 6000;

test('six thousand events are walked from end to end by keyboard, chosen up to the limit and changed in one act', async ({
  window,
  desktop,
  folder,
  looks,
}) => {
  const big = await makeBigTimeline(join(folder, 'Big.casewright'), EVENTS);
  await desktop.answerOpenDialog([big.folder]);
  await window.getByRole('button', { name: /^Open a vault/ }).click();
  await window.getByLabel('Passphrase', { exact: true }).fill(big.passphrase);
  await window.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Cases');
  await window.evaluate((caseId) => (location.hash = `#/case/${caseId}/timeline`), big.caseId);
  const { chronology, inspector } = new Timeline(window);
  const chosen = chronology.locator('[aria-selected=true]');
  await expect(chronology).toHaveAttribute('aria-rowcount', String(EVENTS + 1));

  // The last row stays in sight although its inspector takes room from the grid.
  await chronology.focus();
  await window.keyboard.press('End');
  await expect(chosen).toHaveAttribute('aria-rowindex', String(EVENTS + 1));
  await expect(inspector.getByRole('heading', { level: 2 })).not.toBeEmpty();
  await expect(chosen).toBeInViewport({ ratio: 0.9 });
  await window.keyboard.press('PageUp');
  await expect(chosen).not.toHaveAttribute('aria-rowindex', String(EVENTS + 1));
  await window.keyboard.press('Home');
  await expect(chosen).toHaveAttribute('aria-rowindex', '2');
  await expect(chosen).toBeInViewport({ ratio: 0.9 });
  for (let press = 0; press < 3; press += 1) await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Shift+ArrowDown');
  await expect(window.getByRole('toolbar')).toContainText('2 events chosen');

  await window.keyboard.press('Control+a');
  await expect(window.getByText('At most 5,000 events can be chosen at once')).toBeVisible();
  const bar = window.getByRole('toolbar', { name: 'What to do to the chosen events' });
  await expect(bar).toContainText('5,000 events chosen');
  await looks.inBothThemes('chronology-6000');
  await bar.getByRole('button', { name: 'Lane' }).click();
  await window.getByRole('menuitem', { name: 'Public' }).click();
  await expect(window.getByText(/events were changed\.$/)).toBeVisible({ timeout: 60_000 });
  await chronology.focus();
  await window.keyboard.press('Control+z');
  await expect(window.getByText(/^Undone: changing \d+ events/)).toBeVisible({ timeout: 60_000 });
});

/** In a process of its own: the test runner cannot load the core. */
async function makeBigTimeline(folder: string, events: number): Promise<BigTimeline> {
  const child = fileURLToPath(new URL('../support/big-timeline-child.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [child, folder, String(events)]);
  return JSON.parse(stdout) as BigTimeline;
}
