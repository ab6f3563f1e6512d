import type { ReactElement } from 'react';
import type { VaultSession } from '../../../shared/contract/vault.ts';
import { Findings } from '../../parts/Findings.tsx';
import { Button } from '../../ui/Button.tsx';
import { Consequence } from '../../ui/Consequence.tsx';
import { useWords } from '../../ui/words.ts';

interface DamagedVaultProps {
  readonly session: VaultSession;
  readonly isPending: boolean;
  readonly onRead: () => void;
  readonly onGoOn: (goOn: string) => void;
}

/** Said before anything of a damaged vault is shown: what is wrong, that it can be read, and what going on writing means. */
export function DamagedVault({ session, isPending, onRead, onGoOn }: DamagedVaultProps): ReactElement {
  const say = useWords('vault');
  const { goOn } = session;
  return (
    <section className="room-form" aria-label={say('damaged.title')}>
      <h2>{say('damaged.title')}</h2>
      <Findings session={session} />
      <Button look="primary" size="large" onPress={onRead}>
        {say('damaged.read')}
      </Button>
      {goOn !== undefined && (
        <>
          <Consequence text={say('damaged.consequence')} />
          <Button size="small" isDisabled={isPending} onPress={() => onGoOn(goOn)}>
            {say('damaged.go-on')}
          </Button>
        </>
      )}
    </section>
  );
}
