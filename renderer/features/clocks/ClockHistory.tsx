import type { ReactElement } from 'react';
import type { Case } from '../../../shared/model/case.ts';
import type { ClockId } from '../../../shared/model/identifier.ts';
import { formatInstant } from '../../../shared/time/index.ts';
import { useQuery } from '../../ask/queries.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';

/** What was known of a clock before each change, the latest first, with who changed it, when and why. */
export function ClockHistory({ matter, clockId }: { readonly matter: Case; readonly clockId: ClockId }): ReactElement {
  const say = useWords('clock');
  const language = useLanguage();
  const { data: versions, error } = useQuery('clock.history', { clockId, language });
  if (error) return <ErrorNote error={error} />;
  if (versions?.length === 0) return <p className="quiet small">{say('history.none')}</p>;
  return (
    <ol className="clock-history">
      {versions?.toReversed().map(({ clock, wording, reason, replacedAt, replacedBy }) => (
        <li key={clock.version}>
          <p>{wording[0]}</p>
          <p className="quiet small">
            {say('history.was', { time: formatInstant(replacedAt, { language, zone: matter.zone }), name: replacedBy })}
          </p>
          {reason && <p className="small">{say('history.reason', { reason })}</p>}
        </li>
      ))}
    </ol>
  );
}
