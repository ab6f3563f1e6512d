import type { ReactElement } from 'react';
import type { LedgerEntry } from '../../../shared/model/ledger.ts';
import { Facts } from '../../ui/Facts.tsx';
import './detail-facts.css';

/** The recorded facts by the names they were signed under: translated, they would no longer be what was signed. */
export function DetailFacts({ entry }: { readonly entry: LedgerEntry }): ReactElement {
  return (
    <div className="signed-facts">
      <Facts
        facts={Object.entries(entry.body.detail).map(([name, value]) => ({
          name,
          value: value === null ? '—' : String(value),
        }))}
      />
    </div>
  );
}
