import { expect, type Locator, type Page } from '@playwright/test';

/** The clocks of a case. English names. */
export class Clocks {
  readonly #window: Page;

  constructor(window: Page) {
    this.#window = window;
  }

  get main(): Locator {
    return this.#window.getByRole('main');
  }

  get inspector(): Locator {
    return this.#window.getByRole('complementary');
  }

  get dialog(): Locator {
    return this.#window.getByRole('dialog');
  }

  /** What a dialog says that would change, before it is saved. */
  get preview(): Locator {
    return this.dialog.getByRole('region', { name: 'What this changes' });
  }

  card(name: string): Locator {
    return this.main.getByRole('listitem').filter({ has: this.#window.getByRole('button', { name, exact: true }) });
  }

  /** Opens the screen of the case that is open. */
  async show(): Promise<void> {
    await this.#window.getByRole('navigation').getByRole('link', { name: 'Clocks' }).click();
    await expect(this.#window.getByRole('heading', { level: 1, name: 'Clocks' })).toBeVisible();
  }

  async add(name: string, zone?: string): Promise<void> {
    await this.main.getByRole('button', { name: 'Add a source clock' }).click();
    await this.dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    if (zone) {
      await this.dialog.getByRole('combobox', { name: 'Zone it is set to' }).fill(zone);
      await this.#window.getByRole('option', { name: zone }).click();
    }
    await this.dialog.getByRole('button', { name: 'Save' }).click();
    await expect(this.dialog).toBeHidden();
  }

  async fillReading(name: string, shown: string, reference: string, against = 'NTP'): Promise<void> {
    await this.card(name).getByRole('button', { name: 'Take a reading' }).click();
    await this.dialog.getByRole('textbox', { name: 'The clock showed' }).fill(shown);
    await this.dialog.getByRole('textbox', { name: 'At the same instant the reference showed' }).fill(reference);
    await this.dialog.getByRole('textbox', { name: 'Reference', exact: true }).fill(against);
    await this.dialog.getByRole('textbox', { name: 'Uncertainty' }).fill('2');
  }

  async takeReading(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Take a reading' }).click();
    await expect(this.dialog).toBeHidden();
  }
}
