import process from 'node:process';
import type { Core } from '../core/index.ts';
import { word } from './words.ts';

/** One line on standard error that renews itself, only where a person can see it. */
export function showProgress(core: Core): void {
  const { stderr } = process;
  if (!stderr.isTTY) return;
  let shown = 0;
  core.on((message) => {
    if (message.kind !== 'progress') return;
    const { done, total, item } = message.progress;
    if (Date.now() - shown < 100 && done !== total) return;
    shown = Date.now();
    const finished = total !== null && done >= total;
    // Both codes are ours; the name between them is foreign, and was made one line by the word.
    const text = word('progress', { done: total === null ? String(done) : `${done}/${total}`, item });
    stderr.write(finished ? '\r\u001b[K' : `\r\u001b[K${text.slice(0, (stderr.columns ?? 80) - 1)}`);
  });
}
