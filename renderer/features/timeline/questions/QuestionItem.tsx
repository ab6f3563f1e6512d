import { Link } from '@tanstack/react-router';
import { type ReactElement, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Question, QuestionLink, QuestionPart, QuestionSource } from '../../../../shared/contract/question.ts';
import type { Case } from '../../../../shared/model/case.ts';
import { describePart, describeQuestion } from '../../../../shared/words/question-words.ts';
import { formatBounds } from '../../../../shared/time/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { useLanguage, useWords } from '../../../ui/words.ts';
import { fitView, type View } from '../canvas/view.ts';
import { describePlace } from '../../../parts/exhibit/place-words.ts';
import { openQuestions } from './open-question.ts';

interface QuestionItemProps {
  readonly matter: Case;
  readonly question: Question;
  readonly onShow: (view: View) => void;
}

/** One question: its sentence, the stretch of time, the events it hangs on and the places they rest on. */
export function QuestionItem({ matter, question, onShow }: QuestionItemProps): ReactElement {
  const say = useWords('question');
  const language = useLanguage();
  const { kind, possible, events, moreEvents, sources } = question;
  const format = { language, zone: matter.zone } as const;
  const view = viewOf(question);
  const sentence = describeQuestion(question, format);
  const item = useRef<HTMLLIElement>(null);
  const asked = useStore(openQuestions, (state) => state.key === question.key);
  useEffect(() => {
    if (asked) item.current?.scrollIntoView({ block: 'start' });
  }, [asked]);
  return (
    <li ref={item} className="question" data-kind={kind} {...(asked ? { 'aria-current': true } : {})}>
      <p className="question-sentence">{sentence}</p>
      <p className="quiet small">{formatBounds({ earliest: possible.from, latest: possible.to }, format)}</p>
      <dl className="question-events">
        {byPart(events).map(([part, links]) => (
          <div key={part}>
            <dt>{describePart(kind, part, language)}</dt>
            {links.map((link) => (
              <dd key={link.eventId}>
                <Link to="/case/$caseId/timeline" params={{ caseId: matter.id }} search={{ event: link.eventId }}>
                  {link.title}
                </Link>
              </dd>
            ))}
            {part === 'meanwhile' && moreEvents > 0 && <dd className="quiet">{say('more', { count: moreEvents })}</dd>}
          </div>
        ))}
      </dl>
      {sources.length > 0 && <Sources matter={matter} sources={sources} />}
      {view && (
        <Button size="small" onPress={() => onShow(view)} aria-label={`${say('show')}: ${sentence}`}>
          {say('show')}
        </Button>
      )}
    </li>
  );
}

function Sources({ matter, sources }: { readonly matter: Case; readonly sources: readonly QuestionSource[] }): ReactElement {
  const say = useWords('question');
  const sayEvent = useWords('event');
  return (
    <p className="question-sources small">
      <span className="quiet">{say('sources')}</span>
      {sources.map(({ exhibitId, exhibitNumber, place }) => (
        <Link
          key={`${exhibitNumber}#${place}`}
          to="/case/$caseId/evidence/$exhibitId"
          params={{ caseId: matter.id, exhibitId }}
          search={place ? { place } : {}}
        >
          {exhibitNumber}
          {place !== '' && `, ${describePlace(place, sayEvent)}`}
        </Link>
      ))}
    </p>
  );
}

function byPart(events: readonly QuestionLink[]): readonly (readonly [QuestionPart, readonly QuestionLink[]])[] {
  return [...Map.groupBy(events, ({ part }) => part)];
}

const DAY = 86_400_000;

/** The stretch with a margin; one that is open on a side shows a day beyond what is known. Null where nothing is known. */
export function viewOf(question: Question): View | null {
  const { possible, certain } = question;
  const end = question.kind === 'silence' ? question.recordEnds : null;
  const from = possible.from ?? certain?.from ?? null;
  const to = possible.to ?? certain?.to ?? end;
  if (from === null && to === null) return null;
  return fitView(from ?? (to as number) - DAY, to ?? (from as number) + DAY);
}
