import { type ReactElement, useEffect, useRef } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useStore } from 'zustand';
import type { Case } from '../../../shared/model/case.ts';
import { Button } from '../../ui/Button.tsx';
import { SearchField, Select } from '../../ui/Field.tsx';
import { useWords } from '../../ui/words.ts';
import { TimelineFileMenu } from './export/TimelineFileMenu.tsx';
import type { View } from './canvas/view.ts';
import { EditButtons } from './EditButtons.tsx';
import { QuestionsButton } from './questions/QuestionsButton.tsx';
import { FromEvidence } from '../../parts/suggestion/FromEvidence.tsx';
import type { PictureStore } from './view-store.ts';

export type ShowAs = 'canvas' | 'both' | 'table';

interface TimelineBarProps {
  readonly matter: Case;
  readonly picture: PictureStore;
  readonly showAs: ShowAs;
  readonly onShowAs: (showAs: ShowAs) => void;
  readonly onJump: (view: View) => void;
  readonly onAdd: () => void;
}

export function TimelineBar({ matter, picture, showAs, onShowAs, onJump, onAdd }: TimelineBarProps): ReactElement {
  const say = useWords('timeline');
  const sayEvent = useWords('event');
  const search = useSlashKey();
  const { filter, differing } = useStore(picture);
  return (
    <header className="page-bar timeline-bar">
      <h1>{say('title')}</h1>
      <div ref={search} className="bar-search">
        <SearchField label={say('filter')} value={filter} onChange={(next) => picture.setState({ filter: next.slice(0, 200) })} />
        {filter === '' && <kbd aria-hidden="true">/</kbd>}
      </div>
      <ToggleButton className="toggle" isSelected={differing} onChange={(next) => picture.setState({ differing: next })}>
        {say('differences')}
      </ToggleButton>
      <Select
        compact
        label={say('view')}
        value={showAs}
        onChange={onShowAs}
        options={(['both', 'canvas', 'table'] as const).map((key) => ({ key, label: say(`view.${key}`) }))}
      />
      <QuestionsButton matter={matter} onShow={onJump} />
      <span className="space" />
      <EditButtons caseId={matter.id} />
      <FromEvidence matter={matter} />
      <TimelineFileMenu matter={matter} picture={picture} />
      <Button look="primary" size="small" icon="plus" onPress={onAdd}>
        {sayEvent('add')}
      </Button>
    </header>
  );
}

/** `/` puts the caret into the filter, from anywhere that is not a field itself. */
export function useSlashKey() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const writing = event.target instanceof HTMLElement && event.target.matches('input, textarea, [contenteditable]');
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || writing) return;
      event.preventDefault();
      box.current?.querySelector('input')?.focus();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return box;
}
