import { createPrivateKey, sign } from 'node:crypto';
import type { Sha256 } from '../../../shared/model/identifier.ts';
import { FailureError } from '../../../shared/result.ts';
import type { SigningIdentity } from '../domain/ports/index.ts';
import type { SignerFacts } from '../tasks/case-file.ts';
import { oid } from '../verifier/signature/algorithms.ts';
import { readCertificate } from '../verifier/signature/certificate.ts';
import { attributesToSign, encodeSignature } from '../verifier/signature/cms.ts';
import { withLowS } from '../verifier/signature/low-s.ts';

/** Room to reserve for a signature by this identity. */
export function signatureRoom(identity: Pick<SigningIdentity, 'chain'>): number {
  return 3072 + identity.chain.reduce((sum, certificate) => sum + certificate.length, 0);
}

/** What the case file says about its signer. Throws identity.expired before anything is signed with a certificate that no longer may. */
export function describeSigner(identity: SigningIdentity, at: number, user: string): SignerFacts {
  const der = identity.chain[0];
  if (!der) throw new FailureError('identity.pkcs12', { problem: 'no certificate' });
  const { subject, issuer, sha256, validFrom, validTo } = readCertificate(Buffer.from(der));
  const facts: SignerFacts = { subject, issuer, sha256: sha256 as Sha256, ownMade: identity.ownMade, validFrom, validTo };
  if (at > facts.validTo) throw new FailureError('identity.expired', { user, date: new Date(facts.validTo).toISOString().slice(0, 10) });
  return facts;
}

/**
 * A detached CMS signature as PAdES baseline B-B asks for it (ETSI EN 319 142-1, 6.3): content type, message digest and
 * the certificate's hash are signed, the whole chain is enclosed, and there is no signing-time attribute: the time of a
 * PAdES signature stands in its dictionary, and is a claim there.
 */
export function signDigest(digestHex: string, identity: SigningIdentity): Uint8Array {
  const chain = identity.chain.map((der) => readCertificate(Buffer.from(der)));
  const [leaf] = chain;
  if (!leaf) throw new FailureError('identity.pkcs12', { problem: 'no certificate' });
  const digest = Buffer.from(digestHex, 'hex');
  const key = createPrivateKey({ key: Buffer.from(identity.privateKey), format: 'der', type: 'pkcs8' });
  return encodeSignature({
    chain,
    digest,
    signatureAlgorithm: key.asymmetricKeyType === 'ec' ? oid.ecdsaWithSha256 : oid.rsaWithSha256,
    signature: withLowS(sign('sha256', attributesToSign(leaf, digest), key), leaf.key),
  });
}
