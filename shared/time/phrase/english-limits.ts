import { rangeOf, UNIT, VAGUE } from './english-relative.ts';
import { ENGLISH_NUMBER } from './numerals.ts';
import type { Part } from './parts-of-day.ts';
import { type Groups, rule, sure, weak } from './rule.ts';
import type { Interpretation, Rule, Step, Unit } from './wording.ts';

/** Words before "in three days" without which it is how long something took. */
const TO_COME =
  /\b(?:will|shall|won't|going to|due|is|are|be|leave|leaves|leaving|back|start|starts|end|ends|begin|begins)\b[^.;\n]*$|['’]ll\b[^.;\n]*$/i;

/** "Must answer within three days" is a duty, and no event. */
const RULE = /\b(?:must|shall|should|may|can|to|has to|have to|required|normally|usually|always|if)\b[^.;\n]*$/i;

/** The only rules that may begin with "in": too common a word to be looked at for all of them. */
export const ENGLISH_LIMITS: readonly Rule[] = [
  rule(
    `(?<lead>in|within)(?: (?:about|the space of|a period of))? (?:(?<number>${ENGLISH_NUMBER}|a few|a couple of|several)|(?<one>an?|one)) ${UNIT}\\b(?<late>['’]s?(?: time)?)?(?<side> (?:of|after|from|before)(?: the)?\\b)?`,
    within,
  ),
];

const WHOLE = '(?:throughout|all(?: of| through)?|the (?:whole|entire)(?: of)?)';

/** "Throughout May", "all night": said of all of it. Before the rules for parts of a day, which would take "the whole morning" for a moment. */
export const ENGLISH_THROUGHOUT: readonly Rule[] = [
  rule(
    `${WHOLE} (?:the )?(?<part>day|night|morning|afternoon|evening)\\b(?: long)?(?! (?:shift|bus|club|care|time))(?: of)?`,
    ({ part = '' }) => weak({ throughout: true, ...(part.toLowerCase() === 'day' ? {} : { part: part.toLowerCase() as Part }) }),
  ),
  rule(
    `${WHOLE}(?: the)?(?= (?:(?:month|year|week|weekend) of )?(?:the (?:first|second|third|fourth|last|previous|following|weekend)|last|this|that|jan|feb|mar|apr|may\\b|jun|jul|aug|sep|oct|nov|dec|yesterday|today|(?:19|20|21)\\d\\d\\b|\\d{1,2}(?:st|nd|rd|th)? [a-z]))(?: (?:month|year) of)?`,
    () => ({ says: { throughout: true }, strength: 0 }),
  ),
];

/** "In three days", "within a week of 2 May": at most that far, because neither says that it was the last day of them. */
function within({ lead = '', number, unit = '', late, side = '', before, after }: Groups): Interpretation | null {
  const [, most] = number === undefined ? [1, 1] : (VAGUE[number.replace(/^a | of$/gi, '').toLowerCase()] ?? rangeOf(number, undefined));
  const word = side.trim().toLowerCase().split(' ')[0] ?? '';
  const inside = lead.toLowerCase() === 'within';
  if (Number.isNaN(most) || (!inside && word !== '') || (late !== undefined && inside)) return null;
  const size = unit.toLowerCase() === 'fortnight' ? 2 : 1;
  const step: Step = {
    least: 0,
    most: most * size,
    unit: (size === 2 ? 'week' : unit.toLowerCase()) as Unit,
    direction: word === 'before' ? 'before' : 'after',
    origin: inside ? 'story' : 'speech',
    within: word === 'of' ? 'around' : 'after',
    exact: true,
  };
  // "Within 30 days of receipt" is a rule as often as an event: only a date behind it makes it one.
  if (word !== '') return weak({ step, wantsBase: true });
  const plainly = late !== undefined || (inside ? !RULE.test(before) : TO_COME.test(before) && !/^ (?:of|by)\b/i.test(after));
  return plainly ? sure({ step }) : weak({ step });
}
