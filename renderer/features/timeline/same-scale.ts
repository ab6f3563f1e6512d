import type { StoreApi } from 'zustand';
import { type View, zoomView } from './canvas/view.ts';

type ViewStore = StoreApi<View>;

/** Keeps two stretches at one scale: zooming one zooms the other around its own middle; each is panned alone. Returns the way to stop. */
export function keepSameScale(one: ViewStore, other: ViewStore): () => void {
  const stops = [follow(one, other), follow(other, one)];
  return () => stops.forEach((stop) => stop());
}

function follow(leader: ViewStore, follower: ViewStore): () => void {
  return leader.subscribe((view) => {
    const now = follower.getState();
    const factor = (view.to - view.from) / (now.to - now.from);
    // Two sums of the same instants differ in the last figure: that is no zoom.
    if (Math.abs(factor - 1) > 1e-9) follower.setState(zoomView(now, (now.from + now.to) / 2, factor), true);
  });
}
