import { inRooms } from './rooms.ts';
import * as english from './en/screen/index.ts';
import * as chinese from './zh-CN/screen/index.ts';

/** Every sentence the window says, by language and room. */
export const screen = inRooms(english, chinese);
