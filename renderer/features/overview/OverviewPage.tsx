import type { ReactElement } from 'react';
import { useWords } from '../../ui/words.ts';

export function OverviewPage(): ReactElement {
  const say = useWords('overview');
  return (
    <header className="page-bar">
      <h1>{say('title')}</h1>
    </header>
  );
}
