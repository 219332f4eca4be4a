/** Bodies that are read up to a limit and no further. */
import { type Refusal, refuse } from "./refusals.ts";

const MIB = 1024 * 1024;
/** Bytes beyond the limit that are taken in and thrown away: a browser reads no answer before it has sent its file. */
const DISCARDED = 256 * MIB;

/** Chunks of the body of `request`; throws `TooLarge` when they are more than `limit` bytes, of which none is kept. */
export async function* boundedChunks(request: Request, limit: number): AsyncGenerator<Uint8Array> {
  if (request.body === null) return;
  let bytes = 0;
  const tooLong = Number(request.headers.get("content-length") ?? 0) > limit;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > limit + DISCARDED) break;
    if (!tooLong && bytes <= limit) yield chunk;
  }
  if (tooLong || bytes > limit) throw new TooLarge(limit);
}

/** Thrown inside a stream, where no value can be returned; becomes a refusal where the stream is read. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
  constructor(readonly limit: number) {
    super(`more than ${limit} bytes`);
  }
  /** What the client is told. */
  refusal(): Refusal {
    const most = (this.limit / MIB).toLocaleString("fr-FR", { maximumFractionDigits: 1 });
    return refuse("too-large", { message: `L'envoi dépasse la limite de ${most} Mio : vérifiez le fichier.` });
  }
}

/** The whole body, or why it is refused. */
export async function boundedBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | Refusal> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of boundedChunks(request, limit)) chunks.push(chunk);
  } catch (error) {
    if (error instanceof TooLarge) return error.refusal();
    throw error;
  }
  return Buffer.concat(chunks);
}

/** The body as JSON, or why it is refused. */
export async function boundedJson(request: Request, limit: number): Promise<{ readonly json: unknown } | Refusal> {
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? ""))
    return refuse("bad-request", { message: "Le corps doit être en JSON (Content-Type: application/json)." });
  const bytes = await boundedBody(request, limit);
  if (!(bytes instanceof Uint8Array)) return bytes;
  try {
    return { json: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch {
    return refuse("bad-request", { message: "Le corps n'est pas du JSON valide." });
  }
}
