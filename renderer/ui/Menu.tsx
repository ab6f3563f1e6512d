import type { ReactElement, ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import './menu.css';

export interface MenuEntry {
  readonly key: string;
  readonly label: string;
  readonly onAction: () => void;
  readonly isDisabled?: boolean;
}

/** A button and the menu it opens. `children` is the button. */
export function Menu({
  children,
  label,
  entries,
}: {
  readonly children: ReactNode;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}): ReactElement {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover list" placement="bottom end">
        <AriaMenu className="options" aria-label={label}>
          {entries.map((entry) => (
            <MenuItem key={entry.key} id={entry.key} className="option" onAction={entry.onAction} isDisabled={entry.isDisabled ?? false}>
              {entry.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
