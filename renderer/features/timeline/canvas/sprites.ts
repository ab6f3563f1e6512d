import { POINT_RADIUS } from './marks.ts';
import { type CanvasTheme, withAlpha } from './theme.ts';

export type Context = CanvasRenderingContext2D;

/** A small picture drawn once and copied from then on: a path or a gradient costs many times as much, for every mark in every frame. */
export interface Sprite {
  readonly image: HTMLCanvasElement;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export const BAR_HEIGHT = 16;
/** How far a bound that is not a known edge fades out. */
export const SOFT_END = 14;
/** Opacity of a bar's body and of its outline. */
export const BAR_TINT = { established: { body: 0.5, edge: 0.28 }, asserted: { body: 0.1, edge: 0.95 } } as const;
export const EDGE_WIDTH = 1.4;

export type Hatching = 'approximate' | 'silence' | 'memory-gap' | 'unaccounted';

/** The sprites of one theme at one density of pixels. */
export class Sprites {
  readonly #theme: CanvasTheme;
  /** Pixels of the screen to the CSS pixel. */
  readonly ratio: number;
  readonly #known = new Map<string, Sprite>();
  readonly #patterns = new Map<string, CanvasPattern | null>();

  constructor(theme: CanvasTheme, ratio: number) {
    this.#theme = theme;
    this.ratio = ratio;
  }

  /** Known to the second. Solid when established, hollow when asserted. */
  point(colour: string, established: boolean): Sprite {
    return this.#sprite(`point ${colour} ${established}`, 2 * POINT_RADIUS + 2, 2 * POINT_RADIUS + 2, (context) => {
      context.beginPath();
      context.arc(POINT_RADIUS + 1, POINT_RADIUS + 1, POINT_RADIUS - 0.8, 0, 2 * Math.PI);
      context.fillStyle = established ? colour : this.#theme.paper;
      context.fill();
      context.strokeStyle = colour;
      context.lineWidth = 1.6;
      context.stroke();
    });
  }

  /** The end of a bar: fades towards the bound, with its outline. */
  softEnd(colour: string, established: boolean, side: 'left' | 'right'): Sprite {
    const { body, edge } = BAR_TINT[established ? 'established' : 'asserted'];
    return this.#sprite(`end ${colour} ${established} ${side}`, SOFT_END, BAR_HEIGHT, (context) => {
      const fade = (alpha: number): CanvasGradient => {
        const gradient =
          side === 'left' ? context.createLinearGradient(0, 0, SOFT_END, 0) : context.createLinearGradient(SOFT_END, 0, 0, 0);
        gradient.addColorStop(0, withAlpha(colour, 0));
        gradient.addColorStop(1, withAlpha(colour, alpha));
        return gradient;
      };
      context.fillStyle = fade(body);
      context.fillRect(0, 0, SOFT_END, BAR_HEIGHT);
      context.fillStyle = fade(edge);
      context.fillRect(0, 0, SOFT_END, EDGE_WIDTH);
      context.fillRect(0, BAR_HEIGHT - EDGE_WIDTH, SOFT_END, EDGE_WIDTH);
    });
  }

  /** Accounts differ: a notch from above, beside the amber so that it is not colour alone. */
  notch(): Sprite {
    return this.#sprite('notch', 12, 9, (context) => {
      context.beginPath();
      context.moveTo(1, 1);
      context.lineTo(11, 1);
      context.lineTo(6, 8);
      context.closePath();
      context.fillStyle = this.#theme.differ;
      context.fill();
      context.strokeStyle = this.#theme.paper;
      context.lineWidth = 1;
      context.stroke();
    });
  }

  /** No place in time: the clock that stamped it was off by nobody knows how much. */
  question(colour: string): Sprite {
    return this.#sprite(`question ${colour}`, 18, 18, (context) => {
      context.beginPath();
      context.arc(9, 9, 7.5, 0, 2 * Math.PI);
      context.fillStyle = this.#theme.paper;
      context.fill();
      context.setLineDash([2.5, 2]);
      context.strokeStyle = colour;
      context.lineWidth = 1.3;
      context.stroke();
      context.font = this.#theme.fontStrong;
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      context.fillStyle = colour;
      context.fillText('?', 9, 9.5);
    });
  }

  /** Each uncertainty has a hatching of its own: strokes up, strokes down, dots, a lattice. */
  hatching(context: Context, kind: Hatching, colour: string): CanvasPattern | null {
    const key = `${kind} ${colour}`;
    const known = this.#patterns.get(key);
    if (known !== undefined) return known;
    const size = 6;
    const tile = this.#sprite(key, size, size, (drawing) => drawHatching(drawing, kind, colour, size));
    const pattern = context.createPattern(tile.image, 'repeat');
    pattern?.setTransform(new DOMMatrix().scale(1 / this.ratio));
    this.#patterns.set(key, pattern);
    return pattern;
  }

  #sprite(key: string, width: number, height: number, draw: (context: Context) => void): Sprite {
    const known = this.#known.get(key);
    if (known) return known;
    const image = document.createElement('canvas');
    image.width = Math.ceil(width * this.ratio);
    image.height = Math.ceil(height * this.ratio);
    const context = image.getContext('2d');
    if (!context) throw new Error('this window has no canvas');
    context.scale(image.width / width, image.height / height);
    draw(context);
    const sprite = { image, width, height };
    this.#known.set(key, sprite);
    return sprite;
  }
}

function drawHatching(context: Context, kind: Hatching, colour: string, size: number): void {
  context.strokeStyle = withAlpha(colour, kind === 'silence' ? 0.42 : 0.55);
  context.fillStyle = withAlpha(colour, 0.75);
  context.lineWidth = 1.1;
  context.beginPath();
  if (kind === 'memory-gap') {
    for (const at of [0, size / 2]) context.fillRect(at + 0.7, at + 0.7, 1.5, 1.5);
    return;
  }
  // A stroke leaves the tile at one corner and comes back at the other, so it is drawn there, too.
  const rising = kind === 'approximate' || kind === 'silence' || kind === 'unaccounted';
  for (const shift of [-size, 0, size]) {
    if (rising) {
      context.moveTo(shift - 1, size + 1);
      context.lineTo(shift + size + 1, -1);
    }
    if (kind === 'unaccounted') {
      context.moveTo(shift - 1, -1);
      context.lineTo(shift + size + 1, size + 1);
    }
  }
  context.stroke();
}
