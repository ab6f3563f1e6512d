import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { MissingScreen } from './MissingScreen.tsx';
import { type AppScreen, caseScreens, vaultScreens } from './screens.ts';
import { Shell } from './Shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: () => <MissingScreen /> });

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/cases' });
  },
});
const caseRoute = createRoute({ getParentRoute: () => root, path: 'case/$caseId' });

function vaultRouteOf<P extends string, S extends AppScreen['search']>({ path, page, search }: AppScreen<P, S>) {
  return createRoute({ getParentRoute: () => root, path, validateSearch: search, component: page });
}

function caseRouteOf<P extends string, S extends AppScreen['search']>({ path, page, search }: AppScreen<P, S>) {
  return createRoute({ getParentRoute: () => caseRoute, path, validateSearch: search, component: page });
}

// What is listed keeps its address and its search as types, so that a link to nowhere does not compile.
type VaultRoutes<T extends readonly AppScreen[]> = {
  -readonly [K in keyof T]: T[K] extends AppScreen<infer P, infer S> ? ReturnType<typeof vaultRouteOf<P, S>> : never;
};
type CaseRoutes<T extends readonly AppScreen[]> = {
  -readonly [K in keyof T]: T[K] extends AppScreen<infer P, infer S> ? ReturnType<typeof caseRouteOf<P, S>> : never;
};
const vaultRoutes = vaultScreens.map((screen: AppScreen) => vaultRouteOf(screen)) as unknown as VaultRoutes<typeof vaultScreens>;
const caseRoutes = caseScreens.map((screen: AppScreen) => caseRouteOf(screen)) as unknown as CaseRoutes<typeof caseScreens>;

const exhibit = createRoute({
  getParentRoute: () => caseRoute,
  path: 'evidence/$exhibitId',
  validateSearch: (search: Record<string, unknown>): { readonly place?: string; readonly show?: 'custody' } => ({
    ...(typeof search['place'] === 'string' ? { place: search['place'] } : {}),
    ...(search['show'] === 'custody' ? { show: 'custody' } : {}),
  }),
  component: lazyRouteComponent(() => import('../features/evidence/ExhibitPage.tsx'), 'ExhibitPage'),
});
const tree = root.addChildren([start, ...vaultRoutes, caseRoute.addChildren([...caseRoutes, exhibit])]);

/** Every screen and its address; addresses name nouns, so that a deep link opens an exhibit at a page or an event on the timeline. */
export function createAppRouter() {
  return createRouter({ routeTree: tree, history: createHashHistory(), defaultPreload: false });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
