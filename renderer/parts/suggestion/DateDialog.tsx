import { type ReactElement, type SubmitEvent, useMemo, useState } from 'react';
import type { SearchedExhibit } from '../../../shared/contract/suggestion.ts';
import type { Case } from '../../../shared/model/case.ts';
import { formatMoment } from '../../../shared/time/index.ts';
import { useCommand } from '../../ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Actions, Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useFailureSentence, useLanguage, useWords } from '../../ui/words.ts';
import { describePlace } from '../exhibit/place-words.ts';
import { newWhen, readWhen } from '../event/when-entry.ts';
import { Understood } from '../event/WhenField.tsx';

interface DateDialogProps {
  readonly matter: Case;
  readonly searched: SearchedExhibit;
  readonly onClose: () => void;
}

/** States the date in words or figures; what was found with the document is offered with where it comes from. */
export function DateDialog({ matter, searched: { exhibitId, exhibit, date }, onClose }: DateDialogProps): ReactElement {
  const say = useWords('suggestion');
  const sayShell = useWords('shell');
  const sayEvent = useWords('event');
  const explain = useFailureSentence();
  const language = useLanguage();
  const update = useCommand('exhibit.update');
  const tell = useToasts((state) => state.tell);
  const dated = date.statedBy === 'stated' ? date.moment : null;
  const [text, setText] = useState(dated?.phrase ?? '');
  const written = (when: string): string => {
    const { moment } = readWhen({ ...newWhen(matter.zone), text: when }, { language, caseZone: matter.zone, dated: [], cited: [] });
    return moment ? formatMoment(moment, { language, zone: matter.zone }) : when;
  };
  const read = useMemo(
    () => readWhen({ ...newWhen(matter.zone), text }, { language, caseZone: matter.zone, known: null, dated: [], cited: [] }),
    [text, matter.zone, language],
  );

  async function state(next: string): Promise<void> {
    const before = { exhibitId, dated: dated?.edtf ?? '', language };
    const saved = await update.mutateAsync({ exhibitId, dated: next, language }).catch(() => null);
    if (!saved) return;
    tell(say(saved.dated ? 'dated.done' : 'dated.cleared', { exhibit }), { undo: () => void update.mutateAsync(before) });
    onClose();
  }

  function submit(submitted: SubmitEvent): void {
    submitted.preventDefault();
    if (read.moment) void state(text.trim());
  }

  return (
    <Dialog title={`${say('dated')} · ${exhibit}`} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <TextField
          label={say('dated')}
          value={text}
          onChange={setText}
          isRequired
          autoFocus
          maxLength={200}
          placeholder="2031-05-19"
          hint={say('dated.hint')}
          error={read.failure ? explain(read.failure) : undefined}
        />
        {read.alternatives.length > 0 && (
          <div className="dated-answers" role="group" aria-label={say('answers')}>
            {read.alternatives.map((one) => (
              <Button key={one.edtf} size="small" onPress={() => setText(one.edtf)}>
                {formatMoment(one, { language, zone: matter.zone, zoneShown: false })}
              </Button>
            ))}
          </div>
        )}
        {date.proposals.length > 0 && (
          <div className="dated-proposals" role="group" aria-label={say('dated.proposals')}>
            <span className="label">{say('dated.proposals')}</span>
            {date.proposals.map(({ statedBy, when, detail, place }) => (
              <Button key={`${statedBy} ${when}`} size="small" onPress={() => setText(when)}>
                {say(`dated.origin.${statedBy}`, { detail: statedBy === 'dateline' ? detail : written(when) })}
                {place !== '' && ` (${describePlace(place, sayEvent)})`}
              </Button>
            ))}
          </div>
        )}
        {read.moment && <Understood moment={read.moment} zone={matter.zone} isDrawn={false} />}
        <ErrorNote error={update.error} />
        <Actions>
          {dated && (
            <Button look="quiet" isDisabled={update.isPending} onPress={() => void state('')}>
              {say('dated.clear')}
            </Button>
          )}
          <span className="space" />
          <Button onPress={onClose}>{sayShell('cancel')}</Button>
          <Button look="primary" type="submit" isDisabled={update.isPending || !read.moment}>
            {say('dated.save')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
