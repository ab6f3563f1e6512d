import type { ReactElement, ReactNode } from 'react';
import './pieces.css';

/** An empty screen says what belongs there and offers the one next step. */
export function EmptyState({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: ReactNode;
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <section className="empty">
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </section>
  );
}
