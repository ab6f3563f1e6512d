import { join } from 'node:path';
import type { CoreName, Input, Output } from '../../../shared/contract/index.ts';
import type { VaultSession } from '../../../shared/contract/vault.ts';
import { parseCitationKey, formatPlace } from '../../../shared/model/place.ts';
import type { CaseId, ExhibitId, PartyId } from '../../../shared/model/identifier.ts';
import { FailureError } from '../../../shared/result.ts';
import { readStory, type Story } from './story.ts';

/** Asks a conversation as any caller would; rejects with its failure. */
export type Ask = <N extends CoreName>(name: N, input: Input<N>) => Promise<Output<N>>;

export interface SampleOptions {
  readonly folder: string;
  readonly user: string;
  readonly passphrase: string;
}

/** What is being built now: the `done`-th of `total` steps, counted from 0. */
export interface SampleStep {
  readonly kind: 'vault' | 'case' | 'party' | 'exhibit' | 'event';
  readonly name: string;
  readonly done: number;
  readonly total: number;
}

/** Builds the sample case through the same conversations everybody uses, and leaves its vault open. Throws job.cancelled. */
export async function buildSampleCase(
  ask: Ask,
  options: SampleOptions,
  tell: (step: SampleStep) => void,
  signal?: AbortSignal,
): Promise<{ readonly session: VaultSession; readonly caseId: CaseId }> {
  const { story, evidence } = readStory();
  const total = 2 + story.parties.length + story.evidence.length + story.events.length;
  let done = 0;
  const step = (kind: SampleStep['kind'], name: string): void => {
    if (signal?.aborted) throw new FailureError('job.cancelled');
    tell({ kind, name, done, total });
    done += 1;
  };

  step('vault', options.user);
  const { session } = await ask('vault.create', options);
  step('case', story.case.reference);
  const { id: caseId } = await ask('case.create', story.case);
  const parties = new Map<string, PartyId>();
  for (const party of story.parties) {
    step('party', party.name);
    parties.set(party.name, (await ask('party.add', { ...party, caseId })).id);
  }
  for (const { file, source } of story.evidence) {
    step('exhibit', file);
    const { files } = await ask('exhibit.import', {
      caseId,
      paths: [join(evidence, file)],
      source,
    });
    for (const one of files) if (one.status === 'failed') throw new Error(`sample evidence ${one.file}: ${one.message}`);
  }
  const exhibits = new Map((await ask('exhibit.list', { caseId })).map((exhibit) => [exhibit.number, exhibit.id]));
  for (const event of story.events) {
    step('event', event.title);
    await addEvent(ask, { caseId, parties, exhibits }, event);
  }
  return { session, caseId };
}

interface Known {
  readonly caseId: CaseId;
  readonly parties: ReadonlyMap<string, PartyId>;
  readonly exhibits: ReadonlyMap<string, ExhibitId>;
}

async function addEvent(ask: Ask, { caseId, parties, exhibits }: Known, { cite, ...event }: Story['events'][number]): Promise<void> {
  const named = event.parties.map((part) => {
    const found = [...parties].find(([name]) => name.includes(part));
    if (!found) throw new Error(`the sample story has no party ${part}`);
    return found[1];
  });
  const citations = cite.map((cited) => {
    const { at, stance, quote } = typeof cited === 'string' ? { at: cited, stance: 'supports' as const, quote: '' } : cited;
    const { exhibitNumber, place } = parseCitationKey(at);
    const exhibitId = exhibits.get(exhibitNumber);
    if (!exhibitId) throw new Error(`the sample story has no exhibit ${exhibitNumber}`);
    return { exhibitId, place: formatPlace(place), stance, quote };
  });
  await ask('event.add', { ...event, caseId, parties: named, citations });
}
