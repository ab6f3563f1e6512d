type Value = string | number | boolean | null;

/**
 * The ledger's account of a change: each field that changed, before and after (`title.before`, `title.after`).
 * Undefined when nothing changed.
 */
export function changedFields<K extends string>(
  before: Readonly<Record<K, Value>>,
  after: Readonly<Record<K, Value>>,
  fields: readonly K[],
): Record<string, Value> | undefined {
  const changed = fields.filter((field) => before[field] !== after[field]);
  if (changed.length === 0) return undefined;
  return Object.fromEntries(
    changed.flatMap((field) => [
      [`${field}.before`, before[field]],
      [`${field}.after`, after[field]],
    ]),
  );
}
