import { z } from 'zod';
import { type SearchedExhibit, suggestion, type Suggestion } from '../../../shared/contract/suggestion.ts';
import type { Case } from '../../../shared/model/case.ts';
import { moment as momentRecord, type Moment } from '../../../shared/model/moment.ts';
import { fillSentence } from '../../../shared/result.ts';
import { screen } from '../../../shared/locales/screen.ts';
import { type DayOrder, formatMoment } from '../../../shared/time/index.ts';
import { defineCommand } from '../command.ts';
import { caseReference, opening, vaultFolder } from '../options.ts';
import { table } from '../table.ts';
import { line } from '../terminal.ts';
import { language, word } from '../words.ts';

const LONGEST_QUOTE = 80;

const { earliest, latest, edtf, precision, zone, basis } = momentRecord.unwrap().shape;
/** Null where it must be asked what the words mean. */
const bounds = z.object({
  earliest,
  latest,
  edtf: edtf.nullable(),
  precision: precision.nullable(),
  zone: zone.nullable(),
  basis: basis.nullable(),
});
const listedSuggestion = suggestion
  .unwrap()
  .pick({ exhibit: true, place: true, start: true, quote: true, phrase: true, title: true, question: true, reason: true })
  .extend({ ...suggestion.unwrap().pick({ relativeTo: true, state: true }).shape, key: z.string(), alternatives: z.array(bounds) })
  .extend(bounds.shape);

/** Every dated passage that has not been decided yet, with what it would mean. Changes nothing. */
export const suggest = defineCommand({
  name: 'event suggest',
  arguments: [vaultFolder],
  options: {
    case: caseReference,
    exhibit: { value: 'EXHIBIT', help: word('option.exhibit.suggest') },
    'day-order': { value: 'ORDER', help: word('option.day-order'), choices: ['day-first', 'month-first'] },
    all: { help: word('option.all.suggest') },
    ...opening,
  },
  output: z.array(listedSuggestion),
  async run({ openCase, ask, option, notice, switch: isSet }) {
    const found = await openCase();
    const number = option('exhibit');
    const dayOrder = option('day-order') as DayOrder | undefined;
    const exhibitId = number === undefined ? undefined : (await ask('exhibit.find', { caseId: found.id, number })).id;
    const { exhibits, suggestions } = await ask('suggestion.list', {
      caseId: found.id,
      language,
      ...(exhibitId === undefined ? {} : { exhibitId }),
      ...(dayOrder === undefined ? {} : { dayOrder }),
    });
    for (const sentence of exhibits.flatMap(noticesOf)) notice(sentence);
    const shown = suggestions.filter(({ state }) => isSet('all') || state === 'open');
    return { json: shown.map(suggestionJson), text: shown.length === 0 ? word('none') : textOf(shown, found) };
  },
});

/** What was not searched or not suggested, said rather than left out. */
function noticesOf({ exhibit, rows, more, unsearched }: SearchedExhibit): readonly string[] {
  const say = screen[language].suggestion;
  const counted = (name: 'rows' | 'more', count: number): readonly string[] => {
    if (count === 0) return [];
    const form = count === 1 ? 'one' : 'other';
    return [fillSentence(say[`${name}_${form}`], { exhibit, count })];
  };
  const blocked = unsearched === '' ? [] : [fillSentence(say['unsearched.exhibit'], { exhibit, reason: unsearched })];
  return [...blocked, ...counted('rows', rows), ...counted('more', more)];
}

function suggestionJson({
  exhibit,
  place,
  start,
  quote,
  phrase,
  title,
  moment,
  question,
  reason,
  alternatives,
  relativeTo,
  state,
}: Suggestion) {
  return {
    exhibit,
    place,
    key: place === '' ? exhibit : `${exhibit}#${place}`,
    start,
    quote,
    phrase,
    title,
    ...boundsOf(moment),
    question,
    reason,
    alternatives: alternatives.map((one) => boundsOf(one)),
    relativeTo,
    state,
  };
}

function boundsOf(moment: Moment | null) {
  return {
    earliest: moment?.earliest ?? null,
    latest: moment?.latest ?? null,
    edtf: moment?.edtf ?? null,
    precision: moment?.precision ?? null,
    zone: moment?.zone ?? null,
    basis: moment?.basis ?? null,
  };
}

function textOf(suggestions: readonly Suggestion[], { zone }: Case): string {
  const rows = suggestions.map(({ exhibit, place, phrase, moment, question, quote }) => [
    place === '' ? exhibit : `${exhibit}#${place}`,
    phrase,
    moment ? formatMoment(moment, { language, zone }) : question,
    line(quote).slice(0, LONGEST_QUOTE),
  ]);
  return table([word('column.citation'), word('column.phrase'), word('column.moment'), word('column.quote')], rows);
}
