/**
 * What a stranger is told about a signature and its signer: plain, and no more certain than what was computed. Nobody is named as
 * the signer whom nobody identified, and what Casewright does not know is called unknown, never bad.
 */
export const signatureVerdict = {
  'summary.identified':
    'Intact, and its signer is identified: this file is exactly as it was signed, with the certificate you know as that of {{signer}}.',
  'summary.not-identified':
    'Intact; signer not identified. Nothing in this file was changed after it was signed, and what it says of itself agrees. Who signed it cannot be told from the file: anybody can make a certificate in any name.',
  'summary.changed': 'Altered: this file is not as it was signed. Do not rely on it.',
  'summary.contradictory': 'Contradictory: the bytes are as they were signed, but what the file says does not agree. Do not rely on it.',
  'summary.other-certificate':
    'WARNING: THIS FILE WAS NOT SIGNED WITH THE CERTIFICATE WHOSE FINGERPRINT YOU GAVE. Somebody else signed it, or you were given a wrong fingerprint. Do not rely on it.',
  'summary.other-certificate-remembered':
    'WARNING: THIS FILE GOES UNDER THE NAME OF {{signer}}, BUT IT WAS NOT SIGNED WITH THE CERTIFICATE KNOWN TO BE THEIRS. Somebody may be using that name. Do not rely on it.',
  'summary.not-our-form':
    'Cannot say: this file calls itself a case file but is not in the form Casewright writes, so what it contains was not compared. What holds of its signature stands below. Do not rely on it as a case file.',
  'summary.unknown-algorithm':
    'Cannot say: this case file is signed in a way that Casewright does not write or cannot compute. What holds stands below.',
  'summary.other-program':
    'Cannot say more than stands below: this is a signed PDF of another program, not a case file. Its signatures were checked, its contents were not.',
  'advice.not-identified':
    'To know who signed, ask the signer for the fingerprint of the certificate by another way, such as the telephone, and compare all of it with this one: {{fingerprint}}. Then verify again with the fingerprint you were given.',
  'advice.changed': 'Ask whoever sent it for the file as it was signed, and keep this one as it is.',
  'advice.contradictory': 'Keep the file as it is and ask whoever sent it to explain what does not agree.',
  'advice.other-certificate':
    'Ask the signer again, by another way than the one this file came by. In the file: {{fingerprint}}. As given: {{known}}.',
  'advice.other-certificate-remembered':
    'Ask {{signer}} by another way whether they have a new certificate, and compare its fingerprint before you remember it. In the file: {{fingerprint}}. As remembered: {{known}}.',
  'advice.not-our-form':
    'Ask whoever sent it for the case file as Casewright wrote it; saving it again with another program changes its form.',
  'advice.unknown-algorithm': 'Verify the signature with a program that knows this way of signing, such as pdfsig or pyHanko.',
  'advice.other-program': 'For trust lists, revocation and certified changes, use the program of whoever signed it.',

  'later.separator': '; ',
  'form.passed': 'The file is in the form Casewright writes (form {{form}}): nothing in it stands twice, besides or out of reach.',
  'form.first':
    'The file is in form 1, the form of its time: it does not say what its pages show nor which certificate signs it, so neither was compared.',
  'form.other': 'The file was not written by Casewright.',

  'signature.passed': 'The signature was made with the key of the certificate ({{algorithm}}), and it names that certificate.',
  'signature.failed': 'The signature was not made with the key of the certificate, or was itself changed.',
  'signature.unknown':
    'The signature is made by {{algorithm}} or with a key that Casewright cannot compute with: whether it holds is unknown.',
  'signature.other-form':
    'The signature was made with the key of the certificate ({{algorithm}}; digest {{digest}}), but it is not written as Casewright writes signatures.',
  'signature.no-certificate-reference':
    'The signature does not name its certificate by hash, so the certificate could have been exchanged.',
  'signature.other-certificate': 'The signature names another certificate than the one in the file.',
  'signature.malformed': 'The signature cannot be read: {{problem}}',
  'digest.passed': 'Every signed byte is as it was when the file was signed.',
  'digest.failed': 'The signed bytes were changed after signing: their digest ({{algorithm}}) is not the one in the signature.',
  'digest.unknown':
    'Whether the signed bytes are as they were is unknown: the signature speaks of a digest ({{algorithm}}) that Casewright cannot compute, or contradicts itself about it.',
  'coverage.passed': 'The signature covers the whole file: {{bytes}} bytes, all but the signature itself.',
  'certificate.own': 'The certificate names {{subject}} and was made by its owner; no authority vouches for that name.',
  'certificate.issued':
    'The certificate names {{subject}} and says it was issued by {{issuer}}. No authority’s list was consulted: the check is offline.',
  'certificate.time-claim': 'The time of signing is the signing computer’s claim; no time-stamp authority confirmed it.',
  'certificate.unreadable': 'The certificate cannot be read.',
  'certificate.validity': 'The certificate of {{subject}} was not valid at the claimed time of signing ({{from}} to {{to}}).',
  'certificate.order': 'The certificate of {{subject}} does not stand before its issuer’s, or stands twice.',
  'certificate.issuer': 'The certificate of {{subject}} was not signed by the issuer that stands with it.',
  'certificate.authority': 'The certificate of {{subject}} may not issue certificates, but issued one.',
  'certificate.usage': 'The certificate of {{subject}} is not for signing.',
  'certificate.key': 'The key of {{subject}} is too weak or of a kind that no case file is signed with.',
  'certificate.algorithm': 'The certificate of {{subject}} is itself signed in a way that can be forged or is not known.',
  'agreement.passed':
    'Signer and content agree: the certificate is the one that cover, certification and manifest name, and name and time of the signature are those of the release ({{by}}). Both are the signer’s own words.',
  'agreement.form-1':
    'The name in the certificate is that of the release ({{by}}), and so is the time. A file of form 1 says no more about its signer.',
  'agreement.form-1-other':
    'The release names {{by}}, the certificate {{subject}}. A file of form 1 does not say which certificate signs it: compare the fingerprint printed on the certification page.',
  'agreement.certificate': 'The content speaks of the certificate of {{said}}, but the certificate of {{actual}} signed it.',
  'agreement.name': 'The content says it was released by {{said}}, the signature names {{actual}}.',
  'agreement.time': 'The content says it was released at {{said}}, the signature says {{actual}}.',

  'foreign.numbered': 'Signature {{number}}: {{detail}}',
  'foreign.holds-signature': 'It was made with the key of the certificate that names {{subject}} ({{algorithm}}).',
  'foreign.holds-time-stamp': 'A time stamp, made with the key of the certificate that names {{subject}} ({{algorithm}}).',
  'foreign.unknown-kind': 'It is written in a way that Casewright does not know ({{kind}}): whether it holds is unknown.',
  'foreign.unreadable': 'Casewright cannot read it ({{problem}}): whether it holds is unknown.',
  'foreign.digest': 'The bytes it covers are as they were when they were signed ({{algorithm}}).',
  'foreign.sha1':
    'With SHA-1 two files can be made on purpose that share one digest; by itself this proves less than the digests of today.',
  'foreign.gap': 'Its byte range does not leave out exactly the signature itself: what it covers cannot be told plainly.',
  'foreign.whole': 'It covers the whole file: {{bytes}} bytes, all but the signature itself.',
  'foreign.line-end': 'It covers the whole file but the line end after the last line ({{bytes}} of {{of}} bytes), which has no meaning.',
  'foreign.later':
    'It covers the file up to byte {{bytes}} of {{of}}. The {{later}} bytes after it were added later and bring: {{list}}. Whether they change what is seen was not judged.',
  'foreign.later-nothing':
    'It covers the file up to byte {{bytes}} of {{of}}. The {{later}} bytes after it were added later and hold no object that Casewright can tell.',
  'foreign.later-signatures': 'signatures and their fields: {{count}}',
  'foreign.later-validation': 'data about certificates: {{count}}',
  'foreign.later-fields': 'form fields: {{count}}',
  'foreign.later-annotations': 'annotations: {{count}}',
  'foreign.later-pages': 'pages: {{count}}',
  'foreign.later-unopened': 'packed objects that were not opened: {{count}}',
  'foreign.later-other': 'other objects: {{count}}',
  'foreign.fingerprint': 'SHA-256 fingerprint: {{sha256}}.',
  'foreign.time': 'The signature claims the time {{at}}.',
  'foreign.outside': 'By that claim the certificate was not valid then ({{from}} to {{to}}).',
  'foreign.unread': '{{count}} further signatures were not looked at.',
} as const;
