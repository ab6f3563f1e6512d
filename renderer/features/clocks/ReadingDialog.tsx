import { type ReactElement, type SubmitEvent, useState } from 'react';
import type { ClockStatus } from '../../../shared/contract/clock.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { CaseEvent } from '../../../shared/model/event.ts';
import type { ExhibitId } from '../../../shared/model/identifier.ts';
import { useCommand } from '../../ask/queries.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import { EventField } from '../../parts/event/EventField.tsx';
import { ChangePreview } from './ChangePreview.tsx';
import { PhotographField } from './PhotographField.tsx';
import { ReadingUnderstood } from './ReadingUnderstood.tsx';
import { ReasonField } from './ReasonField.tsx';
import { readSeconds } from '../../ui/seconds.ts';
import { usePreview } from './use-preview.ts';

interface ReadingDialogProps {
  readonly matter: Case;
  readonly status: ClockStatus;
  readonly onClose: () => void;
}

type Way = 'reference' | 'anchor';
type Draft = Exclude<Input<'clock.preview'>['change'], { settings: unknown } | { withdraw: unknown }>['reading'];

/** What a clock showed and what the true time was; shows what was understood, and what it makes of everything the clock stamped. */
export function ReadingDialog({ matter, status, onClose }: ReadingDialogProps): ReactElement {
  const say = useWords('clock');
  const language = useLanguage();
  const [way, setWay] = useState<Way>('reference');
  const [shown, setShown] = useState('');
  const [reference, setReference] = useState('');
  const [referenceName, setReferenceName] = useState('');
  const [uncertainty, setUncertainty] = useState('1');
  const [anchor, setAnchor] = useState<CaseEvent | null>(null);
  const [exhibitId, setExhibitId] = useState<ExhibitId | null>(null);
  const [place, setPlace] = useState('');
  const [note, setNote] = useState('');
  const [reason, setReason] = useState('');
  const read = useCommand('clock.read');
  const plusMinus = readSeconds(uncertainty);
  const known = way === 'reference' ? reference.trim() !== '' && referenceName.trim() !== '' : anchor !== null;
  const draft: Draft | null =
    shown.trim() === '' || !known || plusMinus === undefined
      ? null
      : {
          shown,
          ...(way === 'reference' ? { reference, referenceName } : { anchor: anchor?.id ?? null }),
          ...(plusMinus === null ? {} : { uncertainty: plusMinus }),
          exhibitId,
          place: exhibitId === null ? '' : place,
          note,
        };
  const preview = usePreview(status, draft && { reading: draft });

  async function save(submitted: SubmitEvent): Promise<void> {
    submitted.preventDefault();
    if (!draft) return;
    const taken = await read.mutateAsync({ ...draft, clockId: status.clock.id, reason, language }).catch(() => null);
    if (!taken) return;
    useToasts.getState().tell(say('read.done'));
    onClose();
  }

  return (
    <Dialog title={say('read.title', { name: status.clock.name })} isOpen onClose={onClose} size="wide">
      <form onSubmit={(submitted) => void save(submitted)} noValidate>
        <div className="side-by-side">
          <TextField
            label={say('read.shown')}
            hint={say('read.shown.hint', { zone: status.zone })}
            isRequired
            autoFocus
            maxLength={200}
            value={shown}
            onChange={setShown}
          />
          <Select
            label={say('read.kind')}
            options={(['reference', 'anchor'] as const).map((key) => ({ key, label: say(`read.kind.${key}`) }))}
            value={way}
            onChange={(next) => {
              setWay(next);
              setUncertainty(next === 'anchor' ? '0' : '1');
            }}
          />
        </div>
        <div className="side-by-side">
          {way === 'reference' ? (
            <>
              <TextField label={say('read.reference')} isRequired maxLength={200} value={reference} onChange={setReference} />
              <TextField
                label={say('read.referenceName')}
                hint={say('read.referenceName.hint')}
                isRequired
                maxLength={300}
                value={referenceName}
                onChange={setReferenceName}
              />
            </>
          ) : (
            <EventField matter={matter} label={say('read.anchor')} hint={say('read.anchor.hint')} value={anchor} onChange={setAnchor} />
          )}
          <TextField
            label={say('read.uncertainty')}
            hint={say('read.uncertainty.hint')}
            value={uncertainty}
            onChange={setUncertainty}
            error={plusMinus === undefined ? say('number.invalid') : undefined}
          />
        </div>
        <PhotographField caseId={matter.id} exhibitId={exhibitId} onExhibit={setExhibitId} place={place} onPlace={setPlace} />
        <div className="side-by-side">
          <TextField label={say('read.note')} maxLength={4000} value={note} onChange={setNote} />
          <ReasonField value={reason} onChange={setReason} isRequired={false} hint={say('read.reason.hint')} />
        </div>
        {preview.error ? (
          <ErrorNote error={preview.error} />
        ) : (
          draft && (
            <>
              {preview.reading && <ReadingUnderstood reading={preview.reading} zone={status.zone} />}
              <ChangePreview outcome={preview.outcome} zone={matter.zone} />
            </>
          )
        )}
        <ErrorNote error={read.error} />
        <FormFoot act={say('read')} isDisabled={!draft || preview.error !== null || read.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
