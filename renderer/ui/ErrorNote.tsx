import type { ReactElement } from 'react';
import type { Failure } from '../../shared/result.ts';
import { FailureError } from '../../shared/result.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import './pieces.css';
import { useFailureSentence, useWords } from './words.ts';

interface ErrorNoteProps {
  /** What a hook answered as its error; null shows nothing. */
  readonly error: Error | Failure | null;
  readonly onRetry?: () => void;
}

/** What happened, what was kept and what to do next, in the language of the screen. */
export function ErrorNote({ error, onRetry }: ErrorNoteProps): ReactElement | null {
  const say = useWords('shell');
  const explain = useFailureSentence();
  if (!error) return null;
  return (
    <div className="error-note" role="alert">
      <Icon name="warning" />
      <p>{explain(failureOf(error))}</p>
      {onRetry && (
        <Button size="small" onPress={onRetry}>
          {say('retry')}
        </Button>
      )}
    </div>
  );
}

/** Anything that is not a failure with a code is a defect and is said to be one. */
export function failureOf(error: Error | Failure): Failure {
  if (error instanceof FailureError) return error.failure;
  if ('code' in error) return error;
  return { code: 'unexpected', values: { reference: 'window' }, message: '' };
}
