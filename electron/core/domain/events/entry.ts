import type { CaseEvent } from '../../../../shared/model/event.ts';
import { listsOf, valuesOf } from '../../../../shared/model/event-fields.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import { describeBasis } from '../../../../shared/time/index.ts';
import { citationKey } from '../evidence/index.ts';

/** Everything a ledger entry needs to prove what an event said, field by field. */
export type EventEntry = Readonly<Record<string, string | number | null>>;

export function entryOf(event: CaseEvent): EventEntry {
  const { clockId, ...values } = valuesOf(event);
  const { tags, ...named } = listsOf(event);
  return {
    ...values,
    ...momentEntry('', event.happened),
    ...(event.recorded ? momentEntry('recorded.', event.recorded) : { 'recorded.edtf': null }),
    ...(event.learned ? momentEntry('learned.', event.learned) : { 'learned.edtf': null }),
    clock: clockId,
    tags: tags.join(', '),
    ...Object.fromEntries(Object.entries(named).map(([name, identifiers]) => [name, identifiers.join(' ')])),
    citations: event.citations.map((one) => `${citationKey(one)} ${one.stance}${one.quote === '' ? '' : ` “${one.quote}”`}`).join('\n'),
    citationCount: event.citations.length,
    partyCount: event.parties.length,
  };
}

/** Fields that differ between two accounts, before and after; undefined when nothing does. */
export function changedEntry(before: EventEntry, after: EventEntry): EventEntry | undefined {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => (before[name] ?? null) !== (after[name] ?? null),
  );
  if (names.length === 0) return undefined;
  return Object.fromEntries(
    names.flatMap((name) => [
      [`${name}.before`, before[name] ?? null],
      [`${name}.after`, after[name] ?? null],
    ]),
  );
}

/** The basis in words, and always in the same: a signed entry must be readable by whoever has nothing but it. */
function momentEntry(prefix: string, { earliest, latest, edtf, phrase, zone, basis }: Moment): EventEntry {
  return Object.fromEntries(
    Object.entries({ edtf, phrase, zone, earliest, latest, basis: describeBasis(basis, 'en') }).map(([name, value]) => [
      `${prefix}${name}`,
      value,
    ]),
  );
}
