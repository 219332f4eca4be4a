/** Exit codes of the command line, as `--help` gives them. */
export const EXIT = {
  ok: 0,
  /** Done, but something should be looked at: problems in the input or the table, suspect rows (`audit --fail-on`), decisions to look at again (`diff`). */
  warnings: 1,
  /** The command was not understood. */
  usage: 2,
  /** The input could not be read: nothing was written. */
  input: 3,
  /** The reference could not be read. */
  reference: 4,
  /** The output could not be written: what stood there is as before. */
  output: 5,
  /** Stopped by the user (Ctrl-C): nothing is half-written. */
  interrupted: 130,
} as const;
