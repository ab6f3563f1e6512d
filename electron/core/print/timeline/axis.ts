import type { Language } from '../../../../shared/model/language.ts';
import { type AxisUnit, type Tick, timeAxis, type TimeAxis } from '../../../../shared/time/index.ts';
import { positionOf, type Scale } from './layout.ts';

/** Points between two ticks: what is written below one is centred on it. */
const room: Readonly<Record<AxisUnit, number>> = { second: 46, minute: 46, hour: 46, day: 46, month: 46, year: 46 };
/** Points that the name of a larger unit needs. */
const spanRoom = 84;

/** The marks of local time below a chart, and the larger units above it: where each begins, or the left edge. */
export function axisOf(scale: Scale, zone: string, language: Language): TimeAxis {
  const { ticks, spans } = timeAxis(scale, room, zone, language);
  return {
    ticks,
    spans: spread(
      spans.map(({ at, label }) => ({ at: Math.max(at, Math.ceil(scale.from)), label })),
      scale,
    ),
  };
}

/** Leaves out a larger unit whose name would run into the next one's. */
function spread(spans: readonly Tick[], scale: Scale): readonly Tick[] {
  const kept: Tick[] = [];
  for (const span of [...spans].reverse()) {
    const after = kept[0];
    if (!after || positionOf(after.at, scale) - positionOf(span.at, scale) >= spanRoom) kept.unshift(span);
  }
  return kept;
}
