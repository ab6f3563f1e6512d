import type { ReactElement, ReactNode } from 'react';
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
        <AriaDialog className="dialog" role={mustAnswer ? 'alertdialog' : 'dialog'}>
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

/** The buttons that end a dialog or a form, the one that goes on at the end. */
export function Actions({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="actions">{children}</div>;
}
