import { describe, expect, it } from 'vitest';
import { formatCheckpoint, originOf, parseCheckpoint } from '../../../../electron/core/vault/ledger/checkpoint.ts';
import { createSigningKey, signingKeyFrom } from '../../../../electron/core/vault/keys/identity.ts';
import { openNote, signNote } from '../../../../electron/core/vault/ledger/signed-note.ts';
import type { VaultId } from '../../../../shared/model/identifier.ts';

const vaultId = '6f1d8d9e-4b0a-4b52-9e0c-3a4c5a1f0001' as VaultId;
const key = signingKeyFrom(new Uint8Array(32).fill(7));
const head = { chain: 'custody', size: 12, root: Buffer.alloc(32, 5).toString('base64') } as const;

describe('a signed note', () => {
  it('opens the example note of the published Go implementation, whose key and text everybody shares', () => {
    // The verifier key PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW of that package's documentation.
    const publicKey = Buffer.from('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'base64').subarray(1);
    const text = 'If you think cryptography is the answer to your problem,\nthen you don’t know what your problem is.\n'.replace('’', "'");
    const note = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
    expect(openNote(note, 'PeterNeumann', publicKey)).toBe(text);
    expect(openNote(note.replace('answer', 'Answer'), 'PeterNeumann', publicKey)).toBeUndefined();
  });

  it('is text, an empty line and a signature line under an em dash', () => {
    expect(signNote('one\ntwo\n', 'log', key)).toMatch(/^one\ntwo\n\n— log [A-Za-z0-9+/]{91}=\n$/u);
  });

  it('opens with its own name and key only', () => {
    const note = signNote('one\n', 'log', key);
    expect(openNote(note, 'log', key.publicKey)).toBe('one\n');
    expect(openNote(note, 'other', key.publicKey)).toBeUndefined();
    expect(openNote(note, 'log', createSigningKey().publicKey)).toBeUndefined();
    expect(openNote(note.slice(0, -1), 'log', key.publicKey)).toBeUndefined();
  });
});

describe('a checkpoint', () => {
  it('is a tlog-checkpoint: origin, size, root', () => {
    const [origin, size, root, empty, signature] = formatCheckpoint(vaultId, head, key).split('\n');
    expect([origin, size, root, empty]).toEqual([originOf(vaultId, 'custody'), '12', head.root, '']);
    expect(signature).toMatch(new RegExp(`^— ${originOf(vaultId, 'custody')} `, 'u'));
  });

  it('is read back only for its own vault, chain and key', () => {
    const note = formatCheckpoint(vaultId, head, key);
    expect(parseCheckpoint(note, vaultId, 'custody', key.publicKey)).toEqual(head);
    expect(parseCheckpoint(note, vaultId, 'audit', key.publicKey)).toBeUndefined();
    expect(parseCheckpoint(note, '6f1d8d9e-4b0a-4b52-9e0c-3a4c5a1f0002' as VaultId, 'custody', key.publicKey)).toBeUndefined();
    expect(parseCheckpoint(note, vaultId, 'custody', createSigningKey().publicKey)).toBeUndefined();
    expect(parseCheckpoint(note.replace('\n12\n', '\n13\n'), vaultId, 'custody', key.publicKey)).toBeUndefined();
  });

  it('refuses sizes with leading zeroes and further lines, though they were signed', () => {
    const origin = originOf(vaultId, 'custody');
    for (const text of [
      `${origin}\n012\n${head.root}\n`,
      `${origin}\n-1\n${head.root}\n`,
      `${origin}\n12\nAAAA\n`,
      `${origin}\n12\n${head.root}\nmore\n`,
    ]) {
      expect(parseCheckpoint(signNote(text, origin, key), vaultId, 'custody', key.publicKey)).toBeUndefined();
    }
  });
});
