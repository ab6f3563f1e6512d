import { words } from '../words.ts';

/** The parties. */
export const parties = {
  'parties.title': words['label.parties'],
  'parties.role': words['label.role'],
  'parties.name': 'Name',
  'parties.position': words['label.position'],
  'parties.organisation': words['party-kind.organisation'],
  'parties.none': 'No parties are recorded.',
} as const;
