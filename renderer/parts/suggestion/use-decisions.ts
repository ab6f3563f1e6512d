import { useCallback, useState } from 'react';
import type { Input } from '../../../shared/contract/index.ts';
import type { PassageKey, Suggestion } from '../../../shared/contract/suggestion.ts';
import type { CaseId } from '../../../shared/model/identifier.ts';
import { ask } from '../../ask/bridge.ts';
import { failureOf } from '../../ui/ErrorNote.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useFailureSentence, useLanguage, useWords } from '../../ui/words.ts';
import { recordAdded, useMoveAct } from '../event/event-edits.ts';
import { useDayOrder } from './day-order.ts';

/** What a person may add to a passage when accepting it. */
export type Edited = Pick<Input<'suggestion.accept'>['suggestions'][number], 'edtf' | 'title' | 'when' | 'zone' | 'relativeTo' | 'lane'>;

export interface Decisions {
  /** While one act is on its way, no other begins. */
  readonly busy: boolean;
  /** With what was shown, unless something else is said; told with its undo. Answers whether it was done; a failure is told. */
  accept(suggestions: readonly Suggestion[], edited?: Edited): Promise<boolean>;
  dismiss(suggestions: readonly Suggestion[]): Promise<boolean>;
  reopen(suggestions: readonly Suggestion[]): Promise<boolean>;
}

/** What one call may carry. */
const MOST_AT_ONCE = 2000;

/** Deciding about dated passages, each act told with the way back. */
export function useDecisions(caseId: CaseId): Decisions {
  const say = useWords('suggestion');
  const language = useLanguage();
  const explain = useFailureSentence();
  const tell = useToasts((state) => state.tell);
  const move = useMoveAct(caseId);
  const dayOrder = useDayOrder();
  const [busy, setBusy] = useState(false);

  const attempt = useCallback(
    async (act: () => Promise<void>): Promise<boolean> => {
      setBusy(true);
      try {
        await act();
        return true;
      } catch (error) {
        tell(explain(failureOf(error as Error)), { failed: true });
        return false;
      } finally {
        setBusy(false);
      }
    },
    [tell, explain],
  );

  const reopen = useCallback(
    (suggestions: readonly Suggestion[]) =>
      attempt(async () => {
        const { reopened } = await ask('suggestion.reopen', { caseId, suggestions: keysOf(suggestions) });
        const tookOut = suggestions.length === 1 && suggestions[0]?.state === 'accepted';
        tell(tookOut ? say('reopened.event') : say('reopened', { count: reopened }));
      }),
    [attempt, caseId, say, tell],
  );

  return {
    busy,
    reopen,
    accept: (suggestions, edited = {}) =>
      attempt(async () => {
        const { events } = await ask('suggestion.accept', {
          caseId,
          language,
          ...(dayOrder ? { dayOrder } : {}),
          suggestions: suggestions.slice(0, MOST_AT_ONCE).map((one) => ({ ...keyOf(one), edtf: one.moment?.edtf, ...edited })),
        });
        if (events.length === 0) return;
        const act = recordAdded(caseId, events);
        tell(say('accepted', { count: events.length }), { undo: () => void move('undo', act) });
      }),
    dismiss: (suggestions) =>
      attempt(async () => {
        const { dismissed } = await ask('suggestion.dismiss', { caseId, suggestions: keysOf(suggestions) });
        tell(say('dismissed', { count: dismissed }), { undo: () => void reopen(suggestions) });
      }),
  };
}

/** By what one passage is told from every other of the case. */
export function identityOf({ exhibitId, place, start, phrase }: PassageKey): string {
  return `${exhibitId} ${place} ${start} ${phrase}`;
}

function keyOf({ exhibitId, place, start, phrase }: Suggestion): PassageKey {
  return { exhibitId, place, start, phrase };
}

function keysOf(suggestions: readonly Suggestion[]): PassageKey[] {
  return suggestions.slice(0, MOST_AT_ONCE).map(keyOf);
}
