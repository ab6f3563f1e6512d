import type { ReactElement } from 'react';
import { Button } from './Button.tsx';
import { Actions } from './Dialog.tsx';
import { useWords } from './words.ts';

interface FormFootProps {
  /** What sending the form does, where it is not simply saved. */
  readonly act?: string;
  readonly isDisabled?: boolean;
  readonly onCancel: () => void;
}

/** The end of a form: the way out, and the button that sends it. */
export function FormFoot({ act, isDisabled = false, onCancel }: FormFootProps): ReactElement {
  const say = useWords('shell');
  return (
    <Actions>
      <Button onPress={onCancel}>{say('cancel')}</Button>
      <Button look="primary" type="submit" isDisabled={isDisabled}>
        {act ?? say('save')}
      </Button>
    </Actions>
  );
}
