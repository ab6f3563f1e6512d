import type { z } from 'zod';
import type { CoreName, Input, Output } from '../../shared/contract/index.ts';
import type { Case } from '../../shared/model/case.ts';
import type { FailureCode } from '../../shared/result.ts';

/** One command as it is typed: `casewright vault create DIR --user NAME`. Its summary is the word of its own name. */
export interface Command<S extends z.ZodType = z.ZodType> {
  /** `vault create`, or one word for a command without a group. */
  readonly name: string;
  readonly arguments?: readonly ArgumentSpec[];
  readonly options?: Readonly<Record<string, OptionSpec>>;
  /** What it prints under --json: nothing leaves that is not declared here, and every instant in it leaves as RFC 3339 text. */
  readonly output: S;
  run(context: CommandContext): Promise<Outcome<z.output<S>>>;
}

/** Holds a command to the output it declares. */
export function defineCommand<S extends z.ZodType>(command: Command<S>): Command {
  return command;
}

export interface ArgumentSpec {
  readonly name: string;
  readonly help: string;
  readonly optional?: boolean;
  /** Takes one or more. */
  readonly many?: boolean;
  /** An option by which it may be given instead of by its place. */
  readonly option?: string;
}

export interface OptionSpec {
  /** The value's name in the usage line; without one the option is a switch. */
  readonly value?: string;
  readonly help: string;
  readonly required?: boolean;
  readonly many?: boolean;
  readonly choices?: readonly string[];
}

/**
 * What a command found: for programs and for people. A `problem` makes the exit status 1, or the one it names, and is said on standard error; under
 * --json it stands beside what was found. A list that tells of each item what was wrong with it has no place for it, and needs none.
 */
export interface Outcome<T = unknown> {
  readonly json: T;
  readonly text: string;
  readonly problem?: Problem;
}

/** What went wrong without being a failure of the core, as a program tells it apart. Failures of the core have codes of their own. */
export const problemCodes = [
  'usage',
  'case.none',
  'clock.ambiguous',
  'clock.not-found',
  'clock.reading-not-found',
  'demo.vault-there',
  'evidence.altered',
  'evidence.quarantined-damaged',
  'evidence.import-empty',
  'evidence.import-failed',
  'interrupted',
  'ledger.unsound',
  'party.ambiguous',
  'party.not-found',
  'secret.differs',
  'secret.empty',
  'secret.unreadable',
  'vault.unsound',
  'verify.altered',
  'verify.undecided',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export interface Problem {
  /** One of ours, or the one the core gave, also where it came after the command had done its work: when closing the vault. */
  readonly code: ProblemCode | FailureCode;
  readonly sentence: string;
  /** 1 unless it says otherwise. */
  readonly status?: 1 | 2;
}

export interface CommandContext {
  /** An argument by its place; the ones of a `many` argument are in `rest`. */
  argument(name: string): string;
  arguments(name: string): readonly string[];
  option(name: string): string | undefined;
  /** Values of an option that may be repeated, in their order. */
  values(name: string): readonly string[];
  switch(name: string): boolean;
  /** An option that must be there. */
  required(name: string): string;
  /** Absolute, from where the person stands. */
  path(text: string): string;
  /** Asks the core; a failure is thrown. Jobs report progress on standard error when it is a terminal. */
  ask<N extends CoreName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** Opens the vault of the argument DIR and answers its folder. */
  openVault(): Promise<string>;
  /** Opens the vault and answers the case of the option --case; without one, the vault's only case. */
  openCase(): Promise<Case>;
  /** A secret from its file option, its variable or a hidden prompt; asked for once, then remembered. */
  secret(name: SecretName): Promise<string>;
  /** A new secret: a prompt asks for it twice. */
  secretTwice(name: SecretName): Promise<string>;
  /** Writes a line for people to standard output at once; nothing under --json. */
  say(line: string): void;
  /** Writes a line to standard error: what the person must know and what is no failure. */
  notice(line: string): void;
}

export type SecretName = 'passphrase' | 'new-passphrase' | 'recovery-code' | 'certificate';

/** Wrong usage: said on standard error, exit status 2. */
export class UsageError extends Error {}

/** What went wrong without being a failure of the core: said on standard error, exit status 1. */
export class CommandError extends Error {
  readonly code: Problem['code'];

  /** The code is one of ours, or the one the core gave for a part of the work. */
  constructor(code: Problem['code'], sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.code = code;
  }
}
