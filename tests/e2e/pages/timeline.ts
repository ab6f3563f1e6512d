import { expect, type Locator, type Page } from '@playwright/test';

/** The picture and the chronology under it. English names. */
export class Timeline {
  readonly #window: Page;

  constructor(window: Page) {
    this.#window = window;
  }

  get picture(): Locator {
    return this.#window.getByRole('application', { name: /^Timeline\./ });
  }

  get chronology(): Locator {
    return this.#window.getByRole('grid', { name: 'Chronology' });
  }

  get inspector(): Locator {
    return this.#window.getByRole('complementary');
  }

  get editor(): Locator {
    return this.#window.getByRole('dialog', { name: /an event$|the event$/ });
  }

  get span(): Locator {
    return this.#window.locator('.timeline-span');
  }

  row(text: string): Locator {
    return this.chronology.getByRole('row').filter({ hasText: text });
  }

  async add(draft: { readonly title: string; readonly when: string; readonly lane?: string; readonly learned?: string }): Promise<void> {
    await this.#window.getByRole('main').getByRole('button', { name: 'Add an event' }).click();
    await this.editor.getByLabel('What happened').fill(draft.title);
    await this.editor.getByLabel('When', { exact: true }).fill(draft.when);
    if (draft.learned) {
      await this.editor.getByRole('button', { name: 'When the organisation learned of it' }).click();
      await this.editor.getByRole('textbox', { name: /When the organisation learned of it/ }).fill(draft.learned);
    }
    if (draft.lane) {
      await this.editor.getByRole('button', { name: /Lane/ }).click();
      await this.#window.getByRole('option', { name: new RegExp(`^${draft.lane}`) }).click();
    }
    await this.editor.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(this.editor).toBeHidden();
    await expect(this.inspector.getByRole('heading', { level: 2 })).toHaveText(draft.title);
  }
}
