import { spawnSync } from 'node:child_process';
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { corridor } from './pictures.ts';

const WIDTH = 640;
const HEIGHT = 360;
const RATE = 10;
const SECONDS = 24;
/** What the recorder shows in the first frame; it runs 7 min 12 s fast. */
const FIRST_SHOWN = Date.UTC(2031, 4, 14, 23, 40, 56);

/** Twenty-four seconds of corridor 12: a figure comes, opens a door, goes in. Needs ffmpeg with libx264. */
export function makeClip(path: string): void {
  const frames = Array.from({ length: RATE * SECONDS }, (_, index) => frame(index / RATE));
  const made = spawnSync(
    'ffmpeg',
    [
      '-y',
      '-loglevel',
      'error',
      '-f',
      'rawvideo',
      '-pix_fmt',
      'rgba',
      '-s',
      `${WIDTH}x${HEIGHT}`,
      '-r',
      String(RATE),
      '-i',
      '-',
      '-c:v',
      'libx264',
      '-preset',
      'veryslow',
      '-crf',
      '30',
      '-pix_fmt',
      'yuv420p',
      '-g',
      '20',
      '-movflags',
      '+faststart',
      '-fflags',
      '+bitexact',
      '-flags:v',
      '+bitexact',
      '-threads',
      '1',
      '-metadata',
      'creation_time=2031-05-14T15:40:56Z',
      '-metadata',
      'title=CAM 03 CORRIDOR 12',
      path,
    ],
    { input: Buffer.concat(frames), maxBuffer: 1 << 20 },
  );
  if (made.status !== 0) throw new Error(`ffmpeg: ${made.error?.message ?? made.stderr.toString()}`);
}

function frame(second: number): Buffer {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const draw = canvas.getContext('2d');
  corridor(draw, 0, 0, WIDTH, HEIGHT);
  if (second > 10.6 && second < 15) openDoor(draw);
  if (second < 13.4) figure(draw, Math.min(second / 10, 1), second > 11 ? (second - 11) / 2.4 : 0);
  draw.fillStyle = '#f4f6f2';
  draw.font = '18px "Sample Latin"';
  draw.fillText(new Date(FIRST_SHOWN + Math.floor(second) * 1000).toISOString().slice(0, 19).replace('T', ' '), 14, 28);
  draw.fillText('CAM 03  CORRIDOR 12', 14, HEIGHT - 14);
  return Buffer.from(draw.getImageData(0, 0, WIDTH, HEIGHT).data.buffer);
}

/** Walks from the far end to the near door, then steps into it. */
function figure(draw: SKRSContext2D, way: number, inside: number): void {
  const tall = 70 + way * 150;
  const x = 320 - way * 160 - inside * 50;
  const ground = 225 + way * 85;
  const sway = Math.sin(way * 60) * 3;
  draw.globalAlpha = Math.max(0, 1 - inside);
  draw.fillStyle = '#20242b';
  draw.beginPath();
  draw.ellipse(x + sway, ground - tall * 0.88, tall * 0.075, tall * 0.1, 0, 0, Math.PI * 2);
  draw.fill();
  draw.fillRect(x + sway - tall * 0.13, ground - tall * 0.76, tall * 0.26, tall * 0.42);
  draw.fillRect(x - tall * 0.11 + sway, ground - tall * 0.36, tall * 0.09, tall * 0.36);
  draw.fillRect(x + tall * 0.02 - sway, ground - tall * 0.36, tall * 0.09, tall * 0.36);
  draw.globalAlpha = 1;
}

function openDoor(draw: SKRSContext2D): void {
  draw.fillStyle = '#e8d9a8';
  draw.beginPath();
  for (const [x, y] of [
    [64, 72],
    [128, 101],
    [128, 288],
    [64, 324],
  ] as const)
    draw.lineTo(x, y);
  draw.closePath();
  draw.fill();
}
