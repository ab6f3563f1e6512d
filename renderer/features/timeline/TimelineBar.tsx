import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { Case } from '../../../shared/model/case.ts';
import { Button } from '../../ui/Button.tsx';
import { BarSearch } from '../../ui/BarSearch.tsx';
import { Select } from '../../ui/Field.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { useWords } from '../../ui/words.ts';
import { TimelineFileMenu } from './export/TimelineFileMenu.tsx';
import type { View } from './canvas/view.ts';
import { EditButtons } from './EditButtons.tsx';
import { QuestionsButton } from './questions/QuestionsButton.tsx';
import { FromEvidence } from '../../parts/suggestion/FromEvidence.tsx';
import type { PictureStore } from './view-store.ts';
import './timeline-bar.css';

export type ShowAs = 'canvas' | 'both' | 'table';

interface TimelineBarProps {
  readonly matter: Case;
  readonly picture: PictureStore;
  readonly showAs: ShowAs;
  readonly onShowAs: (showAs: ShowAs) => void;
  readonly onJump: (view: View) => void;
  readonly onAdd: () => void;
}

export function TimelineBar({ matter, picture, showAs, onShowAs, onJump, onAdd }: TimelineBarProps): ReactElement {
  const say = useWords('timeline');
  const sayEvent = useWords('event');
  const { filter, differing } = useStore(picture);
  return (
    <header className="page-bar timeline-bar">
      <h1>{say('title')}</h1>
      <BarSearch label={say('filter')} value={filter} onChange={(next) => picture.setState({ filter: next.slice(0, 200) })} />
      <Toggle isSelected={differing} onChange={(next) => picture.setState({ differing: next })}>
        {say('differences')}
      </Toggle>
      <Select
        compact
        label={say('view')}
        value={showAs}
        onChange={onShowAs}
        options={(['both', 'canvas', 'table'] as const).map((key) => ({ key, label: say(`view.${key}`) }))}
      />
      <QuestionsButton matter={matter} onShow={onJump} />
      <span className="space" />
      <EditButtons caseId={matter.id} />
      <FromEvidence matter={matter} />
      <TimelineFileMenu matter={matter} picture={picture} />
      <Button look="primary" size="small" icon="plus" onPress={onAdd}>
        {sayEvent('add')}
      </Button>
    </header>
  );
}
