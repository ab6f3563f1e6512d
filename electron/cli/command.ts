import type { CoreName, Input, Output } from '../../shared/contract/index.ts';
import type { Case } from '../../shared/model/case.ts';

/** One command as it is typed: `casewright vault create DIR --user NAME`. */
export interface Command {
  /** `vault create`, or one word for a command without a group. */
  readonly name: string;
  readonly summary: string;
  readonly arguments?: readonly ArgumentSpec[];
  readonly options?: Readonly<Record<string, OptionSpec>>;
  run(context: CommandContext): Promise<Outcome>;
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

/** What a command found: for programs and for people. A `problem` makes the exit status 1 and is said on standard error. */
export interface Outcome {
  readonly json: unknown;
  readonly text: string;
  readonly problem?: string;
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
export class CommandError extends Error {}
