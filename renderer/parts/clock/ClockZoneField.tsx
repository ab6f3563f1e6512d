import { type ReactElement, useMemo } from 'react';
import { SearchSelect } from '../../ui/Field.tsx';
import { useWords } from '../../ui/words.ts';

interface ClockZoneFieldProps {
  readonly value: string | null;
  readonly onChange: (zone: string | null) => void;
}

/** The zone a clock is set to; open while nobody looked it up. */
export function ClockZoneField({ value, onChange }: ClockZoneFieldProps): ReactElement {
  const say = useWords('clock');
  const options = useMemo(
    () =>
      [...new Set([...(value === null ? [] : [value]), 'UTC', ...Intl.supportedValuesOf('timeZone')])].map((name) => ({
        key: name,
        label: name,
      })),
    [value],
  );
  return <SearchSelect label={say('zone')} hint={say('zone.hint')} options={options} value={value} onChange={onChange} />;
}
