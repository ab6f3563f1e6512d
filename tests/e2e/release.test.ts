import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './fixtures.ts';
import { Evidence, samples } from './pages/evidence.ts';
import { Release } from './pages/release.ts';
import { Timeline } from './pages/timeline.ts';

const run = promisify(execFile);
test('the gate names what is wrong; a dialog closed in between signs nothing; what is signed holds before other programs', async ({
  window,
  desktop,
  room,
  shell,
  folder,
  looks,
}) => {
  const release = new Release(window, desktop);
  await room.openCase(folder);
  await shell.go('Evidence');
  const evidence = new Evidence(window, desktop);
  await evidence.importByDialog([samples.letter], 'Mail server');
  await evidence.closeResult();
  await shell.go('Timeline');
  await new Timeline(window).add({ title: 'Human resources told', when: '2031-05-19 10:20', lane: 'Knowledge' });

  await test.step('an event without a source', async () => {
    await shell.go('Release');
    await expect(release.panel.getByRole('listitem').filter({ hasText: 'Every event cites its source' })).not.toContainText('passed');
    await looks.picture('release-gate');
    await looks.usable('the gate');
  });

  await test.step('the save dialog closed', async () => {
    await desktop.answerSaveDialog(null);
    const sign = release.panel.getByRole('button', { name: 'Sign and save case file…' });
    if (await sign.isEnabled()) {
      await sign.click();
      await expect(sign).toBeEnabled();
    }
    await expect(release.list).toContainText('Nothing was released yet.');
  });

  await test.step('the event cites its source, the case file is signed', async () => {
    await shell.go('Evidence');
    await evidence.open('EX-0001');
    await window.getByRole('group', { name: 'Cited place' }).getByRole('button', { name: 'Cite' }).click();
    const citing = window.getByRole('dialog', { name: /^Cite EX-/ });
    await citing.getByText('An event there is').click();
    await citing.getByRole('combobox', { name: 'Event' }).fill('Human');
    await window.getByRole('option', { name: /Human resources told/ }).click();
    await citing.getByRole('button', { name: 'Save the citation' }).click();
    await expect(citing).toBeHidden();
    await shell.go('Release');
    await expect(release.panel).toContainText('The case file can be signed.');
    await release.sign(join(folder, 'case file.pdf'));
    await expect(release.list).toContainText('case file.pdf');
  });

  await test.step('pdfsig, qpdf and a second reading agree', async () => {
    const file = join(folder, 'case file.pdf');
    expect((await stat(file)).size).toBeGreaterThan(10_000);
    const signature = await outputOf('pdfsig', ['-nocert', file]);
    if (signature !== null) expect(signature).toContain('Signature is Valid');
    const structure = await outputOf('qpdf', ['--check', file]);
    if (structure !== null) expect(structure).toContain('No syntax or stream encoding errors');
    await release.verify(file);
    await expect(release.verdict).toContainText('signer not identified', { timeout: 60_000 });
    await release.verify(samples.account);
    await expect(release.verdict).toContainText('carries no signature', { timeout: 60_000 });
  });
});

/** What a program of the system says, or null where the machine does not have it. */
async function outputOf(program: string, parameters: readonly string[]): Promise<string | null> {
  try {
    return (await run(program, [...parameters])).stdout;
  } catch (error) {
    const failure = error as { readonly code?: unknown; readonly stdout?: string };
    return failure.code === 'ENOENT' ? null : (failure.stdout ?? '');
  }
}
