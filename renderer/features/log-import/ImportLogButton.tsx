import { type ReactElement, useState } from 'react';
import type { Case } from '../../../shared/model/case.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/words.ts';
import { LogImportDialog } from './LogImportDialog.tsx';

/** Where a timeline has no event yet, a log may bring the first ones. */
export function ImportLogButton({ matter }: { readonly matter: Case }): ReactElement {
  const say = useWords('log');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        {say('menu.import')}
      </Button>
      {open && <LogImportDialog matter={matter} onClose={() => setOpen(false)} />}
    </>
  );
}
