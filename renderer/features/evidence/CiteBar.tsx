import type { ReactElement } from 'react';
import { describePlace } from '../../parts/exhibit/place-words.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/words.ts';
import type { CiteTarget } from './cite-target.ts';
import './cite-bar.css';

interface CiteBarProps {
  readonly target: CiteTarget;
  readonly onWhole: () => void;
  readonly onCite: () => void;
}

/** What a citation made now would say; always in the same place, so that it needs no hunting after a selection. */
export function CiteBar({ target, onWhole, onCite }: CiteBarProps): ReactElement {
  const say = useWords('event');
  return (
    <div className="cite-bar" role="group" aria-label={say('cite.place')}>
      <span className="cite-place">{describePlace(target.place, say)}</span>
      {target.quote && <q className="cite-quote">{target.quote}</q>}
      <span className="space" />
      {target.place !== '' && (
        <Button size="small" look="quiet" onPress={onWhole}>
          {say('place.whole')}
        </Button>
      )}
      <Button size="small" look="primary" icon="quote" onPress={onCite}>
        {say('cite')}
      </Button>
    </div>
  );
}
