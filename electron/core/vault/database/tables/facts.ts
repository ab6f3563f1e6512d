import { type Fact, type Facts, type FactValue, verbatim } from '../../../../../shared/model/fact.ts';

/** A fact as it is stored: its name, and its values where it has any. Nothing but a fact's own object is an array among values. */
type Stored = readonly [string] | readonly [string, Readonly<Record<string, StoredValue>>];
type StoredValue = string | number | Stored;

/** What was written before, by list: of a million events that were read alike, the reason is put into JSON once. */
const written = new WeakMap<Facts, string>();

export function writeFacts(facts: Facts): string {
  let text = written.get(facts);
  if (text === undefined) written.set(facts, (text = JSON.stringify(facts.map(toStored))));
  return text;
}

/** What a row says: its facts, or, where it is older than those, the sentence that was kept instead. */
export function readFacts(text: string | null, sentence: string): Facts {
  return text === null ? verbatim(sentence) : (JSON.parse(text) as readonly Stored[]).map(toFact);
}

function toStored({ code, values }: Fact): Stored {
  if (!values) return [code];
  return [code, mapped(values, (value: FactValue) => (typeof value === 'object' ? toStored(value) : value))];
}

function toFact([code, values]: Stored): Fact {
  return values ? { code, values: mapped(values, (value: StoredValue) => (typeof value === 'object' ? toFact(value) : value)) } : { code };
}

function mapped<From, To>(values: Readonly<Record<string, From>>, map: (value: From) => To): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));
}
