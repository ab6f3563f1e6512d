import type { ReactElement } from 'react';
import { useQuery } from '../../ask/queries.ts';
import { useWords } from '../../ui/words.ts';

/** The head of each chain: what an export or a note on paper must repeat for the chain to be held to it. */
export function LedgerHeads(): ReactElement {
  const say = useWords('ledger');
  const heads = useQuery('ledger.heads', {}).data ?? [];
  return (
    <section className="heads" aria-label={say('heads')}>
      {heads.map((head) => (
        <dl key={head.chain} className="head">
          <div>
            <dt>{say(`chain.${head.chain}`)}</dt>
            <dd>{say('head.size', { count: head.size })}</dd>
          </div>
          <div>
            <dt>{say('head.root')}</dt>
            <dd className="code" title={head.root}>
              {shorten(head.root)}
            </dd>
          </div>
          <div>
            <dt>{say('head.last')}</dt>
            <dd className="code" title={head.lastHash}>
              {shorten(head.lastHash)}
            </dd>
          </div>
        </dl>
      ))}
    </section>
  );
}

function shorten(text: string): string {
  return text.length > 24 ? `${text.slice(0, 10)}…${text.slice(-8)}` : text;
}
