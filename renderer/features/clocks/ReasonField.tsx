import type { ReactElement } from 'react';
import { TextField } from '../../ui/Field.tsx';
import { useWords } from '../../ui/words.ts';

interface ReasonFieldProps {
  readonly value: string;
  readonly onChange: (reason: string) => void;
  readonly isRequired?: boolean;
  readonly hint?: string;
  /** Whether saving was tried, so that a missing reason is said. */
  readonly tried?: boolean;
}

/** Why a clock is changed: kept with the former model, and in the ledger. */
export function ReasonField({ value, onChange, isRequired = true, hint, tried = false }: ReasonFieldProps): ReactElement {
  const say = useWords('clock');
  return (
    <TextField
      label={say('reason')}
      hint={hint ?? say('reason.hint')}
      isRequired={isRequired}
      maxLength={2000}
      value={value}
      onChange={onChange}
      error={tried && isRequired && value.trim() === '' ? say('reason.missing') : undefined}
    />
  );
}
