import type { Content } from 'pdfmake/interfaces.js';
import { anchors } from '../anchors.ts';
import { grouped } from '../../../../../shared/model/fingerprint.ts';
import { chapterHeading, colour, contentWidth, label, ruledTable } from '../../press/design.ts';
import { sayInstant } from '../when.ts';
import type { ChapterInput } from './chapter.ts';

/** The visible signature: a box on the certification page. Its words are set apart, so that the widget itself can show them. */
export const signatureBox = { width: contentWidth, height: 124 } as const;

const outcomeColour = { passed: colour.verified, warning: colour.differ, refused: colour.breach } as const;

/** What was checked before the signature, the heads of the ledger, and who signs. */
export function composeCertification(input: ChapterInput): Content[] {
  const { content, set, say } = input;
  return [
    ...chapterHeading(set, { title: say('certification.title'), id: 'certification', landscape: false }),
    set.text(
      say('certification.statement', { reference: content.case.reference, number: content.release.number, name: content.release.by }),
      { lineHeight: 1.35, margin: [0, 0, 0, 8] },
    ),
    set.text(say('certification.signer', { subject: content.signer.subject, fingerprint: grouped(content.signer.sha256) }), {
      fontSize: 8.5,
      lineHeight: 1.3,
      margin: [0, 0, 0, 10],
    }),
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: [112, 50, '*'],
        body: [
          [say('certification.check'), say('certification.outcome'), say('certification.finding')].map((text) =>
            set.text(text, { fontSize: 8, color: colour.faint }),
          ),
          ...content.gate.map((check) => [
            set.text(say(`check.${check.name}`), { fontSize: 8.5, bold: true }),
            set.text(say(`outcome.${check.outcome}`), { fontSize: 8.5, bold: true, color: outcomeColour[check.outcome] }),
            set.text(check.detail, { fontSize: 8.5, lineHeight: 1.2 }),
          ]),
        ],
      },
      layout: ruledTable,
      margin: [0, 0, 0, 10],
    },
    // Heads, completeness and the box stay together: a box alone on a page would sign nothing that is seen with it.
    { stack: composeEnding(input), unbreakable: true },
  ];
}

function composeEnding({ content, set, say }: ChapterInput): Content[] {
  const missing = [...set.missing];
  return [
    set.text(say('certification.heads'), { fontSize: 10, bold: true, margin: [0, 0, 0, 3] }),
    set.text(say('certification.heads-note'), { fontSize: 8.5, color: colour.soft, lineHeight: 1.3, margin: [0, 0, 0, 6] }),
    ...content.heads.map(
      (head): Content => ({
        columns: [
          { ...set.text(say('certification.head', { chain: say(`chain.${head.chain}`), size: head.size }), { fontSize: 9 }), width: 128 },
          { ...set.text(say('certification.root', { root: head.root }), { fontSize: 7.5 }), width: '*' },
        ],
        margin: [0, 0, 0, 4],
      }),
    ),
    set.text(say('certification.completeness'), { fontSize: 10, bold: true, margin: [0, 6, 0, 3] }),
    set.text(
      missing.length === 0
        ? say('certification.no-missing')
        : say('certification.missing', {
            count: missing.reduce((sum, [, count]) => sum + count, 0),
            list: missing
              .slice(0, 40)
              .map(
                ([character, count]) => `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')} ×${count}`,
              )
              .join(say('list.separator')),
          }),
      { fontSize: 8.5, color: colour.soft, lineHeight: 1.3, margin: [0, 0, 0, 10] },
    ),
    // The box itself is laid over this empty space when the file is put together.
    {
      stack: [
        { text: ' ', font: 'Latin', fontSize: 2, id: anchors.signature },
        { canvas: [{ type: 'rect', x: 0, y: 0, w: signatureBox.width, h: signatureBox.height, lineWidth: 0.01, lineColor: colour.paper }] },
      ],
    },
  ];
}

/** The words in the signature box: facts anyone can check, not a claim that they were checked. */
export function composeSignature({ content, set, say }: ChapterInput): Content[] {
  const { signer } = content;
  const fact = (name: string, value: string): Content => ({
    columns: [label(set, name, { width: 96, fontSize: 8 } as never), { ...set.text(value, { fontSize: 8.5 }), width: '*' }],
    margin: [0, 0, 0, 2.5],
  });
  return [
    set.text(say('signature.title'), { fontSize: 11, bold: true, margin: [0, 0, 0, 5] }),
    fact(say('signature.by'), content.release.by),
    fact(say('signature.certificate'), signer.subject),
    fact(say('signature.issuer'), signer.ownMade ? say('signature.own-made') : signer.issuer),
    fact(say('signature.time'), `${sayInstant(content.release.at, content.case.zone, content.language)} · ${say('signature.claimed')}`),
    {
      columns: [
        label(set, say('signature.fingerprint'), { width: 96, fontSize: 8 } as never),
        { ...set.text(grouped(signer.sha256), { fontSize: 7 }), width: '*' },
      ],
    },
  ];
}
