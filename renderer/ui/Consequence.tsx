import type { ReactElement } from 'react';
import './consequence.css';

/** What an act lays open or leaves behind, said before it is done. */
export function Consequence({ text }: { readonly text: string }): ReactElement {
  return <p className="consequence">{text}</p>;
}
