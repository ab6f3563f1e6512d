import { type SubmitEvent, type ReactElement, useState } from 'react';
import { useCommand } from '../../ask/queries.ts';
import { enterVault } from '../../ask/session.ts';
import { Button } from '../../ui/Button.tsx';
import { Actions } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWords } from '../../ui/words.ts';
import { PassphraseFields } from '../../parts/vault/PassphraseFields.tsx';

export function RecoverVault({
  vaultKey,
  user,
  onBack,
}: {
  readonly vaultKey: string;
  readonly user: string;
  readonly onBack: () => void;
}): ReactElement {
  const say = useWords('vault');
  const words = useWords('shell');
  const [recoveryCode, setRecoveryCode] = useState('');
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const recover = useCommand('desk.recoverVault');

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (passphrase === null || recoveryCode.trim() === '') return;
    const session = await recover.mutateAsync({ key: vaultKey, user, recoveryCode: recoveryCode.trim(), passphrase }).catch(() => null);
    if (session) enterVault(session);
  }

  return (
    <form className="room-form" onSubmit={(event) => void submit(event)}>
      <h1>{say('recover.title')}</h1>
      <p className="room-text">{say('recover.text', { user })}</p>
      <TextField label={say('recovery.code')} isRequired autoFocus autoComplete="off" value={recoveryCode} onChange={setRecoveryCode} />
      <PassphraseFields label={say('recover.passphrase')} user={user} onChange={setPassphrase} />
      <ErrorNote error={recover.error} />
      <Actions>
        <Button look="quiet" onPress={onBack}>
          {words('back')}
        </Button>
        <Button look="primary" type="submit" isDisabled={passphrase === null || recoveryCode.trim() === '' || recover.isPending}>
          {say('recover.action')}
        </Button>
      </Actions>
    </form>
  );
}
