export type TimelineAct =
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  | { readonly kind: 'lane'; readonly by: 1 | -1 }
  | { readonly kind: 'pan'; readonly by: number }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'scroll'; readonly by: 1 | -1 }
  | { readonly kind: 'all' | 'open' | 'remove' | 'none' | 'jump' | 'pin' };

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What a key means on the timeline; null for a key that is not its own. */
export function readTimelineKey(event: Key): TimelineAct | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  switch (event.key) {
    case 'ArrowLeft':
      return event.shiftKey ? { kind: 'pan', by: -0.2 } : { kind: 'step', by: -1 };
    case 'ArrowRight':
      return event.shiftKey ? { kind: 'pan', by: 0.2 } : { kind: 'step', by: 1 };
    case 'ArrowUp':
      return { kind: 'lane', by: -1 };
    case 'ArrowDown':
      return { kind: 'lane', by: 1 };
    case 'PageUp':
      return { kind: 'scroll', by: -1 };
    case 'PageDown':
      return { kind: 'scroll', by: 1 };
    case '+':
    case '=':
      return { kind: 'zoom', factor: 1 / 1.5 };
    case '-':
    case '_':
      return { kind: 'zoom', factor: 1.5 };
    case 'Home':
      return { kind: 'all' };
    case 'Enter':
      return { kind: 'open' };
    case 'Delete':
      return { kind: 'remove' };
    case 'Escape':
      return { kind: 'none' };
    case 'g':
      return { kind: 'jump' };
    case 'p':
      return { kind: 'pin' };
    default:
      return null;
  }
}
