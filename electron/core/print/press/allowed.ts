import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from 'pdf-lib';
import { type Kind, type Rule, shapes } from './allowed-kinds.ts';
import { encodeStream, type StreamBudget } from './streams.ts';

const deepest = 200;
const key = (name: string) => PDFName.of(name);

/** Copies drawings with all they need, by what is allowed. A reference to nothing becomes nothing. */
export class AllowedCopier {
  readonly #from: PDFContext;
  readonly #to: PDFContext;
  readonly #hidden: (member: PDFObject | undefined) => boolean;
  readonly #budget: StreamBudget;
  readonly #copied = new Map<string, PDFRef>();
  #depth = 0;

  constructor(
    from: PDFContext,
    to: PDFContext,
    given: { readonly hidden: (member: PDFObject | undefined) => boolean; readonly budget: StreamBudget },
  ) {
    this.#from = from;
    this.#to = to;
    this.#hidden = given.hidden;
    this.#budget = given.budget;
  }

  resources(dict: PDFDict | undefined): PDFDict {
    return dict ? this.#dict(dict, 'resources') : (this.#to.obj({}) as PDFDict);
  }

  /** A number, a name, a string, or lists of such. */
  plain(value: PDFObject | undefined): PDFObject | undefined {
    const found = this.#from.lookup(value);
    if (found instanceof PDFArray) {
      this.#deeper();
      const list = this.#to.obj([]) as PDFArray;
      // What leads nowhere keeps its place in a list, since the others are counted by theirs.
      for (const one of found.asArray()) list.push(this.plain(one) ?? (this.#to.obj(null) as PDFObject));
      this.#depth -= 1;
      return list;
    }
    return found instanceof PDFNumber ||
      found instanceof PDFName ||
      found instanceof PDFString ||
      found instanceof PDFHexString ||
      found instanceof PDFBool
      ? found
      : undefined;
  }

  #deeper(): void {
    if (++this.#depth > deepest) throw new Error('resources are nested too deep');
  }

  #value(value: PDFObject | undefined, rule: Rule): PDFObject | undefined {
    if (rule === 'plain') return this.plain(value);
    if (rule === 'space') return this.#space(value);
    if (typeof rule === 'string') return this.#one(value, rule);
    const found = this.#from.lookup(value);
    if ('of' in rule) return found instanceof PDFDict ? this.#map(found, rule.of) : undefined;
    return found instanceof PDFArray ? this.#list(found, rule[0]) : undefined;
  }

  #map(found: PDFDict, kind: Kind): PDFDict {
    const map = this.#to.obj({}) as PDFDict;
    for (const [name, value] of found.entries()) {
      const copy = this.#one(value, kind);
      if (copy) map.set(name, copy);
    }
    return map;
  }

  #list(found: PDFArray, kind: Kind): PDFArray {
    const list = this.#to.obj([]) as PDFArray;
    for (const one of found.asArray()) {
      const copy = this.#one(one, kind);
      if (copy) list.push(copy);
    }
    return list;
  }

  /** What stands under a number of its own does so afterwards, once for all who name it. */
  #one(value: PDFObject | undefined, kind: Kind): PDFObject | undefined {
    const found = this.#from.lookup(value);
    if (kind === 'colour') return this.#space(value);
    if (kind === 'sizedFont')
      return found instanceof PDFArray
        ? this.#to.obj([this.#one(found.get(0), 'font') ?? null, this.plain(found.get(1)) ?? null] as never)
        : undefined;
    if (found instanceof PDFArray)
      return kind === 'function' ? this.#list(found, kind) : kind === 'mask' || kind === 'state' ? this.plain(found) : undefined;
    if (!(found instanceof PDFDict) && !(found instanceof PDFStream)) return this.plain(found);
    if (!(value instanceof PDFRef)) return found instanceof PDFDict ? this.#dict(found, kind) : undefined;
    const memory = `${value.objectNumber} ${value.generationNumber} ${kind}`;
    const known = this.#copied.get(memory);
    if (known) return known;
    const place = this.#to.nextRef();
    this.#copied.set(memory, place);
    this.#deeper();
    const copy = found instanceof PDFStream ? this.#stream(found, kind) : this.#dict(found, kind);
    this.#depth -= 1;
    this.#to.assign(place, copy);
    return place;
  }

  #dict(found: PDFDict, kind: Kind): PDFDict {
    this.#deeper();
    const dict = this.#to.obj({}) as PDFDict;
    for (const [name, rule] of Object.entries(shapes[kind])) {
      const value = found.get(key(name));
      const copy = value === undefined ? undefined : this.#value(value, rule);
      if (copy) dict.set(key(name), copy);
    }
    this.#depth -= 1;
    return dict;
  }

  #stream(found: PDFStream, wanted: Kind): PDFObject {
    if (!(found instanceof PDFRawStream)) throw new Error('a stream is not as it was read');
    const kind = kindOf(found, wanted);
    if ((kind === 'form' || kind === 'image') && this.#hidden(found.dict.get(key('OC')))) return this.#nothing();
    const dict = this.#dict(found.dict, kind);
    const { contents, filter, parameters } = encodeStream(found, this.#from, this.#budget);
    if (filter) dict.set(key('Filter'), filter);
    if (parameters) dict.set(key('DecodeParms'), this.#parameters(parameters));
    return PDFRawStream.of(dict, contents);
  }

  #parameters(parameters: PDFDict): PDFDict {
    const dict = this.#to.obj({}) as PDFDict;
    for (const [name, value] of parameters.entries()) {
      const copy = name === key('JBIG2Globals') ? this.#one(value, 'lookup') : this.plain(value);
      if (copy) dict.set(name, copy);
    }
    return dict;
  }

  /** Draws nothing, where a drawing stood that viewers hide. */
  #nothing(): PDFObject {
    return PDFRawStream.of(this.#to.obj({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 0, 0] }) as PDFDict, new Uint8Array());
  }

  /** A colour space is a name, or a list whose first name says what the others are. */
  #space(value: PDFObject | undefined): PDFObject | undefined {
    const found = this.#from.lookup(value);
    if (!(found instanceof PDFArray)) return found instanceof PDFName ? found : undefined;
    this.#deeper();
    const list = this.#to.obj([]) as PDFArray;
    const family = this.#from.lookup(found.get(0));
    for (const [index, one] of found.asArray().entries())
      list.push(this.#spacePart(one, family, index) ?? (this.#to.obj(null) as PDFObject));
    this.#depth -= 1;
    return list;
  }

  #spacePart(value: PDFObject, family: PDFObject | undefined, index: number): PDFObject | undefined {
    const found = this.#from.lookup(value);
    if (index === 0 || found instanceof PDFName) return this.plain(found);
    if (family === key('ICCBased')) return this.#one(value, 'iccProfile');
    if (family === key('Indexed') && index === 3) return found instanceof PDFStream ? this.#one(value, 'lookup') : this.plain(found);
    if ((family === key('Separation') || family === key('DeviceN')) && index === 3) return this.#one(value, 'function');
    // What a list of inks adds to their names is for a printing house.
    if (family === key('DeviceN') && index > 3) return undefined;
    if (found instanceof PDFArray) return family === key('DeviceN') && index === 1 ? this.plain(found) : this.#space(found);
    return found instanceof PDFDict ? this.#dict(found, 'calibration') : this.plain(found);
  }
}

/** A form or a picture, by what the stream itself says. */
function kindOf({ dict }: PDFStream, wanted: Kind): Kind {
  if (wanted === 'mask') return 'image';
  if (wanted !== 'drawing') return wanted;
  return dict.lookup(key('Subtype')) === key('Image') ? 'image' : 'form';
}
