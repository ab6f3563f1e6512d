import { type SubmitEvent, type ReactElement, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { Case } from '../../../shared/model/case.ts';
import type { CaseEvent } from '../../../shared/model/event.ts';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import { useCommand, useQuery } from '../../ask/queries.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import { EventField } from '../../parts/event/EventField.tsx';
import { draftOf } from '../../parts/event/event-draft.ts';
import { recordSaved, useMoveAct } from '../../parts/event/event-edits.ts';
import { isPlace } from '../../parts/exhibit/place-words.ts';
import { draftOfWhen, newWhen, readWhen, type WhenGround } from '../../parts/event/when-entry.ts';
import { isSound } from '../../parts/event/WhenField.tsx';
import type { CiteTarget } from './cite-target.ts';
import { type CitedPlace, CitedPlaceFields } from './CitedPlaceFields.tsx';
import { type NewEvent, NewEventFields } from './NewEventFields.tsx';
import './cite-dialog.css';

interface CiteDialogProps {
  readonly matter: Case;
  readonly exhibit: Exhibit;
  readonly target: CiteTarget;
  readonly onClose: () => void;
}

/** A title a person would keep: the quoted words if they are few, the exhibit's name otherwise. */
const TITLE_LENGTH = 90;

/** Makes an event from a place in an exhibit, or puts that place behind an event there is. */
export function CiteDialog({ matter, exhibit, target, onClose }: CiteDialogProps): ReactElement {
  const say = useWords('event');
  const language = useLanguage();
  const tell = useToasts((state) => state.tell);
  const hasEvents = (useQuery('event.page', { caseId: matter.id, from: 0, count: 1 }).data?.total ?? 0) > 0;
  const dated = useQuery('exhibit.dates', { caseId: matter.id }).data;
  const move = useMoveAct(matter.id);
  const add = useCommand('event.add');
  const update = useCommand('event.update');
  const [mode, setMode] = useState<'new' | 'extend'>('new');
  const [event, setEvent] = useState<NewEvent>(() => ({
    title: target.quote !== '' && target.quote.length <= TITLE_LENGTH ? target.quote : exhibit.title,
    when: newWhen(matter.zone),
    lane: 'incident',
    standing: 'asserted',
  }));
  const [chosen, setChosen] = useState<CaseEvent | null>(null);
  const [cited, setCited] = useState<CitedPlace>({ place: target.place, stance: 'supports', quote: target.quote });
  const [tried, setTried] = useState(false);

  // Relative words in the exhibit are counted from its own date.
  const ground: WhenGround = { language, caseZone: matter.zone, dated: dated ?? [], cited: [exhibit.id] };
  const sound =
    isPlace(cited.place) &&
    (mode === 'extend' ? chosen !== null : event.title.trim() !== '' && isSound(readWhen(event.when, ground), true));

  async function save(submitted: SubmitEvent): Promise<void> {
    submitted.preventDefault();
    setTried(true);
    if (!sound) return;
    const citation = { exhibitId: exhibit.id, ...cited };
    try {
      const saved =
        mode === 'extend' && chosen
          ? await extend(chosen, citation)
          : await add.mutateAsync({
              caseId: matter.id,
              title: event.title,
              ...draftOfWhen(event.when, ground),
              lane: event.lane,
              standing: event.standing,
              language,
              citations: [citation],
            });
      const before = mode === 'extend' ? chosen : null;
      const act = recordSaved(saved, before);
      tell(say('cite.done', { exhibit: exhibit.number, title: saved.title }), act ? { undo: () => void move('undo', act) } : {});
      onClose();
    } catch {
      // The note above the buttons says why; what was entered stays.
    }
  }

  function extend(present: CaseEvent, citation: CitedPlace & { readonly exhibitId: Exhibit['id'] }): Promise<CaseEvent> {
    const draft = draftOf(present);
    return update.mutateAsync({ ...draft, language, citations: [...(draft.citations ?? []), citation] });
  }

  return (
    <Dialog title={say('cite.title', { exhibit: exhibit.number })} isOpen onClose={onClose} size="wide">
      <form onSubmit={(submitted) => void save(submitted)} noValidate>
        <RadioGroup className="radio-group" value={mode} onChange={(next) => setMode(next as 'new' | 'extend')}>
          <Label className="label">{say('cite.mode')}</Label>
          <Radio className="radio" value="new">
            {say('cite.new')}
          </Radio>
          <Radio className="radio" value="extend" isDisabled={!hasEvents}>
            {say('cite.extend')}
          </Radio>
        </RadioGroup>
        {mode === 'new' ? (
          <NewEventFields
            matter={matter}
            fields={event}
            onChange={(part) => setEvent({ ...event, ...part })}
            ground={ground}
            tried={tried}
          />
        ) : (
          <EventField
            matter={matter}
            label={say('cite.event')}
            value={chosen}
            onChange={setChosen}
            error={tried && !chosen ? say('cite.event.missing') : undefined}
          />
        )}
        <CitedPlaceFields exhibit={exhibit} fields={cited} onChange={(part) => setCited({ ...cited, ...part })} />
        <ErrorNote error={add.error ?? update.error} />
        <FormFoot act={say('cite.save')} isDisabled={add.isPending || update.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
