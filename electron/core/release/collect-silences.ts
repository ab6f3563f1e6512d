import type { Question } from '../../../shared/contract/question.ts';
import type { Language } from '../../../shared/model/language.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { CaseEvent } from '../../../shared/model/event.ts';
import type { EventId } from '../../../shared/model/identifier.ts';
import { describeLength, describeQuestion } from '../../../shared/words/question-words.ts';
import type { Vault } from '../domain/ports/index.ts';
import { askedOf, findSilences, listQuestions } from '../domain/questions/index.ts';
import type { SilenceContent, SilenceEvent, SilencesContent } from '../tasks/case-file.ts';
import { sayCaseFile } from '../print/sentences.ts';

type SilenceQuestion = Extract<Question, { kind: 'silence' }>;

/**
 * The times without a recorded act, by time, in sentences of the file's language. The other kinds of question are working
 * questions of the investigation and stay in the vault.
 */
export async function collectSilences(vault: Vault, one: Case, language: Language): Promise<SilencesContent> {
  const { questions, leftOut } = await listQuestions(vault, one.id);
  const silences = questions.filter((question) => question.kind === 'silence');
  const chronology = new Set(silences.length === 0 ? [] : vault.read.events.narrated(one.id).map(({ id }) => id));
  return {
    listed: silences.map((silence) =>
      describeSilence(
        silence,
        one.zone,
        silence.events.map((link) => collectEvent(vault.read, link, chronology, language)),
        language,
      ),
    ),
    // The count of the list is of all kinds together; a reader of this chapter must know how many of these it lacks.
    left: leftOut === 0 ? 0 : (await countSilences(vault, one)) - silences.length,
  };
}

async function countSilences(vault: Vault, { id }: Case): Promise<number> {
  const { silences } = await askedOf(vault, id);
  return findSilences(silences, vault.read.questions.recordEnd(id)).length;
}

function describeSilence(silence: SilenceQuestion, zone: string, events: readonly SilenceEvent[], language: Language): SilenceContent {
  const titled = { ...silence, events: silence.events.map((link, index) => ({ ...link, title: events[index]?.title ?? '' })) };
  const { end, recordEnds, certain, possible, moreEvents } = silence;
  return {
    wording: describeQuestion(titled, { language, zone }),
    length: describeLength(silence, language),
    end,
    recordEnds,
    certain,
    possible,
    events,
    moreEvents,
  };
}

function collectEvent(
  read: Vault['read'],
  { eventId, part, title }: Question['events'][number],
  chronology: ReadonlySet<EventId>,
  language: Language,
): SilenceEvent {
  const event = read.events.find(eventId)?.event;
  const citation = event?.citations[0] ?? null;
  // The title of a log's row is the log's own words: of a covered one they are not printed.
  const covered = !chronology.has(eventId) && citation !== null && read.exhibits.find(citation.exhibitId)?.covered === true;
  return {
    eventId,
    part,
    title: covered ? sayCaseFile(language)('silences.covered', { exhibit: citation.exhibitNumber }) : title,
    moment: event ? momentOf(event, part) : null,
    citation,
  };
}

/** Of an event, the moment that is measured: when the organisation was told of it, or when it did it. */
function momentOf({ happened, learned }: CaseEvent, part: SilenceEvent['part']): SilenceEvent['moment'] {
  if (part === 'notice' || part === 'may-be-notice') return learned ?? happened;
  return part === 'doubtful' && learned?.uncertain ? learned : happened;
}
