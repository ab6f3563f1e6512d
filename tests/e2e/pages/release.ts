import { expect, type Locator, type Page } from '@playwright/test';
import type { Desktop } from './desktop.ts';

/** The gate, the signature, the verdict. English names. */
export class Release {
  readonly #window: Page;
  readonly #desktop: Desktop;

  constructor(window: Page, desktop: Desktop) {
    this.#window = window;
    this.#desktop = desktop;
  }

  get panel(): Locator {
    return this.#window.getByRole('region', { name: 'Case file', exact: true });
  }

  get list(): Locator {
    return this.#window.getByRole('region', { name: 'Releases' });
  }

  get verdict(): Locator {
    return this.#window.getByRole('region', { name: 'Verify a case file' });
  }

  async sign(path: string): Promise<void> {
    await this.#desktop.answerSaveDialog(path);
    await this.panel.getByRole('button', { name: 'Sign and save case file…' }).click();
    await expect(this.list.getByRole('listitem').first()).toBeVisible({ timeout: 90_000 });
  }

  async verify(path: string): Promise<void> {
    await this.#desktop.answerOpenDialog([path]);
    await this.verdict.getByRole('button', { name: 'Verify a PDF…' }).click();
  }
}
