import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactElement, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import { parsePlace, type Region } from '../../../shared/model/place.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { useWords } from '../../ui/words.ts';
import type { OriginalProps } from './cite-target.ts';
import { PageSheet } from './PageSheet.tsx';
import './paged-original.css';

/** Height by width of A4, until the page itself is known. */
const USUAL_RATIO = Math.SQRT2;
const GAP = 14;
const ZOOMS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3] as const;

/** The pages of a document or the one page of a picture, drawn by the core as they come into view. */
export function PagedOriginal({
  exhibit,
  pages,
  place,
  target,
  onTarget,
}: OriginalProps & {
  readonly exhibit: Exhibit;
  readonly pages: number;
}): ReactElement {
  const say = useWords('evidence');
  const scroller = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  const [zoom, setZoom] = useState(1);
  const [marking, setMarking] = useState(false);
  const [ratios, setRatios] = useState<ReadonlyMap<number, number>>(new Map());
  const width = Math.max(200, Math.round(Math.min(room - 2 * GAP, 1100) * zoom));
  const cited = useMemo(() => pageOf(place), [place]);
  const marked = useMemo(() => pageOf(target), [target]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    setRoom(element.clientWidth);
    return () => observer.disconnect();
  }, []);

  const virtual = useVirtualizer({
    count: pages,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => Math.round(width * (ratios.get(index + 1) ?? ratios.get(1) ?? USUAL_RATIO)) + GAP,
    overscan: 1,
    paddingStart: GAP,
    enabled: room > 0,
  });
  useEffect(() => virtual.measure(), [virtual, width, ratios]);
  useScrollToPlace(virtual, scroller, cited, width, ratios);

  const shown = virtual.getVirtualItems();
  const middle = (virtual.scrollOffset ?? 0) + (scroller.current?.clientHeight ?? 0) / 2;
  const current = (shown.find((item) => item.end > middle)?.index ?? 0) + 1;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === '+' || event.key === '=') setZoom(stepZoom(zoom, 1));
    else if (event.key === '-') setZoom(stepZoom(zoom, -1));
    else if (event.key === '0') setZoom(1);
    else if (event.key === 'Escape' && marking) setMarking(false);
    else if (event.key === 'Enter' && event.target === event.currentTarget) onTarget({ place: `page=${current}`, quote: '' });
    else return;
    event.preventDefault();
  }

  return (
    <div className="paged">
      <div className="original-bar" role="toolbar" aria-label={say('pages')}>
        <PageNumber key={current} current={current} pages={pages} onGo={(page) => virtual.scrollToIndex(page - 1, { align: 'start' })} />
        <span className="space" />
        <Toggle isSelected={marking} onChange={setMarking}>
          <Icon name="region" size={14} /> {say('region')}
        </Toggle>
        <IconButton icon="minus" label={say('zoom.out')} onPress={() => setZoom(stepZoom(zoom, -1))} />
        <IconButton icon="plus" label={say('zoom.in')} onPress={() => setZoom(stepZoom(zoom, 1))} />
        <IconButton icon="fit" label={say('zoom.fit')} onPress={() => setZoom(1)} />
      </div>
      {marking && (
        <p className="region-hint small" role="status">
          {say('region.hint')}
        </p>
      )}
      <div ref={scroller} className="original-scroll" role="region" tabIndex={0} aria-label={say('original')} onKeyDown={onKeyDown}>
        <div
          style={{
            blockSize: virtual.getTotalSize(),
            inlineSize: width + 2 * GAP,
            position: 'relative',
            margin: '0 auto',
          }}
        >
          {shown.map((item) => (
            <div
              key={item.key}
              className="page-place"
              style={{
                transform: `translateY(${item.start}px)`,
                inlineSize: width,
                insetInlineStart: GAP,
              }}
            >
              <PageSheet
                exhibit={exhibit}
                page={item.index + 1}
                width={width}
                ratio={ratios.get(item.index + 1) ?? ratios.get(1) ?? USUAL_RATIO}
                highlight={marked?.page === item.index + 1 ? (marked.region ?? 'page') : null}
                marking={marking}
                onRatio={(ratio) =>
                  setRatios((known) => (known.get(item.index + 1) === ratio ? known : new Map(known).set(item.index + 1, ratio)))
                }
                onTarget={(target) => {
                  setMarking(false);
                  onTarget(target);
                }}
              />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

/** Brings the cited place to the eye once: the region's top a little below the edge, not merely the page. */
function useScrollToPlace(
  virtual: ReturnType<typeof useVirtualizer<HTMLDivElement, Element>>,
  scroller: { readonly current: HTMLDivElement | null },
  cited: { readonly page: number; readonly region?: Region } | null,
  width: number,
  ratios: ReadonlyMap<number, number>,
): void {
  const done = useRef<unknown>(null);
  useEffect(() => {
    if (!cited || width <= 200 || done.current === cited) return;
    virtual.scrollToIndex(cited.page - 1, { align: 'start' });
    // Once the page's true height is known its offset no longer moves.
    const ratio = ratios.get(cited.page);
    if (ratio === undefined) return;
    done.current = cited;
    const start = virtual.getOffsetForIndex(cited.page - 1, 'start')?.[0] ?? 0;
    requestAnimationFrame(() =>
      scroller.current?.scrollTo({
        top: Math.max(0, start + (cited.region ? cited.region.top * width * ratio - 80 : -GAP)),
      }),
    );
  }, [virtual, scroller, cited, width, ratios]);
}

function PageNumber({
  current,
  pages,
  onGo,
}: {
  readonly current: number;
  readonly pages: number;
  readonly onGo: (page: number) => void;
}): ReactElement {
  const say = useWords('evidence');
  const [text, setText] = useState(String(current));
  const go = (): void => {
    const page = Number.parseInt(text, 10);
    if (page >= 1 && page <= pages && page !== current) onGo(page);
    else setText(String(current));
  };
  return (
    <span className="page-number">
      <input
        aria-label={say('page.go')}
        inputMode="numeric"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={go}
        onKeyDown={(event) => event.key === 'Enter' && go()}
      />
      <span aria-live="polite">{say('page.of', { number: current, total: pages })}</span>
    </span>
  );
}

function stepZoom(zoom: number, by: 1 | -1): number {
  const nearest = ZOOMS.findIndex((one) => one >= zoom - 1e-6);
  return ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, (nearest < 0 ? ZOOMS.length - 1 : nearest) + by))] ?? 1;
}

function pageOf(place: string): { readonly page: number; readonly region?: Region } | null {
  try {
    const parsed = parsePlace(place);
    return parsed.kind === 'page' ? parsed : null;
  } catch {
    return null;
  }
}
