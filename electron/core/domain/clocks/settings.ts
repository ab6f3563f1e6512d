import type { ClockSettingsChange } from '../../../../shared/contract/clock.ts';
import type { Case } from '../../../../shared/model/case.ts';
import type { SourceClock } from '../../../../shared/model/clock.ts';
import type { Instant } from '../../../../shared/model/identifier.ts';
import { FailureError } from '../../../../shared/result.ts';
import { interpretMoment, isZone } from '../../../../shared/time/index.ts';
import { knownZone } from '../case/index.ts';
import type { ReadRecords } from '../ports/index.ts';
import type { Language } from '../../../../shared/model/language.ts';

const MINUTE = 60_000;

type Settings = Omit<SourceClock, 'id' | 'caseId' | 'readings' | 'enteredAt' | 'enteredBy' | 'version'>;

const UNKNOWN: Omit<Settings, 'name'> = {
  kind: 'recorder',
  make: '',
  model: '',
  serial: '',
  zone: null,
  daylightSaving: 'unknown',
  networkTime: 'unknown',
  storesUtc: 'unknown',
  changed: '',
  changedAt: null,
  driftAllowance: 0,
  limit: null,
  limitReason: '',
  note: '',
};

/** The settings a draft names over those there were. Throws clock.exists, case.zone-unknown, clock.change-rough and moment.invalid. */
export function readSettings(
  { clocks }: Pick<ReadRecords, 'clocks'>,
  matter: Case,
  draft: ClockSettingsChange,
  language: Language,
  before?: SourceClock,
): Settings {
  const given = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined)) as Partial<Settings>;
  const next: Settings = { ...UNKNOWN, name: '', ...(before && settingsOf(before)), ...given };
  if (next.name !== before?.name && clocks.list(matter.id).some(({ name }) => name === next.name))
    throw new FailureError('clock.exists', { name: next.name });
  const zone = next.zone === null || next.zone === before?.zone ? next.zone : knownClockZone(next.zone);
  const changedAt =
    next.changed === (before?.changed ?? '') ? (before?.changedAt ?? null) : readChange(next.changed, zone ?? matter.zone, language);
  return { ...next, zone, changedAt };
}

/** Everything a clock is set to, flat, for the ledger and to be compared. */
export function settingsOf(clock: SourceClock): Settings {
  return Object.fromEntries(
    ['name', ...Object.keys(UNKNOWN)].map((name) => [name, clock[name as keyof SourceClock]]),
  ) as unknown as Settings;
}

/** A recorder may be set to a bare offset, which no case may. */
function knownClockZone(zone: string): string {
  return /^[+-]/.test(zone) && isZone(zone) ? zone : knownZone(zone);
}

function readChange(text: string, zone: string, language: Language): Instant | null {
  if (text === '') return null;
  const { earliest, latest } = interpretMoment(text, zone, language);
  if (earliest === null || latest === null || latest - earliest > MINUTE) throw new FailureError('clock.change-rough', { text });
  return earliest;
}
