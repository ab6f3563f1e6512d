import process from 'node:process';

/**
 * Says one line to the person. Always on standard error: standard output belongs to the command that is being prepared,
 * which may be printing JSON.
 * @param {string} sentence
 */
export function say(sentence) {
  process.stderr.write(`bootstrap: ${sentence}\n`);
}

/** What stands in the way, in a sentence that tells the person what to do; anything else that is thrown is our own mistake. */
export class Obstacle extends Error {}
