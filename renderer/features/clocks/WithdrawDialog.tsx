import { type ReactElement, type SubmitEvent, useState } from 'react';
import type { ClockStatus } from '../../../shared/contract/clock.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { ClockReading } from '../../../shared/model/clock.ts';
import { useCommand } from '../../ask/queries.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import { ChangePreview } from './ChangePreview.tsx';
import { ReasonField } from './ReasonField.tsx';
import { usePreview } from './use-preview.ts';

interface WithdrawDialogProps {
  readonly matter: Case;
  readonly status: ClockStatus;
  readonly reading: ClockReading;
  readonly onClose: () => void;
}

/** Says what withdrawing a reading does before it is done; the reading stays on record. */
export function WithdrawDialog({ matter, status, reading, onClose }: WithdrawDialogProps): ReactElement {
  const say = useWords('clock');
  const language = useLanguage();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const withdraw = useCommand('clock.withdrawReading');
  const preview = usePreview(status, { withdraw: reading.id });

  async function save(submitted: SubmitEvent): Promise<void> {
    submitted.preventDefault();
    setTried(true);
    if (reason.trim() === '') return;
    const done = await withdraw.mutateAsync({ readingId: reading.id, reason, language }).catch(() => null);
    if (!done) return;
    useToasts.getState().tell(say('withdraw.done'));
    onClose();
  }

  return (
    <Dialog title={say('withdraw.title')} isOpen onClose={onClose}>
      <form onSubmit={(submitted) => void save(submitted)} noValidate>
        <p>{say('withdraw.text', { shown: reading.shown })}</p>
        <ReasonField value={reason} onChange={setReason} tried={tried} />
        <ChangePreview outcome={preview.outcome} zone={matter.zone} />
        <ErrorNote error={preview.error ?? withdraw.error} />
        <FormFoot act={say('withdraw')} isDisabled={withdraw.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
