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

  /** The second stretch, kept below. */
  get pinned(): Locator {
    return this.#window.getByRole('application', { name: /^Pinned stretch/ });
  }

  get pinnedSpan(): Locator {
    return this.#window.locator('.pane-head .timeline-span');
  }

  /** The name of a band of the first picture, which folds it. */
  band(name: string | RegExp): Locator {
    return this.#window.getByRole('list', { name: 'Lanes' }).first().getByRole('button', { name });
  }

  get bands(): Locator {
    return this.#window.getByRole('list', { name: 'Lanes' }).first().getByRole('button');
  }

  async groupBy(name: 'topic' | 'person' | 'place' | 'source' | 'allegation'): Promise<void> {
    await this.#window.getByRole('button', { name: /^Lanes by/ }).click();
    await this.#window.getByRole('option', { name: `Lanes by ${name}` }).click();
  }

  /** Types into “Jump to date…” and takes it. */
  async jump(text: string): Promise<void> {
    const field = this.#window.getByRole('textbox', { name: 'Jump to date…' });
    await field.fill(text);
    await field.press('Enter');
  }

  /** The middle of the first place, from the left, where the pointer finds what the tooltip says. */
  async find(text: RegExp): Promise<{ readonly x: number; readonly y: number }> {
    const box = await this.picture.boundingBox();
    if (!box) throw new Error('the picture has no place on the screen');
    const tooltip = this.#window.locator('.timeline-hover');
    for (let y = 60; y < box.height - 4; y += 11) {
      for (let x = 118; x < box.width - 10; x += 22) {
        await this.#window.mouse.move(box.x + x, box.y + y);
        if ((await tooltip.count()) > 0 && text.test(await tooltip.innerText())) return { x, y };
      }
    }
    throw new Error(`nothing on the picture says ${String(text)}`);
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
    return this.#window.locator('.picture-bar .timeline-span');
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
