import { z } from 'zod';
import { languages } from '../model/language.ts';

/** The language an answer is worded in. */
export const language = z.enum(languages);
