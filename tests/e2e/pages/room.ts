import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Desktop } from '../fixtures.ts';

export const USER = 'M. Okafor';
export const PASSPHRASE = 'seven quiet lamps along the river';

/** What stands before an open vault: first run, creating, the lock screen. English names; tests that look at Chinese set the language afterwards. */
export class Room {
  readonly #window: Page;
  readonly #desktop: Desktop;

  constructor(window: Page, desktop: Desktop) {
    this.#window = window;
    this.#desktop = desktop;
  }

  get heading(): Locator {
    return this.#window.getByRole('heading', { level: 1 });
  }

  get passphrase(): Locator {
    return this.#window.getByLabel('Passphrase', { exact: true });
  }

  get recoveryCode(): Locator {
    return this.#window.getByLabel('Recovery code', { exact: true });
  }

  async beginCreating(): Promise<void> {
    await this.#window.getByRole('button', { name: /^Create a vault/ }).click();
  }

  async fillCreation(user = USER, passphrase = PASSPHRASE): Promise<void> {
    await this.#window.getByLabel('Your name').fill(user);
    await this.#window.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await this.#window.getByLabel('Passphrase again').fill(passphrase);
  }

  /** The whole way from the first screen into an open, empty vault at `folder`; answers the recovery code. */
  async createVault(folder: string, name = 'Matters'): Promise<string> {
    await this.#desktop.answerSaveDialog(join(folder, `${name}.casewright`));
    await this.beginCreating();
    await this.fillCreation();
    await this.#window.getByRole('button', { name: 'Choose the folder and create' }).click();
    await expect(this.heading).toHaveText('Your recovery code');
    const code = (await this.recoveryCode.innerText()).trim();
    await this.#window.getByText('I have written it down').click();
    await this.#window.getByRole('button', { name: 'Continue' }).click();
    await expect(this.heading).toHaveText('Cases');
    return code;
  }

  async unlock(passphrase = PASSPHRASE): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.#window.getByRole('button', { name: 'Open', exact: true }).click();
  }
}
