/**
 * Seals one file into a fresh vault folder and prints seconds and peak memory of this whole process as JSON.
 * A process of its own, because a peak once reached stays a process's peak.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createSlots } from '../../electron/core/vault/keys/slots.ts';
import { createObjectStore } from '../../electron/core/vault/objects/object-store.ts';
import { createWorkerPool } from '../../electron/core/workers/pool.ts';

const [file = '', beside = ''] = process.argv.slice(2);
const folder = mkdtempSync(beside);
const { header, unlocked } = await createSlots('Bench', 'a passphrase for the bench', Date.now());
const workers = createWorkerPool();
const objects = createObjectStore({ folder, keys: unlocked.keys, vaultId: header.vaultId, workers });
// The thread's own start is not what is measured: a desktop has it running, and the bound is about bytes.
await objects.seal(fileURLToPath(import.meta.url));
const start = performance.now();
const { object, stored } = await objects.seal(file);
const seconds = (performance.now() - start) / 1000;
await workers.close();
rmSync(folder, { recursive: true });
process.stdout.write(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024, sha256: object.sha256, stored }));
