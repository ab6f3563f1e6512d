import type { Part } from './objects.ts';
import { type Dictionary, isDictionary, isReference } from './values.ts';

/** Whether a page shows an exhibit's own page: its resources stand in it, and are one drawing and the fonts of the stamps. */
export function isSheet({ dictionary }: Part): boolean {
  return exhibitOf(dictionary) !== undefined;
}

/** The drawing of an exhibit's page. */
export function exhibitOf(page: Dictionary): number | undefined {
  const resources = page.get('Resources');
  const drawings =
    isDictionary(resources) && resources.size === 2 && isReference(resources.get('Font')) ? resources.get('XObject') : undefined;
  const exhibit = isDictionary(drawings) && drawings.size === 1 ? drawings.get('Exhibit') : undefined;
  return isReference(exhibit) ? exhibit.to : undefined;
}
