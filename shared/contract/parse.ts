import type { z } from 'zod';
import { FailureError } from '../result.ts';

const MOST_TOLD = 3;

/** A value as a schema has it. Throws input.invalid with the names of fields and rules, never the value: it may be a passphrase. */
export function parseWith<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problem = parsed.error.issues
    .slice(0, MOST_TOLD)
    .map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`)
    .join('; ');
  throw new FailureError('input.invalid', { problem });
}
