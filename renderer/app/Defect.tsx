import { Component, type ReactElement, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useWords } from '../ui/words.ts';

/** Catches a screen that throws: says so and offers to load it again, instead of an empty window. */
export class Defect extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <BrokenScreen onReload={() => this.setState({ broken: false })} /> : this.props.children;
  }
}

function BrokenScreen({ onReload }: { readonly onReload: () => void }): ReactElement {
  const say = useWords('shell');
  return (
    <EmptyState title={say('defect.title')} text={say('defect.text')}>
      <Button look="primary" onPress={onReload}>
        {say('defect.reload')}
      </Button>
    </EmptyState>
  );
}
