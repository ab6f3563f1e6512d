import type { ReactElement } from 'react';
import { useWords } from '../../ui/words.ts';

export function SettingsPage(): ReactElement {
  const say = useWords('settings');
  return (
    <header className="page-bar">
      <h1>{say('title')}</h1>
    </header>
  );
}
