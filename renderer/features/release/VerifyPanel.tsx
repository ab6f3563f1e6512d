import type { ReactElement } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useJob } from '../../ask/jobs.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Verdict } from '../../ui/Verdict.tsx';
import { grouped } from '../../../shared/model/fingerprint.ts';
import { useWords } from '../../ui/words.ts';
import { JobProgress } from '../../ask/JobProgress.tsx';
import { OutcomeMark } from './OutcomeMark.tsx';

const tones = { intact: 'good', altered: 'bad', undecided: 'open' } as const;

type Verified = NonNullable<Output<'desk.verifyFile'>>;

/** Checks a signed PDF as a stranger would, and says plainly what came of it. */
export function VerifyPanel(): ReactElement {
  const say = useWords('release');
  const job = useJob('desk.verifyFile');
  return (
    <section className="panel" aria-labelledby="verify-heading">
      <header>
        <h2 id="verify-heading">{say('verify.title')}</h2>
        <Button isDisabled={job.running} onPress={() => void job.run({}).catch(() => undefined)}>
          {say('verify')}
        </Button>
      </header>
      <p className="quiet small">{say('verify.text')}</p>
      {job.running && job.progress && <JobProgress job={job} label={say('verify.running')} />}
      <ErrorNote error={job.error} />
      {job.output && <VerdictView verified={job.output} />}
    </section>
  );
}

function VerdictView({ verified: { fileName, verdict } }: { readonly verified: Verified }): ReactElement {
  const say = useWords('release');
  const facts = [
    { name: say('column.file'), value: fileName },
    { name: say('verdict.reference'), value: verdict.reference },
    { name: say('verdict.release'), value: verdict.releaseNumber ?? '' },
    { name: say('verdict.claimed'), value: verdict.claimedSigner },
    { name: say('verdict.time'), value: verdict.claimedSigningTime },
    {
      name: say('verdict.certificate'),
      value: verdict.certificateSha256 && <span className="code">{grouped(verdict.certificateSha256)}</span>,
    },
  ];
  return (
    <div className="verdict" role="status">
      <Verdict tone={tones[verdict.outcome]}>
        <p>
          <strong>{verdict.summary}</strong>
        </p>
        {verdict.advice !== '' && <p>{verdict.advice}</p>}
      </Verdict>
      <Facts facts={facts.filter((fact) => fact.value !== '')} />
      <h3>{say('verdict.checks')}</h3>
      <ul className="checks">
        {verdict.checks.map((check) => (
          <li key={`${check.name} ${check.detail}`}>
            <OutcomeMark outcome={check.outcome} text={say(`outcome.${check.outcome}`)} />
            <span className="check-name">{say(`verdict-check.${check.name}`)}</span>
            <span className="check-detail">{check.detail}</span>
          </li>
        ))}
      </ul>
      {verdict.exhibits.length > 0 && (
        <>
          <h3>{say('verdict.exhibits')}</h3>
          <ul className="verified-exhibits">
            {verdict.exhibits.map((exhibit) => (
              <li key={exhibit.number}>
                <b>{exhibit.number}</b>
                <OutcomeMark
                  outcome={exhibit.outcome === 'matches' ? 'passed' : exhibit.outcome === 'differs' ? 'failed' : 'noted'}
                  text={say(`original.${exhibit.outcome}`)}
                />
                <span className="code quiet">{exhibit.sha256}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
