import { type SubmitEvent, type ReactElement, Suspense, useEffect, useRef, useState } from 'react';
import type { KnownVault } from '../../../shared/contract/desk.ts';
import type { VaultSession } from '../../../shared/contract/vault.ts';
import { useCommand } from '../../ask/queries.ts';
import { enterVault, refreshVaults, useDeskState } from '../../ask/session.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWords } from '../../ui/words.ts';
import { VaultChoice } from './VaultChoice.tsx';
import { DamagedVault, UserChoice } from './when-wanted.tsx';

interface UnlockVaultProps {
  readonly onCreate: () => void;
  readonly onRecover: (key: string, user: string) => void;
}

/** The lock screen: the known vaults, the user, the passphrase. */
export function UnlockVault({ onCreate, onRecover }: UnlockVaultProps): ReactElement {
  const say = useWords('vault');
  const vaults = useDeskState((desk) => desk.vaults);
  const reason = useDeskState((desk) => desk.lockReason);
  const [key, setKey] = useState<string | null>(null);
  const vault = vaults.find((one) => one.key === key) ?? vaults.find((one) => one.present) ?? vaults[0];
  const choose = useCommand('desk.chooseVault');

  async function chooseOther(): Promise<void> {
    const chosen = await choose.mutateAsync({}).catch(() => null);
    if (!chosen) return;
    await refreshVaults();
    setKey(chosen.key);
  }

  return (
    <>
      <h1>{say('lock.title')}</h1>
      {reason && (
        <p className="room-text" role="status">
          {say(`lock.reason.${reason}`)}
        </p>
      )}
      <VaultChoice vaults={vaults} chosen={vault?.key ?? null} onChoose={setKey} />
      {vault && <PassphraseForm key={vault.key} vault={vault} onRecover={(user) => onRecover(vault.key, user)} />}
      <ErrorNote error={choose.error} />
      <div className="room-other">
        <Button look="quiet" size="small" onPress={() => void chooseOther()}>
          {say('lock.other')}
        </Button>
        <Button look="quiet" size="small" onPress={onCreate}>
          {say('lock.create')}
        </Button>
      </div>
    </>
  );
}

function PassphraseForm({ vault, onRecover }: { readonly vault: KnownVault; readonly onRecover: (user: string) => void }): ReactElement {
  const say = useWords('vault');
  const [user, setUser] = useState(vault.users[0] ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [damaged, setDamaged] = useState<VaultSession | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const open = useCommand('desk.openVault');
  useEffect(() => field.current?.focus(), []);

  async function unlock(goOn?: string): Promise<void> {
    if (passphrase === '' || open.isPending) return;
    const given = { ...(user === '' ? {} : { user }), ...(goOn === undefined ? {} : { goOn }) };
    try {
      const session = await open.mutateAsync({ key: vault.key, passphrase, ...given });
      if (session.damage === undefined) enterVault(session);
      else setDamaged(session);
    } catch {
      setDamaged(null);
      setPassphrase('');
      field.current?.focus();
    }
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    void unlock();
  }

  if (damaged)
    return (
      <Suspense fallback={null}>
        <DamagedVault
          session={damaged}
          isPending={open.isPending}
          onRead={() => enterVault(damaged)}
          onGoOn={(goOn) => void unlock(goOn)}
        />
      </Suspense>
    );
  return (
    <form className="room-form" onSubmit={submit}>
      {vault.users.length > 1 && (
        <Suspense fallback={null}>
          <UserChoice users={vault.users} user={user} onChange={setUser} />
        </Suspense>
      )}
      <TextField
        inputRef={field}
        label={say('lock.passphrase')}
        type="password"
        autoComplete="current-password"
        isRequired
        value={passphrase}
        onChange={setPassphrase}
        isDisabled={!vault.present}
      />
      <ErrorNote error={open.error} />
      <Button look="primary" size="large" type="submit" isDisabled={!vault.present || passphrase === '' || open.isPending}>
        {say(open.isPending ? 'lock.opening' : 'lock.open')}
      </Button>
      <Button look="quiet" size="small" isDisabled={!vault.present} onPress={() => onRecover(user)}>
        {say('lock.recover')}
      </Button>
    </form>
  );
}
