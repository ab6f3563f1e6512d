import { useRouter } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { CaseScreenName } from '../../ask/case-screen.ts';
import type { CaseSummary } from '../../../shared/model/case.ts';
import type { Party } from '../../../shared/model/party.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useWords } from '../../ui/words.ts';
import { findNextStep, type NextStep } from './next-step.ts';

const screens: Readonly<Record<Exclude<NextStep, 'done'>, CaseScreenName>> = {
  people: 'people',
  evidence: 'evidence',
  events: 'evidence',
  uncited: 'timeline',
  release: 'release',
};

export function NextStepPanel({ summary, parties }: { readonly summary: CaseSummary; readonly parties: readonly Party[] }): ReactElement {
  const say = useWords('overview');
  const router = useRouter();
  const step = findNextStep(summary, parties);
  if (step === 'done') {
    return (
      <section className="next-step done">
        <Icon name="check" size={20} />
        <div>
          <h2>{say('next.done.title')}</h2>
          <p>{say('next.done.text')}</p>
        </div>
      </section>
    );
  }
  const screen = screens[step];
  return (
    <section className="next-step">
      <div>
        <p className="next-step-mark">{say('next')}</p>
        <h2>{step === 'uncited' ? say('next.uncited.title', { count: summary.uncitedEvents }) : say(`next.${step}.title`)}</h2>
        <p>{say(`next.${step}.text`)}</p>
      </div>
      <Button look="primary" onPress={() => router.history.push(`/case/${summary.case.id}/${screen}`)}>
        {say(`next.${step}.action`)}
      </Button>
    </section>
  );
}
