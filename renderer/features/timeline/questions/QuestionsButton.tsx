import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Case } from '../../../../shared/model/case.ts';
import { useQuery } from '../../../ask/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Inspector } from '../../../ui/Inspector.tsx';
import { Toggle } from '../../../ui/Toggle.tsx';
import { useWords } from '../../../ui/words.ts';
import type { View } from '../canvas/view.ts';
import { openQuestions } from './open-question.ts';
import { QuestionsPanel } from './QuestionsPanel.tsx';
import './questions.css';

interface QuestionsButtonProps {
  readonly matter: Case;
  /** Frames a stretch of the timeline. */
  readonly onShow: (view: View) => void;
}

/** What the record leaves open: how many questions there are, and, beside the timeline, the questions themselves. */
export function QuestionsButton({ matter, onShow }: QuestionsButtonProps): ReactElement {
  const say = useWords('question');
  const navigate = useNavigate();
  const { event: selected } = useSearch({ strict: false }) as { readonly event?: string };
  const open = useStore(openQuestions, (state) => state.open);
  const setOpen = (next: boolean): void => openQuestions.setState({ open: next, key: null });
  const button = useRef<HTMLButtonElement>(null);
  const { data, error, refetch } = useQuery('timeline.questions', { caseId: matter.id });
  const count = data ? data.questions.length + data.leftOut : 0;
  // Whoever comes back to the timeline finds the picture, not a question of before.
  useEffect(() => () => openQuestions.setState({ open: false, key: null }), []);
  const unselect = (): void => void navigate({ to: '.', search: {}, replace: true });
  function toggle(next: boolean): void {
    if (next && selected) unselect();
    setOpen(next);
  }
  return (
    <>
      <Toggle ref={button} isSelected={open} onChange={toggle}>
        {say('title')} {data && <span className="questions-count">{count}</span>}
      </Toggle>
      {open && selected && (
        <Inspector title={say('title')}>
          <Button size="small" icon="left" onPress={unselect}>
            {say('back', { count })}
          </Button>
        </Inspector>
      )}
      {open && !selected && (
        <Inspector
          title={say('title')}
          onClose={() => {
            setOpen(false);
            button.current?.focus();
          }}
        >
          <QuestionsPanel matter={matter} answer={data} error={error} onRetry={() => void refetch()} onShow={onShow} />
        </Inspector>
      )}
    </>
  );
}
