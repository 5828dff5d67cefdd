import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/docker/config-file.rules.ts
var HELPER = /^[A-Za-z0-9._-]+$/;
function loginSource(config, keys) {
  const { auths, credHelpers, credsStore } = record(JSON.parse(config));
  const [named] = keys.flatMap((key) => record(credHelpers)[key] ?? []);
  const name = named ?? credsStore;
  if (name) return typeof name === "string" && HELPER.test(name) ? { kind: "helper", name } : void 0;
  const all = record(auths);
  const own = keys.map((key) => record(all[key])).find(isLogin) ?? record(
    Object.entries(all).find(([key, auth]) => keys.includes(hostnameOf(key)) && isLogin(record(auth)))?.[1]
  );
  const login = loginOf(own);
  return login ? { kind: "login", login } : void 0;
}
__name(loginSource, "loginSource");
var isLogin = /* @__PURE__ */ __name((auth) => loginOf(auth) !== void 0, "isLogin");
function loginOf({ auth, identitytoken, registrytoken, ...plain }) {
  if (typeof identitytoken === "string" && identitytoken) return { identityToken: identitytoken };
  if (typeof registrytoken === "string" && registrytoken) return { registryToken: registrytoken };
  const [, username, password] = typeof auth === "string" && auth ? /^([^:]*):(.*)$/s.exec(Buffer.from(auth, "base64").toString("utf8")) ?? [] : [void 0, plain.username, plain.password];
  if (typeof username !== "string" || typeof password !== "string") return void 0;
  const login = { username, password: password.replace(/^\0+|\0+$/g, "") };
  return login.username && login.password ? login : void 0;
}
__name(loginOf, "loginOf");
var hostnameOf = /* @__PURE__ */ __name((key) => key.replace(/^https?:\/\//, "").replace(/\/.*$/, ""), "hostnameOf");
var record = /* @__PURE__ */ __name((value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {}, "record");
function clientConfig(logins, cliPluginsExtraDirs, base = "{}") {
  const auths = Object.entries(logins).map(([registry, { username, password }]) => [
    registry,
    { auth: Buffer.from(`${username}:${password}`).toString("base64") }
  ]);
  const { currentContext: _, ...config } = parsed(base);
  const hasHelpers = config.credsStore || config.credHelpers;
  const dirs = [
    ...Array.isArray(config.cliPluginsExtraDirs) ? config.cliPluginsExtraDirs : [],
    ...cliPluginsExtraDirs
  ];
  return `${JSON.stringify(
    {
      ...config,
      auths: { ...record(config.auths), ...Object.fromEntries(auths) },
      // One without a name stands for the file.
      ...hasHelpers ? {
        credHelpers: {
          ...record(config.credHelpers),
          ...Object.fromEntries(Object.keys(logins).map((registry) => [registry, ""]))
        }
      } : {},
      ...dirs.length > 0 ? { cliPluginsExtraDirs: dirs } : {}
    },
    null,
    2
  )}
`;
}
__name(clientConfig, "clientConfig");
function parsed(config) {
  try {
    return record(JSON.parse(config));
  } catch {
    return {};
  }
}
__name(parsed, "parsed");

export {
  loginSource,
  clientConfig
};
