/** What a camera writes beside a picture; times are local and carry no zone, as cameras of this kind write them. */
export interface CameraFields {
  readonly make: string;
  readonly model: string;
  /** `YYYY:MM:DD HH:MM:SS`. */
  readonly taken: string;
  /** `+08:00`, or absent where the camera does not know. */
  readonly offset?: string;
}

interface Entry {
  readonly tag: number;
  readonly type: 2 | 4;
  readonly value: string | number;
}

/** Puts an EXIF segment (CIPA DC-008, big-endian TIFF) behind a JPEG's start marker. */
export function withExif(jpeg: Uint8Array, fields: CameraFields): Uint8Array {
  const detail: Entry[] = [{ tag: 0x9003, type: 2, value: fields.taken }];
  if (fields.offset !== undefined) detail.push({ tag: 0x9011, type: 2, value: fields.offset });
  const main = (detailAt: number): Entry[] => [
    { tag: 0x010f, type: 2, value: fields.make },
    { tag: 0x0110, type: 2, value: fields.model },
    { tag: 0x0132, type: 2, value: fields.taken },
    { tag: 0x8769, type: 4, value: detailAt },
  ];
  const first = directory(main(0), 8);
  const tiff = Buffer.concat([
    Buffer.from('4d4d002a00000008', 'hex'),
    directory(main(8 + first.length), 8),
    directory(detail, 8 + first.length),
  ]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const marker = Buffer.alloc(4);
  marker.writeUInt16BE(0xffe1, 0);
  marker.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), marker, body, jpeg.subarray(2)]);
}

function directory(entries: readonly Entry[], at: number): Buffer {
  const head = Buffer.alloc(2 + entries.length * 12 + 4);
  const tail: Buffer[] = [];
  let tailAt = at + head.length;
  head.writeUInt16BE(entries.length, 0);
  entries.forEach((entry, index) => {
    const row = 2 + index * 12;
    head.writeUInt16BE(entry.tag, row);
    head.writeUInt16BE(entry.type, row + 2);
    if (typeof entry.value === 'number') {
      head.writeUInt32BE(1, row + 4);
      head.writeUInt32BE(entry.value, row + 8);
      return;
    }
    const text = Buffer.from(`${entry.value}\0`, 'latin1');
    head.writeUInt32BE(text.length, row + 4);
    if (text.length <= 4) {
      text.copy(head, row + 8);
      return;
    }
    head.writeUInt32BE(tailAt, row + 8);
    tail.push(text);
    tailAt += text.length;
  });
  return Buffer.concat([head, ...tail]);
}
