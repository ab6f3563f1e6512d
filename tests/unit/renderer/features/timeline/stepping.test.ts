import { afterAll, beforeAll, expect, it } from 'vitest';
import { stepFrom } from '../../../../../renderer/features/timeline/stepping.ts';
import type { Lane } from '../../../../../shared/model/event.ts';
import type { CaseId } from '../../../../../shared/model/identifier.ts';
import { openTemplateVault, type TestVault } from '../../../../support/vault.ts';

const MINUTE = 60_000;
const START = Date.UTC(2031, 4, 14, 10);
const view = { from: START + 15 * MINUTE, to: START + 50 * MINUTE };

let vault: TestVault;
let caseId: CaseId;
const ids = new Map<string, string>();
const nameOf = (id: string | null) => [...ids].find(([, known]) => known === id)?.[0] ?? null;

beforeAll(async () => {
  vault = await openTemplateVault();
  ({ id: caseId } = await vault.ask('case.create', { reference: 'HR-2031-014', title: 'Business trip', zone: 'UTC' }));
  for (const [title, lane, minute] of [
    ['a', 'incident', 10],
    ['b', 'knowledge', 20],
    ['c', 'incident', 30],
    ['d', 'public', 40],
  ] as const satisfies readonly (readonly [string, Lane, number])[]) {
    const { id } = await vault.ask('event.add', { caseId, title, lane, when: `2031-05-14T10:${minute}:00` });
    ids.set(title, id);
  }
});
afterAll(() => vault.dispose());

async function step(from: string | null, kind: 'step' | 'lane', by: 1 | -1, more: { filter?: string; from?: number } = {}) {
  const { from: at = view.from, ...among } = more;
  const selected = from === null ? null : (ids.get(from) ?? null);
  return nameOf(await stepFrom(vault.ask, { caseId, ...among }, selected, { kind, by }, { from: at, to: view.to }));
}

it('begins with the first event in view, or the very first where the view lies behind all of them', async () => {
  expect(await step(null, 'step', 1)).toBe('b');
  expect(await step(null, 'step', 1, { from: START + 90 * MINUTE })).toBe('a');
});

it('goes from event to event and stays at both ends', async () => {
  expect(await step('b', 'step', 1)).toBe('c');
  expect(await step('d', 'step', 1)).toBe('d');
  expect(await step('a', 'step', -1)).toBe('a');
});

it('goes to the nearest event of the next lane that has one', async () => {
  expect(await step('c', 'lane', 1)).toBe('b');
  expect(await step('b', 'lane', 1)).toBe('d');
  expect(await step('d', 'lane', -1)).toBe('b');
});

it('passes over what the filter hides', async () => {
  expect(await step('a', 'step', 1, { filter: 'd' })).toBe('d');
});
