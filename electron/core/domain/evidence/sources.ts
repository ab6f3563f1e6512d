import type { Instant } from '../../../../shared/model/identifier.ts';
import type { Failure } from '../../../../shared/result.ts';

/** One file a person offered, found while walking; nothing of it has been read. */
export interface OfferedFile {
  readonly kind: 'file';
  /** Absolute. Bytes of the name that are not UTF-8 stand as \xNN, so that nothing of it is lost. */
  readonly path: string;
  /** The path as the file system has it, when it is not UTF-8 and only its bytes find the file. */
  readonly rawPath: Uint8Array | null;
  readonly fileName: string;
  readonly bytes: number;
  readonly modifiedAt: Instant;
}

/** What was offered and cannot be imported: nothing that stands in a folder is passed over in silence. */
export interface RefusedPath {
  readonly kind: 'refused';
  readonly path: string;
  readonly failure: Failure;
}

/** Walks files and folders, folders in the order of their names. Links are refused, not followed. Throws job.cancelled only. */
export type WalkSources = (paths: readonly string[], signal: AbortSignal) => Promise<readonly (OfferedFile | RefusedPath)[]>;
