import { useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { SearchedExhibit, Suggestion } from '../../../shared/contract/suggestion.ts';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import type { CaseId } from '../../../shared/model/identifier.ts';
import { ask } from '../../ask/bridge.ts';
import { useQuery } from '../../ask/queries.ts';
import { useLanguage } from '../../ui/words.ts';
import { useDayOrder } from './day-order.ts';
import type { Language } from '../../../shared/model/language.ts';

type Listed = Output<'suggestion.list'>;

/** The dated passages of one exhibit; null asks for none, as while it is covered. */
export function useExhibitSuggestions(exhibit: Exhibit | null): ReturnType<typeof useQuery<'suggestion.list'>> {
  const language = useLanguage();
  const dayOrder = useDayOrder();
  return useQuery('suggestion.list', exhibit && orderFor(exhibit, language, dayOrder));
}

export interface CaseSearch {
  readonly suggestions: readonly Suggestion[];
  readonly exhibits: readonly SearchedExhibit[];
  readonly done: number;
  readonly total: number;
  /** What is being looked through; null when everything was. */
  readonly current: Exhibit | null;
  readonly error: Error | null;
  readonly stopped: boolean;
  stop(): void;
  resume(): void;
}

/** The dated passages of every exhibit of a case, one exhibit after the other, so that the first are there while the last are looked for. */
export function useCaseSuggestions(caseId: CaseId): CaseSearch {
  const language = useLanguage();
  const dayOrder = useDayOrder();
  const list = useQuery('exhibit.list', { caseId });
  const [stopped, setStopped] = useState(false);
  const wanted = useMemo(() => list.data?.filter(({ covered }) => !covered) ?? [], [list.data]);
  const [reached, setReached] = useState(0);
  const answers = useQueries({
    queries: wanted.map((exhibit, index) => {
      const input = orderFor(exhibit, language, dayOrder);
      return { queryKey: ['suggestion.list', input], queryFn: () => ask('suggestion.list', input), enabled: !stopped && index <= reached };
    }),
    combine: (results) => ({
      data: results.map((result) => result.data as Listed | undefined),
      error: results.find((result) => result.error)?.error ?? null,
      next: results.findIndex((result) => !result.isSuccess && !result.isError),
    }),
  });
  const { data, error, next } = answers;
  const furthest = next < 0 ? wanted.length : next;
  if (furthest > reached) setReached(furthest);
  const found = useMemo(() => data.filter((one) => one !== undefined), [data]);
  return {
    suggestions: useMemo(() => found.flatMap((one) => one.suggestions), [found]),
    exhibits: useMemo(() => found.flatMap((one) => one.exhibits), [found]),
    done: found.length,
    total: wanted.length,
    current: wanted[furthest] ?? null,
    error: error ?? list.error,
    stopped,
    stop: () => setStopped(true),
    resume: () => setStopped(false),
  };
}

function orderFor(
  { caseId, id }: Exhibit,
  language: Language,
  dayOrder: Input<'suggestion.list'>['dayOrder'] | null,
): Input<'suggestion.list'> {
  return { caseId, exhibitId: id, language, ...(dayOrder ? { dayOrder } : {}) };
}
