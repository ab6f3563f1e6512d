import type { z } from 'zod';
import { usageLine } from '../../electron/cli/arguments.ts';
import { type Command, problemCodes } from '../../electron/cli/command.ts';
import { summaryOf } from '../../electron/cli/words.ts';
import { failure } from '../../shared/locales/en/everywhere/failure.ts';
import { fieldsOf } from './schema-fields.ts';

/** docs/command-line.md as it must read: made from the commands themselves, so that it says nothing they do not. */
export function commandLinePage(commands: readonly Command[]): string {
  return `${[INTRODUCTION, failureCodes(), '## Commands', ...commands.map(section)].join('\n\n')}\n`;
}

const INTRODUCTION = `# The command line, for programs

Every command takes \`--json\` and then prints one JSON value, and nothing else, on standard output. Standard error is for people:
one sentence where something went wrong, a notice where something must be known. This page is made from the commands themselves and
checked by a test (\`tests/unit/cli/page.test.ts\`; with \`--update\` the test writes it anew).

## What the values mean

- **Instants** are RFC 3339 text in UTC to the millisecond, such as \`2031-05-14T21:40:00.000Z\`; never a number. Among the facts of a
  ledger entry (\`detail\`) those are instants whose name ends in \`At\`, or has the part \`earliest\` or \`latest\`. The signed bytes of an
  entry hold them in milliseconds since 1970: to compute a hash again, turn the text back into that number.
- **Moments** are \`earliest\` and \`latest\`, the first instant that is too late; null is an open bound. \`edtf\` says the same in
  Extended Date/Time Format, \`phrase\` in the source's own words, \`basis\` how the one came from the other.
- **Durations** (\`offset\`, \`uncertainty\`, \`overlap\`, \`by\` and the like) are numbers of milliseconds, \`seconds\` excepted; sizes are bytes.
- **Words** such as a summary or a statement are in the language of \`CASEWRIGHT_LANGUAGE\`; identifiers, codes and the values in
  code type below are the same in every language.
- In a field's name \`[]\` is every item of a list, \`*\` every name there is.

## When it fails

The exit status is 0 for success, 1 for a failure, 2 for wrong usage. \`verify\` ends with 0 where the file is intact and its signer identified,
with 1 where it is altered or contradicts itself, and with 2 where nothing certain can be said, also of a file that cannot be read. Wherever it is not 0, the value is an object with

| Field | |
|---|---|
| \`code\` | text: which failure it is; one of those below |
| \`sentence\` | text: the sentence that stands on standard error |

A command that came to its end and found that something is wrong prints what it found, with \`code\` and \`sentence\` among its fields:
\`vault check\`, \`ledger verify\`, \`verify\` and \`demo\`. \`evidence import\` and \`evidence verify\` answer a list all the same; there each item
tells what became of it.`;

function failureCodes(): string {
  const codes = [...new Set([...problemCodes, ...Object.keys(failure)])].toSorted();
  return `### Codes\n\n${codes.map((code) => `\`${code}\``).join(' · ')}`;
}

function section({ name, output, ...command }: Command): string {
  return [`### ${name}`, `${summaryOf(name)}`, `\`\`\`\n${usageLine({ name, output, ...command })}\n\`\`\``, table(output)].join('\n\n');
}

function table(output: z.ZodType): string {
  const rows = fieldsOf(output).map(({ path, kind }) => `| \`${path}\` | ${kind} |`);
  return ['| Field | |', '|---|---|', ...rows].join('\n');
}
