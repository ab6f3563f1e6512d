export interface ByteRange {
  readonly from: number;
  /** The first byte that no longer belongs to it. */
  readonly to: number;
}

/**
 * Reads a Range header (RFC 9110, 14.2) over `total` bytes: null without one or with one that may be ignored (another unit,
 * several ranges), 'unsatisfiable' when it begins past the end.
 */
export function readRange(header: string | null, total: number): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  if (match[1] === '') {
    const last = Math.min(total, Number(match[2]));
    return last === 0 ? 'unsatisfiable' : { from: total - last, to: total };
  }
  const from = Number(match[1]);
  const to = match[2] === '' ? total : Math.min(total, Number(match[2]) + 1);
  if (from >= total) return 'unsatisfiable';
  return to <= from ? null : { from, to };
}
