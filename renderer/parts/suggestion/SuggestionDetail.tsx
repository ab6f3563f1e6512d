import { type ReactElement, useState } from 'react';
import type { SearchedExhibit, Suggestion } from '../../../shared/contract/suggestion.ts';
import type { Case } from '../../../shared/model/case.ts';
import { describeBasis, formatBounds, formatMoment } from '../../../shared/time/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import { DateDialog } from './DateDialog.tsx';
import type { Decisions } from './use-decisions.ts';

interface SuggestionDetailProps {
  readonly matter: Case;
  readonly suggestion: Suggestion;
  /** The exhibit it stands in. */
  readonly searched: SearchedExhibit | undefined;
  /** Chosen besides; with more than one, the acts are about all of them. */
  readonly chosen: readonly Suggestion[];
  readonly decisions: Decisions;
  readonly onEdit: () => void;
}

/** What the passage in hand was understood as, what must be asked about it, and the acts on it or on what is chosen. */
export function SuggestionDetail({ matter, suggestion, searched, chosen, decisions, onEdit }: SuggestionDetailProps): ReactElement {
  const say = useWords('suggestion');
  return (
    <section className="dated-detail" aria-label={say('understood')}>
      {chosen.length > 1 ? (
        <ChosenActs chosen={chosen} decisions={decisions} />
      ) : (
        <>
          <OneActs suggestion={suggestion} decisions={decisions} onEdit={onEdit} />
          <Understanding matter={matter} suggestion={suggestion} searched={searched} decisions={decisions} onEdit={onEdit} />
        </>
      )}
      <p className="quiet small dated-keys">{say('keys')}</p>
    </section>
  );
}

/** Questions that the document's own date would answer. */
const ASKS_FOR_DATE = new Set(['referenceMissing', 'yearMissing', 'monthMissing', 'storyUnclear', 'eventUnknown']);

function Understanding({ matter, suggestion, searched, decisions, onEdit }: Omit<SuggestionDetailProps, 'chosen'>): ReactElement {
  const say = useWords('suggestion');
  const sayEvent = useWords('event');
  const language = useLanguage();
  const [dating, setDating] = useState(false);
  const { moment, question, reason, alternatives, state } = suggestion;
  const format = { language, zone: matter.zone } as const;
  if (moment)
    return (
      <Facts
        facts={[
          { name: say('understood'), value: formatMoment(moment, format) },
          { name: sayEvent('bounds'), value: formatBounds(moment, format) },
          { name: say('basis'), value: describeBasis(moment.basis, language) },
        ]}
      />
    );
  return (
    <>
      <p className="dated-question">{say('asks', { question })}</p>
      {state === 'open' && (
        <div className="dated-answers" role="group" aria-label={say('answers')}>
          {alternatives.map((one) => (
            <Button
              key={one.edtf}
              size="small"
              isDisabled={decisions.busy}
              onPress={() => void decisions.accept([suggestion], { edtf: one.edtf })}
            >
              {say('answer', { when: formatMoment(one, { ...format, zoneShown: false }) })}
            </Button>
          ))}
          {searched?.date.moment === null && ASKS_FOR_DATE.has(reason) && (
            <Button size="small" onPress={() => setDating(true)}>
              {say('dated.state')}
            </Button>
          )}
          <Button size="small" look="quiet" onPress={onEdit}>
            {say('answer.own')}
          </Button>
        </div>
      )}
      {dating && searched && <DateDialog matter={matter} searched={searched} onClose={() => setDating(false)} />}
    </>
  );
}

function OneActs({ suggestion, decisions, onEdit }: Pick<SuggestionDetailProps, 'suggestion' | 'decisions' | 'onEdit'>): ReactElement {
  const say = useWords('suggestion');
  const { busy, accept, dismiss, reopen } = decisions;
  if (suggestion.state !== 'open')
    return (
      <div className="dated-acts">
        <Button size="small" icon="undo" isDisabled={busy} onPress={() => void reopen([suggestion])}>
          {say(suggestion.state === 'accepted' ? 'reopen.event' : 'reopen')}
        </Button>
      </div>
    );
  return (
    <div className="dated-acts">
      <Button
        size="small"
        look="primary"
        icon="check"
        isDisabled={busy || suggestion.moment === null}
        onPress={() => void accept([suggestion])}
      >
        {say('accept')}
      </Button>
      <Button size="small" isDisabled={busy} onPress={onEdit}>
        {say('edit')}
      </Button>
      <Button size="small" look="quiet" isDisabled={busy} onPress={() => void dismiss([suggestion])}>
        {say('dismiss')}
      </Button>
    </div>
  );
}

function ChosenActs({ chosen, decisions }: Pick<SuggestionDetailProps, 'chosen' | 'decisions'>): ReactElement {
  const say = useWords('suggestion');
  const { busy, accept, dismiss } = decisions;
  const clear = chosen.filter(({ moment }) => moment !== null);
  return (
    <div className="dated-acts">
      <Button size="small" look="primary" icon="check" isDisabled={busy || clear.length === 0} onPress={() => void accept(clear)}>
        {say('accept.chosen', { count: clear.length })}
      </Button>
      <Button size="small" isDisabled={busy} onPress={() => void dismiss(chosen)}>
        {say('dismiss.chosen', { count: chosen.length })}
      </Button>
    </div>
  );
}
