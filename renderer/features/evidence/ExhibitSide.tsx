import { Link, useSearch } from '@tanstack/react-router';
import { type ReactElement, useMemo, useState } from 'react';
import type { ExhibitDetail } from '../../../shared/contract/exhibit.ts';
import type { Stance } from '../../../shared/model/citation.ts';
import { formatInstant } from '../../../shared/time/index.ts';
import { useQuery } from '../../ask/queries.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { SearchField } from '../../ui/Field.tsx';
import { formatBytes } from '../../ui/sizes.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import { LedgerEntryLine } from '../../parts/ledger/LedgerEntryLine.tsx';
import { describePlace } from '../../parts/exhibit/place-words.ts';
import type { CiteTarget } from './cite-target.ts';
import { ExhibitFacts } from '../../parts/exhibit/ExhibitFacts.tsx';
import { ExhibitSuggestions, useDatedPlaces, useOpenCount } from '../../parts/suggestion/ExhibitSuggestions.tsx';
import { PassageList } from './PassageList.tsx';
import { NoText, voiceOf } from './TextOriginal.tsx';
import './exhibit-side.css';

interface ExhibitSideProps {
  readonly detail: ExhibitDetail;
  readonly zone: string;
  readonly place: string;
  readonly covered: boolean;
  readonly onPlace: (target: CiteTarget) => void;
}

/** What is known about the exhibit, beside its original. */
export function ExhibitSide({ detail, zone, place, covered, onPlace }: ExhibitSideProps): ReactElement {
  const say = useWords('evidence');
  const sayDated = useWords('suggestion');
  const { exhibit } = detail;
  const open = useOpenCount(covered ? null : exhibit);
  // Where the original itself is text, the same text beside it would tell nothing more.
  const first = exhibit.kind === 'document' && exhibit.pages !== null ? 'text' : 'metadata';
  const { show = first } = useSearch({ strict: false }) as { readonly show?: string };
  const [tab, setTab] = useState(show);
  return (
    <Tabs
      label={say('tabs')}
      selected={tab}
      onSelect={setTab}
      tabs={[
        {
          key: 'text',
          label: say('tab.text'),
          content: covered ? <p className="quiet">{say('covered.side')}</p> : <TextTab detail={detail} place={place} onPlace={onPlace} />,
        },
        {
          key: 'dated',
          label: (
            <>
              {sayDated('title')} {open > 0 && <span className="tab-count">{open}</span>}
            </>
          ),
          content: covered ? (
            <p className="quiet">{say('covered.side')}</p>
          ) : (
            <ExhibitSuggestions exhibit={exhibit} onReach={({ place: reached, quote }) => onPlace({ place: reached, quote })} />
          ),
        },
        {
          key: 'metadata',
          label: say('tab.metadata'),
          content: <MetadataTab detail={detail} zone={zone} covered={covered} />,
        },
        {
          key: 'custody',
          label: say('tab.custody'),
          content: <CustodyTab detail={detail} zone={zone} />,
        },
        {
          key: 'acquisitions',
          label: say('tab.acquisitions'),
          content: <AcquisitionsTab detail={detail} zone={zone} />,
        },
        {
          key: 'citations',
          label: (
            <>
              {say('tab.citations')}{' '}
              {detail.citedBy.length > 0 && <span className="tab-count">{`${detail.citedBy.length}${detail.citedByMore ? '+' : ''}`}</span>}
            </>
          ),
          content: <CitationsTab detail={detail} caseId={exhibit.caseId} />,
        },
      ]}
    />
  );
}

function TextTab({
  detail: { exhibit },
  place,
  onPlace,
}: {
  readonly detail: ExhibitDetail;
  readonly place: string;
  readonly onPlace: (target: CiteTarget) => void;
}): ReactElement {
  const say = useWords('evidence');
  const { data, error } = useQuery('exhibit.content', {
    exhibitId: exhibit.id,
  });
  const dated = useDatedPlaces(exhibit);
  const [filter, setFilter] = useState('');
  const passages = useMemo(
    () => (data?.passages ?? []).filter((passage) => passage.text.toLocaleLowerCase().includes(filter.toLocaleLowerCase())),
    [data, filter],
  );
  if (error) return <ErrorNote error={error} />;
  if (!data) return <div />;
  if (data.passages.length === 0) return <NoText exhibit={exhibit} />;
  return (
    <div className="text-tab">
      <SearchField label={say('text.filter')} value={filter} onChange={setFilter} />
      {passages.length > 0 ? (
        <PassageList label={say('tab.text')} passages={passages} place={place} onTarget={onPlace} voice={voiceOf(exhibit)} dated={dated} />
      ) : (
        <p className="quiet">{say('text.none', { text: filter })}</p>
      )}
    </div>
  );
}

function MetadataTab({
  detail: { exhibit },
  zone,
  covered,
}: {
  readonly detail: ExhibitDetail;
  readonly zone: string;
  readonly covered: boolean;
}): ReactElement {
  const say = useWords('evidence');
  const language = useLanguage();
  const { data } = useQuery('exhibit.content', covered ? null : { exhibitId: exhibit.id });
  return (
    <div className="side-scroll" tabIndex={0} role="region" aria-label={say('tab.metadata')}>
      <h2 className="small-heading">{say('metadata.file')}</h2>
      <ExhibitFacts exhibit={exhibit} zone={zone} />
      {data && (
        <>
          <h2 className="small-heading">{say('metadata.fields')}</h2>
          {data.metadata.length > 0 ? (
            <dl className="facts">
              {data.metadata.map((field, index) => (
                <div key={index}>
                  <dt>{field.name}</dt>
                  <dd>{field.value}</dd>
                </div>
              ))}
            </dl>
          ) : (
            <p className="quiet">{say('metadata.empty')}</p>
          )}
        </>
      )}
      {data && data.parts.length > 0 && (
        <>
          <h2 className="small-heading">{say('metadata.parts')}</h2>
          <Facts
            facts={data.parts.map((part, index) => ({
              name: `${index + 1}`,
              value: `${part.name || '—'}\n${part.mediaType}, ${formatBytes(part.bytes, language)}`,
            }))}
          />
        </>
      )}
    </div>
  );
}

function CustodyTab({ detail, zone }: { readonly detail: ExhibitDetail; readonly zone: string }): ReactElement {
  const say = useWords('evidence');
  return (
    <div className="side-scroll" tabIndex={0} role="region" aria-label={say('tab.custody')}>
      <p className="quiet small">{say('custody.unbroken', { count: detail.custody.length })}</p>
      <ol className="custody">
        {detail.custody.map((entry) => (
          <LedgerEntryLine key={entry.body.sequence} entry={entry} zone={zone} />
        ))}
      </ol>
    </div>
  );
}

function AcquisitionsTab({ detail, zone }: { readonly detail: ExhibitDetail; readonly zone: string }): ReactElement {
  const say = useWords('evidence');
  const language = useLanguage();
  return (
    <div className="side-scroll" tabIndex={0} role="region" aria-label={say('tab.acquisitions')}>
      {detail.acquisitions.map((one, index) => (
        <section key={index} className="acquisition">
          <h2 className="small-heading">{say(index === 0 ? 'acquisition.first' : 'acquisition.again')}</h2>
          <Facts
            facts={[
              {
                name: say('fact.acquired'),
                value: formatInstant(one.acquiredAt, {
                  language,
                  zone,
                }),
              },
              { name: say('fact.by'), value: one.acquiredBy },
              {
                name: say('fact.source'),
                value: one.source || say('source.none'),
              },
              { name: say('fact.fileName'), value: one.fileName },
              { name: say('fact.path'), value: one.originalPath },
              { name: say('fact.method'), value: one.method },
              ...(one.modifiedAt === null
                ? []
                : [
                    {
                      name: say('fact.modified'),
                      value: formatInstant(one.modifiedAt, {
                        language,
                        zone,
                      }),
                    },
                  ]),
            ]}
          />
        </section>
      ))}
    </div>
  );
}

function CitationsTab({ detail, caseId }: { readonly detail: ExhibitDetail; readonly caseId: string }): ReactElement {
  const say = useWords('evidence');
  const sayEvent = useWords('event');
  if (detail.citedBy.length === 0) return <EmptyState title={sayEvent('cite')} text={say('citations.empty')} />;
  return (
    <ul className="cited-by side-scroll">
      {detail.citedBy.map((one, index) => (
        <li key={index}>
          <Link to="/case/$caseId/timeline" params={{ caseId }} search={{ event: one.eventId }}>
            {one.title}
          </Link>
          <span className="quiet small">
            {describePlace(one.place, sayEvent)}{' '}
            <Tag tone={one.stance === 'contradicts' ? 'differ' : 'plain'}>{sayEvent(`stance.${one.stance as Stance}`)}</Tag>
          </span>
        </li>
      ))}
      {detail.citedByMore && <li className="quiet">{say('citations.more')}</li>}
    </ul>
  );
}
