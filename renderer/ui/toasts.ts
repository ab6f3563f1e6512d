import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  readonly message: string;
  readonly failed: boolean;
  /** Takes back what the toast tells of. */
  readonly undo: (() => void) | null;
}

interface Toasts {
  readonly toasts: readonly Toast[];
  tell(message: string, options?: { readonly undo?: () => void; readonly failed?: boolean }): void;
  dismiss(id: number): void;
  clear(): void;
}

let last = 0;

/** What was just done, told for a while at the foot of the window, with its undo where there is one. */
export const useToasts = create<Toasts>((set) => ({
  toasts: [],
  tell: (message, options = {}) => {
    const toast: Toast = { id: ++last, message, failed: options.failed ?? false, undo: options.undo ?? null };
    // What can still be taken back stays in reach; anything else gives way to the newest.
    set((state) => ({ toasts: [...state.toasts.filter((one) => one.undo).slice(-2), toast] }));
  },
  dismiss: (id) => set((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) })),
  clear: () => set({ toasts: [] }),
}));
