/** What `timeline` says. */
export const timeline = {
  'group.timeline': 'What the timeline shows of a stretch of time',
  'timeline.query': 'What the picture asks of a stretch of time, with how long the answer took',
  'option.from': 'where the stretch begins, read in the case’s zone; without it, at the first event',
  'option.to': 'where it ends; a day, a month or a year includes all of it',
  'option.width': 'width of the picture in pixels, 1200 unless told',
  'option.group': 'bands by lane (default), person, place, source or allegation',
  'option.filter': 'only events whose title holds this',
  'problem.instant': '{{name}} needs a time with a known bound: {{text}}',
  'problem.stretch': 'The stretch ends before it begins.',
  'done.timeline-query': '{{from}} to {{to}}: {{milliseconds}} ms in the core, {{cold}} ms for the first answer.',
  'column.group': 'Band',
  'column.columns': 'Columns with events',
  'column.densest': 'Most in one column',
} as const;
