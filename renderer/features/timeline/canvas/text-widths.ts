/** Names beyond this are forgotten; a million of them would fill the window's memory. */
const MOST = 20_000;

/** How wide words are on a canvas, each measured once. */
export class TextWidths {
  readonly #context: CanvasRenderingContext2D;
  readonly #known = new Map<string, number>();

  constructor(context: CanvasRenderingContext2D) {
    this.#context = context;
  }

  /** In CSS pixels; the context's transformation plays no part. One font at a time: another needs `forget` first. */
  of(text: string, font: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    if (this.#known.size >= MOST) this.#known.clear();
    this.#context.font = font;
    const { width } = this.#context.measureText(text);
    this.#known.set(text, width);
    return width;
  }

  forget(): void {
    this.#known.clear();
  }
}
