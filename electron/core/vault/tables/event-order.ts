import type { CaseId } from '../../../../shared/model/identifier.ts';
import type { EventOrder, OrderedEvent } from '../../domain/ports.ts';
import type { Database } from '../database.ts';

const MOMENT_OF = (which: 'recorded' | 'learned', column: 'earliest' | 'latest') =>
  `(SELECT ${column} FROM event_moment WHERE event_ordinal = event.ordinal AND which = '${which}')`;

/** What each order sorts by; whatever is equal stays in the order of what happened. */
const KEYS: Readonly<Record<EventOrder['by'], readonly string[]>> = {
  happened: ['earliest', 'latest'],
  recorded: [MOMENT_OF('recorded', 'earliest'), MOMENT_OF('recorded', 'latest')],
  learned: [MOMENT_OF('learned', 'earliest'), MOMENT_OF('learned', 'latest')],
  entered: ['entered_at'],
  title: ['title COLLATE NOCASE'],
  lane: ["CASE lane WHEN 'incident' THEN 1 WHEN 'knowledge' THEN 2 WHEN 'institution' THEN 3 ELSE 4 END"],
  standing: ['standing'],
  citations: ['(SELECT COUNT(*) FROM citation WHERE event_ordinal = event.ordinal)'],
};

const DIFFERS = `AND EXISTS (SELECT 1 FROM citation WHERE event_ordinal = event.ordinal AND stance = 'supports')
AND EXISTS (SELECT 1 FROM citation WHERE event_ordinal = event.ordinal AND stance = 'contradicts')`;

const NAMES = 'AND ordinal IN (SELECT event_ordinal FROM event_party WHERE party_id = ?)';

/** All events of a case in an order, as little of each as deciding about it takes. Those that lack what is sorted by come last. */
export function* orderEvents(
  database: Database,
  caseId: CaseId,
  { by, descending, differing, partyId }: EventOrder,
): Generator<OrderedEvent> {
  const direction = descending ? 'DESC' : 'ASC';
  const keys = KEYS[by].map((key, index) => `${key} ${direction}${index === 0 && by !== 'happened' ? ' NULLS LAST' : ''}`);
  const then = by === 'happened' ? [] : ['earliest', 'latest'];
  const rows = database.stream<[number, string]>(
    `SELECT ordinal, title FROM event WHERE case_id = ? AND removed = 0 ${differing ? DIFFERS : ''} ${partyId === undefined ? '' : NAMES}
      ORDER BY ${[...keys, ...then, `ordinal ${by === 'happened' ? direction : 'ASC'}`].join(', ')}`,
    caseId,
    ...(partyId === undefined ? [] : [partyId]),
  );
  for (const [ordinal, title] of rows) yield { ordinal, title };
}
