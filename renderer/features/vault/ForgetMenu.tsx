import type { ReactElement } from 'react';
import type { KnownVault } from '../../../shared/contract/desk.ts';
import { ask } from '../../ask/bridge.ts';
import { refreshVaults } from '../../ask/session.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useWords } from '../../ui/words.ts';

export function ForgetMenu({ vault }: { readonly vault: KnownVault }): ReactElement {
  const say = useWords('vault');
  const label = say('more', { name: vault.name });

  async function forget(): Promise<void> {
    await ask('desk.forgetVault', { key: vault.key });
    await refreshVaults();
    useToasts.getState().tell(`${say('lock.forgotten', { name: vault.name })} ${say('lock.forget.text')}`);
  }

  return (
    <Menu label={label} entries={[{ key: 'forget', label: say('lock.forget'), onAction: () => void forget() }]}>
      <IconButton icon="more" label={label} />
    </Menu>
  );
}
