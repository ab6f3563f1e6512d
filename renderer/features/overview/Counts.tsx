import type { ReactElement } from 'react';
import type { CaseScreenName } from '../../ask/case-screen.ts';
import type { CaseSummary } from '../../../shared/model/case.ts';
import { formatCount } from '../../ui/sizes.ts';
import { useLanguage, useWords } from '../../ui/words.ts';

const counted = [
  { name: 'people', screen: 'people', count: (summary) => summary.parties },
  { name: 'exhibits', screen: 'evidence', count: (summary) => summary.exhibits },
  { name: 'events', screen: 'timeline', count: (summary) => summary.events },
  { name: 'releases', screen: 'release', count: (summary) => summary.releases },
] as const satisfies readonly {
  readonly name: string;
  readonly screen: CaseScreenName;
  readonly count: (summary: CaseSummary) => number;
}[];

export function Counts({ summary }: { readonly summary: CaseSummary }): ReactElement {
  const say = useWords('overview');
  const language = useLanguage();
  return (
    <ul className="counts">
      {counted.map(({ name, screen, count }) => {
        const content = (
          <>
            <strong>{formatCount(count(summary), language)}</strong> <span>{say(`count.${name}`)}</span>
          </>
        );
        return (
          <li key={name}>
            <a href={`#/case/${summary.case.id}/${screen}`}>{content}</a>
          </li>
        );
      })}
    </ul>
  );
}
