import type { ReactElement } from 'react';
import type { ExhibitId } from '../../../shared/model/identifier.ts';
import { parsePlace, type RowPlace } from '../../../shared/model/place.ts';
import { FailureError } from '../../../shared/result.ts';
import { useQuery } from '../../ask/queries.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useWords } from '../../ui/words.ts';
import { describePlace } from '../exhibit/place-words.ts';
import './log-import.css';

/** The row a citation names, with the names of its columns; nothing where another kind of place is shown. */
export function CitedRow({ exhibitId, place }: { readonly exhibitId: ExhibitId; readonly place: string }): ReactElement | null {
  const row = rowOf(place);
  return row && <Row exhibitId={exhibitId} place={place} row={row} />;
}

function Row({ exhibitId, place, row }: { readonly exhibitId: ExhibitId; readonly place: string; readonly row: RowPlace }): ReactElement {
  const say = useWords('log');
  const sayEvent = useWords('event');
  const { data, error, isLoading } = useQuery('log.row', { exhibitId, sheet: row.sheet ?? null, row: row.number });
  return (
    <section className="cited-row" aria-label={describePlace(place, sayEvent)}>
      <h2 className="small-heading">{describePlace(place, sayEvent)}</h2>
      <ErrorNote error={error} />
      {isLoading && <p className="quiet">{say('looking')}</p>}
      {data === null && <p className="quiet">{say('row.none')}</p>}
      {data && (
        <dl className="facts">
          {data.cells.map((cell, index) => (
            <div key={index}>
              <dt>{data.columns[index] ?? String(index + 1)}</dt>
              <dd>{cell === '' ? '—' : cell}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function rowOf(place: string): RowPlace | null {
  try {
    const parsed = parsePlace(place);
    return parsed.kind === 'row' ? parsed : null;
  } catch (error) {
    if (error instanceof FailureError) return null;
    throw error;
  }
}
