const LONGEST = 120;

/**
 * A foreign name as far as every system can store it: no folder, nothing unseen, nothing a system reserves, and not hidden. Of a
 * long one the end, where its kind stands.
 */
export function safeFileName(name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\\/:*?"<>|]/gu, '_')
    .replace(/^\.+/, '_')
    .trim();
  return [...safe].slice(-LONGEST).join('') || 'original';
}
