import type { ReactElement } from 'react';
import { type Stance, stance } from '../../../shared/model/citation.ts';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import { describePlace, isPlace } from '../../parts/exhibit/place-words.ts';
import { Select, TextField } from '../../ui/Field.tsx';
import { useWords } from '../../ui/words.ts';

export interface CitedPlace {
  readonly place: string;
  readonly stance: Stance;
  readonly quote: string;
}

interface CitedPlaceFieldsProps {
  readonly exhibit: Exhibit;
  readonly fields: CitedPlace;
  readonly onChange: (part: Partial<CitedPlace>) => void;
}

/** Where in the exhibit, for or against, and in which words. */
export function CitedPlaceFields({ exhibit, fields, onChange }: CitedPlaceFieldsProps): ReactElement {
  const say = useWords('event');
  const { place } = fields;
  return (
    <div className="inset">
      <div className="field-row">
        <TextField
          label={say('cite.place')}
          value={place}
          onChange={(next) => onChange({ place: next })}
          hint={isPlace(place) ? `${exhibit.number} · ${describePlace(place, say)}` : say('citations.place.hint')}
          error={isPlace(place) ? undefined : say('citations.place.invalid')}
        />
        <Select
          label={say('stance')}
          options={stance.options.map((key) => ({ key, label: say(`stance.${key}`) }))}
          value={fields.stance}
          onChange={(next) => onChange({ stance: next })}
        />
      </div>
      <TextField label={say('cite.quote')} value={fields.quote} onChange={(quote) => onChange({ quote })} lines={3} maxLength={2000} />
    </div>
  );
}
