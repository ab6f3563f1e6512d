import type { ReactElement } from 'react';

const drawings = {
  search: 'M7 12.5A5.5 5.5 0 1 0 7 1.5a5.5 5.5 0 0 0 0 11ZM11 11l3.5 3.5',
  lock: 'M3.5 7.5h9v6.5h-9zM5 7.5V5a3 3 0 0 1 6 0v2.5',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  check: 'M3 8.5l3.5 3.5L13 4.5',
  warning: 'M8 2 1.5 13.5h13zM8 6.5v3.5M8 11.8v.2',
  down: 'M4 6l4 4 4-4',
  up: 'M4 10l4-4 4 4',
  right: 'M6 4l4 4-4 4',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  plus: 'M8 3v10M3 8h10',
  folder: 'M1.5 4h4.5l1.5 2h7v7.5h-13z',
  book: 'M8 3.5C6.5 2.5 4 2.3 2 2.7v10c2-.4 4.500-.2 6 .8 1.500-1 4-1.200 6-.8v-10c-2-.4-4.500-.2-6 .8ZM8 3.500v10',
  person: 'M8 7.500a2.750 2.750 0 1 0 0-5.500 2.750 2.750 0 0 0 0 5.500ZM2.500 14c.4-3 2.500-4.500 5.500-4.500s5.100 1.500 5.500 4.500',
  copy: 'M5.500 5.500h8v8h-8zM10.500 5.500v-3h-8v8h3',
  print: 'M4.500 6V2h7v4M4.500 11.500h-2v-5.500h11v5.500h-2M4.500 9.500h7v4.500h-7z',
  minus: 'M3 8h10',
  fit: 'M2 5.5v-3h3M11 2.5h3v3M14 10.5v3h-3M5 13.5H2v-3M5.5 8h5',
  left: 'M10 4L6 8l4 4',
  play: 'M5 3l8 5-8 5z',
  pause: 'M5 3v10M11 3v10',
  region: 'M2 5V2h3M11 2h3v3M14 11v3h-3M5 14H2v-3M5.5 5.5h5v5h-5z',
  undo: 'M5.5 2.5L2.500 5.500l3 3M2.500 5.500h6.500a4 4 0 0 1 0 8h-3.500',
  redo: 'M10.5 2.5l3 3-3 3M13.500 5.500h-6.500a4 4 0 0 0 0 8h3.500',
  columns: 'M2 3h12v10h-12zM6 3v10M10 3v10',
  pin: 'M5 2h6M6 2v4.5L4 9.500h8L10 6.500V2M8 9.500V14',
  quote: 'M3 10.5h3v-4H3v4c0 1.5.5 2.5 2 3M10 10.5h3v-4h-3v4c0 1.5.5 2.5 2 3',
} as const;

export type IconName = keyof typeof drawings;

/** Drawn in the ink of its surroundings; always beside a word or under an accessible name, never instead of one. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }): ReactElement {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={drawings[name]} strokeWidth={name === 'more' ? 2 : 1.4} />
    </svg>
  );
}
