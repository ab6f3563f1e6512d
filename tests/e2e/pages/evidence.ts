import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Desktop } from './desktop.ts';

/** The sample case's real files, by the beginning of their names. */
export const samples = {
  account: sample('01 书面陈述 written account.pdf'),
  letter: sample('04 email 2031-05-19 report to HR.eml'),
  chat: sample('07 chat 华东销售部.txt'),
  photo: sample('08 photo dinner table.jpg'),
  clip: sample('10 corridor 12 camera 3.mp4'),
  note: sample('14 note of meeting 2031-05-20.docx'),
  sameAsAccount: sample('19 intranet post attachment.pdf'),
} as const;

/** The evidence list: importing by dialog and by drop, finding, verifying, exporting. English names. */
export class Evidence {
  readonly #window: Page;
  readonly #desktop: Desktop;

  constructor(window: Page, desktop: Desktop) {
    this.#window = window;
    this.#desktop = desktop;
  }

  get grid(): Locator {
    return this.#window.getByRole('grid', { name: 'Evidence' });
  }

  get result(): Locator {
    return this.#window.getByRole('dialog', { name: 'Result of the import' });
  }

  row(text: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: text });
  }

  async importByDialog(paths: readonly string[], source: string): Promise<void> {
    await this.#desktop.answerOpenDialog(paths);
    const first = this.#window.getByRole('main').getByRole('button', { name: 'Import files…' });
    const menu = this.#window.getByRole('button', { name: 'Import', exact: true });
    await first.or(menu).waitFor();
    if (await first.isVisible()) {
      await first.click();
    } else {
      await menu.click();
      await this.#window.getByRole('menuitem', { name: 'Import files…' }).click();
    }
    const dialog = this.#window.getByRole('dialog', { name: 'Import evidence' });
    await dialog.getByLabel(/^Where did it come from/).fill(source);
    await dialog.getByRole('button', { name: 'Choose files…' }).click();
    await expect(this.result).toBeVisible({ timeout: 60_000 });
  }

  /** Holds real files over the window and lets go, as the system's own drag does. */
  async drag(paths: readonly string[], end: 'hold' | 'drop'): Promise<void> {
    const session = await this.#window.context().newCDPSession(this.#window);
    const box = await this.#window.getByRole('main').boundingBox();
    const at = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
    const data = { items: [], files: [...paths], dragOperationsMask: 1 };
    await session.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at, data });
    await session.send('Input.dispatchDragEvent', { type: 'dragOver', ...at, data });
    if (end === 'drop') await session.send('Input.dispatchDragEvent', { type: 'drop', ...at, data });
    await session.detach();
  }

  async importByDrop(paths: readonly string[], source: string): Promise<void> {
    await this.drag(paths, 'drop');
    const dialog = this.#window.getByRole('dialog', { name: /^Import \d+ dropped/ });
    await expect(dialog).toContainText(basename(paths[0] as string));
    await dialog.getByLabel(/^Where did it come from/).fill(source);
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(this.result).toBeVisible({ timeout: 60_000 });
  }

  async closeResult(): Promise<void> {
    await this.result.getByRole('button', { name: 'Close' }).last().click();
    await expect(this.result).toBeHidden();
  }

  async open(text: string): Promise<void> {
    await this.row(text).dblclick();
    await expect(this.#window.getByRole('heading', { level: 1 })).toContainText(text);
  }
}

function sample(name: string): string {
  return fileURLToPath(new URL(`../../../build/sample-case/evidence/${name}`, import.meta.url));
}
