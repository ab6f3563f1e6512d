import type { Content } from 'pdfmake/interfaces.js';
import { grouped } from '../../../../../shared/model/fingerprint.ts';
import { chapterHeading, colour, contentWidth } from '../../press/design.ts';
import type { ChapterInput } from './chapter.ts';

const commands = [
  ['verifying.command-pdfsig', 'pdfsig case-file.pdf'],
  ['verifying.command-qpdf', 'qpdf --check case-file.pdf'],
  [
    'verifying.command-openssl',
    'openssl cms -verify -binary -inform DER -in signature.der -content signed-bytes -noverify -out checked-bytes',
  ],
  ['verifying.command-attachments', 'pdfdetach -saveall case-file.pdf && sha256sum *'],
  ['verifying.command-casewright', 'casewright verify case-file.pdf'],
] as const;

/** Plain words for a stranger: what the signature covers, how to check it without us, and what it cannot say. */
export function composeVerifying({ content, set, say }: ChapterInput): Content[] {
  const paragraph = (text: string): Content => set.text(text, { lineHeight: 1.35, margin: [0, 0, 0, 8] });
  return [
    ...chapterHeading(set, { title: say('verifying.title'), id: 'verifying' }),
    paragraph(say('verifying.what')),
    paragraph(say('verifying.time')),
    paragraph(say(content.signer.ownMade ? 'verifying.own-certificate' : 'verifying.issued-certificate')),
    {
      table: {
        widths: ['*'],
        body: [[set.text(grouped(content.signer.sha256), { fontSize: 8.5, color: colour.ink, fillColor: colour.sunken })]],
      },
      layout: box,
      margin: [0, 0, 0, 12],
    },
    heading(set.text(say('verifying.commands'))),
    ...commands.flatMap(([name, command]): Content[] => [
      set.text(say(name), { fontSize: 9, color: colour.soft, margin: [0, 2, 0, 2] }),
      {
        table: { widths: [contentWidth - 16], body: [[set.text(command, { fontSize: 8.5, fillColor: colour.sunken })]] },
        layout: box,
        margin: [0, 0, 0, 6],
      },
    ]),
    set.text(say('verifying.openssl-hint'), { fontSize: 9, color: colour.soft, lineHeight: 1.35, margin: [0, 0, 0, 10] }),
    heading(set.text(say('verifying.attachments'))),
    bullet(set.text(say('verifying.attachment-manifest'))),
    bullet(set.text(say('verifying.attachment-ledger'))),
    bullet(set.text(say('verifying.attachment-originals'))),
    heading(set.text(say('verifying.signs'))),
    bullet(set.text(say('verifying.alleged'))),
    bullet(set.text(say('verifying.moments', { zone: content.case.zone }))),
    bullet(set.text(say('verifying.code-points'))),
  ];
}

const box = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 8,
  paddingRight: () => 8,
  paddingTop: () => 5,
  paddingBottom: () => 5,
};

function heading(text: Content): Content {
  return { ...(text as object), fontSize: 11, bold: true, margin: [0, 8, 0, 5] } as Content;
}

function bullet(text: Content): Content {
  return {
    columns: [{ text: '•', font: 'Latin', width: 12, color: colour.faint }, { ...(text as object), lineHeight: 1.35 } as Content],
    margin: [0, 0, 0, 4],
  };
}
