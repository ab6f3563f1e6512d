import edtf from 'edtf';
import { describe, expect, it } from 'vitest';
import { formatEdtf, interpretMoment, parseEdtf } from '../../../../shared/time/index.ts';
import { type Chance, chanceFrom } from '../../../support/random.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

function randomDate(chance: Chance, qualifiers: boolean): string {
  const year = String(chance.whole(1950, 2150));
  const form = chance.whole(0, 6);
  const mark = qualifiers ? chance.pick(['', '', '?', '~', '%']) : '';
  if (form === 0) return year + mark;
  const month = pad(chance.whole(1, 12));
  if (form === 1) return `${year}-${month}${mark}`;
  if (form === 2) return `${year.slice(0, 3)}X`;
  if (form === 3) return `${year}-${month}-XX`;
  if (form === 4) return `${year}-XX`;
  return `${year}-${month}-${pad(chance.whole(1, 28))}${mark}`;
}

describe('EDTF', () => {
  it('has one normal form: writing what was read and reading it again gives the same bounds', () => {
    const chance = chanceFrom(20310514);
    for (let turn = 0; turn < 2000; turn += 1) {
      const zone = chance.pick(['UTC', 'Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe']);
      const time = chance.pick([
        '',
        '',
        `T${pad(chance.whole(4, 23))}:${pad(chance.whole(0, 59))}${chance.pick(['', ':07', ':07.5'])}${chance.pick(['', 'Z', '+05:45'])}`,
      ]);
      const single = time === '' ? randomDate(chance, true) : `2031-05-${pad(chance.whole(1, 28))}${time}${chance.pick(['', '~', '?'])}`;
      const text = chance.pick([single, single, `${single}/..`, `../${single}`, `${single}/`, `[${single}..]`, `[${single}]`]);
      const parsed = parseEdtf(text);
      expect(parsed, text).not.toBeNull();
      if (!parsed) continue;
      expect(parseEdtf(formatEdtf(parsed)), text).toEqual(parsed);
      const once = interpretMoment(text, zone);
      const again = interpretMoment(once.edtf, once.zone);
      expect([again.edtf, again.earliest, again.latest, again.precision, again.approximate, again.uncertain], text).toEqual([
        once.edtf,
        once.earliest,
        once.latest,
        once.precision,
        once.approximate,
        once.uncertain,
      ]);
    }
  });

  it('has the bounds another implementation gives, for dates of levels 0 and 1 in UTC', () => {
    const chance = chanceFrom(1914);
    const cases = [
      '2031-21',
      '2031-22',
      '2031-23',
      '2031-24',
      '2031-05-02/2031-05-11',
      '2031/2032',
      '2031-05/2031-06-XX',
      '20XX',
      '2032-02-29',
    ];
    for (let turn = 0; turn < 400; turn += 1) cases.push(randomDate(chance, false));
    for (const text of cases) {
      const theirs = edtf(text);
      const ours = interpretMoment(text, 'UTC');
      // Theirs is the last millisecond that still belongs, ours the first that does not.
      expect([ours.earliest, (ours.latest as number) - 1], text).toEqual([theirs.min, theirs.max]);
    }
  });

  it('marks what the other implementation marks', () => {
    for (const text of ['2031-05-14?', '2031-05~', '2031%', '2031-05-14']) {
      const theirs = edtf(text);
      const { approximate, uncertain } = interpretMoment(text, 'UTC');
      expect([theirs.approximate.value > 0, theirs.uncertain.value > 0], text).toEqual([approximate, uncertain]);
    }
  });
});
