import { type KeyboardEvent, type ReactElement, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { lanes } from '../../../shared/model/event.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import { stretchOf } from './canvas/crowd.ts';
import { listenToPointer, readTimelineKey, type TimelineAct } from './canvas/input.ts';
import { type Shown, Stage, type StageWords } from './canvas/stage.ts';
import { fitView, panView, zoomView } from './canvas/view.ts';
import type { ViewStore } from './view-store.ts';

export interface HoverAt {
  readonly x: number;
  readonly y: number;
  readonly eventId: string | null;
  readonly count: number;
  /** What shares the mark under the pointer. */
  readonly titles: readonly string[];
}

interface TimelineCanvasProps {
  readonly store: ViewStore;
  readonly shown: Shown | null;
  readonly zone: string;
  readonly selected: string | null;
  readonly onSelect: (eventId: string | null) => void;
  readonly onOpen: (eventId: string) => void;
  /** What the keys mean beyond the view itself: stepping, opening, removing, showing everything. */
  readonly onAct: (act: Exclude<TimelineAct, { kind: 'pan' | 'zoom' }>) => void;
  readonly onPlotWidth: (width: number) => void;
  readonly describe: (hover: HoverAt) => ReactElement | null;
}

/** The picture. Everything it shows stands in the chronology as well, which is what a screen reader gets. */
export function TimelineCanvas({
  store,
  shown,
  zone,
  selected,
  onSelect,
  onOpen,
  onAct,
  onPlotWidth,
  describe,
}: TimelineCanvasProps): ReactElement {
  const say = useWords('timeline');
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const [hover, setHover] = useState<HoverAt | null>(null);
  const words = useStageWords(zone);
  const latest = useRef({ onSelect, onOpen, onPlotWidth });
  latest.current = { onSelect, onOpen, onPlotWidth };

  // The words follow by setWords; a new stage is only needed for a new canvas or case.
  const makeStage = useEffectEvent((element: HTMLCanvasElement) => new Stage(element, store.getState(), words));
  useLayoutEffect(() => {
    if (!canvas.current) return;
    const made = makeStage(canvas.current);
    setStage(made);
    return () => made.destroy();
  }, [store]);
  useEffect(() => stage?.setWords(words), [stage, words]);
  useEffect(() => (shown ? stage?.show(shown) : undefined), [stage, shown]);
  useEffect(() => stage?.select(selected), [stage, selected]);
  useEffect(() => {
    if (!stage) return;
    stage.setView(store.getState());
    return store.subscribe((view) => stage.setView(view));
  }, [stage, store]);

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element || !stage) return;
    const measure = (): void => {
      stage.resize(element.clientWidth, element.clientHeight);
      latest.current.onPlotWidth(stage.plotWidth);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [stage]);

  useEffect(() => {
    const element = frame.current;
    if (!element || !stage) return;
    return listenToPointer(element, stage, {
      onView: (view) => store.setState(view, true),
      onHover: (at) => {
        const { mark, bucket } = stage.hover(at?.x ?? null, at?.y ?? 0);
        element.style.cursor = mark ? 'pointer' : '';
        setHover(
          at && (mark || bucket)
            ? {
                ...at,
                eventId: mark && !mark.crowd ? mark.item.eventId : null,
                count: mark?.crowd?.length ?? bucket?.count ?? 0,
                titles: mark?.crowd?.map((item) => item.title) ?? [],
              }
            : null,
        );
      },
      onPress: (x, y) => {
        const bucket = stage.bucketAt(x, y);
        const crowd = stage.eventAt(x, y)?.crowd;
        // What was under the pointer is elsewhere now.
        if (crowd || bucket) setHover(null);
        if (crowd) store.setState(fitView(stretchOf(crowd).from, stretchOf(crowd).to), true);
        else if (bucket) store.setState(zoomView(store.getState(), (bucket.from + bucket.to) / 2, 0.3), true);
        else latest.current.onSelect(stage.eventAt(x, y)?.item.eventId ?? null);
      },
      onOpen: (x, y) => {
        const mark = stage.eventAt(x, y);
        if (mark && !mark.crowd) latest.current.onOpen(mark.item.eventId);
      },
    });
  }, [stage, store]);

  function onKeyDown(event: KeyboardEvent): void {
    const act = readTimelineKey(event);
    if (!act || (act.kind === 'none' && selected === null)) return;
    event.preventDefault();
    const view = store.getState();
    if (act.kind === 'pan') store.setState(panView(view, act.by * (view.to - view.from)), true);
    else if (act.kind === 'zoom') store.setState(zoomView(view, anchorOf(shown, selected) ?? (view.from + view.to) / 2, act.factor), true);
    else onAct(act);
  }

  return (
    <div ref={frame} className="timeline-frame" role="application" tabIndex={0} aria-label={say('canvas')} onKeyDown={onKeyDown}>
      <canvas ref={canvas} aria-hidden="true" />
      {hover && (
        <div className="timeline-hover" aria-hidden="true" style={placeHover(hover, frame.current)}>
          {describe(hover)}
        </div>
      )}
    </div>
  );
}

function useStageWords(zone: string): StageWords {
  const sayEvent = useWords('event');
  const say = useWords('timeline');
  const language = useLanguage();
  return useMemo(
    () => ({
      zone,
      language,
      laneNames: Object.fromEntries(lanes.map((lane) => [lane, sayEvent(`lane.${lane}`)])) as StageWords['laneNames'],
      more: (count) => say('more', { count }),
      crowd: (count, stretch) => say('crowd', { count, stretch }),
    }),
    [zone, language, sayEvent, say],
  );
}

/** Keys zoom around the selected event, so that it stays in sight. */
function anchorOf(shown: Shown | null, selected: string | null): number | null {
  if (!shown || !('items' in shown)) return null;
  const item = shown.items.find((one) => one.eventId === selected);
  return item?.earliest ?? item?.latest ?? null;
}

const HOVER_WIDTH = 300;

function placeHover(hover: HoverAt, frame: HTMLElement | null): { readonly left: number; readonly top?: number; readonly bottom?: number } {
  const width = frame?.clientWidth ?? 0;
  const height = frame?.clientHeight ?? 0;
  const left = Math.max(8, Math.min(hover.x + 14, width - HOVER_WIDTH - 8));
  return hover.y > height - 120 ? { left, bottom: height - hover.y + 16 } : { left, top: hover.y + 18 };
}
