/**
 * By the manifest's version. Form 1 left numbers free, kept what its composer had no more use for, and drew exhibits' own
 * layers and metadata; nothing in it says what its pages show.
 */
export type Form = 1 | 2;
