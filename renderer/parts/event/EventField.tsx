import { type ReactElement, useState } from 'react';
import { ComboBox, Input, ListBox, Popover } from 'react-aria-components';
import type { Case } from '../../../shared/model/case.ts';
import type { CaseEvent } from '../../../shared/model/event.ts';
import { formatMoment } from '../../../shared/time/index.ts';
import { useQuery } from '../../ask/queries.ts';
import { OptionItem } from '../../ui/Field.tsx';
import { FieldLabel, FieldNotes } from '../../ui/TextField.tsx';
import { useLanguage } from '../../ui/words.ts';

interface EventFieldProps {
  readonly matter: Case;
  readonly label: string;
  readonly value: CaseEvent | null;
  readonly onChange: (event: CaseEvent | null) => void;
  /** An event that may not be chosen, such as the one that asks. */
  readonly without?: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** As many as a list under a field can show; whoever looks for another types more. */
const MOST_OFFERED = 50;

/** One event of the case, found by its title: the core looks for it, because a case may have a million. */
export function EventField({ matter, label, value, onChange, without, hint, error }: EventFieldProps): ReactElement {
  const language = useLanguage();
  const [text, setText] = useState(value?.title ?? '');
  const filter = value?.title === text ? '' : text.slice(0, 200);
  const found = useQuery('event.page', { caseId: matter.id, filter, from: 0, count: MOST_OFFERED }).data?.events ?? [];
  const offered = found.filter((event) => event.id !== without);
  return (
    <ComboBox
      className="field"
      items={offered.map((event) => ({
        id: event.id as string,
        key: event.id as string,
        label: event.title,
        detail: formatMoment(event.happened, { language, zone: matter.zone, zoneShown: false }),
      }))}
      inputValue={text}
      onInputChange={setText}
      value={value?.id ?? null}
      onChange={(key) => {
        const chosen = key === null ? null : (offered.find((event) => event.id === key) ?? value);
        setText(chosen?.title ?? '');
        onChange(chosen);
      }}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <FieldLabel label={label} />
      <Input className="input" spellCheck={false} />
      <FieldNotes hint={hint} error={error} />
      <Popover className="popover list">
        <ListBox className="options">
          {(option: { id: string; key: string; label: string; detail: string }) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
