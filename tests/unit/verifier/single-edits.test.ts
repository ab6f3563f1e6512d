import { beforeAll, describe, expect, test } from 'vitest';
import { verifyCaseFile } from '../../../electron/core/verifier/verify-case-file.ts';
import type { Attack, Given } from '../../support/attacks/attack.ts';
import { inLine, inManifest, readAttached } from '../../support/attacks/contents.ts';
import { honestFile } from '../../support/attacks/honest-file.ts';

type Path = readonly (string | number)[];

let given: Given;
beforeAll(async () => {
  given = await honestFile();
}, 60_000);

/** What the file can only state: the verdict compares none of it with anything else in the file, and calls it the signer's claim. */
const stated = [/^tool$/, /^gate\.\d+\.(detail|outcome)$/, /^release\.locale$/];

describe('one field of a file that is signed anew', () => {
  test('of the manifest cannot be another one, taken away or added to unless it is merely stated', async () => {
    const manifest: unknown = JSON.parse(readAttached(given.model, 'manifest.json'));
    const passed = await notRefused(leavesOf(manifest), (path, by) => inManifest((one) => by(one as never, path)));
    expect(passed.filter((path) => !stated.some((form) => form.test(path)))).toEqual([]);
  }, 240_000);

  test('of a line of the ledger cannot be another one, taken away or added to', async () => {
    const lines = readAttached(given.model, 'ledger.jsonl').split('\n').slice(0, -1);
    for (const index of [0, Math.floor(lines.length / 2), lines.length - 1]) {
      const passed = await notRefused(leavesOf(JSON.parse(lines[index] as string)), (path, by) =>
        inLine(index, (line) => by(line as never, path)),
      );
      expect(passed, `line ${index + 1}`).toEqual([]);
    }
  }, 240_000);
});

/** The paths at which some edit was not refused. */
async function notRefused(
  paths: readonly Path[],
  attack: (path: Path, by: (value: object, path: Path) => void) => Attack['build'],
): Promise<readonly string[]> {
  const passed = new Set<string>();
  for (const path of paths)
    for (const edit of [change, remove, add]) {
      const { checks } = await verifyCaseFile(await attack(path, edit)(given));
      if (checks.every(({ outcome }) => outcome !== 'failed')) passed.add(path.join('.'));
    }
  return [...passed];
}

function leavesOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([name, inner]) => leavesOf(inner, [...path, name]));
}

const holderOf = (value: object, path: Path): Record<string | number, unknown> =>
  path.slice(0, -1).reduce((holder, name) => (holder as Record<string | number, unknown>)[name] as object, value) as Record<
    string | number,
    unknown
  >;

function change(value: object, path: Path): void {
  const [holder, name] = [holderOf(value, path), path.at(-1) as string];
  const before = holder[name];
  // The signature states its time in whole seconds, and is compared to the second.
  if (typeof before === 'number') holder[name] = before + (name === 'at' ? 1000 : 1);
  else if (typeof before === 'string') holder[name] = other(before);
  else holder[name] = before === null ? '' : !before;
}

/** Of the same kind, so that it is not refused for its shape alone. */
function other(text: string): string {
  const words = [
    ['passed', 'warning'],
    ['en', 'zh-CN'],
    ['custody', 'audit'],
    ['pages', 'attachment'],
  ];
  const pair = words.find((two) => two.includes(text));
  if (pair) return (pair[0] === text ? pair[1] : pair[0]) as string;
  const last = text.at(-1);
  return /^[0-9a-f-]{36,}$/.test(text)
    ? `${text.slice(0, -1)}${last === '0' ? '1' : '0'}`
    : `${text.slice(0, -1)}${last === 'x' ? 'y' : 'x'}`;
}

function remove(value: object, path: Path): void {
  const [holder, name] = [holderOf(value, path), path.at(-1) as string];
  if (Array.isArray(holder)) holder.splice(Number(name), 1);
  else delete holder[name];
}

function add(value: object, path: Path): void {
  const holder = holderOf(value, path);
  if (Array.isArray(holder)) holder.push(holder[0]);
  else holder['more'] = 'x';
}
