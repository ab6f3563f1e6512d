import { z } from 'zod';
import { facts, type Facts } from '../../shared/model/fact.ts';
import { findingNotes } from '../../shared/model/exhibit.ts';
import { instant } from '../../shared/model/identifier.ts';
import { isInstantFact, ledgerDetail } from '../../shared/model/ledger.ts';
import { describeBasis } from '../../shared/time/index.ts';
import { describeNotes } from '../../shared/words/notes.ts';
import { language } from './words.ts';

/**
 * What a command answers under --json, driven by the output it declares: what it does not declare is left out, and whatever is
 * declared an instant is printed as RFC 3339 text in UTC, so that no command can forget one.
 */
export function jsonOf(schema: z.ZodType, value: unknown): unknown {
  return printer(schema)(value);
}

type Print = (value: unknown) => unknown;

const known = new WeakMap<z.ZodType, Print>();

function printer(schema: z.ZodType): Print {
  const found = known.get(schema) ?? makePrinter(schema);
  known.set(schema, found);
  return found;
}

function makePrinter(schema: z.ZodType): Print {
  if (schema === instant) return instantText;
  if (schema === ledgerDetail) return printFacts;
  if (schema === findingNotes) return (value) => describeNotes(value as Facts, language);
  if (schema === facts) return (value) => describeBasis(value as Facts, language);
  const inner = wrapped(schema);
  if (inner) {
    const print = printer(inner);
    return (value) => (value === null || value === undefined ? value : print(value));
  }
  if (schema instanceof z.ZodObject) return objectPrinter(schema.shape);
  if (schema instanceof z.ZodArray) return listPrinter(printer(schema.element as z.ZodType));
  if (schema instanceof z.ZodTuple) {
    const parts = (schema.def.items as readonly z.ZodType[]).map(printer);
    return (value) => (value as readonly unknown[]).map((one, index) => parts[index]?.(one));
  }
  if (schema instanceof z.ZodRecord) {
    const print = printer(schema.valueType as z.ZodType);
    return (value) => Object.fromEntries(Object.entries(value as object).map(([name, one]) => [name, print(one)]));
  }
  if (schema instanceof z.ZodUnion) return unionPrinter(schema.options as readonly z.ZodType[]);
  if (PLAIN.some((plain) => schema instanceof plain)) return (value) => value;
  throw new TypeError(`Nobody knows how to print a ${schema.type}.`);
}

function instantText(value: unknown): string {
  return new Date(value as number).toISOString();
}

function printFacts(value: unknown): unknown {
  return Object.fromEntries(
    Object.entries(value as object).map(([name, fact]) => [
      name,
      typeof fact === 'number' && isInstantFact(name) ? instantText(fact) : fact,
    ]),
  );
}

/** What stands for itself in JSON. */
const PLAIN = [z.ZodString, z.ZodStringFormat, z.ZodNumber, z.ZodBoolean, z.ZodNull, z.ZodEnum, z.ZodLiteral];

function wrapped(schema: z.ZodType): z.ZodType | undefined {
  if (
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodReadonly ||
    schema instanceof z.ZodDefault
  )
    return schema.unwrap() as z.ZodType;
  return undefined;
}

/** In the order of the value, which is the order a person wrote. */
function objectPrinter(shape: Readonly<Record<string, z.ZodType>>): Print {
  const parts = new Map(Object.entries(shape).map(([name, part]) => [name, printer(part)]));
  return (value) =>
    Object.fromEntries(
      Object.entries(value as object).flatMap(([name, one]) => {
        const print = parts.get(name);
        return print === undefined || one === undefined ? [] : [[name, print(one)]];
      }),
    );
}

function listPrinter(print: Print): Print {
  return (value) => (value as readonly unknown[]).map(print);
}

function unionPrinter(options: readonly z.ZodType[]): Print {
  const parts = options.map((option) => ({ option, print: printer(option) }));
  return (value) => {
    const fitting = parts.find(({ option }) => option.safeParse(value).success);
    if (!fitting) throw new TypeError('A command answered what it does not declare.');
    return fitting.print(value);
  };
}
