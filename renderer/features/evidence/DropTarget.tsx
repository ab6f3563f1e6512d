import { type DragEvent, type ReactElement, type ReactNode, useRef, useState } from 'react';
import { useWords } from '../../ui/words.ts';
import './drop-target.css';

/** The whole screen takes files and folders; while something is held over it, it says so. */
export function DropTarget({
  children,
  onDrop,
}: {
  readonly children: ReactNode;
  readonly onDrop: (files: readonly File[]) => void;
}): ReactElement {
  const say = useWords('evidence');
  const [over, setOver] = useState(false);
  // Leaving a child looks like leaving the screen; only as many leaves as enters are a real one.
  const depth = useRef(0);

  function onEnter(event: DragEvent): void {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth.current += 1;
    setOver(true);
  }

  function onOver(event: DragEvent): void {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  }

  function onLeave(event: DragEvent): void {
    if (!carriesFiles(event)) return;
    depth.current = Math.max(0, depth.current - 1);
    if (depth.current === 0) setOver(false);
  }

  function onDropped(event: DragEvent): void {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onDrop(files);
  }

  return (
    <div className="drop-target" onDragEnter={onEnter} onDragOver={onOver} onDragLeave={onLeave} onDrop={onDropped}>
      {children}
      {over && (
        <div className="drop-sign">
          <p>
            <strong>{say('import.drop')}</strong>
            <span>{say('import.drop.text')}</span>
          </p>
        </div>
      )}
    </div>
  );
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}
