import canonicalize from 'canonicalize';

/** RFC 8785. Throws for what is no JSON. */
export function canonicalText(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('only JSON has a canonical form');
  return text;
}
