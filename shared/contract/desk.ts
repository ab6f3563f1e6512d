import { z } from 'zod';
import { language } from './language.ts';
import { caseId, exhibitId } from '../model/identifier.ts';
import { release, verdict } from '../model/release.ts';
import { deskCommand, deskJob, deskQuery } from './conversation.ts';
import { importedFile } from './exhibit.ts';
import { exportedTimeline, timelineExport } from './timeline-export.ts';
import { certificateSummary, vaultSession } from './vault.ts';
import { oneLine } from '../model/one-line.ts';

export const preferences = z.object({
  language: z.enum(['system', 'en', 'zh-CN']),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['dense', 'comfortable']),
  /** Minutes without input until the vault locks; 1 to 240. */
  lockAfterMinutes: z.int().min(1).max(240),
  /** The columns of the chronology; as the product comes while nobody chose. */
  chronologyColumns: z.array(z.string().max(40)).max(40).readonly().optional(),
});
export type Preferences = z.infer<typeof preferences>;

/** A vault the desktop knows, named by an opaque key; its path stays in the main process. */
export const knownVault = z.object({ key: z.string(), name: z.string(), users: z.array(z.string()), present: z.boolean() }).readonly();
export type KnownVault = z.infer<typeof knownVault>;

const passphrase = z.string().min(1).max(1024);

/**
 * What the window asks the main process itself: everything with a dialog, a path or a preference in it.
 * A dialog the person closes answers null.
 */
export const deskContract = {
  'desk.start': deskQuery(
    z.object({}),
    z.object({
      vaults: z.array(knownVault),
      preferences,
      systemLanguage: z.string(),
      version: z.string(),
      session: vaultSession.nullable(),
    }),
    { of: [] },
  ),
  'desk.setPreferences': deskCommand(preferences.partial(), preferences),
  'desk.createVault': deskCommand(
    z.object({ user: oneLine(120), passphrase }),
    z.object({ session: vaultSession, recoveryCode: z.string() }).nullable(),
  ),
  /** Chooses a vault folder by dialog and remembers it, without opening it. */
  'desk.chooseVault': deskCommand(z.object({}), knownVault.nullable()),
  /** `goOn` as `vault.open` takes it. */
  'desk.openVault': deskCommand(
    z.object({ key: z.string(), user: z.string().optional(), passphrase, goOn: z.string().optional() }),
    vaultSession,
  ),
  'desk.recoverVault': deskCommand(z.object({ key: z.string(), user: z.string(), recoveryCode: z.string(), passphrase }), vaultSession),
  'desk.forgetVault': deskCommand(z.object({ key: z.string() }), z.object({})),
  /** Builds the sample case in a folder of its own and opens it; its passphrase is answered, because it protects invented people only. */
  'desk.openSample': deskJob(z.object({}), z.object({ session: vaultSession, passphrase: z.string() })),
  /** With files dropped on the window they come beside the input (preload resolves their paths); without, a dialog asks. */
  'desk.importEvidence': deskJob(
    z.object({ caseId, source: z.string().max(200).default(''), folders: z.boolean().default(false) }),
    z.object({ files: z.array(importedFile) }).nullable(),
  ),
  'desk.exportExhibit': deskJob(z.object({ exhibitId }), z.object({ bytes: z.int(), sha256: z.string() }).nullable()),
  'desk.exportTimeline': deskJob(z.object(exportedTimeline), timelineExport.nullable()),
  'desk.releaseCaseFile': deskJob(z.object({ caseId, language }), release.nullable()),
  'desk.showRelease': deskCommand(z.object({ releaseId: z.string() }), z.object({ shown: z.boolean() })),
  'desk.verifyFile': deskJob(z.object({}), z.object({ fileName: z.string(), verdict }).nullable()),
  'desk.importCertificate': deskCommand(z.object({ passphrase: z.string() }), certificateSummary.nullable()),
  /** Copies text; the clipboard is cleared after a minute if it still holds it. */
  'desk.copy': deskCommand(z.object({ text: z.string().max(10_000) }), z.object({})),
} as const;
