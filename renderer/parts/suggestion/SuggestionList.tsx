import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef } from 'react';
import type { Suggestion } from '../../../shared/contract/suggestion.ts';
import { useWords } from '../../ui/words.ts';
import { readSuggestionKey, type SuggestionAct } from './suggestion-keys.ts';
import { SuggestionRow } from './SuggestionRow.tsx';
import { identityOf } from './use-decisions.ts';

interface SuggestionListProps {
  readonly suggestions: readonly Suggestion[];
  readonly zone: string;
  readonly named: boolean;
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (suggestion: Suggestion) => void;
  readonly onAct: (act: Exclude<SuggestionAct, { kind: 'move' }>) => void;
}

/** Dated passages, drawn as they come into view. The list keeps the focus and names the one in hand, so that a decision never loses it. */
export function SuggestionList({ suggestions, zone, named, active, onActive, chosen, onToggle, onAct }: SuggestionListProps): ReactElement {
  const say = useWords('suggestion');
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: suggestions.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 92,
    overscan: 8,
  });
  useEffect(() => {
    if (active >= 0 && active < suggestions.length) virtual.scrollToIndex(active);
  }, [active, suggestions.length, virtual]);

  function onKeyDown(event: KeyboardEvent): void {
    const act = readSuggestionKey(event, suggestions.length);
    if (!act) return;
    event.preventDefault();
    if (act.kind === 'move') onActive(Math.min(suggestions.length - 1, Math.max(0, active + act.by)));
    else onAct(act);
  }

  return (
    <div
      ref={scroller}
      className="dated-list"
      role="listbox"
      tabIndex={0}
      aria-label={say('title')}
      aria-multiselectable
      aria-activedescendant={suggestions[active] ? `${id}-${active}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ blockSize: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((item) => {
          const suggestion = suggestions[item.index];
          if (!suggestion) return null;
          const isChosen = chosen.has(identityOf(suggestion));
          return (
            <div
              key={identityOf(suggestion)}
              ref={virtual.measureElement}
              id={`${id}-${item.index}`}
              role="option"
              aria-selected={isChosen}
              aria-setsize={suggestions.length}
              aria-posinset={item.index + 1}
              data-index={item.index}
              className={`dated-row ${suggestion.state}${item.index === active ? ' active' : ''}`}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={(event) => {
                onActive(item.index);
                const onBox = event.target instanceof Element && event.target.closest('.dated-box') !== null;
                if (onBox || event.ctrlKey || event.metaKey) onToggle(suggestion);
              }}
              onDoubleClick={() => onAct({ kind: 'edit' })}
            >
              <SuggestionRow suggestion={suggestion} zone={zone} isChosen={isChosen} named={named} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
