import { type ReactElement, useEffect, useState } from 'react';
import { Button, IconButton } from './Button.tsx';
import './pieces.css';
import { type Toast, useToasts } from './toasts.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import { useWords } from './words.ts';

/** Long enough to read and to reach the undo by keyboard (WCAG 2.2.1); it waits while it is pointed at or focused. */
const SHOWN_FOR = 10_000;

export function ToastBar(): ReactElement {
  const say = useWords('shell');
  const toasts = useToasts((state) => state.toasts);
  useUndoKeys(takeBackLast);
  return (
    <section className="toasts" aria-label={say('notices')}>
      <div role="status" className="toasts-list" style={{ display: 'contents' }}>
        {toasts.map((toast) => (
          <ToastItem key={toast.id} toast={toast} />
        ))}
      </div>
    </section>
  );
}

function ToastItem({ toast }: { readonly toast: Toast }): ReactElement {
  const say = useWords('shell');
  const dismiss = useToasts((state) => state.dismiss);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(toast.id), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [held, dismiss, toast.id]);
  return (
    <div
      className={toast.failed ? 'toast failed' : 'toast'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{toast.message}</p>
      {toast.undo && (
        <Button size="small" look="quiet" onPress={() => takeBack(toast)}>
          {say('undo')}
        </Button>
      )}
      <IconButton icon="close" label={say('dismiss')} onPress={() => dismiss(toast.id)} />
    </div>
  );
}

function takeBack(toast: Toast): void {
  useToasts.getState().dismiss(toast.id);
  toast.undo?.();
}

/** The last act a notice can still take back. */
function takeBackLast(way: 'undo' | 'redo'): boolean {
  const last = way === 'undo' ? useToasts.getState().toasts.findLast((toast) => toast.undo) : undefined;
  if (last) takeBack(last);
  return last !== undefined;
}
