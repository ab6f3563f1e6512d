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
  /** The form environment: with it the engine draws values and comments that carry no appearance of their own, as viewers do. */
  readonly form: number;
  readonly pages: number;
}

const PASSWORD_ERROR = 4;
/** FLAT_NORMALDISPLAY: as on a screen, not as a printer would have it. */
const AS_SHOWN = 0;
const FLATTENED = 1;
/** FPDF_REMOVE_SECURITY. */
const WHOLE_WITHOUT_PASSWORDS = 3;
const DRAW_ANNOTATIONS = 0x01;
const REVERSE_BYTE_ORDER = 0x10;
const BGRA = 4;

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
  const about = handle === 0 ? 0 : engine.PDFiumExt_OpenFormFillInfo();
  const form = handle === 0 ? 0 : engine.PDFiumExt_InitFormFillEnvironment(handle, about);
  // A field is shown as it is on paper, not as one that waits for an answer.
  if (form !== 0) engine.FPDF_SetFormFieldHighlightAlpha(form, 0);
  try {
    if (handle === 0) throw new UnreadableError(engine.FPDF_GetLastError() === PASSWORD_ERROR ? 'pdf-encrypted' : 'pdf-damaged');
    return await work({ engine, memory, handle, form, pages: engine.FPDF_GetPageCount(handle) });
  } finally {
    if (form !== 0) engine.PDFiumExt_ExitFormFillEnvironment(form);
    if (about !== 0) engine.PDFiumExt_CloseFormFillInfo(about);
    if (handle !== 0) engine.FPDF_CloseDocument(handle);
    memory.wasmExports.free(place);
  }
}

/** Opens a page, counted from 0, with its annotations and fields ready to be drawn; null when the engine cannot load it. */
export function withPage<T>({ engine, handle, form }: PdfDocument, index: number, work: (page: number) => T): T | null {
  const page = engine.FPDF_LoadPage(handle, index);
  if (page === 0) return null;
  if (form !== 0) engine.FORM_OnAfterLoadPage(page, form);
  try {
    return work(page);
  } finally {
    if (form !== 0) engine.FORM_OnBeforeClosePage(page, form);
    engine.FPDF_ClosePage(page);
  }
}

/** Makes what annotations and fields show part of the page's own content, in the engine's memory. It shows once the page is opened anew. */
export function flattenPage({ engine }: PdfDocument, page: number): boolean {
  return engine.FPDFPage_GetAnnotCount(page) > 0 && engine.FPDFPage_Flatten(page, AS_SHOWN) === FLATTENED;
}

/** Everything the engine understood of a document, written by the engine itself, without passwords; null when it cannot. */
export function writeCopy({ engine, memory, handle }: PdfDocument): Uint8Array<ArrayBuffer> | null {
  const writer = engine.PDFiumExt_OpenFileWriter();
  try {
    if (!engine.FPDF_SaveAsCopy(handle, writer, WHOLE_WITHOUT_PASSWORDS)) return null;
    const size = engine.PDFiumExt_GetFileWriterSize(writer);
    const place = memory.wasmExports.malloc(size);
    if (place === 0) return null;
    try {
      engine.PDFiumExt_GetFileWriterData(writer, place, size);
      return new Uint8Array(memory.HEAPU8.slice(place, place + size));
    } finally {
      memory.wasmExports.free(place);
    }
  } finally {
    engine.PDFiumExt_CloseFileWriter(writer);
  }
}

/** The characters of a page as the engine tells them apart; empty when it finds none. */
export function textOf(document: PdfDocument, page: number, most: number): string {
  const { engine } = document;
  const textPage = engine.FPDFText_LoadPage(page);
  if (textPage === 0) return '';
  try {
    const count = Math.min(engine.FPDFText_CountChars(textPage), most);
    if (count <= 0) return '';
    return withMemory(document, (count + 1) * 2, (pointer) => {
      const written = engine.FPDFText_GetText(textPage, 0, count, pointer);
      return decodeUtf16(document, pointer, Math.max(0, written - 1) * 2);
    });
  } finally {
    engine.FPDFText_ClosePage(textPage);
  }
}

/** A page on white paper, four bytes a pixel, with its annotations and what stands in its fields. */
export function paintPage(document: PdfDocument, page: number, width: number, height: number): Uint8ClampedArray<ArrayBuffer> {
  const { engine, memory, form } = document;
  const size = width * height * 4;
  return withMemory(document, size, (pointer) => {
    const bitmap = engine.FPDFBitmap_CreateEx(width, height, BGRA, pointer, width * 4);
    if (bitmap === 0) throw new UnreadableError('pdf-damaged');
    try {
      engine.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
      engine.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, DRAW_ANNOTATIONS | REVERSE_BYTE_ORDER);
      if (form !== 0) engine.FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, DRAW_ANNOTATIONS | REVERSE_BYTE_ORDER);
    } finally {
      engine.FPDFBitmap_Destroy(bitmap);
    }
    return new Uint8ClampedArray(memory.HEAPU8.slice(pointer, pointer + size).buffer);
  });
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
