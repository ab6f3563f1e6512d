import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Icon } from '../ui/Icon.tsx';
import { useWords } from '../ui/words.ts';
import { JobsIndicator } from './JobsIndicator.tsx';
import { useCommand } from '../ask/queries.ts';
import { useDeskState } from '../ask/session.ts';
import { useCase } from '../ask/use-case.ts';

export function ShellHeader({ onPalette }: { readonly onPalette: () => void }): ReactElement {
  const say = useWords('shell');
  const summary = useCase();
  const session = useDeskState((desk) => desk.session);
  const lock = useCommand('vault.lock');
  return (
    <header className="shell-header">
      <div className="matter">
        {summary ? (
          <Link to="/case/$caseId/overview" params={{ caseId: summary.case.id }}>
            <strong>{summary.case.reference}</strong> <span>{summary.case.title}</span>
          </Link>
        ) : (
          <strong>{session?.name}</strong>
        )}
      </div>
      <AriaButton className="palette-button" onPress={onPalette}>
        <Icon name="search" size={14} />
        <span>{say('palette.open')}</span>
        <kbd>Ctrl K</kbd>
      </AriaButton>
      <div className="desk">
        <JobsIndicator />
        <TooltipTrigger delay={500} closeDelay={0}>
          <AriaButton className="button quiet small" onPress={() => lock.mutate({})}>
            <Icon name="lock" size={14} />
            {say('lock')}
          </AriaButton>
          <Tooltip className="tooltip" offset={6}>
            {say('lock.hint')}
          </Tooltip>
        </TooltipTrigger>
        <span className="user">{session?.user.name}</span>
      </div>
    </header>
  );
}
