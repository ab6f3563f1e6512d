export { failure } from './failure.ts';
export { question } from './question.ts';
export { reading } from './reading.ts';
export { verdict } from './verdict.ts';
