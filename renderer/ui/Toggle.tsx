import type { ReactElement, ReactNode, Ref } from 'react';
import { ToggleButton } from 'react-aria-components';
import './toggle.css';

interface ToggleProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button of a bar that stays pressed. */
export function Toggle({ isSelected, onChange, children, ref }: ToggleProps): ReactElement {
  return (
    <ToggleButton {...(ref ? { ref } : {})} className="toggle" isSelected={isSelected} onChange={onChange}>
      {children}
    </ToggleButton>
  );
}
