import type { ExhibitDate } from '../../../../shared/contract/exhibit.ts';
import type { DateProposal, DocumentDate } from '../../../../shared/contract/suggestion.ts';
import type { Language } from '../../../../shared/model/language.ts';
import type { Exhibit, ExhibitContent, MetadataField } from '../../../../shared/model/exhibit.ts';
import type { CaseId } from '../../../../shared/model/identifier.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import { FailureError } from '../../../../shared/result.ts';
import { edtfOfBounds, interpretMoment, referenceTo, type TimeReference } from '../../../../shared/time/index.ts';
import { suggestionWord } from '../../../../shared/words/suggestion-words.ts';
import { requireCase } from '../case/index.ts';
import type { Vault } from '../ports/index.ts';

type OwnDate = Pick<DocumentDate, 'moment' | 'statedBy'>;

const SECOND = 1000;

/** Zones of old mail headers that have one meaning in RFC 5322, section 4.3. */
const OLD_ZONES: Readonly<Record<string, string>> = {
  UT: '+0000',
  EST: '-0500',
  EDT: '-0400',
  CST: '-0600',
  CDT: '-0500',
  MST: '-0700',
  MDT: '-0600',
  PST: '-0800',
  PDT: '-0700',
};

/**
 * The date a document bears itself: what somebody stated, otherwise an e-mail's own Date header. When a file was changed or a PDF
 * made says nothing certain about when its words were written: such dates are only proposed, with what stated them.
 */
export function documentDate(
  exhibit: Exhibit,
  { metadata }: Pick<ExhibitContent, 'metadata'>,
  zone: string,
  language: Language,
): DocumentDate {
  const proposals = proposalsOf(exhibit, metadata, zone);
  const own = ownDate(exhibit, metadata, zone);
  return { ...own, basis: basisOf(exhibit, own, metadata, language), proposals };
}

/** The date alone, and how it is known. */
export function ownDate(exhibit: Exhibit, metadata: readonly MetadataField[], zone: string): OwnDate {
  if (exhibit.dated) return { moment: exhibit.dated, statedBy: 'stated' };
  const header = headerOf(exhibit, metadata);
  const moment = header === '' ? null : readHeader(header, zone);
  return moment ? { moment, statedBy: 'header' } : { moment: null, statedBy: null };
}

/** What relative words of the document are counted from; null when its date is not known on both sides. */
export function referenceOfDocument(exhibit: Exhibit, { moment, statedBy }: OwnDate, zone: string): TimeReference | null {
  if (!moment || statedBy === null) return null;
  return referenceTo({ by: statedBy, exhibit: exhibit.number }, moment, zone);
}

/** Every exhibit of the case that bears a date of its own, by number: what relative words can be counted from. */
export function listOwnDates({ read }: Vault, caseId: CaseId): ExhibitDate[] {
  const { zone } = requireCase(read, caseId);
  return read.exhibits.list(caseId).flatMap((exhibit) => {
    const { moment, statedBy } = ownDate(exhibit, exhibit.kind === 'message' ? read.exhibits.metadata(exhibit.id) : [], zone);
    return moment && statedBy ? [{ exhibitId: exhibit.id, number: exhibit.number, title: exhibit.title, moment, by: statedBy }] : [];
  });
}

function basisOf(exhibit: Exhibit, { moment, statedBy }: OwnDate, metadata: readonly MetadataField[], language: Language): string {
  if (statedBy === 'stated') return suggestionWord(language, 'dated.basis.stated', { phrase: moment?.phrase ?? '' });
  const header = headerOf(exhibit, metadata);
  if (statedBy === 'header') return suggestionWord(language, 'dated.basis.header', { value: header });
  return suggestionWord(language, header === '' ? 'dated.basis.none' : 'dated.basis.header.unclear', { value: header });
}

function headerOf(exhibit: Exhibit, metadata: readonly MetadataField[]): string {
  return exhibit.kind === 'message' ? valueOf(metadata, /^date$/i) : '';
}

/** RFC 5322 with its comments taken away; null when it is not certain what it says. */
function readHeader(value: string, zone: string): Moment | null {
  const plain = value.replace(/\([^()]*\)/g, ' ').trim();
  const written = plain.replace(/ ([A-Z]{2,3})$/, (whole, name: string) => ` ${OLD_ZONES[name] ?? whole.trim()}`);
  return readDate(written, zone);
}

function proposalsOf(exhibit: Exhibit, metadata: readonly MetadataField[], zone: string): readonly DateProposal[] {
  const inside = (
    [
      ['pdf-created', /^CreationDate$/],
      ['pdf-modified', /^ModDate$/],
      ['document-created', /^dcterms:created$/],
      ['document-modified', /^dcterms:modified$/],
    ] as const
  ).flatMap(([statedBy, name]): DateProposal[] => {
    const value = valueOf(metadata, name);
    const when = value === '' ? '' : rearrange(value);
    return when !== '' && readDate(when, zone) ? [{ statedBy, when, detail: value, place: '' }] : [];
  });
  const { modifiedAt } = exhibit;
  if (modifiedAt === null) return inside;
  const at = Math.floor(modifiedAt / SECOND) * SECOND;
  const when = edtfOfBounds(at, at + SECOND, zone);
  return [...inside, { statedBy: 'file-modified', when, detail: when, place: '' }];
}

/** `D:20310519102014+08'00'` (ISO 32000-1, 7.9.4) as EDTF; a date that is written so already only loses its fraction. */
function rearrange(value: string): string {
  const pdf = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d)?'?)?/.exec(value);
  if (!pdf || /^\d{4}-/.test(value)) return value.replace(/\.\d+(?=Z|[+-]|$)/, '');
  const [year = '', month, day, hour, minute = '00', second = '00', utc = '', hours, minutes = '00'] = pdf.slice(1);
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  if (day === undefined || hour === undefined) return date;
  return `${date}T${hour}:${minute}:${second}${hours === undefined ? utc : `${hours}:${minutes}`}`;
}

function valueOf(metadata: readonly MetadataField[], name: RegExp): string {
  return metadata.find((field) => name.test(field.name))?.value.trim() ?? '';
}

function readDate(text: string, zone: string): Moment | null {
  try {
    return interpretMoment(text, zone);
  } catch (error) {
    if (error instanceof FailureError) return null;
    throw error;
  }
}
