import { type ReactElement, useEffect, useState } from 'react';
import { Icon } from '../../ui/Icon.tsx';
import { useWords } from '../../ui/words.ts';
import type { Band } from './canvas/bands.ts';
import type { Stage } from './canvas/stage.ts';
import './band-names.css';

/** Below this height a band has one line for its name and its note. */
const TIGHT = 44;

/** The names beside the bands. Each folds its band into a thin strip of density, and back. */
export function BandNames({ stage, onToggle }: { readonly stage: Stage; readonly onToggle: (key: string) => void }): ReactElement {
  const say = useWords('timeline');
  const [bands, setBands] = useState<readonly Band[]>([]);
  useEffect(() => {
    stage.onBands(setBands);
    return () => stage.onBands(() => undefined);
  }, [stage]);
  return (
    <ul className="band-names" aria-label={say('lanes')} style={{ width: stage.plot.left }}>
      {bands.map((band) => (
        <li
          key={band.key}
          {...(band.height < TIGHT ? { className: 'tight' } : {})}
          style={{ top: band.top - stage.plot.top, height: band.height }}
        >
          <button
            type="button"
            className="band-name"
            aria-expanded={!band.collapsed}
            title={band.name}
            onClick={() => onToggle(band.key)}
            onFocus={() => revealBand(stage, band)}
          >
            <Icon name={band.collapsed ? 'right' : 'down'} size={11} />
            <span>{band.name}</span>
          </button>
          {!band.collapsed && band.note && <span className="band-note">{band.note}</span>}
        </li>
      ))}
    </ul>
  );
}

/** A name that is reached by keyboard is brought into sight with its band. */
function revealBand(stage: Stage, band: Band): void {
  const { top, bottom } = stage.plot;
  if (band.top < top) stage.scrollBy(band.top - top);
  else if (band.top + 30 > bottom) stage.scrollBy(band.top + Math.min(band.height, bottom - top) - bottom);
}
