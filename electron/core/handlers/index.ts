import type { Conversation } from '../../../shared/contract/conversation.ts';
import type { HandlerContext, Handlers } from './handler.ts';
import type { Others } from './sample.ts';

type AnyHandler = (context: HandlerContext, input: unknown) => unknown;

/** What is asked in a room of the core, and who answers. Each is loaded when it is first asked: a verdict needs no timeline. */
export interface Room {
  readonly contract: Readonly<Record<string, Conversation>>;
  readonly handlers: Readonly<Record<string, AnyHandler>>;
}

type LoadRoom = () => Promise<Room>;

/** Every conversation of the contract has its handler. */
function room<C extends Record<string, Conversation>>(contract: C, handlers: Handlers<C>): Room {
  return { contract, handlers: handlers as unknown as Room['handlers'] };
}

const vault: LoadRoom = async () =>
  room((await import('../../../shared/contract/vault.ts')).vaultContract, (await import('./vault.ts')).vaultHandlers);
const cases: LoadRoom = async () =>
  room((await import('../../../shared/contract/case.ts')).caseContract, (await import('./case.ts')).caseHandlers);
const party: LoadRoom = async () =>
  room((await import('../../../shared/contract/party.ts')).partyContract, (await import('./party.ts')).partyHandlers);
const exhibit: LoadRoom = async () =>
  room((await import('../../../shared/contract/exhibit.ts')).exhibitContract, (await import('./exhibit.ts')).exhibitHandlers);
const event: LoadRoom = async () =>
  room((await import('../../../shared/contract/event.ts')).eventContract, (await import('./event.ts')).eventHandlers);
const allegation: LoadRoom = async () =>
  room((await import('../../../shared/contract/allegation.ts')).allegationContract, (await import('./allegation.ts')).allegationHandlers);
const clock: LoadRoom = async () =>
  room((await import('../../../shared/contract/clock.ts')).clockContract, (await import('./clock.ts')).clockHandlers);
const suggestion: LoadRoom = async () =>
  room((await import('../../../shared/contract/suggestion.ts')).suggestionContract, (await import('./suggestion.ts')).suggestionHandlers);
const timeline: LoadRoom = async () =>
  room((await import('../../../shared/contract/timeline.ts')).timelineContract, (await import('./timeline.ts')).timelineHandlers);
const timelineExport: LoadRoom = async () =>
  room(
    (await import('../../../shared/contract/timeline-export.ts')).timelineExportContract,
    (await import('./timeline-export.ts')).timelineExportHandlers,
  );
const question: LoadRoom = async () =>
  room((await import('../../../shared/contract/question.ts')).questionContract, (await import('./question.ts')).questionHandlers);
const quarantine: LoadRoom = async () =>
  room((await import('../../../shared/contract/quarantine.ts')).quarantineContract, (await import('./quarantine.ts')).quarantineHandlers);
const ledger: LoadRoom = async () =>
  room((await import('../../../shared/contract/ledger.ts')).ledgerContract, (await import('./ledger.ts')).ledgerHandlers);
const log: LoadRoom = async () =>
  room((await import('../../../shared/contract/log.ts')).logContract, (await import('./log.ts')).logHandlers);
const release: LoadRoom = async () =>
  room((await import('../../../shared/contract/release.ts')).releaseContract, (await import('./release.ts')).releaseHandlers);
const job: LoadRoom = async () =>
  room((await import('../../../shared/contract/job.ts')).jobContract, (await import('./job.ts')).jobHandlers);

/** The sample story is told through everybody's conversations. */
const sample: LoadRoom = async () => {
  const others = [
    vault,
    cases,
    party,
    exhibit,
    event,
    allegation,
    clock,
    suggestion,
    timeline,
    timelineExport,
    question,
    quarantine,
    ledger,
    log,
    release,
    job,
  ];
  const { handlers } = merge(await Promise.all(others.map((load) => load())));
  return room(
    (await import('../../../shared/contract/sample.ts')).sampleContract,
    (await import('./sample.ts')).sampleHandlers(handlers as unknown as Others),
  );
};

/** By what the names of their conversations begin with. */
const rooms: Readonly<Record<string, readonly LoadRoom[]>> = {
  vault: [vault],
  case: [cases],
  party: [party],
  exhibit: [exhibit],
  event: [event, question],
  moment: [event],
  allegation: [allegation],
  clock: [clock],
  suggestion: [suggestion],
  timeline: [timeline, timelineExport, question],
  'order-claim': [question],
  quarantine: [quarantine],
  ledger: [ledger],
  log: [log],
  release: [release],
  sample: [sample],
  job: [job],
};

const loaded = new Map<string, Room>();

/** Where a conversation of that name would be held, if that is loaded already. */
export function loadedRoom(name: string): Room | undefined {
  return loaded.get(roomName(name));
}

/** Undefined where no conversation has such a name. */
export async function loadRoom(name: string): Promise<Room | undefined> {
  const known = roomName(name);
  const parts = Object.hasOwn(rooms, known) ? rooms[known] : undefined;
  if (!parts) return undefined;
  const whole = merge(await Promise.all(parts.map((load) => load())));
  loaded.set(known, whole);
  return whole;
}

function merge(parts: readonly Room[]): Room {
  return {
    contract: Object.assign({}, ...parts.map(({ contract }) => contract)),
    handlers: Object.assign({}, ...parts.map(({ handlers }) => handlers)),
  };
}

function roomName(name: string): string {
  return String(name).split('.', 1)[0] as string;
}
