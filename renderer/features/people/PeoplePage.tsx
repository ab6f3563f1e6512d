import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement, useMemo, useState } from 'react';
import { useCase, useCaseId } from '../../ask/use-case.ts';
import { useQuery } from '../../ask/queries.ts';
import type { Party } from '../../../shared/model/party.ts';
import { partyRole } from '../../../shared/model/party.ts';
import { Button } from '../../ui/Button.tsx';
import { type Column, DataGrid } from '../../ui/DataGrid.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { SearchField } from '../../ui/Field.tsx';
import { useWords } from '../../ui/words.ts';
import { AllegationsButton } from '../../parts/allegation/AllegationRegister.tsx';
import { PartyDialog } from './PartyDialog.tsx';
import { PartyInspector } from './PartyInspector.tsx';
import { useRemoveParties } from './mutations.ts';

/** The parties of a case: who they are and in which role. */
export function PeoplePage(): ReactElement {
  const say = useWords('people');
  const caseId = useCaseId();
  const matter = useCase()?.case;
  const navigate = useNavigate();
  const { party: chosen } = useSearch({ from: '/case/$caseId/people' });
  const { data: parties, error, refetch } = useQuery('party.list', caseId ? { caseId } : null);
  const [filter, setFilter] = useState('');
  const [form, setForm] = useState<{ readonly present?: Party } | null>(null);
  const [many, setMany] = useState<ReadonlySet<string>>(new Set());
  const remove = useRemoveParties();
  const columns = usePartyColumns();
  const shown = useMemo(() => parties?.filter((one) => matches(one, filter)) ?? [], [parties, filter]);
  const selected = chosen ? new Set([...many].some((key) => key === chosen) ? many : [chosen]) : many;
  const inspected = selected.size === 1 ? parties?.find((one) => selected.has(one.id)) : undefined;

  function select(keys: ReadonlySet<string>): void {
    setMany(keys);
    const only = keys.size === 1 ? [...keys][0] : undefined;
    void navigate({ to: '.', search: only ? { party: only } : {}, replace: true });
  }

  return (
    <>
      <header className="page-bar">
        <h1>{say('title')}</h1>
        {parties && parties.length > 0 && (
          <>
            <SearchField label={say('filter')} value={filter} onChange={setFilter} />
            <span className="space" />
            {matter && <AllegationsButton matter={matter} />}
            <Button look="primary" size="small" icon="plus" onPress={() => setForm({})}>
              {say('add')}
            </Button>
          </>
        )}
      </header>
      <ErrorNote error={error ?? remove.error} onRetry={() => void refetch()} />
      {parties?.length === 0 && (
        <EmptyState title={say('empty')} text={say('empty.text')}>
          <Button look="primary" icon="plus" onPress={() => setForm({})}>
            {say('add')}
          </Button>
        </EmptyState>
      )}
      {parties && parties.length > 0 && shown.length === 0 && <EmptyState title={say('none', { text: filter })} text="" />}
      {shown.length > 0 && (
        <DataGrid
          label={say('title')}
          rows={shown}
          columns={columns}
          rowKey={(party) => party.id}
          multiple
          selected={selected}
          onSelect={select}
          onOpen={(party) => setForm({ present: party })}
          onDelete={(keys) => void remove.run(shown.filter((party) => keys.has(party.id)))}
        />
      )}
      {inspected && (
        <PartyInspector
          party={inspected}
          onEdit={() => setForm({ present: inspected })}
          onRemove={() => void remove.run([inspected])}
          onClose={() => select(new Set())}
        />
      )}
      {caseId && form && (
        <PartyDialog caseId={caseId} {...form} onClose={() => setForm(null)} onSaved={(party) => select(new Set([party.id]))} />
      )}
    </>
  );
}

function usePartyColumns(): readonly Column<Party>[] {
  const say = useWords('people');
  return [
    {
      key: 'name',
      header: say('name'),
      width: 'minmax(140px, 1fr)',
      render: (party) => <strong>{party.name}</strong>,
      sortBy: (party) => party.name,
    },
    {
      key: 'role',
      header: say('role'),
      width: 'minmax(110px, 160px)',
      render: (party) => say(`role.${party.role}`),
      sortBy: (party) => partyRole.options.indexOf(party.role),
    },
    {
      key: 'position',
      header: say('position'),
      width: 'minmax(140px, 1.2fr)',
      render: (party) => party.position,
      sortBy: (party) => party.position || null,
    },
    { key: 'kind', header: say('kind'), width: '120px', render: (party) => say(`party-kind.${party.kind}`), sortBy: (party) => party.kind },
  ];
}

function matches(party: Party, filter: string): boolean {
  const content = `${party.name} ${party.position} ${party.note}`.toLocaleLowerCase();
  return filter
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => content.includes(word));
}
