import { type ReactElement, Suspense, useState } from 'react';
import { useDeskState } from '../../ask/session.ts';
import { CreateVault, RecoverVault } from './when-wanted.tsx';
import { RoomLanguages } from './RoomLanguages.tsx';
import { UnlockVault } from './UnlockVault.tsx';
import './vault.css';
import { Welcome } from './Welcome.tsx';

type Room =
  | { readonly name: 'door' }
  | { readonly name: 'create' }
  | { readonly name: 'recover'; readonly key: string; readonly user: string };

/** What stands before an open vault: first run, the list of vaults, creating one, recovering one. */
export function LockedRoom(): ReactElement {
  const [room, setRoom] = useState<Room>({ name: 'door' });
  const known = useDeskState((desk) => desk.vaults.length > 0);
  const back = () => setRoom({ name: 'door' });
  const create = () => setRoom({ name: 'create' });
  return (
    <main className="room">
      <div className="room-card">
        <p className="room-mark">Casewright</p>
        <Suspense fallback={null}>
          {room.name === 'create' ? (
            <CreateVault onBack={back} />
          ) : room.name === 'recover' ? (
            <RecoverVault vaultKey={room.key} user={room.user} onBack={back} />
          ) : known ? (
            <UnlockVault onCreate={create} onRecover={(key, user) => setRoom({ name: 'recover', key, user })} />
          ) : (
            <Welcome onCreate={create} />
          )}
        </Suspense>
      </div>
      <RoomLanguages />
    </main>
  );
}
