/** ISO 32000-2, 7.9.4: `D:20310602091503Z` and `D:20310602091503+08'00'` as ISO 8601; empty for anything else. */
export function readableTime(stated: string): string {
  const match =
    /^D:(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)(?:Z|(?<hours>[+-]\d\d)'?(?<minutes>\d\d)?'?)?/.exec(
      stated,
    );
  if (!match?.groups) return '';
  const { year = '', month = '', day = '', hour = '', minute = '', second = '', hours, minutes = '00' } = match.groups;
  const offset = hours === undefined ? 'Z' : `${hours}:${minutes}`;
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`;
  return Number.isNaN(Date.parse(text)) ? '' : text;
}

export function day(at: number): string {
  return Number.isNaN(at) ? '?' : new Date(at).toISOString().slice(0, 10);
}
