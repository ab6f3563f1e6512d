import { Outlet, useRouterState } from '@tanstack/react-router';
import { type ReactElement, type RefObject, useEffect, useRef, useState } from 'react';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import '../ui/page.css';
import { InspectorSlot } from '../ui/Inspector.tsx';
import { useWords } from '../ui/words.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { MissingScreen } from './MissingScreen.tsx';
import { Navigation } from './Navigation.tsx';
import { Findings } from '../parts/Findings.tsx';
import { useQuery } from '../ask/queries.ts';
import { useDeskState } from '../ask/session.ts';
import { ShellHeader } from './ShellHeader.tsx';
import './shell.css';
import { StatusBar } from './StatusBar.tsx';
import { useCaseId } from '../ask/use-case.ts';

/** Header, navigation, the screen, the inspector, the status bar. */
export function Shell(): ReactElement {
  const say = useWords('shell');
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const [palette, setPalette] = useState(false);
  usePaletteKey(setPalette);
  const main = useFocusOnArrival();
  return (
    <InspectorSlot value={slot}>
      <div className="shell">
        <button type="button" className="skip" onClick={() => main.current?.focus()}>
          {say('skip')}
        </button>
        <ShellHeader onPalette={() => setPalette(true)} />
        <Navigation />
        <main ref={main} id="main" tabIndex={-1}>
          <ReadingOnly />
          <CaseGuard />
        </main>
        <div ref={setSlot} className="inspector-slot" />
        <StatusBar />
      </div>
      {palette && <CommandPalette onClose={() => setPalette(false)} />}
    </InspectorSlot>
  );
}

/** Stays on every screen of a vault that can only be read: why, and that nothing is saved. */
function ReadingOnly(): ReactElement | null {
  const say = useWords('shell');
  const session = useDeskState((desk) => desk.session);
  if (session?.damage === undefined) return null;
  return (
    <section className="reading-only" aria-label={say('reading-only')}>
      <strong>{say('reading-only')}</strong>
      <Findings session={session} />
    </section>
  );
}

/** The screen, unless its address names a case that this vault does not hold. */
function CaseGuard(): ReactElement | null {
  const id = useCaseId();
  const { error } = useQuery('case.get', id ? { caseId: id } : null);
  if (error && 'code' in error && error.code === 'case.unknown') return <MissingScreen reason="case" />;
  if (error) return <ErrorNote error={error} />;
  return <Outlet />;
}

function usePaletteKey(setOpen: (open: boolean) => void): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen(true);
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [setOpen]);
}

/** A new screen takes the focus, so that a keyboard or a screen reader starts at its top and not in the navigation. */
function useFocusOnArrival(): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else if (!main.current?.contains(document.activeElement)) main.current?.focus();
  }, [path]);
  return main;
}
