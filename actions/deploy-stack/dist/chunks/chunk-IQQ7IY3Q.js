import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  secretForms
} from "./chunk-MVY6Z5LL.js";
import {
  error,
  getInput,
  setSecret,
  warning
} from "./chunk-F6W6GF7E.js";
import {
  oneLine
} from "./chunk-FPIX6GPL.js";
import {
  SwarmlineError,
  exitCodeOf,
  explain
} from "./chunk-JSEEVW6R.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/actions/read-inputs.ts
function readInputs(form, text, mask) {
  const fields = Object.entries(form.inputs).map(([key, input]) => ({ key, input, text: text(input.name) }));
  for (const form2 of new Set(fields.flatMap(masksOf))) mask(form2);
  const readings = fields.map((field) => ({ ...field, reading: field.input.read(field.text) }));
  refuse(
    readings.flatMap(({ input, reading }) => "fault" in reading ? [`${input.name} ${reading.fault}`] : [])
  );
  const values = Object.fromEntries(
    readings.map(({ key, reading }) => [key, "value" in reading ? reading.value : void 0])
  );
  refuse(form.faultsOf(values));
  return values;
}
__name(readInputs, "readInputs");
function masksOf({ input, text }) {
  if (!input.isSecret || text === "") return [];
  return (input.secretsIn?.(text) ?? [text]).filter(Boolean).flatMap(secretForms);
}
__name(masksOf, "masksOf");
function refuse(faults) {
  if (faults.length > 0)
    throw new SwarmlineError("input", faults.join("; "), {
      hint: "see the inputs in the README of the action"
    });
}
__name(refuse, "refuse");

// src/actions/run.ts
async function runMain(form, action) {
  process.on("uncaughtException", (thrown) => {
    fail(thrown);
    process.exit();
  });
  try {
    const values = readInputs(form, getInput, setSecret);
    for (const { name, isSecret } of Object.values(form.inputs))
      if (isSecret) delete process.env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`];
    const [{ openDoor }, { showDocker }] = await Promise.all([import("./door-QOF3OMTL.js"), import("./preflight-QV5TIIBR.js")]);
    const door = await openDoor();
    await showDocker(door.effects.log);
    await action(values, door);
  } catch (thrown) {
    fail(thrown);
  }
}
__name(runMain, "runMain");
async function runPost(action) {
  try {
    const { openDoor } = await import("./door-QOF3OMTL.js");
    await action(await openDoor());
  } catch (thrown) {
    warning(oneLine(explain(thrown)));
  }
}
__name(runPost, "runPost");
function fail(thrown) {
  error(oneLine(explain(thrown)));
  process.exitCode = exitCodeOf(thrown);
}
__name(fail, "fail");

export {
  runMain,
  runPost
};
