import { inRooms } from './rooms.ts';
import * as english from './en/everywhere/index.ts';
import * as chinese from './zh-CN/everywhere/index.ts';

/** What window, print and terminal say in the same sentences, by language and room. */
export const everywhere = inRooms(english, chinese);
