import { clipboard } from 'electron';
import type { DeskHandlers } from './desk.ts';

const KEPT_FOR = 60_000;

let copied: string | null = null;
let timer: NodeJS.Timeout | null = null;

export const clipboardHandlers: DeskHandlers<'desk.copy'> = {
  'desk.copy': async (_desk, { text }) => {
    await clipboard.writeText(text);
    copied = text;
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => void clearClipboard(), KEPT_FOR);
    return {};
  },
};

/** Takes back what was copied here, unless something else has been copied since. */
export async function clearClipboard(): Promise<void> {
  if (timer) clearTimeout(timer);
  timer = null;
  const ours = copied;
  copied = null;
  if (ours !== null && (await clipboard.readText()) === ours) clipboard.clear();
}
