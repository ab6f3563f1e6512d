import { expect, type Locator, type Page } from '@playwright/test';

/** The dated passages of one exhibit, or of the whole case. English names. */
export class Suggestions {
  readonly #window: Page;

  constructor(window: Page) {
    this.#window = window;
  }

  get list(): Locator {
    return this.#window.getByRole('listbox', { name: 'Dated passages' });
  }

  /** What is understood of the passage in hand. */
  get detail(): Locator {
    return this.#window.getByRole('region', { name: 'Understood as' });
  }

  get dialog(): Locator {
    return this.#window.getByRole('dialog', { name: 'Dated passages in the evidence' });
  }

  get editor(): Locator {
    return this.#window.getByRole('dialog', { name: /^Make an event of/ });
  }

  get dating(): Locator {
    return this.#window.getByRole('dialog', { name: /^The document’s date/ });
  }

  get toasts(): Locator {
    return this.#window.getByRole('region', { name: 'Notices' });
  }

  passage(text: string): Locator {
    return this.list.getByRole('option').filter({ hasText: text });
  }

  async openTab(): Promise<void> {
    await this.#window.getByRole('tab', { name: /^Dated passages/ }).click();
    await expect(this.list).toBeVisible();
  }

  async stateDate(text: string): Promise<void> {
    await this.#window.getByRole('button', { name: 'State the document’s date' }).first().click();
    await this.dating.getByLabel('The document’s date').fill(text);
    await this.dating.getByRole('button', { name: 'State this date' }).click();
    await expect(this.dating).toBeHidden();
  }
}
