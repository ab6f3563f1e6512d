import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useMemo, useState } from 'react';
import type { Case } from '../../../shared/model/case.ts';
import { type Exhibit, type ExhibitKind, exhibitKind } from '../../../shared/model/exhibit.ts';
import type { ExhibitId } from '../../../shared/model/identifier.ts';
import { useJob } from '../../ask/jobs.ts';
import { useQuery } from '../../ask/queries.ts';
import { useCase } from '../../ask/use-case.ts';
import { BarSearch } from '../../ui/BarSearch.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Select } from '../../ui/Field.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useWords } from '../../ui/words.ts';
import { DropTarget } from './DropTarget.tsx';
import { EvidenceGrid } from './EvidenceGrid.tsx';
import './evidence-page.css';
import { ExhibitInspector } from './ExhibitInspector.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { ImportDialog, type ImportRequest } from './ImportDialog.tsx';
import { VerifyDialog } from './VerifyDialog.tsx';

export function EvidencePage(): ReactElement | null {
  const summary = useCase();
  return summary ? <Evidence key={summary.case.id} matter={summary.case} /> : null;
}

const EVERY_KIND = 'every';
const NONE: readonly Exhibit[] = [];

function Evidence({ matter }: { readonly matter: Case }): ReactElement {
  const say = useWords('evidence');
  const navigate = useNavigate();
  const list = useQuery('exhibit.list', { caseId: matter.id });
  const cited = useCitedCounts(matter);
  const [filter, setFilter] = useState('');
  const [kind, setKind] = useState<ExhibitKind | typeof EVERY_KIND>(EVERY_KIND);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [importing, setImporting] = useState<ImportRequest | null>(null);
  const [exporting, setExporting] = useState<Exhibit | null>(null);
  const verify = useJob('exhibit.verify');
  const [verifying, setVerifying] = useState(false);
  const exhibits = list.data ?? NONE;
  const shown = useMemo(
    () => exhibits.filter((exhibit) => (kind === EVERY_KIND || exhibit.kind === kind) && matches(exhibit, filter)),
    [exhibits, kind, filter],
  );
  const chosen = exhibits.filter((exhibit) => selected.has(exhibit.id));
  const only = chosen.length === 1 ? chosen[0] : undefined;

  const open = (exhibit: Exhibit): void =>
    void navigate({
      to: '/case/$caseId/evidence/$exhibitId',
      params: { caseId: matter.id, exhibitId: exhibit.id },
      search: {},
    });
  const startVerifying = (exhibitIds?: readonly ExhibitId[]): void => {
    setVerifying(true);
    void verify
      .run({
        caseId: matter.id,
        ...(exhibitIds ? { exhibitIds: [...exhibitIds] } : {}),
      })
      .catch(() => undefined);
  };

  return (
    <DropTarget onDrop={(files) => setImporting({ files })}>
      <header className="page-bar">
        <h1>{say('title')}</h1>
        {exhibits.length > 0 && (
          <>
            <BarSearch label={say('filter')} value={filter} onChange={setFilter} />
            <Select
              compact
              label={say('kind')}
              value={kind}
              onChange={setKind}
              options={[
                { key: EVERY_KIND, label: say('kind.all') },
                ...exhibitKind.options.map((key) => ({
                  key,
                  label: say(`exhibit-kind.${key}`),
                })),
              ]}
            />
            <span className="space" />
            {only && (
              <Button size="small" onPress={() => setExporting(only)}>
                {say('export')}
              </Button>
            )}
            <Button size="small" onPress={() => startVerifying(chosen.length > 0 ? chosen.map((one) => one.id) : undefined)}>
              {chosen.length > 0 ? say('verify.selected', { count: chosen.length }) : say('verify.all')}
            </Button>
            <ImportMenu onImport={setImporting} />
          </>
        )}
      </header>
      {list.error && <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && exhibits.length === 0 && (
        <EmptyState title={say('empty')} text={say('empty.text')}>
          <div className="empty-acts">
            <Button look="primary" onPress={() => setImporting({ folders: false })}>
              {say('import.files')}
            </Button>
            <Button onPress={() => setImporting({ folders: true })}>{say('import.folders')}</Button>
          </div>
        </EmptyState>
      )}
      {exhibits.length > 0 &&
        (shown.length > 0 ? (
          <EvidenceGrid exhibits={shown} cited={cited} zone={matter.zone} selected={selected} onSelect={setSelected} onOpen={open} />
        ) : (
          <p className="quiet nothing-found">
            {say('none', {
              text: filter || (kind === EVERY_KIND ? '' : say(`exhibit-kind.${kind}`)),
            })}
          </p>
        ))}
      {only && (
        <ExhibitInspector
          exhibit={only}
          zone={matter.zone}
          cited={cited.get(only.id) ?? 0}
          onOpen={() => open(only)}
          onClose={() => setSelected(new Set())}
        />
      )}
      {importing && <ImportDialog matter={matter} request={importing} onClose={() => setImporting(null)} />}
      {exporting && <ExportDialog exhibit={exporting} onClose={() => setExporting(null)} />}
      {verifying && <VerifyDialog job={verify} onClose={() => setVerifying(false)} />}
    </DropTarget>
  );
}

function ImportMenu({ onImport }: { readonly onImport: (request: ImportRequest) => void }): ReactElement {
  const say = useWords('evidence');
  return (
    <Menu
      label={say('import')}
      entries={[
        {
          key: 'files',
          label: say('import.files'),
          onAction: () => onImport({ folders: false }),
        },
        {
          key: 'folders',
          label: say('import.folders'),
          onAction: () => onImport({ folders: true }),
        },
      ]}
    >
      <Button look="primary" size="small" icon="plus">
        {say('import')}
      </Button>
    </Menu>
  );
}

/** How many events cite each exhibit. */
function useCitedCounts(matter: Case): ReadonlyMap<string, number> {
  const counts = useQuery('exhibit.citationCounts', { caseId: matter.id }).data;
  return useMemo(() => new Map((counts ?? []).map(({ exhibitId, events }) => [exhibitId, events])), [counts]);
}

function matches(exhibit: Exhibit, filter: string): boolean {
  const content = `${exhibit.number} ${exhibit.title} ${exhibit.fileName} ${exhibit.source}`.toLocaleLowerCase();
  return filter
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => content.includes(word));
}
