import { type SubmitEvent, type ReactElement, useState } from 'react';
import { useCommand } from '../../ask/queries.ts';
import { enterVault } from '../../ask/session.ts';
import type { VaultSession } from '../../../shared/contract/vault.ts';
import { Button } from '../../ui/Button.tsx';
import { Actions } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWords } from '../../ui/words.ts';
import { PassphraseFields } from '../../parts/vault/PassphraseFields.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';

export function CreateVault({ onBack }: { readonly onBack: () => void }): ReactElement {
  const say = useWords('vault');
  const words = useWords('shell');
  const [user, setUser] = useState('');
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [made, setMade] = useState<{ readonly session: VaultSession; readonly recoveryCode: string } | null>(null);
  const create = useCommand('desk.createVault');

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (passphrase === null || user.trim() === '') return;
    const answer = await create.mutateAsync({ user, passphrase }).catch(() => null);
    if (answer) setMade(answer);
  }

  if (made) return <RecoveryCode made={made} onWritten={() => enterVault(made.session)} />;
  return (
    <form className="room-form" onSubmit={(event) => void submit(event)}>
      <h1>{say('create.title')}</h1>
      <p className="room-text">{say('create.text')}</p>
      <TextField
        label={say('create.user')}
        hint={say('create.user.hint')}
        isRequired
        autoFocus
        autoComplete="off"
        maxLength={120}
        value={user}
        onChange={setUser}
      />
      <PassphraseFields label={say('create.passphrase')} user={user} onChange={setPassphrase} />
      <ErrorNote error={create.error} />
      <Actions>
        <Button look="quiet" onPress={onBack}>
          {words('back')}
        </Button>
        <Button look="primary" type="submit" isDisabled={passphrase === null || user.trim() === '' || create.isPending}>
          {say(create.isPending ? 'create.making' : 'create.action')}
        </Button>
      </Actions>
    </form>
  );
}
