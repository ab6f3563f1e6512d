import { type ReactElement, type RefObject, useEffect, useRef } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useStore } from 'zustand';
import { groupings } from '../../../shared/contract/timeline.ts';
import type { Case } from '../../../shared/model/case.ts';
import { AllegationsButton } from '../allegations/AllegationRegister.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { SearchField, Select } from '../../ui/Field.tsx';
import { useWords } from '../../ui/words.ts';
import type { View } from './canvas/view.ts';
import { EditButtons } from './EditButtons.tsx';
import { QuestionsButton } from '../questions/QuestionsButton.tsx';
import { FromEvidence } from '../suggestions/FromEvidence.tsx';
import { JumpField } from './JumpField.tsx';
import type { PictureStore, ViewStore } from './view-store.ts';
import { ViewSpan } from './ViewSpan.tsx';

export type ShowAs = 'canvas' | 'both' | 'table';

interface TimelineBarProps {
  readonly matter: Case;
  readonly store: ViewStore;
  readonly picture: PictureStore;
  readonly showAs: ShowAs;
  readonly onShowAs: (showAs: ShowAs) => void;
  readonly jumpRef: RefObject<HTMLInputElement | null>;
  readonly onJump: (view: View) => void;
  readonly onZoom: (factor: number) => void;
  readonly onAll: () => void;
  readonly onPin: () => void;
  readonly onAdd: () => void;
}

export function TimelineBar({
  matter,
  store,
  picture,
  showAs,
  onShowAs,
  jumpRef,
  onJump,
  onZoom,
  onAll,
  onPin,
  onAdd,
}: TimelineBarProps): ReactElement {
  const say = useWords('timeline');
  const sayEvent = useWords('event');
  const search = useSlashKey();
  const { grouping, filter, differing, pinned } = useStore(picture);
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
      {showAs !== 'table' && (
        <Select
          compact
          label={say('grouping')}
          value={grouping}
          onChange={(next) => picture.setState({ grouping: next })}
          options={groupings.map((key) => ({ key, label: say(`grouping.${key}`) }))}
        />
      )}
      <Select
        compact
        label={say('view')}
        value={showAs}
        onChange={onShowAs}
        options={(['both', 'canvas', 'table'] as const).map((key) => ({ key, label: say(`view.${key}`) }))}
      />
      {grouping === 'allegation' && <AllegationsButton matter={matter} />}
      <EditButtons caseId={matter.id} />
      <QuestionsButton matter={matter} onShow={onJump} />
      <span className="space" />
      <ViewSpan store={store} zone={matter.zone} />
      {showAs !== 'table' && (
        <>
          <JumpField matter={matter} inputRef={jumpRef} onJump={onJump} />
          <span className="bar-group">
            <IconButton icon="minus" label={say('zoom.out')} onPress={() => onZoom(1.6)} />
            <IconButton icon="plus" label={say('zoom.in')} onPress={() => onZoom(1 / 1.6)} />
            <IconButton icon="fit" label={say('zoom.all')} onPress={onAll} />
            <IconButton icon="pin" label={say(pinned ? 'unpin' : 'pin')} onPress={onPin} />
          </span>
        </>
      )}
      <FromEvidence matter={matter} />
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
