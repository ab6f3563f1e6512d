import type { ReactElement, ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import './verdict.css';

interface VerdictProps {
  readonly good: boolean;
  readonly role?: 'status' | 'alert';
  readonly children: ReactNode;
}

/** What a check came to, in its colour and with its sign. */
export function Verdict({ good, role, children }: VerdictProps): ReactElement {
  return (
    <div className={good ? 'verdict-line good' : 'verdict-line bad'} role={role}>
      <Icon name={good ? 'check' : 'warning'} />
      <div>{children}</div>
    </div>
  );
}
