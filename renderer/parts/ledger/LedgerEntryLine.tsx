import type { ReactElement } from 'react';
import type { LedgerEntry } from '../../../shared/model/ledger.ts';
import { formatInstant } from '../../../shared/time/index.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import { describeAct } from './act-words.ts';
import { DetailFacts } from './DetailFacts.tsx';
import './ledger-entry-line.css';

/** One entry as a short story: act, when, who, and the facts on request. */
export function LedgerEntryLine({ entry, zone }: { readonly entry: LedgerEntry; readonly zone: string }): ReactElement {
  const say = useWords('ledger');
  const language = useLanguage();
  const { body } = entry;
  return (
    <li className="entry-line">
      <p>
        <b>{describeAct(body.act, say)}</b>
      </p>
      <p className="quiet small">
        {formatInstant(body.at, { language, zone })} · {body.actor.name}
      </p>
      <details>
        <summary>
          {say('entry.detail')} <span className="code">{`${entry.hash.slice(0, 8)}…`}</span>
        </summary>
        <DetailFacts entry={entry} />
      </details>
    </li>
  );
}
