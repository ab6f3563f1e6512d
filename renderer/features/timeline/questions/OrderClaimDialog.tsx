import { type ReactElement, type SubmitEvent, useState } from 'react';
import type { Case } from '../../../../shared/model/case.ts';
import type { CaseEvent } from '../../../../shared/model/event.ts';
import type { ExhibitId } from '../../../../shared/model/identifier.ts';
import { useCommand, useQuery } from '../../../ask/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Actions, Dialog } from '../../../ui/Dialog.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { SearchSelect, TextField } from '../../../ui/Field.tsx';
import { useToasts } from '../../../ui/toasts.ts';
import { useWords } from '../../../ui/words.ts';
import { EventField } from '../../../parts/event/EventField.tsx';
import { isPlace } from '../../../parts/exhibit/place-words.ts';

/** Notes what a source says of the order of two events. Nothing is said to be right: it is compared. */
export function OrderClaimDialog({ matter, onClose }: { readonly matter: Case; readonly onClose: () => void }): ReactElement {
  const say = useWords('question');
  const tell = useToasts((state) => state.tell);
  const exhibits = useQuery('exhibit.list', { caseId: matter.id }).data ?? [];
  const add = useCommand('order-claim.add');
  const remove = useCommand('order-claim.remove');
  const [earlier, setEarlier] = useState<CaseEvent | null>(null);
  const [later, setLater] = useState<CaseEvent | null>(null);
  const [exhibitId, setExhibitId] = useState<ExhibitId | null>(null);
  const [place, setPlace] = useState('');
  const [quote, setQuote] = useState('');
  const [tried, setTried] = useState(false);
  const missing = (value: unknown): string | undefined => (tried && value === null ? say('claim.needed') : undefined);

  async function save(submitted: SubmitEvent): Promise<void> {
    submitted.preventDefault();
    setTried(true);
    if (!earlier || !later || !exhibitId || !isPlace(place.trim())) return;
    try {
      const claim = await add.mutateAsync({ earlier: earlier.id, later: later.id, exhibitId, place: place.trim(), quote });
      tell(say('claim.added'), { undo: () => void remove.mutateAsync({ orderClaimId: claim.id }).then(() => tell(say('claim.removed'))) });
      onClose();
    } catch {
      // The note above the buttons says why; what was entered stays.
    }
  }

  return (
    <Dialog title={say('claim.add')} isOpen onClose={onClose}>
      <form onSubmit={(submitted) => void save(submitted)} noValidate>
        <EventField
          matter={matter}
          label={say('claim.earlier')}
          value={earlier}
          onChange={setEarlier}
          error={missing(earlier)}
          {...without(later)}
        />
        <EventField
          matter={matter}
          label={say('claim.later')}
          value={later}
          onChange={setLater}
          error={missing(later)}
          {...without(earlier)}
        />
        <SearchSelect
          label={say('claim.exhibit')}
          options={exhibits.map(({ id, number, title }) => ({ key: id, label: `${number} ${title}` }))}
          value={exhibitId}
          onChange={setExhibitId}
          error={missing(exhibitId)}
          isRequired
        />
        <TextField
          label={say('claim.place')}
          hint={say('claim.place.hint')}
          value={place}
          onChange={setPlace}
          error={tried && !isPlace(place.trim()) ? say('claim.place.wrong') : undefined}
        />
        <TextField label={say('claim.quote')} value={quote} onChange={setQuote} lines={2} maxLength={2000} />
        <ErrorNote error={add.error} />
        <Actions>
          <Button onPress={onClose}>{say('claim.cancel')}</Button>
          <Button look="primary" type="submit" isPending={add.isPending}>
            {say('claim.save')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}

function without(event: CaseEvent | null): { readonly without?: string } {
  return event ? { without: event.id } : {};
}
