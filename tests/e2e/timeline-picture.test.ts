import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import type { Input, Output } from '../../shared/contract/index.ts';
import type { CaseId } from '../../shared/model/identifier.ts';
import type { BigTimeline } from '../support/big-timeline.ts';
import { expect, test } from './fixtures.ts';
import { Timeline } from './pages/timeline.ts';

type Told = 'party.add' | 'event.add' | 'clock.add' | 'case.list';

/** The window's own bridge: what the picture shows is entered without walking through a form for each event. */
async function tell<N extends Told>(page: Page, name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await page.evaluate(async (asked) => window.casewright.call(asked.name as Told, JSON.parse(asked.input) as never, {}), {
    name: name as string,
    input: JSON.stringify(input),
  });
  if (!answer.ok) throw new Error(answer.failure.message);
  return answer.value as Output<N>;
}

/** Two people, a notice nobody acts on for five days, a memory gap, and a camera whose clock nobody compared. */
async function enterTheNight(window: Page): Promise<void> {
  const [summary] = await tell(window, 'case.list', {});
  const caseId = summary?.case.id as CaseId;
  const add = (draft: Omit<Input<'event.add'>, 'caseId'>) => tell(window, 'event.add', { caseId, ...draft });
  const chen = await tell(window, 'party.add', { caseId, name: '陈思敏', role: 'complainant' });
  const marlow = await tell(window, 'party.add', { caseId, name: 'Marlow', role: 'respondent' });
  const { clock } = await tell(window, 'clock.add', { caseId, name: 'Corridor 12 recorder' });
  const both = { parties: [chen.id, marlow.id] };
  await add({ title: 'Client dinner', when: '2031-05-14T18:30~/2031-05-14T21:50', standing: 'established', location: 'Hotel', ...both });
  await add({ title: 'Door opened with the spare card', when: '2031-05-14T23:33:55', standing: 'established', location: 'Room 1216' });
  await add({ title: 'No memory, as told', kind: 'memory-gap', when: '2031-05-14T22:30/2031-05-15T06:00', parties: [chen.id] });
  await add({ title: 'One person walks by the camera', when: '2031-05-14 23:41:07', clockId: clock.id });
  await add({ title: 'Another walks back', when: '2031-05-14 23:59:12', clockId: clock.id });
  await add({ title: 'Line manager told', when: '2031-05-19 09:15', lane: 'knowledge', parties: [chen.id] });
  await add({ title: 'Suspended', when: '2031-05-24 14:00', lane: 'institution', standing: 'established', parties: [marlow.id] });
  await add({ title: 'Leaflets in the canteen', when: '2031-05-23', lane: 'public' });
}

test.describe('the picture of a small case', () => {
  test.beforeEach(async ({ room, shell, folder, window }) => {
    await room.openCase(folder);
    await enterTheNight(window);
    await shell.go('Timeline');
    await expect(new Timeline(window).band('Incident')).toBeVisible();
  });

  test('stands in lanes by topic, person, place, source and allegation, each folded and opened by its name', async ({ window, looks }) => {
    const timeline = new Timeline(window);
    await expect(timeline.bands).toHaveText(['Incident', 'Knowledge', 'Response', 'Public']);
    await timeline.groupBy('person');
    await expect(timeline.bands).toContainText(['陈思敏', 'Marlow', 'Nobody named']);
    await looks.inBothThemes('timeline-by-person');
    await timeline.groupBy('place');
    await expect(timeline.bands).toContainText(['Hotel', 'Room 1216', 'No place']);
    await timeline.groupBy('source');
    await expect(timeline.bands).toContainText(['No source']);
    await timeline.groupBy('allegation');
    await expect(timeline.bands).toContainText(['No allegation']);
    await timeline.groupBy('topic');
    await timeline.band('Knowledge').focus();
    await window.keyboard.press('Enter');
    await expect(timeline.band('Knowledge')).toHaveAttribute('aria-expanded', 'false');
    await looks.inBothThemes('timeline-folded');
    await window.keyboard.press('Enter');
    await expect(timeline.band('Knowledge')).toHaveAttribute('aria-expanded', 'true');
  });

  test('draws silence between notice and act, and a press on it opens the question', async ({ window, looks }) => {
    const timeline = new Timeline(window);
    await timeline.picture.press('Home');
    await looks.inEveryLook('timeline-signs');
    const place = await timeline.find(/no recorded act/);
    await expect(window.locator('.timeline-hover')).toContainText('5 d 4 h');
    await timeline.picture.click({ position: place });
    await expect(timeline.inspector.getByRole('heading', { level: 2 })).toHaveText('Open questions');
    await expect(timeline.inspector.locator('[aria-current]')).toContainText('Line manager told');
  });

  test('gives what no clock places no time: not on the picture, and not in words', async ({ window }) => {
    const timeline = new Timeline(window);
    const place = await timeline.find(/2 events/);
    expect(place.x).toBeLessThan(220);
    await timeline.picture.click({ position: place });
    await expect(timeline.inspector.getByRole('heading', { level: 2 })).toHaveText(/walks/);
    const first = await timeline.inspector.getByRole('heading', { level: 2 }).innerText();
    await timeline.picture.click({ position: place });
    await expect(timeline.inspector.getByRole('heading', { level: 2 })).not.toHaveText(first);
  });

  test('goes to a date in words, and says what it does not understand', async ({ window }) => {
    const timeline = new Timeline(window);
    await timeline.picture.focus();
    await window.keyboard.press('g');
    await expect(window.getByRole('textbox', { name: 'Jump to date…' })).toBeFocused();
    await timeline.jump('15 May 2031');
    await expect(timeline.span).toContainText('14 May 2031, 23:');
    await expect(timeline.span).toContainText('– 16 May 2031, 0');
    await expect(window.locator('.jump-answer')).toContainText('Shown: 15 May 2031');
    const span = await timeline.span.innerText();
    await timeline.jump('31 April 2031');
    await expect(window.locator('.jump-answer')).toContainText('no such date');
    await expect(timeline.span).toHaveText(span);
  });

  test('zooms into a stretch that is brushed with Shift, and pans when dragged without', async ({ window }) => {
    const timeline = new Timeline(window);
    await timeline.picture.press('Home');
    await timeline.picture.press('Escape');
    const whole = await widthOf(timeline);
    const box = await timeline.picture.boundingBox();
    if (!box) throw new Error('the picture has no place on the screen');
    await window.keyboard.down('Shift');
    await drag(window, box, 0.4, 0.6);
    await window.keyboard.up('Shift');
    await expect.poll(() => widthOf(timeline)).toBeLessThan(whole / 3);
    const brushed = await timeline.span.innerText();
    const width = await widthOf(timeline);
    await drag(window, box, 0.6, 0.4);
    await expect.poll(() => timeline.span.innerText()).not.toBe(brushed);
    expect(Math.abs((await widthOf(timeline)) - width)).toBeLessThanOrEqual(86_400_000);
  });

  test('keeps a pinned stretch below at the same scale until it is unpinned', async ({ window, looks }) => {
    const timeline = new Timeline(window);
    await timeline.picture.press('Home');
    await timeline.picture.press('p');
    await expect(timeline.pinned).toBeVisible();
    await timeline.jump('14 May 2031');
    // The day with a little room before it and more after it.
    await expect(timeline.span).toHaveText(/13 May 2031, 23:\d\d – 15 May 2031, 04:\d\d/);
    // Both are about a day wide now, the pinned one around its own middle.
    await expect.poll(() => timeline.pinnedSpan.innerText()).toMatch(/\d\d:\d\d/);
    const below = await timeline.pinnedSpan.innerText();
    await timeline.picture.press('Shift+ArrowRight');
    await expect(timeline.pinnedSpan).toHaveText(below);
    await timeline.pinned.press('Shift+ArrowRight');
    await expect(timeline.pinnedSpan).not.toHaveText(below);
    await looks.inEveryLook('timeline-pinned');
    await window.getByRole('button', { name: 'Unpin' }).last().click();
    await expect(timeline.pinned).toBeHidden();
  });
});

test('a thousand events are counted from afar and named from near', async ({ window, desktop, folder, looks }) => {
  const big = await makeBigTimeline(join(folder, 'Big.casewright'), 1000);
  await desktop.answerOpenDialog([big.folder]);
  await window.getByRole('button', { name: /^Open a vault/ }).click();
  await window.getByLabel('Passphrase', { exact: true }).fill(big.passphrase);
  await window.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Cases');
  await window.evaluate((caseId) => (location.hash = `#/case/${caseId}/timeline`), big.caseId);
  const timeline = new Timeline(window);
  await expect(timeline.band('Incident')).toBeVisible();
  await timeline.picture.press('Home');
  await looks.inBothThemes('timeline-1000');
  await timeline.picture.press('ArrowRight');
  await expect(timeline.inspector.getByRole('heading', { level: 2 })).not.toBeEmpty();
  const first = await timeline.inspector.getByRole('heading', { level: 2 }).innerText();
  for (let press = 0; press < 5; press += 1) await timeline.picture.press('+');
  await expect.poll(() => widthOf(timeline)).toBeLessThan(90 * 86_400_000);
  await timeline.picture.press('ArrowRight');
  await timeline.picture.press('ArrowRight');
  await expect(timeline.inspector.getByRole('heading', { level: 2 })).not.toHaveText(first);
  await looks.inBothThemes('timeline-1000-near');
});

/** In a process of its own: the test runner cannot load the core. */
async function makeBigTimeline(folder: string, events: number): Promise<BigTimeline> {
  const child = fileURLToPath(new URL('../support/big-timeline-child.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [child, folder, String(events)]);
  return JSON.parse(stdout) as BigTimeline;
}

/** The stretch the bar names, in milliseconds; as exact as it names it. */
async function widthOf(timeline: Timeline): Promise<number> {
  const [from = '', to = ''] = (await timeline.span.innerText()).split(' – ');
  return Date.parse(`${to} UTC`) - Date.parse(`${from} UTC`);
}

async function drag(
  window: Page,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  from: number,
  to: number,
): Promise<void> {
  const y = box.y + box.height - 8;
  await window.mouse.move(box.x + box.width * from, y);
  await window.mouse.down();
  await window.mouse.move(box.x + box.width * to, y, { steps: 8 });
  await window.mouse.up();
}
