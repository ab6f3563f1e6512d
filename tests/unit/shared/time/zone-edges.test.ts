import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../shared/model/fact.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import {
  clockZone,
  compareMoments,
  explainOrder,
  formatMoment,
  formatZone,
  interpretMoment,
  nominalBounds,
  offsetAt,
  describeBasis,
} from '../../../../shared/time/index.ts';
import { wallOf } from '../../../../shared/time/wall.ts';
import type { Language } from '../../../../shared/model/language.ts';
import { basisOf } from '../../../support/basis.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const read = (text: string, zone: string): Moment => interpretMoment(text, zone);
const order = (one: string, other: string, zone: string): string => compareMoments(read(one, zone), read(other, zone));
const iso = (instant: number | null | undefined): string => new Date(instant ?? Number.NaN).toISOString().replace('.000Z', 'Z');

interface Edge {
  readonly zone: string;
  /** The first instant of the new time. */
  readonly change: string;
  /** Minutes east of UTC, before and after it. */
  readonly before: number;
  readonly after: number;
}

const EDGES: readonly Edge[] = [
  { zone: 'Asia/Shanghai', change: '1986-05-03T18:00:00Z', before: 480, after: 540 },
  { zone: 'Asia/Shanghai', change: '1991-09-14T17:00:00Z', before: 540, after: 480 },
  { zone: 'America/New_York', change: '2031-03-09T07:00:00Z', before: -300, after: -240 },
  { zone: 'America/New_York', change: '2031-11-02T06:00:00Z', before: -240, after: -300 },
  { zone: 'Australia/Lord_Howe', change: '2031-04-05T15:00:00Z', before: 660, after: 630 },
  { zone: 'Australia/Lord_Howe', change: '2031-10-04T15:30:00Z', before: 630, after: 660 },
  { zone: 'Asia/Kathmandu', change: '1985-12-31T18:30:00Z', before: 330, after: 345 },
  { zone: 'Pacific/Apia', change: '2011-12-30T10:00:00Z', before: -600, after: 840 },
  { zone: 'Africa/Casablanca', change: '2024-03-10T02:00:00Z', before: 60, after: 0 },
  { zone: 'Africa/Casablanca', change: '2024-04-14T02:00:00Z', before: 0, after: 60 },
  { zone: 'Europe/Dublin', change: '2031-03-30T01:00:00Z', before: 0, after: 60 },
  { zone: 'Europe/Dublin', change: '2031-10-26T01:00:00Z', before: 60, after: 0 },
];

describe('the edges of zones', () => {
  it.each(EDGES)('$zone changes at $change from $before to $after minutes', ({ zone, change, before, after }) => {
    const at = Date.parse(change);
    expect(offsetAt(at - 1, zone)).toBe(before * MINUTE);
    expect(offsetAt(at, zone)).toBe(after * MINUTE);
  });

  it.each(EDGES)('$zone at $change: every second around it is read back from the local time that a clock showed', ({ zone, change }) => {
    const at = Date.parse(change);
    for (let instant = at - 3 * HOUR; instant < at + 3 * HOUR; instant += 11 * MINUTE + 1000) {
      const local = new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 19);
      const { earliest, latest } = read(local, zone);
      expect((earliest as number) <= instant && instant < (latest as number), local).toBe(true);
    }
  });

  it.each(EDGES)('$zone at $change: a time that was skipped is refused, one shown twice keeps both', ({ zone, change, before, after }) => {
    const at = Date.parse(change);
    const local = (instant: number, minutes: number): string => new Date(instant + minutes * MINUTE).toISOString().slice(0, 19);
    if (after > before) {
      expect(() => read(local(at + MINUTE, before), zone)).toThrow('did not exist');
      return;
    }
    const twice = read(local(at - MINUTE, before), zone);
    expect([iso(twice.earliest), iso(twice.latest)]).toEqual([iso(at - MINUTE), iso(at - MINUTE + (before - after) * MINUTE + 1000)]);
    expect(basisOf(twice)).toContain('happened twice');
  });

  it('order across a fold is told only where both readings agree, or the offset is written', () => {
    const zone = 'America/New_York';
    expect(order('2031-11-02T01:15', '2031-11-02T01:45', zone)).toBe('cannot-tell');
    expect(order('2031-11-02T01:45-04:00', '2031-11-02T01:15-05:00', zone)).toBe('before');
    expect(order('2031-11-02T00:59', '2031-11-02T01:00', zone)).toBe('before');
    expect(order('2031-11-02T01:59', '2031-11-02T02:00', zone)).toBe('before');
    const [half] = explainOrder(read('2031-11-02T01:15', zone), read('2031-11-02T01:45', zone)).settledBy;
    expect(half).toMatchObject({ order: 'before', by: 31 * MINUTE });
    expect(order('2031-04-06T01:35', '2031-04-06T01:50', 'Australia/Lord_Howe')).toBe('cannot-tell');
    expect(order('2031-04-06T01:29', '2031-04-06T01:31', 'Australia/Lord_Howe')).toBe('before');
  });

  it('order across a gap is told from one side to the other', () => {
    expect(order('2031-03-09T01:59', '2031-03-09T03:00', 'America/New_York')).toBe('before');
    expect(order('1986-05-04T01:59', '1986-05-04T03:00', 'Asia/Shanghai')).toBe('before');
    expect(order('2031-10-05T01:59', '2031-10-05T02:30', 'Australia/Lord_Howe')).toBe('before');
    expect(order('2011-12-29T23:59', '2011-12-31T00:00', 'Pacific/Apia')).toBe('before');
    expect(read('2011-12-31', 'Pacific/Apia').earliest).toBe(read('2011-12-29', 'Pacific/Apia').latest);
    expect(order('1985-12-31', '1986-01-01', 'Asia/Kathmandu')).toBe('before');
    expect(() => read('1986-01-01T00:10', 'Asia/Kathmandu')).toThrow('did not exist');
  });

  it('order between zones is that of instants, not of local figures', () => {
    const compare = (one: Moment, other: Moment): string => compareMoments(one, other);
    expect(compare(read('2031-05-15T00:10', 'Asia/Shanghai'), read('2031-05-14T23:50', 'America/New_York'))).toBe('before');
    expect(compare(read('2031-05-14', 'Asia/Shanghai'), read('2031-05-14', 'America/New_York'))).toBe('cannot-tell');
    expect(compare(read('2011-12-31T00:00', 'Pacific/Apia'), read('2011-12-30T00:00', 'Pacific/Pago_Pago'))).toBe('before');
    expect(compare(read('2031-05-14T12:00', 'Asia/Kathmandu'), read('2031-05-14T14:15', 'Asia/Shanghai'))).toBe('cannot-tell');
    expect(compare(read('2031-05-14T12:00', 'Asia/Kathmandu'), read('2031-05-14T14:16', 'Asia/Shanghai'))).toBe('before');
  });

  it('writing shows both zones where the source stood in another, each with the offset of that day', () => {
    const shown = (text: string, zone: string, language: Language = 'en'): string =>
      formatMoment(read(text, zone), { language, zone: 'Asia/Shanghai' });
    expect(shown('2031-05-14T12:00', 'Asia/Kathmandu')).toBe('14 May 2031, 14:15 (UTC+08:00; in the source 14 May 2031, 12:00, UTC+05:45)');
    expect(shown('1985-05-14T12:00', 'Asia/Kathmandu')).toBe('14 May 1985, 14:30 (UTC+08:00; in the source 14 May 1985, 12:00, UTC+05:30)');
    expect(shown('1988-07-01T12:00', 'America/New_York')).toBe('2 Jul 1988, 01:00 (UTC+09:00; in the source 1 Jul 1988, 12:00, UTC-04:00)');
    expect(shown('2031-01-14T12:00', 'Australia/Lord_Howe', 'zh-CN')).toBe(
      '2031年1月14日 09:00（UTC+08:00；来源所记为2031年1月14日 12:00，UTC+11:00）',
    );
    expect(formatZone(Date.parse('2031-07-14'), { language: 'en', zone: 'Australia/Lord_Howe' })).toBe('UTC+10:30');
    expect(formatMoment(read('2031-11-02T01:30', 'America/New_York'), { language: 'en', zone: 'America/New_York' })).toBe(
      '2 Nov 2031, 01:30 (UTC-04:00 to UTC-05:00)',
    );
  });
});

describe('a recorder and its daylight-saving setting', () => {
  const words = (notes: Facts): string => describeBasis(notes, 'en');
  const at = (year: number, month: number, day: number, hour = 0, minute = 0): number =>
    wallOf(year, month, day) + hour * HOUR + minute * MINUTE;

  it('stays on the standard time of its zone where it is off', () => {
    const standard = (zone: string, year = 2031): string => clockZone(zone, 'off', year);
    expect([standard('America/New_York'), standard('Australia/Lord_Howe'), standard('Europe/Dublin')]).toEqual([
      '-05:00',
      '+10:30',
      '+00:00',
    ]);
    // Ramadan takes Morocco an hour back for a month; that month is neither its standard time nor its summer.
    expect([2019, 2022, 2024].map((year) => standard('Africa/Casablanca', year))).toEqual(['+01:00', '+01:00', '+01:00']);
    expect([standard('Asia/Shanghai'), standard('Asia/Shanghai', 1988)]).toEqual(['Asia/Shanghai', '+08:00']);
    expect([standard('Asia/Kathmandu'), standard('+05:45'), standard('UTC')]).toEqual(['Asia/Kathmandu', '+05:45', 'UTC']);
    expect(clockZone('America/New_York', 'on', 2031)).toBe('America/New_York');
    expect(clockZone('America/New_York', 'unknown', 2031)).toBe('America/New_York');
    const summer = nominalBounds(at(2031, 7, 1, 12), at(2031, 7, 1, 12, 1), 'America/New_York', 'off');
    expect(iso(summer.bounds?.earliest)).toBe('2031-07-01T17:00:00Z');
    expect(words(summer.notes)).toContain('Read as standard time, UTC-05:00');
  });

  it('is read both ways where nobody looked, so that the bounds hold for both', () => {
    const summer = nominalBounds(at(2031, 7, 1, 12), at(2031, 7, 1, 12, 1), 'America/New_York', 'unknown');
    expect([iso(summer.bounds?.earliest), iso(summer.bounds?.latest)]).toEqual(['2031-07-01T16:00:00Z', '2031-07-01T17:01:00Z']);
    expect(words(summer.notes)).toContain('is not known: the bounds hold for both');
    const winter = nominalBounds(at(2031, 1, 1, 12), at(2031, 1, 1, 12, 1), 'America/New_York', 'unknown');
    expect([iso(winter.bounds?.earliest), iso(winter.bounds?.latest), winter.notes]).toEqual([
      '2031-01-01T17:00:00Z',
      '2031-01-01T17:01:00Z',
      [],
    ]);
    const never = nominalBounds(at(2031, 7, 1, 12), at(2031, 7, 1, 12, 1), 'Asia/Shanghai', 'unknown');
    expect([iso(never.bounds?.earliest), never.notes]).toEqual(['2031-07-01T04:00:00Z', []]);
  });

  it('has two recordings under one label where its clock goes back, and none where it goes forward', () => {
    const back = nominalBounds(at(2031, 11, 2, 1, 30), at(2031, 11, 2, 1, 31), 'America/New_York', 'on');
    expect([iso(back.bounds?.earliest), iso(back.bounds?.latest)]).toEqual(['2031-11-02T05:30:00Z', '2031-11-02T06:31:00Z']);
    expect(words(back.notes)).toContain('there may be two recordings under one label');
    const forward = nominalBounds(at(2031, 3, 9, 2, 30), at(2031, 3, 9, 2, 31), 'America/New_York', 'on');
    expect(forward.bounds).toBeNull();
    expect(words(forward.notes)).toContain('there is no recording under such a label');
    const either = nominalBounds(at(2031, 3, 9, 2, 30), at(2031, 3, 9, 2, 31), 'America/New_York', 'unknown');
    expect(iso(either.bounds?.earliest)).toBe('2031-03-09T07:30:00Z');
    expect(words(either.notes)).toContain('So if it showed this at all, it stayed on standard time');
  });

  it('never gives narrower bounds where the setting is not known', () => {
    for (const { zone, change } of EDGES) {
      const middle = Date.parse(change) + offsetAt(Date.parse(change), zone);
      for (let from = middle - 2 * DAY; from < middle + 2 * DAY; from += 37 * MINUTE) {
        const unknown = nominalBounds(from, from + MINUTE, zone, 'unknown').bounds;
        for (const setting of ['on', 'off'] as const) {
          const known = nominalBounds(from, from + MINUTE, zone, setting).bounds;
          if (!known) continue;
          expect(
            (unknown?.earliest ?? Number.NaN) <= (known.earliest as number) && (unknown?.latest ?? Number.NaN) >= (known.latest as number),
          ).toBe(true);
        }
      }
    }
  });
});
