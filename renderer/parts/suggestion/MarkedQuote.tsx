import type { ReactElement } from 'react';
import type { Suggestion } from '../../../shared/contract/suggestion.ts';

/** The source's sentence with the words marked that say when. */
export function MarkedQuote({ quote, phraseAt, phrase }: Pick<Suggestion, 'quote' | 'phraseAt' | 'phrase'>): ReactElement {
  const end = phraseAt + phrase.length;
  return (
    <q className="dated-quote">
      {quote.slice(0, phraseAt)}
      <mark>{quote.slice(phraseAt, end)}</mark>
      {quote.slice(end)}
    </q>
  );
}
