import { type ReactElement, useState } from 'react';
import { useJob } from '../../ask/jobs.ts';
import { Button } from '../../ui/Button.tsx';
import { Actions, Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Verdict } from '../../ui/Verdict.tsx';
import { useWords } from '../../ui/words.ts';
import { JobProgress } from '../../ask/JobProgress.tsx';

/** Recomputes both chains and says in one sentence what came of it, then every problem by name. */
export function VerifyLedger(): ReactElement {
  const say = useWords('ledger');
  const sayShell = useWords('shell');
  const sayEvidence = useWords('evidence');
  const job = useJob('ledger.verify');
  const [open, setOpen] = useState(false);
  const output = job.output;
  return (
    <>
      <Button
        size="small"
        look="primary"
        onPress={() => {
          setOpen(true);
          void job.run({}).catch(() => undefined);
        }}
      >
        {say('verify')}
      </Button>
      <Dialog title={say('verify')} isOpen={open} onClose={() => setOpen(false)}>
        <p className="quiet small">{say('verify.text')}</p>
        {job.running && <JobProgress job={job} label={say('verify.running')} />}
        <ErrorNote error={job.error} />
        {output?.sound && (
          <Verdict tone="good" role="status">
            {say('verify.sound', { count: output.entries })}
          </Verdict>
        )}
        {output && !output.sound && (
          <Verdict tone="bad" role="alert">
            <p>{say('verify.broken', { count: output.problems.length })}</p>
            <ul>
              {output.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </Verdict>
        )}
        <Actions>
          <Button look={job.running ? 'plain' : 'primary'} onPress={() => setOpen(false)}>
            {job.running ? sayEvidence('import.background') : sayShell('close')}
          </Button>
        </Actions>
      </Dialog>
    </>
  );
}
