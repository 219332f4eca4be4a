import { describe, expect, it } from "vitest";
import { progressLine } from "./progress.ts";

/** What is written to a stream that is a terminal or is not. */
function onStream(isTTY: boolean) {
  const written: string[] = [];
  const stream = { isTTY, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
  return { written, line: progressLine("Lecture", stream) };
}

describe("the progress line", () => {
  it("is silent when nobody watches", () => {
    const { written, line } = onStream(false);
    line.update(1, 2);
    line.done();
    expect(written).toEqual([]);
  });

  it("shows title and counts on one line of a terminal, and goes away", () => {
    const { written, line } = onStream(true);
    line.update(5, 10);
    line.update(10, 10);
    line.done();
    expect(written[0]).toContain("Lecture");
    expect(written[0]).toContain("5 / 10");
    expect(written.at(-2)).toContain("10 / 10");
    for (const text of written) {
      expect(text.startsWith("\r\x1b[2K")).toBe(true);
      expect(text).not.toContain("\n");
    }
    expect(written.at(-1)).toBe("\r\x1b[2K");
  });

  it("is not redrawn at every step, but always at the last", () => {
    const { written, line } = onStream(true);
    for (let done = 1; done <= 1000; done++) line.update(done, 1000);
    expect(written.length).toBeLessThan(500);
    expect(written.at(-1)).toContain("1000 / 1000");
  });

  it("stays a line when there is nothing to do, or more than was thought", () => {
    const { written, line } = onStream(true);
    line.update(0, 0);
    line.update(12, 10);
    for (const text of written) expect(text).not.toMatch(/NaN|Infinity/);
  });
});
