/** Closes a `switch` over a union: a member that was forgotten becomes a compile error here. */
export function assertNever(value: never, what: string): never {
  throw new Error(`${what}: ${String(value)}`);
}

/** States a condition the code relies on; `message` must never carry a key, a passphrase or evidence content. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}
