import type { Verdict } from '../../../../shared/model/release.ts';
import type { Say } from '../sentences.ts';
import { isOwnMade } from '../signature/chain.ts';
import type { CheckedSignature } from '../signature/signature-check.ts';
import { day, readableTime } from '../stated-time.ts';
import { type ForeignSignature, type ForeignSignatures, laterKinds } from './signatures.ts';

type Check = Verdict['checks'][number];

/** What is true of the signatures in a file of another program, one after the other: no more than was computed. */
export function sayForeign(file: Buffer, { signatures, unread }: ForeignSignatures, say: Say): readonly Check[] {
  const many = signatures.length > 1;
  return [
    ...signatures.flatMap((one, index) => {
      const number = index + 1;
      const said = [saySignature(one, say), sayBytes(one, say), sayCoverage(file, one, say), ...sayCertificate(one, say)];
      return many ? said.map((check): Check => ({ ...check, detail: say('foreign.numbered', { number, detail: check.detail }) })) : said;
    }),
    ...(unread > 0 ? [{ name: 'signature', outcome: 'unknown', detail: say('foreign.unread', { count: unread }) } as const] : []),
  ];
}

function saySignature({ kind, subFilter, checked }: ForeignSignature, say: Say): Check {
  const unknown = (detail: string): Check => ({ name: 'signature', outcome: 'unknown', detail });
  if (!checked) return unknown(say('foreign.unknown-kind', { kind: subFilter }));
  if (checked instanceof Error) return unknown(say('foreign.unreadable', { problem: checked.message }));
  const { algorithm, signer, key, reference } = checked;
  if (key === 'unknown') return unknown(say('signature.unknown', { algorithm }));
  if (key === 'differs') return { name: 'signature', outcome: 'failed', detail: say('signature.failed') };
  if (reference === 'differs') return { name: 'signature', outcome: 'failed', detail: say('signature.other-certificate') };
  const detail = say(`foreign.holds-${kind}`, { algorithm, subject: signer.subject });
  return { name: 'signature', outcome: 'passed', detail };
}

function sayBytes({ checked }: ForeignSignature, say: Say): Check {
  if (!checked || checked instanceof Error) return { name: 'digest', outcome: 'unknown', detail: say('unchecked') };
  const { bytes, digest } = checked;
  if (bytes === 'unknown') return { name: 'digest', outcome: 'unknown', detail: say('digest.unknown', { algorithm: digest }) };
  if (bytes === 'differs') return { name: 'digest', outcome: 'failed', detail: say('digest.failed', { algorithm: digest }) };
  const known = say('foreign.digest', { algorithm: digest });
  return { name: 'digest', outcome: 'passed', detail: digest === 'SHA-1' ? `${known} ${say('foreign.sha1')}` : known };
}

function sayCoverage(file: Buffer, { coveredTo, later }: ForeignSignature, say: Say): Check {
  const of = file.length;
  if (coveredTo === undefined) return { name: 'coverage', outcome: 'unknown', detail: say('foreign.gap') };
  if (later.bytes === 0) return { name: 'coverage', outcome: 'passed', detail: say('foreign.whole', { bytes: of }) };
  if (later.lineEnd) return { name: 'coverage', outcome: 'passed', detail: say('foreign.line-end', { bytes: later.bytes, of }) };
  const list = laterKinds
    .filter((kind) => later.objects[kind] > 0)
    .map((kind) => say(`foreign.later-${kind}`, { count: later.objects[kind] }));
  const values = { bytes: coveredTo, of, later: later.bytes };
  const detail =
    list.length === 0 ? say('foreign.later-nothing', values) : say('foreign.later', { ...values, list: list.join(say('later.separator')) });
  return { name: 'coverage', outcome: 'warning', detail };
}

function sayCertificate({ checked, statedTime }: ForeignSignature, say: Say): readonly Check[] {
  if (!checked || checked instanceof Error) return [];
  const { subject, issuer, validFrom, validTo, sha256 } = checked.signer;
  const at = readableTime(statedTime);
  const whose = isOwnMade(checked.signer) ? say('certificate.own', { subject }) : say('certificate.issued', { subject, issuer });
  const outside = at !== '' && !(Date.parse(at) >= validFrom && Date.parse(at) <= validTo);
  const said = [
    whose,
    say('foreign.fingerprint', { sha256 }),
    ...(at === '' ? [] : [say('foreign.time', { at })]),
    ...(outside ? [say('foreign.outside', { from: day(validFrom), to: day(validTo) })] : []),
  ];
  return [{ name: 'certificate', outcome: 'warning', detail: said.join(' ') }];
}

/** The one that covers most, and the last of them: whoever signed what the file is now. */
export function lastSigned({ signatures }: ForeignSignatures): (ForeignSignature & { readonly checked: CheckedSignature }) | undefined {
  return signatures
    .filter(
      (one): one is ForeignSignature & { readonly checked: CheckedSignature } =>
        one.checked !== undefined && !(one.checked instanceof Error),
    )
    .filter((one) => one.kind === 'signature')
    .at(-1);
}
