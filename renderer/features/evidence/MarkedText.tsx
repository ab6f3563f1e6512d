import type { ReactElement } from 'react';

/** A revision or a hidden stretch as the reader writes it down: the mark, a colon, the text, in square brackets. */
const MARK = /\[((?:inserted|deleted|moved (?:away|here)) by [^\]]*?|hidden): ([^\]]*)\]/g;

/**
 * Text with its revisions set apart. The marks stay in words as they were read, because colour and line alone could be
 * overlooked, and nothing that stands in the exhibit may be.
 */
export function MarkedText({ text }: { readonly text: string }): ReactElement {
  const parts: ReactElement[] = [];
  let end = 0;
  for (const match of text.matchAll(MARK)) {
    if (match.index > end) parts.push(<span key={end}>{text.slice(end, match.index)}</span>);
    parts.push(<Marked key={match.index} mark={match[1] ?? ''} text={match[2] ?? ''} />);
    end = match.index + match[0].length;
  }
  if (end === 0) return <>{text}</>;
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
}

function Marked({ mark, text }: { readonly mark: string; readonly text: string }): ReactElement {
  const note = <small className="mark-note">{mark}: </small>;
  if (/deleted|moved away/.test(mark)) {
    return (
      <span className="marked">
        [{note}
        <del>{text}</del>]
      </span>
    );
  }
  return (
    <span className="marked">
      [{note}
      {/inserted|moved here/.test(mark) ? <ins>{text}</ins> : <span className="hidden-text">{text}</span>}]
    </span>
  );
}
