import { type SubmitEvent, type ReactElement, useState } from 'react';
import { useCommand, useQuery } from '../../ask/queries.ts';
import { useDeskState } from '../../ask/session.ts';
import { Button } from '../../ui/Button.tsx';
import { formatInstant, localZone } from '../../../shared/time/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import { PassphraseFields } from '../../parts/vault/PassphraseFields.tsx';

export function UsersSection(): ReactElement {
  const say = useWords('settings');
  const language = useLanguage();
  const { data: info } = useQuery('vault.info', {});
  const own = useDeskState((desk) => desk.session?.user.id);
  const [adding, setAdding] = useState(false);
  const zone = localZone();
  return (
    <section className="panel">
      <header>
        <h2>{say('users')}</h2>
        <Button size="small" icon="plus" onPress={() => setAdding(true)}>
          {say('users.add')}
        </Button>
      </header>
      <ul className="users">
        {info?.users.map((user) => (
          <li key={user.id}>
            <Icon name="person" />
            <strong>{user.name}</strong>
            {user.id === own && <Tag tone="act">{say('users.you')}</Tag>}
            <span className="quiet small">
              {say('users.since', { when: formatInstant(user.createdAt, { language, zone, finest: 'day', zoneShown: false }) })}
            </span>
          </li>
        ))}
      </ul>
      <Dialog title={say('users.add')} isOpen={adding} onClose={() => setAdding(false)}>
        <AddUser onDone={() => setAdding(false)} />
      </Dialog>
    </section>
  );
}

function AddUser({ onDone }: { readonly onDone: () => void }): ReactElement {
  const say = useWords('settings');
  const vault = useWords('vault');
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const add = useCommand('vault.addUser');

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (name.trim() === '' || passphrase === null) return;
    const user = await add.mutateAsync({ name, passphrase }).catch(() => null);
    if (!user) return;
    useToasts.getState().tell(say('users.added', { name: user.name }));
    onDone();
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <p>{say('users.text')}</p>
      <TextField label={say('users.name')} isRequired autoFocus maxLength={120} value={name} onChange={setName} />
      <PassphraseFields label={vault('create.passphrase')} user={name} onChange={setPassphrase} />
      <ErrorNote error={add.error} />
      <FormFoot act={say('users.add')} isDisabled={name.trim() === '' || passphrase === null || add.isPending} onCancel={onDone} />
    </form>
  );
}
