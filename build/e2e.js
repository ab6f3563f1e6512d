/** `npm run e2e -- …`: builds, then runs the end-to-end tests alone and keeps a picture of every screen; what follows goes to Playwright. */
import process from 'node:process';
import { build, runWindowTests } from './steps.js';

const { failed } = build();
process.exitCode = failed === 0 && runWindowTests(process.argv.slice(2), { CASEWRIGHT_PICTURES: '1' }).failed === 0 ? 0 : 1;
