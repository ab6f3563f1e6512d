import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** What a step is before a frame's length was seen: 25 frames a second, the commonest rate of recorders. */
const USUAL_FRAME = 0.04;

/**
 * The time of the picture on the screen, as its own presentation time stamp says, and the length of a frame as measured
 * between two pictures in a row: a recorder's stated rate need not be its true one. `frame` is null until it was measured.
 */
export function useFrames(video: RefObject<HTMLVideoElement | null>): {
  readonly time: number;
  readonly frame: number | null;
  readonly step: (by: 1 | -1) => void;
} {
  const [time, setTime] = useState(0);
  const [frame, setFrame] = useState<number | null>(null);
  const last = useRef<{ readonly at: number; readonly count: number } | null>(null);
  // Where the picture stands, at once: state follows a render later, and keys come faster than renders.
  const shown = useRef(0);

  useEffect(() => {
    const player = video.current;
    if (!player) return;
    let handle = 0;
    function onFrame(_now: number, { mediaTime, presentedFrames }: VideoFrameCallbackMetadata): void {
      setTime(mediaTime);
      // The picture from before a jump may still arrive during it.
      if (!player?.seeking) shown.current = mediaTime;
      const before = last.current;
      const length = before && presentedFrames === before.count + 1 ? mediaTime - before.at : 0;
      if (length > 0.004 && length < 2 && !player?.paused) setFrame((known) => (known === null ? length : Math.min(known, length)));
      last.current = { at: mediaTime, count: presentedFrames };
      handle = player?.requestVideoFrameCallback(onFrame) ?? 0;
    }
    // Sound alone presents no pictures: its own clock is all there is.
    const onTime = (): void => {
      if (player.videoWidth > 0 && !player.seeking) return;
      shown.current = player.currentTime;
      setTime(player.currentTime);
    };
    handle = player.requestVideoFrameCallback(onFrame);
    player.addEventListener('timeupdate', onTime);
    player.addEventListener('seeking', onTime);
    return () => {
      player.cancelVideoFrameCallback(handle);
      player.removeEventListener('timeupdate', onTime);
      player.removeEventListener('seeking', onTime);
    };
  }, [video]);

  const step = useCallback(
    (by: 1 | -1) => {
      const player = video.current;
      if (!player) return;
      player.pause();
      const length = frame ?? USUAL_FRAME;
      const from = player.seeking ? player.currentTime : shown.current;
      // The middle of the next frame: its edge could be rounded back into the present one.
      player.currentTime = Math.max(0, Math.min(player.duration, from + by * length + length / 2));
    },
    [video, frame],
  );
  return { time, frame, step };
}
