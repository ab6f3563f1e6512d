import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import type { EventOrder } from '../../../../shared/contract/question.ts';
import type { Case } from '../../../../shared/model/case.ts';
import type { CaseEvent } from '../../../../shared/model/event.ts';
import { describeClocks, quoted } from '../../../../shared/words/question-words.ts';
import { describeOrder } from '../../../../shared/time/index.ts';
import { useQuery } from '../../../ask/queries.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { InspectorPart } from '../../../ui/Inspector.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { useLanguage, useWords } from '../../../ui/words.ts';
import { EventField } from '../../../parts/event/EventField.tsx';
import { OrderPicture } from './OrderPicture.tsx';
import './questions.css';

/** In the event's inspector: how it stands to any other event in time, why, and what would settle it. */
export function OrderPart({ matter, event }: { readonly matter: Case; readonly event: CaseEvent }): ReactElement {
  const say = useWords('question');
  const [other, setOther] = useState<CaseEvent | null>(null);
  const compared = other && other.id !== event.id ? other : null;
  const { data, error, refetch } = useQuery('event.order', compared && { first: event.id, second: compared.id });
  return (
    <InspectorPart title={say('order.title')}>
      <EventField
        key={event.id}
        matter={matter}
        label={say('order.with')}
        hint={say('order.hint')}
        value={compared}
        onChange={setOther}
        without={event.id}
      />
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {compared && data && <Compared matter={matter} event={event} other={compared} answer={data} />}
    </InspectorPart>
  );
}

interface ComparedProps {
  readonly matter: Case;
  readonly event: CaseEvent;
  readonly other: CaseEvent;
  readonly answer: EventOrder;
}

function Compared({ matter, event, other, answer }: ComparedProps): ReactElement {
  const say = useWords('question');
  const language = useLanguage();
  const { explanation } = answer;
  const names = { one: quoted(event.title), other: quoted(other.title) };
  const { order, question, answer: said, settling } = describeOrder(explanation, names, { language, zone: matter.zone });
  const readings = describeClocks(answer, { one: event.title, other: other.title }, language);
  return (
    <div className="order" aria-live="polite">
      <p>
        <Tag tone={explanation.order === 'cannot-tell' ? 'plain' : 'act'}>{say(`order.${explanation.order}`)}</Tag>
      </p>
      <OrderPicture zone={matter.zone} event={event} other={other} explanation={explanation} />
      {!said.includes(order) && <p>{order}</p>}
      <p>
        <b>{question}</b> {said}
      </p>
      <Sentences title={say('order.settle')} sentences={settling} />
      <Sentences title={say('order.clocks')} sentences={readings} />
      <p className="small">
        <Link to="/case/$caseId/timeline" params={{ caseId: matter.id }} search={{ event: other.id }}>
          {say('order.open')}
        </Link>
      </p>
    </div>
  );
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }): ReactElement | null {
  if (sentences.length === 0) return null;
  return (
    <>
      <h4 className="order-heading">{title}</h4>
      <ul className="order-facts">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
