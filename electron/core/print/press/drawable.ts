import type { Pack } from '../../tasks/pages.ts';
import { readDrawings } from '../../verifier/closed-form/drawings.ts';
import { FormError } from '../../verifier/closed-form/form-error.ts';
import { readObject } from '../../verifier/closed-form/objects.ts';

/**
 * Whether a case file with these drawings would be in the form that verifies: asked of whatever came of a foreign file, so
 * that no release ever holds what its own verifier refuses.
 */
export function isDrawable({ pack, parts, forms }: Pack): boolean {
  const places = new Map<number, { readonly from: number; readonly end: number }>();
  for (let index = 0; index < parts.length; index += 4 + 3 * (parts[index + 3] as number))
    places.set(parts[index] as number, { from: parts[index + 1] as number, end: parts[index + 2] as number });
  const file = Buffer.from(pack.buffer, pack.byteOffset, pack.byteLength);
  const read = new Set<number>();
  const source = {
    takeShared(number: number) {
      const place = places.get(number);
      // What is not in the pack will be written as nothing.
      if (!place || read.has(number)) return undefined;
      read.add(number);
      return readObject(file, place.from, place.end, number);
    },
  };
  try {
    const drawings = readDrawings(
      source,
      forms.map((to) => ({ kind: 'reference', to })),
      2,
    );
    const pages = new Set(forms);
    for (const { number, stream } of drawings) if (pages.has(number) && !stream) return false;
    return forms.every((form) => read.has(form));
  } catch (error) {
    if (error instanceof FormError) return false;
    throw error;
  }
}
