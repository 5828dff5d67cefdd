import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  withinLimits
} from "./chunk-WNOSXOS5.js";
import {
  oneLine
} from "./chunk-7F7V3B47.js";
import {
  SwarmlineError
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/report/read.ts
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
var MOST_BYTES = 64 * 1024 * 1024;
async function readReport(place) {
  const found = await stat(place).catch(() => void 0);
  const file = found?.isDirectory() ? path.join(place, "report.json") : place;
  const size = await stat(file).then(
    (each) => each.size,
    () => void 0
  );
  if (size === void 0) throw new SwarmlineError("input", `there is no report at ${file}`);
  if (size > MOST_BYTES)
    throw new SwarmlineError("input", `${file} is larger than a report can be: ${MOST_BYTES >> 20} MiB`);
  return parseReport(await readFile(file, "utf8"), file);
}
__name(readReport, "readReport");
async function parseReport(text, file) {
  let value;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new SwarmlineError("input", `${file} is not JSON`, { cause });
  }
  const version = value?.schema;
  if (version !== 2)
    throw new SwarmlineError("input", `${file} is not a report of version 2, which this Swarmline reads`, {
      hint: "render it with the Swarmline that wrote it"
    });
  const { reportSchema } = await import("./report-LP6EOVD3.js");
  const { data, error } = reportSchema.safeParse(value);
  if (data) return withinLimits(data);
  const [issue] = error.issues;
  const at = oneLine(issue?.path.map(String).join(".") ?? "").slice(0, 200);
  throw new SwarmlineError("input", `${file} is not a report: ${at}: ${oneLine(issue?.message ?? "")}`);
}
__name(parseReport, "parseReport");
export {
  parseReport,
  readReport
};
