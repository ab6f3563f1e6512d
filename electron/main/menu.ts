import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Language } from '../../shared/model/language.ts';
import { screen } from '../../shared/locales/screen.ts';

interface MenuOptions {
  readonly language: Language;
  readonly isOpen: boolean;
  readonly onLock: () => void;
}

/** The system's menu: what every program of the computer has, and the lock. Everything else is in the window and its palette. */
export function showMenu({ language, isOpen, onLock }: MenuOptions): void {
  const say = screen[language].desk;
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: say['menu.vault'],
      submenu: [
        { label: say['menu.lock'], accelerator: 'CmdOrCtrl+L', enabled: isOpen, click: onLock },
        { type: 'separator' },
        { role: 'quit', label: say['menu.quit'] },
      ],
    },
    {
      label: say['menu.edit'],
      submenu: [
        { role: 'undo', label: say['menu.undo'] },
        { role: 'redo', label: say['menu.redo'] },
        { type: 'separator' },
        { role: 'cut', label: say['menu.cut'] },
        { role: 'copy', label: say['menu.copy'] },
        { role: 'paste', label: say['menu.paste'] },
        { role: 'selectAll', label: say['menu.selectAll'] },
      ],
    },
    {
      label: say['menu.view'],
      submenu: [
        { role: 'resetZoom', label: say['menu.actualSize'] },
        { role: 'zoomIn', label: say['menu.larger'] },
        { role: 'zoomOut', label: say['menu.smaller'] },
        { type: 'separator' },
        { role: 'togglefullscreen', label: say['menu.fullScreen'] },
      ],
    },
    {
      label: say['menu.window'],
      submenu: [
        { role: 'minimize', label: say['menu.minimize'] },
        { role: 'close', label: say['menu.close'] },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
