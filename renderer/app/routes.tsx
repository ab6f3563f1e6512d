import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { MissingScreen } from './MissingScreen.tsx';
import { Shell } from './Shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: () => <MissingScreen /> });

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/cases' });
  },
});
const cases = createRoute({
  getParentRoute: () => root,
  path: 'cases',
  validateSearch: (search: Record<string, unknown>): { readonly create?: true } => (search['create'] === true ? { create: true } : {}),
  component: lazyRouteComponent(() => import('../features/vault/CasesPage.tsx'), 'CasesPage'),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: 'settings',
  component: lazyRouteComponent(() => import('../features/settings/SettingsPage.tsx'), 'SettingsPage'),
});

export const caseRoute = createRoute({ getParentRoute: () => root, path: 'case/$caseId' });
const overview = createRoute({
  getParentRoute: () => caseRoute,
  path: 'overview',
  component: lazyRouteComponent(() => import('../features/overview/OverviewPage.tsx'), 'OverviewPage'),
});
const people = createRoute({
  getParentRoute: () => caseRoute,
  path: 'people',
  validateSearch: (search: Record<string, unknown>): { readonly party?: string } =>
    typeof search['party'] === 'string' ? { party: search['party'] } : {},
  component: lazyRouteComponent(() => import('../features/people/PeoplePage.tsx'), 'PeoplePage'),
});
const evidence = createRoute({
  getParentRoute: () => caseRoute,
  path: 'evidence',
  component: lazyRouteComponent(() => import('../features/evidence/EvidencePage.tsx'), 'EvidencePage'),
});
const exhibit = createRoute({
  getParentRoute: () => caseRoute,
  path: 'evidence/$exhibitId',
  validateSearch: (search: Record<string, unknown>): { readonly place?: string; readonly show?: 'custody' } => ({
    ...(typeof search['place'] === 'string' ? { place: search['place'] } : {}),
    ...(search['show'] === 'custody' ? { show: 'custody' } : {}),
  }),
  component: lazyRouteComponent(() => import('../features/evidence/ExhibitPage.tsx'), 'ExhibitPage'),
});
const timeline = createRoute({
  getParentRoute: () => caseRoute,
  path: 'timeline',
  validateSearch: (search: Record<string, unknown>): { readonly event?: string } =>
    typeof search['event'] === 'string' ? { event: search['event'] } : {},
  component: lazyRouteComponent(() => import('../features/timeline/TimelinePage.tsx'), 'TimelinePage'),
});
const clocks = createRoute({
  getParentRoute: () => caseRoute,
  path: 'clocks',
  validateSearch: (search: Record<string, unknown>): { readonly clock?: string } =>
    typeof search['clock'] === 'string' ? { clock: search['clock'] } : {},
  component: lazyRouteComponent(() => import('../features/clocks/ClocksPage.tsx'), 'ClocksPage'),
});
const release = createRoute({
  getParentRoute: () => caseRoute,
  path: 'release',
  component: lazyRouteComponent(() => import('../features/release/ReleasePage.tsx'), 'ReleasePage'),
});
const ledger = createRoute({
  getParentRoute: () => caseRoute,
  path: 'ledger',
  component: lazyRouteComponent(() => import('../features/ledger/LedgerPage.tsx'), 'LedgerPage'),
});

const tree = root.addChildren([
  start,
  cases,
  settings,
  caseRoute.addChildren([overview, people, evidence, exhibit, timeline, clocks, release, ledger]),
]);

/** Every screen and its address; addresses name nouns, so that a deep link opens an exhibit at a page or an event on the timeline. */
export function createAppRouter() {
  return createRouter({ routeTree: tree, history: createHashHistory(), defaultPreload: false });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
