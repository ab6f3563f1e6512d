import { type ReactElement, type ReactNode, useMemo } from 'react';
import type { Case } from '../../../shared/model/case.ts';
import type { Moment } from '../../../shared/model/moment.ts';
import { describeBasis, formatBounds, formatDuration, formatMoment } from '../../../shared/time/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { SearchSelect, TextField } from '../../ui/Field.tsx';
import { useFailureSentence, useLanguage, useWords } from '../../ui/words.ts';
import { CountedFrom } from './CountedFrom.tsx';
import { countedFrom, type ReadWhen, readWhen, type WhenEntry, type WhenGround } from './when-entry.ts';
import './when-field.css';

interface WhenFieldProps {
  readonly matter: Case;
  readonly entry: WhenEntry;
  readonly onChange: (entry: WhenEntry) => void;
  readonly ground: WhenGround;
  readonly label?: string;
  readonly hint?: ReactNode;
  readonly isRequired?: boolean;
  /** What is wrong beyond the text itself, such as that there is none. */
  readonly error?: string | undefined;
}

/** A moment as it is typed, and below it what was understood, or what must be asked, before anything is saved. */
export function WhenField({ matter, entry, onChange, ground, label, hint, isRequired = true, error }: WhenFieldProps): ReactElement {
  const say = useWords('event');
  const explain = useFailureSentence();
  const read = useMemo(() => readWhen(entry, ground), [entry, ground]);
  const { moment, failure, alternatives, isRelative } = read;
  return (
    <div className="when-field">
      <div className="field-row">
        <TextField
          label={label ?? say('when')}
          value={entry.text}
          onChange={(text) => onChange({ ...entry, text, reading: '' })}
          isRequired={isRequired}
          maxLength={200}
          placeholder={say('when.placeholder')}
          hint={hint ?? say('when.hint', { zone: entry.zone })}
          error={error ?? (failure ? explain(failure) : undefined)}
        />
        <ZoneField zone={entry.zone} onZone={(zone) => onChange({ ...entry, zone })} />
      </div>
      {isRelative && (
        <CountedFrom
          matter={matter}
          ground={ground}
          value={countedFrom(entry, ground)}
          onChange={(from) => onChange({ ...entry, from, reading: '' })}
        />
      )}
      {alternatives.length > 0 && (
        <Readings alternatives={alternatives} zone={entry.zone} onChoose={(reading) => onChange({ ...entry, reading })} />
      )}
      {moment && <Understood moment={moment} zone={entry.zone} isDrawn={isRequired} />}
      {moment && entry.reading !== '' && (
        <div>
          <Button size="small" look="quiet" onPress={() => onChange({ ...entry, reading: '' })}>
            {say('readings.again')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Whether an entry can be saved: it stands for a moment, or, where it may be left out, for none. */
export function isSound({ moment, failure }: ReadWhen, isRequired: boolean): boolean {
  return moment !== null || (!isRequired && failure === null);
}

/** Nothing is guessed: whoever enters the words says which of their readings is meant. */
function Readings({
  alternatives,
  zone,
  onChoose,
}: {
  readonly alternatives: readonly Moment[];
  readonly zone: string;
  readonly onChoose: (edtf: string) => void;
}): ReactElement {
  const say = useWords('event');
  const language = useLanguage();
  return (
    <div className="readings" role="group" aria-label={say('readings')}>
      <span className="label">{say('readings')}</span>
      {alternatives.map((one) => (
        <Button key={one.edtf} size="small" onPress={() => onChoose(one.edtf)}>
          {formatMoment(one, { language, zone, zoneShown: false })}
        </Button>
      ))}
    </div>
  );
}

/** `isDrawn`: the timeline is drawn by this moment. */
export function Understood({
  moment,
  zone,
  isDrawn,
}: {
  readonly moment: Moment;
  readonly zone: string;
  readonly isDrawn: boolean;
}): ReactElement {
  const say = useWords('event');
  const language = useLanguage();
  const format = { language, zone } as const;
  const exact = moment.precision === 'second' && !moment.approximate && !moment.uncertain;
  const width =
    moment.earliest === null || moment.latest === null ? say('when.open') : formatDuration(moment.latest - moment.earliest, { language });
  return (
    <section className="understood" aria-live="polite">
      <h3>{say('when.understood')}</h3>
      <p className="understood-moment">{formatMoment(moment, { ...format, style: 'full' })}</p>
      <Facts
        facts={[
          { name: say('bounds'), value: formatBounds(moment, format) },
          { name: say('when.width'), value: width },
          { name: say('basis'), value: describeBasis(moment.basis, language) },
        ]}
      />
      {isDrawn && <p className="quiet small">{say(exact ? 'when.exact' : 'when.bar')}</p>}
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
