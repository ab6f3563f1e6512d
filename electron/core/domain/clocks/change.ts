import type { ClockOutcome, ClockSettingsChange, ClockStatus, ReadingDraft } from '../../../../shared/contract/clock.ts';
import { screen } from '../../../../shared/locales/screen.ts';
import type { Case } from '../../../../shared/model/case.ts';
import type { ClockReading, SourceClock } from '../../../../shared/model/clock.ts';
import type { ClockId, ClockReadingId, Instant } from '../../../../shared/model/identifier.ts';
import { FailureError } from '../../../../shared/result.ts';
import { describeKnownClock, type KnownClock, openClock } from '../../../../shared/time/index.ts';
import { type CaseChange, changeCase, requireCase } from '../case/index.ts';
import { changedFields } from '../entries/index.ts';
import { requireClock, statusOf } from './clock.ts';
import { readReading } from './reading.ts';
import { planRetiming, type RetimingPlan } from './retime.ts';
import { readSettings, settingsOf } from './settings.ts';
import type { ReadRecords, Vault, WriteRecords } from '../ports/index.ts';

import type { Language } from '../../../../shared/model/language.ts';

/** What can be done to a clock: each keeps the model there was and times everything the clock stamped anew. */
export type ClockChange =
  | { readonly settings: ClockSettingsChange }
  | { readonly reading: ReadingDraft }
  | { readonly withdraw: ClockReadingId };

/** With the zone the case had until now. */
type AnyChange = ClockChange | { readonly caseZone: string };

/**
 * Changes what is known of a clock and times all it stamped anew, in one transaction with the ledger entry. What the events recorded is
 * not touched. Throws clock.unknown, clock.reading-* and what a reading, or a setting, can fail with; then nothing was changed.
 */
export function changeClock(
  vault: Vault,
  clockId: ClockId,
  change: ClockChange,
  reason: string,
  language: Language,
  now: Instant,
): ClockOutcome {
  const { plan, status } = vault.transact((records) => {
    const planned = planChange(vault, records, clockId, change, language, now);
    if (planned.before !== planned.after) writeChange(vault, records, planned, change, reason, now);
    return planned;
  });
  return { status, retiming: plan.retiming };
}

/**
 * Changes a case. A source clock whose own zone nobody looked up is read in the case's: where that changes, everything such a clock
 * stamped is timed anew, in the same transaction. Throws what changing a case throws, and clock.reading-twice and moment.invalid where
 * a reading would be none in the new zone; then nothing was changed.
 */
export function updateCase(vault: Vault, change: CaseChange, now: Instant): Case {
  return vault.transact((records) => {
    const { zone } = requireCase(records, change.caseId);
    const updated = changeCase(records, change);
    const assumed = updated.zone === zone ? [] : records.clocks.list(updated.id).filter((clock) => clock.zone === null);
    for (const { id } of assumed) {
      const planned = planChange(vault, records, id, { caseZone: zone }, 'en', now);
      writeChange(vault, records, planned, { caseZone: zone }, screen.en.clock['reason.caseZone'], now);
    }
    return updated;
  });
}

function writeChange(vault: Vault, records: WriteRecords, planned: PlannedChange, change: AnyChange, reason: string, now: Instant): void {
  const { before, after, reading, plan } = planned;
  records.clocks.keepVersion(before, reason, now, vault.user.name);
  records.clocks.update(after);
  if (reading) records.clocks.insertReading(after.id, reading);
  if ('withdraw' in change) records.clocks.withdrawReading(change.withdraw);
  for (const { event, happened } of plan.changed) records.clocks.retime(event.ordinal, happened);
  const zones = 'caseZone' in change ? { 'caseZone.before': change.caseZone, 'caseZone.after': planned.matter.zone } : {};
  records.ledger.audit(actOf(change), { caseId: before.caseId }, { ...detailOf(records, planned, reason), ...zones });
}

/** What a change would do; nothing is saved. Throws what changing throws. */
export function previewClock(
  vault: Vault,
  clockId: ClockId,
  change: ClockChange,
  language: Language,
  now: Instant,
): ClockOutcome & { readonly reading: ClockReading | null } {
  const { plan, status, reading } = planChange(vault, vault.read, clockId, change, language, now);
  return { status, retiming: plan.retiming, reading };
}

interface PlannedChange {
  readonly matter: Case;
  readonly before: SourceClock;
  /** The same object as `before` where nothing changes. */
  readonly after: SourceClock;
  readonly reading: ClockReading | null;
  readonly plan: RetimingPlan;
  readonly status: ClockStatus;
}

function planChange(
  vault: Vault,
  records: ReadRecords,
  clockId: ClockId,
  change: AnyChange,
  language: Language,
  now: Instant,
): PlannedChange {
  const before = requireClock(records, clockId);
  const matter = requireCase(records, before.caseId);
  const entered = { at: now, by: vault.user.name };
  const reading = 'reading' in change ? readReading(records, matter, before, change.reading, language, entered) : null;
  const after = nextClock(records, matter, before, change, reading, language);
  const known = knownClock(after, matter.zone);
  return {
    matter,
    before,
    after,
    reading,
    plan: planRetiming(records, matter.id, known, language),
    status: statusOf(records, known, language),
  };
}

function nextClock(
  records: ReadRecords,
  matter: Case,
  before: SourceClock,
  change: AnyChange,
  reading: ClockReading | null,
  language: Language,
): SourceClock {
  const version = before.version + 1;
  if (reading) return { ...before, readings: [...before.readings, reading], version };
  if ('settings' in change) {
    const settings = readSettings(records, matter, change.settings, language, before);
    const after = { ...before, ...settings };
    return changedSettings(before, after) ? { ...after, version } : before;
  }
  if (!('withdraw' in change)) return { ...before, version };
  const { withdraw } = change;
  const found = before.readings.find(({ id }) => id === withdraw);
  if (!found) throw new FailureError('clock.reading-unknown');
  if (found.withdrawn) throw new FailureError('clock.reading-withdrawn');
  return { ...before, readings: before.readings.map((one) => (one === found ? { ...one, withdrawn: true } : one)), version };
}

function knownClock(clock: SourceClock, zone: string): KnownClock {
  try {
    return openClock(clock, zone);
  } catch (problem) {
    if (problem instanceof RangeError) throw new FailureError('clock.figures', { problem: problem.message }, { cause: problem });
    throw problem;
  }
}

function actOf(change: AnyChange): string {
  return 'reading' in change ? 'clock.read' : 'withdraw' in change ? 'clock.reading-withdrawn' : 'clock.changed';
}

function detailOf(records: ReadRecords, { matter, before, after, reading, plan }: PlannedChange, reason: string) {
  const statement = (clock: SourceClock): string => describeKnownClock(openClock(clock, matter.zone), 'en').join(' ');
  const withdrawn = after.readings.find(
    ({ id, withdrawn: now }, index) => now && id === before.readings[index]?.id && !before.readings[index]?.withdrawn,
  );
  const told = reading ?? withdrawn;
  const photograph = told && told.exhibitId !== null ? records.exhibits.find(told.exhibitId)?.number : undefined;
  return {
    clock: after.id,
    name: after.name,
    version: after.version,
    reason,
    events: plan.retiming.events,
    moved: plan.retiming.moved,
    orders: plan.retiming.orders.total,
    'statement.before': statement(before),
    'statement.after': statement(after),
    ...changedSettings(before, after),
    ...(told && {
      reading: told.id,
      shown: told.shown,
      shownAt: told.shownAt,
      reference: told.reference,
      referenceAt: told.referenceAt,
      referenceName: told.referenceName,
      uncertainty: told.uncertainty,
      anchor: told.anchor,
      exhibit: photograph === undefined ? null : `${photograph}${told.place === '' ? '' : `#${told.place}`}`,
    }),
  };
}

function changedSettings(before: SourceClock, after: SourceClock) {
  const [was, is] = [settingsOf(before), settingsOf(after)];
  return changedFields(was, is, Object.keys(was) as (keyof typeof was)[]);
}
