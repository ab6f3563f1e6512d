import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../../ui/words.ts';
import './legend.css';

/** How to read the picture: every sign it uses. Where events are only counted, none of them shares a mark with others. */
export function Legend({ counted }: { readonly counted: boolean }): ReactElement {
  const say = useWords('timeline');
  return (
    <ul className="legend" aria-label={say('legend')}>
      <Sign name={say('legend.point')} square>
        <circle cx="13" cy="7" r="5" fill="currentColor" />
      </Sign>
      <Sign name={say('legend.bar')}>
        <defs>
          <linearGradient id="legend-soft">
            <stop offset="0" stopColor="currentColor" stopOpacity="0" />
            <stop offset="0.3" stopColor="currentColor" stopOpacity="0.6" />
            <stop offset="0.7" stopColor="currentColor" stopOpacity="0.6" />
            <stop offset="1" stopColor="currentColor" stopOpacity="0" />
          </linearGradient>
        </defs>
        <rect y="1.5" width="26" height="11" fill="url(#legend-soft)" />
      </Sign>
      <Sign name={say('legend.asserted')} square>
        <circle cx="13" cy="7" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
      </Sign>
      <Sign name={say('legend.approximate')}>
        <path d="M1 13 13 1M9 13 21 1M17 13 25 5M1 5 5 1" stroke="currentColor" strokeWidth="1.3" />
      </Sign>
      <Sign name={say('legend.differs')} look="differs" square>
        <path d="M8 4h10l-5 7z" fill="currentColor" />
      </Sign>
      {counted ? (
        <Sign name={say('legend.counted')}>
          <path d="M2 13V8h3v5zM6 13V3h3v10zM10 13V1h3v12zM14 13V5h3v8zM18 13V9h3v4z" fill="currentColor" fillOpacity="0.75" />
        </Sign>
      ) : (
        <Sign name={say('legend.crowd')}>
          <rect
            x="1"
            y="1"
            width="24"
            height="12"
            rx="3"
            fill="currentColor"
            fillOpacity="0.16"
            stroke="currentColor"
            strokeOpacity="0.5"
          />
          <path d="M6 3v8M10 3v8M12.5 3v8M19 3v8" stroke="currentColor" strokeWidth="1.5" />
        </Sign>
      )}
      <Sign name={say('legend.silence')} look="silence">
        <path d="M6 1.500H1v11h5M20 1.500h5v11h-5" fill="none" stroke="currentColor" strokeWidth="1.3" />
        <path d="M3 12 13 2M8 12 18 2M13 12 23 2" stroke="currentColor" strokeOpacity="0.5" />
      </Sign>
      <Sign name={say('legend.memoryGap')}>
        <path d="M3 3h20M3 7h20M3 11h20" stroke="currentColor" strokeWidth="2" strokeDasharray="2 3" />
      </Sign>
      <Sign name={say('legend.unaccounted')}>
        <rect x="0.600" y="0.600" width="24.800" height="12.800" fill="none" stroke="currentColor" strokeDasharray="3 2" />
        <path d="M2 12 12 2M9 12 19 2M16 12 25 3M2 2l10 10M9 2l10 10M16 2l9 9" stroke="currentColor" strokeOpacity="0.5" />
      </Sign>
      <Sign name={say('legend.unplaced')} square>
        <circle cx="13" cy="7" r="6" fill="none" stroke="currentColor" strokeDasharray="2.500 2" strokeWidth="1.2" />
        <text x="13" y="10.500" textAnchor="middle" fontSize="10" fontWeight="600" fill="currentColor">
          ?
        </text>
      </Sign>
    </ul>
  );
}

interface SignProps {
  readonly name: string;
  readonly look?: string;
  /** As wide as it is high. */
  readonly square?: boolean;
  readonly children: ReactNode;
}

function Sign({ name, look, square = false, children }: SignProps): ReactElement {
  return (
    <li {...(look ? { className: look } : {})}>
      <svg width={square ? 14 : 26} height="14" viewBox={square ? '6 0 14 14' : '0 0 26 14'} aria-hidden="true">
        {children}
      </svg>
      {name}
    </li>
  );
}
