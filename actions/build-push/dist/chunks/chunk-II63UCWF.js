import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/replace-file.ts
import { randomBytes } from "node:crypto";
import { lstatSync, mkdirSync, statSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
function makeTarget(folder, mode) {
  mkdirSync(folder, { recursive: true, ...mode === void 0 ? {} : { mode } });
  const owners = [process.getuid?.() ?? 0, 0];
  for (const { uid } of [lstatSync(folder), statSync(folder)])
    if (!owners.includes(uid))
      throw new SwarmlineError("input", `${folder} belongs to another user (uid ${uid})`, {
        hint: "choose a folder of your own"
      });
}
__name(makeTarget, "makeTarget");
async function replaceFile(file, text, mode = 438) {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(8).toString("hex")}`);
  try {
    await writeFile(draft, text, { mode, flag: "wx" });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
__name(replaceFile, "replaceFile");

export {
  makeTarget,
  replaceFile
};
