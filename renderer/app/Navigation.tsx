import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useLanguage, useWords } from '../ui/words.ts';
import { formatCount } from '../ui/sizes.ts';
import { caseScreens, vaultScreens } from './screens.ts';
import { useCase, useCaseId } from '../ask/use-case.ts';

export function Navigation(): ReactElement {
  const say = useWords('shell');
  const language = useLanguage();
  const caseId = useCaseId();
  const summary = useCase();
  return (
    <nav className="navigation" aria-label={say('nav')}>
      {caseId && (
        <ul>
          {caseScreens.map((screen) => {
            const count = summary && screen.count?.(summary);
            return (
              <li key={screen.path}>
                <Link to={`/case/$caseId/${screen.path}` as '/case/$caseId/overview'} params={{ caseId }}>
                  {say(`nav.${screen.path}`)}
                  {count !== undefined && count > 0 && <span className="count">{formatCount(count, language)}</span>}
                </Link>
              </li>
            );
          })}
        </ul>
      )}
      <ul>
        {vaultScreens.map(({ path }) => (
          <li key={path}>
            <Link to={`/${path}`}>{say(`nav.${path}`)}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
