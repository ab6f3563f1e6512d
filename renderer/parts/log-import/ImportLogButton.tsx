import { type ReactElement, useEffect } from 'react';
import { create } from 'zustand';
import type { Case } from '../../../shared/model/case.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/words.ts';
import { LogImportDialog } from './LogImportDialog.tsx';

/** Whether the steps are open: what opened them may go with the first event they bring. */
const useLogImport = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export function openLogImport(): void {
  useLogImport.setState({ isOpen: true });
}

/** Where a timeline has no event yet, a log may bring the first ones. */
export function ImportLogButton(): ReactElement {
  const say = useWords('log');
  return (
    <Button size="small" onPress={openLogImport}>
      {say('menu.import')}
    </Button>
  );
}

/** The steps themselves, wherever they were opened from. */
export function LogImportSteps({ matter }: { readonly matter: Case }): ReactElement | null {
  const isOpen = useLogImport((state) => state.isOpen);
  const close = (): void => useLogImport.setState({ isOpen: false });
  useEffect(() => close, []);
  return isOpen ? <LogImportDialog matter={matter} onClose={close} /> : null;
}
