import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commandNames, loadAllCommands } from '../../../electron/cli/all-commands.ts';
import { jsonOf } from '../../../electron/cli/json.ts';
import { summaryOf } from '../../../electron/cli/words.ts';
import { coreContract } from '../../../shared/contract/index.ts';
import { instant } from '../../../shared/model/identifier.ts';
import { ledgerBody, ledgerDetail } from '../../../shared/model/ledger.ts';
import { fieldsOf } from '../../support/schema-fields.ts';

const AT = Date.UTC(2031, 4, 14, 21, 40);
const TEXT = '2031-05-14T21:40:00.000Z';

describe('the JSON of a command', () => {
  it.each([
    ['itself', instant, AT, TEXT],
    ['before 1970', instant, -1, '1969-12-31T23:59:59.999Z'],
    ['nullable', instant.nullable(), AT, TEXT],
    ['nullable and null', instant.nullable(), null, null],
    ['in an object', z.object({ at: instant, count: z.int() }).readonly(), { at: AT, count: AT }, { at: TEXT, count: AT }],
    ['left out', z.object({ at: instant.optional() }), { at: undefined }, {}],
    ['in a list', z.array(instant), [AT, AT], [TEXT, TEXT]],
    ['in a pair', z.tuple([z.int(), instant]), [1, AT], [1, TEXT]],
    ['by name', z.record(z.string(), instant), { a: AT }, { a: TEXT }],
    ['in one of several shapes', z.union([z.object({ a: z.string() }), z.object({ b: instant })]), { b: AT }, { b: TEXT }],
    [
      'among the facts of an act',
      ledgerDetail,
      { modifiedAt: AT, 'changedAt.before': AT, 'learned.latest': AT, bytes: AT },
      { modifiedAt: TEXT, 'changedAt.before': TEXT, 'learned.latest': TEXT, bytes: AT },
    ],
  ])('prints an instant as text: %s', (_name, schema: z.ZodType, value, expected) => {
    expect(jsonOf(schema, value)).toEqual(expected);
  });

  it('leaves out what is not declared, and keeps the order of the rest', () => {
    const printed = jsonOf(z.object({ a: z.string(), b: z.string() }), { b: '1', secret: 'x', a: '2' });
    expect(JSON.stringify(printed)).toBe('{"b":"1","a":"2"}');
  });

  it('refuses what nobody declared how to print, rather than printing it as it is', () => {
    expect(() => jsonOf(z.unknown(), 1)).toThrow('Nobody knows how to print');
    expect(() => jsonOf(z.union([z.object({ a: z.string() }), z.object({ b: instant })]), { b: '' })).toThrow('does not declare');
  });
});

/** Names that say that their number is a point in time; a phrase stands at a place in its quote. */
const NAMED_LIKE_AN_INSTANT = /^(?!phraseAt$)(?:at|.*At|earliest|latest|validFrom|validTo|recordEnds)$/;

describe('instants in the contract', () => {
  it.each(Object.entries(coreContract).map(([name, { output }]) => [name, output] as const))(
    'of %s are declared as such wherever a number is named like one',
    (_name, output) => {
      const wrong = fieldsOf(output).filter(
        ({ path, kind }) => kind.startsWith('number') && NAMED_LIKE_AN_INSTANT.test(path.split('.').at(-1)?.replaceAll('[]', '') ?? ''),
      );
      expect(wrong).toEqual([]);
    },
  );

  it('would be noticed if one were declared as a plain number', () => {
    const schema = ledgerBody.extend({ at: z.int() });
    expect(fieldsOf(schema)).toContainEqual({ path: 'at', kind: 'number' });
    expect(fieldsOf(ledgerBody)).toContainEqual({ path: 'at', kind: 'instant' });
  });
});

describe('all commands', () => {
  it('stand where they are listed, each with a summary', async () => {
    const commands = await loadAllCommands();
    expect(commands.map(({ name }) => name)).toEqual(commandNames);
    for (const name of commandNames) expect(summaryOf(name)).not.toBe('');
  });

  it('declare outputs that can be printed', async () => {
    for (const { name, output } of await loadAllCommands()) {
      expect(fieldsOf(output).length, name).toBeGreaterThan(0);
      // Every part of it is understood before the first value is looked at.
      const ready = (): unknown => jsonOf(z.union([output, z.literal('nothing yet')]), 'nothing yet');
      expect(ready, name).not.toThrow();
    }
  });
});
