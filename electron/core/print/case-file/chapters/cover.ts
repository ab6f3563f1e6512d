import type { Content } from 'pdfmake/interfaces.js';
import { grouped } from '../../../../../shared/model/fingerprint.ts';
import { colour, contentWidth, factTable, label } from '../../press/design.ts';
import { sayInstant, sayZone } from '../when.ts';
import type { ChapterInput } from './chapter.ts';

/** Whose case, on whose order, to which standard, and who answers for this release. */
export function composeCover({ content, set, say }: ChapterInput): Content[] {
  const { release } = content;
  const facts: [string, string][] = [
    [say('cover.release'), say('cover.release-value', { number: release.number })],
    [say('cover.released-by'), release.by],
    [say('cover.released-at'), sayInstant(release.at, content.case.zone, content.language)],
    [say('cover.zone'), sayZone(content.case.zone, release.at, content.language)],
    [say('cover.standard'), say(`standard.${content.case.standardOfProof}`)],
    [
      say('cover.counts'),
      say('cover.counts-value', { events: content.events.length, exhibits: content.exhibits.length, parties: content.parties.length }),
    ],
    [say('cover.signed-with'), content.signer.subject],
    [say('signature.fingerprint'), grouped(content.signer.sha256)],
  ];
  return [
    {
      ...set.text(say('cover.kind'), { fontSize: 11, color: colour.soft, margin: [0, 96, 0, 10] }),
      id: 'cover',
      outline: true,
      outlineText: say('cover.kind'),
    } as Content,
    set.text(content.case.reference, { fontSize: 15, bold: true, color: colour.act, margin: [0, 0, 0, 6] }),
    set.text(content.case.title, { fontSize: 27, bold: true, color: colour.ink, lineHeight: 1.15, margin: [0, 0, 0, 22] }),
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: contentWidth, y2: 0, lineWidth: 1.5, lineColor: colour.ink }], margin: [0, 0, 0, 22] },
    label(set, say('cover.mandate'), { margin: [0, 0, 0, 3] }),
    set.text(content.case.mandate === '' ? say('cover.no-mandate') : content.case.mandate, {
      fontSize: 10.5,
      lineHeight: 1.35,
      margin: [0, 0, 0, 24],
    }),
    factTable(set, facts, { names: 128, size: 10, space: 5 }),
    set.text(say('cover.alleged'), { fontSize: 9, color: colour.soft, lineHeight: 1.35, margin: [0, 24, 0, 0] }),
  ];
}
