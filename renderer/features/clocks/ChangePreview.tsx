import type { ReactElement } from 'react';
import type { ClockOutcome, OrderChange } from '../../../shared/contract/clock.ts';
import { formatBounds } from '../../../shared/time/index.ts';
import { formatCount } from '../../ui/sizes.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import { joinSentences } from '../../ui/sentences.ts';

interface ChangePreviewProps {
  /** What the change would do; undefined while it is worked out. */
  readonly outcome: ClockOutcome | undefined;
  /** The zone bounds are shown in. */
  readonly zone: string;
}

const MOVES_SHOWN = 5;
const ORDERS_SHOWN = 8;

/** What a change of a clock makes of what it stamped, before anything is saved: what is known then, which events move, which orders change. */
export function ChangePreview({ outcome, zone }: ChangePreviewProps): ReactElement {
  const say = useWords('clock');
  return (
    <section className="clock-preview" aria-live="polite" aria-label={say('preview')}>
      <h3>{say('preview')}</h3>
      {outcome ? <Outcome outcome={outcome} zone={zone} /> : <p className="quiet small">{say('preview.working')}</p>}
    </section>
  );
}

function Outcome({ outcome: { status, retiming }, zone }: { readonly outcome: ClockOutcome; readonly zone: string }): ReactElement {
  const say = useWords('clock');
  const language = useLanguage();
  const { events, moved, moves, orders } = retiming;
  const [first, ...rest] = status.wording;
  return (
    <>
      <p className="clock-statement">
        <strong>{first}</strong> {joinSentences(rest, language)}
      </p>
      {events === 0 ? (
        <p className="small">{say('preview.nothing')}</p>
      ) : moved === 0 ? (
        <p className="small">{say('preview.same')}</p>
      ) : (
        <>
          <p className="small">
            {joinSentences(
              [say('preview.moves', { count: moved, events: formatCount(events, language) }), say('preview.recorded')],
              language,
            )}
          </p>
          <ul className="clock-moves">
            {moves.slice(0, MOVES_SHOWN).map((move) => (
              <li key={move.eventId}>
                <b>{move.title}</b>
                <span className="quiet">{formatBounds(move.before, { language, zone, zoneShown: false })}</span>
                <span>→ {formatBounds(move.after, { language, zone, zoneShown: false })}</span>
              </li>
            ))}
          </ul>
          {moved > MOVES_SHOWN && <p className="quiet small">{say('preview.more', { count: moved - Math.min(moved, MOVES_SHOWN) })}</p>}
          <OrderChanges orders={orders} />
        </>
      )}
    </>
  );
}

function OrderChanges({ orders }: { readonly orders: ClockOutcome['retiming']['orders'] }): ReactElement {
  const say = useWords('clock');
  if (orders.total === 0) return <p className="small">{say('preview.orders.none')}</p>;
  return (
    <>
      <p className="clock-orders-count">{say(orders.exact ? 'preview.orders' : 'preview.ordersAtLeast', { count: orders.total })}</p>
      <table className="clock-orders">
        <thead>
          <tr>
            <th scope="col">{say('preview.pair')}</th>
            <th scope="col">{say('preview.now')}</th>
            <th scope="col">{say('preview.then')}</th>
          </tr>
        </thead>
        <tbody>
          {orders.changes.slice(0, ORDERS_SHOWN).map((change) => (
            <OrderRow key={`${change.one.eventId} ${change.other.eventId}`} change={change} />
          ))}
        </tbody>
      </table>
      {orders.total > ORDERS_SHOWN && <p className="quiet small">{say('preview.more', { count: orders.total - ORDERS_SHOWN })}</p>}
    </>
  );
}

function OrderRow({ change: { one, other, before, after } }: { readonly change: OrderChange }): ReactElement {
  const say = useWords('clock');
  return (
    <tr>
      <th scope="row">
        <span>{one.title}</span>
        <span>{other.title}</span>
      </th>
      <td>{say(`order.short.${before}`)}</td>
      <td>
        <strong>{say(`order.short.${after}`)}</strong>
      </td>
    </tr>
  );
}
