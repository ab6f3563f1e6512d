import type { ReactElement } from 'react';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import { useJob } from '../../ask/jobs.ts';
import { Consequence } from '../../ui/Consequence.tsx';
import { Button } from '../../ui/Button.tsx';
import { Actions, Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { formatBytes } from '../../ui/sizes.ts';
import { useToasts } from '../../ui/toasts.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import { JobProgress } from '../../ask/JobProgress.tsx';

/** Says what an export discloses before the system's dialog asks where to. */
export function ExportDialog({ exhibit, onClose }: { readonly exhibit: Exhibit; readonly onClose: () => void }): ReactElement {
  const say = useWords('evidence');
  const sayShell = useWords('shell');
  const language = useLanguage();
  const job = useJob('desk.exportExhibit');
  const tell = useToasts((state) => state.tell);

  async function start(): Promise<void> {
    const done = await job.run({ exhibitId: exhibit.id }).catch(() => null);
    if (!done) return;
    tell(
      say('export.done', {
        exhibit: exhibit.number,
        size: formatBytes(done.bytes, language),
      }),
    );
    onClose();
  }

  return (
    <Dialog title={say('export.title', { exhibit: exhibit.number })} isOpen onClose={onClose}>
      <p>
        {exhibit.title} <span className="quiet">{formatBytes(exhibit.bytes, language)}</span>
      </p>
      <Consequence text={say('export.consequence')} />
      {job.running && job.progress && <JobProgress job={job} label={say('export.title', { exhibit: exhibit.number })} />}
      <ErrorNote error={job.error} />
      <Actions>
        <Button onPress={onClose}>{sayShell('cancel')}</Button>
        <Button look="danger" isDisabled={job.running} onPress={() => void start()}>
          {say('export.choose')}
        </Button>
      </Actions>
    </Dialog>
  );
}
