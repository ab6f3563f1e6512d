import { inOne } from './rooms.ts';
import * as english from './en/print/index.ts';
import * as chinese from './zh-CN/print/index.ts';

/** Every sentence of the case file, by language. */
export const print = inOne(english, chinese);
