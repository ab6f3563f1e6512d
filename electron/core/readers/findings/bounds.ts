import type { Facts } from '../../../../shared/model/fact.ts';
import type { MetadataField, Passage } from '../../../../shared/model/exhibit.ts';
import { joinNotes, note } from './sentence.ts';

/** What is kept of an exhibit's text in the database; the rest stays in the sealed original and is counted. */
export const TEXT_BOUNDS = { passages: 100_000, charactersInPassage: 50_000, charactersInAll: 8_000_000 } as const;
const FIELDS = 5000;
/** Of all values together: a list of ten thousand recipients is whole. */
const CHARACTERS_IN_FIELDS = 2_000_000;
const PARTS = 2000;

export interface PassageCollector {
  /** `length` is the passage's whole length when only its beginning was kept in `text`. */
  add(place: string, text: string, length?: number): void;
  /** False once nothing more would be kept, so that a reader may merely count on. */
  readonly open: boolean;
  readonly passages: readonly Passage[];
  /** None when everything was kept. */
  note(): Facts;
}

export function collectPassages(): PassageCollector {
  const passages: Passage[] = [];
  let characters = 0;
  let cutCharacters = 0;
  let cutPassages = 0;
  const room = (): number =>
    passages.length >= TEXT_BOUNDS.passages
      ? 0
      : Math.max(0, Math.min(TEXT_BOUNDS.charactersInPassage, TEXT_BOUNDS.charactersInAll - characters));
  return {
    passages,
    get open() {
      return room() > 0;
    },
    add(place, text, length = text.length) {
      const kept = cutWhole(text, room());
      if (kept.length < length) {
        cutPassages += 1;
        cutCharacters += length - kept.length;
      }
      if (kept.length === 0 && length > 0) return;
      characters += kept.length;
      passages.push({ place, text: kept });
    },
    note: () => (cutPassages === 0 ? [] : note('text-cut', { characters: cutCharacters, passages: cutPassages })),
  };
}

/** Field values stay verbatim and whole, as far as all together have room; control characters that no field has are dropped. */
export function boundMetadata(fields: readonly MetadataField[]): { readonly metadata: readonly MetadataField[]; readonly note: Facts } {
  let room = CHARACTERS_IN_FIELDS;
  let cut = 0;
  const metadata = fields.slice(0, FIELDS).map((field) => {
    const whole = clean(field.value);
    const value = cutWhole(whole, room);
    room -= value.length;
    cut += whole.length - value.length;
    return { name: clean(field.name).slice(0, 200), value };
  });
  const fieldsCut = fields.length > FIELDS ? note('metadata-cut', { fields: fields.length - FIELDS }) : [];
  return { metadata, note: joinNotes(fieldsCut, cut === 0 ? [] : note('metadata-values-cut', { characters: cut })) };
}

export interface Part {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

export function boundParts(parts: readonly Part[]): { readonly parts: readonly Part[]; readonly note: Facts } {
  const kept = parts
    .slice(0, PARTS)
    .map((part) => ({ ...part, name: clean(part.name).slice(0, 1000), mediaType: clean(part.mediaType).slice(0, 200) }));
  return { parts: kept, note: parts.length > PARTS ? note('parts-cut', { parts: parts.length - PARTS }) : [] };
}

function clean(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').toWellFormed();
}

/** The first `length` code units, without tearing a surrogate pair apart. */
function cutWhole(text: string, length: number): string {
  if (text.length <= length) return text;
  if (length <= 0) return '';
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}
