import type { ReactElement } from 'react';
import type { VaultCheck } from '../../../shared/contract/vault.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useWords } from '../../ui/words.ts';
import './check-outcome.css';

/** What a vault check found: sound, or every problem by name. */
export function CheckOutcome({ check }: { readonly check: VaultCheck | undefined }): ReactElement | null {
  const say = useWords('settings');
  if (!check) return null;
  if (check.sound) {
    return (
      <p className="check-sound" role="status">
        <Icon name="check" /> {say('check.sound')}
      </p>
    );
  }
  return (
    <div className="check-problems" role="alert">
      <p>{say('check.problems', { count: check.problems.length })}</p>
      <ul>
        {check.problems.map((problem) => (
          <li key={`${problem.area} ${problem.subject} ${problem.problem}`}>
            <strong>
              {say(`check.area.${problem.area}`)} {problem.subject}
            </strong>
            <span>{problem.problem}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
