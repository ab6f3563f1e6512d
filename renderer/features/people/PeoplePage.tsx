import type { ReactElement } from 'react';
import { useWords } from '../../ui/words.ts';

export function PeoplePage(): ReactElement {
  const say = useWords('people');
  return (
    <header className="page-bar">
      <h1>{say('title')}</h1>
    </header>
  );
}
