import { readFileSync } from 'node:fs';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { PDFDocument } from 'pdf-lib';
import { withExif, type CameraFields } from './exif.ts';
import { fontFiles } from './fonts.ts';

GlobalFonts.registerFromPath(fontFiles.latin, 'Sample Latin');
GlobalFonts.registerFromPath(fontFiles.chinese, 'Sample Chinese');
const TYPE = '"Sample Latin", "Sample Chinese"';
const PHONE: Omit<CameraFields, 'taken'> = {
  make: 'Halvorsen',
  model: 'Pocket 7',
  offset: '+08:00',
};

/** A table in warm light: plates, small glasses, two bottles. Nobody is in the picture. */
export function makeDinnerTable(): Uint8Array {
  return photograph(1600, 1200, { ...PHONE, taken: '2031:05:14 19:42:16' }, (draw) => {
    const wall = draw.createLinearGradient(0, 0, 0, 520);
    wall.addColorStop(0, '#3a2417');
    wall.addColorStop(1, '#7a4a26');
    fill(draw, wall, 0, 0, 1600, 1200);
    draw.fillStyle = '#8d2f24';
    draw.beginPath();
    draw.ellipse(800, 800, 980, 430, 0, 0, Math.PI * 2);
    draw.fill();
    draw.fillStyle = '#c9a36a';
    draw.beginPath();
    draw.ellipse(800, 770, 560, 230, 0, 0, Math.PI * 2);
    draw.fill();
    for (let seat = 0; seat < 6; seat += 1) {
      const angle = (seat / 6) * Math.PI * 2 + 0.3;
      const x = 800 + Math.cos(angle) * 730;
      const y = 790 + Math.sin(angle) * 310;
      disc(draw, x, y, 120, 52, '#efe9de');
      disc(draw, x, y, 82, 34, '#d9d0c0');
      glass(draw, x + 105, y - 34);
      if (seat % 2 === 0) glass(draw, x - 122, y - 22);
    }
    for (const [x, y] of [
      [640, 720],
      [980, 700],
    ] as const)
      bottle(draw, x, y);
    for (const [x, y, colour] of [
      [800, 800, '#4f6b2f'],
      [560, 800, '#a4512a'],
      [1060, 810, '#b98b2f'],
      [800, 680, '#6f3a2c'],
    ] as const) {
      disc(draw, x, y, 105, 46, '#f2ece1');
      disc(draw, x, y - 6, 78, 30, colour);
    }
  });
}

/** Recorder screen and phone in one frame: the recorder shows 10:09:12 when the phone shows 10:02:00. */
export function makeRecorderClock(): Uint8Array {
  return photograph(1600, 1067, { ...PHONE, taken: '2031:05:30 10:02:00' }, (draw) => {
    fill(draw, '#2b2f34', 0, 0, 1600, 1067);
    fill(draw, '#101214', 110, 90, 930, 640);
    fill(draw, '#39424a', 140, 120, 870, 560);
    corridor(draw, 140, 120, 870, 560);
    draw.fillStyle = '#f4f6f2';
    draw.font = `44px ${TYPE}`;
    draw.fillText('2031-05-30 10:09:12', 170, 180);
    draw.fillText('CAM 03  CORRIDOR 12', 170, 650);
    fill(draw, '#0b0c0e', 1160, 300, 310, 620);
    fill(draw, '#f7f8fa', 1180, 340, 270, 540);
    draw.fillStyle = '#1c2430';
    draw.font = `64px ${TYPE}`;
    draw.fillText('10:02:00', 1192, 520);
    draw.font = `22px ${TYPE}`;
    draw.fillText('2031-05-30  UTC+08:00', 1192, 570);
    draw.fillText('NTP  ± 0.05 s', 1192, 610);
    draw.fillStyle = '#9aa4ad';
    draw.font = `30px ${TYPE}`;
    draw.fillText('DVR-16  serial 0093-1174', 130, 800);
  });
}

/** A thermal receipt on a jacket pocket's cloth. */
export function makeTaxiReceipt(): Uint8Array {
  return photograph(1000, 1400, { ...PHONE, taken: '2031:05:15 10:41:33' }, (draw) => {
    fill(draw, '#39404c', 0, 0, 1000, 1400);
    draw.save();
    draw.translate(500, 700);
    draw.rotate(-0.045);
    fill(draw, '#f3f1e8', -290, -560, 580, 1120);
    draw.fillStyle = '#33363b';
    const lines = [
      '兰圳市出租汽车专用发票',
      'TAXI RECEIPT',
      '',
      '车号  LZ-T 4471',
      '证号  2209318',
      '日期  2031-05-14',
      '上车  22:58',
      '下车  23:12',
      '单价  2.40',
      '里程  6.8 km',
      '等候  00:01:10',
      '金额  19.80',
      '',
      '景河酒店 / HOTEL JINGHE',
    ];
    lines.forEach((line, index) => {
      draw.font = `${index < 2 ? 40 : 36}px ${TYPE}`;
      draw.fillText(line, -250, -480 + index * 72);
    });
    draw.restore();
  });
}

/** The leaflet as the copier saw it: a little crooked, grey, no text layer. */
export async function makeLeafletScan(): Promise<Uint8Array> {
  const canvas = createCanvas(1240, 1754);
  const draw = canvas.getContext('2d');
  fill(draw, '#e9e7e2', 0, 0, 1240, 1754);
  draw.save();
  draw.translate(620, 877);
  draw.rotate(0.012);
  fill(draw, '#f7f6f2', -575, -830, 1150, 1660);
  draw.fillStyle = '#2c2c2e';
  readFileSync(new URL('../texts/leaflet.txt', import.meta.url), 'utf8')
    .split('\n')
    .forEach((line, index) => {
      draw.font = `${index === 0 ? 66 : 46}px ${TYPE}`;
      draw.fillText(line, -480, -620 + index * 92);
    });
  draw.restore();
  grain(draw, 1240, 1754, 26);
  const pdf = await PDFDocument.create();
  const scanned = new Date('2031-05-26T05:31:00Z');
  pdf.setProducer('Copier 4 scan');
  pdf.setCreationDate(scanned);
  pdf.setModificationDate(scanned);
  const page = pdf.addPage([595.28, 841.89]);
  page.drawImage(await pdf.embedJpg(canvas.toBuffer('image/jpeg', 62)), {
    x: 0,
    y: 0,
    width: 595.28,
    height: 841.89,
  });
  return pdf.save();
}

/** Perspective lines of a hotel corridor with doors on the left. */
export function corridor(draw: SKRSContext2D, left: number, top: number, width: number, height: number): void {
  const at = (x: number, y: number): readonly [number, number] => [left + x * width, top + y * height];
  polygon(draw, '#6d6a5f', [at(0, 0), at(1, 0), at(0.62, 0.36), at(0.38, 0.36)]);
  polygon(draw, '#544636', [at(0, 1), at(1, 1), at(0.62, 0.62), at(0.38, 0.62)]);
  polygon(draw, '#85806f', [at(0, 0), at(0.38, 0.36), at(0.38, 0.62), at(0, 1)]);
  polygon(draw, '#7a7565', [at(1, 0), at(0.62, 0.36), at(0.62, 0.62), at(1, 1)]);
  polygon(draw, '#9a947f', [at(0.38, 0.36), at(0.62, 0.36), at(0.62, 0.62), at(0.38, 0.62)]);
  polygon(draw, '#3d2c1f', [at(0.1, 0.2), at(0.2, 0.28), at(0.2, 0.8), at(0.1, 0.9)]);
  polygon(draw, '#3d2c1f', [at(0.27, 0.32), at(0.32, 0.35), at(0.32, 0.68), at(0.27, 0.73)]);
  polygon(draw, '#3d2c1f', [at(0.73, 0.32), at(0.68, 0.35), at(0.68, 0.68), at(0.73, 0.73)]);
}

function photograph(width: number, height: number, camera: CameraFields, paint: (draw: SKRSContext2D) => void): Uint8Array {
  const canvas = createCanvas(width, height);
  const draw = canvas.getContext('2d');
  paint(draw);
  grain(draw, width, height, 14);
  return withExif(canvas.toBuffer('image/jpeg', 74), camera);
}

/** Sensor noise from a fixed seed, so that the same picture has the same bytes every time. */
function grain(draw: SKRSContext2D, width: number, height: number, strength: number): void {
  const picture = draw.getImageData(0, 0, width, height);
  let seed = 20310514;
  for (let index = 0; index < picture.data.length; index += 4) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const noise = (seed / 2 ** 32 - 0.5) * strength;
    for (let channel = 0; channel < 3; channel += 1) picture.data[index + channel] = (picture.data[index + channel] ?? 0) + noise;
  }
  draw.putImageData(picture, 0, 0);
}

function fill(draw: SKRSContext2D, style: SKRSContext2D['fillStyle'], left: number, top: number, width: number, height: number): void {
  draw.fillStyle = style;
  draw.fillRect(left, top, width, height);
}

function disc(draw: SKRSContext2D, x: number, y: number, across: number, high: number, colour: string): void {
  draw.fillStyle = colour;
  draw.beginPath();
  draw.ellipse(x, y, across, high, 0, 0, Math.PI * 2);
  draw.fill();
}

function glass(draw: SKRSContext2D, x: number, y: number): void {
  draw.fillStyle = 'rgba(235, 240, 245, 0.55)';
  draw.fillRect(x - 16, y - 52, 32, 52);
  disc(draw, x, y - 52, 16, 6, 'rgba(255, 255, 255, 0.8)');
}

function bottle(draw: SKRSContext2D, x: number, y: number): void {
  fill(draw, '#e7e3da', x - 34, y - 190, 68, 190);
  fill(draw, '#a1302a', x - 34, y - 130, 68, 70);
  fill(draw, '#c7c2b7', x - 13, y - 250, 26, 60);
}

function polygon(draw: SKRSContext2D, colour: string, points: readonly (readonly [number, number])[]): void {
  draw.fillStyle = colour;
  draw.beginPath();
  for (const [x, y] of points) draw.lineTo(x, y);
  draw.closePath();
  draw.fill();
}
