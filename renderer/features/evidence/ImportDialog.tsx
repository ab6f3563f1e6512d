import { type SubmitEvent, type ReactElement, useState } from 'react';
import type { ImportedFile } from '../../../shared/contract/exhibit.ts';
import type { Case } from '../../../shared/model/case.ts';
import { useJob } from '../../ask/jobs.ts';
import { Consequence } from '../../ui/Consequence.tsx';
import { Button } from '../../ui/Button.tsx';
import { Actions, Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useWords } from '../../ui/words.ts';
import { ImportResult } from './ImportResult.tsx';
import { JobProgress } from '../../ask/JobProgress.tsx';
import './import-dialog.css';

/** Files dropped on the window, or a dialog to come that asks for files or for folders. */
export type ImportRequest = { readonly files: readonly File[] } | { readonly folders: boolean };

interface ImportDialogProps {
  readonly matter: Case;
  readonly request: ImportRequest;
  readonly onClose: () => void;
}

/** Asks once where the files came from, imports them, and names what became of each. */
export function ImportDialog({ matter, request, onClose }: ImportDialogProps): ReactElement {
  const say = useWords('evidence');
  const job = useJob('desk.importEvidence');
  const [source, setSource] = useState('');
  const [files, setFiles] = useState<readonly ImportedFile[] | null>(null);
  const [cancelled, setCancelled] = useState(false);
  const dropped = 'files' in request ? request.files : null;

  async function start(submitted: SubmitEvent): Promise<void> {
    submitted.preventDefault();
    setCancelled(false);
    try {
      const output = await job.run(
        {
          caseId: matter.id,
          source: source.trim(),
          folders: 'folders' in request && request.folders,
        },
        dropped ?? undefined,
      );
      // undefined: cancelled while it ran. null: the dialog was closed, and the question stands.
      if (output === undefined) setCancelled(true);
      else if (output) setFiles(output.files);
    } catch {
      // The note in the form says why.
    }
  }

  if (files) return <ImportResult matter={matter} files={files} onClose={onClose} />;
  return (
    <Dialog title={dropped ? say('import.title.dropped', { count: dropped.length }) : say('import.title')} isOpen onClose={onClose}>
      {job.running ? (
        <>
          <JobProgress job={job} label={say('import.running')} />
          <Actions>
            <Button onPress={onClose}>{say('import.background')}</Button>
          </Actions>
        </>
      ) : (
        <form onSubmit={(submitted) => void start(submitted)}>
          {dropped && (
            <p className="dropped-names">
              {dropped
                .slice(0, 6)
                .map((file) => file.name)
                .join(', ') + (dropped.length > 6 ? ' …' : '')}
            </p>
          )}
          <TextField
            label={say('import.source')}
            value={source}
            onChange={setSource}
            autoFocus
            maxLength={200}
            hint={say('import.source.hint')}
          />
          <Consequence text={say('import.consequence')} />
          {cancelled && <p role="status">{say('import.cancelled')}</p>}
          <ErrorNote error={job.error} />
          <FormFoot
            act={say(dropped ? 'import.start' : 'folders' in request && request.folders ? 'import.chooseFolder' : 'import.choose')}
            onCancel={onClose}
          />
        </form>
      )}
    </Dialog>
  );
}
