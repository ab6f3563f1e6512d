/** What is said of a date from one side only: it began then, ended then, or lay before or after. */
export type OpenEnd = 'since' | 'until' | 'by' | 'before' | 'after';

interface Side {
  readonly open: OpenEnd;
  readonly lead: RegExp;
  readonly tail: RegExp;
}

const NONE = /^$/;
const SIDES: readonly Side[] = [
  { open: 'since', lead: /^(?:ever )?since(?: the)?$/i, tail: NONE },
  { open: 'since', lead: /^(?:from|starting|beginning)(?: the)?$/i, tail: /^(?:on|onwards?)?$/i },
  { open: 'since', lead: /^(?:自从?|从)?$/, tail: /^(?:起|以来|开始)$/ },
  { open: 'until', lead: /^(?:up )?(?:until|till|to)(?: the)?$/i, tail: NONE },
  { open: 'until', lead: /^(?:截至|截止到?|直到|至)$/, tail: /^(?:止|为止)?$/ },
  { open: 'until', lead: NONE, tail: /^(?:止|为止)$/ },
  { open: 'by', lead: /^(?:by|no later than|not later than|on or before)(?: the)?$/i, tail: NONE },
  { open: 'by', lead: /^(?:不晚于|不迟于|最迟)$/, tail: NONE },
  { open: 'before', lead: /^(?:some ?time |at some point )?before(?: the)?$/i, tail: NONE },
  { open: 'before', lead: /^在?$/, tail: /^(?:之前|以前|前)$/ },
  { open: 'after', lead: /^(?:some ?time |at some point )?after(?: the)?$/i, tail: NONE },
  { open: 'after', lead: /^在?$/, tail: /^(?:之后|以后|后)$/ },
];

/** Reads what stands before and after a date; null when it says nothing about a side. */
export function openEndOf(lead: string, tail: string): OpenEnd | null {
  return SIDES.find((side) => side.lead.test(lead.trim()) && side.tail.test(tail.trim()))?.open ?? null;
}
