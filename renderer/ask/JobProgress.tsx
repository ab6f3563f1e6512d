import { type ReactElement, useEffect, useRef, useState } from 'react';
import { describeProgress, fractionDone } from './job-progress.ts';
import type { JobHandle } from './jobs.ts';
import type { JobName } from './queries.ts';
import { Button } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { useLanguage, useWords } from '../ui/words.ts';
import './job-progress.css';

/** How far a job is, how fast and how long still, with its cancel. */
export function JobProgress<N extends JobName>({ job, label }: { readonly job: JobHandle<N>; readonly label: string }): ReactElement {
  const say = useWords('job');
  const language = useLanguage();
  const startedAt = useRef(Date.now());
  const now = useSeconds();
  return (
    <div className="job-progress">
      <ProgressBar label={label} value={fractionDone(job.progress)} />
      <p className="small" role="status">
        {describeProgress({ startedAt: startedAt.current, heardAt: now, progress: job.progress }, say, language)}
      </p>
      <p className="quiet small job-item">{job.progress?.item ?? ''}</p>
      <div>
        <Button size="small" onPress={job.cancel}>
          {say('cancel')}
        </Button>
      </div>
    </div>
  );
}

function useSeconds(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
