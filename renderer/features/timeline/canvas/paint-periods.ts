import { type Brushes, hatchCertain } from './brushes.ts';
import type { Band } from './bands.ts';
import { withAlpha } from './theme.ts';
import type { Period } from './thing.ts';

const HEIGHT = 18;
const HOOK = 5;

/**
 * A stretch that was worked out: the most it can have been as a faint ground, what is certain of it hatched. Silence stands between
 * hooks, as what it is: the measured distance from a notice to an act.
 */
export function paintPeriod(brushes: Brushes, period: Period, from: number, to: number, y: number): void {
  const { context, scene, theme } = brushes;
  const colour = period.kind === 'silence' ? theme.breach : theme.inkFaint;
  const left = Math.max(from, scene.plot.left - 20);
  const right = Math.min(to, scene.width + 20);
  if (right <= left) return;
  const top = y - HEIGHT / 2;
  context.fillStyle = withAlpha(colour, 0.1);
  context.fillRect(left, top, right - left, HEIGHT);
  hatchCertain(brushes, period.kind, period.certain, colour, left, right, y, HEIGHT);
  context.strokeStyle = withAlpha(colour, 0.75);
  context.lineWidth = 1.2;
  context.setLineDash(period.kind === 'silence' ? [] : [3, 3]);
  context.beginPath();
  if (period.kind === 'silence') {
    context.moveTo(left + HOOK, top);
    context.lineTo(left + 0.6, top);
    context.lineTo(left + 0.6, top + HEIGHT);
    context.lineTo(left + HOOK, top + HEIGHT);
    context.moveTo(right - HOOK, top);
    context.lineTo(right - 0.6, top);
    context.lineTo(right - 0.6, top + HEIGHT);
    context.lineTo(right - HOOK, top + HEIGHT);
  } else context.rect(left + 0.6, top + 0.6, right - left - 1.2, HEIGHT - 1.2);
  context.stroke();
  context.setLineDash([]);
}

/** Where there is no row for it, a period lies behind its band: the certain part hatched, the rest of what is possible tinted. */
export function paintBehind(brushes: Brushes, period: Period, from: number, to: number, band: Band): void {
  const { context, scene, theme } = brushes;
  const colour = period.kind === 'silence' ? theme.breach : theme.inkFaint;
  const left = Math.max(from, scene.plot.left - 20);
  const right = Math.min(to, scene.width + 20);
  if (right <= left) return;
  const height = band.height - 4;
  const middle = band.top + band.height / 2;
  context.fillStyle = withAlpha(colour, 0.08);
  context.fillRect(left, middle - height / 2, right - left, height);
  context.globalAlpha = 0.4;
  hatchCertain(brushes, period.kind, period.certain, colour, left, right, middle, height);
  context.globalAlpha = 1;
}
