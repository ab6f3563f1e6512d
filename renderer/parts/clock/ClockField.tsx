import { type ReactElement, useState } from 'react';
import { type ClockKind, clockKind } from '../../../shared/model/clock.ts';
import type { CaseId, ClockId } from '../../../shared/model/identifier.ts';
import { useCommand, useQuery } from '../../ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import { ClockZoneField } from './ClockZoneField.tsx';
import './clock-field.css';

interface ClockFieldProps {
  readonly caseId: CaseId;
  readonly value: ClockId | null;
  readonly onChange: (clockId: ClockId | null) => void;
}

const NONE = 'none';

/** Which source clock stamped something; one that is not in the case yet is made here, without leaving the form. */
export function ClockField({ caseId, value, onChange }: ClockFieldProps): ReactElement {
  const say = useWords('clock');
  const language = useLanguage();
  const clocks = useQuery('clock.list', { caseId, language }).data ?? [];
  const [naming, setNaming] = useState(false);
  // The focus comes back to where the inner form was opened: without it, the keyboard would be lost.
  const [returned, setReturned] = useState(false);
  if (naming)
    return (
      <fieldset className="clock-field">
        <legend className="label">{say('field')}</legend>
        <NewClock
          caseId={caseId}
          onDone={(id) => {
            setNaming(false);
            setReturned(true);
            if (id) onChange(id);
          }}
        />
      </fieldset>
    );
  return (
    <div className="clock-field-row">
      <Select
        label={say('field')}
        hint={say('field.hint')}
        options={[
          { key: NONE, label: say('field.none') },
          ...clocks.map(({ clock, wording }) => ({ key: clock.id, label: clock.name, detail: wording[0] ?? '' })),
        ]}
        value={value ?? NONE}
        onChange={(key) => onChange(key === NONE ? null : (key as ClockId))}
      />
      <Button icon="plus" autoFocus={returned} onPress={() => setNaming(true)}>
        {say('field.new')}
      </Button>
    </div>
  );
}

function NewClock({ caseId, onDone }: { readonly caseId: CaseId; readonly onDone: (id: ClockId | null) => void }): ReactElement {
  const say = useWords('clock');
  const language = useLanguage();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<ClockKind>('recorder');
  const [zone, setZone] = useState<string | null>(null);
  const add = useCommand('clock.add');

  async function create(): Promise<void> {
    const added = await add.mutateAsync({ caseId, name, kind, zone, language }).catch(() => null);
    if (added) onDone(added.clock.id);
  }

  return (
    <div className="inset">
      <div className="side-by-side">
        <TextField label={say('name')} value={name} onChange={setName} maxLength={200} isRequired autoFocus />
        <Select
          label={say('kind')}
          options={clockKind.options.map((key) => ({ key, label: say(`clock-kind.${key}`) }))}
          value={kind}
          onChange={setKind}
        />
        <ClockZoneField value={zone} onChange={setZone} />
      </div>
      <ErrorNote error={add.error} />
      <div className="clock-field-acts">
        <Button look="quiet" onPress={() => onDone(null)}>
          {say('field.back')}
        </Button>
        <Button isDisabled={name.trim() === '' || add.isPending} onPress={() => void create()}>
          {say('field.create')}
        </Button>
      </div>
    </div>
  );
}
