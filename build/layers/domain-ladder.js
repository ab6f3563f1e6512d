/**
 * The rooms of the domain as a ladder: a room asks only those that stand in its row, through their doors. Ports are the
 * ground and open to all. A new room is a new row; if its row would need a room that already asks for it, the cut is wrong.
 * @type {Readonly<Record<string, { readonly asks: readonly string[], readonly because: string }>>}
 */
export const DOMAIN_LADDER = {
  columns: { asks: [], because: 'Large arrays know no rule of evidence; whoever sorts a million rows asks them.' },
  entries: { asks: [], because: 'What every ledger entry is made with must not know what the entry is about.' },
  release: { asks: [], because: 'The gate judges facts it is given; whoever gathers them stands outside.' },
  case: { asks: ['entries'], because: 'Every room asks whether a case is open; asked back, it could not be tested alone.' },
  evidence: { asks: ['case', 'entries'], because: 'An exhibit is what it is whatever is later said about it.' },
  events: {
    asks: ['case', 'entries', 'evidence'],
    because: 'An event cites evidence; who keeps a picture of events listens instead of being called.',
  },
  timeline: { asks: ['case', 'columns', 'evidence'], because: 'It shows what was written and writes nothing.' },
  clocks: {
    asks: ['case', 'columns', 'entries', 'evidence'],
    because: 'A clock belongs to its exhibits; re-timing writes moments, not events.',
  },
  logs: { asks: ['case', 'columns', 'evidence'], because: 'A log is an exhibit first; its rows become events in one bulk write.' },
  suggestions: { asks: ['case', 'evidence', 'events'], because: 'A suggestion becomes an event only when somebody takes it.' },
  questions: {
    asks: ['case', 'columns', 'evidence', 'events'],
    because: 'Questions are computed from what stands, and nothing stands on a question.',
  },
};

const ROOM = '^electron/core/domain';

/** One rule a room, made from its row. @type {readonly import('./import-rules.js').Rule[]} */
export const ladderRules = Object.entries(DOMAIN_LADDER).map(([room, { asks, because }]) => ({
  name: `domain-ladder-${room}`,
  comment: because,
  severity: 'error',
  from: { path: `${ROOM}/${room}/` },
  to: { path: `${ROOM}/`, pathNot: `${ROOM}/(${[room, 'ports', ...asks].join('|')})/` },
}));
