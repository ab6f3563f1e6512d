import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { accountsDiffer, type CaseEvent } from '../../../shared/model/event.ts';
import type { Case } from '../../../shared/model/case.ts';
import { formatMoment } from '../../../shared/time/index.ts';
import { useQuery } from '../../app/queries.ts';
import { useCase } from '../../app/use-case.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import { firstView, fitView, revealInView, type View, zoomView } from './canvas/view.ts';
import { ChronologyTable } from './ChronologyTable.tsx';
import { EventEditor } from './EventEditor.tsx';
import { EventInspector } from './EventInspector.tsx';
import { LaneMark } from './EventMarks.tsx';
import { Legend } from './Legend.tsx';
import { Minimap } from './Minimap.tsx';
import { useRemoveEvent } from './mutations.ts';
import { stepFrom } from './stepping.ts';
import { type HoverAt, TimelineCanvas } from './TimelineCanvas.tsx';
import { TimelineBar, type ShowAs } from './TimelineBar.tsx';
import '../evidence/evidence.css';
import './timeline.css';
import { useShown } from './use-shown.ts';
import { viewStoreFor } from './view-store.ts';

export function TimelinePage(): ReactElement | null {
  const summary = useCase();
  return summary ? <Timeline key={summary.case.id} matter={summary.case} /> : null;
}

type Editing = { readonly event?: CaseEvent } | null;

function Timeline({ matter }: { readonly matter: Case }): ReactElement {
  const say = useWords('timeline');
  const navigate = useNavigate();
  const { event: selected = null } = useSearch({ strict: false }) as {
    readonly event?: string;
  };
  const extent = useQuery('timeline.extent', {
    caseId: matter.id,
    columns: 240,
  });
  const list = useQuery('event.list', { caseId: matter.id });
  const [editing, setEditing] = useState<Editing>(null);
  const select = useCallback(
    (eventId: string | null) =>
      void navigate({
        to: '.',
        search: eventId ? { event: eventId } : {},
        replace: true,
      }),
    [navigate],
  );
  const event = list.data?.find((one) => one.id === selected);
  const remove = useRemoveEvent();
  return (
    <>
      {(extent.error ?? list.error) && (
        <ErrorNote error={extent.error ?? list.error} onRetry={() => void Promise.all([extent.refetch(), list.refetch()])} />
      )}
      {extent.data && list.data && list.data.length > 0 ? (
        <Drawn
          matter={matter}
          extent={extent.data}
          events={list.data}
          selected={selected}
          onSelect={select}
          onEdit={(one) => setEditing({ event: one })}
          onAdd={() => setEditing({})}
          onRemove={(one) => void remove(one)}
        />
      ) : (
        extent.isSuccess &&
        list.isSuccess && (
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
          onRemove={() => void remove(event).then(() => select(null))}
          onClose={() => select(null)}
        />
      )}
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

interface DrawnProps {
  readonly matter: Case;
  readonly extent: View & { readonly density: readonly number[] };
  readonly events: readonly CaseEvent[];
  readonly selected: string | null;
  readonly onSelect: (eventId: string | null) => void;
  readonly onEdit: (event: CaseEvent) => void;
  readonly onAdd: () => void;
  readonly onRemove: (event: CaseEvent) => void;
}

function Drawn({ matter, extent, events, selected, onSelect, onEdit, onAdd, onRemove }: DrawnProps): ReactElement {
  const say = useWords('timeline');
  const whole = useMemo(() => fitView(extent.from, extent.to), [extent.from, extent.to]);
  const [store] = useState(() => viewStoreFor(matter.id, firstView(extent)));
  const [plotWidth, setPlotWidth] = useState(0);
  const [filter, setFilter] = useState('');
  const [differing, setDiffering] = useState(false);
  const [showAs, setShowAs] = useState<ShowAs>('both');
  const { shown: answered, error } = useShown(matter.id, store, plotWidth, filter);
  const shown = useMemo(
    () => (answered && differing && 'items' in answered ? { ...answered, items: answered.items.filter((item) => item.differs) } : answered),
    [answered, differing],
  );
  const listed = useMemo(
    () => events.filter((event) => matches(event, filter) && (!differing || accountsDiffer(event))),
    [events, filter, differing],
  );
  const byId = useMemo(() => new Map(events.map((event) => [event.id as string, event])), [events]);
  const open = (eventId: string): void => {
    const event = byId.get(eventId);
    if (event) onEdit(event);
  };
  const zoom = (factor: number): void =>
    store.setState(zoomView(store.getState(), (store.getState().from + store.getState().to) / 2, factor), true);

  const lastShown = useRef<string | null>(null);
  const found = useRef<View | null>(null);
  // While nobody has moved it, the picture follows the events: the tenth event must not lie beyond what the first one showed.
  useEffect(() => {
    if (found.current !== null && store.getState() !== found.current) return;
    if (found.current !== null) store.setState(firstView(extent), true);
    found.current = store.getState();
  }, [extent, store]);
  useEffect(() => {
    const event = selected ? byId.get(selected) : undefined;
    if (!event || lastShown.current === selected) return;
    lastShown.current = selected;
    const from = event.happened.earliest ?? event.happened.latest;
    const to = event.happened.latest ?? event.happened.earliest;
    const untouched = found.current === store.getState();
    if (from !== null && to !== null) store.setState(revealInView(store.getState(), from, to), true);
    if (untouched) found.current = store.getState();
  }, [selected, byId, store]);

  return (
    <>
      <TimelineBar
        store={store}
        zone={matter.zone}
        filter={filter}
        onFilter={setFilter}
        differing={differing}
        onDiffering={setDiffering}
        showAs={showAs}
        onShowAs={setShowAs}
        onZoom={zoom}
        onAll={() => store.setState(whole, true)}
        onAdd={onAdd}
      />
      <ErrorNote error={error} />
      <div className={`timeline-body ${showAs}`}>
        {showAs !== 'table' && (
          <div className="timeline-picture">
            <TimelineCanvas
              store={store}
              shown={shown}
              zone={matter.zone}
              selected={selected}
              onSelect={onSelect}
              onOpen={open}
              onPlotWidth={setPlotWidth}
              onAct={(act) => {
                if (act.kind === 'all') store.setState(whole, true);
                else if (act.kind === 'none') onSelect(null);
                else if (act.kind === 'open') selected && open(selected);
                else if (act.kind === 'remove') selected && byId.get(selected) && onRemove(byId.get(selected) as CaseEvent);
                else if (act.kind === 'step' || act.kind === 'lane') onSelect(stepFrom(listed, selected, act, store.getState()));
              }}
              describe={(hover) => <Hover hover={hover} event={hover.eventId ? byId.get(hover.eventId) : undefined} zone={matter.zone} />}
            />
            <Minimap store={store} extent={extent} />
            <Legend />
          </div>
        )}
        {showAs !== 'canvas' &&
          (listed.length > 0 ? (
            <ChronologyTable
              events={listed}
              zone={matter.zone}
              selected={selected}
              onSelect={onSelect}
              onOpen={open}
              onRemove={(id) => byId.get(id) && onRemove(byId.get(id) as CaseEvent)}
            />
          ) : (
            <p className="quiet timeline-none">{filter ? say('none', { text: filter }) : say('none.differences')}</p>
          ))}
      </div>
      <Announcement event={selected ? byId.get(selected) : undefined} zone={matter.zone} />
    </>
  );
}

function matches(event: CaseEvent, filter: string): boolean {
  return event.title.toLocaleLowerCase().includes(filter.trim().toLocaleLowerCase());
}

function NothingYet({ matter, onAdd }: { readonly matter: Case; readonly onAdd: () => void }): ReactElement {
  const say = useWords('timeline');
  const sayEvent = useWords('event');
  return (
    <EmptyState title={say('empty')} text={say('empty.text')}>
      <Button look="primary" onPress={onAdd}>
        {sayEvent('add')}
      </Button>
      <Link to="/case/$caseId/evidence" params={{ caseId: matter.id }}>
        {say('empty.evidence')}
      </Link>
    </EmptyState>
  );
}

const MOST_TITLES = 6;

function Hover({
  hover,
  event,
  zone,
}: {
  readonly hover: HoverAt;
  readonly event: CaseEvent | undefined;
  readonly zone: string;
}): ReactElement | null {
  const say = useWords('timeline');
  const sayEvent = useWords('event');
  const language = useLanguage();
  if (!event)
    return hover.count > 0 ? (
      <>
        <strong>{say('bucket', { count: hover.count })}</strong>
        {hover.titles.slice(0, MOST_TITLES).map((title, index) => (
          <span key={index}>{title}</span>
        ))}
        {hover.titles.length > MOST_TITLES && <span className="quiet">…</span>}
      </>
    ) : null;
  return (
    <>
      <strong>{event.title}</strong>
      <span>{formatMoment(event.happened, { locale: language, zone })}</span>
      <span className="quiet">
        <LaneMark lane={event.lane} /> · {sayEvent(`standing.${event.standing}`)} ·{' '}
        {sayEvent('citations', { count: event.citations.length })}
      </span>
    </>
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
          when: formatMoment(event.happened, { locale: language, zone }),
          lane: sayEvent(`lane.${event.lane}`),
          standing: sayEvent(`standing.${event.standing}`),
        })}
    </p>
  );
}
