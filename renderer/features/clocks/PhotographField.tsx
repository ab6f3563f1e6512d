import type { ReactElement } from 'react';
import type { CaseId, ExhibitId } from '../../../shared/model/identifier.ts';
import { useQuery } from '../../ask/queries.ts';
import { SearchSelect, TextField } from '../../ui/Field.tsx';
import { useWords } from '../../ui/words.ts';
import { describePlace, isPlace } from '../../parts/exhibit/place-words.ts';

interface PhotographFieldProps {
  readonly caseId: CaseId;
  readonly exhibitId: ExhibitId | null;
  readonly onExhibit: (exhibitId: ExhibitId | null) => void;
  readonly place: string;
  readonly onPlace: (place: string) => void;
}

/** The photograph that shows the clock and the reference in one frame, and where in it. */
export function PhotographField({ caseId, exhibitId, onExhibit, place, onPlace }: PhotographFieldProps): ReactElement | null {
  const say = useWords('clock');
  const sayEvent = useWords('event');
  const exhibits = useQuery('exhibit.list', { caseId }).data ?? [];
  if (exhibits.length === 0) return null;
  return (
    <div className="side-by-side">
      <SearchSelect
        label={say('read.exhibit')}
        options={exhibits.map(({ id, number, title }) => ({ key: id, label: `${number} ${title}` }))}
        value={exhibitId}
        onChange={onExhibit}
      />
      {exhibitId !== null && (
        <TextField
          label={say('read.place')}
          value={place}
          onChange={onPlace}
          hint={place !== '' && isPlace(place) ? describePlace(place, sayEvent) : sayEvent('citations.place.hint')}
          error={isPlace(place) ? undefined : sayEvent('citations.place.invalid')}
        />
      )}
    </div>
  );
}
