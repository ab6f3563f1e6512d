import { type ReactElement, useState } from 'react';
import type { Case } from '../../../shared/model/case.ts';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import type { ExhibitId } from '../../../shared/model/identifier.ts';
import type { FailureCode } from '../../../shared/result.ts';
import { useJob } from '../../ask/jobs.ts';
import { useQuery } from '../../ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Actions } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { SearchSelect } from '../../ui/Field.tsx';
import { useWords } from '../../ui/words.ts';
import { JobProgress } from '../../ask/JobProgress.tsx';
import { mayBeLog } from './may-be-log.ts';

interface LogStepProps {
  readonly matter: Case;
  readonly exhibitId: ExhibitId | null;
  readonly onChosen: (exhibitId: ExhibitId) => void;
  readonly onClose: () => void;
}

/** The log is evidence first: an exhibit of the case, or a file that becomes one now. */
export function LogStep({ matter, exhibitId, onChosen, onClose }: LogStepProps): ReactElement {
  const say = useWords('log');
  const sayShell = useWords('shell');
  const { data = [] } = useQuery('exhibit.list', { caseId: matter.id });
  const job = useJob('desk.importEvidence');
  const [chosen, setChosen] = useState<ExhibitId | null>(exhibitId);
  const logs = data.filter(mayBeLog);
  const failed = job.output?.files.find(({ status }) => status === 'failed');

  async function seal(): Promise<void> {
    const done = await job.run({ caseId: matter.id }).catch(() => null);
    const id = done?.files.find((file) => file.exhibitId !== null)?.exhibitId;
    if (id) onChosen(id);
  }

  return (
    <>
      <p>{say('log.text')}</p>
      {logs.length > 0 && (
        <SearchSelect
          label={say('log.exhibit')}
          options={logs.map((one: Exhibit) => ({ key: one.id, label: `${one.number} ${one.title}` }))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      {job.running && job.progress && <JobProgress job={job} label={say('log.sealing')} />}
      <ErrorNote error={job.error} />
      {failed && <ErrorNote error={{ code: failed.code as FailureCode, values: { path: failed.file }, message: failed.message }} />}
      <Actions>
        <Button onPress={onClose}>{sayShell('cancel')}</Button>
        <Button isDisabled={job.running} onPress={() => void seal()}>
          {say('log.file')}
        </Button>
        <Button look="primary" isDisabled={chosen === null || job.running} onPress={() => chosen && onChosen(chosen)}>
          {say('next')}
        </Button>
      </Actions>
    </>
  );
}
