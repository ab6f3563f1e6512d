import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactElement, useCallback, useEffect, useState } from 'react';
import type { ExhibitDetail } from '../../../shared/contract/exhibit.ts';
import type { Case } from '../../../shared/model/case.ts';
import { exhibitId as exhibitIdSchema } from '../../../shared/model/identifier.ts';
import { useQuery } from '../../ask/queries.ts';
import { useCase } from '../../ask/use-case.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { CitedRow } from '../../parts/log-import/CitedRow.tsx';
import type { CiteTarget } from './cite-target.ts';
import { CiteBar } from './CiteBar.tsx';
import { CiteDialog } from './CiteDialog.tsx';
import { CoveredOriginal } from './CoveredOriginal.tsx';
import { ExhibitSide } from './ExhibitSide.tsx';
import { Original } from './Original.tsx';
import { useCiteKey } from './use-cite-key.ts';
import { ViewerBar } from './ViewerBar.tsx';
import './exhibit-page.css';

/** One exhibit: its original on the left, at the place the address names, and what is known about it on the right. */
export function ExhibitPage(): ReactElement | null {
  const summary = useCase();
  const parameters = useParams({ strict: false }) as {
    readonly exhibitId?: string;
  };
  const id = exhibitIdSchema.safeParse(parameters.exhibitId);
  const { data, error } = useQuery('exhibit.get', id.success ? { exhibitId: id.data } : null);
  if (error) return <ErrorNote error={error} />;
  if (!id.success)
    return (
      <ErrorNote
        error={{
          code: 'exhibit.unknown',
          values: {
            number: parameters.exhibitId ?? '',
            reference: summary?.case.reference ?? '',
          },
          message: '',
        }}
      />
    );
  return summary && data ? <Viewer key={id.data} matter={summary.case} detail={data} /> : null;
}

const WHOLE: CiteTarget = { place: '', quote: '' };

function Viewer({ matter, detail }: { readonly matter: Case; readonly detail: ExhibitDetail }): ReactElement {
  const { exhibit } = detail;
  const navigate = useNavigate();
  const { place = '' } = useSearch({ strict: false }) as {
    readonly place?: string;
  };
  const [target, setTarget] = useState<CiteTarget>({ place, quote: '' });
  const [citing, setCiting] = useState(false);
  const [uncovered, setUncovered] = useState(false);
  const covered = exhibit.covered && !uncovered;
  useEffect(() => setTarget({ place, quote: '' }), [place]);
  const showPlace = useCallback(
    (next: CiteTarget) => {
      setTarget(next);
      void navigate({
        to: '.',
        search: next.place ? { place: next.place } : {},
        replace: true,
      });
    },
    [navigate],
  );
  useCiteKey(() => setCiting(true));

  return (
    <div className="viewer">
      <ViewerBar matter={matter} exhibit={exhibit} uncovered={uncovered} onCover={() => setUncovered(false)} />
      <div className="viewer-body">
        <section className="original">
          {covered ? (
            <CoveredOriginal exhibit={exhibit} onUncovered={() => setUncovered(true)} />
          ) : (
            <>
              <CitedRow exhibitId={exhibit.id} place={target.place} />
              <Original exhibit={exhibit} place={place} target={target.place} onTarget={setTarget} />
              <CiteBar target={target} onWhole={() => setTarget(WHOLE)} onCite={() => setCiting(true)} />
            </>
          )}
        </section>
        <section className="viewer-side">
          <ExhibitSide detail={detail} zone={matter.zone} place={target.place} covered={covered} onPlace={showPlace} />
        </section>
      </div>
      {citing && <CiteDialog matter={matter} exhibit={exhibit} target={target} onClose={() => setCiting(false)} />}
    </div>
  );
}
