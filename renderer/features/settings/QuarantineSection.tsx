import { type ReactElement, useState } from 'react';
import type { TakenIn } from '../../../shared/contract/quarantine.ts';
import type { CaseId } from '../../../shared/model/identifier.ts';
import { useJob } from '../../ask/jobs.ts';
import { useQuery } from '../../ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Select } from '../../ui/Field.tsx';
import { useWords } from '../../ui/words.ts';

/** Shown when something lies there, and for as long as what became of it was not left. */
export function QuarantineSection(): ReactElement | null {
  const say = useWords('settings');
  const { data: files = [] } = useQuery('quarantine.list', {});
  const { data: cases = [] } = useQuery('case.list', {});
  const take = useJob('quarantine.takeIn');
  const [chosen, setChosen] = useState<CaseId | null>(null);
  const caseId = chosen ?? cases[0]?.case.id ?? null;
  const done = take.output?.files ?? [];
  if (files.length + done.length === 0) return null;
  return (
    <section className="panel">
      <h2>{say('quarantine')}</h2>
      <p className="quiet">{say('quarantine.text')}</p>
      <ul className="small">
        {files.map(({ file }) => (
          <li key={file} className="digest">
            {file}
          </li>
        ))}
      </ul>
      <Outcomes done={done} />
      {files.length > 0 && caseId !== null && (
        <div className="inspector-actions">
          <Select
            label={say('quarantine.case')}
            options={cases.map((one) => ({ key: one.case.id, label: one.case.reference }))}
            value={caseId}
            onChange={setChosen}
          />
          <Button isDisabled={take.running} onPress={() => void take.run({ caseId }).catch(() => undefined)}>
            {say('quarantine.take')}
          </Button>
        </div>
      )}
      <ErrorNote error={take.error} />
    </section>
  );
}

function Outcomes({ done }: { readonly done: readonly TakenIn[] }): ReactElement | null {
  const say = useWords('settings');
  if (done.length === 0) return null;
  return (
    <ul role="status">
      {done.map(({ file, outcome, exhibit, problem }) => (
        <li key={file}>{say(`quarantine.done.${outcome}`, { file, exhibit: exhibit ?? '', problem })}</li>
      ))}
    </ul>
  );
}
