import type { CaseEvent } from './event.ts';

/** What can be said of an event: everything but which one it is, and who entered it, when and as what. */
export type EventFieldName = Exclude<keyof CaseEvent, 'id' | 'caseId' | 'enteredAt' | 'enteredBy' | 'version'>;

/** In the order of the form: whether a field is one value, a list of them, a moment, or what the event rests on. */
const shapes = {
  title: 'value',
  happened: 'moment',
  clockId: 'value',
  recorded: 'moment',
  learned: 'moment',
  lane: 'value',
  standing: 'value',
  kind: 'value',
  location: 'value',
  parties: 'list',
  allegations: 'list',
  tags: 'list',
  description: 'value',
  citations: 'citations',
} as const satisfies Readonly<Record<EventFieldName, 'value' | 'list' | 'moment' | 'citations'>>;

type Shaped<Shape> = { [Name in EventFieldName]: (typeof shapes)[Name] extends Shape ? Name : never }[EventFieldName];
type Values = Pick<CaseEvent, Shaped<'value'>>;
type Lists = Pick<CaseEvent, Shaped<'list'>>;

export const eventFields = Object.keys(shapes) as readonly EventFieldName[];

/** The fields that are one value each, as they are: in an event, in a form, in a draft, in a ledger entry. */
export function valuesOf(from: Values): Values {
  return Object.fromEntries(named('value').map((name) => [name, from[name as keyof Values]])) as unknown as Values;
}

/** The fields that are lists of names or identifiers, each a list of its own. */
export function listsOf(from: Lists): { [Name in keyof Lists]: Lists[Name][number][] } {
  return Object.fromEntries(named('list').map((name) => [name, [...from[name as keyof Lists]]])) as ReturnType<typeof listsOf>;
}

function named(shape: 'value' | 'list'): readonly EventFieldName[] {
  return eventFields.filter((name) => shapes[name] === shape);
}
