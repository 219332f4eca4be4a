/** Sends files and tells how far they are: `fetch` does not say, XMLHttpRequest does. */
import { ApiError, answerOf, headersFor } from "./client.ts";

/** The server's answer; `progress` gets 0 to 1 while the files leave. Throws `ApiError`. */
export function upload<Answer>(
  path: string,
  body: FormData | File,
  progress: (share: number) => void,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api${path}`);
    if (body instanceof File) request.setRequestHeader("Content-Type", "application/octet-stream");
    for (const [name, value] of Object.entries(headersFor("POST", false))) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onerror = () => reject(new ApiError(0, "unreachable", ""));
    request.onload = () => {
      try {
        resolve(answerOf<Answer>(request.status, request.responseText));
      } catch (error) {
        reject(error);
      }
    };
    request.send(body);
  });
}
