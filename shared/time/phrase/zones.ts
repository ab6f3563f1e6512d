import { Refusal } from '../refusal.ts';
import { isZone } from '../zone.ts';
import { rule } from './rule.ts';
import type { Rule, Wording } from './wording.ts';

/** Cities whose time people name; any other is asked about. */
const CITIES: Readonly<Record<string, string>> = {
  beijing: 'Asia/Shanghai',
  shanghai: 'Asia/Shanghai',
  'hong kong': 'Asia/Hong_Kong',
  taipei: 'Asia/Taipei',
  singapore: 'Asia/Singapore',
  tokyo: 'Asia/Tokyo',
  london: 'Europe/London',
  paris: 'Europe/Paris',
  berlin: 'Europe/Berlin',
  'new york': 'America/New_York',
  'los angeles': 'America/Los_Angeles',
  sydney: 'Australia/Sydney',
  北京: 'Asia/Shanghai',
  香港: 'Asia/Hong_Kong',
  台北: 'Asia/Taipei',
  新加坡: 'Asia/Singapore',
  东京: 'Asia/Tokyo',
  伦敦: 'Europe/London',
  巴黎: 'Europe/Paris',
  柏林: 'Europe/Berlin',
  纽约: 'America/New_York',
  洛杉矶: 'America/Los_Angeles',
  悉尼: 'Australia/Sydney',
};

/** Behind a clock: a zone of the tz database, or letters that name more than one. */
export const ZONE_BEHIND =
  '(?: ?[(\\[]?(?<zone>(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z_]{2,20}(?:/[A-Za-z_]{2,20})?|[ECMP][SD]?T|AE[SD]T|BST|IST|JST|KST|HKT|SGT|CES?T|EES?T|MSK)\\b[)\\]]?)?';

const NAMES = Object.keys(CITIES);

export const ENGLISH_ZONE: Rule = rule(
  `\\(?(?<city>${NAMES.filter((name) => /[a-z]/.test(name)).join('|')}) time\\b\\)?`,
  ({ city = '' }) => ({
    says: { zone: CITIES[city.toLowerCase()] ?? city },
    strength: 0,
  }),
);

export const CHINESE_ZONE: Rule = rule(`(?<city>${NAMES.filter((name) => !/[a-z]/.test(name)).join('|')})时间`, ({ city = '' }) => ({
  says: { zone: CITIES[city] ?? city },
  strength: 0,
}));

/** The zone a wording names, or the one of the call. Throws a Refusal for letters that name more than one. */
export function zoneOf({ zone }: Wording, otherwise: string): string {
  if (zone === undefined) return otherwise;
  if (zone.includes('/') && !isZone(zone)) throw new Refusal('zoneUnknown', { zone });
  if (!isZone(zone) || !zone.includes('/')) throw new Refusal('zoneAmbiguous', { zone });
  return zone;
}
