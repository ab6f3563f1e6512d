import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

const css = await readFile(new URL('../../../../renderer/ui/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split("[data-theme='dark']");
const themes = { light: readTokens(light), dark: { ...readTokens(light), ...readTokens(dark) } };

function readTokens(block: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/g)].map((match) => [match[1], match[2]]));
}

/** WCAG 2.2 contrast ratio of two colours `#rrggbb`. */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((left, right) => right - left);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const surfaces = ['paper', 'surface', 'sunken'];
const texts = [
  ...['ink', 'ink-2', 'ink-3', 'act', 'breach', 'differ', 'verified'].flatMap((text) =>
    surfaces.map((surface) => [text, surface] as const),
  ),
  ...['act', 'differ', 'breach', 'verified'].map((tone) => [tone, `${tone}-soft`] as const),
  ['on-act', 'act'] as const,
  ['ink-2', 'act-soft'] as const,
];

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const colour = (name: string) => themes[theme][name] ?? '';

  it.each(texts)('%s is readable on %s: 4.5 to 1', (text, surface) => {
    expect(contrast(colour(text), colour(surface))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(surfaces)('the edge of a field stands out from %s: 3 to 1', (surface) => {
    expect(contrast(colour('edge'), colour(surface))).toBeGreaterThanOrEqual(3);
  });

  it('gives every lane a colour that stands out as a mark: 3 to 1', () => {
    for (const lane of ['incident', 'institution', 'knowledge', 'public'])
      expect(contrast(colour(lane), colour('paper')), lane).toBeGreaterThanOrEqual(3);
  });
});
