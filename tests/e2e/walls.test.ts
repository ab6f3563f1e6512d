import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bridge } from '../../shared/contract/bridge.ts';
import { expect, test } from './fixtures.ts';

declare global {
  interface Window {
    readonly casewright: Bridge;
  }
}

test('the page is sandboxed and isolated, and is given two functions and nothing of Node', async ({ window: page, desktop }) => {
  const preferences = await desktop.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
  const given = await page.evaluate(() => ({
    bridge: Object.keys(window.casewright).sort(),
    node: ['require', 'process', 'Buffer', 'module', 'global', 'electron', 'ipcRenderer'].filter((name) => name in globalThis),
    origin: location.origin,
    secure: isSecureContext,
    frozen: (() => {
      try {
        (window as unknown as { casewright: unknown }).casewright = null;
      } catch {}
      return window.casewright !== null;
    })(),
  }));
  expect(given).toEqual({ bridge: ['call', 'on'], node: [], origin: 'app://casewright', secure: true, frozen: true });
});

test('the content policy stops inline script, eval, foreign HTML, frames and every fetch', async ({ window: page, desktop }) => {
  const outcome = await page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    const marks = window as unknown as Record<string, unknown>;
    // In a task of the page's own: the test driver's evaluation itself is let past the policy.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          resolve(new Function('return "ran"')());
        } catch {
          resolve('refused');
        }
      });
    });
    const script = document.createElement('script');
    try {
      script.textContent = 'window.inline = true';
    } catch {}
    document.head.append(script);
    let html = 'refused';
    try {
      document.createElement('div').innerHTML = '<img src=x>';
      html = 'taken';
    } catch {}
    const frame = document.createElement('iframe');
    frame.src = 'https://example.invalid/';
    document.body.append(frame);
    const image = document.createElement('img');
    image.src = 'https://example.invalid/pixel.png';
    document.body.append(image);
    const fetched = await fetch('https://example.invalid/').then(
      () => 'answered',
      () => 'refused',
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    frame.remove();
    image.remove();
    script.remove();
    return { evaluated, inline: marks['inline'] ?? false, html, fetched, violations: [...new Set(violations)].sort() };
  });
  expect(outcome).toMatchObject({ evaluated: 'refused', inline: false, html: 'refused', fetched: 'refused' });
  expect(outcome.violations).toEqual(expect.arrayContaining(['connect-src', 'frame-src', 'img-src', 'require-trusted-types-for']));
  const policy = await desktop.app.evaluate(async ({ session }) =>
    (await session.fromPartition('casewright').fetch('app://casewright/index.html')).headers.get('content-security-policy'),
  );
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-");
  expect(policy).not.toContain('unsafe');
});

test('no permission, no navigation, no new window', async ({ window: page, desktop }) => {
  const outcome = await page.evaluate(async () => {
    const states: Record<string, string> = {};
    for (const name of ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi', 'persistent-storage']) {
      states[name] = await navigator.permissions.query({ name: name as PermissionName }).then(
        (status) => status.state,
        () => 'denied',
      );
    }
    const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      () => 'refused',
    );
    const opened = window.open('https://example.invalid/');
    return { states: [...new Set(Object.values(states))], camera, opened: opened === null };
  });
  expect(outcome).toEqual({ states: ['denied'], camera: 'refused', opened: true });
  const address = page.url();
  for (const target of ['https://example.invalid/', 'file:///etc/passwd', 'data:text/html,hello', 'app://elsewhere/index.html']) {
    await page.evaluate((url) => {
      location.href = url;
    }, target);
    await page.waitForTimeout(150);
    expect(page.url()).toBe(address);
  }
  expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('the session reaches no server, not even one on this computer', async ({ window: page, desktop }) => {
  let reached = 0;
  const server = createServer((_request, response) => {
    reached++;
    response.end('reached');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const answers = await desktop.app.evaluate(async ({ session, net }, address) => {
      const ask = (fetch: () => Promise<unknown>) =>
        fetch().then(
          () => 'answered',
          () => 'refused',
        );
      return [
        await ask(() => session.fromPartition('casewright').fetch(address)),
        await ask(() => net.fetch(address)),
        await ask(() => net.fetch('https://example.com/')),
      ];
    }, url);
    expect(answers).toEqual(['refused', 'refused', 'refused']);
    expect(
      await page.evaluate(
        (address) =>
          new Promise((resolve) => {
            const image = new Image();
            image.onload = () => resolve('loaded');
            image.onerror = () => resolve('refused');
            image.src = address;
          }),
        url,
      ),
    ).toBe('refused');
    expect(reached).toBe(0);
  } finally {
    server.close();
  }
});

test('the gate answers only what the contract allows the window to ask, and never repeats what was sent', async ({ window: page }) => {
  const ask = (name: string, input: unknown) =>
    page.evaluate(
      ([asked, sent]) => (window.casewright.call as (name: string, input: unknown) => Promise<unknown>)(asked as string, sent),
      [name, input] as const,
    );
  for (const name of [
    'vault.open',
    'vault.create',
    'exhibit.import',
    'exhibit.bytes',
    'release.verify',
    'sample.build',
    'nothing.such',
    '__proto__',
    'constructor',
    'toString',
  ]) {
    expect(await ask(name, { folder: '/', path: '/etc/passwd' }), name).toMatchObject({
      ok: false,
      failure: { code: 'conversation.unknown' },
    });
  }
  const refused = (await ask('desk.openVault', { key: 7, passphrase: ['a secret'] })) as {
    readonly ok: boolean;
    readonly failure: { readonly code: string };
  };
  expect(refused).toMatchObject({ ok: false, failure: { code: 'input.invalid' } });
  expect(JSON.stringify(refused)).not.toContain('a secret');
  expect(await ask('case.list', {})).toMatchObject({ ok: false, failure: { code: 'vault.locked' } });
});

test('an exhibit is served whole and by range, never sniffed, and not while it is covered', async ({
  window: page,
  desktop,
  room,
  shell,
  folder,
}) => {
  await room.createVault(folder);
  await shell.createCase({ reference: 'W-1', title: 'Walls' });
  const bytes = randomBytes(3 * 1024 * 1024 + 17);
  const foreign = '<html><script>document.title = "ran"</script></html>';
  await writeFile(join(folder, 'noise.bin'), bytes);
  await writeFile(join(folder, 'page.html'), foreign);
  await desktop.answerOpenDialog([join(folder, 'noise.bin'), join(folder, 'page.html')]);
  const caseId = /case\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';
  const imported = await page.evaluate(async (id) => {
    const answer = await window.casewright.call('desk.importEvidence', { caseId: id as never });
    return answer.ok ? (answer.value?.files ?? []) : [];
  }, caseId);
  expect(imported.map((file) => file.status)).toEqual(['imported', 'imported']);
  const [noise, html] = imported.map((file) => file.exhibitId ?? '');

  const ask = (id: string, range?: string) =>
    desktop.app.evaluate(
      async ({ session }, [exhibit, header]) => {
        const response = await session
          .fromPartition('casewright')
          .fetch(`exhibit://${exhibit}/`, header ? { headers: { Range: header } } : {});
        const body = Buffer.from(await response.arrayBuffer());
        return {
          status: response.status,
          body: body.toString('base64'),
          type: response.headers.get('content-type'),
          range: response.headers.get('content-range'),
          sniff: response.headers.get('x-content-type-options'),
          policy: response.headers.get('content-security-policy'),
        };
      },
      [id, range ?? ''] as const,
    );
  const whole = await ask(noise ?? '');
  expect(whole.status).toBe(200);
  expect(Buffer.from(whole.body, 'base64').equals(bytes)).toBe(true);
  const part = await ask(noise ?? '', 'bytes=1048570-1048585');
  expect(part).toMatchObject({ status: 206, range: `bytes 1048570-1048585/${bytes.length}`, sniff: 'nosniff' });
  expect(Buffer.from(part.body, 'base64').equals(bytes.subarray(1_048_570, 1_048_586))).toBe(true);
  expect(await ask(noise ?? '', `bytes=${bytes.length}-`)).toMatchObject({ status: 416, range: `bytes */${bytes.length}` });
  expect(await ask(html ?? '')).toMatchObject({ status: 200, type: 'application/octet-stream', policy: "default-src 'none'; sandbox" });
  expect(await ask('00000000-0000-4000-8000-000000000000')).toMatchObject({ status: 404 });

  await page.evaluate((id) => window.casewright.call('exhibit.update', { exhibitId: id as never, covered: true }), noise ?? '');
  expect(await ask(noise ?? '')).toMatchObject({ status: 403, body: '' });
  await page.evaluate((id) => window.casewright.call('exhibit.uncover', { exhibitId: id as never, purpose: 'reading it' }), noise ?? '');
  expect(await ask(noise ?? '')).toMatchObject({ status: 200 });
  await shell.lock();
  expect(await ask(noise ?? '')).toMatchObject({ status: 404 });
});
