import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import type { Case } from '../../../shared/model/case.ts';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import type { ExhibitId } from '../../../shared/model/identifier.ts';
import { useJob } from '../../ask/jobs.ts';
import { useCommand, useQuery } from '../../ask/queries.ts';
import { LogImportDialog } from '../../parts/log-import/LogImportDialog.tsx';
import { mayBeLog } from '../../parts/log-import/may-be-log.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useWords } from '../../ui/words.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import { VerifyDialog } from './VerifyDialog.tsx';
import './exhibit-number.css';
import './viewer-bar.css';

interface ViewerBarProps {
  readonly matter: Case;
  readonly exhibit: Exhibit;
  /** Whether a covered exhibit is shown for the moment. */
  readonly uncovered: boolean;
  readonly onCover: () => void;
}

/** Which exhibit this is, the way to the ones beside it, and what can be done with it. */
export function ViewerBar({ matter, exhibit, uncovered, onCover }: ViewerBarProps): ReactElement {
  const say = useWords('evidence');
  const sayLog = useWords('log');
  const navigate = useNavigate();
  const tell = useToasts((state) => state.tell);
  const update = useCommand('exhibit.update');
  const verify = useJob('exhibit.verify');
  const list = useQuery('exhibit.list', { caseId: matter.id }).data ?? [];
  const [open, setOpen] = useState<'export' | 'rename' | 'verify' | 'log' | null>(null);
  const index = list.findIndex((one) => one.id === exhibit.id);
  const go = (id: ExhibitId | undefined): void =>
    void (
      id &&
      navigate({
        to: '/case/$caseId/evidence/$exhibitId',
        params: { caseId: matter.id, exhibitId: id },
        search: {},
      })
    );

  async function setCovered(covered: boolean): Promise<void> {
    const saved = await update.mutateAsync({ exhibitId: exhibit.id, covered }).catch(() => null);
    if (!saved) return;
    if (covered) onCover();
    if (covered)
      tell(say('cover.done', { exhibit: exhibit.number }), {
        undo: () => void update.mutateAsync({ exhibitId: exhibit.id, covered: false }),
      });
  }

  return (
    <header className="page-bar viewer-bar">
      <Link to="/case/$caseId/evidence" params={{ caseId: matter.id }} className="back-link">
        <Icon name="left" size={14} />
        {say('back')}
      </Link>
      <h1>
        <span className="exhibit-number">{exhibit.number}</span> {exhibit.title}
      </h1>
      {exhibit.covered && (
        <Tag tone="differ">
          <Icon name="lock" size={12} /> {say('covered')}
        </Tag>
      )}
      <span className="space" />
      {exhibit.covered && uncovered && (
        <Button size="small" onPress={onCover}>
          {say('covered.again')}
        </Button>
      )}
      <IconButton icon="up" label={say('previous')} isDisabled={index <= 0} onPress={() => go(list[index - 1]?.id)} />
      <IconButton
        icon="down"
        label={say('next')}
        isDisabled={index < 0 || index >= list.length - 1}
        onPress={() => go(list[index + 1]?.id)}
      />
      <Menu
        label={say('actions')}
        entries={[
          {
            key: 'verify',
            label: say('verify'),
            onAction: () => (setOpen('verify'), void verify.run({ caseId: matter.id, exhibitIds: [exhibit.id] }).catch(() => undefined)),
          },
          {
            key: 'export',
            label: say('export'),
            onAction: () => setOpen('export'),
          },
          ...(mayBeLog(exhibit) ? [{ key: 'log', label: sayLog('open'), onAction: () => setOpen('log') }] : []),
          {
            key: 'rename',
            label: say('rename'),
            onAction: () => setOpen('rename'),
          },
          exhibit.covered
            ? {
                key: 'uncover',
                label: say('uncover.keep'),
                onAction: () => void setCovered(false),
                isDisabled: !uncovered,
              }
            : {
                key: 'cover',
                label: say('cover'),
                onAction: () => void setCovered(true),
              },
        ]}
      >
        <IconButton icon="more" label={say('actions')} />
      </Menu>
      <ErrorNote error={update.error} />
      {open === 'export' && <ExportDialog exhibit={exhibit} onClose={() => setOpen(null)} />}
      {open === 'log' && <LogImportDialog matter={matter} exhibitId={exhibit.id} onClose={() => setOpen(null)} />}
      {open === 'rename' && <RenameDialog exhibit={exhibit} onClose={() => setOpen(null)} />}
      {open === 'verify' && <VerifyDialog job={verify} onClose={() => setOpen(null)} />}
    </header>
  );
}
