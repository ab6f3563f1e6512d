import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRef } from 'pdf-lib';

export interface Spelt {
  readonly text: string;
  /** Numbers of the objects that are drawn with, in the order in which they are named (docs/formats.md). */
  readonly draws: readonly number[];
}

/** An object as the file spells it; `numberOf` tells which number another object has there. */
export function spell(object: PDFObject, numberOf: (ref: PDFRef) => number): Spelt {
  const named: number[] = [];
  const text = spellValue(object, (ref) => {
    const number = numberOf(ref);
    named.push(number);
    return number;
  });
  const type = object instanceof PDFDict ? object.get(PDFName.of('Type')) : undefined;
  if (type === PDFName.of('Annot')) return { text, draws: namedIn(object as PDFDict, 'AP', numberOf) };
  const [parent] = type === PDFName.of('Page') ? namedIn(object as PDFDict, 'Parent', numberOf) : [];
  return { text, draws: named.filter((one) => one !== parent) };
}

function namedIn(dictionary: PDFDict, key: string, numberOf: (ref: PDFRef) => number): readonly number[] {
  const named: number[] = [];
  const value = dictionary.get(PDFName.of(key));
  if (value) spellValue(value, (ref) => named.push(numberOf(ref)));
  return named;
}

function spellValue(object: PDFObject, numberOf: (ref: PDFRef) => number): string {
  if (object instanceof PDFRef) {
    if (object.generationNumber !== 0) throw new Error(`object ${object.objectNumber} has a generation`);
    return `${numberOf(object)} 0 R`;
  }
  if (object instanceof PDFDict)
    return `<<\n${object
      .entries()
      .map(([name, value]) => `${name.toString()} ${spellValue(value, numberOf)}\n`)
      .join('')}>>`;
  if (object instanceof PDFArray)
    return `[${object
      .asArray()
      .map((value) => `${spellValue(value, numberOf)} `)
      .join('')}]`;
  const bytes = Buffer.alloc(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes.toString('latin1');
}
