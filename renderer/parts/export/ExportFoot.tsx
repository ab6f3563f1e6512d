import type { ReactElement } from 'react';
import { JobProgress } from '../../ask/JobProgress.tsx';
import type { JobHandle } from '../../ask/jobs.ts';
import type { JobName } from '../../ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Consequence } from '../../ui/Consequence.tsx';
import { Actions } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useWords } from '../../ui/words.ts';

interface ExportFootProps<N extends JobName> {
  readonly job: JobHandle<N>;
  /** What is exported, in the words of the dialog's title. */
  readonly title: string;
  /** What leaves the protection of the vault. */
  readonly consequence: string;
  /** The button after which the system's dialog asks where to. */
  readonly choose: string;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

/** The end of every dialog that lets something out of the vault: what that discloses, how far it is, and the two ways on. */
export function ExportFoot<N extends JobName>({ job, title, consequence, choose, onStart, onCancel }: ExportFootProps<N>): ReactElement {
  const say = useWords('shell');
  return (
    <>
      <Consequence text={consequence} />
      {job.running && job.progress && <JobProgress job={job} label={title} />}
      <ErrorNote error={job.error} />
      <Actions>
        <Button onPress={onCancel}>{say('cancel')}</Button>
        <Button look="danger" isDisabled={job.running} onPress={onStart}>
          {choose}
        </Button>
      </Actions>
    </>
  );
}
