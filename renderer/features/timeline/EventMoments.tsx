import type { ReactElement, ReactNode } from 'react';
import type { Case } from '../../../shared/model/case.ts';
import type { CaseEvent } from '../../../shared/model/event.ts';
import type { Language } from '../../../shared/model/language.ts';
import type { Moment } from '../../../shared/model/moment.ts';
import { describeBasis, formatBounds, formatDuration, formatInstant, formatMoment, offsetAt } from '../../../shared/time/index.ts';
import { RecordedAndCorrected } from '../../parts/clock/RecordedAndCorrected.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { InspectorPart } from '../../ui/Inspector.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import { hasNoKnownTime } from './columns.tsx';
import './event-inspector.css';

/** The four moments of an event: when it happened and how that is known; when it was recorded, learned of, and entered here. */
export function EventMoments({ matter, event }: { readonly matter: Case; readonly event: CaseEvent }): ReactElement {
  const say = useWords('event');
  const sayTimeline = useWords('timeline');
  const language = useLanguage();
  const { happened, recorded, learned, clockId } = event;
  const format = { language, zone: matter.zone } as const;
  const other = (moment: Moment): ReactNode => (
    <>
      {formatMoment(moment, format)}
      {moment.phrase !== moment.edtf && <span className="verbatim quiet other-phrase">{moment.phrase}</span>}
    </>
  );
  return (
    <>
      <InspectorPart title={say('when')}>
        <p className="moment">
          {hasNoKnownTime(event) ? sayTimeline('cell.unplaced') : formatMoment(happened, { ...format, style: 'full' })}
        </p>
        {clockId !== null && recorded ? (
          <RecordedAndCorrected caseId={matter.id} zone={matter.zone} clockId={clockId} moments={event} linked />
        ) : (
          <Facts facts={happenedFacts(event, matter.zone, language, say)} />
        )}
      </InspectorPart>
      <InspectorPart title={say('otherMoments')}>
        <Facts
          facts={[
            ...(recorded && clockId === null ? [{ name: say('recordedWhen'), value: other(recorded) }] : []),
            { name: say('learnedWhen'), value: learned ? other(learned) : <span className="quiet">{sayTimeline('cell.notKnown')}</span> },
            {
              name: say('entered'),
              value: say('entered.by', { time: formatInstant(event.enteredAt, format), name: event.enteredBy }),
            },
          ]}
        />
      </InspectorPart>
    </>
  );
}

interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

function happenedFacts(
  { happened }: CaseEvent,
  zone: string,
  language: Language,
  say: ReturnType<typeof useWords<'event'>>,
): readonly Fact[] {
  const { earliest, latest } = happened;
  const format = { language, zone } as const;
  const at = earliest ?? latest;
  const elsewhere = at !== null && happened.zone !== zone && offsetAt(at, happened.zone) !== offsetAt(at, zone);
  return [
    { name: say('recorded'), value: <span className="verbatim">{happened.phrase}</span> },
    ...(elsewhere ? [{ name: say('sourceZone'), value: formatMoment(happened, { language, zone: happened.zone, style: 'full' }) }] : []),
    { name: say('bounds'), value: formatBounds(happened, format) },
    {
      name: say('when.width'),
      value: earliest === null || latest === null ? say('when.open') : formatDuration(latest - earliest, { language }),
    },
    {
      name: say('precision'),
      value: [
        say(`precision.${happened.precision}`),
        ...(happened.approximate ? [say('approximate')] : []),
        ...(happened.uncertain ? [say('uncertain')] : []),
      ].join(', '),
    },
    { name: say('basis'), value: describeBasis(happened.basis, language) },
  ];
}
