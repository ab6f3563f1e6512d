import { createStore } from 'zustand';

interface OpenQuestions {
  readonly open: boolean;
  /** The question that was asked for, by its key; null for all of them. */
  readonly key: string | null;
}

/** Whether the panel of open questions stands beside the timeline, and at which question: its own button opens it, and so does a period on the picture. */
export const openQuestions = createStore<OpenQuestions>(() => ({ open: false, key: null }));

export function askQuestion(key: string): void {
  openQuestions.setState({ open: true, key });
}
