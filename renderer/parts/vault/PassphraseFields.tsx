import { type ReactElement, useState } from 'react';
import { TextField } from '../../ui/TextField.tsx';
import { useWords } from '../../ui/words.ts';
import { judgePassphrase, MINIMUM_PASSPHRASE, type Strength } from './passphrase-strength.ts';
import './passphrase-fields.css';

interface PassphraseFieldsProps {
  readonly label: string;
  readonly user: string;
  /** The passphrase once it is long enough and was typed twice alike; null until then. */
  readonly onChange: (passphrase: string | null) => void;
}

/** A new passphrase, its strength as it is typed, and its repetition. */
export function PassphraseFields({ label, user, onChange }: PassphraseFieldsProps): ReactElement {
  const say = useWords('vault');
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const strength = judgePassphrase(passphrase, user);

  function change(next: string, again: string): void {
    setPassphrase(next);
    setRepeated(again);
    onChange(next === again && judgePassphrase(next, user).level !== 'short' ? next : null);
  }

  return (
    <>
      <TextField
        label={label}
        type="password"
        autoComplete="new-password"
        isRequired
        value={passphrase}
        onChange={(text) => change(text, repeated)}
        hint={say('create.passphrase.hint', { minimum: MINIMUM_PASSPHRASE })}
      />
      <StrengthMeter strength={strength} shown={passphrase !== ''} />
      <TextField
        label={say('create.repeat')}
        type="password"
        autoComplete="new-password"
        isRequired
        value={repeated}
        onChange={(text) => change(passphrase, text)}
        error={repeated !== '' && !passphrase.startsWith(repeated) ? say('create.repeat.differs') : undefined}
      />
    </>
  );
}

const steps = { short: 1, weak: 1, fair: 2, strong: 3 } as const;

function StrengthMeter({ strength, shown }: { readonly strength: Strength; readonly shown: boolean }): ReactElement {
  const say = useWords('vault');
  return (
    <div className={`strength ${strength.level}`} role="status" aria-label={say('strength')}>
      {[1, 2, 3].map((step) => (
        <span key={step} className={shown && step <= steps[strength.level] ? 'step on' : 'step'} />
      ))}
      <span className="small">{shown ? <StrengthText strength={strength} /> : ' '}</span>
    </div>
  );
}

function StrengthText({ strength }: { readonly strength: Strength }): ReactElement {
  const say = useWords('vault');
  if (strength.level === 'short') return <>{say('strength.short', { count: strength.missing })}</>;
  if (strength.level !== 'weak') return <>{say(`strength.${strength.level}`)}</>;
  return <>{say(strength.reason === 'guessable' ? 'strength.weak' : `strength.${strength.reason}`)}</>;
}
