import { type KeyboardEvent, type ReactElement, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Exhibit } from '../../../shared/model/exhibit.ts';
import { formatOffset, parsePlace } from '../../../shared/model/place.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Select } from '../../ui/Field.tsx';
import { useWords } from '../../ui/words.ts';
import type { OriginalProps } from './cite-target.ts';
import { useFrames } from './use-frames.ts';
import './media-original.css';

const RATES = ['0.25', '0.5', '1', '1.5', '2', '4'] as const;

/** Why a recording cannot be shown as it is. */
type Trouble = { readonly kind: 'unsupported'; readonly reason: string } | { readonly kind: 'nopicture' } | null;

/** A recording, played from the sealed original by range. Its own time is shown to the frame; what the picture claims is not. */
export function MediaOriginal({ exhibit, place, onTarget }: OriginalProps & { readonly exhibit: Exhibit }): ReactElement {
  const say = useWords('evidence');
  const video = useRef<HTMLVideoElement>(null);
  const [duration, setDuration] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [rate, setRate] = useState<(typeof RATES)[number]>('1');
  const [trouble, setTrouble] = useState<Trouble>(null);
  const [from, setFrom] = useState<number | null>(null);
  const { time, frame, step } = useFrames(video);

  // Only a new place moves the player; a new frame length must not.
  const moveTo = useEffectEvent((wanted: string) => {
    const at = startOf(wanted, frame);
    if (at !== null && video.current && Math.abs(video.current.currentTime - at) > 0.02) video.current.currentTime = at;
  });
  useEffect(() => {
    if (duration > 0) moveTo(place);
  }, [place, duration]);
  const tellTime = useEffectEvent((at: number) => onTarget({ place: placeAt(at, null), quote: '' }));
  useEffect(() => {
    if (duration > 0) tellTime(time);
  }, [time, duration]);

  function onKeyDown(event: KeyboardEvent): void {
    const player = video.current;
    if (!player || event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return;
    if (event.key === ' ' || event.key === 'k') toggle();
    else if (event.key === ',') step(-1);
    else if (event.key === '.') step(1);
    else if (event.key === 'ArrowLeft') player.currentTime -= event.shiftKey ? 10 : 1;
    else if (event.key === 'ArrowRight') player.currentTime += event.shiftKey ? 10 : 1;
    else return;
    event.preventDefault();
  }

  function toggle(): void {
    const player = video.current;
    if (player?.paused)
      void player.play().catch(() =>
        setTrouble({
          kind: 'unsupported',
          reason: player.error?.message ?? '',
        }),
      );
    else player?.pause();
  }

  return (
    <div className="media" role="region" tabIndex={0} aria-label={say('player', { exhibit: exhibit.number })} onKeyDown={onKeyDown}>
      <div className={exhibit.kind === 'audio' ? 'media-picture audio' : 'media-picture'}>
        {/* An original has no captions of ours; its words are entered as statements, with their own citations. */}
        <video
          ref={video}
          src={`exhibit://${exhibit.id}/`}
          preload="auto"
          playsInline
          tabIndex={-1}
          onClick={toggle}
          onLoadedMetadata={(event) => {
            setDuration(event.currentTarget.duration);
            if (exhibit.kind === 'video' && event.currentTarget.videoWidth === 0) setTrouble({ kind: 'nopicture' });
          }}
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onError={(event) =>
            setTrouble({
              kind: 'unsupported',
              reason: event.currentTarget.error?.message.split(':')[0] || `error ${event.currentTarget.error?.code ?? ''}`,
            })
          }
        />
      </div>
      {trouble && (
        <p className="media-trouble" role="alert">
          {trouble.kind === 'nopicture' ? say('player.nopicture') : say('player.unsupported', { reason: trouble.reason })}
        </p>
      )}
      {duration > 0 && (
        <>
          <input
            className="media-position"
            type="range"
            min={0}
            max={duration}
            step={0.01}
            value={time}
            aria-label={say('player.position')}
            aria-valuetext={formatOffset(time)}
            onChange={(event) => video.current && (video.current.currentTime = Number(event.target.value))}
          />
          <div className="media-controls" role="toolbar" aria-label={say('original')}>
            <IconButton icon="left" label={say('player.back')} onPress={() => step(-1)} />
            <IconButton icon={playing ? 'pause' : 'play'} label={say(playing ? 'player.pause' : 'player.play')} onPress={toggle} />
            <IconButton icon="right" label={say('player.forward')} onPress={() => step(1)} />
            <span className="media-time">
              {say('player.time', {
                time: formatOffset(time),
                total: formatOffset(duration),
              })}
            </span>
            <Select
              compact
              label={say('player.rate')}
              value={rate}
              onChange={(next) => {
                setRate(next);
                if (video.current) video.current.playbackRate = Number(next);
              }}
              options={RATES.map((key) => ({ key, label: `${key} ×` }))}
            />
            <span className="space" />
            {from === null || from >= time ? (
              <Button size="small" onPress={() => setFrom(time)}>
                {say('player.from')}
              </Button>
            ) : (
              <Button
                size="small"
                onPress={() => {
                  onTarget({ place: placeAt(from, time), quote: '' });
                  setFrom(null);
                }}
              >
                {say('player.span', {
                  from: formatOffset(from),
                  to: formatOffset(time),
                })}
              </Button>
            )}
          </div>
          <p className="quiet small media-note">
            {frame !== null &&
              `${say('player.frames', { number: Math.round(time / frame), rate: (1 / frame).toFixed(2).replace(/\.?0+$/, '') })}. `}
            {exhibit.kind === 'video' && say('player.recorded')}
          </p>
        </>
      )}
    </div>
  );
}

/** A picture format that the window shows by itself; its failure to do so is said, not hidden. */
export function PlainImage({ exhibit }: { readonly exhibit: Exhibit }): ReactElement {
  const say = useWords('evidence');
  const [failed, setFailed] = useState(false);
  if (failed) return <ErrorNote error={{ code: 'exhibit.no-picture', values: { page: 1 }, message: '' }} />;
  return (
    <img
      className="plain-image"
      src={`exhibit://${exhibit.id}/`}
      alt={say('image.alt', { exhibit: exhibit.number })}
      onError={() => setFailed(true)}
    />
  );
}

function placeAt(from: number, to: number | null): string {
  const seconds = (value: number): number => Math.round(value * 1000) / 1000;
  return to === null ? `t=${seconds(from)}` : `t=${seconds(from)},${seconds(to)}`;
}

function startOf(place: string, frame: number | null): number | null {
  try {
    const parsed = parsePlace(place);
    if (parsed.kind === 'time') return parsed.from;
    return parsed.kind === 'frame' ? parsed.number * (frame ?? 0.04) : null;
  } catch {
    return null;
  }
}
