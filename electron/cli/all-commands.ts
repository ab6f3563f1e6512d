import type { Command } from './command.ts';

/** A file of commands and what is in it, so that help needs none of them and a command only its own. */
interface Shelf {
  readonly names: readonly string[];
  load(): Promise<readonly Command[]>;
}

/** In the order of help. */
const shelves: readonly Shelf[] = [
  {
    names: [
      'vault create',
      'vault info',
      'vault check',
      'vault add-user',
      'vault change-passphrase',
      'vault recover',
      'vault import-certificate',
    ],
    load: async () => (await import('./commands/vault.ts')).vaultCommands,
  },
  { names: ['case create', 'case list'], load: async () => (await import('./commands/case.ts')).caseCommands },
  { names: ['party add', 'party list'], load: async () => (await import('./commands/party.ts')).partyCommands },
  {
    names: [
      'evidence import',
      'evidence list',
      'evidence show',
      'evidence date',
      'evidence export',
      'evidence verify',
      'evidence quarantine',
      'evidence take-in',
    ],
    load: async () => (await import('./commands/evidence.ts')).evidenceCommands,
  },
  {
    names: ['clock add', 'clock change', 'clock read', 'clock withdraw', 'clock list', 'clock history', 'clock window'],
    load: async () => (await import('./commands/clock.ts')).clockCommands,
  },
  { names: ['event add', 'event list', 'event suggest'], load: async () => (await import('./commands/event.ts')).eventCommands },
  { names: ['event import'], load: async () => (await import('./commands/event-import.ts')).eventImportCommands },
  { names: ['event export'], load: async () => (await import('./commands/event-export.ts')).eventExportCommands },
  { names: ['event order'], load: async () => (await import('./commands/event-order.ts')).eventOrderCommands },
  { names: ['timeline query'], load: async () => (await import('./commands/timeline.ts')).timelineCommands },
  { names: ['release case-file', 'release list'], load: async () => (await import('./commands/release.ts')).releaseCommands },
  { names: ['ledger list', 'ledger verify'], load: async () => (await import('./commands/ledger.ts')).ledgerCommands },
  { names: ['verify'], load: async () => [(await import('./commands/verify.ts')).verifyCommand] },
  { names: ['demo'], load: async () => [(await import('./commands/demo.ts')).demoCommand] },
];

export const commandNames: readonly string[] = shelves.flatMap(({ names }) => names);

/** Loads the command of that name, and those that stand in the same file. */
export async function loadCommand(name: string): Promise<Command> {
  const shelf = shelves.find(({ names }) => names.includes(name));
  const found = (await shelf?.load())?.find((one) => one.name === name);
  if (!found) throw new Error(`the command ${name} does not stand where it is listed`);
  return found;
}

export async function loadAllCommands(): Promise<readonly Command[]> {
  return (await Promise.all(shelves.map((shelf) => shelf.load()))).flat();
}
