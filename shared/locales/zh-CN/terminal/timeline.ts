import type { Catalogue } from '../../catalogue.ts';
import type { timeline as original } from '../../en/terminal/timeline.ts';

export const timeline: Catalogue<typeof original> = {
  'group.timeline': '时间线在某一时段显示的内容',
  'timeline.query': '时间线图对某一时段所作的查询，并显示用时',
  'option.from': '时段的起点，按案件时区读取；不填则从第一个事件起',
  'option.to': '时段的终点；写到日、月或年的，包含其全部',
  'option.width': '图的宽度（像素），默认 1200',
  'option.group': '分组依据：lane（默认）、person、place、source 或 allegation',
  'option.filter': '只看标题含有这些文字的事件',
  'problem.instant': '{{name}} 需要一个界限已知的时间：{{text}}',
  'problem.stretch': '时段的终点早于起点。',
  'done.timeline-query': '{{from}} 至 {{to}}：核心用时 {{milliseconds}} 毫秒，首次回答用时 {{cold}} 毫秒。',
  'column.group': '分组',
  'column.columns': '有事件的列数',
  'column.densest': '单列最多',
};
