import { type ReactElement, type SubmitEvent, useMemo, useState } from 'react';
import type { Suggestion } from '../../../shared/contract/suggestion.ts';
import type { Case } from '../../../shared/model/case.ts';
import { type Lane, lanes } from '../../../shared/model/event.ts';
import { useQuery } from '../../ask/queries.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import { draftOfWhen, isUntouched, newWhen, readWhen, type WhenGround } from '../event/when-entry.ts';
import { isSound, WhenField } from '../event/WhenField.tsx';
import { MarkedQuote } from './MarkedQuote.tsx';
import type { Decisions } from './use-decisions.ts';

interface SuggestionEditorProps {
  readonly matter: Case;
  readonly suggestion: Suggestion;
  readonly decisions: Decisions;
  readonly onClose: () => void;
}

/** A passage as the event it is to become: title, time and lane are the person's, the words stay the source's. */
export function SuggestionEditor({ matter, suggestion, decisions, onClose }: SuggestionEditorProps): ReactElement {
  const say = useWords('suggestion');
  const sayEvent = useWords('event');
  const language = useLanguage();
  const { exhibitId, phrase, moment } = suggestion;
  const dated = useQuery('exhibit.dates', { caseId: matter.id }).data;
  const [title, setTitle] = useState(suggestion.title);
  const [lane, setLane] = useState<Lane>('incident');
  const [when, setWhen] = useState(() => (moment ? newWhen(matter.zone, moment) : { ...newWhen(matter.zone), text: phrase.slice(0, 200) }));
  const [tried, setTried] = useState(false);
  const ground = useMemo<WhenGround>(
    () => ({ language, caseZone: matter.zone, known: moment, dated: dated ?? [], cited: [exhibitId] }),
    [language, matter.zone, moment, dated, exhibitId],
  );
  const sound = title.trim() !== '' && isSound(readWhen(when, ground), true);

  async function save(submitted: SubmitEvent): Promise<void> {
    submitted.preventDefault();
    setTried(true);
    if (!sound) return;
    const { when: text, zone, relativeTo } = draftOfWhen(when, ground);
    const own = moment && isUntouched(when, moment) ? {} : { when: text, zone, ...(relativeTo ? { relativeTo } : {}) };
    if (await decisions.accept([suggestion], { title: title.trim(), lane, ...own })) onClose();
  }

  return (
    <Dialog title={say('edit.title', { exhibit: suggestion.exhibit })} isOpen onClose={onClose} size="wide">
      <form onSubmit={(submitted) => void save(submitted)} noValidate>
        <TextField
          label={sayEvent('title')}
          value={title}
          onChange={setTitle}
          isRequired
          autoFocus
          maxLength={300}
          hint={sayEvent('title.hint')}
          error={tried && title.trim() === '' ? sayEvent('title.missing') : undefined}
        />
        <WhenField
          matter={matter}
          entry={when}
          onChange={setWhen}
          ground={ground}
          error={tried && when.text.trim() === '' ? sayEvent('when.missing') : undefined}
        />
        <Select
          label={sayEvent('lane')}
          options={lanes.map((key) => ({ key, label: sayEvent(`lane.${key}`), detail: sayEvent(`lane.${key}.detail`) }))}
          value={lane}
          onChange={setLane}
        />
        <div className="inset">
          <span className="label">{say('edit.words')}</span>
          <MarkedQuote {...suggestion} />
          <p className="quiet small">{say('edit.words.hint')}</p>
        </div>
        <FormFoot act={say('edit.save')} isDisabled={decisions.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
