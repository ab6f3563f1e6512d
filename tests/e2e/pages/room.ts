import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { copyCaseVault, copySampleVault, matter, PASSPHRASE, USER } from '../templates.ts';
import type { Desktop } from './desktop.ts';

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

  /** For tests that are not about making a vault and a case: into the overview of the case above, in a vault that was made before. */
  async openCase(folder: string): Promise<void> {
    const vault = join(folder, 'Matters.casewright');
    await copyCaseVault(vault);
    await this.#desktop.answerOpenDialog([vault]);
    await this.#window.getByRole('button', { name: /^Open a vault/ }).click();
    await this.unlock();
    await expect(this.heading).toHaveText('Cases');
    await this.#window.getByRole('row').filter({ hasText: matter.reference }).dblclick();
    await expect(this.#window.getByRole('banner')).toContainText(matter.reference);
  }

  /** For tests that are not about building the sample case: into its overview; the window finds it built. */
  async openSample(folder: string): Promise<void> {
    const place = join(folder, 'user-data', 'sample');
    await copySampleVault(join(place, 'Sample case.casewright'));
    await this.#window.getByRole('button', { name: /^Open the sample case/ }).click();
    await expect(this.#window.getByRole('navigation').getByRole('link', { name: 'Overview' })).toHaveClass(/active/, { timeout: 90_000 });
    await this.#window.getByRole('button', { name: 'Dismiss' }).click();
    expect(existsSync(join(place, 'Sample case 2.casewright')), 'the sample was built anew').toBe(false);
  }

  async unlock(passphrase = PASSPHRASE): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.#window.getByRole('button', { name: 'Open', exact: true }).click();
  }
}
