import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { CaseFileContent } from '../../tasks/case-file.ts';
import { composeCertification, composeSignature, signatureBox } from './chapters/certification.ts';
import { composeChronology } from './chapters/chronology.ts';
import { composeClocks } from './chapters/clocks.ts';
import { composeContents, type ContentsEntry } from './chapters/contents.ts';
import { composeCover } from './chapters/cover.ts';
import { composeCustody } from './chapters/custody.ts';
import { composeExhibits } from './chapters/exhibits.ts';
import { composeParties } from './chapters/parties.ts';
import { composeSchedule } from './chapters/schedule.ts';
import { composeSilences } from './chapters/silences.ts';
import { composeTimeline } from './chapters/timeline.ts';
import { composeVerifying } from './chapters/verifying.ts';
import { colour, page, Typesetter } from '../press/design.ts';
import { fontBytes, fontFiles } from '../press/fonts.ts';
import { composedPages } from '../press/page-numbers.ts';
import { planPages, type PagePlan } from './page-plan.ts';
import { sayCaseFile } from '../sentences.ts';
import { headTop, pageStamp, stampTop } from './sheets.ts';

export interface Composed {
  /** Chapters and slips, numbered as they stand in the finished file; the sheets of the exhibits' own pages are not in it. */
  readonly pdf: Uint8Array;
  /** The pages as they were numbered. */
  readonly plan: PagePlan;
  /** One small page: what the signature's widget shows. */
  readonly signature: Uint8Array;
  /** Characters no font has, printed as [U+XXXX]. */
  readonly missing: number;
}

/** Sets the case file. The same content gives the same bytes. */
export async function composeCaseFile(content: CaseFileContent, onPage?: (share: number) => void): Promise<Composed> {
  const say = sayCaseFile(content.language);
  const set = new Typesetter();
  const input = { content, set, say };
  const clocks = content.clocks.length > 0 ? (['clocks'] as const) : [];
  const silences = content.silences.listed.length > 0 ? (['silences'] as const) : [];
  const chapters: ContentsEntry[] = (
    ['verifying', 'parties', 'chronology', 'timeline', ...clocks, ...silences, 'schedule', 'custody', 'exhibits', 'certification'] as const
  ).map((anchor) => ({
    anchor,
    title: say(`${anchor}.title`),
  }));
  // In reading order; the certification last, because it counts what the others could not print.
  const body: Content[] = [
    ...composeCover(input),
    ...composeContents(input, chapters),
    ...composeVerifying(input),
    ...composeParties(input),
    ...composeChronology(input),
    ...composeTimeline(input),
    ...(content.clocks.length > 0 ? composeClocks(input) : []),
    ...(content.silences.listed.length > 0 ? composeSilences(input) : []),
    ...composeSchedule(input),
    ...composeCustody(input),
    ...composeExhibits(input),
    ...composeCertification(input),
  ];
  const signatureBody = composeSignature(input);
  const title = say('document.title', { reference: content.case.reference, title: content.case.title });
  const composedPage = composedPages(body);
  let plan: PagePlan | undefined;
  // The first footer is asked for when every page is laid out and none is drawn yet.
  const planOnce = (composed: number): PagePlan => {
    if (!plan) {
      plan = planPages(content, composed, composedPage);
      set.pageNumbers.resolve(plan.pageOf);
    }
    return plan;
  };
  const pdf = await print(
    {
      ...common(content, title),
      pageSize: 'A4',
      pageMargins: [page.left, page.top, page.right, page.bottom],
      content: body,
      footer: (current, composed) =>
        set.text(pageStamp(content, say, planOnce(composed).finalPage(current), planOnce(composed).total), {
          alignment: 'center',
          fontSize: 8,
          color: colour.soft,
          margin: [30, stampTop, 30, 0],
        }),
      header: (current) =>
        current === 1
          ? null
          : set.text(content.case.title, { fontSize: 8, color: colour.faint, margin: [page.left, headTop, 160, 0], noWrap: true }),
    },
    onPage,
  );
  const signature = await print({
    ...common(content, title),
    pageSize: { width: signatureBox.width, height: signatureBox.height },
    pageMargins: [12, 10, 12, 6],
    content: signatureBody,
    background: {
      canvas: [
        { type: 'rect', x: 0.5, y: 0.5, w: signatureBox.width - 1, h: signatureBox.height - 1, lineWidth: 0.75, lineColor: colour.act },
      ],
    },
  });
  if (!plan) throw new Error('the case file has no page');
  return { pdf, plan, signature, missing: [...set.missing.values()].reduce((sum, count) => sum + count, 0) };
}

function common(
  content: CaseFileContent,
  title: string,
): Pick<TDocumentDefinitions, 'info' | 'defaultStyle' | 'version' | 'language' | 'displayTitle' | 'compress'> {
  const at = new Date(content.release.at);
  return {
    version: '1.7',
    language: content.language,
    displayTitle: true,
    info: {
      title,
      author: content.release.by,
      creator: `Casewright ${content.version}`,
      producer: `Casewright ${content.version}`,
      creationDate: at,
      modDate: at,
    },
    defaultStyle: { font: 'Latin', fontSize: 9.5, color: colour.ink, lineHeight: 1.2 },
  };
}

/** Left out of the library's types. */
const memory = (pdfmake as unknown as { readonly virtualfs: { writeFileSync(path: string, bytes: Uint8Array): void } }).virtualfs;

/** Sets a document in the case file's own fonts; nothing of it is fetched from anywhere. */
export async function print(definition: TDocumentDefinitions, onPage?: (share: number) => void): Promise<Uint8Array> {
  pdfmake.setFonts(fontFiles());
  // The case file asks for nothing but its own four fonts, and these are in memory.
  for (const path of Object.values(fontFiles()).flatMap((family) => Object.values(family))) memory.writeFileSync(path, fontBytes(path));
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  pdfmake.setProgressCallback(onPage ?? (() => undefined));
  return await pdfmake.createPdf(definition).getBuffer();
}
