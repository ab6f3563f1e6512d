import { type CaseEvent, lanes } from '../../../shared/model/event.ts';
import type { View } from './canvas/view.ts';

type Step = { readonly kind: 'step' | 'lane'; readonly by: 1 | -1 };

/**
 * Where an arrow key leads from the selected event: to its neighbour in chronological order, or to the event nearest in
 * time in the next lane that has any. With nothing selected, to the first event in view.
 */
export function stepFrom(events: readonly CaseEvent[], selected: string | null, step: Step, view: View): string | null {
  const index = events.findIndex((event) => event.id === selected);
  const event = events[index];
  if (!event) return (events.find((one) => startOf(one) >= view.from) ?? events[0])?.id ?? null;
  if (step.kind === 'step') return (events[index + step.by] ?? event).id;
  for (let lane = lanes.indexOf(event.lane) + step.by; lane >= 0 && lane < lanes.length; lane += step.by) {
    const there = events.filter((one) => one.lane === lanes[lane]);
    const nearest = there.toSorted((a, b) => Math.abs(startOf(a) - startOf(event)) - Math.abs(startOf(b) - startOf(event)))[0];
    if (nearest) return nearest.id;
  }
  return event.id;
}

function startOf(event: CaseEvent): number {
  return event.happened.earliest ?? event.happened.latest ?? 0;
}
