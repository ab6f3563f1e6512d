import { type ReactElement, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { CaseEvent } from '../../../shared/model/event.ts';
import type { EventFieldName } from '../../../shared/model/event-fields.ts';
import { formatInstant, formatMoment } from '../../../shared/time/index.ts';
import { useQuery } from '../../ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote, failureOf } from '../../ui/ErrorNote.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { type Say, useFailureSentence, useLanguage, useWords } from '../../ui/words.ts';
import { differingFields } from './event-differences.ts';
import { sayAgain } from '../../parts/event/event-edits.ts';
import './event-inspector.css';

type Version = Output<'event.versions'>[number];

/** What an event said before each change: who changed it, when, what it said; and the way back to it. */
export function EventHistory({ matter, event }: { readonly matter: Case; readonly event: CaseEvent }): ReactElement {
  const say = useWords('event');
  const [open, setOpen] = useState(false);
  const { data: versions, error, refetch } = useQuery('event.versions', event.version > 1 ? { eventId: event.id } : null);
  if (event.version === 1) return <p className="quiet small">{say('history.none')}</p>;
  const earlier = versions ?? [];
  return (
    <>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {earlier.length > 0 && (
        <Button size="small" look="quiet" aria-expanded={open} onPress={() => setOpen(!open)}>
          {open ? say('history.hide') : say('history.show', { count: earlier.length })}
        </Button>
      )}
      {open && (
        <ol className="event-history" reversed>
          {earlier.toReversed().map((version, back) => (
            <Earlier
              key={version.version}
              matter={matter}
              event={event}
              version={version}
              after={earlier[earlier.length - back]?.event ?? event}
            />
          ))}
        </ol>
      )}
    </>
  );
}

interface EarlierProps {
  readonly matter: Case;
  readonly event: CaseEvent;
  readonly version: Version;
  /** What the event said next. */
  readonly after: CaseEvent;
}

function Earlier({ matter, event, version, after }: EarlierProps): ReactElement {
  const say = useWords('event');
  const explain = useFailureSentence();
  const language = useLanguage();
  const tell = useToasts((state) => state.tell);
  const [busy, setBusy] = useState(false);
  const describe = useFieldWords(matter);
  const { event: before, replacedAt, replacedBy } = version;

  async function bringBack(): Promise<void> {
    setBusy(true);
    try {
      await sayAgain(event, version.version);
      tell(say('history.done', { title: before.title, version: version.version }));
    } catch (error) {
      tell(explain(failureOf(error as Error)), { failed: true });
    } finally {
      setBusy(false);
    }
  }

  return (
    <li>
      <p>
        <b>{say('history.version', { version: version.version })}</b>{' '}
        <span className="quiet small">
          {say('history.replaced', { time: formatInstant(replacedAt, { language, zone: matter.zone }), name: replacedBy })}
        </span>
      </p>
      <Facts
        facts={differingFields(before, after).map((field) => ({
          name: fieldName(field, say),
          value: say('history.from', { text: describe(before, field) || say('history.empty') }),
        }))}
      />
      <Button size="small" isDisabled={busy} onPress={() => void bringBack()}>
        {say('history.again')}
      </Button>
    </li>
  );
}

function fieldName(field: EventFieldName, say: Say<'event'>): string {
  switch (field) {
    case 'happened':
      return say('when');
    case 'clockId':
      return say('clock');
    case 'recorded':
    case 'learned':
      return say(`${field}When`);
    default:
      return say(field);
  }
}

/** What a field of an event says, in words. */
function useFieldWords(matter: Case): (event: CaseEvent, field: EventFieldName) => string {
  const say = useWords('event');
  const language = useLanguage();
  const parties = useQuery('party.list', { caseId: matter.id }).data ?? [];
  const allegations = useQuery('allegation.list', { caseId: matter.id }).data ?? [];
  const clocks = useQuery('clock.list', { caseId: matter.id, language }).data ?? [];
  return (event, field) => {
    switch (field) {
      case 'happened':
      case 'recorded':
      case 'learned': {
        const moment = event[field];
        if (!moment) return '';
        const shown = formatMoment(moment, { language, zone: matter.zone });
        return moment.phrase === moment.edtf ? shown : `${shown} (“${moment.phrase}”)`;
      }
      case 'clockId':
        return clocks.find(({ clock }) => clock.id === event.clockId)?.clock.name ?? '';
      case 'lane':
        return say(`lane.${event.lane}`);
      case 'standing':
        return say(`standing.${event.standing}`);
      case 'kind':
        return say(`event-kind.${event.kind}`);
      case 'parties':
        return event.parties.map((id) => parties.find((party) => party.id === id)?.name ?? '…').join(', ');
      case 'allegations':
        return event.allegations.map((id) => allegations.find((one) => one.id === id)?.number ?? '…').join(', ');
      case 'tags':
        return event.tags.join(', ');
      case 'citations':
        return event.citations.map(({ exhibitNumber, stance }) => `${exhibitNumber} (${say(`stance.${stance}`)})`).join(', ');
      default:
        return event[field];
    }
  };
}
