import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './Button.tsx';
import './dialog.css';
import { useWords } from './words.ts';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: 'small' | 'normal' | 'wide';
  /** An answer is needed: neither Escape nor a click beside it closes the dialog, and it has no close button. */
  readonly mustAnswer?: boolean;
}

export function Dialog({ title, isOpen, onClose, children, size = 'normal', mustAnswer = false }: DialogProps): ReactElement {
  const say = useWords('shell');
  const keep = useKeptFocus();
  return (
    <ModalOverlay
      className="shade"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!mustAnswer}
      isKeyboardDismissDisabled={mustAnswer}
      shouldCloseOnInteractOutside={() => false}
    >
      <Modal className={`modal ${size}`}>
        <AriaDialog ref={keep} className="dialog" role={mustAnswer ? 'alertdialog' : 'dialog'}>
          <div className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {!mustAnswer && <IconButton icon="close" label={say('close')} onPress={onClose} />}
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What held the focus may vanish, as a form inside the form does when it is done: then the dialog itself takes it, so that its keys still work. */
function useKeptFocus(): (dialog: HTMLElement | null) => void {
  const [dialog, setDialog] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (!dialog) return;
    const observer = new MutationObserver(() => document.activeElement === document.body && dialog.focus());
    observer.observe(dialog, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [dialog]);
  return setDialog;
}

/** The buttons that end a dialog or a form, the one that goes on at the end. */
export function Actions({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="actions">{children}</div>;
}
