import { panView, type View, zoomView } from './view.ts';
import type { Stage } from './stage.ts';

export interface InputListener {
  /** The view moved under the pointer or the wheel. */
  readonly onView: (view: View) => void;
  readonly onHover: (at: Point | null) => void;
  /** Pressed and released without dragging. */
  readonly onPress: (x: number, y: number) => void;
  readonly onOpen: (x: number, y: number) => void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** One press, until it is released: what it holds. */
interface Hold extends Point {
  readonly view: View;
  readonly brush: boolean;
  moved: boolean;
  /** Where the pointer was last, for scrolling. */
  y0: number;
}

/** Movements below this are a trembling hand, not a drag. */
const DRAG_THRESHOLD = 4;
/** A brushed stretch narrower than this was a slip. */
const NARROWEST_BRUSH = 6;
const LINE = 16;

/**
 * The wheel and two fingers zoom at the pointer, Shift and sideways wheels pan; over the names, or with Alt, the wheel scrolls the bands.
 * Dragging pans and scrolls; dragging with Shift chooses the stretch to zoom into. Returns the way to stop.
 */
export function listenToPointer(element: HTMLElement, stage: Stage, listener: InputListener): () => void {
  const pointers = new Map<number, Point>();
  let hold: Hold | null = null;
  let pinch: { distance: number; view: View; anchor: number } | null = null;

  const at = (event: PointerEvent | MouseEvent): Point => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  function onWheel(event: WheelEvent): void {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
    const point = at(event);
    if (!event.ctrlKey && (event.altKey || point.x < stage.plot.left)) {
      stage.scrollBy(event.deltaY * unit);
      return;
    }
    const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
    if (!event.ctrlKey && Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
      listener.onView(panView(stage.view, (sideways * unit * (stage.view.to - stage.view.from)) / stage.plotWidth));
      return;
    }
    // A pinch on a touchpad arrives as a wheel with Ctrl and small steps.
    const strength = event.ctrlKey ? 0.01 : 0.0018;
    listener.onView(zoomView(stage.view, stage.toInstant(point.x), Math.exp(event.deltaY * unit * strength)));
  }

  function onDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    const point = at(event);
    pointers.set(event.pointerId, point);
    element.setPointerCapture(event.pointerId);
    if (pointers.size === 2) beginPinch();
    else hold = { ...point, view: stage.view, brush: event.shiftKey, moved: false, y0: point.y };
  }

  function beginPinch(): void {
    const [first, second] = [...pointers.values()];
    letGo();
    if (first && second)
      pinch = {
        distance: Math.hypot(first.x - second.x, first.y - second.y),
        view: stage.view,
        anchor: stage.toInstant((first.x + second.x) / 2),
      };
  }

  function onMove(event: PointerEvent): void {
    const point = at(event);
    if (!pointers.has(event.pointerId)) {
      listener.onHover(point);
      return;
    }
    pointers.set(event.pointerId, point);
    const [first, second] = [...pointers.values()];
    if (pinch && first && second) {
      const distance = Math.max(20, Math.hypot(first.x - second.x, first.y - second.y));
      listener.onView(zoomView(pinch.view, pinch.anchor, pinch.distance / distance));
    } else if (hold) {
      drag(hold, point);
    }
  }

  function drag(from: Hold, point: Point): void {
    if (!from.moved && Math.hypot(point.x - from.x, point.y - from.y) < DRAG_THRESHOLD) return;
    if (!from.moved) listener.onHover(null);
    from.moved = true;
    element.dataset['dragging'] = from.brush ? 'brush' : 'pan';
    if (from.brush) {
      stage.setBrush(brushed(from, point));
      return;
    }
    stage.scrollBy(from.y0 - point.y);
    from.y0 = point.y;
    listener.onView(panView(from.view, ((from.x - point.x) * (from.view.to - from.view.from)) / stage.plotWidth));
  }

  function brushed(from: Point, to: Point): { readonly from: number; readonly to: number } {
    const { left, right } = stage.plot;
    const within = (x: number): number => Math.max(left, Math.min(right, x));
    return { from: within(Math.min(from.x, to.x)), to: within(Math.max(from.x, to.x)) };
  }

  function onUp(event: PointerEvent): void {
    pointers.delete(event.pointerId);
    const done = event.type === 'pointerup' ? hold : null;
    const point = at(event);
    letGo();
    if (!done) return;
    if (!done.moved) listener.onPress(point.x, point.y);
    else if (done.brush) {
      const { from, to } = brushed(done, point);
      if (to - from >= NARROWEST_BRUSH) listener.onView({ from: stage.toInstant(from), to: stage.toInstant(to) });
    }
  }

  function letGo(): void {
    hold = null;
    pinch = null;
    stage.setBrush(null);
    delete element.dataset['dragging'];
  }

  const onLeave = (): void => listener.onHover(null);
  const onDouble = (event: MouseEvent): void => listener.onOpen(at(event).x, at(event).y);
  const stop = new AbortController();
  const { signal } = stop;
  element.addEventListener('wheel', onWheel, { passive: false, signal });
  element.addEventListener('pointerdown', onDown, { signal });
  element.addEventListener('pointermove', onMove, { signal });
  element.addEventListener('pointerup', onUp, { signal });
  element.addEventListener('pointercancel', onUp, { signal });
  element.addEventListener('pointerleave', onLeave, { signal });
  element.addEventListener('dblclick', onDouble, { signal });
  return () => stop.abort();
}
