import { useCallback } from 'react';
import { create } from 'zustand';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { CaseEvent } from '../../../shared/model/event.ts';
import type { CaseId } from '../../../shared/model/identifier.ts';
import { ask, listen } from '../../ask/bridge.ts';
import { failureOf } from '../../ui/ErrorNote.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { type Say, useFailureSentence, useWords } from '../../ui/words.ts';
import { type Act, type EditHistory, moveAct, NO_HISTORY, recordAct, revertsOf } from './edit-history.ts';

/** The histories of this window, one a case; gone with the lock, because they name events. */
const useHistories = create<Readonly<Record<string, EditHistory>>>(() => ({}));

listen((message) => message.kind === 'locked' && useHistories.setState({}, true));

export function useEditHistory(caseId: CaseId): EditHistory {
  return useHistories((histories) => histories[caseId] ?? NO_HISTORY);
}

function historyOf(caseId: CaseId): EditHistory {
  return useHistories.getState()[caseId] ?? NO_HISTORY;
}

function record<A extends Act>(caseId: CaseId, act: A): A {
  useHistories.setState({ [caseId]: recordAct(historyOf(caseId), act) });
  return act;
}

/** Records what was saved elsewhere than by the functions below; null where nothing changed. `before` is the event as it was, or null for a new one. */
export function recordSaved(saved: CaseEvent, before: CaseEvent | null): Act | null {
  if (!before) return record(saved.caseId, { kind: 'add', events: [{ id: saved.id, title: saved.title }] });
  if (saved.version === before.version) return null;
  return record(saved.caseId, {
    kind: 'edit',
    title: saved.title,
    edits: [{ eventId: saved.id, before: saved.version - 1, after: saved.version }],
  });
}

/** Adds an event, so that it can be taken back. Throws what `event.add` fails with. */
export async function addEvent(draft: Input<'event.add'>): Promise<CaseEvent> {
  const added = await ask('event.add', draft);
  recordSaved(added, null);
  return added;
}

/** Remembers events that were added by another way than a form, as one act. */
export function recordAdded(caseId: CaseId, events: readonly Pick<CaseEvent, 'id' | 'title'>[]): Act {
  return record(caseId, { kind: 'add', events: events.map(({ id, title }) => ({ id, title })) });
}

/** Saves an event, so that it can be taken back. Throws what `event.update` fails with. */
export async function updateEvent(draft: Input<'event.update'>): Promise<CaseEvent> {
  const before = await ask('event.get', { eventId: draft.eventId });
  const saved = await ask('event.update', draft);
  recordSaved(saved, before);
  return saved;
}

/** Changes many events alike, as one act. Throws what `event.change` fails with. */
export async function changeEvents(
  caseId: CaseId,
  change: Input<'event.change'>,
): Promise<{ readonly changed: number; readonly act: Act | null }> {
  const { edits } = await ask('event.change', change);
  return { changed: edits.length, act: edits.length > 0 ? record(caseId, { kind: 'change', title: '', edits }) : null };
}

/** Says an earlier version of an event again. Throws what `event.revert` fails with. */
export async function sayAgain(event: CaseEvent, version: number): Promise<void> {
  const { edits } = await ask('event.revert', { edits: [{ eventId: event.id, version, from: event.version }] });
  if (edits.length > 0) record(event.caseId, { kind: 'revert', title: event.title, edits });
}

/** Takes events out of the timeline, as one act; those before a failure stay out, and can be brought back. Throws what `event.remove` fails with. */
export async function removeEvents(caseId: CaseId, events: readonly Pick<CaseEvent, 'id' | 'title'>[]): Promise<Act> {
  const removed: Pick<CaseEvent, 'id' | 'title'>[] = [];
  try {
    for (const { id, title } of events) {
      await ask('event.remove', { eventId: id });
      removed.push({ id, title });
    }
  } catch (error) {
    if (removed.length > 0) record(caseId, { kind: 'remove', events: removed });
    throw error;
  }
  return record(caseId, { kind: 'remove', events: removed });
}

/** The last step of each case: keys pressed quickly are taken one after the other, and none is lost. */
const turns = new Map<CaseId, Promise<void>>();

/**
 * Takes the last act back, or does the last one again that was taken back; with `only`, nothing unless that is the one. A failure is
 * told, and changes no history.
 */
export function useMoveAct(caseId: CaseId): (way: 'undo' | 'redo', only?: Act) => Promise<void> {
  const say = useWords('event');
  const explain = useFailureSentence();
  const tell = useToasts((state) => state.tell);
  return useCallback(
    (way, only) => {
      const step = async (): Promise<void> => {
        const history = historyOf(caseId);
        const act = (way === 'undo' ? history.done : history.undone).at(-1);
        if (!act) return;
        if (only && only !== act) return tell(say('undo.notLast'), { failed: true });
        try {
          const made = await perform(history, act, way);
          useHistories.setState({ [caseId]: moveAct(historyOf(caseId), way, made) });
          tell(say(`${way}.done`, { act: describeAct(act, say) }));
        } catch (error) {
          tell(explain(failureOf(error as Error)), { failed: true });
        }
      };
      const turn = (turns.get(caseId) ?? Promise.resolve()).then(step);
      turns.set(caseId, turn);
      return turn;
    },
    [caseId, say, explain, tell],
  );
}

async function perform(history: EditHistory, act: Act, way: 'undo' | 'redo'): Promise<Output<'event.revert'>['edits']> {
  if ('edits' in act) return (await ask('event.revert', { edits: revertsOf(history, act.edits, way) })).edits;
  const goes = (act.kind === 'add') === (way === 'undo');
  for (const { id } of act.events) await ask(goes ? 'event.remove' : 'event.restore', { eventId: id });
  return [];
}

/** An act in words: edit of “Dinner begins”. */
export function describeAct(act: Act, say: Say<'event'>): string {
  if ('edits' in act) return say(`act.${act.kind}`, { title: act.title, count: act.edits.length });
  const [only] = act.events;
  return act.events.length === 1 && only
    ? say(`act.${act.kind}`, { title: only.title })
    : say(act.kind === 'add' ? 'act.addMany' : 'act.removeMany', { count: act.events.length });
}
