import type { ReactElement } from 'react';
import { Button } from 'react-aria-components';
import { ask } from '../../ask/bridge.ts';
import { useJob } from '../../ask/jobs.ts';
import { useCommand } from '../../ask/queries.ts';
import { enterVault, refreshVaults } from '../../ask/session.ts';
import { Button as PlainButton } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useWords } from '../../ui/words.ts';

/** First run: three ways on, each explained in one sentence. */
export function Welcome({ onCreate }: { readonly onCreate: () => void }): ReactElement {
  const say = useWords('vault');
  const choose = useCommand('desk.chooseVault');
  const opening = useJob('desk.openSample');

  async function openSample(): Promise<void> {
    const opened = await opening.run({}).catch(() => undefined);
    if (!opened) return;
    const [only] = await ask('case.list', {});
    if (only) window.location.hash = `/case/${only.case.id}/overview`;
    enterVault(opened.session);
    useToasts.getState().tell(say('sample.passphrase', { passphrase: opened.passphrase }));
  }

  if (opening.running)
    return (
      <Building
        progress={opening.progress?.total ? opening.progress.done / opening.progress.total : null}
        item={opening.progress?.item ?? ''}
        onCancel={opening.cancel}
      />
    );
  return (
    <>
      <h1>{say('welcome.title')}</h1>
      <p className="room-text">{say('welcome.text')}</p>
      <ul className="ways">
        <Way icon="plus" title={say('welcome.create')} text={say('welcome.create.text')} onPress={onCreate} />
        <Way
          icon="folder"
          title={say('welcome.open')}
          text={say('welcome.open.text')}
          onPress={() => choose.mutate({}, { onSuccess: () => void refreshVaults() })}
        />
        <Way icon="book" title={say('welcome.sample')} text={say('welcome.sample.text')} onPress={() => void openSample()} />
      </ul>
      <ErrorNote error={choose.error ?? opening.error} />
    </>
  );
}

function Way({
  icon,
  title,
  text,
  onPress,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly onPress: () => void;
}): ReactElement {
  return (
    <li>
      <Button className="way" onPress={onPress}>
        <span className="way-icon">
          <Icon name={icon} size={20} />
        </span>
        <span>
          <strong>{title}</strong>
          <span className="way-text">{text}</span>
        </span>
        <Icon name="right" />
      </Button>
    </li>
  );
}

function Building({
  progress,
  item,
  onCancel,
}: {
  readonly progress: number | null;
  readonly item: string;
  readonly onCancel: () => void;
}): ReactElement {
  const say = useWords('vault');
  const words = useWords('shell');
  return (
    <>
      <h1>{say('sample.building')}</h1>
      <ProgressBar label={say('sample.building')} value={progress} />
      <p className="quiet small" role="status">
        {item || ' '}
      </p>
      <PlainButton onPress={onCancel}>{words('cancel')}</PlainButton>
    </>
  );
}
