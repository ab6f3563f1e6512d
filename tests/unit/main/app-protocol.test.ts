import { describe, expect, it } from 'vitest';
import { fileFor } from '../../../electron/main/app-protocol.ts';
import { createContentPolicy } from '../../../electron/main/content-policy.ts';

const root = '/opt/casewright/renderer/';

describe('an address of the app', () => {
  it('means a file of the window', () => {
    expect(fileFor(new URL('app://casewright/assets/base.js'), root)).toBe('/opt/casewright/renderer/assets/base.js');
  });

  it.each([
    'app://casewright/..%2f..%2fetc/passwd',
    'app://casewright/%2e%2e/%2e%2e/etc/passwd',
    'app://casewright/assets/..%2f..%2f..%2f..%2fetc/passwd',
    'app://elsewhere/index.html',
    'app://casewright/index.html%00.png',
    'app://casewright/%zz',
  ])('never leads out of the folder: %s', (address) => {
    const file = fileFor(new URL(address), root);
    expect(file === null || file.startsWith(root)).toBe(true);
  });
});

describe('the content policy', () => {
  it('has a nonce of its own for every load and nothing unsafe', () => {
    const policies = [createContentPolicy(), createContentPolicy()];
    expect(policies[0]?.nonce).not.toBe(policies[1]?.nonce);
    for (const { header, nonce } of policies) {
      expect(header).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(header).not.toMatch(/unsafe|https?:|\*/);
    }
  });
});
