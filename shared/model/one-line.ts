import { z } from 'zod';

/**
 * A name or title as it is entered: one line, without control characters and without the marks that turn the direction of
 * writing. In a table, a ledger entry or a signed page either could make one thing look like another.
 */
export function oneLine(most: number) {
  return z
    .string()
    .trim()
    .min(1, 'it is empty')
    .max(most, `it is longer than ${most} characters`)
    .regex(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, 'it must be one line without control characters');
}
