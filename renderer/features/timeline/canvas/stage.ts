import type { TimelineItem } from '../../../../shared/contract/timeline.ts';
import type { Language } from '../../../../shared/locales/index.ts';
import { type Lane, lanes } from '../../../../shared/model/event.ts';
import { formatOffset, offsetAt } from '../../../../shared/time/index.ts';
import { type Axis, axisOf, stretchWords } from './axis.ts';
import { type Layout, layOut, type Mark, rowsByEvent } from './layout.ts';
import { paintScene } from './paint.ts';
import { bandsOf, type Buckets, bucketAt, eventAt, plotOf, rowsThatFit, type Scene } from './scene.ts';
import { type CanvasTheme, onThemeChange, readTheme } from './theme.ts';
import { resolution, type View } from './view.ts';

/** What the canvas shows at present, asked for [from, to). */
export type Shown = (View & { readonly items: readonly TimelineItem[] }) | Buckets;

export interface StageWords {
  readonly zone: string;
  readonly language: Language;
  readonly laneNames: Readonly<Record<Lane, string>>;
  /** What stands under a lane's name when some of its labels find no room. */
  readonly more: (count: number) => string;
  /** What stands beside events that share one mark. */
  readonly crowd: (count: number, stretch: string) => string;
}

/**
 * The canvas between two React renders: holds what is shown, lays it out when zoom or events change, and paints at most
 * once a frame. Panning reuses the layout; nothing here asks the core.
 */
export class Stage {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #stopListening: () => void;
  #theme: CanvasTheme;
  #widths = new Map<string, number>();
  #width = 0;
  #height = 0;
  #view: View;
  #words: StageWords;
  #shown: Shown | null = null;
  #layout: Layout | null = null;
  #axis: { readonly key: string; readonly axis: Axis } | null = null;
  #selected: string | null = null;
  #hovered: string | null = null;
  #cursor: number | null = null;
  #frame = 0;

  constructor(canvas: HTMLCanvasElement, view: View, words: StageWords) {
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('this window has no canvas');
    this.#canvas = canvas;
    this.#context = context;
    this.#view = view;
    this.#words = words;
    this.#theme = readTheme();
    this.#stopListening = onThemeChange(() => this.#forgetLooks());
  }

  get view(): View {
    return this.#view;
  }

  get plotWidth(): number {
    const { left, right } = plotOf(this.#width, this.#height);
    return right - left;
  }

  setView(view: View): void {
    this.#view = view;
    this.#paintSoon();
  }

  setWords(words: StageWords): void {
    this.#words = words;
    this.#axis = null;
    this.#layOut();
    this.#paintSoon();
  }

  show(shown: Shown): void {
    this.#shown = shown;
    this.#layOut();
    this.#paintSoon();
  }

  select(eventId: string | null): void {
    this.#selected = eventId;
    this.#paintSoon();
  }

  /** Moves the hover to a point, or away with null; answers what lies there. */
  hover(
    x: number | null,
    y: number,
  ): {
    readonly mark: Mark | null;
    readonly bucket: ReturnType<typeof bucketAt>;
  } {
    const scene = this.#scene();
    const mark = x === null ? null : eventAt(scene, x, y);
    this.#hovered = mark?.item.eventId ?? null;
    this.#cursor = x;
    this.#paintSoon();
    return { mark, bucket: x === null ? null : bucketAt(scene, x, y) };
  }

  eventAt(x: number, y: number): Mark | null {
    return eventAt(this.#scene(), x, y);
  }

  bucketAt(x: number, y: number): ReturnType<typeof bucketAt> {
    return bucketAt(this.#scene(), x, y);
  }

  toInstant(x: number): number {
    const { left, right } = plotOf(this.#width, this.#height);
    return this.#view.from + ((x - left) / (right - left)) * (this.#view.to - this.#view.from);
  }

  /** Takes the element's size; the bitmap has as many pixels as the screen, so that lines stay sharp. */
  resize(width: number, height: number): void {
    const ratio = window.devicePixelRatio || 1;
    this.#width = width;
    this.#height = height;
    this.#canvas.width = Math.round(width * ratio);
    this.#canvas.height = Math.round(height * ratio);
    this.#layOut();
    this.#paint();
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    this.#stopListening();
  }

  #forgetLooks(): void {
    this.#theme = readTheme();
    this.#widths.clear();
    this.#layOut();
    this.#paintSoon();
  }

  #layOut(): void {
    if (!this.#shown || !('items' in this.#shown) || this.#width === 0) {
      this.#layout = null;
      return;
    }
    const plot = plotOf(this.#width, this.#height);
    const previous = this.#layout ? rowsByEvent(this.#layout) : undefined;
    this.#layout = layOut({
      items: this.#shown.items,
      origin: Math.round(this.#view.from),
      resolution: resolution(this.#view, plot),
      rows: rowsThatFit(plot),
      measure: (text) => this.#measure(text),
      nameCrowd: (count, from, to) => this.#words.crowd(count, stretchWords(from, to, this.#words.zone, this.#words.language)),
      ...(previous ? { previous } : {}),
    });
  }

  #measure(text: string): number {
    const known = this.#widths.get(text);
    if (known !== undefined) return known;
    this.#context.font = this.#theme.font;
    const width = this.#context.measureText(text).width;
    this.#widths.set(text, width);
    return width;
  }

  #scene(): Scene {
    const plot = plotOf(this.#width, this.#height);
    const now = resolution(this.#view, plot);
    if (this.#layout && Math.abs(this.#layout.resolution / now - 1) > 1e-9) this.#layOut();
    const rows = lanes.map((lane) => this.#layout?.lanes.find((one) => one.lane === lane)?.rows ?? 2);
    const notes = lanes.map((lane) => {
      const unlabelled = this.#layout?.lanes.find((one) => one.lane === lane)?.unlabelled ?? 0;
      return unlabelled > 0 ? this.#words.more(unlabelled) : '';
    });
    return {
      width: this.#width,
      height: this.#height,
      view: this.#view,
      plot,
      zone: zoneIn(this.#view, this.#words.zone),
      axis: this.#axisOf(plot.right - plot.left),
      bands: bandsOf(plot, rows, this.#words.laneNames, notes),
      layout: this.#layout,
      buckets: this.#shown && !('items' in this.#shown) ? this.#shown : null,
      selected: this.#selected,
      hovered: this.#hovered,
      cursor: this.#cursor,
    };
  }

  #axisOf(width: number): Axis {
    const key = `${this.#view.from} ${this.#view.to} ${width}`;
    if (this.#axis?.key !== key)
      this.#axis = {
        key,
        axis: axisOf(this.#view, width, this.#words.zone, this.#words.language),
      };
    return this.#axis.axis;
  }

  #paintSoon(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#paint();
    });
  }

  #paint(): void {
    if (this.#width === 0) return;
    const ratio = this.#canvas.width / this.#width;
    this.#context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintScene(this.#context, this.#scene(), this.#theme);
  }
}

/** The name's last part is the place people know; where the clocks change within the view, both offsets stand. */
function zoneIn(view: View, zone: string): Scene['zone'] {
  const offsets = new Set([view.from, view.to].map((at) => formatOffset(offsetAt(Math.round(at), zone))));
  return { place: zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone, offset: [...offsets].join(' / ') };
}
