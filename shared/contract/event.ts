import { z } from 'zod';
import { language } from './language.ts';
import { stance } from '../model/citation.ts';
import { caseEvent, eventKind, lane, standing, tag } from '../model/event.ts';
import { allegationId, caseId, clockId, eventId, exhibitId, instant, partyId, zoneName } from '../model/identifier.ts';
import { moment } from '../model/moment.ts';
import { command, query } from './conversation.ts';
import { oneLine } from '../model/one-line.ts';

export const citationDraft = z.object({
  exhibitId,
  /** A place as in `shared/model/place.ts`; empty for the whole exhibit. */
  place: z.string().max(200),
  stance: stance.default('supports'),
  quote: z.string().max(2000).default(''),
});

/** What relative words are counted from: an exhibit's own date, or when an event happened. */
export const relativeTo = z.union([z.object({ exhibitId }), z.object({ eventId })]);
export type RelativeTo = z.infer<typeof relativeTo>;

const spoken = language.default('en');

const typedMoment = {
  /** EDTF, or a date and time as people write and say them; local times are read in `zone`, by default the case's. */
  when: z.string().trim().min(1).max(200),
  /** The source's own words, where they admit more than one reading and `when` is the one that was chosen. They are kept as the phrase. */
  phrase: z.string().trim().max(200).default(''),
  zone: zoneName.optional(),
  relativeTo: relativeTo.optional(),
};

const draft = z.object({
  title: oneLine(300),
  description: z.string().max(8000).default(''),
  lane: lane.default('incident'),
  standing: standing.default('asserted'),
  kind: eventKind.default('happening'),
  location: z.string().max(300).default(''),
  ...typedMoment,
  /** With a clock, `when` is what that source clock showed: read in the clock's zone, kept as `recorded`, and corrected by the clock. */
  clockId: clockId.nullable().default(null),
  /** When the source recorded it; null when not known, and where a clock stamped it. Its local times are by default read in `zone`. */
  recorded: z.object(typedMoment).nullable().default(null),
  /** When the organisation learned of it; null when not known. */
  learned: z.object(typedMoment).nullable().default(null),
  /** The language in which what cannot be read is refused. */
  language: spoken,
  parties: z.array(partyId).default([]),
  allegations: z.array(allegationId).default([]),
  tags: z.array(tag).max(50).default([]),
  citations: z.array(citationDraft).default([]),
});
export type EventDraft = z.input<typeof draft>;

/** `entered` is the order of entry, whatever the computer's clock said. */
export const eventSort = z.enum(['happened', 'recorded', 'learned', 'entered', 'title', 'lane', 'standing', 'citations']);
export type EventSort = z.infer<typeof eventSort>;

/** Which events, in which order. `filter` matches titles, case-insensitively. */
const selection = {
  caseId,
  filter: z.string().max(200).default(''),
  differing: z.boolean().default(false),
  /** Only events that name this party. */
  partyId: partyId.optional(),
};
const order = { by: eventSort.default('happened'), descending: z.boolean().default(false) };

/** One edit, to be taken back by `event.revert` to `before`. */
const edit = z.object({ eventId, before: z.int().min(1), after: z.int().min(1) }).readonly();
export type EventEdit = z.infer<typeof edit>;

export const eventContract = {
  'event.add': command(draft.extend({ caseId }), caseEvent),
  /** Replaces every field; what stood there before stays as a version, and is named in the audit ledger. */
  'event.update': command(draft.extend({ eventId }), caseEvent),
  /** Changes the named events alike, all or none of them. Those that stay as they are make no edit. */
  'event.change': command(
    z.object({
      eventIds: z.array(eventId).min(1).max(5000),
      lane: lane.optional(),
      standing: standing.optional(),
      addTags: z.array(tag).max(50).default([]),
      removeTags: z.array(tag).max(50).default([]),
    }),
    z.object({ edits: z.array(edit).readonly() }),
  ),
  /** What the event said, before each change, oldest first. */
  'event.versions': query(
    z.object({ eventId }),
    z.array(z.object({ version: z.int(), event: caseEvent, replacedAt: instant, replacedBy: z.string() }).readonly()),
    { of: ['event'] },
  ),
  /**
   * Says again what the events said in an earlier version, as new versions; all or none of them. Undo and redo are made of it:
   * `from` is the version an event must be in, so that nothing is taken back that came after; else `event.changed-since`.
   */
  'event.revert': command(
    z.object({
      edits: z
        .array(z.object({ eventId, version: z.int().min(1), from: z.int().min(1).optional() }))
        .min(1)
        .max(5000),
    }),
    z.object({ edits: z.array(edit).readonly() }),
  ),
  /** Takes the event out of the timeline; `event.restore` brings it back. */
  'event.remove': command(z.object({ eventId }), z.object({})),
  'event.restore': command(z.object({ eventId }), caseEvent),
  /** In chronological order: by earliest bound, then latest bound; open bounds first. */
  'event.list': query(z.object({ caseId }), z.array(caseEvent), { of: ['event'] }),
  /** A part of that list, in any order: `total` events, of which those from `from` (0-based) on are answered. */
  'event.page': query(
    z.object({ ...selection, ...order, from: z.int().min(0), count: z.int().min(1).max(500) }),
    z.object({ total: z.int(), events: z.array(caseEvent).readonly() }),
    { of: ['event'] },
  ),
  /** Where in that order an event stands, 0-based; null when it is not among them. */
  'event.position': query(z.object({ ...selection, ...order, eventId }), z.int().nullable(), { of: ['event'] }),
  'event.get': query(z.object({ eventId }), caseEvent, { of: ['event'] }),
  /** Every tag used in the case, with how many events carry it. */
  'event.tags': query(z.object({ caseId }), z.array(z.object({ tag, events: z.int() }).readonly()), { of: ['event'] }),
  /** What was understood, as bounds, before anything is saved. Fails with `moment.invalid`. */
  'moment.interpret': query(
    z.object({ text: z.string().max(200), zone: zoneName, language: spoken, relativeTo: relativeTo.optional() }),
    moment,
    {
      of: ['exhibit', 'event'],
    },
  ),
} as const;
