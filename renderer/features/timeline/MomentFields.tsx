import { type ReactElement, useState } from 'react';
import type { Case } from '../../../shared/model/case.ts';
import type { CaseEvent } from '../../../shared/model/event.ts';
import { ClockField } from '../../parts/clock/ClockField.tsx';
import { RecordedAndCorrected } from '../../parts/clock/RecordedAndCorrected.tsx';
import { useStamped } from '../../parts/clock/use-stamped.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useFailureSentence, useWords } from '../../ui/words.ts';
import type { EventFields } from './event-fields.ts';
import { wordsOf } from '../../parts/event/event-draft.ts';
import type { WhenEntry, WhenGround } from '../../parts/event/when-entry.ts';
import { WhenField } from '../../parts/event/WhenField.tsx';
import './event-editor.css';

interface MomentFieldsProps {
  readonly matter: Case;
  readonly fields: EventFields;
  readonly onChange: (part: Partial<EventFields>) => void;
  readonly ground: (which: 'happened' | 'recorded' | 'learned') => WhenGround;
  /** What a clock stamped, as `useStamped` reads it. */
  readonly stamped: ReturnType<typeof useStampedFields>;
  readonly error?: string | undefined;
}

/** When it happened, by somebody's words or by a source clock; when the source recorded it, and when the organisation learned of it. */
export function MomentFields({ matter, fields, onChange, ground, stamped, error }: MomentFieldsProps): ReactElement {
  const say = useWords('event');
  const explain = useFailureSentence();
  const { clockId } = fields;
  return (
    <>
      {clockId === null ? (
        <WhenField
          matter={matter}
          entry={fields.happened}
          onChange={(happened) => onChange({ happened })}
          ground={ground('happened')}
          error={error}
        />
      ) : (
        <div className="when-field">
          <TextField
            label={say('shown')}
            value={fields.shown}
            onChange={(shown) => onChange({ shown })}
            isRequired
            maxLength={200}
            placeholder={say('when.placeholder')}
            hint={say('shown.hint')}
            error={error ?? (stamped && 'code' in stamped ? explain(stamped) : undefined)}
          />
          {stamped && !('code' in stamped) && (
            <div aria-live="polite">
              <RecordedAndCorrected caseId={matter.id} zone={matter.zone} clockId={clockId} moments={stamped} />
            </div>
          )}
        </div>
      )}
      <ClockField
        caseId={matter.id}
        value={clockId}
        onChange={(next) =>
          // What was typed goes along: it was the clock's time, or no longer is.
          onChange({
            clockId: next,
            ...(next !== null && fields.shown === '' ? { shown: fields.happened.text } : {}),
            ...(next === null && fields.happened.text === '' ? { happened: { ...fields.happened, text: fields.shown } } : {}),
          })
        }
      />
      <div className="other-moments">
        {clockId === null && (
          <OtherMoment
            matter={matter}
            which="recorded"
            entry={fields.recorded}
            ground={ground('recorded')}
            onChange={(recorded) => onChange({ recorded })}
          />
        )}
        <OtherMoment
          matter={matter}
          which="learned"
          entry={fields.learned}
          ground={ground('learned')}
          onChange={(learned) => onChange({ learned })}
        />
      </div>
    </>
  );
}

/** What the form's clock makes of what it showed; an event's own moments as long as neither was touched. */
export function useStampedFields(matter: Case, { clockId, shown }: EventFields, event: CaseEvent | undefined) {
  const read = useStamped(matter.id, clockId, shown);
  const kept = event?.recorded && event.clockId === clockId && shown.trim() === wordsOf(event.recorded);
  return kept && event.recorded ? { recorded: event.recorded, happened: event.happened } : read;
}

/** A moment that need not be known: a button until somebody knows it. */
function OtherMoment({
  matter,
  which,
  entry,
  ground,
  onChange,
}: {
  readonly matter: Case;
  readonly which: 'recorded' | 'learned';
  readonly entry: WhenEntry;
  readonly ground: WhenGround;
  readonly onChange: (entry: WhenEntry) => void;
}): ReactElement {
  const say = useWords('event');
  const [open, setOpen] = useState(entry.text !== '');
  if (!open)
    return (
      <div>
        <Button icon="plus" size="small" onPress={() => setOpen(true)}>
          {say(`${which}When`)}
        </Button>
      </div>
    );
  return (
    <WhenField
      matter={matter}
      label={say(`${which}When`)}
      hint={say(`${which}When.hint`)}
      entry={entry}
      onChange={onChange}
      ground={ground}
      isRequired={false}
    />
  );
}
