import type { ReactElement } from 'react';
import { Checkbox, Select } from '../../ui/Field.tsx';
import { type LogMapping, logEncoding } from '../../../shared/model/log.ts';
import { type Lane, lanes } from '../../../shared/model/event.ts';
import { useWords } from '../../ui/words.ts';
import { columnName, columnOptions, NONE } from './columns.ts';
import type { Preview } from './use-log-preview.ts';

interface ColumnsStepProps {
  readonly preview: Preview;
  readonly onChange: (mapping: Partial<LogMapping>) => void;
  readonly onHints: (hints: { readonly sheet?: number; readonly delimiter?: string; readonly encoding?: LogMapping['encoding'] }) => void;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const ROWS = 8;

/** Which column is what, above the first rows as they were taken apart. */
export function ColumnsStep({ preview, onChange, onHints }: ColumnsStepProps): ReactElement {
  const say = useWords('log');
  const sayEvent = useWords('event');
  const { mapping, kind, sheets, columns } = preview;
  const name = (index: number): string => columnName(columns, index, say);
  const options = columnOptions(columns, say);
  const single = (field: 'location' | 'person'): ReactElement => (
    <Select
      label={say(`field.${field}`)}
      options={options}
      value={String(mapping[field] ?? NONE)}
      onChange={(key) => onChange({ [field]: key === NONE ? null : Number(key) })}
    />
  );
  const known = mapping.shape === 'casewright';
  return (
    <>
      <div className="log-fields">
        {sheets.length > 1 && (
          <Select
            label={say('sheet')}
            options={sheets.map((sheet, index) => ({ key: String(index + 1), label: sheet || String(index + 1) }))}
            value={String(mapping.sheet ?? 1)}
            onChange={(key) => onHints({ sheet: Number(key) })}
          />
        )}
        {kind === 'text' && (
          <>
            <Select
              label={say('delimiter')}
              options={DELIMITERS.map((one) => ({ key: one as string, label: say(`delimiter.${DELIMITERS.indexOf(one) as 0}`) }))}
              value={mapping.delimiter}
              onChange={(key) => onHints({ delimiter: key })}
            />
            <Select
              label={say('encoding')}
              options={logEncoding.options.map((one) => ({ key: one, label: one }))}
              value={mapping.encoding}
              onChange={(key) => onHints({ encoding: key })}
            />
          </>
        )}
      </div>
      {known ? (
        <p>{say('own')}</p>
      ) : (
        <>
          {kind !== 'lines' && (
            <Checkbox isSelected={mapping.header} onChange={(header) => onChange({ header })}>
              {say('header')}
            </Checkbox>
          )}
          <fieldset className="log-columns">
            <legend className="label">{say('field.title')}</legend>
            {columns.slice(0, 40).map((_, index) => (
              <Checkbox
                key={index}
                isSelected={mapping.title.includes(index)}
                onChange={(on) =>
                  onChange({ title: on ? [...mapping.title, index].slice(0, 8) : mapping.title.filter((one) => one !== index) })
                }
              >
                {name(index)}
              </Checkbox>
            ))}
          </fieldset>
          <div className="log-fields">
            <Select
              label={say('field.time')}
              options={options}
              value={String(mapping.time[0] ?? NONE)}
              onChange={(key) => onChange({ time: key === NONE ? [] : [Number(key), ...mapping.time.slice(1)] })}
            />
            {single('location')}
            {single('person')}
            <Select
              label={say('field.description')}
              options={options}
              value={String(mapping.description[0] ?? NONE)}
              onChange={(key) => onChange({ description: key === NONE ? [] : [Number(key)] })}
            />
            <Select
              label={say('field.lane')}
              options={lanes.map((lane) => ({ key: lane, label: sayEvent(`lane.${lane}`) }))}
              value={'fixed' in mapping.lane ? mapping.lane.fixed : null}
              onChange={(fixed: Lane) => onChange({ lane: { fixed } })}
            />
          </div>
        </>
      )}
      <RawRows preview={preview} />
    </>
  );
}

function RawRows({ preview: { columns, rows, total } }: { readonly preview: Preview }): ReactElement {
  const say = useWords('log');
  return (
    <div className="log-table" tabIndex={0} role="region" aria-label={say('rows.raw')}>
      <table>
        <caption className="quiet small">{say('rows.total', { count: total })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('row')}</th>
            {columns.map((_, index) => (
              <th key={index} scope="col">
                {columnName(columns, index, say)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS).map(({ row, cells }) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {columns.map((_, index) => (
                <td key={index}>{(cells[index] ?? '').slice(0, 120)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
