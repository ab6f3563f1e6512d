import { bearsDate, mergeWordings } from './merge.ts';
import type { Phrase, Piece, Wording } from './wording.ts';

/** Farther apart than this, two pieces are never one passage. */
const REACH = 24;
const GAP = /^[,()、:的在于]{0,2} ?(?:(?:on|at|in|of|during|from|the|a|between|some time|sometime|i think|自|从) ?){0,3}\(?$/;
/** "The night before, that is on 15 May". */
const SAME = /^[,(]? ?(?:也就是|也即|即|就是|that is|i\.e\.|namely)[,:]? ?(?:on)?(?: the)?$/;
const SPAN = /^\)? ?(?:-|~|to|until|till|through|up to|into|一?直?到|至) ?(?:the|on)? ?$/;
const AND = /^\)? ?(?:and|&|与|和|及) ?(?:the)? ?$/;
const OR = /^\)? ?(?:or|或者?) ?(?:at|on|the)? ?(?:the)?$/;
const ENDS = /^\s{0,3}(?:$|[.,;:!?)…”"'\n。，；！？）])/;

interface Draft {
  from: number;
  to: number;
  says: Wording;
  strength: number;
  /** Introduced by "between". */
  between: boolean;
}

/** Pieces beside each other become one passage; two passages joined by "to" or "between … and …" become its two ends. */
export function joinPieces(text: string, pieces: readonly Piece[]): readonly Phrase[] {
  const drafts = gather(text, pieces);
  const phrases: Phrase[] = [];
  for (let index = 0; index < drafts.length; index += 1) {
    const [one, other] = [drafts[index], drafts[index + 1]];
    if (!one) continue;
    const link = other ? linkBetween(text, one, other) : null;
    if (other && link) {
      phrases.push({
        from: one.from,
        to: other.to,
        first: finish(text, one, true),
        second: laterOf(finish(text, other, false)),
        lasted: link === 'span' && !one.between && !/^ ?之间/.test(text.slice(other.to, other.to + 4)),
        strength: Math.max(one.strength + other.strength, 0),
      });
      index += 1;
    } else if (one.says.orNext) phrases.push(eitherOf(text, one));
    else
      phrases.push({
        from: one.from,
        to: one.to,
        first: finish(text, one, false),
        second: null,
        lasted: !one.between,
        strength: one.strength,
      });
  }
  return phrases
    .map((phrase) => closeBracket(text, phrase))
    .filter(
      ({ from, to, first, second, strength }) =>
        strength >= 2 &&
        !(second && isFigureAlone(first) && isFigureAlone(second) && !/o'?clock/i.test(text.slice(from, to))) &&
        [first, second].some((says) => says && (bearsDate(says) || says.clock || says.throughout)),
    );
}

/** 三四点, 七八月: the two readings of one moment, which bounds enclose. */
function eitherOf(text: string, { from, to, says, strength, between }: Draft): Phrase {
  const { orNext: _or, ...first } = finish(text, { from, to, says, strength, between }, true);
  const { clock, month, about } = first;
  const second = laterOf({ ...(clock ? { clock } : { month: month ?? 0 }), ...(clock && about ? { about } : {}), orNext: true });
  return { from, to, first, second, lasted: false, strength, either: true };
}

/** The later reading, where there are two. */
function laterOf({ orNext, ...says }: Wording): Wording {
  if (!orNext) return says;
  return says.clock ? { ...says, clock: { ...says.clock, hour: says.clock.hour + 1 } } : { ...says, month: (says.month ?? 0) + 1 };
}

/** "Wednesday (14 May)" ends behind its bracket. */
function closeBracket(text: string, phrase: Phrase): Phrase {
  const open = text.slice(phrase.from, phrase.to);
  return open.includes('(') && !open.includes(')') && text.charAt(phrase.to) === ')' ? { ...phrase, to: phrase.to + 1 } : phrase;
}

/** "From one to ten" is a scale as often as a time of day. */
function isFigureAlone({ clock, ...rest }: Wording): boolean {
  return clock?.spoken === true && Object.keys(rest).every((key) => key === 'about');
}

function gather(text: string, pieces: readonly Piece[]): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const piece of pieces) {
    const last = drafts.at(-1);
    const gap = last && piece.from - last.to <= REACH ? tidy(text.slice(last.to, piece.from)) : null;
    const close = gap === '' || gap === '的';
    const says =
      last && gap !== null && (GAP.test(gap) || SAME.test(gap)) && allowed(piece.says, gap)
        ? mergeWordings(last.says, piece.says, close, /^,|^\(|即|也?就是|that is|namely|i\.e/.test(gap))
        : null;
    if (last && says) {
      last.between ||= /between/.test(gap ?? '');
      last.to = piece.to;
      last.says = says;
      last.strength += piece.strength;
    } else {
      const before = text.slice(Math.max(0, piece.from - 16), piece.from);
      drafts.push({
        from: piece.from,
        to: piece.to,
        says: piece.says,
        strength: piece.strength,
        between: /(?:\bbetween (?:the )?|介于)\s?$/i.test(before),
      });
    }
  }
  return drafts.filter(({ strength }) => strength > 0);
}

/** A colon joins only a date and its clock. */
function allowed(other: Wording, gap: string): boolean {
  return !/[:、]/.test(gap) || other.clock !== undefined;
}

function linkBetween(text: string, one: Draft, other: Draft): 'span' | 'and' | null {
  if (other.from - one.to > REACH || one.strength + other.strength < 2) return null;
  const gap = tidy(text.slice(one.to, other.from));
  if (gap !== '' && SPAN.test(gap) && comparable(one.says, other.says)) return 'span';
  if (OR.test(gap) && alike(one.says, other.says)) return 'and';
  if (!AND.test(gap) || !comparable(one.says, other.says)) return null;
  const after = text.slice(other.to, other.to + 6);
  return (one.between && /and|&/.test(gap)) || /^ ?(?:之间|期间|间)/.test(after) ? 'and' : null;
}

/** "May to the office" is no stretch; a clock goes with a clock, a date with a date or a clock. */
function comparable(one: Wording, other: Wording): boolean {
  if (one.recent || other.recent) return false;
  return [one, other].every((says) => bearsDate(says) || says.clock !== undefined);
}

/** "14 or 15 May", "at seven or eight": two readings of one moment, which bounds enclose. */
function alike(one: Wording, other: Wording): boolean {
  return comparable(one, other) && (one.clock !== undefined) === (other.clock !== undefined) && !one.step && !other.step;
}

function finish(text: string, { says, to }: Draft, joined: boolean): Wording {
  if (!says.wantsBase || says.base || joined || ENDS.test(text.slice(to, to + 6))) return says;
  return { ...says, unnamedBase: true };
}

function tidy(gap: string): string {
  return /\n\s*\n/.test(gap) ? '\n' : gap.replace(/\s+/g, ' ').trim().toLowerCase();
}
