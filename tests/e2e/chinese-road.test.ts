import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestInfo } from '@playwright/test';
import { screen } from '../../shared/locales/screen.ts';
import { expect, firstWindow, launchDesktop, test } from './fixtures.ts';
import type { Desktop } from './pages/desktop.ts';
import { samples } from './pages/evidence.ts';
import { Looks } from './pages/looks.ts';

const run = promisify(execFile);

/** What a Chinese reader finds on the screen: the words come from the catalogue, so that a test never speaks another language than the window. */
function words<Room extends keyof (typeof screen)['en']>(
  room: Room,
): (key: keyof (typeof screen)['en'][Room] & string, values?: Readonly<Record<string, string | number>>) => string {
  return (key, values = {}) =>
    Object.entries(values).reduce(
      (text, [name, value]) => text.replaceAll(`{{${name}}}`, String(value)),
      (screen['zh-CN'][room] as Readonly<Record<string, string>>)[key] as string,
    );
}

const vault = words('vault');
const shell = words('shell');
const evidence = words('evidence');
const event = words('event');
const timeline = words('timeline');
const release = words('release');
const ledger = words('ledger');

const PASSPHRASE = '七盏安静的灯沿着河边亮着';
const matter = { reference: 'HR-2031-014', title: '兰镇出差' };

test('全程：首次使用、导入、引用、时间线、发布、核验、锁定、重新打开', async ({ folder }, info) => {
  const desktop = await launchDesktop(folder, { language: 'zh-CN' });
  try {
    await walk(desktop, folder, info);
  } finally {
    await desktop.close().catch(() => undefined);
  }
});

async function walk(desktop: Desktop, folder: string, info: TestInfo): Promise<void> {
  let window = await firstWindow(desktop);
  const looks = new Looks(window, info);
  const button = (name: string) => window.getByRole('button', { name, exact: true });
  const go = (name: string) => window.getByRole('navigation').getByRole('link', { name }).click();
  const dialog = () => window.getByRole('dialog');
  const file = join(folder, '案卷.pdf');

  await test.step('新建保险库和案件', async () => {
    await expect(window.getByRole('heading', { level: 1 })).toHaveText(vault('welcome.title'));
    await desktop.answerSaveDialog(join(folder, '案件.casewright'));
    await window.getByRole('button', { name: new RegExp(`^${vault('welcome.create')}`) }).click();
    await window.getByLabel(vault('create.user')).fill('欧阳明');
    await window.getByLabel(vault('create.passphrase'), { exact: true }).fill(PASSPHRASE);
    await window.getByLabel(vault('create.repeat')).fill(PASSPHRASE);
    await button(vault('create.action')).click();
    await window.getByText(vault('recovery.written')).click();
    await button(vault('recovery.continue')).click();
    await button(vault('cases.create')).first().click();
    await dialog().getByLabel(vault('cases.reference')).fill(matter.reference);
    await dialog().getByLabel(vault('cases.name')).fill(matter.title);
    await dialog()
      .getByRole('combobox', { name: vault('cases.zone') })
      .fill('Asia/Shanghai');
    await window.getByRole('option', { name: 'Asia/Shanghai' }).click();
    await dialog()
      .getByRole('button', { name: vault('cases.create') })
      .click();
    await expect(window.getByRole('banner')).toContainText(matter.reference);
  });

  await test.step('导入证据', async () => {
    await go(shell('nav.evidence'));
    await desktop.answerOpenDialog([samples.account, samples.chat]);
    await window
      .getByRole('main')
      .getByRole('button', { name: evidence('import.files') })
      .click();
    await dialog().getByLabel(evidence('import.source')).fill('叶安宁');
    await dialog()
      .getByRole('button', { name: evidence('import.choose') })
      .click();
    await expect(dialog()).toContainText(evidence('import.imported_other', { count: 2 }), { timeout: 60_000 });
    await window.keyboard.press('Escape');
    await expect(window.getByRole('grid').getByRole('row')).toHaveCount(3);
    await looks.inBothThemes('road-zh-evidence');
  });

  await test.step('按 C 键引用一行，上下限先行显示', async () => {
    await window.getByRole('grid').getByRole('row').filter({ hasText: 'EX-0002' }).dblclick();
    await expect(window.getByRole('heading', { level: 1 })).toContainText('EX-0002');
    await window
      .getByRole('listbox', { name: evidence('original') })
      .getByRole('option')
      .nth(3)
      .click();
    await window.keyboard.press('c');
    await expect(dialog()).toBeVisible();
    await dialog().getByLabel(event('title')).fill('同事在群里询问她是否到家');
    await dialog().getByLabel(event('when'), { exact: true }).fill('2031-05-14 22:41');
    await expect(dialog()).toContainText('22:41与22:42之间');
    await looks.inBothThemes('road-zh-cite');
    await dialog()
      .getByRole('button', { name: event('cite.save') })
      .click();
    await expect(dialog()).toBeHidden();
  });

  await test.step('时间线：编辑、移除、撤销', async () => {
    await go(shell('nav.timeline'));
    const row = window
      .getByRole('grid', { name: timeline('chronology') })
      .getByRole('row')
      .filter({ hasText: '同事在群里' });
    await row.click();
    const picture = window.getByRole('application');
    await picture.focus();
    await picture.press('Enter');
    await dialog().getByLabel(event('title')).fill('同事在群里询问她是否安全到家');
    await dialog()
      .getByRole('button', { name: shell('save'), exact: true })
      .click();
    await expect(row).toContainText('安全到家');
    await looks.inBothThemes('road-zh-timeline');
    await picture.focus();
    await picture.press('Delete');
    await expect(row).toBeHidden();
    await button(shell('undo')).last().click();
    await expect(row).toBeVisible();
  });

  await test.step('签名、保存、核验，并由外部程序核验', async () => {
    await go(shell('nav.release'));
    await expect(window.getByText(release('gate.allowed'))).toBeVisible();
    await desktop.answerSaveDialog(file);
    await button(release('sign')).click();
    await expect(
      window
        .getByRole('region', { name: release('list') })
        .getByRole('listitem')
        .first(),
    ).toBeVisible({ timeout: 90_000 });
    await desktop.answerOpenDialog([file]);
    await button(release('verify')).click();
    await expect(window.getByText('签署人未确认')).toBeVisible({ timeout: 60_000 });
    await looks.inBothThemes('road-zh-release');
    await acceptedByPdfsig(file);
  });

  await test.step('台账记录了全部行为', async () => {
    await go(shell('nav.ledger'));
    const grid = window.getByRole('grid');
    await expect(
      grid
        .getByRole('row')
        .filter({ hasText: ledger('act.released') })
        .first(),
    ).toBeVisible();
    await button(ledger('verify')).click();
    await expect(dialog()).toContainText('台账完好', { timeout: 60_000 });
    await looks.inBothThemes('road-zh-ledger');
    await window.keyboard.press('Escape');
  });

  await test.step('锁定后用口令重新打开，一切仍在', async () => {
    await window
      .getByRole('banner')
      .getByRole('button', { name: shell('lock'), exact: true })
      .click();
    await expect(window.getByRole('heading', { level: 1 })).toHaveText(vault('lock.title'));
    const again = await desktop.startAgain();
    try {
      window = await firstWindow(again);
      await window.getByLabel(vault('lock.passphrase'), { exact: true }).fill(PASSPHRASE);
      await button(vault('lock.open')).click();
      await window.getByRole('row').filter({ hasText: matter.reference }).dblclick();
      await go(shell('nav.timeline'));
      await expect(window.getByRole('row').filter({ hasText: '安全到家' })).toBeVisible();
      await go(shell('nav.release'));
      await expect(window.getByText('案卷.pdf')).toBeVisible();
    } finally {
      await again.close();
    }
  });
}

/** A program that knows nothing of Casewright agrees, where the machine has it. */
async function acceptedByPdfsig(file: string): Promise<void> {
  const answer = await run('pdfsig', ['-nocert', file]).catch((error: { readonly code?: unknown; readonly stdout?: string }) => {
    if (error.code === 'ENOENT') return null;
    return { stdout: error.stdout ?? '' };
  });
  if (answer) expect(answer.stdout).toContain('Signature is Valid');
}
