/** Putting logs into the timeline: the wizard, its results, and why a row could not become an event. */
export const log = {
  'problem.quote': 'A quotation mark opens here and is never closed; the line was taken by itself.',
  'problem.encoding': 'Some of its bytes are no text in the encoding of the log.',
  'problem.json': 'It is not an object in JSON.',
  'problem.title': 'The columns of the title are empty.',
  'problem.time': 'It has no time.',
  'problem.zone': 'Its time says no zone, and none was chosen.',
  'problem.zone-unknown': '“{{zone}}” is no zone Casewright knows.',
  'problem.altered': 'Its bounds, its EDTF and its fields do not say the same: it was changed since Casewright wrote it.',
} as const;
