/** Tells a process from all others, also from a later one that gets the same number. */
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

export type ProcessMark = {
  readonly pid: number;
  readonly host: string;
  /** Where process numbers mean the same: a start of the machine, and on Linux one container of it. */
  readonly machine: string;
  /** When it began, in the system's own count; empty where the system does not say. */
  readonly began: string;
};

/** The mark of this process. */
export function processMark(): ProcessMark {
  return { pid: process.pid, host: hostname(), machine: machineMark(), began: beginningOf(process.pid) };
}

/** Whether the system can be asked about the process of `mark`. */
export function sameMachine(mark: ProcessMark): boolean {
  return mark.host === hostname() && mark.machine === machineMark();
}

/** Whether the process of `mark`, of this machine, still runs. */
export function isAlive(mark: ProcessMark): boolean {
  try {
    process.kill(mark.pid, 0);
  } catch (error) {
    // A process of somebody else may not be signalled, but it is there.
    if ((error as { readonly code?: string }).code !== "EPERM") return false;
  }
  return beginningOf(mark.pid) === mark.began;
}

function machineMark(): string {
  return orEmpty(
    () => `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${readlinkSync("/proc/self/ns/pid")}`,
  );
}

function beginningOf(pid: number): string {
  // Field 22 of stat; the name, field 2, stands in brackets and may hold spaces.
  return orEmpty(() => readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ")[19]!);
}

/** What `read` gives; empty on systems without /proc. */
function orEmpty(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}
