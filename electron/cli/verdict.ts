import { grouped } from '../../shared/model/fingerprint.ts';
import type { Verdict } from '../../shared/model/release.ts';
import type { Outcome } from './command.ts';
import { fields, table } from './table.ts';
import { word } from './words.ts';

/** A verdict as the terminal says it: outcome and what to do, the fingerprints one below the other, then what was computed. */
export function verdictText({ summary, advice, ...found }: Verdict): string {
  const { signer, claimedSigner, certificateSha256, comparison, claimedSigningTime, reference, releaseNumber, checks, exhibits } = found;
  const facts = [
    [word('field.signer'), signer],
    [word('field.claimedSigner'), claimedSigner],
    [word('field.fingerprint'), grouped(certificateSha256)],
    [comparison ? word(`field.fingerprint-${comparison.with}`) : '', grouped(comparison?.certificateSha256 ?? '')],
    [word('field.signingTime'), claimedSigningTime],
    [word('field.reference'), reference],
    [word('field.release'), releaseNumber],
  ] as const;
  return [
    summary,
    advice,
    fields(facts.filter(([, value]) => value !== '' && value !== null)),
    checks.length === 0
      ? ''
      : table(
          [word('column.check'), word('column.outcome'), word('column.detail')],
          checks.map((check) => [word(`verdict-check.${check.name}`), word(`outcome.${check.outcome}`), check.detail]),
        ),
    exhibits.length === 0
      ? ''
      : table(
          [word('column.exhibit'), word('column.outcome'), word('column.sha256')],
          exhibits.map(({ number, outcome: original, sha256 }) => [number, word(`original.${original}`), sha256]),
        ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** 0 for intact and identified, 1 for altered or contradictory, 2 where nothing certain can be said. */
export function problemOf({ outcome, summary }: Verdict): Pick<Outcome, 'problem'> {
  if (outcome === 'intact') return {};
  const altered = outcome === 'altered';
  return { problem: { code: altered ? 'verify.altered' : 'verify.undecided', sentence: summary, status: altered ? 1 : 2 } };
}
