import { type SubmitEvent, type ReactElement, useState } from 'react';
import { type CaseEvent, type Lane, lanes, type Standing, standing as standingSchema } from '../../../shared/model/event.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { EventId, PartyId } from '../../../shared/model/identifier.ts';
import { useCommand } from '../../app/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Actions, Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import { type CitationEntry, CitationsField, newCitation } from './CitationsField.tsx';
import { PartiesField } from './PartiesField.tsx';
import { isPlace } from './place-words.ts';
import { readMoment, WhenField } from './WhenField.tsx';

interface EventEditorProps {
  readonly matter: Case;
  /** The event to change; without one, a new event is made. */
  readonly event?: CaseEvent;
  readonly onClose: () => void;
  readonly onSaved: (event: CaseEvent) => void;
}

interface Fields {
  readonly title: string;
  readonly when: string;
  readonly zone: string;
  readonly lane: Lane;
  readonly standing: Standing;
  readonly location: string;
  readonly description: string;
  readonly parties: readonly PartyId[];
  readonly citations: readonly CitationEntry[];
}

/** Everything an event is made of, in one form. */
export function EventEditor({ matter, event, onClose, onSaved }: EventEditorProps): ReactElement {
  const say = useWords('event');
  const sayShell = useWords('shell');
  const language = useLanguage();
  const tell = useToasts((state) => state.tell);
  const [first] = useState(() => fieldsOf(matter, event));
  const [fields, setFields] = useState(first);
  const [tried, setTried] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const add = useCommand('event.add');
  const update = useCommand('event.update');
  const set = (part: Partial<Fields>): void => setFields({ ...fields, ...part });
  const moment = readMoment(fields.when, fields.zone, language);
  const sound =
    fields.title.trim() !== '' &&
    moment !== null &&
    !('code' in moment) &&
    fields.citations.every((one) => one.exhibitId && isPlace(one.place));

  async function save(submitted: SubmitEvent): Promise<void> {
    submitted.preventDefault();
    setTried(true);
    if (!sound) return;
    const draft = {
      ...fields,
      locale: language,
      parties: [...fields.parties],
      citations: fields.citations.flatMap(({ exhibitId, place, stance, quote }) =>
        exhibitId ? [{ exhibitId, place, stance, quote }] : [],
      ),
    };
    try {
      const saved = event
        ? await update.mutateAsync({ ...draft, eventId: event.id as EventId })
        : await add.mutateAsync({ ...draft, caseId: matter.id });
      tell(say(event ? 'saved' : 'added', { title: saved.title }));
      onSaved(saved);
    } catch {
      // The note above the buttons says why; what was entered stays.
    }
  }

  const close = (): void => (fields === first || leaving ? onClose() : setLeaving(true));
  return (
    <Dialog title={say(event ? 'form.edit' : 'form.add')} isOpen onClose={close} size="wide">
      <form onSubmit={(submitted) => void save(submitted)} noValidate>
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
        <WhenField
          text={fields.when}
          onText={(when) => set({ when })}
          zone={fields.zone}
          onZone={(zone) => set({ zone })}
          error={tried && fields.when.trim() === '' ? say('when.missing') : undefined}
        />
        <div className="field-row">
          <Select
            label={say('lane')}
            options={lanes.map((key) => ({
              key,
              label: say(`lane.${key}`),
              detail: say(`lane.${key}.detail`),
            }))}
            value={fields.lane}
            onChange={(lane) => set({ lane })}
          />
          <Select
            label={say('standing')}
            options={standingSchema.options.map((key) => ({
              key,
              label: say(`standing.${key}`),
              detail: say(`standing.${key}.detail`),
            }))}
            value={fields.standing}
            onChange={(standing) => set({ standing })}
          />
        </div>
        <TextField label={say('location')} value={fields.location} onChange={(location) => set({ location })} maxLength={300} />
        <PartiesField caseId={matter.id} chosen={fields.parties} onChange={(parties) => set({ parties })} />
        <TextField
          label={say('description')}
          value={fields.description}
          onChange={(description) => set({ description })}
          lines={3}
          maxLength={8000}
        />
        <CitationsField caseId={matter.id} entries={fields.citations} onChange={(citations) => set({ citations })} />
        <ErrorNote error={add.error ?? update.error} />
        {leaving ? (
          <div className="leaving" role="alert">
            <p>{say('discard')}</p>
            <Actions>
              <Button look="danger" onPress={onClose}>
                {say('discard.yes')}
              </Button>
              <Button look="primary" autoFocus onPress={() => setLeaving(false)}>
                {say('discard.no')}
              </Button>
            </Actions>
          </div>
        ) : (
          <Actions>
            <Button onPress={close}>{sayShell('cancel')}</Button>
            <Button look="primary" type="submit" isDisabled={add.isPending || update.isPending}>
              {sayShell('save')}
            </Button>
          </Actions>
        )}
      </form>
    </Dialog>
  );
}

function fieldsOf(matter: Case, event: CaseEvent | undefined): Fields {
  if (!event)
    return {
      title: '',
      when: '',
      zone: matter.zone,
      lane: 'incident',
      standing: 'asserted',
      location: '',
      description: '',
      parties: [],
      citations: [],
    };
  const { title, lane, standing, location, description, parties, happened } = event;
  const citations = event.citations.map(({ exhibitId, place, stance, quote }) => newCitation({ exhibitId, place, stance, quote }));
  return {
    title,
    lane,
    standing,
    location,
    description,
    parties,
    citations,
    when: happened.edtf,
    zone: happened.zone,
  };
}
