import { words } from '../words.ts';

export const people = {
  title: words['word.people'],
  add: words['label.add-person'],
  edit: 'Edit',
  remove: 'Remove',
  empty: 'Nobody is named yet',
  'empty.text':
    'Parties are the people and organisations of the case, each with a role. The same fields and rules hold for complainant and respondent.',
  filter: 'Filter people',
  none: 'Nobody matches “{{text}}”.',
  name: 'Name',
  kind: words['label.kind'],
  role: words['label.role'],
  position: words['label.position'],
  'position.hint': 'Such as regional sales manager',
  note: words['label.note'],
  'note.hint': 'For the investigation only; it is not printed in the case file.',
  'form.add': words['label.add-person'],
  'form.edit': 'Edit {{name}}',
  added: '{{name}} was added.',
  saved: '{{name}} was saved.',
  removed: '{{name}} was removed.',
  restored: '{{name}} is back.',
  events: 'Events with this person',
  'events.more': 'and {{count}} more',
  'events.none': 'No event names this person yet.',
} as const;
