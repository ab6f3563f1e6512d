import { normaliseOffset } from '../edtf/edtf.ts';
import { ENGLISH_NUMBER, englishNumber } from './numerals.ts';
import { ZONE_BEHIND } from './zones.ts';
import { figure, type Groups, rule, sure, weak } from './rule.ts';
import type { Clock, Interpretation, Rule } from './wording.ts';

const HALF = '(?: ?(?<half>[ap])(?:\\.?m\\b\\.?))';
/** In running text "09:00-18:00" is a stretch: a bare minus is an offset only behind the T of ISO 8601
 * or, without a colon, behind seconds, as e-mail writes it. */
const OFFSET =
  '(?: ?\\(?(?:utc|gmt) ?(?<offset>[+-]\\d{2}:?\\d{2})\\)?| ?\\(?(?<plus>\\+(?:0\\d|1[0-4]):?\\d{2})\\)?|(?<=:\\d{2}:\\d{2}) (?<mail>-(?:0\\d|1[0-2])\\d{2})(?!\\d)|(?<=t[\\d:.]{5,15})(?<minus>-(?:0\\d|1[0-2]):?\\d{2})|(?: ?\\(?(?<utc>utc|gmt)\\b\\)?|(?<=\\d)(?<zulu>z)\\b))?';
const HOUR = '(?<hour>\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
/** What may follow "at ten" when an hour is meant, and not ten of something. */
const NO_THING =
  '(?= ?(?:$|[,;!?)\\n”’"]|\\.(?!\\d)|(?:that|in the|at night|on the|on (?:mon|tue|wed|thu|fri|sat|sun)|and|or|when|until|till|to|o\'clock|sharp|exactly|he|she|they|we|i)\\b))';
/** Figures that are no time of day: ratios, verses, the tail of an address. */
const NO_CLOCK = /\d[:.]$|[\d./$€£¥#]$|(?:ratio|score|scored|odds|scale|won|lost|beat|chapter|verse|version) (?:of )?$/i;

export const CLOCKS: readonly Rule[] = [
  rule(
    `(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?(?![\\d:]|\\.\\d)${HALF}?(?: ?(?:hours|hrs|h)\\b)?${OFFSET}${ZONE_BEHIND}`,
    clock,
  ),
  rule(`(?<hour>\\d{1,2})(?:\\.(?<minute>[0-5]\\d))?${HALF}${OFFSET}${ZONE_BEHIND}`, clock),
  rule('(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d) ?(?:hours|hrs)\\b', clock),
  rule('(?<hour>[01]?\\d|2[0-3])h(?<minute>[0-5]\\d)\\b', clock),
  // "9-10 pm": what the second says of the half of the day holds for the first.
  rule('(?<hour>\\d{1,2})(?=(?:[:.][0-5]\\d)? ?(?:-|to|until) ?\\d{1,2}(?:[:.][0-5]\\d)? ?[ap]\\.?m\\b)', firstOfTwo),
  rule("(?<hour>\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) ?o'?clock", clock),
];

/** An hour by its figure alone. */
export const BARE_HOUR: Rule = rule(`${HOUR}\\b${NO_THING}`, bareHour);

export const ENGLISH_CLOCK: readonly Rule[] = [
  rule(
    `(?<past>half|(?:a )?quarter|${ENGLISH_NUMBER}(?: minutes)?) (?<to>past|to) ${HOUR}\\b(?! ?(?:-|days|weeks|months|years|hours|minutes|people|of))${HALF}?`,
    pastHour,
  ),
  rule('noon\\b|midday\\b(?<=noon)', () => sure({ clock: at(12, 0, 'set') })),
  rule('midnight\\b', () => sure({ clock: { ...at(24, 0, 'set'), midnight: true } })),
  BARE_HOUR,
  rule('(?:shortly|just|soon|right) (?<near>before|after)\\b', ({ near }) => ({
    says: { near: near?.toLowerCase() as 'before' },
    strength: 0,
  })),
  rule(
    '(?:on or |(?:some ?time|just|shortly|at) )?(?:about|around|approximately|approx\\.|roughly|circa|some ?time|somewhere around|ca\\.|near(?:ly)?) ',
    () => ({ says: { about: true }, strength: 0 }),
  ),
  rule('or so\\b|or thereabouts', () => ({ says: { about: true }, strength: 0 })),
];

/** "At 6:30" in running words; behind a date in figures, or with seconds or a zone, it is the clock of 24 hours. */
function isSpoken({ hour = '', second, offset, plus, minus, mail, utc, zulu, zone, whole, before }: Groups): boolean {
  const exact = [second, offset, plus, minus, mail, utc, zulu, zone].some((one) => one !== undefined) || /\dh|h(?:ou)?rs?$/i.test(whole);
  return !exact && /^[1-9]$/.test(hour) && /[a-z],? $/i.test(before);
}

function clock(groups: Groups): Interpretation | null {
  const { hour = '', minute, second, fraction, half, offset, plus, minus, mail, utc, zulu, zone, before } = groups;
  if (NO_CLOCK.test(before)) return null;
  const figureOfHour = englishNumber(hour);
  if (figureOfHour > 24 || Number(minute ?? 0) > 59 || (half !== undefined && (figureOfHour < 1 || figureOfHour > 12))) return null;
  const written = offset ?? plus ?? minus ?? mail ?? '';
  if (Number(written.slice(1, 3)) > 14 || Number(written.slice(-2)) > 59) return null;
  const open = minute === undefined && half === undefined;
  const read = half === undefined ? figureOfHour : (figureOfHour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const named = zone !== undefined && (zone.includes('/') || zone === zone.toUpperCase()) ? { zone } : {};
  return sure({
    ...named,
    clock: {
      hour: read,
      minute: figure(minute),
      second: figure(second),
      fraction: fraction ?? '',
      offset: (utc ?? zulu) === undefined ? normaliseOffset(written) : 'Z',
      half: halfOf(groups, figureOfHour),
      ...(open ? { spoken: true as const } : {}),
    },
  });
}

function halfOf(groups: Groups, hour: number): Clock['half'] {
  if (groups['half'] !== undefined || hour > 12) return 'set';
  return (groups['minute'] === undefined && hour > 0) || isSpoken(groups) ? 'open' : 'loose';
}

function firstOfTwo({ hour = '', before }: Groups): Interpretation | null {
  const number = Number(hour);
  return number < 1 || number > 12 || NO_CLOCK.test(before) ? null : sure({ clock: at(number, null, 'open') });
}

function pastHour({ past = '', to, hour = '', half, before }: Groups): Interpretation | null {
  const word = past.toLowerCase();
  const backwards = to?.toLowerCase() === 'to';
  // "From ten to eleven" is a stretch, and so is "10 to 11" in figures.
  if (backwards && (/\b(?:from|between)(?: about| around)? $/i.test(before) || (/^\d/.test(word) && /^\d/.test(hour)))) return null;
  const minutes = word === 'half' ? 30 : word.endsWith('quarter') ? 15 : englishNumber(word.replace(/ minutes$/, ''));
  const whole = englishNumber(hour);
  if (Number.isNaN(minutes) || minutes > 59 || whole < 1 || whole > 12 || (backwards && word === 'half')) return null;
  const base = backwards ? ((whole + 10) % 12) + 1 : whole;
  const set = half === undefined ? base : (base % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return sure({ clock: at(set, backwards ? 60 - minutes : minutes, half === undefined ? 'open' : 'set') });
}

function bareHour({ hour = '', before }: Groups): Interpretation | null {
  const context =
    /\b(?:at|at about|at around|by|until|till|since|about|around|between|between about|from|from about|and|to|or|(?:shortly|just|soon|right) (?:before|after)) $/i.test(
      before,
    );
  const number = englishNumber(hour);
  if (!context || number < 1 || number > 12) return null;
  return /\bat (?:about |around )?$/i.test(before) ? sure({ clock: spokenHour(number) }) : weak({ clock: spokenHour(number) });
}

function at(hour: number, minute: number | null, half: Clock['half']): Clock {
  return { hour, minute, second: null, fraction: '', offset: '', half };
}

function spokenHour(hour: number): Clock {
  return { ...at(hour, null, 'open'), spoken: true };
}
