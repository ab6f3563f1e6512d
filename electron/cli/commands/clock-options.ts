import type { Input } from '../../../shared/contract/index.ts';
import type { ClockStatus } from '../../../shared/contract/clock.ts';
import type { Case } from '../../../shared/model/case.ts';
import { clockKind, setting } from '../../../shared/model/clock.ts';
import { type CommandContext, CommandError, type OptionSpec, UsageError } from '../command.ts';
import { language, word } from '../words.ts';

/** What a clock is set to, as options; `none` takes back a zone, a change or a limit that was stated before. */
export const settingOptions: Readonly<Record<string, OptionSpec>> = {
  kind: { value: 'KIND', help: word('option.clock.kind'), choices: clockKind.options },
  make: { value: 'T', help: word('option.clock.make') },
  model: { value: 'T', help: word('option.clock.model') },
  serial: { value: 'T', help: word('option.clock.serial') },
  zone: { value: 'Z', help: word('option.clock.zone') },
  'daylight-saving': { value: 'SETTING', help: word('option.clock.daylight-saving'), choices: setting.options },
  ntp: { value: 'SETTING', help: word('option.clock.ntp'), choices: setting.options },
  'stores-utc': { value: 'SETTING', help: word('option.clock.stores-utc'), choices: setting.options },
  changed: { value: 'WHEN', help: word('option.clock.changed') },
  'drift-allowance': { value: 'SECONDS', help: word('option.clock.drift-allowance') },
  limit: { value: 'SECONDS', help: word('option.clock.limit') },
  'limit-reason': { value: 'T', help: word('option.clock.limit-reason') },
  note: { value: 'T', help: word('option.clock.note') },
};

export const clockName: OptionSpec = { value: 'NAME', help: word('option.clock'), required: true };

const NONE = 'none';

/** Only what was given. */
export function readSettingOptions(context: CommandContext): Omit<Partial<Input<'clock.change'>>, 'clockId' | 'reason' | 'language'> {
  const { option } = context;
  const given = {
    kind: option('kind'),
    make: option('make'),
    model: option('model'),
    serial: option('serial'),
    zone: option('zone') === NONE ? null : option('zone'),
    daylightSaving: option('daylight-saving'),
    networkTime: option('ntp'),
    storesUtc: option('stores-utc'),
    changed: option('changed') === NONE ? '' : option('changed'),
    driftAllowance: secondsOf(context, 'drift-allowance'),
    limit: option('limit') === NONE ? null : secondsOf(context, 'limit'),
    limitReason: option('limit-reason'),
    note: option('note'),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** An option in seconds, in whole milliseconds. Throws UsageError for anything but a number, 0 or more. */
export function secondsOf({ option }: CommandContext, name: string): number | undefined {
  const text = option(name);
  if (text === undefined) return undefined;
  if (!/^\d{1,12}(?:\.\d{1,3})?$/.test(text)) throw new UsageError(word('problem.seconds', { name: `--${name}`, text }));
  return Math.round(Number(text) * 1000);
}

/** The clock of the option --clock, by its name. */
export async function findClock({ ask }: CommandContext, { id, reference }: Case, name: string): Promise<ClockStatus> {
  const clocks = await ask('clock.list', { caseId: id, language });
  const found = clocks.find(({ clock }) => clock.name === name || clock.id === name);
  if (!found) throw new CommandError('clock.not-found', word('problem.clock-unknown', { name, reference }));
  return found;
}
