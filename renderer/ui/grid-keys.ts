export type GridAct =
  | { readonly kind: 'move'; readonly to: number; readonly extend: boolean }
  | { readonly kind: 'toggle' | 'all' | 'none' | 'open' | 'delete' };

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** What a key means in a grid of `count` rows whose active row is `active` (-1 for none), `page` rows high; null for a key that is not the grid's. */
export function readGridKey(event: Key, active: number, count: number, page: number): GridAct | null {
  const command = event.ctrlKey || event.metaKey;
  const move = (to: number): GridAct => ({ kind: 'move', to: Math.min(count - 1, Math.max(0, to)), extend: event.shiftKey });
  switch (event.key) {
    case 'ArrowDown':
      return move(active + 1);
    case 'ArrowUp':
      return move(active - 1);
    case 'PageDown':
      return move(active + page);
    case 'PageUp':
      return move(active - page);
    case 'Home':
      return move(0);
    case 'End':
      return move(count - 1);
    case ' ':
      return { kind: 'toggle' };
    case 'Enter':
      return { kind: 'open' };
    case 'Escape':
      return { kind: 'none' };
    case 'Delete':
      return { kind: 'delete' };
    default:
      return command && event.key.toLowerCase() === 'a' ? { kind: 'all' } : null;
  }
}
