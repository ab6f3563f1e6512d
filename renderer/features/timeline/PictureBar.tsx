import type { ReactElement, RefObject } from 'react';
import { useStore } from 'zustand';
import { groupings } from '../../../shared/contract/timeline.ts';
import type { Case } from '../../../shared/model/case.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Select } from '../../ui/Field.tsx';
import { useWords } from '../../ui/words.ts';
import { AllegationsButton } from '../../parts/allegation/AllegationRegister.tsx';
import { type View, zoomView } from './canvas/view.ts';
import { JumpField } from './JumpField.tsx';
import type { PictureStore, ViewStore } from './view-store.ts';
import { ViewSpan } from './ViewSpan.tsx';
import './timeline-bar.css';
import './picture-bar.css';

export interface PictureBarProps {
  readonly matter: Case;
  readonly store: ViewStore;
  readonly picture: PictureStore;
  /** The stretch that shows everything. */
  readonly whole: View;
  readonly jumpRef: RefObject<HTMLInputElement | null>;
  readonly onPin: () => void;
}

/** What the bands stand for, the stretch in view, and the ways to another one. */
export function PictureBar({ matter, store, picture, whole, jumpRef, onPin }: PictureBarProps): ReactElement {
  const say = useWords('timeline');
  const { grouping, pinned } = useStore(picture);
  function zoom(factor: number): void {
    const view = store.getState();
    store.setState(zoomView(view, (view.from + view.to) / 2, factor), true);
  }
  return (
    <div className="picture-bar">
      <Select
        compact
        label={say('grouping')}
        value={grouping}
        onChange={(next) => picture.setState({ grouping: next })}
        options={groupings.map((key) => ({ key, label: say(`grouping.${key}`) }))}
      />
      {grouping === 'allegation' && <AllegationsButton matter={matter} />}
      <span className="space" />
      <ViewSpan store={store} zone={matter.zone} />
      <JumpField matter={matter} inputRef={jumpRef} onJump={(view) => store.setState(view, true)} />
      <span className="bar-group">
        <IconButton icon="minus" label={say('zoom.out')} onPress={() => zoom(1.6)} />
        <IconButton icon="plus" label={say('zoom.in')} onPress={() => zoom(1 / 1.6)} />
        <IconButton icon="fit" label={say('zoom.all')} onPress={() => store.setState(whole, true)} />
        <IconButton icon="pin" label={say(pinned ? 'unpin' : 'pin')} onPress={onPin} />
      </span>
    </div>
  );
}
