import type { ReactElement } from 'react';
import type { ClockStatus } from '../../../shared/contract/clock.ts';
import { Tag, type Tone } from '../../ui/Tag.tsx';
import { useWords } from '../../ui/words.ts';

type Flag = 'unknown' | 'limited' | 'readings' | 'rate' | 'anchor' | 'zone';

const tones: Readonly<Record<Flag, Tone>> = {
  unknown: 'differ',
  limited: 'plain',
  readings: 'differ',
  rate: 'breach',
  anchor: 'differ',
  zone: 'plain',
};

/** What has to be seen to before this clock's times can be relied on. */
export function ClockFlags({ status }: { readonly status: ClockStatus }): ReactElement | null {
  const say = useWords('clock');
  const flags = flagsOf(status);
  if (flags.length === 0) return null;
  return (
    <>
      {flags.map((flag) => (
        <Tag key={flag} tone={tones[flag]}>
          {say(`flag.${flag}`)}
        </Tag>
      ))}
    </>
  );
}

function flagsOf({ clock, knowledge, disagreement, anchors }: ClockStatus): readonly Flag[] {
  return [
    ...(disagreement === null && (knowledge === 'unknown' || knowledge === 'limited') ? [knowledge] : []),
    ...(disagreement === null ? [] : [disagreement]),
    ...(anchors.some(({ problem }) => problem !== null) ? ['anchor' as const] : []),
    ...(clock.zone === null ? ['zone' as const] : []),
  ];
}
