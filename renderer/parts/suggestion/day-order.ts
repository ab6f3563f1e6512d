import { create } from 'zustand';
import type { DayOrder } from '../../../shared/time/index.ts';

/** How 5/4/2031 is read, as the person said in this window; null asks for each of them. */
export const useDayOrderStore = create<{ readonly dayOrder: DayOrder | null }>(() => ({ dayOrder: null }));

export function useDayOrder(): DayOrder | null {
  return useDayOrderStore((state) => state.dayOrder);
}
