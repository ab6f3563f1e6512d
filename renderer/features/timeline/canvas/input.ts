import { panView, type View, zoomView } from './view.ts';
import type { Stage } from './stage.ts';

export interface InputListener {
  /** The view moved under the pointer or the wheel. */
  readonly onView: (view: View) => void;
  readonly onHover: (at: { readonly x: number; readonly y: number } | null) => void;
  /** Pressed and released without dragging. */
  readonly onPress: (x: number, y: number) => void;
  readonly onOpen: (x: number, y: number) => void;
}

/** Movements below this are a trembling hand, not a drag. */
const DRAG_THRESHOLD = 4;

/** Wheel and pinch zoom at the pointer, Shift and sideways wheels pan, dragging pans. Returns the way to stop. */
export function listenToPointer(element: HTMLElement, stage: Stage, listener: InputListener): () => void {
  const pointers = new Map<number, { x: number; y: number }>();
  let origin: { x: number; y: number; view: View; moved: boolean } | null = null;
  let pinch: { distance: number; view: View; anchor: number } | null = null;

  const at = (event: PointerEvent | MouseEvent): { x: number; y: number } => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  function onWheel(event: WheelEvent): void {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
    if (!event.ctrlKey && Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
      listener.onView(panView(stage.view, (sideways * unit * (stage.view.to - stage.view.from)) / stage.plotWidth));
      return;
    }
    // A pinch on a touchpad arrives as a wheel with Ctrl and small steps.
    const strength = event.ctrlKey ? 0.01 : 0.0018;
    listener.onView(zoomView(stage.view, stage.toInstant(at(event).x), Math.exp(event.deltaY * unit * strength)));
  }

  function onDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    const point = at(event);
    pointers.set(event.pointerId, point);
    element.setPointerCapture(event.pointerId);
    if (pointers.size === 2) beginPinch();
    else origin = { ...point, view: stage.view, moved: false };
  }

  function beginPinch(): void {
    const [first, second] = [...pointers.values()];
    origin = null;
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
    } else if (origin) {
      drag(origin, point);
    }
  }

  function drag(from: NonNullable<typeof origin>, point: { x: number; y: number }): void {
    if (!from.moved && Math.abs(point.x - from.x) < DRAG_THRESHOLD) return;
    from.moved = true;
    element.dataset['dragging'] = 'true';
    listener.onHover(null);
    listener.onView(panView(from.view, ((from.x - point.x) * (from.view.to - from.view.from)) / stage.plotWidth));
  }

  function onUp(event: PointerEvent): void {
    const pressed = origin && !origin.moved && event.type === 'pointerup';
    pointers.delete(event.pointerId);
    if (pressed) listener.onPress(at(event).x, at(event).y);
    origin = null;
    pinch = null;
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

export type TimelineAct =
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  | { readonly kind: 'lane'; readonly by: 1 | -1 }
  | { readonly kind: 'pan'; readonly by: number }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'all' | 'open' | 'remove' | 'none' };

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What a key means on the timeline; null for a key that is not its own. */
export function readTimelineKey(event: Key): TimelineAct | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  switch (event.key) {
    case 'ArrowLeft':
      return event.shiftKey ? { kind: 'pan', by: -0.2 } : { kind: 'step', by: -1 };
    case 'ArrowRight':
      return event.shiftKey ? { kind: 'pan', by: 0.2 } : { kind: 'step', by: 1 };
    case 'ArrowUp':
      return { kind: 'lane', by: -1 };
    case 'ArrowDown':
      return { kind: 'lane', by: 1 };
    case '+':
    case '=':
      return { kind: 'zoom', factor: 1 / 1.5 };
    case '-':
    case '_':
      return { kind: 'zoom', factor: 1.5 };
    case 'Home':
      return { kind: 'all' };
    case 'Enter':
      return { kind: 'open' };
    case 'Delete':
      return { kind: 'remove' };
    case 'Escape':
      return { kind: 'none' };
    default:
      return null;
  }
}
