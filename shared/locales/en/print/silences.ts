import { words } from '../words.ts';

/** Times without a recorded act. */
export const silences = {
  'silences.title': 'Time without a recorded act',
  'silences.note':
    'From a notice, something the organisation learned, to its next recorded act: listed where this took, or may have taken, 24 hours or longer. Notices are the events of the lane “Knowledge” and those recorded as learned by the organisation at a stated time; acts are the events of the lane “Response”. The lengths are worked out from the events as recorded, each between the earliest and the latest it can have been: “at least” and “at most” hold wherever within these bounds it lies.',
  'silences.note-doubtful':
    'An event whose time is marked doubtful neither begins nor ends such a time, and so never shortens one; it is named where it may lie in it. An act that nobody recorded is not known here. What is listed says what the record shows and what it does not; it does not say why, and judges nobody.',
  'silences.note-zone': 'Numbers are those of the chronology. Times of {{zone}}.',
  'silences.further': 'Further notice in this time',
  'silences.no-act': 'None is recorded up to the end of the record, {{time}}.',
  'silences.no-act-open': 'None is recorded up to the end of the record.',
  'silences.no-act-told': 'Whether one followed cannot be told from the recorded times.',
  'silences.length': 'How long',
  'silences.certain': 'For certain',
  'silences.no-certain': 'No part of it is certain.',
  'silences.possible': 'At its widest',
  'silences.stretch': words['place.span'],
  'silences.from': 'from {{from}}; no end is recorded',
  'silences.to': 'to {{to}}; its beginning is not known',
  'silences.unlimited': 'Not limited by the record.',
  'silences.number': 'No. {{number}}',
  'silences.page': 'Page',
  'silences.covered': 'a row of {{exhibit}}, which is covered',
  'silences.more': 'Further events that touch this time and are not listed here: {{count}}.',
  'silences.left': 'Later times without a recorded act that are not listed here: {{count}}.',
} as const;
