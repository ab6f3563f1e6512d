/** What a key means in the list of dated passages. */
export type SuggestionAct =
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'toggle' | 'all' | 'none' | 'accept' | 'edit' | 'dismiss' | 'reopen' };

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const LETTERS: Readonly<Record<string, Exclude<SuggestionAct, { kind: 'move' }>['kind']>> = {
  a: 'accept',
  e: 'edit',
  enter: 'edit',
  d: 'dismiss',
  delete: 'dismiss',
  o: 'reopen',
  ' ': 'toggle',
  escape: 'none',
};
const PAGE = 5;

export function readSuggestionKey({ key, ctrlKey, metaKey, altKey }: Key, count: number): SuggestionAct | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'a' ? { kind: 'all' } : null;
  const by = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE, Home: -count, End: count }[key];
  if (by !== undefined) return { kind: 'move', by };
  const kind = LETTERS[key.toLowerCase()];
  return kind === undefined ? null : { kind };
}
