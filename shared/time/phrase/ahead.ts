import { SENTENCE_END, sentenceBefore } from './sentences.ts';

/** What says plainly that something still lies ahead of whoever writes. */
const AHEAD =
  /\b(?:will|shall|won't)\b|(?:[a-z]'|’)ll\b|\b(?:is|are|be) (?:going to|due|planned|scheduled|expected)\b|^ ?(?:due|planned for|scheduled for)\b|(?<!was |were |been |originally )\b(?:planned for|scheduled for|due on)\b|(?<![聚开例协晚宴年酒舞机社商])会(?:在|于)|将(?:在|于)|预计|拟(?:于|在|定于)|(?<![原曾])定于|计划(?:于|在)|(?:应|须)(?:当)?(?:于|在)/giu;
/** "Will be asked what he did on …": behind these words the account is back in the past. */
const PAST =
  /\b(?:did|was|were|had|happened|occurred|said|wrote|told|sent|came|went|would)\b|发生|曾|当时|过去|关于|据称|所[作做写说述]|[了过](?![^，,]*(?:将|会|拟|定于|预计))/iu;
/** What a date names rather than when something happens: "the recordings of 14 May", 五月十四日的录像. */
const NAMED = /\b(?:of|dated|since)(?: the)? ?$|自从? ?$/iu;
const HANDED_IN = /截(?:至|止到?) ?$/u;
const BEFORE_DEADLINE = /^ ?(?:之前|以前|前)[^。；\n]{0,12}(?:提交|递交|提出|答复|回复|完成|报送|交)/u;

/** Whether the words before a date in its sentence say that it lies ahead. */
export function liesAhead(text: string, from: number, to: number): boolean {
  const lead = sentenceBefore(text, from);
  if (HANDED_IN.test(lead) && BEFORE_DEADLINE.test(text.slice(to, to + 24))) return true;
  const last = [...lead.matchAll(AHEAD)].at(-1);
  if (!last || NAMED.test(lead) || /^ ?的/.test(text.slice(to, to + 2))) return false;
  return !PAST.test(lead.slice(last.index + last[0].length));
}

/** Whether what is said of a day is over, still to come, or neither plainly. */
export type Tense = 'past' | 'ahead' | null;

const CHINESE_DONE = /[了过]|已经?|昨|曾/u;
const CHINESE_PLAN = /去(?!年|世)|(?<![后原本未从])来(?![自电信源])|返回|回(?!答|复|信|忆)|出发|动身|启程/u;
const ENGLISH_DONE = /\b(?:was|were|had|did|went|came|said|told|wrote|sent|met|saw|left|called|took|gave|got|[a-z]{3,}ed)\b/i;
const ENGLISH_PLAN = /\b(?:will|shall|go|going|come|coming|leave|leaving|return|returning|let's|see you)\b|['’]ll\b/i;

/** What the clause with a day says of it; plain verbs such as 去 and "go" count only where `spoken`, as in a message about plans. */
export function tenseAround(text: string, from: number, to: number, spoken: boolean): Tense {
  if (liesAhead(text, from, to)) return 'ahead';
  const rest = text.slice(to, to + 80).split(SENTENCE_END, 1)[0] ?? '';
  const clause = rest.split(/[，,；;]/, 1)[0] ?? '';
  const sentence = `${sentenceBefore(text, from)} ${rest}`;
  if (CHINESE_DONE.test(clause) || ENGLISH_DONE.test(sentence)) return 'past';
  return spoken && (CHINESE_PLAN.test(clause) || ENGLISH_PLAN.test(sentence)) ? 'ahead' : null;
}
