import { useCallback } from 'react';
import type { Input } from '../../../shared/contract/index.ts';
import type { CaseEvent } from '../../../shared/model/event.ts';
import type { EventId } from '../../../shared/model/identifier.ts';
import { useCommand } from '../../app/queries.ts';
import { failureOf } from '../../ui/ErrorNote.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useFailureSentence, useWords } from '../../ui/words.ts';

/** Takes an event out of the timeline, with the way back in the notice. */
export function useRemoveEvent(): (event: Pick<CaseEvent, 'id' | 'title'>) => Promise<void> {
  const say = useWords('event');
  const explain = useFailureSentence();
  const tell = useToasts((state) => state.tell);
  const { mutateAsync: remove } = useCommand('event.remove');
  const { mutateAsync: restore } = useCommand('event.restore');
  return useCallback(
    async ({ id, title }) => {
      const failed = (error: unknown): void => tell(explain(failureOf(error as Error)), { failed: true });
      try {
        await remove({ eventId: id });
        tell(say('removed', { title }), {
          undo: () => void restore({ eventId: id }).then(() => tell(say('restored', { title })), failed),
        });
      } catch (error) {
        failed(error);
      }
    },
    [remove, restore, tell, say, explain],
  );
}

/** An event as a draft: what `event.update` takes to leave it as it is. */
export function draftOf(event: CaseEvent): Input<'event.update'> {
  return {
    eventId: event.id as EventId,
    title: event.title,
    description: event.description,
    lane: event.lane,
    standing: event.standing,
    location: event.location,
    when: event.happened.edtf,
    zone: event.happened.zone,
    parties: [...event.parties],
    citations: event.citations.map(({ exhibitId, place, stance, quote }) => ({
      exhibitId,
      place,
      stance,
      quote,
    })),
  };
}
