import { type KeyboardEvent, type ReactElement, type RefObject, useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import type { Case } from '../../../shared/model/case.ts';
import type { Moment } from '../../../shared/model/moment.ts';
import type { Failure } from '../../../shared/result.ts';
import { formatMoment } from '../../../shared/time/index.ts';
import { ask } from '../../ask/bridge.ts';
import '../../ui/bar-field.css';
import { failureOf } from '../../ui/ErrorNote.tsx';
import { useFailureSentence, useLanguage, useWords } from '../../ui/words.ts';
import { fitView, type View } from './canvas/view.ts';
import './jump-field.css';

interface JumpFieldProps {
  readonly matter: Case;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly onJump: (view: View) => void;
}

type Answer = { readonly moment: Moment } | { readonly failure: Failure } | null;

/** A date or a phrase, as an event's moment is entered; Enter brings the picture there. */
export function JumpField({ matter, inputRef, onJump }: JumpFieldProps): ReactElement {
  const say = useWords('timeline');
  const explain = useFailureSentence();
  const language = useLanguage();
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<Answer>(null);

  async function jump(): Promise<void> {
    if (text.trim() === '') return;
    try {
      const moment = await ask('moment.interpret', { text: text.slice(0, 200), zone: matter.zone, language });
      setAnswer({ moment });
      const [from, to] = [moment.earliest ?? moment.latest, moment.latest ?? moment.earliest];
      if (from !== null && to !== null) onJump(fitView(from, to));
    } catch (error) {
      setAnswer({ failure: failureOf(error as Error) });
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') void jump();
    if (event.key === 'Escape') setText('');
    if (event.key !== 'Enter') setAnswer(null);
  }

  return (
    <div className="bar-field bar-jump">
      <TextField className="field compact" aria-label={say('jump')} value={text} onChange={setText} onKeyDown={onKeyDown}>
        <Input ref={inputRef} className="input" placeholder={say('jump')} spellCheck={false} onBlur={() => setAnswer(null)} />
      </TextField>
      {text === '' && <kbd aria-hidden="true">g</kbd>}
      {answer && (
        <p className={'failure' in answer ? 'jump-answer failed' : 'jump-answer'} role="status">
          {'failure' in answer
            ? explain(answer.failure)
            : say('jump.shown', { moment: formatMoment(answer.moment, { language, zone: matter.zone }) })}
        </p>
      )}
    </div>
  );
}
