import { useMemo } from 'react';
import { type Grouping, OTHERS, UNGROUPED } from '../../../shared/contract/timeline.ts';
import { lanes } from '../../../shared/model/event.ts';
import { useWords } from '../../ui/words.ts';
import type { Group } from './canvas/bands.ts';
import { PERIODS, type Worked } from './use-periods.ts';

/** The bands with the names the screen gives them; a last one holds the periods that belong to none. */
export function useGroups(
  grouping: Grouping,
  answered: readonly { readonly key: string; readonly name: string; readonly unplaced: number }[],
  folded: readonly string[] | undefined,
  { periods }: Worked,
): readonly Group[] {
  const say = useWords('timeline');
  const sayEvent = useWords('event');
  return useMemo(() => {
    const nameOf = (key: string, name: string): string => {
      const lane = lanes.find((one) => one === key);
      if (grouping === 'lane' && lane) return sayEvent(`lane.${lane}`);
      if (key === OTHERS) return say('group.others');
      return key === UNGROUPED && grouping !== 'lane' ? say(`group.none.${grouping}`) : name;
    };
    const groups = answered.map(({ key, name, unplaced }) => ({
      key,
      name: nameOf(key, name),
      collapsed: folded?.includes(key) ?? false,
      unplaced,
    }));
    const apart = periods.some((period) => period.group === PERIODS);
    return apart
      ? [...groups, { key: PERIODS, name: say('group.periods'), collapsed: folded?.includes(PERIODS) ?? false, unplaced: 0 }]
      : groups;
  }, [grouping, answered, folded, periods, say, sayEvent]);
}
