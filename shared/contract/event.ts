import { z } from 'zod';
import { stance } from '../model/citation.ts';
import { caseEvent, lane, standing } from '../model/event.ts';
import { caseId, eventId, exhibitId, partyId, zoneName } from '../model/identifier.ts';
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

const draft = z.object({
  title: oneLine(300),
  description: z.string().max(8000).default(''),
  lane: lane.default('incident'),
  standing: standing.default('asserted'),
  location: z.string().max(300).default(''),
  /** EDTF, or a plain date and time such as `2031-05-14 23:34`; local times are read in `zone`, by default the case's. */
  when: z.string().trim().min(1).max(200),
  zone: zoneName.optional(),
  /** The language in which the moment's basis is written down. */
  locale: z.enum(['en', 'zh-CN']).default('en'),
  parties: z.array(partyId).default([]),
  citations: z.array(citationDraft).default([]),
});
export type EventDraft = z.input<typeof draft>;

export const eventContract = {
  'event.add': command(draft.extend({ caseId }), caseEvent),
  /** Replaces every field; the entry before is named in the audit ledger. */
  'event.update': command(draft.extend({ eventId }), caseEvent),
  /** Takes the event out of the timeline; `event.restore` brings it back. */
  'event.remove': command(z.object({ eventId }), z.object({})),
  'event.restore': command(z.object({ eventId }), caseEvent),
  /** In chronological order: by earliest bound, then latest bound; open bounds first. */
  'event.list': query(z.object({ caseId }), z.array(caseEvent)),
  'event.get': query(z.object({ eventId }), caseEvent),
  /** What was understood, as bounds, before anything is saved. Fails with `moment.invalid`. */
  'moment.interpret': query(z.object({ text: z.string().max(200), zone: zoneName, locale: z.enum(['en', 'zh-CN']).default('en') }), moment),
} as const;
