import { z } from 'zod';

/**
 * A sentence as what it says: the name of the sentence in the catalogues, and what stands in its places. It is put into words for
 * whoever reads it, in their language. The source's own words, names and figures are values as they are; what is itself a word of
 * Casewright's (a month, a length of time, another sentence) is a fact again.
 */
export interface Fact {
  readonly code: string;
  readonly values?: Readonly<Record<string, FactValue>> | undefined;
}

export type FactValue = string | number | Fact;

export const fact: z.ZodType<Fact> = z.lazy(() =>
  z
    .object({
      code: z.string(),
      values: z
        .record(z.string(), z.union([z.string(), z.number(), fact]))
        .readonly()
        .optional(),
    })
    .readonly(),
);

export const facts = z.array(fact).readonly();
export type Facts = z.infer<typeof facts>;

/** The sentence of which only its words are known, as it was stored before sentences were kept as facts. */
export const VERBATIM = 'verbatim';

/** Words as they are, in whatever language they were written; none for no words. */
export function verbatim(text: string): Facts {
  return text === '' ? [] : [{ code: VERBATIM, values: { text } }];
}

/** Whether two lists say the same. */
export function sameFacts(one: Facts, other: Facts): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Whether a sentence of a list, or a part of one, says this. */
export function mentions(all: Facts, part: Fact | string): boolean {
  const wanted = JSON.stringify(part);
  const within = (value: FactValue): boolean =>
    JSON.stringify(value) === wanted || (typeof value === 'object' && Object.values(value.values ?? {}).some(within));
  return all.some(within);
}

/** Each said once, where it is said first. */
export function distinctFacts(all: Facts): Facts {
  const said = new Map<string, Fact>();
  for (const one of all) {
    const key = JSON.stringify(one);
    if (!said.has(key)) said.set(key, one);
  }
  return [...said.values()];
}
