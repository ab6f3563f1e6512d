import type { Fact, Facts } from '../../../../shared/model/fact.ts';
import type { MetadataField } from '../../../../shared/model/exhibit.ts';
import { boundParts, collectPassages, type Part, type PassageCollector, TEXT_BOUNDS } from '../findings/bounds.ts';
import type { Findings } from '../findings/findings.ts';
import { joinNotes, sentence } from '../findings/sentence.ts';
import { type Letter, readLetter } from './letter.ts';
import { splitMailbox } from './mailbox.ts';
import { withoutFrame } from './message-shape.ts';

/**
 * An e-mail: every header as it stands (the sender's own Date with its offset, every Received), each of its texts by paragraph
 * (place `paragraph=N`), and each attachment, enclosed messages included, as a named part that is not opened. Of a mailbox,
 * every letter with its header as place `message=N`.
 */
export function readMessage(bytes: Uint8Array): Findings {
  const letters = splitMailbox(withoutFrame(bytes));
  const [first] = letters;
  return letters.length === 1 && first ? readOne(readLetter(first)) : readMailbox(letters);
}

function readOne(letter: Letter): Findings {
  const collector = collectPassages();
  addBodies(letter, collector, counter(), '');
  return finish(
    letter.encrypted === '' ? 'read' : 'minimal',
    letter.notes,
    collector,
    [...letter.decoded, ...letter.fields],
    letter.attachments,
  );
}

function readMailbox(letters: readonly Buffer[]): Findings {
  const collector = collectPassages();
  const paragraphs = counter();
  const attachments: Part[] = [];
  const notes: Fact[] = [];
  for (const [index, bytes] of letters.entries()) {
    const letter = readLetter(bytes);
    const number = index + 1;
    const label = sentence('mark-letter', { number });
    const header = letter.fields.map(({ name, value }) => `${name}: ${valueOf(letter.decoded, name) ?? value}`).join('\n');
    collector.add(`message=${number}`, `[${label}]\n${header}`);
    addBodies(letter, collector, paragraphs, label);
    attachments.push(...letter.attachments.map((part) => ({ ...part, name: `[${label}] ${part.name}` })));
    notes.push(...letter.notes);
  }
  const metadata = [{ name: 'Letters', value: String(letters.length) }];
  return finish('read', notes, collector, metadata, attachments);
}

function finish(
  status: 'read' | 'minimal',
  notes: Facts,
  collector: PassageCollector,
  metadata: readonly MetadataField[],
  attachments: readonly Part[],
): Findings {
  const inside = boundParts(attachments);
  const all = joinNotes(notes, collector.note(), inside.note);
  return { status, notes: all, pages: null, passages: collector.passages, metadata, parts: inside.parts };
}

/** Where a message has several texts, each paragraph says which it is of. */
function addBodies(letter: Letter, collector: PassageCollector, next: () => number, letterLabel: string): void {
  for (const [index, { form, text }] of letter.bodies.entries()) {
    const several = letter.bodies.length > 1 ? sentence('mark-body', { number: index + 1, form }) : '';
    const label = [letterLabel, several].filter((part) => part !== '').join('; ');
    for (const paragraph of paragraphsOf(text)) collector.add(`paragraph=${next()}`, label === '' ? paragraph : `[${label}] ${paragraph}`);
  }
}

const LONGEST = TEXT_BOUNDS.charactersInPassage - 1000;

/** At empty lines; a paragraph longer than a passage may be goes on in the next. */
function* paragraphsOf(text: string): Generator<string> {
  let lines: string[] = [];
  let length = 0;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const empty = line.trim() === '';
    if ((empty || length + line.length > LONGEST) && length > 0) {
      yield lines.join('\n').trimEnd();
      lines = [];
      length = 0;
    }
    if (empty) continue;
    for (let from = 0; from < line.length; from += LONGEST) {
      if (from > 0) {
        yield lines.join('\n').trimEnd();
        lines = [];
      }
      lines.push(line.slice(from, from + LONGEST));
    }
    length += line.length + 1;
  }
  if (length > 0) yield lines.join('\n').trimEnd();
}

function counter(): () => number {
  let number = 0;
  return () => (number += 1);
}

function valueOf(fields: readonly MetadataField[], name: string): string | undefined {
  return fields.find((field) => field.name === `${name} (decoded)`)?.value;
}
