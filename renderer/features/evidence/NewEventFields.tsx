import type { ReactElement } from 'react';
import type { Case } from '../../../shared/model/case.ts';
import type { Lane, Standing } from '../../../shared/model/event.ts';
import { LaneAndStanding } from '../../parts/event/LaneAndStanding.tsx';
import type { WhenEntry, WhenGround } from '../../parts/event/when-entry.ts';
import { WhenField } from '../../parts/event/WhenField.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useWords } from '../../ui/words.ts';

export interface NewEvent {
  readonly title: string;
  readonly when: WhenEntry;
  readonly lane: Lane;
  readonly standing: Standing;
}

interface NewEventFieldsProps {
  readonly matter: Case;
  readonly fields: NewEvent;
  readonly onChange: (part: Partial<NewEvent>) => void;
  readonly ground: WhenGround;
  /** Somebody tried to save: what is missing is said. */
  readonly tried: boolean;
}

/** The least an event needs to be made from a place in an exhibit. */
export function NewEventFields({ matter, fields, onChange, ground, tried }: NewEventFieldsProps): ReactElement {
  const say = useWords('event');
  return (
    <>
      <TextField
        label={say('title')}
        value={fields.title}
        onChange={(title) => onChange({ title })}
        isRequired
        autoFocus
        maxLength={300}
        hint={say('title.hint')}
        error={tried && fields.title.trim() === '' ? say('title.missing') : undefined}
      />
      <WhenField
        matter={matter}
        entry={fields.when}
        onChange={(when) => onChange({ when })}
        ground={ground}
        error={tried && fields.when.text.trim() === '' ? say('when.missing') : undefined}
      />
      <div className="field-row">
        <LaneAndStanding lane={fields.lane} standing={fields.standing} onChange={onChange} />
      </div>
    </>
  );
}
