import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** The calls a file of the vault's folder is made, proven and named by. */
const CALLS = [
  'openSync',
  'writeSync',
  'fsyncSync',
  'readSync',
  'closeSync',
  'renameSync',
  'rmSync',
  'mkdirSync',
  'readFileSync',
  'linkSync',
] as const;

export const faultKinds = ['EIO', 'ENOSPC', 'short'] as const;
export type FaultKind = (typeof faultKinds)[number];

/** What each way of going wrong can befall: reading needs no room, and only reading and writing can be short. */
const BEFALLS: Readonly<Record<FaultKind, RegExp>> = {
  EIO: /./,
  ENOSPC: /^(?:open|write|fsync|rename|mkdir|link)/,
  short: /^(?:write|read)Sync/,
};

export function befalls(kind: FaultKind, call: string): boolean {
  return BEFALLS[kind].test(call);
}

type Call = (...given: unknown[]) => unknown;
const files = fs as unknown as Record<(typeof CALLS)[number], Call>;

export interface Faults {
  /** The calls there were since the beginning or the last `arm`, by name. */
  readonly calls: readonly string[];
  /** What the failing call was, once it came. */
  readonly struck: string | undefined;
  /** Lets the call of this number fail, once: with an error, or by taking (or handing out) less than it was given. */
  arm(number: number, kind: FaultKind): void;
  disarm(): void;
  restore(): void;
}

/** Stands between Node's file system and everybody who calls it in this process: what a disk can answer on a bad day. */
export function injectFaults(): Faults {
  const real = Object.fromEntries(CALLS.map((name) => [name, files[name]])) as Record<(typeof CALLS)[number], Call>;
  let calls: string[] = [];
  let at = Number.POSITIVE_INFINITY;
  let kind: FaultKind = 'EIO';
  let struck: string | undefined;
  for (const name of CALLS) {
    files[name] = (...given) => {
      calls.push(name);
      if (calls.length !== at) return real[name](...given);
      struck = name;
      return kind === 'short' ? shortened(real[name], name, given) : failing(real[name], name, kind, given);
    };
  }
  syncBuiltinESMExports();
  return {
    get calls() {
      return calls;
    },
    get struck() {
      return struck;
    },
    arm(number, as) {
      calls = [];
      at = number;
      kind = as;
      struck = undefined;
    },
    disarm: () => void (at = Number.POSITIVE_INFINITY),
    restore() {
      Object.assign(files, real);
      syncBuiltinESMExports();
    },
  };
}

function failing(call: Call, name: string, code: string, given: unknown[]): never {
  // A descriptor is gone although closing it failed.
  if (name === 'closeSync') call(...given);
  throw Object.assign(new Error(`${code}: injected, ${name}`), { code, errno: -1, syscall: name.replace('Sync', '') });
}

/** Half of what was asked for, as a disk does that is nearly full, or a network drive on a slow day; other calls go their way. */
function shortened(call: Call, name: string, given: unknown[]): unknown {
  const [handle, bytes, offset, length, ...rest] = given;
  if ((name !== 'writeSync' && name !== 'readSync') || typeof length !== 'number' || length < 2) return call(...given);
  return call(handle, bytes, offset, Math.floor(length / 2), ...rest);
}
