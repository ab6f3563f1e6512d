import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import type { ClockStatus } from '../../../shared/contract/clock.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { ClockReading } from '../../../shared/model/clock.ts';
import type { ClockId } from '../../../shared/model/identifier.ts';
import { useQuery } from '../../ask/queries.ts';
import { useCase } from '../../ask/use-case.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import { type ClockAct, ClockCard } from './ClockCard.tsx';
import { ClockInspector } from './ClockInspector.tsx';
import './clocks.css';
import { ReadingDialog } from './ReadingDialog.tsx';
import { SettingsDialog } from './SettingsDialog.tsx';
import { WindowDialog } from './WindowDialog.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';

type Task =
  | { readonly act: 'add' }
  | { readonly act: ClockAct; readonly status: ClockStatus }
  | { readonly act: 'withdraw'; readonly status: ClockStatus; readonly reading: ClockReading };

const steps = ['note', 'read', 'photo', 'settings', 'again'] as const;

/** The clocks that stamped what is in evidence: how far off each was, by which readings, and what rests on it. */
export function ClocksPage(): ReactElement {
  const say = useWords('clock');
  const language = useLanguage();
  const matter = useCase()?.case;
  const navigate = useNavigate();
  const { clock: chosen } = useSearch({ from: '/case/$caseId/clocks' });
  const { data: clocks, error, refetch } = useQuery('clock.list', matter ? { caseId: matter.id, language } : null);
  const [task, setTask] = useState<Task | null>(null);
  const inspected = clocks?.find(({ clock }) => clock.id === chosen);
  const select = (clockId: string | null): void => void navigate({ to: '.', search: clockId ? { clock: clockId } : {}, replace: true });
  const addButton = (
    <Button look="primary" size="small" icon="plus" onPress={() => setTask({ act: 'add' })}>
      {say('add')}
    </Button>
  );
  return (
    <>
      <header className="page-bar">
        <h1>{say('title')}</h1>
        <span className="space" />
        {clocks && clocks.length > 0 && addButton}
      </header>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {clocks?.length === 0 && (
        <EmptyState title={say('empty')} text={say('empty.text')}>
          <ol className="clock-steps">
            {steps.map((step) => (
              <li key={step}>{say(`empty.step.${step}`)}</li>
            ))}
          </ol>
          {addButton}
        </EmptyState>
      )}
      {matter && clocks && clocks.length > 0 && (
        <ul className="clock-cards">
          {clocks.map((status) => (
            <ClockCard
              key={status.clock.id}
              matter={matter}
              status={status}
              selected={status === inspected}
              onSelect={() => select(status === inspected ? null : status.clock.id)}
              onAct={(act) => setTask({ act, status })}
            />
          ))}
        </ul>
      )}
      {matter && inspected && (
        <ClockInspector
          matter={matter}
          status={inspected}
          onWithdraw={(reading) => setTask({ act: 'withdraw', status: inspected, reading })}
          onClose={() => select(null)}
        />
      )}
      {matter && task && <TaskDialog matter={matter} task={task} clocks={clocks ?? []} onClose={() => setTask(null)} onSaved={select} />}
    </>
  );
}

interface TaskDialogProps {
  readonly matter: Case;
  readonly task: Task;
  readonly clocks: readonly ClockStatus[];
  readonly onClose: () => void;
  readonly onSaved: (clockId: ClockId) => void;
}

function TaskDialog({ matter, task, clocks, onClose, onSaved }: TaskDialogProps): ReactElement {
  if (task.act === 'add') return <SettingsDialog matter={matter} onClose={onClose} onSaved={onSaved} />;
  // In another language the list is asked for anew; what was entered meanwhile must not be lost over it.
  const status = clocks.find(({ clock }) => clock.id === task.status.clock.id) ?? task.status;
  switch (task.act) {
    case 'edit':
      return <SettingsDialog matter={matter} status={status} onClose={onClose} onSaved={onSaved} />;
    case 'read':
      return <ReadingDialog matter={matter} status={status} onClose={onClose} />;
    case 'window':
      return <WindowDialog matter={matter} status={status} onClose={onClose} />;
    case 'withdraw':
      return <WithdrawDialog matter={matter} status={status} reading={task.reading} onClose={onClose} />;
  }
}
