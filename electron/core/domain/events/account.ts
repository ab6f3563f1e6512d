import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { Moment } from '../../../../shared/model/moment.ts';
import { citationKey } from '../evidence/index.ts';

/** Everything a ledger entry needs to prove what an event said, field by field. */
export type EventAccount = Readonly<Record<string, string | number | null>>;

export function accountOf(event: CaseEvent): EventAccount {
  return {
    title: event.title,
    ...momentAccount('', event.happened),
    ...(event.recorded ? momentAccount('recorded.', event.recorded) : { 'recorded.edtf': null }),
    ...(event.learned ? momentAccount('learned.', event.learned) : { 'learned.edtf': null }),
    clock: event.clockId,
    kind: event.kind,
    lane: event.lane,
    standing: event.standing,
    location: event.location,
    description: event.description,
    tags: event.tags.join(', '),
    allegations: event.allegations.join(' '),
    parties: event.parties.join(' '),
    citations: event.citations.map((one) => `${citationKey(one)} ${one.stance}${one.quote === '' ? '' : ` “${one.quote}”`}`).join('\n'),
    citationCount: event.citations.length,
    partyCount: event.parties.length,
  };
}

/** Fields that differ between two accounts, before and after; undefined when nothing does. */
export function changedAccount(before: EventAccount, after: EventAccount): EventAccount | undefined {
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

function momentAccount(prefix: string, { earliest, latest, edtf, phrase, zone, basis }: Moment): EventAccount {
  return Object.fromEntries(
    Object.entries({ edtf, phrase, zone, earliest, latest, basis }).map(([name, value]) => [`${prefix}${name}`, value]),
  );
}
