import { readOriginal as read } from '../../electron/core/readers/read.ts';
import type { Original, ReadOriginal } from '../../electron/core/tasks/exhibit.ts';
import { describeNotes } from '../../shared/words/notes.ts';

/** What a reader found, and beside its notes the sentences an English reader is given. */
export async function readOriginal(original: Original): Promise<ReadOriginal & { readonly note: string }> {
  const found = await read(original);
  return { ...found, note: describeNotes(found.notes, 'en') };
}
