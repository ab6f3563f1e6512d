import type { ReactElement } from 'react';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import { Button } from '../../ui/Button.tsx';
import { Inspector } from '../../ui/Inspector.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useWords } from '../../ui/words.ts';
import { Thumbnail } from '../../parts/exhibit/Thumbnail.tsx';
import { ExhibitFacts } from '../../parts/exhibit/ExhibitFacts.tsx';
import './exhibit-inspector.css';

interface ExhibitInspectorProps {
  readonly exhibit: Exhibit;
  readonly zone: string;
  readonly cited: number;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

export function ExhibitInspector({ exhibit, zone, cited, onOpen, onClose }: ExhibitInspectorProps): ReactElement {
  const say = useWords('evidence');
  return (
    <Inspector title={exhibit.title} onClose={onClose}>
      <p className="tags">
        <Tag tone="act">{exhibit.number}</Tag>
        <Tag>{say(`exhibit-kind.${exhibit.kind}`)}</Tag>
        {exhibit.covered && <Tag tone="differ">{say('covered')}</Tag>}
        <Tag>{cited > 0 ? say('cited', { count: cited }) : `${say('column.cited')}: ${say('cited.none')}`}</Tag>
      </p>
      {exhibit.pages !== null && !exhibit.covered && (
        <div className="inspector-picture">
          <Thumbnail exhibit={exhibit} place="" width={632} />
        </div>
      )}
      <div className="inspector-acts">
        <Button look="primary" size="small" onPress={onOpen}>
          {say('open')}
        </Button>
      </div>
      <ExhibitFacts exhibit={exhibit} zone={zone} />
    </Inspector>
  );
}
