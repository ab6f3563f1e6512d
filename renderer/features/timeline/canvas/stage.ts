import type { TimelineItem } from '../../../../shared/contract/timeline.ts';
import type { Language } from '../../../../shared/locales/index.ts';
import { lanes, type Lane } from '../../../../shared/model/event.ts';
import { formatOffset, offsetAt } from '../../../../shared/time/index.ts';
import { type Axis, axisOf, stretchWords } from './axis.ts';
import { countThings, type DensityPicture, drawDensity, pictureKey, type Strip } from './density.ts';
import { type Layout, layOut, type Mark } from './layout.ts';
import { paintScene } from './paint.ts';
import {
  type Band,
  type Buckets,
  bucketAt,
  type Counted,
  fitOf,
  gutterOf,
  heightsOf,
  markAt,
  plotOf,
  rowsThatFit,
  type Scene,
} from './scene.ts';
import { Sprites } from './sprites.ts';
import { type CanvasTheme, onThemeChange, readTheme } from './theme.ts';
import { type Certain, keyOf, type Period, type Thing } from './thing.ts';
import { type Plot, resolution, type View } from './view.ts';

/** One band as the screen names it. */
export interface Group {
  readonly key: string;
  readonly name: string;
  readonly collapsed: boolean;
}

/** What the canvas shows at present, asked for [from, to). */
export type Shown = (View & { readonly items: readonly TimelineItem[] }) | Buckets;

export interface StageWords {
  readonly zone: string;
  readonly language: Language;
  /** What stands under a band's name when some of its labels find no room. */
  readonly more: (count: number) => string;
  /** What stands beside events that share one mark; beside those without a place in time where there is no stretch. */
  readonly crowd: (count: number, stretch: string | null) => string;
}

/** Zooming stretches the layout there is; when it has rested this long, or gone this far, it is made anew. */
const SETTLED = 140;
const MOST_STRETCH = 1.5;
/** Names beyond this are forgotten; a million of them would fill the window's memory. */
const MOST_WIDTHS = 20_000;

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
  #widths = new Map<string, number>();
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
  #density: DensityPicture | null = null;
  #bands: readonly Band[] = [];
  #axis: { readonly from: number; readonly to: number; readonly key: string; readonly axis: Axis } | null = null;
  #zone: { readonly key: string; readonly zone: Scene['zone'] } | null = null;
  #selected: string | null = null;
  #hovered: string | null = null;
  #cursor: number | null = null;
  #brush: Scene['brush'] = null;
  #scroll = 0;
  #frame = 0;
  #stale = false;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #onBands: (bands: readonly Band[]) => void = () => undefined;

  constructor(canvas: HTMLCanvasElement, view: View, words: StageWords) {
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('this window has no canvas');
    this.#canvas = canvas;
    this.#context = context;
    this.#view = view;
    this.#words = words;
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
    this.#onBands = listener;
    listener(this.#bands);
  }

  setView(view: View): void {
    const zoomed = view.to - view.from !== this.#view.to - this.#view.from;
    this.#view = view;
    if (zoomed) this.#settleSoon();
    this.#paintSoon();
  }

  setWords(words: StageWords): void {
    this.#words = words;
    this.#axis = null;
    this.#zone = null;
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
    const before = this.#scroll;
    this.#scroll += pixels;
    this.#placeBands();
    if (this.#scroll !== before) this.#paintSoon();
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
    this.#onBands = () => undefined;
    this.#stopListening();
  }

  #forgetLooks(): void {
    this.#theme = readTheme();
    this.#sprites = new Sprites(this.#theme, ratioNow());
    this.#widths.clear();
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
      measure: (text) => this.#measure(text),
      nameCrowd: (count, stretch) =>
        this.#words.crowd(count, stretch && stretchWords(stretch.from, stretch.to, this.#words.zone, this.#words.language)),
      previous: this.#layout,
    });
    this.#placeBands();
  }

  #measure(text: string): number {
    const known = this.#widths.get(text);
    if (known !== undefined) return known;
    if (this.#widths.size > MOST_WIDTHS) this.#widths.clear();
    this.#context.font = this.#theme.font;
    const width = this.#context.measureText(text).width;
    this.#widths.set(text, width);
    return width;
  }

  #placeBands(): void {
    const plot = this.plot;
    const room = plot.bottom - plot.top;
    const heights = heightsOf(room, this.#groups, this.#layout);
    const whole = heights.reduce((sum, height) => sum + height, 0);
    this.#scroll = Math.max(0, Math.min(this.#scroll, whole - room));
    let top = plot.top - this.#scroll;
    const bands = this.#groups.map(({ key, name, collapsed }, index) => {
      const height = heights[index] ?? 0;
      const unlabelled = this.#layout?.bands[index]?.unlabelled ?? 0;
      const colour = colourOf(key, this.#theme);
      const band = { key, name, collapsed, top, height, colour, note: unlabelled > 0 ? this.#words.more(unlabelled) : '' };
      top += height;
      return band;
    });
    if (!isSame(bands, this.#bands)) {
      this.#bands = bands;
      this.#onBands(bands);
    }
    this.#drawDensity();
  }

  /** The bitmap of counted columns: of every band where events are counted, of collapsed bands where they are not. */
  #drawDensity(): void {
    const shown = this.#shown;
    if (!shown || this.#bands.length === 0 || ('items' in shown && !this.#bands.some((band) => band.collapsed))) {
      this.#density = null;
      return;
    }
    const columns = Math.min(4096, Math.round(this.plotWidth * 2));
    const strips: readonly Strip[] = this.#bands.map(({ key, colour, height, collapsed }) => ({
      colour,
      height,
      collapsed,
      counts: !('items' in shown)
        ? (shown.groups.find((group) => group.key === key)?.counts ?? [])
        : collapsed
          ? countThings(shown.items, key, shown, columns)
          : [],
    }));
    const same = this.#density?.from === shown.from && this.#density.to === shown.to && this.#drawn === shown;
    if (same && this.#density?.key === pictureKey(strips, this.#sprites.ratio)) return;
    this.#drawn = shown;
    this.#density = drawDensity(shown, strips, this.#sprites.ratio);
  }
  #drawn: Shown | null = null;

  #scene(): Scene {
    const plot = this.plot;
    const stretch = this.#stretch();
    if (this.#stale || stretch > MOST_STRETCH || stretch < 1 / MOST_STRETCH) this.#layOut();
    return {
      width: this.#width,
      height: this.#height,
      view: this.#view,
      plot,
      zone: this.#zoneIn(),
      axis: this.#axisOf(plot.right - plot.left),
      bands: this.#bands,
      layout: this.#layout,
      buckets: this.#shown && !('items' in this.#shown) ? this.#shown : null,
      density: this.#density,
      gaps: this.#gaps,
      selected: this.#selected,
      hovered: this.#hovered,
      cursor: this.#cursor,
      brush: this.#brush,
      scroll: { at: this.#scroll, of: this.#bands.reduce((sum, band) => sum + band.height, 0) },
    };
  }

  /** Brings the band of something into sight. */
  #reveal(key: string): void {
    if (this.#stale) this.#layOut();
    const at = this.#layout?.bands.findIndex((one) => one.marks.some((mark) => keyOf(mark.item) === key)) ?? -1;
    const band = this.#bands[at];
    const { top, bottom } = this.plot;
    if (band && band.top < top) this.scrollBy(band.top - top);
    else if (band && band.top + band.height > bottom) this.scrollBy(Math.min(band.top - top, band.top + band.height - bottom));
  }

  /** While one pans it is made for a view more on each side, so that the next frames meet ticks that are there already. */
  #axisOf(width: number): Axis {
    const { from, to } = this.#view;
    const span = to - from;
    const key = `${Math.round(span)} ${width}`;
    const panned = this.#axis?.key === key;
    if (!panned || from < (this.#axis?.from ?? 0) || to > (this.#axis?.to ?? 0)) {
      const stretch = panned ? { from: from - span, to: to + span } : { from, to };
      const axis = axisOf(stretch, panned ? width * 3 : width, this.#words.zone, this.#words.language);
      this.#axis = { ...stretch, key, axis };
    }
    return (this.#axis as { readonly axis: Axis }).axis;
  }

  /** The name's last part is the place people know; where the clocks change within the view, both offsets stand. */
  #zoneIn(): Scene['zone'] {
    const { zone } = this.#words;
    const [from, to] = [offsetAt(Math.round(this.#view.from), zone), offsetAt(Math.round(this.#view.to), zone)];
    const key = `${from} ${to}`;
    if (this.#zone?.key !== key) {
      const offset = [...new Set([from, to])].map(formatOffset).join(' / ');
      this.#zone = { key, zone: { place: zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone, offset } };
    }
    return this.#zone.zone;
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

/** Lanes keep their colours; other bands have none, because a colour means a lane. */
function colourOf(key: string, theme: CanvasTheme): string {
  return (lanes as readonly string[]).includes(key) ? theme.lanes[key as Lane] : theme.inkFaint;
}

function isSame(bands: readonly Band[], others: readonly Band[]): boolean {
  return (
    bands.length === others.length &&
    bands.every((band, index) => {
      const other = others[index] as Band;
      return (
        band.key === other.key &&
        band.name === other.name &&
        band.collapsed === other.collapsed &&
        band.top === other.top &&
        band.height === other.height &&
        band.note === other.note &&
        band.colour === other.colour
      );
    })
  );
}
