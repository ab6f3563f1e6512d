/** The part of fontkit the report measures with; the package carries no types. */
declare module 'fontkit' {
  export interface Font {
    readonly unitsPerEm: number;
    readonly characterSet: readonly number[];
    glyphForCodePoint(code: number): { readonly advanceWidth: number };
  }
  export function openSync(path: string): Font;
}
