import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { axisOf as printed } from '../../../../electron/core/print/timeline/axis.ts';
import { axisOf as onScreen } from '../../../../renderer/features/timeline/canvas/axis.ts';
import type { Language } from '../../../../shared/model/language.ts';
import { type Tick, timeAxis } from '../../../../shared/time/index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const room = { second: 46, minute: 46, hour: 46, day: 46, month: 46, year: 46 };

/** Days on which the clocks were changed: an hour, half an hour, at midnight, and a whole day that never was. */
const changes: readonly (readonly [zone: string, day: string])[] = [
  ['Europe/Berlin', '2031-03-30'],
  ['Europe/Berlin', '2031-10-26'],
  ['America/New_York', '2031-03-09'],
  ['Australia/Lord_Howe', '2031-04-06'],
  ['Australia/Lord_Howe', '2031-10-05'],
  ['America/Santiago', '2024-09-08'],
  ['America/Havana', '2024-11-03'],
  ['Pacific/Apia', '2011-12-30'],
  ['Asia/Shanghai', '2031-05-14'],
];
const spans = [90_000, 20 * MINUTE, HOUR, 3 * HOUR, 9 * HOUR, DAY, 2.5 * DAY, 9 * DAY, 40 * DAY, 200 * DAY, 900 * DAY, 30 * 365 * DAY];
const table = changes.flatMap(([zone, day]) =>
  (['en', 'zh-CN'] as const).flatMap((language) => spans.map((span) => [zone, day, language, span] as const)),
);

function around(zone: string, day: string, span: number): { readonly from: number; readonly to: number } {
  const noon = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: '02:20' }).epochMilliseconds;
  return { from: noon - span * 0.43, to: noon + span * 0.57 };
}

const unitOf = (label: string): string =>
  /^\d\d:\d\d:\d\d$/.test(label)
    ? 'second'
    : /^\d\d:\d\d$/.test(label)
      ? 'clock'
      : /^\d{4}年?$/.test(label)
        ? 'year'
        : /\d [A-Z]|日/.test(label)
          ? 'day'
          : 'month';

describe('an axis of local time', () => {
  it.each(table)('on screen and in print labels the same instants alike: %s, %s, %s, %d ms', (zone, day, language, span) => {
    const stretch = around(zone, day, span);
    const [screen, print] = [onScreen(stretch, 634, zone, language), printed({ ...stretch, width: 634 }, zone, language)];
    expect(screen.ticks.length).toBeGreaterThan(0);
    expect(print.ticks.length).toBeGreaterThan(0);
    const shown = new Map(screen.ticks.map(({ at, label }) => [`${at} ${unitOf(label)}`, label]));
    const both = print.ticks.filter(({ at, label }) => shown.has(`${at} ${unitOf(label)}`));
    for (const { at, label } of both) expect(label).toBe(shown.get(`${at} ${unitOf(label)}`));
    if (unitOf(screen.ticks[0]?.label ?? '') === unitOf(print.ticks[0]?.label ?? '')) expect(both.length).toBeGreaterThan(0);
    const named = new Map(screen.spans.map(({ at, label }) => [Math.max(at, Math.ceil(stretch.from)), label]));
    for (const { at, label } of print.spans) if (named.has(at)) expect(label).toBe(named.get(at));
  });

  it.each(table)('says what a clock on the wall of the zone shows: %s, %s, %s, %d ms', (zone, day, language, span) => {
    const { ticks, spans: larger } = timeAxis({ ...around(zone, day, span), width: 900 }, room, zone, language);
    for (const { at, label } of ticks) expect(label).toBe(expected(at, zone, language, unitOf(label)));
    for (const [index, { at }] of ticks.entries()) if (index > 0) expect(at).toBeGreaterThan((ticks[index - 1] as Tick).at);
    // The larger unit a tick lies in is the last one that began, and its name holds the tick's date.
    for (const { at } of ticks) {
      const span = larger.findLast((one) => one.at <= at);
      if (larger.length > 0) expect(span?.label).toContain(String(wall(at, zone).year));
    }
  });

  it('has no mark for an hour that was skipped, and two for one that was repeated', () => {
    const hours = (day: string) =>
      timeAxis({ ...around('Europe/Berlin', day, 8 * HOUR), width: 800 }, room, 'Europe/Berlin', 'en').ticks.map(({ label }) => label);
    expect(hours('2031-03-30')).not.toContain('02:00');
    expect(hours('2031-03-30')).toEqual(expect.arrayContaining(['01:00', '03:00']));
    expect(hours('2031-10-26').filter((label) => label === '02:00')).toHaveLength(2);
  });

  it('begins a day whose midnight was skipped when the wall first showed it, and leaves out a day that never was', () => {
    const ticksOf = (zone: string, day: string) => timeAxis({ ...around(zone, day, 10 * DAY), width: 600 }, room, zone, 'en').ticks;
    const first = ticksOf('America/Santiago', '2024-09-08').find(({ label }) => label === '8 Sep');
    expect(first?.at).toBe(Date.UTC(2024, 8, 8, 4));
    expect(wall(first?.at ?? 0, 'America/Santiago').hour).toBe(1);
    const apia = ticksOf('Pacific/Apia', '2011-12-30').map(({ label }) => label);
    expect(apia).toEqual(expect.arrayContaining(['29 Dec', '31 Dec']));
    expect(apia).not.toContain('30 Dec');
  });

  it('keeps its marks in place while the view moves', () => {
    const at = (shift: number) =>
      timeAxis({ from: shift, to: shift + 60 * DAY, width: 800 }, room, 'Europe/Berlin', 'en').ticks.map((tick) => tick.at);
    const [still, moved] = [at(Date.UTC(2031, 2, 1)), new Set(at(Date.UTC(2031, 2, 1) + 7 * HOUR))];
    expect(still.slice(1).every((one) => moved.has(one))).toBe(true);
  });
});

function wall(at: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

/** The same from the tz database directly, without the product's own formatter. */
function expected(at: number, zone: string, language: Language, unit: string): string {
  const { year, month, day, hour, minute, second } = wall(at, zone);
  const two = (figure: number) => String(figure).padStart(2, '0');
  if (unit === 'second') return [hour, minute, second].map(two).join(':');
  if (unit === 'clock') return [hour, minute].map(two).join(':');
  if (unit === 'year') return language === 'en' ? String(year) : `${year}年`;
  const named = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1] ?? '';
  if (unit === 'month') return language === 'en' ? named : `${month}月`;
  return language === 'en' ? `${day} ${named}` : `${month}月${day}日`;
}
