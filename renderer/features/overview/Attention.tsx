import type { ReactElement } from 'react';
import type { CaseScreenName } from '../../ask/case-screen.ts';
import { useQuery } from '../../ask/queries.ts';
import type { CaseSummary } from '../../../shared/model/case.ts';
import type { Party } from '../../../shared/model/party.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useWords } from '../../ui/words.ts';
import { missingRoles } from './next-step.ts';

interface Concern {
  readonly sentence: string;
  readonly screen: CaseScreenName | null;
}

/** What would be held against the case file if it were released now. */
export function Attention({ summary, parties }: { readonly summary: CaseSummary; readonly parties: readonly Party[] }): ReactElement {
  const say = useWords('overview');
  const concerns = useConcerns(summary, parties);
  return (
    <section className="panel">
      <h2>{say('attention')}</h2>
      {concerns.length === 0 ? (
        <p className="quiet">{say('attention.none')}</p>
      ) : (
        <ul className="concerns">
          {concerns.map((concern) => (
            <li key={concern.sentence}>
              <Icon name="warning" />
              <span>{concern.sentence}</span>
              {concern.screen && (
                <a href={`#/case/${summary.case.id}/${concern.screen}`} aria-label={`${say('show')}: ${concern.sentence}`}>
                  {say('show')}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function useConcerns(summary: CaseSummary, parties: readonly Party[]): readonly Concern[] {
  const say = useWords('overview');
  const info = useQuery('vault.info', {}).data;
  return [
    ...missingRoles(parties).map((role): Concern => ({ sentence: say(`attention.roles.${role}`), screen: 'people' })),
    ...(summary.uncitedEvents > 0
      ? [{ sentence: say('attention.uncited', { count: summary.uncitedEvents }), screen: 'timeline' } as const]
      : []),
    ...(summary.unreadable > 0
      ? [{ sentence: say('attention.unreadable', { count: summary.unreadable }), screen: 'evidence' } as const]
      : []),
    ...(info?.checkedAt === null ? [{ sentence: say('attention.unchecked'), screen: null }] : []),
  ];
}
