/** Names are compared as people read them: width, composition, case and spaces do not make another name. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
