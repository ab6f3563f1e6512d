import { keepPreviousData, useQueries, useQuery as useClientQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { CaseEvent } from '../../../shared/model/event.ts';
import { ask } from '../../ask/bridge.ts';
import { queryClient } from '../../ask/queries.ts';

/** Which events, in which order. */
export type EventSelection = Omit<Input<'event.page'>, 'from' | 'count'>;

const PAGE = 500;

/** The pages of a selection that are in sight. */
export interface EventPages {
  /** Null until the first answer. */
  readonly total: number | null;
  readonly error: Error | null;
  readonly rowAt: (index: number) => CaseEvent | undefined;
  readonly onSight: (first: number, end: number) => void;
  readonly retry: () => void;
}

/** Events that come page by page as they come into sight, and again when the core says that events changed. */
export function useEventPages(selection: EventSelection): EventPages {
  const [pages, setPages] = useState<readonly number[]>([0]);
  const onSight = useCallback((first: number, end: number) => {
    const wanted: number[] = [];
    for (let page = Math.floor(first / PAGE); page * PAGE < Math.max(end, 1); page += 1) wanted.push(page);
    setPages((before) => (before.length === wanted.length && before.every((page, at) => page === wanted[at]) ? before : wanted));
  }, []);
  const answers = useQueries({ queries: pages.map((page) => pageQuery(selection, page)) });
  // The number of rows must not vanish between two orders or two pages: the grid would lose its place.
  const counted = useClientQuery({ ...pageQuery(selection, pages[0] ?? 0), placeholderData: keepPreviousData });
  const found = new Map(pages.map((page, at) => [page, answers[at]?.data]));
  return {
    total: counted.data?.total ?? null,
    error: answers.find(({ error }) => error !== null)?.error ?? null,
    rowAt: (index) => found.get(Math.floor(index / PAGE))?.events[index % PAGE],
    onSight,
    retry: () => void Promise.all(answers.map(({ refetch }) => refetch())),
  };
}

/** The events [from, to) of a selection, whether or not they were ever in sight. Throws what `event.page` fails with. */
export async function fetchEvents(selection: EventSelection, from: number, to: number): Promise<readonly CaseEvent[]> {
  const events: CaseEvent[] = [];
  for (let page = Math.floor(from / PAGE); page * PAGE < to; page += 1) {
    const { events: some } = await queryClient.query(pageQuery(selection, page));
    events.push(...some.slice(Math.max(0, from - page * PAGE), to - page * PAGE));
  }
  return events;
}

function pageQuery(selection: EventSelection, page: number) {
  const input = { ...selection, from: page * PAGE, count: PAGE };
  return { queryKey: ['event.page', input], queryFn: (): Promise<Output<'event.page'>> => ask('event.page', input) };
}
