import type { ReactElement, ReactNode, RefObject } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import './field.css';
import { useWords } from './words.ts';

export interface Described {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong, in words; shown under the field and read out with it. */
  readonly error?: string | undefined;
}

interface TextFieldProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'isInvalid'>, Described {
  readonly lines?: number;
  readonly placeholder?: string;
  /** The input itself, to give it the focus. */
  readonly inputRef?: RefObject<HTMLInputElement | null>;
}

export function TextField({ label, hint, error, lines, placeholder = '', inputRef, ...rest }: TextFieldProps): ReactElement {
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} validationBehavior="aria" className="field">
      <FieldLabel label={label} optional={!rest.isRequired && !rest.isReadOnly} />
      {lines ? (
        <TextArea className="input" rows={lines} placeholder={placeholder} />
      ) : (
        <Input {...(inputRef ? { ref: inputRef } : {})} className="input" placeholder={placeholder} spellCheck={false} />
      )}
      <FieldNotes hint={hint} error={error} />
    </AriaTextField>
  );
}

export function FieldLabel({ label, optional = false }: { readonly label: string; readonly optional?: boolean }): ReactElement {
  const say = useWords('shell');
  return (
    <Label className="label">
      {label}
      {optional && <span className="quiet"> {say('optional')}</span>}
    </Label>
  );
}

export function FieldNotes({ hint, error }: { readonly hint?: ReactNode; readonly error?: string | undefined }): ReactElement {
  return (
    <>
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="error">{error}</FieldError>
    </>
  );
}
