import { type ReactElement, useEffect, useMemo, useState } from 'react';
import type { Case } from '../../../shared/model/case.ts';
import type { Chain, LedgerEntry } from '../../../shared/model/ledger.ts';
import { formatInstant } from '../../../shared/time/index.ts';
import { ask } from '../../ask/bridge.ts';
import { useQuery } from '../../ask/queries.ts';
import { useCase } from '../../ask/use-case.ts';
import { Button } from '../../ui/Button.tsx';
import { type Column, DataGrid } from '../../ui/DataGrid.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Select } from '../../ui/Field.tsx';
import { formatCount } from '../../ui/sizes.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import { describeAct } from '../../parts/ledger/act-words.ts';
import { EntryInspector } from './EntryInspector.tsx';
import { LedgerHeads } from './LedgerHeads.tsx';
import { ExhibitLink, numberOf } from './ExhibitLink.tsx';
import './ledger.css';
import { VerifyLedger } from './VerifyLedger.tsx';

export function LedgerPage(): ReactElement | null {
  const summary = useCase();
  return summary ? <Ledger key={summary.case.id} matter={summary.case} /> : null;
}

type Scope = 'case' | 'vault';
const PAGE = 200;

function Ledger({ matter }: { readonly matter: Case }): ReactElement {
  const say = useWords('ledger');
  const language = useLanguage();
  const [chain, setChain] = useState<Chain>('custody');
  const [scope, setScope] = useState<Scope>('case');
  const [selected, setSelected] = useState<string | null>(null);
  const { entries, total, more, error } = useEntries(matter, chain, scope);
  const columns = useColumns(matter);
  const keys = useMemo(() => new Set(selected ? [selected] : []), [selected]);
  const entry = entries?.find((one) => one.hash === selected);
  return (
    <>
      <header className="page-bar">
        <h1>{say('title')}</h1>
        <Select
          compact
          label={say('chain')}
          value={chain}
          onChange={setChain}
          options={(['custody', 'audit'] as const).map((key) => ({
            key,
            label: say(`chain.${key}`),
            detail: say(`chain.${key}.text`),
          }))}
        />
        <Select
          compact
          label={say('scope')}
          value={scope}
          onChange={setScope}
          options={(['case', 'vault'] as const).map((key) => ({
            key,
            label: say(`scope.${key}`),
          }))}
        />
        <span className="space" />
        {entries && entries.length > 0 && (
          <span className="quiet small">
            {say('shown', {
              shown: formatCount(entries.length, language),
              total: formatCount(total, language),
            })}
          </span>
        )}
        <VerifyLedger />
      </header>
      <LedgerHeads />
      <ErrorNote error={error} />
      {entries && entries.length === 0 && <EmptyState title={say('empty')} text={say('empty.text')} />}
      {entries && entries.length > 0 && (
        <DataGrid
          label={say('title')}
          rows={entries}
          columns={columns}
          rowKey={(one) => one.hash}
          selected={keys}
          onSelect={(chosen) => setSelected([...chosen][0] ?? null)}
        />
      )}
      {more && (
        <footer className="ledger-more">
          <Button size="small" onPress={more}>
            {say('more')}
          </Button>
        </footer>
      )}
      {entry && <EntryInspector entry={entry} matter={matter} onClose={() => setSelected(null)} />}
    </>
  );
}

interface Entries {
  readonly entries: readonly LedgerEntry[] | undefined;
  readonly total: number;
  /** Fetches older entries; null when there are none. */
  readonly more: (() => void) | null;
  readonly error: Error | null;
}

/** The newest page comes with every change of the ledger; older ones are fetched once, because they can never change. */
function useEntries(matter: Case, chain: Chain, scope: Scope): Entries {
  const about = scope === 'case' ? { caseId: matter.id } : {};
  const { data, error, isPlaceholderData } = useQuery('ledger.list', {
    chain,
    ...about,
    limit: PAGE,
  });
  const [older, setOlder] = useState<readonly LedgerEntry[]>([]);
  const [failed, setFailed] = useState<Error | null>(null);
  useEffect(() => setOlder([]), [chain, scope]);
  const newest = isPlaceholderData && data?.entries[0]?.body.chain !== chain ? undefined : data;
  const entries = useMemo(() => {
    if (!newest) return undefined;
    const last = newest.entries.at(-1)?.body.sequence ?? 0;
    return [...newest.entries, ...older.filter((entry) => entry.body.sequence < last)];
  }, [newest, older]);
  const last = entries?.at(-1)?.body.sequence;
  const fetchOlder = (): void => {
    ask('ledger.list', {
      chain,
      ...about,
      limit: PAGE,
      ...(last === undefined ? {} : { before: last }),
    }).then((page) => setOlder((known) => [...known, ...page.entries]), setFailed);
  };
  const total = newest?.total ?? 0;
  return {
    entries,
    total,
    more: entries && entries.length < total ? fetchOlder : null,
    error: error ?? failed,
  };
}

function useColumns(matter: Case): readonly Column<LedgerEntry>[] {
  const say = useWords('ledger');
  const language = useLanguage();
  return useMemo(
    () => [
      {
        key: 'sequence',
        header: say('column.sequence'),
        width: '58px',
        align: 'end',
        render: ({ body }) => body.sequence,
        sortBy: ({ body }) => body.sequence,
      },
      {
        key: 'at',
        header: say('column.at', { zone: matter.zone }),
        width: '162px',
        render: ({ body }) => formatInstant(body.at, { language, zone: matter.zone, zoneShown: false }),
      },
      {
        key: 'actor',
        header: say('column.actor'),
        width: 'minmax(90px, 0.5fr)',
        render: ({ body }) => body.actor.name,
        sortBy: ({ body }) => body.actor.name,
      },
      {
        key: 'act',
        header: say('column.act'),
        width: 'minmax(180px, 1fr)',
        render: ({ body }) => <ActCell body={body} text={describeAct(body.act, say)} />,
        sortBy: ({ body }) => describeAct(body.act, say),
      },
      {
        key: 'exhibit',
        header: say('column.exhibit'),
        width: '92px',
        render: ({ body }) => <ExhibitLink body={body} matter={matter} />,
        sortBy: ({ body }) => numberOf(body),
      },
      {
        key: 'hash',
        header: say('column.hash'),
        width: '150px',
        render: ({ hash }) => <span className="code">{`${hash.slice(0, 8)}…${hash.slice(-6)}`}</span>,
      },
    ],
    [say, language, matter],
  );
}

/** The act in words, followed by what it was about where the entry names it. */
function ActCell({ body, text }: { readonly body: LedgerEntry['body']; readonly text: string }): ReactElement {
  const about = [body.detail['title'], body.detail['name'], body.detail['file'], body.detail['fileName']].find(
    (value) => typeof value === 'string' && value !== '',
  );
  return (
    <span title={text}>
      {text} {about && <span className="quiet">{String(about)}</span>}
    </span>
  );
}
