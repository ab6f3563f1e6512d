import type { Option } from './Field.tsx';

/** Every zone of the platform's tz database with its offset at `at`; found by continent, city or offset. The chosen one is always in it. */
export function listZones(at: number, chosen: string | null): readonly Option<string>[] {
  const names = new Set(Intl.supportedValuesOf('timeZone'));
  if (chosen) names.add(chosen);
  return [...names, ...(names.has('UTC') ? [] : ['UTC'])].map((name) => ({ key: name, label: name, detail: offsetOf(name, at) }));
}

function offsetOf(zone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value.replace('GMT', 'UTC') ?? '';
}
