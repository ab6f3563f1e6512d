import process from 'node:process';
import { caseCommands } from './commands/case.ts';
import { clockCommands } from './commands/clock.ts';
import { type Command, UsageError } from './command.ts';
import { demoCommand } from './commands/demo.ts';
import { eventCommands } from './commands/event.ts';
import { eventExportCommands } from './commands/event-export.ts';
import { eventImportCommands } from './commands/event-import.ts';
import { eventOrderCommands } from './commands/event-order.ts';
import { evidenceCommands } from './commands/evidence.ts';
import { ledgerCommands } from './commands/ledger.ts';
import { nearest } from './nearest.ts';
import { partyCommands } from './commands/party.ts';
import { releaseCommands } from './commands/release.ts';
import { VERSION } from '../core/version.ts';
import { explain, runCommand, tell } from './run.ts';
import { timelineCommands } from './commands/timeline.ts';
import { vaultCommands } from './commands/vault.ts';
import { verifyCommand } from './commands/verify.ts';
import { type CliWord, word } from './words.ts';

const commands: readonly Command[] = [
  ...vaultCommands,
  ...caseCommands,
  ...partyCommands,
  ...evidenceCommands,
  ...clockCommands,
  ...eventCommands,
  ...eventImportCommands,
  ...eventExportCommands,
  ...eventOrderCommands,
  ...timelineCommands,
  ...releaseCommands,
  ...ledgerCommands,
  verifyCommand,
  demoCommand,
];

/** Runs what was typed and answers the exit status; says one sentence on standard error where it is not 0. */
export async function runCommandLine(given: readonly string[]): Promise<number> {
  try {
    return await run(given);
  } catch (error) {
    const { sentence, status } = explain(error);
    if (sentence !== '') tell(sentence);
    return status;
  }
}

async function run(given: readonly string[]): Promise<number> {
  const [first, second] = given;
  if (first === '--json' && second !== undefined) return await run(withJson(given.slice(1)));
  if (first === '--version') return showVersion();
  if (first === undefined || isHelp(first)) return first === undefined ? missing(topNames()) : showHelp('');
  const single = commands.find(({ name }) => name === first);
  if (single) return await runCommand(single, given.slice(1));
  const group = commands.filter(({ name }) => name.startsWith(`${first} `));
  if (group.length === 0) throw unknown(first, topNames());
  if (second !== undefined && isHelp(second)) return showHelp(first);
  const names = group.map(({ name }) => name.slice(first.length + 1));
  if (second === undefined || second.startsWith('-')) return missing(names);
  const command = group.find(({ name }) => name === `${first} ${second}`);
  if (!command)
    throw unknown(
      `${first} ${second}`,
      group.map(({ name }) => name),
    );
  return await runCommand(command, given.slice(2));
}

function isHelp(text: string): boolean {
  return text === '--help' || text === '-h' || text === 'help';
}

/** `casewright --json case list DIR` means what it says. */
function withJson(given: readonly string[]): readonly string[] {
  const at = given.findIndex((text) => text.startsWith('-'));
  return at < 0 ? [...given, '--json'] : [...given.slice(0, at), '--json', ...given.slice(at)];
}

function showVersion(): number {
  process.stdout.write(`casewright ${VERSION}\n`);
  return 0;
}

function topNames(): readonly string[] {
  return [...new Set(commands.map(({ name }) => name.split(' ')[0] as string))];
}

function missing(names: readonly string[]): never {
  throw new UsageError(word('problem.command-missing', { names: names.join(', ') }));
}

function unknown(name: string, known: readonly string[]): UsageError {
  const near = nearest(name, known);
  return new UsageError(
    word('problem.command-unknown', { name, suggestion: near === undefined ? '' : word('problem.suggestion', { name: near }) }),
  );
}

function showHelp(group: string): number {
  const shown = commands.filter(({ name }) => group === '' || name.startsWith(`${group} `));
  const width = Math.max(...shown.map(({ name }) => name.length));
  const heading = group === '' ? word('about') : word(`group.${group}` as CliWord);
  const lines = shown.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  const usage = word('usage', { line: group === '' ? word('usage.top') : word('usage.group', { group }) });
  process.stdout.write(
    `${[usage, heading, [word('help.commands'), ...lines].join('\n'), word('help.hint'), word('help.secrets')].join('\n\n')}\n`,
  );
  return 0;
}
