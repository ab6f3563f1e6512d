import type { ReactElement } from 'react';
import type { Suggestion } from '../../../shared/contract/suggestion.ts';
import { formatMoment } from '../../../shared/time/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import { describePlace } from '../exhibit/place-words.ts';
import { MarkedQuote } from './MarkedQuote.tsx';

interface SuggestionRowProps {
  readonly suggestion: Suggestion;
  readonly zone: string;
  readonly isChosen: boolean;
  /** Names the exhibit as well as the place in it. */
  readonly named: boolean;
}

/** One dated passage in the list: where it stands, what it says, and what it would mean. */
export function SuggestionRow({ suggestion, zone, isChosen, named }: SuggestionRowProps): ReactElement {
  const say = useWords('suggestion');
  const sayEvent = useWords('event');
  const language = useLanguage();
  const { moment, question, exhibit, place, state } = suggestion;
  return (
    <>
      <span className={isChosen ? 'dated-box chosen' : 'dated-box'} aria-hidden="true">
        <Icon name="check" size={12} />
      </span>
      <span className="dated-body">
        <span className="dated-head">
          <span className="dated-place">
            {named && `${exhibit} · `}
            {describePlace(place, sayEvent)}
          </span>
          <span className="space" />
          {state !== 'open' && <Tag tone={state === 'accepted' ? 'verified' : 'plain'}>{say(`state.${state}`)}</Tag>}
        </span>
        <MarkedQuote {...suggestion} />
        {moment ? (
          <span className="dated-when">{formatMoment(moment, { language, zone, zoneShown: false })}</span>
        ) : (
          <span className="dated-asks">
            <Icon name="warning" size={13} /> {say('asks', { question })}
          </span>
        )}
      </span>
    </>
  );
}
