import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Moment } from '../../../../shared/model/moment.ts';
import { FailureError } from '../../../../shared/result.ts';
import { bulkReader, orderOfFigures } from '../../../../shared/time/bulk.ts';
import { describeBasis, interpretMoment } from '../../../../shared/time/index.ts';

const zones = [
  'Asia/Shanghai',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Europe/Berlin',
  'UTC',
  '+05:30',
];

/** The moment, or the reason for which there is none. */
function outcome(read: () => Moment): Moment | string {
  try {
    return read();
  } catch (error) {
    if (error instanceof FailureError) return String(error.failure.values['reason']);
    throw error;
  }
}

const two = (figure: number): string => String(figure).padStart(2, '0');
const year = fc.oneof(fc.integer({ min: 1895, max: 2205 }), fc.constantFrom(1988, 2011, 2021, 2031));
const day = fc.record({ year, month: fc.integer({ min: 0, max: 13 }), day: fc.integer({ min: 0, max: 32 }) });
const clock = fc.record({
  hour: fc.oneof(fc.integer({ min: 0, max: 25 }), fc.constantFrom(0, 1, 2, 3)),
  minute: fc.integer({ min: 0, max: 60 }),
  second: fc.option(fc.integer({ min: 0, max: 61 })),
  fraction: fc.option(fc.stringMatching(/^[0-9]{1,9}$/)),
  offset: fc.constantFrom('', '', '', 'Z', '+08:00', '-0330', '+00:00', '+14:00', '-18:00', '+19:00'),
});
/** Days around which the clocks of these zones were changed, one was left out, or one hour came twice. */
const oddDays = fc.constantFrom(
  { year: 2021, month: 3, day: 14 },
  { year: 2021, month: 11, day: 7 },
  { year: 2011, month: 12, day: 30 },
  { year: 2011, month: 12, day: 29 },
  { year: 2031, month: 4, day: 6 },
  { year: 2031, month: 10, day: 5 },
  { year: 1988, month: 4, day: 17 },
  { year: 1986, month: 1, day: 1 },
);

function clockText({ hour, minute, second, fraction, offset }: typeof clock extends fc.Arbitrary<infer C> ? C : never): string {
  return `${two(hour)}:${two(minute)}${second === null ? '' : `:${two(second)}${fraction === null ? '' : `.${fraction}`}`}${offset}`;
}

describe('reading the times of a log', () => {
  test('gives exactly what reading each by itself gives, whatever the zone, the figures and the changes of the clocks', () => {
    const text = bulkReader('text');
    fc.assert(
      fc.property(
        fc.oneof(day, oddDays),
        fc.option(clock),
        fc.constantFrom('-', '/', '.'),
        fc.constantFrom('T', ' '),
        fc.constantFrom(...zones),
        (date, time, mark, between, zone) => {
          const written = `${date.year}${mark}${two(date.month)}${mark}${two(date.day)}${time === null ? '' : between + clockText(time)}`;
          // A T stands only in ISO forms; elsewhere nobody writes it.
          if (between === 'T' && mark !== '-') return;
          expect(outcome(() => text.read(written, zone))).toEqual(outcome(() => interpretMoment(written, zone)));
        },
      ),
      { numRuns: 4000, seed: 31 },
    );
  });

  test('reads day and month in the chosen order as the same date written out, and says that it was chosen', () => {
    for (const order of ['day-first', 'month-first'] as const) {
      const reader = bulkReader(order);
      fc.assert(
        fc.property(day, fc.option(clock), fc.constantFrom(...zones), (date, time, zone) => {
          const [first, second] = order === 'day-first' ? [date.day, date.month] : [date.month, date.day];
          const clocked = time === null ? '' : ` ${clockText(time)}`;
          const read = outcome(() => reader.read(`${first}/${second}/${date.year}${clocked}`, zone));
          const meant = outcome(() =>
            interpretMoment(`${date.year}-${two(date.month)}-${two(date.day)}${clocked.replace(' ', 'T')}`, zone),
          );
          if (typeof read === 'string' || typeof meant === 'string') {
            expect(read).toBe(meant);
            return;
          }
          const { phrase: _said, basis, ...rest } = read;
          const { phrase: _written, basis: bare, ...expected } = meant;
          expect(rest).toEqual(expected);
          expect(describeBasis(basis, 'en')).toMatch(order === 'day-first' ? /Day before month/ : /Month before day/);
          expect(basis.slice(0, bare.length)).toEqual(bare);
        }),
        { numRuns: 2000, seed: 32 },
      );
    }
  });

  test('reads what lasted exactly as the interval in EDTF', () => {
    const reader = bulkReader('text');
    fc.assert(
      fc.property(fc.oneof(day, oddDays), clock, fc.oneof(day, oddDays), clock, fc.constantFrom(...zones), (from, start, to, end, zone) => {
        const near = { ...from, day: Math.min(31, from.day + (to.day % 3)) };
        const [first, last] = [
          `${from.year}-${two(from.month)}-${two(from.day)}T${clockText(start)}`,
          `${near.year}-${two(near.month)}-${two(near.day)}T${clockText(end)}`,
        ];
        const read = outcome(() => reader.readSpan(first, last, zone));
        const meant = outcome(() => interpretMoment(`${first}/${last}`, zone));
        if (typeof read === 'string' || typeof meant === 'string') {
          expect(typeof read).toBe(typeof meant);
          return;
        }
        expect({ ...read, phrase: '' }).toEqual({ ...meant, phrase: '' });
      }),
      { numRuns: 4000, seed: 33 },
    );
  });

  test('counts seconds, milliseconds and microseconds since 1970 as instants, to the last figure', () => {
    const at = Date.UTC(2031, 4, 14, 15, 33, 55, 250);
    const seconds = bulkReader('epoch-seconds').read(String(Math.floor(at / 1000)), 'Asia/Shanghai');
    expect([seconds.earliest, seconds.latest, seconds.edtf, seconds.zone]).toEqual([at - 250, at + 750, '2031-05-14T15:33:55Z', 'UTC']);
    const milliseconds = bulkReader('epoch-milliseconds').read(String(at), 'Asia/Shanghai');
    expect([milliseconds.earliest, milliseconds.latest]).toEqual([at, at + 1]);
    const microseconds = bulkReader('epoch-microseconds').read(`${at}123`, 'Asia/Shanghai');
    expect([microseconds.earliest, microseconds.latest, microseconds.edtf]).toEqual([at, at + 1, '2031-05-14T15:33:55.250123Z']);
    expect(() => bulkReader('epoch-seconds').read('14 May 2031', 'UTC')).toThrow(/not a date or time/);
  });

  test('refuses a text no time is as long as, without looking through it', () => {
    const begun = performance.now();
    expect(() => bulkReader('text').read('1'.repeat(10_000_000), 'UTC')).toThrow(/not a date or time/);
    expect(performance.now() - begun).toBeLessThan(500);
  });

  test('a 12-hour clock is read as one', () => {
    const reader = bulkReader('month-first');
    expect(reader.read('5/14/2031 11:33:55 PM', 'Asia/Shanghai').edtf).toBe('2031-05-14T23:33:55');
    expect(reader.read('5/14/2031 12:05 AM', 'Asia/Shanghai').edtf).toBe('2031-05-14T00:05');
    expect(outcome(() => reader.read('5/14/2031 13:05 PM', 'Asia/Shanghai'))).toBe('noSuchTime');
  });
});

test('says which orders of day and month a text allows', () => {
  expect(['03/04/2031', '14/05/2031 23:00', '5/14/2031', '31/31/2031', '2031-05-14', 'Friday'].map(orderOfFigures)).toEqual([
    'either',
    'day-first',
    'month-first',
    'neither',
    null,
    null,
  ]);
});
