import type { ReactElement } from 'react';
import type { Instant } from '../../shared/model/identifier.ts';
import { formatInstant, type InstantDetail, localZone } from '../../shared/time/index.ts';
import { useLanguage } from './words.ts';

interface DateTextProps {
  readonly at: Instant;
  /** The zone it is shown in; without one, the computer's. */
  readonly zone?: string;
  readonly style?: InstantDetail;
}

/** An instant as the reader's language writes it; the zone stands in its tooltip, the exact instant in the markup. */
export function DateText({ at, zone, style = 'minute' }: DateTextProps): ReactElement {
  const language = useLanguage();
  const shown = zone ?? localZone();
  return (
    <time dateTime={new Date(at).toISOString()} title={`${formatInstant(at, { language, zone: shown, zoneShown: false })} ${shown}`}>
      {formatInstant(at, { language, zone: shown, finest: style, zoneShown: false })}
    </time>
  );
}
