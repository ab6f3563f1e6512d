import type { ReactElement } from 'react';
import { useWords } from '../../ui/words.ts';

/** How to read the picture, in one line under it. */
export function Legend(): ReactElement {
  const say = useWords('timeline');
  return (
    <ul className="legend" aria-label={say('legend')}>
      <li>
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <circle cx="7" cy="7" r="5" fill="currentColor" />
        </svg>
        {say('legend.point')}
      </li>
      <li>
        <svg width="26" height="14" viewBox="0 0 26 14" aria-hidden="true">
          <defs>
            <linearGradient id="legend-soft">
              <stop offset="0" stopColor="currentColor" stopOpacity="0" />
              <stop offset="0.3" stopColor="currentColor" stopOpacity="0.6" />
              <stop offset="0.7" stopColor="currentColor" stopOpacity="0.6" />
              <stop offset="1" stopColor="currentColor" stopOpacity="0" />
            </linearGradient>
          </defs>
          <rect y="1.5" width="26" height="11" fill="url(#legend-soft)" />
        </svg>
        {say('legend.bar')}
      </li>
      <li>
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
        </svg>
        {say('legend.asserted')}
      </li>
      <li>
        <svg width="26" height="14" viewBox="0 0 26 14" aria-hidden="true">
          <path d="M1 13 13 1M9 13 21 1M17 13 25 5M1 5 5 1" stroke="currentColor" strokeWidth="1.3" />
        </svg>
        {say('legend.approximate')}
      </li>
      <li className="differs">
        <svg width="12" height="14" viewBox="0 0 12 14" aria-hidden="true">
          <path d="M1 4h10l-5 7z" fill="currentColor" />
        </svg>
        {say('legend.differs')}
      </li>
    </ul>
  );
}
