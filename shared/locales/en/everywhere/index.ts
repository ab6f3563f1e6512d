/** What screen, print and terminal say in the same sentences. */
export { failure } from './failure.ts';
export { question } from './question.ts';
export { findings } from './findings.ts';
export { verdict } from './verdict.ts';
export { signatureVerdict } from './signature-verdict.ts';
