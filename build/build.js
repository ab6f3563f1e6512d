/** `npm run build`: what Electron loads, into out/: the core, then main, preload and the window. */
import process from 'node:process';
import { build } from './steps.js';

process.exitCode = build().failed === 0 ? 0 : 1;
