import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useWords } from '../ui/words.ts';

export function MissingScreen({ reason = 'screen' }: { readonly reason?: 'screen' | 'case' }): ReactElement {
  const say = useWords('shell');
  const navigate = useNavigate();
  return (
    <EmptyState title={say(reason === 'case' ? 'missing.case' : 'missing.screen')} text="">
      <Button look="primary" onPress={() => void navigate({ to: '/cases' })}>
        {say('nav.cases')}
      </Button>
    </EmptyState>
  );
}
