import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  forgetCertificates,
  forgetLogin,
  forgetSshKey
} from "./chunks/chunk-3UJT3B3W.js";
import "./chunks/chunk-FXC36CPP.js";
import {
  runPost
} from "./chunks/chunk-3KDRELGG.js";
import "./chunks/chunk-LXYRLMNY.js";
import "./chunks/chunk-NSDJCOOJ.js";
import "./chunks/chunk-NKZQ5LRJ.js";
import "./chunks/chunk-5X344IRI.js";
import "./chunks/chunk-KAFMGS5U.js";
import "./chunks/chunk-MKZ6VXLF.js";
import {
  __name
} from "./chunks/chunk-IOXRIZOB.js";

// src/actions/forget-secrets.ts
async function forgetSecrets(door) {
  const done = await Promise.allSettled([forgetLogin(door), forgetCertificates(door), forgetSshKey(door)]);
  for (const one of done) if (one.status === "rejected") throw one.reason;
}
__name(forgetSecrets, "forgetSecrets");

// actions/verify/post.ts
await runPost(forgetSecrets);
