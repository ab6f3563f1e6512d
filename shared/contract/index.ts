import type { z } from 'zod';
import type { JobId } from '../model/identifier.ts';
import type { Result } from '../result.ts';
import { allegationContract } from './allegation.ts';
import { caseContract } from './case.ts';
import { clockContract } from './clock.ts';
import { deskContract } from './desk.ts';
import { eventContract } from './event.ts';
import { exhibitContract } from './exhibit.ts';
import { jobContract } from './job.ts';
import { ledgerContract } from './ledger.ts';
import { logContract } from './log.ts';
import { partyContract } from './party.ts';
import { quarantineContract } from './quarantine.ts';
import { questionContract } from './question.ts';
import { releaseContract } from './release.ts';
import { sampleContract } from './sample.ts';
import { suggestionContract } from './suggestion.ts';
import { timelineContract } from './timeline.ts';
import { timelineExportContract } from './timeline-export.ts';
import { vaultContract } from './vault.ts';

/** What the core answers. */
export const coreContract = {
  ...vaultContract,
  ...caseContract,
  ...partyContract,
  ...exhibitContract,
  ...eventContract,
  ...allegationContract,
  ...clockContract,
  ...suggestionContract,
  ...timelineContract,
  ...timelineExportContract,
  ...quarantineContract,
  ...questionContract,
  ...ledgerContract,
  ...logContract,
  ...releaseContract,
  ...sampleContract,
  ...jobContract,
} as const;

/** Every conversation there is. */
export const contract = { ...coreContract, ...deskContract } as const;

export type CoreContract = typeof coreContract;
export type DeskContract = typeof deskContract;
export type Contract = typeof contract;
export type CoreName = keyof CoreContract;
export type DeskName = keyof DeskContract;
export type Name = keyof Contract;

/** Names the window may use: everything but what carries a path. */
export type ScreenName = { [N in Name]: Contract[N]['audience'] extends 'trusted' ? never : N }[Name];

/** What a caller passes; defaults may be left out. */
export type Input<N extends Name> = z.input<Contract[N]['input']>;
/** What a handler receives, defaults filled in. */
export type Parsed<N extends Name> = z.output<Contract[N]['input']>;
export type Output<N extends Name> = z.output<Contract[N]['output']>;
export type Answer<N extends Name> = Result<Output<N>>;

/** How far a job is. Counts are of items; bytes of content. `total` and `totalBytes` are null while unknown. */
export interface Progress {
  readonly done: number;
  readonly total: number | null;
  readonly bytes: number;
  readonly totalBytes: number | null;
  /** What is being worked on: a file name or a step; never content. */
  readonly item: string;
}

/** Queries of the core, which change nothing. */
export type QueryName = { [N in CoreName]: CoreContract[N]['kind'] extends 'query' ? N : never }[CoreName];

/** What a change is told as: everything that some query says it holds. */
export type ChangedNoun = CoreContract[QueryName]['of'][number];

/** What the core says without being asked. */
export type CoreMessage =
  | { readonly kind: 'progress'; readonly jobId: JobId; readonly name: Name; readonly progress: Progress }
  /** `queries` are those whose answers are old now, because they hold something of these nouns. */
  | { readonly kind: 'changed'; readonly nouns: readonly ChangedNoun[]; readonly queries: readonly QueryName[] }
  | { readonly kind: 'locked'; readonly reason: 'asked' | 'idle' | 'suspend' | 'screen' | 'closed' };
