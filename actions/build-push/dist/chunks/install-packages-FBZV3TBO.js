import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  installLine
} from "./chunk-ZWEDFY3U.js";
import {
  APT_SAFETY
} from "./chunk-KVBUBABG.js";
import {
  SwarmlineError,
  classify
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/engine/install-packages.ts
var ENV = { DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C", RUNLEVEL: "1" };
var ENV_WORDS = Object.entries(ENV).map(([name, value]) => `${name}=${value}`);
var OPTIONS = [
  ...["-q", "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=300"],
  ...Object.entries(APT_SAFETY).flatMap(([name, value]) => ["-o", `${name}=${value}`])
];
async function installMissing({ missing, findings }, fx) {
  if (missing.length === 0) return;
  const { apt } = findings;
  const line = installLine(missing, findings);
  if (!apt || apt.privilege === "none")
    throw new SwarmlineError("missing-tool", `missing: ${missing.join(", ")}`, {
      hint: line ? `install them with: ${line}` : "install them as your system does"
    });
  const asRoot = apt.privilege === "root" ? [] : ["sudo", "-n"];
  const aptGet = /* @__PURE__ */ __name(async (args, onLine) => {
    const argv = [...asRoot, "env", ...ENV_WORDS, "apt-get", ...OPTIONS, ...args];
    const [program = "", ...rest] = argv;
    return fx.exec(program, rest, { isChecked: false, signal: fx.signal, ...onLine ? { onLine } : {} });
  }, "aptGet");
  await fx.log.step(`Install Debian packages: ${missing.join(" ")}`, async (update) => {
    update("package lists");
    await aptGet(["update"]);
    const { exitCode, stderr } = await aptGet(
      ["install", "-y", "--no-install-recommends", ...missing],
      (line2) => {
        const progress = /^(Unpacking|Setting up|Get:\d+) (\S+)/.exec(line2);
        if (progress)
          update(
            progress[1]?.startsWith("Get") ? "downloading" : `${progress[1]?.toLowerCase()} ${progress[2]}`
          );
      }
    );
    if (exitCode !== 0) throw refused(stderr, line);
  });
}
__name(installMissing, "installMissing");
function refused(stderr, line) {
  const known = classify(new Error(stderr));
  if (known.code === "disk-full") return known;
  const said = /^E: (.+)$/m.exec(stderr)?.[1] ?? "no reason given";
  return new SwarmlineError("packages-refused", `apt refused: ${said}`, {
    hint: `check the output of: ${line ?? "apt-get update"}`
  });
}
__name(refused, "refused");
export {
  installMissing
};
