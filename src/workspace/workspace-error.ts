export type WorkspaceErrorCode = "locked" | "newer" | "unreachable" | "too-old" | "not-empty" | "bad-backup";

/** Why a workspace could not be opened, saved or restored: something that a person can mend. The message is French. */
export class WorkspaceError extends Error {
  override readonly name = "WorkspaceError";
  constructor(
    readonly code: WorkspaceErrorCode,
    message: string,
  ) {
    super(message);
  }
}
