import { lazyRouteComponent } from '@tanstack/react-router';
import type { CaseSummary } from '../../shared/model/case.ts';

type SearchReader = (search: Record<string, unknown>) => object;

export interface AppScreen<P extends string = string, S extends SearchReader = SearchReader> {
  /** The last part of the screen's address, and the name of its sentence `nav.<path>`. */
  readonly path: P;
  readonly page: ReturnType<typeof lazyRouteComponent>;
  /** What of an address's search the screen understands. */
  readonly search: S;
  /** What stands behind its name in the navigation. */
  readonly count?: (summary: CaseSummary) => number;
}

function screen<const P extends string, S extends SearchReader>(one: AppScreen<P, S>): AppScreen<P, S> {
  return one;
}

const nothing = (): Record<never, never> => ({});

/** Whether the list of cases is to open with the form of a new one. */
const creating = (search: Record<string, unknown>): { readonly create?: true } => (search['create'] === true ? { create: true } : {});

/** One name out of an address's search, where it is text. */
function text<const N extends string>(name: N) {
  return (search: Record<string, unknown>): { readonly [K in N]?: string } =>
    (typeof search[name] === 'string' ? { [name]: search[name] } : {}) as { readonly [K in N]?: string };
}

/** The screens of a vault that belong to no case. */
export const vaultScreens = [
  screen({ path: 'cases', page: lazyRouteComponent(() => import('../features/vault/CasesPage.tsx'), 'CasesPage'), search: creating }),
  screen({
    path: 'settings',
    page: lazyRouteComponent(() => import('../features/settings/SettingsPage.tsx'), 'SettingsPage'),
    search: nothing,
  }),
] as const;

/** The screens of a case in the order of the work: their routes, the navigation and the palette are made of this list. */
export const caseScreens = [
  screen({
    path: 'overview',
    page: lazyRouteComponent(() => import('../features/overview/OverviewPage.tsx'), 'OverviewPage'),
    search: nothing,
  }),
  screen({
    path: 'people',
    page: lazyRouteComponent(() => import('../features/people/PeoplePage.tsx'), 'PeoplePage'),
    search: text('party'),
    count: (summary) => summary.parties,
  }),
  screen({
    path: 'evidence',
    page: lazyRouteComponent(() => import('../features/evidence/EvidencePage.tsx'), 'EvidencePage'),
    search: nothing,
    count: (summary) => summary.exhibits,
  }),
  screen({
    path: 'timeline',
    page: lazyRouteComponent(() => import('../features/timeline/TimelinePage.tsx'), 'TimelinePage'),
    search: text('event'),
    count: (summary) => summary.events,
  }),
  screen({
    path: 'clocks',
    page: lazyRouteComponent(() => import('../features/clocks/ClocksPage.tsx'), 'ClocksPage'),
    search: text('clock'),
  }),
  screen({
    path: 'release',
    page: lazyRouteComponent(() => import('../features/release/ReleasePage.tsx'), 'ReleasePage'),
    search: nothing,
    count: (summary) => summary.releases,
  }),
  screen({ path: 'ledger', page: lazyRouteComponent(() => import('../features/ledger/LedgerPage.tsx'), 'LedgerPage'), search: nothing }),
] as const;
