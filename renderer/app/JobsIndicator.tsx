import type { ReactElement } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Button, IconButton } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { useFailureSentence, useLanguage, useWords } from '../ui/words.ts';
import { describeProgress, fractionDone } from '../ask/job-progress.ts';
import { cancelJob, type RunningJob, useJobs } from '../ask/jobs.ts';
import './jobs.css';
import '../ask/job-progress.css';

/** What is running, in the header; the list with rate, time left and cancel behind it. */
export function JobsIndicator(): ReactElement | null {
  const say = useWords('job');
  const jobs = useJobs((state) => state.jobs);
  const running = jobs.filter((job) => job.outcome === null);
  const first = running[0];
  if (jobs.length === 0) return null;
  return (
    <DialogTrigger>
      <AriaButton className="button quiet small jobs-button">
        {first && running.length === 1
          ? say(`name.${first.name}`)
          : running.length > 0
            ? say('indicator', { count: running.length })
            : say('heading')}
        {first && <ProgressBar label={say(`name.${first.name}`)} value={fractionDone(first.progress)} />}
      </AriaButton>
      <Popover className="popover jobs" placement="bottom end">
        <Dialog className="jobs-list" aria-label={say('heading')}>
          {jobs.map((job) => (
            <JobItem key={job.id} job={job} />
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function JobItem({ job }: { readonly job: RunningJob }): ReactElement {
  const say = useWords('job');
  const explain = useFailureSentence();
  const language = useLanguage();
  const { outcome } = job;
  return (
    <section className="job">
      <header>
        <strong>{say(`name.${job.name}`)}</strong>
        {outcome === null ? (
          <Button size="small" isDisabled={job.cancelling} onPress={() => cancelJob(job.id)}>
            {say(job.cancelling ? 'cancelling' : 'cancel')}
          </Button>
        ) : (
          <IconButton icon="close" label={say('dismiss')} onPress={() => useJobs.getState().dismiss(job.id)} />
        )}
      </header>
      {outcome === null && <ProgressBar label={say(`name.${job.name}`)} value={fractionDone(job.progress)} />}
      <p className="quiet small">
        {outcome === null ? describeProgress(job, say, language) : typeof outcome === 'string' ? say(outcome) : explain(outcome)}
      </p>
      {outcome === null && job.progress?.item && <p className="quiet small job-item">{job.progress.item}</p>}
    </section>
  );
}
