import { expect, type Locator, type Page } from '@playwright/test';

/** One exhibit with its original. English names. */
export class Viewer {
  readonly #window: Page;

  constructor(window: Page) {
    this.#window = window;
  }

  get heading(): Locator {
    return this.#window.getByRole('heading', { level: 1 });
  }

  /** The bar that says what a citation made now would point at. */
  get citedPlace(): Locator {
    return this.#window.getByRole('group', { name: 'Cited place' });
  }

  get citing(): Locator {
    return this.#window.getByRole('dialog', { name: /^Cite EX-/ });
  }

  page(number: number): Locator {
    return this.#window.getByRole('figure', { name: `Page ${number}` });
  }

  /** A line or paragraph of an original that is text. */
  passage(text: string): Locator {
    return this.#window.getByRole('listbox', { name: 'Original' }).getByRole('option').filter({ hasText: text });
  }

  async tab(name: 'Text' | 'Metadata' | 'Custody' | 'Acquisitions' | 'Citations'): Promise<void> {
    await this.#window.getByRole('tab', { name }).click();
  }

  async back(): Promise<void> {
    await this.#window.getByRole('main').getByRole('link', { name: 'Evidence' }).click();
    await expect(this.heading).toHaveText('Evidence');
  }

  async cite(): Promise<void> {
    await this.citedPlace.getByRole('button', { name: 'Cite' }).click();
    await expect(this.citing).toBeVisible();
  }

  async citeAsNewEvent(title: string, when: string): Promise<void> {
    await this.cite();
    await this.citing.getByLabel('What happened').fill(title);
    await this.citing.getByLabel('When', { exact: true }).fill(when);
    await this.citing.getByRole('button', { name: 'Save the citation' }).click();
    await expect(this.citing).toBeHidden();
  }

  async choose(act: 'Verify' | 'Export…' | 'Change title and source…' | 'Cover' | 'Uncover for everyone'): Promise<void> {
    await this.#window.getByRole('button', { name: 'More acts on this exhibit' }).click();
    await this.#window.getByRole('menuitem', { name: act, exact: true }).click();
  }
}
