import { writeFileSync } from 'node:fs';
import type { FullConfig, Reporter, Suite, TestError } from '@playwright/test/reporter';

/** Leaves the count of one run, with the reason of every test that did not run, where the caller asked for it. */
export default class PlaywrightTally implements Reporter {
  private suite: Suite | undefined;
  private errors = 0;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.suite = suite;
  }

  onError(_error: TestError): void {
    this.errors += 1;
  }

  onEnd(): void {
    const file = process.env['CASEWRIGHT_TALLY'];
    if (file === undefined) return;
    const tests = this.suite?.allTests() ?? [];
    const count = (wanted: string) => tests.filter((test) => test.outcome() === wanted).length;
    const skipped = tests
      .filter((test) => test.outcome() === 'skipped')
      .map((test) => {
        const reason = test.annotations.find((annotation) => ['skip', 'fixme'].includes(annotation.type))?.description;
        return `${test.titlePath().filter(Boolean).join(' › ')}: ${reason ?? 'an earlier test failed, or no reason given'}`;
      });
    // A test that only passed at the second attempt has failed once too often.
    writeFileSync(file, JSON.stringify({ passed: count('expected'), failed: count('unexpected') + count('flaky') + this.errors, skipped }));
  }
}
