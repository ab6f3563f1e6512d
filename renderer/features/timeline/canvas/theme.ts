import { type Lane, lanes } from '../../../../shared/model/event.ts';

/** The design tokens as the canvas needs them; the canvas sees no style sheet. */
export interface CanvasTheme {
  readonly paper: string;
  readonly surface: string;
  readonly sunken: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly inkFaint: string;
  readonly act: string;
  readonly actSoft: string;
  readonly differ: string;
  readonly breach: string;
  readonly lanes: Readonly<Record<Lane, string>>;
  readonly font: string;
  readonly fontStrong: string;
  readonly fontSmall: string;
}

export function readTheme(element: Element = document.documentElement): CanvasTheme {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const family = token('sans');
  return {
    paper: token('paper'),
    surface: token('surface'),
    sunken: token('sunken'),
    line: token('line'),
    lineStrong: token('line-strong'),
    ink: token('ink'),
    inkSoft: token('ink-2'),
    inkFaint: token('ink-3'),
    act: token('act'),
    actSoft: token('act-soft'),
    differ: token('differ'),
    breach: token('breach'),
    lanes: Object.fromEntries(lanes.map((lane) => [lane, token(lane)])) as Record<Lane, string>,
    font: `400 13px ${family}`,
    fontStrong: `600 13px ${family}`,
    fontSmall: `400 12.5px ${family}`,
  };
}

const tints = new Map<string, string>();

/** Tokens are hexadecimal; a canvas needs the alpha in the colour itself. */
export function withAlpha(colour: string, alpha: number): string {
  const key = `${colour}${alpha}`;
  let tint = tints.get(key);
  if (!tint)
    tints.set(
      key,
      (tint = `${colour}${Math.round(alpha * 255)
        .toString(16)
        .padStart(2, '0')}`),
    );
  return tint;
}

/** Calls back when the theme, the density or the fonts of the window change. Returns the way to stop. */
export function onThemeChange(callback: () => void): () => void {
  const observer = new MutationObserver(callback);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'data-density'],
  });
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', callback);
  // A script's glyphs are loaded when they are first drawn; what was drawn before used another font.
  document.fonts.addEventListener('loadingdone', callback);
  return () => {
    observer.disconnect();
    dark.removeEventListener('change', callback);
    document.fonts.removeEventListener('loadingdone', callback);
  };
}
