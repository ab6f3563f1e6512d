import type { ReactElement } from 'react';
import type { Lane, Standing } from '../../../shared/model/event.ts';
import { useWords } from '../../ui/words.ts';
import './event-marks.css';

/** A lane's name beside its colour. */
export function LaneMark({ lane }: { readonly lane: Lane }): ReactElement {
  const say = useWords('event');
  return (
    <span className="event-mark">
      <i className={`lane-swatch ${lane}`} />
      {say(`lane.${lane}`)}
    </span>
  );
}

/** Solid: established. Hollow: asserted. The word stands beside it. */
export function StandingMark({ standing }: { readonly standing: Standing }): ReactElement {
  const say = useWords('event');
  return (
    <span className="event-mark">
      <i className={`standing-dot ${standing}`} />
      {say(`standing.${standing}`)}
    </span>
  );
}
