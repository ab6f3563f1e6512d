import { type ReactElement, useMemo, useState } from 'react';
import type { AllegationId, CaseId } from '../../../shared/model/identifier.ts';
import { useQuery } from '../../ask/queries.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { SearchSelect } from '../../ui/Field.tsx';
import { useWords } from '../../ui/words.ts';
import { AllegationForm } from './AllegationForm.tsx';
import './allegations.css';

interface AllegationsFieldProps {
  readonly caseId: CaseId;
  readonly chosen: readonly AllegationId[];
  readonly onChange: (chosen: readonly AllegationId[]) => void;
}

/** The allegations an event is about; one that is not in the case yet is made here, without leaving the form. */
export function AllegationsField({ caseId, chosen, onChange }: AllegationsFieldProps): ReactElement {
  const say = useWords('allegation');
  const allegations = useQuery('allegation.list', { caseId }).data;
  const [naming, setNaming] = useState(false);
  // The focus comes back to where the inner form was opened: without it, the keyboard would be lost.
  const [returned, setReturned] = useState(false);
  // The same list as long as nothing was chosen: another one would empty the field while somebody types in it.
  const options = useMemo(
    () =>
      (allegations ?? [])
        .filter(({ id }) => !chosen.includes(id))
        .map(({ id, number, title }) => ({ key: id, label: `${number} ${title}` })),
    [allegations, chosen],
  );
  return (
    <fieldset className="form-group">
      <legend className="label">{say('about')}</legend>
      {chosen.length > 0 && (
        <ul className="chips">
          {chosen.map((id) => {
            const one = allegations?.find((allegation) => allegation.id === id);
            return (
              <li key={id} className="chip">
                <span className="allegation-name">
                  <b>{one?.number ?? '…'}</b> {one?.title}
                </span>
                <IconButton
                  icon="close"
                  label={say('about.remove', { number: one?.number ?? '' })}
                  onPress={() => onChange(chosen.filter((other) => other !== id))}
                />
              </li>
            );
          })}
        </ul>
      )}
      {naming ? (
        <AllegationForm
          caseId={caseId}
          onDone={(saved) => {
            setNaming(false);
            setReturned(true);
            if (saved) onChange([...chosen, saved.id]);
          }}
        />
      ) : (
        <div className="field-row end">
          {options.length > 0 && (
            <SearchSelect
              key={chosen.length}
              label={say('about.add')}
              options={options}
              value={null}
              onChange={(id) => id && onChange([...chosen, id])}
            />
          )}
          <Button icon="plus" autoFocus={returned} onPress={() => setNaming(true)}>
            {say('new')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
