import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { UnreadableError } from '../findings/sentence.ts';

/** The engine's memory, which its own types leave open. It moves when it grows: fetch it anew before every use. */
interface EngineMemory {
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: { malloc(size: number): number; free(pointer: number): void };
  getValue(pointer: number, type: string): number;
  UTF16ToString(pointer: number): string;
}

export interface PdfDocument {
  readonly engine: WrappedPdfiumModule;
  readonly memory: EngineMemory;
  readonly handle: number;
  readonly pages: number;
}

const PASSWORD_ERROR = 4;
let started: Promise<WrappedPdfiumModule> | undefined;

async function startEngine(): Promise<WrappedPdfiumModule> {
  const file = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const bytes = await readFile(file);
  const engine = await init({ wasmBinary: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) });
  engine.PDFiumExt_Init();
  return engine;
}

/** Opens a PDF for the time of `work`. Throws UnreadableError when it is damaged or asks for a password. */
export async function withPdf<T>(bytes: Uint8Array, work: (document: PdfDocument) => T | Promise<T>): Promise<T> {
  started ??= startEngine();
  const engine = await started;
  const memory = engine.pdfium as unknown as EngineMemory;
  const place = memory.wasmExports.malloc(bytes.byteLength);
  if (place === 0) throw new UnreadableError('pdf-damaged');
  memory.HEAPU8.set(bytes, place);
  const handle = engine.FPDF_LoadMemDocument(place, bytes.byteLength, '');
  try {
    if (handle === 0) throw new UnreadableError(engine.FPDF_GetLastError() === PASSWORD_ERROR ? 'pdf-encrypted' : 'pdf-damaged');
    return await work({ engine, memory, handle, pages: engine.FPDF_GetPageCount(handle) });
  } finally {
    if (handle !== 0) engine.FPDF_CloseDocument(handle);
    memory.wasmExports.free(place);
  }
}

/** Lends `size` bytes of the engine's memory. */
export function withMemory<T>({ memory }: PdfDocument, size: number, work: (pointer: number) => T): T {
  const pointer = memory.wasmExports.malloc(size);
  if (pointer === 0) throw new UnreadableError('pdf-damaged');
  try {
    return work(pointer);
  } finally {
    memory.wasmExports.free(pointer);
  }
}

/** Reads text that the engine writes as UTF-16LE: `write` answers the bytes it needs, the closing NUL included. */
export function readUtf16(document: PdfDocument, write: (pointer: number, size: number) => number, mostBytes = 65_536): string {
  const size = write(0, 0);
  if (size <= 2 || size > mostBytes) return '';
  return withMemory(document, size, (pointer) => {
    write(pointer, size);
    return decodeUtf16(document, pointer, size - 2);
  });
}

export function decodeUtf16({ memory }: PdfDocument, pointer: number, bytes: number): string {
  return new TextDecoder('utf-16le').decode(memory.HEAPU8.slice(pointer, pointer + bytes));
}
