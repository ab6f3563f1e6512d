import { type ReactElement, useMemo } from 'react';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import { describeNotes } from '../../../shared/words/notes.ts';
import { formatInstant } from '../../../shared/time/index.ts';
import { type Column, DataGrid } from '../../ui/DataGrid.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { formatBytes } from '../../ui/sizes.ts';
import { Tag } from '../../ui/Tag.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import './exhibit-number.css';

interface EvidenceGridProps {
  readonly exhibits: readonly Exhibit[];
  readonly cited: ReadonlyMap<string, number>;
  readonly zone: string;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onOpen: (exhibit: Exhibit) => void;
}

export function EvidenceGrid({ exhibits, cited, zone, selected, onSelect, onOpen }: EvidenceGridProps): ReactElement {
  const say = useWords('evidence');
  const columns = useColumns(cited, zone);
  return (
    <DataGrid
      label={say('title')}
      rows={exhibits}
      columns={columns}
      rowKey={(exhibit) => exhibit.id}
      multiple
      selected={selected}
      onSelect={onSelect}
      onOpen={onOpen}
    />
  );
}

function useColumns(cited: ReadonlyMap<string, number>, zone: string): readonly Column<Exhibit>[] {
  const say = useWords('evidence');
  const language = useLanguage();
  return useMemo(
    () => [
      {
        key: 'number',
        header: say('column.number'),
        width: '84px',
        render: (one) => <b className="exhibit-number">{one.number}</b>,
        sortBy: (one) => one.number,
      },
      {
        key: 'title',
        header: say('column.title'),
        width: 'minmax(180px, 2fr)',
        render: (one) => (
          <span title={one.fileName}>
            {one.covered && <Icon name="lock" size={13} />} {one.title}
          </span>
        ),
        sortBy: (one) => one.title,
      },
      {
        key: 'kind',
        header: say('column.kind'),
        width: '88px',
        render: (one) => say(`exhibit-kind.${one.kind}`),
        sortBy: (one) => say(`exhibit-kind.${one.kind}`),
      },
      {
        key: 'source',
        header: say('column.source'),
        width: 'minmax(110px, 1fr)',
        render: (one) => (one.source ? <span title={one.source}>{one.source}</span> : <span className="quiet">{say('source.none')}</span>),
        sortBy: (one) => one.source,
      },
      {
        key: 'acquired',
        header: say('column.acquired', { zone }),
        width: '162px',
        render: (one) => formatInstant(one.acquiredAt, { language, zone, zoneShown: false }),
        sortBy: (one) => one.acquiredAt,
      },
      {
        key: 'size',
        header: say('column.size'),
        width: '78px',
        align: 'end',
        render: (one) => formatBytes(one.bytes, language),
        sortBy: (one) => one.bytes,
      },
      {
        key: 'findings',
        header: say('column.findings'),
        width: '122px',
        render: (one) => <FindingsTag exhibit={one} />,
        sortBy: (one) => one.findings.status,
      },
      {
        key: 'cited',
        header: say('column.cited'),
        width: '84px',
        align: 'end',
        render: (one) =>
          cited.get(one.id) ? say('cited', { count: cited.get(one.id) ?? 0 }) : <span className="quiet">{say('cited.none')}</span>,
        sortBy: (one) => cited.get(one.id) ?? 0,
      },
    ],
    [say, language, zone, cited],
  );
}

/** What came of reading the content; the reason stands in its tooltip. */
export function FindingsTag({ exhibit }: { readonly exhibit: Exhibit }): ReactElement {
  const say = useWords('evidence');
  const language = useLanguage();
  const tone = exhibit.findings.status === 'unreadable' ? 'breach' : 'plain';
  return (
    <span title={describeNotes(exhibit.findings.notes, language)}>
      <Tag tone={tone}>{say(`findings.${exhibit.findings.status}`)}</Tag>
    </span>
  );
}
