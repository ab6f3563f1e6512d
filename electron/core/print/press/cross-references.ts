const free = '0000000000 65535 f \n';

/** The cross-reference table of objects 1 to `largest`; a number without an offset is free. */
export function crossReferences(offsets: readonly (number | undefined)[], largest: number): string {
  const entries = [free];
  for (let number = 1; number <= largest; number++) {
    const offset = offsets[number];
    entries.push(offset === undefined ? free : `${String(offset).padStart(10, '0')} 00000 n \n`);
  }
  return `xref\n0 ${entries.length}\n${entries.join('')}`;
}
