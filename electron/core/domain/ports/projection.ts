import type { Change } from './change.ts';
import type { Vault } from './vault.ts';

/**
 * What is kept in memory of an open vault: made when it is first asked for, kept up by `follow` with every change from then on, and
 * gone with the vault, so that nothing read before a lock is answered after it. Whoever writes knows of none of them.
 */
export function projection<Kept>(make: () => Kept, follow?: (kept: Kept, change: Change, vault: Vault) => void): (vault: Vault) => Kept {
  const known = new WeakMap<Vault, { readonly kept: Kept }>();
  return (vault) => {
    const found = known.get(vault);
    if (found) return found.kept;
    const kept = make();
    known.set(vault, { kept });
    if (follow) vault.follow((change) => follow(kept, change, vault));
    return kept;
  };
}
