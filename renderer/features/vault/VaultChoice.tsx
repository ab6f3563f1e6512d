import type { ReactElement } from 'react';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import type { KnownVault } from '../../../shared/contract/desk.ts';
import { ask } from '../../app/bridge.ts';
import { refreshVaults } from '../../app/session.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useWords } from '../../ui/words.ts';

interface VaultChoiceProps {
  readonly vaults: readonly KnownVault[];
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

export function VaultChoice({ vaults, chosen, onChoose }: VaultChoiceProps): ReactElement {
  const say = useWords('vault');
  return (
    <RadioGroup className="vaults" aria-label={say('lock.vaults')} value={chosen} onChange={onChoose}>
      {vaults.map((vault) => (
        <div key={vault.key} className="vault-line">
          <RadioField value={vault.key} className="vault-field">
            <RadioButton className="vault-choice">
              <Icon name="lock" />
              <span>
                <strong>{vault.name}</strong>
                <span className={vault.present ? 'quiet small' : 'small missing'}>
                  {vault.present ? vault.users.join(', ') : say('lock.missing')}
                </span>
              </span>
            </RadioButton>
          </RadioField>
          <Menu
            label={say('more', { name: vault.name })}
            entries={[{ key: 'forget', label: say('lock.forget'), onAction: () => void forget(vault) }]}
          >
            <IconButton icon="more" label={say('more', { name: vault.name })} />
          </Menu>
        </div>
      ))}
    </RadioGroup>
  );

  async function forget(vault: KnownVault): Promise<void> {
    await ask('desk.forgetVault', { key: vault.key });
    await refreshVaults();
    useToasts.getState().tell(`${say('lock.forgotten', { name: vault.name })} ${say('lock.forget.text')}`);
  }
}
