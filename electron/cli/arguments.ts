import { parseArgs } from 'node:util';
import { type ArgumentSpec, type Command, type OptionSpec, UsageError } from './command.ts';
import { nearest } from './nearest.ts';
import { word } from './words.ts';

export interface ParsedArguments {
  readonly arguments: ReadonlyMap<string, readonly string[]>;
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** Options every command takes. */
export const commonOptions: Readonly<Record<string, OptionSpec>> = {
  json: { help: word('option.json') },
  help: { help: word('option.help') },
};

/** Reads a command's arguments. Throws UsageError with one sentence that says what is wrong, and what may have been meant. */
export function readArguments(command: Command, given: readonly string[]): ParsedArguments {
  const specs = { ...command.options, ...optionsForArguments(command), ...commonOptions };
  const { tokens } = parseArgs({
    args: [...given],
    options: Object.fromEntries(
      Object.entries(specs).map(([name, spec]) => [
        name,
        { type: spec.value === undefined ? 'boolean' : 'string', multiple: true, ...(name === 'help' ? { short: 'h' } : {}) } as const,
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const options = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(specs, token.name) ? specs[token.name] : undefined;
    if (!spec) throw unknownOption(token.name, token.rawName, Object.keys(specs));
    options.set(token.name, [...(options.get(token.name) ?? []), optionValue(token, spec)]);
    if (!spec.many && (options.get(token.name)?.length ?? 0) > 1)
      throw new UsageError(word('problem.option-twice', { name: token.rawName }));
  }
  if (options.has('help')) return { arguments: new Map(), options };
  for (const [name, spec] of Object.entries(specs))
    if (spec.required && !options.has(name)) throw new UsageError(word('problem.option-missing', { name: `--${name}` }));
  return { arguments: readPositionals(command, positionals, options), options };
}

/** What a command takes by its place and also by name. */
export function optionsForArguments({ arguments: taken = [] }: Command): Readonly<Record<string, OptionSpec>> {
  return Object.fromEntries(
    taken.flatMap(({ name, help, many = false, option }) => (option === undefined ? [] : [[option, { value: name, help, many }] as const])),
  );
}

/** `casewright vault create DIR --user NAME [--json]` */
export function usageLine(command: Command): string {
  const values = Object.entries(command.options ?? {}).map(([name, spec]) => {
    const text = spec.value === undefined ? `--${name}` : `--${name} ${spec.value}`;
    return spec.required ? text : `[${text}]${spec.many ? '…' : ''}`;
  });
  return ['casewright', command.name, ...(command.arguments ?? []).map(argumentText), ...values, '[--json]'].join(' ');
}

function argumentText({ name, optional, many }: ArgumentSpec): string {
  const text = `${name}${many ? '…' : ''}`;
  return optional ? `[${text}]` : text;
}

interface OptionToken {
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function optionValue({ rawName, value, inlineValue }: OptionToken, spec: OptionSpec): string {
  if (spec.value === undefined) {
    if (value !== undefined) throw new UsageError(word('problem.option-no-value', { name: rawName }));
    return 'true';
  }
  // `--case --json` forgot the value; a title may begin with hyphens, as long as it is more than the name of an option.
  const missing = value === undefined || (!inlineValue && /^--[a-z][a-z-]*(=|$)/.test(value));
  // An empty value is mostly a variable of the shell that was never set.
  if (missing || (spec.required && value.trim() === '')) throw new UsageError(word('problem.option-value', { name: rawName }));
  if (spec.choices && !spec.choices.includes(value))
    throw new UsageError(word('problem.option-choice', { name: rawName, choices: spec.choices.join(', ') }));
  return value;
}

function unknownOption(name: string, rawName: string, known: readonly string[]): UsageError {
  if (name === 'passphrase') return new UsageError(word('problem.passphrase-argument'));
  const near = nearest(name, known);
  return new UsageError(
    word('problem.option-unknown', {
      name: rawName,
      suggestion: near === undefined ? '' : word('problem.suggestion', { name: `--${near}` }),
    }),
  );
}

function readPositionals(
  command: Command,
  positionals: readonly string[],
  options: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const rest = [...positionals];
  for (const { name, optional, many, option } of command.arguments ?? []) {
    const named = option === undefined ? [] : (options.get(option) ?? []);
    const taken = many ? [...rest.splice(0), ...named] : named.length > 0 ? named : rest.splice(0, 1);
    if (taken.includes('')) throw new UsageError(word('problem.argument-empty', { name }));
    if (taken.length === 0 && !optional) throw new UsageError(word('problem.argument-missing', { name, line: usageLine(command) }));
    found.set(name, taken);
  }
  if (rest.length > 0) throw new UsageError(word('problem.argument-extra', { text: rest[0] as string, line: usageLine(command) }));
  return found;
}
