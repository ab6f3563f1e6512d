import type { ReactElement } from 'react';
import type { Party } from '../../../shared/model/party.ts';
import { useQuery } from '../../ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Inspector, InspectorPart } from '../../ui/Inspector.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useWords } from '../../ui/words.ts';

interface PartyInspectorProps {
  readonly party: Party;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** More are counted: the timeline, with its bands by person, is the place for hundreds. */
const MOST_LISTED = 100;

export function PartyInspector({ party, onEdit, onRemove, onClose }: PartyInspectorProps): ReactElement {
  const say = useWords('people');
  const page = useQuery('event.page', { caseId: party.caseId, partyId: party.id, from: 0, count: MOST_LISTED }).data;
  const named = page?.events ?? [];
  const more = (page?.total ?? 0) - named.length;
  return (
    <Inspector title={party.name} onClose={onClose}>
      <p>
        <Tag>{say(`role.${party.role}`)}</Tag>
      </p>
      <Facts
        facts={[
          { name: say('kind'), value: say(`party-kind.${party.kind}`) },
          ...(party.position ? [{ name: say('position'), value: party.position }] : []),
          ...(party.note ? [{ name: say('note'), value: party.note }] : []),
        ]}
      />
      <div className="inspector-actions">
        <Button size="small" onPress={onEdit}>
          {say('edit')}
        </Button>
        <Button size="small" onPress={onRemove}>
          {say('remove')}
        </Button>
      </div>
      <InspectorPart title={say('events')}>
        {named.length === 0 ? (
          <p className="quiet small">{say('events.none')}</p>
        ) : (
          <ul className="inspector-list">
            {named.map((event) => (
              <li key={event.id}>
                <a href={`#/case/${party.caseId}/timeline?event=${event.id}`}>{event.title}</a>
              </li>
            ))}
            {more > 0 && <li className="quiet">{say('events.more', { count: more })}</li>}
          </ul>
        )}
      </InspectorPart>
    </Inspector>
  );
}
