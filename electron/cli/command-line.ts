import { commandNames, loadCommand } from './all-commands.ts';
import { UsageError } from './command.ts';
import { nearest } from './nearest.ts';
import { explain, runCommand } from './run.ts';
import { print, printJson, tell } from './terminal.ts';
import { type CliWord, summaryOf, word } from './words.ts';

/**
 * Runs what was typed and answers the exit status; says one sentence on standard error where it is not 0, and under --json the
 * same on standard output with a code.
 */
export async function runCommandLine(given: readonly string[]): Promise<number> {
  try {
    return await run(given);
  } catch (error) {
    const { code, sentence, status } = await explain(error);
    if (given.includes('--json')) printJson({ code, sentence });
    if (sentence !== '') tell(sentence);
    return status;
  }
}

async function run(given: readonly string[]): Promise<number> {
  const [first, second] = given;
  if (first === '--json' && second !== undefined) return await run(withJson(given.slice(1)));
  if (first === '--version') return await showVersion();
  if (first === undefined || isHelp(first)) return first === undefined ? missing(topNames()) : showHelp('');
  if (commandNames.includes(first)) return await runCommand(await loadCommand(first), given.slice(1));
  const group = commandNames.filter((name) => name.startsWith(`${first} `));
  if (group.length === 0) throw unknown(first, topNames());
  if (second !== undefined && isHelp(second)) return showHelp(first);
  if (second === undefined || second.startsWith('-')) return missing(group.map((name) => name.slice(first.length + 1)));
  const name = `${first} ${second}`;
  if (!group.includes(name)) throw unknown(name, group);
  return await runCommand(await loadCommand(name), given.slice(2));
}

function isHelp(text: string): boolean {
  return text === '--help' || text === '-h' || text === 'help';
}

/** `casewright --json case list DIR` means what it says. */
function withJson(given: readonly string[]): readonly string[] {
  const at = given.findIndex((text) => text.startsWith('-'));
  return at < 0 ? [...given, '--json'] : [...given.slice(0, at), '--json', ...given.slice(at)];
}

async function showVersion(): Promise<number> {
  const { VERSION } = await import('../core/index.ts');
  print(`casewright ${VERSION}`);
  return 0;
}

function topNames(): readonly string[] {
  return [...new Set(commandNames.map((name) => name.split(' ')[0] as string))];
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
  const shown = commandNames.filter((name) => group === '' || name.startsWith(`${group} `));
  const width = Math.max(...shown.map((name) => name.length));
  const heading = group === '' ? word('about') : word(`group.${group}` as CliWord);
  const lines = shown.map((name) => `  ${name.padEnd(width)}  ${summaryOf(name)}`);
  const usage = word('usage', { line: group === '' ? word('usage.top') : word('usage.group', { group }) });
  print([usage, heading, [word('help.commands'), ...lines].join('\n'), word('help.hint'), word('help.secrets')].join('\n\n'));
  return 0;
}
