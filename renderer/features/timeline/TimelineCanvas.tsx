import {
  type KeyboardEvent,
  type ReactElement,
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useLanguage, useWords } from '../../ui/words.ts';
import { BandNames } from './BandNames.tsx';
import type { Group } from './canvas/bands.ts';
import { stretchOf } from './canvas/crowd.ts';
import type { Shown } from './canvas/density.ts';
import { listenToPointer } from './canvas/input.ts';
import { readTimelineKey, type TimelineAct } from './canvas/keys.ts';
import type { Mark } from './canvas/marks.ts';
import { type Counted, isTimed } from './canvas/scene.ts';
import { Stage, type StageWords } from './canvas/stage.ts';
import { isPeriod, type Thing } from './canvas/thing.ts';
import { fitView, panView, zoomView } from './canvas/view.ts';
import type { Worked } from './use-periods.ts';
import type { ViewStore } from './view-store.ts';
import './timeline-canvas.css';
import './timeline-hover.css';

/** What lies under the pointer. */
export interface HoverAt {
  readonly x: number;
  readonly y: number;
  /** The event or period there; null where several share a mark or are only counted. */
  readonly thing: Thing | null;
  readonly count: number;
  /** What shares the mark under the pointer. */
  readonly titles: readonly string[];
}

export interface TimelineCanvasProps {
  /** Its accessible name; the keys it has belong into it. */
  readonly label: string;
  readonly store: ViewStore;
  readonly shown: Shown | null;
  readonly worked: Worked;
  readonly groups: readonly Group[];
  /** Bands of people and exhibits have long names. */
  readonly longNames: boolean;
  readonly zone: string;
  readonly selected: string | null;
  readonly onSelect: (eventId: string | null) => void;
  readonly onOpen: (eventId: string) => void;
  readonly onPeriod: (key: string) => void;
  readonly onToggleBand: (key: string) => void;
  /** What the keys mean beyond the view itself: stepping, opening, removing, showing everything. */
  readonly onAct: (act: Exclude<TimelineAct, { kind: 'pan' | 'zoom' | 'scroll' }>) => void;
  readonly onPlotWidth: (width: number) => void;
  readonly describe: (hover: HoverAt) => ReactElement | null;
}

/** The picture. Everything it shows stands in the chronology as well, which is what a screen reader gets. */
export function TimelineCanvas(props: TimelineCanvasProps): ReactElement {
  const { label, store, shown, selected, onAct, onToggleBand, describe } = props;
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [hover, setHover] = useState<HoverAt | null>(null);
  const stage = useStage(canvas, props);
  useSize(frame, stage, props.onPlotWidth);

  const onHover = useEffectEvent((at: { readonly x: number; readonly y: number } | null) => {
    if (!stage || !frame.current) return;
    const found = stage.hover(at?.x ?? null, at?.y ?? 0);
    frame.current.style.cursor = found.mark ? 'pointer' : '';
    setHover(at && (found.mark || found.bucket) ? hoverOf(at, found.mark, found.bucket) : null);
  });
  const onPress = useEffectEvent((x: number, y: number) => {
    if (!stage) return;
    const mark = stage.markAt(x, y);
    const bucket = mark ? null : stage.bucketAt(x, y);
    // What was under the pointer is elsewhere now.
    if (mark?.crowd || bucket) setHover(null);
    if (mark && isPeriod(mark.item)) props.onPeriod(mark.item.periodKey);
    else if (mark?.crowd && isTimed(mark.crowd)) store.setState(fitView(stretchOf(mark.crowd).from, stretchOf(mark.crowd).to), true);
    else if (bucket) store.setState(zoomView(store.getState(), (bucket.from + bucket.to) / 2, 0.3), true);
    else props.onSelect(mark ? chosenOf(mark, selected) : null);
  });
  const onOpen = useEffectEvent((x: number, y: number) => {
    const mark = stage?.markAt(x, y);
    if (mark && !mark.crowd && !isPeriod(mark.item)) props.onOpen(mark.item.eventId);
  });
  useEffect(() => {
    const element = frame.current;
    if (!element || !stage) return;
    return listenToPointer(element, stage, { onView: (view) => store.setState(view, true), onHover, onPress, onOpen });
  }, [stage, store]);

  function onKeyDown(event: KeyboardEvent): void {
    const act = readTimelineKey(event);
    if (!act || (act.kind === 'none' && selected === null)) return;
    event.preventDefault();
    const view = store.getState();
    if (act.kind === 'pan') store.setState(panView(view, act.by * (view.to - view.from)), true);
    else if (act.kind === 'zoom') store.setState(zoomView(view, anchorOf(shown, selected) ?? (view.from + view.to) / 2, act.factor), true);
    else if (act.kind === 'scroll') stage?.scrollBy(act.by * 0.8 * (stage.plot.bottom - stage.plot.top));
    else onAct(act);
  }

  return (
    <div className="timeline-stage">
      <div ref={frame} className="timeline-frame" role="application" tabIndex={0} aria-label={label} onKeyDown={onKeyDown}>
        <canvas ref={canvas} aria-hidden="true" />
        {hover && (
          <div className="timeline-hover" aria-hidden="true" style={placeHover(hover, frame.current)}>
            {describe(hover)}
          </div>
        )}
      </div>
      {stage && <BandNames stage={stage} onToggle={onToggleBand} />}
    </div>
  );
}

/** The stage of a canvas, kept up with what it has to show. */
function useStage(canvas: RefObject<HTMLCanvasElement | null>, props: TimelineCanvasProps): Stage | null {
  const { store, shown, worked, groups, longNames, selected, zone } = props;
  const [stage, setStage] = useState<Stage | null>(null);
  const words = useStageWords(zone);
  // The words follow by setWords; a new stage is only needed for a new canvas or case.
  const makeStage = useEffectEvent((element: HTMLCanvasElement) => new Stage(element, store.getState(), words));
  useLayoutEffect(() => {
    if (!canvas.current) return;
    const made = makeStage(canvas.current);
    setStage(made);
    return () => made.destroy();
  }, [canvas, store]);
  useEffect(() => stage?.setWords(words), [stage, words]);
  useEffect(() => stage?.setGroups(groups, longNames), [stage, groups, longNames]);
  useEffect(() => (shown ? stage?.show(shown) : undefined), [stage, shown]);
  useEffect(() => stage?.setPeriods(worked.periods, worked.gaps), [stage, worked]);
  useEffect(() => stage?.select(selected), [stage, selected]);
  useEffect(() => {
    if (!stage) return;
    stage.setView(store.getState());
    return store.subscribe((view) => stage.setView(view));
  }, [stage, store]);
  return stage;
}

function useSize(frame: RefObject<HTMLDivElement | null>, stage: Stage | null, onPlotWidth: (width: number) => void): void {
  const tell = useEffectEvent(onPlotWidth);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element || !stage) return;
    const measure = (): void => {
      stage.resize(element.clientWidth, element.clientHeight);
      tell(stage.plotWidth);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [frame, stage]);
}

function useStageWords(zone: string): StageWords {
  const say = useWords('timeline');
  const language = useLanguage();
  return useMemo(
    () => ({
      zone,
      language,
      more: (count) => say('more', { count }),
      nowhere: (count) => say('nowhere', { count }),
      crowd: (count, stretch) => (stretch === null ? say('unplaced', { count }) : say('crowd', { count, stretch })),
    }),
    [zone, language, say],
  );
}

function hoverOf(at: { readonly x: number; readonly y: number }, mark: Mark | null, bucket: Counted | null): HoverAt {
  return {
    ...at,
    thing: mark && !mark.crowd ? mark.item : null,
    count: mark?.crowd?.length ?? bucket?.count ?? 0,
    titles: mark?.crowd?.map((item) => item.title) ?? [],
  };
}

/** Those without a place in time cannot be zoomed apart: each press chooses the next of them. */
function chosenOf({ item, crowd }: Mark, selected: string | null): string | null {
  if (isPeriod(item)) return null;
  if (!crowd) return item.eventId;
  const next = crowd.findIndex((one) => one.eventId === selected) + 1;
  return crowd[next % crowd.length]?.eventId ?? null;
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
