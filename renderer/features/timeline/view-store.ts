import { createStore, type StoreApi } from 'zustand';
import type { Grouping } from '../../../shared/contract/timeline.ts';
import type { CaseId } from '../../../shared/model/identifier.ts';
import { listen } from '../../ask/bridge.ts';
import type { View } from './canvas/view.ts';

export type ViewStore = StoreApi<View>;

/** What one has made of the picture, beside the stretch it shows. */
export interface Picture {
  readonly grouping: Grouping;
  /** Keys of the bands folded into a strip, by grouping. */
  readonly collapsed: Readonly<Partial<Record<Grouping, readonly string[]>>>;
  readonly filter: string;
  readonly differing: boolean;
  /** A second stretch, kept below the first one at the same scale. */
  readonly pinned: ViewStore | null;
}

export type PictureStore = StoreApi<Picture>;

/** One store for a case and a window's life: whoever comes back to the timeline finds it where it was left. */
export function viewStoreFor(caseId: CaseId, first: View): ViewStore {
  const known = views.get(caseId);
  if (known) return known;
  const made = createStore<View>(() => first);
  views.set(caseId, made);
  return made;
}

export function pictureStoreFor(caseId: CaseId): PictureStore {
  const known = pictures.get(caseId);
  if (known) return known;
  const made = createStore<Picture>(() => ({ grouping: 'lane', collapsed: {}, filter: '', differing: false, pinned: null }));
  pictures.set(caseId, made);
  return made;
}

export function toggleBand(store: PictureStore, key: string): void {
  store.setState(({ grouping, collapsed }) => {
    const folded = collapsed[grouping] ?? [];
    const next = folded.includes(key) ? folded.filter((one) => one !== key) : [...folded, key];
    return { collapsed: { ...collapsed, [grouping]: next } };
  });
}

const views = new Map<CaseId, ViewStore>();
const pictures = new Map<CaseId, PictureStore>();

// The vault was locked: nothing of its cases may stay, not even where they lie in time.
listen((message) => {
  if (message.kind !== 'locked') return;
  views.clear();
  pictures.clear();
});
