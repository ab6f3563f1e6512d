import type { ReactElement } from 'react';
import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import './pieces.css';

/** `value` from 0 to 1; null while nobody knows how much there is. */
export function ProgressBar({ label, value }: { readonly label: string; readonly value: number | null }): ReactElement {
  return (
    <AriaProgressBar className="progress" aria-label={label} value={value ?? 0} minValue={0} maxValue={1} isIndeterminate={value === null}>
      {({ percentage }) => <span className="progress-fill" style={{ inlineSize: value === null ? '30%' : `${percentage ?? 0}%` }} />}
    </AriaProgressBar>
  );
}
