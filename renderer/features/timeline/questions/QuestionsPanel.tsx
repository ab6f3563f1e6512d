import type { ReactElement } from 'react';
import type { Output } from '../../../../shared/contract/index.ts';
import { type Question, questionKinds, type QuestionKind } from '../../../../shared/contract/question.ts';
import type { Case } from '../../../../shared/model/case.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { InspectorPart } from '../../../ui/Inspector.tsx';
import { useWords } from '../../../ui/words.ts';
import type { View } from '../canvas/view.ts';
import { OrderClaims } from './OrderClaims.tsx';
import { QuestionItem } from './QuestionItem.tsx';

interface QuestionsPanelProps {
  readonly matter: Case;
  readonly answer: Output<'timeline.questions'> | undefined;
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly onShow: (view: View) => void;
}

/** The open questions by kind, each in one sentence with what it rests on. Claims of order can be noted here, whether or not one is open. */
export function QuestionsPanel({ matter, answer, error, onRetry, onShow }: QuestionsPanelProps): ReactElement {
  const say = useWords('question');
  if (error) return <ErrorNote error={error} onRetry={onRetry} />;
  if (!answer) return <p className="quiet small">{say('working')}</p>;
  const { questions, leftOut } = answer;
  return (
    <>
      <p className="quiet small">{say('intro')}</p>
      {questions.length === 0 && (
        <div className="questions-none">
          <p>{say('none')}</p>
          <p className="quiet small">{say('none.text')}</p>
        </div>
      )}
      {questionKinds.map((kind) => (
        <Group key={kind} kind={kind} matter={matter} questions={questions.filter((one) => one.kind === kind)} onShow={onShow} />
      ))}
      {leftOut > 0 && <p className="quiet small">{say('left', { count: leftOut })}</p>}
      <OrderClaims matter={matter} />
    </>
  );
}

function Group({
  kind,
  matter,
  questions,
  onShow,
}: {
  readonly kind: QuestionKind;
  readonly matter: Case;
  readonly questions: readonly Question[];
  readonly onShow: (view: View) => void;
}): ReactElement | null {
  const say = useWords('question');
  if (questions.length === 0) return null;
  return (
    <InspectorPart title={`${say(`question-kind.${kind}`)} (${questions.length})`}>
      <p className="quiet small">{say(`hint.${kind}`)}</p>
      <ul className="questions">
        {questions.map((question) => (
          <QuestionItem key={question.key} matter={matter} question={question} onShow={onShow} />
        ))}
      </ul>
    </InspectorPart>
  );
}
