import { type Words, words } from '../../../shared/locales/words.ts';
import type { Say } from '../../ui/words.ts';

type ActName = keyof Words extends infer Key ? (Key extends `act.${string}` ? Key : never) : never;

/** An act of the ledger in plain words; one that the catalogue does not know is shown as it was recorded. */
export function describeAct(act: string, say: Say<'ledger'>): string {
  const name = `act.${act}`;
  return name in words.en ? say(name as ActName) : act;
}
