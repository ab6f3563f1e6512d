import { type ReactElement, useState } from 'react';
import type { Case } from '../../../shared/model/case.ts';
import { type Language, languages } from '../../../shared/model/language.ts';
import { useJob } from '../../ask/jobs.ts';
import { useQuery } from '../../ask/queries.ts';
import { useCase } from '../../ask/use-case.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Select } from '../../ui/Field.tsx';
import { formatBytes, formatCount } from '../../ui/sizes.ts';
import { useToasts } from '../../ui/toasts.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import { JobProgress } from '../../ask/JobProgress.tsx';
import { OutcomeMark } from './OutcomeMark.tsx';
import './release.css';
import { ReleaseList } from './ReleaseList.tsx';
import { VerifyPanel } from './VerifyPanel.tsx';

export function ReleasePage(): ReactElement | null {
  const summary = useCase();
  return summary ? <Releases key={summary.case.id} matter={summary.case} /> : null;
}

function Releases({ matter }: { readonly matter: Case }): ReactElement {
  const say = useWords('release');
  return (
    <>
      <header className="page-bar">
        <h1>{say('title')}</h1>
      </header>
      <div className="page release-page">
        <CaseFilePanel matter={matter} />
        <ReleaseList matter={matter} />
        <VerifyPanel />
      </div>
    </>
  );
}

/** The gate, what signing will do and disclose, and the button that does it. */
function CaseFilePanel({ matter }: { readonly matter: Case }): ReactElement {
  const say = useWords('release');
  const language = useLanguage();
  const gate = useQuery('release.gate', {
    caseId: matter.id,
    language,
  });
  const [chosen, choose] = useState<Language>(language);
  const job = useJob('desk.releaseCaseFile');
  const tell = useToasts((state) => state.tell);

  async function sign(): Promise<void> {
    const release = await job.run({ caseId: matter.id, language: chosen }).catch(() => null);
    if (release)
      tell(
        say('signed', {
          number: release.number,
          pages: formatCount(release.pages, language),
          size: formatBytes(release.bytes, language),
        }),
      );
  }

  return (
    <section className="panel" aria-labelledby="case-file-heading">
      <header>
        <h2 id="case-file-heading">{say('make')}</h2>
        {gate.data && (
          <OutcomeMark outcome={gate.data.allowed ? 'passed' : 'refused'} text={say(gate.data.allowed ? 'gate.allowed' : 'gate.refused')} />
        )}
      </header>
      <p className="quiet small">{say('gate.text')}</p>
      <ErrorNote error={gate.error} onRetry={() => void gate.refetch()} />
      <ul className="checks" aria-label={say('gate')}>
        {gate.data?.checks.map((check) => (
          <li key={check.name}>
            <OutcomeMark outcome={check.outcome} text={say(`outcome.${check.outcome}`)} />
            <span className="check-name">{say(`check.${check.name}`)}</span>
            <span className="check-detail">{check.detail}</span>
          </li>
        ))}
      </ul>
      <ul className="consequences">
        <li>{say('make.text')}</li>
        <li>{say('make.visible')}</li>
        <li>{say('make.recorded')}</li>
      </ul>
      {job.running && job.progress && <JobProgress job={job} label={say('signing')} />}
      <ErrorNote error={job.error} />
      <div className="sign-row">
        <Select
          label={say('language')}
          value={chosen}
          onChange={choose}
          options={languages.map((key) => ({
            key,
            label: say(`language.${key}`),
          }))}
        />
        <Button look="primary" size="large" isDisabled={job.running || gate.data?.allowed !== true} onPress={() => void sign()}>
          {say('sign')}
        </Button>
      </div>
    </section>
  );
}
