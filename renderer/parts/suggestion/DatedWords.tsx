import type { ReactElement } from 'react';
import type { Suggestion } from '../../../shared/contract/suggestion.ts';
import './suggestions.css';

/** Words of a passage that say when something happened. */
export interface DatedStretch {
  readonly from: number;
  readonly to: number;
  readonly state: Suggestion['state'];
}

export type DatedPlaces = ReadonlyMap<string, readonly DatedStretch[]>;

/** By place and in order; what was dismissed is left alone. */
export function placesOf(suggestions: readonly Suggestion[]): DatedPlaces {
  const places = new Map<string, DatedStretch[]>();
  for (const { spans, state } of suggestions) {
    if (state === 'dismissed') continue;
    for (const { place, from, to } of spans) {
      const known = places.get(place);
      if (known) known.push({ from, to, state });
      else places.set(place, [{ from, to, state }]);
    }
  }
  for (const stretches of places.values()) stretches.sort((one, other) => one.from - other.from);
  return places;
}

interface DatedWordsProps {
  readonly text: string;
  /** The part of the text that is drawn. */
  readonly from: number;
  readonly to: number;
  readonly dated: readonly DatedStretch[];
}

/** A part of a passage in which the words that say when are quietly underlined. */
export function DatedWords({ text, from, to, dated }: DatedWordsProps): ReactElement {
  const parts: (string | ReactElement)[] = [];
  let at = from;
  for (const stretch of dated) {
    const start = Math.max(at, stretch.from);
    const end = Math.min(to, stretch.to);
    if (start >= end) continue;
    parts.push(text.slice(at, start));
    parts.push(
      <span key={start} className={`dated-words ${stretch.state}`}>
        {text.slice(start, end)}
      </span>,
    );
    at = end;
  }
  parts.push(text.slice(at, to));
  return <>{parts}</>;
}
