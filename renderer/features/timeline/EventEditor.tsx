import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, type ReactElement, useMemo, useState } from 'react';
import { type CaseEvent, eventKind } from '../../../shared/model/event.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { EventId } from '../../../shared/model/identifier.ts';
import { useQuery } from '../../ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Actions, Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import { AllegationsField } from '../../parts/allegation/AllegationsField.tsx';
import { CitationsField } from '../../parts/exhibit/CitationsField.tsx';
import { LaneAndStanding } from '../../parts/event/LaneAndStanding.tsx';
import { addEvent, updateEvent } from '../../parts/event/event-edits.ts';
import { draftOfFields, type EventFields, fieldsOf, groundOf, knownMoments } from './event-fields.ts';
import { MomentFields, useStampedFields } from './MomentFields.tsx';
import { PartiesField } from '../../parts/event/PartiesField.tsx';
import { isPlace } from '../../parts/exhibit/place-words.ts';
import { TagsField } from '../../parts/event/TagsField.tsx';
import { readWhen, type WhenGround } from '../../parts/event/when-entry.ts';
import { isSound } from '../../parts/event/WhenField.tsx';
import './event-editor.css';

interface EventEditorProps {
  readonly matter: Case;
  /** The event to change; without one, a new event is made. */
  readonly event?: CaseEvent;
  readonly onClose: () => void;
  readonly onSaved: (event: CaseEvent) => void;
}

/** Everything an event is made of, in one form. */
export function EventEditor({ matter, event, onClose, onSaved }: EventEditorProps): ReactElement {
  const say = useWords('event');
  const tell = useToasts((state) => state.tell);
  const [first] = useState(() => fieldsOf(matter, event));
  const [fields, setFields] = useState(first);
  const [tried, setTried] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const saving = useMutation<CaseEvent, Error, ReturnType<typeof draftOfFields>>({
    mutationKey: [event ? 'event.update' : 'event.add'],
    mutationFn: (draft) => (event ? updateEvent({ ...draft, eventId: event.id as EventId }) : addEvent({ ...draft, caseId: matter.id })),
  });
  const set = (part: Partial<EventFields>): void => setFields((before) => ({ ...before, ...part }));
  const ground = useGrounds(matter, fields, event);
  const stamped = useStampedFields(matter, fields, event);
  const timed =
    fields.clockId === null
      ? isSound(readWhen(fields.happened, ground('happened')), true) && isSound(readWhen(fields.recorded, ground('recorded')), false)
      : stamped !== null && !('code' in stamped);
  const sound =
    fields.title.trim() !== '' &&
    timed &&
    isSound(readWhen(fields.learned, ground('learned')), false) &&
    fields.citations.every((one) => one.exhibitId && isPlace(one.place));
  const typed = fields.clockId === null ? fields.happened.text : fields.shown;

  async function save(submitted: SubmitEvent): Promise<void> {
    submitted.preventDefault();
    setTried(true);
    if (!sound) return;
    try {
      const saved = await saving.mutateAsync(draftOfFields(fields, ground));
      tell(say(event ? 'saved' : 'added', { title: saved.title }));
      onSaved(saved);
    } catch {
      // The note above the buttons says why; what was entered stays.
    }
  }

  const close = (): void => (fields === first || leaving ? onClose() : setLeaving(true));
  return (
    <Dialog title={say(event ? 'form.edit' : 'form.add')} isOpen onClose={close} size="wide">
      <form className="event-form" onSubmit={(submitted) => void save(submitted)} noValidate>
        <TextField
          label={say('title')}
          value={fields.title}
          onChange={(title) => set({ title })}
          isRequired
          autoFocus
          hint={say('title.hint')}
          error={tried && fields.title.trim() === '' ? say('title.missing') : undefined}
          maxLength={300}
        />
        <MomentFields
          matter={matter}
          fields={fields}
          onChange={set}
          ground={ground}
          stamped={stamped}
          error={tried && typed.trim() === '' ? say('when.missing') : undefined}
        />
        <Kinds fields={fields} onChange={set} />
        <TextField label={say('location')} value={fields.location} onChange={(location) => set({ location })} maxLength={300} />
        <PartiesField caseId={matter.id} chosen={fields.parties} onChange={(parties) => set({ parties })} />
        <AllegationsField caseId={matter.id} chosen={fields.allegations} onChange={(allegations) => set({ allegations })} />
        <TagsField caseId={matter.id} label={say('tags')} tags={fields.tags} onChange={(tags) => set({ tags })} />
        <TextField
          label={say('description')}
          value={fields.description}
          onChange={(description) => set({ description })}
          lines={3}
          maxLength={8000}
        />
        <CitationsField caseId={matter.id} entries={fields.citations} onChange={(citations) => set({ citations })} />
        <ErrorNote error={saving.error} />
        <Ending leaving={leaving} isBusy={saving.isPending} onLeave={onClose} onStay={() => setLeaving(false)} onCancel={close} />
      </form>
    </Dialog>
  );
}

/** What each moment of the form is read against. */
function useGrounds(
  matter: Case,
  { citations }: EventFields,
  event: CaseEvent | undefined,
): (which: 'happened' | 'recorded' | 'learned') => WhenGround {
  const language = useLanguage();
  const dated = useQuery('exhibit.dates', { caseId: matter.id }).data;
  const grounds = useMemo(() => {
    const known = knownMoments(event);
    const make = (which: keyof typeof known): WhenGround => ({
      ...groundOf({ citations }, matter, dated ?? [], language, known[which]),
      self: event?.id,
    });
    return { happened: make('happened'), recorded: make('recorded'), learned: make('learned') };
  }, [matter, citations, event, dated, language]);
  return (which) => grounds[which];
}

/** Lane, standing, kind. */
function Kinds({
  fields,
  onChange,
}: {
  readonly fields: EventFields;
  readonly onChange: (part: Partial<EventFields>) => void;
}): ReactElement {
  const say = useWords('event');
  return (
    <div className="field-row">
      <LaneAndStanding lane={fields.lane} standing={fields.standing} onChange={onChange} />
      <Select
        label={say('kind')}
        options={eventKind.options.map((key) => ({ key, label: say(`event-kind.${key}`), detail: say(`kind.${key}.detail`) }))}
        value={fields.kind}
        onChange={(kind) => onChange({ kind })}
      />
    </div>
  );
}

interface EndingProps {
  /** Whether somebody asked to close a form that was changed. */
  readonly leaving: boolean;
  readonly isBusy: boolean;
  readonly onLeave: () => void;
  readonly onStay: () => void;
  readonly onCancel: () => void;
}

function Ending({ leaving, isBusy, onLeave, onStay, onCancel }: EndingProps): ReactElement {
  const say = useWords('event');
  if (!leaving) return <FormFoot isDisabled={isBusy} onCancel={onCancel} />;
  return (
    <div className="leaving" role="alert">
      <p>{say('discard')}</p>
      <Actions>
        <Button look="danger" onPress={onLeave}>
          {say('discard.yes')}
        </Button>
        <Button look="primary" autoFocus onPress={onStay}>
          {say('discard.no')}
        </Button>
      </Actions>
    </div>
  );
}
