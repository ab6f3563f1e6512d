import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ChangedNoun, coreContract, type CoreContract, type CoreMessage, type CoreName } from '../../shared/contract/index.ts';
import type {
  AllegationId,
  CaseId,
  ClockId,
  ClockReadingId,
  EventId,
  ExhibitId,
  JobId,
  LogImportId,
  OrderClaimId,
  PartyId,
} from '../../shared/model/identifier.ts';
import { decided, sealLog } from '../support/logs.ts';
import { openTemplateVault, type TestVault } from '../support/vault.ts';

type Changed = Extract<CoreMessage, { kind: 'changed' }>;

let vault: TestVault;
let caseId: CaseId;
const heard: CoreMessage[] = [];

beforeEach(async () => {
  vault = await openTemplateVault();
  caseId = (await vault.ask('case.create', { reference: 'HR-1', title: 'Corridor', zone: 'Asia/Shanghai' })).id;
  heard.length = 0;
  vault.core.on((message) => heard.push(message));
});

afterEach(() => vault.dispose());

const changes = (): readonly Changed[] => heard.filter((message) => message.kind === 'changed');
const nouns = (): readonly ChangedNoun[] => [...new Set(changes().flatMap((message) => message.nouns))].toSorted();

async function take(name: string, content: string): Promise<ExhibitId> {
  return sealLog(vault, caseId, name, content);
}

const event = (title: string) => ({ caseId, title, when: '2031-05-14T20:00:00', zone: 'Asia/Shanghai' });
const at = (name: string): string => join(vault.temporary, name);

/** Changes one byte of every sealed original. */
function damageOriginals(): void {
  const objects = join(vault.folder, 'objects');
  for (const one of readdirSync(objects, { recursive: true, withFileTypes: true })) {
    if (!one.isFile()) continue;
    const path = join(one.parentPath, one.name);
    const bytes = readFileSync(path);
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] as number) ^ 1;
    writeFileSync(path, bytes);
  }
}

/** Takes one sealed original from its place. */
function putIntoQuarantine(): void {
  const objects = join(vault.folder, 'objects');
  const one = readdirSync(objects, { recursive: true, withFileTypes: true }).find((entry) => entry.isFile());
  if (!one) throw new Error('there is no sealed original');
  mkdirSync(join(vault.folder, 'quarantine'));
  renameSync(join(one.parentPath, one.name), join(vault.folder, 'quarantine', `${one.name}.00000001`));
}

type WritingName = { [N in CoreName]: CoreContract[N]['kind'] extends 'query' ? never : N }[CoreName];

interface Step {
  readonly does: () => Promise<unknown>;
  readonly tells: readonly ChangedNoun[];
}

/** Every conversation that may write, in the order of a story. The sample is told through the others. */
function story(): Record<Exclude<WritingName, 'sample.build'>, Step> {
  const { ask } = vault;
  let party: PartyId;
  let allegation: AllegationId;
  let exhibit: ExhibitId;
  let letter: ExhibitId;
  let first: EventId;
  let second: EventId;
  let clock: ClockId;
  let reading: ClockReadingId;
  let orderClaim: OrderClaimId;
  let log: LogImportId;
  let preview: Awaited<ReturnType<typeof ask<'log.preview'>>>;
  const passage = async () => {
    const { suggestions } = await ask('suggestion.list', { caseId, exhibitId: letter });
    return suggestions.slice(0, 1).map(({ exhibitId, place, start, phrase }) => ({ exhibitId, place, start, phrase }));
  };
  return {
    'case.create': {
      does: async () => (caseId = (await ask('case.create', { reference: 'HR-2', title: 'Trip', zone: 'Asia/Shanghai' })).id),
      tells: ['case', 'ledger'],
    },
    'case.update': { does: () => ask('case.update', { caseId, title: 'Business trip' }), tells: ['case', 'ledger'] },
    'party.add': {
      does: async () => (party = (await ask('party.add', { caseId, name: 'Lin', role: 'witness' })).id),
      tells: ['ledger', 'party'],
    },
    'party.update': {
      does: () => ask('party.update', { partyId: party, name: 'Lin Qiao', role: 'witness' }),
      tells: ['ledger', 'party'],
    },
    'exhibit.import': {
      does: async () => {
        exhibit = await take('door.csv', 'time,event\n2031-05-14 23:33:55,Door opens\n2031-05-14 23:40:01,Door shuts\n');
        letter = await take('letter.txt', 'Written on 19 May 2031.\n\nWe met on 14 May 2031.');
      },
      tells: ['exhibit', 'ledger'],
    },
    'exhibit.update': {
      does: () => ask('exhibit.update', { exhibitId: exhibit, title: 'Door log', covered: true }),
      tells: ['exhibit', 'ledger'],
    },
    'exhibit.uncover': { does: () => ask('exhibit.uncover', { exhibitId: exhibit, purpose: 'to read it' }), tells: ['ledger'] },
    'exhibit.export': { does: () => ask('exhibit.export', { exhibitId: exhibit, path: at('out.csv') }), tells: ['ledger'] },
    'exhibit.verify': { does: () => ask('exhibit.verify', { caseId }), tells: ['ledger'] },
    'exhibit.read': { does: () => ask('exhibit.read', { caseId, exhibitIds: [letter] }), tells: ['exhibit', 'ledger'] },
    'event.add': {
      does: async () => {
        first = (await ask('event.add', event('Lin arrives'))).id;
        second = (await ask('event.add', event('Lin leaves'))).id;
      },
      tells: ['event', 'ledger'],
    },
    'event.update': {
      does: () => ask('event.update', { eventId: first, title: 'Lin arrives late', when: '2031-05-14' }),
      tells: ['event', 'ledger'],
    },
    'event.change': { does: () => ask('event.change', { eventIds: [first], addTags: ['late'] }), tells: ['event', 'ledger'] },
    'event.revert': { does: () => ask('event.revert', { edits: [{ eventId: first, version: 1 }] }), tells: ['event', 'ledger'] },
    'event.remove': { does: () => ask('event.remove', { eventId: first }), tells: ['event', 'ledger'] },
    'event.restore': { does: () => ask('event.restore', { eventId: first }), tells: ['event', 'ledger'] },
    'order-claim.add': {
      does: async () => (orderClaim = (await ask('order-claim.add', { earlier: first, later: second, exhibitId: exhibit })).id),
      tells: ['ledger', 'order-claim'],
    },
    'order-claim.remove': {
      does: () => ask('order-claim.remove', { orderClaimId: orderClaim }),
      tells: ['ledger', 'order-claim'],
    },
    'order-claim.restore': {
      does: () => ask('order-claim.restore', { orderClaimId: orderClaim }),
      tells: ['ledger', 'order-claim'],
    },
    'allegation.add': {
      does: async () => (allegation = (await ask('allegation.add', { caseId, title: 'Coercion' })).id),
      tells: ['allegation', 'ledger'],
    },
    'allegation.update': {
      does: () => ask('allegation.update', { allegationId: allegation, title: 'Coercion at dinner' }),
      tells: ['allegation', 'ledger'],
    },
    'allegation.remove': { does: () => ask('allegation.remove', { allegationId: allegation }), tells: ['allegation', 'ledger'] },
    'clock.add': {
      does: async () => {
        clock = (await ask('clock.add', { caseId, name: 'Door system', zone: 'Asia/Shanghai' })).clock.id;
        await ask('event.add', { ...event('Door opens'), clockId: clock });
      },
      tells: ['clock', 'event', 'ledger'],
    },
    'clock.read': {
      does: async () => {
        const shown = { shown: '2031-08-03 14:07:12', reference: '2031-08-03 14:00:00', referenceName: 'NTP' };
        reading = (await ask('clock.read', { clockId: clock, ...shown })).status.clock.readings[0]?.id as ClockReadingId;
      },
      tells: ['clock', 'event', 'ledger'],
    },
    'clock.change': {
      does: () => ask('clock.change', { clockId: clock, make: 'Kestrel', reason: 'Its plate says so.' }),
      tells: ['clock', 'ledger'],
    },
    'clock.withdrawReading': {
      does: () => ask('clock.withdrawReading', { readingId: reading, reason: 'Another clock.' }),
      tells: ['clock', 'event', 'ledger'],
    },
    'suggestion.accept': {
      does: async () => ask('suggestion.accept', { caseId, suggestions: await passage() }),
      tells: ['event', 'ledger', 'suggestion'],
    },
    'suggestion.reopen': {
      does: async () => ask('suggestion.reopen', { caseId, suggestions: await passage() }),
      tells: ['event', 'ledger', 'suggestion'],
    },
    'suggestion.dismiss': {
      does: async () => ask('suggestion.dismiss', { caseId, suggestions: await passage() }),
      tells: ['ledger', 'suggestion'],
    },
    'log.preview': { does: async () => (preview = await ask('log.preview', { exhibitId: exhibit })), tells: [] },
    'log.import': {
      does: async () => {
        const mapping = decided(preview, { zone: { fixed: 'Asia/Shanghai' } });
        log = (await ask('log.import', { exhibitId: exhibit, mapping })).import.id;
      },
      tells: ['event', 'ledger', 'log'],
    },
    'log.withdraw': { does: () => ask('log.withdraw', { importId: log }), tells: ['event', 'ledger', 'log'] },
    'log.restore': { does: () => ask('log.restore', { importId: log }), tells: ['event', 'ledger', 'log'] },
    'timeline.export': { does: () => ask('timeline.export', { caseId, format: 'csv', path: at('timeline.csv') }), tells: ['ledger'] },
    'release.caseFile': { does: () => ask('release.caseFile', { caseId, path: at('case.pdf') }), tells: ['ledger', 'release'] },
    'release.verify': { does: () => ask('release.verify', { path: at('case.pdf') }), tells: [] },
    'party.remove': { does: () => ask('party.remove', { partyId: party }), tells: ['ledger', 'party'] },
    'ledger.verify': { does: () => ask('ledger.verify', {}), tells: [] },
    'job.cancel': { does: () => ask('job.cancel', { jobId: randomUUID() as JobId }), tells: [] },
    'quarantine.takeIn': {
      does: () => {
        putIntoQuarantine();
        return ask('quarantine.takeIn', { caseId });
      },
      tells: ['ledger'],
    },
    'vault.check': { does: () => ask('vault.check', { deep: false }), tells: ['ledger', 'vault'] },
    'vault.changePassphrase': {
      does: () => ask('vault.changePassphrase', { current: vault.passphrase, next: 'eight lamps on the corridor' }),
      tells: ['ledger', 'vault'],
    },
    'vault.addUser': {
      does: () => ask('vault.addUser', { name: 'Wei Han', passphrase: 'nine lamps on the corridor' }),
      tells: ['ledger', 'vault'],
    },
    'vault.importCertificate': {
      does: () => {
        makeCertificate();
        return ask('vault.importCertificate', { path: at('id.p12'), passphrase: 'transport' });
      },
      tells: ['ledger', 'vault'],
    },
    // Nobody is left who could ask for the entry of the lock.
    'vault.lock': { does: () => ask('vault.lock', {}), tells: [] },
    'vault.open': {
      does: () => ask('vault.open', { folder: vault.folder, user: 'Wei Han', passphrase: 'nine lamps on the corridor' }),
      tells: ['ledger'],
    },
    'vault.recover': {
      does: () => {
        const { folder, user, recoveryCode } = vault;
        return ask('vault.recover', { folder, user, recoveryCode, passphrase: 'ten lamps on the corridor' });
      },
      tells: ['ledger'],
    },
    'vault.create': {
      does: () => ask('vault.create', { folder: at('Other.casewright'), user: 'Wei Han', passphrase: 'one lamp on the corridor' }),
      tells: ['ledger'],
    },
  };
}

function makeCertificate(): void {
  const key = ['-keyout', at('key.pem'), '-out', at('cert.pem')];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...key, '-days', '30', '-subj', '/CN=Wei Han'], {
    stdio: 'ignore',
  });
  const pair = ['-inkey', at('key.pem'), '-in', at('cert.pem')];
  execFileSync('openssl', ['pkcs12', '-export', ...pair, '-out', at('id.p12'), '-passout', 'pass:transport']);
}

describe('what changed', () => {
  it('is said of every conversation that writes, by nobody’s hand, before its answer', { timeout: 300_000 }, async () => {
    for (const [name, { does, tells }] of Object.entries(story())) {
      heard.length = 0;
      await does();
      // A step that needs more than its own conversation may tell of more; what it is there for is told at least.
      expect([name, nouns()]).toEqual([name, expect.arrayContaining([...tells])]);
      if (tells.length === 0) expect([name, changes()]).toEqual([name, []]);
    }
  });

  it('is said with the queries whose answers are old now, and no others', async () => {
    const { id: partyId } = await vault.ask('party.add', { caseId, name: 'Lin', role: 'witness' });
    const queries = Object.entries(coreContract).filter(
      ([, one]) => 'of' in one && one.of.some((noun) => ['party', 'ledger'].includes(noun)),
    );
    expect(changes()).toHaveLength(1);
    expect(changes()[0]?.nouns).toEqual(['party', 'ledger']);
    expect([...(changes()[0]?.queries ?? [])].toSorted()).toEqual(queries.map(([name]) => name).toSorted());
    // Saving what stands there already writes nothing.
    await vault.ask('party.update', { partyId, name: 'Lin', role: 'witness' });
    expect(changes()).toHaveLength(1);
  });

  it('is nothing where a transaction was rolled back', async () => {
    await expect(vault.ask('case.create', { reference: 'HR-1', title: 'Again', zone: 'Asia/Shanghai' })).rejects.toMatchObject({
      code: 'case.exists',
    });
    await expect(vault.ask('event.add', { ...event('Lin'), parties: [randomUUID() as PartyId] })).rejects.toMatchObject({
      code: 'party.unknown',
    });
    expect(changes()).toEqual([]);
  });

  it('is said of a release the gate refused: that it found an exhibit altered is remembered', async () => {
    await take('letter.txt', 'We met on 14 May 2031.');
    damageOriginals();
    heard.length = 0;
    const refused = vault.ask('release.caseFile', { caseId, path: at('case.pdf') });
    await expect(refused).rejects.toMatchObject({ code: 'release.gate' });
    const { entries } = await vault.ask('ledger.list', { chain: 'custody', caseId, limit: 1 });
    expect(entries[0]?.body).toMatchObject({ act: 'verified', detail: { outcome: 'altered' } });
    expect(nouns()).toEqual(['ledger']);
  });

  it('is said of a verification that was cancelled, for the entries made before stay', async () => {
    for (const name of ['one.txt', 'two.txt', 'three.txt']) await take(name, `This is ${name}.`);
    heard.length = 0;
    const jobId = randomUUID() as JobId;
    vault.core.on((message) => {
      if (message.kind === 'changed') void vault.ask('job.cancel', { jobId });
    });
    await expect(vault.ask('exhibit.verify', { caseId }, { jobId })).rejects.toMatchObject({ code: 'job.cancelled' });
    const { entries } = await vault.ask('ledger.list', { chain: 'custody', caseId });
    expect(entries.filter(({ body }) => body.act === 'verified').length).toBeGreaterThan(0);
    expect(nouns()).toEqual(['ledger']);
  });

  it('is said on the way of a long job, long before its end', { timeout: 120_000 }, async () => {
    const paths = Array.from({ length: 40 }, (_, index) => at(`${index}.txt`));
    for (const path of paths) writeFileSync(path, `This is ${path}.`);
    const jobId = randomUUID() as JobId;
    let told = false;
    // Whoever hears of it on the way can still stop the rest; told only at the end, nothing would be left to stop.
    vault.core.on((message) => {
      if (message.kind !== 'changed' || told) return;
      told = true;
      void vault.core.call('job.cancel', { jobId });
    });
    await vault.core.call('exhibit.import', { caseId, paths }, { jobId });
    const exhibits = await vault.ask('exhibit.list', { caseId });
    expect(exhibits.length).toBeGreaterThan(0);
    expect(exhibits.length).toBeLessThan(paths.length);
    expect(nouns()).toEqual(['exhibit', 'ledger']);
  });
});
