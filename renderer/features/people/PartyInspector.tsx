import type { ReactElement } from 'react';
import type { Party } from '../../../shared/model/party.ts';
import { hasScreen } from '../../app/navigation.ts';
import { useQuery } from '../../app/queries.ts';
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

export function PartyInspector({ party, onEdit, onRemove, onClose }: PartyInspectorProps): ReactElement {
  const say = useWords('people');
  const { data: events } = useQuery('event.list', { caseId: party.caseId });
  const named = events?.filter((event) => event.parties.includes(party.id)) ?? [];
  return (
    <Inspector title={party.name} onClose={onClose}>
      <p>
        <Tag>{say(`role.${party.role}`)}</Tag>
      </p>
      <Facts
        facts={[
          { name: say('kind'), value: say(`kind.${party.kind}`) },
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
                {hasScreen('timeline') ? <a href={`#/case/${party.caseId}/timeline?event=${event.id}`}>{event.title}</a> : event.title}
              </li>
            ))}
          </ul>
        )}
      </InspectorPart>
    </Inspector>
  );
}
