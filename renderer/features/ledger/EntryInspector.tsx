import type { ReactElement } from 'react';
import type { Case } from '../../../shared/model/case.ts';
import type { LedgerEntry } from '../../../shared/model/ledger.ts';
import { formatInstant } from '../../../shared/time/index.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Inspector, InspectorPart } from '../../ui/Inspector.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import { describeAct } from '../../parts/ledger/act-words.ts';
import { DetailFacts } from '../../parts/ledger/DetailFacts.tsx';
import { ExhibitLink } from './ExhibitLink.tsx';

export function EntryInspector({
  entry,
  matter,
  onClose,
}: {
  readonly entry: LedgerEntry;
  readonly matter: Case;
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords('ledger');
  const language = useLanguage();
  const { body } = entry;
  const code = (text: string): ReactElement => <span className="code">{text}</span>;
  return (
    <Inspector title={describeAct(body.act, say)} onClose={onClose}>
      <p className="quiet small">
        {say('entry', {
          number: body.sequence,
          chain: say(`chain.${body.chain}`).toLocaleLowerCase(language),
        })}
      </p>
      <Facts
        facts={[
          {
            name: say('entry.at'),
            value: formatInstant(body.at, {
              language,
              zone: matter.zone,
            }),
          },
          { name: say('entry.actor'), value: body.actor.name },
          ...(body.exhibitId
            ? [
                {
                  name: say('entry.exhibit'),
                  value: <ExhibitLink body={body} matter={matter} />,
                },
              ]
            : []),
        ]}
      />
      {Object.keys(body.detail).length > 0 && (
        <InspectorPart title={say('entry.detail')}>
          <DetailFacts entry={entry} />
        </InspectorPart>
      )}
      <InspectorPart title={say('entry.hash')}>{code(entry.hash)}</InspectorPart>
      <InspectorPart title={say('entry.previous')}>
        {/^0+$/.test(body.previous) ? <span>{say('entry.first')}</span> : code(body.previous)}
      </InspectorPart>
      <InspectorPart title={say('entry.signature')}>{code(entry.signature)}</InspectorPart>
      <InspectorPart title={say('entry.publicKey')}>{code(entry.publicKey)}</InspectorPart>
    </Inspector>
  );
}
