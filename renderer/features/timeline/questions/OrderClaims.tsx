import { type ReactElement, useCallback, useState } from 'react';
import type { ListedOrderClaim } from '../../../../shared/contract/question.ts';
import type { Case } from '../../../../shared/model/case.ts';
import { describeOrderClaim } from '../../../../shared/words/question-words.ts';
import { useCommand, useQuery } from '../../../ask/queries.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { ErrorNote, failureOf } from '../../../ui/ErrorNote.tsx';
import { InspectorPart } from '../../../ui/Inspector.tsx';
import { Tag, type Tone } from '../../../ui/Tag.tsx';
import { useToasts } from '../../../ui/toasts.ts';
import { useFailureSentence, useLanguage, useWords } from '../../../ui/words.ts';
import { OrderClaimDialog } from './OrderClaimDialog.tsx';

const tones: Readonly<Record<ListedOrderClaim['outcome'], Tone>> = { agrees: 'verified', differs: 'differ', 'cannot-tell': 'plain' };

/** What sources say of order, each with what the clocks say of it. */
export function OrderClaims({ matter }: { readonly matter: Case }): ReactElement {
  const say = useWords('question');
  const language = useLanguage();
  const { data: claims, error, refetch } = useQuery('order-claim.list', { caseId: matter.id });
  const remove = useRemoveClaim();
  const [adding, setAdding] = useState(false);
  return (
    <InspectorPart title={say('claim.title')}>
      <p className="quiet small">{say('claim.text')}</p>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {claims?.length === 0 && <p className="quiet small">{say('claim.none')}</p>}
      {claims && claims.length > 0 && (
        <ul className="questions">
          {claims.map((listed) => (
            <li key={listed.claim.id} className="question claim">
              <div className="claim-head">
                <p className="question-sentence">{describeOrderClaim(listed, language)}</p>
                <IconButton
                  icon="close"
                  label={say('claim.remove', { one: listed.earlierTitle, other: listed.laterTitle })}
                  onPress={() => void remove(listed)}
                />
              </div>
              {listed.claim.quote !== '' && <blockquote className="quote">{listed.claim.quote}</blockquote>}
              <p className="small">
                <Tag tone={tones[listed.outcome]}>{say(`outcome.${listed.outcome}`)}</Tag>{' '}
                <a href={evidenceLink(matter, listed)}>{listed.exhibitNumber}</a>
              </p>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button size="small" icon="plus" onPress={() => setAdding(true)}>
          {say('claim.add')}
        </Button>
      </div>
      {adding && <OrderClaimDialog matter={matter} onClose={() => setAdding(false)} />}
    </InspectorPart>
  );
}

function evidenceLink(matter: Case, { claim: { exhibitId, place } }: ListedOrderClaim): string {
  return `#/case/${matter.id}/evidence/${exhibitId}${place === '' ? '' : `?place=${encodeURIComponent(place)}`}`;
}

/** Takes a claim out of the comparison, with the way back in the notice. */
function useRemoveClaim(): (listed: ListedOrderClaim) => Promise<void> {
  const say = useWords('question');
  const explain = useFailureSentence();
  const tell = useToasts((state) => state.tell);
  const { mutateAsync: remove } = useCommand('order-claim.remove');
  const { mutateAsync: restore } = useCommand('order-claim.restore');
  return useCallback(
    async ({ claim: { id: orderClaimId } }) => {
      const failed = (error: unknown): void => tell(explain(failureOf(error as Error)), { failed: true });
      try {
        await remove({ orderClaimId });
        tell(say('claim.removed'), { undo: () => void restore({ orderClaimId }).then(() => tell(say('claim.restored')), failed) });
      } catch (error) {
        failed(error);
      }
    },
    [remove, restore, tell, say, explain],
  );
}
