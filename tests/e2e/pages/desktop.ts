import type { ElectronApplication } from '@playwright/test';

/** The running app and the two things no test can click: the system's dialogs, and its end. */
export class Desktop {
  readonly app: ElectronApplication;
  readonly #launch: () => Promise<ElectronApplication>;

  constructor(app: ElectronApplication, launch: () => Promise<ElectronApplication>) {
    this.app = app;
    this.#launch = launch;
  }

  /** What the next open dialogs answer, one call each; an empty list means the person closed it. */
  async answerOpenDialog(...answers: readonly (readonly string[])[]): Promise<void> {
    await this.app.evaluate(({ dialog }, paths) => {
      const left = [...paths];
      dialog.showOpenDialog = () => Promise.resolve({ canceled: (left[0] ?? []).length === 0, filePaths: [...(left.shift() ?? [])] });
    }, answers);
  }

  /** What the next save dialog answers; null means the person closed it. */
  async answerSaveDialog(path: string | null): Promise<void> {
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
    }, path);
  }

  async close(): Promise<void> {
    await this.app.close();
  }

  /** Starts the app again on the same data, as a person would after closing it. */
  async startAgain(): Promise<Desktop> {
    await this.close();
    return new Desktop(await this.#launch(), this.#launch);
  }
}
