import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { CaseId } from '../../../shared/model/identifier.ts';
import { useQuery } from '../../ask/queries.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import '../../ui/field.css';
import '../../ui/form.css';
import { useWords } from '../../ui/words.ts';

interface TagsFieldProps {
  readonly caseId: CaseId;
  readonly label: string;
  readonly tags: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
  /** Only tags that are in use: for taking them off. */
  readonly onlyUsed?: boolean;
}

const LONGEST = 60;

/** Tags as chips, completed from those the case uses already; Enter or a comma adds what was typed. */
export function TagsField({ caseId, label, tags, onChange, onlyUsed = false }: TagsFieldProps): ReactElement {
  const say = useWords('event');
  const used = useQuery('event.tags', { caseId }).data ?? [];
  const [text, setText] = useState('');
  const offered = used.filter(({ tag }) => !tags.includes(tag) && tag.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()));

  function add(typed: string): void {
    const tag = typed.trim();
    setText('');
    if (tag === '' || tags.includes(tag) || (onlyUsed && used.every((one) => one.tag !== tag))) return;
    onChange([...tags, tag]);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // The list takes Enter while one of its tags is marked; typed words are added as they are.
    const marked = (event.target as HTMLElement).getAttribute('aria-activedescendant');
    if (text.trim() !== '' && (/^[,，、]$/.test(event.key) || (event.key === 'Enter' && !marked))) {
      event.preventDefault();
      event.stopPropagation();
      add(text);
    } else if (event.key === 'Backspace' && text === '' && tags.length > 0) onChange(tags.slice(0, -1));
  }

  return (
    <div className="form-group">
      <ComboBox
        className="field"
        items={offered.map(({ tag, events }) => ({ id: tag, events }))}
        inputValue={text}
        onInputChange={setText}
        value={null}
        onChange={(key) => key !== null && add(String(key))}
        allowsCustomValue
        allowsEmptyCollection={false}
        menuTrigger="input"
      >
        <Label className="label">{label}</Label>
        <div className="input with-button">
          <Input maxLength={LONGEST} spellCheck={false} placeholder={say('tags.placeholder')} onKeyDownCapture={onKeyDown} />
          <Button className="button quiet icon-only">
            <Icon name="down" size={14} />
          </Button>
        </div>
        <Popover className="popover list">
          <ListBox className="options">
            {({ id, events }: { readonly id: string; readonly events: number }) => (
              <ListBoxItem id={id} textValue={id} className="option">
                <span>{id}</span>
                <span className="option-detail">{say('tags.events', { count: events })}</span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      {tags.length > 0 && (
        <ul className="chips" aria-label={label}>
          {tags.map((tag) => (
            <li key={tag} className="chip">
              {tag}
              <IconButton icon="close" label={say('tags.remove', { tag })} onPress={() => onChange(tags.filter((one) => one !== tag))} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
