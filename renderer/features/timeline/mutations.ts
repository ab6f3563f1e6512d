import { useCallback } from 'react';
import type { CaseEvent } from '../../../shared/model/event.ts';
import type { EventId } from '../../../shared/model/identifier.ts';
import { ask } from '../../ask/bridge.ts';
import { failureOf } from '../../ui/ErrorNote.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useFailureSentence, useWords } from '../../ui/words.ts';
import { removeEvents, useMoveAct } from '../../parts/event/event-edits.ts';

/** Takes events of a case out of the timeline as one act, with the way back in the notice. */
export function useRemoveEvents(caseId: CaseEvent['caseId']): (eventIds: Iterable<string>) => Promise<void> {
  const say = useWords('event');
  const explain = useFailureSentence();
  const tell = useToasts((state) => state.tell);
  const move = useMoveAct(caseId);
  return useCallback(
    async (eventIds) => {
      try {
        const events = await Promise.all([...eventIds].map((eventId) => ask('event.get', { eventId: eventId as EventId })));
        const [first] = events;
        if (!first) return;
        const act = await removeEvents(caseId, events);
        const told = events.length === 1 ? say('removed', { title: first.title }) : say('removedMany', { count: events.length });
        tell(told, { undo: () => void move('undo', act) });
      } catch (error) {
        tell(explain(failureOf(error as Error)), { failed: true });
      }
    },
    [caseId, move, tell, say, explain],
  );
}
