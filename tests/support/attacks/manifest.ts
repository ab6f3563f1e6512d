import type { Attack } from './attack.ts';
import { inManifest, type LooseManifest, withManifestBytes } from './contents.ts';

type Exhibit = LooseManifest['exhibits'][number];
const exhibit = (at: number, by: (one: Exhibit) => void): Attack['build'] => inManifest(({ exhibits }) => by(exhibits[at] as Exhibit));
const included = (at: number, given: object): Attack['build'] => exhibit(at, (one) => void Object.assign(one.included, given));
const head = (by: (head: Record<string, unknown>) => void): Attack['build'] =>
  inManifest(({ ledger }) => by(ledger.heads[0] as unknown as Record<string, unknown>));

/** The manifest contradicts itself, the pages, the attachments or the ledger, or is not written by the rules. */
export const manifest: readonly Attack[] = [
  { done: 'A field stands twice.', build: withManifestBytes((text) => text.replace('"pages":', '"pages":1,"pages":')) },
  { done: 'A field is added.', build: inManifest((one) => void (one['note'] = 'x')) },
  { done: 'A field is added to an exhibit.', build: exhibit(0, (one) => void Object.assign(one, { note: 'x' })) },
  { done: 'A field is added to the way an exhibit stands.', build: included(0, { slip: 1 }) },
  { done: 'A field is added to a head.', build: head((one) => void (one['lastHash'] = '0'.repeat(64))) },
  { done: 'A field is added to the gate.', build: inManifest(({ gate }) => void Object.assign(gate[0] as object, { note: 'x' })) },
  {
    done: 'Its fields stand in another order.',
    build: withManifestBytes((text) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text) as object).reverse()))),
  },
  { done: 'It has blanks.', build: withManifestBytes((text) => JSON.stringify(JSON.parse(text), null, 1)) },
  { done: 'It ends with a line feed.', build: withManifestBytes((text) => `${text}\n`) },
  { done: 'A mark of byte order stands in front.', build: withManifestBytes((text) => `\uFEFF${text}`) },
  { done: 'A byte is no UTF-8.', build: withManifestBytes((text) => Buffer.concat([Buffer.from(text), Buffer.from([0xff])])) },
  {
    done: 'A number is written as a decimal.',
    build: withManifestBytes((text) => text.replace('"formatVersion":2', '"formatVersion":2.0')),
  },
  { done: 'It is nested without end.', build: withManifestBytes(() => '['.repeat(200_000)) },
  { done: 'It is empty.', build: withManifestBytes(() => '') },
  { done: 'It is of a form that does not exist.', build: inManifest((one) => void (one.formatVersion = 3 as never)) },
  { done: 'It is of form 1, and keeps the fields of form 2.', build: inManifest((one) => void (one.formatVersion = 1 as never)) },
  { done: 'It is of another format.', build: inManifest((one) => void (one.format = 'x' as never)) },
  { done: 'It has no exhibits.', build: inManifest((one) => void (one.exhibits = [] as never)) },
  { done: 'An exhibit is left out.', build: inManifest(({ exhibits }) => void exhibits.splice(1, 1)) },
  { done: 'The last exhibit is left out.', build: inManifest(({ exhibits }) => void exhibits.pop()) },
  { done: 'An exhibit is listed twice.', build: inManifest(({ exhibits }) => void exhibits.splice(1, 0, exhibits[0] as never)) },
  {
    done: 'An exhibit is listed again under another number.',
    build: inManifest(({ exhibits }) => void exhibits.push({ ...(exhibits[4] as Exhibit), number: 'EX-0006' } as never)),
  },
  {
    done: 'Two exhibits are exchanged.',
    build: inManifest(({ exhibits }) => void exhibits.splice(0, 2, exhibits[1] as never, exhibits[0] as never)),
  },
  {
    done: 'Two exhibits exchange their identities.',
    build: inManifest(({ exhibits }) => {
      [exhibits[0], exhibits[1]].forEach(
        (one, at, pair) =>
          void (at === 0 && ([(one as Exhibit).id, (pair[1] as Exhibit).id] = [(pair[1] as Exhibit).id, (one as Exhibit).id])),
      );
    }),
  },
  { done: 'An exhibit has another number.', build: exhibit(4, (one) => void (one.number = 'EX-0042')) },
  { done: 'An exhibit has a number of another shape.', build: exhibit(0, (one) => void (one.number = 'EX-1')) },
  { done: 'An exhibit has another title.', build: exhibit(0, (one) => void (one.title = 'Another')) },
  { done: 'An exhibit has another identity.', build: exhibit(0, (one) => void (one.id = '6f1d8d9e-4b0a-4b52-9e0c-3a4c5a1f0001' as never)) },
  { done: 'An exhibit shown as pages has another hash.', build: exhibit(0, (one) => void (one.sha256 = '0'.repeat(64) as never)) },
  { done: 'An attached exhibit has another hash.', build: exhibit(2, (one) => void (one.sha256 = '0'.repeat(64) as never)) },
  { done: 'A withheld exhibit has another hash.', build: exhibit(4, (one) => void (one.sha256 = '0'.repeat(64) as never)) },
  { done: 'An exhibit has another size.', build: exhibit(0, (one) => void (one.bytes += 1)) },
  { done: 'An exhibit has a size below zero.', build: exhibit(0, (one) => void (one.bytes = -1)) },
  { done: 'An exhibit has another type.', build: exhibit(0, (one) => void (one.mediaType = 'text/html')) },
  { done: 'The pages of two exhibits overlap.', build: included(1, { from: 1 }) },
  { done: 'The pages of an exhibit end before they begin.', build: included(0, { to: 1 }) },
  { done: 'The pages of an exhibit end behind the file.', build: included(1, { to: 9999 }) },
  {
    done: 'The pages of an exhibit begin one later.',
    build: exhibit(0, (one) => void Object.assign(one.included, { from: (one.included as unknown as { from: number }).from + 1 })),
  },
  {
    done: 'The pages of an exhibit are one less.',
    build: exhibit(0, (one) => void Object.assign(one.included, { to: (one.included as unknown as { to: number }).to - 1 })),
  },
  { done: 'A slip is another page.', build: included(3, { slip: 1 }) },
  {
    done: 'A slip is one page later.',
    build: exhibit(4, (one) => void Object.assign(one.included, { slip: (one.included as unknown as { slip: number }).slip + 1 })),
  },
  {
    done: 'An exhibit shown as pages is said to be withheld.',
    build: exhibit(
      0,
      (one) =>
        void (one.included = { as: 'withheld', reason: 'covered', slip: (one.included as unknown as { from: number }).from } as never),
    ),
  },
  { done: 'A covered exhibit is withheld for another reason.', build: included(4, { reason: 'too-large' }) },
  {
    done: 'An attached exhibit is said to be withheld.',
    build: exhibit(
      2,
      (one) =>
        void (one.included = { as: 'withheld', reason: 'too-large', slip: (one.included as unknown as { slip: number }).slip } as never),
    ),
  },
  { done: 'An exhibit is attached under the name of another.', build: included(2, { name: 'EX-0004 film.mp4' }) },
  { done: 'An exhibit is attached as the ledger.', build: included(2, { name: 'ledger.jsonl' }) },
  { done: 'An exhibit stands in a way that does not exist.', build: included(0, { as: 'nowhere' }) },
  { done: 'An attachment is listed twice.', build: inManifest(({ attachments }) => void attachments.push(attachments[1] as never)) },
  { done: 'An attachment is not listed.', build: inManifest(({ attachments }) => void attachments.pop()) },
  {
    done: 'An attachment is listed that is not there.',
    build: inManifest(({ attachments }) => void attachments.push({ name: 'EX-0009 x', bytes: 1, sha256: '0'.repeat(64) } as never)),
  },
  {
    done: 'The manifest lists itself.',
    build: inManifest(({ attachments }) => void attachments.push({ name: 'manifest.json', bytes: 1, sha256: '0'.repeat(64) } as never)),
  },
  {
    done: 'An attachment has another size.',
    build: inManifest(({ attachments }) => void ((attachments[1] as { bytes: number }).bytes += 1)),
  },
  {
    done: 'An attachment has another hash.',
    build: inManifest(({ attachments }) => void Object.assign(attachments[1] as object, { sha256: '0'.repeat(64) })),
  },
  { done: 'Attachments stand in another order.', build: inManifest(({ attachments }) => void attachments.reverse()) },
  { done: 'There is a page more.', build: inManifest((one) => void (one.pages += 1)) },
  { done: 'There is no page.', build: inManifest((one) => void (one.pages = 0)) },
  { done: 'There are more pages than any file has.', build: inManifest((one) => void (one.pages = 2 ** 53)) },
  { done: 'A digest of a page is missing.', build: inManifest(({ pageDigests }) => void pageDigests.pop()) },
  { done: 'A digest of a page is another.', build: inManifest(({ pageDigests }) => void pageDigests.splice(0, 1, '0'.repeat(64))) },
  { done: 'The case has another reference.', build: inManifest((one) => void (one.case.reference = 'X-1')) },
  {
    done: 'The case has a reference that is the beginning of its own.',
    build: inManifest((one) => void (one.case.reference = 'HR-2031-01')),
  },
  { done: 'The case has another title.', build: inManifest((one) => void (one.case.title = 'Another')) },
  { done: 'The case has another zone.', build: inManifest((one) => void (one.case.zone = 'UTC')) },
  { done: 'The case is another one.', build: inManifest((one) => void (one.case.id = '6f1d8d9e-4b0a-4b52-9e0c-3a4c5a1f0001' as never)) },
  { done: 'The vault is another one.', build: inManifest((one) => void (one.vault = '6f1d8d9e-4b0a-4b52-9e0c-3a4c5a1f0001')) },
  { done: 'The release has another number.', build: inManifest((one) => void (one.release.number = 2)) },
  { done: 'The release has number zero.', build: inManifest((one) => void (one.release.number = 0)) },
  { done: 'The release is in a language that does not exist.', build: inManifest((one) => void (one.release.locale = 'xx' as never)) },
  { done: 'The ledger has another hash.', build: inManifest(({ ledger }) => void (ledger.sha256 = '0'.repeat(64) as never)) },
  { done: 'The ledger is another file.', build: inManifest(({ ledger }) => void (ledger.file = 'EX-0003 chat.txt' as never)) },
  { done: 'The ledger has an entry more.', build: inManifest(({ ledger }) => void (ledger.entries += 1)) },
  { done: 'The ledger has an entry withheld.', build: inManifest(({ ledger }) => void (ledger.withheld += 1)) },
  { done: 'The ledger has entries of others.', build: inManifest(({ ledger }) => void (ledger.others += 1)) },
  { done: 'A head is larger by one.', build: head((one) => void (one['size'] = Number(one['size']) + 1)) },
  { done: 'A head is smaller by one.', build: head((one) => void (one['size'] = Number(one['size']) - 1)) },
  { done: 'A head has another root.', build: head((one) => void (one['root'] = `${'A'.repeat(43)}=`)) },
  { done: 'One chain has two heads, the other none.', build: head((one) => void (one['chain'] = 'audit')) },
  { done: 'The heads stand in another order.', build: inManifest(({ ledger }) => void ledger.heads.reverse()) },
  { done: 'There is a third head.', build: inManifest(({ ledger }) => void ledger.heads.push(ledger.heads[0] as never)) },
  { done: 'There is no head.', build: inManifest(({ ledger }) => void (ledger.heads = [] as never)) },
  { done: 'There is no checkpoint.', build: inManifest(({ ledger }) => void (ledger.checkpoint = null as never)) },
  { done: 'The checkpoint is empty.', build: inManifest(({ ledger }) => void (ledger.checkpoint = '')) },
  {
    done: 'The checkpoint is one of another vault.',
    build: inManifest(
      (one) => void (one.ledger.checkpoint = one.ledger.checkpoint.replaceAll(one.vault, '6f1d8d9e-4b0a-4b52-9e0c-3a4c5a1f0001')),
    ),
  },
  {
    done: 'The signature of the checkpoint is another.',
    build: inManifest(({ ledger }) => void (ledger.checkpoint = ledger.checkpoint.replace(/[A-Za-z0-9+/]{8}(=*)\n$/, 'AAAAAAAA$1\n'))),
  },
  {
    done: 'A second signature stands on the checkpoint.',
    build: inManifest(({ ledger }) => void (ledger.checkpoint += ledger.checkpoint.slice(ledger.checkpoint.lastIndexOf('—')))),
  },
  { done: 'Something stands behind the checkpoint.', build: inManifest(({ ledger }) => void (ledger.checkpoint += 'x')) },
  {
    done: 'The checkpoint is of one chain.',
    build: inManifest(
      ({ ledger }) => void (ledger.checkpoint = ledger.checkpoint.slice(0, ledger.checkpoint.indexOf('\n\ncasewright') + 1)),
    ),
  },
  { done: 'A check before signing is left out.', build: inManifest(({ gate }) => void gate.pop()) },
  { done: 'A check before signing stands twice.', build: inManifest(({ gate }) => void gate.push(gate[0] as never)) },
  {
    done: 'A check before signing refused.',
    build: inManifest(({ gate }) => void Object.assign(gate[0] as object, { outcome: 'refused' })),
  },
  {
    done: 'A check before signing that does not exist passed.',
    build: inManifest(({ gate }) => void Object.assign(gate[0] as object, { name: 'everything' })),
  },
];
