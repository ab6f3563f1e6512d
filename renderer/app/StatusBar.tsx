import { useIsMutating } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { formatInstant, localZone } from '../../shared/time/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { useLanguage, useWords } from '../ui/words.ts';
import { useQuery } from '../ask/queries.ts';
import { useCase } from '../ask/use-case.ts';

export function StatusBar(): ReactElement {
  const say = useWords('shell');
  const language = useLanguage();
  const summary = useCase();
  const info = useQuery('vault.info', {}).data;
  const saving = useIsMutating() > 0;
  const zone = summary?.case.zone ?? localZone();
  const custody = info?.heads.find((head) => head.chain === 'custody');
  return (
    <footer className="status" aria-label={say('status')}>
      <span>{say('status.zone', { zone })}</span>
      {info &&
        (info.checkedAt === null ? (
          <span>{say('status.unchecked')}</span>
        ) : (
          <span className="verified">
            <Icon name="check" size={12} />
            {say('status.checked', { time: formatInstant(info.checkedAt, { language, zone, finest: 'minute', zoneShown: false }) })}
          </span>
        ))}
      {custody && custody.size > 0 && (
        <span>{say('status.head', { hash: `${custody.lastHash.slice(0, 4)}…${custody.lastHash.slice(-4)}`, count: custody.size })}</span>
      )}
      <span className="saved">{say(saving ? 'status.saving' : 'status.saved')}</span>
    </footer>
  );
}
