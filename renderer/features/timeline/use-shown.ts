import { useEffect, useState } from 'react';
import type { CaseId } from '../../../shared/model/identifier.ts';
import { useQuery } from '../../app/queries.ts';
import type { Shown } from './canvas/stage.ts';
import { askedStretch, holds, type View } from './canvas/view.ts';
import type { ViewStore } from './view-store.ts';

interface Asked extends View {
  readonly width: number;
}

/** Long enough that a wheel turned quickly asks once, short enough that nobody waits. */
const SETTLED = 70;
/** When zoomed further than this since the last question, marks are coarser or finer than the canvas can show. */
const STALE_ZOOM = 1.6;

/** What the core shows of the present view and half a view around it; asked again when the view leaves that or zooms. */
export function useShown(
  caseId: CaseId,
  store: ViewStore,
  plotWidth: number,
  filter: string,
): { readonly shown: Shown | null; readonly error: Error | null } {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    if (plotWidth === 0) return;
    const ask = (): void =>
      setAsked({
        ...askedStretch(store.getState()),
        width: Math.min(16_384, Math.round(plotWidth * 2)),
      });
    let timer: ReturnType<typeof setTimeout> | undefined;
    let latest = askedStretch(store.getState());
    ask();
    const stop = store.subscribe((view) => {
      const zoomed = (latest.to - latest.from) / 2 / (view.to - view.from);
      if (holds(latest, view) && zoomed < STALE_ZOOM && zoomed > 1 / STALE_ZOOM) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        latest = askedStretch(store.getState());
        ask();
      }, SETTLED);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store, plotWidth]);

  const { data, error, isPlaceholderData } = useQuery('timeline.view', asked && { caseId, ...asked, filter });
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    // A placeholder belongs to the question before: its columns would stand in the wrong place.
    if (!data || !asked || isPlaceholderData) return;
    setShown(
      data.kind === 'events'
        ? { from: asked.from, to: asked.to, items: data.items }
        : { from: asked.from, to: asked.to, lanes: data.lanes },
    );
  }, [data, asked, isPlaceholderData]);
  return { shown, error };
}
