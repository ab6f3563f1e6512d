import type { vaultContract } from '../../../shared/contract/vault.ts';
import type { Handlers } from './handler.ts';

export const vaultHandlers: Handlers<typeof vaultContract> = {
  'vault.create': ({ door }, input) => door.create(input),
  'vault.users': ({ door }, { folder }) => door.users(folder),
  'vault.open': ({ door }, input) => door.open(input),
  'vault.recover': ({ door }, input) => door.recover(input),
  'vault.session': ({ door }) => door.session(),
  'vault.lock': ({ door }, { reason }) => door.lock(reason),
  'vault.changePassphrase': ({ door }, { current, next }) => door.tending().changePassphrase(current, next),
  'vault.addUser': ({ door }, { name, passphrase }) => door.tending().addUser(name, passphrase),
  'vault.info': ({ door }) => door.tending().info(),
  'vault.check': ({ door, job }, { deep }) => door.tending().check({ deep, signal: job.signal, progress: job.progress }),
  'vault.certificate': ({ door }) => door.tending().certificate(),
  'vault.importCertificate': ({ door }, { path, passphrase }) => door.tending().importCertificate(path, passphrase),
};
