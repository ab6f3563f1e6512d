import type { ReactElement } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import '../../ui/menu.css';
import { useWords } from '../../ui/words.ts';
import { type ColumnKey, columnKeys, columnName } from './columns.tsx';

/** Which columns the chronology has. The menu stays open, so that several can be chosen at once. */
export function ColumnChooser({
  chosen,
  onChange,
}: {
  readonly chosen: readonly ColumnKey[];
  readonly onChange: (chosen: readonly ColumnKey[]) => void;
}): ReactElement {
  const say = useWords('timeline');
  const sayEvent = useWords('event');
  return (
    <MenuTrigger>
      <IconButton icon="columns" label={say('columns')} />
      <Popover className="popover list" placement="top end">
        <Menu
          className="options"
          aria-label={say('columns')}
          selectionMode="multiple"
          selectedKeys={chosen}
          disabledKeys={['title']}
          onSelectionChange={(keys) => onChange(columnKeys.filter((key) => keys === 'all' || keys.has(key)))}
        >
          {columnKeys.map((key) => (
            <MenuItem key={key} id={key} className="option checked" textValue={columnName(key, say, sayEvent)}>
              <span>{columnName(key, say, sayEvent)}</span>
              <Icon name="check" size={12} />
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
