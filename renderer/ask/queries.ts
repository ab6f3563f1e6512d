import { QueryClient, type UseMutationResult, type UseQueryResult, useMutation, useQuery as useClientQuery } from '@tanstack/react-query';
import type { Contract, QueryName as CoreQueryName, Input, Output, ScreenName } from '../../shared/contract/index.ts';
import { ask } from './bridge.ts';

type NameOfKind<K extends string> = { [N in ScreenName]: Contract[N]['kind'] extends K ? N : never }[ScreenName];
export type QueryName = NameOfKind<'query'>;
export type CommandName = NameOfKind<'command'>;
export type JobName = NameOfKind<'job'>;

export const queryClient = new QueryClient({
  defaultOptions: {
    // The core says what changed; nothing else makes an answer old, and asking twice does not mend a failure.
    queries: { staleTime: Number.POSITIVE_INFINITY, gcTime: 60_000, retry: false, networkMode: 'always', refetchOnWindowFocus: false },
    // What was sent is forgotten as soon as it is answered: a passphrase must not wait in the window for minutes.
    mutations: { gcTime: 0, networkMode: 'always' },
  },
});

/** The answer to a query conversation, asked again when the core says that a noun in it changed. `null` input asks nothing yet. */
export function useQuery<N extends QueryName>(name: N, input: Input<N> | null): UseQueryResult<Output<N>, Error> {
  return useClientQuery({
    queryKey: [name, input],
    queryFn: () => ask(name, input as Input<N>),
    enabled: input !== null,
    placeholderData: (previous: unknown) => (keepsWhileAsking.has(name) ? (previous as never) : undefined),
  }) as UseQueryResult<Output<N>, Error>;
}

/** A command conversation: `mutateAsync(input)` throws the failure, `error` keeps it for an ErrorNote. */
export function useCommand<N extends CommandName>(name: N): UseMutationResult<Output<N>, Error, Input<N>> {
  return useMutation<Output<N>, Error, Input<N>>({ mutationKey: [name], mutationFn: (input) => ask(name, input) });
}

/** Views that would flicker if they were empty between two questions. */
const keepsWhileAsking: ReadonlySet<QueryName> = new Set<QueryName>([
  'clock.list',
  'timeline.view',
  'timeline.extent',
  'event.page',
  'ledger.list',
  'exhibit.page',
]);

/** Asks again whatever is shown of these queries: the core says that their answers are old. */
export function invalidate(queries: readonly CoreQueryName[]): void {
  const old = new Set<unknown>(queries);
  void queryClient.invalidateQueries({ predicate: (query) => old.has(query.queryKey[0]) });
}
