import { describe, expect, it } from 'vitest';
import type { Precision } from '../../../../shared/model/moment.ts';
import { FailureError } from '../../../../shared/result.ts';
import { edtfOfBounds, interpretMoment } from '../../../../shared/time/index.ts';
import { basisOf } from '../../../support/basis.ts';

/** Text, earliest, latest (the first instant that is too late), precision; then qualifiers and the normal form where it is another. */
type Read = readonly [text: string, earliest: string, latest: string, precision: Precision, marks?: string, normal?: string];
/** Text, and the reason of the refusal. */
type Refused = readonly [text: string, reason: string];

/**
 * The examples of the EDTF specification (Library of Congress, 4 February 2019; ISO 8601-2:2019), level by level. Its years before
 * 1900 are refused by name and stand a second time in a year that an event can have.
 */
const LEVEL_0: readonly Read[] = [
  ['1985-04-12', '1985-04-12', '1985-04-13', 'day'],
  ['1985-04', '1985-04-01', '1985-05-01', 'month'],
  ['1985', '1985-01-01', '1986-01-01', 'year'],
  ['1985-04-12T23:20:30', '1985-04-12T23:20:30Z', '1985-04-12T23:20:31Z', 'second'],
  ['1985-04-12T23:20:30Z', '1985-04-12T23:20:30Z', '1985-04-12T23:20:31Z', 'second'],
  ['1985-04-12T23:20:30-04', '1985-04-13T03:20:30Z', '1985-04-13T03:20:31Z', 'second', '', '1985-04-12T23:20:30-04:00'],
  ['1985-04-12T23:20:30+04:30', '1985-04-12T18:50:30Z', '1985-04-12T18:50:31Z', 'second'],
  ['1985-04-12T24:00:00', '1985-04-13', '1985-04-13T00:00:01Z', 'second', '', '1985-04-13T00:00:00'],
  ['1964/2008', '1964-01-01', '2009-01-01', 'interval'],
  ['2004-06/2006-08', '2004-06-01', '2006-09-01', 'interval'],
  ['2004-02-01/2005-02-08', '2004-02-01', '2005-02-09', 'interval'],
  ['2004-02-01/2005-02', '2004-02-01', '2005-03-01', 'interval'],
  ['2004-02-01/2005', '2004-02-01', '2006-01-01', 'interval'],
  ['2005/2006-02', '2005-01-01', '2006-03-01', 'interval'],
];

const LEVEL_1: readonly Read[] = [
  ['1984?', '1984-01-01', '1985-01-01', 'year', '?'],
  ['2004-06~', '2004-05-01', '2004-08-01', 'month', '~'],
  ['2004-06-11%', '2004-06-10', '2004-06-13', 'day', '~?'],
  ['201X', '2010-01-01', '2020-01-01', 'interval'],
  ['20XX', '2000-01-01', '2100-01-01', 'interval'],
  ['2004-XX', '2004-01-01', '2005-01-01', 'year'],
  ['1985-04-XX', '1985-04-01', '1985-05-01', 'month'],
  ['1985-XX-XX', '1985-01-01', '1986-01-01', 'year'],
  ['1985-04-12/..', '1985-04-12', '', 'interval'],
  ['1985-04/..', '1985-04-01', '', 'interval'],
  ['1985/..', '1985-01-01', '', 'interval'],
  ['../1985-04-12', '', '1985-04-13', 'interval'],
  ['../1985-04', '', '1985-05-01', 'interval'],
  ['../1985', '', '1986-01-01', 'interval'],
  ['1985-04-12/', '1985-04-12', '', 'interval'],
  ['1985-04/', '1985-04-01', '', 'interval'],
  ['1985/', '1985-01-01', '', 'interval'],
  ['/1985-04-12', '', '1985-04-13', 'interval'],
  ['/1985-04', '', '1985-05-01', 'interval'],
  ['/1985', '', '1986-01-01', 'interval'],
];

const LEVEL_2: readonly Read[] = [
  ['2001-34', '2001-04-01', '2001-07-01', 'interval'],
  ['2001-37', '2001-01-01', '2001-05-01', 'interval'],
  ['2001-41', '2001-07-01', '2002-01-01', 'interval'],
  ['[1967,1968,1970..1972]', '1967-01-01', '1973-01-01', 'interval'],
  ['[..1960-12-03]', '', '1960-12-04', 'interval'],
  ['[1960-12..]', '1960-12-01', '', 'interval'],
  ['[1960-01,1960-02,1960-12..]', '1960-01-01', '', 'interval'],
  ['[1967,1960-12]', '1960-12-01', '1968-01-01', 'interval'],
  ['2004-06~-11', '2004-05-11', '2004-07-12', 'day', '~'],
  ['2004?-06-11', '2004-06-11', '2004-06-12', 'day', '?'],
  ['?2004-06-~11', '2004-06-10', '2004-06-13', 'day', '~?'],
  ['2004-%06-11', '2004-05-11', '2004-07-12', 'day', '~?'],
  ['196X-12-25', '1960-12-25', '1969-12-26', 'interval'],
  ['19XX-12-25', '1900-12-25', '1999-12-26', 'interval'],
  ['1984-1X', '1984-10-01', '1985-01-01', 'interval'],
  ['2004-06-~01/2004-06-~20', '2004-05-31', '2004-06-22', 'interval', '~'],
  ['2004-06-XX/2004-07-03', '2004-06-01', '2004-07-04', 'interval'],
];

const REFUSED: readonly Refused[] = [
  // Level 1: years of more than four figures, or before the common era.
  ['Y170000002', 'unknown'],
  ['Y-170000002', 'unknown'],
  ['-1985', 'unknown'],
  ['../..', 'bothOpen'],
  ['/', 'bothOpen'],
  // Level 2: exponents and significant digits; seasons by hemisphere; sets of all, which are not one moment.
  ['Y-17E7', 'unknown'],
  ['1950S2', 'unknown'],
  ['Y171010000S3', 'unknown'],
  ['Y3388E2S3', 'unknown'],
  ['2001-25', 'seasonHemisphere'],
  ['2001-32', 'seasonHemisphere'],
  ['2001-42', 'noSuchDate'],
  ['{1667,1668,1670..1672}', 'setOfAll'],
  ['{1960,1961-12}', 'setOfAll'],
  ['{..1984}', 'setOfAll'],
  // Years no event at work can have.
  ['[1667,1668,1670..1672]', 'yearRange'],
  ['[..1760-12-03]', 'yearRange'],
  ['[1760-12..]', 'yearRange'],
  ['156X-12-25', 'yearRange'],
  ['15XX-12-25', 'yearRange'],
  ['XXXX-12-XX', 'yearRange'],
  ['1XXX-XX', 'yearRange'],
  ['1XXX-12', 'yearRange'],
  ['1899', 'yearRange'],
  ['2201', 'yearRange'],
  // No such date or time, the basic format, an end before its beginning.
  ['1985-02-30', 'noSuchDate'],
  ['2004-02-3X', 'noSuchDate'],
  ['1985-04-12T24:00:01', 'noSuchTime'],
  ['1985-04-12T23:60', 'noSuchTime'],
  ['1985-04-12T232030', 'noSuchTime'],
  ['19850412', 'unknown'],
  ['2004-06-11/2004-06-10', 'backwards'],
  ['[2004-06-11..2004-06-10]', 'backwards'],
];

const instantOf = (text: string): number | null => (text === '' ? null : Date.parse(text));

describe.each([
  ['level 0', LEVEL_0],
  ['level 1', LEVEL_1],
  ['level 2', LEVEL_2],
] as const)('the EDTF specification, %s', (_level, cases) => {
  it.each(cases.map((one) => ({ one, text: one[0] })))('$text has the bounds, the precision and the marks it should', ({ one }) => {
    const [text, earliest, latest, precision, marks = '', normal = text] = one;
    const read = interpretMoment(text, 'UTC');
    expect([read.earliest, read.latest]).toEqual([instantOf(earliest), instantOf(latest)]);
    expect(read.precision).toBe(precision);
    expect(`${read.approximate ? '~' : ''}${read.uncertain ? '?' : ''}`).toBe(marks);
    expect(read.edtf).toBe(normal);
    expect(basisOf(read)).not.toBe('');
    const rewritten = interpretMoment(edtfOfBounds(read.earliest, read.latest, 'UTC'), 'UTC');
    expect([rewritten.earliest, rewritten.latest]).toEqual([read.earliest, read.latest]);
  });
});

describe('the EDTF specification, what is no moment', () => {
  it.each(REFUSED)('%s is refused: %s', (text, reason) => {
    let failure: unknown = null;
    try {
      interpretMoment(text, 'UTC');
    } catch (problem) {
      failure = problem;
    }
    expect(failure).toBeInstanceOf(FailureError);
    expect((failure as FailureError).failure).toMatchObject({ code: 'moment.invalid', values: { text, reason } });
  });
});
