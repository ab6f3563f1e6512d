import { type SubmitEvent, type ReactElement, useMemo, useState } from 'react';
import { localZone } from '../../../shared/time/index.ts';
import type { Case, StandardOfProof } from '../../../shared/model/case.ts';
import { standardOfProof } from '../../../shared/model/case.ts';
import { useCommand } from '../../ask/queries.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { SearchSelect, Select, TextField } from '../../ui/Field.tsx';
import { useWords } from '../../ui/words.ts';
import { listZones } from '../../ui/zones.ts';

interface CaseDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: (saved: Case) => void;
  /** The case to edit; without one a case is created. */
  readonly present?: Case;
}

export function CaseDialog({ isOpen, onClose, onDone, present }: CaseDialogProps): ReactElement {
  const say = useWords('vault');
  const overview = useWords('overview');
  return (
    <Dialog title={present ? overview('edit.title') : say('cases.create')} isOpen={isOpen} onClose={onClose}>
      <CaseForm {...(present ? { present } : {})} onClose={onClose} onDone={onDone} />
    </Dialog>
  );
}

function CaseForm({ present, onClose, onDone }: Omit<CaseDialogProps, 'isOpen'>): ReactElement {
  const say = useWords('vault');
  const words = useWords('shell');
  const [reference, setReference] = useState(present?.reference ?? '');
  const [title, setTitle] = useState(present?.title ?? '');
  const [zone, setZone] = useState<string | null>(present?.zone ?? localZone());
  const [standard, setStandard] = useState<StandardOfProof>(present?.standardOfProof ?? 'balance-of-probabilities');
  const [mandate, setMandate] = useState(present?.mandate ?? '');
  const [now] = useState(() => Date.now());
  const zones = useMemo(() => listZones(now, zone), [now, zone]);
  const create = useCommand('case.create');
  const update = useCommand('case.update');
  const complete = reference.trim() !== '' && title.trim() !== '' && zone !== null;

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!complete) return;
    const draft = { reference, title, zone, standardOfProof: standard, mandate };
    const saved = await (present ? update.mutateAsync({ ...draft, caseId: present.id }) : create.mutateAsync(draft)).catch(() => null);
    if (saved) onDone(saved);
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <TextField
        label={say('cases.reference')}
        hint={say('cases.reference.hint')}
        isRequired
        autoFocus
        maxLength={64}
        value={reference}
        onChange={setReference}
      />
      <TextField label={say('cases.name')} hint={say('cases.name.hint')} isRequired maxLength={200} value={title} onChange={setTitle} />
      <SearchSelect label={say('cases.zone')} hint={say('cases.zone.hint')} isRequired options={zones} value={zone} onChange={setZone} />
      <Select
        label={say('cases.standard')}
        options={standardOfProof.options.map((key) => ({ key, label: say(`standard.${key}`) }))}
        value={standard}
        onChange={setStandard}
      />
      <TextField
        label={say('cases.mandate')}
        hint={say('cases.mandate.hint')}
        lines={3}
        maxLength={4000}
        value={mandate}
        onChange={setMandate}
      />
      <ErrorNote error={create.error ?? update.error} />
      <FormFoot
        act={present ? words('save') : say('cases.create')}
        isDisabled={!complete || create.isPending || update.isPending}
        onCancel={onClose}
      />
    </form>
  );
}
