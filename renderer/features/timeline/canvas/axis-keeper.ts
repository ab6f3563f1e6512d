import type { Language } from '../../../../shared/model/language.ts';
import { formatOffset, offsetAt, type TimeAxis } from '../../../../shared/time/index.ts';
import { axisOf } from './axis.ts';
import type { Scene } from './scene.ts';
import type { View } from './view.ts';

/** The axis of one zone and language, kept from frame to frame for as long as it serves. */
export class AxisKeeper {
  readonly #zone: string;
  readonly #language: Language;
  #axis: { readonly from: number; readonly to: number; readonly key: string; readonly axis: TimeAxis } | null = null;
  #said: { readonly key: string; readonly zone: Scene['zone'] } | null = null;

  constructor(zone: string, language: Language) {
    this.#zone = zone;
    this.#language = language;
  }

  /** While one pans it is made for a view more on each side, so that the next frames meet ticks that are there already. */
  axisOf({ from, to }: View, width: number): TimeAxis {
    const span = to - from;
    const key = `${Math.round(span)} ${width}`;
    const panned = this.#axis?.key === key;
    if (!panned || from < (this.#axis?.from ?? 0) || to > (this.#axis?.to ?? 0)) {
      const stretch = panned ? { from: from - span, to: to + span } : { from, to };
      const axis = axisOf(stretch, panned ? width * 3 : width, this.#zone, this.#language);
      this.#axis = { ...stretch, key, axis };
    }
    return (this.#axis as { readonly axis: TimeAxis }).axis;
  }

  /** The name's last part is the place people know; where the clocks change within the view, both offsets stand. */
  zoneIn(view: View): Scene['zone'] {
    const zone = this.#zone;
    const [from, to] = [offsetAt(Math.round(view.from), zone), offsetAt(Math.round(view.to), zone)];
    const key = `${from} ${to}`;
    if (this.#said?.key !== key) {
      const offset = [...new Set([from, to])].map(formatOffset).join(' / ');
      this.#said = { key, zone: { place: zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone, offset } };
    }
    return this.#said.zone;
  }
}
