import type { ReactElement } from 'react';
import type { SearchedExhibit } from '../../../shared/contract/suggestion.ts';
import { useWords } from '../../ui/words.ts';

/** What was not searched or is not suggested: said, so that nobody takes silence for nothing there. */
export function SearchNotes({ exhibits }: { readonly exhibits: readonly SearchedExhibit[] }): ReactElement | null {
  const say = useWords('suggestion');
  const notes = exhibits.flatMap(({ exhibit, rows, more, unsearched }) => [
    ...(unsearched === '' ? [] : [say('unsearched.exhibit', { exhibit, reason: unsearched })]),
    ...(rows === 0 ? [] : [say('rows', { exhibit, count: rows })]),
    ...(more === 0 ? [] : [say('more', { exhibit, count: more })]),
  ]);
  if (notes.length === 0) return null;
  return (
    <ul className="dated-notes quiet small">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
