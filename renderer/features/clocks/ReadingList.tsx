import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { ClockStatus } from '../../../shared/contract/clock.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { ClockReading } from '../../../shared/model/clock.ts';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import { describeOffset, exactDuration, formatInstant, offsetOfReading, sayNote } from '../../../shared/time/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';

interface ReadingListProps {
  readonly matter: Case;
  readonly status: ClockStatus;
  readonly exhibits: readonly Exhibit[];
  readonly onWithdraw: (reading: ClockReading) => void;
}

/** Every reading that was taken, as it was written down; one that was withdrawn stays. */
export function ReadingList({ matter, status, exhibits, onWithdraw }: ReadingListProps): ReactElement {
  const say = useWords('clock');
  const { readings } = status.clock;
  if (readings.length === 0) return <p className="quiet small">{say('readings.none')}</p>;
  return (
    <ul className="clock-readings">
      {readings.map((reading) => (
        <ReadingItem
          key={reading.id}
          matter={matter}
          reading={reading}
          anchor={status.anchors.find(({ readingId }) => readingId === reading.id)}
          photograph={exhibits.find(({ id }) => id === reading.exhibitId)}
          onWithdraw={() => onWithdraw(reading)}
        />
      ))}
    </ul>
  );
}

interface ReadingItemProps {
  readonly matter: Case;
  readonly reading: ClockReading;
  readonly anchor: ClockStatus['anchors'][number] | undefined;
  readonly photograph: Exhibit | undefined;
  readonly onWithdraw: () => void;
}

function ReadingItem({ matter, reading, anchor, photograph, onWithdraw }: ReadingItemProps): ReactElement {
  const say = useWords('clock');
  const language = useLanguage();
  const range = offsetOfReading({ ...reading, shown: reading.shownAt, reference: reading.referenceAt });
  const reference = reading.anchor === null ? reading.reference : formatInstant(reading.referenceAt, { language, zone: matter.zone });
  return (
    <li className={reading.withdrawn ? 'clock-reading withdrawn' : 'clock-reading'}>
      <p>
        <strong>{sayNote(describeOffset(range), language)}</strong> {reading.withdrawn && <Tag>{say('withdrawn')}</Tag>}
      </p>
      <p className="verbatim">{say('reading.line', { shown: reading.shown, reference })}</p>
      <p className="quiet small">
        {say('reading.against', { name: reading.referenceName, uncertainty: exactDuration(reading.uncertainty, language) })}
      </p>
      {photograph && (
        <p className="small">
          <Link
            to="/case/$caseId/evidence/$exhibitId"
            params={{ caseId: matter.id, exhibitId: photograph.id }}
            search={reading.place ? { place: reading.place } : {}}
          >
            {photograph.number} {photograph.title}
          </Link>
        </p>
      )}
      {anchor && (
        <p className="small">
          <a href={`#/case/${matter.id}/timeline?event=${anchor.eventId}`}>{anchor.title}</a>
        </p>
      )}
      {anchor?.problem && <p className="clock-warning small">{say(`anchor.${anchor.problem}`)}</p>}
      {reading.note && <p className="small">{reading.note}</p>}
      <p className="quiet small">
        {say('reading.entered', {
          time: formatInstant(reading.enteredAt, { language, zone: matter.zone }),
          name: reading.enteredBy,
        })}
      </p>
      {!reading.withdrawn && (
        <Button size="small" look="quiet" onPress={onWithdraw} aria-label={say('withdraw.label', { shown: reading.shown })}>
          {say('withdraw')}
        </Button>
      )}
    </li>
  );
}
