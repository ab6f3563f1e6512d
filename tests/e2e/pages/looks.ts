import { mkdir } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Bridge } from '../../../shared/contract/bridge.ts';
import { languages } from '../../../shared/model/language.ts';
import { expect, type Page, type TestInfo } from '@playwright/test';

declare global {
  interface Window {
    readonly casewright: Bridge;
  }
}

const folder = fileURLToPath(new URL('../artefacts/screens/', import.meta.url));

const themes = ['light', 'dark'] as const;

/** What a screen looks like, and whether everybody can use it. */
export class Looks {
  readonly #window: Page;
  readonly #info: TestInfo;

  constructor(window: Page, info: TestInfo) {
    this.#window = window;
    this.#info = info;
  }

  /** A picture of the window as it is, kept as an artefact where somebody is there to look at it: `npm run e2e`, not the whole run of tests. */
  async picture(name: string): Promise<void> {
    await this.#settle();
    if (!process.env['CASEWRIGHT_PICTURES']) return;
    await mkdir(folder, { recursive: true });
    await this.#info.attach(name, { body: await this.#window.screenshot({ path: `${folder}${name}.png` }), contentType: 'image/png' });
  }

  /** No rule of WCAG 2.2 AA broken, and nothing wider than the window. */
  async usable(name: string): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.#window as never })
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    const found = violations.map(
      (violation) =>
        `${violation.id}: ${violation.nodes.map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join(' | ')}`,
    );
    expect(found, `axe on ${name}`).toEqual([]);
    const wider = await this.#window.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wider, `${name} is wider than the window`).toBeLessThanOrEqual(0);
  }

  /** The screen in both languages and both themes: pictures kept, axe clean in each. Leaves the window in English and light. */
  async inEveryLook(name: string): Promise<void> {
    for (const language of languages) {
      for (const theme of themes) {
        await this.set({ language, theme });
        await this.picture(`${name}-${language}-${theme}`);
        await this.usable(`${name} ${language} ${theme}`);
      }
    }
    await this.set({ language: 'en', theme: 'light' });
  }

  /** The screen in both themes and the language it has; for a long road that is walked in each language anyway. Leaves it light. */
  async inBothThemes(name: string): Promise<void> {
    for (const theme of themes.toReversed()) {
      await this.set({ theme });
      await this.picture(`${name}-${theme}`);
      await this.usable(`${name} ${theme}`);
    }
  }

  /** A picture taken in the middle of a transition, or a colour measured in it, shows neither look. */
  async #settle(): Promise<void> {
    await this.#window.emulateMedia({ reducedMotion: 'reduce' });
    await this.#window.evaluate(() => document.fonts.ready);
  }

  /** By the preferences alone, so that an open dialog or a half-filled form stays as it is. */
  async set(look: { readonly language?: (typeof languages)[number]; readonly theme?: (typeof themes)[number] }): Promise<void> {
    await this.#window.evaluate((change) => window.casewright.call('desk.setPreferences', change), look);
    if (look.language) await expect(this.#window.locator('html')).toHaveAttribute('lang', look.language);
    if (look.theme) await expect(this.#window.locator('html')).toHaveAttribute('data-theme', look.theme);
  }
}
