import type { FailureValues } from '../../../shared/result.ts';
import { ledgerName, type Manifest } from './manifest.ts';
import type { VerdictSentence } from './sentences.ts';

export interface ManifestFault {
  readonly sentence: Extract<VerdictSentence, `manifest.${string}`>;
  readonly values: FailureValues;
}

/** What was checked before signing, in the order in which it is written. */
const checks = ['custody-unbroken', 'hashes-verified', 'events-cited', 'exhibits-readable', 'exhibits-drawn', 'contrary-evidence'];

/** Whether the manifest agrees with itself: what must be so of any one of ours, whatever file it stands in. */
export function findManifestFault(manifest: Manifest): ManifestFault | undefined {
  return findPlaceFault(manifest) ?? findAttachmentFault(manifest) ?? findHeadFault(manifest) ?? findGateFault(manifest);
}

/** The name of an exhibit's original among the attachments: in place of pages, or beside those that do not show all of it. */
export function attachedAs(included: Manifest['exhibits'][number]['included']): string | undefined {
  if (included.as === 'pages') return 'original' in included ? included.original : undefined;
  return included.as === 'attachment' ? included.name : undefined;
}

/** Exhibits once each, by rising number, and their pages one after the other. */
function findPlaceFault({ exhibits, pages }: Manifest): ManifestFault | undefined {
  let [page, before] = [0, 0];
  for (const { number, included } of exhibits) {
    const fault = (sentence: ManifestFault['sentence']): ManifestFault => ({ sentence, values: { number } });
    const counted = Number(number.slice(3));
    if (counted <= before) return fault('manifest.number');
    before = counted;
    const [from, to] = included.as === 'pages' ? [included.from, included.to] : [included.slip, included.slip];
    if (from <= page || to < from || to > pages) return fault('manifest.place');
    page = to;
    if (!(attachedAs(included) ?? `${number} `).startsWith(`${number} `)) return fault('manifest.attached');
  }
  return undefined;
}

/** The ledger, and the originals of the exhibits that are attached, in their order, with their own size and hash. */
function findAttachmentFault({ attachments, exhibits, ledger }: Manifest): ManifestFault | undefined {
  const attached = exhibits.flatMap(({ included, ...exhibit }) => {
    const name = attachedAs(included);
    return name === undefined ? [] : [{ ...exhibit, name }];
  });
  const [first, ...others] = attachments;
  if (first?.name !== ledgerName || ledger.file !== ledgerName || first.sha256 !== ledger.sha256)
    return { sentence: 'manifest.ledger', values: {} };
  const wrong = attached.find(({ name, bytes, sha256 }, index) => {
    const other = others[index];
    return other?.name !== name || other.bytes !== bytes || other.sha256 !== sha256;
  });
  if (wrong) return { sentence: 'manifest.attached', values: { number: wrong.number } };
  const extra = others[attached.length];
  return extra && { sentence: 'manifest.no-exhibit', values: { name: extra.name } };
}

function findHeadFault({ ledger: { heads } }: Manifest): ManifestFault | undefined {
  return heads.map((head) => head.chain).join(' ') === 'custody audit' ? undefined : { sentence: 'manifest.heads', values: {} };
}

/** A gate that refused is not followed by a signature. */
function findGateFault({ gate, formatVersion }: Manifest): ManifestFault | undefined {
  // Form 1 was written before pages were compared with what is shown.
  const wanted = formatVersion === 1 ? checks.filter((name) => name !== 'exhibits-drawn') : checks;
  const whole = gate.map((check) => check.name).join(' ') === wanted.join(' ') && gate.every((check) => check.outcome !== 'refused');
  return whole ? undefined : { sentence: 'manifest.gate', values: {} };
}
