import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  SEEN_BY_LOGIN_PROGRAMS
} from "./chunk-VDL5BWLT.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/docker/command.ts
import { join } from "node:path";
var INHERITED = SEEN_BY_LOGIN_PROGRAMS;
function runDocker(exec, docker, socketPath, args, options = {}) {
  return runClient(exec, docker, ["-H", `unix://${socketPath}`, ...args], options);
}
__name(runDocker, "runDocker");
function runPlugin(exec, docker, socketPath, plugin, args, options = {}) {
  const env = { ...options.env, DOCKER_HOST: `unix://${socketPath}` };
  return runClient(exec, { ...docker, file: join(docker.pluginsDir, `docker-${plugin}`) }, args, {
    ...options,
    env
  });
}
__name(runPlugin, "runPlugin");
function runClient(exec, docker, args, options) {
  const config = docker.configDir === void 0 ? {} : { DOCKER_CONFIG: docker.configDir };
  return exec(docker.file, args, {
    ...options,
    env: { ...options.env, ...docker.env, ...config },
    inherit: INHERITED
  });
}
__name(runClient, "runClient");

export {
  runDocker,
  runPlugin
};
