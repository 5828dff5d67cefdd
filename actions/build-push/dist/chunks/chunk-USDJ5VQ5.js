import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  LONGEST_RUN_FOLDER
} from "./chunk-CPD4XT6M.js";
import {
  makeOwnFolder,
  sweepOwnFolders
} from "./chunk-3NEWQZTY.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/engine/connection-folder.ts
import { readdirSync, rmSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
var EXIT_DEADLINE_MS = 5e3;
async function openConnectionFolder(fx) {
  await sweepLeftovers(fx);
  const folder = makeOwnFolder("swl", { mostBytes: LONGEST_RUN_FOLDER });
  const atExit = /* @__PURE__ */ __name(() => removeAtExit(folder), "atExit");
  process.on("exit", atExit);
  return {
    folder,
    remove: /* @__PURE__ */ __name(async () => {
      await rm(folder, { recursive: true, force: true });
      process.off("exit", atExit);
    }, "remove")
  };
}
__name(openConnectionFolder, "openConnectionFolder");
function removeAtExit(folder) {
  try {
    if (!readdirSync(folder).some((name) => name.endsWith(".ctl")))
      rmSync(folder, { recursive: true, force: true });
  } catch {
  }
}
__name(removeAtExit, "removeAtExit");
function sweepLeftovers(fx) {
  return sweepOwnFolders((folder) => endMasters(folder, fx));
}
__name(sweepLeftovers, "sweepLeftovers");
async function endMasters(folder, fx) {
  for (const name of (await readdir(folder)).filter((each) => each.endsWith(".ctl")))
    await fx.exec(
      "ssh",
      ["-F", "/dev/null", "-S", path.join(folder, name), "-O", "exit", "--", "swarmline"],
      {
        isChecked: false,
        timeoutMs: EXIT_DEADLINE_MS
      }
    );
}
__name(endMasters, "endMasters");

export {
  openConnectionFolder,
  sweepLeftovers
};
