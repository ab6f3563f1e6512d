import { type ReactElement, Suspense } from 'react';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import type { KnownVault } from '../../../shared/contract/desk.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useWords } from '../../ui/words.ts';
import { ForgetMenu } from './when-wanted.tsx';

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
          <Suspense fallback={<span className="forget" />}>
            <ForgetMenu vault={vault} />
          </Suspense>
        </div>
      ))}
    </RadioGroup>
  );
}
