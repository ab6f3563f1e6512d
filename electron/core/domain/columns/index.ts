/**
 * What makes a million rows fit: packed identifiers, sorted numbers, columns, titles.
 * Large arrays, no rule of evidence.
 * May ask: nothing.
 * Tests: tests/unit/domain/timeline, tests/unit/domain/clocks.
 */
export { EventColumns, type RawColumns, type Row } from './columns.ts';
export { ID_WORDS, idText, writeId } from './packed-id.ts';
export { sortedPositions } from './sort.ts';
export { lowerBound } from './sorted.ts';
export { countAtLeast, countWithin, Dominance } from './sorted-counts.ts';
export { createTitleStore, type TitleStore } from './titles.ts';
