import { createStore, type StoreApi } from 'zustand';
import type { CaseId } from '../../../shared/model/identifier.ts';
import { listen } from '../../app/bridge.ts';
import type { View } from './canvas/view.ts';

export type ViewStore = StoreApi<View>;

/** One store for a case and a window's life: whoever comes back to the timeline finds it where it was left. */
export function viewStoreFor(caseId: CaseId, first: View): ViewStore {
  const known = stores.get(caseId);
  if (known) return known;
  const made = createStore<View>(() => first);
  stores.set(caseId, made);
  return made;
}

const stores = new Map<CaseId, ViewStore>();

// The vault was locked: nothing of its cases may stay, not even where they lie in time.
listen((message) => message.kind === 'locked' && stores.clear());
