import { type ReactElement, useState } from 'react';
import type { ClockStatus } from '../../../shared/contract/clock.ts';
import type { Case } from '../../../shared/model/case.ts';
import { useCommand, useQuery } from '../../ask/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import { readSeconds } from '../../ui/seconds.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { type Language, languages } from '../../../shared/model/language.ts';

interface WindowDialogProps {
  readonly matter: Case;
  readonly status: ClockStatus;
  readonly onClose: () => void;
}

const MINUTES = 60;

/** Which times of a clock to ask its owner for, with the sentence of a preservation letter in both languages. */
export function WindowDialog({ matter, status, onClose }: WindowDialogProps): ReactElement {
  const say = useWords('clock');
  const language = useLanguage();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [margin, setMargin] = useState('5');
  const minutes = readSeconds(margin);
  const complete = from.trim() !== '' && to.trim() !== '' && minutes !== undefined;
  const wanted = useSettled(complete ? { clockId: status.clock.id, from, to, margin: (minutes ?? 0) * MINUTES, language } : null);
  const { data, error } = useQuery('clock.window', wanted);
  return (
    <Dialog title={say('window.title', { name: status.clock.name })} isOpen onClose={onClose} size="wide">
      <div className="side-by-side">
        <TextField
          label={say('window.from')}
          placeholder="2031-05-14 22:00"
          isRequired
          autoFocus
          maxLength={200}
          value={from}
          onChange={setFrom}
        />
        <TextField label={say('window.to')} placeholder="23:30" isRequired maxLength={200} value={to} onChange={setTo} />
        <TextField
          label={say('window.margin')}
          value={margin}
          onChange={setMargin}
          error={minutes === undefined ? say('number.invalid') : undefined}
        />
      </div>
      <p className="quiet small">{say('window.zone', { zone: matter.zone })}</p>
      {wanted && <ErrorNote error={error} />}
      {wanted && data && (
        <section className="clock-window" aria-live="polite">
          <h3>{say('window.shown')}</h3>
          {data.shown ? (
            <p className="clock-window-shown">
              {data.shown.from.replace('T', ' ')} – {data.shown.to.replace('T', ' ')} <span className="quiet">{data.zone}</span>
            </p>
          ) : (
            <p className="clock-warning">{say('window.unknown')}</p>
          )}
          {languages.map((language) => (
            <Sentence key={language} text={data.sentence[language]} language={language} />
          ))}
        </section>
      )}
    </Dialog>
  );
}

function Sentence({ text, language }: { readonly text: string; readonly language: Language }): ReactElement {
  const say = useWords('clock');
  const sayShell = useWords('shell');
  const copy = useCommand('desk.copy');
  async function copyText(): Promise<void> {
    await copy.mutateAsync({ text }).then(
      () => useToasts.getState().tell(sayShell('copied')),
      () => undefined,
    );
  }
  return (
    <div className="clock-sentence">
      <blockquote className="quote" lang={language}>
        {text}
      </blockquote>
      <Button size="small" icon="copy" onPress={() => void copyText()}>
        {say(`window.copy.${language}`)}
      </Button>
      <ErrorNote error={copy.error} />
    </div>
  );
}
