import type { vaultContract } from '../../../shared/contract/vault.ts';
import type { Handlers } from './handler.ts';

export const vaultHandlers: Handlers<typeof vaultContract> = {
  'vault.create': ({ door }, input) => door.create(input),
  'vault.users': async ({ door }, { folder }) => {
    const { name, users } = await door.users(folder);
    return { name, users: [...users] };
  },
  'vault.open': ({ door }, input) => door.open(input),
  'vault.recover': ({ door }, input) => door.recover(input),
  'vault.session': ({ door }) => door.session(),
  'vault.lock': ({ door }, { reason }) => {
    door.lock(reason);
    return {};
  },
  'vault.changePassphrase': async ({ door, changed }, { current, next }) => {
    await door.tending().changePassphrase(current, next);
    changed('vault', 'ledger');
    return {};
  },
  'vault.addUser': async ({ door, changed }, { name, passphrase }) => {
    const user = await door.tending().addUser(name, passphrase);
    changed('vault', 'ledger');
    return user;
  },
  'vault.info': ({ door }) => door.tending().info(),
  'vault.check': async ({ door, job, changed }, { deep }) => {
    const check = await door.tending().check({ deep, signal: job.signal, progress: job.progress });
    changed('vault', 'ledger');
    return check;
  },
  'vault.certificate': ({ door }) => door.tending().certificate(),
  'vault.importCertificate': async ({ door, changed }, { path, passphrase }) => {
    const summary = await door.tending().importCertificate(path, passphrase);
    changed('vault', 'ledger');
    return summary;
  },
};
