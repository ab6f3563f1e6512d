import type { ReactElement } from 'react';
import { type DatedStretch, DatedWords } from '../../parts/suggestion/DatedWords.tsx';
import './marked-text.css';

/** A revision or a hidden stretch as the reader writes it down: the mark, a colon, the text, in square brackets. */
const MARK = /\[((?:inserted|deleted|moved (?:away|here)) by [^\]]*?|hidden): ([^\]]*)\]/g;

const NONE: readonly DatedStretch[] = [];

/**
 * Text with its revisions set apart. The marks stay in words as they were read, because colour and line alone could be
 * overlooked, and nothing that stands in the exhibit may be.
 */
export function MarkedText({
  text,
  dated = NONE,
}: {
  readonly text: string;
  readonly dated?: readonly DatedStretch[] | undefined;
}): ReactElement {
  const parts: ReactElement[] = [];
  let end = 0;
  for (const match of text.matchAll(MARK)) {
    if (match.index > end) parts.push(<DatedWords key={end} text={text} from={end} to={match.index} dated={dated} />);
    const from = match.index + match[0].length - (match[2] ?? '').length - 1;
    const words = <DatedWords text={text} from={from} to={match.index + match[0].length - 1} dated={dated} />;
    parts.push(<Marked key={match.index} mark={match[1] ?? ''} words={words} />);
    end = match.index + match[0].length;
  }
  if (end === 0) return <DatedWords text={text} from={0} to={text.length} dated={dated} />;
  return (
    <>
      {parts}
      <DatedWords text={text} from={end} to={text.length} dated={dated} />
    </>
  );
}

function Marked({ mark, words }: { readonly mark: string; readonly words: ReactElement }): ReactElement {
  const note = <small className="mark-note">{mark}: </small>;
  if (/deleted|moved away/.test(mark)) {
    return (
      <span className="marked">
        [{note}
        <del>{words}</del>]
      </span>
    );
  }
  return (
    <span className="marked">
      [{note}
      {/inserted|moved here/.test(mark) ? <ins>{words}</ins> : <span className="hidden-text">{words}</span>}]
    </span>
  );
}
