/** What the tests compare with: bounds in milliseconds, the last one still belonging; qualifiers as bit masks. */
declare module 'edtf' {
  interface Mask {
    readonly value: number;
  }
  export default function edtf(text: string): {
    readonly min: number;
    readonly max: number;
    readonly approximate: Mask;
    readonly uncertain: Mask;
  };
}
