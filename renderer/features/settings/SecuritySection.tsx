import { type SubmitEvent, type ReactElement, useState } from 'react';
import { useCommand } from '../../ask/queries.ts';
import { setPreferences, useDeskState } from '../../ask/session.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useWords } from '../../ui/words.ts';
import { PassphraseFields } from '../../parts/vault/PassphraseFields.tsx';

const offered = [1, 5, 10, 15, 30, 60, 120, 240];

export function SecuritySection(): ReactElement {
  const say = useWords('settings');
  const minutes = useDeskState((desk) => desk.preferences.lockAfterMinutes);
  const [changing, setChanging] = useState(false);
  const choices = [...new Set([...offered, minutes])].sort((left, right) => left - right);
  return (
    <section className="panel">
      <h2>{say('security')}</h2>
      <div className="settings-line">
        <Select
          label={say('autolock')}
          hint={say('autolock.hint')}
          value={String(minutes)}
          options={choices.map((count) => ({ key: String(count), label: say('autolock.minutes', { count }) }))}
          onChange={(key) => void setPreferences({ lockAfterMinutes: Number(key) })}
        />
      </div>
      <div>
        <Button onPress={() => setChanging(true)}>{say('passphrase.change')}</Button>
      </div>
      <Dialog title={say('passphrase.change')} isOpen={changing} onClose={() => setChanging(false)}>
        <ChangePassphrase onDone={() => setChanging(false)} />
      </Dialog>
    </section>
  );
}

function ChangePassphrase({ onDone }: { readonly onDone: () => void }): ReactElement {
  const say = useWords('settings');
  const user = useDeskState((desk) => desk.session?.user.name ?? '');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState<string | null>(null);
  const change = useCommand('vault.changePassphrase');

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (current === '' || next === null) return;
    const changed = await change.mutateAsync({ current, next }).catch(() => null);
    if (!changed) return;
    useToasts.getState().tell(say('passphrase.changed'));
    onDone();
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <TextField
        label={say('passphrase.current')}
        type="password"
        autoComplete="current-password"
        isRequired
        autoFocus
        value={current}
        onChange={setCurrent}
      />
      <PassphraseFields label={say('passphrase.next')} user={user} onChange={setNext} />
      <ErrorNote error={change.error} />
      <FormFoot act={say('passphrase.change')} isDisabled={current === '' || next === null || change.isPending} onCancel={onDone} />
    </form>
  );
}
