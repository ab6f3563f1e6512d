import { sentenceBefore } from './sentences.ts';

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
