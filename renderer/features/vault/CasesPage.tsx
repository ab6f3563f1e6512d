import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useQuery } from '../../ask/queries.ts';
import type { CaseSummary } from '../../../shared/model/case.ts';
import { Button } from '../../ui/Button.tsx';
import { type Column, DataGrid } from '../../ui/DataGrid.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useWords } from '../../ui/words.ts';
import { CaseDialog } from '../../parts/case/CaseDialog.tsx';

/** Every case of the vault. */
export function CasesPage(): ReactElement {
  const say = useWords('vault');
  const navigate = useNavigate();
  const { create } = useSearch({ from: '/cases' });
  const { data: cases, error, refetch } = useQuery('case.list', {});
  const columns = useCaseColumns();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const setCreating = (creating: boolean) => void navigate({ to: '/cases', search: creating ? { create: true } : {} });
  const open = (summary: CaseSummary) => void navigate({ to: '/case/$caseId/overview', params: { caseId: summary.case.id } });

  return (
    <>
      <header className="page-bar">
        <h1>{say('cases.title')}</h1>
        <span className="space" />
        {cases && cases.length > 0 && (
          <Button look="primary" size="small" icon="plus" onPress={() => setCreating(true)}>
            {say('cases.create')}
          </Button>
        )}
      </header>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {cases?.length === 0 && (
        <EmptyState title={say('cases.empty')} text={say('cases.empty.text')}>
          <Button look="primary" icon="plus" onPress={() => setCreating(true)}>
            {say('cases.create')}
          </Button>
        </EmptyState>
      )}
      {cases && cases.length > 0 && (
        <DataGrid
          label={say('cases.title')}
          rows={cases}
          columns={columns}
          rowKey={(summary) => summary.case.id}
          selected={selected}
          onSelect={setSelected}
          onOpen={open}
          initialSorting={{ column: 'reference', direction: 'ascending' }}
        />
      )}
      <CaseDialog
        isOpen={create === true}
        onClose={() => setCreating(false)}
        onDone={(made) => {
          useToasts.getState().tell(say('cases.created', { reference: made.reference }));
          void navigate({ to: '/case/$caseId/overview', params: { caseId: made.id } });
        }}
      />
    </>
  );
}

function useCaseColumns(): readonly Column<CaseSummary>[] {
  const say = useWords('vault');
  const count = (key: 'parties' | 'exhibits' | 'events' | 'releases'): Column<CaseSummary> => ({
    key,
    header: say(`cases.${key}`),
    width: '76px',
    align: 'end',
    render: (summary) => summary[key],
    sortBy: (summary) => summary[key],
  });
  return [
    {
      key: 'reference',
      header: say('cases.reference'),
      width: 'minmax(110px, 160px)',
      render: (summary) => <strong>{summary.case.reference}</strong>,
      sortBy: (summary) => summary.case.reference,
    },
    {
      key: 'title',
      header: say('cases.name'),
      width: 'minmax(160px, 1fr)',
      render: (summary) => summary.case.title,
      sortBy: (summary) => summary.case.title,
    },
    count('parties'),
    count('exhibits'),
    count('events'),
    count('releases'),
    {
      key: 'created',
      header: say('cases.createdAt'),
      width: '130px',
      render: (summary) => <DateText at={summary.case.createdAt} zone={summary.case.zone} style="day" />,
      sortBy: (summary) => summary.case.createdAt,
    },
  ];
}
