/** Writes the checkpoint once for every group of commits that follow closely on each other. */
export interface CheckpointKeeper {
  /** Says that something was committed. */
  touch(): void;
  /** Writes now what is still unwritten; throws what the disk says. */
  flush(): void;
  stop(): void;
}

/**
 * Milliseconds after the first commit of a group. A crash in between leaves the database ahead of the checkpoint,
 * which is no rollback; what this time bounds is how much an older database put back could hide.
 */
const GROUP = 50;

export function keepCheckpoint(write: () => void): CheckpointKeeper {
  let timer: NodeJS.Timeout | undefined;
  let dirty = false;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!dirty) return;
    write();
    dirty = false;
  };
  return {
    touch() {
      dirty = true;
      timer ??= setTimeout(() => {
        timer = undefined;
        try {
          flush();
        } catch {
          // A full disk: it stays unwritten, and is tried again with the next commit and at the latest on lock.
        }
      }, GROUP);
    },
    flush,
    stop: () => clearTimeout(timer),
  };
}
