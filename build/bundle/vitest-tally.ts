import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** Leaves the count of one run, with the reason of every test that did not run, where the caller asked for it. */
export default class VitestTally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const file = process.env['CASEWRIGHT_TALLY'];
    if (file === undefined) return;
    const tests = modules.flatMap((module) => [...module.children.allTests()].map((test) => ({ module, test })));
    const state = (wanted: string) => tests.filter(({ test }) => test.result().state === wanted);
    // A file that cannot be loaded and a suite whose preparation fails have no failing test; each counts as one failure.
    const suites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    const broken = suites.filter((suite) => suite.errors().length > 0).length + unhandledErrors.length;
    const skipped = tests
      .filter(({ test }) => ['skipped', 'pending'].includes(test.result().state))
      .map(({ module, test }) => {
        const result = test.result();
        const note = result.state === 'skipped' ? result.note : 'never started';
        return `${module.relativeModuleId} › ${test.fullName}: ${note ?? 'no reason given'}`;
      });
    writeFileSync(file, JSON.stringify({ passed: state('passed').length, failed: state('failed').length + broken, skipped }));
  }
}
