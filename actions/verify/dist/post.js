import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  forgetCertificates,
  forgetLogin
} from "./chunks/chunk-5ENMLZNZ.js";
import {
  runPost
} from "./chunks/chunk-5GW3OG74.js";
import "./chunks/chunk-5X344IRI.js";
import "./chunks/chunk-LXYRLMNY.js";
import "./chunks/chunk-NX2XGRNI.js";
import "./chunks/chunk-YALVU7P7.js";
import {
  __name
} from "./chunks/chunk-IOXRIZOB.js";

// src/actions/forget-secrets.ts
async function forgetSecrets(door) {
  const done = await Promise.allSettled([forgetLogin(door), forgetCertificates(door)]);
  for (const one of done) if (one.status === "rejected") throw one.reason;
}
__name(forgetSecrets, "forgetSecrets");

// actions/verify/post.ts
await runPost(forgetSecrets);
