import { type ReactElement, useState } from 'react';
import { useStore } from 'zustand';
import type { TimelineFormat } from '../../../../shared/contract/timeline-export.ts';
import type { Case } from '../../../../shared/model/case.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { useWords } from '../../../ui/words.ts';
import { openLogImport } from '../../../parts/log-import/ImportLogButton.tsx';
import type { PictureStore } from '../view-store.ts';
import { TimelineExportDialog } from './TimelineExportDialog.tsx';

/** What brings logs into the timeline and takes the timeline out: import, export, print. */
export function TimelineFileMenu({ matter, picture }: { readonly matter: Case; readonly picture: PictureStore }): ReactElement {
  const say = useWords('log');
  const { filter, differing } = useStore(picture);
  const [open, setOpen] = useState<TimelineFormat | null>(null);
  return (
    <>
      <Menu
        label={say('menu')}
        entries={[
          { key: 'import', label: say('menu.import'), onAction: openLogImport },
          { key: 'export', label: say('menu.export'), onAction: () => setOpen('csv') },
          { key: 'print', label: say('menu.print'), onAction: () => setOpen('pdf') },
        ]}
      >
        <IconButton icon="more" label={say('menu')} />
      </Menu>
      {open !== null && (
        <TimelineExportDialog matter={matter} filter={filter} differing={differing} format={open} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
