import { type PointerEvent, type ReactElement, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../../ui/words.ts';
import { type BrushPart, brushOf, brushPartAt, type MinimapScene, paintMinimap, toInstant } from './canvas/minimap.ts';
import { onThemeChange, readTheme } from './canvas/theme.ts';
import { fitView, type View } from './canvas/view.ts';
import type { ViewStore } from './view-store.ts';
import './minimap.css';

interface MinimapProps {
  readonly store: ViewStore;
  readonly extent: View & { readonly density: readonly number[] };
}

const HEIGHT = 40;

/**
 * All events at once, with the present view as a brush: drag its edges, its middle, or a new stretch beside it. The density is drawn
 * when it changes; the brush is an element of its own, moved without a render.
 */
export function Minimap({ store, extent }: MinimapProps): ReactElement {
  const say = useWords('timeline');
  const canvas = useRef<HTMLCanvasElement>(null);
  const brush = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [theme, setTheme] = useState(readTheme);
  const held = useRef<{ part: BrushPart; at: number; view: View } | null>(null);
  const whole = useMemo(() => fitView(extent.from, extent.to), [extent.from, extent.to]);
  const scene = useMemo<MinimapScene>(() => ({ width, height: HEIGHT, whole, extent, density: extent.density }), [width, whole, extent]);

  useEffect(() => onThemeChange(() => setTheme(readTheme())), []);
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d', { alpha: false });
    if (!context || width === 0) return;
    const ratio = window.devicePixelRatio || 1;
    context.canvas.width = Math.round(width * ratio);
    context.canvas.height = Math.round(HEIGHT * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintMinimap(context, scene, theme);
  }, [scene, theme, width]);
  useLayoutEffect(() => {
    const place = (view: View): void => {
      if (!brush.current || scene.width === 0) return;
      const { left, right } = brushOf(scene, view);
      brush.current.style.transform = `translateX(${left}px)`;
      brush.current.style.width = `${right - left}px`;
    };
    place(store.getState());
    return store.subscribe(place);
  }, [store, scene]);

  function instantAt(event: PointerEvent): number {
    return toInstant(scene, Math.max(0, Math.min(width, pixelAt(event))));
  }

  function onDown(event: PointerEvent): void {
    event.currentTarget.setPointerCapture(event.pointerId);
    const view = store.getState();
    held.current = { part: brushPartAt(scene, view, pixelAt(event)), at: instantAt(event), view };
  }

  function onMove(event: PointerEvent): void {
    const part = held.current?.part ?? brushPartAt(scene, store.getState(), pixelAt(event));
    (event.currentTarget as HTMLElement).style.cursor = part === 'middle' ? 'grab' : part === 'outside' ? 'crosshair' : 'ew-resize';
    if (!held.current) return;
    const next = brushTo(held.current, instantAt(event), whole);
    if (next) store.setState(next, true);
  }

  function onUp(event: PointerEvent): void {
    const start = held.current;
    held.current = null;
    // A click beside the brush brings the view there at its present width.
    if (start?.part !== 'outside' || Math.abs(instantAt(event) - start.at) > smallest(whole)) return;
    const half = (start.view.to - start.view.from) / 2;
    store.setState({ from: start.at - half, to: start.at + half }, true);
  }

  return (
    <div className="minimap" title={say('density')}>
      <div
        className="minimap-track"
        onPointerDown={onDown}
        onPointerMove={onMove}
        onPointerUp={onUp}
        onPointerCancel={() => (held.current = null)}
      >
        <canvas ref={canvas} aria-hidden="true" />
        <div ref={brush} className="minimap-brush" />
      </div>
    </div>
  );
}

function pixelAt(event: PointerEvent): number {
  return event.clientX - event.currentTarget.getBoundingClientRect().left;
}

function brushTo(held: { part: BrushPart; at: number; view: View }, at: number, whole: View): View | null {
  const moved = at - held.at;
  if (held.part === 'middle') return { from: held.view.from + moved, to: held.view.to + moved };
  const fixed = held.part === 'from' ? held.view.to : held.part === 'to' ? held.view.from : held.at;
  const from = Math.min(fixed, at);
  const to = Math.max(fixed, at);
  return to - from < smallest(whole) ? null : { from, to };
}

function smallest(whole: View): number {
  return (whole.to - whole.from) / 250;
}
