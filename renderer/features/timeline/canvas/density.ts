import type { TimelineItem } from '../../../../shared/contract/timeline.ts';
import { type Band, BAND_PADDING, type Buckets } from './bands.ts';
import type { Thing } from './thing.ts';
import type { Plot, View } from './view.ts';

type Context = CanvasRenderingContext2D;

/**
 * Counted events as a bitmap, one pixel to the column and as high as the bands, made when they arrive. Panning and zooming copy and
 * stretch it, whatever the number of columns.
 */
export interface DensityPicture extends View {
  readonly image: HTMLCanvasElement;
  readonly columns: number;
  /** Screen pixels to the CSS pixel, downwards only. */
  readonly ratio: number;
  /** For which heights of which bands it was made. */
  readonly key: string;
}

/** How counted columns are asked to look. */
interface Strip {
  readonly colour: string;
  readonly height: number;
  readonly collapsed: boolean;
  readonly counts: readonly number[];
}

const OPACITY = 0.75;

function pictureKey(strips: readonly Strip[], ratio: number): string {
  return `${ratio} ${strips.map(({ colour, height, collapsed }) => `${colour} ${height} ${collapsed}`).join()}`;
}

function drawDensity(stretch: View, strips: readonly Strip[], ratio: number): DensityPicture | null {
  const columns = Math.max(0, ...strips.map((strip) => strip.counts.length));
  const height = Math.ceil(strips.reduce((sum, strip) => sum + strip.height, 0) * ratio);
  if (columns === 0 || height === 0) return null;
  const image = document.createElement('canvas');
  image.width = columns;
  image.height = height;
  const context = image.getContext('2d');
  if (!context) return null;
  const pixels = context.createImageData(columns, height);
  fillColumns(new Uint32Array(pixels.data.buffer), columns, strips, ratio);
  context.putImageData(pixels, 0, 0);
  return { from: stretch.from, to: stretch.to, image, columns, ratio, key: pictureKey(strips, ratio) };
}

function fillColumns(pixels: Uint32Array, width: number, strips: readonly Strip[], ratio: number): void {
  let most = 1;
  for (const { counts } of strips) for (const count of counts) if (count > most) most = count;
  let top = 0;
  for (const { colour, height, collapsed, counts } of strips) {
    const padding = (collapsed ? 4 : BAND_PADDING) * ratio;
    const foot = Math.round((top + height) * ratio - padding);
    const room = height * ratio - 2 * padding;
    const ink = pixelOf(colour);
    for (let column = 0; column < counts.length; column += 1) {
      const count = counts[column] as number;
      if (count === 0) continue;
      // The root keeps one event visible beside a thousand.
      const tall = Math.max(Math.round(2 * ratio), Math.round(room * Math.sqrt(count / most)));
      for (let row = foot - tall; row < foot; row += 1) pixels[row * width + column] = ink;
    }
    top += height;
  }
}

/** A hexadecimal token as one pixel of an ImageData. */
function pixelOf(colour: string): number {
  const value = Number.parseInt(colour.slice(1, 7), 16);
  return ((Math.round(OPACITY * 255) << 24) | ((value & 0xff) << 16) | (value & 0xff00) | (value >> 16)) >>> 0;
}

/** Copies what of the picture lies in view. */
export function paintDensity(context: Context, picture: DensityPicture, view: View, plot: Plot, top: number): void {
  const span = picture.to - picture.from;
  const from = Math.max(view.from, picture.from);
  const to = Math.min(view.to, picture.to);
  if (to <= from) return;
  const x = (at: number): number => plot.left + ((at - view.from) / (view.to - view.from)) * (plot.right - plot.left);
  const source = ((from - picture.from) / span) * picture.columns;
  const sourceWidth = ((to - from) / span) * picture.columns;
  context.imageSmoothingEnabled = false;
  context.drawImage(
    picture.image,
    source,
    0,
    sourceWidth,
    picture.image.height,
    x(from),
    top,
    x(to) - x(from),
    picture.image.height / picture.ratio,
  );
  context.imageSmoothingEnabled = true;
}

/** Columns of a band counted from what is in the window. */
export function countThings(things: readonly Thing[], key: string, stretch: View, columns: number): readonly number[] {
  const counts = Array.from({ length: columns }, () => 0);
  const step = (stretch.to - stretch.from) / columns;
  for (const { group, earliest, latest } of things) {
    if (group !== key || (earliest === null && latest === null)) continue;
    const first = Math.max(0, Math.floor(((earliest ?? stretch.from) - stretch.from) / step));
    const last = Math.min(columns - 1, Math.max(first, Math.floor(((latest ?? stretch.to) - 1 - stretch.from) / step)));
    for (let column = first; column <= last; column += 1) counts[column] = (counts[column] ?? 0) + 1;
  }
  return counts;
}

/** What the canvas shows at present, asked for [from, to). */
export type Shown = (View & { readonly items: readonly TimelineItem[] }) | Buckets;

/** Keeps the bitmap for as long as it shows the same: of every band where events are counted, of folded bands where they are not. */
export class DensityKeeper {
  #picture: DensityPicture | null = null;
  #drawn: Shown | null = null;

  /** `columns` are counted of a folded band whose events are in the window. */
  pictureOf(shown: Shown | null, bands: readonly Band[], columns: number, ratio: number): DensityPicture | null {
    if (!shown || bands.length === 0 || ('items' in shown && !bands.some((band) => band.collapsed))) return null;
    const strips: readonly Strip[] = bands.map(({ key, colour, height, collapsed }) => ({
      colour,
      height,
      collapsed,
      counts: countsOf(shown, key, collapsed, columns),
    }));
    if (this.#drawn !== shown || this.#picture?.key !== pictureKey(strips, ratio)) {
      this.#drawn = shown;
      this.#picture = drawDensity(shown, strips, ratio);
    }
    return this.#picture;
  }
}

function countsOf(shown: Shown, key: string, collapsed: boolean, columns: number): readonly number[] {
  if (!('items' in shown)) return shown.groups.find((group) => group.key === key)?.counts ?? [];
  return collapsed ? countThings(shown.items, key, shown, columns) : [];
}
