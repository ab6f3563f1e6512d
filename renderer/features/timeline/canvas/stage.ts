import type { Language } from '../../../../shared/model/language.ts';
import { stretchWords } from '../../../../shared/time/index.ts';
import { AxisKeeper } from './axis-keeper.ts';
import { BandKeeper } from './band-keeper.ts';
import type { Band, Group } from './bands.ts';
import type { Shown } from './density.ts';
import { layOut } from './layout.ts';
import type { Layout, Mark } from './marks.ts';
import { paintScene } from './paint.ts';
import { bucketAt, type Counted, fitOf, gutterOf, markAt, plotOf, rowsThatFit, type Scene } from './scene.ts';
import { Sprites } from './sprites.ts';
import { type CanvasTheme, onThemeChange, readTheme } from './theme.ts';
import { TextWidths } from './text-widths.ts';
import { type Certain, keyOf, type Period, type Thing } from './thing.ts';
import { type Plot, resolution, type View } from './view.ts';

export interface StageWords {
  readonly zone: string;
  readonly language: Language;
  /** What stands under a band's name when some of its labels find no room. */
  readonly more: (count: number) => string;
  /** Under the name of a band whose events are only counted: those that have no place in time. */
  readonly nowhere: (count: number) => string;
  /** What stands beside events that share one mark; beside those without a place in time where there is no stretch. */
  readonly crowd: (count: number, stretch: string | null) => string;
}

/** Zooming stretches the layout there is; when it has rested this long, or gone this far, it is made anew. */
const SETTLED = 140;
const MOST_STRETCH = 1.5;

/**
 * The canvas between two React renders: holds what is shown, lays it out when zoom or events change, and paints at most
 * once a frame. Panning and a little zooming reuse the layout; nothing here asks the core.
 */
export class Stage {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #stopListening: () => void;
  #theme: CanvasTheme;
  #sprites: Sprites;
  readonly #widths: TextWidths;
  #width = 0;
  #height = 0;
  #view: View;
  #words: StageWords;
  #shown: Shown | null = null;
  #periods: readonly Period[] = [];
  #gaps: ReadonlyMap<string, Certain> = new Map();
  #things: readonly Thing[] = [];
  #groups: readonly Group[] = [];
  #longNames = false;
  #layout: Layout | null = null;
  readonly #bands = new BandKeeper();
  #axis: AxisKeeper;
  #selected: string | null = null;
  #hovered: string | null = null;
  #cursor: number | null = null;
  #brush: Scene['brush'] = null;
  #frame = 0;
  #stale = false;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(canvas: HTMLCanvasElement, view: View, words: StageWords) {
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('this window has no canvas');
    this.#canvas = canvas;
    this.#context = context;
    this.#widths = new TextWidths(context);
    this.#view = view;
    this.#words = words;
    this.#axis = new AxisKeeper(words.zone, words.language);
    this.#theme = readTheme();
    this.#sprites = new Sprites(this.#theme, ratioNow());
    this.#stopListening = onThemeChange(() => this.#forgetLooks());
  }

  get view(): View {
    return this.#view;
  }

  get plot(): Plot {
    return plotOf(this.#width, this.#height, gutterOf(this.#width, this.#longNames));
  }

  get plotWidth(): number {
    const { left, right } = this.plot;
    return right - left;
  }

  /** The bands as they are on the canvas, now and whenever one of them moves, grows or is noted differently. */
  onBands(listener: (bands: readonly Band[]) => void): void {
    this.#bands.listen(listener);
  }

  setView(view: View): void {
    const zoomed = view.to - view.from !== this.#view.to - this.#view.from;
    this.#view = view;
    if (zoomed) this.#settleSoon();
    this.#paintSoon();
  }

  setWords(words: StageWords): void {
    this.#words = words;
    this.#axis = new AxisKeeper(words.zone, words.language);
    this.#layOutSoon();
  }

  show(shown: Shown): void {
    this.#shown = shown;
    this.#gather();
  }

  /** Periods in the bands they belong to; those of a band that is not shown are left out. `gaps`: the certain part of memory gaps. */
  setPeriods(periods: readonly Period[], gaps: ReadonlyMap<string, Certain>): void {
    this.#periods = periods;
    this.#gaps = gaps;
    this.#gather();
  }

  /** `longNames` for bands of people and exhibits: the names get more room. */
  setGroups(groups: readonly Group[], longNames: boolean): void {
    this.#groups = groups;
    this.#longNames = longNames;
    this.#layOutSoon();
  }

  select(key: string | null): void {
    this.#selected = key;
    if (key !== null) this.#reveal(key);
    this.#paintSoon();
  }

  /** Moves the hover to a point, or away with null; answers what lies there. */
  hover(x: number | null, y: number): { readonly mark: Mark | null; readonly bucket: Counted | null } {
    const scene = x === null ? null : this.#scene();
    const mark = scene && x !== null ? markAt(scene, x, y) : null;
    this.#hovered = mark ? keyOf(mark.item) : null;
    this.#cursor = x;
    this.#paintSoon();
    return { mark, bucket: scene && x !== null ? bucketAt(scene, x, y) : null };
  }

  /** Shows a stretch being chosen, in pixels; null when it is done. */
  setBrush(brush: Scene['brush']): void {
    this.#brush = brush;
    this.#paintSoon();
  }

  markAt(x: number, y: number): Mark | null {
    return markAt(this.#scene(), x, y);
  }

  bucketAt(x: number, y: number): Counted | null {
    return bucketAt(this.#scene(), x, y);
  }

  toInstant(x: number): number {
    const { left, right } = this.plot;
    return this.#view.from + ((x - left) / (right - left)) * (this.#view.to - this.#view.from);
  }

  /** Moves the bands up by so many pixels; does nothing while all of them fit. */
  scrollBy(pixels: number): void {
    const before = this.#bands.scroll.at;
    this.#placeBands(pixels);
    if (this.#bands.scroll.at !== before) this.#paintSoon();
  }

  /** Takes the element's size; the bitmap has as many pixels as the screen, so that lines stay sharp. */
  resize(width: number, height: number): void {
    const ratio = ratioNow();
    if (ratio !== this.#sprites.ratio) this.#sprites = new Sprites(this.#theme, ratio);
    this.#width = width;
    this.#height = height;
    this.#canvas.width = Math.round(width * ratio);
    this.#canvas.height = Math.round(height * ratio);
    this.#layOut();
    this.#paint();
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#settling);
    this.#bands.silence();
    this.#stopListening();
  }

  #forgetLooks(): void {
    this.#theme = readTheme();
    this.#sprites = new Sprites(this.#theme, ratioNow());
    this.#widths.forget();
    this.#layOutSoon();
  }

  #gather(): void {
    const items = this.#shown && 'items' in this.#shown ? this.#shown.items : [];
    this.#things = [...items, ...this.#periods];
    this.#layOutSoon();
  }

  #settleSoon(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      if (this.#layout && Math.abs(this.#stretch() - 1) > 1e-9) this.#layOutSoon();
    }, SETTLED);
  }

  #stretch(): number {
    return this.#layout ? fitOf(this.#layout, this.#view, this.plot).scale : 1;
  }

  /** Several things that change together cost one layout: it is made with the next picture, or when somebody asks where something is. */
  #layOutSoon(): void {
    this.#stale = true;
    this.#paintSoon();
  }

  #layOut(): void {
    this.#stale = false;
    if (this.#width === 0 || this.#groups.length === 0) return;
    const plot = this.plot;
    // Where events are only counted, what was worked out is still drawn one by one.
    this.#layout = layOut({
      things: this.#things,
      groups: this.#groups,
      origin: Math.round(this.#view.from),
      resolution: resolution(this.#view, plot),
      rows: rowsThatFit(plot, this.#groups),
      measure: (text) => this.#widths.of(text, this.#theme.font),
      nameCrowd: (count, stretch) =>
        this.#words.crowd(count, stretch && stretchWords(stretch.from, stretch.to, this.#words.zone, this.#words.language)),
      previous: this.#layout,
    });
    this.#placeBands();
  }

  #placeBands(further = 0): void {
    const looks = { plot: this.plot, theme: this.#theme, ratio: this.#sprites.ratio, words: this.#words };
    this.#bands.place({ ...looks, groups: this.#groups, layout: this.#layout, shown: this.#shown }, further);
  }

  #scene(): Scene {
    const plot = this.plot;
    const stretch = this.#stretch();
    if (this.#stale || stretch > MOST_STRETCH || stretch < 1 / MOST_STRETCH) this.#layOut();
    return {
      width: this.#width,
      height: this.#height,
      view: this.#view,
      plot,
      zone: this.#axis.zoneIn(this.#view),
      axis: this.#axis.axisOf(this.#view, plot.right - plot.left),
      bands: this.#bands.bands,
      layout: this.#layout,
      buckets: this.#shown && !('items' in this.#shown) ? this.#shown : null,
      density: this.#bands.density,
      gaps: this.#gaps,
      selected: this.#selected,
      hovered: this.#hovered,
      cursor: this.#cursor,
      brush: this.#brush,
      scroll: this.#bands.scroll,
    };
  }

  /** Brings the band of something into sight. */
  #reveal(key: string): void {
    if (this.#stale) this.#layOut();
    const at = this.#layout?.bands.findIndex((one) => one.marks.some((mark) => keyOf(mark.item) === key)) ?? -1;
    const band = this.#bands.bands[at];
    const { top, bottom } = this.plot;
    if (band && band.top < top) this.scrollBy(band.top - top);
    else if (band && band.top + band.height > bottom) this.scrollBy(Math.min(band.top - top, band.top + band.height - bottom));
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
    paintScene(this.#context, this.#scene(), this.#theme, this.#sprites);
  }
}

function ratioNow(): number {
  return window.devicePixelRatio || 1;
}
