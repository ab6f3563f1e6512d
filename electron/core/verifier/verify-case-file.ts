import type { Language } from '../../../shared/model/language.ts';
import type { Verdict } from '../../../shared/model/release.ts';
import { FailureError } from '../../../shared/result.ts';
import { sayVerdict, type VerdictSentence } from './sentences.ts';
import { checkContents } from './contents-check.ts';
import { FormError } from './closed-form/form-error.ts';
import { readFile, type ReadFile } from './read-file.ts';
import { checkSignature, commonName, WeakAlgorithm, type CheckedSignature } from './signature-check.ts';
import { coverageOf, digestAround, findSignedRanges, looksLikePdf, type SignedRange } from './signed-range.ts';

type Check = Verdict['checks'][number];
type Say = (name: VerdictSentence, values?: Readonly<Record<string, string | number>>) => string;

/**
 * What a stranger can know from the file alone, without a vault and without a network. It trusts no certificate and no
 * clock: it says what holds, names whose claim the rest is, and calls the file valid only if every check of its own
 * agrees. Throws verify.not-pdf and verify.unsigned; whatever else is wrong is a failed check.
 */
export async function verifyCaseFile(
  bytes: Uint8Array,
  { language = 'en', path = 'case-file.pdf' }: { readonly language?: Language; readonly path?: string } = {},
): Promise<Verdict> {
  const say = sayVerdict(language);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!looksLikePdf(file)) throw new FailureError('verify.not-pdf', { path });
  const ranges = findSignedRanges(file);
  // A place that only looks like a signature can stand in anybody's page; the structure says which one is.
  const read = readOrWhyNot(file);
  const range = ranges.at(-1);
  if (!range) throw new FailureError('verify.unsigned', { path });
  const signature = parseSignature(range);
  const structure = read instanceof Error ? undefined : read;
  const contents = structure ? checkContents(structure, say) : undefined;
  const checks = [
    ...checkCryptography(file, range, signature, structure, contents?.manifest !== undefined, say),
    ...(contents?.checks ?? unreadable(read as Error, say)),
  ];
  const manifest = contents?.manifest;
  const signer = signature instanceof Error ? '' : commonName(signature.leaf.subject);
  const valid = checks.every((check) => check.outcome !== 'failed');
  return {
    valid,
    summary: summarise(checks, signature, signer, manifest !== undefined, say),
    signer,
    certificateSha256: signature instanceof Error ? '' : signature.leafSha256,
    claimedSigningTime: structure ? readableTime(structure.statedTime) : '',
    reference: manifest?.case.reference ?? '',
    releaseNumber: manifest?.release.number ?? null,
    checks,
    exhibits: contents?.exhibits ?? [],
  };
}

function readOrWhyNot(file: Buffer): ReadFile | Error {
  try {
    return readFile(file);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function parseSignature(range: SignedRange): CheckedSignature | Error {
  try {
    return checkSignature(range.contents);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function checkCryptography(
  file: Buffer,
  range: SignedRange,
  signature: CheckedSignature | Error,
  read: ReadFile | undefined,
  ours: boolean,
  say: Say,
): readonly Check[] {
  const coverage = checkCoverage(file, range, read, say);
  if (signature instanceof Error) {
    const detail =
      signature instanceof WeakAlgorithm
        ? say('digest.weak', { algorithm: signature.message })
        : say('signature.malformed', { problem: signature.message });
    return [
      { name: 'signature', outcome: 'failed', detail },
      { name: 'digest', outcome: 'failed', detail: say('unchecked') },
      coverage,
      { name: 'certificate', outcome: 'failed', detail: say('certificate.unreadable') },
    ];
  }
  const digest = digestAround(file, range, signature.digestAlgorithm) === signature.statedDigest;
  return [
    checkKey(signature, range, ours, say),
    { name: 'digest', outcome: digest ? 'passed' : 'failed', detail: say(digest ? 'digest.passed' : 'digest.failed') },
    coverage,
    checkCertificate(signature, read?.statedTime ?? '', say),
  ];
}

function checkKey(signature: CheckedSignature, range: SignedRange, ours: boolean, say: Say): Check {
  const failed = (detail: string): Check => ({ name: 'signature', outcome: 'failed', detail });
  if (!signature.holds) return failed(say('signature.failed'));
  if (signature.reference === 'differs') return failed(say('signature.other-certificate'));
  if (signature.reference === 'absent') return failed(say('signature.no-certificate-reference'));
  // The signature cannot sign itself: every bit of it must have its one place and meaning instead.
  if (ours && !(signature.canonical && range.strict(signature.derLength)))
    return failed(say('signature.malformed', { problem: 'encoding' }));
  return { name: 'signature', outcome: 'passed', detail: say('signature.passed', { algorithm: signature.algorithm }) };
}

function checkCoverage(file: Buffer, range: SignedRange, read: ReadFile | undefined, say: Say): Check {
  const failed = (detail: string): Check => ({ name: 'coverage', outcome: 'failed', detail });
  const coverage = coverageOf(file, range);
  if (!coverage.whole)
    return failed(
      coverage.why === 'start'
        ? say('coverage.start')
        : say('coverage.appended', { bytes: coverage.bytes, kind: say(`coverage.kind-${coverage.kind}`) }),
    );
  if (read && read.signatureFields !== 1)
    return failed(read.signatureFields === 0 ? say('coverage.gap') : say('signature.several', { count: read.signatureFields }));
  return { name: 'coverage', outcome: 'passed', detail: say('coverage.passed', { bytes: range.range[1] + range.range[3] }) };
}

function checkCertificate(signature: CheckedSignature, stated: string, say: Say): Check {
  const subject = commonName(signature.leaf.subject);
  if (signature.chainProblem !== undefined)
    return { name: 'certificate', outcome: 'failed', detail: say('certificate.broken-chain', { problem: signature.chainProblem }) };
  const at = Date.parse(readableTime(stated));
  const [from, to] = [Date.parse(signature.leaf.validFrom), Date.parse(signature.leaf.validTo)];
  if (!(at >= from && at <= to))
    return { name: 'certificate', outcome: 'failed', detail: say('certificate.expired', { subject, from: day(from), to: day(to) }) };
  const whose = signature.ownMade ? say('certificate.own', { subject }) : say('certificate.issued', { subject, issuer: signature.issuer });
  return { name: 'certificate', outcome: 'warning', detail: `${whose} ${say('certificate.time-claim')}` };
}

function summarise(checks: readonly Check[], signature: CheckedSignature | Error, signer: string, ours: boolean, say: Say): string {
  const broken = checks.some(
    (check) => check.outcome === 'failed' && ['signature', 'digest', 'coverage', 'certificate'].includes(check.name),
  );
  if (broken || signature instanceof Error) return say('summary.invalid');
  if (!ours) return say('summary.foreign', { signer });
  if (checks.some((check) => check.outcome === 'failed')) return say('summary.inconsistent', { signer });
  return signature.ownMade ? say('summary.valid-own', { signer }) : say('summary.valid', { signer, issuer: signature.issuer });
}

/** Which rule of the closed form is broken, and where. */
function sayForm({ rule, object }: FormError, say: Say): string {
  const broken = say(`form.${rule}`);
  return say('form.broken', { rule: object === 0 ? broken : say('form.at', { rule: broken, object }) });
}

function unreadable(error: Error, say: Say): readonly Check[] {
  const detail =
    error instanceof FormError ? sayForm(error, say) : say('not-readable', { problem: (error.message.split('\n')[0] ?? '').slice(0, 160) });
  return [
    { name: 'manifest', outcome: 'failed', detail },
    ...(['attachments', 'ledger', 'exhibits'] as const).map((name): Check => ({ name, outcome: 'failed', detail: say('unchecked') })),
  ];
}

/** ISO 32000-2, 7.9.4: `D:20310602091503Z` and `D:20310602091503+08'00'` as ISO 8601; empty for anything else. */
export function readableTime(stated: string): string {
  const match =
    /^D:(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)(?:Z|(?<hours>[+-]\d\d)'?(?<minutes>\d\d)?'?)?/.exec(
      stated,
    );
  if (!match?.groups) return '';
  const { year = '', month = '', day: date = '', hour = '', minute = '', second = '', hours, minutes = '00' } = match.groups;
  const offset = hours === undefined ? 'Z' : `${hours}:${minutes}`;
  const text = `${year}-${month}-${date}T${hour}:${minute}:${second}${offset}`;
  return Number.isNaN(Date.parse(text)) ? '' : text;
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
