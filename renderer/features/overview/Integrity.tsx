import type { ReactElement } from 'react';
import { useJob } from '../../ask/jobs.ts';
import { fractionDone } from '../../ask/job-progress.ts';
import { useQuery } from '../../ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { formatInstant } from '../../../shared/time/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { formatBytes, formatCount } from '../../ui/sizes.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import { CheckOutcome } from '../../parts/vault/CheckOutcome.tsx';

export function Integrity({ zone }: { readonly zone: string }): ReactElement {
  const say = useWords('overview');
  const language = useLanguage();
  const { data: info } = useQuery('vault.info', {});
  const check = useJob('vault.check');
  return (
    <section className="panel">
      <header>
        <h2>{say('integrity')}</h2>
        <Button size="small" isDisabled={check.running} onPress={() => void check.run({ deep: true }).catch(() => undefined)}>
          {say('integrity.check')}
        </Button>
      </header>
      {check.running && <ProgressBar label={say('integrity.check')} value={fractionDone(check.progress)} />}
      {info && (
        <ul className="integrity">
          <li className={info.checkedAt === null ? '' : 'verified'}>
            {info.checkedAt !== null && <Icon name="check" size={14} />}
            {info.checkedAt === null
              ? say('integrity.unchecked')
              : say('integrity.checked', {
                  when: formatInstant(info.checkedAt, { language, zone, finest: 'minute', zoneShown: false }),
                })}
          </li>
          <li>{say('integrity.sealed', { count: formatCount(info.objects, language), size: formatBytes(info.objectBytes, language) })}</li>
          {info.heads.map((head) => (
            <li key={head.chain}>{say(`integrity.${head.chain}`, { count: head.size })}</li>
          ))}
        </ul>
      )}
      <CheckOutcome check={check.output} />
      <ErrorNote error={check.error} />
    </section>
  );
}
