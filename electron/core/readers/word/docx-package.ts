import { readXml } from './xml.ts';
import type { OpenZip } from './zip.ts';

/** One relationship of a part: the last word of its type, and what it leads to inside the package. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

export interface DocxPackage {
  /** The part with the running text, empty where there is none. */
  readonly main: string;
  readonly relationships: readonly Relationship[];
  /** Contents of the named parts; one that is not there is left out. */
  read(names: readonly string[]): ReadonlyMap<string, Uint8Array>;
}

/** Finds parts as the standard does, by the type of what leads to them: no program is bound to the customary names. */
export function openPackage(zip: OpenZip): DocxPackage {
  const byName = new Map(zip.entries.map(({ name }) => [plainName(name), name]));
  const read = (names: readonly string[]): ReadonlyMap<string, Uint8Array> => {
    const wanted = new Set(names.map((name) => byName.get(plainName(name))));
    const found = zip.read((name) => wanted.has(name));
    return new Map([...found].map(([name, bytes]) => [plainName(name), bytes]));
  };
  const related = (part: string): readonly Relationship[] => {
    const file = relationshipsOf(part);
    const xml = read([file]).get(plainName(file));
    return xml ? listRelationships(xml, folderOf(part)) : [];
  };
  const named = [...byName.keys()].find((name) => /^word\/document\d*\.xml$/.test(name)) ?? '';
  const led = related('').find(({ type }) => type === 'officeDocument')?.target ?? '';
  const main = byName.has(led) ? led : named;
  const relationships = main === '' ? [] : related(main);
  // Where nothing is related, the customary names are all there is to go by.
  const customary = [...byName.keys()].flatMap((name) => {
    const type = /^word\/(footnotes|endnotes|comments|header|footer)\d*\.xml$/.exec(name)?.[1];
    return type && !relationships.some(({ target }) => target === name) ? [{ id: '', type, target: name }] : [];
  });
  return { main, relationships: [...relationships, ...customary.sort((left, right) => byNumber(left.target, right.target))], read };
}

/** Names of parts do not tell capitals apart, and some programs write the slashes of Windows. */
export function plainName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function listRelationships(xml: Uint8Array, folder: string): readonly Relationship[] {
  const found: Relationship[] = [];
  readXml(xml, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const type = /([^/]+)$/.exec(attributes['Type'] ?? '')?.[1] ?? '';
      found.push({ id: attributes['Id'] ?? '', type, target: resolve(folder, attributes['Target'] ?? '') });
    },
    close() {},
    text() {},
  });
  return found;
}

function resolve(folder: string, target: string): string {
  const path: string[] = target.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of target.split('/')) {
    if (part === '..') path.pop();
    else if (part !== '' && part !== '.') path.push(part);
  }
  return plainName(path.join('/'));
}

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

function relationshipsOf(part: string): string {
  return `${folderOf(part)}_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`;
}

function byNumber(left: string, right: string): number {
  return left.length - right.length || (left < right ? -1 : 1);
}
