import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  openPackages
} from "./chunk-O5B7FOPM.js";
import "./chunk-KVBUBABG.js";
import {
  SwarmlineError,
  classify
} from "./chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/images/tools.ts
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname as dirname2, join } from "node:path";

// src/images/tools.rules.ts
import { dirname } from "node:path";
function versionOf(said) {
  const [text, major] = /\b(\d+)\.\d+[\w.+~-]*/.exec(said) ?? [];
  return text && major ? { text, major: Number(major) } : void 0;
}
__name(versionOf, "versionOf");
function pluginsDirOf(pluginsJson) {
  let plugins;
  try {
    plugins = JSON.parse(pluginsJson);
  } catch {
    return void 0;
  }
  const [compose, buildx] = ["compose", "buildx"].map((name) => {
    const plugin = plugins?.find((each) => each.Name === name && !each.Err);
    return plugin?.Path && dirname(plugin.Path);
  });
  return compose && compose === buildx ? compose : void 0;
}
__name(pluginsDirOf, "pluginsDirOf");

// src/images/tools.ts
var PACKAGES = ["docker-cli", "docker-buildx", "docker-compose"];
var OLDEST_MAJOR = 26;
var ENV = { DOCKER_CLI_HINTS: "false", BUILDX_GIT_INFO: "0" };
async function dockerTools(place, fx) {
  return await ownClient(fx) ?? await fromPackages(place, fx);
}
__name(dockerTools, "dockerTools");
async function ownClient(fx) {
  const said = await fx.exec("docker", ["--version"], { isChecked: false }).catch(() => void 0);
  const version = said && versionOf(said.stdout);
  if (!version || version.major < OLDEST_MAJOR) return void 0;
  const info = await fx.exec("docker", ["info", "--format", "{{json .ClientInfo.Plugins}}"], {
    isChecked: false,
    // Plugins may lie in its folder.
    inherit: ["DOCKER_CONFIG"]
  });
  const pluginsDir = pluginsDirOf(info.stdout);
  if (!pluginsDir) return void 0;
  return { docker: "docker", pluginsDir, version: version.text, isFromPackages: false, env: ENV };
}
__name(ownClient, "ownClient");
async function fromPackages(place, fx) {
  const suite = place.suite === "bookworm" ? "trixie" : place.suite;
  const folder = join(place.cacheDir, "tools", suite);
  const docker = join(folder, "usr/bin/docker");
  if (!existsSync(docker))
    await fx.log.step(
      `Get docker's command line from Debian ${suite}`,
      (update) => unpackTools(folder, { ...place, suite }, fx, update).catch((error) => {
        throw classify(error);
      })
    );
  const { stdout } = await fx.exec(docker, ["--version"]);
  const pluginsDir = join(folder, "usr/libexec/docker/cli-plugins");
  return { docker, pluginsDir, version: versionOf(stdout)?.text ?? "", isFromPackages: true, env: ENV };
}
__name(fromPackages, "fromPackages");
async function unpackTools(folder, place, fx, update) {
  const packages = await openPackages(place, fx);
  await mkdir(dirname2(folder), { recursive: true });
  const scratch = await mkdtemp(join(dirname2(folder), ".new-"));
  try {
    const debs = await packages.obtain(PACKAGES, update);
    for (const { name, path } of debs)
      if (PACKAGES.includes(name)) await fx.exec("dpkg-deb", ["-x", path, scratch]);
    if (!existsSync(join(scratch, "usr/bin/docker")))
      throw new SwarmlineError("packages-refused", `Debian ${place.suite} has no docker command line`);
    await rename(scratch, folder).catch(() => void 0);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
__name(unpackTools, "unpackTools");
export {
  dockerTools
};
