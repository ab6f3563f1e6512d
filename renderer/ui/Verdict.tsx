import type { ReactElement, ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import './verdict.css';

interface VerdictProps {
  /** Neither good nor bad is `open`: nothing certain can be said. */
  readonly tone: 'good' | 'bad' | 'open';
  readonly role?: 'status' | 'alert';
  readonly children: ReactNode;
}

/** What a check came to, in its colour and with its sign. */
export function Verdict({ tone, role, children }: VerdictProps): ReactElement {
  return (
    <div className={`verdict-line ${tone}`} role={role}>
      <Icon name={tone === 'good' ? 'check' : 'warning'} />
      <div>{children}</div>
    </div>
  );
}
