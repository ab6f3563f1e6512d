import { type ReactElement, useCallback } from 'react';
import type { CaseId } from '../../../shared/model/identifier.ts';
import { IconButton } from '../../ui/Button.tsx';
import { useUndoKeys } from '../../ui/use-undo-keys.ts';
import { useWords } from '../../ui/words.ts';
import { describeAct, useEditHistory, useMoveAct } from '../../parts/event/event-edits.ts';
import './timeline-bar.css';

/** Takes the last edit of an event back, or does it again; the buttons say what that is. Ctrl Z, Ctrl Shift Z and Ctrl Y do the same. */
export function EditButtons({ caseId }: { readonly caseId: CaseId }): ReactElement {
  const say = useWords('event');
  const { done, undone } = useEditHistory(caseId);
  const move = useMoveAct(caseId);
  const last = done.at(-1);
  const next = undone.at(-1);
  const takeBack = useCallback(
    (way: 'undo' | 'redo') => {
      // What lies over the timeline keeps its own last act.
      if (!(way === 'undo' ? last : next) || document.querySelector('[role=dialog], [role=alertdialog]')) return false;
      void move(way);
      return true;
    },
    [last, next, move],
  );
  useUndoKeys(takeBack);
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
