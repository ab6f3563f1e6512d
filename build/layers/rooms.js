/**
 * The rooms of the house: which folder a file belongs to when we ask whether folders need each other. A room is one subject behind
 * one door; what lies deeper in it (chapters of the case file, migrations of the database) is its own affair.
 */

/** Folders whose own folders are the rooms; a file that lies directly in one belongs to the folder itself, the hall before its rooms. */
const HALLS = [
  'build',
  'electron',
  'electron/core',
  'electron/core/domain',
  'electron/core/print',
  'electron/core/readers',
  'electron/core/vault',
  'renderer',
  'renderer/features',
  'renderer/parts',
  'shared',
];

/** @typedef {{ readonly source: string, readonly targets: readonly string[] }} Imports what one file imports, paths from the top */

/** @param {string} file path from the top of the checkout @returns {string | undefined} nothing for what is no room of the product */
export function roomOf(file) {
  const hall = HALLS.filter((one) => file.startsWith(`${one}/`)).toSorted((one, other) => other.length - one.length)[0];
  if (hall === undefined) return undefined;
  const [folder = '', ...below] = file.slice(hall.length + 1).split('/');
  return below.length === 0 ? hall : `${hall}/${folder}`;
}

/** @param {readonly Imports[]} files @returns {readonly (readonly string[])[]} each group of rooms that need each other */
export function circlesOfRooms(files) {
  return circles(arrows(files, roomOf));
}

/** @param {readonly Imports[]} files @returns {readonly (readonly string[])[]} each group of files that need each other, types counted */
export function circlesOfFiles(files) {
  return circles(arrows(files, (file) => file));
}

/** @param {readonly Imports[]} files @returns {readonly (readonly [from: string, to: string])[]} imports of one screen's folder from another's */
export function sidewaysImports(files) {
  const screen = (/** @type {string} */ file) => /^renderer\/features\/[^/]+(?=\/)/.exec(file)?.[0];
  return files.flatMap(({ source, targets }) =>
    targets
      .filter((target) => screen(source) !== undefined && screen(target) !== undefined && screen(source) !== screen(target))
      .map((target) => /** @type {const} */ ([source, target])),
  );
}

/** @param {readonly Imports[]} files @param {(file: string) => string | undefined} place @returns {ReadonlyMap<string, ReadonlySet<string>>} */
function arrows(files, place) {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const { source, targets } of files) {
    const from = place(source);
    if (from === undefined) continue;
    const known = found.get(from) ?? new Set();
    found.set(from, known);
    for (const target of targets) {
      const to = place(target);
      if (to !== undefined && to !== from) known.add(to);
    }
  }
  return found;
}

/**
 * Strongly connected components of more than one member (Tarjan, 1972), without recursion: a chain of imports may be long.
 * @param {ReadonlyMap<string, ReadonlySet<string>>} graph @returns {readonly (readonly string[])[]}
 */
function circles(graph) {
  /** @type {Map<string, { order: number, low: number, open: boolean }>} */
  const seen = new Map();
  /** @type {string[]} */
  const stack = [];
  /** @type {string[][]} */
  const found = [];
  for (const start of graph.keys()) {
    if (seen.has(start)) continue;
    const way = [enter(start)];
    for (let here = way.at(-1); here; here = way.at(-1)) {
      const { value: next, done } = here.rest.next();
      if (!done) {
        const other = seen.get(next);
        if (!other) way.push(enter(next));
        else if (other.open) here.mark.low = Math.min(here.mark.low, other.order);
        continue;
      }
      way.pop();
      const before = way.at(-1);
      if (before) before.mark.low = Math.min(before.mark.low, here.mark.low);
      if (here.mark.low === here.mark.order) close(here.name);
    }
  }
  return found;

  /** @param {string} name */
  function enter(name) {
    const mark = { order: seen.size, low: seen.size, open: true };
    seen.set(name, mark);
    stack.push(name);
    return { name, mark, rest: (graph.get(name) ?? new Set()).values() };
  }

  /** @param {string} name */
  function close(name) {
    const group = stack.splice(stack.lastIndexOf(name));
    for (const one of group) /** @type {{ open: boolean }} */ (seen.get(one)).open = false;
    if (group.length > 1) found.push(group.toSorted());
  }
}
