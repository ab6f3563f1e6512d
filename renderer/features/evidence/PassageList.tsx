import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import type { Passage } from '../../../shared/model/exhibit.ts';
import { useWords } from '../../ui/words.ts';
import { describePlace } from '../../parts/exhibit/place-words.ts';
import type { DatedPlaces } from '../../parts/suggestion/DatedWords.tsx';
import { type CiteTarget, trimQuote } from './cite-target.ts';
import { MarkedText } from './MarkedText.tsx';
import './passage-list.css';

interface PassageListProps {
  readonly label: string;
  readonly passages: readonly Passage[];
  /** The place that is highlighted and scrolled to. */
  readonly place: string;
  /** Highlighted without scrolling; the place itself where it is absent. */
  readonly target?: string;
  readonly onTarget: (target: CiteTarget) => void;
  /** Written by hand or said by somebody: serif. Made by a machine: figures in columns. */
  readonly voice: 'people' | 'machine';
  /** Words that say when something happened, by place: underlined. */
  readonly dated?: DatedPlaces;
}

/**
 * Numbered passages, drawn as they come into view. Arrows move from passage to passage, Enter or a click on one makes it
 * what is cited; selecting words in it cites those words.
 */
export function PassageList({ label, passages, place, target = place, onTarget, voice, dated }: PassageListProps): ReactElement {
  const sayEvent = useWords('event');
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const virtual = useVirtualizer({
    count: passages.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (voice === 'people' ? 54 : 24),
    overscan: 12,
  });
  const cited = passages.findIndex((passage) => passage.place === place);
  useEffect(() => {
    if (cited < 0) return;
    setActive(cited);
    virtual.scrollToIndex(cited, { align: 'center' });
  }, [cited, virtual]);

  function cite(index: number): void {
    const passage = passages[index];
    if (passage) onTarget({ place: passage.place, quote: trimQuote(passage.text) });
  }

  function move(to: number): void {
    const index = Math.min(passages.length - 1, Math.max(0, to));
    setActive(index);
    virtual.scrollToIndex(index);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -passages.length,
      End: passages.length,
    }[event.key];
    if (step !== undefined) move(active + step);
    else if (event.key === 'Enter' || event.key === ' ') cite(active);
    else return;
    event.preventDefault();
  }

  function onPointerUp(): void {
    const selection = document.getSelection();
    const row = rowOf(selection?.anchorNode ?? null);
    const end = rowOf(selection?.focusNode ?? null);
    if (!selection || selection.isCollapsed || !row || !end || !scroller.current?.contains(row)) return;
    const first = passages[Math.min(Number(row.dataset['index']), Number(end.dataset['index']))];
    if (first) onTarget({ place: first.place, quote: trimQuote(selection.toString()) });
  }

  return (
    <div
      ref={scroller}
      className={`passages ${voice}`}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={passages.length > 0 ? `${id}-${active}` : undefined}
      onKeyDown={onKeyDown}
      onPointerUp={onPointerUp}
    >
      <div role="presentation" style={{ blockSize: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((item) => {
          const passage = passages[item.index];
          if (!passage) return null;
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              id={`${id}-${item.index}`}
              role="option"
              aria-selected={passage.place === target}
              aria-setsize={passages.length}
              aria-posinset={item.index + 1}
              data-index={item.index}
              className={item.index === active ? 'passage active' : 'passage'}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => {
                setActive(item.index);
                if (document.getSelection()?.isCollapsed !== false) cite(item.index);
              }}
            >
              <span className="passage-place" title={describePlace(passage.place, sayEvent)}>
                {passage.place.replace(/^\w+=/, '')}
              </span>
              <span className="passage-text">
                <MarkedText text={passage.text} dated={dated?.get(passage.place)} />
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function rowOf(node: Node | null): HTMLElement | null {
  return (node instanceof Element ? node : (node?.parentElement ?? null))?.closest<HTMLElement>('[data-index]') ?? null;
}
