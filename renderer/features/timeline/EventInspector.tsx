import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Case } from '../../../shared/model/case.ts';
import type { Citation } from '../../../shared/model/citation.ts';
import { accountsDiffer, type CaseEvent } from '../../../shared/model/event.ts';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import { formatBounds, formatDuration, formatInstant, formatMoment } from '../../../shared/time/index.ts';
import { useQuery } from '../../app/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Inspector, InspectorPart } from '../../ui/Inspector.tsx';
import { Tag, type Tone } from '../../ui/Tag.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import { LaneMark } from './EventMarks.tsx';
import { describePlace } from './place-words.ts';
import { Thumbnail } from './Thumbnail.tsx';
import { readMoment } from './WhenField.tsx';

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
  const language = useLanguage();
  const parties = useQuery('party.list', { caseId: matter.id }).data ?? [];
  const exhibits = useQuery('exhibit.list', { caseId: matter.id }).data ?? [];
  const contrary = event.citations.filter((one) => one.stance === 'contradicts').length;
  return (
    <Inspector title={event.title} onClose={onClose}>
      <p className="tags">
        <Tag>
          <LaneMark lane={event.lane} />
        </Tag>
        <Tag tone={event.standing === 'established' ? 'verified' : 'plain'}>{say(`standing.${event.standing}`)}</Tag>
        {accountsDiffer(event) && <Tag tone="differ">{say('differs', { count: contrary })}</Tag>}
      </p>
      <WhenPart event={event} zone={matter.zone} />
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
      <InspectorPart title={say('citations')}>
        {event.citations.length === 0 ? (
          <p className="quiet small">{say('citations.none')}</p>
        ) : (
          event.citations.map((citation) => (
            <Source key={citation.id} citation={citation} matter={matter} exhibit={exhibits.find((one) => one.id === citation.exhibitId)} />
          ))
        )}
      </InspectorPart>
      <p className="quiet small">
        {say('entered')}{' '}
        {say('entered.by', {
          time: formatInstant(event.enteredAt, {
            locale: language,
            zone: matter.zone,
          }),
          name: event.enteredBy,
        })}
      </p>
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

function WhenPart({ event, zone }: { readonly event: CaseEvent; readonly zone: string }): ReactElement {
  const say = useWords('event');
  const language = useLanguage();
  const { happened } = event;
  const format = { locale: language, zone } as const;
  const { earliest, latest } = happened;
  return (
    <InspectorPart title={say('when')}>
      <p className="moment">{formatMoment(happened, { ...format, style: 'full' })}</p>
      <Facts
        facts={[
          {
            name: say('recorded'),
            value: <span className="verbatim">{happened.phrase}</span>,
          },
          { name: say('bounds'), value: formatBounds(happened, format) },
          {
            name: say('when.width'),
            value: earliest === null || latest === null ? say('when.open') : formatDuration(latest - earliest, { locale: language }),
          },
          {
            name: say('precision'),
            value:
              say(`precision.${happened.precision}`) +
              [happened.approximate && say('approximate'), happened.uncertain && say('uncertain')]
                .filter(Boolean)
                .map((word) => `, ${word}`)
                .join(''),
          },
          { name: say('basis'), value: basisOf(event, language) },
        ]}
      />
    </InspectorPart>
  );
}

/** The basis was written in the language of whoever entered the event; the reader gets it in theirs where it can be read again. */
function basisOf({ happened }: CaseEvent, language: 'en' | 'zh-CN'): string {
  const read = readMoment(happened.edtf, happened.zone, language);
  return read && !('code' in read) ? read.basis : happened.basis;
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
      <Tag tone={tones[citation.stance]}>{say(`stance.${citation.stance}`)}</Tag>
      {citation.quote && <blockquote className="quote">{citation.quote}</blockquote>}
    </article>
  );
}
