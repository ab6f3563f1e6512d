/** What goes into a task and what comes out of it. Both cross from thread to thread and hold plain values only. */
export interface Task<Input, Output> {
  readonly input: Input;
  readonly output: Output;
}

/**
 * Tasks of two lanes never share a thread.
 * `trusted`: is handed keys, and touches nothing a stranger could have written but what it authenticates.
 * `foreign`: reads bytes or text of a stranger, who may own the thread afterwards.
 * `print`: sets what will be signed or handed out; a thread in which a stranger's file was read would be no place for it, nor one with keys.
 */
export type Lane = 'trusted' | 'foreign' | 'print';

/** Work whose length is the user's own: a film of ten hours is sealed for as long as that takes. */
export type OwnLength = 'own length';

/** A limit in MiB of heap plus buffers outside it, or how it follows from what the task is given. */
export type Megabytes<Input> = number | ((input: Input) => number);

/** Whoever is handed one of these runs in the trusted lane; `TermsOf` lets it name no other. */
export interface HandedKeys {
  readonly objectKey: Uint8Array;
}

export interface TrustedTerms {
  readonly lane: 'trusted';
  readonly seconds: OwnLength;
  readonly megabytes: OwnLength;
}

export interface ForeignTerms<Input> {
  readonly lane: 'foreign';
  readonly seconds: number;
  readonly megabytes: Megabytes<Input>;
}

/** Setting what is the investigation's own takes as long as it takes and can be cancelled; what it holds meanwhile is bounded. */
export interface PrintTerms<Input> {
  readonly lane: 'print';
  readonly seconds: OwnLength;
  readonly megabytes: Megabytes<Input>;
}

/** In which lane a task runs and how long and large it may become: said once, where the task is declared. */
export type TermsOf<Tasks> = {
  readonly [N in keyof Tasks]: Tasks[N] extends Task<infer Input, unknown>
    ? Input extends HandedKeys
      ? TrustedTerms
      : ForeignTerms<Input> | PrintTerms<Input>
    : never;
};

export const MEBIBYTE = 1024 * 1024;
