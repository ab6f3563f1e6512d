import { useEffect, useMemo, useState } from 'react';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { useQuery } from '../../ask/queries.ts';
import type { Shown } from './canvas/density.ts';
import { askedStretch, holds, type View } from './canvas/view.ts';
import type { ViewStore } from './view-store.ts';

interface Asked extends View {
  readonly width: number;
}

/** Whose events, by which bands, of those that match. */
export type Asking = Pick<Input<'timeline.view'>, 'caseId' | 'filter' | 'differing' | 'grouping'>;

export interface Answered {
  /** Null until the first answer. */
  readonly shown: Shown | null;
  /** The bands from the top, as the record names them. */
  readonly groups: readonly { readonly key: string; readonly name: string; readonly unplaced: number }[];
  readonly error: Error | null;
}

/** Long enough that a wheel turned quickly asks once, short enough that nobody waits. */
const SETTLED = 70;
/** When zoomed further than this since the last question, marks are coarser or finer than the canvas can show. */
const STALE_ZOOM = 1.6;

/** What the core shows of the present view and half a view around it; asked again when the view leaves that or zooms. */
export function useShown(store: ViewStore, plotWidth: number, { caseId, filter, differing, grouping }: Asking): Answered {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    if (plotWidth === 0) return;
    const ask = (): void => setAsked({ ...askedStretch(store.getState()), width: Math.min(16_384, Math.round(plotWidth * 2)) });
    let timer: ReturnType<typeof setTimeout> | undefined;
    let latest = askedStretch(store.getState());
    ask();
    const stop = store.subscribe((view) => {
      const zoomed = (latest.to - latest.from) / 2 / (view.to - view.from);
      if (holds(latest, view) && zoomed < STALE_ZOOM && zoomed > 1 / STALE_ZOOM) return;
      // Whoever goes on moving is answered on the way, not only where they come to rest.
      timer ??= setTimeout(() => {
        timer = undefined;
        latest = askedStretch(store.getState());
        ask();
      }, SETTLED);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store, plotWidth]);

  const { data, error, isPlaceholderData } = useQuery('timeline.view', asked && { caseId, ...asked, filter, differing, grouping });
  const [answer, setAnswer] = useState<Omit<Answered, 'error'>>({ shown: null, groups: [] });
  useEffect(() => {
    // A placeholder belongs to the question before: its columns would stand in the wrong place.
    if (data && asked && !isPlaceholderData)
      setAnswer(({ groups }) => ({ shown: shownOf(data, asked), groups: isSame(groups, data.groups) ? groups : data.groups }));
  }, [data, asked, isPlaceholderData]);
  return useMemo(() => ({ ...answer, error }), [answer, error]);
}

function shownOf(data: Output<'timeline.view'>, { from, to }: View): Shown {
  return data.kind === 'events' ? { from, to, items: data.items } : { from, to, groups: data.groups };
}

/** The same bands as before stay the same array, so that nothing is made anew because of them. */
function isSame(groups: Answered['groups'], others: Answered['groups']): boolean {
  return (
    groups.length === others.length &&
    groups.every(
      ({ key, name, unplaced }, index) => key === others[index]?.key && name === others[index].name && unplaced === others[index].unplaced,
    )
  );
}
