import type { ReactElement } from 'react';
import type { ClockReading } from '../../../shared/model/clock.ts';
import { describeOffset, formatDuration, formatInstant, offsetOfReading, sayNote } from '../../../shared/time/index.ts';
import { Facts } from '../../ui/Facts.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';

const MINUTE = 60_000;

/** What the two texts of a reading were read as, and how far off the clock was by them. */
export function ReadingUnderstood({ reading, zone }: { readonly reading: ClockReading; readonly zone: string }): ReactElement {
  const say = useWords('clock');
  const language = useLanguage();
  const format = { language, zone } as const;
  const range = offsetOfReading({ ...reading, shown: reading.shownAt, reference: reading.referenceAt });
  const zones = betweenZones(reading);
  return (
    <section className="clock-understood" aria-live="polite">
      <h3>{say('read.understood')}</h3>
      <Facts
        facts={[
          { name: say('read.shown'), value: formatInstant(reading.shownAt, format) },
          { name: reading.referenceName, value: formatInstant(reading.referenceAt, format) },
          { name: say('read.offset'), value: <strong>{sayNote(describeOffset(range), language)}</strong> },
        ]}
      />
      {zones !== null && <p className="clock-warning small">{say('read.off', { amount: formatDuration(zones, { language }) })}</p>}
    </section>
  );
}

/** A wrong clock and another zone are two reasons to correct: an offset of quarter hours, and hardly more, asks which one it is. */
function betweenZones({ shownAt, referenceAt, uncertainty, resolution }: ClockReading): number | null {
  const offset = Math.abs(shownAt - referenceAt);
  const quarters = Math.round(offset / (15 * MINUTE)) * 15 * MINUTE;
  const near = Math.abs(offset - quarters) <= Math.max(2 * MINUTE, uncertainty + resolution);
  return quarters >= 30 * MINUTE && quarters <= 26 * 60 * MINUTE && near ? quarters : null;
}
