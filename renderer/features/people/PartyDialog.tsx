import { type SubmitEvent, type ReactElement, useState } from 'react';
import type { CaseId } from '../../../shared/model/identifier.ts';
import { type Party, type PartyRole, partyRole } from '../../../shared/model/party.ts';
import { useCommand } from '../../ask/queries.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useWords } from '../../ui/words.ts';

interface PartyDialogProps {
  readonly caseId: CaseId;
  /** The party to edit; without one a party is added. */
  readonly present?: Party;
  readonly onClose: () => void;
  readonly onSaved: (party: Party) => void;
}

/** Adds or edits a party; other forms open it too, so that a person can be named without losing what was being written. */
export function PartyDialog({ caseId, present, onClose, onSaved }: PartyDialogProps): ReactElement {
  const say = useWords('people');
  return (
    <Dialog title={present ? say('form.edit', { name: present.name }) : say('form.add')} isOpen onClose={onClose}>
      <PartyForm caseId={caseId} {...(present ? { present } : {})} onClose={onClose} onSaved={onSaved} />
    </Dialog>
  );
}

function PartyForm({ caseId, present, onClose, onSaved }: PartyDialogProps): ReactElement {
  const say = useWords('people');
  const words = useWords('shell');
  const [name, setName] = useState(present?.name ?? '');
  const [kind, setKind] = useState<Party['kind']>(present?.kind ?? 'person');
  const [role, setRole] = useState<PartyRole | null>(present?.role ?? null);
  const [position, setPosition] = useState(present?.position ?? '');
  const [note, setNote] = useState(present?.note ?? '');
  const add = useCommand('party.add');
  const update = useCommand('party.update');
  const complete = name.trim() !== '' && role !== null;

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (name.trim() === '' || role === null) return;
    const draft = { name, kind, role, position, note };
    const saved = await (present ? update.mutateAsync({ ...draft, partyId: present.id }) : add.mutateAsync({ ...draft, caseId })).catch(
      () => null,
    );
    if (!saved) return;
    useToasts.getState().tell(say(present ? 'saved' : 'added', { name: saved.name }));
    onClose();
    onSaved(saved);
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <TextField label={say('name')} isRequired autoFocus maxLength={200} value={name} onChange={setName} />
      <div className="side-by-side">
        <Select
          label={say('role')}
          options={partyRole.options.map((key) => ({ key, label: say(`role.${key}`) }))}
          value={role}
          onChange={setRole}
        />
        <Select
          label={say('kind')}
          options={(['person', 'organisation'] as const).map((key) => ({ key, label: say(`party-kind.${key}`) }))}
          value={kind}
          onChange={setKind}
        />
      </div>
      <TextField label={say('position')} hint={say('position.hint')} maxLength={200} value={position} onChange={setPosition} />
      <TextField label={say('note')} hint={say('note.hint')} lines={3} maxLength={4000} value={note} onChange={setNote} />
      <ErrorNote error={add.error ?? update.error} />
      <FormFoot act={present ? words('save') : say('add')} isDisabled={!complete || add.isPending || update.isPending} onCancel={onClose} />
    </form>
  );
}
