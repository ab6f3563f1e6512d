import type { Content } from 'pdfmake/interfaces.js';
import { findingNotes } from '../../../../../shared/model/exhibit.ts';
import type { Language } from '../../../../../shared/model/language.ts';
import { custodyAct, type LedgerEntry } from '../../../../../shared/model/ledger.ts';
import { describeNotes } from '../../../../../shared/words/notes.ts';
import { anchors } from '../anchors.ts';
import { chapterHeading, colour, ruledTable } from '../../press/design.ts';
import type { CaseFileSentence, Say } from '../../sentences.ts';
import { sayLocal, sayZone } from '../when.ts';
import type { ChapterInput } from './chapter.ts';

/** Per exhibit, every custody entry in the order of the ledger. */
export function composeCustody(input: ChapterInput): Content[] {
  const { content, set, say } = input;
  return [
    ...chapterHeading(set, { title: say('custody.title'), id: 'custody' }),
    set.text(`${say('custody.note')} ${say('schedule.zone', { zone: sayZone(content.case.zone, content.release.at, content.language) })}`, {
      fontSize: 9,
      color: colour.soft,
      lineHeight: 1.35,
      margin: [0, 0, 0, 10],
    }),
    ...content.exhibits.flatMap(({ exhibit, custody }): Content[] => [
      {
        table: {
          headerRows: 2,
          keepWithHeaderRows: 1,
          dontBreakRows: true,
          widths: [30, 118, 128, '*'],
          body: [
            [
              {
                text: [
                  ...set.runs(`${exhibit.number}  `, { bold: true, color: colour.act, linkToDestination: anchors.exhibit(exhibit.number) }),
                  ...set.runs(exhibit.title, { bold: true }),
                ],
                colSpan: 4,
                id: anchors.custody(exhibit.number),
              } as Content,
              {},
              {},
              {},
            ],
            [say('custody.entry'), say('custody.when'), say('custody.act'), say('custody.hash')].map((text) =>
              set.text(text, { fontSize: 8, color: colour.faint }),
            ),
            ...(custody.length === 0
              ? [[{ ...set.text(say('custody.none'), { color: colour.differ, fontSize: 8.5 }), colSpan: 4 } as Content, {}, {}, {}]]
              : custody.map((entry) => composeEntry(input, entry))),
          ],
        },
        layout: ruledTable,
        margin: [0, 0, 0, 16],
      },
    ]),
  ];
}

function composeEntry({ content, set, say }: ChapterInput, entry: LedgerEntry): Content[] {
  const { body } = entry;
  const act = custodyAct.safeParse(body.act);
  return [
    set.text(String(body.sequence), { fontSize: 8.5, color: colour.soft }),
    set.text(sayLocal(body.at, content.case.zone, content.language), { fontSize: 8, noWrap: true }),
    {
      stack: [
        set.text(act.success ? say(`act.${act.data}`) : body.act, { fontSize: 8.5, bold: true }),
        set.text(say('schedule.by', { name: body.actor.name }), { fontSize: 8, color: colour.soft }),
      ],
    },
    {
      stack: [
        set.text(`${entry.hash.slice(0, 32)}\n${entry.hash.slice(32)}`, { fontSize: 7 }),
        ...facts.flatMap(([field, name]) => {
          const value = field === 'note' ? noteOf(body.detail, content.language) : body.detail[field];
          return value === undefined || value === null || value === ''
            ? []
            : [
                set.text(say('custody.fact', { name: say(name), value: sayValue(say, String(value)) }), {
                  fontSize: 7.5,
                  color: colour.soft,
                  margin: [0, 1, 0, 0],
                }),
              ];
        }),
      ],
    },
  ];
}

/** The facts of an act that a reader of the print needs; all of them stand in ledger.jsonl. */
const facts: readonly (readonly [field: string, name: CaseFileSentence])[] = [
  ['outcome', 'fact.outcome'],
  ['source', 'fact.source'],
  ['fileName', 'fact.file'],
  ['purpose', 'fact.purpose'],
  ['note', 'fact.note'],
  ['release', 'fact.release'],
  ['as', 'fact.as'],
  ['sha256', 'fact.sha256'],
  ['sha256.after', 'fact.sha256'],
];

/** What a reader said, in the language of the print where the entry carries its facts; of an entry that does not, the sentence as it was signed. */
function noteOf({ note, notes }: LedgerEntry['body']['detail'], language: Language): LedgerEntry['body']['detail'][string] | undefined {
  const known = typeof notes === 'string' ? findingNotes.safeParse(parsed(notes)) : null;
  return known?.success ? describeNotes(known.data, language) : note;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function sayValue(say: Say, value: string): string {
  // A hash has no place to break, and the column is narrow.
  if (/^[0-9a-f]{64}$/.test(value)) return `\n${value.slice(0, 32)}\n${value.slice(32)}`;
  const name = values.get(value);
  return name ? say(name) : value;
}

const values: ReadonlyMap<string, Parameters<Say>[0]> = new Map([
  ...(['matches', 'altered', 'missing'] as const).map((one) => [one, `original.${one}`] as const),
  ...(['read', 'minimal', 'unreadable'] as const).map((one) => [one, `findings.${one}`] as const),
  ...(['pages', 'attachment', 'withheld'] as const).map((one) => [one, `value.${one}`] as const),
]);
