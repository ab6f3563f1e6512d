import { z } from 'zod';
import { facts } from '../../shared/model/fact.ts';
import { findingNotes } from '../../shared/model/exhibit.ts';
import { instant } from '../../shared/model/identifier.ts';
import { ledgerDetail } from '../../shared/model/ledger.ts';

export interface Field {
  /** `users[].name`; empty for the value itself. */
  readonly path: string;
  /** `instant`, `text`, `number`, `true or false`, or the values themselves; with `or null` where it may be that. */
  readonly kind: string;
}

/** Every field that has no fields of its own, as the command line's page lists them. Throws where nobody knows what a schema means. */
export function fieldsOf(schema: z.ZodType): readonly Field[] {
  const found = new Map<string, string[]>();
  for (const { path, kind } of walk(schema, '', '')) found.set(path, [...(found.get(path) ?? []), kind]);
  return [...found].map(([path, kinds]) => ({ path, kind: [...new Set(kinds)].join(' or ') }));
}

function* walk(schema: z.ZodType, path: string, suffix: string): Generator<Field> {
  if (schema === instant) yield { path, kind: `instant${suffix}` };
  else if (schema === facts || schema === findingNotes) yield { path, kind: `text${suffix}` };
  else if (schema === ledgerDetail) yield { path: join(path, '*'), kind: 'text, number, true or false, or null' };
  else if (schema instanceof z.ZodNullable) yield* walk(schema.unwrap() as z.ZodType, path, `${suffix} or null`);
  else if (schema instanceof z.ZodOptional) yield* walk(schema.unwrap() as z.ZodType, path, `${suffix}, or left out`);
  else if (schema instanceof z.ZodReadonly || schema instanceof z.ZodDefault) yield* walk(schema.unwrap() as z.ZodType, path, suffix);
  else if (schema instanceof z.ZodObject) {
    for (const [name, part] of Object.entries(schema.shape as Record<string, z.ZodType>)) yield* walk(part, join(path, name), suffix);
  } else if (schema instanceof z.ZodArray) yield* walk(schema.element as z.ZodType, `${path}[]`, suffix);
  else if (schema instanceof z.ZodTuple)
    for (const part of schema.def.items as readonly z.ZodType[]) yield* walk(part, `${path}[]`, suffix);
  else if (schema instanceof z.ZodRecord) yield* walk(schema.valueType as z.ZodType, join(path, '*'), suffix);
  else if (schema instanceof z.ZodUnion) for (const part of schema.options as readonly z.ZodType[]) yield* walk(part, path, suffix);
  else yield { path, kind: `${kindOf(schema)}${suffix}` };
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function kindOf(schema: z.ZodType): string {
  if (schema instanceof z.ZodEnum) return schema.options.map((one) => `\`${one}\``).join(', ');
  if (schema instanceof z.ZodLiteral) return [...schema.values].map((one) => `\`${String(one)}\``).join(', ');
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return 'text';
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodBoolean) return 'true or false';
  if (schema instanceof z.ZodNull) return 'null';
  if (schema instanceof z.ZodCustom) return 'bytes';
  throw new TypeError(`Nobody knows how to describe a ${schema.type}.`);
}
