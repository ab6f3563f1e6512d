import { type ReactElement, useEffect, useRef } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useStore } from 'zustand';
import { Button, IconButton } from '../../ui/Button.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { SearchField, Select } from '../../ui/Field.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import type { ViewStore } from './view-store.ts';

export type ShowAs = 'canvas' | 'both' | 'table';

interface TimelineBarProps {
  readonly store: ViewStore;
  readonly zone: string;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly differing: boolean;
  readonly onDiffering: (differing: boolean) => void;
  readonly showAs: ShowAs;
  readonly onShowAs: (showAs: ShowAs) => void;
  readonly onZoom: (factor: number) => void;
  readonly onAll: () => void;
  readonly onAdd: () => void;
}

export function TimelineBar({
  store,
  zone,
  filter,
  onFilter,
  differing,
  onDiffering,
  showAs,
  onShowAs,
  onZoom,
  onAll,
  onAdd,
}: TimelineBarProps): ReactElement {
  const say = useWords('timeline');
  const sayEvent = useWords('event');
  const search = useSlashKey();
  return (
    <header className="page-bar timeline-bar">
      <h1>{say('title')}</h1>
      <div ref={search} className="bar-search">
        <SearchField label={say('filter')} value={filter} onChange={onFilter} />
        {filter === '' && <kbd aria-hidden="true">/</kbd>}
      </div>
      <ToggleButton className="toggle" isSelected={differing} onChange={onDiffering}>
        {say('differences')}
      </ToggleButton>
      <Select
        compact
        label={say('view')}
        value={showAs}
        onChange={onShowAs}
        options={(['both', 'canvas', 'table'] as const).map((key) => ({
          key,
          label: say(`view.${key}`),
        }))}
      />
      <span className="space" />
      <ViewSpan store={store} zone={zone} />
      {showAs !== 'table' && (
        <span className="bar-group">
          <IconButton icon="minus" label={say('zoom.out')} onPress={() => onZoom(1.6)} />
          <IconButton icon="plus" label={say('zoom.in')} onPress={() => onZoom(1 / 1.6)} />
          <IconButton icon="fit" label={say('zoom.all')} onPress={onAll} />
        </span>
      )}
      <Button look="primary" size="small" icon="plus" onPress={onAdd}>
        {sayEvent('add')}
      </Button>
    </header>
  );
}

/** The stretch in view, to the day; below two days, to the minute. Its zone stands at the head of the axis. */
function ViewSpan({ store, zone }: { readonly store: ViewStore; readonly zone: string }): ReactElement {
  const say = useWords('timeline');
  const language = useLanguage();
  const { from, to } = useStore(store);
  const style = to - from < 2 * 86_400_000 ? 'minute' : 'day';
  return (
    <span className="timeline-span">
      {say('span', {
        from: formatInstant(from, zone, style, language),
        to: formatInstant(to, zone, style, language),
      })}
    </span>
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
