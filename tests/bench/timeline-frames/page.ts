import type { Shown } from '../../../renderer/features/timeline/canvas/density.ts';
import { Stage } from '../../../renderer/features/timeline/canvas/stage.ts';
import { panView, type View, zoomView } from '../../../renderer/features/timeline/canvas/view.ts';
import type { TimelineItem } from '../../../shared/contract/timeline.ts';
import { type Lane, lanes } from '../../../shared/model/event.ts';
import type { EventId } from '../../../shared/model/identifier.ts';

/** The part of vis-timeline that is used here. */
interface Peer {
  readonly Timeline: new (
    container: HTMLElement,
    items: readonly object[],
    groups: readonly object[],
    options: object,
  ) => {
    setWindow(from: number, to: number, options: object): void;
    destroy(): void;
  };
}

declare global {
  interface Window {
    readonly vis: Peer;
    measure: typeof measure;
  }
}

export interface Measured {
  /** From the data to the picture on the screen, in ms. */
  readonly paint: number;
  /** Times between drawn frames, in ms. */
  readonly pan: readonly number[];
  readonly zoom: readonly number[];
}

const START = Date.UTC(2031, 4, 1);
const YEAR = 365 * 86_400_000;

/** Draws the same `count` events with one of the two, on an empty page, and moves them. */
async function measure(which: 'ours' | 'peer', count: number, frames: number): Promise<Measured> {
  document.body.replaceChildren();
  const frame = document.createElement('div');
  frame.className = 'picture';
  document.body.append(frame);
  const items = itemsOf(count);
  const whole = { from: START, to: START + YEAR };
  await nextFrame();
  await nextFrame();
  const began = performance.now();
  const picture = which === 'ours' ? drawOurs(frame, items, whole) : drawPeer(frame, items, whole);
  await nextFrame();
  await nextFrame();
  const paint = performance.now() - began;
  const pan = await timeFrames(frames, (step) => picture.show(panView(whole, Math.sin(step / 25) * YEAR * 0.3)));
  picture.show(whole);
  const zoom = await timeFrames(frames, (step) => picture.show(zoomView(whole, START + YEAR * 0.4, 1.6 ** (-3 + 3 * Math.cos(step / 25)))));
  picture.end();
  return { paint, pan, zoom };
}

window.measure = measure;

interface Picture {
  readonly show: (view: View) => void;
  readonly end: () => void;
}

function drawOurs(frame: HTMLElement, items: readonly TimelineItem[], view: View): Picture {
  const canvas = document.createElement('canvas');
  frame.append(canvas);
  const stage = new Stage(canvas, view, {
    zone: 'Asia/Shanghai',
    language: 'en',
    more: (count) => `+${count}: zoom in`,
    nowhere: (count) => `+${count} without a place in time`,
    crowd: (count, stretch) => `${count} events, ${stretch ?? ''}`,
  });
  stage.resize(frame.clientWidth, frame.clientHeight);
  stage.setGroups(
    lanes.map((key) => ({ key, name: key, collapsed: false, unplaced: 0 })),
    false,
  );
  stage.show({ ...view, items } satisfies Shown);
  return { show: (next) => stage.setView(next), end: () => stage.destroy() };
}

function drawPeer(frame: HTMLElement, items: readonly TimelineItem[], view: View): Picture {
  const timeline = new window.vis.Timeline(
    frame,
    items.map(({ eventId, title, group, earliest, latest, exact }) =>
      exact
        ? { id: eventId, content: title, group, start: earliest, type: 'point' }
        : { id: eventId, content: title, group, start: earliest, end: latest, type: 'range' },
    ),
    lanes.map((lane) => ({ id: lane, content: lane })),
    { height: '600px', start: view.from, end: view.to, verticalScroll: true, zoomKey: 'ctrlKey' },
  );
  return { show: ({ from, to }) => timeline.setWindow(from, to, { animation: false }), end: () => timeline.destroy() };
}

/** Spread by a fixed rule, so that both draw the same. */
function itemsOf(count: number): readonly TimelineItem[] {
  return Array.from({ length: count }, (_, index) => {
    const at = START + ((index * 697_021 + 12_345) % 1_048_573) * (YEAR / 1_048_573);
    const exact = index % 2 === 0;
    const lane = lanes[index % lanes.length] as Lane;
    return {
      eventId: `event-${index}` as EventId,
      title: `Door of room ${1200 + (index % 60)} opened with card ${100 + (index % 900)}`,
      lane,
      group: lane,
      kind: 'happening',
      earliest: at,
      latest: at + (exact ? 1000 : 43_200_000),
      exact,
      approximate: false,
      standing: index % 3 === 0 ? 'established' : 'asserted',
      differs: index % 50 === 0,
      cited: true,
      unplaced: false,
    };
  });
}

async function timeFrames(frames: number, move: (step: number) => void): Promise<readonly number[]> {
  const times: number[] = [];
  let last = await nextFrame();
  for (let step = 0; step < frames; step += 1) {
    move(step);
    const now = await nextFrame();
    times.push(now - last);
    last = now;
  }
  return times;
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
}
