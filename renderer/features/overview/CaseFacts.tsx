import { type ReactElement, useState } from 'react';
import type { CaseSummary } from '../../../shared/model/case.ts';
import { Button } from '../../ui/Button.tsx';
import { formatInstant } from '../../../shared/time/index.ts';
import { Facts } from '../../ui/Facts.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import { CaseDialog } from '../../parts/case/CaseDialog.tsx';

export function CaseFacts({ summary }: { readonly summary: CaseSummary }): ReactElement {
  const say = useWords('overview');
  const vault = useWords('vault');
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  const matter = summary.case;
  return (
    <section className="panel">
      <header>
        <h2>{say('facts')}</h2>
        <Button size="small" onPress={() => setEditing(true)}>
          {say('facts.edit')}
        </Button>
      </header>
      <Facts
        facts={[
          { name: say('facts.reference'), value: matter.reference },
          { name: say('facts.title'), value: matter.title },
          { name: say('facts.zone'), value: matter.zone },
          { name: say('facts.standard'), value: vault(`standard.${matter.standardOfProof}`) },
          { name: say('facts.mandate'), value: matter.mandate || <span className="quiet">{say('facts.mandate.none')}</span> },
          {
            name: say('facts.created'),
            value: say('facts.createdBy', {
              when: formatInstant(matter.createdAt, { language, zone: matter.zone, finest: 'minute', zoneShown: false }),
              who: matter.createdBy,
            }),
          },
        ]}
      />
      <CaseDialog isOpen={editing} onClose={() => setEditing(false)} onDone={() => setEditing(false)} present={matter} />
    </section>
  );
}
