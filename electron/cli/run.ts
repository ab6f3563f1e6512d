import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import process from 'node:process';
import type { CoreName, Input, Output } from '../../shared/contract/index.ts';
import type { Case } from '../../shared/model/case.ts';
import type { JobId } from '../../shared/model/identifier.ts';
import { describeFailure, type Failure, FailureError } from '../../shared/result.ts';
import type { Core } from '../core/index.ts';
import { commonOptions, optionsForArguments, type ParsedArguments, readArguments, usageLine } from './arguments.ts';
import { type Command, type CommandContext, CommandError, type Outcome, type Problem, type SecretName, UsageError } from './command.ts';
import { showProgress } from './progress.ts';
import { readSecret, secretOption } from './secrets.ts';
import { print, printJson, tell } from './terminal.ts';
import { failureSentence, language, summaryOf, word } from './words.ts';

/** Runs one command and answers its exit status: 0 success, 1 failure, 2 wrong usage. */
export async function runCommand(command: Command, given: readonly string[]): Promise<number> {
  const parsed = readArguments(command, given);
  if (parsed.options.has('help')) {
    print(describeCommand(command));
    return 0;
  }
  const json = parsed.options.has('json');
  const opened = openContext(parsed, json);
  const outcome = await finished(command, opened);
  const { text, problem } = outcome;
  if (json) printJson(await printed(command, outcome));
  else if (text !== '') print(text);
  if (problem !== undefined) tell(problem.sentence);
  return problem === undefined ? 0 : (problem.status ?? 1);
}

/** What became of the command once the vault is closed: what was done is told although the closing failed, and so is that failure. */
async function finished(command: Command, opened: OpenedContext): Promise<Outcome> {
  let outcome: Outcome;
  try {
    outcome = await command.run(opened.context);
  } catch (error) {
    // Why the command failed is what is told, not what closing then met.
    await opened.close().catch(() => undefined);
    throw error;
  }
  try {
    await opened.close();
    return outcome;
  } catch (error) {
    const { code, sentence } = await explain(error);
    return { ...outcome, problem: outcome.problem ?? { code, sentence } };
  }
}

/** What was found and, where that is no list, the problem beside it. */
async function printed({ output }: Command, { json, problem }: Outcome): Promise<unknown> {
  const { jsonOf } = await import('./json.ts');
  const found = jsonOf(output, json);
  if (problem === undefined || Array.isArray(found)) return found;
  const { code, sentence } = problem;
  return { ...(found as object), code, sentence };
}

interface Explained {
  readonly code: Problem['code'];
  readonly sentence: string;
  readonly status: 1 | 2;
}

/** The code, the one sentence and the exit status for whatever a command threw. */
export async function explain(error: unknown): Promise<Explained> {
  if (error instanceof UsageError) return { code: 'usage', sentence: error.message, status: 2 };
  if (error instanceof CommandError) return { code: error.code, sentence: error.message, status: 1 };
  const reference = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const failure = error instanceof FailureError ? error.failure : describeFailure('unexpected', { reference });
  const { code } = failure;
  return { code, sentence: await failureSentence(failure), status: code === 'usage' || code === 'input.invalid' ? 2 : 1 };
}

function describeCommand(command: Command): string {
  const argumentsText = (command.arguments ?? []).map(({ name, help }) => [name, help] as const);
  const options = Object.entries({ ...command.options, ...optionsForArguments(command), ...commonOptions }).map(
    ([name, { value, help }]) => [value === undefined ? `--${name}` : `--${name} ${value}`, help] as const,
  );
  const width = Math.max(...[...argumentsText, ...options].map(([name]) => name.length));
  const lines = (rows: readonly (readonly [string, string])[]): string =>
    rows.map(([name, help]) => `  ${name.padEnd(width)}  ${help}`).join('\n');
  return [
    word('usage', { line: usageLine(command) }),
    summaryOf(command.name),
    ...(argumentsText.length > 0 ? [`${word('help.arguments')}\n${lines(argumentsText)}`] : []),
    `${word('help.options')}\n${lines(options)}`,
    word('help.secrets'),
  ].join('\n\n');
}

interface OpenedContext {
  readonly context: CommandContext;
  close(): Promise<void>;
}

function openContext({ arguments: positionals, options }: ParsedArguments, json: boolean): OpenedContext {
  let core: Core | undefined;
  let current: JobId | undefined;
  let stopping = false;
  const startCore = async (): Promise<Core> => {
    if (!core) {
      const { createCore } = await import('../core/index.ts');
      core = createCore({ log: tell });
      showProgress(core);
    }
    return core;
  };
  // The first Ctrl C asks the job to stop at a safe point; the second ends the process at once.
  const interrupt = (): void => {
    if (stopping || !core || !current) process.exit(1);
    stopping = true;
    void core.call('job.cancel', { jobId: current });
  };
  process.on('SIGINT', interrupt);
  const first = (name: string): string | undefined => options.get(name)?.[0];
  const secrets = new Map<SecretName, string>();
  const obtain = async (name: SecretName, twice: boolean): Promise<string> => {
    const file = first(secretOption(name));
    const secret = secrets.get(name) ?? (await readSecret(name, file === undefined ? undefined : context.path(file), twice));
    secrets.set(name, secret);
    return secret;
  };
  const context: CommandContext = {
    argument: (name) => positionals.get(name)?.[0] ?? '',
    arguments: (name) => positionals.get(name) ?? [],
    option: first,
    values: (name) => options.get(name) ?? [],
    switch: (name) => options.has(name),
    required(name) {
      const value = first(name);
      if (value === undefined) throw new UsageError(word('problem.option-missing', { name: `--${name}` }));
      return value;
    },
    path: (text) => resolve(standpoint(), text),
    async ask<N extends CoreName>(name: N, input: Input<N>): Promise<Output<N>> {
      const running = await startCore();
      current = randomUUID() as JobId;
      const answer = await running.call(name, input, { jobId: current });
      current = undefined;
      if (!answer.ok) throw failureError(answer.failure);
      return answer.value;
    },
    async openVault() {
      const folder = context.path(context.argument('DIR'));
      // What is wrong with the folder is said before anybody types a passphrase.
      const { users } = await context.ask('vault.users', { folder });
      const user = first('user');
      if (user === undefined && users.length > 1)
        throw new FailureError('vault.user-ambiguous', { users: users.map(({ name }) => name).join(', ') });
      const passphrase = await context.secret('passphrase');
      const goOn = first('go-on');
      const given = { ...(user === undefined ? {} : { user }), ...(goOn === undefined ? {} : { goOn }) };
      await tellFindings(await context.ask('vault.open', { folder, ...given, passphrase }));
      return folder;
    },
    async openCase(): Promise<Case> {
      await context.openVault();
      const reference = first('case');
      return reference === undefined ? await onlyCase(context) : await context.ask('case.find', { reference });
    },
    secret: (name) => obtain(name, false),
    secretTwice: (name) => obtain(name, true),
    say(text) {
      if (!json) print(text);
    },
    notice: tell,
  };
  return {
    context,
    async close() {
      process.off('SIGINT', interrupt);
      await core?.close();
    },
  };
}

/** Why the vault can only be read, and by which word a person who has read that goes on writing. */
async function tellFindings({ findings = [], goOn }: Output<'vault.open'>): Promise<void> {
  if (findings.length === 0) return;
  const sentences = await Promise.all(findings.map(({ code, values }) => failureSentence(describeFailure(code, values))));
  tell(word('notice.damage', { problem: joinSentences(sentences) }));
  if (goOn !== undefined) tell(word('notice.go-on', { pass: goOn }));
}

function joinSentences(sentences: readonly string[]): string {
  return sentences.join(language === 'zh-CN' ? '' : ' ');
}

async function onlyCase({ ask }: CommandContext): Promise<Case> {
  const [found, ...others] = (await ask('case.list', {})).map((one) => one.case);
  if (!found) throw new CommandError('case.none', word('problem.case-none'));
  if (others.length === 0) return found;
  const references = [found, ...others].map(({ reference }) => reference).join(', ');
  throw new UsageError(word('problem.case-which', { references }));
}

/** npm starts scripts in the top folder; the person's paths are meant from where the person stands. */
function standpoint(): string {
  return process.env.npm_lifecycle_event !== undefined && process.env.INIT_CWD ? process.env.INIT_CWD : process.cwd();
}

function failureError(failure: Failure): FailureError {
  return new FailureError(failure.code, failure.values);
}
