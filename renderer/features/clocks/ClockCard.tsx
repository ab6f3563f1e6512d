import { type ReactElement, useMemo } from 'react';
import type { ClockStatus } from '../../../shared/contract/clock.ts';
import type { Case } from '../../../shared/model/case.ts';
import { openClock } from '../../../shared/time/index.ts';
import { useQuery } from '../../ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import { ClockFlags } from './ClockFlags.tsx';
import { OffsetPlot } from './OffsetPlot.tsx';
import { joinSentences } from '../../ui/sentences.ts';

export type ClockAct = 'read' | 'window' | 'edit';

interface ClockCardProps {
  readonly matter: Case;
  readonly status: ClockStatus;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onAct: (act: ClockAct) => void;
}

/** One clock: how far off it is in words and over time, how much rests on it, and what can be done next. */
export function ClockCard({ matter, status, selected, onSelect, onAct }: ClockCardProps): ReactElement {
  const say = useWords('clock');
  const language = useLanguage();
  const { clock, wording, events } = status;
  const extent = useQuery('timeline.extent', events === 0 ? null : { caseId: matter.id, columns: 1 }).data ?? null;
  const known = useMemo(() => openClock(clock, status.zone), [clock, status.zone]);
  const [first, ...rest] = wording;
  return (
    <li className={selected ? 'clock-card selected' : 'clock-card'}>
      <div className="clock-card-words">
        <h2>
          <button type="button" className="clock-name" aria-pressed={selected} onClick={onSelect}>
            {clock.name}
          </button>
        </h2>
        <p className="tags">
          <span className="quiet small">
            {say(`clock-kind.${clock.kind}`)} · {say('events', { count: events })}
          </span>
          <ClockFlags status={status} />
        </p>
        <p className="clock-statement">
          <strong>{first}</strong> <span className="quiet">{joinSentences(rest, language)}</span>
        </p>
        <div className="clock-acts">
          <Button size="small" look="primary" onPress={() => onAct('read')}>
            {say('read')}
          </Button>
          <Button size="small" onPress={() => onAct('window')}>
            {say('window')}
          </Button>
          <Button size="small" look="quiet" onPress={() => onAct('edit')}>
            {say('edit')}
          </Button>
        </div>
      </div>
      <OffsetPlot known={known} extent={extent} wording={joinSentences(wording, language)} />
    </li>
  );
}
