import { type ReactElement, useEffect } from 'react';
import { create } from 'zustand';
import type { Case } from '../../../shared/model/case.ts';
import { useQuery } from '../../ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import { useDayOrder } from './day-order.ts';
import { SuggestionPanel } from './SuggestionPanel.tsx';
import { useCaseSuggestions } from './use-suggestions.ts';

/** Above this many exhibits nothing is looked through unasked. */
const MOST_COUNTED = 100;

/** Whether the list is open: the button stands in one of two places, and goes from the one to the other with the first event. */
const useFromEvidence = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

/** Opens the dated passages of all exhibits; says how many are open where that is soon known. */
export function FromEvidence({ matter }: { readonly matter: Case }): ReactElement {
  const say = useWords('suggestion');
  const language = useLanguage();
  const dayOrder = useDayOrder();
  const exhibits = useQuery('exhibit.list', { caseId: matter.id }).data?.length ?? 0;
  const order = { caseId: matter.id, language, ...(dayOrder ? { dayOrder } : {}) };
  const { data } = useQuery('suggestion.count', exhibits > 0 && exhibits <= MOST_COUNTED ? order : null);
  return (
    <Button size="small" onPress={() => useFromEvidence.setState({ isOpen: true })}>
      {data ? say('from.evidence.count', { count: data.open }) : say('from.evidence')}
    </Button>
  );
}

/** The list that the button opens. */
export function FromEvidenceDialog({ matter }: { readonly matter: Case }): ReactElement | null {
  const say = useWords('suggestion');
  const isOpen = useFromEvidence((state) => state.isOpen);
  const close = (): void => useFromEvidence.setState({ isOpen: false });
  useEffect(() => close, []);
  if (!isOpen) return null;
  return (
    <Dialog title={say('title.case')} isOpen onClose={close} size="wide">
      <CasePanel matter={matter} />
    </Dialog>
  );
}

function CasePanel({ matter }: { readonly matter: Case }): ReactElement {
  const say = useWords('suggestion');
  const search = useCaseSuggestions(matter.id);
  const { done, total, current, error, suggestions, exhibits } = search;
  return (
    <SuggestionPanel
      matter={matter}
      suggestions={suggestions}
      exhibits={exhibits}
      named
      empty={{ title: say('empty.case.title'), text: say('empty.case.text') }}
    >
      <p className="quiet small">{say('intro')}</p>
      <ErrorNote error={error} />
      {current && (
        <div className="dated-progress">
          <span className="small">{say('searching', { exhibit: current.number, done, total })}</span>
          <ProgressBar label={say('searching', { exhibit: current.number, done, total })} value={total === 0 ? null : done / total} />
          <Button size="small" look="quiet" onPress={search.stopped ? search.resume : search.stop}>
            {search.stopped ? say('go', { count: total - done }) : say('stop')}
          </Button>
        </div>
      )}
    </SuggestionPanel>
  );
}
