/** Names of what Casewright knows. Whatever is not here is called unknown, never bad. */
export const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStamp: '1.2.840.113549.1.9.16.1.4',
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
  rsaPss: '1.2.840.113549.1.1.10',
  rsaWithSha256: '1.2.840.113549.1.1.11',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  ed25519: '1.3.101.112',
} as const;

export const digests: Readonly<Record<string, string>> = {
  [oid.sha1]: 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  [oid.sha256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '2.16.840.1.101.3.4.2.8': 'sha3-256',
  '2.16.840.1.101.3.4.2.9': 'sha3-384',
  '2.16.840.1.101.3.4.2.10': 'sha3-512',
};

export interface Algorithm {
  readonly kind: 'ec' | 'rsa' | 'ed25519';
  /** Null where the signature's digest algorithm is meant. */
  readonly hash: string | null;
}

export const algorithms: Readonly<Record<string, Algorithm>> = {
  [oid.rsa]: { kind: 'rsa', hash: null },
  '1.2.840.113549.1.1.5': { kind: 'rsa', hash: 'sha1' },
  '1.2.840.113549.1.1.14': { kind: 'rsa', hash: 'sha224' },
  [oid.rsaWithSha256]: { kind: 'rsa', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { kind: 'rsa', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { kind: 'rsa', hash: 'sha512' },
  '1.2.840.10045.2.1': { kind: 'ec', hash: null },
  '1.2.840.10045.4.1': { kind: 'ec', hash: 'sha1' },
  '1.2.840.10045.4.3.1': { kind: 'ec', hash: 'sha224' },
  [oid.ecdsaWithSha256]: { kind: 'ec', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { kind: 'ec', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { kind: 'ec', hash: 'sha512' },
  [oid.ed25519]: { kind: 'ed25519', hash: 'sha512' },
};

/** What signs certificates of a chain that can be trusted to be the one the issuer signed. */
export const certificateAlgorithms: ReadonlySet<string> = new Set([
  oid.rsaWithSha256,
  '1.2.840.113549.1.1.12',
  '1.2.840.113549.1.1.13',
  oid.rsaPss,
  oid.ecdsaWithSha256,
  '1.2.840.10045.4.3.3',
  '1.2.840.10045.4.3.4',
  oid.ed25519,
]);

/** `SHA-384`; the identifier itself where nobody here knows it. */
export function nameOfDigest(identifier: string): string {
  return digests[identifier]?.toUpperCase().replace(/^SHA(\d)/, 'SHA-$1') ?? identifier;
}

/** `ECDSA, SHA-256`; the identifier itself where nobody here knows it. */
export function nameOfAlgorithm(identifier: string): string {
  if (identifier === oid.rsaPss) return 'RSA-PSS';
  const known = algorithms[identifier];
  if (!known) return identifier;
  const kind = { ec: 'ECDSA', rsa: 'RSA', ed25519: 'Ed25519' }[known.kind];
  return known.hash === null || known.kind === 'ed25519' ? kind : `${kind}, ${known.hash.toUpperCase().replace('SHA', 'SHA-')}`;
}
