import { areSame, type Band, type Group, placeBands } from './bands.ts';
import { DensityKeeper, type DensityPicture, type Shown } from './density.ts';
import type { Layout } from './marks.ts';
import { heightsOf } from './scene.ts';
import type { CanvasTheme } from './theme.ts';
import type { Plot } from './view.ts';

const MOST_COLUMNS = 4096;

/** What the bands are placed by. */
interface BandGround {
  readonly groups: readonly Group[];
  readonly layout: Layout | null;
  readonly plot: Plot;
  readonly theme: CanvasTheme;
  readonly shown: Shown | null;
  /** Screen pixels to the CSS pixel. */
  readonly ratio: number;
  readonly words: { readonly more: (count: number) => string; readonly nowhere: (count: number) => string };
}

/** Where the bands stand on the canvas and how far they are scrolled, with the picture of what is only counted in them. */
export class BandKeeper {
  readonly #densities = new DensityKeeper();
  #bands: readonly Band[] = [];
  #density: DensityPicture | null = null;
  #scroll = 0;
  #listener: (bands: readonly Band[]) => void = () => undefined;

  get bands(): readonly Band[] {
    return this.#bands;
  }

  get density(): DensityPicture | null {
    return this.#density;
  }

  /** The first pixel shown, and the pixels in all. */
  get scroll(): { readonly at: number; readonly of: number } {
    return { at: this.#scroll, of: this.#bands.reduce((sum, band) => sum + band.height, 0) };
  }

  /** Tells the bands as they are, now and whenever one of them moves, grows or is noted differently. */
  listen(listener: (bands: readonly Band[]) => void): void {
    this.#listener = listener;
    listener(this.#bands);
  }

  silence(): void {
    this.#listener = () => undefined;
  }

  /** Places the bands one below the other, moved up by so many pixels more, as far as there is something to see. */
  place({ groups, layout, plot, theme, shown, ratio, words }: BandGround, further = 0): void {
    const room = plot.bottom - plot.top;
    const heights = heightsOf(room, groups, layout);
    const whole = heights.reduce((sum, height) => sum + height, 0);
    this.#scroll = Math.max(0, Math.min(this.#scroll + further, whole - room));
    const bands = placeBands(groups, heights, plot.top - this.#scroll, layout, theme, words.more, words.nowhere);
    if (!areSame(bands, this.#bands)) {
      this.#bands = bands;
      this.#listener(bands);
    }
    const columns = Math.min(MOST_COLUMNS, Math.round((plot.right - plot.left) * 2));
    this.#density = this.#densities.pictureOf(shown, bands, columns, ratio);
  }
}
