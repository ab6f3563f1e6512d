import { log as english } from '../../../../shared/locales/en/screen/log.ts';
import { log as chinese } from '../../../../shared/locales/zh-CN/screen/log.ts';
import type { Language } from '../../../../shared/model/language.ts';
import type { Case } from '../../../../shared/model/case.ts';
import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { Instant } from '../../../../shared/model/identifier.ts';
import { fillSentence } from '../../../../shared/result.ts';
import { describeBasis, formatMoment, offsetAt } from '../../../../shared/time/index.ts';
import { citationKey } from '../evidence/index.ts';
import { type ExportNames, isExact, isUnplaced } from './export.ts';

export interface CalendarFormat {
  readonly language: Language;
  readonly zone: string;
  /** When the file is made. */
  readonly now: Instant;
}

const DAY = 86_400_000;
const SECOND = 1000;
/** Octets of a line at most, its end left out (RFC 5545, 3.1). */
const MOST_OCTETS = 75;

export function calendarHead({ reference, title }: Pick<Case, 'reference' | 'title'>, version: string): string {
  return [
    line('BEGIN', 'VCALENDAR'),
    line('VERSION', '2.0'),
    line('PRODID', `-//Casewright//Casewright ${version}//EN`),
    line('CALSCALE', 'GREGORIAN'),
    line('X-WR-CALNAME', escape(`${reference} ${title}`)),
  ].join('');
}

export function calendarFoot(): string {
  return line('END', 'VCALENDAR');
}

/**
 * One event of a calendar (RFC 5545). Known to the second: an instant. Whole days of its zone: days. Bounds: from the one to the
 * other, tentative, with the words in the description. One bound: an instant that says in its summary which bound it is. None: a
 * journal entry without a date, because a calendar has no place for it.
 */
export function calendarEntry(event: CaseEvent, names: ExportNames, format: CalendarFormat): string {
  const say = format.language === 'zh-CN' ? chinese : english;
  const { earliest, latest, edtf } = event.happened;
  const unplaced = isUnplaced(event);
  const component = unplaced ? 'VJOURNAL' : 'VEVENT';
  const summary = unplaced
    ? fillSentence(say['calendar.unplaced'], { title: event.title })
    : earliest === null
      ? fillSentence(say['calendar.before'], { title: event.title })
      : latest === null
        ? fillSentence(say['calendar.after'], { title: event.title })
        : event.title;
  return [
    line('BEGIN', component),
    line('UID', `${event.id}@casewright.invalid`),
    line('DTSTAMP', utc(format.now)),
    ...when(event),
    line('SUMMARY', escape(summary)),
    line('DESCRIPTION', escape(describe(event, names, format))),
    ...(event.location === '' || unplaced ? [] : [line('LOCATION', escape(event.location))]),
    line('CATEGORIES', [event.lane, ...event.tags].map(escape).join(',')),
    ...(unplaced ? [] : [line('STATUS', isExact(event) ? 'CONFIRMED' : 'TENTATIVE'), line('TRANSP', 'TRANSPARENT')]),
    line('X-CASEWRIGHT-STANDING', event.standing),
    ...(edtf === '' ? [] : [line('X-CASEWRIGHT-EDTF', escape(edtf))]),
    ...(earliest === null ? [] : [line('X-CASEWRIGHT-EARLIEST', new Date(earliest).toISOString())]),
    ...(latest === null ? [] : [line('X-CASEWRIGHT-LATEST', new Date(latest).toISOString())]),
    line('END', component),
  ].join('');
}

function when(event: CaseEvent): readonly string[] {
  const { earliest, latest, zone } = event.happened;
  const known = earliest ?? latest;
  if (known === null) return [];
  if (earliest === null || latest === null || isExact(event)) return [line('DTSTART', utc(Math.floor(known / SECOND) * SECOND))];
  const [from, to] = [earliest, latest].map((at) => at + offsetAt(at, zone)) as [number, number];
  if (from % DAY === 0 && to % DAY === 0 && to > from) return [line('DTSTART;VALUE=DATE', date(from)), line('DTEND;VALUE=DATE', date(to))];
  // Whole seconds are the finest a calendar has: the bounds move outwards.
  return [line('DTSTART', utc(Math.floor(earliest / SECOND) * SECOND)), line('DTEND', utc(Math.ceil(latest / SECOND) * SECOND))];
}

function describe(event: CaseEvent, names: ExportNames, { language, zone }: CalendarFormat): string {
  const say = language === 'zh-CN' ? chinese : english;
  const lines = [
    formatMoment(event.happened, { language, zone, style: 'full' }),
    describeBasis(event.happened.basis, language),
    event.standing === 'asserted' ? say['calendar.asserted'] : '',
    event.recorded ? fillSentence(say['calendar.recorded'], { moment: formatMoment(event.recorded, { language, zone }) }) : '',
    event.description,
    event.parties.length > 0 ? `${say['heading.parties']}: ${event.parties.map((id) => names.parties.get(id) ?? '').join('; ')}` : '',
    event.citations.length > 0 ? `${say['heading.citations']}: ${event.citations.map(citationKey).join('; ')}` : '',
  ];
  return lines.filter((one) => one !== '').join('\n');
}

function utc(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function date(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10).replaceAll('-', '');
}

function escape(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n');
}

/** Folded between characters, never within one. */
function line(name: string, value: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let octets = 0;
  for (const character of `${name}:${value}`) {
    const size = encoder.encode(character).length;
    if (octets + size > MOST_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return `${folded}\r\n`;
}
