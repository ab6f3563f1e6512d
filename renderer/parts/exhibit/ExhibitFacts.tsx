import type { ReactElement, ReactNode } from 'react';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import { describeNotes } from '../../../shared/words/notes.ts';
import { formatInstant } from '../../../shared/time/index.ts';
import { useCommand } from '../../ask/queries.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { formatBytes } from '../../ui/sizes.ts';
import { useToasts } from '../../ui/toasts.ts';
import { useLanguage, useWords } from '../../ui/words.ts';
import './exhibit-facts.css';

/** What is recorded of the exhibit as a file: its identity, its source, how it came here. */
export function ExhibitFacts({ exhibit, zone }: { readonly exhibit: Exhibit; readonly zone: string }): ReactElement {
  const say = useWords('evidence');
  const language = useLanguage();
  const at = (instant: number): string => formatInstant(instant, { language, zone });
  const facts: { name: string; value: ReactNode }[] = [
    {
      name: say('fact.source'),
      value: exhibit.source || <span className="quiet">{say('source.none')}</span>,
    },
    { name: say('fact.acquired'), value: at(exhibit.acquiredAt) },
    { name: say('fact.by'), value: exhibit.acquiredBy },
    { name: say('fact.method'), value: exhibit.method },
    { name: say('fact.fileName'), value: exhibit.fileName },
    { name: say('fact.mediaType'), value: exhibit.mediaType },
    { name: say('fact.size'), value: formatBytes(exhibit.bytes, language) },
    { name: say('fact.sha256'), value: <Digest sha256={exhibit.sha256} /> },
  ];
  if (exhibit.pages !== null) facts.push({ name: say('fact.pages'), value: exhibit.pages });
  if (exhibit.modifiedAt !== null) facts.push({ name: say('fact.modified'), value: at(exhibit.modifiedAt) });
  facts.push({
    name: say('fact.findings'),
    value: [say(`findings.${exhibit.findings.status}`), describeNotes(exhibit.findings.notes, language)].filter(Boolean).join('\n'),
  });
  return <Facts facts={facts.filter((fact) => fact.value !== '')} />;
}

export function Digest({ sha256 }: { readonly sha256: string }): ReactElement {
  const say = useWords('evidence');
  const sayShell = useWords('shell');
  const copy = useCommand('desk.copy');
  const tell = useToasts((state) => state.tell);
  return (
    <span className="digest">
      <span className="code">{sha256}</span>
      <IconButton
        icon="copy"
        label={say('copy.sha256')}
        onPress={() => void copy.mutateAsync({ text: sha256 }).then(() => tell(sayShell('copied')))}
      />
    </span>
  );
}
