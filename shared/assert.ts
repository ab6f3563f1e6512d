/** States a condition the code relies on; `message` must never carry a key, a passphrase or evidence content. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}
