import { type SubmitEvent, type ReactElement, useState } from 'react';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import { useCommand } from '../../ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useWords } from '../../ui/words.ts';
import './original.css';

/** Stands before an intimate or graphic exhibit until somebody says why it must be seen. */
export function CoveredOriginal({ exhibit, onUncovered }: { readonly exhibit: Exhibit; readonly onUncovered: () => void }): ReactElement {
  const say = useWords('evidence');
  const uncover = useCommand('exhibit.uncover');
  const [purpose, setPurpose] = useState('');
  const [tried, setTried] = useState(false);

  async function submit(submitted: SubmitEvent): Promise<void> {
    submitted.preventDefault();
    setTried(true);
    if (purpose.trim() === '') return;
    const done = await uncover.mutateAsync({ exhibitId: exhibit.id, purpose: purpose.trim() }).catch(() => null);
    if (done) onUncovered();
  }

  return (
    <div className="covered">
      <Icon name="lock" size={28} />
      <h2>{say('covered.title')}</h2>
      <p>{say('covered.text')}</p>
      <form onSubmit={(submitted) => void submit(submitted)}>
        <TextField
          label={say('covered.purpose')}
          value={purpose}
          onChange={setPurpose}
          isRequired
          maxLength={300}
          error={tried && purpose.trim() === '' ? say('covered.purpose.missing') : undefined}
        />
        <ErrorNote error={uncover.error} />
        <div>
          <Button look="danger" type="submit" isDisabled={uncover.isPending}>
            {say('covered.uncover')}
          </Button>
        </div>
      </form>
    </div>
  );
}
