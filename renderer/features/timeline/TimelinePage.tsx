import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createStore, useStore } from 'zustand';
import type { Case } from '../../../shared/model/case.ts';
import type { CaseEvent } from '../../../shared/model/event.ts';
import type { EventId } from '../../../shared/model/identifier.ts';
import { formatMoment } from '../../../shared/time/index.ts';
import { ask } from '../../ask/bridge.ts';
import { useQuery } from '../../ask/queries.ts';
import { useCase } from '../../ask/use-case.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import type { TimelineAct } from './canvas/keys.ts';
import { firstView, fitView, revealInView, type View } from './canvas/view.ts';
import { askQuestion } from './questions/open-question.ts';
import { FromEvidence, FromEvidenceDialog } from '../../parts/suggestion/FromEvidence.tsx';
import { ChronologyTable } from './ChronologyTable.tsx';
import { EventEditor } from './EventEditor.tsx';
import { EventInspector } from './EventInspector.tsx';
import { ImportLogButton, LogImportSteps } from '../../parts/log-import/ImportLogButton.tsx';
import { useRemoveEvents } from './mutations.ts';
import { stepFrom } from './stepping.ts';
import { type ShowAs, TimelineBar } from './TimelineBar.tsx';
import { TimelinePicture } from './TimelinePicture.tsx';
import { pictureStoreFor, type ViewStore, viewStoreFor } from './view-store.ts';
import './timeline-page.css';

export function TimelinePage(): ReactElement | null {
  const summary = useCase();
  return summary ? <Timeline key={summary.case.id} matter={summary.case} events={summary.events} /> : null;
}

type Editing = { readonly event?: CaseEvent } | null;
type Extent = View & { readonly density: readonly number[] };

function Timeline({ matter, events }: { readonly matter: Case; readonly events: number }): ReactElement {
  const say = useWords('timeline');
  const navigate = useNavigate();
  const { event: selected = null } = useSearch({ strict: false }) as { readonly event?: string };
  const extent = useQuery('timeline.extent', { caseId: matter.id, columns: 240 });
  const chosen = useQuery('event.get', selected === null ? null : { eventId: selected as EventId });
  // One that was taken out meanwhile is an error, and its last answer is still there.
  const event = chosen.error === null && chosen.data?.id === selected ? chosen.data : undefined;
  const [editing, setEditing] = useState<Editing>(null);
  const select = useCallback(
    (eventId: string | null) => void navigate({ to: '.', search: eventId ? { event: eventId } : {}, replace: true }),
    [navigate],
  );
  const edit = useCallback(
    (eventId: string) => void ask('event.get', { eventId: eventId as EventId }).then((found) => setEditing({ event: found })),
    [],
  );
  const remove = useRemoveEvents(matter.id);
  // Events without a place in time have no extent; the picture then begins at the case's own.
  const shownExtent = useMemo<Extent | null>(
    () => extent.data ?? (extent.isSuccess && events > 0 ? { from: matter.createdAt - MONTH, to: matter.createdAt, density: [] } : null),
    [extent.data, extent.isSuccess, events, matter.createdAt],
  );
  return (
    <>
      {extent.error && <ErrorNote error={extent.error} onRetry={() => void extent.refetch()} />}
      {shownExtent ? (
        <Drawn
          matter={matter}
          extent={shownExtent}
          selected={selected}
          event={event}
          onSelect={select}
          onEdit={edit}
          onAdd={() => setEditing({})}
          onRemove={(eventId) => void remove([eventId])}
        />
      ) : (
        extent.isSuccess && (
          <>
            <header className="page-bar">
              <h1>{say('title')}</h1>
            </header>
            <NothingYet matter={matter} onAdd={() => setEditing({})} />
          </>
        )
      )}
      {event && (
        <EventInspector
          matter={matter}
          event={event}
          onEdit={() => setEditing({ event })}
          onRemove={() => void remove([event.id]).then(() => select(null))}
          onClose={() => select(null)}
        />
      )}
      <FromEvidenceDialog matter={matter} />
      <LogImportSteps matter={matter} />
      {editing && (
        <EventEditor
          key={editing.event?.id ?? 'new'}
          matter={matter}
          {...(editing.event ? { event: editing.event } : {})}
          onClose={() => setEditing(null)}
          onSaved={(saved) => {
            setEditing(null);
            select(saved.id);
          }}
        />
      )}
    </>
  );
}

const MONTH = 30 * 86_400_000;

interface DrawnProps {
  readonly matter: Case;
  readonly extent: Extent;
  readonly selected: string | null;
  readonly event: CaseEvent | undefined;
  readonly onSelect: (eventId: string | null) => void;
  readonly onEdit: (eventId: string) => void;
  readonly onAdd: () => void;
  readonly onRemove: (eventId: string) => void;
}

function Drawn({ matter, extent, selected, event, onSelect, onEdit, onAdd, onRemove }: DrawnProps): ReactElement {
  const whole = useMemo(() => fitView(extent.from, extent.to), [extent.from, extent.to]);
  const [store] = useState(() => viewStoreFor(matter.id, firstView(extent)));
  const [picture] = useState(() => pictureStoreFor(matter.id));
  const { filter, differing } = useStore(picture);
  const [showAs, setShowAs] = useState<ShowAs>('both');
  const jumpRef = useRef<HTMLInputElement>(null);
  const step = useStepping({ caseId: matter.id, filter, differing }, selected, store, onSelect);
  useFollowing(store, extent, selected, event);

  function pin(): void {
    const { pinned } = picture.getState();
    picture.setState({ pinned: pinned ? null : createStore<View>(() => store.getState()) });
  }

  function act(done: Exclude<TimelineAct, { kind: 'pan' | 'zoom' | 'scroll' }>): void {
    if (done.kind === 'all') store.setState(whole, true);
    else if (done.kind === 'jump') jumpRef.current?.focus();
    else if (done.kind === 'pin') pin();
    else if (done.kind === 'none') onSelect(null);
    else if (done.kind === 'open') selected && onEdit(selected);
    else if (done.kind === 'remove') selected && onRemove(selected);
    else if (done.kind === 'step' || done.kind === 'lane') step(done);
  }

  return (
    <>
      <TimelineBar
        matter={matter}
        picture={picture}
        showAs={showAs}
        onShowAs={setShowAs}
        onJump={(view) => store.setState(view, true)}
        onAdd={onAdd}
      />
      <div className={`timeline-body ${showAs}`}>
        {showAs !== 'table' && (
          <TimelinePicture
            matter={matter}
            extent={extent}
            store={store}
            picture={picture}
            selected={selected}
            onSelect={onSelect}
            onOpen={onEdit}
            whole={whole}
            jumpRef={jumpRef}
            onPin={pin}
            onPeriod={(key) => {
              onSelect(null);
              askQuestion(key);
            }}
            onAct={act}
          />
        )}
        {showAs !== 'canvas' && (
          <ChronologyTable matter={matter} filter={filter} differing={differing} selected={selected} onSelect={onSelect} onOpen={onEdit} />
        )}
      </div>
      <Announcement event={event} zone={matter.zone} />
    </>
  );
}

/** Arrow keys, one after the other: the second starts from where the first one led. */
function useStepping(
  among: Parameters<typeof stepFrom>[1],
  selected: string | null,
  store: ViewStore,
  onSelect: (eventId: string | null) => void,
): (step: Parameters<typeof stepFrom>[3]) => void {
  const at = useRef(selected);
  const queue = useRef(Promise.resolve());
  useEffect(() => {
    at.current = selected;
  }, [selected]);
  async function walk(step: Parameters<typeof stepFrom>[3], before: Promise<void>): Promise<void> {
    await before;
    const next = await stepFrom(ask, among, at.current, step, store.getState()).catch(() => at.current);
    at.current = next;
    onSelect(next);
  }
  return (step) => {
    queue.current = walk(step, queue.current);
  };
}

/** The picture follows the events while nobody has moved it, and shows what is selected. */
function useFollowing(store: ViewStore, extent: Extent, selected: string | null, event: CaseEvent | undefined): void {
  const lastShown = useRef<string | null>(null);
  const found = useRef<View | null>(null);
  // While nobody has moved it: the tenth event must not lie beyond what the first one showed.
  useEffect(() => {
    if (found.current !== null && store.getState() !== found.current) return;
    if (found.current !== null) store.setState(firstView(extent), true);
    found.current = store.getState();
  }, [extent, store]);
  useEffect(() => {
    if (selected === null) lastShown.current = null;
    if (!event || lastShown.current === event.id) return;
    lastShown.current = event.id;
    const from = event.happened.earliest ?? event.happened.latest;
    const to = event.happened.latest ?? event.happened.earliest;
    const untouched = found.current === store.getState();
    if (from !== null && to !== null) store.setState(revealInView(store.getState(), from, to), true);
    if (untouched) found.current = store.getState();
  }, [selected, event, store]);
}

function NothingYet({ matter, onAdd }: { readonly matter: Case; readonly onAdd: () => void }): ReactElement {
  const say = useWords('timeline');
  const sayEvent = useWords('event');
  return (
    <EmptyState title={say('empty')} text={say('empty.text')}>
      <Button look="primary" onPress={onAdd}>
        {sayEvent('add')}
      </Button>
      <FromEvidence matter={matter} />
      <ImportLogButton />
      <Link to="/case/$caseId/evidence" params={{ caseId: matter.id }}>
        {say('empty.evidence')}
      </Link>
    </EmptyState>
  );
}

/** What was chosen on the canvas, for who cannot see it. */
function Announcement({ event, zone }: { readonly event: CaseEvent | undefined; readonly zone: string }): ReactElement {
  const say = useWords('timeline');
  const sayEvent = useWords('event');
  const language = useLanguage();
  return (
    <p role="status" className="visually-hidden">
      {event &&
        say('selected', {
          title: event.title,
          when: formatMoment(event.happened, { language, zone }),
          lane: sayEvent(`lane.${event.lane}`),
          standing: sayEvent(`standing.${event.standing}`),
        })}
    </p>
  );
}
