import type { ClockStatus, NewClock } from '../../../../shared/contract/clock.ts';
import type { SourceClock } from '../../../../shared/model/clock.ts';
import type { CaseId, ClockId, ClockReadingId, Instant } from '../../../../shared/model/identifier.ts';
import { required } from '../../../../shared/result.ts';
import { describeKnownClock, type KnownClock, openClock } from '../../../../shared/time/index.ts';
import { requireCase } from '../case/index.ts';
import { listAnchors } from './anchor.ts';
import { readSettings, settingsOf } from './settings.ts';
import type { ClockVersion, ReadRecords, Vault } from '../ports/index.ts';
import type { Language } from '../../../../shared/model/language.ts';

/** By name. Throws case.unknown. */
export function listClocks({ read }: Vault, caseId: CaseId, language: Language): ClockStatus[] {
  const matter = requireCase(read, caseId);
  return read.clocks.list(caseId).map((clock) => statusOf(read, openClock(clock, matter.zone), language));
}

/** Throws case.unknown, case.zone-unknown, clock.exists, clock.change-rough and moment.invalid. */
export function addClock(
  vault: Vault,
  { caseId, language, ...draft }: NewClock & { readonly caseId: CaseId; readonly language: Language },
  now: Instant,
): ClockStatus {
  return vault.transact((records) => {
    const matter = requireCase(records, caseId);
    const clock: SourceClock = {
      id: crypto.randomUUID() as ClockId,
      caseId,
      ...readSettings(records, matter, draft, language),
      readings: [],
      enteredAt: now,
      enteredBy: vault.user.name,
      version: 1,
    };
    records.clocks.insert(clock);
    records.ledger.audit('clock.added', { caseId }, { clock: clock.id, ...settingsOf(clock) });
    return statusOf(records, openClock(clock, matter.zone), language);
  });
}

/** Oldest first, without what holds now. Throws clock.unknown. */
export function listClockVersions(
  { read }: Vault,
  clockId: ClockId,
  language: Language,
): (ClockVersion & { readonly wording: readonly string[] })[] {
  const { zone } = requireCase(read, requireClock(read, clockId).caseId);
  return read.clocks.versions(clockId).map((one) => ({ ...one, wording: describeKnownClock(openClock(one.clock, zone), language) }));
}

/** Throws clock.unknown. */
export function requireClock({ clocks }: Pick<ReadRecords, 'clocks'>, clockId: ClockId): SourceClock {
  return required(clocks.find(clockId), 'clock.unknown');
}

/** Throws clock.reading-unknown. */
export function requireClockOfReading({ read }: Vault, readingId: ClockReadingId): ClockId {
  return required(read.clocks.findByReading(readingId), 'clock.reading-unknown').id;
}

/** All there is to say of a clock in one answer. */
export function statusOf(records: ReadRecords, known: KnownClock, language: Language): ClockStatus {
  const { clock, zone } = known;
  const { pieces } = known.ways[0].model;
  return {
    clock,
    zone,
    knowledge: pieces.at(-1)?.knowledge ?? 'unknown',
    wording: describeKnownClock(known, language),
    disagreement: pieces.map(({ disagreement }) => disagreement).find((one) => one !== null) ?? null,
    events: records.clocks.countEvents(clock.id),
    anchors: listAnchors(records, clock),
  };
}
