import type { EventEdit } from '../../../shared/contract/event.ts';
import type { EventId } from '../../../shared/model/identifier.ts';

/** One act on events that can be taken back, in the words it is offered with. */
export type Act =
  | { readonly kind: 'add' | 'remove'; readonly events: readonly { readonly id: EventId; readonly title: string }[] }
  | {
      readonly kind: 'edit' | 'change' | 'revert';
      /** Of the event, where it is one. */
      readonly title: string;
      readonly edits: readonly EventEdit[];
    };

/** What was done in a case and can be taken back, and what was taken back and can be done again; the last one last. */
export interface EditHistory {
  readonly done: readonly Act[];
  readonly undone: readonly Act[];
  /** For a version of an event, the later version that says the same again: taking back makes new versions and deletes none. */
  readonly again: ReadonlyMap<string, number>;
}

export const NO_HISTORY: EditHistory = { done: [], undone: [], again: new Map() };

const MOST_KEPT = 200;

/** A new act; what was taken back before it can no longer be done again. */
export function recordAct(history: EditHistory, act: Act): EditHistory {
  return { ...history, done: [...history.done, act].slice(-MOST_KEPT), undone: [] };
}

/** What `event.revert` must be asked for to take an edit back, or to do it again. */
export function revertsOf(
  { again }: EditHistory,
  edits: readonly EventEdit[],
  way: 'undo' | 'redo',
): { readonly eventId: EventId; readonly version: number; readonly from: number }[] {
  return edits.map(({ eventId, before, after }) => {
    const [version, present] = way === 'undo' ? [before, after] : [after, before];
    return { eventId, version, from: latestLike(again, eventId, present) };
  });
}

/** The history once the last act was taken back, or the last one taken back was done again; `made` is what `event.revert` answered. */
export function moveAct(history: EditHistory, way: 'undo' | 'redo', made: readonly EventEdit[] = []): EditHistory {
  const [from, to] = way === 'undo' ? (['done', 'undone'] as const) : (['undone', 'done'] as const);
  const act = history[from].at(-1);
  if (!act) return history;
  const again = new Map(history.again);
  if ('edits' in act) {
    const versions = new Map(made.map((edit) => [edit.eventId, edit.after]));
    for (const { eventId, version, from: present } of revertsOf(history, act.edits, way)) {
      const now = versions.get(eventId) ?? present;
      if (now > version) again.set(keyOf(eventId, version), now);
    }
  }
  return { ...history, [from]: history[from].slice(0, -1), [to]: [...history[to], act], again };
}

function latestLike(again: EditHistory['again'], eventId: EventId, version: number): number {
  let latest = version;
  for (let next = again.get(keyOf(eventId, latest)); next !== undefined; next = again.get(keyOf(eventId, latest))) latest = next;
  return latest;
}

function keyOf(eventId: EventId, version: number): string {
  return `${eventId} ${version}`;
}
