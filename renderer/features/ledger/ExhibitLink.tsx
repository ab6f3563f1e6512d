import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Case } from '../../../shared/model/case.ts';
import type { LedgerEntry } from '../../../shared/model/ledger.ts';

export function ExhibitLink({ body, matter }: { readonly body: LedgerEntry['body']; readonly matter: Case }): ReactElement | null {
  const number = numberOf(body);
  if (!body.exhibitId || number === null) return null;
  if (body.caseId !== matter.id) return <>{number}</>;
  return (
    <Link to="/case/$caseId/evidence/$exhibitId" params={{ caseId: matter.id, exhibitId: body.exhibitId }} search={{}}>
      {number}
    </Link>
  );
}

/** The number of the exhibit an entry is about, as it was signed; null where the entry is about none. */
export function numberOf(body: LedgerEntry['body']): string | null {
  const { number } = body.detail;
  return typeof number === 'string' ? number : null;
}
