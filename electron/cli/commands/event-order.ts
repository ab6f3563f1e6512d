import { z } from 'zod';
import { eventOrder } from '../../../shared/contract/question.ts';
import { eventId } from '../../../shared/model/identifier.ts';
import { moment } from '../../../shared/model/moment.ts';
import type { CaseEvent } from '../../../shared/model/event.ts';
import type { Case } from '../../../shared/model/case.ts';
import { describeClocks, quoted } from '../../../shared/words/question-words.ts';
import { describeOrder, formatMoment } from '../../../shared/time/index.ts';
import { type Command, defineCommand } from '../command.ts';
import { caseReference, opening, vaultFolder } from '../options.ts';
import { fields } from '../table.ts';
import { language, word } from '../words.ts';

const { explanation, clocks: clockFacts, sameClock: sameClockFact } = eventOrder.unwrap().shape;
const { earliest, latest, edtf } = moment.unwrap().shape;
const ordered = z.object({ id: eventId, title: z.string(), moment: z.string(), earliest, latest, edtf });
const orderedEvents = explanation
  .unwrap()
  .pick({ order: true, decidedBy: true, overlap: true, doubtful: true, settledBy: true })
  .extend({
    first: ordered,
    second: ordered,
    why: z.string(),
    couldSecondComeFirst: z.enum(['yes', 'no', 'cannot-tell']),
    question: z.string(),
    answer: z.string(),
    settling: z.array(z.string()),
    clocks: clockFacts,
    sameClock: sameClockFact,
  });

const order = defineCommand({
  name: 'event order',
  arguments: [vaultFolder, { name: 'A', help: word('argument.A') }, { name: 'B', help: word('argument.B') }],
  options: { case: caseReference, ...opening },
  output: orderedEvents,
  async run({ argument, ask, openCase }) {
    const matter = await openCase();
    const find = async (text: string): Promise<CaseEvent> =>
      await ask('event.get', { eventId: await ask('event.find', { caseId: matter.id, text }) });
    const [first, second] = [await find(argument('A')), await find(argument('B'))];
    const answer = await ask('event.order', { first: first.id, second: second.id });
    const { explanation, clocks, sameClock } = answer;
    const names = { one: quoted(first.title), other: quoted(second.title) };
    const sentences = describeOrder(explanation, names, { language, zone: matter.zone });
    const readings = describeClocks(answer, { one: first.title, other: second.title }, language);
    const could = ({ surely: 'yes', no: 'no', 'cannot-tell': 'cannot-tell' } as const)[explanation.otherFirst.possibility];
    const json = {
      first: shown(first, matter),
      second: shown(second, matter),
      order: explanation.order,
      why: sentences.order,
      couldSecondComeFirst: could,
      question: sentences.question,
      answer: sentences.answer,
      settling: [...sentences.settling, ...readings],
      decidedBy: explanation.decidedBy,
      overlap: explanation.overlap,
      doubtful: explanation.doubtful,
      settledBy: explanation.settledBy,
      clocks,
      sameClock,
    };
    const lines = [
      fields([
        ['A', `${json.first.moment}  ${first.title}`],
        ['B', `${json.second.moment}  ${second.title}`],
        [word('label.order'), word(`order.${explanation.order}`)],
      ]),
      json.why,
      `${json.question} ${json.answer}`,
      ...json.settling,
    ];
    return { json, text: lines.filter((line) => line !== '').join('\n') };
  },
});

export const eventOrderCommands: readonly Command[] = [order];

function shown({ id, title, happened }: CaseEvent, { zone }: Case) {
  const { earliest, latest, edtf } = happened;
  return { id, title, moment: formatMoment(happened, { language, zone }), earliest, latest, edtf };
}
