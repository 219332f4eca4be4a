/** Opens the workspace in the folder that is named, writes a row, says so and keeps it open: a process for tests to kill. */
import { openWorkspace } from "../src/workspace/open-workspace.ts";
import { WorkspaceError } from "../src/workspace/workspace-error.ts";

try {
  const db = await openWorkspace({ dataDir: process.argv[2]!, holder: "essai" });
  await db.query("insert into sign_in_attempt (key) values ('written before the end')");
  console.log("open");
} catch (error) {
  if (!(error instanceof WorkspaceError)) throw error;
  console.log(error.code);
}
