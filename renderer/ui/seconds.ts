/** Seconds as they are typed, in whole milliseconds; null for nothing, undefined for what is no number of 0 or more. */
export function readSeconds(text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return /^\d{1,12}(?:[.,]\d{1,3})?$/.test(trimmed) ? Math.round(Number(trimmed.replace(',', '.')) * 1000) : undefined;
}

export function writeSeconds(milliseconds: number | null): string {
  return milliseconds === null ? '' : String(milliseconds / 1000);
}
