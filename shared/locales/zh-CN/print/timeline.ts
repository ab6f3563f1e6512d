import type { Catalogue } from '../../catalogue.ts';
import type { timeline as original } from '../../en/print/timeline.ts';
import { words } from '../words.ts';

export const timeline: Catalogue<typeof original> = {
  'timeline.title': words['word.timeline'],
  'timeline.none': '没有时间已知的事件。',
  'timeline.overview': '整个期间。下方编号的时段在后续页面放大。',
  'timeline.density': '事件过多，单页无法逐一绘出：柱高表示数量。下方编号的时段在后续页面放大。',
  'timeline.overview-only': '整个期间。',
  'timeline.stretch': '时段 {{number}}（共 {{count}} 段）：{{from}} 至 {{to}}',
  'timeline.zone': '{{zone}} 时间。编号与时序表一致。',
  'timeline.untimed': '两端时间均不详，故未绘出：{{list}}。',
  'timeline.legend-point': words['label.known-to-second'],
  'timeline.legend-established': words['standing.established'],
  'timeline.legend-asserted': words['standing.asserted'],
  'timeline.legend-bounds': '发生于其间某时',
  'timeline.legend-open': '界限不明',
  'timeline.legend-gap': words['event-kind.memory-gap'],
  'timeline.legend-differs': words['label.accounts-differ'],
};
