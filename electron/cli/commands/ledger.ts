import { ledgerContract } from '../../../shared/contract/ledger.ts';
import type { Chain } from '../../../shared/model/ledger.ts';
import { localZone } from '../../../shared/time/index.ts';
import { type Command, UsageError, defineCommand } from '../command.ts';
import { ledgerTable } from './evidence.ts';
import { opening, vaultFolder } from '../options.ts';
import { word } from '../words.ts';

const list = defineCommand({
  name: 'ledger list',
  arguments: [vaultFolder],
  options: {
    chain: { value: 'CHAIN', help: word('option.chain'), choices: ['custody', 'audit'] },
    case: { value: 'R', help: word('option.case') },
    limit: { value: 'N', help: word('option.limit') },
    ...opening,
  },
  output: ledgerContract['ledger.list'].output,
  async run({ openVault, ask, option }) {
    const limit = readLimit(option('limit') ?? '200');
    await openVault();
    const reference = option('case');
    const found = reference === undefined ? undefined : await ask('case.find', { reference });
    const page = await ask('ledger.list', {
      chain: (option('chain') ?? 'custody') as Chain,
      limit,
      ...(found ? { caseId: found.id } : {}),
    });
    return { json: page, text: page.entries.length === 0 ? word('none') : ledgerTable(page.entries, found?.zone ?? localZone()) };
  },
});

const verify = defineCommand({
  name: 'ledger verify',
  arguments: [vaultFolder],
  options: opening,
  output: ledgerContract['ledger.verify'].output,
  async run({ openVault, ask }) {
    await openVault();
    const found = await ask('ledger.verify', {});
    if (found.sound) return { json: found, text: word('done.ledger-sound', { entries: found.entries }) };
    return {
      json: found,
      text: found.problems.join('\n'),
      problem: { code: 'ledger.unsound', sentence: word('problem.ledger-unsound', { problems: found.problems.join('; ') }) },
    };
  },
});

export const ledgerCommands: readonly Command[] = [list, verify];

function readLimit(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw new UsageError(word('problem.option-number', { name: '--limit', least: 1, most: 1000 }));
  return limit;
}
