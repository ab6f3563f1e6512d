import { verifyCaseFile } from '../../../electron/core/verifier/verify-case-file.ts';
import { FailureError } from '../../../shared/result.ts';
import type { Attack, Family, Given } from './attack.ts';
import { attacks } from './index.ts';

export interface Answered {
  readonly family: Family;
  readonly done: string;
  /** What the verifier says, or undefined where it was fooled. */
  readonly answer: string | undefined;
}

/** Builds every file and asks the verifier. */
export async function answerAll(given: Given): Promise<readonly Answered[]> {
  const answered: Answered[] = [];
  for (const { family, attacks: ones } of attacks)
    for (const one of ones) answered.push({ family, done: one.done, answer: await answerTo(one, given) });
  return answered;
}

async function answerTo({ build }: Attack, given: Given): Promise<string | undefined> {
  try {
    const { checks, reason } = await verifyCaseFile(await build(given));
    if (reason === 'identified' || reason === 'not-identified') return undefined;
    const failed = checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown');
    // The form first: whoever meets a file in another form is told of nothing else that was compared.
    const told = failed.find(({ detail }) => detail.includes('not in the form')) ?? failed[0];
    // How many pages the honest file fills is a matter of its layout.
    return told?.detail
      .replace(/ \(object \d+\)$/, '')
      .replace(/\d{2,} pages, the file has \d{2,}/, 'more pages than the file has')
      .replace(/^The file is not in the form Casewright writes: /, 'Not in the form: ');
  } catch (error) {
    if (error instanceof FailureError) return `Refused: \`${error.code}\`.`;
    throw error;
  }
}

/** docs/attacks.md as it must read. */
export function attacksPage(answered: readonly Answered[]): string {
  const families = attacks.map(({ family }) => {
    const rows = answered.filter((one) => one.family === family).map(({ done, answer }) => `| ${done} | ${answer ?? '**VALID**'} |`);
    return `## ${family.replace(/^./, (first) => first.toUpperCase())}\n\n${ABOUT[family]}\n\n| What was done | What the verifier says |\n|---|---|\n${rows.join('\n')}`;
  });
  return `${INTRODUCTION.replace('COUNT', String(answered.length))}\n\n${families.join('\n\n')}\n`;
}

const INTRODUCTION = `# Attacks on a case file, and what is said of each

COUNT files, each built from an honest case file by doing to it what the row says and, where that changes signed bytes, by signing it anew. This page is made by
building them and asking the verifier, and is checked by a test (\`tests/unit/verifier/attacks.test.ts\`; with \`--update\` the test writes it anew). A file that were called sound would stand
here as **VALID**.`;

const ABOUT: Readonly<Record<Family, string>> = {
  structure:
    'Two readings of one file: what a table, a scan and a repair make of it differ. Every one is signed anew unless the row says otherwise.',
  attachments: 'Other files are handed out than the verdict speaks of.',
  pages: 'The pages show something else than what was released.',
  resources: 'Something acts, reaches outside, or shows more than pages.',
  signature: 'The signature that is checked is not the one the field names, or does not cover everything.',
  identity: 'Somebody else signs, or the signer and the content disagree.',
  ledger: 'The ledger is consistent but not complete, or not written by the rules.',
  manifest: 'The manifest says what is not so.',
};
