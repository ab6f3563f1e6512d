import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactElement, useCallback, useEffect, useState } from 'react';
import type { ExhibitDetail } from '../../../shared/contract/exhibit.ts';
import type { Case } from '../../../shared/model/case.ts';
import { type ExhibitId, exhibitId as exhibitIdSchema } from '../../../shared/model/identifier.ts';
import { listen } from '../../ask/bridge.ts';
import { useJob } from '../../ask/jobs.ts';
import { useCommand, useQuery } from '../../ask/queries.ts';
import { useCase } from '../../ask/use-case.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useWords } from '../../ui/words.ts';
import { describePlace } from '../../parts/exhibit/place-words.ts';
import { CitedRow } from '../../parts/log-import/CitedRow.tsx';
import { LogImportDialog } from '../../parts/log-import/LogImportDialog.tsx';
import { mayBeLog } from '../../parts/log-import/may-be-log.ts';
import type { CiteTarget } from './cite-target.ts';
import { CiteDialog } from './CiteDialog.tsx';
import { CoveredOriginal } from './CoveredOriginal.tsx';
import { ExhibitSide } from './ExhibitSide.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { Original } from './Original.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import { VerifyDialog } from './VerifyDialog.tsx';
import './exhibit-number.css';
import './exhibit-page.css';
import './cite-bar.css';

/** One exhibit: its original on the left, at the place the address names, and what is known about it on the right. */
export function ExhibitPage(): ReactElement | null {
  const summary = useCase();
  const parameters = useParams({ strict: false }) as {
    readonly exhibitId?: string;
  };
  const id = exhibitIdSchema.safeParse(parameters.exhibitId);
  const { data, error, refetch } = useQuery('exhibit.get', id.success ? { exhibitId: id.data } : null);
  // Every act on an exhibit leaves a custody entry, also one that changes nothing else about it.
  useEffect(() => listen((message) => void (message.kind === 'changed' && message.nouns.includes('ledger') && refetch())), [refetch]);
  if (error) return <ErrorNote error={error} />;
  if (!id.success)
    return (
      <ErrorNote
        error={{
          code: 'exhibit.unknown',
          values: {
            number: parameters.exhibitId ?? '',
            reference: summary?.case.reference ?? '',
          },
          message: '',
        }}
      />
    );
  return summary && data ? <Viewer key={id.data} matter={summary.case} detail={data} /> : null;
}

const WHOLE: CiteTarget = { place: '', quote: '' };

function Viewer({ matter, detail }: { readonly matter: Case; readonly detail: ExhibitDetail }): ReactElement {
  const { exhibit } = detail;
  const navigate = useNavigate();
  const { place = '' } = useSearch({ strict: false }) as {
    readonly place?: string;
  };
  const [target, setTarget] = useState<CiteTarget>({ place, quote: '' });
  const [citing, setCiting] = useState(false);
  const [uncovered, setUncovered] = useState(false);
  const covered = exhibit.covered && !uncovered;
  useEffect(() => setTarget({ place, quote: '' }), [place]);
  const showPlace = useCallback(
    (next: CiteTarget) => {
      setTarget(next);
      void navigate({
        to: '.',
        search: next.place ? { place: next.place } : {},
        replace: true,
      });
    },
    [navigate],
  );
  useCiteKey(() => setCiting(true));

  return (
    <div className="viewer">
      <ViewerBar matter={matter} detail={detail} uncovered={uncovered} onCover={() => setUncovered(false)} />
      <div className="viewer-body">
        <section className="original">
          {covered ? (
            <CoveredOriginal exhibit={exhibit} onUncovered={() => setUncovered(true)} />
          ) : (
            <>
              <CitedRow exhibitId={exhibit.id} place={target.place} />
              <Original exhibit={exhibit} place={place} target={target.place} onTarget={setTarget} />
              <CiteBar target={target} onWhole={() => setTarget(WHOLE)} onCite={() => setCiting(true)} />
            </>
          )}
        </section>
        <section className="viewer-side">
          <ExhibitSide detail={detail} zone={matter.zone} place={target.place} covered={covered} onPlace={showPlace} />
        </section>
      </div>
      {citing && <CiteDialog matter={matter} exhibit={exhibit} target={target} onClose={() => setCiting(false)} />}
    </div>
  );
}

/** What a citation made now would say; always in the same place, so that it needs no hunting after a selection. */
function CiteBar({
  target,
  onWhole,
  onCite,
}: {
  readonly target: CiteTarget;
  readonly onWhole: () => void;
  readonly onCite: () => void;
}): ReactElement {
  const say = useWords('event');
  return (
    <div className="cite-bar" role="group" aria-label={say('cite.place')}>
      <span className="cite-place">{describePlace(target.place, say)}</span>
      {target.quote && <q className="cite-quote">{target.quote}</q>}
      <span className="space" />
      {target.place !== '' && (
        <Button size="small" look="quiet" onPress={onWhole}>
          {say('place.whole')}
        </Button>
      )}
      <Button size="small" look="primary" icon="quote" onPress={onCite}>
        {say('cite')}
      </Button>
    </div>
  );
}

function ViewerBar({
  matter,
  detail: { exhibit },
  uncovered,
  onCover,
}: {
  readonly matter: Case;
  readonly detail: ExhibitDetail;
  readonly uncovered: boolean;
  readonly onCover: () => void;
}): ReactElement {
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

/** Ctrl Enter cites what is chosen, from anywhere on the page but a dialog. */
function useCiteKey(cite: () => void): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest('[role=dialog]')) return;
      const modified = event.ctrlKey || event.metaKey;
      const letter = event.key === 'c' && !modified && !event.altKey && !event.shiftKey && !target.matches('input, textarea');
      // A single letter acts only where the original has the focus (WCAG 2.1.4); with Ctrl it acts everywhere.
      const onOriginal = target === document.body || target.closest('.original') !== null;
      if (!(letter && onOriginal) && !(event.key === 'Enter' && modified)) return;
      event.preventDefault();
      cite();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
