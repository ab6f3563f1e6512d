import { scaleLinear } from 'd3-scale';
import { type ReactElement, useId, useMemo } from 'react';
import { describeOffset, formatDuration, formatInstant, type KnownClock, sayNote } from '../../../shared/time/index.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import { type CurvePoint, offsetCurve } from './offset-curve.ts';

interface OffsetPlotProps {
  readonly known: KnownClock;
  /** The time of the events it matters for. */
  readonly extent: { readonly from: number; readonly to: number } | null;
  readonly wording: string;
}

const WIDTH = 320;
const HEIGHT = 132;
const LEFT = 74;
const FOOT = 20;
const TOP = 8;

/** How far off a clock was over time: hatched what it may have been, a mark for each reading with what that allows. */
export function OffsetPlot({ known, extent, wording }: OffsetPlotProps): ReactElement {
  const say = useWords('clock');
  const language = useLanguage();
  const hatching = useId();
  const curve = useMemo(() => offsetCurve(known, extent), [known, extent]);
  if (!curve) return <p className="quiet small offset-plot-none">{say('plot.none')}</p>;
  const x = scaleLinear([curve.from, curve.to], [LEFT, WIDTH - 4]);
  const room = Math.max(1000, (curve.most - curve.least) * 0.08);
  const y = scaleLinear([curve.least - room, curve.most + room], [HEIGHT - FOOT, TOP]);
  const ticks = y.ticks(3);
  const day = (at: number): string => formatInstant(at, { language, zone: known.zone, finest: 'day', zoneShown: false });
  return (
    <svg className="offset-plot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say('plot.describe', { text: wording })}>
      <defs>
        <pattern id={hatching} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className="offset-hatch" x1="0" y1="0" x2="0" y2="5" />
        </pattern>
      </defs>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className={tick === 0 ? 'offset-zero' : 'offset-grid'} x1={LEFT} x2={WIDTH - 4} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 6} y={y(tick) + 3.5} textAnchor="end">
            {tick === 0 ? '0' : say(tick > 0 ? 'plot.fast' : 'plot.slow', { amount: formatDuration(Math.abs(tick), { language }) })}
          </text>
        </g>
      ))}
      {curve.bands.map((band) => (
        <g key={band[0]?.at}>
          <path className="offset-band" d={bandPath(band, x, y)} />
          <path d={bandPath(band, x, y)} fill={`url(#${hatching})`} />
          <path className="offset-line" d={linePath(band, x, y)} />
        </g>
      ))}
      {curve.readings.map((reading) => (
        <g key={`${reading.at} ${reading.least}`} className="offset-reading">
          <title>
            {say('plot.reading', {
              date: formatInstant(reading.at, { language, zone: known.zone, zoneShown: false }),
              offset: sayNote(describeOffset(reading), language),
            })}
          </title>
          <line x1={x(reading.at)} x2={x(reading.at)} y1={y(reading.least)} y2={y(reading.most)} />
          <circle cx={x(reading.at)} cy={y((reading.least + reading.most) / 2)} r="3" />
        </g>
      ))}
      <text x={LEFT} y={HEIGHT - 4}>
        {day(curve.from)}
      </text>
      <text x={WIDTH - 4} y={HEIGHT - 4} textAnchor="end">
        {day(curve.to)}
      </text>
    </svg>
  );
}

type Scale = (value: number) => number;

function bandPath(band: readonly CurvePoint[], x: Scale, y: Scale): string {
  const upper = band.map(({ at, most }) => `${x(at)},${y(most)}`);
  const lower = band.map(({ at, least }) => `${x(at)},${y(least)}`).toReversed();
  return `M${[...upper, ...lower].join('L')}Z`;
}

function linePath(band: readonly CurvePoint[], x: Scale, y: Scale): string {
  return `M${band.map(({ at, least, most }) => `${x(at)},${y((least + most) / 2)}`).join('L')}`;
}
