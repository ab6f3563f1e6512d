import type { ReactElement } from 'react';
import { fractionDone } from '../../ask/job-progress.ts';
import { useJob } from '../../ask/jobs.ts';
import { useQuery } from '../../ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { formatInstant, localZone } from '../../../shared/time/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import { CheckOutcome } from '../../parts/vault/CheckOutcome.tsx';

export function CheckSection(): ReactElement {
  const say = useWords('settings');
  const words = useWords('shell');
  const language = useLanguage();
  const { data: info } = useQuery('vault.info', {});
  const check = useJob('vault.check');
  const run = (deep: boolean) => void check.run({ deep }).catch(() => undefined);
  const zone = localZone();
  return (
    <section className="panel">
      <h2>{say('check')}</h2>
      <p className="quiet">{say('check.text')}</p>
      {info && (
        <p className="small">
          {info.checkedAt === null
            ? say('check.never')
            : say('check.last', { when: formatInstant(info.checkedAt, { language, zone, finest: 'minute', zoneShown: false }) })}
        </p>
      )}
      {check.running ? (
        <div className="check-running">
          <ProgressBar label={say('check')} value={fractionDone(check.progress)} />
          <span className="quiet small">{check.progress?.item}</span>
          <Button size="small" onPress={check.cancel}>
            {words('cancel')}
          </Button>
        </div>
      ) : (
        <div className="inspector-actions">
          <Button onPress={() => run(false)}>{say('check.quick')}</Button>
          <Button onPress={() => run(true)}>{say('check.deep')}</Button>
        </div>
      )}
      <CheckOutcome check={check.output} />
      <ErrorNote error={check.error} />
    </section>
  );
}
