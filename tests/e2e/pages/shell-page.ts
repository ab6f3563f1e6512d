import { expect, type Locator, type Page } from '@playwright/test';

/** What is around every screen of an open vault. */
export class ShellPage {
  readonly #window: Page;

  constructor(window: Page) {
    this.#window = window;
  }

  get status(): Locator {
    return this.#window.getByRole('contentinfo');
  }

  get inspector(): Locator {
    return this.#window.getByRole('complementary');
  }

  async go(screen: 'Overview' | 'People' | 'Evidence' | 'Timeline' | 'Release' | 'Ledger' | 'Cases' | 'Settings'): Promise<void> {
    await this.#window.getByRole('navigation').getByRole('link', { name: screen }).click();
    await expect(this.#window.getByRole('navigation').getByRole('link', { name: screen })).toHaveClass(/active/);
  }

  async lock(): Promise<void> {
    await this.#window.getByRole('banner').getByRole('button', { name: 'Lock', exact: true }).click();
    await expect(this.#window.getByRole('heading', { level: 1 })).toHaveText('Open a vault');
  }

  /** Ctrl K, types, and takes what is offered first. */
  async findAndOpen(text: string): Promise<void> {
    await this.#window.keyboard.press('Control+k');
    await expect(this.#window.getByRole('dialog').getByRole('searchbox')).toBeFocused();
    await this.#window.keyboard.type(text);
    await expect(this.#window.getByRole('menuitem').first()).toContainText(new RegExp(text, 'i'));
    await this.#window.keyboard.press('Enter');
  }

  /** Creates a case from the case list and goes into it. */
  async createCase(draft: { readonly reference: string; readonly title: string; readonly zone?: string }): Promise<void> {
    await this.go('Cases');
    await this.#window.getByRole('button', { name: 'Create a case' }).first().click();
    const dialog = this.#window.getByRole('dialog', { name: 'Create a case' });
    await dialog.getByLabel('Reference').fill(draft.reference);
    await dialog.getByLabel('Title').fill(draft.title);
    const zone = dialog.getByRole('combobox', { name: 'Time zone' });
    await zone.fill(draft.zone ?? 'Asia/Shanghai');
    await this.#window.getByRole('option', { name: draft.zone ?? 'Asia/Shanghai' }).click();
    await dialog.getByRole('button', { name: 'Create a case' }).click();
    await expect(this.#window.getByRole('banner')).toContainText(draft.reference);
  }
}
