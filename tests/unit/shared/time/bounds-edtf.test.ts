import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edtfOfBounds, interpretMoment, offsetAt } from '../../../../shared/time/index.ts';

const SECOND = 1000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const zones = [
  'UTC',
  '+05:45',
  'Asia/Shanghai',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Europe/Dublin',
  'Africa/Monrovia',
] as const;

/** Changes of clocks of those zones, in the years a moment can have: gaps, folds, half an hour, a whole day, local mean time. */
const changes = [
  '1901-01-01T00:00:00Z',
  '1972-01-07T00:44:30Z',
  '1985-12-31T18:30:00Z',
  '1988-04-16T18:00:00Z',
  '1988-09-10T15:00:00Z',
  '2011-12-30T10:00:00Z',
  '2031-03-09T07:00:00Z',
  '2031-03-30T01:00:00Z',
  '2031-04-05T15:00:00Z',
  '2031-10-04T15:30:00Z',
  '2031-10-26T01:00:00Z',
  '2031-11-02T06:00:00Z',
].map((text) => Date.parse(text));

const instant = fc
  .record({
    near: fc.oneof(fc.constantFrom(...changes), fc.integer({ min: Date.parse('1901-06-01'), max: Date.parse('2199-06-01') })),
    away: fc.oneof(fc.integer({ min: -2 * DAY, max: 2 * DAY }), fc.integer({ min: -2 * HOUR, max: 2 * HOUR })),
    round: fc.constantFrom(1, 10, 100, SECOND, 60 * SECOND, 30 * 60 * SECOND, HOUR, DAY),
  })
  .map(({ near, away, round }) => Math.round((near + away) / round) * round + 0);
const width = fc.oneof(
  fc.constantFrom(1, 10, 100, SECOND, 60 * SECOND, HOUR, DAY, 30 * DAY, 365 * DAY),
  fc.integer({ min: 1, max: 400 * DAY }),
);

describe('the EDTF text of bounds', () => {
  const written = (from: string, to: string, zone: string): string =>
    edtfOfBounds(from === '' ? null : Date.parse(from), to === '' ? null : Date.parse(to), zone);

  it('is a plain date or time where one says it, and otherwise one of two', () => {
    const shanghai = 'Asia/Shanghai';
    expect(written('2031-05-13T16:00:00Z', '2031-05-14T16:00:00Z', shanghai)).toBe('2031-05-14');
    expect(written('2030-12-31T16:00:00Z', '2031-12-31T16:00:00Z', shanghai)).toBe('2031');
    expect(written('2031-01-31T16:00:00Z', '2031-02-28T16:00:00Z', shanghai)).toBe('2031-02');
    expect(written('2031-05-14T15:34:05Z', '2031-05-14T15:34:10Z', shanghai)).toBe('[2031-05-14T23:34:05..2031-05-14T23:34:09]');
    expect(written('2031-05-14T15:34:05Z', '2031-05-14T15:34:06Z', shanghai)).toBe('2031-05-14T23:34:05');
    expect(written('2031-05-14T15:34:05.250Z', '2031-05-14T15:34:10Z', shanghai)).toBe('[2031-05-14T23:34:05.25..2031-05-14T23:34:09.99]');
    expect(written('2031-05-14T15:34:05.251Z', '2031-05-14T15:34:05.252Z', shanghai)).toBe('2031-05-14T23:34:05.251');
    expect(written('2031-05-13T16:00:00Z', '2031-05-16T16:00:00Z', shanghai)).toBe('[2031-05-14..2031-05-16]');
  });

  it('leaves an open bound open, and says nothing of no bounds', () => {
    expect(written('2031-05-13T16:00:00Z', '', 'Asia/Shanghai')).toBe('[2031-05-14..]');
    expect(written('', '2031-05-14T15:34:05Z', 'Asia/Shanghai')).toBe('[..2031-05-14T23:34:04]');
    expect(edtfOfBounds(null, null, 'Asia/Shanghai')).toBe('');
  });

  it('writes the offset beside a time its clocks showed twice', () => {
    expect(written('2031-11-02T06:30:00Z', '2031-11-02T06:31:00Z', 'America/New_York')).toBe('2031-11-02T01:30-05:00');
    expect(written('2031-11-02T05:30:00Z', '2031-11-02T06:31:00Z', 'America/New_York')).toBe('2031-11-02T01:30');
    expect(written('2031-11-02T06:30:00Z', '2031-11-02T06:45:00Z', 'America/New_York')).toBe(
      '[2031-11-02T01:30-05:00..2031-11-02T01:44-05:00]',
    );
    expect(written('2031-04-05T14:40:00Z', '2031-04-05T14:41:00Z', 'Australia/Lord_Howe')).toBe('2031-04-06T01:40+11:00');
    // Clocks in Monrovia stood 44 min 30 s behind UTC, which no offset of EDTF can say.
    expect(written('1972-01-07T00:30:00Z', '1972-01-07T00:31:00Z', 'Africa/Monrovia')).toBe('[1972-01-06T23:45:30..1972-01-06T23:46:29]');
  });

  it('writes the offsets where the clocks went back in between, for an end may show an earlier time than its beginning', () => {
    expect(written('2031-11-02T05:59:59Z', '2031-11-02T06:00:30Z', 'America/New_York')).toBe(
      '[2031-11-02T01:59:59-04:00..2031-11-02T01:00:29-05:00]',
    );
  });

  it('refuses bounds that enclose nothing, and years that no moment has', () => {
    expect(() => edtfOfBounds(1, 1, 'UTC')).toThrow('the end lies before the beginning');
    expect(() => edtfOfBounds(2, 1, 'UTC')).toThrow('the end lies before the beginning');
    expect(() => written('1850-01-01', '1851-01-01', 'UTC')).toThrow('the year must lie between 1900 and 2200');
    expect(() => written('2031-01-01', '2300-01-01', 'UTC')).toThrow('the year must lie between 1900 and 2200');
  });

  it('gives exactly its bounds back within every hour that was shown twice', () => {
    const folds = {
      'America/New_York': '2031-11-02T06:00:00Z',
      'Australia/Lord_Howe': '2031-04-05T15:00:00Z',
      'Asia/Shanghai': '1988-09-10T16:00:00Z',
    };
    let offsets = 0;
    for (const [zone, change] of Object.entries(folds)) {
      for (let from = Date.parse(change) - 2 * HOUR; from < Date.parse(change) + 2 * HOUR; from += 7 * 60 * SECOND) {
        for (const wide of [SECOND, 60 * SECOND, 29 * 60 * SECOND, HOUR]) {
          const text = edtfOfBounds(from, from + wide, zone);
          const { earliest, latest } = interpretMoment(text, zone);
          expect({ text, earliest, latest }).toEqual({ text, earliest: from, latest: from + wide });
          if (/[+-]\d\d:\d\d\]?$/.test(text)) offsets += 1;
        }
      }
    }
    expect(offsets).toBeGreaterThan(50);
  });

  it('gives exactly its bounds back, around every change of clocks', () => {
    fc.assert(
      fc.property(
        instant,
        width,
        fc.constantFrom(...zones),
        fc.constantFrom('both', 'both', 'start', 'end'),
        (earliest, wide, zone, known) => {
          const bounds = { earliest: known === 'end' ? null : earliest, latest: known === 'start' ? null : earliest + wide };
          const text = edtfOfBounds(bounds.earliest, bounds.latest, zone);
          const { earliest: from, latest: to, edtf } = interpretMoment(text, zone);
          expect({ text, earliest: from, latest: to }).toEqual({ text, ...bounds });
          expect(edtf).toBe(text);
          if (offsetAt(earliest, zone) === offsetAt(earliest + wide, zone) && zone === 'UTC') expect(text).not.toMatch(/Z/);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
