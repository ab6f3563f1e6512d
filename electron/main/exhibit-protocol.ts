import type { Session } from 'electron';
import type { CoreMessage } from '../../shared/contract/index.ts';
import type { Exhibit } from '../../shared/model/exhibit.ts';
import { formatOf } from '../../shared/model/format.ts';
import { type ExhibitId, exhibitId } from '../../shared/model/identifier.ts';
import { readRange } from './byte-range.ts';
import type { Host } from './host.ts';

/** How much is decrypted and passed on at once: a few sealed segments, little enough to seek without waiting. */
const PIECE = 1024 * 1024;

/**
 * `exhibit://<exhibitId>/`: the bytes of an original, decrypted on the way and never on disk, whole or by range.
 * A covered exhibit is refused until it was uncovered on purpose in this session.
 */
export class ExhibitProtocol {
  readonly #host: Host;
  readonly #known = new Map<ExhibitId, Exhibit>();
  readonly #uncovered = new Set<ExhibitId>();

  constructor(host: Host) {
    this.#host = host;
    host.on((message) => this.#follow(message));
  }

  serve(session: Session): void {
    session.protocol.handle('exhibit', (request) => this.#answer(request));
  }

  /** The threshold tells of an `exhibit.uncover` that the core has entered into the ledger. */
  uncovered(id: ExhibitId): void {
    this.#uncovered.add(id);
  }

  async #answer(request: Request): Promise<Response> {
    const id = exhibitId.safeParse(new URL(request.url).hostname);
    if (!id.success) return refuse(404);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    const exhibit = await this.#find(id.data);
    if (!exhibit) return refuse(404);
    if (exhibit.covered && !this.#uncovered.has(exhibit.id)) return refuse(403);
    const range = readRange(request.headers.get('range'), exhibit.bytes);
    if (range === 'unsatisfiable') return refuse(416, { 'Content-Range': `bytes */${exhibit.bytes}` });
    const { from, to } = range ?? { from: 0, to: exhibit.bytes };
    const headers = {
      ...safeHeaders,
      // Anything else is offered as plain bytes, so that no foreign page or script ever runs.
      'Content-Type': formatOf(exhibit.mediaType).shown ? exhibit.mediaType : 'application/octet-stream',
      'Content-Length': String(to - from),
      'Accept-Ranges': 'bytes',
      ...(range ? { 'Content-Range': `bytes ${from}-${to - 1}/${exhibit.bytes}` } : {}),
    };
    return new Response(request.method === 'HEAD' ? null : this.#stream(exhibit.id, from, to), { status: range ? 206 : 200, headers });
  }

  #stream(id: ExhibitId, from: number, to: number): ReadableStream<Uint8Array> {
    const host = this.#host;
    let next = from;
    return new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          if (next >= to) return controller.close();
          const answer = await host.call('exhibit.bytes', { exhibitId: id, from: next, to: Math.min(to, next + PIECE) });
          // A segment that does not authenticate ends the stream: half a picture is never passed off as the whole.
          if (!answer.ok || answer.value.bytes.byteLength === 0) return controller.error(new Error('exhibit unreadable'));
          next += answer.value.bytes.byteLength;
          controller.enqueue(answer.value.bytes);
        },
      },
      { highWaterMark: 1 },
    );
  }

  async #find(id: ExhibitId): Promise<Exhibit | null> {
    const known = this.#known.get(id);
    if (known) return known;
    const answer = await this.#host.call('exhibit.get', { exhibitId: id });
    if (!answer.ok) return null;
    this.#known.set(id, answer.value.exhibit);
    return answer.value.exhibit;
  }

  #follow(message: CoreMessage): void {
    if (message.kind === 'locked' || (message.kind === 'changed' && message.nouns.includes('exhibit'))) this.#known.clear();
    if (message.kind === 'locked') this.#uncovered.clear();
  }
}

const safeHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cache-Control': 'no-store',
};

function refuse(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status, headers: { ...safeHeaders, ...headers } });
}
