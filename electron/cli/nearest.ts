/** The known word that needs the fewest changes to become the given one, if it is near enough to have been meant. */
export function nearest(given: string, known: readonly string[]): string | undefined {
  const measured = known.map((name) => ({ name, distance: distance(given, name) })).sort((one, other) => one.distance - other.distance);
  const [best] = measured;
  return best && best.distance <= Math.max(1, Math.floor(given.length / 3)) ? best.name : undefined;
}

/** Letters to insert, remove, replace or swap with their neighbour. */
function distance(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const cost = one[row - 1] === other[column - 1] ? 0 : 1;
      const above = rows[row - 1] as number[];
      let least = Math.min((above[column] as number) + 1, (current[column - 1] as number) + 1, (above[column - 1] as number) + cost);
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) least = Math.min(least, (rows[row - 2]?.[column - 2] as number) + 1);
      current.push(least);
    }
    rows.push(current);
  }
  return rows[one.length]?.[other.length] as number;
}
