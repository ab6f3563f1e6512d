import { words } from '../words.ts';

/** How a stranger verifies the file. */
export const verifying = {
  'verifying.title': 'How to verify this file',
  'verifying.what':
    'This PDF carries an electronic signature (PAdES, baseline level B) over every byte of it but the signature’s own digits, attachments included. If a single one of these bytes has changed since, pdfsig, openssl and Casewright say so. You need neither Casewright nor a network connection.',
  'verifying.time':
    'The time of signing is what the signing computer’s own clock said. No time-stamp authority has confirmed it; do not rely on it as a trusted time.',
  'verifying.own-certificate':
    'The signing certificate was made by the signer. No authority vouches for it, so programs report “signature valid, certificate not trusted”. That is expected. To know who signed, compare this SHA-256 fingerprint of the certificate with the one the signer gives you by another way, for example by telephone:',
  'verifying.issued-certificate':
    'The signing certificate was issued by the authority named on the certification page. Whether that authority is trusted is for the reader to judge. SHA-256 fingerprint of the certificate:',
  'verifying.commands': words['label.commands'],
  'verifying.command-pdfsig': 'Is the signature valid, and does it cover the whole document? (Poppler)',
  'verifying.command-qpdf': 'Is the file structure sound? (qpdf)',
  'verifying.command-openssl': 'The signature on its own (OpenSSL)',
  'verifying.command-attachments': 'Take out the attachments and compare their hashes with the exhibit schedule (Poppler)',
  'verifying.command-casewright': 'All of it at once, with a verdict in plain words (Casewright, without any vault)',
  'verifying.openssl-hint':
    'signature.der is the hexadecimal text of /Contents turned into bytes, up to the length its first four bytes announce; signed-bytes are the two parts of the file that /ByteRange names, one after the other.',
  'verifying.attachments': 'What is attached',
  'verifying.attachment-manifest':
    'manifest.json: the certificate that signs; every exhibit with its number, SHA-256, size, and whether it stands here as pages, as an attachment, or was withheld and why; a digest of every page; the hash of every attachment; the heads of the ledger.',
  'verifying.attachment-ledger':
    'ledger.jsonl: the whole ledger of the vault, one line after the other. Entries about this case stand in full, each signed by the person who acted (Ed25519) and naming the hash of the entry before it, or, where they hold working notes, as their hash in the tree; all others are hashes only. From the lines alone the roots (RFC 9162) that the manifest names are computed.',
  'verifying.attachment-originals':
    'Originals of exhibits that are not shown as pages, byte for byte, named by exhibit number, unless the slip sheet says that the original is not attached. Originals of exhibits shown as pages stay in the vault; anyone entitled to them can compare their SHA-256 with the exhibit schedule.',
  'verifying.signs': 'How to read this file',
  'verifying.alleged':
    '“Asserted” stands on every event until the investigator has marked it as established. “Accounts differ” stands where one source supports and another contradicts.',
  'verifying.moments':
    'A time is a point only where it is known to the second; otherwise its earliest and latest bounds are given. Local times are those of {{zone}} unless another zone is named.',
  'verifying.code-points':
    'A character that cannot be printed, or would hide or reorder its neighbours, is written as its code point, such as [U+202E].',
} as const;
