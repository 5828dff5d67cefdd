import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  error,
  getInput,
  setSecret,
  warning
} from "./chunk-F6W6GF7E.js";
import {
  SwarmlineError,
  exitCodeOf,
  explain
} from "./chunk-H3HAWWYR.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/actions/read-inputs.ts
function readInputs(form, text, mask) {
  const fields = Object.entries(form.inputs).map(([key, input]) => ({ key, input, text: text(input.name) }));
  for (const field of fields) if (field.input.isSecret && field.text) mask(field.text);
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
    const [{ openDoor }, { showDocker }] = await Promise.all([import("./door-C2OZJNAG.js"), import("./preflight-QV5TIIBR.js")]);
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
    const { openDoor } = await import("./door-C2OZJNAG.js");
    await action(await openDoor());
  } catch (thrown) {
    warning(explain(thrown));
  }
}
__name(runPost, "runPost");
function fail(thrown) {
  error(explain(thrown));
  process.exitCode = exitCodeOf(thrown);
}
__name(fail, "fail");

export {
  runMain,
  runPost
};
