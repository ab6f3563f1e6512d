import { z } from 'zod';
import { language } from './language.ts';
import { caseEvent, lane } from '../model/event.ts';
import { exhibitNumber } from '../model/exhibit.ts';
import { caseId, eventId, exhibitId, zoneName } from '../model/identifier.ts';
import { moment } from '../model/moment.ts';
import { oneLine } from '../model/one-line.ts';
import { command, query } from './conversation.ts';
import { relativeTo } from './event.ts';

/** A date found with a document that may be its own: never taken without being asked. */
const dateProposal = z
  .object({
    statedBy: z.enum(['pdf-created', 'pdf-modified', 'document-created', 'document-modified', 'file-modified', 'dateline']),
    /** What may be stated. */
    when: z.string(),
    /** As it was found. */
    detail: z.string(),
    /** Where in the text, for a dateline; otherwise empty. */
    place: z.string(),
  })
  .readonly();
export type DateProposal = z.infer<typeof dateProposal>;

const documentDate = z
  .object({
    moment: moment.nullable(),
    statedBy: z.enum(['stated', 'header']).nullable(),
    /** In words: how it is known, or that it is not. */
    basis: z.string(),
    proposals: z.array(dateProposal).readonly(),
  })
  .readonly();
export type DocumentDate = z.infer<typeof documentDate>;

/** One dated passage, by where its phrase stands. The same phrase at the same place is the same suggestion for good. */
const passageKey = z.object({ exhibitId, place: z.string().max(200), start: z.int().min(0), phrase: z.string().min(1).max(1000) });
export type PassageKey = z.infer<typeof passageKey>;

export const suggestion = passageKey
  .extend({
    exhibit: exhibitNumber,
    /** The phrase in every passage it touches; offsets in UTF-16 units. */
    spans: z.array(z.object({ place: z.string(), from: z.int(), to: z.int() }).readonly()).readonly(),
    /** The sentence around it, in the source's very words; line ends became spaces. */
    quote: z.string(),
    /** Where in the quote the phrase begins. */
    phraseAt: z.int(),
    /** A title for the event: the sentence without the words that say when. */
    title: z.string(),
    /** What the phrase was understood as; null when it must be asked. */
    moment: moment.nullable(),
    question: z.string(),
    /** Stable name of the question; empty when there is none. */
    reason: z.string(),
    alternatives: z.array(moment).readonly(),
    /** What relative words were counted from, in words; empty where nothing had to be counted. */
    relativeTo: z.string(),
    state: z.enum(['open', 'accepted', 'dismissed']),
    /** The event it became. */
    eventId: eventId.nullable(),
  })
  .readonly();
export type Suggestion = z.infer<typeof suggestion>;

/** What was searched, and what of it could not be. */
const searchedExhibit = z
  .object({
    exhibitId,
    exhibit: exhibitNumber,
    title: z.string(),
    date: documentDate,
    /** Rows of a table or a log: imported rather than suggested one by one. */
    rows: z.int(),
    /** Dated passages beyond the most that are answered for one exhibit. */
    more: z.int(),
    /** Why its text was not searched; empty when it was. */
    unsearched: z.string(),
  })
  .readonly();
export type SearchedExhibit = z.infer<typeof searchedExhibit>;

const spoken = language.default('en');
const dayOrder = z.enum(['day-first', 'month-first']).optional();

const acceptance = passageKey.extend({
  /** EDTF of the bounds as they were shown, or of the alternative chosen: what was not looked at is not accepted. */
  edtf: z.string().max(300).optional(),
  title: oneLine(300).optional(),
  /** The person's own reading of the phrase, counted from the document's date; the moment keeps the source's words. */
  when: z.string().trim().min(1).max(200).optional(),
  zone: zoneName.optional(),
  /** What `when` is counted from instead of the document's date. */
  relativeTo: relativeTo.optional(),
  lane: lane.optional(),
});
export type Acceptance = z.infer<typeof acceptance>;

export const suggestionContract = {
  /**
   * Every dated passage of one exhibit's text, or of all exhibits of the case but the covered ones, in the order of the text.
   * Nothing of it is on the timeline before it is accepted. `dayOrder`: how 5/4 is to be read, where the case says so.
   */
  'suggestion.list': query(
    z.object({ caseId, exhibitId: exhibitId.optional(), dayOrder, language: spoken }),
    z.object({ exhibits: z.array(searchedExhibit).readonly(), suggestions: z.array(suggestion).readonly() }),
    { of: ['suggestion', 'exhibit', 'event', 'case'] },
  ),
  /** How many are open, in all exhibits of the case but the covered ones. */
  'suggestion.count': query(z.object({ caseId, dayOrder, language: spoken }), z.object({ open: z.int() }), {
    of: ['suggestion', 'exhibit', 'event', 'case'],
  }),
  /** Makes an event of each, with a citation of the very words; all or none of them. Those that are accepted already stay as they are. */
  'suggestion.accept': command(
    z.object({ caseId, dayOrder, language: spoken, suggestions: z.array(acceptance).min(1).max(2000) }),
    z.object({ events: z.array(caseEvent).readonly() }),
  ),
  'suggestion.dismiss': command(z.object({ caseId, suggestions: z.array(passageKey).min(1).max(2000) }), z.object({ dismissed: z.int() })),
  /** Opens decided suggestions again; the event of an accepted one is taken out of the timeline. */
  'suggestion.reopen': command(z.object({ caseId, suggestions: z.array(passageKey).min(1).max(2000) }), z.object({ reopened: z.int() })),
} as const;
