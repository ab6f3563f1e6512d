import type { Moment } from '../../model/moment.ts';
import type { Ground } from './ground.ts';
import { joinPieces } from './join.ts';
import { resolveEnds } from './range.ts';
import { resolveWording } from './resolve.ts';
import { scanText } from './scan.ts';
import type { Phrase, Resolved, Wording } from './wording.ts';
import { type OpenEnd, openEndOf } from './open-ends.ts';
import { writeMoment, writeOpenMoment } from './write.ts';
import { normaliseText } from './normal-text.ts';
import { DAY } from '../wall.ts';
import { zoneOf } from './zones.ts';
import { note } from '../note.ts';

/** Words around a passage that add nothing to it. */
const LEAD = /^\s*(?:(?:on|in|at|during|the|from|between|sometime|some time|在|于|自|从|介于) ?)*$/i;
const TAIL = /^(?: ?(?:之间|期间|间|的|时候|,))?[\s.。]*$/;

export interface WholePhrase extends Phrase {
  /** Said of the date from one side only; null when it is the date itself. */
  readonly open: OpenEnd | null;
}

/** The one passage a text consists of; null when it says anything else. */
export function readPhrase(text: string): WholePhrase | null {
  const plain = normaliseText(text).text.trim();
  if (plain.length > 400) return null;
  const pieces = scanText(plain).map((piece) => (piece.strength === 1 ? { ...piece, strength: 2 as const } : piece));
  const phrases = joinPieces(plain, pieces);
  const [only] = phrases;
  if (phrases.length !== 1 || !only) return null;
  const [lead, tail] = [plain.slice(0, only.from), plain.slice(only.to)];
  const open = only.second || only.first.dayTo !== undefined ? null : openEndOf(lead, tail);
  return open !== null || (LEAD.test(lead) && TAIL.test(tail)) ? { ...only, open } : null;
}

/** The one passage of a text as a moment, with an open end where it is said from one side only. Throws a Refusal. */
export function momentOfWhole(phrase: WholePhrase, ground: Ground, words: string): Moment {
  if (phrase.open === null) return momentOfPhrase(phrase, ground, words).moment;
  return writeOpenMoment(resolveWording(phrase.first, ground), phrase.open, ground.zone, words);
}

export interface ReadPhrase {
  readonly moment: Moment;
  /** The day and hour the account stands at afterwards. */
  readonly last: Resolved;
}

/** A phrase as a moment. Throws a Refusal. */
export function momentOfPhrase(phrase: Phrase, ground: Ground, words: string): ReadPhrase {
  const { first, second } = phrase;
  const zone = zoneOf(first.zone === undefined && second ? second : first, ground.zone);
  if (zone !== ground.zone) {
    const read = momentOfPhrase(
      { ...phrase, first: withoutZone(first), second: second && withoutZone(second) },
      { ...ground, zone },
      words,
    );
    return { ...read, moment: { ...read.moment, basis: [...read.moment.basis, note('basis.zoneNamed', { zone })] } };
  }
  if (!phrase.second) {
    const read = resolveWording(phrase.first, ground);
    const lasting = phrase.first.dayTo !== undefined && read.form === 'days';
    const moment = lasting
      ? writeMoment(oneDay(read, read.from), oneDay(read, read.to - DAY), phrase.lasted && !first.dayOr, ground.zone, words)
      : first.throughout
        ? writeMoment(read, read, true, ground.zone, words)
        : writeMoment(read, null, false, ground.zone, words);
    return { moment, last: read };
  }
  const { from, to } = resolveEnds(phrase.first, phrase.second, ground);
  const said = phrase.either ? { ...to, notes: [...to.notes, note('phrase.either')] } : to;
  return { moment: writeMoment(from, said, phrase.lasted, ground.zone, words), last: phrase.lasted ? to : from };
}

function withoutZone({ zone: _zone, ...rest }: Wording): Wording {
  return rest;
}

function oneDay(read: Resolved, day: number): Resolved {
  return { ...read, from: day, to: day + DAY, form: 'day' };
}
