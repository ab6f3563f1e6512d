import { type ReactElement, useMemo } from 'react';
import type { Case } from '../../../shared/model/case.ts';
import type { ClockId } from '../../../shared/model/identifier.ts';
import type { LogMapping } from '../../../shared/model/log.ts';
import { useQuery } from '../../ask/queries.ts';
import { SearchSelect, Select } from '../../ui/Field.tsx';
import { useWords } from '../../ui/words.ts';
import { listZones } from '../../ui/zones.ts';
import { columnName, columnOptions, NONE } from './columns.ts';
import type { Preview } from './use-log-preview.ts';

interface TimeStepProps {
  readonly matter: Case;
  readonly preview: Preview;
  readonly onChange: (mapping: Partial<LogMapping>) => void;
}

const FORMATS = ['text', 'day-first', 'month-first', 'epoch-seconds', 'epoch-milliseconds', 'epoch-microseconds'] as const;

/** How times are written, whose zone they are of, and which clock wrote them: what no log says of itself is asked. */
export function TimeStep({ matter, preview, onChange }: TimeStepProps): ReactElement {
  const say = useWords('log');
  const { mapping, columns, asks, dayOrder, drafts } = preview;
  const clocks = useQuery('clock.list', { caseId: matter.id }).data ?? [];
  const options = columnOptions(columns, say);
  const at = drafts.find(({ moment }) => moment?.earliest)?.moment?.earliest ?? Date.UTC(2031, 0, 1);
  const zones = useMemo(
    () => [
      ...columns.map((_, index) => ({ key: `column ${index}`, label: say('zone.column', { column: columnName(columns, index, say) }) })),
      ...listZones(at, matter.zone),
    ],
    [columns, at, matter.zone, say],
  );
  if (mapping.shape === 'casewright') return <p>{say('own.time')}</p>;
  const zone = mapping.zone === null ? null : 'fixed' in mapping.zone ? mapping.zone.fixed : `column ${mapping.zone.column}`;
  const pair = (field: 'time' | 'end', position: 0 | 1): ReactElement => (
    <Select
      label={say(position === 0 ? `field.${field}` : 'field.clock-time')}
      options={options}
      value={String(mapping[field][position] ?? NONE)}
      onChange={(key) => {
        const [first] = mapping[field];
        const chosen = key === NONE ? [] : [Number(key)];
        onChange({
          [field]:
            position === 0
              ? [...chosen, ...(chosen.length > 0 ? mapping[field].slice(1) : [])]
              : first === undefined
                ? []
                : [first, ...chosen],
        });
      }}
    />
  );
  return (
    <div className="log-fields">
      {pair('time', 0)}
      {pair('time', 1)}
      {pair('end', 0)}
      <Select
        label={say('format')}
        {...(asks.includes('day-order') ? { error: say(dayOrder === 'mixed' ? 'format.mixed' : 'format.open') } : {})}
        {...(dayOrder === 'day-first' || dayOrder === 'month-first' ? { hint: say(`format.proven.${dayOrder}`) } : {})}
        options={FORMATS.map((key) => ({ key, label: say(`format.${key}`) }))}
        value={mapping.format}
        onChange={(format) => onChange({ format })}
      />
      <Select
        label={say('clock')}
        hint={say('clock.hint')}
        options={[{ key: NONE, label: say('clock.none') }, ...clocks.map(({ clock }) => ({ key: clock.id as string, label: clock.name }))]}
        value={mapping.clockId ?? NONE}
        onChange={(key) => onChange({ clockId: key === NONE ? null : (key as ClockId) })}
      />
      {mapping.clockId === null && (
        <SearchSelect
          label={say('zone')}
          {...(asks.includes('zone') ? { error: say('zone.ask') } : {})}
          hint={say('zone.hint')}
          options={zones}
          value={zone}
          onChange={(key) =>
            onChange({
              zone: key === null ? null : key.startsWith('column ') ? { column: Number(key.slice('column '.length)) } : { fixed: key },
            })
          }
        />
      )}
    </div>
  );
}
