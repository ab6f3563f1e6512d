import { type ReactElement, useState } from 'react';
import type { CaseId, PartyId } from '../../../shared/model/identifier.ts';
import { type PartyRole, partyRole } from '../../../shared/model/party.ts';
import { useCommand, useQuery } from '../../ask/queries.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { SearchSelect, Select, TextField } from '../../ui/Field.tsx';
import { useWords } from '../../ui/words.ts';

interface PartiesFieldProps {
  readonly caseId: CaseId;
  readonly chosen: readonly PartyId[];
  readonly onChange: (chosen: readonly PartyId[]) => void;
}

/** The parties of an event; a party that is not in the case yet is made here, without leaving the form. */
export function PartiesField({ caseId, chosen, onChange }: PartiesFieldProps): ReactElement {
  const say = useWords('event');
  const sayPeople = useWords('people');
  const parties = useQuery('party.list', { caseId }).data ?? [];
  const [naming, setNaming] = useState(false);
  // The focus comes back to where the inner form was opened: without it, the keyboard would be lost.
  const [returned, setReturned] = useState(false);
  const others = parties.filter((party) => !chosen.includes(party.id));
  return (
    <fieldset className="form-group">
      <legend className="label">{say('parties')}</legend>
      {chosen.length > 0 && (
        <ul className="chips">
          {chosen.map((id) => {
            const party = parties.find((one) => one.id === id);
            return (
              <li key={id} className="chip">
                {party?.name ?? '…'}
                {party && <span className="quiet small">{sayPeople(`role.${party.role}`)}</span>}
                <IconButton
                  icon="close"
                  label={say('parties.remove', { name: party?.name ?? '' })}
                  onPress={() => onChange(chosen.filter((one) => one !== id))}
                />
              </li>
            );
          })}
        </ul>
      )}
      {naming ? (
        <NewParty
          caseId={caseId}
          onDone={(id) => {
            setNaming(false);
            setReturned(true);
            if (id) onChange([...chosen, id]);
          }}
        />
      ) : (
        <div className="field-row end">
          {others.length > 0 && (
            <SearchSelect
              label={say('parties.add')}
              options={others.map((party) => ({
                key: party.id,
                label: party.name,
                detail: sayPeople(`role.${party.role}`),
              }))}
              value={null}
              onChange={(id) => id && onChange([...chosen, id])}
            />
          )}
          <Button icon="plus" autoFocus={returned} onPress={() => setNaming(true)}>
            {say('parties.new')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function NewParty({ caseId, onDone }: { readonly caseId: CaseId; readonly onDone: (id: PartyId | null) => void }): ReactElement {
  const say = useWords('event');
  const sayPeople = useWords('people');
  const [name, setName] = useState('');
  const [role, setRole] = useState<PartyRole>('witness');
  const add = useCommand('party.add');

  async function create(): Promise<void> {
    const party = await add.mutateAsync({ caseId, name, role }).catch(() => null);
    if (party) onDone(party.id);
  }

  return (
    <div className="inset">
      <div className="field-row">
        <TextField label={say('parties.name')} value={name} onChange={setName} isRequired autoFocus />
        <Select
          label={say('parties.role')}
          options={partyRole.options.map((key) => ({
            key,
            label: sayPeople(`role.${key}`),
          }))}
          value={role}
          onChange={setRole}
        />
      </div>
      <ErrorNote error={add.error} />
      <div className="field-row end">
        <Button look="quiet" onPress={() => onDone(null)}>
          {say('parties.back')}
        </Button>
        <Button isDisabled={name.trim() === '' || add.isPending} onPress={() => void create()}>
          {say('parties.create')}
        </Button>
      </div>
    </div>
  );
}
