import type { ReactElement } from 'react';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import { useJob } from '../../ask/jobs.ts';
import { ExportFoot } from '../../parts/export/ExportFoot.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatBytes } from '../../ui/sizes.ts';
import { useToasts } from '../../ui/toasts.ts';
import { useLanguage, useWords } from '../../ui/words.ts';

/** Says what an export discloses before the system's dialog asks where to. */
export function ExportDialog({ exhibit, onClose }: { readonly exhibit: Exhibit; readonly onClose: () => void }): ReactElement {
  const say = useWords('evidence');
  const title = say('export.title', { exhibit: exhibit.number });
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
    <Dialog title={title} isOpen onClose={onClose}>
      <p>
        {exhibit.title} <span className="quiet">{formatBytes(exhibit.bytes, language)}</span>
      </p>
      <ExportFoot
        job={job}
        title={title}
        consequence={say('export.consequence')}
        choose={say('export.choose')}
        onStart={() => void start()}
        onCancel={onClose}
      />
    </Dialog>
  );
}
