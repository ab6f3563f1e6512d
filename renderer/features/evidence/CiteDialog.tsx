import { type SubmitEvent, type ReactElement, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { type Stance, stance as stanceSchema } from '../../../shared/model/citation.ts';
import type { Case } from '../../../shared/model/case.ts';
import { type CaseEvent, type Lane, lanes, type Standing, standing as standingSchema } from '../../../shared/model/event.ts';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import { useCommand, useQuery } from '../../ask/queries.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import { EventField } from '../../parts/event/EventField.tsx';
import { draftOf } from '../../parts/event/event-draft.ts';
import { recordSaved, useMoveAct } from '../../parts/event/event-edits.ts';
import { describePlace, isPlace } from '../../parts/exhibit/place-words.ts';
import { draftOfWhen, newWhen, readWhen, type WhenGround } from '../../parts/event/when-entry.ts';
import { isSound, WhenField } from '../../parts/event/WhenField.tsx';
import type { CiteTarget } from './cite-target.ts';
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
  const dated = useQuery('exhibit.dates', { caseId: matter.id, locale: language }).data;
  const move = useMoveAct(matter.id);
  const add = useCommand('event.add');
  const update = useCommand('event.update');
  const [mode, setMode] = useState<'new' | 'extend'>('new');
  const [title, setTitle] = useState(() => (target.quote !== '' && target.quote.length <= TITLE_LENGTH ? target.quote : exhibit.title));
  const [when, setWhen] = useState(() => newWhen(matter.zone));
  const [lane, setLane] = useState<Lane>('incident');
  const [standing, setStanding] = useState<Standing>('asserted');
  const [chosen, setChosen] = useState<CaseEvent | null>(null);
  const [place, setPlace] = useState(target.place);
  const [stance, setStance] = useState<Stance>('supports');
  const [quote, setQuote] = useState(target.quote);
  const [tried, setTried] = useState(false);

  // Relative words in the exhibit are counted from its own date.
  const ground: WhenGround = { language, caseZone: matter.zone, dated: dated ?? [], cited: [exhibit.id] };
  const sound = isPlace(place) && (mode === 'extend' ? chosen !== null : title.trim() !== '' && isSound(readWhen(when, ground), true));

  async function save(submitted: SubmitEvent): Promise<void> {
    submitted.preventDefault();
    setTried(true);
    if (!sound) return;
    const citation = { exhibitId: exhibit.id, place, stance, quote };
    try {
      const saved =
        mode === 'extend' && chosen
          ? await extend(chosen, citation)
          : await add.mutateAsync({
              caseId: matter.id,
              title,
              ...draftOfWhen(when, ground),
              lane,
              standing,
              locale: language,
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

  function extend(
    event: CaseEvent,
    citation: {
      exhibitId: Exhibit['id'];
      place: string;
      stance: Stance;
      quote: string;
    },
  ): Promise<CaseEvent> {
    const draft = draftOf(event);
    return update.mutateAsync({
      ...draft,
      locale: language,
      citations: [...(draft.citations ?? []), citation],
    });
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
          <>
            <TextField
              label={say('title')}
              value={title}
              onChange={setTitle}
              isRequired
              autoFocus
              maxLength={300}
              hint={say('title.hint')}
              error={tried && title.trim() === '' ? say('title.missing') : undefined}
            />
            <WhenField
              matter={matter}
              entry={when}
              onChange={setWhen}
              ground={ground}
              error={tried && when.text.trim() === '' ? say('when.missing') : undefined}
            />
            <div className="field-row">
              <Select
                label={say('lane')}
                options={lanes.map((key) => ({
                  key,
                  label: say(`lane.${key}`),
                  detail: say(`lane.${key}.detail`),
                }))}
                value={lane}
                onChange={setLane}
              />
              <Select
                label={say('standing')}
                options={standingSchema.options.map((key) => ({
                  key,
                  label: say(`standing.${key}`),
                  detail: say(`standing.${key}.detail`),
                }))}
                value={standing}
                onChange={setStanding}
              />
            </div>
          </>
        ) : (
          <EventField
            matter={matter}
            label={say('cite.event')}
            value={chosen}
            onChange={setChosen}
            error={tried && !chosen ? say('cite.event.missing') : undefined}
          />
        )}
        <div className="inset">
          <div className="field-row">
            <TextField
              label={say('cite.place')}
              value={place}
              onChange={setPlace}
              hint={isPlace(place) ? `${exhibit.number} · ${describePlace(place, say)}` : say('citations.place.hint')}
              error={isPlace(place) ? undefined : say('citations.place.invalid')}
            />
            <Select
              label={say('stance')}
              options={stanceSchema.options.map((key) => ({
                key,
                label: say(`stance.${key}`),
              }))}
              value={stance}
              onChange={setStance}
            />
          </div>
          <TextField label={say('cite.quote')} value={quote} onChange={setQuote} lines={3} maxLength={2000} />
        </div>
        <ErrorNote error={add.error ?? update.error} />
        <FormFoot act={say('cite.save')} isDisabled={add.isPending || update.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
