import type { ReactElement, ReactNode } from 'react';
import {
  Button,
  CheckboxButton,
  CheckboxField,
  ComboBox as AriaComboBox,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField as AriaSearchField,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';
import './field.css';
import { Icon } from './Icon.tsx';
import { type Described, FieldLabel, FieldNotes } from './TextField.tsx';
import './form.css';

export { TextField } from './TextField.tsx';

export interface Option<K extends string> {
  readonly key: K;
  readonly label: string;
  readonly detail?: string;
}

interface SelectProps<K extends string> extends Described {
  readonly options: readonly Option<K>[];
  readonly value: K | null;
  readonly onChange: (key: K) => void;
  readonly isDisabled?: boolean;
  /** Without a visible label, in a toolbar: the label is only read out. */
  readonly compact?: boolean;
}

export function Select<K extends string>({
  label,
  hint,
  error,
  options,
  value,
  onChange,
  isDisabled = false,
  compact = false,
}: SelectProps<K>): ReactElement {
  return (
    <AriaSelect
      className={compact ? 'field compact' : 'field'}
      value={value}
      onChange={(key) => key !== null && onChange(String(key) as K)}
      isInvalid={Boolean(error)}
      isDisabled={isDisabled}
      {...(compact ? { 'aria-label': label } : {})}
    >
      {!compact && <FieldLabel label={label} />}
      <Button className="input select">
        <SelectValue />
        <Icon name="down" size={14} />
      </Button>
      <FieldNotes hint={hint} error={error} />
      <Popover className="popover list">
        <Options options={options} />
      </Popover>
    </AriaSelect>
  );
}

interface SearchSelectProps<K extends string> extends Described {
  readonly options: readonly Option<K>[];
  readonly value: K | null;
  readonly onChange: (key: K | null) => void;
  readonly isRequired?: boolean;
}

/** A choice among many, found by typing. */
export function SearchSelect<K extends string>({
  label,
  hint,
  error,
  options,
  value,
  onChange,
  isRequired = false,
}: SearchSelectProps<K>): ReactElement {
  return (
    <AriaComboBox
      className="field"
      defaultItems={options}
      value={value}
      onChange={(key) => onChange(key === null ? null : (String(key) as K))}
      isInvalid={Boolean(error)}
      isRequired={isRequired}
      validationBehavior="aria"
      menuTrigger="focus"
    >
      <FieldLabel label={label} />
      <div className="input with-button">
        <Input spellCheck={false} />
        <Button className="button quiet icon-only">
          <Icon name="down" size={14} />
        </Button>
      </div>
      <FieldNotes hint={hint} error={error} />
      <Popover className="popover list">
        <ListBox className="options">{(option: Option<K>) => <OptionItem option={option} />}</ListBox>
      </Popover>
    </AriaComboBox>
  );
}

export function SearchField({
  label,
  value,
  onChange,
  placeholder,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly placeholder?: string;
}): ReactElement {
  return (
    <AriaSearchField className="field compact search" aria-label={label} value={value} onChange={onChange}>
      <Icon name="search" size={14} />
      <Input className="input" placeholder={placeholder ?? label} spellCheck={false} />
    </AriaSearchField>
  );
}

export function Checkbox({
  children,
  isSelected,
  onChange,
}: {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
}): ReactElement {
  return (
    <CheckboxField isSelected={isSelected} onChange={onChange}>
      <CheckboxButton className="checkbox">
        <span className="box">
          <Icon name="check" size={12} />
        </span>
        <span>{children}</span>
      </CheckboxButton>
    </CheckboxField>
  );
}

function Options<K extends string>({ options }: { readonly options: readonly Option<K>[] }): ReactElement {
  return (
    <ListBox className="options" items={options}>
      {(option: Option<K>) => <OptionItem option={option} />}
    </ListBox>
  );
}

export function OptionItem<K extends string>({ option }: { readonly option: Option<K> }): ReactElement {
  return (
    <ListBoxItem id={option.key} textValue={option.label} className="option">
      <span>{option.label}</span>
      {option.detail && <span className="option-detail">{option.detail}</span>}
    </ListBoxItem>
  );
}
