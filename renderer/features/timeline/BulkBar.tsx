import { type ReactElement, useState } from 'react';
import type { Input } from '../../../shared/contract/index.ts';
import { lanes, standing as standingSchema } from '../../../shared/model/event.ts';
import type { CaseId, EventId } from '../../../shared/model/identifier.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote, failureOf } from '../../ui/ErrorNote.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { formatCount } from '../../ui/sizes.ts';
import { useToasts } from '../../ui/toasts.ts';
import { useFailureSentence, useLanguage, useWords } from '../../ui/words.ts';
import { changeEvents, useMoveAct } from '../../parts/event/event-edits.ts';
import { TagsField } from '../../parts/event/TagsField.tsx';

type Change = Omit<Input<'event.change'>, 'eventIds'>;

interface BulkBarProps {
  readonly caseId: CaseId;
  readonly eventIds: ReadonlySet<string>;
  readonly onDone: () => void;
}

/** What can be done to several events at once: lane, standing and tags, each in one act that can be taken back. */
export function BulkBar({ caseId, eventIds, onDone }: BulkBarProps): ReactElement {
  const say = useWords('event');
  const language = useLanguage();
  const explain = useFailureSentence();
  const tell = useToasts((state) => state.tell);
  const move = useMoveAct(caseId);
  const [tagging, setTagging] = useState(false);
  const [busy, setBusy] = useState(false);
  const count = eventIds.size;

  /** Answers the failure, or null when it was done. */
  async function change(part: Change): Promise<Error | null> {
    setBusy(true);
    try {
      const { changed, act } = await changeEvents(caseId, { ...part, eventIds: [...eventIds] as EventId[] });
      const told = changed === 0 ? say('bulk.same') : say('bulk.done', { count: changed, shown: formatCount(changed, language) });
      tell(told, act ? { undo: () => void move('undo', act) } : {});
      return null;
    } catch (error) {
      return error as Error;
    } finally {
      setBusy(false);
    }
  }
  const changeOrTell = async (part: Change): Promise<void> => {
    const failed = await change(part);
    if (failed) tell(explain(failureOf(failed)), { failed: true });
  };

  return (
    <div className="bulk-bar" role="toolbar" aria-label={say('bulk')}>
      <strong>{say('bulk.chosen', { count, shown: formatCount(count, language) })}</strong>
      <Menu
        label={say('lane')}
        entries={lanes.map((lane) => ({ key: lane, label: say(`lane.${lane}`), onAction: () => void changeOrTell({ lane }) }))}
      >
        <Button size="small" isDisabled={busy}>
          {say('lane')}
        </Button>
      </Menu>
      <Menu
        label={say('standing')}
        entries={standingSchema.options.map((standing) => ({
          key: standing,
          label: say(`standing.${standing}`),
          onAction: () => void changeOrTell({ standing }),
        }))}
      >
        <Button size="small" isDisabled={busy}>
          {say('standing')}
        </Button>
      </Menu>
      <Button size="small" isDisabled={busy} onPress={() => setTagging(true)}>
        {say('tags')}
      </Button>
      <Button size="small" look="quiet" onPress={onDone}>
        {say('bulk.let')}
      </Button>
      {tagging && <TagDialog caseId={caseId} count={count} onClose={() => setTagging(false)} onSave={change} />}
    </div>
  );
}

function TagDialog({
  caseId,
  count,
  onClose,
  onSave,
}: {
  readonly caseId: CaseId;
  readonly count: number;
  readonly onClose: () => void;
  readonly onSave: (change: Change) => Promise<Error | null>;
}): ReactElement {
  const say = useWords('event');
  const [addTags, setAdd] = useState<readonly string[]>([]);
  const [removeTags, setRemove] = useState<readonly string[]>([]);
  const [error, setError] = useState<Error | null>(null);
  async function save(): Promise<void> {
    const failed = await onSave({ addTags: [...addTags], removeTags: removeTags.filter((tag) => !addTags.includes(tag)) });
    setError(failed);
    if (!failed) onClose();
  }
  return (
    <Dialog title={say('bulk.tags', { count })} isOpen onClose={onClose} size="small">
      <form
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void save();
        }}
      >
        <TagsField caseId={caseId} label={say('bulk.tags.add')} tags={addTags} onChange={setAdd} />
        <TagsField caseId={caseId} label={say('bulk.tags.remove')} tags={removeTags} onChange={setRemove} onlyUsed />
        <ErrorNote error={error} />
        <FormFoot isDisabled={addTags.length + removeTags.length === 0} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
