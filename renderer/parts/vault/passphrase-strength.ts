/** More than the core insists on: whoever chooses a passphrase here will not be asked again for years. */
export const MINIMUM_PASSPHRASE = 12;

export type Strength =
  | { readonly level: 'short'; readonly missing: number }
  | { readonly level: 'weak'; readonly reason: 'name' | 'repeats' | 'guessable' }
  | { readonly level: 'fair' | 'strong' };

/**
 * A judgement a person can follow: length first, then variety. Passphrases are guessed by lists and patterns, so that
 * character classes prove nothing (NIST SP 800-63B-4, 3.1.1.2 asks for length and no composition rules).
 */
export function judgePassphrase(passphrase: string, user: string): Strength {
  const characters = [...passphrase.normalize('NFC')];
  if (characters.length < MINIMUM_PASSPHRASE) return { level: 'short', missing: MINIMUM_PASSPHRASE - characters.length };
  const plain = passphrase.toLocaleLowerCase();
  const name = user.trim().toLocaleLowerCase();
  if (name.length > 2 && plain.replaceAll(name, '').length < MINIMUM_PASSPHRASE / 2) return { level: 'weak', reason: 'name' };
  if (new Set(characters).size < 6) return { level: 'weak', reason: 'repeats' };
  if (isSequence(characters)) return { level: 'weak', reason: 'guessable' };
  const words = plain.split(/[\s.,;_-]+/).filter((word) => word.length > 2);
  const han = characters.filter((one) => /\p{Script=Han}/u.test(one)).length;
  // Four words from an ordinary vocabulary, or eight Han characters, are about 50 bits.
  const bits = Math.max(new Set(words).size * 12, characters.length * 2, han * 6);
  return { level: bits >= 44 ? 'strong' : 'fair' };
}

/** Neighbours in the alphabet, on the number row or the same again: 123456789012, abcdefghijkl. */
function isSequence(characters: readonly string[]): boolean {
  const steps = characters.slice(1).map((one, index) => (one.codePointAt(0) ?? 0) - (characters[index]?.codePointAt(0) ?? 0));
  return steps.filter((step) => Math.abs(step) <= 1 || step === -9).length > steps.length * 0.7;
}
