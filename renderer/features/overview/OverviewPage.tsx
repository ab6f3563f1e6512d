import type { ReactElement } from 'react';
import { useQuery } from '../../ask/queries.ts';
import { useCase } from '../../ask/use-case.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useWords } from '../../ui/words.ts';
import { Attention } from './Attention.tsx';
import { CaseFacts } from './CaseFacts.tsx';
import { Counts } from './Counts.tsx';
import { Integrity } from './Integrity.tsx';
import { LastRelease } from './LastRelease.tsx';
import { NextStepPanel } from './NextStepPanel.tsx';
import './overview.css';

/** What is there, what is missing, and the next step. */
export function OverviewPage(): ReactElement | null {
  const say = useWords('overview');
  const summary = useCase();
  const { data: parties, error } = useQuery('party.list', summary ? { caseId: summary.case.id } : null);
  if (!summary || !parties) return <ErrorNote error={error} />;
  return (
    <div className="page overview">
      <header className="overview-title">
        <h1>{summary.case.title}</h1>
        <p className="quiet">
          {summary.case.reference} · {say('title')}
        </p>
      </header>
      <NextStepPanel summary={summary} parties={parties} />
      <Counts summary={summary} />
      <div className="overview-columns">
        <div>
          <Attention summary={summary} parties={parties} />
          <CaseFacts summary={summary} />
        </div>
        <div>
          <LastRelease caseId={summary.case.id} zone={summary.case.zone} />
          <Integrity zone={summary.case.zone} />
        </div>
      </div>
    </div>
  );
}
