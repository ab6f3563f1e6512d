import type { ReactElement } from 'react';
import { useWords } from '../../ui/words.ts';

export function CasesPage(): ReactElement {
  const say = useWords('vault');
  return (
    <header className="page-bar">
      <h1>{say('cases.title')}</h1>
    </header>
  );
}
