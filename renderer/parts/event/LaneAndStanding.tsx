import type { ReactElement } from 'react';
import { type Lane, lanes, type Standing, standing as standingSchema } from '../../../shared/model/event.ts';
import { Select } from '../../ui/Field.tsx';
import { useWords } from '../../ui/words.ts';

interface LaneAndStandingProps {
  readonly lane: Lane;
  readonly standing: Standing;
  readonly onChange: (part: { readonly lane: Lane } | { readonly standing: Standing }) => void;
}

/** Whose side of the story an event is on, and how firmly it stands: two fields of one row. */
export function LaneAndStanding({ lane, standing, onChange }: LaneAndStandingProps): ReactElement {
  const say = useWords('event');
  return (
    <>
      <Select
        label={say('lane')}
        options={lanes.map((key) => ({ key, label: say(`lane.${key}`), detail: say(`lane.${key}.detail`) }))}
        value={lane}
        onChange={(next) => onChange({ lane: next })}
      />
      <Select
        label={say('standing')}
        options={standingSchema.options.map((key) => ({ key, label: say(`standing.${key}`), detail: say(`standing.${key}.detail`) }))}
        value={standing}
        onChange={(next) => onChange({ standing: next })}
      />
    </>
  );
}
