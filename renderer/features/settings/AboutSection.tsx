import type { ReactElement } from 'react';
import { useQuery } from '../../ask/queries.ts';
import { useDeskState } from '../../ask/session.ts';
import { Facts } from '../../ui/Facts.tsx';
import { useWords } from '../../ui/words.ts';

export function AboutSection(): ReactElement {
  const say = useWords('settings');
  const version = useDeskState((desk) => desk.version);
  const { data: info } = useQuery('vault.info', {});
  return (
    <section className="panel">
      <h2>{say('about')}</h2>
      <p>
        {say('about.version', { version })} · {say('about.network')}
      </p>
      {info && (
        <Facts
          facts={[
            { name: say('about.cipher'), value: info.cipher },
            { name: say('about.keyDerivation'), value: info.keyDerivation },
            { name: say('about.format'), value: `${info.format}.${info.schema}` },
          ]}
        />
      )}
    </section>
  );
}
