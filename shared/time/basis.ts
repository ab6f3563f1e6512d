import type { Language } from '../model/language.ts';
import type { Fact, Facts } from '../model/fact.ts';
import type { Moment } from '../model/moment.ts';
import { formatMoment } from './format.ts';
import type { TimeReference } from './phrase/ground.ts';
import { type NoteValues, sayNote, textOf, type Writers } from './note.ts';

/** A moment within a basis, such as what was counted from: written as moments are, in a zone that the sentence around it has named. */
export function momentNote({ earliest, latest, edtf, zone }: Moment, shownIn: string): Fact {
  return {
    code: 'written.moment',
    values: { edtf, zone, shownIn, ...(earliest === null ? {} : { earliest }), ...(latest === null ? {} : { latest }) },
  };
}

const WRITERS: Writers = { 'written.moment': writeMoment };

/** How the bounds of a moment were reached, in the reader's language: on screen, in the case file and on the command line. */
export function describeBasis(basis: Facts, language: Language): string {
  return basis.map((one) => sayNote(one, language, WRITERS)).join(' ');
}

/** How a basis names what was counted from. */
export function describeReference({ name }: TimeReference, language: Language): string {
  return typeof name === 'string' ? name : sayNote(name, language, WRITERS);
}

function writeMoment({ edtf, zone, shownIn, earliest, latest }: NoteValues, language: Language): string {
  return formatMoment(
    {
      earliest: earliest === undefined ? null : Number(earliest),
      latest: latest === undefined ? null : Number(latest),
      edtf: textOf(edtf),
      zone: textOf(zone),
      phrase: '',
      precision: 'interval',
      approximate: false,
      uncertain: false,
      basis: [],
    },
    { language, zone: textOf(shownIn), zoneShown: false },
  );
}
