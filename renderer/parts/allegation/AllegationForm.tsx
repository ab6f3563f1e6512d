import { type ReactElement, useState } from 'react';
import type { Allegation } from '../../../shared/model/allegation.ts';
import type { CaseId, PartyId } from '../../../shared/model/identifier.ts';
import { useCommand, useQuery } from '../../ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import { wordsOf } from '../event/event-draft.ts';

interface AllegationFormProps {
  readonly caseId: CaseId;
  /** The allegation to edit; without one, one is added. */
  readonly present?: Allegation;
  /** Null when nothing was saved. */
  readonly onDone: (saved: Allegation | null) => void;
}

const NOBODY = 'nobody';

/**
 * One alleged act: what, by whom, of what kind, where and when. No form element of its own, so that it can stand inside another
 * form without being sent with it.
 */
export function AllegationForm({ caseId, present, onDone }: AllegationFormProps): ReactElement {
  const say = useWords('allegation');
  const sayShell = useWords('shell');
  const sayPeople = useWords('people');
  const language = useLanguage();
  const parties = useQuery('party.list', { caseId }).data ?? [];
  const [title, setTitle] = useState(present?.title ?? '');
  const [respondent, setRespondent] = useState<PartyId | null>(present?.respondent ?? null);
  const [category, setCategory] = useState(present?.category ?? '');
  const [location, setLocation] = useState(present?.location ?? '');
  const [when, setWhen] = useState(present?.happened ? wordsOf(present.happened) : '');
  const add = useCommand('allegation.add');
  const update = useCommand('allegation.update');

  async function save(): Promise<void> {
    const draft = { title, respondent, category, location, when, language };
    const saved = await (present
      ? update.mutateAsync({ ...draft, allegationId: present.id })
      : add.mutateAsync({ ...draft, caseId })
    ).catch(() => null);
    if (saved) onDone(saved);
  }

  // Respondents come first: anybody else may still be alleged to have done something.
  const ranked = parties.toSorted((one, other) => Number(other.role === 'respondent') - Number(one.role === 'respondent'));
  return (
    <div className="inset">
      <TextField label={say('title')} hint={say('title.hint')} value={title} onChange={setTitle} isRequired autoFocus maxLength={300} />
      <div className="side-by-side">
        <Select
          label={say('respondent')}
          options={[
            { key: NOBODY, label: say('respondent.none') },
            ...ranked.map(({ id, name, role }) => ({ key: id as string, label: name, detail: sayPeople(`role.${role}`) })),
          ]}
          value={respondent ?? NOBODY}
          onChange={(key) => setRespondent(key === NOBODY ? null : (key as PartyId))}
        />
        <TextField label={say('category')} hint={say('category.hint')} value={category} onChange={setCategory} maxLength={200} />
      </div>
      <div className="side-by-side">
        <TextField label={say('location')} value={location} onChange={setLocation} maxLength={300} />
        <TextField label={say('when')} hint={say('when.hint')} value={when} onChange={setWhen} maxLength={200} />
      </div>
      <ErrorNote error={add.error ?? update.error} />
      <div className="allegation-acts">
        <Button look="quiet" onPress={() => onDone(null)}>
          {sayShell('cancel')}
        </Button>
        <Button isDisabled={title.trim() === '' || add.isPending || update.isPending} onPress={() => void save()}>
          {present ? sayShell('save') : say('create')}
        </Button>
      </div>
    </div>
  );
}
