/** A progress line on a terminal, with the time left; silent elsewhere. */
export type ProgressLine = { readonly update: (done: number, total: number) => void; readonly done: () => void };

const WIDTH = 24;

/** A line titled `title` on `stream`, redrawn at most ten times a second. */
export function progressLine(title: string, stream: NodeJS.WriteStream = process.stderr): ProgressLine {
  if (!stream.isTTY) return { update: () => {}, done: () => {} };
  const start = Date.now();
  let drawn = 0;
  return {
    update(done, total) {
      const now = Date.now();
      if (now - drawn < 100 && done < total) return;
      drawn = now;
      const share = total === 0 ? 1 : Math.min(1, done / total);
      const filled = Math.round(share * WIDTH);
      const left = share > 0.02 ? `${Math.ceil(((now - start) / share / 1000) * (1 - share))} s` : "";
      stream.write(`\r\x1b[2K${title} ${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${done} / ${total} ${left}`);
    },
    done() {
      stream.write("\r\x1b[2K");
    },
  };
}
