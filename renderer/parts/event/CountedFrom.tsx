import { type ReactElement, useState } from 'react';
import type { Case } from '../../../shared/model/case.ts';
import type { ExhibitId } from '../../../shared/model/identifier.ts';
import { formatMoment } from '../../../shared/time/index.ts';
import { Select } from '../../ui/Field.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import { EventField } from './EventField.tsx';
import { type CountedFrom as From, isBounded, type WhenGround } from './when-entry.ts';

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
  const dated = ground.dated.filter(({ moment }) => isBounded(moment));
  const key = wantsEvent || dated.length === 0 ? EVENT : value && 'exhibitId' in value ? value.exhibitId : null;
  return (
    <div className="field-row">
      <Select
        label={say('counted')}
        hint={dated.length === 0 ? say('counted.undated') : undefined}
        options={[
          ...dated.map(({ exhibitId, number, title, moment }) => ({
            key: exhibitId as string,
            label: `${number} ${title}`,
            detail: formatMoment(moment, { language, zone: matter.zone, zoneShown: false }),
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
