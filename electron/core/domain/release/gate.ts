import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { Exhibit } from '../../../../shared/model/exhibit.ts';
import type { GateCheck } from '../../../../shared/model/release.ts';
import type { FailureValues } from '../../../../shared/result.ts';
import { describeFindings, findingsKind } from '../../../../shared/words/findings-count.ts';
import type { print } from '../../../../shared/locales/print.ts';

type Say = (name: keyof (typeof print)['en'], values?: FailureValues) => string;

/** What the gate judges: plain facts, gathered by whoever can read them. */
export interface GateFacts {
  readonly custody: { readonly entries: number; readonly problems: readonly string[] };
  /** Null while nothing has been hashed again: the gate then only says what will be done. */
  readonly hashes: readonly { readonly number: string; readonly outcome: 'matches' | 'altered' | 'missing' }[] | null;
  /** How each exhibit was drawn; null before it was tried. */
  readonly drawn: readonly Drawn[] | null;
  readonly exhibits: readonly Pick<Exhibit, 'number' | 'findings'>[];
  readonly events: readonly Pick<CaseEvent, 'citations'>[];
}

/** `compared` pages are alike, `refused` ones would not have been or could not be made, and others have no pages to be drawn. */
export interface Drawn {
  readonly number: string;
  readonly outcome: 'compared' | 'refused' | 'other';
}

export interface GateJudgement {
  readonly allowed: boolean;
  readonly checks: readonly GateCheck[];
}

/** Names this many things, and counts the rest. */
const mostNamed = 12;

/**
 * The release gate: a broken chain of custody or a changed exhibit refuses the signature; what the reader must know
 * but may judge (an uncited event, an unread exhibit, contrary evidence) is written into the file as a note.
 */
export function judgeGate(facts: GateFacts, say: Say): GateJudgement {
  const checks = [
    judgeCustody(facts, say),
    judgeHashes(facts, say),
    judgeCitations(facts, say),
    judgeReadings(facts, say),
    judgeDrawn(facts.drawn, say),
    judgeContrary(facts, say),
  ];
  return { allowed: checks.every((check) => check.outcome !== 'refused'), checks };
}

function judgeCustody({ custody }: GateFacts, say: Say): GateCheck {
  return custody.problems.length === 0
    ? { name: 'custody-unbroken', outcome: 'passed', detail: say('gate.custody-passed', { entries: custody.entries }) }
    : { name: 'custody-unbroken', outcome: 'refused', detail: say('gate.custody-refused', { problems: list(custody.problems, say) }) };
}

function judgeHashes({ hashes, exhibits }: GateFacts, say: Say): GateCheck {
  if (hashes === null) return { name: 'hashes-verified', outcome: 'passed', detail: say('gate.hashes-later', { count: exhibits.length }) };
  const wrong = hashes
    .filter((one) => one.outcome !== 'matches')
    .map(({ number, outcome }) => say(outcome === 'altered' ? 'gate.hash-altered' : 'gate.hash-missing', { number }));
  return wrong.length === 0
    ? { name: 'hashes-verified', outcome: 'passed', detail: say('gate.hashes-passed', { count: hashes.length }) }
    : { name: 'hashes-verified', outcome: 'refused', detail: say('gate.hashes-refused', { list: list(wrong, say) }) };
}

function judgeCitations({ events }: GateFacts, say: Say): GateCheck {
  const uncited = positions(events, (event) => event.citations.length === 0);
  return uncited.length === 0
    ? { name: 'events-cited', outcome: 'passed', detail: say('gate.cited-passed', { count: events.length }) }
    : {
        name: 'events-cited',
        outcome: 'warning',
        detail: say('gate.cited-warning', { count: uncited.length, total: events.length, list: list(uncited, say) }),
      };
}

function judgeReadings({ exhibits }: GateFacts, say: Say): GateCheck {
  return {
    name: 'exhibits-readable',
    outcome: exhibits.every((one) => findingsKind(one) === 'read') ? 'passed' : 'warning',
    detail: describeFindings(exhibits, say, (numbers) => list(numbers, say)),
  };
}

function judgeDrawn(drawn: GateFacts['drawn'], say: Say): GateCheck {
  const name = 'exhibits-drawn';
  if (drawn === null) return { name, outcome: 'passed', detail: say('gate.drawn-later') };
  const refused = drawn.filter((one) => one.outcome === 'refused').map((one) => one.number);
  return refused.length === 0
    ? { name, outcome: 'passed', detail: say('gate.drawn-passed', { count: drawn.filter((one) => one.outcome === 'compared').length }) }
    : {
        name,
        outcome: 'warning',
        detail: say('gate.drawn-warning', { count: refused.length, total: drawn.length, list: list(refused, say) }),
      };
}

function judgeContrary({ events }: GateFacts, say: Say): GateCheck {
  const contrary = positions(events, (event) => event.citations.some((one) => one.stance === 'contradicts'));
  return contrary.length === 0
    ? { name: 'contrary-evidence', outcome: 'passed', detail: say('gate.contrary-passed', { count: events.length }) }
    : {
        name: 'contrary-evidence',
        outcome: 'warning',
        detail: say('gate.contrary-warning', { count: contrary.length, list: list(contrary, say) }),
      };
}

/** Events are named by their number in the chronology, which is their order. */
function positions<T>(items: readonly T[], is: (item: T) => boolean): readonly string[] {
  return items.flatMap((item, index) => (is(item) ? [String(index + 1)] : []));
}

function list(names: readonly string[], say: Say): string {
  const shown = names.slice(0, mostNamed).join(say('list.separator'));
  return names.length <= mostNamed ? shown : `${shown} ${say('gate.more', { count: names.length - mostNamed })}`;
}
