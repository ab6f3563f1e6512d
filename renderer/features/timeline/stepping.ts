import type { Input, Output } from '../../../shared/contract/index.ts';
import type { EventId } from '../../../shared/model/identifier.ts';
import type { View } from './canvas/view.ts';

type Step = { readonly kind: 'step' | 'lane'; readonly by: 1 | -1 };
type AskStep = (name: 'timeline.step', input: Input<'timeline.step'>) => Promise<Output<'timeline.step'>>;
type Among = Pick<Input<'timeline.step'>, 'caseId' | 'filter' | 'differing'>;

/**
 * Where an arrow key leads from the selected event: to its neighbour in chronological order, or to the event nearest in time in the
 * next lane that has any. With nothing selected, to the first event in view, or the very first. The core knows; the window has no list.
 */
export async function stepFrom(
  ask: AskStep,
  among: Among,
  selected: string | null,
  { kind, by }: Step,
  view: View,
): Promise<string | null> {
  const across = kind === 'lane';
  if (selected !== null) return (await ask('timeline.step', { ...among, eventId: selected as EventId, by, across })) ?? selected;
  const inView = await ask('timeline.step', { ...among, eventId: null, by: 1, from: Math.floor(view.from) });
  return inView ?? ask('timeline.step', { ...among, eventId: null, by: 1 });
}
