import { type ReactElement, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useWords } from '../../ui/words.ts';
import type { View } from './canvas/view.ts';
import { Legend } from './Legend.tsx';
import { Minimap } from './Minimap.tsx';
import { PictureBar, type PictureBarProps } from './PictureBar.tsx';
import { TimelineCanvas, type TimelineCanvasProps } from './TimelineCanvas.tsx';
import { TimelineHover } from './TimelineHover.tsx';
import { useGroups } from './use-groups.ts';
import { usePeriods } from './use-periods.ts';
import { useShown } from './use-shown.ts';
import { keepSameScale } from './same-scale.ts';
import { toggleBand } from './view-store.ts';
import { ViewSpan } from './ViewSpan.tsx';
import './timeline-picture.css';

type PaneProps = Pick<TimelineCanvasProps, 'selected' | 'onSelect' | 'onOpen' | 'onPeriod' | 'onAct'>;

interface TimelinePictureProps extends PaneProps, PictureBarProps {
  readonly extent: View & { readonly density: readonly number[] };
}

/** The canvas, below it the pinned stretch where there is one, then the density of everything and how to read it. */
export function TimelinePicture({ extent, whole, jumpRef, onPin, ...pane }: TimelinePictureProps): ReactElement {
  const say = useWords('timeline');
  const { matter, store, picture } = pane;
  const [counted, setCounted] = useState(false);
  const pinned = useStore(picture, (state) => state.pinned);
  const long = useStore(picture, (state) => state.grouping !== 'lane');
  useEffect(() => (pinned ? keepSameScale(store, pinned) : undefined), [store, pinned]);
  return (
    <div className={long ? 'timeline-picture long' : 'timeline-picture'}>
      <PictureBar matter={matter} store={store} picture={picture} whole={whole} jumpRef={jumpRef} onPin={onPin} />
      <Pane {...pane} label={say('canvas')} onCounted={setCounted} />
      {pinned && (
        <>
          <p className="pane-head">
            {say('pin.below')} <ViewSpan store={pinned} zone={matter.zone} />
            <span className="space" />
            <Button size="small" look="quiet" onPress={onPin}>
              {say('unpin')}
            </Button>
          </p>
          <Pane {...pane} store={pinned} label={say('canvas.pinned')} />
        </>
      )}
      <Minimap store={store} extent={extent} />
      <Legend counted={counted} />
    </div>
  );
}

/** One canvas with what it asks of the core for its own stretch. */
function Pane({
  matter,
  store,
  picture,
  label,
  onCounted,
  ...rest
}: PaneProps &
  Pick<PictureBarProps, 'matter' | 'store' | 'picture'> & {
    readonly label: string;
    readonly onCounted?: (counted: boolean) => void;
  }): ReactElement {
  const { grouping, collapsed, filter, differing } = useStore(picture);
  const [plotWidth, setPlotWidth] = useState(0);
  const { shown, groups: answered, error } = useShown(store, plotWidth, { caseId: matter.id, filter, differing, grouping });
  const counted = shown !== null && !('items' in shown);
  useEffect(() => onCounted?.(counted), [onCounted, counted]);
  const worked = usePeriods(matter.id, grouping, answered);
  const groups = useGroups(grouping, answered, collapsed[grouping], worked);
  return (
    <>
      <ErrorNote error={error} />
      <TimelineCanvas
        {...rest}
        label={label}
        store={store}
        shown={shown}
        worked={worked}
        groups={groups}
        longNames={grouping !== 'lane'}
        zone={matter.zone}
        onToggleBand={(key) => toggleBand(picture, key)}
        onPlotWidth={setPlotWidth}
        describe={(hover) => <TimelineHover hover={hover} zone={matter.zone} />}
      />
    </>
  );
}
