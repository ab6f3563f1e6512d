import { log as english } from '../../../../shared/locales/en/screen/log.ts';
import { log as chinese } from '../../../../shared/locales/zh-CN/screen/log.ts';
import { words as allWords } from '../../../../shared/locales/words.ts';
import type { Language } from '../../../../shared/model/language.ts';
import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import { describeBasis, formatBounds, formatInstant, formatMoment } from '../../../../shared/time/index.ts';
import { citationKey } from '../evidence/index.ts';
import type { ExportNames } from './export.ts';
import { csvCell } from './export-records.ts';

const HEADINGS = [
  'when',
  'bounds',
  'title',
  'lane',
  'standing',
  'kind',
  'location',
  'parties',
  'allegations',
  'tags',
  'recorded',
  'learned',
  'clock',
  'citations',
  'description',
  'basis',
  'phrase',
  'entered',
] as const;

/** The chronology as a table for people: dates with the month by name and the zone beside them. It begins with a byte order mark, so that spreadsheets read it as UTF-8. */
export function tableHead(language: Language): string {
  const words = language === 'zh-CN' ? chinese : english;
  return `\ufeff${HEADINGS.map((name) => csvCell(words[`heading.${name}`])).join(',')}\r\n`;
}

export function tableRow(event: CaseEvent, names: ExportNames, format: { readonly language: Language; readonly zone: string }): string {
  const words = allWords[format.language];
  const moment = (one: Moment | null): string => (one ? formatMoment(one, format) : '');
  const cells: Readonly<Record<(typeof HEADINGS)[number], string>> = {
    when: moment(event.happened),
    bounds: formatBounds(event.happened, format),
    title: event.title,
    lane: words[`lane.${event.lane}`],
    standing: words[`standing.${event.standing}`],
    kind: words[`event-kind.${event.kind}`],
    location: event.location,
    parties: event.parties.map((id) => names.parties.get(id) ?? '').join('; '),
    allegations: event.allegations.map((id) => names.allegations.get(id) ?? '').join('; '),
    tags: event.tags.join('; '),
    recorded: moment(event.recorded),
    learned: moment(event.learned),
    clock: event.clockId === null ? '' : (names.clocks.get(event.clockId) ?? ''),
    citations: event.citations.map((one) => `${citationKey(one)} (${words[`stance.${one.stance}`]})`).join('; '),
    description: event.description,
    basis: describeBasis(event.happened.basis, format.language),
    phrase: event.happened.phrase,
    entered: `${formatInstant(event.enteredAt, format)}, ${event.enteredBy}`,
  };
  return `${HEADINGS.map((name) => csvCell(harmless(cells[name]))).join(',')}\r\n`;
}

/** A spreadsheet takes what begins like this for a formula and runs it; an apostrophe before it makes it text again. */
function harmless(text: string): string {
  return /^[\s\u00a0\ufeff]*[=+\-@＝＋－＠\t\r|]/.test(text) ? `'${text}` : text;
}
