/** A file to save: its name as it is, and in letters that every client reads. */
export function attachment(
  name: string,
  type: string,
  bytes: Uint8Array<ArrayBuffer> | ReadableStream,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const plain = name.normalize("NFKD").replace(/[^\w.-]+/g, "_");
  return new Response(bytes, {
    headers: {
      ...headers,
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}
