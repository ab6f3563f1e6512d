import type { ReactElement } from 'react';
import type { VaultCheck } from '../../../shared/contract/vault.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useWords } from '../../ui/words.ts';
import './check-outcome.css';

/** What a vault check found: sound, or every problem by name; and what lies in quarantine. */
export function CheckOutcome({ check }: { readonly check: VaultCheck | undefined }): ReactElement | null {
  const say = useWords('settings');
  if (!check) return null;
  const { quarantined } = check;
  return (
    <>
      <Finding check={check} />
      {quarantined.length > 0 && (
        <div role="status">
          <p>{say('check.quarantined', { count: quarantined.length })}</p>
          <ul className="small">
            {quarantined.map(({ file }) => (
              <li key={file} className="digest">
                {file}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Finding({ check }: { readonly check: VaultCheck }): ReactElement {
  const say = useWords('settings');
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
