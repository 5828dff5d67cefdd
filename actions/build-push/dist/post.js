import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  runPost
} from "./chunks/chunk-OW7XH5CV.js";
import "./chunks/chunk-W6ZGOJFS.js";
import {
  forgetLogin
} from "./chunks/chunk-KLXPXZOH.js";
import "./chunks/chunk-H3HAWWYR.js";
import "./chunks/chunk-TLGIOUIF.js";

// actions/build-push/post.ts
await runPost(forgetLogin);
