import { decodePDFRawStream, PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream } from 'pdf-lib';
import { constants, deflateSync, inflateSync } from 'node:zlib';
import { readJpeg } from './jpeg.ts';

/** How many bytes the streams of one exhibit may still unpack to. */
export interface StreamBudget {
  left: number;
}

const mostInOne = 256 << 20;
export const mostUnpacked = 4 * 2 ** 30;

const key = (name: string) => PDFName.of(name);
const general = ['FlateDecode', 'LZWDecode', 'ASCIIHexDecode', 'ASCII85Decode', 'RunLengthDecode'];
const pictures = ['DCTDecode', 'JPXDecode', 'JBIG2Decode', 'CCITTFaxDecode'];
const short: Readonly<Record<string, string>> = {
  Fl: 'FlateDecode',
  LZW: 'LZWDecode',
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
  RL: 'RunLengthDecode',
  DCT: 'DCTDecode',
  CCF: 'CCITTFaxDecode',
};

export interface EncodedStream {
  readonly contents: Uint8Array;
  readonly filter: PDFName | undefined;
  /** Of that filter. */
  readonly parameters: PDFDict | undefined;
}

/** A stream whose bytes every program can unpack: as it is where that holds, else unpacked and packed anew. Throws where neither can be. */
export function encodeStream(stream: PDFRawStream, context: PDFContext, budget: StreamBudget): EncodedStream {
  const steps = stepsOf(stream, context);
  const last = steps.at(-1);
  const picture = last && pictures.includes(last.name) ? steps.pop() : undefined;
  const [only] = steps;
  if (!picture) {
    if (!only) return { contents: stream.contents, filter: undefined, parameters: undefined };
    if (steps.length === 1 && only.name === 'FlateDecode') {
      const sound = soundLength(stream.contents, budget);
      if (sound !== undefined)
        return { contents: stream.contents.subarray(0, sound), filter: key('FlateDecode'), parameters: predictor(only.parameters) };
    }
    return {
      contents: deflateSync(unpack(stream.contents, steps, context, budget)),
      filter: key('FlateDecode'),
      parameters: predictor(steps.at(-1)?.parameters),
    };
  }
  const contents = steps.length === 0 ? stream.contents : unpack(stream.contents, steps, context, budget);
  if (picture.name === 'DCTDecode' && !readJpeg(contents)) throw new Error('a picture is not what its filter says');
  return { contents, filter: key(picture.name), parameters: picture.parameters };
}

/** The bytes a stream stands for. */
export function decodeStream(stream: PDFRawStream, context: PDFContext, budget: StreamBudget): Uint8Array {
  const steps = stepsOf(stream, context);
  if (steps.some(({ name, parameters }) => pictures.includes(name) || predictor(parameters)))
    throw new Error('a text is packed as a picture');
  return steps.length === 0 ? stream.contents : unpack(stream.contents, steps, context, budget);
}

interface Step {
  readonly name: string;
  readonly parameters: PDFDict | undefined;
}

function stepsOf({ dict }: PDFRawStream, context: PDFContext): Step[] {
  // External bytes are not of this file.
  if (dict.has(key('F'))) throw new Error('a stream stands in another file');
  const filters = listOf(dict.get(key('Filter')), context);
  const parameters = listOf(dict.get(key('DecodeParms')), context);
  return filters.map((filter, index) => {
    if (!(filter instanceof PDFName)) throw new Error('a filter has no name');
    const written = filter.asString().slice(1);
    const name = short[written] ?? written;
    if (!general.includes(name) && !pictures.includes(name)) throw new Error(`a filter is unknown: ${name}`);
    const own = parameters[index];
    return { name, parameters: own instanceof PDFDict ? own : undefined };
  });
}

function listOf(value: PDFObject | undefined, context: PDFContext): (PDFObject | undefined)[] {
  const found = context.lookup(value);
  if (found === undefined) return [];
  return found instanceof PDFArray ? found.asArray().map((one) => context.lookup(one)) : [found];
}

/** How rows were foretold, where they were. */
function predictor(parameters: PDFDict | undefined): PDFDict | undefined {
  const method = parameters?.lookup(key('Predictor'));
  if (!parameters || !(method instanceof PDFNumber) || method.asNumber() < 2) return undefined;
  const kept = parameters.context.obj({}) as PDFDict;
  for (const name of ['Predictor', 'Colors', 'BitsPerComponent', 'Columns']) {
    const value = parameters.lookup(key(name));
    if (value === undefined) continue;
    if (!(value instanceof PDFNumber) || !Number.isInteger(value.asNumber()) || value.asNumber() < 1 || value.asNumber() > 1_000_000)
      throw new Error('rows are foretold in no known way');
    kept.set(key(name), value);
  }
  return kept;
}

/** The length of a whole deflated stream, or undefined when it is not sound. */
function soundLength(contents: Uint8Array, budget: StreamBudget): number | undefined {
  try {
    const { buffer, engine } = inflateSync(contents, { info: true, maxOutputLength: Math.min(mostInOne, budget.left) }) as unknown as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    budget.left -= buffer.length;
    return engine.bytesWritten;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw error;
    return undefined;
  }
}

function unpack(contents: Uint8Array, steps: readonly Step[], context: PDFContext, budget: StreamBudget): Uint8Array {
  const [only] = steps;
  if (steps.length === 1 && only?.name === 'FlateDecode') {
    try {
      // Of a stream that is torn, what was whole before.
      return spent(
        inflateSync(contents, { maxOutputLength: Math.min(mostInOne, budget.left), finishFlush: constants.Z_SYNC_FLUSH }),
        budget,
      );
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw error;
    }
  }
  if (steps.slice(0, -1).some(({ parameters }) => predictor(parameters))) throw new Error('rows are foretold in no known way');
  const dict = context.obj({}) as PDFDict;
  dict.set(key('Filter'), context.obj(steps.map(({ name }) => name)));
  dict.set(key('DecodeParms'), context.obj(steps.map(({ parameters }) => parameters ?? {}) as never));
  return spent(decodePDFRawStream(PDFRawStream.of(dict, contents)).decode(), budget);
}

function spent(unpacked: Uint8Array, budget: StreamBudget): Uint8Array {
  budget.left -= unpacked.length;
  if (budget.left < 0) throw new Error('streams unpack to more than is allowed');
  return unpacked;
}
