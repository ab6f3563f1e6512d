import type { ReactElement, ReactNode } from 'react';
import './pieces.css';

export type Tone = 'plain' | 'act' | 'verified' | 'differ' | 'breach';

/** A short word with a meaning. The colour repeats what the word says and never stands alone. */
export function Tag({ children, tone = 'plain' }: { readonly children: ReactNode; readonly tone?: Tone }): ReactElement {
  return <span className={`tag ${tone}`}>{children}</span>;
}
