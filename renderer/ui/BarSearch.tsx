import type { ReactElement } from 'react';
import './bar-field.css';
import { SearchField } from './Field.tsx';
import { useSlashKey } from './use-slash-key.ts';

interface BarSearchProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The filter in the bar of a screen; it shows its key as long as it is empty. */
export function BarSearch({ label, value, onChange }: BarSearchProps): ReactElement {
  const box = useSlashKey();
  return (
    <div ref={box} className="bar-field bar-search">
      <SearchField label={label} value={value} onChange={onChange} />
      {value === '' && <kbd aria-hidden="true">/</kbd>}
    </div>
  );
}
