import type { Language } from '../../../shared/model/language.ts';
import type { Comparison, KnownBefore, Verdict } from '../../../shared/model/release.ts';
import { grouped } from '../../../shared/model/fingerprint.ts';
import { FailureError } from '../../../shared/result.ts';
import { checkAgreement } from './agreement-check.ts';
import { FormError } from './closed-form/form-error.ts';
import { checkContents } from './contents-check.ts';
import { lastSigned, sayForeign } from './foreign/report.ts';
import { findSignatures } from './foreign/signatures.ts';
import { compareSigner } from './identity.ts';
import { manifestName } from './manifest.ts';
import { readFile, type ReadFile } from './read-file.ts';
import { type Say, sayVerdict } from './sentences.ts';
import { type CheckedSignature, checkSignature } from './signature/signature-check.ts';
import { sayCaseFileSignature } from './signature-sentences.ts';
import { readableTime } from './stated-time.ts';

type Check = Verdict['checks'][number];
type Findings = Omit<Verdict, 'outcome' | 'summary' | 'advice' | 'signer'>;

interface VerifyOptions extends KnownBefore {
  readonly language?: Language;
  readonly path?: string;
}

/**
 * What a stranger can know from the file alone, without a vault and without a network. It trusts no certificate and no clock: it
 * says what holds and names whose claim the rest is. A file is read by the one form of a case file; of every other it is said what
 * its signatures cover. Nobody is named as its signer unless `fingerprint` or `known` identifies them. Throws verify.not-pdf and
 * verify.unsigned; whatever else is wrong is part of the verdict.
 */
export async function verifyCaseFile(bytes: Uint8Array, options: VerifyOptions = {}): Promise<Verdict> {
  const { language = 'en', path = 'case-file.pdf' } = options;
  const say = sayVerdict(language);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(0, 1024).includes('%PDF-', 0, 'latin1')) throw new FailureError('verify.not-pdf', { path });
  const read = readOrWhyNot(file);
  const findings = read instanceof FormError ? findForeign(file, read, options, say) : findInCaseFile(file, read, options, say);
  if (!findings) throw new FailureError('verify.unsigned', { path });
  return conclude(findings, say);
}

function readOrWhyNot(file: Buffer): ReadFile | FormError {
  try {
    return readFile(file);
  } catch (error) {
    if (error instanceof FormError) return error;
    throw error;
  }
}

function findInCaseFile(file: Buffer, read: ReadFile, known: KnownBefore, say: Say): Findings {
  const { signature } = read;
  const checked = checkOrWhyNot(signature.contents, [file.subarray(0, signature.gap[0]), file.subarray(signature.gap[1])]);
  const { manifest, checks: said, exhibits } = checkContents(read, say);
  const form = manifest?.formatVersion ?? null;
  const signer = checked instanceof Error ? undefined : checked.signer;
  const checks: readonly Check[] = [
    { name: 'form', outcome: 'passed', detail: say(form === 1 ? 'form.first' : 'form.passed', { form: form ?? '' }) },
    ...sayCaseFileSignature(checked, signature, form === 1 ? 1 : 2, say),
    ...(manifest && signer ? [checkAgreement(manifest, signature, signer, say)] : []),
    ...said,
  ];
  const names = [signer?.subject ?? '', signature.name, manifest?.release.by ?? ''];
  const comparison = signer ? compareSigner(signer.sha256, names, known) : null;
  return {
    reason: reasonOf(checks, comparison),
    form,
    claimedSigner: signer?.subject ?? '',
    certificateSha256: signer?.sha256 ?? '',
    comparison,
    claimedSigningTime: readableTime(signature.statedTime),
    reference: manifest?.case.reference ?? '',
    releaseNumber: manifest?.release.number ?? null,
    checks,
    exhibits,
  };
}

/** A case file whose signature Casewright cannot compute is told apart from one that is written in another way. */
function reasonOf(checks: readonly Check[], comparison: Comparison | null): Verdict['reason'] {
  const outcome = (name: Check['name']) => checks.find((check) => check.name === name)?.outcome;
  if (outcome('digest') === 'failed' || outcome('signature') === 'failed') return 'changed';
  if (comparison?.agrees === false) return 'other-certificate';
  if (checks.some((check) => check.outcome === 'failed')) return 'contradictory';
  if (checks.some((check) => check.outcome === 'unknown')) return 'unknown-algorithm';
  return comparison ? 'identified' : 'not-identified';
}

function checkOrWhyNot(contents: Buffer, signed: readonly Buffer[]): CheckedSignature | Error {
  try {
    return checkSignature(contents, signed);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Undefined for a file without a signature. */
function findForeign(file: Buffer, why: FormError, known: KnownBefore, say: Say): Findings | undefined {
  const found = findSignatures(file);
  const first = found.signatures[0];
  if (!first) return undefined;
  const last = lastSigned(found);
  const signer = last?.checked.signer;
  const claims = claimsToBeOurs(file);
  const checks: readonly Check[] = [
    { name: 'form', outcome: 'unknown', detail: claims ? sayForm(why, say) : say('form.other') },
    ...sayForeign(file, found, say),
  ];
  const comparison = signer ? compareSigner(signer.sha256, [signer.subject, last.statedName], known) : null;
  return {
    reason: reasonOfForeign(checks, comparison, claims && found.signatures.some(({ later }) => later.bytes > 0 && !later.lineEnd), claims),
    form: null,
    claimedSigner: signer?.subject ?? '',
    certificateSha256: signer?.sha256 ?? '',
    comparison,
    claimedSigningTime: readableTime((last ?? first).statedTime),
    reference: '',
    releaseNumber: null,
    checks,
    exhibits: [],
  };
}

/** Which rule of the closed form is broken, and where. */
function sayForm({ rule, object }: FormError, say: Say): string {
  const broken = say(`form.${rule}`);
  return say('form.broken', { rule: object === 0 ? broken : say('form.at', { rule: broken, object }) });
}

function reasonOfForeign(checks: readonly Check[], comparison: Comparison | null, addedTo: boolean, claims: boolean): Verdict['reason'] {
  if (checks.some((check) => check.outcome === 'failed') || addedTo) return 'changed';
  if (comparison?.agrees === false) return 'other-certificate';
  return claims ? 'not-our-form' : 'other-program';
}

/** The name under which a case file attaches its manifest, as our writers and most others spell it. */
const spelt = Buffer.from(manifestName, 'utf16le').swap16().toString('hex');
const markers = [`(${manifestName})`, spelt, spelt.toUpperCase()];

function claimsToBeOurs(file: Buffer): boolean {
  return markers.some((marker) => file.includes(marker, 0, 'latin1'));
}

const outcomes: Readonly<Partial<Record<Verdict['reason'], Verdict['outcome']>>> = {
  identified: 'intact',
  changed: 'altered',
  contradictory: 'altered',
  'other-certificate': 'altered',
};

function conclude(findings: Findings, say: Say): Verdict {
  const { reason, comparison, certificateSha256, claimedSigner } = findings;
  const signer = comparison?.agrees ? comparison.name || claimedSigner : '';
  const values = {
    signer: comparison?.name || claimedSigner,
    fingerprint: grouped(certificateSha256),
    known: grouped(comparison?.certificateSha256 ?? ''),
  };
  // What cannot be read at all never comes this far.
  if (reason === 'unread') throw new Error('nothing was found');
  const by = reason === 'other-certificate' && comparison?.with === 'remembered' ? 'other-certificate-remembered' : reason;
  return {
    ...findings,
    outcome: outcomes[reason] ?? 'undecided',
    summary: say(`summary.${by}`, values),
    advice: by === 'identified' ? '' : say(`advice.${by}`, values),
    signer: reason === 'identified' ? signer : '',
  };
}
