import type { Comparison, KnownBefore } from '../../../shared/model/release.ts';
import { nameKey } from '../../../shared/model/name-key.ts';

/**
 * Holds a certificate against what is known: what was given now, or what was remembered, by the fingerprint, and then by the names
 * under which the file goes. Null where nothing is known that it could agree or disagree with.
 */
export function compareSigner(
  certificateSha256: string,
  names: readonly string[],
  { fingerprint, known = [] }: KnownBefore,
): Comparison | null {
  if (fingerprint !== undefined) {
    const agrees = fingerprint === certificateSha256;
    return { with: 'given', agrees, certificateSha256: fingerprint, name: '', comparedBy: '', comparedAt: null };
  }
  const same = known.find((one) => one.certificateSha256 === certificateSha256);
  if (same) return { with: 'remembered', agrees: true, ...same };
  const keys = new Set(names.filter((name) => name !== '').map(nameKey));
  const other = known.find((one) => keys.has(nameKey(one.name)));
  return other ? { with: 'remembered', agrees: false, ...other } : null;
}
