import { type ReactElement, useState } from 'react';
import type { Allegation } from '../../../shared/model/allegation.ts';
import type { Case } from '../../../shared/model/case.ts';
import { formatMoment } from '../../../shared/time/index.ts';
import { useCommand, useQuery } from '../../ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Actions, Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import { AllegationForm } from './AllegationForm.tsx';
import './allegations.css';

/** A button that opens the register of allegations. */
export function AllegationsButton({ matter }: { readonly matter: Case }): ReactElement {
  const say = useWords('allegation');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        {say('register')}
      </Button>
      {open && <AllegationRegister matter={matter} onClose={() => setOpen(false)} />}
    </>
  );
}

type Editing = { readonly present?: Allegation } | null;

/** Every allegation of the case: added, edited, and removed while no event is about it. */
export function AllegationRegister({ matter, onClose }: { readonly matter: Case; readonly onClose: () => void }): ReactElement {
  const say = useWords('allegation');
  const sayShell = useWords('shell');
  const { data: allegations, error, refetch } = useQuery('allegation.list', { caseId: matter.id });
  const [editing, setEditing] = useState<Editing>(null);
  return (
    <Dialog title={say('register')} isOpen onClose={onClose} size="wide">
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {allegations?.length === 0 && !editing && <p className="quiet">{say('empty')}</p>}
      <ul className="allegations">
        {allegations?.map((one) =>
          editing?.present?.id === one.id ? (
            <li key={one.id}>
              <AllegationForm caseId={matter.id} present={one} onDone={() => setEditing(null)} />
            </li>
          ) : (
            <Line key={one.id} matter={matter} allegation={one} onEdit={() => setEditing({ present: one })} />
          ),
        )}
      </ul>
      {editing && !editing.present && <AllegationForm caseId={matter.id} onDone={() => setEditing(null)} />}
      <Actions>
        {!editing && (
          <Button icon="plus" onPress={() => setEditing({})}>
            {say('new')}
          </Button>
        )}
        <Button look="primary" onPress={onClose}>
          {sayShell('close')}
        </Button>
      </Actions>
    </Dialog>
  );
}

function Line({
  matter,
  allegation,
  onEdit,
}: {
  readonly matter: Case;
  readonly allegation: Allegation;
  readonly onEdit: () => void;
}): ReactElement {
  const say = useWords('allegation');
  const language = useLanguage();
  const respondent = useQuery('party.list', { caseId: matter.id }).data?.find(({ id }) => id === allegation.respondent);
  const remove = useCommand('allegation.remove');
  const { number, title, category, location, happened } = allegation;
  const details = [
    respondent ? say('by', { name: respondent.name }) : say('respondent.none'),
    category,
    location,
    happened ? formatMoment(happened, { language, zone: matter.zone }) : '',
  ].filter((one) => one !== '');
  return (
    <li>
      <div className="allegation-line">
        <span>
          <b>{number}</b> {title}
          <span className="quiet small allegation-details">{details.join(' · ')}</span>
        </span>
        <Button size="small" aria-label={say('edit', { number })} onPress={onEdit}>
          {say('edit.short')}
        </Button>
        <Button
          size="small"
          look="quiet"
          aria-label={say('remove', { number })}
          isDisabled={remove.isPending}
          onPress={() =>
            remove.mutate(
              { allegationId: allegation.id },
              { onSuccess: () => useToasts.getState().tell(say('removed', { number, title })) },
            )
          }
        >
          {say('remove.short')}
        </Button>
      </div>
      <ErrorNote error={remove.error} />
    </li>
  );
}
