import { type ReactElement, useEffect, useState } from 'react';
import type { Exhibit, ExhibitKind } from '../../../shared/model/exhibit.ts';
import { parsePlace, type Place } from '../../../shared/model/place.ts';
import { useQuery } from '../../ask/queries.ts';
import { Icon } from '../../ui/Icon.tsx';
import './thumbnail.css';

const WIDTH = 108;

/** The cited page, small; for what has no pages, a sign of its kind. A covered exhibit shows nothing of itself. */
export function Thumbnail({
  exhibit,
  place,
  width = WIDTH,
}: {
  readonly exhibit: Exhibit | undefined;
  readonly place: string;
  readonly width?: number;
}): ReactElement {
  const pictured = exhibit && !exhibit.covered && exhibit.pages !== null;
  const where = readPlace(place);
  const picture = useQuery(
    'exhibit.page',
    pictured
      ? {
          exhibitId: exhibit.id,
          page: where.kind === 'page' ? where.page : 1,
          width,
        }
      : null,
  ).data;
  const address = usePictureAddress(pictured ? picture?.png : undefined);
  const region = where.kind === 'page' ? where.region : undefined;
  return (
    <span className="thumbnail" aria-hidden="true">
      {address ? <img src={address} alt="" /> : exhibit && <KindSign kind={exhibit.covered ? 'covered' : exhibit.kind} />}
      {address && region && (
        <i
          className="thumbnail-region"
          style={{
            left: `${region.left * 100}%`,
            top: `${region.top * 100}%`,
            width: `${region.width * 100}%`,
            height: `${region.height * 100}%`,
          }}
        />
      )}
    </span>
  );
}

/** A blob address for PNG bytes, given back when they change. */
export function usePictureAddress(png: Uint8Array | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!png) return setAddress(null);
    const made = URL.createObjectURL(new Blob([png as Uint8Array<ArrayBuffer>], { type: 'image/png' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [png]);
  return address;
}

const signs: Readonly<Record<ExhibitKind | 'covered', string>> = {
  text: '¶',
  document: '¶',
  message: '@',
  image: '▣',
  video: '▶',
  audio: '♪',
  data: '#',
  other: '·',
  covered: '',
};

function KindSign({ kind }: { readonly kind: ExhibitKind | 'covered' }): ReactElement {
  return <span className="thumbnail-sign">{kind === 'covered' ? <Icon name="lock" size={14} /> : signs[kind]}</span>;
}

function readPlace(place: string): Place {
  try {
    return parsePlace(place);
  } catch {
    return { kind: 'whole' };
  }
}
