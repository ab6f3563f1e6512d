import type { Verdict } from '../../../shared/model/release.ts';
import type { SignatureOfForm } from './closed-form/signature.ts';
import type { Manifest } from './manifest.ts';
import type { Say } from './sentences.ts';
import type { Certificate } from './signature/certificate.ts';
import { isOwnMade } from './signature/chain.ts';
import { readableTime } from './stated-time.ts';

type Check = Verdict['checks'][number];

/** RFC 5280: a common name is no longer; our own certificates are cut there. */
const longestName = 64;

/** Whether whoever signed is whom the content speaks of: certificate, name and time, each said twice in the file. */
export function checkAgreement(manifest: Manifest, signature: SignatureOfForm, signer: Certificate, say: Say): Check {
  const { release } = manifest;
  const failed = (detail: string): Check => ({ name: 'agreement', outcome: 'failed', detail });
  if (signature.name !== release.by) return failed(say('agreement.name', { said: release.by, actual: signature.name }));
  if (Date.parse(readableTime(signature.statedTime)) !== Math.floor(release.at / 1000) * 1000)
    return failed(say('agreement.time', { said: new Date(release.at).toISOString(), actual: readableTime(signature.statedTime) }));
  if (manifest.formatVersion !== 1) {
    const { subject, certificateSha256 } = manifest.signer;
    return certificateSha256 === signer.sha256 && subject === signer.subject
      ? { name: 'agreement', outcome: 'passed', detail: say('agreement.passed', { by: release.by }) }
      : failed(say('agreement.certificate', { said: subject, actual: signer.subject }));
  }
  // A file of the first form does not say which certificate signs it; our own certificates carry the name of their user.
  const same = [...release.by].slice(0, longestName).join('') === signer.subject;
  if (!same && isOwnMade(signer)) return failed(say('agreement.certificate', { said: release.by, actual: signer.subject }));
  return {
    name: 'agreement',
    outcome: 'warning',
    detail: say(same ? 'agreement.form-1' : 'agreement.form-1-other', { by: release.by, subject: signer.subject }),
  };
}
