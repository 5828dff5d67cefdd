import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/actions/preflight.ts
async function showDocker({ exec, log }) {
  await log.step("Docker client", async () => {
    const { stdout } = await exec("docker", ["--version"], { isChecked: false });
    log.info(stdout.trim());
  }).catch(() => void 0);
}
__name(showDocker, "showDocker");
export {
  showDocker
};
