import type { CSSProperties, ReactElement } from 'react';
import type { EventOrder } from '../../../../shared/contract/question.ts';
import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import { formatBounds } from '../../../../shared/time/index.ts';
import { useLanguage, useWords } from '../../../ui/words.ts';
import { orderScale } from './order-scale.ts';

interface OrderPictureProps {
  readonly zone: string;
  readonly event: CaseEvent;
  readonly other: CaseEvent;
  readonly explanation: EventOrder['explanation'];
}

/** The bounds of both events on one scale, with the edges that decide marked. The sentences below say the same in words. */
export function OrderPicture({ zone, event, other, explanation }: OrderPictureProps): ReactElement {
  const say = useWords('question');
  const language = useLanguage();
  const scale = orderScale(event.happened, other.happened);
  const edges = explanation.decidedBy.flat();
  const bounds = (moment: Moment): string => formatBounds(moment, { language, zone });
  const label = say('order.picture', {
    one: `${event.title}, ${bounds(event.happened)}`,
    two: `${other.title}, ${bounds(other.happened)}`,
    order: say(`order.${explanation.order}`),
  });
  return (
    <div className="order-picture" role="img" aria-label={label}>
      {(['one', 'other'] as const).map((side) => {
        const bar = scale.bar(side === 'one' ? event.happened : other.happened);
        return (
          <div key={side} className="order-row" data-side={side}>
            <span className="order-name">{say(`order.${side}`)}</span>
            <span className="order-track">
              <span className="order-bar" data-open={bar.open} style={place(bar.from, bar.to)} />
              {[...new Set(edges.filter((edge) => edge.side === side).map(({ at }) => at))].map(
                (at) => at !== null && <span key={at} className="order-edge" style={{ insetInlineStart: percent(scale.at(at)) }} />,
              )}
            </span>
          </div>
        );
      })}
    </div>
  );
}

function place(from: number, to: number): CSSProperties {
  return { insetInlineStart: percent(from), inlineSize: percent(to - from) };
}

function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(2)}%`;
}
