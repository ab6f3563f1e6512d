import { type PointerEvent, type ReactElement, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import { formatPlace, type Region } from '../../../shared/model/place.ts';
import { useQuery } from '../../ask/queries.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useWords } from '../../ui/words.ts';
import { usePictureAddress } from '../../parts/exhibit/Thumbnail.tsx';
import { type CiteTarget, joinWords } from './cite-target.ts';
import './page-sheet.css';

type Word = Output<'exhibit.page'>['words'][number];

interface PageSheetProps {
  readonly exhibit: Exhibit;
  readonly page: number;
  /** CSS pixels. */
  readonly width: number;
  /** Height by width, until the picture is there. */
  readonly ratio: number;
  readonly highlight: Region | 'page' | null;
  readonly marking: boolean;
  readonly onRatio: (ratio: number) => void;
  readonly onTarget: (target: CiteTarget) => void;
}

/** Widths that are asked for: a picture serves every size up to its own, so that zooming rarely draws a page anew. */
const WIDTHS = [700, 1100, 1600, 2400, 3600] as const;
/** Smaller than this, in fractions of the page, is a slip of the hand. */
const SMALLEST_REGION = 0.008;

/** One page: its picture, an invisible layer of its words to select, and what is highlighted or being marked on it. */
export function PageSheet({ exhibit, page, width, ratio, highlight, marking, onRatio, onTarget }: PageSheetProps): ReactElement {
  const say = useWords('evidence');
  const sheet = useRef<HTMLElement>(null);
  const wanted = width * (window.devicePixelRatio || 1);
  const { data, error } = useQuery('exhibit.page', {
    exhibitId: exhibit.id,
    page,
    width: WIDTHS.find((one) => one >= wanted) ?? 3600,
  });
  const address = usePictureAddress(data?.png);
  const [drawn, setDrawn] = useState<Region | null>(null);
  const start = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const tellRatio = useEffectEvent(onRatio);
  useEffect(() => {
    if (data) tellRatio(data.height / data.width);
  }, [data]);
  useWordSelection(sheet, data?.words ?? [], (words) =>
    onTarget({
      place: formatPlace({ kind: 'page', page, region: regionAround(words) }),
      quote: joinWords(words.map((word) => word.text)),
    }),
  );

  const at = (event: PointerEvent): { x: number; y: number } => {
    const box = (sheet.current as HTMLElement).getBoundingClientRect();
    return {
      x: clamp((event.clientX - box.left) / box.width),
      y: clamp((event.clientY - box.top) / box.height),
    };
  };
  const between = (from: { x: number; y: number }, to: { x: number; y: number }): Region => ({
    left: Math.min(from.x, to.x),
    top: Math.min(from.y, to.y),
    width: Math.abs(from.x - to.x),
    height: Math.abs(from.y - to.y),
  });

  function onDown(event: PointerEvent): void {
    if (!marking || event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = at(event);
  }

  function onUp(event: PointerEvent): void {
    const from = start.current;
    start.current = null;
    if (!from) return;
    const region = between(from, at(event));
    setDrawn(null);
    if (region.width < SMALLEST_REGION || region.height < SMALLEST_REGION) return;
    const words = (data?.words ?? []).filter((word) => centreInside(word, region));
    onTarget({
      place: formatPlace({ kind: 'page', page, region }),
      quote: joinWords(words.map((word) => word.text)),
    });
  }

  return (
    <figure
      ref={sheet}
      className={marking ? 'sheet marking' : 'sheet'}
      aria-label={say('page', { number: page })}
      style={{
        blockSize: Math.round(width * (data ? data.height / data.width : ratio)),
      }}
      onPointerDown={onDown}
      onPointerMove={(event) => start.current && setDrawn(between(start.current, at(event)))}
      onPointerUp={onUp}
      onPointerCancel={() => (start.current = null)}
    >
      {address && <img src={address} alt="" draggable={false} />}
      {error && <ErrorNote error={error} />}
      {data && !marking && <WordLayer words={data.words} height={width * (data.height / data.width)} />}
      {highlight === 'page' && <i className="sheet-outline" />}
      {highlight && highlight !== 'page' && <i className="sheet-region" style={placeRegion(highlight)} />}
      {drawn && <i className="sheet-region drawing" style={placeRegion(drawn)} />}
    </figure>
  );
}

function WordLayer({ words, height }: { readonly words: readonly Word[]; readonly height: number }): ReactElement {
  return (
    <div className="word-layer">
      {words.map((word, index) => (
        <span
          key={index}
          data-word={index}
          style={{
            ...placeRegion(word),
            fontSize: word.height * height * 0.82,
            lineHeight: `${word.height * height}px`,
          }}
        >
          {word.text}
        </span>
      ))}
    </div>
  );
}

/** Tells of the words selected in this sheet when the mouse or the keyboard has finished selecting. */
function useWordSelection(
  sheet: { readonly current: HTMLElement | null },
  words: readonly Word[],
  onWords: (words: readonly Word[]) => void,
): void {
  const latest = useRef({ words, onWords });
  latest.current = { words, onWords };
  useEffect(() => {
    function onEnd(): void {
      const selection = document.getSelection();
      if (!selection || selection.isCollapsed || !sheet.current || selection.rangeCount === 0) return;
      const range = selection.getRangeAt(0);
      const spans = [...sheet.current.querySelectorAll<HTMLElement>('[data-word]')].filter(
        (span) => range.intersectsNode(span) && !onlyTouches(range, span),
      );
      const chosen = spans.flatMap((span) => latest.current.words[Number(span.dataset['word'])] ?? []);
      if (chosen.length > 0) latest.current.onWords(chosen);
    }
    document.addEventListener('pointerup', onEnd);
    document.addEventListener('keyup', onEnd);
    return () => {
      document.removeEventListener('pointerup', onEnd);
      document.removeEventListener('keyup', onEnd);
    };
  }, [sheet]);
}

/** A selection that ends before a word's first letter, or begins after its last, does not hold the word. */
function onlyTouches(range: Range, span: HTMLElement): boolean {
  const endsBefore = span.contains(range.endContainer) && range.endOffset === 0;
  const beginsAfter =
    span.contains(range.startContainer) &&
    range.startContainer.nodeType === Node.TEXT_NODE &&
    range.startOffset === (range.startContainer.textContent ?? '').length;
  return endsBefore || beginsAfter;
}

function regionAround(words: readonly Word[]): Region {
  const left = Math.min(...words.map((word) => word.left));
  const top = Math.min(...words.map((word) => word.top));
  return {
    left: clamp(left),
    top: clamp(top),
    width: clamp(Math.max(...words.map((word) => word.left + word.width)) - left),
    height: clamp(Math.max(...words.map((word) => word.top + word.height)) - top),
  };
}

function centreInside(word: Word, region: Region): boolean {
  const x = word.left + word.width / 2;
  const y = word.top + word.height / 2;
  return x >= region.left && x <= region.left + region.width && y >= region.top && y <= region.top + region.height;
}

function placeRegion({ left, top, width, height }: Region): {
  left: string;
  top: string;
  width: string;
  height: string;
} {
  return {
    left: `${left * 100}%`,
    top: `${top * 100}%`,
    width: `${width * 100}%`,
    height: `${height * 100}%`,
  };
}

function clamp(fraction: number): number {
  return Math.min(1, Math.max(0, fraction));
}
