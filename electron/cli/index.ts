import process from 'node:process';
import { runCommandLine } from './command-line.ts';

// A reader that closes the pipe early, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2));

// Everything is closed and said; whatever a failure may have left running must not keep the process.
process.stdout.write('', () => process.stderr.write('', () => process.exit()));
