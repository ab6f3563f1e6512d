import type { ReactElement } from 'react';
import { Icon, type IconName } from '../../ui/Icon.tsx';

export type Outcome = 'passed' | 'warning' | 'refused' | 'failed' | 'unknown' | 'noted';

const signs: Readonly<Record<Outcome, IconName>> = {
  passed: 'check',
  warning: 'warning',
  refused: 'close',
  failed: 'close',
  unknown: 'minus',
  noted: 'minus',
};

/** An outcome by sign and word; its colour only repeats them. */
export function OutcomeMark({ outcome, text }: { readonly outcome: Outcome; readonly text: string }): ReactElement {
  return (
    <span className={`outcome ${outcome}`}>
      <Icon name={signs[outcome]} size={14} />
      {text}
    </span>
  );
}
