import { type ReactElement, useEffect } from 'react';
import type { CaseId } from '../../../shared/model/identifier.ts';
import { IconButton } from '../../ui/Button.tsx';
import { useWords } from '../../ui/words.ts';
import { readUndoKey } from './undo-keys.ts';
import { describeAct, useEditHistory, useMoveAct } from '../../parts/event/event-edits.ts';
import './timeline-bar.css';

/** Takes the last edit of an event back, or does it again; the buttons say what that is. Ctrl Z, Ctrl Shift Z and Ctrl Y do the same. */
export function EditButtons({ caseId }: { readonly caseId: CaseId }): ReactElement {
  const say = useWords('event');
  const { done, undone } = useEditHistory(caseId);
  const move = useMoveAct(caseId);
  const last = done.at(-1);
  const next = undone.at(-1);
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const way = readUndoKey(event);
      if (!way || isWriting(event.target) || document.querySelector('[role=dialog], [role=alertdialog]')) return;
      if (!(way === 'undo' ? last : next)) return;
      // The notices listen to Ctrl Z as well; here, the last act goes first.
      event.preventDefault();
      event.stopImmediatePropagation();
      void move(way);
    }
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [last, next, move]);
  return (
    <span className="bar-group">
      <IconButton
        icon="undo"
        label={last ? say('undo.act', { act: describeAct(last, say) }) : say('undo.none')}
        isDisabled={!last}
        onPress={() => void move('undo')}
      />
      <IconButton
        icon="redo"
        label={next ? say('redo.act', { act: describeAct(next, say) }) : say('redo.none')}
        isDisabled={!next}
        onPress={() => void move('redo')}
      />
    </span>
  );
}

/** In a field, the keys belong to what is being written there. */
function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
}
