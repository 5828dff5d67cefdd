import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  require_dist
} from "./chunk-NKZQ5LRJ.js";
import {
  __commonJS,
  __name,
  __require
} from "./chunk-IOXRIZOB.js";

// node_modules/docker-compose/dist/map-ports.js
var require_map_ports = __commonJS({
  "node_modules/docker-compose/dist/map-ports.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var mapPorts = /* @__PURE__ */ __name((ports) => {
      if (!ports) {
        return [];
      }
      return ports.split(",").map((untypedPort) => {
        const exposedFragments = untypedPort.trim().split("->");
        const [port, protocol] = exposedFragments.length === 1 ? exposedFragments[0].split("/") : exposedFragments[1].split("/");
        const mapped = exposedFragments[0];
        const lastDoubleColon = mapped.lastIndexOf(":");
        if (lastDoubleColon === -1) {
          return {
            exposed: { port: Number(port), protocol }
          };
        }
        const address = mapped.substr(0, lastDoubleColon);
        const mappedPort = mapped.substr(lastDoubleColon + 1);
        return {
          exposed: { port: Number(port), protocol },
          mapped: { port: Number(mappedPort), address }
        };
      });
    }, "mapPorts");
    exports.default = mapPorts;
  }
});

// node_modules/docker-compose/dist/index.js
var require_dist2 = __commonJS({
  "node_modules/docker-compose/dist/index.js"(exports) {
    var __importDefault = exports && exports.__importDefault || function(mod) {
      return mod && mod.__esModule ? mod : { "default": mod };
    };
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.stats = exports.version = exports.port = exports.logs = exports.restartOne = exports.restartMany = exports.restartAll = exports.push = exports.images = exports.ps = exports.configVolumes = exports.configServices = exports.config = exports.pullOne = exports.pullMany = exports.pullAll = exports.createOne = exports.createMany = exports.createAll = exports.buildOne = exports.buildMany = exports.buildAll = exports.run = exports.exec = exports.rm = exports.kill = exports.unpauseOne = exports.pauseOne = exports.stopMany = exports.stopOne = exports.stop = exports.downOne = exports.downMany = exports.down = exports.downAll = exports.upOne = exports.upMany = exports.upAll = exports.execCompose = exports.mapImListOutput = exports.mapPsOutput = void 0;
    var child_process_1 = __importDefault(__require("child_process"));
    var buffer_1 = __require("buffer");
    var yaml_1 = __importDefault(require_dist());
    var map_ports_1 = __importDefault(require_map_ports());
    var nonEmptyString = /* @__PURE__ */ __name((v) => v !== "", "nonEmptyString");
    var MAX_CAPTURED_OUTPUT_LENGTH = buffer_1.constants.MAX_STRING_LENGTH;
    var createBufferedOutput = /* @__PURE__ */ __name(() => ({
      chunks: [],
      head: 0,
      length: 0,
      truncated: false
    }), "createBufferedOutput");
    var appendBufferedOutput = /* @__PURE__ */ __name((output, stream, chunk, maxLength) => {
      if (chunk.length === 0) {
        return;
      }
      if (maxLength === 0 || stream === "out" && output.length >= maxLength) {
        output.truncated = true;
        return;
      }
      const chunkString = chunk.toString();
      const remainingLength = maxLength - output.length;
      if (chunkString.length > remainingLength) {
        output.truncated = true;
      }
      const retainedChunk = stream === "err" ? chunkString.slice(-maxLength) : chunkString.slice(0, remainingLength);
      output.chunks.push(retainedChunk);
      output.length += retainedChunk.length;
      while (output.length > maxLength) {
        const first = output.chunks[output.head];
        const excessLength = output.length - maxLength;
        if (first.length <= excessLength) {
          output.length -= first.length;
          output.chunks[output.head++] = "";
        } else {
          output.chunks[output.head] = first.slice(excessLength);
          output.length -= excessLength;
        }
      }
      if (output.head > 0 && output.head * 2 >= output.chunks.length) {
        output.chunks = output.chunks.slice(output.head);
        output.head = 0;
      }
    }, "appendBufferedOutput");
    var assertCompleteOutput = /* @__PURE__ */ __name((result, command) => {
      if (result.truncated.out) {
        throw new Error(`Cannot parse docker compose ${command} output because stdout was truncated by maxOutputLength. Increase maxOutputLength or omit it.`);
      }
    }, "assertCompleteOutput");
    var arrayIncludesTuple = /* @__PURE__ */ __name((arr, tuple) => {
      return arr.some((subArray) => Array.isArray(subArray) && subArray.length === tuple.length && subArray.every((value, index) => value === tuple[index]));
    }, "arrayIncludesTuple");
    var mapPsOutput = /* @__PURE__ */ __name((output, options) => {
      let isQuiet = false;
      let isJson = false;
      if (options?.commandOptions) {
        isQuiet = options.commandOptions.includes("-q") || options.commandOptions.includes("--quiet") || options.commandOptions.includes("--services");
        isJson = arrayIncludesTuple(options.commandOptions, ["--format", "json"]);
      }
      const services = output.split(`
`).filter(nonEmptyString).filter((_, index) => isQuiet || isJson || index >= 1).map((line) => {
        let nameFragment = line;
        let commandFragment = "";
        let stateFragment = "";
        let untypedPortsFragment = "";
        if (!isQuiet) {
          if (isJson) {
            const serviceLine = JSON.parse(line);
            nameFragment = serviceLine.Name;
            commandFragment = serviceLine.Command;
            stateFragment = serviceLine.State;
            untypedPortsFragment = serviceLine.Ports;
          } else {
            const lineColumns = line.split(/\s{3,}/);
            nameFragment = lineColumns[0];
            commandFragment = lineColumns[2];
            stateFragment = lineColumns[5];
            untypedPortsFragment = lineColumns[6];
          }
        }
        return {
          name: nameFragment.trim(),
          command: commandFragment.trim(),
          state: stateFragment.trim(),
          ports: (0, map_ports_1.default)(untypedPortsFragment.trim())
        };
      });
      return { services };
    }, "mapPsOutput");
    exports.mapPsOutput = mapPsOutput;
    var mapImListOutput = /* @__PURE__ */ __name((output, options) => {
      let isQuiet = false;
      let isJson = false;
      if (options?.commandOptions) {
        isQuiet = options.commandOptions.includes("-q") || options.commandOptions.includes("--quiet");
        isJson = arrayIncludesTuple(options.commandOptions, ["--format", "json"]);
      }
      if (isJson) {
        const data = JSON.parse(output);
        const services2 = data.map((serviceLine) => {
          let idFragment = serviceLine.ID;
          const idTypeIndex = idFragment.indexOf(":");
          if (idTypeIndex > 0)
            idFragment = idFragment.slice(idTypeIndex + 1, idTypeIndex + 13);
          return {
            container: serviceLine.ContainerName,
            repository: serviceLine.Repository,
            tag: serviceLine.Tag,
            platform: serviceLine.Platform || "",
            id: idFragment
          };
        });
        return { services: services2 };
      }
      const services = output.split(`
`).filter(nonEmptyString).filter((_, index) => isQuiet || isJson || index >= 1).map((line) => {
        const lineColumns = line.split(/\s{3,}/);
        const containerFragment = lineColumns[0] || line;
        const repositoryFragment = lineColumns[1] || "";
        const tagFragment = lineColumns[2] || "";
        const idFragment = lineColumns[3] || "";
        return {
          container: containerFragment.trim(),
          repository: repositoryFragment.trim(),
          tag: tagFragment.trim(),
          platform: "",
          id: idFragment.trim()
        };
      });
      return { services };
    }, "mapImListOutput");
    exports.mapImListOutput = mapImListOutput;
    var configToArgs = /* @__PURE__ */ __name((config2) => {
      if (typeof config2 === "undefined") {
        return [];
      } else if (typeof config2 === "string") {
        return ["-f", config2];
      } else if (config2 instanceof Array) {
        return config2.reduce((args, item) => args.concat(["-f", item]), []);
      }
      throw new Error(`Invalid argument supplied: ${config2}`);
    }, "configToArgs");
    var composeOptionsToArgs = /* @__PURE__ */ __name((composeOptions) => {
      let composeArgs = [];
      composeOptions.forEach((option) => {
        if (option instanceof Array) {
          composeArgs = composeArgs.concat(option);
        }
        if (typeof option === "string") {
          composeArgs = composeArgs.concat([option]);
        }
      });
      return composeArgs;
    }, "composeOptionsToArgs");
    var execCompose = /* @__PURE__ */ __name((command, args, options = {}) => new Promise((resolve, reject) => {
      if (options.compose) {
        options.configAsString = yaml_1.default.stringify(options.compose);
      }
      const composeOptions = options.composeOptions || [];
      const commandOptions = options.commandOptions || [];
      let composeArgs = composeOptionsToArgs(composeOptions);
      const isConfigProvidedAsString = !!options.configAsString;
      const configArgs = isConfigProvidedAsString ? ["-f", "-"] : configToArgs(options.config);
      composeArgs = composeArgs.concat(configArgs.concat([command].concat(composeOptionsToArgs(commandOptions), args)));
      const cwd = options.cwd;
      const env = options.env || void 0;
      const executable = options.executable;
      const requestedMaxOutputLength = options.maxOutputLength ?? MAX_CAPTURED_OUTPUT_LENGTH;
      const maxOutputLength = Number.isFinite(requestedMaxOutputLength) ? Math.max(0, Math.min(Math.floor(requestedMaxOutputLength), MAX_CAPTURED_OUTPUT_LENGTH)) : MAX_CAPTURED_OUTPUT_LENGTH;
      let executablePath;
      let executableArgs = [];
      if (executable?.standalone) {
        executablePath = executable.executablePath || "docker-compose";
      } else {
        executablePath = executable?.executablePath || "docker";
        const executableOptions = executable?.options || [];
        executableArgs = [...composeOptionsToArgs(executableOptions), "compose"];
      }
      const childProc = child_process_1.default.spawn(executablePath, [...executableArgs, ...composeArgs], {
        cwd,
        env
      });
      childProc.on("error", (err) => {
        reject(err);
      });
      const stdout = createBufferedOutput();
      const stderr = createBufferedOutput();
      childProc.stdout.on("data", (chunk) => {
        appendBufferedOutput(stdout, "out", chunk, maxOutputLength);
        options.callback?.(chunk, "stdout");
      });
      childProc.stderr.on("data", (chunk) => {
        appendBufferedOutput(stderr, "err", chunk, maxOutputLength);
        options.callback?.(chunk, "stderr");
      });
      childProc.on("exit", (exitCode) => {
        setTimeout(() => {
          const result = {
            exitCode,
            out: stdout.chunks.join(""),
            err: stderr.chunks.join(""),
            truncated: { out: stdout.truncated, err: stderr.truncated }
          };
          if (exitCode === 0) {
            resolve(result);
          } else {
            reject(result);
          }
        }, 500);
      });
      if (isConfigProvidedAsString) {
        childProc.stdin.write(options.configAsString);
        childProc.stdin.end();
      }
      if (options.log) {
        childProc.stdout.pipe(process.stdout);
        childProc.stderr.pipe(process.stderr);
      }
    }), "execCompose");
    exports.execCompose = execCompose;
    var shouldUseDefaultNonInteractiveFlag = /* @__PURE__ */ __name(function(options = {}) {
      const commandOptions = options.commandOptions || [];
      const noDetachModeFlags = [
        "--abort-on-container-exit",
        "--no-start",
        "--attach",
        "--attach-dependencies",
        "--exit-code-from"
      ];
      const containsOtherNonInteractiveFlag = commandOptions.reduce((memo, item) => {
        return memo && noDetachModeFlags.every((flag) => !item.includes(flag));
      }, true);
      return containsOtherNonInteractiveFlag;
    }, "shouldUseDefaultNonInteractiveFlag");
    var upAll = /* @__PURE__ */ __name(function(options) {
      const args = shouldUseDefaultNonInteractiveFlag(options) ? ["-d"] : [];
      return (0, exports.execCompose)("up", args, options);
    }, "upAll");
    exports.upAll = upAll;
    var upMany = /* @__PURE__ */ __name(function(services, options) {
      const args = shouldUseDefaultNonInteractiveFlag(options) ? ["-d"].concat(services) : services;
      return (0, exports.execCompose)("up", args, options);
    }, "upMany");
    exports.upMany = upMany;
    var upOne = /* @__PURE__ */ __name(function(service, options) {
      const args = shouldUseDefaultNonInteractiveFlag(options) ? ["-d", service] : [service];
      return (0, exports.execCompose)("up", args, options);
    }, "upOne");
    exports.upOne = upOne;
    var downAll = /* @__PURE__ */ __name(function(options) {
      return (0, exports.execCompose)("down", [], options);
    }, "downAll");
    exports.downAll = downAll;
    exports.down = exports.downAll;
    var downMany = /* @__PURE__ */ __name(function(services, options) {
      const args = services;
      return (0, exports.execCompose)("down", args, options);
    }, "downMany");
    exports.downMany = downMany;
    var downOne = /* @__PURE__ */ __name(function(service, options) {
      const args = [service];
      return (0, exports.execCompose)("down", args, options);
    }, "downOne");
    exports.downOne = downOne;
    var stop = /* @__PURE__ */ __name(function(options) {
      return (0, exports.execCompose)("stop", [], options);
    }, "stop");
    exports.stop = stop;
    var stopOne = /* @__PURE__ */ __name(function(service, options) {
      return (0, exports.execCompose)("stop", [service], options);
    }, "stopOne");
    exports.stopOne = stopOne;
    var stopMany = /* @__PURE__ */ __name(function(options, ...services) {
      return (0, exports.execCompose)("stop", [...services], options);
    }, "stopMany");
    exports.stopMany = stopMany;
    var pauseOne = /* @__PURE__ */ __name(function(service, options) {
      return (0, exports.execCompose)("pause", [service], options);
    }, "pauseOne");
    exports.pauseOne = pauseOne;
    var unpauseOne = /* @__PURE__ */ __name(function(service, options) {
      return (0, exports.execCompose)("unpause", [service], options);
    }, "unpauseOne");
    exports.unpauseOne = unpauseOne;
    var kill = /* @__PURE__ */ __name(function(options) {
      return (0, exports.execCompose)("kill", [], options);
    }, "kill");
    exports.kill = kill;
    var rm = /* @__PURE__ */ __name(function(options, ...services) {
      return (0, exports.execCompose)("rm", ["-f", ...services], options);
    }, "rm");
    exports.rm = rm;
    var exec = /* @__PURE__ */ __name(function(container, command, options) {
      const args = Array.isArray(command) ? command : command.split(/\s+/);
      return (0, exports.execCompose)("exec", ["-T", container].concat(args), options);
    }, "exec");
    exports.exec = exec;
    var run = /* @__PURE__ */ __name(function(container, command, options) {
      const args = Array.isArray(command) ? command : command.split(/\s+/);
      return (0, exports.execCompose)("run", ["-T", container].concat(args), options);
    }, "run");
    exports.run = run;
    var buildAll = /* @__PURE__ */ __name(function(options = {}) {
      return (0, exports.execCompose)("build", options.parallel ? ["--parallel"] : [], options);
    }, "buildAll");
    exports.buildAll = buildAll;
    var buildMany = /* @__PURE__ */ __name(function(services, options = {}) {
      return (0, exports.execCompose)("build", options.parallel ? ["--parallel"].concat(services) : services, options);
    }, "buildMany");
    exports.buildMany = buildMany;
    var buildOne = /* @__PURE__ */ __name(function(service, options) {
      return (0, exports.execCompose)("build", [service], options);
    }, "buildOne");
    exports.buildOne = buildOne;
    var createAll = /* @__PURE__ */ __name(function(options = {}) {
      return (0, exports.execCompose)("create", [], options);
    }, "createAll");
    exports.createAll = createAll;
    var createMany = /* @__PURE__ */ __name(function(services, options = {}) {
      return (0, exports.execCompose)("create", services, options);
    }, "createMany");
    exports.createMany = createMany;
    var createOne = /* @__PURE__ */ __name(function(service, options) {
      return (0, exports.execCompose)("create", [service], options);
    }, "createOne");
    exports.createOne = createOne;
    var pullAll = /* @__PURE__ */ __name(function(options = {}) {
      return (0, exports.execCompose)("pull", [], options);
    }, "pullAll");
    exports.pullAll = pullAll;
    var pullMany = /* @__PURE__ */ __name(function(services, options = {}) {
      return (0, exports.execCompose)("pull", services, options);
    }, "pullMany");
    exports.pullMany = pullMany;
    var pullOne = /* @__PURE__ */ __name(function(service, options) {
      return (0, exports.execCompose)("pull", [service], options);
    }, "pullOne");
    exports.pullOne = pullOne;
    var config = /* @__PURE__ */ __name(async function(options) {
      try {
        const result = await (0, exports.execCompose)("config", [], options);
        assertCompleteOutput(result, "config");
        const config2 = yaml_1.default.parse(result.out);
        return {
          ...result,
          data: { config: config2 }
        };
      } catch (error) {
        return Promise.reject(error);
      }
    }, "config");
    exports.config = config;
    var configServices = /* @__PURE__ */ __name(async function(options) {
      try {
        const result = await (0, exports.execCompose)("config", ["--services"], options);
        assertCompleteOutput(result, "config --services");
        const services = result.out.split("\n").filter(nonEmptyString);
        return {
          ...result,
          data: { services }
        };
      } catch (error) {
        return Promise.reject(error);
      }
    }, "configServices");
    exports.configServices = configServices;
    var configVolumes = /* @__PURE__ */ __name(async function(options) {
      try {
        const result = await (0, exports.execCompose)("config", ["--volumes"], options);
        assertCompleteOutput(result, "config --volumes");
        const volumes = result.out.split("\n").filter(nonEmptyString);
        return {
          ...result,
          data: { volumes }
        };
      } catch (error) {
        return Promise.reject(error);
      }
    }, "configVolumes");
    exports.configVolumes = configVolumes;
    var ps = /* @__PURE__ */ __name(async function(options) {
      try {
        const result = await (0, exports.execCompose)("ps", [], options);
        assertCompleteOutput(result, "ps");
        const data = (0, exports.mapPsOutput)(result.out, options);
        return {
          ...result,
          data
        };
      } catch (error) {
        return Promise.reject(error);
      }
    }, "ps");
    exports.ps = ps;
    var images = /* @__PURE__ */ __name(async function(options) {
      try {
        const jsonOptions = {
          ...options,
          commandOptions: [...options?.commandOptions || [], ["--format", "json"]]
        };
        const result = await (0, exports.execCompose)("images", [], jsonOptions);
        assertCompleteOutput(result, "images");
        const data = (0, exports.mapImListOutput)(result.out, jsonOptions);
        return {
          ...result,
          data
        };
      } catch (error) {
        return Promise.reject(error);
      }
    }, "images");
    exports.images = images;
    var push = /* @__PURE__ */ __name(function(options = {}) {
      return (0, exports.execCompose)("push", options.ignorePushFailures ? ["--ignore-push-failures"] : [], options);
    }, "push");
    exports.push = push;
    var restartAll = /* @__PURE__ */ __name(function(options) {
      return (0, exports.execCompose)("restart", [], options);
    }, "restartAll");
    exports.restartAll = restartAll;
    var restartMany = /* @__PURE__ */ __name(function(services, options) {
      return (0, exports.execCompose)("restart", services, options);
    }, "restartMany");
    exports.restartMany = restartMany;
    var restartOne = /* @__PURE__ */ __name(function(service, options) {
      return (0, exports.restartMany)([service], options);
    }, "restartOne");
    exports.restartOne = restartOne;
    var logs = /* @__PURE__ */ __name(function(services, options = {}) {
      const args = Array.isArray(services) ? services : [services];
      if (options.follow) {
        args.unshift("--follow");
      }
      if (options.timestamps) {
        args.unshift("--timestamps");
      }
      return (0, exports.execCompose)("logs", args, options);
    }, "logs");
    exports.logs = logs;
    var port = /* @__PURE__ */ __name(async function(service, containerPort, options) {
      const args = [service, containerPort];
      try {
        const result = await (0, exports.execCompose)("port", args, options);
        assertCompleteOutput(result, "port");
        const [address, port2] = result.out.split(":");
        return {
          ...result,
          data: {
            address,
            port: Number(port2)
          }
        };
      } catch (error) {
        return Promise.reject(error);
      }
    }, "port");
    exports.port = port;
    var version = /* @__PURE__ */ __name(async function(options) {
      try {
        const result = await (0, exports.execCompose)("version", ["--short"], options);
        assertCompleteOutput(result, "version");
        const version2 = result.out.replace("\n", "").trim();
        return {
          ...result,
          data: { version: version2 }
        };
      } catch (error) {
        return Promise.reject(error);
      }
    }, "version");
    exports.version = version;
    var stats = /* @__PURE__ */ __name(async function(service, options) {
      const args = ["--no-stream", "--format", '"{{ json . }}"', service];
      try {
        const result = await (0, exports.execCompose)("stats", args, options);
        assertCompleteOutput(result, "stats");
        const output = result.out.replace("\n", "").trim().slice(1, -1);
        return JSON.parse(output);
      } catch (error) {
        return Promise.reject(error);
      }
    }, "stats");
    exports.stats = stats;
    exports.default = {
      upAll: exports.upAll,
      upMany: exports.upMany,
      upOne: exports.upOne,
      down: exports.down,
      downAll: exports.downAll,
      downOne: exports.downOne,
      downMany: exports.downMany,
      stop: exports.stop,
      stopOne: exports.stopOne,
      stopMany: exports.stopMany,
      pauseOne: exports.pauseOne,
      unpauseOne: exports.unpauseOne,
      kill: exports.kill,
      rm: exports.rm,
      exec: exports.exec,
      run: exports.run,
      buildAll: exports.buildAll,
      buildMany: exports.buildMany,
      buildOne: exports.buildOne,
      pullAll: exports.pullAll,
      pullMany: exports.pullMany,
      pullOne: exports.pullOne,
      config: exports.config,
      configServices: exports.configServices,
      configVolumes: exports.configVolumes,
      ps: exports.ps,
      push: exports.push,
      restartAll: exports.restartAll,
      restartMany: exports.restartMany,
      restartOne: exports.restartOne,
      logs: exports.logs,
      port: exports.port,
      version: exports.version,
      stats: exports.stats
    };
  }
});
export default require_dist2();
