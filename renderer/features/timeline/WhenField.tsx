import { type ReactElement, useMemo } from 'react';
import type { Language } from '../../../shared/locales/index.ts';
import type { Moment } from '../../../shared/model/moment.ts';
import { type Failure, FailureError } from '../../../shared/result.ts';
import { formatBounds, formatDuration, formatMoment, interpretMoment } from '../../../shared/time/index.ts';
import { Facts } from '../../ui/Facts.tsx';
import { SearchSelect, TextField } from '../../ui/Field.tsx';
import { useFailureSentence, useLanguage, useWords } from '../../ui/words.ts';

interface WhenFieldProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly zone: string;
  readonly onZone: (zone: string) => void;
  /** What is wrong beyond the text itself, such as that there is none. */
  readonly error?: string | undefined;
}

/** A moment as it is typed, and below it what was understood, before anything is saved. */
export function WhenField({ text, onText, zone, onZone, error }: WhenFieldProps): ReactElement {
  const say = useWords('event');
  const explain = useFailureSentence();
  const language = useLanguage();
  const read = useMemo(() => readMoment(text, zone, language), [text, zone, language]);
  const problem = read && 'code' in read ? explain(read) : undefined;
  return (
    <div className="when-field">
      <div className="field-row">
        <TextField
          label={say('when')}
          value={text}
          onChange={onText}
          isRequired
          placeholder={say('when.placeholder')}
          hint={say('when.hint', { zone })}
          error={error ?? problem}
        />
        <ZoneField zone={zone} onZone={onZone} />
      </div>
      {read && !('code' in read) && <Understood moment={read} zone={zone} />}
    </div>
  );
}

/** The moment a text stands for, the failure that explains why it stands for none, or null for an empty text. */
export function readMoment(text: string, zone: string, language: Language): Moment | Failure | null {
  if (text.trim() === '') return null;
  try {
    return interpretMoment(text, zone, language);
  } catch (caught) {
    if (caught instanceof FailureError) return caught.failure;
    throw caught;
  }
}

function Understood({ moment, zone }: { readonly moment: Moment; readonly zone: string }): ReactElement {
  const say = useWords('event');
  const language = useLanguage();
  const format = { locale: language, zone } as const;
  const exact = moment.precision === 'second' && !moment.approximate && !moment.uncertain;
  const width =
    moment.earliest === null || moment.latest === null
      ? say('when.open')
      : formatDuration(moment.latest - moment.earliest, { locale: language });
  return (
    <section className="understood" aria-live="polite">
      <h3>{say('when.understood')}</h3>
      <p className="understood-moment">{formatMoment(moment, { ...format, style: 'full' })}</p>
      <Facts
        facts={[
          { name: say('bounds'), value: formatBounds(moment, format) },
          { name: say('when.width'), value: width },
          { name: say('basis'), value: moment.basis },
        ]}
      />
      <p className="quiet small">{say(exact ? 'when.exact' : 'when.bar')}</p>
    </section>
  );
}

function ZoneField({ zone, onZone }: { readonly zone: string; readonly onZone: (zone: string) => void }): ReactElement {
  const say = useWords('event');
  const options = useMemo(() => {
    const names = Intl.supportedValuesOf('timeZone');
    const all = [...new Set([zone, 'UTC', ...names])];
    return all.map((name) => ({ key: name, label: name }));
  }, [zone]);
  return <SearchSelect label={say('zone')} options={options} value={zone} onChange={(next) => next && onZone(next)} />;
}
