import { FailureError } from '../result.ts';

/** An exact place in an exhibit, written as a fragment: `page=3`, `page=3&xywh=0.1,0.2,0.5,0.1`, `paragraph=12`, `line=118`, `message=7`, `t=12.5,14`, `frame=14206`, `row=17`, `sheet=2&row=17`. */
export type Place =
  | { readonly kind: 'whole' }
  | { readonly kind: 'page'; readonly page: number; readonly region?: Region }
  | { readonly kind: 'paragraph' | 'line' | 'message' | 'frame'; readonly number: number }
  | { readonly kind: 'time'; readonly from: number; readonly to?: number }
  | RowPlace;

/** A row of a table as a person counts: the first row, which mostly names the columns, is 1. The sheet, from 1, where a book has several. */
export interface RowPlace {
  readonly kind: 'row';
  readonly number: number;
  readonly sheet?: number;
}

/** Fractions of the page's width and height from its upper left corner, each from 0 to 1. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const COUNTED = /^(paragraph|line|message|frame)=(\d{1,9})$/;

/** Reads a place; the empty string is the whole exhibit. Throws `citation.invalid`. */
export function parsePlace(text: string): Place {
  if (text === '') return { kind: 'whole' };
  const counted = COUNTED.exec(text);
  if (counted) {
    const number = Number(counted[2]);
    if (number < 1 && counted[1] !== 'frame') throw invalid(text, 'counting starts at 1');
    return { kind: counted[1] as 'paragraph' | 'line' | 'message' | 'frame', number };
  }
  const page = /^page=(\d{1,6})(?:&xywh=([\d.,]+))?$/.exec(text);
  if (page) return parsePage(text, Number(page[1]), page[2]);
  const row = /^(?:sheet=(\d{1,5})&)?row=(\d{1,9})$/.exec(text);
  if (row) return parseRow(text, Number(row[2]), row[1]);
  const time = /^t=(\d+(?:\.\d+)?)(?:,(\d+(?:\.\d+)?))?$/.exec(text);
  if (time) return parseTime(text, Number(time[1]), time[2]);
  throw invalid(text, 'a place is page=3, paragraph=12, line=118, message=7, row=17, t=12.5 or frame=240');
}

export function formatPlace(place: Place): string {
  switch (place.kind) {
    case 'whole':
      return '';
    case 'page': {
      if (!place.region) return `page=${place.page}`;
      const { left, top, width, height } = place.region;
      return `page=${place.page}&xywh=${[left, top, width, height].map((part) => Number(part.toFixed(4))).join(',')}`;
    }
    case 'time':
      return place.to === undefined ? `t=${place.from}` : `t=${place.from},${place.to}`;
    case 'row':
      return `${place.sheet === undefined ? '' : `sheet=${place.sheet}&`}row=${place.number}`;
    default:
      return `${place.kind}=${place.number}`;
  }
}

/** Splits `EX-0001#page=3` into exhibit number and place. Throws `citation.invalid`. */
export function parseCitationKey(key: string): { readonly exhibitNumber: string; readonly place: Place } {
  const match = /^(EX-\d{4,})(?:#(.*))?$/.exec(key.trim());
  if (!match) throw invalid(key, 'a citation is an exhibit number and a place, such as EX-0001#page=3');
  return { exhibitNumber: match[1] as string, place: parsePlace(match[2] ?? '') };
}

function parsePage(text: string, page: number, xywh: string | undefined): Place {
  if (page < 1) throw invalid(text, 'counting starts at 1');
  if (xywh === undefined) return { kind: 'page', page };
  const [left, top, width, height, ...rest] = xywh.split(',').map(Number);
  const parts = [left, top, width, height];
  if (rest.length > 0 || !parts.every((part) => part !== undefined && part >= 0 && part <= 1)) {
    throw invalid(text, 'xywh takes four fractions from 0 to 1');
  }
  return { kind: 'page', page, region: { left, top, width, height } as Region };
}

function parseRow(text: string, number: number, sheet: string | undefined): Place {
  if (number < 1 || sheet === '0') throw invalid(text, 'counting starts at 1');
  return { kind: 'row', number, ...(sheet === undefined ? {} : { sheet: Number(sheet) }) };
}

function parseTime(text: string, from: number, to: string | undefined): Place {
  if (to === undefined) return { kind: 'time', from };
  if (Number(to) < from) throw invalid(text, 'the end lies before the beginning');
  return { kind: 'time', from, to: Number(to) };
}

function invalid(text: string, problem: string): FailureError {
  return new FailureError('citation.invalid', { text, problem });
}
