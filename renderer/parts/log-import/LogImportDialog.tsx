import { type ReactElement, useState } from 'react';
import type { LogResult } from '../../../shared/contract/log.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { ExhibitId } from '../../../shared/model/identifier.ts';
import type { LogImport } from '../../../shared/model/log.ts';
import { useJob } from '../../ask/jobs.ts';
import { useQuery } from '../../ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Actions, Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import { JobProgress } from '../../ask/JobProgress.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { DraftTable } from './DraftTable.tsx';
import { LogStep } from './LogStep.tsx';
import { ResultStep } from './ResultStep.tsx';
import { TimeStep } from './TimeStep.tsx';
import { type Preview, useLogPreview } from './use-log-preview.ts';
import './log-import.css';

const STEPS = ['log', 'columns', 'time', 'rows'] as const;
type Step = (typeof STEPS)[number];

interface LogImportDialogProps {
  readonly matter: Case;
  /** The log, where it is already an exhibit that somebody looks at. */
  readonly exhibitId?: ExhibitId;
  readonly onClose: () => void;
}

/** Step by step from a sealed log to events of the timeline: nothing is added before its first rows were shown as they would stand there. */
export function LogImportDialog({ matter, exhibitId: given, onClose }: LogImportDialogProps): ReactElement {
  const say = useWords('log');
  const [exhibitId, setExhibitId] = useState<ExhibitId | null>(given ?? null);
  const [step, setStep] = useState<Step>(given ? 'columns' : 'log');
  const [result, setResult] = useState<LogResult | null>(null);
  const number = useQuery('exhibit.list', { caseId: matter.id }).data?.find((one) => one.id === exhibitId)?.number ?? '';
  return (
    <Dialog title={say('title', { exhibit: number })} isOpen onClose={onClose} size="wide">
      {result ? (
        <ResultStep result={result} exhibit={number} onClose={onClose} />
      ) : step === 'log' || exhibitId === null ? (
        <LogStep
          matter={matter}
          exhibitId={exhibitId}
          onClose={onClose}
          onChosen={(id) => {
            setExhibitId(id);
            setStep('columns');
          }}
        />
      ) : (
        <Assigning
          key={exhibitId}
          matter={matter}
          exhibitId={exhibitId}
          step={step}
          onStep={setStep}
          onClose={onClose}
          onResult={setResult}
          first={given ? 'columns' : 'log'}
        />
      )}
    </Dialog>
  );
}

interface AssigningProps {
  readonly matter: Case;
  readonly exhibitId: ExhibitId;
  readonly step: Step;
  readonly first: Step;
  readonly onStep: (step: Step) => void;
  readonly onClose: () => void;
  readonly onResult: (result: LogResult) => void;
}

function Assigning({ matter, exhibitId, step, first, onStep, onClose, onResult }: AssigningProps): ReactElement {
  const say = useWords('log');
  const sayShell = useWords('shell');
  const language = useLanguage();
  const look = useLogPreview(exhibitId);
  const job = useJob('log.import');
  const { preview } = look;
  const ready = preview !== null && !look.asking && isAnswered(preview, step);
  const index = STEPS.indexOf(step);

  async function importIt({ mapping }: Preview): Promise<void> {
    const result = await job.run({ exhibitId, mapping, language }).catch(() => undefined);
    if (result) onResult(result);
  }

  return (
    <>
      <ol className="log-steps" aria-label={say('steps')}>
        {STEPS.slice(STEPS.indexOf(first)).map((one) => (
          <li key={one} aria-current={one === step ? 'step' : undefined}>
            {say(`step.${one}`)}
          </li>
        ))}
      </ol>
      <ErrorNote error={look.error} />
      {preview === null && look.asking && <p role="status">{say('looking')}</p>}
      {preview && (
        <div className={look.asking ? 'log-step asking' : 'log-step'} aria-busy={look.asking}>
          {preview.standing && <Standing one={preview.standing} onWithdrawn={() => look.change({})} />}
          {step === 'columns' && <ColumnsStep preview={preview} onChange={look.change} onHints={look.lookAgain} />}
          {step === 'time' && <TimeStep matter={matter} preview={preview} onChange={look.change} />}
          {step === 'rows' && <DraftTable preview={preview} zone={matter.zone} />}
        </div>
      )}
      {job.running && <JobProgress job={job} label={say('importing')} />}
      <ErrorNote error={job.error} />
      <Actions>
        <Button onPress={onClose}>{job.running ? say('background') : sayShell('cancel')}</Button>
        {step !== first && (
          <Button isDisabled={job.running} onPress={() => onStep(STEPS[index - 1] ?? first)}>
            {say('back')}
          </Button>
        )}
        {step === 'rows' ? (
          <Button look="primary" isDisabled={!ready || job.running} onPress={() => preview && void importIt(preview)}>
            {say('import', { count: preview?.total ?? 0 })}
          </Button>
        ) : (
          <Button look="primary" isDisabled={!ready} onPress={() => onStep(STEPS[index + 1] ?? step)}>
            {say('next')}
          </Button>
        )}
      </Actions>
    </>
  );
}

/** What each step asks must be answered before the next; nothing of it is ever guessed. */
function isAnswered({ asks }: Preview, step: Step): boolean {
  if (step === 'columns') return !asks.includes('title') && !asks.includes('time');
  return asks.length === 0;
}

/** A log that stands in the timeline already can be taken out of it here, whole. */
function Standing({ one, onWithdrawn }: { readonly one: LogImport; readonly onWithdrawn: () => void }): ReactElement {
  const say = useWords('log');
  const withdraw = useJob('log.withdraw');
  return (
    <div className="consequence log-standing">
      <p>{say('standing', { count: one.imported })}</p>
      <Button
        size="small"
        isDisabled={withdraw.running}
        onPress={() => void withdraw.run({ importId: one.id }).then(onWithdrawn, () => undefined)}
      >
        {say(withdraw.running ? 'withdrawing' : 'withdraw')}
      </Button>
      <ErrorNote error={withdraw.error} />
    </div>
  );
}
