import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { z } from 'zod';

/** Two times of start-up may differ by this much where the system tells them only as seconds since then. */
const BOOT_TOLERANCE_SECONDS = 30;
/** A start of a machine that no other machine has, unlike a second of time. */
const BOOT_IDENTIFIER = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Enough about a process to tell later whether it is still the one that runs under that number. */
export const processIdentity = z.strictObject({
  host: z.string().max(256),
  /** Hash of the system's own identifier: two machines may share a name. Empty where the system has none. */
  machine: z.string().max(64),
  /** Which start of the machine: Linux's boot id, elsewhere the second of its start. */
  boot: z.string().max(64),
  /** Linux: containers count processes from one each; empty elsewhere. */
  space: z.string().max(64),
  pid: z.int().min(1),
  /** When the process started, in the system's own words; empty where it does not tell. */
  started: z.string().max(64),
});
export type ProcessIdentity = z.infer<typeof processIdentity>;

export function thisProcess(): ProcessIdentity {
  return {
    host: hostname(),
    machine: machineTag(),
    boot: bootTag(),
    space: processSpace(),
    pid: process.pid,
    started: startOf(process.pid),
  };
}

/**
 * `elsewhere`: it runs, or ran, where its life cannot be seen from here. A machine may be given another name while it runs; it is known
 * again by its identifier and by its start, of which no two machines share one.
 */
export function liveness(other: ProcessIdentity): 'alive' | 'dead' | 'elsewhere' {
  if (other.machine !== machineTag()) return 'elsewhere';
  const renamed = other.host !== hostname();
  if (!sameBoot(other.boot)) return renamed ? 'elsewhere' : 'dead';
  if (other.space !== processSpace()) return 'elsewhere';
  const present = runs(other.pid) && sameStart(other);
  if (present) return 'alive';
  return renamed && !BOOT_IDENTIFIER.test(other.boot) ? 'elsewhere' : 'dead';
}

/** Whether it is this very process. */
export function isThisProcess(other: ProcessIdentity): boolean {
  return other.pid === process.pid && liveness(other) === 'alive';
}

function sameStart(other: ProcessIdentity): boolean {
  const started = startOf(other.pid);
  return started === '' || other.started === '' || started === other.started;
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: somebody else's process, so there is one.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function machineTag(): string {
  const identifier = process.platform === 'linux' ? firstLine('/etc/machine-id') : '';
  // Hashed: the system asks programs not to show its identifier to others.
  return identifier === '' ? '' : createHash('sha256').update(`casewright/1/machine ${identifier}`).digest('hex').slice(0, 16);
}

function bootTag(): string {
  return firstLine('/proc/sys/kernel/random/boot_id') || bootSession() || String(Math.round(Date.now() / 1000 - uptime()));
}

/** macOS names every start; a process before this was asked told the second only, and is then compared by host name. */
function bootSession(): string {
  return process.platform === 'darwin' ? answerOf('/usr/sbin/sysctl', '-n', 'kern.bootsessionuuid') : '';
}

function sameBoot(other: string): boolean {
  const here = bootTag();
  if (other === here) return true;
  const seconds = [Number(other), Number(here)] as const;
  return seconds.every(Number.isFinite) && Math.abs(seconds[0] - seconds[1]) <= BOOT_TOLERANCE_SECONDS;
}

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

function startOf(pid: number): string {
  if (process.platform === 'linux') {
    // Field 22; the second field, the program's name, may itself hold spaces and brackets.
    const status = firstLine(`/proc/${pid}/stat`);
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  }
  return process.platform === 'darwin' ? answerOf('/bin/ps', '-o', 'lstart=', '-p', String(pid)) : '';
}

function answerOf(program: string, ...given: readonly string[]): string {
  try {
    return execFileSync(program, given, { encoding: 'utf8', env: { LC_ALL: 'C', TZ: 'UTC' } }).trim();
  } catch {
    return '';
  }
}

function firstLine(path: string): string {
  try {
    return readFileSync(path, 'utf8').split('\n')[0]?.trim() ?? '';
  } catch {
    return '';
  }
}
