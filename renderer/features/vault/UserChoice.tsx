import type { ReactElement } from 'react';
import { Select } from '../../ui/Field.tsx';
import { useWords } from '../../ui/words.ts';

interface UserChoiceProps {
  readonly users: readonly string[];
  readonly user: string;
  readonly onChange: (user: string) => void;
}

/** Which of a vault's users opens it. */
export function UserChoice({ users, user, onChange }: UserChoiceProps): ReactElement {
  const say = useWords('vault');
  return <Select label={say('lock.user')} options={users.map((name) => ({ key: name, label: name }))} value={user} onChange={onChange} />;
}
