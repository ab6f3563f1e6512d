import type { Content } from 'pdfmake/interfaces.js';
import type { ClockReading, SourceClock } from '../../../../../shared/model/clock.ts';
import { inARow } from '../../../../../shared/words/in-a-row.ts';
import { anchors } from '../anchors.ts';
import type { ClockContent } from '../../../tasks/case-file.ts';
import { chapterHeading, colour, ruledTable } from '../../press/design.ts';
import type { TextStyle } from '../../press/page-numbers.ts';
import type { Say } from '../../sentences.ts';
import { sayLocal } from '../when.ts';
import type { ChapterInput } from './chapter.ts';
import { sayPlace } from './chronology.ts';
import { groupDigits } from './schedule.ts';

const small: TextStyle = { fontSize: 8.5, color: colour.soft, lineHeight: 1.3, margin: [0, 2, 0, 0] };

/** Every clock that stamped evidence: how far off it was, by which readings, and what was thought of it before. */
export function composeClocks(input: ChapterInput): Content[] {
  const { content, set, say } = input;
  return [
    ...chapterHeading(set, { title: say('clocks.title'), id: 'clocks', landscape: false }),
    set.text(say('clocks.note', { zone: content.case.zone }), { fontSize: 9, color: colour.soft, lineHeight: 1.35, margin: [0, 0, 0, 10] }),
    ...content.clocks.flatMap((one) => composeClock(input, one)),
  ];
}

function composeClock(input: ChapterInput, { clock, wording, events, former }: ClockContent): Content[] {
  const { content, set, say } = input;
  const device = [clock.make, clock.model, clock.serial].filter((part) => part !== '').join(' · ');
  const [first = '', ...rest] = wording;
  return [
    {
      unbreakable: true,
      margin: [0, 6, 0, 6],
      stack: [
        set.text(clock.name, { bold: true, fontSize: 11 }),
        ...(device === '' ? [] : [set.text(device, small)]),
        set.text(first, { fontSize: 10, margin: [0, 4, 0, 0] }),
        ...rest.map((sentence) => set.text(sentence, small)),
        set.text(saySettings(say, clock), small),
        ...(clock.limitReason === '' ? [] : [set.text(say('clocks.limit-reason', { reason: clock.limitReason }), small)]),
        set.text(say('clocks.events', { count: groupDigits(events) }), small),
      ],
    },
    ...(clock.readings.length === 0
      ? []
      : [
          {
            table: {
              headerRows: 1,
              dontBreakRows: true,
              widths: ['*', '*', 92, 50, 62],
              body: [
                ['shown', 'reference', 'against', 'uncertainty', 'source'].map((column) =>
                  set.text(say(`clocks.${column as 'shown'}`), { fontSize: 8, color: colour.faint }),
                ),
                ...clock.readings.map((reading) => composeReading(input, reading)),
              ],
            },
            layout: ruledTable,
            margin: [0, 0, 0, 6],
          } as Content,
        ]),
    ...former.map(({ wording: [before = ''], reason, replacedAt, replacedBy }) =>
      set.text(
        say('clocks.former', {
          wording: before,
          time: sayLocal(replacedAt, content.case.zone, content.language),
          name: replacedBy,
          reason: reason === '' ? say('clocks.no-reason') : reason,
        }),
        small,
      ),
    ),
    { text: '', margin: [0, 0, 0, 10] },
  ];
}

function composeReading({ content, set, say }: ChapterInput, reading: ClockReading): Content[] {
  const exhibit = content.exhibits.find((entry) => entry.exhibit.id === reading.exhibitId)?.exhibit.number;
  const place = sayPlace(say, reading.place);
  const tone = reading.withdrawn ? colour.faint : colour.ink;
  return [
    {
      stack: [
        set.text(reading.shown, { fontSize: 8.5, color: tone }),
        ...(reading.withdrawn ? [set.text(say('clocks.withdrawn'), small)] : []),
      ],
    },
    set.text(reading.reference, { fontSize: 8.5, color: tone }),
    set.text(reading.referenceName, { fontSize: 8.5, color: tone }),
    set.text(say('clocks.seconds', { count: reading.uncertainty / 1000 }), { fontSize: 8.5, color: tone }),
    exhibit === undefined
      ? set.text('')
      : ({
          ...set.text(place === '' ? exhibit : `${exhibit}${say('list.separator')}${place}`, { fontSize: 8.5, color: colour.act }),
          linkToDestination: anchors.exhibit(exhibit),
        } as Content),
  ];
}

function saySettings(say: Say, clock: SourceClock): string {
  return inARow([
    say('clocks.zone', { zone: clock.zone ?? say('clocks.not-known') }),
    say('clocks.daylight-saving', { setting: say(`setting.${clock.daylightSaving}`).toLowerCase() }),
    say('clocks.network-time', { setting: say(`setting.${clock.networkTime}`).toLowerCase() }),
    say('clocks.stores-utc', { setting: say(`setting.${clock.storesUtc}`).toLowerCase() }),
    say('clocks.changed', { time: clock.changed === '' ? say('clocks.not-known') : clock.changed }),
  ]);
}
