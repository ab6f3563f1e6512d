import { words } from '../words.ts';

/** Allegations: what somebody is alleged to have done. Alleged until found. */
export const allegation = {
  register: words['label.allegations'],
  empty: 'No allegation is recorded yet. Each alleged act by one respondent is one allegation, with a number of its own.',
  new: 'New allegation…',
  create: 'Add to the case',
  about: 'Allegations it is about',
  'about.add': 'Choose an allegation',
  'about.remove': 'This event is not about allegation {{number}}',
  title: 'What is alleged',
  'title.hint': 'One act, in neutral words.',
  respondent: words['role.respondent'],
  'respondent.none': 'Nobody named',
  by: 'alleged of {{name}}',
  category: 'Category',
  'category.hint': 'The kind of conduct, in the words of the policy.',
  location: words['label.where'],
  when: words['label.when'],
  'when.hint': 'As exactly as it is known; empty when it is not.',
  edit: 'Edit allegation {{number}}',
  'edit.short': 'Edit',
  remove: 'Remove allegation {{number}}',
  'remove.short': 'Remove',
  removed: 'Allegation {{number}} was removed: “{{title}}”. Its number is not used again.',
} as const;
