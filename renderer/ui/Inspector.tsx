import { createContext, type ReactElement, type ReactNode, useContext, useId } from 'react';
import { createPortal } from 'react-dom';
import { IconButton } from './Button.tsx';
import './inspector.css';
import { useWords } from './words.ts';

/** Where the shell keeps the inspector; null while there is no shell. */
export const InspectorSlot = createContext<HTMLElement | null>(null);

interface InspectorProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly onClose?: () => void;
}

/** The selected thing: fields, citations, custody, history. Rendered by the screen, shown in the shell's right column. */
export function Inspector({ title, children, onClose }: InspectorProps): ReactElement | null {
  const slot = useContext(InspectorSlot);
  const say = useWords('shell');
  const heading = useId();
  if (!slot) return null;
  return createPortal(
    <aside className="inspector" aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{title}</h2>
        {onClose && <IconButton icon="close" label={say('inspector.close')} onPress={onClose} />}
      </header>
      {children}
    </aside>,
    slot,
  );
}

/** One part of the inspector under its small heading. */
export function InspectorPart({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }): ReactElement {
  return (
    <section className="inspector-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
