import { type ReactElement, useState } from 'react';
import type { SearchedExhibit } from '../../../shared/contract/suggestion.ts';
import type { Case } from '../../../shared/model/case.ts';
import { formatMoment } from '../../../shared/time/index.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import { DateDialog } from './DateDialog.tsx';

interface DocumentDateBarProps {
  readonly matter: Case;
  readonly searched: SearchedExhibit;
}

/** The date a document bears itself, how it is known, and the way to state it. */
export function DocumentDateBar({ matter, searched }: DocumentDateBarProps): ReactElement {
  const say = useWords('suggestion');
  const language = useLanguage();
  const [stating, setStating] = useState(false);
  const { moment, statedBy, basis } = searched.date;
  return (
    <div className="dated-date">
      <p>
        <span className="label">{say('dated')}</span>{' '}
        <strong>{moment ? formatMoment(moment, { language, zone: matter.zone }) : say('dated.none')}</strong>
        <span className="quiet small"> {basis}</span>
      </p>
      <Button size="small" look={moment ? 'quiet' : 'plain'} onPress={() => setStating(true)}>
        {say(statedBy === 'stated' ? 'dated.change' : 'dated.state')}
      </Button>
      {stating && <DateDialog matter={matter} searched={searched} onClose={() => setStating(false)} />}
    </div>
  );
}
