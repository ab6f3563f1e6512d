/** Encodings a text may be found in, by the names of the WHATWG Encoding Standard as people write them. */
export const encodingNames = [
  'UTF-8',
  'UTF-16LE',
  'UTF-16BE',
  'GB18030',
  'Big5',
  'Shift_JIS',
  'EUC-JP',
  'ISO-2022-JP',
  'EUC-KR',
  'windows-1252',
  'windows-1250',
  'ISO-8859-2',
  'windows-1251',
  'KOI8-R',
  'IBM866',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-874',
  'macintosh',
] as const;
export type EncodingName = (typeof encodingNames)[number];

type Length = (bytes: Uint8Array, at: number) => number;

/** The encoding a label means, as the Encoding Standard has it; undefined for a label nobody knows. What is called GB2312 or GBK is read as what grew out of them. */
export function encodingOfLabel(label: string): string | undefined {
  const known = MORE_LABELS[label.toLowerCase()] ?? label;
  try {
    const { encoding } = new TextDecoder(known);
    return encoding === 'gbk' ? 'GB18030' : (encodingNames.find((name) => name.toLowerCase() === encoding) ?? encoding);
  } catch {
    return undefined;
  }
}

/** Labels met in mail that the standard does not have. */
const MORE_LABELS: Readonly<Record<string, string>> = {
  cp936: 'gbk',
  ms936: 'gbk',
  'euc-cn': 'gbk',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  cp950: 'big5',
  cp932: 'shift_jis',
  'x-unknown': '',
  utf8mb4: 'utf-8',
  'iso-10646-ucs-2': 'utf-16be',
};

/**
 * How many bytes the character beginning at a place takes by the rules of its encoding; 0 where none can begin there. Encodings
 * of one byte have no entry.
 */
const lengths: Readonly<Record<string, Length>> = {
  'UTF-8': utf8Length,
  'UTF-16LE': (bytes, at) => wideLength(unit(bytes, at, 1), unit(bytes, at + 2, 1)),
  'UTF-16BE': (bytes, at) => wideLength(unit(bytes, at, 0), unit(bytes, at + 2, 0)),
  GB18030: gbLength,
  Big5: (bytes, at) => pairLength(bytes, at, within(0x81, 0xfe), (trail) => within(0x40, 0x7e)(trail) || within(0xa1, 0xfe)(trail)),
  'EUC-KR': (bytes, at) => pairLength(bytes, at, within(0x81, 0xfe), within(0x41, 0xfe)),
  Shift_JIS: (bytes, at) => {
    const lead = bytes[at] as number;
    if (lead >= 0xa1 && lead <= 0xdf) return 1;
    return pairLength(bytes, at, within(0x81, 0xfc), (trail) => within(0x40, 0x7e)(trail) || within(0x80, 0xfc)(trail));
  },
  'EUC-JP': (bytes, at) => {
    if (bytes[at] === 0x8e) return within(0xa1, 0xdf)(bytes[at + 1] ?? 0) ? 2 : 0;
    if (bytes[at] !== 0x8f) return pairLength(bytes, at, within(0xa1, 0xfe), within(0xa1, 0xfe));
    return within(0xa1, 0xfe)(bytes[at + 1] ?? 0) && within(0xa1, 0xfe)(bytes[at + 2] ?? 0) ? 3 : 0;
  },
};

export function characterLength(encoding: string, bytes: Uint8Array, at: number): number {
  return lengths[encoding]?.(bytes, at) ?? 1;
}

export function isWide(encoding: string): boolean {
  return encoding.startsWith('UTF-16');
}

function within(from: number, to: number): (byte: number) => boolean {
  return (byte) => byte >= from && byte <= to;
}

function pairLength(bytes: Uint8Array, at: number, lead: (byte: number) => boolean, trail: (byte: number) => boolean): number {
  const first = bytes[at] as number;
  if (first < 0x80) return 1;
  return lead(first) && trail(bytes[at + 1] ?? 0) ? 2 : 0;
}

function gbLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first <= 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  if (first === 0xff) return 0;
  if (second >= 0x40 && second <= 0xfe && second !== 0x7f) return 2;
  const four = within(0x30, 0x39)(second) && within(0x81, 0xfe)(bytes[at + 2] ?? 0) && within(0x30, 0x39)(bytes[at + 3] ?? 0);
  return four ? 4 : 0;
}

function utf8Length(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first < 0x80) return 1;
  const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  for (let next = 1; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  // Overlong forms, surrogates, and what lies beyond Unicode.
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second > 0x8f) return 0;
  return length;
}

function unit(bytes: Uint8Array, at: number, high: 0 | 1): number {
  const [first, second] = [bytes[at], bytes[at + 1]];
  if (first === undefined || second === undefined) return -1;
  return high === 1 ? second * 256 + first : first * 256 + second;
}

function wideLength(first: number, second: number): number {
  if (first < 0) return 0;
  if (first < 0xd800 || first > 0xdfff) return 2;
  return first < 0xdc00 && second >= 0xdc00 && second <= 0xdfff ? 4 : 0;
}
