import type { Verdict } from '../../../shared/model/release.ts';
import { checkChain, isOwnMade } from './signature/chain.ts';
import { type CheckedSignature, isOurs } from './signature/signature-check.ts';
import type { SignatureOfForm } from './closed-form/signature.ts';
import type { Say } from './sentences.ts';
import { day, readableTime } from './stated-time.ts';

type Check = Verdict['checks'][number];

/** Of a case file: whether its signature is the one Casewright writes, whether it holds, and what stands behind it. */
export function sayCaseFileSignature(
  checked: CheckedSignature | Error,
  signature: SignatureOfForm,
  form: 1 | 2,
  say: Say,
): readonly Check[] {
  const covered = say('coverage.passed', { bytes: signature.range[1] + signature.range[3] });
  const coverage: Check = { name: 'coverage', outcome: 'passed', detail: covered };
  if (checked instanceof Error)
    return [
      { name: 'signature', outcome: 'failed', detail: say('signature.malformed', { problem: checked.message }) },
      { name: 'digest', outcome: 'unknown', detail: say('unchecked') },
      coverage,
      { name: 'certificate', outcome: 'unknown', detail: say('certificate.unreadable') },
    ];
  return [sayKey(checked, signature, form, say), sayBytes(checked, say), coverage, sayCertificate(checked, signature.statedTime, say)];
}

function sayKey(checked: CheckedSignature, { contents }: SignatureOfForm, form: 1 | 2, say: Say): Check {
  const { algorithm, digest } = checked;
  const failed = (detail: string): Check => ({ name: 'signature', outcome: 'failed', detail });
  if (checked.key === 'differs') return failed(say('signature.failed'));
  if (checked.key === 'unknown') return { name: 'signature', outcome: 'unknown', detail: say('signature.unknown', { algorithm }) };
  if (checked.reference === 'differs') return failed(say('signature.other-certificate'));
  if (checked.reference === 'absent') return failed(say('signature.no-certificate-reference'));
  // The signature cannot sign itself: every bit of it must have its one place and meaning instead.
  const padded = contents.subarray(checked.der.length).every((byte) => byte === 0);
  if (!padded || !isOurs(checked, form))
    return { name: 'signature', outcome: 'unknown', detail: say('signature.other-form', { algorithm, digest }) };
  return { name: 'signature', outcome: 'passed', detail: say('signature.passed', { algorithm }) };
}

function sayBytes({ bytes, digest }: CheckedSignature, say: Say): Check {
  if (bytes === 'unknown') return { name: 'digest', outcome: 'unknown', detail: say('digest.unknown', { algorithm: digest }) };
  return bytes === 'holds'
    ? { name: 'digest', outcome: 'passed', detail: say('digest.passed') }
    : { name: 'digest', outcome: 'failed', detail: say('digest.failed', { algorithm: digest }) };
}

function sayCertificate({ signer, certificates }: CheckedSignature, stated: string, say: Say): Check {
  const found = checkChain(certificates, Date.parse(readableTime(stated)));
  if (found) {
    const { fault, whose } = found;
    const values = { subject: whose.subject, from: day(whose.validFrom), to: day(whose.validTo) };
    return { name: 'certificate', outcome: 'failed', detail: say(`certificate.${fault}`, values) };
  }
  const { subject, issuer } = signer;
  const whose = isOwnMade(signer) ? say('certificate.own', { subject }) : say('certificate.issued', { subject, issuer });
  return { name: 'certificate', outcome: 'warning', detail: `${whose} ${say('certificate.time-claim')}` };
}
