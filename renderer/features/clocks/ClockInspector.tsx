import type { ReactElement } from 'react';
import type { ClockStatus } from '../../../shared/contract/clock.ts';
import type { Case } from '../../../shared/model/case.ts';
import type { ClockReading } from '../../../shared/model/clock.ts';
import { formatInstant, formatDuration } from '../../../shared/time/index.ts';
import { useQuery } from '../../ask/queries.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Inspector, InspectorPart } from '../../ui/Inspector.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import { ClockHistory } from './ClockHistory.tsx';
import { ReadingList } from './ReadingList.tsx';
import type { Language } from '../../../shared/model/language.ts';

interface ClockInspectorProps {
  readonly matter: Case;
  readonly status: ClockStatus;
  readonly onWithdraw: (reading: ClockReading) => void;
  readonly onClose: () => void;
}

/** Everything on record about a clock: readings, anchors, settings, and what was known of it before. */
export function ClockInspector({ matter, status, onWithdraw, onClose }: ClockInspectorProps): ReactElement {
  const say = useWords('clock');
  const language = useLanguage();
  const { clock } = status;
  const entered = { time: formatInstant(clock.enteredAt, { language, zone: matter.zone }), name: clock.enteredBy };
  const exhibits = useQuery('exhibit.list', { caseId: matter.id }).data ?? [];
  return (
    <Inspector title={clock.name} onClose={onClose}>
      <InspectorPart title={say('readings')}>
        <ReadingList matter={matter} status={status} exhibits={exhibits} onWithdraw={onWithdraw} />
      </InspectorPart>
      <InspectorPart title={say('settings')}>
        <Facts facts={settingFacts(status, say, language)} />
      </InspectorPart>
      <InspectorPart title={say('history')}>
        <ClockHistory matter={matter} clockId={clock.id} />
        <p className="quiet small">{say('history.entered', entered)}</p>
      </InspectorPart>
    </Inspector>
  );
}

function settingFacts({ clock, zone }: ClockStatus, say: ReturnType<typeof useWords<'clock'>>, language: Language) {
  const amount = (milliseconds: number): string => formatDuration(milliseconds, { language });
  const texts = [
    ['make', clock.make],
    ['model', clock.model],
    ['serial', clock.serial],
    ['zone', clock.zone ?? say('zone.assumed', { zone })],
    ['daylightSaving', say(`setting.${clock.daylightSaving}`)],
    ['networkTime', say(`setting.${clock.networkTime}`)],
    ['storesUtc', say(`setting.${clock.storesUtc}`)],
    ['changed', clock.changed],
    ['driftAllowance', clock.driftAllowance === 0 ? '' : amount(clock.driftAllowance)],
    ['limit', clock.limit === null ? '' : [amount(clock.limit), clock.limitReason].filter(Boolean).join(': ')],
    ['note', clock.note],
  ] as const;
  return texts.filter(([, value]) => value !== '').map(([name, value]) => ({ name: say(name), value }));
}
