import { type ReactElement, useState } from 'react';
import type { Case } from '../../../shared/model/case.ts';
import type { ExhibitId } from '../../../shared/model/identifier.ts';
import { formatMoment } from '../../../shared/time/index.ts';
import { Select } from '../../ui/Field.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import { EventField } from './EventField.tsx';
import { boundsOf, type CountedFrom as From, type WhenGround } from './when-entry.ts';

interface CountedFromProps {
  readonly matter: Case;
  readonly ground: WhenGround;
  readonly value: From | null;
  readonly onChange: (from: From) => void;
}

const EVENT = 'event';

/** What relative words are counted from: the date of an exhibit, or when an event happened. */
export function CountedFrom({ matter, ground, value, onChange }: CountedFromProps): ReactElement {
  const say = useWords('event');
  const language = useLanguage();
  const [wantsEvent, setWantsEvent] = useState(value !== null && 'event' in value);
  const dated = ground.exhibits.filter(({ dated: own }) => boundsOf(own) !== null);
  const key = wantsEvent || dated.length === 0 ? EVENT : value && 'exhibitId' in value ? value.exhibitId : null;
  return (
    <div className="field-row">
      <Select
        label={say('counted')}
        hint={dated.length === 0 ? say('counted.undated') : undefined}
        options={[
          ...dated.map((exhibit) => ({
            key: exhibit.id as string,
            label: `${exhibit.number} ${exhibit.title}`,
            detail: exhibit.dated ? formatMoment(exhibit.dated, { locale: language, zone: matter.zone, zoneShown: false }) : '',
          })),
          { key: EVENT, label: say('counted.event') },
        ]}
        value={key}
        onChange={(next) => {
          setWantsEvent(next === EVENT);
          if (next !== EVENT) onChange({ exhibitId: next as ExhibitId });
        }}
      />
      {key === EVENT && (
        <EventField
          matter={matter}
          label={say('counted.which')}
          {...(ground.self === undefined ? {} : { without: ground.self })}
          value={value && 'event' in value ? value.event : null}
          onChange={(event) => event && onChange({ event })}
        />
      )}
    </div>
  );
}
