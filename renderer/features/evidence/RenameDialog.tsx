import { type SubmitEvent, type ReactElement, useState } from 'react';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import { useCommand } from '../../ask/queries.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useWords } from '../../ui/words.ts';

/** Title and source are ours to correct; the file's own name and bytes are not. */
export function RenameDialog({ exhibit, onClose }: { readonly exhibit: Exhibit; readonly onClose: () => void }): ReactElement {
  const say = useWords('evidence');
  const sayShell = useWords('shell');
  const update = useCommand('exhibit.update');
  const tell = useToasts((state) => state.tell);
  const [title, setTitle] = useState(exhibit.title);
  const [source, setSource] = useState(exhibit.source);

  async function save(submitted: SubmitEvent): Promise<void> {
    submitted.preventDefault();
    if (title.trim() === '') return;
    const saved = await update.mutateAsync({ exhibitId: exhibit.id, title, source }).catch(() => null);
    if (!saved) return;
    const before = {
      exhibitId: exhibit.id,
      title: exhibit.title,
      source: exhibit.source,
    };
    tell(say('rename.done', { exhibit: exhibit.number }), {
      undo: () => void update.mutateAsync(before),
    });
    onClose();
  }

  return (
    <Dialog title={say('rename.title', { exhibit: exhibit.number })} isOpen onClose={onClose}>
      <form onSubmit={(submitted) => void save(submitted)} noValidate>
        <TextField
          label={say('rename.name')}
          value={title}
          onChange={setTitle}
          isRequired
          autoFocus
          maxLength={300}
          error={title.trim() === '' ? sayShell('required') : undefined}
        />
        <TextField label={say('import.source')} value={source} onChange={setSource} maxLength={200} />
        <ErrorNote error={update.error} />
        <FormFoot isDisabled={update.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
