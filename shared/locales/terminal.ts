import { inOne } from './rooms.ts';
import * as english from './en/terminal/index.ts';
import * as chinese from './zh-CN/terminal/index.ts';

/** Every sentence of the command line, by language. */
export const terminal = inOne(english, chinese);
