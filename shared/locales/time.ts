import { inOne } from './rooms.ts';
import * as english from './en/time/index.ts';
import * as chinese from './zh-CN/time/index.ts';

/** Every word a moment is shown or explained with, by language. */
export const time = inOne(english, chinese);
