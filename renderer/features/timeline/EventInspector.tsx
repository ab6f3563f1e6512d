import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Case } from '../../../shared/model/case.ts';
import type { Citation } from '../../../shared/model/citation.ts';
import { accountsDiffer, type CaseEvent } from '../../../shared/model/event.ts';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import { useQuery } from '../../ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Inspector, InspectorPart } from '../../ui/Inspector.tsx';
import { Tag, type Tone } from '../../ui/Tag.tsx';
import { useWords } from '../../ui/words.ts';
import { OrderPart } from './questions/OrderPart.tsx';
import { EventHistory } from './EventHistory.tsx';
import { EventMoments } from './EventMoments.tsx';
import { LaneMark } from '../../parts/event/EventMarks.tsx';
import { describePlace } from '../../parts/exhibit/place-words.ts';
import { Thumbnail } from '../../parts/exhibit/Thumbnail.tsx';
import './event-inspector.css';

interface EventInspectorProps {
  readonly matter: Case;
  readonly event: CaseEvent;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** The selected event: its moment as recorded, its bounds and how they came about, and the places that say so. */
export function EventInspector({ matter, event, onEdit, onRemove, onClose }: EventInspectorProps): ReactElement {
  const say = useWords('event');
  const sayPeople = useWords('people');
  const parties = useQuery('party.list', { caseId: matter.id }).data ?? [];
  const exhibits = useQuery('exhibit.list', { caseId: matter.id }).data ?? [];
  const allegations = useQuery('allegation.list', event.allegations.length > 0 ? { caseId: matter.id } : null).data ?? [];
  const contrary = event.citations.filter((one) => one.stance === 'contradicts').length;
  return (
    <Inspector title={event.title} onClose={onClose}>
      <p className="tags">
        <Tag>
          <LaneMark lane={event.lane} />
        </Tag>
        <Tag tone={event.standing === 'established' ? 'verified' : 'plain'}>{say(`standing.${event.standing}`)}</Tag>
        {event.kind === 'memory-gap' && <Tag>{say('event-kind.memory-gap')}</Tag>}
        {accountsDiffer(event) && <Tag tone="differ">{say('differs', { count: contrary })}</Tag>}
      </p>
      <EventMoments matter={matter} event={event} />
      {event.location && (
        <InspectorPart title={say('location')}>
          <p>{event.location}</p>
        </InspectorPart>
      )}
      {event.description && (
        <InspectorPart title={say('description')}>
          <p className="prose">{event.description}</p>
        </InspectorPart>
      )}
      {event.parties.length > 0 && (
        <InspectorPart title={say('parties')}>
          <ul className="plain-list">
            {event.parties.map((id) => {
              const party = parties.find((one) => one.id === id);
              return party ? (
                <li key={id}>
                  {party.name} <span className="quiet small">{sayPeople(`role.${party.role}`)}</span>
                </li>
              ) : null;
            })}
          </ul>
        </InspectorPart>
      )}
      {event.allegations.length > 0 && (
        <InspectorPart title={say('allegations')}>
          <ul className="plain-list">
            {event.allegations.map((id) => {
              const allegation = allegations.find((one) => one.id === id);
              return allegation ? (
                <li key={id}>
                  <b>{allegation.number}</b> {allegation.title}
                </li>
              ) : null;
            })}
          </ul>
        </InspectorPart>
      )}
      {event.tags.length > 0 && (
        <InspectorPart title={say('tags')}>
          <p className="tags">
            {event.tags.map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
          </p>
        </InspectorPart>
      )}
      <InspectorPart title={say('citations')}>
        {event.citations.length === 0 ? (
          <p className="quiet small">{say('citations.none')}</p>
        ) : (
          event.citations.map((citation) => (
            <Source key={citation.id} citation={citation} matter={matter} exhibit={exhibits.find((one) => one.id === citation.exhibitId)} />
          ))
        )}
      </InspectorPart>
      <OrderPart matter={matter} event={event} />
      <InspectorPart title={say('history')}>
        <EventHistory key={event.id} matter={matter} event={event} />
      </InspectorPart>
      <div className="inspector-acts">
        <Button size="small" onPress={onEdit}>
          {say('edit')}
        </Button>
        <Button size="small" look="quiet" onPress={onRemove}>
          {say('remove')}
        </Button>
      </div>
    </Inspector>
  );
}

const tones: Readonly<Record<Citation['stance'], Tone>> = {
  supports: 'plain',
  contradicts: 'differ',
  context: 'plain',
};

function Source({
  citation,
  matter,
  exhibit,
}: {
  readonly citation: Citation;
  readonly matter: Case;
  readonly exhibit: Exhibit | undefined;
}): ReactElement {
  const say = useWords('event');
  const place = describePlace(citation.place, say);
  return (
    <article className="source">
      <Link
        to="/case/$caseId/evidence/$exhibitId"
        params={{ caseId: matter.id, exhibitId: citation.exhibitId }}
        search={citation.place ? { place: citation.place } : {}}
        className="source-link"
      >
        <Thumbnail exhibit={exhibit} place={citation.place} />
        <span>
          <b>{citation.exhibitNumber}</b> · {place}
          <span className="quiet small source-title">{exhibit?.title}</span>
        </span>
      </Link>
      <p className="source-foot">
        <Tag tone={tones[citation.stance]}>{say(`stance.${citation.stance}`)}</Tag>
        <Link
          to="/case/$caseId/evidence/$exhibitId"
          params={{ caseId: matter.id, exhibitId: citation.exhibitId }}
          search={{ show: 'custody', ...(citation.place ? { place: citation.place } : {}) }}
          className="small"
        >
          {say('custody', { exhibit: citation.exhibitNumber })}
        </Link>
      </p>
      {citation.quote && <blockquote className="quote">{citation.quote}</blockquote>}
    </article>
  );
}
