import type { Language } from '../../../shared/model/language.ts';
import type { ExhibitKind, Passage } from '../../../shared/model/exhibit.ts';
import type { Moment } from '../../../shared/model/moment.ts';
import type { DayOrder, TimeReference } from '../../../shared/time/index.ts';
import type { Task, TermsOf } from './task.ts';

export interface ScanOrder {
  readonly passages: readonly Passage[];
  readonly kind: ExhibitKind;
  /** The zone in which local times are read. */
  readonly zone: string;
  readonly language: Language;
  readonly dayOrder?: DayOrder | undefined;
  /** The document's own date; null when it is not known. */
  readonly reference: TimeReference | null;
}

/** A stretch of one passage. */
export interface Span {
  readonly place: string;
  readonly from: number;
  readonly to: number;
}

/** A dated passage as it stands in an exhibit, and what it would mean. */
export interface ScannedPassage {
  readonly place: string;
  /** Offset of the phrase in its passage (UTF-16). */
  readonly start: number;
  /** The phrase in every passage it touches. */
  readonly spans: readonly Span[];
  /** The sentence around it: the source's very words, line ends as spaces. */
  readonly quote: string;
  /** Where in the quote the phrase stands. */
  readonly phraseAt: number;
  readonly phrase: string;
  readonly title: string;
  readonly moment: Moment | null;
  readonly question: string;
  readonly reason: string;
  readonly alternatives: readonly Moment[];
  /** What relative words were counted from; empty where nothing had to be counted. */
  readonly relativeTo: string;
}

export interface Scan {
  readonly found: readonly ScannedPassage[];
  /** Dated passages beyond the most that are answered. */
  readonly more: number;
  /** Rows of a table, and messages of a conversation too long to be suggested one by one. */
  readonly rows: number;
  /** Whole dates at the head and at the foot, one of which may be the document's own. */
  readonly datelines: readonly { readonly place: string; readonly phrase: string; readonly edtf: string }[];
}

export type SuggestionTasks = {
  /** Finds every dated passage of an exhibit's text, in order. */
  'suggestion.scan': Task<ScanOrder, Scan>;
};

export const suggestionTerms: TermsOf<SuggestionTasks> = { 'suggestion.scan': { lane: 'foreign', seconds: 60, megabytes: 768 } };
