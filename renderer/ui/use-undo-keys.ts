import { useEffect } from 'react';
import { readUndoKey } from './undo-keys.ts';

/** Takes the last act back, or does it again; false where there is none. */
type TakeBack = (way: 'undo' | 'redo') => boolean;

const asked: TakeBack[] = [];

/**
 * Ctrl Z, Ctrl Shift Z and Ctrl Y outside a field. There is one listener for all: whoever came last is asked first, and who has nothing
 * to take back leaves the key to the one before. `takeBack` has to stay the same for as long as its answer does.
 */
export function useUndoKeys(takeBack: TakeBack): void {
  useEffect(() => {
    // Before any piece on the screen that keeps its keys to itself.
    if (asked.length === 0) document.addEventListener('keydown', onKey, { capture: true });
    asked.push(takeBack);
    return () => {
      asked.splice(asked.lastIndexOf(takeBack), 1);
      if (asked.length === 0) document.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [takeBack]);
}

function onKey(event: KeyboardEvent): void {
  const way = readUndoKey(event);
  if (way && !isWriting(event.target) && asked.findLast((takeBack) => takeBack(way))) event.preventDefault();
}

/** In a field, the keys belong to what is being written there. */
function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
}
