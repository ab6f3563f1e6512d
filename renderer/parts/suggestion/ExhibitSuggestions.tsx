import { type ReactElement, useMemo } from 'react';
import type { Suggestion } from '../../../shared/contract/suggestion.ts';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import { useCase } from '../../ask/use-case.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { useWords } from '../../ui/words.ts';
import { type DatedPlaces, placesOf } from './DatedWords.tsx';
import { DocumentDateBar } from './DocumentDateBar.tsx';
import { SuggestionPanel } from './SuggestionPanel.tsx';
import { useExhibitSuggestions } from './use-suggestions.ts';

interface ExhibitSuggestionsProps {
  readonly exhibit: Exhibit;
  readonly onReach: (suggestion: Suggestion) => void;
}

/** The dated passages of one exhibit, below the date they are counted from. */
export function ExhibitSuggestions({ exhibit, onReach }: ExhibitSuggestionsProps): ReactElement | null {
  const say = useWords('suggestion');
  const summary = useCase();
  const { data, error, refetch } = useExhibitSuggestions(exhibit);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!summary || !data) return <ProgressBar label={say('searching.one')} value={null} />;
  const [searched] = data.exhibits;
  return (
    <SuggestionPanel
      matter={summary.case}
      suggestions={data.suggestions}
      exhibits={data.exhibits}
      named={false}
      empty={{ title: say('empty.title'), text: say('empty.text') }}
      onReach={onReach}
    >
      {searched && <DocumentDateBar matter={summary.case} searched={searched} />}
    </SuggestionPanel>
  );
}

/** How many dated passages of an exhibit are open; none while it is covered. */
export function useOpenCount(exhibit: Exhibit | null): number {
  const { data } = useExhibitSuggestions(exhibit);
  return data?.suggestions.filter(({ state }) => state === 'open').length ?? 0;
}

/** The words of an exhibit's text that say when something happened, to be underlined where they stand. */
export function useDatedPlaces(exhibit: Exhibit): DatedPlaces {
  const { data } = useExhibitSuggestions(exhibit);
  return useMemo(() => placesOf(data?.suggestions ?? []), [data]);
}
