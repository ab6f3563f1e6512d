import type { Language } from '../../../shared/model/language.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { CaseEvent } from '../../../shared/model/event.ts';
import type { Instant } from '../../../shared/model/identifier.ts';
import type { CaseFileContent } from './case-file.ts';
import type { ExhibitPagesInput, ExhibitPagesOutput, Pack } from './pages.ts';
import { MEBIBYTE, type Task, type TermsOf } from './task.ts';

/** ledger.jsonl, and how many entries stand in it in full, without their words, and as nothing but their place. */
export interface LedgerInFile {
  readonly bytes: Uint8Array;
  readonly entries: number;
  readonly withheld: number;
  readonly others: number;
}

export interface CaseFileInput {
  readonly content: CaseFileContent;
  /** The file to write into; it exists. */
  readonly path: string;
  /** Prepared pages by exhibit number. The list is emptied: each is let go of once it stands in the file. */
  readonly packs: { readonly number: string; readonly pack: Pack }[];
  /** Originals to attach, by exhibit number. */
  readonly originals: readonly { readonly number: string; readonly bytes: Uint8Array }[];
  readonly ledger: LedgerInFile;
  readonly signatureBytes: number;
}

/** The part of a written file that the signature will fill, and the digest of all the rest. */
export interface SignatureSlot {
  /** Offset of `<`, and of the byte after `>`. */
  readonly start: number;
  readonly end: number;
  /** SHA-256 of everything but the slot, as lower-case hex. */
  readonly digest: string;
}

export interface Unsigned {
  /** Of the file, the empty slot included. */
  readonly bytes: number;
  readonly slot: SignatureSlot;
  readonly pages: number;
}

export interface TimelinePicture {
  readonly format: 'pdf' | 'svg';
  readonly case: Case;
  /** In the order of time. */
  readonly events: readonly CaseEvent[];
  readonly selection: { readonly filter: string; readonly differing: boolean };
  readonly language: Language;
  readonly version: string;
  readonly by: string;
  readonly drawnAt: Instant;
}

export type PrintTasks = {
  /** Turns a foreign PDF or picture into pages that can be drawn into a case file. Never throws for what a file contains. */
  'print.exhibitPages': Task<ExhibitPagesInput, ExhibitPagesOutput>;
  /** Composes a case file and writes it, all but its signature. Reports hundredths done. Throws disk.*. */
  'print.caseFile': Task<CaseFileInput, Unsigned>;
  /** The timeline as the case file draws it, by itself, with what a reader must know of it on every sheet. */
  'print.timelinePicture': Task<TimelinePicture, Uint8Array>;
};

/**
 * Three times what it was measured to take: 125 MiB to begin with, 165 for each of what the file says (from 320 MiB for 3,126 pages of
 * 200 exhibits to 1,367 for 2,000 slips), and once what is put into it as it stands. No honest file comes near it.
 */
function roomForCaseFile({ content, packs, originals, ledger }: CaseFileInput): number {
  const said = JSON.stringify(content).length + ledger.bytes.length;
  const put = packs.reduce((sum, { pack }) => sum + pack.pack.length + pack.parts.byteLength, 0) + sizeOf(originals);
  return 1024 + Math.ceil((512 * said + 3 * put) / MEBIBYTE);
}

function sizeOf(pieces: readonly { readonly bytes: Uint8Array }[]): number {
  return pieces.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

/** A bound against a picture that grows without end; no measurement stands behind the figure. More than 100,000 events are refused before. */
const pictureRoom = 4096;

export const printTerms: TermsOf<PrintTasks> = {
  'print.exhibitPages': { lane: 'foreign', seconds: 120, megabytes: 1024 },
  'print.caseFile': { lane: 'print', seconds: 'own length', megabytes: roomForCaseFile },
  'print.timelinePicture': { lane: 'print', seconds: 'own length', megabytes: pictureRoom },
};
