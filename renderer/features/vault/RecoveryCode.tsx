import { type ReactElement, useState } from 'react';
import type { VaultSession } from '../../../shared/contract/vault.ts';
import { useCommand } from '../../ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Actions } from '../../ui/Dialog.tsx';
import { Checkbox } from '../../ui/Field.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useWords } from '../../ui/words.ts';
import './recovery-sheet.css';

interface RecoveryCodeProps {
  readonly made: { readonly session: VaultSession; readonly recoveryCode: string };
  readonly onWritten: () => void;
}

/** Shown once. The way on opens only when the person says that it was written down. */
export function RecoveryCode({ made, onWritten }: RecoveryCodeProps): ReactElement {
  const say = useWords('vault');
  const words = useWords('shell');
  const [written, setWritten] = useState(false);
  const copy = useCommand('desk.copy');
  return (
    <div className="room-form">
      <h1>{say('recovery.title')}</h1>
      <p className="room-text">{say('recovery.text')}</p>
      <output className="recovery-code code" aria-label={say('recovery.code')}>
        {made.recoveryCode}
      </output>
      <div className="recovery-ways">
        <Button icon="print" onPress={() => window.print()}>
          {say('recovery.print')}
        </Button>
        <Button
          icon="copy"
          onPress={() => copy.mutate({ text: made.recoveryCode }, { onSuccess: () => useToasts.getState().tell(words('copied')) })}
        >
          {words('copy')}
        </Button>
      </div>
      <Checkbox isSelected={written} onChange={setWritten}>
        {say('recovery.written')}
      </Checkbox>
      <Actions>
        <Button look="primary" isDisabled={!written} onPress={onWritten}>
          {say('recovery.continue')}
        </Button>
      </Actions>
      <div className="recovery-sheet" aria-hidden="true">
        <h1>{say('recovery.print.heading')}</h1>
        <p>{say('recovery.print.vault', { name: made.session.name })}</p>
        <p>{say('recovery.print.user', { user: made.session.user.name })}</p>
        <p className="code">{made.recoveryCode}</p>
        <p>{say('recovery.print.text')}</p>
      </div>
    </div>
  );
}
