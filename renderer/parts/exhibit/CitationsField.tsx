import type { ReactElement } from 'react';
import type { Input } from '../../../shared/contract/index.ts';
import { type Stance, stance as stanceSchema } from '../../../shared/model/citation.ts';
import type { CaseId, ExhibitId } from '../../../shared/model/identifier.ts';
import { useQuery } from '../../ask/queries.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { SearchSelect, Select, TextField } from '../../ui/Field.tsx';
import { useWords } from '../../ui/words.ts';
import { describePlace, isPlace } from './place-words.ts';

type CitationDraft = NonNullable<Input<'event.add'>['citations']>[number];

/** A citation while it is being entered: the exhibit may not be chosen yet. The key outlives reordering. */
export interface CitationEntry extends Omit<CitationDraft, 'exhibitId' | 'stance' | 'quote'> {
  readonly key: string;
  readonly exhibitId: ExhibitId | null;
  readonly stance: Stance;
  readonly quote: string;
}

interface CitationsFieldProps {
  readonly caseId: CaseId;
  readonly entries: readonly CitationEntry[];
  readonly onChange: (entries: readonly CitationEntry[]) => void;
}

export function newCitation(from: Partial<CitationEntry> = {}): CitationEntry {
  return {
    key: crypto.randomUUID(),
    exhibitId: null,
    place: '',
    stance: 'supports',
    quote: '',
    ...from,
  };
}

/** The sources of an event: exhibit, exact place, which way it speaks, and its exact words. */
export function CitationsField({ caseId, entries, onChange }: CitationsFieldProps): ReactElement {
  const say = useWords('event');
  const exhibits = useQuery('exhibit.list', { caseId }).data ?? [];
  const change = (key: string, part: Partial<CitationEntry>): void =>
    onChange(entries.map((entry) => (entry.key === key ? { ...entry, ...part } : entry)));
  return (
    <fieldset className="form-group">
      <legend className="label">{say('citations')}</legend>
      {entries.length === 0 && <p className="quiet small">{say('citations.none')}</p>}
      {entries.map((entry) => (
        <div key={entry.key} className="inset">
          <div className="field-row">
            <SearchSelect
              label={say('citations.exhibit')}
              options={exhibits.map((exhibit) => ({
                key: exhibit.id,
                label: `${exhibit.number} ${exhibit.title}`,
              }))}
              value={entry.exhibitId}
              onChange={(exhibitId) => change(entry.key, { exhibitId })}
              isRequired
            />
            <Select
              label={say('stance')}
              options={stanceSchema.options.map((key) => ({
                key,
                label: say(`stance.${key}`),
              }))}
              value={entry.stance}
              onChange={(stance) => change(entry.key, { stance })}
            />
            <IconButton
              icon="close"
              label={say('citations.remove')}
              onPress={() => onChange(entries.filter((one) => one.key !== entry.key))}
            />
          </div>
          <TextField
            label={say('citations.place')}
            value={entry.place}
            onChange={(place) => change(entry.key, { place })}
            hint={entry.place !== '' && isPlace(entry.place) ? describePlace(entry.place, say) : say('citations.place.hint')}
            error={isPlace(entry.place) ? undefined : say('citations.place.invalid')}
          />
          <TextField label={say('citations.quote')} value={entry.quote} onChange={(quote) => change(entry.key, { quote })} lines={2} />
        </div>
      ))}
      {exhibits.length > 0 && (
        <div>
          <Button icon="plus" size="small" onPress={() => onChange([...entries, newCitation()])}>
            {say('citations.add')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
