import type { Progress } from '../../shared/contract/index.ts';
import type { Language } from '../../shared/model/language.ts';
import { formatBytes, formatCount } from '../ui/sizes.ts';
import type { Say } from '../ui/words.ts';

/** From 0 to 1, by bytes where they are known and by items otherwise; null while neither is. */
export function fractionDone(progress: Progress | null): number | null {
  if (!progress) return null;
  if (progress.totalBytes) return Math.min(1, progress.bytes / progress.totalBytes);
  return progress.total ? Math.min(1, progress.done / progress.total) : null;
}

/** Seconds left at the mean rate so far; null before there is enough to judge by. */
export function secondsLeft(progress: Progress | null, elapsed: number): number | null {
  const fraction = fractionDone(progress);
  if (fraction === null || fraction < 0.02 || elapsed < 2) return null;
  return (elapsed * (1 - fraction)) / fraction;
}

/** How far, how fast, how long still: "31 of 50, 84 MB per second, about 2 minutes left". */
export function describeProgress(
  job: { readonly startedAt: number; readonly heardAt: number; readonly progress: Progress | null },
  say: Say<'job'>,
  language: Language,
): string {
  const { progress } = job;
  if (!progress) return '…';
  const elapsed = (job.heardAt - job.startedAt) / 1000;
  const parts = [
    progress.total === null
      ? say('done', { done: formatCount(progress.done, language) })
      : say('counted', { done: formatCount(progress.done, language), total: formatCount(progress.total, language) }),
  ];
  if (progress.bytes > 0 && elapsed > 1) parts.push(say('rate', { rate: formatBytes(progress.bytes / elapsed, language) }));
  const left = secondsLeft(progress, elapsed);
  if (left !== null) parts.push(say('remaining', { time: describeDuration(left, say) }));
  return parts.join(language === 'en' ? ', ' : '，');
}

function describeDuration(seconds: number, say: Say<'job'>): string {
  if (seconds < 55) return say('seconds', { count: Math.max(1, Math.ceil(seconds / 5) * 5) });
  if (seconds < 55 * 60) return say('minutes', { count: Math.round(seconds / 60) || 1 });
  return say('hours', { count: Math.round(seconds / 3600) || 1 });
}
