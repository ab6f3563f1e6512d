import type { Conversation } from '../../shared/contract/conversation.ts';
import type { ChangedNoun, CoreMessage, QueryName } from '../../shared/contract/index.ts';

export interface Announcements {
  /** Takes what a transaction wrote. */
  note(nouns: Iterable<ChangedNoun>): void;
  /** A conversation begins; the answer ends it, and tells whatever was written and not told yet. */
  begin(kind: Conversation['kind']): () => void;
  /** Drops what was not told yet: the vault it is about is locked. */
  forget(): void;
}

/** A screen that reloads a list for each of a thousand files helps nobody. */
const INTERVAL = 500;

/**
 * Says what changed, from what was really written, whatever became of the conversation that wrote it: once at the end of a command,
 * and of a job, which may take hours, also on its way, the first time at once and then so often.
 */
export function createAnnouncements(say: (message: CoreMessage) => void, interval = INTERVAL): Announcements {
  const untold = new Set<ChangedNoun>();
  const running = { command: 0, job: 0 };
  let last = -Infinity;
  let timer: NodeJS.Timeout | undefined;

  const tell = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (untold.size === 0) return;
    const nouns = [...untold];
    untold.clear();
    last = performance.now();
    say({ kind: 'changed', nouns, queries: queriesOf(nouns) });
  };
  const tellSoon = (): void => {
    const wait = last + interval - performance.now();
    if (wait <= 0) tell();
    else timer ??= setTimeout(tell, wait).unref();
  };

  return {
    note(nouns) {
      for (const noun of nouns) untold.add(noun);
      if (running.job > 0) tellSoon();
      else if (running.command === 0) tell();
    },
    begin(kind) {
      if (kind === 'query') return () => undefined;
      running[kind] += 1;
      // What was told before it began is no reason to wait.
      if (kind === 'job') last = -Infinity;
      return () => {
        running[kind] -= 1;
        tell();
      };
    },
    forget() {
      untold.clear();
      clearTimeout(timer);
      timer = undefined;
    },
  };
}

/** By noun, the queries that hold something of it. */
let holders: ReadonlyMap<string, readonly QueryName[]> | undefined;

/**
 * Reads in every contract which query holds what. To be awaited before there is anything that can change: what a core without a
 * vault answers needs none of them.
 */
export async function loadHolders(): Promise<void> {
  if (holders) return;
  const { coreContract } = await import('../../shared/contract/index.ts');
  const found = new Map<string, readonly QueryName[]>();
  for (const [name, { of = [] }] of Object.entries<Conversation>(coreContract))
    for (const noun of of) found.set(noun, [...(found.get(noun) ?? []), name as QueryName]);
  holders = found;
}

function queriesOf(nouns: readonly ChangedNoun[]): readonly QueryName[] {
  if (!holders) throw new Error('something changed before a vault was opened');
  return [...new Set(nouns.flatMap((noun) => holders?.get(noun) ?? []))];
}
