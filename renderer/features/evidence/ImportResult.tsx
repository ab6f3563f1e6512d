import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { ImportedFile } from '../../../shared/contract/exhibit.ts';
import { everywhere } from '../../../shared/locales/everywhere.ts';
import type { Case } from '../../../shared/model/case.ts';
import { describeNotes } from '../../../shared/words/notes.ts';
import type { FailureCode } from '../../../shared/result.ts';
import { Button } from '../../ui/Button.tsx';
import { Actions, Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Tag, type Tone } from '../../ui/Tag.tsx';
import { useLanguage, useWords } from '../../ui/words.ts';
import './import-result.css';

/** Failures first, then duplicates, then what went well: what needs a person comes before what does not. */
const ORDER: readonly ImportedFile['status'][] = ['failed', 'duplicate', 'imported'];
const tones: Readonly<Record<ImportedFile['status'], Tone>> = {
  failed: 'breach',
  duplicate: 'act',
  imported: 'verified',
};

export function ImportResult({
  matter,
  files,
  onClose,
}: {
  readonly matter: Case;
  readonly files: readonly ImportedFile[];
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords('evidence');
  const sayShell = useWords('shell');
  const count = (status: ImportedFile['status']): number => files.filter((file) => file.status === status).length;
  const sorted = files.toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  return (
    <Dialog title={say('import.result')} isOpen onClose={onClose} size="wide">
      {files.length === 0 ? (
        <p>{say('import.nothing')}</p>
      ) : (
        <>
          <p className="tags">
            {ORDER.toReversed().map(
              (status) =>
                count(status) > 0 && (
                  <Tag key={status} tone={tones[status]}>
                    {say(`import.${status}`, { count: count(status) })}
                  </Tag>
                ),
            )}
          </p>
          <ul className="import-result">
            {sorted.map((file, index) => (
              <li key={`${index} ${file.file}`} className={file.status}>
                <Icon name={file.status === 'failed' ? 'warning' : file.status === 'duplicate' ? 'copy' : 'check'} size={14} />
                <span className="import-file">{file.file}</span>
                <Outcome file={file} matter={matter} onClose={onClose} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Actions>
        <Button look="primary" autoFocus onPress={onClose}>
          {sayShell('close')}
        </Button>
      </Actions>
    </Dialog>
  );
}

function Outcome({
  file,
  matter,
  onClose,
}: {
  readonly file: ImportedFile;
  readonly matter: Case;
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords('evidence');
  const reason = useReason(file);
  return (
    <span className="import-outcome">
      {file.exhibitId ? (
        <Link
          to="/case/$caseId/evidence/$exhibitId"
          params={{ caseId: matter.id, exhibitId: file.exhibitId }}
          search={{}}
          onClick={onClose}
        >
          {say(`import.status.${file.status}`, { exhibit: file.exhibit ?? '' })}
        </Link>
      ) : (
        say(`import.status.${file.status}`, { exhibit: file.exhibit ?? '' })
      )}
      {reason && <span className="quiet small">{reason}</span>}
    </span>
  );
}

/**
 * Why, in the language of the screen. The core's sentence carries values that its answer does not: where the file's own name
 * is the only one, the sentence is said anew; otherwise the reader's notes are translated and the rest stands as it came.
 */
function useReason(file: ImportedFile): string {
  const say = useWords('failure');
  const language = useLanguage();
  if (file.code in everywhere.en.failure) {
    const code = file.code as FailureCode;
    const places = [...everywhere.en.failure[code].matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]);
    if (places.every((place) => place === 'path')) return say(code, { path: file.file });
  }
  return file.message || describeNotes(file.findings?.notes ?? [], language);
}
