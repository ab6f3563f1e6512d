import { useParams } from '@tanstack/react-router';
import type { CaseSummary } from '../../shared/model/case.ts';
import { type CaseId, caseId } from '../../shared/model/identifier.ts';
import { useQuery } from './queries.ts';

/** The case of the present address; null outside cases or for an address that names none. */
export function useCaseId(): CaseId | null {
  const parameters = useParams({ strict: false });
  const parsed = caseId.safeParse('caseId' in parameters ? parameters.caseId : undefined);
  return parsed.success ? parsed.data : null;
}

/** The case of the present address with its counts; undefined while it is asked for or outside cases. */
export function useCase(): CaseSummary | undefined {
  const id = useCaseId();
  return useQuery('case.get', id ? { caseId: id } : null).data;
}
