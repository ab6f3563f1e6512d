import type { ReactElement } from 'react';
import type { CaseEvent } from '../../../shared/model/event.ts';
import type { CaseId, ClockId } from '../../../shared/model/identifier.ts';
import { describeBasis, describeOffsetThen, formatMoment } from '../../../shared/time/index.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import { useKnownClock } from './use-stamped.ts';
import './recorded-and-corrected.css';

interface RecordedAndCorrectedProps {
  readonly caseId: CaseId;
  /** The zone the corrected time is shown in, as a rule the case's. */
  readonly zone: string;
  readonly clockId: ClockId;
  readonly moments: Pick<CaseEvent, 'recorded' | 'happened'>;
  /** A link to the clock; left out in a form that would be lost by following it. */
  readonly linked?: boolean;
}

/** What a source clock showed, what that was in true time, how far off it was and how that is known: side by side. */
export function RecordedAndCorrected({ caseId, zone, clockId, moments, linked = false }: RecordedAndCorrectedProps): ReactElement | null {
  const say = useWords('clock');
  const language = useLanguage();
  const known = useKnownClock(caseId, clockId);
  const { recorded, happened } = moments;
  if (!recorded) return null;
  return (
    <dl className="recorded-and-corrected">
      <div>
        <dt>{say('recorded')}</dt>
        <dd>
          <span className="verbatim">{recorded.phrase}</span>
          <span className="quiet small">{say('recorded.zone', { zone: happened.zone })}</span>
        </dd>
      </div>
      <div>
        <dt>{say('corrected')}</dt>
        <dd>{formatMoment(happened, { language, zone })}</dd>
      </div>
      <div>
        <dt>{say('offset.then')}</dt>
        <dd>{known ? describeOffsetThen(known, recorded, language) : '…'}</dd>
      </div>
      <div>
        <dt>{say('basis')}</dt>
        <dd>
          {describeBasis(happened.basis, language)}
          {linked && <a href={`#/case/${caseId}/clocks?clock=${clockId}`}>{say('open')}</a>}
        </dd>
      </div>
    </dl>
  );
}
