import type { ReactElement } from 'react';
import type { CaseId } from '../../../shared/model/identifier.ts';
import { useQuery } from '../../ask/queries.ts';
import { formatInstant } from '../../../shared/time/index.ts';
import { formatBytes } from '../../ui/sizes.ts';
import { useLanguage, useWords } from '../../ui/words.ts';

export function LastRelease({ caseId, zone }: { readonly caseId: CaseId; readonly zone: string }): ReactElement {
  const say = useWords('overview');
  const language = useLanguage();
  const { data: releases } = useQuery('release.list', { caseId });
  const last = releases?.toSorted((left, right) => right.number - left.number)[0];
  return (
    <section className="panel">
      <h2>{say('release')}</h2>
      {last ? (
        <>
          <p>
            {say('release.line', {
              number: last.number,
              when: formatInstant(last.signedAt, { language, zone, finest: 'minute', zoneShown: false }),
              who: last.signedBy,
            })}
          </p>
          <p className="quiet small">
            {last.fileName} · {say('release.pages', { count: last.pages })} · {formatBytes(last.bytes, language)}
          </p>
          <p className="quiet small code">{last.sha256}</p>
        </>
      ) : (
        <p className="quiet">{say('release.none')}</p>
      )}
    </section>
  );
}
