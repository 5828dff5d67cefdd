import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  forgetCertificates,
  forgetLogin
} from "./chunks/chunk-7LWA6T4O.js";
import "./chunks/chunk-FXC36CPP.js";
import {
  runPost
} from "./chunks/chunk-2BUZL3WB.js";
import "./chunks/chunk-LXYRLMNY.js";
import "./chunks/chunk-5X344IRI.js";
import "./chunks/chunk-YK2URNYV.js";
import "./chunks/chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunks/chunk-IOXRIZOB.js";

// src/actions/forget-secrets.ts
async function forgetSecrets(door) {
  const done = await Promise.allSettled([forgetLogin(door), forgetCertificates(door)]);
  for (const one of done) if (one.status === "rejected") throw one.reason;
}
__name(forgetSecrets, "forgetSecrets");

// actions/deploy-stack/post.ts
await runPost(forgetSecrets);
