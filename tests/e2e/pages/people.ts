import { expect, type Locator, type Page } from '@playwright/test';

export class People {
  readonly #window: Page;

  constructor(window: Page) {
    this.#window = window;
  }

  get grid(): Locator {
    return this.#window.getByRole('grid', { name: 'People' });
  }

  row(name: string): Locator {
    return this.grid.getByRole('row', { name: new RegExp(name) });
  }

  /** Fills the form with the keyboard alone, as somebody who enters a whole list does. */
  async add(party: { readonly name: string; readonly role: string; readonly position?: string }): Promise<void> {
    await this.#window.getByRole('main').getByRole('button', { name: 'Add a person' }).click();
    const dialog = this.#window.getByRole('dialog', { name: 'Add a person' });
    await dialog.getByLabel('Name').fill(party.name);
    await dialog.getByRole('button', { name: /Role/ }).press('Enter');
    await this.#window.getByRole('option', { name: party.role, exact: true }).press('Enter');
    if (party.position) await dialog.getByLabel(/^Position at the time/).fill(party.position);
    await dialog.getByRole('button', { name: 'Add a person' }).press('Enter');
    await expect(dialog).toBeHidden();
    await expect(this.row(party.name)).toBeVisible();
  }
}
