import type { ReactElement } from 'react';
import type { JobHandle } from '../../ask/jobs.ts';
import { Button } from '../../ui/Button.tsx';
import { Actions, Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Verdict } from '../../ui/Verdict.tsx';
import { useWords } from '../../ui/words.ts';
import { JobProgress } from '../../ask/JobProgress.tsx';

/** Exhibits hashed again: progress, then the plain result, every broken one by number. */
export function VerifyDialog({ job, onClose }: { readonly job: JobHandle<'exhibit.verify'>; readonly onClose: () => void }): ReactElement {
  const say = useWords('evidence');
  const sayShell = useWords('shell');
  const exhibits = job.output?.exhibits ?? [];
  const broken = exhibits.filter((one) => one.outcome !== 'matches');
  return (
    <Dialog title={say(job.output ? 'verify.result' : 'verify.running')} isOpen onClose={onClose}>
      {job.running && <JobProgress job={job} label={say('verify.running')} />}
      <ErrorNote error={job.error} />
      {job.output && exhibits.length > broken.length && (
        <Verdict tone="good">{say('verify.matches', { count: exhibits.length - broken.length })}</Verdict>
      )}
      {broken.length > 0 && (
        <Verdict tone="bad" role="alert">
          <p>{say('verify.broken', { count: broken.length })}</p>
          <ul>
            {broken.map((one) => (
              <li key={one.exhibitId}>
                <b>{one.number}</b> {say(`original.${one.outcome}`)} <span className="code">{one.actual ?? ''}</span>
              </li>
            ))}
          </ul>
        </Verdict>
      )}
      <Actions>
        <Button look={job.running ? 'plain' : 'primary'} onPress={onClose}>
          {job.running ? say('import.background') : sayShell('close')}
        </Button>
      </Actions>
    </Dialog>
  );
}
