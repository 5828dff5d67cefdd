import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  LABEL,
  attachEngine,
  clusterDir,
  demultiplex,
  lastLines,
  nameOf,
  readCluster,
  version,
  waitFor
} from "./chunk-K2AX7KUW.js";
import {
  ON_TASKS
} from "./chunk-LFDTD7IA.js";
import {
  EngineAnswerError,
  OUT_OF_SEQUENCE,
  connectEngine,
  isGone,
  isOutOfSequence
} from "./chunk-ULZMGZ6H.js";
import {
  SwarmlineError,
  classify,
  explain
} from "./chunk-H3HAWWYR.js";
import {
  __commonJS,
  __name,
  __require,
  __toESM
} from "./chunk-TLGIOUIF.js";

// node_modules/yaml/dist/nodes/identity.js
var require_identity = __commonJS({
  "node_modules/yaml/dist/nodes/identity.js"(exports) {
    "use strict";
    var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
    var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
    var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
    var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
    var SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
    var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
    var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
    var isAlias2 = /* @__PURE__ */ __name((node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS, "isAlias");
    var isDocument = /* @__PURE__ */ __name((node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC, "isDocument");
    var isMap3 = /* @__PURE__ */ __name((node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP, "isMap");
    var isPair = /* @__PURE__ */ __name((node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR, "isPair");
    var isScalar3 = /* @__PURE__ */ __name((node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR, "isScalar");
    var isSeq2 = /* @__PURE__ */ __name((node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ, "isSeq");
    function isCollection(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    __name(isCollection, "isCollection");
    function isNode(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR:
          case SEQ:
            return true;
        }
      return false;
    }
    __name(isNode, "isNode");
    var hasAnchor = /* @__PURE__ */ __name((node) => (isScalar3(node) || isCollection(node)) && !!node.anchor, "hasAnchor");
    exports.ALIAS = ALIAS;
    exports.DOC = DOC;
    exports.MAP = MAP;
    exports.NODE_TYPE = NODE_TYPE;
    exports.PAIR = PAIR;
    exports.SCALAR = SCALAR;
    exports.SEQ = SEQ;
    exports.hasAnchor = hasAnchor;
    exports.isAlias = isAlias2;
    exports.isCollection = isCollection;
    exports.isDocument = isDocument;
    exports.isMap = isMap3;
    exports.isNode = isNode;
    exports.isPair = isPair;
    exports.isScalar = isScalar3;
    exports.isSeq = isSeq2;
  }
});

// node_modules/yaml/dist/visit.js
var require_visit = __commonJS({
  "node_modules/yaml/dist/visit.js"(exports) {
    "use strict";
    var identity = require_identity();
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove node");
    function visit(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        visit_(null, node, visitor_, Object.freeze([]));
    }
    __name(visit, "visit");
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    function visit_(key, node, visitor, path12) {
      const ctrl = callVisitor(key, node, visitor, path12);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path12, ctrl);
        return visit_(key, ctrl, visitor, path12);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path12 = Object.freeze(path12.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = visit_(i, node.items[i], visitor, path12);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path12 = Object.freeze(path12.concat(node));
          const ck = visit_("key", node.key, visitor, path12);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = visit_("value", node.value, visitor, path12);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    __name(visit_, "visit_");
    async function visitAsync(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
    }
    __name(visitAsync, "visitAsync");
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key, node, visitor, path12) {
      const ctrl = await callVisitor(key, node, visitor, path12);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path12, ctrl);
        return visitAsync_(key, ctrl, visitor, path12);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path12 = Object.freeze(path12.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = await visitAsync_(i, node.items[i], visitor, path12);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path12 = Object.freeze(path12.concat(node));
          const ck = await visitAsync_("key", node.key, visitor, path12);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = await visitAsync_("value", node.value, visitor, path12);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    __name(visitAsync_, "visitAsync_");
    function initVisitor(visitor) {
      if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
          Alias: visitor.Node,
          Map: visitor.Node,
          Scalar: visitor.Node,
          Seq: visitor.Node
        }, visitor.Value && {
          Map: visitor.Value,
          Scalar: visitor.Value,
          Seq: visitor.Value
        }, visitor.Collection && {
          Map: visitor.Collection,
          Seq: visitor.Collection
        }, visitor);
      }
      return visitor;
    }
    __name(initVisitor, "initVisitor");
    function callVisitor(key, node, visitor, path12) {
      if (typeof visitor === "function")
        return visitor(key, node, path12);
      if (identity.isMap(node))
        return visitor.Map?.(key, node, path12);
      if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path12);
      if (identity.isPair(node))
        return visitor.Pair?.(key, node, path12);
      if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path12);
      if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path12);
      return void 0;
    }
    __name(callVisitor, "callVisitor");
    function replaceNode(key, path12, node) {
      const parent = path12[path12.length - 1];
      if (identity.isCollection(parent)) {
        parent.items[key] = node;
      } else if (identity.isPair(parent)) {
        if (key === "key")
          parent.key = node;
        else
          parent.value = node;
      } else if (identity.isDocument(parent)) {
        parent.contents = node;
      } else {
        const pt = identity.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    __name(replaceNode, "replaceNode");
    exports.visit = visit;
    exports.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    var escapeChars = {
      "!": "%21",
      ",": "%2C",
      "[": "%5B",
      "]": "%5D",
      "{": "%7B",
      "}": "%7D"
    };
    var escapeTagName = /* @__PURE__ */ __name((tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]), "escapeTagName");
    var Directives = class _Directives {
      static {
        __name(this, "Directives");
      }
      constructor(yaml, tags) {
        this.docStart = null;
        this.docEnd = false;
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, _Directives.defaultTags, tags);
      }
      clone() {
        const copy = new _Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
          case "1.1":
            this.atNextDocument = true;
            break;
          case "1.2":
            this.atNextDocument = false;
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: "1.2"
            };
            this.tags = Object.assign({}, _Directives.defaultTags);
            break;
        }
        return res;
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
          case "%TAG": {
            if (parts.length !== 2) {
              onError(0, "%TAG directive should contain exactly two parts");
              if (parts.length < 2)
                return false;
            }
            const [handle, prefix] = parts;
            this.tags[handle] = prefix;
            return true;
          }
          case "%YAML": {
            this.yaml.explicit = true;
            if (parts.length !== 1) {
              onError(0, "%YAML directive should contain exactly one part");
              return false;
            }
            const [version2] = parts;
            if (version2 === "1.1" || version2 === "1.2") {
              this.yaml.version = version2;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version2);
              onError(6, `Unsupported YAML version ${version2}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name}`, true);
            return false;
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source, onError) {
        if (source === "!")
          return "!";
        if (source[0] !== "!") {
          onError(`Not a valid tag: ${source}`);
          return null;
        }
        if (source[1] === "<") {
          const verbatim = source.slice(2, -1);
          if (verbatim === "!" || verbatim === "!!") {
            onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
            return null;
          }
          if (source[source.length - 1] !== ">")
            onError("Verbatim tags must end with a >");
          return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
          onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
          try {
            return prefix + decodeURIComponent(suffix);
          } catch (error) {
            onError(String(error));
            return null;
          }
        }
        if (handle === "!")
          return source;
        onError(`Could not resolve tag: ${source}`);
        return null;
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix))
            return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === "!" ? tag : `!<${tag}>`;
      }
      toString(doc) {
        const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
          const tags = {};
          visit.visit(doc.contents, (_key, node) => {
            if (identity.isNode(node) && node.tag)
              tags[node.tag] = true;
          });
          tagNames = Object.keys(tags);
        } else
          tagNames = [];
        for (const [handle, prefix] of tagEntries) {
          if (handle === "!!" && prefix === "tag:yaml.org,2002:")
            continue;
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix)))
            lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join("\n");
      }
    };
    Directives.defaultYaml = { explicit: false, version: "1.2" };
    Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
    exports.Directives = Directives;
  }
});

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = __commonJS({
  "node_modules/yaml/dist/doc/anchors.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    function anchorIsValid(anchor) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    __name(anchorIsValid, "anchorIsValid");
    function anchorNames(root) {
      const anchors = /* @__PURE__ */ new Set();
      visit.visit(root, {
        Value(_key, node) {
          if (node.anchor)
            anchors.add(node.anchor);
        }
      });
      return anchors;
    }
    __name(anchorNames, "anchorNames");
    function findNewAnchor(prefix, exclude) {
      for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
          return name;
      }
    }
    __name(findNewAnchor, "findNewAnchor");
    function createNodeAnchors(doc, prefix) {
      const aliasObjects = [];
      const sourceObjects = /* @__PURE__ */ new Map();
      let prevAnchors = null;
      return {
        onAnchor: /* @__PURE__ */ __name((source) => {
          aliasObjects.push(source);
          prevAnchors ?? (prevAnchors = anchorNames(doc));
          const anchor = findNewAnchor(prefix, prevAnchors);
          prevAnchors.add(anchor);
          return anchor;
        }, "onAnchor"),
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: /* @__PURE__ */ __name(() => {
          for (const source of aliasObjects) {
            const ref = sourceObjects.get(source);
            if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
              ref.node.anchor = ref.anchor;
            } else {
              const error = new Error("Failed to resolve repeated object (this should not happen)");
              error.source = source;
              throw error;
            }
          }
        }, "setAnchors"),
        sourceObjects
      };
    }
    __name(createNodeAnchors, "createNodeAnchors");
    exports.anchorIsValid = anchorIsValid;
    exports.anchorNames = anchorNames;
    exports.createNodeAnchors = createNodeAnchors;
    exports.findNewAnchor = findNewAnchor;
  }
});

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = __commonJS({
  "node_modules/yaml/dist/doc/applyReviver.js"(exports) {
    "use strict";
    function applyReviver(reviver, obj, key, val) {
      if (val && typeof val === "object") {
        if (Array.isArray(val)) {
          for (let i = 0, len = val.length; i < len; ++i) {
            const v0 = val[i];
            const v1 = applyReviver(reviver, val, String(i), v0);
            if (v1 === void 0)
              delete val[i];
            else if (v1 !== v0)
              val[i] = v1;
          }
        } else if (val instanceof Map) {
          for (const k of Array.from(val.keys())) {
            const v0 = val.get(k);
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              val.delete(k);
            else if (v1 !== v0)
              val.set(k, v1);
          }
        } else if (val instanceof Set) {
          for (const v0 of Array.from(val)) {
            const v1 = applyReviver(reviver, val, v0, v0);
            if (v1 === void 0)
              val.delete(v0);
            else if (v1 !== v0) {
              val.delete(v0);
              val.add(v1);
            }
          }
        } else {
          for (const [k, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              delete val[k];
            else if (v1 !== v0)
              val[k] = v1;
          }
        }
      }
      return reviver.call(obj, key, val);
    }
    __name(applyReviver, "applyReviver");
    exports.applyReviver = applyReviver;
  }
});

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = __commonJS({
  "node_modules/yaml/dist/nodes/toJS.js"(exports) {
    "use strict";
    var identity = require_identity();
    function toJS(value, arg, ctx) {
      if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
      if (value && typeof value.toJSON === "function") {
        if (!ctx || !identity.hasAnchor(value))
          return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: void 0 };
        ctx.anchors.set(value, data);
        ctx.onCreate = (res2) => {
          data.res = res2;
          delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
          ctx.onCreate(res);
        return res;
      }
      if (typeof value === "bigint" && !ctx?.keep)
        return Number(value);
      return value;
    }
    __name(toJS, "toJS");
    exports.toJS = toJS;
  }
});

// node_modules/yaml/dist/nodes/Node.js
var require_Node = __commonJS({
  "node_modules/yaml/dist/nodes/Node.js"(exports) {
    "use strict";
    var applyReviver = require_applyReviver();
    var identity = require_identity();
    var toJS = require_toJS();
    var NodeBase = class {
      static {
        __name(this, "NodeBase");
      }
      constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
      }
      /** Create a copy of this node.  */
      clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
          throw new TypeError("A document argument is required");
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count2, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count2);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
    };
    exports.NodeBase = NodeBase;
  }
});

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = __commonJS({
  "node_modules/yaml/dist/nodes/Alias.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var visit = require_visit();
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var Alias = class extends Node.NodeBase {
      static {
        __name(this, "Alias");
      }
      constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, "tag", {
          set() {
            throw new Error("Alias nodes cannot have tags");
          }
        });
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
          throw new ReferenceError("Alias resolution is disabled");
        let nodes;
        if (ctx?.aliasResolveCache) {
          nodes = ctx.aliasResolveCache;
        } else {
          nodes = [];
          visit.visit(doc, {
            Node: /* @__PURE__ */ __name((_key, node) => {
              if (identity.isAlias(node) || identity.hasAnchor(node))
                nodes.push(node);
            }, "Node")
          });
          if (ctx)
            ctx.aliasResolveCache = nodes;
        }
        let found = void 0;
        for (const node of nodes) {
          if (node === this)
            break;
          if (node.anchor === this.source)
            found = node;
        }
        if (found && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx;
          let data = anchors2.get(found);
          if (!data) {
            toJS.toJS(found, null, ctx);
            data = anchors2.get(found);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found, anchors2);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found;
      }
      toJSON(_arg, ctx) {
        if (!ctx)
          return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
          throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
      }
      toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
          anchors.anchorIsValid(this.source);
          if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new Error(msg);
          }
          if (ctx.implicitKey)
            return `${src} `;
        }
        return src;
      }
    };
    function getAliasCount(doc, node, anchors2) {
      if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors2 && source && anchors2.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
      } else if (identity.isCollection(node)) {
        let count2 = 0;
        for (const item of node.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count2)
            count2 = c;
        }
        return count2;
      } else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors2);
        const vc = getAliasCount(doc, node.value, anchors2);
        return Math.max(kc, vc);
      }
      return 1;
    }
    __name(getAliasCount, "getAliasCount");
    exports.Alias = Alias;
  }
});

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = __commonJS({
  "node_modules/yaml/dist/nodes/Scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var isScalarValue2 = /* @__PURE__ */ __name((value) => !value || typeof value !== "function" && typeof value !== "object", "isScalarValue");
    var Scalar = class extends Node.NodeBase {
      static {
        __name(this, "Scalar");
      }
      constructor(value) {
        super(identity.SCALAR);
        this.value = value;
      }
      toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
      }
      toString() {
        return String(this.value);
      }
    };
    Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
    Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
    Scalar.PLAIN = "PLAIN";
    Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
    Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
    exports.Scalar = Scalar;
    exports.isScalarValue = isScalarValue2;
  }
});

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = __commonJS({
  "node_modules/yaml/dist/doc/createNode.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var defaultTagPrefix = "tag:yaml.org,2002:";
    function findTagObject(value, tagName, tags) {
      if (tagName) {
        const match = tags.filter((t) => t.tag === tagName);
        const tagObj = match.find((t) => !t.format) ?? match[0];
        if (!tagObj)
          throw new Error(`Tag ${tagName} not found`);
        return tagObj;
      }
      return tags.find((t) => t.identify?.(value) && !t.format);
    }
    __name(findTagObject, "findTagObject");
    function createNode(value, tagName, ctx) {
      if (identity.isDocument(value))
        value = value.contents;
      if (identity.isNode(value))
        return value;
      if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
      }
      if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
        value = value.valueOf();
      }
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
      let ref = void 0;
      if (aliasDuplicateObjects && value && typeof value === "object") {
        ref = sourceObjects.get(value);
        if (ref) {
          ref.anchor ?? (ref.anchor = onAnchor(value));
          return new Alias.Alias(ref.anchor);
        } else {
          ref = { anchor: null, node: null };
          sourceObjects.set(value, ref);
        }
      }
      if (tagName?.startsWith("!!"))
        tagName = defaultTagPrefix + tagName.slice(2);
      let tagObj = findTagObject(value, tagName, schema.tags);
      if (!tagObj) {
        if (value && typeof value.toJSON === "function") {
          value = value.toJSON();
        }
        if (!value || typeof value !== "object") {
          const node2 = new Scalar.Scalar(value);
          if (ref)
            ref.node = node2;
          return node2;
        }
        tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
      }
      const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
      if (tagName)
        node.tag = tagName;
      else if (!tagObj.default)
        node.tag = tagObj.tag;
      if (ref)
        ref.node = node;
      return node;
    }
    __name(createNode, "createNode");
    exports.createNode = createNode;
  }
});

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = __commonJS({
  "node_modules/yaml/dist/nodes/Collection.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var identity = require_identity();
    var Node = require_Node();
    function collectionFromPath(schema, path12, value) {
      let v = value;
      for (let i = path12.length - 1; i >= 0; --i) {
        const k = path12[i];
        if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
          const a = [];
          a[k] = v;
          v = a;
        } else {
          v = /* @__PURE__ */ new Map([[k, v]]);
        }
      }
      return createNode.createNode(v, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: /* @__PURE__ */ __name(() => {
          throw new Error("This should not happen, please report a bug.");
        }, "onAnchor"),
        schema,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    __name(collectionFromPath, "collectionFromPath");
    var isEmptyPath = /* @__PURE__ */ __name((path12) => path12 == null || typeof path12 === "object" && !!path12[Symbol.iterator]().next().done, "isEmptyPath");
    var Collection = class extends Node.NodeBase {
      static {
        __name(this, "Collection");
      }
      constructor(type, schema) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema,
          configurable: true,
          enumerable: false,
          writable: true
        });
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
          copy.schema = schema;
        copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path12, value) {
        if (isEmptyPath(path12))
          this.add(value);
        else {
          const [key, ...rest] = path12;
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.addIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path12) {
        const [key, ...rest] = path12;
        if (rest.length === 0)
          return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
          return node.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path12, keepScalar) {
        const [key, ...rest] = path12;
        const node = this.get(key, true);
        if (rest.length === 0)
          return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
          return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node) => {
          if (!identity.isPair(node))
            return false;
          const n = node.value;
          return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path12) {
        const [key, ...rest] = path12;
        if (rest.length === 0)
          return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path12, value) {
        const [key, ...rest] = path12;
        if (rest.length === 0) {
          this.set(key, value);
        } else {
          const node = this.get(key, true);
          if (identity.isCollection(node))
            node.setIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
    };
    exports.Collection = Collection;
    exports.collectionFromPath = collectionFromPath;
    exports.isEmptyPath = isEmptyPath;
  }
});

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyComment.js"(exports) {
    "use strict";
    var stringifyComment = /* @__PURE__ */ __name((str) => str.replace(/^(?!$)(?: $)?/gm, "#"), "stringifyComment");
    function indentComment(comment, indent) {
      if (/^\n+$/.test(comment))
        return comment.substring(1);
      return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
    }
    __name(indentComment, "indentComment");
    var lineComment = /* @__PURE__ */ __name((str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment, "lineComment");
    exports.indentComment = indentComment;
    exports.lineComment = lineComment;
    exports.stringifyComment = stringifyComment;
  }
});

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = __commonJS({
  "node_modules/yaml/dist/stringify/foldFlowLines.js"(exports) {
    "use strict";
    var FOLD_FLOW = "flow";
    var FOLD_BLOCK = "block";
    var FOLD_QUOTED = "quoted";
    function foldFlowLines(text3, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text3;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text3.length <= endStep)
        return text3;
      const folds = [];
      const escapedFolds = {};
      let end = lineWidth - indent.length;
      if (typeof indentAtStart === "number") {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
          folds.push(0);
        else
          end = lineWidth - indentAtStart;
      }
      let split = void 0;
      let prev = void 0;
      let overflow = false;
      let i = -1;
      let escStart = -1;
      let escEnd = -1;
      if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text3, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text3[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text3[i + 1]) {
            case "x":
              i += 3;
              break;
            case "u":
              i += 5;
              break;
            case "U":
              i += 9;
              break;
            default:
              i += 1;
          }
          escEnd = i;
        }
        if (ch === "\n") {
          if (mode === FOLD_BLOCK)
            i = consumeMoreIndentedLines(text3, i, indent.length);
          end = i + indent.length + endStep;
          split = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text3[i + 1];
            if (next && next !== " " && next !== "\n" && next !== "	")
              split = i;
          }
          if (i >= end) {
            if (split) {
              folds.push(split);
              end = split + endStep;
              split = void 0;
            } else if (mode === FOLD_QUOTED) {
              while (prev === " " || prev === "	") {
                prev = ch;
                ch = text3[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text3;
              folds.push(j);
              escapedFolds[j] = true;
              end = j + endStep;
              split = void 0;
            } else {
              overflow = true;
            }
          }
        }
        prev = ch;
      }
      if (overflow && onOverflow)
        onOverflow();
      if (folds.length === 0)
        return text3;
      if (onFold)
        onFold();
      let res = text3.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold = folds[i2];
        const end2 = folds[i2 + 1] || text3.length;
        if (fold === 0)
          res = `
${indent}${text3.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold])
            res += `${text3[fold]}\\`;
          res += `
${indent}${text3.slice(fold + 1, end2)}`;
        }
      }
      return res;
    }
    __name(foldFlowLines, "foldFlowLines");
    function consumeMoreIndentedLines(text3, i, indent) {
      let end = i;
      let start = i + 1;
      let ch = text3[start];
      while (ch === " " || ch === "	") {
        if (i < start + indent) {
          ch = text3[++i];
        } else {
          do {
            ch = text3[++i];
          } while (ch && ch !== "\n");
          end = i;
          start = i + 1;
          ch = text3[start];
        }
      }
      return end;
    }
    __name(consumeMoreIndentedLines, "consumeMoreIndentedLines");
    exports.FOLD_BLOCK = FOLD_BLOCK;
    exports.FOLD_FLOW = FOLD_FLOW;
    exports.FOLD_QUOTED = FOLD_QUOTED;
    exports.foldFlowLines = foldFlowLines;
  }
});

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyString.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var foldFlowLines = require_foldFlowLines();
    var getFoldOptions = /* @__PURE__ */ __name((ctx, isBlock) => ({
      indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
      lineWidth: ctx.options.lineWidth,
      minContentWidth: ctx.options.minContentWidth
    }), "getFoldOptions");
    var containsDocumentMarker = /* @__PURE__ */ __name((str) => /^(%|---|\.\.\.)/m.test(str), "containsDocumentMarker");
    function lineLengthOverLimit(str, lineWidth, indentLength) {
      if (!lineWidth || lineWidth < 0)
        return false;
      const limit = lineWidth - indentLength;
      const strLen = str.length;
      if (strLen <= limit)
        return false;
      for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start > limit)
            return true;
          start = i + 1;
          if (strLen - start <= limit)
            return false;
        }
      }
      return true;
    }
    __name(lineLengthOverLimit, "lineLengthOverLimit");
    function doubleQuotedString(value, ctx) {
      const json = JSON.stringify(value);
      if (ctx.options.doubleQuotedAsJSON)
        return json;
      const { implicitKey } = ctx;
      const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      let str = "";
      let start = 0;
      for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
          str += json.slice(start, i) + "\\ ";
          i += 1;
          start = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json[i + 1]) {
            case "u":
              {
                str += json.slice(start, i);
                const code = json.substr(i + 2, 4);
                switch (code) {
                  case "0000":
                    str += "\\0";
                    break;
                  case "0007":
                    str += "\\a";
                    break;
                  case "000b":
                    str += "\\v";
                    break;
                  case "001b":
                    str += "\\e";
                    break;
                  case "0085":
                    str += "\\N";
                    break;
                  case "00a0":
                    str += "\\_";
                    break;
                  case "2028":
                    str += "\\L";
                    break;
                  case "2029":
                    str += "\\P";
                    break;
                  default:
                    if (code.substr(0, 2) === "00")
                      str += "\\x" + code.substr(2);
                    else
                      str += json.substr(i, 6);
                }
                i += 5;
                start = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json.slice(start, i) + "\n\n";
                while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent;
                if (json[i + 2] === " ")
                  str += "\\";
                i += 1;
                start = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start ? str + json.slice(start) : json;
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
    }
    __name(doubleQuotedString, "doubleQuotedString");
    function singleQuotedString(value, ctx) {
      if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
        return doubleQuotedString(value, ctx);
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
      return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    __name(singleQuotedString, "singleQuotedString");
    function quotedString(value, ctx) {
      const { singleQuote } = ctx.options;
      let qs;
      if (singleQuote === false)
        qs = doubleQuotedString;
      else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
          qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
          qs = doubleQuotedString;
        else
          qs = singleQuote ? singleQuotedString : doubleQuotedString;
      }
      return qs(value, ctx);
    }
    __name(quotedString, "quotedString");
    var blockEndNewlines;
    try {
      blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g;
    }
    function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
      const { blockQuote, commentString, lineWidth } = ctx.options;
      if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
      }
      const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
      const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
      if (!value)
        return literal ? "|\n" : ">\n";
      let chomp;
      let endStart;
      for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== "\n" && ch !== "	" && ch !== " ")
          break;
      }
      let end = value.substring(endStart);
      const endNlPos = end.indexOf("\n");
      if (endNlPos === -1) {
        chomp = "-";
      } else if (value === end || endNlPos !== end.length - 1) {
        chomp = "+";
        if (onChompKeep)
          onChompKeep();
      } else {
        chomp = "";
      }
      if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === "\n")
          end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
      }
      let startWithSpace = false;
      let startEnd;
      let startNlPos = -1;
      for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === " ")
          startWithSpace = true;
        else if (ch === "\n")
          startNlPos = startEnd;
        else
          break;
      }
      let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
      }
      const indentSize = indent ? "2" : "1";
      let header = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
        if (onComment)
          onComment();
      }
      if (!literal) {
        const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true;
          };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header}
${indent}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent}`);
      return `|${header}
${indent}${start}${value}${end}`;
    }
    __name(blockString, "blockString");
    function plainString(item, ctx, onComment, onChompKeep) {
      const { type, value } = item;
      const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
      if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
        return quotedString(value, ctx);
      }
      if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
      }
      if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) {
        return blockString(item, ctx, onComment, onChompKeep);
      }
      if (containsDocumentMarker(value)) {
        if (indent === "") {
          ctx.forceBlockIndent = true;
          return blockString(item, ctx, onComment, onChompKeep);
        } else if (implicitKey && indent === indentStep) {
          return quotedString(value, ctx);
        }
      }
      const str = value.replace(/\n+/g, `$&
${indent}`);
      if (actualString) {
        const test = /* @__PURE__ */ __name((tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str), "test");
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
          return quotedString(value, ctx);
      }
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    __name(plainString, "plainString");
    function stringifyString(item, ctx, onComment, onChompKeep) {
      const { implicitKey, inFlow } = ctx;
      const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
      let { type } = item;
      if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
          type = Scalar.Scalar.QUOTE_DOUBLE;
      }
      const _stringify = /* @__PURE__ */ __name((_type) => {
        switch (_type) {
          case Scalar.Scalar.BLOCK_FOLDED:
          case Scalar.Scalar.BLOCK_LITERAL:
            return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
          case Scalar.Scalar.QUOTE_DOUBLE:
            return doubleQuotedString(ss.value, ctx);
          case Scalar.Scalar.QUOTE_SINGLE:
            return singleQuotedString(ss.value, ctx);
          case Scalar.Scalar.PLAIN:
            return plainString(ss, ctx, onComment, onChompKeep);
          default:
            return null;
        }
      }, "_stringify");
      let res = _stringify(type);
      if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = implicitKey && defaultKeyType || defaultStringType;
        res = _stringify(t);
        if (res === null)
          throw new Error(`Unsupported default string type ${t}`);
      }
      return res;
    }
    __name(stringifyString, "stringifyString");
    exports.stringifyString = stringifyString;
  }
});

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = __commonJS({
  "node_modules/yaml/dist/stringify/stringify.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var identity = require_identity();
    var stringifyComment = require_stringifyComment();
    var stringifyString = require_stringifyString();
    function createStringifyContext(doc, options) {
      const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: "PLAIN",
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: "false",
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: "null",
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: "true",
        verifyAliasOrder: true
      }, doc.schema.toStringOptions, options);
      let inFlow;
      switch (opt.collectionStyle) {
        case "block":
          inFlow = false;
          break;
        case "flow":
          inFlow = true;
          break;
        default:
          inFlow = null;
      }
      return {
        anchors: /* @__PURE__ */ new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
        indent: "",
        indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
        inFlow,
        options: opt
      };
    }
    __name(createStringifyContext, "createStringifyContext");
    function getTagObject(tags, item) {
      if (item.tag) {
        const match = tags.filter((t) => t.tag === item.tag);
        if (match.length > 0)
          return match.find((t) => t.format === item.format) ?? match[0];
      }
      let tagObj = void 0;
      let obj;
      if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter((t) => t.identify?.(obj));
        if (match.length > 1) {
          const testMatch = match.filter((t) => t.test);
          if (testMatch.length > 0)
            match = testMatch;
        }
        tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
      } else {
        obj = item;
        tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
      }
      if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
      }
      return tagObj;
    }
    __name(getTagObject, "getTagObject");
    function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
      if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
      }
      const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
      if (tag)
        props.push(doc.directives.tagString(tag));
      return props.join(" ");
    }
    __name(stringifyProps, "stringifyProps");
    function stringify2(item, ctx, onComment, onChompKeep) {
      if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
      if (identity.isAlias(item)) {
        if (ctx.doc.directives)
          return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
          throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        } else {
          if (ctx.resolvedAliases)
            ctx.resolvedAliases.add(item);
          else
            ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
          item = item.resolve(ctx.doc);
        }
      }
      let tagObj = void 0;
      const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: /* @__PURE__ */ __name((o) => tagObj = o, "onTagObj") });
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
      const props = stringifyProps(node, tagObj, ctx);
      if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
      if (!props)
        return str;
      return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
    }
    __name(stringify2, "stringify");
    exports.createStringifyContext = createStringifyContext;
    exports.stringify = stringify2;
  }
});

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyPair.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var stringify2 = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
      const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
      let keyComment = identity.isNode(key) && key.comment || null;
      if (simpleKeys) {
        if (keyComment) {
          throw new Error("With simple keys, key nodes cannot have comments");
        }
        if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") {
          const msg = "With simple keys, collection cannot be used as a key value";
          throw new Error(msg);
        }
      }
      let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
      ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
      });
      let keyCommentDone = false;
      let chompKeep = false;
      let str = stringify2.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
      if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
          throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
        explicitKey = true;
      }
      if (ctx.inFlow) {
        if (allNullValues || value == null) {
          if (keyCommentDone && onComment)
            onComment();
          return str === "" ? "?" : explicitKey ? `? ${str}` : str;
        }
      } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        } else if (chompKeep && onChompKeep)
          onChompKeep();
        return str;
      }
      if (keyCommentDone)
        keyComment = null;
      if (explicitKey) {
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}
${indent}:`;
      } else {
        str = `${str}:`;
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
      }
      let vsb, vcb, valueComment;
      if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
      } else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === "object")
          value = doc.createNode(value);
      }
      ctx.implicitKey = false;
      if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
      chompKeep = false;
      if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) {
        ctx.indent = ctx.indent.substring(2);
      }
      let valueCommentDone = false;
      const valueStr = stringify2.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
      let ws = " ";
      if (keyComment || vsb || vcb) {
        ws = vsb ? "\n" : "";
        if (vcb) {
          const cs = commentString(vcb);
          ws += `
${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === "" && !ctx.inFlow) {
          if (ws === "\n" && valueComment)
            ws = "\n\n";
        } else {
          ws += `
${ctx.indent}`;
        }
      } else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf("\n");
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
          let hasPropsLine = false;
          if (hasNewline && (vs0 === "&" || vs0 === "!")) {
            let sp0 = valueStr.indexOf(" ");
            if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
              sp0 = valueStr.indexOf(" ", sp0 + 1);
            }
            if (sp0 === -1 || nl0 < sp0)
              hasPropsLine = true;
          }
          if (!hasPropsLine)
            ws = `
${ctx.indent}`;
        }
      } else if (valueStr === "" || valueStr[0] === "\n") {
        ws = "";
      }
      str += ws + valueStr;
      if (ctx.inFlow) {
        if (valueCommentDone && onComment)
          onComment();
      } else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
      } else if (chompKeep && onChompKeep) {
        onChompKeep();
      }
      return str;
    }
    __name(stringifyPair, "stringifyPair");
    exports.stringifyPair = stringifyPair;
  }
});

// node_modules/yaml/dist/log.js
var require_log = __commonJS({
  "node_modules/yaml/dist/log.js"(exports) {
    "use strict";
    var node_process = __require("process");
    function debug(logLevel, ...messages) {
      if (logLevel === "debug")
        console.log(...messages);
    }
    __name(debug, "debug");
    function warn(logLevel, warning) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning);
        else
          console.warn(warning);
      }
    }
    __name(warn, "warn");
    exports.debug = debug;
    exports.warn = warn;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/merge.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var MERGE_KEY = "<<";
    var merge2 = {
      identify: /* @__PURE__ */ __name((value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY, "identify"),
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: /* @__PURE__ */ __name(() => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
      }), "resolve"),
      stringify: /* @__PURE__ */ __name(() => MERGE_KEY, "stringify")
    };
    var isMergeKey2 = /* @__PURE__ */ __name((ctx, key) => (merge2.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge2.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge2.tag && tag.default), "isMergeKey");
    function addMergeToJSMap(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (identity.isSeq(source))
        for (const it of source.items)
          mergeValue(ctx, map, it);
      else if (Array.isArray(source))
        for (const it of source)
          mergeValue(ctx, map, it);
      else
        mergeValue(ctx, map, source);
    }
    __name(addMergeToJSMap, "addMergeToJSMap");
    function mergeValue(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (!identity.isMap(source))
        throw new Error("Merge sources must be maps or map aliases");
      const srcMap = source.toJSON(null, ctx, Map);
      for (const [key, value2] of srcMap) {
        if (map instanceof Map) {
          if (!map.has(key))
            map.set(key, value2);
        } else if (map instanceof Set) {
          map.add(key);
        } else if (!Object.prototype.hasOwnProperty.call(map, key)) {
          Object.defineProperty(map, key, {
            value: value2,
            writable: true,
            enumerable: true,
            configurable: true
          });
        }
      }
      return map;
    }
    __name(mergeValue, "mergeValue");
    function resolveAliasValue(ctx, value) {
      return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
    }
    __name(resolveAliasValue, "resolveAliasValue");
    exports.addMergeToJSMap = addMergeToJSMap;
    exports.isMergeKey = isMergeKey2;
    exports.merge = merge2;
  }
});

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports) {
    "use strict";
    var log = require_log();
    var merge2 = require_merge();
    var stringify2 = require_stringify();
    var identity = require_identity();
    var toJS = require_toJS();
    function addPairToJSMap(ctx, map, { key, value }) {
      if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
      else if (merge2.isMergeKey(ctx, key))
        merge2.addMergeToJSMap(ctx, map, value);
      else {
        const jsKey = toJS.toJS(key, "", ctx);
        if (map instanceof Map) {
          map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        } else if (map instanceof Set) {
          map.add(jsKey);
        } else {
          const stringKey = stringifyKey(key, jsKey, ctx);
          const jsValue = toJS.toJS(value, stringKey, ctx);
          if (stringKey in map)
            Object.defineProperty(map, stringKey, {
              value: jsValue,
              writable: true,
              enumerable: true,
              configurable: true
            });
          else
            map[stringKey] = jsValue;
        }
      }
      return map;
    }
    __name(addPairToJSMap, "addPairToJSMap");
    function stringifyKey(key, jsKey, ctx) {
      if (jsKey === null)
        return "";
      if (typeof jsKey !== "object")
        return String(jsKey);
      if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify2.createStringifyContext(ctx.doc, {});
        strCtx.anchors = /* @__PURE__ */ new Set();
        for (const node of ctx.anchors.keys())
          strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
          let jsonStr = JSON.stringify(strKey);
          if (jsonStr.length > 40)
            jsonStr = jsonStr.substring(0, 36) + '..."';
          log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
          ctx.mapKeyWarned = true;
        }
        return strKey;
      }
      return JSON.stringify(jsKey);
    }
    __name(stringifyKey, "stringifyKey");
    exports.addPairToJSMap = addPairToJSMap;
  }
});

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = __commonJS({
  "node_modules/yaml/dist/nodes/Pair.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyPair = require_stringifyPair();
    var addPairToJSMap = require_addPairToJSMap();
    var identity = require_identity();
    function createPair(key, value, ctx) {
      const k = createNode.createNode(key, void 0, ctx);
      const v = createNode.createNode(value, void 0, ctx);
      return new Pair(k, v);
    }
    __name(createPair, "createPair");
    var Pair = class _Pair {
      static {
        __name(this, "Pair");
      }
      constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
      }
      clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
          key = key.clone(schema);
        if (identity.isNode(value))
          value = value.clone(schema);
        return new _Pair(key, value);
      }
      toJSON(_, ctx) {
        const pair2 = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair2, this);
      }
      toString(ctx, onComment, onChompKeep) {
        return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
      }
    };
    exports.Pair = Pair;
    exports.createPair = createPair;
  }
});

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyCollection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify2 = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyCollection(collection, ctx, options) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify3 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify3(collection, ctx, options);
    }
    __name(stringifyCollection, "stringifyCollection");
    function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent, options: { commentString } } = ctx;
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment2 = null;
        if (identity.isNode(item)) {
          if (!chompKeep && item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
          if (item.comment)
            comment2 = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (!chompKeep && ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
          }
        }
        chompKeep = false;
        let str2 = stringify2.stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
        if (comment2)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment2));
        if (chompKeep && comment2)
          chompKeep = false;
        lines.push(blockItemPrefix + str2);
      }
      let str;
      if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
      } else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
          const line = lines[i];
          str += line ? `
${indent}${line}` : "\n";
        }
      }
      if (comment) {
        str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
          onComment();
      } else if (chompKeep && onChompKeep)
        onChompKeep();
      return str;
    }
    __name(stringifyBlockCollection, "stringifyBlockCollection");
    function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
      const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
      itemIndent += indentStep;
      const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
      });
      let reqNewline = false;
      let linesAtValue = 0;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
          if (item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, false);
          if (item.comment)
            comment = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, false);
            if (ik.comment)
              reqNewline = true;
          }
          const iv = identity.isNode(item.value) ? item.value : null;
          if (iv) {
            if (iv.comment)
              comment = iv.comment;
            if (iv.commentBefore)
              reqNewline = true;
          } else if (item.value == null && ik?.comment) {
            comment = ik.comment;
          }
        }
        if (comment)
          reqNewline = true;
        let str = stringify2.stringify(item, itemCtx, () => comment = null);
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
        if (i < items.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
          }
          if (reqNewline) {
            str += ",";
          }
        }
        if (comment)
          str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
      }
      const { start, end } = flowChars;
      if (lines.length === 0) {
        return start + end;
      } else {
        if (!reqNewline) {
          const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start;
          for (const line of lines)
            str += line ? `
${indentStep}${indent}${line}` : "\n";
          return `${str}
${indent}${end}`;
        } else {
          return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
        }
      }
    }
    __name(stringifyFlowCollection, "stringifyFlowCollection");
    function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
      if (comment && chompKeep)
        comment = comment.replace(/^\n+/, "");
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart());
      }
    }
    __name(addCommentBefore, "addCommentBefore");
    exports.stringifyCollection = stringifyCollection;
  }
});

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLMap.js"(exports) {
    "use strict";
    var stringifyCollection = require_stringifyCollection();
    var addPairToJSMap = require_addPairToJSMap();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    function findPair(items, key) {
      const k = identity.isScalar(key) ? key.value : key;
      for (const it of items) {
        if (identity.isPair(it)) {
          if (it.key === key || it.key === k)
            return it;
          if (identity.isScalar(it.key) && it.key.value === k)
            return it;
        }
      }
      return void 0;
    }
    __name(findPair, "findPair");
    var YAMLMap = class extends Collection.Collection {
      static {
        __name(this, "YAMLMap");
      }
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = /* @__PURE__ */ __name((key, value) => {
          if (typeof replacer === "function")
            value = replacer.call(obj, key, value);
          else if (Array.isArray(replacer) && !replacer.includes(key))
            return;
          if (value !== void 0 || keepUndefined)
            map.items.push(Pair.createPair(key, value, ctx));
        }, "add");
        if (obj instanceof Map) {
          for (const [key, value] of obj)
            add(key, value);
        } else if (obj && typeof obj === "object") {
          for (const key of Object.keys(obj))
            add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === "function") {
          map.items.sort(schema.sortMapEntries);
        }
        return map;
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair2, overwrite) {
        let _pair;
        if (identity.isPair(pair2))
          _pair = pair2;
        else if (!pair2 || typeof pair2 !== "object" || !("key" in pair2)) {
          _pair = new Pair.Pair(pair2, pair2?.value);
        } else
          _pair = new Pair.Pair(pair2.key, pair2.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
          if (!overwrite)
            throw new Error(`Key ${_pair.key} already set`);
          if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
            prev.value.value = _pair.value;
          else
            prev.value = _pair.value;
        } else if (sortEntries) {
          const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
          if (i === -1)
            this.items.push(_pair);
          else
            this.items.splice(i, 0, _pair);
        } else {
          this.items.push(_pair);
        }
      }
      delete(key) {
        const it = findPair(this.items, key);
        if (!it)
          return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
      }
      has(key) {
        return !!findPair(this.items, key);
      }
      set(key, value) {
        this.add(new Pair.Pair(key, value), true);
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const item of this.items)
          addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        for (const item of this.items) {
          if (!identity.isPair(item))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
          ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "",
          flowChars: { start: "{", end: "}" },
          itemIndent: ctx.indent || "",
          onChompKeep,
          onComment
        });
      }
    };
    exports.YAMLMap = YAMLMap;
    exports.findPair = findPair;
  }
});

// node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  "node_modules/yaml/dist/schema/common/map.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLMap = require_YAMLMap();
    var map = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap.YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map2, onError) {
        if (!identity.isMap(map2))
          onError("Expected a mapping for this tag");
        return map2;
      },
      createNode: /* @__PURE__ */ __name((schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx), "createNode")
    };
    exports.map = map;
  }
});

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLSeq.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyCollection = require_stringifyCollection();
    var Collection = require_Collection();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var toJS = require_toJS();
    var YAMLSeq = class extends Collection.Collection {
      static {
        __name(this, "YAMLSeq");
      }
      static get tagName() {
        return "tag:yaml.org,2002:seq";
      }
      constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
      }
      add(value) {
        this.items.push(value);
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return void 0;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key) {
        const idx = asItemIndex(key);
        return typeof idx === "number" && idx < this.items.length;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
          prev.value = value;
        else
          this.items[idx] = value;
      }
      toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
          ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
          seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "- ",
          flowChars: { start: "[", end: "]" },
          itemIndent: (ctx.indent || "") + "  ",
          onChompKeep,
          onComment
        });
      }
      static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0;
          for (let it of obj) {
            if (typeof replacer === "function") {
              const key = obj instanceof Set ? it : String(i++);
              it = replacer.call(obj, key, it);
            }
            seq.items.push(createNode.createNode(it, void 0, ctx));
          }
        }
        return seq;
      }
    };
    function asItemIndex(key) {
      let idx = identity.isScalar(key) ? key.value : key;
      if (idx && typeof idx === "string")
        idx = Number(idx);
      return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
    }
    __name(asItemIndex, "asItemIndex");
    exports.YAMLSeq = YAMLSeq;
  }
});

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = __commonJS({
  "node_modules/yaml/dist/schema/common/seq.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLSeq = require_YAMLSeq();
    var seq = {
      collection: "seq",
      default: true,
      nodeClass: YAMLSeq.YAMLSeq,
      tag: "tag:yaml.org,2002:seq",
      resolve(seq2, onError) {
        if (!identity.isSeq(seq2))
          onError("Expected a sequence for this tag");
        return seq2;
      },
      createNode: /* @__PURE__ */ __name((schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx), "createNode")
    };
    exports.seq = seq;
  }
});

// node_modules/yaml/dist/schema/common/string.js
var require_string = __commonJS({
  "node_modules/yaml/dist/schema/common/string.js"(exports) {
    "use strict";
    var stringifyString = require_stringifyString();
    var string = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "string", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: /* @__PURE__ */ __name((str) => str, "resolve"),
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
    exports.string = string;
  }
});

// node_modules/yaml/dist/schema/common/null.js
var require_null = __commonJS({
  "node_modules/yaml/dist/schema/common/null.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var nullTag = {
      identify: /* @__PURE__ */ __name((value) => value == null, "identify"),
      createNode: /* @__PURE__ */ __name(() => new Scalar.Scalar(null), "createNode"),
      default: true,
      tag: "tag:yaml.org,2002:null",
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: /* @__PURE__ */ __name(() => new Scalar.Scalar(null), "resolve"),
      stringify: /* @__PURE__ */ __name(({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr, "stringify")
    };
    exports.nullTag = nullTag;
  }
});

// node_modules/yaml/dist/schema/core/bool.js
var require_bool = __commonJS({
  "node_modules/yaml/dist/schema/core/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var boolTag = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "boolean", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: /* @__PURE__ */ __name((str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"), "resolve"),
      stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
          const sv = source[0] === "t" || source[0] === "T";
          if (value === sv)
            return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
      }
    };
    exports.boolTag = boolTag;
  }
});

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyNumber.js"(exports) {
    "use strict";
    function stringifyNumber({ format, minFractionDigits, tag, value }) {
      if (typeof value === "bigint")
        return String(value);
      const num = typeof value === "number" ? value : Number(value);
      if (!isFinite(num))
        return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
      let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
      if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
        let i = n.indexOf(".");
        if (i < 0) {
          i = n.length;
          n += ".";
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
          n += "0";
      }
      return n;
    }
    __name(stringifyNumber, "stringifyNumber");
    exports.stringifyNumber = stringifyNumber;
  }
});

// node_modules/yaml/dist/schema/core/float.js
var require_float = __commonJS({
  "node_modules/yaml/dist/schema/core/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: /* @__PURE__ */ __name((str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, "resolve"),
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: /* @__PURE__ */ __name((str) => parseFloat(str), "resolve"),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node.minFractionDigits = str.length - dot - 1;
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/core/int.js
var require_int = __commonJS({
  "node_modules/yaml/dist/schema/core/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = /* @__PURE__ */ __name((value) => typeof value === "bigint" || Number.isInteger(value), "intIdentify");
    var intResolve = /* @__PURE__ */ __name((str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix), "intResolve");
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
      return stringifyNumber.stringifyNumber(node);
    }
    __name(intStringify, "intStringify");
    var intOct = {
      identify: /* @__PURE__ */ __name((value) => intIdentify(value) && value >= 0, "identify"),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 2, 8, opt), "resolve"),
      stringify: /* @__PURE__ */ __name((node) => intStringify(node, 8, "0o"), "stringify")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9]+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 0, 10, opt), "resolve"),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: /* @__PURE__ */ __name((value) => intIdentify(value) && value >= 0, "identify"),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^0x[0-9a-fA-F]+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 2, 16, opt), "resolve"),
      stringify: /* @__PURE__ */ __name((node) => intStringify(node, 16, "0x"), "stringify")
    };
    exports.int = int;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  "node_modules/yaml/dist/schema/core/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.boolTag,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/json/schema.js
var require_schema2 = __commonJS({
  "node_modules/yaml/dist/schema/json/schema.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var map = require_map();
    var seq = require_seq();
    function intIdentify(value) {
      return typeof value === "bigint" || Number.isInteger(value);
    }
    __name(intIdentify, "intIdentify");
    var stringifyJSON = /* @__PURE__ */ __name(({ value }) => JSON.stringify(value), "stringifyJSON");
    var jsonScalars = [
      {
        identify: /* @__PURE__ */ __name((value) => typeof value === "string", "identify"),
        default: true,
        tag: "tag:yaml.org,2002:str",
        resolve: /* @__PURE__ */ __name((str) => str, "resolve"),
        stringify: stringifyJSON
      },
      {
        identify: /* @__PURE__ */ __name((value) => value == null, "identify"),
        createNode: /* @__PURE__ */ __name(() => new Scalar.Scalar(null), "createNode"),
        default: true,
        tag: "tag:yaml.org,2002:null",
        test: /^null$/,
        resolve: /* @__PURE__ */ __name(() => null, "resolve"),
        stringify: stringifyJSON
      },
      {
        identify: /* @__PURE__ */ __name((value) => typeof value === "boolean", "identify"),
        default: true,
        tag: "tag:yaml.org,2002:bool",
        test: /^true$|^false$/,
        resolve: /* @__PURE__ */ __name((str) => str === "true", "resolve"),
        stringify: stringifyJSON
      },
      {
        identify: intIdentify,
        default: true,
        tag: "tag:yaml.org,2002:int",
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: /* @__PURE__ */ __name((str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10), "resolve"),
        stringify: /* @__PURE__ */ __name(({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value), "stringify")
      },
      {
        identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
        default: true,
        tag: "tag:yaml.org,2002:float",
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: /* @__PURE__ */ __name((str) => parseFloat(str), "resolve"),
        stringify: stringifyJSON
      }
    ];
    var jsonError = {
      default: true,
      tag: "",
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
      }
    };
    var schema = [map.map, seq.seq].concat(jsonScalars, jsonError);
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/binary.js"(exports) {
    "use strict";
    var node_buffer = __require("buffer");
    var Scalar = require_Scalar();
    var stringifyString = require_stringifyString();
    var binary = {
      identify: /* @__PURE__ */ __name((value) => value instanceof Uint8Array, "identify"),
      // Buffer inherits from Uint8Array
      default: false,
      tag: "tag:yaml.org,2002:binary",
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof node_buffer.Buffer === "function") {
          return node_buffer.Buffer.from(src, "base64");
        } else if (typeof atob === "function") {
          const str = atob(src.replace(/[\n\r]/g, ""));
          const buffer = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer[i] = str.charCodeAt(i);
          return buffer;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
          return "";
        const buf = value;
        let str;
        if (typeof node_buffer.Buffer === "function") {
          str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
        } else if (typeof btoa === "function") {
          let s = "";
          for (let i = 0; i < buf.length; ++i)
            s += String.fromCharCode(buf[i]);
          str = btoa(s);
        } else {
          throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
          const n = Math.ceil(str.length / lineWidth);
          const lines = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines[i] = str.substr(o, lineWidth);
          }
          str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
      }
    };
    exports.binary = binary;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/pairs.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLSeq = require_YAMLSeq();
    function resolvePairs(seq, onError) {
      if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
          let item = seq.items[i];
          if (identity.isPair(item))
            continue;
          else if (identity.isMap(item)) {
            if (item.items.length > 1)
              onError("Each pair must have its own sequence indicator");
            const pair2 = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
            if (item.commentBefore)
              pair2.key.commentBefore = pair2.key.commentBefore ? `${item.commentBefore}
${pair2.key.commentBefore}` : item.commentBefore;
            if (item.comment) {
              const cn = pair2.value ?? pair2.key;
              cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
            }
            item = pair2;
          }
          seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
      } else
        onError("Expected a sequence for this tag");
      return seq;
    }
    __name(resolvePairs, "resolvePairs");
    function createPairs(schema, iterable, ctx) {
      const { replacer } = ctx;
      const pairs3 = new YAMLSeq.YAMLSeq(schema);
      pairs3.tag = "tag:yaml.org,2002:pairs";
      let i = 0;
      if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
          if (typeof replacer === "function")
            it = replacer.call(iterable, String(i++), it);
          let key, value;
          if (Array.isArray(it)) {
            if (it.length === 2) {
              key = it[0];
              value = it[1];
            } else
              throw new TypeError(`Expected [key, value] tuple: ${it}`);
          } else if (it && it instanceof Object) {
            const keys = Object.keys(it);
            if (keys.length === 1) {
              key = keys[0];
              value = it[key];
            } else {
              throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
            }
          } else {
            key = it;
          }
          pairs3.items.push(Pair.createPair(key, value, ctx));
        }
      return pairs3;
    }
    __name(createPairs, "createPairs");
    var pairs2 = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
    exports.createPairs = createPairs;
    exports.pairs = pairs2;
    exports.resolvePairs = resolvePairs;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/omap.js"(exports) {
    "use strict";
    var identity = require_identity();
    var toJS = require_toJS();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var pairs2 = require_pairs();
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      static {
        __name(this, "YAMLOMap");
      }
      constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = _YAMLOMap.tag;
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_, ctx) {
        if (!ctx)
          return super.toJSON(_);
        const map = /* @__PURE__ */ new Map();
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const pair2 of this.items) {
          let key, value;
          if (identity.isPair(pair2)) {
            key = toJS.toJS(pair2.key, "", ctx);
            value = toJS.toJS(pair2.value, key, ctx);
          } else {
            key = toJS.toJS(pair2, "", ctx);
          }
          if (map.has(key))
            throw new Error("Ordered maps must not include duplicate keys");
          map.set(key, value);
        }
        return map;
      }
      static from(schema, iterable, ctx) {
        const pairs$1 = pairs2.createPairs(schema, iterable, ctx);
        const omap2 = new this();
        omap2.items = pairs$1.items;
        return omap2;
      }
    };
    YAMLOMap.tag = "tag:yaml.org,2002:omap";
    var omap = {
      collection: "seq",
      identify: /* @__PURE__ */ __name((value) => value instanceof Map, "identify"),
      nodeClass: YAMLOMap,
      default: false,
      tag: "tag:yaml.org,2002:omap",
      resolve(seq, onError) {
        const pairs$1 = pairs2.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
          if (identity.isScalar(key)) {
            if (seenKeys.includes(key.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key.value}`);
            } else {
              seenKeys.push(key.value);
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
      },
      createNode: /* @__PURE__ */ __name((schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx), "createNode")
    };
    exports.YAMLOMap = YAMLOMap;
    exports.omap = omap;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function boolStringify({ value, source }, ctx) {
      const boolObj = value ? trueTag : falseTag;
      if (source && boolObj.test.test(source))
        return source;
      return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
    __name(boolStringify, "boolStringify");
    var trueTag = {
      identify: /* @__PURE__ */ __name((value) => value === true, "identify"),
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: /* @__PURE__ */ __name(() => new Scalar.Scalar(true), "resolve"),
      stringify: boolStringify
    };
    var falseTag = {
      identify: /* @__PURE__ */ __name((value) => value === false, "identify"),
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: /* @__PURE__ */ __name(() => new Scalar.Scalar(false), "resolve"),
      stringify: boolStringify
    };
    exports.falseTag = falseTag;
    exports.trueTag = trueTag;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: /* @__PURE__ */ __name((str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, "resolve"),
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: /* @__PURE__ */ __name((str) => parseFloat(str.replace(/_/g, "")), "resolve"),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node.minFractionDigits = f.length;
        }
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = /* @__PURE__ */ __name((value) => typeof value === "bigint" || Number.isInteger(value), "intIdentify");
    function intResolve(str, offset, radix, { intAsBigInt }) {
      const sign = str[0];
      if (sign === "-" || sign === "+")
        offset += 1;
      str = str.substring(offset).replace(/_/g, "");
      if (intAsBigInt) {
        switch (radix) {
          case 2:
            str = `0b${str}`;
            break;
          case 8:
            str = `0o${str}`;
            break;
          case 16:
            str = `0x${str}`;
            break;
        }
        const n2 = BigInt(str);
        return sign === "-" ? BigInt(-1) * n2 : n2;
      }
      const n = parseInt(str, radix);
      return sign === "-" ? -1 * n : n;
    }
    __name(intResolve, "intResolve");
    function intStringify(node, radix, prefix) {
      const { value } = node;
      if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
      }
      return stringifyNumber.stringifyNumber(node);
    }
    __name(intStringify, "intStringify");
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 2, 2, opt), "resolve"),
      stringify: /* @__PURE__ */ __name((node) => intStringify(node, 2, "0b"), "stringify")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 1, 8, opt), "resolve"),
      stringify: /* @__PURE__ */ __name((node) => intStringify(node, 8, "0"), "stringify")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 0, 10, opt), "resolve"),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 2, 16, opt), "resolve"),
      stringify: /* @__PURE__ */ __name((node) => intStringify(node, 16, "0x"), "stringify")
    };
    exports.int = int;
    exports.intBin = intBin;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/set.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSet = class _YAMLSet extends YAMLMap.YAMLMap {
      static {
        __name(this, "YAMLSet");
      }
      constructor(schema) {
        super(schema);
        this.tag = _YAMLSet.tag;
      }
      add(key) {
        let pair2;
        if (identity.isPair(key))
          pair2 = key;
        else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null)
          pair2 = new Pair.Pair(key.key, null);
        else
          pair2 = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair2.key);
        if (!prev)
          this.items.push(pair2);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key, keepPair) {
        const pair2 = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair2) ? identity.isScalar(pair2.key) ? pair2.key.value : pair2.key : pair2;
      }
      set(key, value) {
        if (typeof value !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
          this.items.splice(this.items.indexOf(prev), 1);
        } else if (!prev && value) {
          this.items.push(new Pair.Pair(key));
        }
      }
      toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        if (this.hasAllNullValues(true))
          return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
          throw new Error("Set items must all have null values");
      }
      static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set2 = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value of iterable) {
            if (typeof replacer === "function")
              value = replacer.call(iterable, value, value);
            set2.items.push(Pair.createPair(value, null, ctx));
          }
        return set2;
      }
    };
    YAMLSet.tag = "tag:yaml.org,2002:set";
    var set = {
      collection: "map",
      identify: /* @__PURE__ */ __name((value) => value instanceof Set, "identify"),
      nodeClass: YAMLSet,
      default: false,
      tag: "tag:yaml.org,2002:set",
      createNode: /* @__PURE__ */ __name((schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx), "createNode"),
      resolve(map, onError) {
        if (identity.isMap(map)) {
          if (map.hasAllNullValues(true))
            return Object.assign(new YAMLSet(), map);
          else
            onError("Set items must all have null values");
        } else
          onError("Expected a mapping for this tag");
        return map;
      }
    };
    exports.YAMLSet = YAMLSet;
    exports.set = set;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/timestamp.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    function parseSexagesimal(str, asBigInt) {
      const sign = str[0];
      const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
      const num = /* @__PURE__ */ __name((n) => asBigInt ? BigInt(n) : Number(n), "num");
      const res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
      return sign === "-" ? num(-1) * res : res;
    }
    __name(parseSexagesimal, "parseSexagesimal");
    function stringifySexagesimal(node) {
      let { value } = node;
      let num = /* @__PURE__ */ __name((n) => n, "num");
      if (typeof value === "bigint")
        num = /* @__PURE__ */ __name((n) => BigInt(n), "num");
      else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
      let sign = "";
      if (value < 0) {
        sign = "-";
        value *= num(-1);
      }
      const _60 = num(60);
      const parts = [value % _60];
      if (value < 60) {
        parts.unshift(0);
      } else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60);
        if (value >= 60) {
          value = (value - parts[0]) / _60;
          parts.unshift(value);
        }
      }
      return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
    }
    __name(stringifySexagesimal, "stringifySexagesimal");
    var intTime = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "bigint" || Number.isInteger(value), "identify"),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt), "resolve"),
      stringify: stringifySexagesimal
    };
    var floatTime = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: /* @__PURE__ */ __name((str) => parseSexagesimal(str, false), "resolve"),
      stringify: stringifySexagesimal
    };
    var timestamp = {
      identify: /* @__PURE__ */ __name((value) => value instanceof Date, "identify"),
      default: true,
      tag: "tag:yaml.org,2002:timestamp",
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
      resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date -= 6e4 * d;
        }
        return new Date(date);
      },
      stringify: /* @__PURE__ */ __name(({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? "", "stringify")
    };
    exports.floatTime = floatTime;
    exports.intTime = intTime;
    exports.timestamp = timestamp;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema3 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var binary = require_binary();
    var bool = require_bool2();
    var float = require_float2();
    var int = require_int2();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs2 = require_pairs();
    var set = require_set();
    var timestamp = require_timestamp();
    var schema = [
      map.map,
      seq.seq,
      string.string,
      _null.nullTag,
      bool.trueTag,
      bool.falseTag,
      int.intBin,
      int.intOct,
      int.int,
      int.intHex,
      float.floatNaN,
      float.floatExp,
      float.float,
      binary.binary,
      merge2.merge,
      omap.omap,
      pairs2.pairs,
      set.set,
      timestamp.intTime,
      timestamp.floatTime,
      timestamp.timestamp
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/tags.js
var require_tags = __commonJS({
  "node_modules/yaml/dist/schema/tags.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string = require_string();
    var bool = require_bool();
    var float = require_float();
    var int = require_int();
    var schema = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs2 = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema.schema],
      ["failsafe", [map.map, seq.seq, string.string]],
      ["json", schema$1.schema],
      ["yaml11", schema$2.schema],
      ["yaml-1.1", schema$2.schema]
    ]);
    var tagsByName = {
      binary: binary.binary,
      bool: bool.boolTag,
      float: float.float,
      floatExp: float.floatExp,
      floatNaN: float.floatNaN,
      floatTime: timestamp.floatTime,
      int: int.int,
      intHex: int.intHex,
      intOct: int.intOct,
      intTime: timestamp.intTime,
      map: map.map,
      merge: merge2.merge,
      null: _null.nullTag,
      omap: omap.omap,
      pairs: pairs2.pairs,
      seq: seq.seq,
      set: set.set,
      timestamp: timestamp.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge2.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs2.pairs,
      "tag:yaml.org,2002:set": set.set,
      "tag:yaml.org,2002:timestamp": timestamp.timestamp
    };
    function getTags(customTags, schemaName, addMergeTag) {
      const schemaTags = schemas.get(schemaName);
      if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge2.merge) ? schemaTags.concat(merge2.merge) : schemaTags.slice();
      }
      let tags = schemaTags;
      if (!tags) {
        if (Array.isArray(customTags))
          tags = [];
        else {
          const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
      }
      if (Array.isArray(customTags)) {
        for (const tag of customTags)
          tags = tags.concat(tag);
      } else if (typeof customTags === "function") {
        tags = customTags(tags.slice());
      }
      if (addMergeTag)
        tags = tags.concat(merge2.merge);
      return tags.reduce((tags2, tag) => {
        const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
        if (!tagObj) {
          const tagName = JSON.stringify(tag);
          const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
          throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags2.includes(tagObj))
          tags2.push(tagObj);
        return tags2;
      }, []);
    }
    __name(getTags, "getTags");
    exports.coreKnownTags = coreKnownTags;
    exports.getTags = getTags;
  }
});

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = __commonJS({
  "node_modules/yaml/dist/schema/Schema.js"(exports) {
    "use strict";
    var identity = require_identity();
    var map = require_map();
    var seq = require_seq();
    var string = require_string();
    var tags = require_tags();
    var sortMapEntriesByKey = /* @__PURE__ */ __name((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0, "sortMapEntriesByKey");
    var Schema = class _Schema {
      static {
        __name(this, "Schema");
      }
      constructor({ compat, customTags, merge: merge2, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
        this.name = typeof schema === "string" && schema || "core";
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge2);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
      }
      clone() {
        const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
      }
    };
    exports.Schema = Schema;
  }
});

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyDocument.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify2 = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyDocument(doc, options) {
      const lines = [];
      let hasDirectives = options.directives === true;
      if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines.push("---");
      const ctx = stringify2.createStringifyContext(doc, options);
      const { commentString } = ctx.options;
      if (doc.commentBefore) {
        if (lines.length !== 1)
          lines.unshift("");
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ""));
      }
      let chompKeep = false;
      let contentComment = null;
      if (doc.contents) {
        if (identity.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives)
            lines.push("");
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore);
            lines.push(stringifyComment.indentComment(cs, ""));
          }
          ctx.forceBlockIndent = !!doc.comment;
          contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
        let body = stringify2.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
        if (contentComment)
          body += stringifyComment.lineComment(body, "", commentString(contentComment));
        if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") {
          lines[lines.length - 1] = `--- ${body}`;
        } else
          lines.push(body);
      } else {
        lines.push(stringify2.stringify(doc.contents, ctx));
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment);
          if (cs.includes("\n")) {
            lines.push("...");
            lines.push(stringifyComment.indentComment(cs, ""));
          } else {
            lines.push(`... ${cs}`);
          }
        } else {
          lines.push("...");
        }
      } else {
        let dc = doc.comment;
        if (dc && chompKeep)
          dc = dc.replace(/^\n+/, "");
        if (dc) {
          if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "")
            lines.push("");
          lines.push(stringifyComment.indentComment(commentString(dc), ""));
        }
      }
      return lines.join("\n") + "\n";
    }
    __name(stringifyDocument, "stringifyDocument");
    exports.stringifyDocument = stringifyDocument;
  }
});

// node_modules/yaml/dist/doc/Document.js
var require_Document = __commonJS({
  "node_modules/yaml/dist/doc/Document.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var toJS = require_toJS();
    var Schema = require_Schema();
    var stringifyDocument = require_stringifyDocument();
    var anchors = require_anchors();
    var applyReviver = require_applyReviver();
    var createNode = require_createNode();
    var directives = require_directives();
    var Document = class _Document {
      static {
        __name(this, "Document");
      }
      constructor(value, replacer, options) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const opt = Object.assign({
          intAsBigInt: false,
          keepSourceTokens: false,
          logLevel: "warn",
          prettyErrors: true,
          strict: true,
          stringKeys: false,
          uniqueKeys: true,
          version: "1.2"
        }, options);
        this.options = opt;
        let { version: version2 } = opt;
        if (options?._directives) {
          this.directives = options._directives.atDocument();
          if (this.directives.yaml.explicit)
            version2 = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version: version2 });
        this.setSchema(version2, options);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy = Object.create(_Document.prototype, {
          [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
          copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** Adds a value to the document. */
      add(value) {
        if (assertCollection(this.contents))
          this.contents.add(value);
      }
      /** Adds a value to the document. */
      addIn(path12, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path12, value);
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node, name) {
        if (!node.anchor) {
          const prev = anchors.anchorNames(this);
          node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
        }
        return new Alias.Alias(node.anchor);
      }
      createNode(value, replacer, options) {
        let _replacer = void 0;
        if (typeof replacer === "function") {
          value = replacer.call({ "": value }, "", value);
          _replacer = replacer;
        } else if (Array.isArray(replacer)) {
          const keyToStr = /* @__PURE__ */ __name((v) => typeof v === "number" || v instanceof String || v instanceof Number, "keyToStr");
          const asStr = replacer.filter(keyToStr).map(String);
          if (asStr.length > 0)
            replacer = replacer.concat(asStr);
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || "a"
        );
        const ctx = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
          node.flow = true;
        setAnchors();
        return node;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path12) {
        if (Collection.isEmptyPath(path12)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path12) : false;
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key, keepScalar) {
        return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path12, keepScalar) {
        if (Collection.isEmptyPath(path12))
          return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity.isCollection(this.contents) ? this.contents.getIn(path12, keepScalar) : void 0;
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path12) {
        if (Collection.isEmptyPath(path12))
          return this.contents !== void 0;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path12) : false;
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key, value) {
        if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, [key], value);
        } else if (assertCollection(this.contents)) {
          this.contents.set(key, value);
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path12, value) {
        if (Collection.isEmptyPath(path12)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path12), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path12, value);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version2, options = {}) {
        if (typeof version2 === "number")
          version2 = String(version2);
        let opt;
        switch (version2) {
          case "1.1":
            if (this.directives)
              this.directives.yaml.version = "1.1";
            else
              this.directives = new directives.Directives({ version: "1.1" });
            opt = { resolveKnownTags: false, schema: "yaml-1.1" };
            break;
          case "1.2":
          case "next":
            if (this.directives)
              this.directives.yaml.version = version2;
            else
              this.directives = new directives.Directives({ version: version2 });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version2);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options.schema instanceof Object)
          this.schema = options.schema;
        else if (opt)
          this.schema = new Schema.Schema(Object.assign(opt, options));
        else
          throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count2, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count2);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
      }
      /** A YAML representation of the document. */
      toString(options = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
          const s = JSON.stringify(options.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
      }
    };
    function assertCollection(contents) {
      if (identity.isCollection(contents))
        return true;
      throw new Error("Expected a YAML collection as document contents");
    }
    __name(assertCollection, "assertCollection");
    exports.Document = Document;
  }
});

// node_modules/yaml/dist/errors.js
var require_errors = __commonJS({
  "node_modules/yaml/dist/errors.js"(exports) {
    "use strict";
    var YAMLError = class extends Error {
      static {
        __name(this, "YAMLError");
      }
      constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      static {
        __name(this, "YAMLParseError");
      }
      constructor(pos, code, message) {
        super("YAMLParseError", pos, code, message);
      }
    };
    var YAMLWarning = class extends YAMLError {
      static {
        __name(this, "YAMLWarning");
      }
      constructor(pos, code, message) {
        super("YAMLWarning", pos, code, message);
      }
    };
    var prettifyError = /* @__PURE__ */ __name((src, lc) => (error) => {
      if (error.pos[0] === -1)
        return;
      error.linePos = error.pos.map((pos) => lc.linePos(pos));
      const { line, col } = error.linePos[0];
      error.message += ` at line ${line}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "\u2026" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "\u2026";
      if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "\u2026\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count2 = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
          count2 = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count2);
        error.message += `:

${lineStr}
${pointer}
`;
      }
    }, "prettifyError");
    exports.YAMLError = YAMLError;
    exports.YAMLParseError = YAMLParseError;
    exports.YAMLWarning = YAMLWarning;
    exports.prettifyError = prettifyError;
  }
});

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = __commonJS({
  "node_modules/yaml/dist/compose/resolve-props.js"(exports) {
    "use strict";
    function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
      let spaceBefore = false;
      let atNewline = startOnNewline;
      let hasSpace = startOnNewline;
      let comment = "";
      let commentSep = "";
      let hasNewline = false;
      let reqSpace = false;
      let tab = null;
      let anchor = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma = null;
      let found = null;
      let start = null;
      for (const token of tokens) {
        if (reqSpace) {
          if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
            onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
          reqSpace = false;
        }
        if (tab) {
          if (atNewline && token.type !== "comment" && token.type !== "newline") {
            onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
          }
          tab = null;
        }
        switch (token.type) {
          case "space":
            if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
              tab = token;
            }
            hasSpace = true;
            break;
          case "comment": {
            if (!hasSpace)
              onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
            const cb = token.source.substring(1) || " ";
            if (!comment)
              comment = cb;
            else
              comment += commentSep + cb;
            commentSep = "";
            atNewline = false;
            break;
          }
          case "newline":
            if (atNewline) {
              if (comment)
                comment += token.source;
              else if (!found || indicator !== "seq-item-ind")
                spaceBefore = true;
            } else
              commentSep += token.source;
            atNewline = true;
            hasNewline = true;
            if (anchor || tag)
              newlineAfterProp = token;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor)
              onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token.source.endsWith(":"))
              onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token;
            start ?? (start = token.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          }
          case indicator:
            if (anchor || tag)
              onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
            if (found)
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
            found = token;
            atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
            hasSpace = false;
            break;
          case "comma":
            if (flow) {
              if (comma)
                onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
              comma = token;
              atNewline = false;
              hasSpace = false;
              break;
            }
          // else fallthrough
          default:
            onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
            atNewline = false;
            hasSpace = false;
        }
      }
      const last = tokens[tokens.length - 1];
      const end = last ? last.offset + last.source.length : offset;
      if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
        onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      }
      if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
      };
    }
    __name(resolveProps, "resolveProps");
    exports.resolveProps = resolveProps;
  }
});

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = __commonJS({
  "node_modules/yaml/dist/compose/util-contains-newline.js"(exports) {
    "use strict";
    function containsNewline(key) {
      if (!key)
        return null;
      switch (key.type) {
        case "alias":
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          if (key.source.includes("\n"))
            return true;
          if (key.end) {
            for (const st of key.end)
              if (st.type === "newline")
                return true;
          }
          return false;
        case "flow-collection":
          for (const it of key.items) {
            for (const st of it.start)
              if (st.type === "newline")
                return true;
            if (it.sep) {
              for (const st of it.sep)
                if (st.type === "newline")
                  return true;
            }
            if (containsNewline(it.key) || containsNewline(it.value))
              return true;
          }
          return false;
        default:
          return true;
      }
    }
    __name(containsNewline, "containsNewline");
    exports.containsNewline = containsNewline;
  }
});

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = __commonJS({
  "node_modules/yaml/dist/compose/util-flow-indent-check.js"(exports) {
    "use strict";
    var utilContainsNewline = require_util_contains_newline();
    function flowIndentCheck(indent, fc, onError) {
      if (fc?.type === "flow-collection") {
        const end = fc.end[0];
        if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) {
          const msg = "Flow end indicator should be more indented than parent";
          onError(end, "BAD_INDENT", msg, true);
        }
      }
    }
    __name(flowIndentCheck, "flowIndentCheck");
    exports.flowIndentCheck = flowIndentCheck;
  }
});

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = __commonJS({
  "node_modules/yaml/dist/compose/util-map-includes.js"(exports) {
    "use strict";
    var identity = require_identity();
    function mapIncludes(ctx, items, search) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
      return items.some((pair2) => isEqual(pair2.key, search));
    }
    __name(mapIncludes, "mapIncludes");
    exports.mapIncludes = mapIncludes;
  }
});

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-map.js"(exports) {
    "use strict";
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    var utilMapIncludes = require_util_map_includes();
    var startColMsg = "All mapping items must start at the same column";
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
      const map = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      let offset = bm.offset;
      let commentEnd = null;
      for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        const keyProps = resolveProps.resolveProps(start, {
          indicator: "explicit-key-ind",
          next: key ?? sep?.[0],
          offset,
          onError,
          parentIndent: bm.indent,
          startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
          if (key) {
            if (key.type === "block-seq")
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
            else if ("indent" in key && key.indent !== bm.indent)
              onError(offset, "BAD_INDENT", startColMsg);
          }
          if (!keyProps.anchor && !keyProps.tag && !sep) {
            commentEnd = keyProps.end;
            if (keyProps.comment) {
              if (map.comment)
                map.comment += "\n" + keyProps.comment;
              else
                map.comment = keyProps.comment;
            }
            continue;
          }
          if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
            onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        const valueProps = resolveProps.resolveProps(sep ?? [], {
          indicator: "map-value-ind",
          next: value,
          offset: keyNode.range[2],
          onError,
          parentIndent: bm.indent,
          startOnNewline: !key || key.type === "block-scalar"
        });
        offset = valueProps.end;
        if (valueProps.found) {
          if (implicitKey) {
            if (value?.type === "block-map" && !valueProps.hasNewline)
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
            if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
              onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
          if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
          offset = valueNode.range[2];
          const pair2 = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair2.srcToken = collItem;
          map.items.push(pair2);
        } else {
          if (implicitKey)
            onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
          if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair2 = new Pair.Pair(keyNode);
          if (ctx.options.keepSourceTokens)
            pair2.srcToken = collItem;
          map.items.push(pair2);
        }
      }
      if (commentEnd && commentEnd < offset)
        onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
      map.range = [bm.offset, offset, commentEnd ?? offset];
      return map;
    }
    __name(resolveBlockMap, "resolveBlockMap");
    exports.resolveBlockMap = resolveBlockMap;
  }
});

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-seq.js"(exports) {
    "use strict";
    var YAMLSeq = require_YAMLSeq();
    var resolveProps = require_resolve_props();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
      const seq = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = bs.offset;
      let commentEnd = null;
      for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
          indicator: "seq-item-ind",
          next: value,
          offset,
          onError,
          parentIndent: bs.indent,
          startOnNewline: true
        });
        if (!props.found) {
          if (props.anchor || props.tag || value) {
            if (value?.type === "block-seq")
              onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
            else
              onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
          } else {
            commentEnd = props.end;
            if (props.comment)
              seq.comment = props.comment;
            continue;
          }
        }
        const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
      }
      seq.range = [bs.offset, offset, commentEnd ?? offset];
      return seq;
    }
    __name(resolveBlockSeq, "resolveBlockSeq");
    exports.resolveBlockSeq = resolveBlockSeq;
  }
});

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = __commonJS({
  "node_modules/yaml/dist/compose/resolve-end.js"(exports) {
    "use strict";
    function resolveEnd(end, offset, reqSpace, onError) {
      let comment = "";
      if (end) {
        let hasSpace = false;
        let sep = "";
        for (const token of end) {
          const { source, type } = token;
          switch (type) {
            case "space":
              hasSpace = true;
              break;
            case "comment": {
              if (reqSpace && !hasSpace)
                onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
              const cb = source.substring(1) || " ";
              if (!comment)
                comment = cb;
              else
                comment += sep + cb;
              sep = "";
              break;
            }
            case "newline":
              if (comment)
                sep += source;
              hasSpace = true;
              break;
            default:
              onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
          }
          offset += source.length;
        }
      }
      return { comment, offset };
    }
    __name(resolveEnd, "resolveEnd");
    exports.resolveEnd = resolveEnd;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilMapIncludes = require_util_map_includes();
    var blockMsg = "Block collections are not allowed within flow collections";
    var isBlock = /* @__PURE__ */ __name((token) => token && (token.type === "block-map" || token.type === "block-seq"), "isBlock");
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
      const isMap3 = fc.start.source === "{";
      const fcName = isMap3 ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap3 ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
      const coll = new NodeClass(ctx.schema);
      coll.flow = true;
      const atRoot = ctx.atRoot;
      if (atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = fc.offset + fc.start.source.length;
      for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
          flow: fcName,
          indicator: "explicit-key-ind",
          next: key ?? sep?.[0],
          offset,
          onError,
          parentIndent: fc.indent,
          startOnNewline: false
        });
        if (!props.found) {
          if (!props.anchor && !props.tag && !sep && !value) {
            if (i === 0 && props.comma)
              onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
            else if (i < fc.items.length - 1)
              onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
            if (props.comment) {
              if (coll.comment)
                coll.comment += "\n" + props.comment;
              else
                coll.comment = props.comment;
            }
            offset = props.end;
            continue;
          }
          if (!isMap3 && ctx.options.strict && utilContainsNewline.containsNewline(key))
            onError(
              key,
              // checked by containsNewline()
              "MULTILINE_IMPLICIT_KEY",
              "Implicit keys of flow sequence pairs need to be on a single line"
            );
        }
        if (i === 0) {
          if (props.comma)
            onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        } else {
          if (!props.comma)
            onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
          if (props.comment) {
            let prevItemComment = "";
            loop: for (const st of start) {
              switch (st.type) {
                case "comma":
                case "space":
                  break;
                case "comment":
                  prevItemComment = st.source.substring(1);
                  break loop;
                default:
                  break loop;
              }
            }
            if (prevItemComment) {
              let prev = coll.items[coll.items.length - 1];
              if (identity.isPair(prev))
                prev = prev.value ?? prev.key;
              if (prev.comment)
                prev.comment += "\n" + prevItemComment;
              else
                prev.comment = prevItemComment;
              props.comment = props.comment.substring(prevItemComment.length + 1);
            }
          }
        }
        if (!isMap3 && !sep && !props.found) {
          const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
          coll.items.push(valueNode);
          offset = valueNode.range[2];
          if (isBlock(value))
            onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
        } else {
          ctx.atKey = true;
          const keyStart = props.end;
          const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
          if (isBlock(key))
            onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
          ctx.atKey = false;
          const valueProps = resolveProps.resolveProps(sep ?? [], {
            flow: fcName,
            indicator: "map-value-ind",
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
          });
          if (valueProps.found) {
            if (!isMap3 && !props.found && ctx.options.strict) {
              if (sep)
                for (const st of sep) {
                  if (st === valueProps.found)
                    break;
                  if (st.type === "newline") {
                    onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                    break;
                  }
                }
              if (props.start < valueProps.found.offset - 1024)
                onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
            }
          } else if (value) {
            if ("source" in value && value.source?.[0] === ":")
              onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
            else
              onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
          if (valueNode) {
            if (isBlock(value))
              onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
          } else if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair2 = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair2.srcToken = collItem;
          if (isMap3) {
            const map = coll;
            if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map.items.push(pair2);
          } else {
            const map = new YAMLMap.YAMLMap(ctx.schema);
            map.flow = true;
            map.items.push(pair2);
            const endRange = (valueNode ?? keyNode).range;
            map.range = [keyNode.range[0], endRange[1], endRange[2]];
            coll.items.push(map);
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
      }
      const expectedEnd = isMap3 ? "}" : "]";
      const [ce, ...ee] = fc.end;
      let cePos = offset;
      if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
      else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
        if (ce && ce.source.length !== 1)
          ee.unshift(ce);
      }
      if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
          if (coll.comment)
            coll.comment += "\n" + end.comment;
          else
            coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
      } else {
        coll.range = [fc.offset, cePos, cePos];
      }
      return coll;
    }
    __name(resolveFlowCollection, "resolveFlowCollection");
    exports.resolveFlowCollection = resolveFlowCollection;
  }
});

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = __commonJS({
  "node_modules/yaml/dist/compose/compose-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveBlockMap = require_resolve_block_map();
    var resolveBlockSeq = require_resolve_block_seq();
    var resolveFlowCollection = require_resolve_flow_collection();
    function resolveCollection(CN, ctx, token, onError, tagName, tag) {
      const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
      const Coll = coll.constructor;
      if (tagName === "!" || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
      }
      if (tagName)
        coll.tag = tagName;
      return coll;
    }
    __name(resolveCollection, "resolveCollection");
    function composeCollection(CN, ctx, token, props, onError) {
      const tagToken = props.tag;
      const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
      if (token.type === "block-seq") {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
          const message = "Missing newline after block sequence props";
          onError(lastProp, "MISSING_CHAR", message);
        }
      }
      const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
      if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") {
        return resolveCollection(CN, ctx, token, onError, tagName);
      }
      let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
      if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
          ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
          tag = kt;
        } else {
          if (kt) {
            onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
          } else {
            onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
          }
          return resolveCollection(CN, ctx, token, onError, tagName);
        }
      }
      const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
      const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
      const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
      node.range = coll.range;
      node.tag = tagName;
      if (tag?.format)
        node.format = tag.format;
      return node;
    }
    __name(composeCollection, "composeCollection");
    exports.composeCollection = composeCollection;
  }
});

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function resolveBlockScalar(ctx, scalar, onError) {
      const start = scalar.offset;
      const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
      if (!header)
        return { value: "", type: null, comment: "", range: [start, start, start] };
      const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines = scalar.source ? splitLines(scalar.source) : [];
      let chompStart = lines.length;
      for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === "" || content === "\r")
          chompStart = i;
        else
          break;
      }
      if (chompStart === 0) {
        const value2 = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
        let end2 = start + header.length;
        if (scalar.source)
          end2 += scalar.source.length;
        return { value: value2, type, comment: header.comment, range: [start, end2, end2] };
      }
      let trimIndent = scalar.indent + header.indent;
      let offset = scalar.offset + header.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === "" || content === "\r") {
          if (header.indent === 0 && indent.length > trimIndent)
            trimIndent = indent.length;
        } else {
          if (indent.length < trimIndent) {
            const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent.length, "MISSING_CHAR", message);
          }
          if (header.indent === 0)
            trimIndent = indent.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx.atRoot) {
            const message = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message);
          }
          break;
        }
        offset += indent.length + content.length + 1;
      }
      for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
          chompStart = i + 1;
      }
      let value = "";
      let sep = "";
      let prevMoreIndented = false;
      for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + "\n";
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === "\r";
        if (crlf)
          content = content.slice(0, -1);
        if (content && indent.length < trimIndent) {
          const src = header.indent ? "explicit indentation indicator" : "first line";
          const message = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
          indent = "";
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value += sep + indent.slice(trimIndent) + content;
          sep = "\n";
        } else if (indent.length > trimIndent || content[0] === "	") {
          if (sep === " ")
            sep = "\n";
          else if (!prevMoreIndented && sep === "\n")
            sep = "\n\n";
          value += sep + indent.slice(trimIndent) + content;
          sep = "\n";
          prevMoreIndented = true;
        } else if (content === "") {
          if (sep === "\n")
            value += "\n";
          else
            sep = "\n";
        } else {
          value += sep + content;
          sep = " ";
          prevMoreIndented = false;
        }
      }
      switch (header.chomp) {
        case "-":
          break;
        case "+":
          for (let i = chompStart; i < lines.length; ++i)
            value += "\n" + lines[i][0].slice(trimIndent);
          if (value[value.length - 1] !== "\n")
            value += "\n";
          break;
        default:
          value += "\n";
      }
      const end = start + header.length + scalar.source.length;
      return { value, type, comment: header.comment, range: [start, end, end] };
    }
    __name(resolveBlockScalar, "resolveBlockScalar");
    function parseBlockScalarHeader({ offset, props }, strict, onError) {
      if (props[0].type !== "block-scalar-header") {
        onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
        return null;
      }
      const { source } = props[0];
      const mode = source[0];
      let indent = 0;
      let chomp = "";
      let error = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent && n)
            indent = n;
          else if (error === -1)
            error = offset + i;
        }
      }
      if (error !== -1)
        onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
      let hasSpace = false;
      let comment = "";
      let length = source.length;
      for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
          case "space":
            hasSpace = true;
          // fallthrough
          case "newline":
            length += token.source.length;
            break;
          case "comment":
            if (strict && !hasSpace) {
              const message = "Comments must be separated from other tokens by white space characters";
              onError(token, "MISSING_CHAR", message);
            }
            length += token.source.length;
            comment = token.source.substring(1);
            break;
          case "error":
            onError(token, "UNEXPECTED_TOKEN", token.message);
            length += token.source.length;
            break;
          /* istanbul ignore next should not happen */
          default: {
            const message = `Unexpected token in block scalar header: ${token.type}`;
            onError(token, "UNEXPECTED_TOKEN", message);
            const ts = token.source;
            if (ts && typeof ts === "string")
              length += ts.length;
          }
        }
      }
      return { mode, indent, chomp, comment, length };
    }
    __name(parseBlockScalarHeader, "parseBlockScalarHeader");
    function splitLines(source) {
      const split = source.split(/\n( *)/);
      const first = split[0];
      const m = first.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
      const lines = [line0];
      for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
      return lines;
    }
    __name(splitLines, "splitLines");
    exports.resolveBlockScalar = resolveBlockScalar;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var resolveEnd = require_resolve_end();
    function resolveFlowScalar(scalar, strict, onError) {
      const { offset, type, source, end } = scalar;
      let _type;
      let value;
      const _onError = /* @__PURE__ */ __name((rel, code, msg) => onError(offset + rel, code, msg), "_onError");
      switch (type) {
        case "scalar":
          _type = Scalar.Scalar.PLAIN;
          value = plainValue(source, _onError);
          break;
        case "single-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_SINGLE;
          value = singleQuotedValue(source, _onError);
          break;
        case "double-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_DOUBLE;
          value = doubleQuotedValue(source, _onError);
          break;
        /* istanbul ignore next should not happen */
        default:
          onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
          return {
            value: "",
            type: null,
            comment: "",
            range: [offset, offset + source.length, offset + source.length]
          };
      }
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
      return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
      };
    }
    __name(resolveFlowScalar, "resolveFlowScalar");
    function plainValue(source, onError) {
      let badChar = "";
      switch (source[0]) {
        /* istanbul ignore next should not happen */
        case "	":
          badChar = "a tab character";
          break;
        case ",":
          badChar = "flow indicator character ,";
          break;
        case "%":
          badChar = "directive indicator character %";
          break;
        case "|":
        case ">": {
          badChar = `block scalar indicator ${source[0]}`;
          break;
        }
        case "@":
        case "`": {
          badChar = `reserved character ${source[0]}`;
          break;
        }
      }
      if (badChar)
        onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
      return unfoldLines(source);
    }
    __name(plainValue, "plainValue");
    function singleQuotedValue(source, onError) {
      if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
      return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
    }
    __name(singleQuotedValue, "singleQuotedValue");
    function unfoldLines(source) {
      const line = /(.*?)\r?\n/sy;
      let match = line.exec(source);
      if (!match)
        return source;
      let trimEnd, trimBoth;
      try {
        trimEnd = new RegExp("(?<![ 	])[ 	]+$");
        trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
      } catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
      }
      let res = match[1].replace(trimEnd, "");
      let sep = " ";
      let pos = line.lastIndex;
      while (match = line.exec(source)) {
        const lm = match[1].replace(trimBoth, "");
        if (lm === "") {
          if (sep === "\n")
            res += sep;
          else
            sep = "\n";
        } else {
          res += sep + lm;
          sep = " ";
        }
        pos = line.lastIndex;
      }
      const last = /[ \t]*(.*)/sy;
      last.lastIndex = pos;
      match = last.exec(source);
      return res + sep + (match?.[1] ?? "");
    }
    __name(unfoldLines, "unfoldLines");
    function doubleQuotedValue(source, onError) {
      let res = "";
      for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === "\r" && source[i + 1] === "\n")
          continue;
        if (ch === "\n") {
          const { fold, offset } = foldNewline(source, i);
          res += fold;
          i = offset;
        } else if (ch === "\\") {
          let next = source[++i];
          const cc = escapeCodes[next];
          if (cc)
            res += cc;
          else if (next === "\n") {
            next = source[i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "\r" && source[i + 1] === "\n") {
            next = source[++i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "x" || next === "u" || next === "U") {
            const length = next === "x" ? 2 : next === "u" ? 4 : 8;
            res += parseCharCode(source, i + 1, length, onError);
            i += length;
          } else {
            const raw = source.substr(i - 1, 2);
            onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
            res += raw;
          }
        } else if (ch === " " || ch === "	") {
          const wsStart = i;
          let next = source[i + 1];
          while (next === " " || next === "	")
            next = source[++i + 1];
          if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
            res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        } else {
          res += ch;
        }
      }
      if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
      return res;
    }
    __name(doubleQuotedValue, "doubleQuotedValue");
    function foldNewline(source, offset) {
      let fold = "";
      let ch = source[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold += "\n";
        offset += 1;
        ch = source[offset + 1];
      }
      if (!fold)
        fold = " ";
      return { fold, offset };
    }
    __name(foldNewline, "foldNewline");
    var escapeCodes = {
      "0": "\0",
      // null character
      a: "\x07",
      // bell character
      b: "\b",
      // backspace
      e: "\x1B",
      // escape character
      f: "\f",
      // form feed
      n: "\n",
      // line feed
      r: "\r",
      // carriage return
      t: "	",
      // horizontal tab
      v: "\v",
      // vertical tab
      N: "\x85",
      // Unicode next line
      _: "\xA0",
      // Unicode non-breaking space
      L: "\u2028",
      // Unicode line separator
      P: "\u2029",
      // Unicode paragraph separator
      " ": " ",
      '"': '"',
      "/": "/",
      "\\": "\\",
      "	": "	"
    };
    function parseCharCode(source, offset, length, onError) {
      const cc = source.substr(offset, length);
      const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
      const code = ok ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code);
      } catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        return raw;
      }
    }
    __name(parseCharCode, "parseCharCode");
    exports.resolveFlowScalar = resolveFlowScalar;
  }
});

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = __commonJS({
  "node_modules/yaml/dist/compose/compose-scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    function composeScalar(ctx, token, tagToken, onError) {
      const { value, type, comment, range: range3 } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
      const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
      let tag;
      if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
      } else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
      else if (token.type === "scalar")
        tag = findScalarTagByTest(ctx, value, token, onError);
      else
        tag = ctx.schema[identity.SCALAR];
      let scalar;
      try {
        const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
      } catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
        scalar = new Scalar.Scalar(value);
      }
      scalar.range = range3;
      scalar.source = value;
      if (type)
        scalar.type = type;
      if (tagName)
        scalar.tag = tagName;
      if (tag.format)
        scalar.format = tag.format;
      if (comment)
        scalar.comment = comment;
      return scalar;
    }
    __name(composeScalar, "composeScalar");
    function findScalarTagByName(schema, value, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema[identity.SCALAR];
      const matchWithTest = [];
      for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
          if (tag.default && tag.test)
            matchWithTest.push(tag);
          else
            return tag;
        }
      }
      for (const tag of matchWithTest)
        if (tag.test?.test(value))
          return tag;
      const kt = schema.knownTags[tagName];
      if (kt && !kt.collection) {
        schema.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema[identity.SCALAR];
    }
    __name(findScalarTagByName, "findScalarTagByName");
    function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
      const tag = schema.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema[identity.SCALAR];
      if (schema.compat) {
        const compat = schema.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
          const ts = directives.tagString(tag.tag);
          const cs = directives.tagString(compat.tag);
          const msg = `Value may be parsed as either ${ts} or ${cs}`;
          onError(token, "TAG_RESOLVE_FAILED", msg, true);
        }
      }
      return tag;
    }
    __name(findScalarTagByTest, "findScalarTagByTest");
    exports.composeScalar = composeScalar;
  }
});

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = __commonJS({
  "node_modules/yaml/dist/compose/util-empty-scalar-position.js"(exports) {
    "use strict";
    function emptyScalarPosition(offset, before, pos) {
      if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
          let st = before[i];
          switch (st.type) {
            case "space":
            case "comment":
            case "newline":
              offset -= st.source.length;
              continue;
          }
          st = before[++i];
          while (st?.type === "space") {
            offset += st.source.length;
            st = before[++i];
          }
          break;
        }
      }
      return offset;
    }
    __name(emptyScalarPosition, "emptyScalarPosition");
    exports.emptyScalarPosition = emptyScalarPosition;
  }
});

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = __commonJS({
  "node_modules/yaml/dist/compose/compose-node.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var composeCollection = require_compose_collection();
    var composeScalar = require_compose_scalar();
    var resolveEnd = require_resolve_end();
    var utilEmptyScalarPosition = require_util_empty_scalar_position();
    var CN = { composeNode, composeEmptyNode };
    function composeNode(ctx, token, props, onError) {
      const atKey = ctx.atKey;
      const { spaceBefore, comment, anchor, tag } = props;
      let node;
      let isSrcToken = true;
      switch (token.type) {
        case "alias":
          node = composeAlias(ctx, token, onError);
          if (anchor || tag)
            onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node = composeScalar.composeScalar(ctx, token, tag, onError);
          if (anchor)
            node.anchor = anchor.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node = composeCollection.composeCollection(CN, ctx, token, props, onError);
            if (anchor)
              node.anchor = anchor.source.substring(1);
          } catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            onError(token, "RESOURCE_EXHAUSTION", message);
          }
          break;
        default: {
          const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message);
          isSrcToken = false;
        }
      }
      node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
      if (anchor && node.anchor === "")
        onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        if (token.type === "scalar" && token.source === "")
          node.comment = comment;
        else
          node.commentBefore = comment;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
      return node;
    }
    __name(composeNode, "composeNode");
    function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ""
      };
      const node = composeScalar.composeScalar(ctx, token, tag, onError);
      if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === "")
          onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        node.comment = comment;
        node.range[2] = end;
      }
      return node;
    }
    __name(composeEmptyNode, "composeEmptyNode");
    function composeAlias({ options }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
      alias.range = [offset, valueEnd, re.offset];
      if (re.comment)
        alias.comment = re.comment;
      return alias;
    }
    __name(composeAlias, "composeAlias");
    exports.composeEmptyNode = composeEmptyNode;
    exports.composeNode = composeNode;
  }
});

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = __commonJS({
  "node_modules/yaml/dist/compose/compose-doc.js"(exports) {
    "use strict";
    var Document = require_Document();
    var composeNode = require_compose_node();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    function composeDoc(options, directives, { offset, start, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options);
      const doc = new Document.Document(void 0, opts);
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start, {
        indicator: "doc-start",
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
      });
      if (props.found) {
        doc.directives.docStart = true;
        if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
          onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
      }
      doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
      const contentEnd = doc.contents.range[2];
      const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
      if (re.comment)
        doc.comment = re.comment;
      doc.range = [offset, contentEnd, re.offset];
      return doc;
    }
    __name(composeDoc, "composeDoc");
    exports.composeDoc = composeDoc;
  }
});

// node_modules/yaml/dist/compose/composer.js
var require_composer = __commonJS({
  "node_modules/yaml/dist/compose/composer.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var directives = require_directives();
    var Document = require_Document();
    var errors = require_errors();
    var identity = require_identity();
    var composeDoc = require_compose_doc();
    var resolveEnd = require_resolve_end();
    function getErrorPos(src) {
      if (typeof src === "number")
        return [src, src + 1];
      if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
      const { offset, source } = src;
      return [offset, offset + (typeof source === "string" ? source.length : 1)];
    }
    __name(getErrorPos, "getErrorPos");
    function parsePrelude(prelude) {
      let comment = "";
      let atComment = false;
      let afterEmptyLine = false;
      for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
          case "#":
            comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
            atComment = true;
            afterEmptyLine = false;
            break;
          case "%":
            if (prelude[i + 1]?.[0] !== "#")
              i += 1;
            atComment = false;
            break;
          default:
            if (!atComment)
              afterEmptyLine = true;
            atComment = false;
        }
      }
      return { comment, afterEmptyLine };
    }
    __name(parsePrelude, "parsePrelude");
    var Composer = class {
      static {
        __name(this, "Composer");
      }
      constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
          const pos = getErrorPos(source);
          if (warning)
            this.warnings.push(new errors.YAMLWarning(pos, code, message));
          else
            this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        this.directives = new directives.Directives({ version: options.version || "1.2" });
        this.options = options;
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment;
          } else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (identity.isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment}
${cb}` : comment;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment}
${cb}` : comment;
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i)
            doc.errors.push(this.errors[i]);
          for (let i = 0; i < this.warnings.length; ++i)
            doc.warnings.push(this.warnings[i]);
        } else {
          doc.errors = this.errors;
          doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings
        };
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
          yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
      }
      /** Advance the composer by one CST token. */
      *next(token) {
        if (node_process.env.LOG_STREAM)
          console.dir(token, { depth: null });
        switch (token.type) {
          case "directive":
            this.directives.add(token.source, (offset, message, warning) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message, warning);
            });
            this.prelude.push(token.source);
            this.atDirectives = true;
            break;
          case "document": {
            const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
            this.decorate(doc, false);
            if (this.doc)
              yield this.doc;
            this.doc = doc;
            this.atDirectives = false;
            break;
          }
          case "byte-order-mark":
          case "space":
            break;
          case "comment":
          case "newline":
            this.prelude.push(token.source);
            break;
          case "error": {
            const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
            const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error);
            else
              this.doc.errors.push(error);
            break;
          }
          case "doc-end": {
            if (!this.doc) {
              const msg = "Unexpected doc-end without preceding document";
              this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
              break;
            }
            this.doc.directives.docEnd = true;
            const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
            this.decorate(this.doc, true);
            if (end.comment) {
              const dc = this.doc.comment;
              this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
            }
            this.doc.range[2] = end.offset;
            break;
          }
          default:
            this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true);
          yield this.doc;
          this.doc = null;
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options);
          const doc = new Document.Document(void 0, opts);
          if (this.atDirectives)
            this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
          doc.range = [0, endOffset, endOffset];
          this.decorate(doc, false);
          yield doc;
        }
      }
    };
    exports.Composer = Composer;
  }
});

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = __commonJS({
  "node_modules/yaml/dist/parse/cst-scalar.js"(exports) {
    "use strict";
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    var errors = require_errors();
    var stringifyString = require_stringifyString();
    function resolveAsScalar(token, strict = true, onError) {
      if (token) {
        const _onError = /* @__PURE__ */ __name((pos, code, message) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code, message);
          else
            throw new errors.YAMLParseError([offset, offset + 1], code, message);
        }, "_onError");
        switch (token.type) {
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
          case "block-scalar":
            return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
      }
      return null;
    }
    __name(resolveAsScalar, "resolveAsScalar");
    function createScalarToken(value, context) {
      const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end = context.end ?? [
        { type: "newline", offset: -1, indent, source: "\n" }
      ];
      switch (source[0]) {
        case "|":
        case ">": {
          const he = source.indexOf("\n");
          const head = source.substring(0, he);
          const body = source.substring(he + 1) + "\n";
          const props = [
            { type: "block-scalar-header", offset, indent, source: head }
          ];
          if (!addEndtoBlockProps(props, end))
            props.push({ type: "newline", offset: -1, indent, source: "\n" });
          return { type: "block-scalar", offset, indent, props, source: body };
        }
        case '"':
          return { type: "double-quoted-scalar", offset, indent, source, end };
        case "'":
          return { type: "single-quoted-scalar", offset, indent, source, end };
        default:
          return { type: "scalar", offset, indent, source, end };
      }
    }
    __name(createScalarToken, "createScalarToken");
    function setScalarValue(token, value, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
      let indent = "indent" in token ? token.indent : null;
      if (afterKey && typeof indent === "number")
        indent += 2;
      if (!type)
        switch (token.type) {
          case "single-quoted-scalar":
            type = "QUOTE_SINGLE";
            break;
          case "double-quoted-scalar":
            type = "QUOTE_DOUBLE";
            break;
          case "block-scalar": {
            const header = token.props[0];
            if (header.type !== "block-scalar-header")
              throw new Error("Invalid block scalar header");
            type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
            break;
          }
          default:
            type = "PLAIN";
        }
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      switch (source[0]) {
        case "|":
        case ">":
          setBlockScalarValue(token, source);
          break;
        case '"':
          setFlowScalarValue(token, source, "double-quoted-scalar");
          break;
        case "'":
          setFlowScalarValue(token, source, "single-quoted-scalar");
          break;
        default:
          setFlowScalarValue(token, source, "scalar");
      }
    }
    __name(setScalarValue, "setScalarValue");
    function setBlockScalarValue(token, source) {
      const he = source.indexOf("\n");
      const head = source.substring(0, he);
      const body = source.substring(he + 1) + "\n";
      if (token.type === "block-scalar") {
        const header = token.props[0];
        if (header.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        header.source = head;
        token.source = body;
      } else {
        const { offset } = token;
        const indent = "indent" in token ? token.indent : -1;
        const props = [
          { type: "block-scalar-header", offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0))
          props.push({ type: "newline", offset: -1, indent, source: "\n" });
        for (const key of Object.keys(token))
          if (key !== "type" && key !== "offset")
            delete token[key];
        Object.assign(token, { type: "block-scalar", indent, props, source: body });
      }
    }
    __name(setBlockScalarValue, "setBlockScalarValue");
    function addEndtoBlockProps(props, end) {
      if (end)
        for (const st of end)
          switch (st.type) {
            case "space":
            case "comment":
              props.push(st);
              break;
            case "newline":
              props.push(st);
              return true;
          }
      return false;
    }
    __name(addEndtoBlockProps, "addEndtoBlockProps");
    function setFlowScalarValue(token, source, type) {
      switch (token.type) {
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          token.type = type;
          token.source = source;
          break;
        case "block-scalar": {
          const end = token.props.slice(1);
          let oa = source.length;
          if (token.props[0].type === "block-scalar-header")
            oa -= token.props[0].source.length;
          for (const tok of end)
            tok.offset += oa;
          delete token.props;
          Object.assign(token, { type, source, end });
          break;
        }
        case "block-map":
        case "block-seq": {
          const offset = token.offset + source.length;
          const nl = { type: "newline", offset, indent: token.indent, source: "\n" };
          delete token.items;
          Object.assign(token, { type, source, end: [nl] });
          break;
        }
        default: {
          const indent = "indent" in token ? token.indent : -1;
          const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
          for (const key of Object.keys(token))
            if (key !== "type" && key !== "offset")
              delete token[key];
          Object.assign(token, { type, indent, source, end });
        }
      }
    }
    __name(setFlowScalarValue, "setFlowScalarValue");
    exports.createScalarToken = createScalarToken;
    exports.resolveAsScalar = resolveAsScalar;
    exports.setScalarValue = setScalarValue;
  }
});

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = __commonJS({
  "node_modules/yaml/dist/parse/cst-stringify.js"(exports) {
    "use strict";
    var stringify2 = /* @__PURE__ */ __name((cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst), "stringify");
    function stringifyToken(token) {
      switch (token.type) {
        case "block-scalar": {
          let res = "";
          for (const tok of token.props)
            res += stringifyToken(tok);
          return res + token.source;
        }
        case "block-map":
        case "block-seq": {
          let res = "";
          for (const item of token.items)
            res += stringifyItem(item);
          return res;
        }
        case "flow-collection": {
          let res = token.start.source;
          for (const item of token.items)
            res += stringifyItem(item);
          for (const st of token.end)
            res += st.source;
          return res;
        }
        case "document": {
          let res = stringifyItem(token);
          if (token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
        default: {
          let res = token.source;
          if ("end" in token && token.end)
            for (const st of token.end)
              res += st.source;
          return res;
        }
      }
    }
    __name(stringifyToken, "stringifyToken");
    function stringifyItem({ start, key, sep, value }) {
      let res = "";
      for (const st of start)
        res += st.source;
      if (key)
        res += stringifyToken(key);
      if (sep)
        for (const st of sep)
          res += st.source;
      if (value)
        res += stringifyToken(value);
      return res;
    }
    __name(stringifyItem, "stringifyItem");
    exports.stringify = stringify2;
  }
});

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  "node_modules/yaml/dist/parse/cst-visit.js"(exports) {
    "use strict";
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove item");
    function visit(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    __name(visit, "visit");
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    visit.itemAtPath = (cst, path12) => {
      let item = cst;
      for (const [field, index] of path12) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit.parentCollection = (cst, path12) => {
      const parent = visit.itemAtPath(cst, path12.slice(0, -1));
      const field = path12[path12.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path12, item, visitor) {
      let ctrl = visitor(item, path12);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field of ["key", "value"]) {
        const token = item[field];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path12.concat([[field, i]])), token.items[i], visitor);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              token.items.splice(i, 1);
              i -= 1;
            }
          }
          if (typeof ctrl === "function" && field === "key")
            ctrl = ctrl(item, path12);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path12) : ctrl;
    }
    __name(_visit, "_visit");
    exports.visit = visit;
  }
});

// node_modules/yaml/dist/parse/cst.js
var require_cst = __commonJS({
  "node_modules/yaml/dist/parse/cst.js"(exports) {
    "use strict";
    var cstScalar = require_cst_scalar();
    var cstStringify = require_cst_stringify();
    var cstVisit = require_cst_visit();
    var BOM = "\uFEFF";
    var DOCUMENT = "";
    var FLOW_END = "";
    var SCALAR = "";
    var isCollection = /* @__PURE__ */ __name((token) => !!token && "items" in token, "isCollection");
    var isScalar3 = /* @__PURE__ */ __name((token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar"), "isScalar");
    function prettyToken(token) {
      switch (token) {
        case BOM:
          return "<BOM>";
        case DOCUMENT:
          return "<DOC>";
        case FLOW_END:
          return "<FLOW_END>";
        case SCALAR:
          return "<SCALAR>";
        default:
          return JSON.stringify(token);
      }
    }
    __name(prettyToken, "prettyToken");
    function tokenType(source) {
      switch (source) {
        case BOM:
          return "byte-order-mark";
        case DOCUMENT:
          return "doc-mode";
        case FLOW_END:
          return "flow-error-end";
        case SCALAR:
          return "scalar";
        case "---":
          return "doc-start";
        case "...":
          return "doc-end";
        case "":
        case "\n":
        case "\r\n":
          return "newline";
        case "-":
          return "seq-item-ind";
        case "?":
          return "explicit-key-ind";
        case ":":
          return "map-value-ind";
        case "{":
          return "flow-map-start";
        case "}":
          return "flow-map-end";
        case "[":
          return "flow-seq-start";
        case "]":
          return "flow-seq-end";
        case ",":
          return "comma";
      }
      switch (source[0]) {
        case " ":
        case "	":
          return "space";
        case "#":
          return "comment";
        case "%":
          return "directive-line";
        case "*":
          return "alias";
        case "&":
          return "anchor";
        case "!":
          return "tag";
        case "'":
          return "single-quoted-scalar";
        case '"':
          return "double-quoted-scalar";
        case "|":
        case ">":
          return "block-scalar-header";
      }
      return null;
    }
    __name(tokenType, "tokenType");
    exports.createScalarToken = cstScalar.createScalarToken;
    exports.resolveAsScalar = cstScalar.resolveAsScalar;
    exports.setScalarValue = cstScalar.setScalarValue;
    exports.stringify = cstStringify.stringify;
    exports.visit = cstVisit.visit;
    exports.BOM = BOM;
    exports.DOCUMENT = DOCUMENT;
    exports.FLOW_END = FLOW_END;
    exports.SCALAR = SCALAR;
    exports.isCollection = isCollection;
    exports.isScalar = isScalar3;
    exports.prettyToken = prettyToken;
    exports.tokenType = tokenType;
  }
});

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = __commonJS({
  "node_modules/yaml/dist/parse/lexer.js"(exports) {
    "use strict";
    var cst = require_cst();
    function isEmpty(ch) {
      switch (ch) {
        case void 0:
        case " ":
        case "\n":
        case "\r":
        case "	":
          return true;
        default:
          return false;
      }
    }
    __name(isEmpty, "isEmpty");
    var hexDigits = new Set("0123456789ABCDEFabcdef");
    var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
    var flowIndicatorChars = new Set(",[]{}");
    var invalidAnchorChars = new Set(" ,[]{}\n\r	");
    var isNotAnchorChar = /* @__PURE__ */ __name((ch) => !ch || invalidAnchorChars.has(ch), "isNotAnchorChar");
    var Lexer2 = class {
      static {
        __name(this, "Lexer");
      }
      constructor() {
        this.atEnd = false;
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        this.buffer = "";
        this.flowKey = false;
        this.flowLevel = 0;
        this.indentNext = 0;
        this.indentValue = 0;
        this.lineEndPos = null;
        this.next = null;
        this.pos = 0;
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source, incomplete = false) {
        if (source) {
          if (typeof source !== "string")
            throw TypeError("source is not a string");
          this.buffer = this.buffer ? this.buffer + source : source;
          this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? "stream";
        while (next && (incomplete || this.hasChars(1)))
          next = yield* this.parseNext(next);
      }
      atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === " " || ch === "	")
          ch = this.buffer[++i];
        if (!ch || ch === "#" || ch === "\n")
          return true;
        if (ch === "\r")
          return this.buffer[i + 1] === "\n";
        return false;
      }
      charAt(n) {
        return this.buffer[this.pos + n];
      }
      continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
          let indent = 0;
          while (ch === " ")
            ch = this.buffer[++indent + offset];
          if (ch === "\r") {
            const next = this.buffer[indent + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent + 1;
          }
          return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
        }
        if (ch === "-" || ch === ".") {
          const dt = this.buffer.substr(offset, 3);
          if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3]))
            return -1;
        }
        return offset;
      }
      getLine() {
        let end = this.lineEndPos;
        if (typeof end !== "number" || end !== -1 && end < this.pos) {
          end = this.buffer.indexOf("\n", this.pos);
          this.lineEndPos = end;
        }
        if (end === -1)
          return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === "\r")
          end -= 1;
        return this.buffer.substring(this.pos, end);
      }
      hasChars(n) {
        return this.pos + n <= this.buffer.length;
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
      }
      peek(n) {
        return this.buffer.substr(this.pos, n);
      }
      *parseNext(next) {
        switch (next) {
          case "stream":
            return yield* this.parseStream();
          case "line-start":
            return yield* this.parseLineStart();
          case "block-start":
            return yield* this.parseBlockStart();
          case "doc":
            return yield* this.parseDocument();
          case "flow":
            return yield* this.parseFlowCollection();
          case "quoted-scalar":
            return yield* this.parseQuotedScalar();
          case "block-scalar":
            return yield* this.parseBlockScalar();
          case "plain-scalar":
            return yield* this.parsePlainScalar();
        }
      }
      *parseStream() {
        let line = this.getLine();
        if (line === null)
          return this.setNext("stream");
        if (line[0] === cst.BOM) {
          yield* this.pushCount(1);
          line = line.substring(1);
        }
        if (line[0] === "%") {
          let dirEnd = line.length;
          let cs = line.indexOf("#");
          while (cs !== -1) {
            const ch = line[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line.length - sp);
          yield* this.pushNewline();
          return "stream";
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
      }
      *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
          return this.setNext("line-start");
        if (ch === "-" || ch === ".") {
          if (!this.atEnd && !this.hasChars(4))
            return this.setNext("line-start");
          const s = this.peek(3);
          if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s === "---" ? "doc" : "stream";
          }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
          this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
          return this.setNext("block-start");
        if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
          const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
          this.indentNext = this.indentValue + 1;
          this.indentValue += n;
          return "block-start";
        }
        return "doc";
      }
      *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line[n]) {
          case "#":
            yield* this.pushCount(line.length - n);
          // fallthrough
          case void 0:
            yield* this.pushNewline();
            return yield* this.parseLineStart();
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel = 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            return "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "doc";
          case '"':
          case "'":
            return yield* this.parseQuotedScalar();
          case "|":
          case ">":
            n += yield* this.parseBlockScalarHeader();
            n += yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
          nl = yield* this.pushNewline();
          if (nl > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line.length - n);
            return "flow";
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel += 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            this.flowKey = true;
            this.flowLevel -= 1;
            return this.flowLevel ? "flow" : "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "flow";
          case '"':
          case "'":
            this.flowKey = true;
            return yield* this.parseQuotedScalar();
          case ":": {
            const next = this.charAt(1);
            if (this.flowKey || isEmpty(next) || next === ",") {
              this.flowKey = false;
              yield* this.pushCount(1);
              yield* this.pushSpaces(true);
              return "flow";
            }
          }
          // fallthrough
          default:
            this.flowKey = false;
            return yield* this.parsePlainScalar();
        }
      }
      *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
          while (end !== -1 && this.buffer[end + 1] === "'")
            end = this.buffer.indexOf("'", end + 2);
        } else {
          while (end !== -1) {
            let n = 0;
            while (this.buffer[end - 1 - n] === "\\")
              n += 1;
            if (n % 2 === 0)
              break;
            end = this.buffer.indexOf('"', end + 1);
          }
        }
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf("\n", this.pos);
        if (nl !== -1) {
          while (nl !== -1) {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = qb.indexOf("\n", cs);
          }
          if (nl !== -1) {
            end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
          }
        }
        if (end === -1) {
          if (!this.atEnd)
            return this.setNext("quoted-scalar");
          end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? "flow" : "doc";
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
          const ch = this.buffer[++i];
          if (ch === "+")
            this.blockScalarKeep = true;
          else if (ch > "0" && ch <= "9")
            this.blockScalarIndent = Number(ch) - 1;
          else if (ch !== "-")
            break;
        }
        return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
      }
      *parseBlockScalar() {
        let nl = this.pos - 1;
        let indent = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent += 1;
              break;
            case "\n":
              nl = i2;
              indent = 0;
              break;
            case "\r": {
              const next = this.buffer[i2 + 1];
              if (!next && !this.atEnd)
                return this.setNext("block-scalar");
              if (next === "\n")
                break;
            }
            // fallthrough
            default:
              break loop;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("block-scalar");
        if (indent >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent;
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
          }
          do {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = this.buffer.indexOf("\n", cs);
          } while (nl !== -1);
          if (nl === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl = this.buffer.length;
          }
        }
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
              nl = i2;
            else
              break;
          } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while (ch = this.buffer[++i]) {
          if (ch === ":") {
            const next = this.buffer[i + 1];
            if (isEmpty(next) || inFlow && flowIndicatorChars.has(next))
              break;
            end = i;
          } else if (isEmpty(ch)) {
            let next = this.buffer[i + 1];
            if (ch === "\r") {
              if (next === "\n") {
                i += 1;
                ch = "\n";
                next = this.buffer[i + 1];
              } else
                end = i;
            }
            if (next === "#" || inFlow && flowIndicatorChars.has(next))
              break;
            if (ch === "\n") {
              const cs = this.continueScalar(i + 1);
              if (cs === -1)
                break;
              i = Math.max(i, cs - 2);
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch))
              break;
            end = i;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("plain-scalar");
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? "flow" : "doc";
      }
      *pushCount(n) {
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos += n;
          return n;
        }
        return 0;
      }
      *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
          yield s;
          this.pos += s.length;
          return s.length;
        } else if (allowEmpty)
          yield "";
        return 0;
      }
      *pushIndicators() {
        let n = 0;
        loop: while (true) {
          switch (this.charAt(0)) {
            case "!":
              n += yield* this.pushTag();
              n += yield* this.pushSpaces(true);
              continue loop;
            case "&":
              n += yield* this.pushUntil(isNotAnchorChar);
              n += yield* this.pushSpaces(true);
              continue loop;
            case "-":
            // this is an error
            case "?":
            // this is an error outside flow collections
            case ":": {
              const inFlow = this.flowLevel > 0;
              const ch1 = this.charAt(1);
              if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
                if (!inFlow)
                  this.indentNext = this.indentValue + 1;
                else if (this.flowKey)
                  this.flowKey = false;
                n += yield* this.pushCount(1);
                n += yield* this.pushSpaces(true);
                continue loop;
              }
            }
          }
          break loop;
        }
        return n;
      }
      *pushTag() {
        if (this.charAt(1) === "<") {
          let i = this.pos + 2;
          let ch = this.buffer[i];
          while (!isEmpty(ch) && ch !== ">")
            ch = this.buffer[++i];
          return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
        } else {
          let i = this.pos + 1;
          let ch = this.buffer[i];
          while (ch) {
            if (tagChars.has(ch))
              ch = this.buffer[++i];
            else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
              ch = this.buffer[i += 3];
            } else
              break;
          }
          return yield* this.pushToIndex(i, false);
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === "\n")
          return yield* this.pushCount(1);
        else if (ch === "\r" && this.charAt(1) === "\n")
          return yield* this.pushCount(2);
        else
          return 0;
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
          ch = this.buffer[++i];
        } while (ch === " " || allowTabs && ch === "	");
        const n = i - this.pos;
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos = i;
        }
        return n;
      }
      *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
          ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
      }
    };
    exports.Lexer = Lexer2;
  }
});

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  "node_modules/yaml/dist/parse/line-counter.js"(exports) {
    "use strict";
    var LineCounter2 = class {
      static {
        __name(this, "LineCounter");
      }
      constructor() {
        this.lineStarts = [];
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        this.linePos = (offset) => {
          let low = 0;
          let high = this.lineStarts.length;
          while (low < high) {
            const mid = low + high >> 1;
            if (this.lineStarts[mid] < offset)
              low = mid + 1;
            else
              high = mid;
          }
          if (this.lineStarts[low] === offset)
            return { line: low + 1, col: 1 };
          if (low === 0)
            return { line: 0, col: offset };
          const start = this.lineStarts[low - 1];
          return { line: low, col: offset - start + 1 };
        };
      }
    };
    exports.LineCounter = LineCounter2;
  }
});

// node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  "node_modules/yaml/dist/parse/parser.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var cst = require_cst();
    var lexer = require_lexer();
    function includesToken(list4, type) {
      for (let i = 0; i < list4.length; ++i)
        if (list4[i].type === type)
          return true;
      return false;
    }
    __name(includesToken, "includesToken");
    function findNonEmptyIndex(list4) {
      for (let i = 0; i < list4.length; ++i) {
        switch (list4[i].type) {
          case "space":
          case "comment":
          case "newline":
            break;
          default:
            return i;
        }
      }
      return -1;
    }
    __name(findNonEmptyIndex, "findNonEmptyIndex");
    function isFlowToken(token) {
      switch (token?.type) {
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "flow-collection":
          return true;
        default:
          return false;
      }
    }
    __name(isFlowToken, "isFlowToken");
    function getPrevProps(parent) {
      switch (parent.type) {
        case "document":
          return parent.start;
        case "block-map": {
          const it = parent.items[parent.items.length - 1];
          return it.sep ?? it.start;
        }
        case "block-seq":
          return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
          return [];
      }
    }
    __name(getPrevProps, "getPrevProps");
    function getFirstKeyStartProps(prev) {
      if (prev.length === 0)
        return [];
      let i = prev.length;
      loop: while (--i >= 0) {
        switch (prev[i].type) {
          case "doc-start":
          case "explicit-key-ind":
          case "map-value-ind":
          case "seq-item-ind":
          case "newline":
            break loop;
        }
      }
      while (prev[++i]?.type === "space") {
      }
      return prev.splice(i, prev.length);
    }
    __name(getFirstKeyStartProps, "getFirstKeyStartProps");
    function arrayPushArray(target, source) {
      if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
      else
        for (let i = 0; i < source.length; ++i)
          target.push(source[i]);
    }
    __name(arrayPushArray, "arrayPushArray");
    function fixFlowSeqItems(fc) {
      if (fc.start.type === "flow-seq-start") {
        for (const it of fc.items) {
          if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
            if (it.key)
              it.value = it.key;
            delete it.key;
            if (isFlowToken(it.value)) {
              if (it.value.end)
                arrayPushArray(it.value.end, it.sep);
              else
                it.value.end = it.sep;
            } else
              arrayPushArray(it.start, it.sep);
            delete it.sep;
          }
        }
      }
    }
    __name(fixFlowSeqItems, "fixFlowSeqItems");
    var Parser = class {
      static {
        __name(this, "Parser");
      }
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true;
        this.atScalar = false;
        this.indent = 0;
        this.offset = 0;
        this.onKeyLine = false;
        this.stack = [];
        this.source = "";
        this.type = "";
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
          this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
          yield* this.next(lexeme);
        if (!incomplete)
          yield* this.end();
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
          console.log("|", cst.prettyToken(source));
        if (this.atScalar) {
          this.atScalar = false;
          yield* this.step();
          this.offset += source.length;
          return;
        }
        const type = cst.tokenType(source);
        if (!type) {
          const message = `Not a YAML token: ${source}`;
          yield* this.pop({ type: "error", offset: this.offset, message, source });
          this.offset += source.length;
        } else if (type === "scalar") {
          this.atNewLine = false;
          this.atScalar = true;
          this.type = "scalar";
        } else {
          this.type = type;
          yield* this.step();
          switch (type) {
            case "newline":
              this.atNewLine = true;
              this.indent = 0;
              if (this.onNewLine)
                this.onNewLine(this.offset + source.length);
              break;
            case "space":
              if (this.atNewLine && source[0] === " ")
                this.indent += source.length;
              break;
            case "explicit-key-ind":
            case "map-value-ind":
            case "seq-item-ind":
              if (this.atNewLine)
                this.indent += source.length;
              break;
            case "doc-mode":
            case "flow-error-end":
              return;
            default:
              this.atNewLine = false;
          }
          this.offset += source.length;
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0)
          yield* this.pop();
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
        return st;
      }
      *step() {
        const top = this.peek(1);
        if (this.type === "doc-end" && top?.type !== "doc-end") {
          while (this.stack.length > 0)
            yield* this.pop();
          this.stack.push({
            type: "doc-end",
            offset: this.offset,
            source: this.source
          });
          return;
        }
        if (!top)
          return yield* this.stream();
        switch (top.type) {
          case "document":
            return yield* this.document(top);
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return yield* this.scalar(top);
          case "block-scalar":
            return yield* this.blockScalar(top);
          case "block-map":
            return yield* this.blockMap(top);
          case "block-seq":
            return yield* this.blockSequence(top);
          case "flow-collection":
            return yield* this.flowCollection(top);
          case "doc-end":
            return yield* this.documentEnd(top);
        }
        yield* this.pop();
      }
      peek(n) {
        return this.stack[this.stack.length - n];
      }
      *pop(error) {
        const token = error ?? this.stack.pop();
        if (!token) {
          const message = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message };
        } else if (this.stack.length === 0) {
          yield token;
        } else {
          const top = this.peek(1);
          if (token.type === "block-scalar") {
            token.indent = "indent" in top ? top.indent : 0;
          } else if (token.type === "flow-collection" && top.type === "document") {
            token.indent = 0;
          }
          if (token.type === "flow-collection")
            fixFlowSeqItems(token);
          switch (top.type) {
            case "document":
              top.value = token;
              break;
            case "block-scalar":
              top.props.push(token);
              break;
            case "block-map": {
              const it = top.items[top.items.length - 1];
              if (it.value) {
                top.items.push({ start: [], key: token, sep: [] });
                this.onKeyLine = true;
                return;
              } else if (it.sep) {
                it.value = token;
              } else {
                Object.assign(it, { key: token, sep: [] });
                this.onKeyLine = !it.explicitKey;
                return;
              }
              break;
            }
            case "block-seq": {
              const it = top.items[top.items.length - 1];
              if (it.value)
                top.items.push({ start: [], value: token });
              else
                it.value = token;
              break;
            }
            case "flow-collection": {
              const it = top.items[top.items.length - 1];
              if (!it || it.value)
                top.items.push({ start: [], key: token, sep: [] });
              else if (it.sep)
                it.value = token;
              else
                Object.assign(it, { key: token, sep: [] });
              return;
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop();
              yield* this.pop(token);
          }
          if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
            const last = token.items[token.items.length - 1];
            if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
              if (top.type === "document")
                top.end = last.start;
              else
                top.items.push({ start: last.start });
              token.items.splice(-1, 1);
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case "directive-line":
            yield { type: "directive", offset: this.offset, source: this.source };
            return;
          case "byte-order-mark":
          case "space":
          case "comment":
          case "newline":
            yield this.sourceToken;
            return;
          case "doc-mode":
          case "doc-start": {
            const doc = {
              type: "document",
              offset: this.offset,
              start: []
            };
            if (this.type === "doc-start")
              doc.start.push(this.sourceToken);
            this.stack.push(doc);
            return;
          }
        }
        yield {
          type: "error",
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source
        };
      }
      *document(doc) {
        if (doc.value)
          return yield* this.lineEnd(doc);
        switch (this.type) {
          case "doc-start": {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop();
              yield* this.step();
            } else
              doc.start.push(this.sourceToken);
            return;
          }
          case "anchor":
          case "tag":
          case "space":
          case "comment":
          case "newline":
            doc.start.push(this.sourceToken);
            return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
          this.stack.push(bv);
        else {
          yield {
            type: "error",
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source
          };
        }
      }
      *scalar(scalar) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start = getFirstKeyStartProps(prev);
          let sep;
          if (scalar.end) {
            sep = scalar.end;
            sep.push(this.sourceToken);
            delete scalar.end;
          } else
            sep = [this.sourceToken];
          const map = {
            type: "block-map",
            offset: scalar.offset,
            indent: scalar.indent,
            items: [{ start, key: scalar, sep }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map;
        } else
          yield* this.lineEnd(scalar);
      }
      *blockScalar(scalar) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar.source = this.source;
            this.atNewLine = true;
            this.indent = 0;
            if (this.onNewLine) {
              let nl = this.source.indexOf("\n") + 1;
              while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf("\n", nl) + 1;
              }
            }
            yield* this.pop();
            break;
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop();
            yield* this.step();
        }
      }
      *blockMap(map) {
        const it = map.items[map.items.length - 1];
        switch (this.type) {
          case "newline":
            this.onKeyLine = false;
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              it.start.push(this.sourceToken);
            }
            return;
          case "space":
          case "comment":
            if (it.value) {
              map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              if (this.atIndentedComment(it.start, map.indent)) {
                const prev = map.items[map.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  map.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
        }
        if (this.indent >= map.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map.indent;
          const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
          let start = [];
          if (atNextItem && it.sep && !it.value) {
            const nl = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map.indent)
                    nl.length = 0;
                  break;
                default:
                  nl.length = 0;
              }
            }
            if (nl.length >= 2)
              start = it.sep.splice(nl[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start });
                this.onKeyLine = true;
              } else if (it.sep) {
                it.sep.push(this.sourceToken);
              } else {
                it.start.push(this.sourceToken);
              }
              return;
            case "explicit-key-ind":
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken);
                it.explicitKey = true;
              } else if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start, explicitKey: true });
              } else {
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }]
                });
              }
              this.onKeyLine = true;
              return;
            case "map-value-ind":
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, "newline")) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] });
                  } else {
                    const start2 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start2 = getFirstKeyStartProps(it.start);
                  const key = it.key;
                  const sep = it.sep;
                  sep.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key, sep }]
                  });
                } else if (start.length > 0) {
                  it.sep = it.sep.concat(start, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map.items.push({ start, key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }]
                  });
                } else {
                  it.sep.push(this.sourceToken);
                }
              }
              this.onKeyLine = true;
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map.items.push({ start, key: fs, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs);
              } else {
                Object.assign(it, { key: fs, sep: [] });
                this.onKeyLine = true;
              }
              return;
            }
            default: {
              const bv = this.startBlockValue(map);
              if (bv) {
                if (bv.type === "block-seq") {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                    yield* this.pop({
                      type: "error",
                      offset: this.offset,
                      message: "Unexpected block-seq-ind on same line with key",
                      source: this.source
                    });
                    return;
                  }
                } else if (atMapIndent) {
                  map.items.push({ start });
                }
                this.stack.push(bv);
                return;
              }
            }
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
          case "newline":
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                seq.items.push({ start: [this.sourceToken] });
            } else
              it.start.push(this.sourceToken);
            return;
          case "space":
          case "comment":
            if (it.value)
              seq.items.push({ start: [this.sourceToken] });
            else {
              if (this.atIndentedComment(it.start, seq.indent)) {
                const prev = seq.items[seq.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  seq.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
          case "anchor":
          case "tag":
            if (it.value || this.indent <= seq.indent)
              break;
            it.start.push(this.sourceToken);
            return;
          case "seq-item-ind":
            if (this.indent !== seq.indent)
              break;
            if (it.value || includesToken(it.start, "seq-item-ind"))
              seq.items.push({ start: [this.sourceToken] });
            else
              it.start.push(this.sourceToken);
            return;
        }
        if (this.indent > seq.indent) {
          const bv = this.startBlockValue(seq);
          if (bv) {
            this.stack.push(bv);
            return;
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === "flow-error-end") {
          let top;
          do {
            yield* this.pop();
            top = this.peek(1);
          } while (top?.type === "flow-collection");
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case "comma":
            case "explicit-key-ind":
              if (!it || it.sep)
                fc.items.push({ start: [this.sourceToken] });
              else
                it.start.push(this.sourceToken);
              return;
            case "map-value-ind":
              if (!it || it.value)
                fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              return;
            case "space":
            case "comment":
            case "newline":
            case "anchor":
            case "tag":
              if (!it || it.value)
                fc.items.push({ start: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                it.start.push(this.sourceToken);
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs, sep: [] });
              else if (it.sep)
                this.stack.push(fs);
              else
                Object.assign(it, { key: fs, sep: [] });
              return;
            }
            case "flow-map-end":
            case "flow-seq-end":
              fc.end.push(this.sourceToken);
              return;
          }
          const bv = this.startBlockValue(fc);
          if (bv)
            this.stack.push(bv);
          else {
            yield* this.pop();
            yield* this.step();
          }
        } else {
          const parent = this.peek(2);
          if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
            yield* this.pop();
            yield* this.step();
          } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep = fc.end.splice(1, fc.end.length);
            sep.push(this.sourceToken);
            const map = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start, key: fc, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
          } else {
            yield* this.lineEnd(fc);
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
      }
      startBlockValue(parent) {
        switch (this.type) {
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return this.flowScalar(this.type);
          case "block-scalar-header":
            return {
              type: "block-scalar",
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: ""
            };
          case "flow-map-start":
          case "flow-seq-start":
            return {
              type: "flow-collection",
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: []
            };
          case "seq-item-ind":
            return {
              type: "block-seq",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }]
            };
          case "explicit-key-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            start.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start.every((st) => st.type === "newline" || st.type === "space");
      }
      *documentEnd(docEnd) {
        if (this.type !== "doc-mode") {
          if (docEnd.end)
            docEnd.end.push(this.sourceToken);
          else
            docEnd.end = [this.sourceToken];
          if (this.type === "newline")
            yield* this.pop();
        }
      }
      *lineEnd(token) {
        switch (this.type) {
          case "comma":
          case "doc-start":
          case "doc-end":
          case "flow-seq-end":
          case "flow-map-end":
          case "map-value-ind":
            yield* this.pop();
            yield* this.step();
            break;
          case "newline":
            this.onKeyLine = false;
          // fallthrough
          case "space":
          case "comment":
          default:
            if (token.end)
              token.end.push(this.sourceToken);
            else
              token.end = [this.sourceToken];
            if (this.type === "newline")
              yield* this.pop();
        }
      }
    };
    exports.Parser = Parser;
  }
});

// node_modules/yaml/dist/public-api.js
var require_public_api = __commonJS({
  "node_modules/yaml/dist/public-api.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var errors = require_errors();
    var log = require_log();
    var identity = require_identity();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    function parseOptions(options) {
      const prettyErrors = options.prettyErrors !== false;
      const lineCounter$1 = options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    __name(parseOptions, "parseOptions");
    function parseAllDocuments2(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      const docs = Array.from(composer$1.compose(parser$1.parse(source)));
      if (prettyErrors && lineCounter2)
        for (const doc of docs) {
          doc.errors.forEach(errors.prettifyError(source, lineCounter2));
          doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
        }
      if (docs.length > 0)
        return docs;
      return Object.assign([], { empty: true }, composer$1.streamInfo());
    }
    __name(parseAllDocuments2, "parseAllDocuments");
    function parseDocument(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      let doc = null;
      for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
          doc = _doc;
        else if (doc.options.logLevel !== "silent") {
          doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
          break;
        }
      }
      if (prettyErrors && lineCounter2) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter2));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
      }
      return doc;
    }
    __name(parseDocument, "parseDocument");
    function parse(src, reviver, options) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options === void 0 && reviver && typeof reviver === "object") {
        options = reviver;
      }
      const doc = parseDocument(src, options);
      if (!doc)
        return null;
      doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options));
    }
    __name(parse, "parse");
    function stringify2(value, replacer, options) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options === void 0 && replacer) {
        options = replacer;
      }
      if (typeof options === "string")
        options = options.length;
      if (typeof options === "number") {
        const indent = Math.round(options);
        options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
      }
      if (value === void 0) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
      return new Document.Document(value, _replacer, options).toString(options);
    }
    __name(stringify2, "stringify");
    exports.parse = parse;
    exports.parseAllDocuments = parseAllDocuments2;
    exports.parseDocument = parseDocument;
    exports.stringify = stringify2;
  }
});

// node_modules/yaml/dist/index.js
var require_dist = __commonJS({
  "node_modules/yaml/dist/index.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var Schema = require_Schema();
    var errors = require_errors();
    var Alias = require_Alias();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var cst = require_cst();
    var lexer = require_lexer();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    var publicApi = require_public_api();
    var visit = require_visit();
    exports.Composer = composer.Composer;
    exports.Document = Document.Document;
    exports.Schema = Schema.Schema;
    exports.YAMLError = errors.YAMLError;
    exports.YAMLParseError = errors.YAMLParseError;
    exports.YAMLWarning = errors.YAMLWarning;
    exports.Alias = Alias.Alias;
    exports.isAlias = identity.isAlias;
    exports.isCollection = identity.isCollection;
    exports.isDocument = identity.isDocument;
    exports.isMap = identity.isMap;
    exports.isNode = identity.isNode;
    exports.isPair = identity.isPair;
    exports.isScalar = identity.isScalar;
    exports.isSeq = identity.isSeq;
    exports.Pair = Pair.Pair;
    exports.Scalar = Scalar.Scalar;
    exports.YAMLMap = YAMLMap.YAMLMap;
    exports.YAMLSeq = YAMLSeq.YAMLSeq;
    exports.CST = cst;
    exports.Lexer = lexer.Lexer;
    exports.LineCounter = lineCounter.LineCounter;
    exports.Parser = parser.Parser;
    exports.parse = publicApi.parse;
    exports.parseAllDocuments = publicApi.parseAllDocuments;
    exports.parseDocument = publicApi.parseDocument;
    exports.stringify = publicApi.stringify;
    exports.visit = visit.visit;
    exports.visitAsync = visit.visitAsync;
  }
});

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
    "use strict";
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
    var assertCompleteOutput = /* @__PURE__ */ __name((result, command2) => {
      if (result.truncated.out) {
        throw new Error(`Cannot parse docker compose ${command2} output because stdout was truncated by maxOutputLength. Increase maxOutputLength or omit it.`);
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
    var execCompose = /* @__PURE__ */ __name((command2, args, options = {}) => new Promise((resolve3, reject) => {
      if (options.compose) {
        options.configAsString = yaml_1.default.stringify(options.compose);
      }
      const composeOptions = options.composeOptions || [];
      const commandOptions = options.commandOptions || [];
      let composeArgs = composeOptionsToArgs(composeOptions);
      const isConfigProvidedAsString = !!options.configAsString;
      const configArgs = isConfigProvidedAsString ? ["-f", "-"] : configToArgs(options.config);
      composeArgs = composeArgs.concat(configArgs.concat([command2].concat(composeOptionsToArgs(commandOptions), args)));
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
            resolve3(result);
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
        return memo && noDetachModeFlags.every((flag2) => !item.includes(flag2));
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
    var rm4 = /* @__PURE__ */ __name(function(options, ...services) {
      return (0, exports.execCompose)("rm", ["-f", ...services], options);
    }, "rm");
    exports.rm = rm4;
    var exec = /* @__PURE__ */ __name(function(container, command2, options) {
      const args = Array.isArray(command2) ? command2 : command2.split(/\s+/);
      return (0, exports.execCompose)("exec", ["-T", container].concat(args), options);
    }, "exec");
    exports.exec = exec;
    var run = /* @__PURE__ */ __name(function(container, command2, options) {
      const args = Array.isArray(command2) ? command2 : command2.split(/\s+/);
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
    var version2 = /* @__PURE__ */ __name(async function(options) {
      try {
        const result = await (0, exports.execCompose)("version", ["--short"], options);
        assertCompleteOutput(result, "version");
        const version3 = result.out.replace("\n", "").trim();
        return {
          ...result,
          data: { version: version3 }
        };
      } catch (error) {
        return Promise.reject(error);
      }
    }, "version");
    exports.version = version2;
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

// src/stack/changes/words.rules.ts
var SIGNS = {
  created: "+",
  updated: "~",
  unchanged: "=",
  removed: "-",
  orphaned: "?"
};
var MAX_LENGTH = 80;
function changesInWords({ stack, services, objects, isUnchanged }) {
  const lines = [...services.flatMap(serviceLines), ...objects.flatMap(objectLines)];
  return [
    isUnchanged ? `${stack}: nothing changes` : `${stack}: ${summary(services, objects)}`,
    ...lines
  ].map((line) => plain(line));
}
__name(changesInWords, "changesInWords");
function summary(services, objects) {
  const counts = Object.keys(SIGNS).flatMap((kind) => {
    const count2 = services.filter((service) => service.kind === kind).length;
    return count2 > 0 ? [`${count2} ${kind}`] : [];
  });
  const made = objects.filter(({ change: change2 }) => change2 === "created").length;
  return [`services: ${counts.join(", ") || "none"}`, ...made > 0 ? [`${made} more created`] : []].join(
    "; "
  );
}
__name(summary, "summary");
function serviceLines(service) {
  const { name, kind, fields, refusal } = service;
  return [
    `${SIGNS[kind]} service ${name}: ${kind}${effect(service)}`,
    ...fields.map(fieldLine),
    ...refusal ? [`  ! ${refusal}`] : []
  ];
}
__name(serviceLines, "serviceLines");
function effect({ kind, tasks }) {
  if (kind === "orphaned") return ", the files no longer name it: deploy with pruning to remove it";
  return tasks === "none" ? "" : `, ${ON_TASKS[tasks]}`;
}
__name(effect, "effect");
var fieldLine = /* @__PURE__ */ __name(({ field, from, to }) => from === void 0 ? `  ${field}: ${short(to)} (new)` : to === void 0 ? `  ${field}: ${short(from)} (taken away)` : `  ${field}: ${short(from)} \u2192 ${short(to)}`, "fieldLine");
function objectLines({ kind, name, change: change2, fields }) {
  switch (change2) {
    case "created":
      return [`+ ${kind} ${name}: created`];
    case "unused":
      return [`? ${kind} ${name}: no longer named`];
    case "drifted":
      return [
        `! ${kind} ${name}: other than the files say, and docker leaves it so`,
        ...fields.map(fieldLine)
      ];
  }
}
__name(objectLines, "objectLines");
var short = /* @__PURE__ */ __name((value = "") => value.length > MAX_LENGTH ? `${value.slice(0, MAX_LENGTH)}\u2026 (${value.length} characters)` : value, "short");
var plain = /* @__PURE__ */ __name((line) => line.replace(new RegExp("\\p{Cc}", "gu"), " "), "plain");

// src/stack/findings.rules.ts
function collectFindings(fallback) {
  const findings = [];
  const translations = [];
  const at = /* @__PURE__ */ __name((place) => ({ file: place?.file ?? fallback, line: place?.line ?? 1 }), "at");
  return {
    findings,
    translations,
    add: /* @__PURE__ */ __name((severity, rule, place, text3, { service, hint } = {}) => {
      const finding = {
        rule,
        severity,
        ...service === void 0 ? {} : { service },
        ...at(place),
        text: text3,
        ...hint === void 0 ? {} : { hint }
      };
      if (!findings.some(
        (f) => f.rule === rule && f.file === finding.file && f.line === finding.line && f.text === text3
      ))
        findings.push(finding);
    }, "add"),
    translate: /* @__PURE__ */ __name((place, from, to) => {
      const { file, line } = at(place);
      if (!translations.some((t) => t.file === file && t.line === line && t.from === from && t.to === to))
        translations.push({ file, line, from, to });
    }, "translate")
  };
}
__name(collectFindings, "collectFindings");
var inWords = /* @__PURE__ */ __name(({ file, line, service, text: text3 }) => `${file}:${line}: ${service === void 0 ? "" : `service ${service}: `}${text3}`, "inWords");
var inOrder = /* @__PURE__ */ __name((findings, files) => {
  const rank2 = /* @__PURE__ */ __name((file) => files.includes(file) ? files.indexOf(file) : files.length, "rank");
  return findings.toSorted((a, b) => rank2(a.file) - rank2(b.file) || a.line - b.line);
}, "inOrder");
function requireNoErrors(findings) {
  const errors = findings.filter((finding) => finding.severity === "error");
  if (errors.length === 0) return;
  const byRule = new Map(
    errors.toReversed().flatMap(({ rule, hint }) => hint ? [[rule, hint]] : [])
  );
  const hints = [...new Set(errors.flatMap(({ rule }) => byRule.get(rule) ?? []))];
  throw new SwarmlineError(
    "input",
    errors.map(inWords).join("; "),
    hints.length > 0 ? { hint: hints.join("; ") } : {}
  );
}
__name(requireNoErrors, "requireNoErrors");

// src/effects/cleanup.ts
function forCleanup(fx, deadlineMs = 9e4) {
  const signal = AbortSignal.timeout(deadlineMs);
  return { ...fx, signal, exec: fx.exec.renewed?.(signal) ?? fx.exec };
}
__name(forCleanup, "forCleanup");
function lingering(signal, graceMs) {
  const late = new AbortController();
  const begin = /* @__PURE__ */ __name(() => setTimeout(() => late.abort(signal.reason), graceMs).unref(), "begin");
  if (signal.aborted) begin();
  else signal.addEventListener("abort", begin, { once: true, signal: late.signal });
  return late.signal;
}
__name(lingering, "lingering");

// src/stack/labels.rules.ts
var STACK_LABEL = "com.docker.stack.namespace";
var OUR_LABEL = {
  /** What the object is for: only on objects that no service uses. */
  kind: "io.swarmline.kind",
  /** Random: tells an object that we made, in a request whose answer was lost, from somebody else's. */
  token: "io.swarmline.token",
  /** On a secret or a config of a stack: its name in the stack file. */
  logicalName: "io.swarmline.logical-name",
  owner: "io.swarmline.owner"
};
var isBook = /* @__PURE__ */ __name((labels) => labels?.[OUR_LABEL.kind] !== void 0, "isBook");

// src/stack/object-names.rules.ts
import { createHash } from "node:crypto";
var NAME_LIMIT = 64;
var TAG_LENGTH = 12;
var taggedName = /* @__PURE__ */ __name((base, tag) => `${base.slice(0, NAME_LIMIT - tag.length - 1)}-${tag}`, "taggedName");
function bookName(prefix, stack, room = 0) {
  const name = `swarmline-${prefix}-${stack}`;
  if (name.length + room <= NAME_LIMIT) return name;
  const tag = createHash("sha256").update(stack).digest("hex").slice(0, TAG_LENGTH);
  return `${name.slice(0, NAME_LIMIT - room - TAG_LENGTH - 1)}-${tag}`;
}
__name(bookName, "bookName");

// src/stack/swarm-configs.ts
import { randomBytes } from "node:crypto";

// src/stack/persist.ts
var SEQUENCE_TRIES = 30;
var SEQUENCE_AGAIN_MS = 100;
var AWAY_MS = 6e4;
var AWAY_AGAIN_MS = 1e3;
function isPassing(error) {
  if (error instanceof EngineAnswerError)
    return error.status >= 500 && !/not a swarm manager|not part of a swarm/i.test(error.message);
  return error instanceof SwarmlineError && (error.code === "engine-lost" || error.code === "timed-out");
}
__name(isPassing, "isPassing");
async function persist(work, { clock, signal }) {
  let tries = 0;
  let awaySinceMs;
  for (; ; ) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted) throw new SwarmlineError("cancelled", "cancelled", { cause: error });
      if (isOutOfSequence(error)) {
        if (++tries >= SEQUENCE_TRIES) throw error;
        await clock.sleep(SEQUENCE_AGAIN_MS, signal);
        continue;
      }
      if (!isPassing(error)) throw error;
      awaySinceMs ??= clock.now();
      if (clock.now() - awaySinceMs >= AWAY_MS) throw error;
    }
    await clock.sleep(AWAY_AGAIN_MS, signal);
  }
}
__name(persist, "persist");

// src/stack/swarm-configs.ts
var ANSWER_MS = 5e3;
var newToken = /* @__PURE__ */ __name(() => randomBytes(8).toString("hex"), "newToken");
async function createConfig(client, { name, kind, labels, data, token = newToken() }, fx) {
  const body = {
    Name: name,
    Labels: { ...labels, [OUR_LABEL.kind]: kind, [OUR_LABEL.token]: token },
    Data: Buffer.from(data).toString("base64")
  };
  return persist(async () => {
    try {
      const signal = lingering(fx.signal, ANSWER_MS);
      return (await client.json("POST", "/configs/create", { body, signal })).ID;
    } catch (error) {
      if (!(error instanceof EngineAnswerError) || error.status !== 409) throw error;
      const found = await findConfig(client, name, fx);
      return found?.Spec.Labels?.[OUR_LABEL.token] === token ? found.ID : void 0;
    }
  }, fx);
}
__name(createConfig, "createConfig");
function findConfig(client, nameOrId, fx) {
  return persist(
    () => client.json("GET", `/configs/${encodeURIComponent(nameOrId)}`, { signal: fx.signal }).catch(unlessGone),
    fx
  );
}
__name(findConfig, "findConfig");
async function listConfigs(client, label, fx) {
  const query = { filters: JSON.stringify({ label: [label] }) };
  const ask = /* @__PURE__ */ __name(() => client.json("GET", "/configs", { query, signal: fx.signal }), "ask");
  return await persist(ask, fx) ?? [];
}
__name(listConfigs, "listConfigs");
async function labelConfig(client, id, labels, fx) {
  return persist(async () => {
    const config = await client.json("GET", `/configs/${id}`, { signal: fx.signal }).catch(unlessGone);
    if (!config) return false;
    await client.json("POST", `/configs/${id}/update`, {
      query: { version: config.Version.Index },
      body: { ...config.Spec, Labels: { ...config.Spec.Labels, ...labels } },
      signal: fx.signal
    });
    return true;
  }, fx);
}
__name(labelConfig, "labelConfig");
async function removeConfig(client, id, fx) {
  await persist(
    () => client.json("DELETE", `/configs/${id}`, { signal: fx.signal }).catch(unlessGone),
    fx
  );
}
__name(removeConfig, "removeConfig");
function unlessGone(error) {
  if (isGone(error)) return void 0;
  throw error;
}
__name(unlessGone, "unlessGone");

// src/stack/lock/lease.rules.ts
var LEASE_LABEL = {
  who: "io.swarmline.lock.who",
  where: "io.swarmline.lock.where",
  run: "io.swarmline.lock.run",
  stack: "io.swarmline.lock.stack",
  ttlMs: "io.swarmline.lock.ttl-ms",
  /** Counts the renewals: the label that a renewal changes. */
  renewal: "io.swarmline.lock.renewal"
};
var leaseLabels = /* @__PURE__ */ __name((stack, { who, where, run }, ttlMs) => ({
  [LEASE_LABEL.stack]: stack,
  [LEASE_LABEL.who]: who,
  [LEASE_LABEL.where]: where,
  [LEASE_LABEL.run]: run,
  [LEASE_LABEL.ttlMs]: String(ttlMs)
}), "leaseLabels");
function holderOf({ Spec, CreatedAt }) {
  const text3 = /* @__PURE__ */ __name((label) => Spec.Labels?.[label] ?? "", "text");
  return {
    who: text3(LEASE_LABEL.who),
    where: text3(LEASE_LABEL.where),
    run: text3(LEASE_LABEL.run),
    since: CreatedAt
  };
}
__name(holderOf, "holderOf");
function holderInWords({ who, where, run }) {
  const place = [where, run].filter(Boolean).join(", ");
  return `${who || "somebody"}${place ? ` (${place})` : ""}`;
}
__name(holderInWords, "holderInWords");
function isExpired(lock, now, fallbackMs) {
  const ttlMs = Number(lock.Spec.Labels?.[LEASE_LABEL.ttlMs]);
  const ageMs = Date.parse(now) - Date.parse(lock.UpdatedAt);
  return ageMs > (ttlMs > 0 ? ttlMs : fallbackMs);
}
__name(isExpired, "isExpired");

// src/stack/lock/renew.ts
var RENEWALS_PER_TTL = 6;
async function keepRenewing(lease, fx, onLost) {
  const everyMs = lease.ttlMs / RENEWALS_PER_TTL;
  let renewedAtMs = fx.clock.now();
  while (!fx.signal.aborted) {
    try {
      await fx.clock.sleep(everyMs, fx.signal);
      const askedAtMs = fx.clock.now();
      await renew(lease, Math.max(1e3, everyMs), fx.signal);
      renewedAtMs = askedAtMs;
    } catch (error) {
      if (fx.signal.aborted) return;
      const isLost = isGone(error) || fx.clock.now() - renewedAtMs >= lease.ttlMs - everyMs;
      if (isLost || !isWorthAnother(error)) {
        onLost();
        return;
      }
      fx.log.debug(`the lock could not be renewed, trying again: ${String(error)}`);
    }
  }
}
__name(keepRenewing, "keepRenewing");
async function renew({ client, id }, timeoutMs, signal) {
  const options = { timeoutMs, signal };
  const lock = await client.json("GET", `/configs/${id}`, options);
  const renewal = String(Number(lock.Spec.Labels?.[LEASE_LABEL.renewal] ?? 0) + 1);
  await client.json("POST", `/configs/${id}/update`, {
    ...options,
    query: { version: lock.Version.Index },
    body: { ...lock.Spec, Labels: { ...lock.Spec.Labels, [LEASE_LABEL.renewal]: renewal } }
  });
}
__name(renew, "renew");
var isWorthAnother = /* @__PURE__ */ __name((error) => isPassing(error) || error instanceof EngineAnswerError && error.status >= 500, "isWorthAnother");

// src/stack/lock/swarm-time.ts
async function swarmTime(client, stack, fx) {
  const name = bookName("clock", stack);
  const id = await createConfig(client, { name, kind: "clock", labels: {}, data: "clock" }, fx);
  const made = await findConfig(client, id ?? name, fx);
  if (made) await removeConfig(client, made.ID, fx);
  return id ? made?.CreatedAt : void 0;
}
__name(swarmTime, "swarmTime");

// src/stack/lock/lock.ts
var TTL_MS = 9e4;
var LOOK_EVERY_MS = 1e3;
var RELEASE_MS = 65e3;
var RELEASE_SOON_MS = 15e3;
async function withStackLock(request, fx, work) {
  const { client, stack } = request;
  const ttlMs = request.ttlMs ?? TTL_MS;
  const token = newToken();
  const id = await take(request, token, ttlMs, fx).catch(async (error) => {
    if (fx.signal.aborted) await forget(client, stack, token, fx);
    throw error;
  });
  let isEngineLost2 = false;
  const lost = new AbortController();
  const done = new AbortController();
  const signal = AbortSignal.any([fx.signal, lost.signal]);
  const renewing = keepRenewing(
    { client, id, ttlMs },
    { ...fx, signal: done.signal },
    () => lost.abort(new LockLost(stack))
  );
  try {
    const result = await work({ ...fx, signal, exec: fx.exec.renewed?.(signal) ?? fx.exec });
    if (isLockLost(signal)) throw signal.reason;
    return result;
  } catch (error) {
    isEngineLost2 = error instanceof SwarmlineError && error.code === "engine-lost";
    throw isLockLost(signal) && !isEngineLost2 ? signal.reason : error;
  } finally {
    done.abort();
    await renewing;
    const limitMs = isEngineLost2 || fx.signal.aborted ? RELEASE_SOON_MS : RELEASE_MS;
    if (!lost.signal.aborted) await release(client, stack, id, limitMs, fx);
  }
}
__name(withStackLock, "withStackLock");
async function take(request, token, ttlMs, fx) {
  const { client, stack, owner, wait } = request;
  const name = bookName("lock", stack);
  const labels = { ...leaseLabels(stack, owner, ttlMs), [LEASE_LABEL.renewal]: "0" };
  const giveUpAtMs = fx.clock.now() + (wait === "refuse" ? 0 : wait);
  let told;
  for (; ; ) {
    const id = await createConfig(client, { name, kind: "lock", labels, data: "lock", token }, fx);
    if (id !== void 0) return id;
    const lock = await findConfig(client, name, fx);
    if (!lock) continue;
    const now = await swarmTime(client, stack, fx);
    if (now !== void 0 && isExpired(lock, now, TTL_MS)) {
      fx.log.warn(`the lock of ${stack} has expired: ${holderInWords(holderOf(lock))} gave no sign of life`);
      await removeConfig(client, lock.ID, fx);
      continue;
    }
    const leftMs = giveUpAtMs - fx.clock.now();
    if (leftMs <= 0 && now !== void 0) throw held(stack, holderOf(lock), wait);
    if (told !== lock.ID && now !== void 0) {
      told = lock.ID;
      fx.log.info(
        `${stack} is being deployed by ${holderInWords(holderOf(lock))} since ${lock.CreatedAt}: waiting`
      );
    }
    await fx.clock.sleep(Math.max(100, Math.min(LOOK_EVERY_MS, leftMs)), fx.signal);
  }
}
__name(take, "take");
async function release(client, stack, id, limitMs, fx) {
  try {
    await removeConfig(client, id, forCleanup(fx, limitMs));
  } catch (error) {
    fx.log.warn(`the lock of ${stack} could not be given back and will expire by itself: ${explain(error)}`);
  }
}
__name(release, "release");
async function forget(client, stack, token, fx) {
  const within = forCleanup(fx, RELEASE_SOON_MS);
  const lock = await findConfig(client, bookName("lock", stack), within).catch(() => void 0);
  if (lock?.Spec.Labels?.[OUR_LABEL.token] === token)
    await release(client, stack, lock.ID, RELEASE_SOON_MS, fx);
}
__name(forget, "forget");
function held(stack, holder, wait) {
  const still = wait === "refuse" ? "" : "still ";
  return new SwarmlineError(
    "deploy-failed",
    `${stack} is ${still}being deployed by ${holderInWords(holder)} since ${holder.since}`,
    {
      hint: wait === "refuse" ? "deploy again when that has ended, or let this one wait for it" : `deploy again when that has ended; if nobody is there any more: docker config rm ${bookName("lock", stack)}`
    }
  );
}
__name(held, "held");
var LockLost = class extends SwarmlineError {
  static {
    __name(this, "LockLost");
  }
  constructor(stack) {
    super("deploy-failed", `the lock of ${stack} was lost while it was being deployed`, {
      hint: "somebody else may be deploying it now: look with docker stack ps, and deploy again"
    });
  }
};
var isLockLost = /* @__PURE__ */ __name((signal) => signal.aborted && signal.reason instanceof LockLost, "isLockLost");

// src/effects/nearest.rules.ts
function nearest(word, candidates) {
  const ranked = candidates.map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) })).sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  if (!best) return void 0;
  return best.distance <= Math.max(word.length, best.candidate.length) / 2 ? best.candidate : void 0;
}
__name(nearest, "nearest");
function editDistance(from, to) {
  let above = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (const [row, letter] of [...from].entries()) {
    const line = [row + 1];
    for (let column = 0; column < to.length; column++) {
      const substituted = (above[column] ?? 0) + (letter === to[column] ? 0 : 1);
      line.push(Math.min(substituted, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    }
    above = line;
  }
  return above[to.length] ?? 0;
}
__name(editDistance, "editDistance");

// src/stack/plain.rules.ts
var isMapping = /* @__PURE__ */ __name((value) => typeof value === "object" && value !== null && !Array.isArray(value), "isMapping");
var mapping = /* @__PURE__ */ __name((value) => isMapping(value) ? value : {}, "mapping");
var sequence = /* @__PURE__ */ __name((value) => Array.isArray(value) ? value : [], "sequence");
var isScalarValue = /* @__PURE__ */ __name((value) => typeof value === "string" || typeof value === "number" || typeof value === "boolean", "isScalarValue");
function put(target, key, value) {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}
__name(put, "put");
var own = /* @__PURE__ */ __name((target, key) => Object.hasOwn(target, key) ? target[key] : void 0, "own");
function child(target, key) {
  const found = own(target, key);
  if (isMapping(found)) return found;
  const made = {};
  put(target, key, made);
  return made;
}
__name(child, "child");
function inLine(value) {
  if (Array.isArray(value)) return `[${value.map(inLine).join(", ")}]`;
  if (isMapping(value))
    return `{${Object.entries(value).map(([key, item]) => `${key}: ${inLine(item)}`).join(", ")}}`;
  if (typeof value !== "string") return String(value);
  return value === "" || /^[\d.+-]+$|^(true|false|null|yes|no|on|off|~)$|[#:{}[\],&*!|>'"%@`\n]/i.test(value) ? JSON.stringify(value) : value;
}
__name(inLine, "inLine");

// src/stack/model-values.rules.ts
var text = /* @__PURE__ */ __name((value) => typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "", "text");
var texts = /* @__PURE__ */ __name((value) => Array.isArray(value) ? value.map(text) : value === void 0 || value === null ? [] : [text(value)], "texts");
var serviceEntries = /* @__PURE__ */ __name((model) => Object.entries(mapping(model.services)).map(([name, service]) => [name, mapping(service)]), "serviceEntries");
function mapServices(model, change2) {
  const services = serviceEntries(model).map(([name, service]) => [name, change2(service, name)]);
  return { ...model, services: Object.fromEntries(services) };
}
__name(mapServices, "mapServices");
var withDeploy = /* @__PURE__ */ __name((service, over) => ({
  ...service,
  deploy: { ...mapping(service.deploy), ...over }
}), "withDeploy");
function record(value, separator = "=") {
  if (isMapping(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        item === null || item === void 0 ? null : text(item)
      ])
    );
  return Object.fromEntries(
    sequence(value).map((item) => {
      const whole = text(item);
      const at = whole.indexOf(separator);
      return at < 0 ? [whole, null] : [whole.slice(0, at), whole.slice(at + separator.length)];
    })
  );
}
__name(record, "record");

// src/stack/stages/stages.rules.ts
var STAGE_LABEL = "io.swarmline.stage";
var JOBS = "jobs";
var REST = "rest";
var NAME = /^[a-z0-9][a-z0-9_.-]{0,62}$/i;
function stagesOf(model, named = {}) {
  const services = serviceEntries(model);
  const names = services.map(([name]) => name);
  requireNames(named, names);
  const chosen = services.map(([name, service]) => ({
    name,
    stage: Object.hasOwn(named, name) ? named[name] ?? "" : labelOf(service),
    isJob: isOneShot(service)
  }));
  const faults = chosen.flatMap(({ name, stage }) => stage === void 0 ? [] : faultOf(name, stage));
  if (faults.length > 0)
    throw new SwarmlineError("input", faults.join("; "), {
      hint: "a stage is named by letters, digits, dots, dashes and underscores, such as 1 or 2-backend"
    });
  if (chosen.every(({ stage }) => stage === void 0)) return [{ name: "all", services: names }];
  const stages = new Set(chosen.flatMap(({ stage }) => stage ?? []));
  const membersOf = /* @__PURE__ */ __name((isMember) => chosen.filter(isMember).map(({ name }) => name), "membersOf");
  return [
    { name: JOBS, services: membersOf(({ stage, isJob }) => stage === void 0 && isJob) },
    ...[...stages].sort(inNaturalOrder).map((stage) => ({
      name: stage,
      services: membersOf((each) => each.stage === stage)
    })),
    { name: REST, services: membersOf(({ stage, isJob }) => stage === void 0 && !isJob) }
  ].filter((stage) => stage.services.length > 0);
}
__name(stagesOf, "stagesOf");
function isOneShot(service) {
  const deploy3 = mapping(service.deploy);
  return text(deploy3.mode).endsWith("-job") || mapping(deploy3.restart_policy).condition === "none";
}
__name(isOneShot, "isOneShot");
function labelOf(service) {
  const onService = record(mapping(service.deploy).labels);
  const onContainer = record(service.labels);
  const found = [onService, onContainer].find((labels) => Object.hasOwn(labels, STAGE_LABEL));
  return found && (found[STAGE_LABEL] ?? "");
}
__name(labelOf, "labelOf");
function faultOf(service, stage) {
  if (stage === JOBS || stage === REST)
    return [`service ${service}: ${stage} is the stage of services that name none: give it another name`];
  return NAME.test(stage) ? [] : [`service ${service}: ${JSON.stringify(stage)} is no name of a stage`];
}
__name(faultOf, "faultOf");
function requireNames(named, names) {
  const faults = Object.keys(named).flatMap((name) => {
    if (names.includes(name)) return [];
    const meant = nearest(name, names);
    return [`stages name ${name}, which the stack does not have${meant ? `: is it ${meant}?` : ""}`];
  });
  if (faults.length > 0)
    throw new SwarmlineError("usage", faults.join("; "), { hint: `its services are ${names.join(", ")}` });
}
__name(requireNames, "requireNames");
function inNaturalOrder(a, b) {
  return a.localeCompare(b, "en", { numeric: true }) || (a < b ? -1 : 1);
}
__name(inNaturalOrder, "inNaturalOrder");

// src/images/tools.ts
import { existsSync as existsSync2 } from "node:fs";
import { mkdir as mkdir2, mkdtemp as mkdtemp2, rename as rename3, rm as rm2 } from "node:fs/promises";
import { dirname as dirname2, join as join3 } from "node:path";

// src/images/offline/packages.ts
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rename as rename2, rm, stat, writeFile as writeFile2 } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/images/offline/apt-answers.rules.ts
function plannedPackages(simulation) {
  const rows = simulation.matchAll(/^Inst (\S+) (?:\[[^\]]*\] )?\((\S+) [^)]*\[([^\]]+)\]\)/gm);
  return [...rows].map(([, name = "", version2 = "", architecture = ""]) => ({
    name: name.split(":")[0] ?? name,
    version: version2,
    architecture
  }));
}
__name(plannedPackages, "plannedPackages");
function debFileName({ name, version: version2, architecture }) {
  return `${name}_${version2.replaceAll(":", "%3a")}_${architecture}.deb`;
}
__name(debFileName, "debFileName");
function refusalOf(output) {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  const errors = lines.filter((line) => line.startsWith("E:"));
  return (errors.at(-1) ?? lines.at(-1) ?? "no reason given").replace(/^[EW]:\s*/, "").trim();
}
__name(refusalOf, "refusalOf");
function isDiskFull(output) {
  return /no space left on device|not enough free space|don't have enough free space|disk quota exceeded/i.test(
    output
  );
}
__name(isDiskFull, "isDiskFull");

// src/images/offline/apt-state.ts
import { createHash as createHash2 } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

// src/images/offline/apt-sources.rules.ts
var TARGET_FORMAT = "$(REPO_URI)|$(ORIGIN)|$(LABEL)|$(CODENAME)|$(COMPONENT)|$(SOURCESENTRY)";
function chooseMirror(targets) {
  for (const row of targets.split("\n")) {
    const [uri, origin, label, codename, component, entry] = row.split("|");
    if (!uri || origin !== "Debian" || label !== "Debian" || component !== "main") continue;
    if (codename?.includes("-")) continue;
    const [, sourceFile = "", line = "1"] = /^(.*):(\d+)$/.exec(entry ?? "") ?? [];
    return { uri, sourceFile, line: Number(line) };
  }
  return void 0;
}
__name(chooseMirror, "chooseMirror");
var DEBIAN_SUITES = /^(bullseye|bookworm|trixie|forky|sid|oldstable|stable|testing|unstable)$/;
function guessMirror(uris) {
  for (const [, uri, suite] of uris.matchAll(/^'([^']+\/)dists\/([^/']+)\/InRelease'/gm))
    if (uri && DEBIAN_SUITES.test(suite ?? "")) return { uri, sourceFile: "", line: 1 };
  return void 0;
}
__name(guessMirror, "guessMirror");
function signedBy(source, line) {
  const isStanzas = /^\s*Types:/im.test(source);
  const part = isStanzas ? stanzas(source)[line - 1] : source.split("\n")[line - 1];
  const value = isStanzas ? /^Signed-By:[ \t]*(\S+)/im.exec(part ?? "")?.[1] : /[[\s]signed-by=([^\]\s]+)/i.exec(part ?? "")?.[1];
  return value?.startsWith("/") ? value.split(",")[0] : void 0;
}
__name(signedBy, "signedBy");
function stanzas(text3) {
  const withoutComments = text3.replace(/^#.*\n?/gm, "");
  return withoutComments.split(/\n\s*\n/).filter((stanza) => stanza.trim() !== "");
}
__name(stanzas, "stanzas");

// src/images/offline/debian-exec.ts
function debianExec(exec) {
  return (file, args, options) => exec(file, args, options).catch((error) => {
    if (!(error instanceof SwarmlineError) || error.code !== "missing-tool") throw error;
    throw new SwarmlineError("missing-tool", error.message, {
      hint: "without a registry images and tools come from Debian packages: run on Debian or Ubuntu, or where docker.io answers",
      cause: error
    });
  });
}
__name(debianExec, "debianExec");

// src/images/offline/apt-state.ts
async function openAptState(place, fx) {
  const exec = debianExec(fx.exec);
  const folder = join(place.cacheDir, "apt", place.suite);
  for (const part of ["lists/partial", "cache/archives/partial", "debs", "status"])
    await mkdir(join(folder, part), { recursive: true });
  const mirror = await findMirror(exec);
  const option = mirror.signedBy ? `[signed-by=${mirror.signedBy}] ` : "";
  await writeOnce(join(folder, "sources.list"), `deb ${option}${mirror.uri} ${place.suite} main
`);
  const nothing = await statusFile(folder, "");
  return {
    folder,
    aptGet: /* @__PURE__ */ __name(async (args, { status = nothing, ...options } = {}) => {
      const settings = {
        "Dir::State": folder,
        "Dir::State::lists": join(folder, "lists"),
        "Dir::State::status": status,
        "Dir::Cache": join(folder, "cache"),
        // Images of containers switch these off; without them apt reads all of the lists again every time.
        "Dir::Cache::pkgcache": "pkgcache.bin",
        "Dir::Cache::srcpkgcache": "srcpkgcache.bin",
        "Dir::Etc::sourcelist": join(folder, "sources.list"),
        "Dir::Etc::sourceparts": "/dev/null",
        "Dir::Etc::preferences": "/dev/null",
        "Dir::Etc::preferencesparts": "/dev/null",
        "APT::Default-Release": "",
        "APT::Install-Recommends": "false",
        "APT::Update::Error-Mode": "any",
        "Acquire::Languages": "none",
        "Acquire::Retries": "2",
        // The cache belongs to whoever runs this, which is not apt's download user.
        "APT::Sandbox::User": "root"
      };
      const lock = join(folder, "lock");
      const flags = Object.entries(settings).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
      const result = await exec("flock", ["--no-fork", lock, "apt-get", ...flags, ...args], {
        ...options,
        env: { LC_ALL: "C", DEBIAN_FRONTEND: "noninteractive" },
        isChecked: false
      });
      if (result.exitCode !== 0) throw refused(result);
      return result;
    }, "aptGet")
  };
}
__name(openAptState, "openAptState");
async function statusFile(folder, content) {
  const path12 = join(folder, "status", createHash2("sha256").update(content).digest("hex").slice(0, 16));
  await writeOnce(path12, content);
  return path12;
}
__name(statusFile, "statusFile");
async function writeOnce(path12, content) {
  if (await readFile(path12, "utf8").catch(() => void 0) === content) return;
  await writeFile(`${path12}.${process.pid}`, content);
  await rename(`${path12}.${process.pid}`, path12);
}
__name(writeOnce, "writeOnce");
async function findMirror(exec) {
  const env = { LC_ALL: "C" };
  const known = await exec("apt-get", ["indextargets", "--format", TARGET_FORMAT], {
    env,
    isChecked: false
  });
  const choice2 = chooseMirror(known.stdout) ?? guessMirror((await exec("apt-get", ["update", "--print-uris"], { env, isChecked: false })).stdout);
  if (!choice2)
    throw new SwarmlineError("packages-refused", "apt's sources name no Debian mirror", {
      hint: "base images without a registry are made from Debian packages: give apt a source of them, then apt-get update"
    });
  const source = choice2.sourceFile ? await readFile(choice2.sourceFile, "utf8").catch(() => "") : "";
  return { uri: choice2.uri, signedBy: signedBy(source, choice2.line) };
}
__name(findMirror, "findMirror");
function refused(result) {
  const said = `${result.stdout}
${result.stderr}`;
  if (isDiskFull(said))
    return new SwarmlineError("disk-full", "no space left on the disk for Debian packages", {
      hint: "free some space, or point SWARMLINE_CACHE at a larger disk"
    });
  return new SwarmlineError("packages-refused", `apt refused: ${refusalOf(result.stderr || result.stdout)}`, {
    hint: "see that the machine reaches apt's mirror: apt-get update"
  });
}
__name(refused, "refused");

// src/images/offline/assumed-packages.ts
var ASSUMED = [
  "adduser",
  "base-passwd",
  "debconf",
  "debianutils",
  "dpkg",
  "fonts-glyphicons-halflings",
  "init-system-helpers",
  "javascript-common",
  "libcap2-bin",
  "libjs-bootstrap",
  "libjs-bootstrap4",
  "libjs-eonasdan-bootstrap-datetimepicker",
  "libjs-jquery",
  "libjs-jquery-hotkeys",
  "libjs-moment",
  "libjs-moment-timezone",
  "libjs-mustache",
  "libjs-popper.js",
  "libjs-rickshaw",
  "libsasl2-modules-db",
  "lsb-base",
  "mount",
  "openssl",
  "openssl-provider-legacy",
  "passwd",
  "perl",
  "perl-base",
  "php-common",
  "procps",
  "psmisc",
  "sensible-utils",
  "sysvinit-utils",
  "ucf"
];
function assumedStatus(wanted) {
  return ASSUMED.filter((name) => !wanted.includes(name)).map(
    (name) => [
      `Package: ${name}`,
      "Status: install ok installed",
      "Architecture: all",
      "Multi-Arch: foreign",
      "Version: 9999:0",
      "Maintainer: nobody <nobody@localhost>",
      "Description: assumed\n"
    ].join("\n")
  ).join("\n");
}
__name(assumedStatus, "assumedStatus");

// src/images/offline/packages.ts
var LISTS_ARE_FRESH_MS = 72 * 36e5;
async function openPackages(place, fx) {
  const apt = await openAptState(place, fx);
  let isUpdated = false;
  let queue = Promise.resolve();
  const update = /* @__PURE__ */ __name(async () => {
    await apt.aptGet(["-qq", "update"]);
    await writeFile2(join2(apt.folder, "updated"), "");
    isUpdated = true;
  }, "update");
  const obtain = /* @__PURE__ */ __name(async (names, onProgress = () => {
  }) => {
    const age = await stat(join2(apt.folder, "updated")).then(
      ({ mtimeMs }) => fx.clock.now() - mtimeMs,
      () => void 0
    );
    if (age === void 0 || age > LISTS_ARE_FRESH_MS && !isUpdated) {
      onProgress("package lists");
      await update().catch((error) => {
        if (age === void 0) throw error;
        fx.log.warn(`Debian's package lists are old and cannot be renewed: ${error.message}`);
      });
    }
    const status = await statusFile(apt.folder, assumedStatus(names));
    const attempt2 = /* @__PURE__ */ __name(async () => download(apt, status, await resolve(apt, status, names), onProgress), "attempt");
    try {
      return await attempt2();
    } catch (error) {
      if (isUpdated || !(error instanceof SwarmlineError) || error.code !== "packages-refused") throw error;
      await update();
      return attempt2();
    }
  }, "obtain");
  return {
    suite: place.suite,
    // One after the other: what the first downloads the second finds.
    obtain: /* @__PURE__ */ __name((names, onProgress) => {
      const turn = queue.then(() => obtain(names, onProgress));
      queue = turn.catch(() => void 0);
      return turn;
    }, "obtain")
  };
}
__name(openPackages, "openPackages");
async function resolve(apt, status, names) {
  const { stdout } = await apt.aptGet(["-s", "-y", "install", ...names], { status });
  const plan = plannedPackages(stdout);
  if (plan.length === 0)
    throw new SwarmlineError("packages-refused", `apt would install nothing for ${names.join(" ")}`);
  return plan;
}
__name(resolve, "resolve");
async function download(apt, status, plan, onProgress) {
  const debs = join2(apt.folder, "debs");
  const result = plan.map((each) => ({ ...each, path: join2(debs, debFileName(each)) }));
  const missing2 = result.filter(({ path: path12 }) => !existsSync(path12));
  if (missing2.length === 0) return result;
  const scratch = await mkdtemp(join2(apt.folder, "download-"));
  try {
    let count2 = 0;
    await apt.aptGet(["-q", "download", ...missing2.map(({ name, version: version2 }) => `${name}=${version2}`)], {
      status,
      cwd: scratch,
      onLine: /* @__PURE__ */ __name((line) => {
        if (line.startsWith("Get:")) onProgress(`downloads ${++count2} of ${missing2.length} packages`);
      }, "onLine")
    });
    for (const file of await readdir(scratch))
      if (file.endsWith(".deb")) await rename2(join2(scratch, file), join2(debs, file));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  const lost = result.find(({ path: path12 }) => !existsSync(path12));
  if (lost) throw new SwarmlineError("packages-refused", `apt did not download ${lost.name} ${lost.version}`);
  return result;
}
__name(download, "download");

// src/images/tools.rules.ts
import { dirname } from "node:path";
function versionOf(said) {
  const [text3, major] = /\b(\d+)\.\d+[\w.+~-]*/.exec(said) ?? [];
  return text3 && major ? { text: text3, major: Number(major) } : void 0;
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
  const version2 = said && versionOf(said.stdout);
  if (!version2 || version2.major < OLDEST_MAJOR) return void 0;
  const info = await fx.exec("docker", ["info", "--format", "{{json .ClientInfo.Plugins}}"], {
    isChecked: false
  });
  const pluginsDir = pluginsDirOf(info.stdout);
  if (!pluginsDir) return void 0;
  return { docker: "docker", pluginsDir, version: version2.text, isFromPackages: false, env: ENV };
}
__name(ownClient, "ownClient");
async function fromPackages(place, fx) {
  const suite = place.suite === "bookworm" ? "trixie" : place.suite;
  const folder = join3(place.cacheDir, "tools", suite);
  const docker = join3(folder, "usr/bin/docker");
  if (!existsSync2(docker))
    await fx.log.step(
      `Get docker's command line from Debian ${suite}`,
      (update) => unpackTools(folder, { ...place, suite }, fx, update).catch((error) => {
        throw classify(error);
      })
    );
  const { stdout } = await fx.exec(docker, ["--version"]);
  const pluginsDir = join3(folder, "usr/libexec/docker/cli-plugins");
  return { docker, pluginsDir, version: versionOf(stdout)?.text ?? "", isFromPackages: true, env: ENV };
}
__name(fromPackages, "fromPackages");
async function unpackTools(folder, place, fx, update) {
  const packages = await openPackages(place, fx);
  await mkdir2(dirname2(folder), { recursive: true });
  const scratch = await mkdtemp2(join3(dirname2(folder), ".new-"));
  try {
    const debs = await packages.obtain(PACKAGES, update);
    for (const { name, path: path12 } of debs)
      if (PACKAGES.includes(name)) await fx.exec("dpkg-deb", ["-x", path12, scratch]);
    if (!existsSync2(join3(scratch, "usr/bin/docker")))
      throw new SwarmlineError("packages-refused", `Debian ${place.suite} has no docker command line`);
    await rename3(scratch, folder).catch(() => void 0);
  } finally {
    await rm2(scratch, { recursive: true, force: true });
  }
}
__name(unpackTools, "unpackTools");

// src/usecases/docker-command.ts
var SUITE = "trixie";
async function dockerCommand(configDir, home, fx) {
  const { docker, env } = await dockerTools({ cacheDir: home.cacheDir, suite: SUITE }, fx);
  return { file: docker, configDir, env };
}
__name(dockerCommand, "dockerCommand");

// src/cluster/containers.ts
async function startContainer(client, what, name, signal) {
  await asked(
    `${what} does not start`,
    () => client.json("POST", `/containers/${name}/start`, { signal, timeoutMs: 12e4 })
  );
}
__name(startContainer, "startContainer");
async function asked(what, ask) {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof EngineAnswerError)) throw error;
    throw new SwarmlineError("cluster-failed", `${what}: ${error.message}`, { cause: error });
  }
}
__name(asked, "asked");

// src/cluster/last-words.ts
async function lastWords(client, name) {
  const lines = (await lastLines(client, name, 8)).map((line) => line.trim());
  if (lines.length === 0) return "";
  return `; its last words: ${lines.slice(-4).join(" | ").replace(/SWMTKN-[\w-]+/g, "SWMTKN-\u2026").slice(-600)}`;
}
__name(lastWords, "lastWords");

// src/cluster/dind/engines-up.ts
async function waitForEngine(client, container, node, socketPath, options) {
  const own2 = connectEngine(socketPath);
  const look2 = /* @__PURE__ */ __name(async () => {
    try {
      await own2.json("GET", "/version", { timeoutMs: 1e4, signal: options.signal });
      return true;
    } catch (error) {
      if (error instanceof SwarmlineError && error.code === "cancelled") throw error;
      return void 0;
    }
  }, "look");
  try {
    await waitFor(`the engine of node ${node} answers`, look2, { everyMs: 500, ...options });
  } catch (error) {
    if (!(error instanceof SwarmlineError) || error.code !== "timed-out") throw error;
    throw new SwarmlineError("cluster-failed", `${error.message}${await lastWords(client, container)}`, {
      cause: error
    });
  } finally {
    own2.close();
  }
}
__name(waitForEngine, "waitForEngine");

// src/cluster/dind/power.ts
var BACK_MS = 12e4;
var ACT_MS = 6e4;
function nodePower(host, cluster, node) {
  const container = nameOf.node(cluster, node.name);
  const network = nameOf.network(cluster);
  const own2 = /* @__PURE__ */ __name(() => inspectOwn(host, cluster, node.name), "own");
  const post = /* @__PURE__ */ __name((path12, more = {}) => host.json("POST", path12, { ...more, timeoutMs: ACT_MS }), "post");
  return {
    async cut() {
      if (!(await own2()).isRunning) return;
      await post(`/containers/${container}/kill`, { query: { signal: "SIGKILL" } });
      await post(`/containers/${container}/wait`);
    },
    async restore(fx) {
      if (!(await own2()).isRunning)
        await startContainer(host, `node ${node.name}`, container, fx.signal).catch(
          async (error) => {
            if (!(await own2()).isRunning) throw error;
          }
        );
      await waitForEngine(host, container, node.name, node.socketPath, { ...fx, deadlineMs: BACK_MS });
    },
    async disconnect() {
      if (!(await own2()).networks.includes(network)) return;
      await post(`/networks/${network}/disconnect`, { body: { Container: container, Force: true } });
    },
    async reconnect(signal) {
      if ((await own2()).networks.includes(network)) return;
      const EndpointConfig = { IPAMConfig: { IPv4Address: node.address } };
      await post(`/networks/${network}/connect`, { body: { Container: container, EndpointConfig }, signal });
    }
  };
}
__name(nodePower, "nodePower");
async function inspectOwn(host, cluster, node) {
  const name = nameOf.node(cluster, node);
  const hint = "take the cluster down and up again";
  try {
    const { State, Config, NetworkSettings } = await host.json("GET", `/containers/${name}/json`);
    const labels = Config.Labels ?? {};
    if (labels[LABEL.cluster] !== cluster || labels[LABEL.node] !== node)
      throw new SwarmlineError("cluster-failed", `the container ${name} is not this cluster's`, { hint });
    return { isRunning: State.Running, networks: Object.keys(NetworkSettings.Networks ?? {}) };
  } catch (error) {
    if (!(error instanceof EngineAnswerError) || error.status !== 404) throw error;
    throw new SwarmlineError("cluster-failed", `there is no container ${name}`, { hint, cause: error });
  }
}
__name(inspectOwn, "inspectOwn");

// src/usecases/failover.ts
var ASK_MS = 5e3;
function withFailover(first, others) {
  if (others.length === 0) return first;
  let current = first;
  let moving;
  const move = /* @__PURE__ */ __name(async (from) => {
    const all = [first, ...others];
    const at = all.indexOf(from);
    for (const candidate of [...all.slice(at + 1), ...all.slice(0, at)]) {
      const isManager = await candidate.json("GET", "/info", { timeoutMs: ASK_MS }).then(
        (info) => info.Swarm.ControlAvailable,
        () => false
      );
      if (!isManager) continue;
      current = candidate;
      return;
    }
  }, "move");
  const ask = /* @__PURE__ */ __name(async (method, request) => {
    const asked2 = current;
    try {
      return await request(asked2);
    } catch (error) {
      if (!(error instanceof SwarmlineError) || error.code !== "engine-lost") throw error;
      if (current === asked2) {
        moving ??= move(asked2).finally(() => {
          moving = void 0;
        });
        await moving;
      }
      if (current === asked2 || method !== "GET") throw error;
      return request(current);
    }
  }, "ask");
  return {
    get socketPath() {
      return current.socketPath;
    },
    json: /* @__PURE__ */ __name((method, path12, options) => ask(method, (manager) => manager.json(method, path12, options)), "json"),
    stream: /* @__PURE__ */ __name((method, path12, options) => ask(method, (manager) => manager.stream(method, path12, options)), "stream"),
    close: /* @__PURE__ */ __name(() => {
      for (const manager of [first, ...others]) manager.close();
    }, "close")
  };
}
__name(withFailover, "withFailover");

// src/usecases/swarm.ts
async function openSwarm(target, home, fx, options = { isSwarmNeeded: true }) {
  return target.kind === "cluster" ? openCluster(target.name, home, fx) : openExisting(target, options, home, fx);
}
__name(openSwarm, "openSwarm");
async function openCluster(name, home, fx) {
  const cluster = await readCluster(home.stateDir, name);
  const engine = await attachEngine(cluster.engine, clusterDir(home, name), fx);
  const host = connectEngine(engine.socketPath, engine.revive);
  const nodes = cluster.nodes.map((node) => ({
    ...node,
    client: connectEngine(node.socketPath),
    power: cluster.provider === "dind" ? nodePower(host, name, node) : void 0
  }));
  const [first, ...others] = nodes.filter((node) => node.role === "manager").map((node) => node.client);
  if (!first) throw new SwarmlineError("not-found", `the cluster ${name} has no manager`);
  return {
    manager: withFailover(first, others),
    nodes,
    hasMesh: cluster.hasMesh,
    dockerConfigDir: cluster.registry.dockerConfigDir,
    cluster,
    openPort: /* @__PURE__ */ __name((address, port) => engine.openPort(address, port), "openPort"),
    // The connection to the engine stays for the next command; only ours to the nodes end.
    close: /* @__PURE__ */ __name(async () => {
      for (const client of [host, ...nodes.map((node) => node.client)]) client.close();
    }, "close")
  };
}
__name(openCluster, "openCluster");
async function openExisting(target, { isSwarmNeeded }, home, fx) {
  const { openHostEngine } = await import("./host-5WIIR5RB.js");
  const runDir = clusterDir(home, "existing");
  const { dockerHost, hostKey, certDir } = target;
  const engine = await openHostEngine({ dockerHost, hostKey, certDir, runDir, nodeImage: "" }, fx);
  const manager = connectEngine(engine.socketPath, engine.revive);
  const info = await manager.json("GET", "/info");
  if (!info.Swarm.ControlAvailable && isSwarmNeeded)
    throw new SwarmlineError("no-engine", `${engine.title} is not a manager of a swarm`, {
      hint: "point DOCKER_HOST at a manager, or make a swarm: swarmline up"
    });
  const nodes = info.Swarm.ControlAvailable ? await manager.json("GET", "/nodes") : [];
  return {
    manager,
    nodes: nodes.map((node) => ({
      id: node.ID,
      name: node.Description.Hostname,
      role: node.Spec.Role,
      labels: node.Spec.Labels ?? {},
      address: node.Status.Addr,
      client: manager,
      power: void 0
    })),
    hasMesh: engine.hasMesh,
    dockerConfigDir: target.dockerConfigDir,
    ownDockerConfigDir: home.dockerConfigDir,
    cluster: void 0,
    openPort: /* @__PURE__ */ __name(async (address, port) => ({ host: address, port }), "openPort"),
    close: /* @__PURE__ */ __name(async () => {
      manager.close();
      await engine.close();
    }, "close")
  };
}
__name(openExisting, "openExisting");

// src/rollout/empty-result.rules.ts
var emptyResult = /* @__PURE__ */ __name((stack, outcome, startedAtMs, endedAtMs) => ({
  stack,
  outcome,
  services: [],
  failures: [],
  startedAt: new Date(startedAtMs).toISOString(),
  durationMs: endedAtMs - startedAtMs
}), "emptyResult");

// src/stack/record/pack.ts
import { gunzipSync, gzipSync } from "node:zlib";
var PART_LENGTH = 45e4;
var MAX_PARTS = 8;
var MAX_BYTES = 64 * 1024 * 1024;
function packSpecs(specs, partLength = PART_LENGTH) {
  const text3 = gzipSync(JSON.stringify(specs), { level: 9 }).toString("base64");
  const count2 = Math.ceil(text3.length / partLength);
  if (count2 > MAX_PARTS) return void 0;
  return Array.from({ length: count2 }, (_, i) => text3.slice(i * partLength, (i + 1) * partLength));
}
__name(packSpecs, "packSpecs");
function unpackSpecs(parts) {
  try {
    const json = gunzipSync(Buffer.from(parts.join(""), "base64"), { maxOutputLength: MAX_BYTES });
    const specs = JSON.parse(json.toString("utf8"));
    return specs.schema === 1 && Array.isArray(specs.services) ? specs : void 0;
  } catch {
    return void 0;
  }
}
__name(unpackSpecs, "unpackSpecs");

// src/stack/record/record.rules.ts
var RECORD_LABEL = {
  seq: "io.swarmline.deploy.seq",
  outcome: "io.swarmline.deploy.outcome",
  version: "io.swarmline.deploy.tool-version",
  /** On a rollback: the seq that it went back to. */
  rollbackTo: "io.swarmline.deploy.rollback-to",
  /** How many objects hold the specs; there once all of them are. */
  parts: "io.swarmline.deploy.parts"
};
var PENDING = "pending";
function recordsOf(configs) {
  const ofKind = /* @__PURE__ */ __name((kind) => configs.filter((c) => c.Spec.Labels?.[OUR_LABEL.kind] === kind), "ofKind");
  const parts = Map.groupBy(ofKind("deploy-part"), seqOf);
  return ofKind("deploy").flatMap((header) => {
    const labels = header.Spec.Labels ?? {};
    const seq = seqOf(header);
    if (!Number.isSafeInteger(seq) || seq < 1) return [];
    const own2 = (parts.get(seq) ?? []).toSorted((a, b) => partOf(a) - partOf(b));
    const wanted = Number(labels[RECORD_LABEL.parts] ?? 0);
    const rollbackTo = Number(labels[RECORD_LABEL.rollbackTo]);
    return [
      {
        seq,
        at: header.CreatedAt,
        owner: labels[OUR_LABEL.owner] ?? "",
        version: labels[RECORD_LABEL.version] ?? "",
        outcome: labels[RECORD_LABEL.outcome] ?? PENDING,
        rollbackTo: rollbackTo > 0 ? rollbackTo : void 0,
        hasSpecs: wanted > 0 && own2.length === wanted,
        header,
        parts: own2
      }
    ];
  }).toSorted((a, b) => b.seq - a.seq);
}
__name(recordsOf, "recordsOf");
var lastSeq = /* @__PURE__ */ __name((configs) => Math.max(0, ...configs.map(seqOf).filter(Number.isSafeInteger)), "lastSeq");
function strayParts(configs, records) {
  const held2 = new Set(records.flatMap((record5) => record5.parts.map((part) => part.ID)));
  return configs.filter((c) => c.Spec.Labels?.[OUR_LABEL.kind] === "deploy-part" && !held2.has(c.ID));
}
__name(strayParts, "strayParts");
function outdatedRecords(records, keep) {
  const last = records.find((record5) => record5.outcome === "converged" && record5.hasSpecs);
  return records.slice(Math.max(1, keep)).filter((record5) => record5 !== last);
}
__name(outdatedRecords, "outdatedRecords");
var seqOf = /* @__PURE__ */ __name((config) => Number(config.Spec.Labels?.[RECORD_LABEL.seq]), "seqOf");
var partOf = /* @__PURE__ */ __name((config) => Number(config.Spec.Name.slice(config.Spec.Name.lastIndexOf(".") + 1)), "partOf");

// src/stack/record/read.ts
async function readRecords(client, stack, fx) {
  return recordsOf(await listConfigs(client, `${STACK_LABEL}=${stack}`, fx));
}
__name(readRecords, "readRecords");
function readSpecs(record5) {
  if (!record5.hasSpecs) return void 0;
  return unpackSpecs(record5.parts.map((part) => Buffer.from(part.Spec.Data ?? "", "base64").toString("latin1")));
}
__name(readSpecs, "readSpecs");

// src/stack/remove-unused.ts
async function removeUnused(client, { kind, id }, fx) {
  try {
    await persist(() => client.json("DELETE", `/${kind}s/${id}`, { signal: fx.signal }), fx);
    return true;
  } catch (error) {
    if (isGone(error)) return true;
    if (error instanceof EngineAnswerError) return false;
    throw error;
  }
}
__name(removeUnused, "removeUnused");

// src/stack/service-uses.rules.ts
function usesOf(spec) {
  const container = spec.TaskTemplate.ContainerSpec;
  return {
    secrets: (container?.Secrets ?? []).map((secret) => secret.SecretID),
    configs: (container?.Configs ?? []).map((config) => config.ConfigID),
    networks: (spec.TaskTemplate.Networks ?? []).map((network) => network.Target)
  };
}
__name(usesOf, "usesOf");
var specsOf = /* @__PURE__ */ __name(({ Spec, PreviousSpec }) => PreviousSpec ? [Spec, PreviousSpec] : [Spec], "specsOf");

// src/stack/stack-objects.ts
var ofStack = /* @__PURE__ */ __name((stack) => ({
  filters: JSON.stringify({ label: [`${STACK_LABEL}=${stack}`] })
}), "ofStack");
async function stackObjects(client, stack, signal) {
  const list4 = /* @__PURE__ */ __name(async (path12) => await client.json("GET", path12, { query: ofStack(stack), signal }) ?? [], "list");
  const [services, tasks, networks, secrets, configs] = await Promise.all([
    list4("/services"),
    list4("/tasks"),
    list4("/networks"),
    list4("/secrets"),
    list4("/configs")
  ]);
  return { services, tasks, networks, secrets, configs };
}
__name(stackObjects, "stackObjects");
function inWords2(objects) {
  return Object.entries(objects).filter(([, list4]) => list4.length > 0).map(([kind, list4]) => `${list4.length} ${list4.length === 1 ? kind.slice(0, -1) : kind}`).join(", ");
}
__name(inWords2, "inWords");

// src/stack/contents/outdated.rules.ts
function outdated(stack, generations, { keep, inUse: inUse2 }) {
  const known = new Set(generations.filter((g) => g.labels[OUR_LABEL.logicalName]).map(logicalKey));
  const groups = Map.groupBy(
    generations.map((g) => g.labels[OUR_LABEL.logicalName] ? g : asPlain(stack, g)),
    logicalKey
  );
  return [...groups].flatMap(
    ([key, group]) => known.has(key) ? group.toSorted((a, b) => compare(b.createdAt, a.createdAt)).slice(Math.max(1, keep)).filter(({ id }) => !inUse2.has(id)) : []
  );
}
__name(outdated, "outdated");
var logicalKey = /* @__PURE__ */ __name(({ kind, labels }) => `${kind} ${labels[OUR_LABEL.logicalName] ?? ""}`, "logicalKey");
function asPlain(stack, generation) {
  if (!generation.name.startsWith(`${stack}_`)) return generation;
  const logicalName = generation.name.slice(stack.length + 1);
  return { ...generation, labels: { ...generation.labels, [OUR_LABEL.logicalName]: logicalName } };
}
__name(asPlain, "asPlain");
var compare = /* @__PURE__ */ __name((a, b) => a < b ? -1 : a > b ? 1 : 0, "compare");

// src/stack/contents/prune.ts
async function pruneContents(client, stack, { keep }, fx) {
  const generations = [
    ...await list(client, stack, "secret", fx),
    ...await list(client, stack, "config", fx)
  ];
  const removed = [];
  for (const { kind, id, name } of outdated(stack, generations, {
    keep,
    inUse: await inUse(client, stack, fx)
  })) {
    if (await removeUnused(client, { kind, id }, fx)) removed.push(name);
  }
  if (removed.length > 0) fx.log.debug(`removed, since nothing uses them: ${removed.join(", ")}`);
  return removed;
}
__name(pruneContents, "pruneContents");
async function list(client, stack, kind, fx) {
  const ask = /* @__PURE__ */ __name(() => client.json("GET", `/${kind}s`, { query: ofStack(stack), signal: fx.signal }), "ask");
  return (await persist(ask, fx) ?? []).filter(({ Spec }) => !isBook(Spec.Labels)).map(({ ID, CreatedAt, Spec }) => ({
    kind,
    id: ID,
    name: Spec.Name,
    labels: Spec.Labels ?? {},
    createdAt: CreatedAt
  }));
}
__name(list, "list");
async function inUse(client, stack, fx) {
  const services = await persist(
    () => client.json("GET", "/services", { signal: fx.signal }),
    fx
  );
  const recorded = (await readRecords(client, stack, fx)).flatMap((record5) => readSpecs(record5)?.services ?? []);
  const specs = [...(services ?? []).flatMap(specsOf), ...recorded];
  return new Set(specs.map(usesOf).flatMap(({ secrets, configs }) => [...secrets, ...configs]));
}
__name(inUse, "inUse");

// src/stack/prune-services.ts
async function pruneServices(client, stack, names, fx) {
  if (names.length === 0) return [];
  const { services } = await persist(() => stackObjects(client, stack, fx.signal), fx);
  const removed = [];
  for (const { ID, Spec } of services.filter((service) => names.includes(service.Spec.Name))) {
    const remove = /* @__PURE__ */ __name(() => client.json("DELETE", `/services/${ID}`, { signal: fx.signal }), "remove");
    await persist(remove, fx).catch((error) => {
      if (!(error instanceof EngineAnswerError)) throw error;
      if (error.status !== 404)
        throw new SwarmlineError("deploy-failed", `${Spec.Name} could not be removed: ${error.message}`, {
          hint: `remove it: docker service rm ${Spec.Name}`,
          cause: error
        });
    });
    removed.push(Spec.Name);
  }
  return removed;
}
__name(pruneServices, "pruneServices");

// src/stack/record/write.ts
var NAME_TRIES = 20;
var SUFFIX_LENGTH = 10;
async function beginRecord(request, fx) {
  const { client, stack, owner, version: version2, rollbackTo } = request;
  const base = bookName("deploy", stack, SUFFIX_LENGTH);
  const last = lastSeq(await listConfigs(client, `${STACK_LABEL}=${stack}`, fx));
  for (let seq = last + 1, tries = 0; tries < NAME_TRIES; seq++, tries++) {
    const labels = { [STACK_LABEL]: stack, [RECORD_LABEL.seq]: String(seq) };
    const id = await createConfig(
      client,
      {
        name: `${base}-${seq}`,
        kind: "deploy",
        labels: {
          ...labels,
          [OUR_LABEL.owner]: owner,
          [RECORD_LABEL.version]: version2,
          [RECORD_LABEL.outcome]: PENDING,
          ...rollbackTo === void 0 ? {} : { [RECORD_LABEL.rollbackTo]: String(rollbackTo) }
        },
        data: JSON.stringify({ schema: 1, stack, seq })
      },
      fx
    );
    if (id === void 0) continue;
    return {
      seq,
      capture: /* @__PURE__ */ __name((within) => quietly(
        "what was deployed",
        within,
        () => capture(client, stack, { id, seq, name: `${base}-${seq}`, labels }, within)
      ), "capture"),
      finish: /* @__PURE__ */ __name((outcome, keep, within) => quietly("how the deploy ended", within, async () => {
        await labelConfig(client, id, { [RECORD_LABEL.outcome]: outcome }, within);
        await prune(client, stack, keep, within);
      }).catch(
        (error) => (
          // The last thing that a deploy does: what it had to say itself goes first.
          within.log.warn(`how the deploy ended could not be recorded in the swarm: ${explain(error)}`)
        )
      ), "finish")
    };
  }
  throw new SwarmlineError("deploy-failed", `no name is free for the record of a deploy of ${stack}`, {
    hint: `remove what holds them: docker config ls --filter name=${base}`
  });
}
__name(beginRecord, "beginRecord");
async function quietly(what, fx, work) {
  try {
    await work();
  } catch (error) {
    if (fx.signal.aborted) throw error;
    fx.log.warn(`${what} could not be recorded in the swarm: ${explain(error)}`);
  }
}
__name(quietly, "quietly");
async function capture(client, stack, header, fx) {
  const objects = await persist(() => stackObjects(client, stack, fx.signal), fx);
  const parts = packSpecs({
    schema: 1,
    stack,
    seq: header.seq,
    services: objects.services.map((service) => service.Spec),
    networks: objects.networks.map((network) => network.Name),
    secrets: objects.secrets.map((secret) => secret.Spec.Name),
    configs: objects.configs.filter((c) => !isBook(c.Spec.Labels)).map((config) => config.Spec.Name)
  });
  if (!parts) {
    fx.log.warn(`${stack} is too large to be recorded in the swarm: there is no way back to this deploy`);
    return;
  }
  for (const [i, data] of parts.entries()) {
    const name = `${header.name}.${i + 1}`;
    const id = await createConfig(client, { name, kind: "deploy-part", labels: header.labels, data }, fx);
    if (id === void 0) throw new SwarmlineError("deploy-failed", `there is a config ${name} already`);
  }
  await labelConfig(client, header.id, { [RECORD_LABEL.parts]: String(parts.length) }, fx);
}
__name(capture, "capture");
async function prune(client, stack, keep, fx) {
  const configs = await listConfigs(client, `${STACK_LABEL}=${stack}`, fx);
  const records = recordsOf(configs);
  const doomed = outdatedRecords(records, keep).flatMap((record5) => [record5.header, ...record5.parts]);
  for (const { ID } of [...doomed, ...strayParts(configs, records)]) await removeConfig(client, ID, fx);
}
__name(prune, "prune");

// src/stack/restore/snapshot.ts
async function takeSnapshot(client, stack, fx) {
  const { services, networks, secrets, configs } = await persist(
    () => stackObjects(client, stack, fx.signal),
    fx
  );
  return {
    stack,
    services: services.map(({ ID, Spec }) => ({ id: ID, spec: Spec })),
    networkIds: networks.map((network) => network.Id),
    secretIds: secrets.map((secret) => secret.ID),
    configIds: configs.filter((config) => !isBook(config.Spec.Labels)).map((config) => config.ID)
  };
}
__name(takeSnapshot, "takeSnapshot");

// src/stack/restore/same-spec.rules.ts
var isSameSpec = /* @__PURE__ */ __name((a, b) => JSON.stringify(canonical(a)) === JSON.stringify(canonical(b)), "isSameSpec");
function canonical(value, key = "") {
  if (Array.isArray(value)) return value.length === 0 ? void 0 : value.map((item) => canonical(item) ?? null);
  if (typeof value !== "object" || value === null) return value ?? void 0;
  const entries2 = Object.entries(value).map(([name, item]) => [name, canonical(item, name)]).filter(([, item]) => item !== void 0).toSorted(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
  return entries2.length === 0 && !/^Global(Job)?$|^ReplicatedJob$/.test(key) ? void 0 : Object.fromEntries(entries2);
}
__name(canonical, "canonical");

// src/stack/restore/standing.rules.ts
function standing(snapshot, { services, currentTasks }, whose) {
  const known = snapshot.services.map(({ id, spec }) => {
    const now = services.find((s) => s.ID === id) ?? services.find((s) => s.Spec.Name === spec.Name);
    if (!now) return `${spec.Name}: not there`;
    const has = isSameSpec(now.Spec, spec) ? `has its spec ${whose}` : `has another spec than the one ${whose}`;
    return `${spec.Name}: ${has}, ${tasksOf(now, currentTasks)}`;
  });
  const names = snapshot.services.map(({ spec }) => spec.Name);
  const later = services.filter(
    ({ ID, Spec }) => !names.includes(Spec.Name) && !snapshot.services.some(({ id }) => id === ID)
  );
  return [
    ...known,
    ...later.map((now) => `${now.Spec.Name}: came later and is still there, ${tasksOf(now, currentTasks)}`)
  ].toSorted();
}
__name(standing, "standing");
function tasksOf({ ID, Spec, UpdateStatus }, currentTasks) {
  const running = currentTasks.filter((task) => task.ServiceID === ID && task.Status.State === "running").length;
  const wanted = Spec.Mode.Replicated?.Replicas;
  const counted = wanted === void 0 ? `tasks that run by it: ${running}` : `${running} of ${wanted} tasks run by it`;
  const goesOn = GOES_ON[UpdateStatus?.State ?? ""];
  return goesOn ? `${counted}; ${goesOn}` : counted;
}
__name(tasksOf, "tasksOf");
var GOES_ON = {
  updating: "the swarm goes on with it by itself",
  rollback_started: "the swarm goes on with it by itself",
  paused: "paused, nothing moves until somebody deploys again or rolls back",
  rollback_paused: "paused, nothing moves until somebody deploys again or rolls back"
};

// src/stack/restore/standing.ts
var LOOK_MS = 1e4;
async function readStanding(client, snapshot, whose, fx) {
  const { clock, signal } = forCleanup(fx, LOOK_MS);
  const list4 = /* @__PURE__ */ __name(async (path12, more = {}) => {
    const filters = JSON.stringify({ label: [`${STACK_LABEL}=${snapshot.stack}`], ...more });
    return await client.json("GET", path12, { query: { filters }, signal }) ?? [];
  }, "list");
  try {
    return await persist(
      async () => {
        const services = await list4("/services");
        const tasks = await list4("/tasks", { "_up-to-date": ["true"] });
        const nodes = await client.json("GET", "/nodes", { signal });
        const ready = new Set(nodes.filter((node) => node.Status.State === "ready").map((node) => node.ID));
        const currentTasks = tasks.filter((task) => ready.has(task.NodeID ?? ""));
        return standing(snapshot, { services, currentTasks }, whose);
      },
      { clock, signal }
    );
  } catch {
    return [
      `${snapshot.stack}: the engine does not answer, so nobody can tell what is left; look at it later`
    ];
  }
}
__name(readStanding, "readStanding");

// src/rollout/snapshot.ts
var EMPTY_BASELINE = { runningTaskIds: /* @__PURE__ */ new Set(), endedTaskIds: /* @__PURE__ */ new Set() };
var ENDED = /* @__PURE__ */ new Set(["complete", "shutdown", "failed", "rejected", "remove", "orphaned"]);
var isEnded = /* @__PURE__ */ __name((state) => ENDED.has(state), "isEnded");
var updateKey = /* @__PURE__ */ __name(({ UpdateStatus }) => UpdateStatus?.State ? `${UpdateStatus.State} ${UpdateStatus.StartedAt} ${UpdateStatus.CompletedAt}` : "", "updateKey");
function statusOf(service, baseline) {
  const state = service.UpdateStatus?.State;
  const isOld = baseline.updates?.get(service.ID) === updateKey(service);
  return isOld && state?.endsWith("completed") ? void 0 : state;
}
__name(statusOf, "statusOf");
async function readBaseline(client, stack, signal) {
  const [tasks, services] = await Promise.all([
    list2(client, "/tasks", stackFilter(stack), signal),
    list2(client, "/services", stackFilter(stack), signal)
  ]);
  const idsOf = /* @__PURE__ */ __name((isWanted) => new Set(tasks.filter((t) => isWanted(t.Status.State)).map((t) => t.ID)), "idsOf");
  return {
    runningTaskIds: idsOf((state) => state === "running"),
    endedTaskIds: idsOf(isEnded),
    updates: new Map(services.map((service) => [service.ID, updateKey(service)]))
  };
}
__name(readBaseline, "readBaseline");
var NODES_EVERY_LOOKS = 5;
function createSnapshotReader(client, stack) {
  let looks = 0;
  let nodes = [];
  let current = { key: "", ids: /* @__PURE__ */ new Set() };
  return async (signal, areNodesAsked = false) => {
    const filter = stackFilter(stack);
    const [services, tasks] = await Promise.all([
      list2(client, "/services", filter, signal),
      list2(client, "/tasks", filter, signal)
    ]);
    const key = JSON.stringify([services.map(whatTasksAreMadeOf), tasks.map((t) => t.ID)]);
    if (key !== current.key) {
      const upToDate = await list2(client, "/tasks", { ...filter, "_up-to-date": ["true"] }, signal);
      current = { key, ids: new Set(upToDate.map((t) => t.ID)) };
    }
    if (looks++ % NODES_EVERY_LOOKS === 0 || areNodesAsked)
      nodes = await list2(client, "/nodes", {}, signal);
    return { services, tasks, currentTaskIds: current.ids, nodes };
  };
}
__name(createSnapshotReader, "createSnapshotReader");
var whatTasksAreMadeOf = /* @__PURE__ */ __name(({ ID, Spec }) => [ID, Spec.TaskTemplate, Spec.EndpointSpec], "whatTasksAreMadeOf");
var stackFilter = /* @__PURE__ */ __name((stack) => ({
  label: [`com.docker.stack.namespace=${stack}`]
}), "stackFilter");
async function list2(client, path12, filters, signal) {
  const query = { filters: JSON.stringify(filters) };
  const answer = await client.json("GET", path12, {
    query,
    timeoutMs: 1e4,
    ...signal ? { signal } : {}
  });
  return answer ?? [];
}
__name(list2, "list");

// src/rollout/advice.rules.ts
function explainOutcome(result) {
  const bad = result.services.filter((s) => s.outcome !== "converged");
  const first = bad.find((s) => s.outcome === result.outcome);
  const failure = result.failures.find((f) => f.service === first?.name);
  const where = failure?.node ? ` on ${failure.node}` : "";
  const others = bad.length > 1 ? ` (and ${bad.length - 1} more)` : "";
  const counts = first ? ` (${first.running}/${first.wanted})` : "";
  return {
    message: `${first?.name ?? result.stack} ${IN_WORDS[result.outcome]}${counts}: ${failure?.error ?? "no task"}${where}${others}`,
    hint: result.outcome === "paused" ? pausedHint(first?.name ?? "") : hintFor(failure)
  };
}
__name(explainOutcome, "explainOutcome");
var IN_WORDS = {
  converged: "converged",
  "rolled-back": "was rolled back",
  paused: "is paused half-way",
  failed: "failed",
  "timed-out": "did not converge in time",
  cancelled: "was not waited for"
};
var pausedHint = /* @__PURE__ */ __name((service) => `fix the cause and deploy again, or go back: docker service rollback ${service}`, "pausedHint");
var HINTS = {
  image: "push the image, check its name, and give the nodes the login (with-registry-auth)",
  placement: "label a node as the constraint asks (docker node update --label-add), or change the constraint",
  port: "free the port, or publish another one",
  exit: "the last lines of its log say why; see more with docker service logs",
  health: "the health check never passed: try it in the container, or give it a longer start_period",
  resources: "lower deploy.resources.reservations, or add a node",
  network: "look at the networks of the stack: docker network ls",
  secret: "look at the secrets and configs of the stack: docker secret ls, docker config ls",
  other: "see docker service ps --no-trunc"
};
var hintFor = /* @__PURE__ */ __name((failure) => /no space left on device/i.test(failure?.error ?? "") ? `free some space on ${failure?.node || "the node"}: docker system prune` : HINTS[failure?.category ?? "other"], "hintFor");

// src/rollout/category.rules.ts
var SIGNS2 = [
  [/unhealthy container|health ?check/i, "health"],
  [
    /host-mode port already in use|port is already allocated|address already in use|bind for .* failed/i,
    "port"
  ],
  [/insufficient resources|cannot allocate memory|no space left on device/i, "resources"],
  [/no suitable node|max replicas per node|unsupported platform|no node (fits|is eligible)/i, "placement"],
  [/\b(secret|config)\b.*(not found|no such|reference)|no such (secret|config)/i, "secret"],
  [/no such image|pull access denied|manifest unknown|repository .*not found|no matching manifest/i, "image"],
  [/unauthorized|failed to (pull|resolve)|image .*not found|invalid reference/i, "image"],
  [
    /network .*not found|no available (ipv4|network|address)|could not find an available|subnet|sandbox/i,
    "network"
  ],
  [
    /non-zero exit|starting container failed|executable file not found|oci runtime|restarts? (is|are) used up/i,
    "exit"
  ]
];
function categorise(error) {
  return SIGNS2.find(([sign]) => sign.test(error))?.[1] ?? "other";
}
__name(categorise, "categorise");

// src/rollout/eligible.rules.ts
function eligibleNodes(spec, nodes) {
  const constraints = spec.Placement?.Constraints ?? [];
  return nodes.filter(
    (node) => node.Status.State === "ready" && node.Spec.Availability === "active" && constraints.every((constraint) => isMet(constraint, node)) && isPlatformFit(spec, node)
  );
}
__name(eligibleNodes, "eligibleNodes");
function isMet(constraint, node) {
  const operator = constraint.includes("==") ? "==" : "!=";
  const at = constraint.indexOf(operator);
  if (at < 0) return false;
  const actual = attributeOf(constraint.slice(0, at).trim(), node);
  if (actual === void 0) return false;
  const wanted = constraint.slice(at + 2).trim();
  const isSubnet = constraint.slice(0, at).trim().toLowerCase() === "node.ip" && wanted.includes("/");
  const isEqual = isSubnet ? isWithin(actual, wanted) : actual.toLowerCase() === wanted.toLowerCase();
  return operator === "==" ? isEqual : !isEqual;
}
__name(isMet, "isMet");
function isWithin(address, subnet) {
  const [network = "", bits = ""] = subnet.split("/");
  const [a, b] = [ipv4Of(address), ipv4Of(network)];
  if (a === void 0 || b === void 0 || !/^\d{1,2}$/.test(bits) || Number(bits) > 32) return false;
  const size = 2 ** (32 - Number(bits));
  return Math.floor(a / size) === Math.floor(b / size);
}
__name(isWithin, "isWithin");
function ipv4Of(text3) {
  const parts = text3.split(".").map((part) => /^\d{1,3}$/.test(part) ? Number(part) : 256);
  if (parts.length !== 4 || parts.some((part) => part > 255)) return void 0;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}
__name(ipv4Of, "ipv4Of");
function attributeOf(key, node) {
  const lower = key.toLowerCase();
  if (lower.startsWith("node.labels.")) return node.Spec.Labels?.[key.slice("node.labels.".length)] ?? "";
  if (lower.startsWith("engine.labels."))
    return node.Description.Engine.Labels?.[key.slice("engine.labels.".length)] ?? "";
  switch (lower) {
    case "node.id":
      return node.ID;
    case "node.hostname":
      return node.Description.Hostname;
    case "node.ip":
      return node.Status.Addr;
    case "node.role":
      return node.Spec.Role;
    case "node.platform.os":
      return node.Description.Platform.OS;
    case "node.platform.arch":
      return node.Description.Platform.Architecture;
    default:
      return void 0;
  }
}
__name(attributeOf, "attributeOf");
function isPlatformFit(spec, node) {
  const platforms = spec.Placement?.Platforms ?? [];
  const { OS, Architecture } = node.Description.Platform;
  return platforms.length === 0 || platforms.some(
    (wanted) => (!wanted.OS || wanted.OS === OS) && (!wanted.Architecture || normalise(wanted.Architecture) === normalise(Architecture))
  );
}
__name(isPlatformFit, "isPlatformFit");
var ARCHITECTURES = { x86_64: "amd64", aarch64: "arm64" };
var normalise = /* @__PURE__ */ __name((architecture) => ARCHITECTURES[architecture] ?? architecture, "normalise");

// src/rollout/slots.rules.ts
var STATES = [
  "new",
  "allocated",
  "pending",
  "assigned",
  "accepted",
  "preparing",
  "ready",
  "starting",
  "running",
  "complete",
  "shutdown",
  "failed",
  "rejected",
  "remove",
  "orphaned"
];
var rank = /* @__PURE__ */ __name((state) => STATES.indexOf(state), "rank");
var isGlobal = /* @__PURE__ */ __name((service) => Boolean(service.Spec.Mode.Global || service.Spec.Mode.GlobalJob), "isGlobal");
function isOneShot2(service) {
  const { Mode, TaskTemplate } = service.Spec;
  const condition = TaskTemplate.RestartPolicy?.Condition;
  return Boolean(Mode.ReplicatedJob || Mode.GlobalJob) || condition === "none" || condition === "on-failure";
}
__name(isOneShot2, "isOneShot");
function slotsOf(service, tasks, snapshot) {
  const { Mode, TaskTemplate } = service.Spec;
  const isPerNode = Boolean(Mode.Global || Mode.GlobalJob);
  const eligible = new Set(isPerNode ? eligibleNodes(TaskTemplate, snapshot.nodes).map((n) => n.ID) : []);
  const ready = new Set(snapshot.nodes.filter((n) => n.Status.State === "ready").map((n) => n.ID));
  const iteration = service.JobStatus ? service.JobStatus.JobIteration?.Index ?? 0 : void 0;
  const isOfIteration = /* @__PURE__ */ __name((task) => iteration === void 0 || (task.JobIteration?.Index ?? 0) === iteration, "isOfIteration");
  const keyOf2 = /* @__PURE__ */ __name((task) => isPerNode ? task.NodeID ?? "" : String(task.Slot ?? 0), "keyOf");
  const bySlot = /* @__PURE__ */ new Map();
  for (const task of tasks) {
    if (!snapshot.currentTaskIds.has(task.ID) || task.DesiredState === "remove") continue;
    if (!isOfIteration(task)) continue;
    if (isPerNode && !eligible.has(task.NodeID ?? "")) continue;
    bySlot.set(keyOf2(task), [...bySlot.get(keyOf2(task)) ?? [], task]);
  }
  const held2 = new Set(tasks.filter((task) => isMeantToBe(task) && isOfIteration(task)).map(keyOf2));
  return [...bySlot].flatMap(
    ([key, all]) => slotOf({ key, all, isHeld: held2.has(key) }, service, ready) ?? []
  );
}
__name(slotsOf, "slotsOf");
var isMeantToBe = /* @__PURE__ */ __name((task) => task.DesiredState === "complete" || !isEnded(task.DesiredState), "isMeantToBe");
function slotOf({ key, all, isHeld }, service, ready) {
  const tasks = all.toSorted((a, b) => Date.parse(a.CreatedAt) - Date.parse(b.CreatedAt));
  const alive = tasks.filter(isMeantToBe);
  const task = alive.toSorted(
    (a, b) => rank(a.DesiredState) - rank(b.DesiredState) || rank(a.Status.State) - rank(b.Status.State)
  )[0] ?? tasks.at(-1);
  if (!task) return void 0;
  const isJob = service.JobStatus !== void 0 || Boolean(service.Spec.Mode.ReplicatedJob || service.Spec.Mode.GlobalJob);
  const isRunning = !isEnded(task.DesiredState) && task.Status.State === "running" && task.NodeID !== void 0 && ready.has(task.NodeID);
  const isDone = isOneShot2(service) && tasks.some((t) => t.Status.State === "complete" && (isJob || !isHeld));
  return {
    key,
    task,
    tasks,
    isSatisfied: isDone || isRunning && !isJob,
    isExhausted: !isHeld && isEnded(task.Status.State)
  };
}
__name(slotOf, "slotOf");

// src/rollout/early-failure.rules.ts
var FAILURES_ENOUGH = 3;
var FAILURES_ENOUGH_OF = { image: 2, health: 2 };
var NANOSECONDS_PER_MS = 1e6;
var PLACEMENT_GRACE_MS = 1e4;
var NOT_BEGUN_GRACE_MS = 6e4;
var DEFAULT_STOP_GRACE_MS = 1e4;
var SWARM_ANSWERS_MS = 3e3;
function earlyFailure(service, slots, baseline) {
  for (const slot of slots) {
    if (slot.isSatisfied) continue;
    const failures = slot.tasks.filter((t) => isFailure(t, service));
    const last = failures.at(-1);
    if (!last) continue;
    const symptom = symptomOf(last);
    if (slot.isExhausted && slot.task.ID === last.ID)
      return verdict(service, { ...symptom, error: `${symptom.error} (its restarts are used up)` });
    const fresh = failures.filter((t) => !baseline.endedTaskIds.has(t.ID)).length;
    if (fresh >= (FAILURES_ENOUGH_OF[symptom.category] ?? FAILURES_ENOUGH)) return verdict(service, symptom);
  }
  return void 0;
}
__name(earlyFailure, "earlyFailure");
function verdict(service, symptom) {
  const config = service.Spec.UpdateConfig;
  if (service.UpdateStatus?.State !== "updating" || config?.FailureAction === "continue")
    return { kind: "failed", symptom };
  return (config?.MaxFailureRatio ?? 0) > 0 ? void 0 : { kind: "stuck", symptom, graceMs: SWARM_ANSWERS_MS };
}
__name(verdict, "verdict");
function placementTrouble(service, slots, wanted) {
  if (wanted === 0) {
    const constraints = service.Spec.TaskTemplate.Placement?.Constraints ?? [];
    const error = `no node is eligible${constraints.length ? ` (${constraints.join(", ")})` : ""}`;
    return {
      kind: "stuck",
      symptom: { category: "placement", error, task: void 0 },
      graceMs: PLACEMENT_GRACE_MS
    };
  }
  const waiting = slots.find(
    (slot) => !slot.isSatisfied && ["new", "pending"].includes(slot.task.Status.State) && slot.task.Status.Err
  );
  if (!waiting) return notBegun(slots);
  const symptom = symptomOf(waiting.task);
  const isHeld = symptom.category === "port" || symptom.category === "resources";
  return { kind: "stuck", symptom, graceMs: PLACEMENT_GRACE_MS + (isHeld ? stopGraceMs(service) : 0) };
}
__name(placementTrouble, "placementTrouble");
function notBegun(slots) {
  const [oldest] = slots.filter((slot) => !slot.isSatisfied && ["assigned", "accepted"].includes(slot.task.Status.State)).map((slot) => slot.task).toSorted((a, b) => Date.parse(a.Status.Timestamp) - Date.parse(b.Status.Timestamp));
  if (!oldest) return void 0;
  const error = `the task is ${oldest.Status.State}, and its node does not begin with it: is its disk full?`;
  const symptom = { category: "resources", error, task: oldest };
  return { kind: "stuck", symptom, graceMs: NOT_BEGUN_GRACE_MS, which: oldest.ID };
}
__name(notBegun, "notBegun");
function stopGraceMs(service) {
  const nanoseconds = service.Spec.TaskTemplate.ContainerSpec?.StopGracePeriod;
  return nanoseconds === void 0 ? DEFAULT_STOP_GRACE_MS : nanoseconds / NANOSECONDS_PER_MS;
}
__name(stopGraceMs, "stopGraceMs");
function symptomOf(task) {
  const { State, Err, Message } = task.Status;
  if (State === "complete") {
    const isChecked = (task.Spec.ContainerSpec?.Healthcheck?.Test?.[0] ?? "NONE") !== "NONE";
    return isChecked ? {
      category: "health",
      error: "the container ended (exit 0): it is unhealthy, or has nothing to do",
      task
    } : { category: "exit", error: "the container ended by itself (exit 0)", task };
  }
  const error = Err || Message || `the task is ${State}`;
  return { category: categorise(error), error, task };
}
__name(symptomOf, "symptomOf");
function isFailure(task, service) {
  const state = task.Status.State;
  return state === "failed" || state === "rejected" || state === "complete" && !isOneShot2(service);
}
__name(isFailure, "isFailure");

// src/rollout/log-lines.rules.ts
var MAX_LINES = 20;
var MAX_LENGTH2 = 300;
function presentable(text3) {
  return text3.split(/\r?\n/).map(cleanLine).filter((line) => line !== "").slice(-MAX_LINES);
}
__name(presentable, "presentable");
function cleanLine(line) {
  const clean = line.slice(0, MAX_LENGTH2 * 4).replace(/\u001b\[[0-9;?]*[ -/]*[@-~]/g, "").replace(/\t/g, " ").replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu, "\uFFFD").trim();
  const characters = [...clean];
  return characters.length > MAX_LENGTH2 ? `${characters.slice(0, MAX_LENGTH2 - 1).join("")}\u2026` : clean;
}
__name(cleanLine, "cleanLine");

// src/rollout/evidence.ts
async function gatherEvidence(client, judgement, snapshot, baseline, signal) {
  const { state } = judgement;
  const { task, category, error } = tellingSymptom(judgement, snapshot, baseline);
  const node = snapshot.nodes.find((n) => n.ID === task?.NodeID);
  return {
    service: state.name,
    task: task?.ID ?? "",
    node: node?.Description.Hostname ?? "",
    category,
    error: cleanLine(error),
    logLines: task?.Status.ContainerStatus?.ContainerID ? await lastLinesOf(client, task.ID, signal) : []
  };
}
__name(gatherEvidence, "gatherEvidence");
function tellingSymptom(judgement, snapshot, baseline) {
  if (judgement.symptom) return judgement.symptom;
  const { state, message } = judgement;
  const tasks = snapshot.tasks.filter((t) => t.ServiceID === state.id && !baseline.endedTaskIds.has(t.ID)).toSorted((a, b) => Date.parse(b.CreatedAt) - Date.parse(a.CreatedAt));
  const task = tasks.find((t) => message.includes(t.ID)) ?? tasks.find((t) => hasFailed(t)) ?? tasks.find((t) => !isEnded(t.DesiredState) && t.Status.State !== "running") ?? tasks.find((t) => isEnded(t.DesiredState) && t.Status.State === "running");
  if (!task)
    return {
      category: "other",
      error: message || `${state.running} of ${state.wanted} tasks run`,
      task: void 0
    };
  if (hasFailed(task)) return symptomOf(task);
  return { category: task.Status.State === "new" ? "network" : "other", error: stillIn(task), task };
}
__name(tellingSymptom, "tellingSymptom");
var hasFailed = /* @__PURE__ */ __name((task) => task.Status.State === "failed" || task.Status.State === "rejected", "hasFailed");
var stillIn = /* @__PURE__ */ __name((task) => isEnded(task.DesiredState) ? "a task that is to stop still runs" : task.Status.State === "new" ? "the task is still new: no address could be had in its networks" : `the task is still ${task.Status.State}${task.Status.Message ? ` (${task.Status.Message})` : ""}`, "stillIn");
var LOG_TAIL = 20;
var LOG_TIMEOUT_MS = 5e3;
var LOG_MAX_BYTES = 256 * 1024;
async function lastLinesOf(client, taskId, signal) {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(LOG_TIMEOUT_MS)]);
  const chunks = [];
  try {
    const stream = await client.stream("GET", `/tasks/${taskId}/logs`, {
      query: { stdout: 1, stderr: 1, tail: LOG_TAIL },
      timeoutMs: LOG_TIMEOUT_MS,
      signal: limit
    });
    let size = 0;
    for await (const chunk of stream) {
      chunks.push(Buffer.from(chunk));
      size += chunks.at(-1)?.length ?? 0;
      if (size > LOG_MAX_BYTES) break;
    }
  } catch {
  }
  return presentable(demultiplex(Buffer.concat(chunks)));
}
__name(lastLinesOf, "lastLinesOf");

// src/rollout/hold.rules.ts
var NO_MEMORY = {
  lookedAtMs: void 0,
  up: /* @__PURE__ */ new Map(),
  stuck: /* @__PURE__ */ new Map(),
  blame: /* @__PURE__ */ new Map()
};
var NANOSECONDS_PER_MS2 = 1e6;
var LONGEST_GAP_MS = 5e3;
var SWARM_LATER_MS = 200;
var DEFAULT_MONITOR_MS = 5e3;
function judge(memory, states, holdMs, nowMs) {
  const up = /* @__PURE__ */ new Map();
  const stuck = /* @__PURE__ */ new Map();
  const blame = new Map(memory.blame);
  const gapMs = nowMs - (memory.lookedAtMs ?? nowMs);
  const awayMs = gapMs > LONGEST_GAP_MS ? gapMs : 0;
  const judgements = states.map((state) => {
    const { id, phase } = state;
    if (phase.kind === "settled" || phase.kind === "progressing" && state.running === state.wanted) {
      const what = state.countedTasks.map((t) => t.ID).toSorted().join();
      const sinceMs = sinceOf(memory.up.get(id), what) ?? upSince(state, memory.lookedAtMs, nowMs);
      up.set(id, { what, sinceMs });
      const dueMs2 = sinceMs + (holdMs.get(id) ?? DEFAULT_MONITOR_MS);
      if (phase.kind === "progressing" || phase.isUpdating)
        return { ...judged(state, void 0), againAtMs: nowMs < dueMs2 ? dueMs2 + SWARM_LATER_MS : void 0 };
      return nowMs >= dueMs2 ? judged(state, "converged") : { ...judged(state, void 0), againAtMs: dueMs2 };
    }
    if (phase.kind === "stuck") {
      const what = phase.which ?? phase.symptom.category;
      const sinceMs = (sinceOf(memory.stuck.get(id), what) ?? nowMs - awayMs) + awayMs;
      stuck.set(id, { what, sinceMs });
      return judged(state, nowMs - sinceMs >= phase.graceMs ? "failed" : void 0);
    }
    if (phase.kind === "rolling-back") blame.set(id, blame.get(id) ?? phase.message);
    const judgement = judged(state, OUTCOME_AT_ONCE[phase.kind]);
    return phase.kind === "rolled-back" ? { ...judgement, message: blame.get(id) ?? judgement.message } : judgement;
  });
  return { memory: { lookedAtMs: nowMs, up, stuck, blame }, judgements };
}
__name(judge, "judge");
var OUTCOME_AT_ONCE = {
  progressing: void 0,
  "rolling-back": void 0,
  complete: "converged",
  "rolled-back": "rolled-back",
  paused: "paused",
  failed: "failed"
};
function judged(state, outcome) {
  const { phase } = state;
  return {
    state,
    outcome,
    symptom: "symptom" in phase ? phase.symptom : void 0,
    message: "message" in phase ? phase.message : "",
    againAtMs: void 0
  };
}
__name(judged, "judged");
var sinceOf = /* @__PURE__ */ __name((before, what) => before?.what === what ? before.sinceMs : void 0, "sinceOf");
function upSince({ upAtMs }, lookedAtMs, nowMs) {
  return Math.min(nowMs, Math.max(upAtMs, lookedAtMs ?? nowMs));
}
__name(upSince, "upSince");
function holdOf(service, state, baseline) {
  const monitor = service.Spec.UpdateConfig?.Monitor;
  const monitorMs2 = monitor ? monitor / NANOSECONDS_PER_MS2 : DEFAULT_MONITOR_MS;
  if (state.countedTasks.every((t) => baseline.runningTaskIds.has(t.ID))) return 0;
  return service.UpdateStatus ? monitorMs2 : Math.min(monitorMs2, DEFAULT_MONITOR_MS);
}
__name(holdOf, "holdOf");
var WORST_FIRST = [
  "failed",
  "timed-out",
  "paused",
  "rolled-back",
  "cancelled",
  "converged"
];
var worst = /* @__PURE__ */ __name((outcomes) => WORST_FIRST.find((outcome) => outcomes.includes(outcome)) ?? "failed", "worst");

// src/rollout/standstill.rules.ts
var NANOSECONDS_PER_MS3 = 1e6;
var NUDGE_AFTER_MS = 1e4;
var STANDSTILL_GRACE_MS = 3e4;
var NUDGES_AT_MOST = 3;
var NOT_RUNNING_YET = ["assigned", "accepted", "preparing", "ready", "starting"];
function standstill({ UpdateStatus, Spec }, tasks, nodes) {
  if (UpdateStatus?.State !== "updating") return void 0;
  const down = new Set(nodes.filter((node) => node.Status.State === "down").map((node) => node.ID));
  const onTheirWay = tasks.filter((task) => NOT_RUNNING_YET.includes(task.Status.State));
  if (onTheirWay.some((task) => !isEnded(task.DesiredState) && !down.has(task.NodeID ?? ""))) return void 0;
  const awaited = onTheirWay.find((task) => isEnded(task.DesiredState) && down.has(task.NodeID ?? ""));
  if (!awaited) return void 0;
  const error = "the update stands still: it waits for a task on a node that is down";
  const { Delay = 0, Monitor = 0 } = Spec.UpdateConfig ?? {};
  const pausesMs = (Delay + Monitor) / NANOSECONDS_PER_MS3;
  return {
    kind: "stuck",
    symptom: { category: "placement", error, task: awaited },
    graceMs: STANDSTILL_GRACE_MS + pausesMs,
    nudgeAfterMs: NUDGE_AFTER_MS + pausesMs,
    // Whatever moves shows that it does not stand still.
    which: tasks.map((task) => `${task.ID} ${task.Status.State}`).toSorted().join()
  };
}
__name(standstill, "standstill");
function nudgesDue({ judgements, memory, snapshot }, nudged, nowMs) {
  return judgements.flatMap(({ state: { id, phase }, outcome, symptom }) => {
    const service = snapshot.services.find(({ ID }) => ID === id);
    const since = memory.stuck.get(id);
    if (!service || !since || outcome || phase.kind !== "stuck" || phase.nudgeAfterMs === void 0) return [];
    const before = nudged.get(id) ?? [];
    if (before.includes(since.what) || before.length >= NUDGES_AT_MOST) return [];
    if (nowMs - since.sinceMs < phase.nudgeAfterMs) return [];
    const node = snapshot.nodes.find(({ ID }) => ID === symptom?.task?.NodeID)?.Description.Hostname;
    return [{ service, what: since.what, node: node ?? "a node" }];
  });
}
__name(nudgesDue, "nudgesDue");
var AGAIN_LABEL = "io.swarmline.again";
var otherwise = /* @__PURE__ */ __name((spec) => ({
  ...spec,
  Labels: { ...spec.Labels, [AGAIN_LABEL]: "yes" }
}), "otherwise");

// src/rollout/surplus.rules.ts
function surplusTaskIds(service, tasks, { currentTaskIds }) {
  if (!service.Spec.Mode.Replicated) return /* @__PURE__ */ new Set();
  const meant = tasks.filter(
    (t) => currentTaskIds.has(t.ID) && !isEnded(t.DesiredState) && !isEnded(t.Status.State)
  );
  return new Set(
    meant.filter((task) => meant.some((t) => t !== task && t.Slot === task.Slot)).map((task) => task.ID)
  );
}
__name(surplusTaskIds, "surplusTaskIds");
var forgottenSurplus = /* @__PURE__ */ __name((snapshot, { services, baseline }) => snapshot.services.filter((service) => {
  if (services && !services.includes(service.Spec.Name)) return false;
  const tasks = snapshot.tasks.filter((task) => task.ServiceID === service.ID);
  const isDone = (statusOf(service, baseline) ?? "completed") === "completed";
  return isDone && surplusTaskIds(service, tasks, snapshot).size > 0;
}), "forgottenSurplus");

// src/rollout/assess.rules.ts
function assess(snapshot, baseline = EMPTY_BASELINE) {
  return snapshot.services.map((service) => assessService(service, snapshot, baseline));
}
__name(assess, "assess");
function assessService(service, snapshot, baseline) {
  const tasks = snapshot.tasks.filter((t) => t.ServiceID === service.ID);
  const slots = slotsOf(service, tasks, snapshot);
  const countedTasks = slots.filter((slot) => slot.isSatisfied).map((slot) => slot.task);
  const wanted = wantedOf(service, snapshot);
  const status = statusOf(service, baseline);
  const forgotten = status === "rollback_completed" ? surplusTaskIds(service, tasks, snapshot) : [];
  const isWhole = countedTasks.length === wanted && !hasLeftover(service, tasks, [...countedTasks.map((t) => t.ID), ...forgotten], snapshot);
  const ofSlots = countedTasks.length < wanted || isGlobal(service) ? troubleOf(service, slots, wanted, baseline) : void 0;
  const trouble = ofSlots ?? (isWhole ? void 0 : standstill(service, tasks, snapshot.nodes));
  return {
    id: service.ID,
    name: service.Spec.Name,
    image: service.Spec.TaskTemplate.ContainerSpec?.Image ?? "",
    running: countedTasks.length,
    wanted,
    countedTasks,
    upAtMs: Math.max(0, ...countedTasks.map((task) => Date.parse(task.Status.Timestamp) || 0)),
    phase: phaseOf(service, status, isWhole, countedTasks, trouble)
  };
}
__name(assessService, "assessService");
function phaseOf(service, state, isWhole, counted, trouble) {
  const message = service.UpdateStatus?.Message ?? "";
  switch (state) {
    case "paused":
    case "rollback_paused":
      return { kind: "paused", message };
    case "rollback_started":
      return { kind: "rolling-back", message };
    case "rollback_completed":
      return isWhole ? { kind: "rolled-back", message } : trouble ?? { kind: "rolling-back", message };
    case "updating":
      return trouble ?? (isWhole ? { kind: "settled", isUpdating: true } : { kind: "progressing" });
    default:
      if (trouble || !isWhole) return trouble ?? { kind: "progressing" };
      return counted.length > 0 && counted.every(isComplete) ? { kind: "complete" } : { kind: "settled", isUpdating: false };
  }
}
__name(phaseOf, "phaseOf");
var isComplete = /* @__PURE__ */ __name((task) => task.Status.State === "complete", "isComplete");
function troubleOf(service, slots, wanted, baseline) {
  return earlyFailure(service, slots, baseline) ?? placementTrouble(service, slots, wanted);
}
__name(troubleOf, "troubleOf");
function hasLeftover(service, tasks, counted, snapshot) {
  const countedIds = new Set(counted);
  const ready = new Set(snapshot.nodes.filter((n) => n.Status.State === "ready").map((n) => n.ID));
  return tasks.some(
    (task) => !countedIds.has(task.ID) && isExecuting(task) && ready.has(task.NodeID ?? "") && !(isGlobal(service) && snapshot.currentTaskIds.has(task.ID) && !isEnded(task.DesiredState))
  );
}
__name(hasLeftover, "hasLeftover");
var isExecuting = /* @__PURE__ */ __name((task) => task.Status.State === "running" || task.Status.State === "starting", "isExecuting");
function wantedOf(service, snapshot) {
  const { Mode, TaskTemplate } = service.Spec;
  if (Mode.Replicated) return Mode.Replicated.Replicas ?? 1;
  if (Mode.ReplicatedJob) return Mode.ReplicatedJob.TotalCompletions ?? Mode.ReplicatedJob.MaxConcurrent ?? 1;
  return eligibleNodes(TaskTemplate, snapshot.nodes).length;
}
__name(wantedOf, "wantedOf");

// src/rollout/left-behind.rules.ts
function leftBehind(snapshot, baseline, services) {
  const ready = new Set(snapshot.nodes.filter((n) => n.Status.State === "ready").map((n) => n.ID));
  const wanted = services ?? snapshot.services.map((service) => service.Spec.Name);
  const states = new Map(assess(snapshot, baseline).map((state) => [state.name, state]));
  return wanted.toSorted().map((name) => {
    const service = snapshot.services.find((s) => s.Spec.Name === name);
    const state = states.get(name);
    if (!service || !state) return `${name}: not there`;
    const old = snapshot.tasks.filter(
      (task) => task.ServiceID === service.ID && task.Status.State === "running" && ready.has(task.NodeID ?? "") && !snapshot.currentTaskIds.has(task.ID)
    ).length;
    const isUntouched = old === 0 && state.wanted > 0 && state.running === state.wanted && state.countedTasks.every((task) => baseline.runningTaskIds.has(task.ID));
    if (isUntouched) return `${name}: as before the deploy, ${state.running}/${state.wanted}`;
    const turned = service.UpdateStatus?.State?.startsWith("rollback");
    const far = turned ? howFarBack(state.running, state.wanted) : howFar(state.running, state.wanted, old);
    return `${name}: ${far}${whoGoesOn(service)}`;
  });
}
__name(leftBehind, "leftBehind");
function howFar(running, wanted, old) {
  if (old === 0 && running >= wanted) return `new, ${running}/${wanted}`;
  if (old === 0)
    return `new, but of its ${wanted} tasks ${running || "none"} ${running > 1 ? "run" : "runs"} yet`;
  const counted = `${running} new and ${old} old tasks run, ${wanted} are wanted`;
  return running === 0 ? `old: ${counted}` : `in between: ${counted}`;
}
__name(howFar, "howFar");
var howFarBack = /* @__PURE__ */ __name((running, wanted) => `rolled back, ${running} of ${wanted} tasks are of the version before`, "howFarBack");
function whoGoesOn(service) {
  switch (service.UpdateStatus?.State) {
    case "updating":
      return "; the swarm goes on with the update by itself";
    case "rollback_started":
      return "; the swarm goes on with it by itself";
    case "paused":
    case "rollback_paused":
      return "; paused, nothing moves until somebody deploys again or rolls back";
    default:
      return "";
  }
}
__name(whoGoesOn, "whoGoesOn");

// src/rollout/live-rows.rules.ts
var HEAD = ["task", "node", "state", "since", "what it says"];
var NEWS_MS = 5e3;
function liveRows(judgements, snapshot, nowMs) {
  const rows = judgements.flatMap(({ state, outcome }) => {
    const service = snapshot.services.find((s) => s.ID === state.id);
    if (!service) return [{ tone: "bad", cells: [state.name, "", "not there", "", ""] }];
    const shown = snapshot.tasks.filter((task) => task.ServiceID === state.id && isNews(task, snapshot, nowMs)).toSorted(
      (a, b) => placeOf(service, a, snapshot).localeCompare(placeOf(service, b, snapshot), "en", { numeric: true })
    );
    return shown.map((task) => ({
      tone: toneOf(task, snapshot, outcome === "converged"),
      cells: cellsOf(service, task, snapshot, nowMs)
    }));
  });
  return { head: HEAD, rows };
}
__name(liveRows, "liveRows");
function isNews(task, snapshot, nowMs) {
  if (!isEnded(task.DesiredState) || task.DesiredState === "complete") return true;
  if (!isEnded(task.Status.State)) return true;
  const isFailure2 = task.Status.State === "failed" || task.Status.State === "rejected";
  return isFailure2 && snapshot.currentTaskIds.has(task.ID) && nowMs - Date.parse(task.Status.Timestamp) < NEWS_MS;
}
__name(isNews, "isNews");
function toneOf(task, snapshot, isDone) {
  const { State, Err } = task.Status;
  if (State === "failed" || State === "rejected") return "bad";
  if (!snapshot.currentTaskIds.has(task.ID) || isEnded(task.DesiredState)) return isDone ? "plain" : "old";
  if (State === "running" || State === "complete") return "good";
  return Err ? "bad" : "busy";
}
__name(toneOf, "toneOf");
function cellsOf(service, task, snapshot, nowMs) {
  const { State, Err, Message, Timestamp } = task.Status;
  const isOld = !snapshot.currentTaskIds.has(task.ID);
  const isLeaving = task.DesiredState === "shutdown" || task.DesiredState === "remove";
  const state = [State, ...isLeaving && !isEnded(State) ? ["(stopping)"] : isOld ? ["(old)"] : []].join(" ");
  const isWell = State === "running" || State === "complete";
  return [
    `${service.Spec.Name}.${placeOf(service, task, snapshot)}`,
    nodeOf(task, snapshot),
    state,
    ageOf(nowMs - Date.parse(Timestamp)),
    cleanLine(Err || (isWell ? "" : Message ?? ""))
  ];
}
__name(cellsOf, "cellsOf");
var nodeOf = /* @__PURE__ */ __name((task, { nodes }) => {
  const name = nodes.find((n) => n.ID === task.NodeID)?.Description.Hostname;
  return cleanLine(name ?? "");
}, "nodeOf");
var placeOf = /* @__PURE__ */ __name((service, task, snapshot) => isGlobal(service) ? nodeOf(task, snapshot) : String(task.Slot ?? 0), "placeOf");
function ageOf(ms) {
  const seconds3 = Math.max(0, Math.round(ms / 1e3));
  if (seconds3 < 120) return `${seconds3} s`;
  return seconds3 < 7200 ? `${Math.round(seconds3 / 60)} min` : `${Math.round(seconds3 / 3600)} h`;
}
__name(ageOf, "ageOf");

// src/rollout/supersede.rules.ts
function deployedOf(before, { services }) {
  if (services.every((service) => before.has(service.ID))) return before;
  const first = /* @__PURE__ */ __name((service) => ({
    template: templateOf(service),
    replicas: service.Spec.Mode.Replicated?.Replicas
  }), "first");
  return new Map([...services.map((service) => [service.ID, first(service)]), ...before]);
}
__name(deployedOf, "deployedOf");
function templateOf({ Spec }) {
  return JSON.stringify({ ...Spec.TaskTemplate, ForceUpdate: void 0 });
}
__name(templateOf, "templateOf");
function withSuperseded(states, snapshot, deployed) {
  const services = new Map(snapshot.services.map((service) => [service.ID, service]));
  return states.map((state) => {
    const service = services.get(state.id);
    if (!service || service.UpdateStatus?.State?.startsWith("rollback")) return state;
    const first = deployed.get(state.id);
    if (!first || first.template === templateOf(service)) return state;
    const error = `somebody else changed the service while it was watched: it is to run ${state.image} now`;
    return { ...state, phase: { kind: "failed", symptom: { category: "other", error, task: void 0 } } };
  });
}
__name(withSuperseded, "withSuperseded");
function rescaled({ services }, deployed) {
  return services.flatMap(({ ID, Spec }) => {
    const before = deployed.get(ID)?.replicas;
    const now = Spec.Mode.Replicated?.Replicas;
    return before === void 0 || now === void 0 || before === now ? [] : [`${Spec.Name}: somebody else scaled it from ${before} to ${now} while it was watched`];
  });
}
__name(rescaled, "rescaled");

// src/rollout/timeline.ts
var NO_TIMELINE = { entries: [], dropped: 0, last: /* @__PURE__ */ new Map() };
var MOST_ENTRIES = 5e3;

// src/rollout/timeline.rules.ts
function timelineOf(previous, snapshot, nowMs) {
  const changes = [
    ...snapshot.services.map((service) => ofService(service, nowMs)),
    ...removedServices(previous, snapshot, nowMs),
    ...snapshot.nodes.map((node) => ofNode(node, nowMs)),
    ...snapshot.tasks.flatMap((task) => ofTask(task, snapshot, previous.last.has(task.ID), nowMs))
  ].toSorted((a, b) => Date.parse(a.entry.at) - Date.parse(b.entry.at));
  const last = new Map(previous.last);
  const added = [];
  for (const { id, entry } of changes) {
    const before = last.get(id);
    if (before?.to === entry.to && before.message === entry.message) continue;
    const full = { ...entry, from: before?.to };
    last.set(id, full);
    added.push(full);
  }
  if (added.length === 0) return previous;
  const kept = added.slice(0, Math.max(0, MOST_ENTRIES - previous.entries.length));
  return {
    entries: [...previous.entries, ...kept],
    dropped: previous.dropped + added.length - kept.length,
    last
  };
}
__name(timelineOf, "timelineOf");
function ofService(service, nowMs) {
  const { UpdateStatus, Version, Spec } = service;
  const to = UpdateStatus?.State || "no update";
  const told = to.endsWith("completed") ? UpdateStatus?.CompletedAt : to === "updating" ? UpdateStatus?.StartedAt : void 0;
  return {
    id: service.ID,
    entry: {
      ...blank("service", told || service.UpdatedAt || isoOf(nowMs), nowMs),
      service: Spec.Name,
      to,
      image: cleanLine(Spec.TaskTemplate.ContainerSpec?.Image ?? ""),
      serviceVersion: Version.Index,
      isCurrent: true,
      message: cleanLine(UpdateStatus?.Message ?? "")
    }
  };
}
__name(ofService, "ofService");
function removedServices(previous, { services }, nowMs) {
  const there = new Set(services.map((service) => service.ID));
  return [...previous.last].filter(([id, { kind }]) => kind === "service" && !there.has(id)).map(([id, { service }]) => ({
    id,
    entry: { ...blank("service", isoOf(nowMs), nowMs), service, to: "removed" }
  }));
}
__name(removedServices, "removedServices");
function ofNode(node, nowMs) {
  const { State, Message } = node.Status;
  const to = node.Spec.Availability === "active" ? State : `${State}, ${node.Spec.Availability}`;
  const entry = { ...blank("node", isoOf(nowMs), nowMs), node: cleanLine(node.Description.Hostname), to };
  return { id: node.ID, entry: { ...entry, message: cleanLine(Message ?? "") } };
}
__name(ofNode, "ofNode");
function ofTask(task, snapshot, isKnown, nowMs) {
  const service = snapshot.services.find((s) => s.ID === task.ServiceID);
  const node = nodeName(task, snapshot);
  const { State, Message, Err, Timestamp } = task.Status;
  const entry = {
    ...blank("task", Timestamp, nowMs),
    service: service?.Spec.Name ?? task.ServiceID,
    slot: service && isGlobal(service) ? node : String(task.Slot ?? ""),
    task: task.ID,
    node,
    to: State,
    image: cleanLine(task.Spec.ContainerSpec?.Image ?? ""),
    serviceVersion: service?.Version.Index ?? 0,
    isCurrent: snapshot.currentTaskIds.has(task.ID)
  };
  const now = {
    id: task.ID,
    entry: { ...entry, message: cleanLine(Message ?? ""), error: cleanLine(Err ?? "") }
  };
  return isKnown ? [now] : [{ id: task.ID, entry: { ...entry, to: "new", at: task.CreatedAt } }, now];
}
__name(ofTask, "ofTask");
function nodeName(task, { nodes }) {
  const id = task.NodeID ?? "";
  return cleanLine(nodes.find((n) => n.ID === id)?.Description.Hostname ?? id);
}
__name(nodeName, "nodeName");
var isoOf = /* @__PURE__ */ __name((ms) => new Date(ms).toISOString(), "isoOf");
function blank(kind, at, seenAtMs) {
  return {
    kind,
    at,
    seenAtMs,
    service: "",
    slot: "",
    task: "",
    node: "",
    image: "",
    serviceVersion: 0,
    isCurrent: false,
    message: "",
    error: ""
  };
}
__name(blank, "blank");

// src/rollout/look.rules.ts
var MISSING_GRACE_MS = 1e4;
function look(before, snapshot, watched, nowMs) {
  const deployed = deployedOf(before?.deployed ?? /* @__PURE__ */ new Map(), snapshot);
  const states = withSuperseded(statesOf(watched, snapshot), snapshot, deployed);
  const services = new Map(snapshot.services.map((s) => [s.ID, s]));
  const holds = new Map(
    states.flatMap((state) => {
      const service = services.get(state.id);
      return service ? [[state.id, holdOf(service, state, watched.baseline)]] : [];
    })
  );
  const { memory, judgements } = judge(before?.memory ?? NO_MEMORY, states, holds, nowMs);
  return {
    snapshot,
    judgements,
    memory,
    timeline: timelineOf(before?.timeline ?? NO_TIMELINE, snapshot, nowMs),
    deployed
  };
}
__name(look, "look");
function statesOf({ stack, services, baseline }, snapshot) {
  const states = assess(snapshot, baseline).toSorted((a, b) => a.name.localeCompare(b.name));
  if (states.length === 0 && !services?.length)
    throw new SwarmlineError("not-found", `stack ${stack} has no services`, {
      hint: "see what is deployed: docker stack ls"
    });
  return services ? services.map((name) => states.find((state) => state.name === name) ?? missing(name)) : states;
}
__name(statesOf, "statesOf");
function missing(name) {
  const symptom = {
    category: "other",
    error: "the service is not there: was it removed?",
    task: void 0
  };
  const phase = { kind: "stuck", symptom, graceMs: MISSING_GRACE_MS };
  return { id: name, name, image: "", running: 0, wanted: 0, countedTasks: [], upAtMs: 0, phase };
}
__name(missing, "missing");

// src/rollout/pace.rules.ts
var LOOK_EVERY_MS2 = 1e3;
var LOOK_LEAST_MS = 400;
var LOOK_HOLDING_EVERY_MS = 2500;
function endOf(judgements, limits, nowMs) {
  const isLate = nowMs >= limits.deadlineMs;
  const isGivenUp = isLate || nowMs >= limits.lingerUntilMs;
  const isOver = judgements.every(
    ({ outcome, state }) => outcome ?? (isGivenUp && (state.phase.kind !== "rolling-back" || nowMs >= limits.rollbackUntilMs))
  );
  if (!isOver) return void 0;
  return isLate ? "timed-out" : "cancelled";
}
__name(endOf, "endOf");
function nextLook(judgements, limits, nowMs) {
  const open2 = judgements.filter((judgement) => judgement.outcome === void 0);
  const dueMs2 = open2.flatMap((judgement) => judgement.againAtMs ?? []);
  const isHolding = open2.length > 0 && dueMs2.length === open2.length;
  const endsMs = [limits.deadlineMs, limits.rollbackUntilMs, limits.lingerUntilMs].filter((ms) => ms > nowMs);
  const lastMs = isHolding ? Math.max(...dueMs2) : Number.POSITIVE_INFINITY;
  const everyMs = isHolding ? LOOK_HOLDING_EVERY_MS : LOOK_EVERY_MS2;
  const inMs = Math.max(0, Math.min(nowMs + everyMs, lastMs, ...endsMs) - nowMs);
  return {
    inMs,
    leastMs: open2.some(isUpToSwarmKit) ? LOOK_LEAST_MS : LOOK_EVERY_MS2,
    isLast: nowMs + inMs >= lastMs
  };
}
__name(nextLook, "nextLook");
var isUpToSwarmKit = /* @__PURE__ */ __name(({ state: { phase } }) => phase.kind === "rolling-back" || phase.kind === "settled" && phase.isUpdating, "isUpToSwarmKit");

// src/rollout/patience.ts
var PATIENCE_MS = 6e4;
var AGAIN_MS = 1e3;
async function patiently(ask, fx) {
  let lostAtMs;
  for (; ; ) {
    try {
      return await ask();
    } catch (error) {
      if (fx.signal.aborted) throw new SwarmlineError("cancelled", "cancelled", { cause: error });
      if (!isPassing2(error)) throw explained(error);
      if (lostAtMs === void 0) fx.log.debug(`the engine does not answer, trying again: ${String(error)}`);
      lostAtMs ??= fx.clock.now();
      if (fx.clock.now() - lostAtMs >= PATIENCE_MS)
        throw new SwarmlineError("engine-lost", `the engine has not answered for ${PATIENCE_MS / 1e3} s`, {
          hint: "the deploy goes on without us: look again with docker stack ps, or deploy again",
          cause: error
        });
    }
    await fx.clock.sleep(AGAIN_MS, fx.signal);
  }
}
__name(patiently, "patiently");
var NOT_A_MANAGER = /not a swarm manager|not part of a swarm/i;
function isPassing2(error) {
  if (error instanceof EngineAnswerError) return error.status >= 500 && !NOT_A_MANAGER.test(error.message);
  return error instanceof SwarmlineError && (error.code === "engine-lost" || error.code === "timed-out");
}
__name(isPassing2, "isPassing");
function explained(error) {
  if (error instanceof EngineAnswerError && NOT_A_MANAGER.test(error.message))
    return new SwarmlineError("deploy-failed", "the engine is not a manager of a swarm", {
      hint: "give the address of a manager node",
      cause: error
    });
  return error;
}
__name(explained, "explained");

// src/rollout/progress.rules.ts
var PER_KIND = {
  "rolling-back": "rolling back",
  "rolled-back": "rolled back",
  paused: "paused",
  stuck: "waiting",
  failed: "failed",
  settled: "holding"
};
function progressLine(judgements, stack) {
  return judgements.map(({ state, outcome }) => {
    const name = state.name.startsWith(`${stack}_`) ? state.name.slice(stack.length + 1) : state.name;
    const word = outcome === "converged" ? "\u2713" : PER_KIND[state.phase.kind];
    return `${name} ${state.running}/${state.wanted}${word ? ` ${word}` : ""}`;
  }).join(" \xB7 ");
}
__name(progressLine, "progressLine");

// src/rollout/standstill.ts
import { isDeepStrictEqual } from "node:util";

// src/rollout/post-spec.ts
var postSpec = /* @__PURE__ */ __name((client, { ID, Version }, spec, options) => client.json("POST", `/services/${ID}/update`, {
  query: { version: Version.Index, registryAuthFrom: "spec" },
  body: spec,
  ...options
}), "postSpec");

// src/rollout/standstill.ts
var TRIES = 5;
var TIMEOUT_MS = 1e4;
function createNudge(client, fx) {
  let nudged = /* @__PURE__ */ new Map();
  const owed = /* @__PURE__ */ new Map();
  return async (seen, nowMs) => {
    for (const [id, { service, given }] of owed) {
      owed.delete(id);
      await giveBack(client, service, given).catch(
        (error) => fx.log.debug(`${service.Spec.Name}: ${String(error)}`)
      );
    }
    for (const { service, what, node } of nudgesDue(seen, nudged, nowMs)) {
      const { ID, Spec } = service;
      try {
        const given = otherwise(Spec);
        await postSpec(client, service, given, { signal: fx.signal });
        nudged = new Map([...nudged, [ID, [...nudged.get(ID) ?? [], what]]]);
        fx.log.info(
          `${Spec.Name}: its update waits for a task on ${node}, which is down, and is set going again`
        );
        owed.set(ID, { service, given });
      } catch (error) {
        fx.log.debug(`${Spec.Name}: ${String(error)}`);
      }
    }
  };
}
__name(createNudge, "createNudge");
async function giveBack(client, { ID, Spec }, given) {
  for (let left = TRIES; ; left--) {
    const now = await client.json("GET", `/services/${ID}`, { timeoutMs: TIMEOUT_MS });
    if (!isDeepStrictEqual(now.Spec, given)) return;
    try {
      await postSpec(client, now, Spec, { timeoutMs: TIMEOUT_MS });
      return;
    } catch (error) {
      if (left <= 1) throw error;
    }
  }
}
__name(giveBack, "giveBack");

// src/rollout/surplus.ts
var LASTS_MS = 2e3;
function createReminder(client, fx) {
  let sinceMs = /* @__PURE__ */ new Map();
  const said = /* @__PURE__ */ new Set();
  return async (services, nowMs) => {
    const due = services.filter(({ ID }) => nowMs - (sinceMs.get(ID) ?? nowMs) >= LASTS_MS);
    sinceMs = new Map(services.map((s) => [s.ID, due.includes(s) ? nowMs : sinceMs.get(s.ID) ?? nowMs]));
    for (const { ID, Version, Spec } of due) {
      if (!said.has(ID))
        fx.log.info(`${Spec.Name}: the swarm has left a task too many in a slot, and is told to look again`);
      said.add(ID);
      await postSpec(client, { ID, Version }, Spec, { signal: fx.signal }).catch(
        (error) => fx.log.debug(`${Spec.Name}: ${String(error)}`)
      );
    }
  };
}
__name(createReminder, "createReminder");

// src/rollout/wake.ts
function openWake(client, clock, signal) {
  const closing = new AbortController();
  const lifetime = AbortSignal.any([signal, closing.signal]);
  let isListening = false;
  let hasNews = false;
  let ring = /* @__PURE__ */ __name(() => {
  }, "ring");
  const listen = /* @__PURE__ */ __name(async () => {
    isListening = true;
    try {
      const filters = JSON.stringify({ type: ["service", "node"] });
      const events = await client.stream("GET", "/events", {
        query: { filters },
        timeoutMs: 0,
        signal: lifetime
      });
      for await (const _ of events) {
        hasNews = true;
        ring();
      }
    } catch {
    } finally {
      isListening = false;
    }
  }, "listen");
  return {
    sleep: /* @__PURE__ */ __name(async (ms, leastMs) => {
      if (!isListening) void listen();
      await clock.sleep(Math.min(ms, leastMs), signal);
      if (!hasNews && ms > leastMs) {
        const waking = new AbortController();
        ring = /* @__PURE__ */ __name(() => waking.abort(), "ring");
        await clock.sleep(ms - leastMs, AbortSignal.any([signal, waking.signal])).catch((error) => {
          if (!waking.signal.aborted || signal.aborted) throw error;
        });
        ring = /* @__PURE__ */ __name(() => {
        }, "ring");
      }
      hasNews = false;
    }, "sleep"),
    close: /* @__PURE__ */ __name(() => closing.abort(), "close")
  };
}
__name(openWake, "openWake");

// src/rollout/watch.ts
var LINGER_MS = 1e4;
var ROLLBACK_EXTRA_MS = 6e4;
var LAST_LOOK_MS = 5e3;
async function watchStack(request, fx) {
  try {
    return await fx.log.step(`Wait for ${request.stack} to converge`, async (update) => {
      const wake = openWake(request.client, fx.clock, fx.signal);
      try {
        const result = await watch(request, fx, update, wake);
        if (result.outcome !== "converged") throw new NotConverged(result);
        return result;
      } finally {
        wake.close();
      }
    });
  } catch (error) {
    if (error instanceof NotConverged) return error.result;
    throw error;
  }
}
__name(watchStack, "watchStack");
var NotConverged = class extends SwarmlineError {
  static {
    __name(this, "NotConverged");
  }
  result;
  constructor(result) {
    super("deploy-failed", explainOutcome(result).message);
    this.result = result;
  }
};
async function watch(request, fx, update, wake) {
  const startedAtMs = fx.clock.now();
  const watched = {
    stack: request.stack,
    services: request.services,
    baseline: request.baseline ?? EMPTY_BASELINE
  };
  const limits = limitsOf(startedAtMs, request.timeoutMs);
  const read2 = createSnapshotReader(request.client, request.stack);
  const remind = createReminder(request.client, fx);
  const nudge2 = createNudge(request.client, fx);
  const said = /* @__PURE__ */ new Set();
  let seen;
  let areNodesFresh = false;
  try {
    for (; ; ) {
      const snapshot = await patiently(() => read2(fx.signal, areNodesFresh), fx);
      const nowMs = fx.clock.now();
      seen = look(seen, snapshot, watched, nowMs);
      const { judgements } = seen;
      update(progressLine(judgements, request.stack), liveRows(judgements, snapshot, nowMs));
      for (const line of rescaled(snapshot, seen.deployed).filter((each) => !said.has(each))) {
        said.add(line);
        fx.log.warn(line);
      }
      if (judgements.some((j) => j.outcome !== void 0 && j.outcome !== "converged"))
        limits.lingerUntilMs = Math.min(limits.lingerUntilMs, nowMs + LINGER_MS);
      const undecided = endOf(judgements, limits, nowMs);
      if (undecided && !areNodesFresh && judgements.every((j) => j.outcome === "converged")) {
        areNodesFresh = true;
        continue;
      }
      if (undecided) {
        const failures = await evidenceFor(request, seen, watched, undecided, fx.signal);
        return resultOf(watched, seen, undecided, failures, startedAtMs, fx.clock.now());
      }
      await remind(forgottenSurplus(snapshot, watched), nowMs);
      await nudge2(seen, nowMs);
      const next = nextLook(judgements, limits, nowMs);
      areNodesFresh = next.isLast;
      await wake.sleep(next.inMs, next.leastMs);
    }
  } catch (error) {
    const last = fx.signal.aborted ? await lastLook(read2, seen, watched, fx) : void 0;
    if (!last) throw error;
    return cutShort(watched, last, startedAtMs, fx);
  }
}
__name(watch, "watch");
var limitsOf = /* @__PURE__ */ __name((startedAtMs, timeoutMs) => ({
  deadlineMs: startedAtMs + timeoutMs,
  rollbackUntilMs: startedAtMs + timeoutMs + Math.min(timeoutMs, ROLLBACK_EXTRA_MS),
  lingerUntilMs: Number.POSITIVE_INFINITY
}), "limitsOf");
async function evidenceFor({ client }, { judgements, snapshot }, { baseline }, undecided, signal) {
  const telling = judgements.filter(
    (j) => j.outcome !== "converged" && (j.outcome ?? undecided) !== "cancelled"
  );
  return Promise.all(telling.map((j) => gatherEvidence(client, j, snapshot, baseline, signal)));
}
__name(evidenceFor, "evidenceFor");
async function lastLook(read2, seen, watched, fx) {
  try {
    return look(seen, await read2(AbortSignal.timeout(LAST_LOOK_MS), true), watched, fx.clock.now());
  } catch {
    return seen;
  }
}
__name(lastLook, "lastLook");
function cutShort(watched, seen, startedAtMs, fx) {
  const result = resultOf(watched, seen, "cancelled", [], startedAtMs, fx.clock.now());
  const left = leftBehind(seen.snapshot, watched.baseline, watched.services);
  return { ...result, outcome: "cancelled", leftBehind: left };
}
__name(cutShort, "cutShort");
function resultOf({ stack }, { judgements, timeline }, undecided, failures, startedAtMs, nowMs) {
  const services = judgements.map(({ state, outcome }) => ({
    name: state.name,
    running: state.running,
    wanted: state.wanted,
    outcome: outcome ?? undecided,
    image: state.image
  }));
  return {
    stack,
    outcome: worst(services.map((s) => s.outcome)),
    services,
    failures,
    startedAt: new Date(startedAtMs).toISOString(),
    durationMs: nowMs - startedAtMs,
    timeline: timeline.entries
  };
}
__name(resultOf, "resultOf");

// src/docker/command.ts
var INHERITED = [
  "PATH",
  "HOME",
  "TMPDIR",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "XDG_RUNTIME_DIR",
  "DOCKER_CONFIG"
];
function runDocker(exec, docker, socketPath, args, options = {}) {
  const env = { ...options.env, ...clientEnvironment(docker) };
  return exec(docker.file, ["-H", `unix://${socketPath}`, ...args], { ...options, env, inherit: INHERITED });
}
__name(runDocker, "runDocker");
function clientEnvironment(docker) {
  return { ...docker.env, ...docker.configDir === void 0 ? {} : { DOCKER_CONFIG: docker.configDir } };
}
__name(clientEnvironment, "clientEnvironment");

// src/stack/deploy-errors.rules.ts
var NO_ENGINE = /cannot connect to the docker daemon|error during connect|connection (refused|reset)|broken pipe|\bEOF$/im;
var NO_LEADER = /does not have a leader|context deadline exceeded|code = Unavailable|transport is closing|leadership|not the leader/i;
var RULES = [
  [/port '(\d+)' is already in use by service '([^']+)'/, (port, service) => portTaken(port, service)],
  [
    /failed to update (secret|config) (\S+?):[^\n]*only updates to Labels are allowed/,
    (kind, name) => ({
      code: "deploy-failed",
      message: `the ${kind} ${name} exists with another content, and a swarm never changes one`,
      hint: `give it a new name in the stack file (name: ${name}-2), or remove the stack first`
    })
  ],
  [
    /network "?([^\s"]+)"? is declared as external, but could not be found/,
    (name) => ({
      code: "deploy-failed",
      message: `the external network ${name} is not there`,
      hint: `create it: docker network create --driver overlay --attachable ${name}`
    })
  ],
  [
    /(secret|config) not found: "?([^\s"]+)"?/,
    (kind, name) => ({
      code: "deploy-failed",
      message: `the external ${kind} ${name} is not there`,
      hint: `create it: docker ${kind} create ${name} FILE`
    })
  ],
  [
    /network (\S+) not found/,
    (name) => ({
      code: "deploy-failed",
      message: `the network ${name} is gone while the stack is deployed: an earlier removal is still under way`,
      hint: "deploy again in a moment"
    })
  ],
  [
    OUT_OF_SEQUENCE,
    () => ({
      code: "deploy-failed",
      message: "somebody else changes the same services at the same time",
      hint: "let only one deploy of a stack run at once, and deploy again"
    })
  ],
  [
    /Additional property (\S+) is not allowed/,
    (key) => ({
      code: "input",
      message: `docker stack deploy does not know the key ${key}`,
      hint: "it reads version 3 of the Compose file format: leave the key out, or move it to where it belongs"
    })
  ],
  [
    /invalid reference format/,
    () => ({
      code: "input",
      message: "an image of the stack has no valid name",
      hint: "look at the image: lines, and at the variables in them"
    })
  ],
  [
    /not a swarm manager|not part of a swarm/i,
    () => ({
      code: "deploy-failed",
      message: "the engine is not a manager of a swarm",
      hint: "give the address of a manager node"
    })
  ],
  [
    NO_ENGINE,
    () => ({
      code: "engine-lost",
      message: "the engine does not answer",
      hint: "see whether it still runs: swarmline ls"
    })
  ],
  [
    NO_LEADER,
    () => ({
      code: "engine-lost",
      message: "the swarm has no leader that answers",
      hint: "see which managers are left: docker node ls; more than half of them must run"
    })
  ],
  [
    /no space left on device/,
    () => ({
      code: "disk-full",
      message: "no space left on the manager's disk",
      hint: "free some: docker system prune"
    })
  ]
];
var portTaken = /* @__PURE__ */ __name((port = "", service = "") => ({
  code: "port-taken",
  message: `port ${port} is already published by the service ${service}`,
  hint: `publish another port, or remove that service: docker service rm ${service}`
}), "portTaken");
function explainDeploy(stack, said) {
  for (const [sign, explain2] of RULES) {
    const match = sign.exec(said);
    if (!match) continue;
    const { code, message, hint } = explain2(...match.slice(1));
    return new SwarmlineError(code, `deploying ${stack}: ${message}`, { hint });
  }
  const line = said.trim().split("\n").at(-1) ?? "";
  const plain2 = line.replace(/^.*rpc error: code = \w+ desc = /, "").slice(0, 300);
  return new SwarmlineError("deploy-failed", `deploying ${stack}: ${plain2 || "docker stack deploy failed"}`);
}
__name(explainDeploy, "explainDeploy");
function lostNetwork(stack, said) {
  const [, network = ""] = /network (\S+) not found/.exec(said) ?? [];
  return network.startsWith(`${stack}_`) ? network : "";
}
__name(lostNetwork, "lostNetwork");
var isWorthRetrying = /* @__PURE__ */ __name((stack, said) => OUT_OF_SEQUENCE.test(said) || lostNetwork(stack, said) !== "", "isWorthRetrying");
function refusedService(said) {
  const [, service = ""] = /failed to (?:create|update) service ([^\s:]+):/.exec(said) ?? [];
  return isAway(said) ? "" : service;
}
__name(refusedService, "refusedService");
var isAway = /* @__PURE__ */ __name((said) => NO_ENGINE.test(said) || NO_LEADER.test(said), "isAway");
var isDetachUnknown = /* @__PURE__ */ __name((said) => /unknown flag: --detach/.test(said), "isDetachUnknown");

// src/stack/remove.ts
async function removeStack(request, fx) {
  const { docker, client, stack, timeoutMs } = request;
  await fx.log.step(`Remove ${stack}`, async (update) => {
    const ask = /* @__PURE__ */ __name(async () => {
      const { stderr } = await runDocker(fx.exec, docker, client.socketPath, ["stack", "rm", stack], {
        signal: fx.signal,
        isChecked: false
      });
      if (isAway(stderr) || /not a swarm manager/i.test(stderr)) throw explainDeploy(stack, stderr);
    }, "ask");
    await persist(ask, fx);
    let left = "";
    const look2 = /* @__PURE__ */ __name(async () => {
      const objects = await stackObjects(client, stack, fx.signal);
      const tasks = await tasksAtWork(client, objects.tasks, fx.signal);
      const containers = await containersOf(request, fx.signal);
      left = inWords2({ ...objects, tasks, containers: containers.map((c) => c.Id) });
      update(left && `${left} left`);
      if (left === "") return true;
      await removeServices(client, objects, fx.signal);
      if (objects.services.length === 0 && tasks.length === 0)
        await nudge(client, objects, containers, fx.signal);
      return void 0;
    }, "look");
    await waitFor(`removing ${stack}`, () => persist(look2, fx), {
      clock: fx.clock,
      deadlineMs: timeoutMs,
      everyMs: 300,
      signal: fx.signal
    }).catch((error) => {
      throw Object.assign(error, left ? { message: `${error.message} (left: ${left})` } : {});
    });
  });
}
__name(removeStack, "removeStack");
async function tasksAtWork(client, tasks, signal) {
  const alive = tasks.filter((t) => !ENDED2.includes(t.Status.State));
  if (alive.length === 0) return [];
  const nodes = await client.json("GET", "/nodes", { signal }) ?? [];
  const down = new Set(nodes.filter((n) => n.Status.State === "down").map((n) => n.ID));
  return alive.filter((t) => !down.has(t.NodeID ?? ""));
}
__name(tasksAtWork, "tasksAtWork");
var ENDED2 = ["complete", "shutdown", "failed", "rejected", "orphaned"];
async function containersOf({ nodes, stack }, signal) {
  const query = { all: 1, ...ofStack(stack) };
  const lists = await Promise.all(
    nodes.map(
      (node) => (
        // A node that cannot be asked is not waited for: the manager's word on its tasks has to do.
        node.json("GET", "/containers/json", { query, signal }).then(
          (found) => found.map(({ Id, State }) => ({ Id, State, node })),
          () => []
        )
      )
    )
  );
  return lists.flat();
}
__name(containersOf, "containersOf");
async function removeServices(client, { services }, signal) {
  for (const { ID } of services) await removeUnlessUsed(client, `/services/${ID}`, signal);
}
__name(removeServices, "removeServices");
async function nudge(client, { networks, secrets, configs }, containers, signal) {
  const doomed = [
    ...networks.map((n) => [client, `/networks/${n.Id}`]),
    ...secrets.map((s) => [client, `/secrets/${s.ID}`]),
    ...configs.map((c) => [client, `/configs/${c.ID}`]),
    ...containers.filter((c) => c.State === "exited").map((c) => [c.node, `/containers/${c.Id}`])
  ];
  for (const [engine, path12] of doomed) await removeUnlessUsed(engine, path12, signal);
}
__name(nudge, "nudge");
async function removeUnlessUsed(engine, path12, signal) {
  await engine.json("DELETE", path12, { signal }).catch((error) => {
    if (!(error instanceof EngineAnswerError)) throw error;
  });
}
__name(removeUnlessUsed, "removeUnlessUsed");

// src/stack/restore/created.ts
var AGAIN_MS2 = 300;
async function removeCreated({ client, snapshot, deadlineMs }, fx) {
  const untilMs = fx.clock.now() + deadlineMs;
  const removed = /* @__PURE__ */ new Set();
  for (; ; ) {
    const created2 = await createdSince(client, snapshot, fx);
    const used = created2.length > 0 ? await inForce(client, fx) : /* @__PURE__ */ new Set();
    const unused = created2.filter(({ id }) => !used.has(id));
    if (unused.length === 0 || fx.clock.now() >= untilMs) {
      const left = created2.map(({ name }) => name);
      return { removed: [...removed].filter((name) => !left.includes(name)), left };
    }
    for (const object of unused) if (await removeUnused(client, object, fx)) removed.add(object.name);
    await fx.clock.sleep(AGAIN_MS2, fx.signal);
  }
}
__name(removeCreated, "removeCreated");
async function createdSince(client, snapshot, fx) {
  const now = await persist(() => stackObjects(client, snapshot.stack, fx.signal), fx);
  const all = [
    ...now.secrets.map((s) => ({ kind: "secret", id: s.ID, name: s.Spec.Name })),
    ...now.configs.filter((c) => !isBook(c.Spec.Labels)).map((c) => ({ kind: "config", id: c.ID, name: c.Spec.Name })),
    ...now.networks.map((n) => ({ kind: "network", id: n.Id, name: n.Name }))
  ];
  const before = /* @__PURE__ */ new Set([...snapshot.networkIds, ...snapshot.secretIds, ...snapshot.configIds]);
  return all.filter(({ id }) => !before.has(id));
}
__name(createdSince, "createdSince");
async function inForce(client, fx) {
  const ask = /* @__PURE__ */ __name(() => client.json("GET", "/services", { signal: fx.signal }), "ask");
  const services = await persist(ask, fx) ?? [];
  return new Set(
    services.map(({ Spec }) => usesOf(Spec)).flatMap(({ secrets, configs, networks }) => [...secrets, ...configs, ...networks])
  );
}
__name(inForce, "inForce");

// src/stack/restore/restore.ts
async function restoreStack({
  client,
  snapshot,
  registryAuth: registryAuth2
}, fx) {
  const { services } = await persist(() => stackObjects(client, snapshot.stack, fx.signal), fx);
  const done = [];
  const kept = /* @__PURE__ */ new Set();
  for (const { id, spec } of snapshot.services) {
    const current = services.find((s) => s.ID === id) ?? services.find((s) => s.Spec.Name === spec.Name);
    if (current) kept.add(current.ID);
    done.push(await attempt(spec.Name, fx, () => restore(client, current?.ID, spec, registryAuth2, fx)));
  }
  for (const { ID, Spec } of services.filter((s) => !kept.has(s.ID)))
    done.push(await attempt(Spec.Name, fx, () => removeService(client, ID, fx)));
  return done;
}
__name(restoreStack, "restoreStack");
var WRITE_MS = 1e4;
async function attempt(service, fx, work) {
  try {
    return { service, action: await work() };
  } catch (error) {
    if (fx.signal.aborted) throw error;
    return { service, action: "failed", why: explain(error) };
  }
}
__name(attempt, "attempt");
async function restore(client, id, spec, registryAuth2, fx) {
  const auth = registryAuth2?.(spec.TaskTemplate.ContainerSpec?.Image ?? "");
  const headers = auth === void 0 ? {} : { "x-registry-auth": auth };
  let hasWritten = false;
  return persist(async () => {
    const current = await inspect(client, id ?? spec.Name, fx);
    if (!current) {
      await client.json("POST", "/services/create", { body: spec, headers, timeoutMs: WRITE_MS });
      return "recreated";
    }
    if (isSameSpec(current.Spec, spec) && !isUnfinished(current))
      return hasWritten ? "restored" : id === void 0 ? "recreated" : "unchanged";
    hasWritten = true;
    await client.json("POST", `/services/${current.ID}/update`, {
      query: { version: current.Version.Index, registryAuthFrom: "spec" },
      body: spec,
      headers,
      timeoutMs: WRITE_MS
    });
    return "restored";
  }, fx);
}
__name(restore, "restore");
var GONE_BACK = ["paused", "rollback_started", "rollback_paused", "rollback_completed"];
var isUnfinished = /* @__PURE__ */ __name(({ UpdateStatus }) => GONE_BACK.includes(UpdateStatus?.State ?? ""), "isUnfinished");
function inspect(client, id, fx) {
  return client.json("GET", `/services/${encodeURIComponent(id)}`, { signal: fx.signal }).catch((error) => {
    if (isGone(error)) return void 0;
    throw error;
  });
}
__name(inspect, "inspect");
async function removeService(client, id, fx) {
  await persist(
    () => client.json("DELETE", `/services/${id}`, { timeoutMs: WRITE_MS }).catch((error) => {
      if (!isGone(error)) throw error;
    }),
    fx
  );
  return "removed";
}
__name(removeService, "removeService");

// src/images/registry-login.ts
import { readFile as readFile2 } from "node:fs/promises";
import path from "node:path";

// src/docker/config-file.rules.ts
var HELPER = /^[A-Za-z0-9._-]+$/;
function loginSource(config, keys) {
  const { auths, credHelpers, credsStore } = record2(JSON.parse(config));
  const [named] = keys.flatMap((key) => record2(credHelpers)[key] ?? []);
  const name = named ?? credsStore;
  if (name) return typeof name === "string" && HELPER.test(name) ? { kind: "helper", name } : void 0;
  const own2 = keys.map((key) => record2(record2(auths)[key])).find(({ auth, identitytoken }) => auth || identitytoken);
  if (typeof own2?.identitytoken === "string" && own2.identitytoken)
    return { kind: "token", identityToken: own2.identitytoken };
  if (typeof own2?.auth !== "string") return void 0;
  const [, username, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(own2.auth, "base64").toString("utf8")) ?? [];
  return username && password ? { kind: "login", login: { username, password } } : void 0;
}
__name(loginSource, "loginSource");
var record2 = /* @__PURE__ */ __name((value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {}, "record");

// src/images/login-program.ts
var TOKEN = "<token>";
async function askLoginProgram(name, server, timeoutMs, fx) {
  const program = `docker-credential-${name}`;
  const isLate = AbortSignal.timeout(timeoutMs);
  try {
    const signal = AbortSignal.any([fx.signal, isLate]);
    const options = { input: server, signal, isChecked: false, isGroup: true };
    const { exitCode, stdout } = await fx.exec(program, ["get"], options);
    const login = exitCode === 0 ? loginOf(stdout) : void 0;
    if (!login) fx.log.debug(`${program} has no login for ${server}`);
    return login;
  } catch (error) {
    if (fx.signal.aborted) throw error;
    const why = isLate.aborted ? `did not answer within ${timeoutMs / 1e3} s` : "cannot be run";
    fx.log.debug(`${program} ${why}`);
    return void 0;
  }
}
__name(askLoginProgram, "askLoginProgram");
function loginOf(answer) {
  try {
    const { Username, Secret } = JSON.parse(answer);
    if (typeof Username !== "string" || typeof Secret !== "string" || !Username || !Secret) return void 0;
    return Username === TOKEN ? { identityToken: Secret } : { username: Username, password: Secret };
  } catch {
    return void 0;
  }
}
__name(loginOf, "loginOf");

// src/images/references.rules.ts
var HUB = "docker.io";
var COMPONENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
var LABEL2 = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
var REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
var DOMAIN = new RegExp(`^(?:${LABEL2}(?:\\.${LABEL2})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
var TAG = /^\w[\w.-]{0,127}$/;
var DIGEST = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-f]{32,}$/;
var MAX_NAME_LENGTH = 255;
function parseReference(text3) {
  const [beforeDigest = "", digest, ...rest] = text3.split("@");
  const colon = beforeDigest.lastIndexOf(":");
  const hasTag = colon > beforeDigest.lastIndexOf("/");
  const name = hasTag ? beforeDigest.slice(0, colon) : beforeDigest;
  const tag = hasTag ? beforeDigest.slice(colon + 1) : void 0;
  const { domain, repository } = splitDomain(name);
  const isGood = rest.length === 0 && DOMAIN.test(domain) && REPOSITORY.test(repository) && domain.length + repository.length < MAX_NAME_LENGTH && (tag === void 0 || TAG.test(tag)) && (digest === void 0 || DIGEST.test(digest));
  if (!isGood)
    throw new SwarmlineError("input", `${JSON.stringify(text3)} is not an image reference`, {
      hint: "write it as [registry/]name[:tag], in lower case"
    });
  return { domain, repository, tag: tag ?? (digest ? void 0 : "latest"), digest };
}
__name(parseReference, "parseReference");
function splitDomain(name) {
  const slash = name.indexOf("/");
  const first = name.slice(0, slash);
  const isDomain = slash > 0 && (/[.:\]]/.test(first) || first === "localhost" || first !== first.toLowerCase());
  const domain = !isDomain || first === `index.${HUB}` ? HUB : first;
  const path12 = isDomain ? name.slice(slash + 1) : name;
  return { domain, repository: domain === HUB && !path12.includes("/") ? `library/${path12}` : path12 };
}
__name(splitDomain, "splitDomain");

// src/images/registry-login.ts
var HELPER_MS = 1e4;
async function registryLogin(configDir, reference, fx, helperMs = HELPER_MS) {
  const source = await sourceOf(configDir, reference);
  switch (source?.kind) {
    case void 0:
      return void 0;
    case "login":
      return source.login;
    case "token":
      return { identityToken: source.identityToken };
    case "helper":
      return askLoginProgram(source.name, hostOf(reference), helperMs, fx);
  }
}
__name(registryLogin, "registryLogin");
async function registryAuth(configDir, reference, fx) {
  const login = await registryLogin(configDir, reference, fx);
  if (!login) return void 0;
  const known = "identityToken" in login ? { identitytoken: login.identityToken } : login;
  const text3 = JSON.stringify({ ...known, serveraddress: hostOf(reference) });
  return Buffer.from(text3).toString("base64").replaceAll("+", "-").replaceAll("/", "_");
}
__name(registryAuth, "registryAuth");
async function sourceOf(configDir, reference) {
  if (configDir === void 0) return void 0;
  try {
    return loginSource(await readFile2(path.join(configDir, "config.json"), "utf8"), keysOf(reference));
  } catch {
    return void 0;
  }
}
__name(sourceOf, "sourceOf");
var HUB_KEY = "https://index.docker.io/v1/";
var hostOf = /* @__PURE__ */ __name((reference) => {
  const { domain } = parseReference(reference);
  return domain === HUB ? HUB_KEY : domain;
}, "hostOf");
function keysOf(reference) {
  const host = hostOf(reference);
  return host === HUB_KEY ? [HUB_KEY, HUB, `index.${HUB}`] : [host, `https://${host}`, `http://${host}`];
}
__name(keysOf, "keysOf");

// src/usecases/rollback.ts
function withFailures(watched, services) {
  const failures = services.flatMap(
    (one) => one.action === "failed" ? [
      {
        service: one.service,
        task: "",
        node: "",
        category: "other",
        error: one.why,
        logLines: []
      }
    ] : []
  );
  if (failures.length === 0) return watched;
  return { ...watched, outcome: "failed", failures: [...failures, ...watched.failures] };
}
__name(withFailures, "withFailures");

// src/usecases/undo.ts
var FREE_MS = 6e4;
async function undoDeploy(request, fx) {
  const { docker, client, nodes, snapshot, onFailure, timeoutMs } = request;
  const { stack } = snapshot;
  switch (onFailure) {
    case "keep":
      return { kind: "kept" };
    case "remove":
      await removeStack({ docker, client, stack, nodes, timeoutMs }, fx);
      return { kind: "removed" };
    case "rollback": {
      const { services, result } = await takeBack(request, fx);
      const isOld = result ? result.outcome === "converged" : services.every((one) => one.action !== "failed");
      const { removed, left } = isOld ? await removeCreated({ client, snapshot, deadlineMs: Math.min(timeoutMs, FREE_MS) }, fx) : { removed: [], left: [] };
      return { kind: "restored", services, result, removed, left, isComplete: isOld && left.length === 0 };
    }
  }
}
__name(undoDeploy, "undoDeploy");
var ROUNDS = 3;
async function takeBack({ client, snapshot, timeoutMs, registryAuth: registryAuth2 }, fx) {
  const { stack } = snapshot;
  const names = snapshot.services.map((service) => service.spec.Name);
  const restore2 = /* @__PURE__ */ __name(() => restoreStack({ client, snapshot, ...registryAuth2 ? { registryAuth: registryAuth2 } : {} }, fx), "restore");
  let baseline = await persist(() => readBaseline(client, stack, fx.signal), fx);
  let services = await fx.log.step(`Take ${stack} back to what it was`, restore2);
  for (let round = 1; ; round++) {
    const result = names.length === 0 ? void 0 : withFailures(
      await watchStack({ client, stack, services: names, baseline, timeoutMs }, fx),
      services
    );
    if (round === ROUNDS || result && result.outcome !== "converged") return { services, result };
    baseline = await persist(() => readBaseline(client, stack, fx.signal), fx);
    const again = await restore2();
    if (again.every((one) => one.action === "unchanged")) return { services, result };
    const changed = again.filter((one) => one.action !== "unchanged");
    services = [...services.filter((one) => !changed.some((other) => other.service === one.service)), ...changed];
  }
}
__name(takeBack, "takeBack");

// src/usecases/deploy/go-back.ts
var UNDO_AFTER_CANCEL_MS = 6e4;
var UNDO_WHEN_LOST_MS = 2e4;
async function goBack(given, way, fx) {
  const { request, swarm } = given;
  const { snapshot, probing: probing2, seenLeft } = way;
  const isFirst = snapshot.services.length === 0;
  const onFailure = isFirst && request.onFailure === "rollback" ? "remove" : request.onFailure;
  const look2 = /* @__PURE__ */ __name(() => readStanding(swarm.manager, snapshot, "from before the deploy", fx), "look");
  probing2.phase(onFailure);
  try {
    const undone = await undo(given, way, onFailure, fx);
    const isGood = undone.kind === "removed" || undone.kind === "restored" && undone.isComplete;
    const seen = undone.kind === "kept" ? seenLeft : void 0;
    return { undone, leftBehind: isGood ? void 0 : seen ?? await look2() };
  } catch (error) {
    const why = way.isEngineLost ? "the engine does not answer" : explain(error);
    fx.log.warn(`${request.stack} could not be taken back: ${why}`);
    return { undone: void 0, leftBehind: await look2() };
  }
}
__name(goBack, "goBack");
async function undo({ request, swarm, docker }, { snapshot, isEngineLost: isEngineLost2 }, onFailure, fx) {
  const nodes = [...new Set(swarm.nodes.map((node) => node.client))];
  const within = /* @__PURE__ */ __name((effects, timeoutMs) => undoDeploy({ docker, client: swarm.manager, nodes, snapshot, onFailure, timeoutMs }, effects), "within");
  if (isEngineLost2) return within(forCleanup(fx, UNDO_WHEN_LOST_MS), UNDO_WHEN_LOST_MS);
  if (!fx.signal.aborted) {
    const undone = await within(fx, request.timeoutMs).catch((error) => {
      if (!fx.signal.aborted || isLockLost(fx.signal)) throw error;
    });
    if (undone && (!fx.signal.aborted || isLockLost(fx.signal))) return undone;
  }
  const limitMs = Math.min(request.timeoutMs, UNDO_AFTER_CANCEL_MS);
  return within(forCleanup(fx, 2 * UNDO_AFTER_CANCEL_MS), limitMs);
}
__name(undo, "undo");

// src/traffic/judge-probe.rules.ts
function judgeProbe(result, { maxFailedRequests }) {
  const { answered, failed, notSent, unfinished, latencyMs } = result;
  const sent = answered + failed;
  if (sent === 0) return { isGood: false, words: [`no request was sent: nothing is known of the rollout`] };
  const isGood = failed <= maxFailedRequests;
  const allowed = failed === 0 ? "" : `, ${isGood ? "within" : "more than"} the ${maxFailedRequests} allowed`;
  const words2 = [
    `${failed} of ${requests(sent)} failed${allowed}; latency p99 ${latencyMs.p99} ms, max ${latencyMs.max} ms`
  ];
  for (const phase of result.phases)
    for (const node of phase.nodes)
      if (node.failed > 0)
        words2.push(
          `${phase.name}, ${node.name}: ${node.failed} of ${requests(node.answered + node.failed)} failed (${kinds(node.failedByKind)})`
        );
  if (failed > 0) {
    for (const { name, longestGap, failed: ofNode2 } of result.nodes)
      if (ofNode2 > 0)
        words2.push(
          `${name}: longest time without an answer ${longestGap.ms} ms, from ${seconds(longestGap.fromMs)}`
        );
    const first = result.firstFailures.find((each) => each.kind !== "not-sent");
    if (first)
      words2.push(`first failure at ${seconds(first.atMs)} on ${first.target}: ${first.kind}: ${first.detail}`);
  }
  if (notSent > 0) words2.push(`${requests(notSent)} could not be sent`);
  if (unfinished > 0) words2.push(`${requests(unfinished)} were dropped at the end`);
  return { isGood, words: words2 };
}
__name(judgeProbe, "judgeProbe");
var requests = /* @__PURE__ */ __name((count2) => `${count2} request${count2 === 1 ? "" : "s"}`, "requests");
var seconds = /* @__PURE__ */ __name((ms) => `${(ms / 1e3).toFixed(1)} s`, "seconds");
var kinds = /* @__PURE__ */ __name((byKind) => Object.entries(byKind).map(([kind, count2]) => `${count2} ${kind}`).join(", "), "kinds");

// src/traffic/words.rules.ts
function plainWords(text3, maxLength = 160) {
  const line = text3.slice(0, maxLength * 8).replace(/\s+/g, " ").replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, "\uFFFD").trim();
  const characters = [...line];
  return characters.length > maxLength ? `${characters.slice(0, maxLength - 1).join("")}\u2026` : line;
}
__name(plainWords, "plainWords");

// src/traffic/expect.rules.ts
var EXCERPT_BYTES = 400;
var isGoodStatus = /* @__PURE__ */ __name((status, expect) => expect.status === void 0 ? status >= 200 && status <= 299 : status === expect.status, "isGoodStatus");
var keptBytes = /* @__PURE__ */ __name((expect, identify) => (status) => {
  if (identify || expect.bodyIncludes !== void 0) return Number.POSITIVE_INFINITY;
  return isGoodStatus(status, expect) ? 0 : EXCERPT_BYTES;
}, "keptBytes");
function judgeOutcome(outcome, expect) {
  if (outcome.kind !== "answer") return outcome;
  const { status, body } = outcome;
  if (!isGoodStatus(status, expect))
    return { kind: "status", detail: plainWords(`HTTP ${status}: ${body}`), body };
  if (expect.bodyIncludes !== void 0 && !body.includes(expect.bodyIncludes))
    return { kind: "body", detail: plainWords(`not the expected text: ${body}`), body };
  return outcome;
}
__name(judgeOutcome, "judgeOutcome");

// src/traffic/request.rules.ts
function requestText(target, connections) {
  const { name, host, port, path: path12 = "/", hostHeader = defaultHost(host, port) } = target;
  const refuse2 = /* @__PURE__ */ __name((what) => new SwarmlineError("input", `${JSON.stringify(name)}: ${what}`), "refuse");
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw refuse2(`${port} is no port`);
  if (!/^[\w.:%-]+$/.test(host)) throw refuse2(`${JSON.stringify(host)} is no host`);
  if (!/^\/[\x21-\x7e]*$/.test(path12)) throw refuse2(`${JSON.stringify(path12)} is no path`);
  if (!/^[\x21-\x7e]+$/.test(hostHeader)) throw refuse2(`${JSON.stringify(hostHeader)} is no Host header`);
  const lines = [`GET ${path12} HTTP/1.1`, `Host: ${hostHeader}`, "User-Agent: swarmline", "Accept: */*"];
  if (connections === "fresh") lines.push("Connection: close");
  return `${lines.join("\r\n")}\r
\r
`;
}
__name(requestText, "requestText");
var defaultHost = /* @__PURE__ */ __name((host, port) => `${host.includes(":") ? `[${host}]` : host}${port === 80 ? "" : `:${port}`}`, "defaultHost");

// src/traffic/schedule.rules.ts
var dueMs = /* @__PURE__ */ __name((schedule, i) => (schedule.sender + i * schedule.senders) * 1e3 / schedule.ratePerSecond, "dueMs");
var targetOf = /* @__PURE__ */ __name((schedule, i) => (schedule.sender + i * schedule.senders) % schedule.targets, "targetOf");
function shareOf({ count: count2, sender, senders }) {
  return count2 === void 0 ? Number.POSITIVE_INFINITY : Math.max(0, Math.ceil((count2 - sender) / senders));
}
__name(shareOf, "shareOf");
var countIn = /* @__PURE__ */ __name((durationMs2, ratePerSecond) => Math.ceil(durationMs2 * ratePerSecond / 1e3 - 1e-9), "countIn");

// src/traffic/histogram.rules.ts
var BITS = 7;
var CELLS = 1 << BITS;
var HIGHEST_US = 2 ** 32 - 1;
var createHistogram = /* @__PURE__ */ __name(() => ({
  cells: new Uint32Array(CELLS),
  count: 0,
  sumUs: 0,
  maxUs: 0
}), "createHistogram");
function cellOf(us) {
  const shift = Math.max(0, 31 - Math.clz32(us) - BITS);
  return shift * CELLS + (us >>> shift);
}
__name(cellOf, "cellOf");
function highestIn(cell) {
  const shift = Math.max(0, Math.floor(cell / CELLS) - 1);
  return (cell - shift * CELLS + 1) * 2 ** shift - 1;
}
__name(highestIn, "highestIn");
function record3(histogram, ms) {
  const us = Math.max(0, Math.round(ms * 1e3));
  const cell = cellOf(Math.min(us, HIGHEST_US) >>> 0);
  if (cell >= histogram.cells.length) grow(histogram, cell + 1);
  histogram.cells[cell] = (histogram.cells[cell] ?? 0) + 1;
  histogram.count++;
  histogram.sumUs += us;
  if (us > histogram.maxUs) histogram.maxUs = us;
}
__name(record3, "record");
function grow(histogram, length) {
  const cells = new Uint32Array(Math.ceil(length / CELLS) * CELLS);
  cells.set(histogram.cells);
  histogram.cells = cells;
}
__name(grow, "grow");
function percentileOf(histogram, p) {
  const rank2 = Math.max(1, Math.ceil(p / 100 * histogram.count - 1e-9));
  if (rank2 >= histogram.count) return histogram.maxUs / 1e3;
  let seen = 0;
  for (const [cell, count2] of histogram.cells.entries()) {
    seen += count2;
    if (seen >= rank2) return Math.min(highestIn(cell), histogram.maxUs) / 1e3;
  }
  return histogram.maxUs / 1e3;
}
__name(percentileOf, "percentileOf");
function summarise(histogram) {
  const round = /* @__PURE__ */ __name((ms) => Math.round(ms * 100) / 100, "round");
  const at = /* @__PURE__ */ __name((p) => round(percentileOf(histogram, p)), "at");
  return {
    count: histogram.count,
    mean: round(histogram.count === 0 ? 0 : histogram.sumUs / histogram.count / 1e3),
    p50: at(50),
    p90: at(90),
    p95: at(95),
    p99: at(99),
    p999: at(99.9),
    max: at(100)
  };
}
__name(summarise, "summarise");
var CELLS_IN_BUCKET = CELLS / 4;
function bucketsOf(histogram) {
  const buckets = [];
  for (let cell = 0; cell < histogram.cells.length; cell += CELLS_IN_BUCKET) {
    const counts = histogram.cells.subarray(cell, cell + CELLS_IN_BUCKET);
    const count2 = counts.reduce((sum, n) => sum + n, 0);
    const fromMs = cell === 0 ? 0 : highestIn(cell - 1) / 1e3;
    if (count2 > 0) buckets.push({ fromMs, toMs: highestIn(cell + CELLS_IN_BUCKET - 1) / 1e3, count: count2 });
  }
  return buckets;
}
__name(bucketsOf, "bucketsOf");

// src/traffic/void.rules.ts
var DEFAULT_LIMITS = { maxCpuShare: 0.9, maxSendLagP99Ms: 50, maxLoopLagP99Ms: 50 };

// src/traffic/load-plan.rules.ts
function planLoad(request) {
  const { targets, ratePerSecond, identify, workers = 1 } = request;
  const { timeoutMs = 5e3, maxOutstanding = 1e3, maxBodyBytes = 1024 * 1024 } = request;
  const positive = { ratePerSecond, timeoutMs, maxOutstanding, maxBodyBytes };
  for (const [name, value] of Object.entries(positive))
    if (!(value > 0 && Number.isFinite(value))) throw refuse(`${name} must be more than 0, not ${value}`);
  if (targets.length === 0) throw refuse("there is no target to ask");
  if (!Number.isInteger(workers) || workers < 1) throw refuse(`${workers} is no number of workers`);
  if (workers > 1 && typeof identify === "function")
    throw refuse("a function cannot name replicas in workers: use { lineAfter }");
  const count2 = request.count ?? countIn(request.durationMs ?? 0, ratePerSecond);
  if (!Number.isInteger(count2) || count2 < 1) throw refuse(`${count2} is no number of requests`);
  for (const target of targets) requestText(target, request.connections);
  return {
    targets,
    ratePerSecond,
    count: count2,
    connections: request.connections,
    timeoutMs,
    maxOutstanding,
    maxBodyBytes,
    expect: request.expect ?? {},
    identify,
    workers: Math.min(workers, count2),
    limits: { ...DEFAULT_LIMITS, ...request.limits }
  };
}
__name(planLoad, "planLoad");
var refuse = /* @__PURE__ */ __name((message) => new SwarmlineError("input", message), "refuse");

// src/traffic/open-loop.ts
var realTimer = {
  now: /* @__PURE__ */ __name(() => performance.now(), "now"),
  after: /* @__PURE__ */ __name((ms, wake) => {
    const timeout = setTimeout(wake, ms);
    return () => clearTimeout(timeout);
  }, "after")
};
var MAX_AT_ONCE = 1e3;
function runOpenLoop(plan, transport, onSample, timer = realTimer) {
  const { schedule, timeoutMs, capPerTarget: capPerTarget2 } = plan;
  const start = plan.startMs ?? timer.now();
  const pending = /* @__PURE__ */ new Set();
  const perTarget = new Array(schedule.targets).fill(0);
  let share = shareOf(schedule);
  let next = 0;
  let callOff = /* @__PURE__ */ __name(() => {
  }, "callOff");
  let resolveEnded = /* @__PURE__ */ __name(() => {
  }, "resolveEnded");
  const ended = new Promise((resolve3) => {
    resolveEnded = resolve3;
  });
  const leave = /* @__PURE__ */ __name((each) => {
    pending.delete(each);
    perTarget[each.target] = (perTarget[each.target] ?? 0) - 1;
  }, "leave");
  const settle = /* @__PURE__ */ __name((each, outcome) => {
    leave(each);
    const { target, dueMs: dueMs2, sentMs } = each;
    onSample({ target, dueMs: dueMs2, sentMs, endMs: timer.now() - start, outcome });
    if (next >= share && pending.size === 0) finish();
  }, "settle");
  const finish = /* @__PURE__ */ __name(() => {
    callOff();
    resolveEnded();
  }, "finish");
  const launch = /* @__PURE__ */ __name((i) => {
    const due = dueMs(schedule, i);
    const target = targetOf(schedule, i);
    const sentMs = timer.now() - start;
    if ((perTarget[target] ?? 0) >= capPerTarget2) {
      const detail = `${capPerTarget2} requests were under way`;
      const outcome = { kind: "not-sent", detail, isCapped: true };
      return onSample({ target, dueMs: due, sentMs, endMs: sentMs, outcome });
    }
    const each = { target, dueMs: due, sentMs, drop: /* @__PURE__ */ __name(() => {
    }, "drop") };
    pending.add(each);
    perTarget[target] = (perTarget[target] ?? 0) + 1;
    const underWay = transport.send(target, (outcome) => settle(each, outcome));
    each.drop = () => underWay.drop();
  }, "launch");
  const timeOut = /* @__PURE__ */ __name(() => {
    for (const each of pending) {
      if (each.dueMs + timeoutMs > timer.now() - start) return;
      each.drop();
      settle(each, { kind: "time-out", detail: `no whole answer within ${timeoutMs} ms` });
    }
  }, "timeOut");
  const wake = /* @__PURE__ */ __name(() => {
    for (let n = 0; n < MAX_AT_ONCE && next < share; n++) {
      if (dueMs(schedule, next) > timer.now() - start) break;
      launch(next++);
    }
    timeOut();
    if (next >= share && pending.size === 0) return finish();
    const [oldest] = pending;
    const at = Math.min(
      next < share ? dueMs(schedule, next) : Number.POSITIVE_INFINITY,
      oldest ? oldest.dueMs + timeoutMs : Number.POSITIVE_INFINITY
    );
    callOff = timer.after(Math.max(0, at - (timer.now() - start)), wake);
  }, "wake");
  callOff = timer.after(Math.max(0, start - timer.now()), wake);
  return {
    ended,
    stop() {
      share = Math.min(share, next);
      callOff();
      wake();
    },
    abort() {
      share = Math.min(share, next);
      const dropped = pending.size;
      for (const each of pending) {
        each.drop();
        leave(each);
      }
      finish();
      return dropped;
    }
  };
}
__name(runOpenLoop, "runOpenLoop");

// src/traffic/load-result.rules.ts
function shareOf2({ answered, failed, notSent, kinds: kinds2, answers }) {
  return {
    planned: answered + failed + notSent,
    answered,
    failed,
    notSent,
    failedByKind: { ...kinds2 },
    latencyMs: summarise(answers)
  };
}
__name(shareOf2, "shareOf");

// src/traffic/tally.rules.ts
var MAX_FIRST_FAILURES = 20;
var createCounts = /* @__PURE__ */ __name(() => ({
  answered: 0,
  failed: 0,
  notSent: 0,
  kinds: {},
  answers: createHistogram()
}), "createCounts");
function count(counts, { outcome, dueMs: dueMs2, endMs }) {
  if (outcome.kind === "answer") {
    counts.answered++;
    record3(counts.answers, endMs - dueMs2);
  } else if (outcome.kind === "not-sent") counts.notSent++;
  else {
    counts.failed++;
    counts.kinds[outcome.kind] = (counts.kinds[outcome.kind] ?? 0) + 1;
  }
}
__name(count, "count");
var firstFailure = /* @__PURE__ */ __name(({ dueMs: dueMs2, target }, kind, detail, names) => ({ atMs: Math.round(dueMs2), target: names[target] ?? "?", kind, detail }), "firstFailure");

// src/traffic/probe.rules.ts
var MAX_PHASES = 200;
var MAX_SECONDS = 3600;
function createProbeTally(names, phase) {
  const longest = { fromMs: 0, toMs: 0, ms: 0 };
  const tally = {
    names,
    all: createCounts(),
    nodes: names.map(() => createCounts()),
    phases: [],
    seconds: /* @__PURE__ */ new Map(),
    stretches: names.map(() => ({ lastMs: 0, longest })),
    sendLag: createHistogram(),
    firstFailures: []
  };
  addPhase(tally, phase, 0);
  return tally;
}
__name(createProbeTally, "createProbeTally");
function addPhase({ phases, names }, name, fromMs) {
  if (phases.length >= MAX_PHASES || phases.at(-1)?.name === name) return;
  phases.push({ name, fromMs, all: createCounts(), nodes: names.map(() => createCounts()) });
}
__name(addPhase, "addPhase");
function addProbe(tally, sample) {
  const { outcome, dueMs: dueMs2, sentMs, endMs, target } = sample;
  const phase = tally.phases.findLast((each) => each.fromMs <= dueMs2) ?? tally.phases[0];
  for (const counts of [tally.all, tally.nodes[target], phase?.all, phase?.nodes[target]])
    if (counts) count(counts, sample);
  if (outcome.kind !== "not-sent") {
    record3(tally.sendLag, sentMs - dueMs2);
    countSecond(tally.seconds, dueMs2, outcome.kind !== "answer");
  }
  const stretch = tally.stretches[target];
  if (outcome.kind !== "answer") {
    if (tally.firstFailures.length < MAX_FIRST_FAILURES)
      tally.firstFailures.push(firstFailure(sample, outcome.kind, outcome.detail, tally.names));
  } else if (stretch) {
    stretch.longest = longer(stretch, endMs);
    stretch.lastMs = endMs;
  }
}
__name(addProbe, "addProbe");
function countSecond(seconds3, dueMs2, hasFailed2) {
  const second = Math.min(MAX_SECONDS - 1, Math.floor(dueMs2 / 1e3));
  const { sent, failed } = seconds3.get(second) ?? { sent: 0, failed: 0 };
  seconds3.set(second, { second, sent: sent + 1, failed: failed + Number(hasFailed2) });
}
__name(countSecond, "countSecond");
function longer({ lastMs, longest }, endMs) {
  const ms = endMs - lastMs;
  return ms > longest.ms ? { fromMs: lastMs, toMs: endMs, ms } : longest;
}
__name(longer, "longer");
function probeResult(tally, startedAtMs, endMs, unfinished) {
  const { names, all, nodes, phases, stretches } = tally;
  const named = /* @__PURE__ */ __name((counts, index) => ({ name: names[index] ?? "?", ...shareOf2(counts) }), "named");
  const whole = shareOf2(all);
  const sendLag = summarise(tally.sendLag);
  return {
    ...whole,
    planned: whole.planned + unfinished,
    startedAtMs: Math.round(startedAtMs),
    durationMs: Math.round(endMs),
    latencyBuckets: bucketsOf(all.answers),
    series: [...tally.seconds.values()].toSorted((a, b) => a.second - b.second),
    unfinished,
    nodes: nodes.map((counts, index) => ({
      ...named(counts, index),
      longestGap: rounded(longer(stretches[index], endMs))
    })),
    phases: phases.map((phase, index) => ({
      name: phase.name,
      fromMs: Math.round(phase.fromMs),
      toMs: Math.round(phases[index + 1]?.fromMs ?? endMs),
      ...shareOf2(phase.all),
      nodes: phase.nodes.map(named)
    })),
    firstFailures: tally.firstFailures,
    sendLagMs: { p99: sendLag.p99, max: sendLag.max }
  };
}
__name(probeResult, "probeResult");
var rounded = /* @__PURE__ */ __name(({ fromMs, toMs, ms }) => ({
  fromMs: Math.round(fromMs),
  toMs: Math.round(toMs),
  ms: Math.round(ms)
}), "rounded");

// src/traffic/connection.ts
import net from "node:net";

// src/traffic/chunks.rules.ts
var MAX_LINE = 256;
var MAX_TRAILER = 8 * 1024;
var [CR, LF] = [13, 10];
function createChunkReader(onBody) {
  let state = "size";
  let line = "";
  let left = 0;
  let trailer = 0;
  const endOfLine = /* @__PURE__ */ __name(() => {
    const text3 = line;
    line = "";
    if (state === "data-end") {
      if (text3 !== "") return "a chunk longer than its size";
      state = "size";
      return false;
    }
    if (state === "trailer") return text3 === "";
    const size = /^([0-9a-f]{1,12})[ \t]*(?:;.*)?$/i.exec(text3)?.[1];
    if (size === void 0) return "a chunk without a size";
    left = Number.parseInt(size, 16);
    state = left === 0 ? "trailer" : "data";
    return false;
  }, "endOfLine");
  return {
    read(bytes, from, end) {
      let at = from;
      while (at < end) {
        if (state === "data") {
          const to = Math.min(end, at + left);
          onBody(bytes, at, to);
          left -= to - at;
          at = to;
          if (left === 0) state = "data-end";
          continue;
        }
        const byte = bytes[at++];
        if (state === "trailer" && ++trailer > MAX_TRAILER) return "a trailer without end";
        if (byte === LF) {
          const ended = endOfLine();
          if (typeof ended === "string") return ended;
          if (ended) return { at, isWhole: true };
        } else if (byte !== CR) {
          if (line.length >= MAX_LINE && state !== "trailer") return "a chunk without a size";
          if (line.length < MAX_LINE) line += String.fromCharCode(byte ?? 0);
        }
      }
      return { at, isWhole: false };
    }
  };
}
__name(createChunkReader, "createChunkReader");

// src/traffic/head.rules.ts
function readHead(text3) {
  const first = /^HTTP\/1\.([01]) ([1-9]\d\d)(?: [^\r\n]*)?(?:\r\n|$)/.exec(text3);
  if (!first) return "not an HTTP/1 answer";
  const status = Number(first[2]);
  const connection = /\r\nconnection:([^\r\n]*)/i.exec(text3)?.[1]?.toLowerCase() ?? "";
  const isKept = first[1] === "1" ? !connection.includes("close") : connection.includes("keep-alive");
  if (status < 200 || status === 204 || status === 304)
    return { status, framing: { kind: "length", bytes: 0 }, isReusable: isKept };
  const coding = /\r\ntransfer-encoding:([^\r\n]*)/i.exec(text3)?.[1];
  const lengths = new Set(Array.from(text3.matchAll(/\r\ncontent-length:([^\r\n]*)/gi), (m) => m[1]?.trim()));
  if (coding !== void 0)
    return /(?:^|,)\s*chunked\s*$/i.test(coding) ? { status, framing: { kind: "chunked" }, isReusable: isKept && lengths.size === 0 } : { status, framing: { kind: "until-end" }, isReusable: false };
  if (lengths.size === 0) return { status, framing: { kind: "until-end" }, isReusable: false };
  const [length] = lengths;
  if (lengths.size > 1 || !/^\d{1,15}$/.test(length ?? "")) return "a Content-Length that is no length";
  return { status, framing: { kind: "length", bytes: Number(length) }, isReusable: isKept };
}
__name(readHead, "readHead");

// src/traffic/answer.rules.ts
var MORE = { kind: "more" };
var broken = /* @__PURE__ */ __name((problem) => ({ kind: "broken", problem }), "broken");
function createAnswerReader(limits) {
  let pending;
  let [lastText, lastHead] = ["", ""];
  let head;
  let chunks;
  let size = 0;
  let kept = [];
  let room = 0;
  const take2 = /* @__PURE__ */ __name((bytes, from, to) => {
    size += to - from;
    const wanted = Math.min(room, to - from);
    if (wanted <= 0) return;
    kept.push(Buffer.from(bytes.subarray(from, from + wanted)));
    room -= wanted;
  }, "take");
  const whole = /* @__PURE__ */ __name((isReusable) => {
    const status = head?.status ?? 0;
    const body = kept.length === 0 ? "" : Buffer.concat(kept).toString("utf8");
    head = chunks = void 0;
    kept = [];
    size = 0;
    return { kind: "whole", status, body, isReusable };
  }, "whole");
  const readBody = /* @__PURE__ */ __name((bytes, from, end, at) => {
    const { framing } = at;
    let to = end;
    let isWhole = false;
    if (framing.kind === "length") {
      to = Math.min(end, from + framing.bytes - size);
      take2(bytes, from, to);
      isWhole = size === framing.bytes;
    } else if (framing.kind === "chunked") {
      chunks ??= createChunkReader(take2);
      const read3 = chunks.read(bytes, from, end);
      if (typeof read3 === "string") return broken(read3);
      to = read3.at;
      isWhole = read3.isWhole;
    } else take2(bytes, from, end);
    if (size > limits.maxBodyBytes) return broken(`a body of more than ${limits.maxBodyBytes} bytes`);
    return isWhole ? whole(at.isReusable && to === end) : MORE;
  }, "readBody");
  const read2 = /* @__PURE__ */ __name((given, length) => {
    let bytes = given;
    let end = length;
    let from = 0;
    if (head) return readBody(bytes, 0, end, head);
    if (pending) {
      bytes = Buffer.concat([pending, given.subarray(0, end)]);
      end = bytes.length;
      pending = void 0;
    }
    for (; ; ) {
      const at = bytes.indexOf("\r\n\r\n", from, "latin1");
      if (at < 0 || at + 4 > end) {
        if (end - from > limits.maxHeadBytes)
          return broken(`a head of more than ${limits.maxHeadBytes} bytes`);
        pending = Buffer.from(bytes.subarray(from, end));
        return MORE;
      }
      if (at - from > limits.maxHeadBytes) return broken(`a head of more than ${limits.maxHeadBytes} bytes`);
      const text3 = bytes.toString("latin1", from, at);
      if (text3 !== lastText) [lastText, lastHead] = [text3, readHead(text3)];
      const found = lastHead;
      if (typeof found === "string") return broken(found);
      from = at + 4;
      if (found.status === 101) return broken("another protocol");
      if (found.status < 200) continue;
      head = found;
      room = Math.min(limits.maxBodyBytes, limits.keptBytes(found.status));
      if (found.framing.kind === "length" && found.framing.bytes > limits.maxBodyBytes)
        return broken(`a body of more than ${limits.maxBodyBytes} bytes`);
      return readBody(bytes, from, end, found);
    }
  }, "read");
  return {
    read: read2,
    end: /* @__PURE__ */ __name(() => head?.framing.kind === "until-end" ? whole(false) : broken(head || pending ? "closed in mid-answer" : "closed without an answer"), "end")
  };
}
__name(createAnswerReader, "createAnswerReader");

// src/traffic/socket-errors.rules.ts
var OURS = ["EADDRNOTAVAIL", "EAGAIN", "EMFILE", "ENFILE", "ENOBUFS", "ENOMEM"];
function outcomeOfError(error) {
  const code = error.code ?? "";
  const detail = plainWords(code || error.message);
  if (OURS.includes(code)) return { kind: "not-sent", detail, isCapped: false };
  if (code === "ECONNREFUSED") return { kind: "refused", detail };
  if (code === "ECONNRESET" || code === "ECONNABORTED" || code === "EPIPE") return { kind: "reset", detail };
  if (code === "ETIMEDOUT") return { kind: "time-out", detail };
  return { kind: "unreachable", detail };
}
__name(outcomeOfError, "outcomeOfError");

// src/traffic/connection.ts
var inbox = Buffer.allocUnsafe(64 * 1024);
function connect({ host, port }, limits, onGone) {
  const reader = createAnswerReader(limits);
  let waiting;
  let isOver = false;
  const finish = /* @__PURE__ */ __name((outcome, isReusable) => {
    const done = waiting;
    waiting = void 0;
    if (!isReusable) drop();
    if (done) done(outcome, isReusable);
    else if (!isReusable) onGone();
  }, "finish");
  const drop = /* @__PURE__ */ __name(() => {
    isOver = true;
    waiting = void 0;
    socket.destroy();
  }, "drop");
  const handle = /* @__PURE__ */ __name((progress, isClosed) => {
    if (progress.kind === "more") return;
    if (progress.kind === "whole")
      finish({ kind: "answer", status: progress.status, body: progress.body }, progress.isReusable);
    else finish({ kind: isClosed ? "reset" : "body", detail: progress.problem }, false);
  }, "handle");
  const socket = net.connect({
    host,
    port,
    noDelay: true,
    onread: {
      buffer: inbox,
      callback: /* @__PURE__ */ __name((length) => {
        if (isOver) return false;
        if (!waiting) finish({ kind: "body", detail: "unasked" }, false);
        else handle(reader.read(inbox, length), false);
        return true;
      }, "callback")
    }
  });
  socket.on("error", (error) => {
    if (!isOver) finish(outcomeOfError(error), false);
  });
  socket.on("close", () => {
    if (!isOver) handle(reader.end(), true);
  });
  return {
    ask(request, done) {
      waiting = done;
      socket.write(request);
    },
    drop
  };
}
__name(connect, "connect");

// src/traffic/transport.ts
function createTransport(targets, connections, limits) {
  const doors = targets.map((target) => ({
    target,
    request: Buffer.from(requestText(target, connections), "latin1"),
    idle: []
  }));
  return {
    send(index, done) {
      const door = doors[index];
      if (!door) throw new RangeError(`there is no target ${index}`);
      const connection = door.idle.pop() ?? open2(door);
      connection.ask(door.request, (outcome, isReusable) => {
        if (isReusable && connections === "kept") door.idle.push(connection);
        else connection.drop();
        done(outcome);
      });
      return connection;
    },
    close() {
      for (const { idle } of doors) for (const connection of idle.splice(0)) connection.drop();
    }
  };
  function open2(door) {
    const connection = connect(door.target, limits, () => {
      const at = door.idle.indexOf(connection);
      if (at >= 0) door.idle.splice(at, 1);
    });
    return connection;
  }
  __name(open2, "open");
}
__name(createTransport, "createTransport");

// src/traffic/sender.ts
var MAX_HEAD_BYTES = 32 * 1024;
var answerLimits = /* @__PURE__ */ __name((plan) => ({
  maxHeadBytes: MAX_HEAD_BYTES,
  maxBodyBytes: plan.maxBodyBytes,
  keptBytes: keptBytes(plan.expect, plan.identify)
}), "answerLimits");

// src/traffic/prober.ts
var MAX_PER_NODE = 2e3;
function startProber(options, fx) {
  const { targets, ratePerSecond = 200, connections = "fresh", timeoutMs = 5e3 } = options;
  const plan = planLoad({
    targets,
    ratePerSecond,
    connections,
    timeoutMs,
    ...options.expect ? { expect: options.expect } : {},
    count: 1
  });
  if (fx.signal.aborted) throw new SwarmlineError("cancelled", "cancelled");
  const startMs = performance.now();
  const sinceStart = /* @__PURE__ */ __name(() => performance.now() - startMs, "sinceStart");
  const names = targets.map((target) => target.name);
  const tally = createProbeTally(names, options.firstPhase ?? "before");
  const transport = createTransport(targets, connections, answerLimits(plan));
  const mostUnderWay = Math.ceil(ratePerSecond / targets.length * timeoutMs / 1e3) + 10;
  const loop = runOpenLoop(
    {
      schedule: { ratePerSecond, count: void 0, targets: targets.length, sender: 0, senders: 1 },
      startMs,
      timeoutMs,
      capPerTarget: Math.min(MAX_PER_NODE, mostUnderWay)
    },
    transport,
    (sample) => addProbe(tally, { ...sample, outcome: judgeOutcome(sample.outcome, plan.expect) })
  );
  let unfinished = 0;
  let endMs;
  const onAbort = /* @__PURE__ */ __name(() => {
    endMs ??= sinceStart();
    unfinished += loop.abort();
  }, "onAbort");
  fx.signal.addEventListener("abort", onAbort, { once: true });
  let result;
  return {
    phase: /* @__PURE__ */ __name((name) => addPhase(tally, name, sinceStart()), "phase"),
    soFar: /* @__PURE__ */ __name(() => ({ sent: tally.all.answered + tally.all.failed, failed: tally.all.failed }), "soFar"),
    stop() {
      result ??= (async () => {
        endMs ??= sinceStart();
        loop.stop();
        await loop.ended;
        fx.signal.removeEventListener("abort", onAbort);
        transport.close();
        return probeResult(tally, performance.timeOrigin + startMs, endMs, unfinished);
      })();
      return result;
    }
  };
}
__name(startProber, "startProber");

// src/usecases/deploy/probing.ts
var ALL_NODES = "nodes";
async function startProbing(request, swarm, isThere, fx) {
  const idle = { phase: /* @__PURE__ */ __name(() => void 0, "phase"), stop: /* @__PURE__ */ __name(async () => ({ result: void 0, fault: void 0 }), "stop") };
  if (!request) return idle;
  const targets = await targetsOf(request.url, swarm);
  if (!isThere) {
    fx.log.info("nothing to probe: no service of the stack runs yet");
    return idle;
  }
  return probing(request, startProber({ targets, ratePerSecond: request.ratePerSecond }, fx));
}
__name(startProbing, "startProbing");
function probing({ maxFailedRequests }, prober) {
  return {
    phase: /* @__PURE__ */ __name((name) => prober.phase(name), "phase"),
    stop: /* @__PURE__ */ __name(async () => {
      const result = await prober.stop();
      const { isGood, words: words2 } = judgeProbe(result, {
        maxFailedRequests: maxFailedRequests ?? Number.POSITIVE_INFINITY
      });
      return { result, fault: isGood || maxFailedRequests === void 0 ? void 0 : words2.join("; ") };
    }, "stop")
  };
}
__name(probing, "probing");
async function targetsOf(address, swarm) {
  const url = URL.canParse(address) ? new URL(address) : void 0;
  if (url?.protocol !== "http:")
    throw new SwarmlineError("input", `${address} is no address to probe`, {
      hint: `give http://${ALL_NODES}:PORT/PATH for every node, or the http:// address of a load balancer`
    });
  const port = Number(url.port || "80");
  const path12 = `${url.pathname}${url.search}`;
  if (url.hostname !== ALL_NODES) return [{ name: url.host, host: url.hostname, port, path: path12 }];
  return Promise.all(
    swarm.nodes.map(async (node) => ({ name: node.name, ...await swarm.openPort(node.address, port), path: path12 }))
  );
}
__name(targetsOf, "targetsOf");

// src/rollout/deadline.rules.ts
var GOSSIP_MS = 2e3;
var PREPARE_MS = 1e3;
var START_MS = 2e3;
var DEFAULT_GRACE_MS = 1e4;
var DEFAULT_MONITOR_MS2 = 5e3;
var DEFAULT_INTERVAL_MS = 3e4;
var TAIL_MS = 1e3;
var NANO = 1e6;
function deadlineOf(specs, options) {
  const { capMs, safetyFactor = 2, pullAllowanceMs = 12e4 } = options;
  const bounds = specs.map((spec) => ({
    name: spec.Name,
    boundMs: thereAndBackMs(spec, options.eligibleNodes)
  }));
  const slowest = bounds.toSorted((a, b) => b.boundMs - a.boundMs)[0];
  if (slowest && !Number.isFinite(slowest.boundMs))
    return { timeoutMs: capMs, slowest: void 0, isCapped: true };
  const wantedMs = Math.ceil(safetyFactor * (slowest?.boundMs ?? 0) + pullAllowanceMs);
  return { timeoutMs: Math.min(capMs, wantedMs), slowest, isCapped: wantedMs > capMs };
}
__name(deadlineOf, "deadlineOf");
function thereAndBackMs(spec, eligibleNodes2) {
  if (endsByItself(spec)) return Number.POSITIVE_INFINITY;
  const replicas = replicasOf(spec, eligibleNodes2);
  const way = /* @__PURE__ */ __name((config) => stepsMs(spec, config, replicas, DEFAULT_INTERVAL_MS) + Math.max(monitorMs(config), delayMs(config) + TAIL_MS), "way");
  return way(spec.UpdateConfig) + (spec.UpdateConfig?.FailureAction === "rollback" ? way(spec.RollbackConfig) : 0);
}
__name(thereAndBackMs, "thereAndBackMs");
function stepsMs(spec, config, replicas, unsaidProbeMs, exitMs = Number.POSITIVE_INFINITY) {
  const parallelism = (config ? config.Parallelism : 1) || replicas;
  const steps = replicas === 0 ? 0 : Math.ceil(replicas / parallelism);
  const { StopGracePeriod } = spec.TaskTemplate.ContainerSpec ?? {};
  const graceMs = StopGracePeriod === void 0 ? DEFAULT_GRACE_MS : StopGracePeriod / NANO;
  const before = config?.Order === "start-first" ? PREPARE_MS : GOSSIP_MS + Math.min(graceMs, exitMs);
  return steps * (before + START_MS + firstProbeMs(spec, unsaidProbeMs) + delayMs(config));
}
__name(stepsMs, "stepsMs");
function firstProbeMs(spec, unsaidProbeMs) {
  const health = spec.TaskTemplate.ContainerSpec?.Healthcheck;
  if (!health) return unsaidProbeMs;
  if (health.Test?.[0] === "NONE") return 0;
  if (health.StartPeriod && health.StartInterval) return health.StartInterval / NANO;
  return health.Interval ? health.Interval / NANO : DEFAULT_INTERVAL_MS;
}
__name(firstProbeMs, "firstProbeMs");
var delayMs = /* @__PURE__ */ __name((config) => (config?.Delay ?? 0) / NANO, "delayMs");
var monitorMs = /* @__PURE__ */ __name((config) => config?.Monitor ? config.Monitor / NANO : DEFAULT_MONITOR_MS2, "monitorMs");
var replicasOf = /* @__PURE__ */ __name(({ Mode }, eligibleNodes2) => Mode.Global ? eligibleNodes2 : Mode.Replicated?.Replicas ?? 1, "replicasOf");
var endsByItself = /* @__PURE__ */ __name(({ Mode, TaskTemplate }) => Boolean(Mode.ReplicatedJob ?? Mode.GlobalJob) || TaskTemplate.RestartPolicy?.Condition === "none", "endsByItself");

// src/stack/deploy.ts
import { writeFile as writeFile3 } from "node:fs/promises";
import path3 from "node:path";

// src/effects/scratch.ts
import { rmSync } from "node:fs";
import { mkdtemp as mkdtemp3, rm as rm3 } from "node:fs/promises";
import { tmpdir } from "node:os";
import path2 from "node:path";
var folders = /* @__PURE__ */ new Set();
async function withScratch(name, work) {
  const folder = await mkdtemp3(path2.join(tmpdir(), `swarmline-${name}-`));
  if (folders.size === 0) process.on("exit", removeAll);
  folders.add(folder);
  try {
    return await work(folder);
  } finally {
    await rm3(folder, { recursive: true, force: true });
    folders.delete(folder);
    if (folders.size === 0) process.off("exit", removeAll);
  }
}
__name(withScratch, "withScratch");
function removeAll() {
  for (const folder of folders)
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
    }
}
__name(removeAll, "removeAll");

// src/stack/digests/reference.rules.ts
var tagged = /* @__PURE__ */ __name((reference) => /[:@]/.test(reference.slice(reference.lastIndexOf("/") + 1)) ? reference : `${reference}:latest`, "tagged");
var familiar = /* @__PURE__ */ __name((reference) => tagged(reference).replace(/^(?:index\.)?docker\.io\/(?:library\/(?=[^/]+$))?/, ""), "familiar");
var isPinned = /* @__PURE__ */ __name((reference) => reference.includes("@"), "isPinned");
var withoutDigest = /* @__PURE__ */ __name((reference) => reference.split("@")[0] ?? "", "withoutDigest");

// src/stack/earlier-removal.ts
var REMOVAL_MS = 6e4;
function isForgotten(network, { client, stack, timeoutMs = REMOVAL_MS }, fx) {
  const look2 = /* @__PURE__ */ __name(async () => {
    try {
      await client.json("GET", `/networks/${encodeURIComponent(network)}`, { signal: fx.signal });
      return void 0;
    } catch (error) {
      if (isGone(error)) return true;
      throw error;
    }
  }, "look");
  const title = `Wait for an earlier removal of ${stack} to end`;
  return fx.log.step(
    title,
    () => waitFor(title, look2, { clock: fx.clock, deadlineMs: timeoutMs, everyMs: 500, signal: fx.signal }).catch(
      (error) => {
        if (error instanceof SwarmlineError && error.code === "timed-out") return false;
        throw error;
      }
    )
  );
}
__name(isForgotten, "isForgotten");

// src/stack/ports.rules.ts
var MAX_PORTS = 65536;
function parsePort(entry) {
  if (typeof entry === "number") return portsOf(void 0, String(entry), "tcp");
  if (typeof entry === "string") return parseShort(entry);
  if (typeof entry !== "object" || entry === null) return [];
  const { target, published, protocol, mode } = entry;
  const ports = portsOf(
    published === void 0 || published === null || published === "" ? void 0 : String(published),
    String(target ?? ""),
    typeof protocol === "string" ? protocol : "tcp"
  );
  return mode === "host" ? ports.map((port) => ({ ...port, mode })) : ports;
}
__name(parsePort, "parsePort");
function parseShort(text3) {
  const [address = "", protocol = "tcp"] = text3.split("/");
  const parts = address.split(":");
  return portsOf(parts.at(-2), parts.at(-1) ?? "", protocol);
}
__name(parseShort, "parseShort");
function portsOf(published, target, protocol) {
  const targets = range(target);
  const outer = published === void 0 ? [] : range(published);
  return targets.map((port, i) => ({ target: port, published: outer[i], protocol, mode: "ingress" }));
}
__name(portsOf, "portsOf");
function range(text3) {
  const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(text3.trim()) ?? [];
  const first = Number(from);
  const last = Number(to);
  if (!(first > 0) || last < first || last >= MAX_PORTS) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
__name(range, "range");

// src/stack/model.rules.ts
function servicesOf(model) {
  return Object.entries(mapping(model.services)).map(([name, value]) => {
    const service = mapping(value);
    const networks = namesOf(service.networks);
    return {
      name,
      image: typeof service.image === "string" ? service.image : "",
      mode: modeOf(mapping(service.deploy).mode),
      ports: sequence(service.ports).flatMap((port) => parsePort(port)),
      networks: networks.length > 0 ? networks : ["default"],
      secrets: namesOf(service.secrets),
      configs: namesOf(service.configs)
    };
  });
}
__name(servicesOf, "servicesOf");
function fileSources(model, section) {
  return Object.entries(mapping(model[section])).flatMap(([name, value]) => {
    const { file, external: external2 } = mapping(value);
    return typeof file === "string" && !external2 ? [{ name, path: file }] : [];
  });
}
__name(fileSources, "fileSources");
function ownNames(model, section) {
  return Object.entries(mapping(model[section])).flatMap(
    ([name, value]) => mapping(value).external ? [] : [name]
  );
}
__name(ownNames, "ownNames");
function namesOf(value) {
  if (isMapping(value)) return Object.keys(value);
  return sequence(value).flatMap((item) => {
    const name = isMapping(item) ? item.source : item;
    return typeof name === "string" ? [name] : [];
  });
}
__name(namesOf, "namesOf");
var MODES = ["replicated", "global", "replicated-job", "global-job"];
var modeOf = /* @__PURE__ */ __name((value) => MODES.find((mode) => mode === value) ?? "replicated", "modeOf");

// src/stack/published-ports.ts
async function requireFreePorts(client, stack, planned, signal) {
  const wanted = planned.flatMap((s) => s.ports).filter((p) => p.mode === "ingress" && p.published);
  if (wanted.length === 0) return;
  const services = await client.json("GET", "/services", { signal }) ?? [];
  for (const service of services) {
    if (service.Spec.Labels?.["com.docker.stack.namespace"] === stack) continue;
    for (const port of service.Endpoint?.Ports ?? []) {
      const isTaken = wanted.some(
        (w) => port.PublishMode === "ingress" && w.published === port.PublishedPort && w.protocol === port.Protocol
      );
      if (!isTaken) continue;
      const { code, message, hint } = portTaken(String(port.PublishedPort), service.Spec.Name);
      throw new SwarmlineError(code, `deploying ${stack}: ${message}`, { hint });
    }
  }
}
__name(requireFreePorts, "requireFreePorts");

// src/stack/render.rules.ts
var import_yaml = __toESM(require_dist(), 1);
var FIRST = ["version", "services", "networks", "volumes", "secrets", "configs"];
function renderStack(model) {
  const version2 = model.version === void 0 || model.version === null ? {} : { version: String(model.version) };
  return (0, import_yaml.stringify)(ordered({ ...model, ...version2 }, FIRST), {
    // Docker's parser takes plain words such as no, on and 0o17 for other things than texts: YAML 1.1 and more.
    version: "1.1",
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
    lineWidth: 0,
    aliasDuplicateObjects: false
  });
}
__name(renderStack, "renderStack");
function ordered(value, first = []) {
  if (typeof value === "string") return value.replaceAll("$", "$$$$");
  if (Array.isArray(value)) return value.map((item) => ordered(item));
  if (!isMapping(value)) return value;
  const place = /* @__PURE__ */ __name((key) => first.includes(key) ? first.indexOf(key) : first.length, "place");
  const keys = Object.keys(value).sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  return Object.fromEntries(
    keys.flatMap((key) => value[key] === void 0 ? [] : [[key, ordered(value[key])]])
  );
}
__name(ordered, "ordered");

// src/stack/stages/part-of-model.rules.ts
var SECTIONS = ["networks", "volumes", "secrets", "configs"];
function partOfModel(model, names) {
  const services = serviceEntries(model).filter(([name]) => names.includes(name));
  const part = { ...model, services: Object.fromEntries(services) };
  for (const section of SECTIONS) {
    const used = new Set(services.flatMap(([, service]) => USED[section](service)));
    const kept = Object.entries(mapping(model[section])).filter(([name]) => used.has(name));
    if (kept.length > 0) part[section] = Object.fromEntries(kept);
    else delete part[section];
  }
  return part;
}
__name(partOfModel, "partOfModel");
var USED = {
  networks: /* @__PURE__ */ __name((service) => {
    const named = namesOf2(service.networks);
    return named.length > 0 ? named : ["default"];
  }, "networks"),
  volumes: /* @__PURE__ */ __name(({ volumes }) => sequence(volumes).flatMap(volumeName), "volumes"),
  secrets: /* @__PURE__ */ __name(({ secrets }) => namesOf2(secrets), "secrets"),
  configs: /* @__PURE__ */ __name(({ configs, credential_spec }) => [...namesOf2(configs), text(mapping(credential_spec).config)], "configs")
};
var namesOf2 = /* @__PURE__ */ __name((value) => isMapping(value) ? Object.keys(value) : sequence(value).map((item) => text(isMapping(item) ? item.source : item)), "namesOf");
var volumeName = /* @__PURE__ */ __name((volume) => {
  if (isMapping(volume)) return [text(volume.source)];
  const [source = "", target] = text(volume).split(":");
  return target === void 0 ? [] : [source];
}, "volumeName");

// src/stack/deploy.ts
var TRIES2 = 5;
var AGAIN_MS3 = 1500;
var AWAY_MS2 = 6e4;
var CLEANUP_MS = 6e4;
async function deployStack(request, fx) {
  const { client, stack, model } = request;
  await persist(() => requireFreePorts(client, stack, servicesOf(model), fx.signal), fx);
  const there = await persist(() => stackObjects(client, stack, fx.signal), fx);
  const configs = there.configs.filter((config) => !isBook(config.Spec.Labels));
  const isFirst = inWords2({ ...there, tasks: [], configs }) === "";
  try {
    await withScratch("deploy", (folder) => runDeploy(request, there, path3.join(folder, "stack.yml"), fx));
  } catch (error) {
    if (isFirst) await cleanUp(request, fx);
    throw error;
  }
  return whatIsDeployed(request, fx);
}
__name(deployStack, "deployStack");
async function runDeploy(request, before, file, fx) {
  const { stack, client, docker } = request;
  let model = request.model;
  let hasDetach = true;
  let awaySinceMs;
  for (let tries = 1; ; ) {
    await writeFile3(file, renderStack(model), { mode: 384 });
    const command2 = deployCommand({ ...request, model }, file, hasDetach);
    const result = await runDocker(fx.exec, docker, client.socketPath, command2, {
      cwd: path3.dirname(file),
      signal: fx.signal,
      isChecked: false,
      onLine: /* @__PURE__ */ __name((line) => fx.log.debug(line), "onLine")
    });
    if (result.exitCode === 0) return;
    const said = result.stderr.trim() || result.stdout;
    if (hasDetach && isDetachUnknown(said)) {
      hasDetach = false;
      continue;
    }
    if (isAway(said)) {
      awaySinceMs ??= fx.clock.now();
      if (fx.clock.now() - awaySinceMs >= AWAY_MS2) throw explainDeploy(stack, said);
    } else {
      awaySinceMs = void 0;
      if (tries++ >= TRIES2 || !isWorthRetrying(stack, said)) throw explainDeploy(stack, said);
    }
    fx.log.debug(`trying again: ${said.trim()}`);
    const network = lostNetwork(stack, said);
    if (network === "") await fx.clock.sleep(AGAIN_MS3, fx.signal);
    else if (!await isForgotten(network, request, fx)) throw explainDeploy(stack, said);
    const left = await notYetDeployed(request, before, refusedService(said), fx);
    if (left.length === 0) return;
    model = partOfModel(request.model, left);
  }
}
__name(runDeploy, "runDeploy");
async function notYetDeployed({ client, stack, model }, before, refused4, fx) {
  const { services } = await persist(() => stackObjects(client, stack, fx.signal), fx);
  const isDeployed = /* @__PURE__ */ __name((name) => {
    if (name === refused4) return false;
    const now = services.find((service) => service.Spec.Name === name);
    const old = before.services.find((service) => service.ID === now?.ID);
    return now !== void 0 && !(old && isSameSpec(old.Spec, now.Spec));
  }, "isDeployed");
  return servicesOf(model).map((service) => service.name).filter((name) => !isDeployed(`${stack}_${name}`));
}
__name(notYetDeployed, "notYetDeployed");
function deployCommand({ stack, model, withRegistryAuth }, file, hasDetach) {
  const isAllPinned = servicesOf(model).every((service) => isPinned(service.image));
  return [
    "stack",
    "deploy",
    ...["--compose-file", file],
    ...hasDetach ? ["--detach=true"] : [],
    ...withRegistryAuth ? ["--with-registry-auth"] : [],
    ...isAllPinned ? ["--resolve-image", "never"] : [],
    stack
  ];
}
__name(deployCommand, "deployCommand");
async function whatIsDeployed({ client, stack, model }, fx) {
  const names = servicesOf(model).map((service) => `${stack}_${service.name}`);
  const { services } = await persist(() => stackObjects(client, stack, fx.signal), fx);
  const withoutDigest2 = services.filter(
    (s) => names.includes(s.Spec.Name) && !s.Spec.TaskTemplate.ContainerSpec?.Image.includes("@sha256:")
  ).map((s) => s.Spec.Name);
  return { services: names, withoutDigest: withoutDigest2 };
}
__name(whatIsDeployed, "whatIsDeployed");
async function cleanUp({ docker, client, stack }, fx) {
  const request = { docker, client, stack, nodes: [], timeoutMs: CLEANUP_MS };
  await removeStack(request, forCleanup(fx)).catch(
    (error) => fx.log.warn(`could not remove what the failed deploy made: ${explain(error)}`)
  );
}
__name(cleanUp, "cleanUp");

// src/usecases/deploy/roll-out.ts
async function rollOut(request, fx) {
  const { stack, stages, client } = request;
  const startedAtMs = fx.clock.now();
  let whole;
  for (const stage of stages) {
    request.onStage(stage);
    const baseline = await persist(() => readBaseline(client, stack, fx.signal), fx);
    const leftMs = Math.max(1, startedAtMs + request.timeoutMs - fx.clock.now());
    const result = await rollOutStage(request, stage, baseline, leftMs, fx);
    whole = whole ? joined(whole, result) : result;
    if (result.outcome !== "converged") break;
  }
  return whole ?? emptyResult(stack, "converged", startedAtMs, startedAtMs);
}
__name(rollOut, "rollOut");
async function rollOutStage(request, stage, baseline, leftMs, fx) {
  const { docker, client, stack, model, changes, withRegistryAuth } = request;
  const isChanging = /* @__PURE__ */ __name((name) => changes.services.some((each) => each.name === name && ["created", "updated"].includes(each.kind)), "isChanging");
  const changing = stage.services.filter(isChanging);
  if (changing.length > 0) {
    const title = `Hand ${stage.name === "all" ? stack : `stage ${stage.name} of ${stack}`} to the swarm`;
    const part = partOfModel(model, changing);
    const { withoutDigest: withoutDigest2 } = await fx.log.step(
      title,
      () => deployStack({ docker, client, stack, model: part, withRegistryAuth, timeoutMs: leftMs }, fx)
    );
    for (const name of withoutDigest2)
      fx.log.warn(`${name}: its image has no digest, so nodes may come to run different versions`);
    await request.onHandedOver(fx);
  }
  const services = stage.services.map((name) => `${stack}_${name}`);
  const timeoutMs = await deadline(request, services, leftMs, fx);
  return watchStack({ client, stack, services, baseline, timeoutMs }, fx);
}
__name(rollOutStage, "rollOutStage");
async function deadline({ client, stack, nodeCount }, names, leftMs, fx) {
  const ask = /* @__PURE__ */ __name(() => client.json("GET", "/services", { query: ofStack(stack), signal: fx.signal }), "ask");
  const services = await persist(ask, fx) ?? [];
  const specs = services.map((service) => service.Spec).filter((spec) => names.includes(spec.Name));
  const { timeoutMs } = deadlineOf(specs, { eligibleNodes: nodeCount, capMs: leftMs });
  fx.log.debug(`deadline for ${names.length} services: ${Math.round(timeoutMs / 1e3)} s`);
  return timeoutMs;
}
__name(deadline, "deadline");
var WORST_FIRST2 = ["failed", "timed-out", "paused", "rolled-back", "cancelled"];
function joined(before, next) {
  const outcome = WORST_FIRST2.find((each) => before.outcome === each || next.outcome === each) ?? "converged";
  return {
    ...next,
    outcome,
    services: [...before.services, ...next.services],
    failures: [...before.failures, ...next.failures],
    startedAt: before.startedAt,
    durationMs: before.durationMs + next.durationMs,
    timeline: [...before.timeline ?? [], ...next.timeline ?? []]
  };
}
__name(joined, "joined");

// src/usecases/deploy/carry-out.ts
var LAST_WORD_MS = 1e4;
async function carryOut(given, fx) {
  const { request, prepared, swarm } = given;
  const { changes } = prepared;
  const { stack, keepRecords } = request;
  const client = swarm.manager;
  const startedAtMs = fx.clock.now();
  const snapshot = await takeSnapshot(client, stack, fx);
  const probing2 = await startProbing(request.probe, swarm, snapshot.services.length > 0, fx);
  const owner = holderInWords(request.owner);
  const record5 = changes.isUnchanged ? void 0 : await beginRecord({ client, stack, owner, version }, fx).catch(async (error) => {
    await probing2.stop();
    throw error;
  });
  let outcome = "failed";
  let back;
  let pruned = [];
  const report = /* @__PURE__ */ __name(async (result) => {
    const { result: probe } = await probing2.stop();
    const leftBehind2 = back ? back.leftBehind : result.leftBehind;
    const { leftBehind: _seen, ...rest } = result;
    return {
      ...{ ...rest, ...leftBehind2 ? { leftBehind: leftBehind2 } : {} },
      ...{ seq: record5?.seq, changes, pruned, undone: back?.undone, probe }
    };
  }, "report");
  try {
    const result = await observed(given, record5, probing2, fx);
    outcome = result.outcome;
    if (outcome === "converged") pruned = await pruneOld(given, fx);
    else if (record5 && !isLockLost(fx.signal))
      back = await goBack(given, { snapshot, probing: probing2, seenLeft: result.leftBehind }, fx);
    return await report(result);
  } catch (error) {
    if (!record5 || isLockLost(fx.signal)) throw error;
    if (fx.signal.aborted) outcome = "cancelled";
    back ??= await goBack(given, { snapshot, probing: probing2, isEngineLost: isEngineLost(error) }, fx);
    if (outcome === "cancelled")
      return await report(emptyResult(stack, "cancelled", startedAtMs, fx.clock.now()));
    for (const line of standingInWords(stack, back)) fx.log.warn(line);
    throw error;
  } finally {
    await probing2.stop();
    if (back?.undone?.kind !== "removed")
      await record5?.finish(
        outcome,
        keepRecords,
        forCleanup(fx, back && !back.undone ? LAST_WORD_MS : void 0)
      );
    if (outcome === "converged") await forgetContents(given, fx);
  }
}
__name(carryOut, "carryOut");
var isEngineLost = /* @__PURE__ */ __name((error) => error instanceof SwarmlineError && error.code === "engine-lost", "isEngineLost");
function standingInWords(stack, { undone, leftBehind: leftBehind2 }) {
  if (leftBehind2) return [`${stack} is not what it was before:`, ...leftBehind2];
  return [undone?.kind === "removed" ? `nothing of ${stack} is left` : `${stack} runs as it did before`];
}
__name(standingInWords, "standingInWords");
async function observed({ request, prepared, swarm, docker }, record5, probing2, fx) {
  const { model, changes } = prepared;
  const result = await rollOut(
    {
      docker,
      client: swarm.manager,
      stack: request.stack,
      model,
      stages: stagesOf(model, request.stages),
      changes,
      withRegistryAuth: request.withRegistryAuth,
      timeoutMs: request.timeoutMs,
      nodeCount: swarm.nodes.length,
      onStage: /* @__PURE__ */ __name((stage) => probing2.phase(stage.name === "all" ? "deploy" : `deploy ${stage.name}`), "onStage"),
      onHandedOver: /* @__PURE__ */ __name(async (within) => record5?.capture(within), "onHandedOver")
    },
    fx
  );
  if (result.outcome !== "converged") return result;
  const { fault: fault2 } = await probing2.stop();
  if (fault2 === void 0) return result;
  const [service = request.stack] = result.services.map((each) => each.name);
  const failure = { service, task: "", node: "", category: "network", error: fault2, logLines: [] };
  return { ...result, outcome: "failed", failures: [failure] };
}
__name(observed, "observed");
async function pruneOld({ request, prepared, swarm }, fx) {
  const names = prepared.changes.services.filter((each) => each.kind === "removed").map((each) => each.fullName);
  return pruneServices(swarm.manager, request.stack, names, fx);
}
__name(pruneOld, "pruneOld");
async function forgetContents({ request, swarm }, fx) {
  const { stack, keepRecords } = request;
  await pruneContents(swarm.manager, stack, { keep: keepRecords }, forCleanup(fx)).catch(
    (error) => fx.log.warn(`old secrets and configs of ${stack} could not be removed: ${explain(error)}`)
  );
}
__name(forgetContents, "forgetContents");

// src/images/served-digest.ts
async function askRegistry(client, configDir, reference, fx) {
  const login = await registryAuth(configDir, reference, fx);
  try {
    const answer = await client.json(
      "GET",
      `/distribution/${reference}/json`,
      {
        timeoutMs: 1e4,
        signal: fx.signal,
        ...login ? { headers: { "x-registry-auth": login } } : {}
      }
    );
    const digest = answer?.Descriptor?.digest;
    return digest ? { digest } : { why: "the registry names no digest" };
  } catch (error) {
    if (fx.signal.aborted) throw error;
    if (error instanceof EngineAnswerError) return { why: error.message };
    if (error.code === "timed-out")
      return { why: "the registry did not answer within 10 s" };
    throw error;
  }
}
__name(askRegistry, "askRegistry");

// src/stack/changes/current.ts
async function readCurrent(client, stack, signal) {
  const list4 = /* @__PURE__ */ __name(async (path12, query) => await client.json("GET", path12, { ...query ? { query } : {}, signal }) ?? [], "list");
  const [services, networks, secrets, configs, version2] = await Promise.all([
    list4("/services", ofStack(stack)),
    list4("/networks"),
    list4("/secrets", ofStack(stack)),
    list4("/configs", ofStack(stack)),
    client.json("GET", "/version", { signal })
  ]);
  const foreign = await predefined(client, services, networks, signal);
  const named = configs.filter((config) => !isBook(config.Spec.Labels));
  return {
    services,
    networks: [...networks, ...foreign],
    secrets,
    configs: named,
    apiVersion: version2.ApiVersion
  };
}
__name(readCurrent, "readCurrent");
async function predefined(client, services, listed, signal) {
  const used = new Set(services.flatMap((s) => (s.Spec.TaskTemplate.Networks ?? []).map((n) => n.Target)));
  const unknown = [...used].filter((id) => !listed.some((network) => network.Id === id));
  const found = await Promise.all(
    unknown.map(
      (id) => client.json("GET", `/networks/${id}`, { signal }).catch((error) => {
        if (error instanceof EngineAnswerError) return void 0;
        throw error;
      })
    )
  );
  return found.filter((network) => network !== void 0);
}
__name(predefined, "predefined");

// src/stack/changes/conceal.rules.ts
var HIDDEN = "(hidden)";
var SECRET_NAME = /pass(?:word|wd|phrase)?|secret|token|credential|auth|private|cookie|dsn|api_?-?key|(?:^|[_.-])key$/i;
var PLACE_NAME = /(?:_file|_path|_dir|-file|-path)$/i;
var WITH_VALUES = /^(?:environment|labels|deploy\.labels|logging\.options|volumes\..*\.driver_opts|(?:networks\..*\.)?driver_opts)\./;
var INLINE = /((?:pass(?:word|wd|phrase)?|secret|token|credential|api_?-?key)[\w-]*["']?(?:\s*[=:]\s*|\s+)["']?)([^\s"',&]+)/gi;
var IN_URL = /(:\/\/[^\s/:@]*:)[^\s/@]+@/g;
var IN_HEADER = /((?:authorization["']?\s*[:=]\s*["']?)?(?:bearer|basic)\s+)[\w.~+/=-]{6,}/gi;
function concealed(field, value) {
  const [prefix] = WITH_VALUES.exec(field) ?? [];
  if (prefix !== void 0) {
    const name = field.slice(prefix.length);
    if (SECRET_NAME.test(name) && !PLACE_NAME.test(name)) return HIDDEN;
  }
  if (/^(?:secrets|configs|networks|ports)\./.test(field) && prefix === void 0) return value;
  return value.replace(IN_URL, `$1${HIDDEN}@`).replace(IN_HEADER, `$1${HIDDEN}`).replace(INLINE, `$1${HIDDEN}`);
}
__name(concealed, "concealed");

// src/stack/changes/compare-views.rules.ts
var OF_SERVICE = /^deploy\.(?:labels\.|replicas$|mode$|update_config\.|rollback_config\.)/;
var CONSTRAINTS = "deploy.placement.constraints";
var OURS2 = /^deploy\.labels\.io\.swarmline\./;
var ORDER = / \(order\)$/;
function differences(from, to) {
  const fields = [.../* @__PURE__ */ new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  const changes = fields.filter((field) => from[field] !== to[field] && !OURS2.test(field)).map((field) => ({ field, from: from[field], to: to[field] }));
  return changes.filter(
    ({ field }) => !ORDER.test(field) || !changes.some((other) => other.field.startsWith(field.replace(ORDER, ".")))
  );
}
__name(differences, "differences");
function effectOnTasks(changes) {
  if (changes.length === 0) return "none";
  const ofTask2 = changes.filter(({ field }) => !OF_SERVICE.test(field));
  if (ofTask2.length === 0) return "go-on";
  return ofTask2.every(({ field }) => field === CONSTRAINTS) ? "move" : "replaced";
}
__name(effectOnTasks, "effectOnTasks");
var forShowing = /* @__PURE__ */ __name((changes) => changes.map(({ field, from, to }) => ({
  field,
  from: from === void 0 ? void 0 : concealed(field, from),
  to: to === void 0 ? void 0 : concealed(field, to)
})), "forShowing");

// src/stack/durations.rules.ts
var UNIT_MS = {
  ns: 1e-6,
  us: 1e-3,
  \u00B5s: 1e-3,
  ms: 1,
  s: 1e3,
  m: 6e4,
  h: 36e5
};
var DURATION = /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/;
var PART = /(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g;
function durationMs(text3) {
  if (text3 === "0") return 0;
  if (!DURATION.test(text3)) return void 0;
  return [...text3.matchAll(PART)].reduce(
    (sum, [, count2, unit]) => sum + Number(count2) * UNIT_MS[unit],
    0
  );
}
__name(durationMs, "durationMs");
function showDuration(ms) {
  if (ms === 0) return "0s";
  const parts = [
    [Math.floor(ms / 36e5), "h"],
    [Math.floor(ms % 36e5 / 6e4), "m"],
    [Math.floor(ms % 6e4 / 1e3), "s"],
    [Math.floor(ms % 1e3), "ms"],
    [Math.round(ms % 1 * 1e6), "ns"]
  ];
  return parts.flatMap(([count2, unit]) => count2 > 0 ? [`${count2}${unit}`] : []).join("");
}
__name(showDuration, "showDuration");

// src/stack/changes/compose-scalars.rules.ts
var UNITS = "bkmgtp";
var SIZE = /^(\d+(?:\.\d+)?) ?([bkmgtp])?(?:i?b)?$/i;
function bytesOf(text3) {
  const [, count2, unit = "b"] = SIZE.exec(text3.trim()) ?? [];
  return count2 === void 0 ? 0 : Math.floor(Number(count2) * 1024 ** UNITS.indexOf(unit.toLowerCase()));
}
__name(bytesOf, "bytesOf");
function showBytes(bytes) {
  for (const unit of ["T", "G", "M", "K"])
    if (bytes >= 1024 ** UNITS.indexOf(unit.toLowerCase())) {
      const count2 = bytes / 1024 ** UNITS.indexOf(unit.toLowerCase());
      if (Number.isInteger(count2)) return `${count2}${unit}`;
    }
  return String(bytes);
}
__name(showBytes, "showBytes");
function shellWords(line) {
  const words2 = [];
  const pattern = /\s+|#[^\n]*|((?:\\[\s\S]|'[^']*'|"(?:\\[\s\S]|[^"\\])*"|[^\s'"\\])+)/g;
  for (const [, word] of line.matchAll(pattern)) if (word !== void 0) words2.push(unquoted(word));
  return words2;
}
__name(shellWords, "shellWords");
var unquoted = /* @__PURE__ */ __name((word) => word.replace(
  /\\([\s\S])|'([^']*)'|"((?:\\[\s\S]|[^"\\])*)"/g,
  (_, escaped, single, double) => escaped !== void 0 ? escaped : single !== void 0 ? single : double.replace(/\\([\s\S])/g, "$1")
), "unquoted");

// src/stack/changes/fields.rules.ts
var present = /* @__PURE__ */ __name((fields) => Object.fromEntries(
  Object.entries(fields).filter((entry) => (entry[1] ?? "") !== "")
), "present");
var showWords = /* @__PURE__ */ __name((words2) => words2.length === 0 ? "" : words2.map((word) => /^[\w./:=@%+,-]+$/.test(word) ? word : JSON.stringify(word)).join(" "), "showWords");
var allOf = /* @__PURE__ */ __name((prefix, values) => Object.fromEntries(
  Object.entries(values).map(([key, value]) => [
    `${prefix}.${key}`,
    value === null ? "(no value)" : value || '""'
  ])
), "allOf");
function mountFields(mounts2) {
  const fields = mounts2.map((mount2) => {
    const { type, source, target, isReadOnly, options, driver, driverOptions: driverOptions2, labels } = mount2;
    const words2 = [type, source, ...isReadOnly ? ["read-only"] : [], ...options].filter((word) => word !== "");
    const key = `volumes.${target}`;
    return {
      [key]: words2.join(" "),
      ...driver === "" ? {} : { [`${key}.driver`]: driver },
      ...allOf(`${key}.driver_opts`, driverOptions2),
      ...allOf(`${key}.labels`, labels)
    };
  });
  const order = mounts2.length > 1 ? { "volumes (order)": mounts2.map((mount2) => mount2.target).join(", ") } : {};
  return Object.assign({}, ...fields, order);
}
__name(mountFields, "mountFields");
var WORLD_READABLE = 292;
var fileFields = /* @__PURE__ */ __name((section, files) => Object.fromEntries(
  files.map(({ name, target, uid, gid, mode }) => {
    const owner = uid === "0" && gid === "0" ? "" : ` owner ${uid}:${gid}`;
    const rights = mode === WORLD_READABLE ? "" : ` mode 0${mode.toString(8)}`;
    return [`${section}.${target}`, `${name}${owner}${rights}`];
  })
), "fileFields");
var networkFields = /* @__PURE__ */ __name((attachments) => Object.assign(
  {},
  ...attachments.map(({ network, aliases, driverOptions: driverOptions2 }) => ({
    [`networks.${network}`]: aliases.length > 0 ? `aliases ${aliases.join(", ")}` : "attached",
    ...allOf(`networks.${network}.driver_opts`, driverOptions2)
  }))
), "networkFields");
function portFields(ports) {
  const byTarget = /* @__PURE__ */ new Map();
  for (const { target, published, protocol, mode } of ports) {
    const key = `ports.${target}/${protocol}`;
    const where = `${published ? `published ${published}` : "published by chance"}${mode === "host" ? " (host)" : ""}`;
    byTarget.set(key, [...byTarget.get(key) ?? [], where]);
  }
  return Object.fromEntries([...byTarget].map(([key, all]) => [key, all.sort().join(", ")]));
}
__name(portFields, "portFields");
var rollingFields = /* @__PURE__ */ __name((side, parts) => ({
  [`deploy.${side}.parallelism`]: String(parts.parallelism),
  [`deploy.${side}.delay`]: showDuration(parts.delayMs),
  [`deploy.${side}.monitor`]: showDuration(parts.monitorMs || 5e3),
  [`deploy.${side}.failure_action`]: parts.failureAction || "pause",
  // The engine keeps it as a float of 32 bits.
  [`deploy.${side}.max_failure_ratio`]: String(Number(parts.maxFailureRatio.toFixed(6))),
  [`deploy.${side}.order`]: parts.order || "stop-first"
}), "rollingFields");
var showNanoCpus = /* @__PURE__ */ __name((nano) => nano > 0 ? String(nano / 1e9) : "", "showNanoCpus");
var showMemory = /* @__PURE__ */ __name((bytes) => bytes > 0 ? showBytes(bytes) : "", "showMemory");
var showCount = /* @__PURE__ */ __name((count2) => count2 > 0 ? String(count2) : "", "showCount");
var showSwitch = /* @__PURE__ */ __name((isOn) => isOn === true ? "true" : "", "showSwitch");
function capabilityFields(add, drop) {
  const adds = capabilities(add);
  const drops = capabilities(drop).filter((each) => !adds.includes(each));
  return { cap_add: adds.join(" "), cap_drop: drops.join(" ") };
}
__name(capabilityFields, "capabilityFields");
function capabilities(names) {
  const upper = names.map((name) => name.trim().toUpperCase());
  if (upper.includes("ALL")) return ["ALL"];
  const whole = upper.map((name) => name.startsWith("CAP_") ? name : `CAP_${name}`);
  return [...new Set(whole)].sort();
}
__name(capabilities, "capabilities");

// src/stack/changes/model-parts.rules.ts
var stringRecord = /* @__PURE__ */ __name((value) => Object.fromEntries(Object.entries(record(value)).map(([key, item]) => [key, item ?? ""])), "stringRecord");
var isExternal = /* @__PURE__ */ __name((definition) => Boolean(definition.external), "isExternal");
var PROPAGATIONS = ["private", "rprivate", "shared", "rshared", "slave", "rslave"];
var mountsOf = /* @__PURE__ */ __name((model, stack, service) => sequence(service.volumes).map((volume) => {
  const long = isMapping(volume) ? volume : longVolume(text(volume));
  const source = text(long.source);
  const type = text(long.type) || "volume";
  const definition = type === "volume" && source !== "" ? mapping(mapping(model.volumes)[source]) : {};
  const isOwn = type === "volume" && source !== "" && !isExternal(definition);
  const size = mapping(long.tmpfs).size;
  return {
    type,
    source: type === "volume" && source !== "" ? fullName(model, stack, "volumes", source) : source,
    target: text(long.target),
    isReadOnly: long.read_only === true,
    options: [
      ...mapping(long.volume).nocopy === true ? ["nocopy"] : [],
      ...texts(mapping(long.bind).propagation),
      ...size ? [`size=${showBytes(bytesOf(text(size)))}`] : []
    ],
    driver: isOwn ? text(definition.driver) : "",
    driverOptions: isOwn ? stringRecord(definition.driver_opts) : {},
    labels: isOwn ? stringRecord(definition.labels) : {}
  };
}), "mountsOf");
function longVolume(short2) {
  const [first = "", second, options = ""] = short2.split(":");
  if (second === void 0) return { type: "volume", target: first };
  const words2 = options.split(",");
  return {
    type: /^[./~]/.test(first) ? "bind" : "volume",
    source: first,
    target: second,
    read_only: words2.includes("ro"),
    volume: { nocopy: words2.includes("nocopy") },
    bind: { propagation: words2.filter((word) => PROPAGATIONS.includes(word)) }
  };
}
__name(longVolume, "longVolume");
function fullName(model, stack, section, key) {
  const definition = mapping(mapping(model[section])[key]);
  const { external: external2, name } = definition;
  const given = text(name) || text(mapping(external2).name);
  return given || (isExternal(definition) ? key : `${stack}_${key}`);
}
__name(fullName, "fullName");
var filesOf = /* @__PURE__ */ __name((model, stack, section, service) => sequence(service[section]).map((item) => {
  const long = isMapping(item) ? item : { source: item };
  const source = text(long.source);
  return {
    name: fullName(model, stack, section, source),
    target: text(long.target) || source,
    uid: text(long.uid) || "0",
    gid: text(long.gid) || "0",
    mode: typeof long.mode === "number" ? long.mode : 292
  };
}), "filesOf");
function attachmentsOf(model, stack, service) {
  const given = isMapping(service.networks) ? Object.entries(service.networks) : sequence(service.networks).map((name) => [text(name), {}]);
  const all = given.length > 0 ? given : [["default", {}]];
  return all.map(([key, value]) => ({
    network: fullName(model, stack, "networks", key),
    aliases: texts(mapping(value).aliases),
    driverOptions: stringRecord(mapping(value).driver_opts)
  }));
}
__name(attachmentsOf, "attachmentsOf");
function rollingOf(value) {
  const config = mapping(value);
  return {
    parallelism: config.parallelism === void 0 ? 1 : Number(config.parallelism),
    delayMs: durationMs(text(config.delay)) ?? 0,
    monitorMs: durationMs(text(config.monitor)) ?? 0,
    failureAction: text(config.failure_action),
    maxFailureRatio: Number(config.max_failure_ratio ?? 0),
    order: text(config.order)
  };
}
__name(rollingOf, "rollingOf");

// src/stack/changes/plan-objects.rules.ts
function planObjects(model, stack, current) {
  return [
    ...planNetworks(model, stack, current),
    ...planFiles(model, stack, "secret", current.secrets),
    ...planFiles(model, stack, "config", current.configs),
    ...planVolumes(model, stack, current)
  ];
}
__name(planObjects, "planObjects");
var STACK_LABEL2 = "com.docker.stack.namespace";
function planNetworks(model, stack, { networks }) {
  const definitions = mapping(model.networks);
  const used = new Set(
    serviceEntries(model).flatMap(
      ([, service]) => attachmentsOf(model, stack, service).map(({ network }) => network)
    )
  );
  const keys = [.../* @__PURE__ */ new Set([...Object.keys(definitions), "default"])];
  const own2 = keys.filter(
    (key) => !isExternal(mapping(definitions[key])) && used.has(fullName(model, stack, "networks", key))
  ).map((key) => ({ name: fullName(model, stack, "networks", key), definition: mapping(definitions[key]) }));
  const ofStack2 = networks.filter(({ Labels }) => Labels?.[STACK_LABEL2] === stack);
  const planned = own2.flatMap(({ name, definition }) => {
    const live = ofStack2.find(({ Name }) => Name === name);
    if (!live) return [{ kind: "network", name, change: "created", fields: [] }];
    const fields = forShowing(differences(viewOfNetwork(live, definition), viewOfDefinition(definition)));
    return fields.length > 0 ? [{ kind: "network", name, change: "drifted", fields }] : [];
  });
  const unused = ofStack2.filter(({ Name }) => !own2.some(({ name }) => name === Name));
  return [...planned, ...unused.map(({ Name }) => change("network", Name, "unused"))];
}
__name(planNetworks, "planNetworks");
var viewOfDefinition = /* @__PURE__ */ __name((definition) => present({
  driver: text(definition.driver) || "overlay",
  internal: definition.internal === true ? "true" : "",
  attachable: definition.attachable === true ? "true" : "",
  subnets: sequence(mapping(definition.ipam).config).map((config) => text(mapping(config).subnet)).join(", "),
  ...allOf("driver_opts", stringRecord(definition.driver_opts)),
  ...allOf("labels", stringRecord(definition.labels))
}), "viewOfDefinition");
function viewOfNetwork(live, definition) {
  const wanted = Object.keys(stringRecord(definition.driver_opts));
  const options = Object.entries(live.Options ?? {}).filter(([key]) => wanted.includes(key));
  const labels = Object.entries(live.Labels ?? {}).filter(([key]) => key !== STACK_LABEL2);
  const hasSubnets = sequence(mapping(definition.ipam).config).length > 0;
  return present({
    driver: live.Driver,
    internal: live.Internal ? "true" : "",
    attachable: live.Attachable ? "true" : "",
    subnets: hasSubnets ? (live.IPAM?.Config ?? []).map(({ Subnet }) => Subnet ?? "").join(", ") : "",
    ...allOf("driver_opts", Object.fromEntries(options)),
    ...allOf("labels", Object.fromEntries(labels))
  });
}
__name(viewOfNetwork, "viewOfNetwork");
function planFiles(model, stack, kind, live) {
  const section = `${kind}s`;
  const wanted = Object.entries(mapping(model[section])).filter(([, definition]) => !isExternal(mapping(definition))).map(([key]) => fullName(model, stack, section, key));
  const there = live.map(({ Spec }) => Spec.Name);
  return [
    ...wanted.filter((name) => !there.includes(name)).map((name) => change(kind, name, "created")),
    ...there.filter((name) => !wanted.includes(name)).map((name) => change(kind, name, "unused"))
  ];
}
__name(planFiles, "planFiles");
function planVolumes(model, stack, { services }) {
  const external2 = Object.entries(mapping(model.volumes)).filter(([, definition]) => isExternal(mapping(definition))).map(([key]) => fullName(model, stack, "volumes", key));
  const named = /* @__PURE__ */ __name((mounts2) => mounts2.filter(({ type, source }) => type === "volume" && source !== "").map(({ source }) => source), "named");
  const wanted = new Set(
    serviceEntries(model).flatMap(([, service]) => named(mountsOf(model, stack, service)))
  );
  const there = new Set(
    services.flatMap(
      ({ Spec }) => named(
        (Spec.TaskTemplate.ContainerSpec?.Mounts ?? []).map((mount2) => ({
          type: mount2.Type || "volume",
          source: mount2.Source ?? ""
        }))
      )
    )
  );
  const isOurs = /* @__PURE__ */ __name((name) => name.startsWith(`${stack}_`), "isOurs");
  return [
    ...[...wanted].filter((name) => !there.has(name) && !external2.includes(name)).map((name) => change("volume", name, "created")),
    ...[...there].filter((name) => !wanted.has(name) && isOurs(name)).map((name) => change("volume", name, "unused"))
  ];
}
__name(planVolumes, "planVolumes");
var change = /* @__PURE__ */ __name((kind, name, what) => ({
  kind,
  name,
  change: what,
  fields: []
}), "change");

// src/stack/changes/view-of-model.rules.ts
function viewOfModel(model, stack, name) {
  const service = mapping(mapping(model.services)[name]);
  return present({
    image: familiar(text(service.image)),
    entrypoint: showWords(command(service.entrypoint)),
    command: showWords(command(service.command)),
    hostname: text(service.hostname),
    user: text(service.user),
    working_dir: text(service.working_dir),
    stop_signal: text(service.stop_signal),
    stop_grace_period: duration(service.stop_grace_period),
    tty: showSwitch(service.tty),
    stdin_open: showSwitch(service.stdin_open),
    read_only: showSwitch(service.read_only),
    init: typeof service.init === "boolean" ? String(service.init) : "",
    isolation: text(service.isolation) === "default" ? "" : text(service.isolation),
    oom_score_adj: Number(service.oom_score_adj ?? 0) === 0 ? "" : text(service.oom_score_adj),
    dns: texts(service.dns).join(", "),
    dns_search: texts(service.dns_search).join(", "),
    extra_hosts: hosts(service.extra_hosts).join(", "),
    credential_spec: credentialSpec(model, stack, mapping(service.credential_spec)),
    ...capabilityFields(texts(service.cap_add), texts(service.cap_drop)),
    ...healthFields(service.healthcheck),
    ...allOf("environment", record(service.environment)),
    ...allOf("labels", stringRecord(service.labels)),
    ...allOf("sysctls", stringRecord(service.sysctls)),
    ...ulimitFields(mapping(service.ulimits)),
    ...loggingFields(service.logging),
    ...mountFields(mountsOf(model, stack, service)),
    ...fileFields("secrets", filesOf(model, stack, "secrets", service)),
    ...fileFields("configs", filesOf(model, stack, "configs", service)),
    ...networkFields(attachmentsOf(model, stack, service)),
    ...portFields(sequence(service.ports).flatMap(parsePort)),
    ...deployFields(mapping(service.deploy))
  });
}
__name(viewOfModel, "viewOfModel");
function deployFields(deploy3) {
  const mode = text(deploy3.mode) || "replicated";
  const placement = mapping(deploy3.placement);
  const limits = mapping(mapping(deploy3.resources).limits);
  const reservations = mapping(mapping(deploy3.resources).reservations);
  return {
    "deploy.mode": mode,
    "deploy.replicas": mode.startsWith("global") ? "" : text(deploy3.replicas ?? 1),
    "deploy.endpoint_mode": text(deploy3.endpoint_mode).toLowerCase() || "vip",
    ...allOf("deploy.labels", stringRecord(deploy3.labels)),
    "deploy.placement.constraints": texts(placement.constraints).join(", "),
    "deploy.placement.preferences": sequence(placement.preferences).map((preference) => `spread ${text(mapping(preference).spread)}`).join(", "),
    "deploy.placement.max_replicas_per_node": showCount(Number(placement.max_replicas_per_node ?? 0)),
    "deploy.resources.limits.cpus": showNanoCpus(nanoCpus(limits.cpus)),
    "deploy.resources.limits.memory": showMemory(bytesOf(text(limits.memory))),
    "deploy.resources.limits.pids": showCount(Number(limits.pids ?? 0)),
    "deploy.resources.reservations.cpus": showNanoCpus(nanoCpus(reservations.cpus)),
    "deploy.resources.reservations.memory": showMemory(bytesOf(text(reservations.memory))),
    "deploy.resources.reservations.generic_resources": genericResources(reservations.generic_resources),
    ...restartFields(deploy3.restart_policy),
    // Jobs have none: docker refuses them.
    ...mode.endsWith("-job") ? {} : {
      ...rollingFields("update_config", rollingOf(deploy3.update_config)),
      ...rollingFields("rollback_config", rollingOf(deploy3.rollback_config))
    }
  };
}
__name(deployFields, "deployFields");
var nanoCpus = /* @__PURE__ */ __name((value) => Math.round(Number(text(value)) * 1e9), "nanoCpus");
var command = /* @__PURE__ */ __name((value) => typeof value === "string" ? shellWords(value) : texts(value), "command");
var duration = /* @__PURE__ */ __name((value) => {
  const ms = durationMs(text(value));
  return ms === void 0 ? "" : showDuration(ms);
}, "duration");
var nonZero = /* @__PURE__ */ __name((value) => duration(value) === "0s" ? "" : duration(value), "nonZero");
var hosts = /* @__PURE__ */ __name((value) => isMapping(value) ? Object.entries(value).map(([host, address]) => `${host}:${text(address)}`).sort() : texts(value).map((entry) => entry.replace(/^([^:=]+)=/, "$1:")), "hosts");
var credentialSpec = /* @__PURE__ */ __name((model, stack, { config, file, registry }) => [
  config && `config ${fullName(model, stack, "configs", text(config))}`,
  file && `file ${text(file)}`,
  registry && `registry ${text(registry)}`
].filter(Boolean).join(" "), "credentialSpec");
function healthFields(value) {
  if (!isMapping(value)) return {};
  if (value.disable === true) return { "healthcheck.test": "NONE" };
  const test = typeof value.test === "string" ? ["CMD-SHELL", value.test] : texts(value.test);
  return {
    "healthcheck.test": showWords(test),
    "healthcheck.interval": nonZero(value.interval),
    "healthcheck.timeout": nonZero(value.timeout),
    "healthcheck.start_period": nonZero(value.start_period),
    "healthcheck.start_interval": nonZero(value.start_interval),
    "healthcheck.retries": showCount(Number(value.retries ?? 0))
  };
}
__name(healthFields, "healthFields");
var ulimitFields = /* @__PURE__ */ __name((ulimits) => Object.fromEntries(
  Object.entries(ulimits).map(([name, value]) => {
    const { soft, hard } = isMapping(value) ? value : { soft: value, hard: value };
    return [`ulimits.${name}`, `${text(soft)}:${text(hard)}`];
  })
), "ulimitFields");
var loggingFields = /* @__PURE__ */ __name((value) => isMapping(value) ? { "logging.driver": text(value.driver), ...allOf("logging.options", stringRecord(value.options)) } : {}, "loggingFields");
var genericResources = /* @__PURE__ */ __name((value) => sequence(value).map((item) => mapping(mapping(item).discrete_resource_spec)).map(({ kind, value: count2 }) => `${text(kind)}=${text(count2)}`).join(", "), "genericResources");
function restartFields(value) {
  if (!isMapping(value)) return {};
  return {
    "deploy.restart_policy.condition": text(value.condition) || "any",
    "deploy.restart_policy.delay": duration(value.delay),
    "deploy.restart_policy.max_attempts": showCount(Number(value.max_attempts ?? 0)),
    "deploy.restart_policy.window": duration(value.window)
  };
}
__name(restartFields, "restartFields");

// src/stack/changes/view-of-spec.rules.ts
var NANO2 = 1e6;
var DOCKERS_OWN = /^com\.docker\.stack\./;
function viewOfSpec(spec, stack, names) {
  const task = spec.TaskTemplate;
  const container = task.ContainerSpec ?? { Image: "" };
  const name = spec.Name.startsWith(`${stack}_`) ? spec.Name.slice(stack.length + 1) : spec.Name;
  return present({
    image: familiar(container.Image),
    ...processFields(container),
    credential_spec: credentialSpec2(container, names),
    ...healthFields2(container.Healthcheck),
    ...allOf("environment", record(container.Env)),
    ...allOf("labels", withoutDockers(container.Labels)),
    ...allOf("sysctls", container.Sysctls ?? {}),
    ...Object.fromEntries((container.Ulimits ?? []).map((u) => [`ulimits.${u.Name}`, `${u.Soft}:${u.Hard}`])),
    ...task.LogDriver ? {
      "logging.driver": task.LogDriver.Name ?? "",
      ...allOf("logging.options", task.LogDriver.Options ?? {})
    } : {},
    ...mountFields((container.Mounts ?? []).map(mountOf)),
    ...fileFields(
      "secrets",
      (container.Secrets ?? []).flatMap((s) => fileOf(s.SecretName, s.File))
    ),
    ...fileFields(
      "configs",
      (container.Configs ?? []).flatMap((c) => fileOf(c.ConfigName, c.File))
    ),
    ...networkFields(
      (task.Networks ?? []).map(({ Target, Aliases, DriverOpts }) => ({
        network: names.networks[Target] ?? Target,
        // Docker adds the service's own name as the last one.
        aliases: (Aliases ?? []).at(-1) === name ? (Aliases ?? []).slice(0, -1) : Aliases ?? [],
        driverOptions: DriverOpts ?? {}
      }))
    ),
    ...portFields(
      (spec.EndpointSpec?.Ports ?? []).map((port) => ({
        target: port.TargetPort,
        published: port.PublishedPort,
        protocol: port.Protocol,
        mode: port.PublishMode
      }))
    ),
    ...deployFields2(spec, task)
  });
}
__name(viewOfSpec, "viewOfSpec");
var processFields = /* @__PURE__ */ __name((container) => ({
  entrypoint: showWords(container.Command ?? []),
  command: showWords(container.Args ?? []),
  hostname: container.Hostname ?? "",
  user: container.User ?? "",
  working_dir: container.Dir ?? "",
  stop_signal: container.StopSignal ?? "",
  stop_grace_period: duration2(container.StopGracePeriod),
  tty: showSwitch(container.TTY),
  stdin_open: showSwitch(container.OpenStdin),
  read_only: showSwitch(container.ReadOnly),
  init: typeof container.Init === "boolean" ? String(container.Init) : "",
  isolation: container.Isolation === "default" ? "" : container.Isolation ?? "",
  oom_score_adj: container.OomScoreAdj ? String(container.OomScoreAdj) : "",
  dns: (container.DNSConfig?.Nameservers ?? []).join(", "),
  dns_search: (container.DNSConfig?.Search ?? []).join(", "),
  extra_hosts: (container.Hosts ?? []).map((host) => host.replace(/^(\S+)\s+(.+)$/, "$2:$1")).join(", "),
  ...capabilityFields(container.CapabilityAdd ?? [], container.CapabilityDrop ?? [])
}), "processFields");
var duration2 = /* @__PURE__ */ __name((nano) => nano === void 0 ? "" : showDuration(nano / NANO2), "duration");
var nonZero2 = /* @__PURE__ */ __name((nano) => nano ? showDuration(nano / NANO2) : "", "nonZero");
var withoutDockers = /* @__PURE__ */ __name((labels) => Object.fromEntries(Object.entries(labels ?? {}).filter(([key]) => !DOCKERS_OWN.test(key))), "withoutDockers");
function credentialSpec2(container, names) {
  const { Config, File, Registry } = container.Privileges?.CredentialSpec ?? {};
  const config = Config && `config ${names.configs[Config] ?? Config}`;
  return [config, File && `file ${File}`, Registry && `registry ${Registry}`].filter(Boolean).join(" ");
}
__name(credentialSpec2, "credentialSpec");
var healthFields2 = /* @__PURE__ */ __name((health) => ({
  "healthcheck.test": showWords(health?.Test ?? []),
  "healthcheck.interval": nonZero2(health?.Interval),
  "healthcheck.timeout": nonZero2(health?.Timeout),
  "healthcheck.start_period": nonZero2(health?.StartPeriod),
  "healthcheck.start_interval": nonZero2(health?.StartInterval),
  "healthcheck.retries": showCount(health?.Retries ?? 0)
}), "healthFields");
var mountOf = /* @__PURE__ */ __name((mount2) => ({
  type: mount2.Type || "volume",
  source: mount2.Source ?? "",
  target: mount2.Target,
  isReadOnly: mount2.ReadOnly === true,
  options: [
    ...mount2.VolumeOptions?.NoCopy ? ["nocopy"] : [],
    ...mount2.BindOptions?.Propagation ? [mount2.BindOptions.Propagation] : [],
    ...mount2.TmpfsOptions?.SizeBytes ? [`size=${showBytes(mount2.TmpfsOptions.SizeBytes)}`] : []
  ],
  driver: mount2.VolumeOptions?.DriverConfig?.Name ?? "",
  driverOptions: mount2.VolumeOptions?.DriverConfig?.Options ?? {},
  labels: withoutDockers(mount2.VolumeOptions?.Labels)
}), "mountOf");
var fileOf = /* @__PURE__ */ __name((name, file) => file ? [{ name, target: file.Name, uid: file.UID || "0", gid: file.GID || "0", mode: file.Mode ?? 292 }] : [], "fileOf");
function deployFields2(spec, task) {
  const { mode, replicas } = modeOf2(spec);
  const { Limits, Reservations } = task.Resources ?? {};
  const { Constraints, Preferences, MaxReplicas, Platforms } = task.Placement ?? {};
  return {
    "deploy.mode": mode,
    "deploy.replicas": replicas === void 0 ? "" : String(replicas),
    "deploy.endpoint_mode": spec.EndpointSpec?.Mode || "vip",
    ...allOf("deploy.labels", withoutDockers(spec.Labels)),
    "deploy.placement.constraints": (Constraints ?? []).join(", "),
    "deploy.placement.preferences": (Preferences ?? []).map((preference) => `spread ${preference.Spread?.SpreadDescriptor ?? ""}`).join(", "),
    "deploy.placement.max_replicas_per_node": showCount(MaxReplicas ?? 0),
    "deploy.placement.platforms": (Platforms ?? []).map((p) => `${p.OS ?? ""}/${p.Architecture ?? ""}`).join(", "),
    "deploy.resources.limits.cpus": showNanoCpus(Limits?.NanoCPUs ?? 0),
    "deploy.resources.limits.memory": showMemory(Limits?.MemoryBytes ?? 0),
    "deploy.resources.limits.pids": showCount(Limits?.Pids ?? 0),
    "deploy.resources.reservations.cpus": showNanoCpus(Reservations?.NanoCPUs ?? 0),
    "deploy.resources.reservations.memory": showMemory(Reservations?.MemoryBytes ?? 0),
    "deploy.resources.reservations.generic_resources": (Reservations?.GenericResources ?? []).map(({ DiscreteResourceSpec: r }) => `${r?.Kind}=${r?.Value}`).join(", "),
    ...restartFields2(task.RestartPolicy),
    ...mode.endsWith("-job") ? {} : {
      ...rollingFields("update_config", rollingOf2(spec.UpdateConfig)),
      ...rollingFields("rollback_config", rollingOf2(spec.RollbackConfig))
    }
  };
}
__name(deployFields2, "deployFields");
function modeOf2({ Mode }) {
  if (Mode.Global) return { mode: "global", replicas: void 0 };
  if (Mode.GlobalJob) return { mode: "global-job", replicas: void 0 };
  if (Mode.ReplicatedJob)
    return { mode: "replicated-job", replicas: Mode.ReplicatedJob.TotalCompletions ?? 1 };
  return { mode: "replicated", replicas: Mode.Replicated?.Replicas ?? 1 };
}
__name(modeOf2, "modeOf");
var restartFields2 = /* @__PURE__ */ __name((policy) => policy ? {
  "deploy.restart_policy.condition": policy.Condition || "any",
  "deploy.restart_policy.delay": duration2(policy.Delay),
  "deploy.restart_policy.max_attempts": showCount(policy.MaxAttempts ?? 0),
  "deploy.restart_policy.window": duration2(policy.Window)
} : {}, "restartFields");
var rollingOf2 = /* @__PURE__ */ __name((config) => ({
  parallelism: config ? config.Parallelism : 1,
  delayMs: (config?.Delay ?? 0) / NANO2,
  monitorMs: (config?.Monitor ?? 0) / NANO2,
  failureAction: config?.FailureAction ?? "",
  maxFailureRatio: config?.MaxFailureRatio ?? 0,
  order: config?.Order ?? ""
}), "rollingOf");

// src/stack/changes/plan-changes.rules.ts
function planChanges(model, stack, current, options) {
  const names = {
    networks: Object.fromEntries(current.networks.map(({ Id, Name }) => [Id, Name])),
    configs: Object.fromEntries(current.configs.map(({ ID, Spec }) => [ID, Spec.Name]))
  };
  const live = new Map(current.services.map((service) => [service.Spec.Name, service]));
  const wanted = serviceEntries(model).map(([name]) => name);
  const services = wanted.map((name) => {
    const service = live.get(`${stack}_${name}`);
    const to = viewOfModel(model, stack, name);
    if (!service) return created(stack, name);
    const from = viewOfSpec(service.Spec, stack, names);
    return compared(stack, name, from, comparable(to, from, current.apiVersion, options));
  });
  const left = [...live.values()].filter(({ Spec }) => !wanted.some((name) => Spec.Name === `${stack}_${name}`));
  const objects = planObjects(model, stack, current);
  const all = [...services, ...left.map((service) => leftOver(stack, service, options.isPruning))];
  return {
    stack,
    services: all,
    objects,
    isUnchanged: all.every(
      ({ kind, tasks }) => kind === "orphaned" || kind === "unchanged" && tasks !== "run-again"
    ) && objects.every(({ change: change2 }) => change2 !== "created")
  };
}
__name(planChanges, "planChanges");
function comparable(to, from, apiVersion, { isResolving }) {
  const { image = "" } = to;
  const { image: liveImage = "" } = from;
  const result = { ...to };
  if (!isPinned(image) && withoutDigest(liveImage) === image) result.image = liveImage;
  const platforms = from["deploy.placement.platforms"];
  if (isResolving && platforms !== void 0) result["deploy.placement.platforms"] = platforms;
  if (!isSince(apiVersion, 44)) delete result["healthcheck.start_interval"];
  if (!isSince(apiVersion, 46)) delete result.oom_score_adj;
  return result;
}
__name(comparable, "comparable");
var isSince = /* @__PURE__ */ __name((apiVersion, minor) => {
  const [major = 1, own2 = 0] = apiVersion.split(".").map(Number);
  return major > 1 || own2 >= minor;
}, "isSince");
var MODE = "deploy.mode";
function compared(stack, name, from, to) {
  const changes = differences(from, to);
  const isJob = (to[MODE] ?? "").endsWith("-job");
  const modes = changes.find(({ field }) => field === MODE);
  return {
    name,
    fullName: `${stack}_${name}`,
    kind: changes.length > 0 ? "updated" : "unchanged",
    fields: forShowing(changes),
    tasks: isJob ? "run-again" : effectOnTasks(changes),
    refusal: modes && `a swarm never changes the mode of a service (${modes.from} to ${modes.to}): remove it first (docker service rm ${stack}_${name}), or give it another name`
  };
}
__name(compared, "compared");
var created = /* @__PURE__ */ __name((stack, name) => ({
  name,
  fullName: `${stack}_${name}`,
  kind: "created",
  fields: [],
  tasks: "none",
  refusal: void 0
}), "created");
function leftOver(stack, { Spec }, isPruning) {
  const name = Spec.Name.startsWith(`${stack}_`) ? Spec.Name.slice(stack.length + 1) : Spec.Name;
  return { ...created(stack, name), fullName: Spec.Name, kind: isPruning ? "removed" : "orphaned" };
}
__name(leftOver, "leftOver");

// src/stack/contents/files.ts
import { writeFile as writeFile4 } from "node:fs/promises";
import path4 from "node:path";
async function withContentFiles(contents, work) {
  return withScratch("contents", async (folder) => {
    const named = [];
    for (const [i, { kind, name, swarmName, bytes, path: known }] of contents.entries()) {
      const file = known ?? path4.join(folder, `${kind}-${i}`);
      if (known === void 0) await writeFile4(file, bytes, { mode: 384, flag: "wx" });
      named.push({ kind, name, swarmName, path: file });
    }
    return await work(named);
  });
}
__name(withContentFiles, "withContentFiles");

// src/stack/contents/gather.ts
import { readFile as readFile3, stat as stat2 } from "node:fs/promises";
import path6 from "node:path";

// src/stack/shown-path.rules.ts
import path5 from "node:path";
function showPathsFrom(root) {
  return (file) => {
    const absolute2 = path5.resolve(file);
    const below = path5.relative(root, absolute2);
    const isOutside = below === "" || /^\.\.(?:\/|$)/.test(below);
    return isOutside ? absolute2 : below;
  };
}
__name(showPathsFrom, "showPathsFrom");

// src/stack/contents/sources.rules.ts
function contentSources(model) {
  return ["secret", "config"].flatMap(
    (kind) => Object.entries(entriesOf(model[`${kind}s`])).flatMap(([name, value]) => {
      const entry = entriesOf(value);
      if (entry.external || entry.driver) return [];
      return [{ kind, name, ...sourceOf2(entry) }];
    })
  );
}
__name(contentSources, "contentSources");
function sourceOf2({ file, environment, content }) {
  if (typeof file === "string") return { from: "file", path: file };
  if (typeof environment === "string") return { from: "environment", variable: environment };
  if (typeof content === "string") return { from: "model", text: content };
  return { from: "nowhere" };
}
__name(sourceOf2, "sourceOf");
function entriesOf(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
__name(entriesOf, "entriesOf");

// src/stack/contents/gather.ts
var LIMIT_BYTES = { secret: 512e3, config: 1024e3 };
async function gatherContents(request) {
  const sources = contentSources(request.model);
  for (const kind of ["secret", "config"])
    for (const name of Object.keys(request.given?.[`${kind}s`] ?? {}))
      if (!sources.some((source) => source.kind === kind && source.name === name))
        throw new SwarmlineError(
          "input",
          `a content is given for the ${kind} ${name}, which the stack does not make`,
          {
            hint: `name one under ${kind}s: in the stack file, or leave it out`
          }
        );
  return Promise.all(sources.map((source) => gather(source, request)));
}
__name(gatherContents, "gatherContents");
async function gather(source, { projectDir, variables, given, shown = showPathsFrom(process.cwd()) }) {
  const { kind, name } = source;
  const known = given?.[`${kind}s`]?.[name];
  if (known !== void 0) return sized({ kind, name, bytes: Buffer.from(known), path: void 0 });
  switch (source.from) {
    case "file": {
      const file = path6.resolve(projectDir, source.path);
      return sized({ kind, name, bytes: await readRegular(kind, name, file, shown(file)), path: file });
    }
    case "environment": {
      const value = variables[source.variable];
      if (value === void 0)
        throw fault(
          kind,
          name,
          `the variable ${source.variable} is not set`,
          "set it, or give the content by standard input"
        );
      return sized({ kind, name, bytes: Buffer.from(value), path: void 0 });
    }
    case "model":
      return sized({ kind, name, bytes: Buffer.from(source.text), path: void 0 });
    case "nowhere":
      throw fault(kind, name, "it has no content", "give it file:, environment: or external: true");
  }
}
__name(gather, "gather");
async function readRegular(kind, name, file, shownAs) {
  const found = await stat2(file).catch(() => void 0);
  if (!found)
    throw fault(
      kind,
      name,
      `there is no ${shownAs}`,
      kind === "secret" ? `create it: (umask 077; openssl rand -hex 24 > ${shownAs})` : "create it, or correct file:"
    );
  if (!found.isFile())
    throw fault(kind, name, `${shownAs} is not a regular file`, "give the content by standard input instead");
  if (found.size >= LIMIT_BYTES[kind]) throw tooLarge(kind, name, found.size);
  return readFile3(file).catch((cause) => {
    throw fault(kind, name, `${shownAs} cannot be read`, "make it readable for this user", cause);
  });
}
__name(readRegular, "readRegular");
function sized(content) {
  const { kind, name, bytes } = content;
  if (bytes.length >= LIMIT_BYTES[kind]) throw tooLarge(kind, name, bytes.length);
  if (bytes.length === 0)
    throw fault(kind, name, "its content is empty, which a swarm refuses", "give it at least one byte");
  return content;
}
__name(sized, "sized");
var tooLarge = /* @__PURE__ */ __name((kind, name, bytes) => fault(
  kind,
  name,
  `${bytes} bytes are too many: a swarm takes less than ${LIMIT_BYTES[kind]}`,
  "put large files into the image or a volume"
), "tooLarge");
var fault = /* @__PURE__ */ __name((kind, name, what, hint, cause) => new SwarmlineError("input", `${kind} ${name}: ${what}`, { hint, ...cause === void 0 ? {} : { cause } }), "fault");

// src/stack/contents/generation.rules.ts
import { createHmac } from "node:crypto";
var TAG_DIGITS = 12;
function swarmNameOf(stack, { kind, name, bytes }, key, templateDriver = "") {
  const tag = createHmac("sha256", key).update([kind, stack, name, templateDriver, ""].join("\0")).update(bytes).digest("hex").slice(0, TAG_DIGITS);
  return taggedName(`${stack}_${name}`, tag);
}
__name(swarmNameOf, "swarmNameOf");
function swarmNames(stack, model, contents, key) {
  return contents.map((content) => {
    const driver = entriesOf(entriesOf(model[`${content.kind}s`])[content.name]).template_driver;
    return {
      ...content,
      swarmName: swarmNameOf(stack, content, key, typeof driver === "string" ? driver : "")
    };
  });
}
__name(swarmNames, "swarmNames");
function withContents(model, contents) {
  const changed = { ...model };
  for (const { kind, name, swarmName, path: path12 } of contents) {
    const section = entriesOf(changed[`${kind}s`]);
    const { environment: _, content: __, ...entry } = entriesOf(section[name]);
    const labels = { ...labelsOf(entry.labels), [OUR_LABEL.logicalName]: name };
    changed[`${kind}s`] = { ...section, [name]: { ...entry, name: swarmName, file: path12, labels } };
  }
  return changed;
}
__name(withContents, "withContents");
function labelsOf(labels) {
  if (!Array.isArray(labels)) return entriesOf(labels);
  return Object.fromEntries(
    labels.map(String).map((label) => {
      const at = label.indexOf("=");
      return at < 0 ? [label, ""] : [label.slice(0, at), label.slice(at + 1)];
    })
  );
}
__name(labelsOf, "labelsOf");

// src/stack/contents/key.ts
import { randomBytes as randomBytes2 } from "node:crypto";
var KEY_BYTES = 32;
async function contentKey(client, stack, mode, fx) {
  const name = bookName("key", stack);
  const known = keyOf(await findConfig(client, name, fx));
  if (known) return known;
  const data = randomBytes2(KEY_BYTES);
  if (mode === "look") return data;
  const labels = { [STACK_LABEL]: stack };
  if (await createConfig(client, { name, kind: "content-key", labels, data }, fx)) return data;
  return keyOf(await findConfig(client, name, fx)) ?? data;
}
__name(contentKey, "contentKey");
var keyOf = /* @__PURE__ */ __name((config) => config?.Spec.Data ? Buffer.from(config.Spec.Data, "base64") : void 0, "keyOf");

// src/stack/digests/pin-images.rules.ts
var imagesToResolve = /* @__PURE__ */ __name((model) => [
  ...new Set(
    serviceEntries(model).map(([, { image }]) => text(image)).filter((image) => image !== "" && !isPinned(image))
  )
], "imagesToResolve");
function pinImages(model, digests, policy) {
  const known = new Map(Object.entries(digests).map(([image, answer]) => [familiar(image), answer]));
  const unpinned = /* @__PURE__ */ new Map();
  const pinned = mapServices(model, (service, name) => {
    const image = text(service.image);
    if (image === "" || isPinned(image)) return service;
    const answer = known.get(familiar(image)) ?? { why: "nobody was asked for it" };
    if ("digest" in answer) return { ...service, image: `${image}@${answer.digest}` };
    const missing3 = unpinned.get(image) ?? { image, services: [], why: answer.why };
    unpinned.set(image, { ...missing3, services: [...missing3.services, name] });
    return service;
  });
  const missing2 = [...unpinned.values()];
  if (missing2.length > 0 && policy.unresolved === "refuse") throw refused2(missing2, policy);
  return { model: pinned, unpinned: missing2 };
}
__name(pinImages, "pinImages");
function refused2(missing2, { placeOf: placeOf4 }) {
  const faults = missing2.map(({ image, services, why }) => {
    const places = services.flatMap((service) => placeOf4?.(service) ?? []);
    const where = places.length > 0 ? `${places.join(", ")}: ` : "";
    return `${where}the digest of ${image} (${services.join(", ")}) is not known: ${why}`;
  });
  return new SwarmlineError("deploy-failed", faults.join("; "), {
    hint: "push the image and log in to its registry, write name:tag@sha256:\u2026 in the stack file, or allow images without a digest where every node has them already"
  });
}
__name(refused2, "refused");

// src/stack/digests/pushed-digests.rules.ts
var DIGEST2 = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-f]{32,}$/;
var LINE = /^(?<reference>[^\s=@]+)(?:@|\s*(?:=|->|→|\s)\s*)(?<digest>\S+)$/;
function parseDigests(text3) {
  const trimmed = text3.trim();
  const entries2 = trimmed.startsWith("{") ? fromJson(trimmed) : fromLines(trimmed);
  const wrong2 = entries2.flatMap(
    ({ reference, digest, shown }) => reference !== "" && DIGEST2.test(digest) ? [] : [shown]
  );
  if (wrong2.length > 0) throw refused3(`no image with its digest: ${wrong2.join(", ")}`);
  return Object.fromEntries(entries2.map(({ reference, digest }) => [reference, digest]));
}
__name(parseDigests, "parseDigests");
function fromJson(text3) {
  let parsed;
  try {
    parsed = JSON.parse(text3);
  } catch (cause) {
    throw refused3(`the digests are no JSON: ${cause.message}`);
  }
  const said = isMapping(parsed) ? parsed : {};
  if (Array.isArray(said.images)) return said.images.map(builtImage);
  return Object.entries(said).map(([key, value]) => {
    const text4 = typeof value === "string" ? value : "";
    const shown = `${key}: ${JSON.stringify(value)}`;
    return isPinned(text4) ? { reference: withoutDigest(text4), digest: text4.slice(text4.indexOf("@") + 1), shown } : { reference: key, digest: text4, shown };
  });
}
__name(fromJson, "fromJson");
function builtImage(image) {
  const { reference, digest } = isMapping(image) ? image : {};
  return { reference: String(reference ?? ""), digest: String(digest ?? ""), shown: JSON.stringify(image) };
}
__name(builtImage, "builtImage");
var fromLines = /* @__PURE__ */ __name((text3) => text3.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#")).map((line) => {
  const { reference = "", digest = "" } = LINE.exec(line)?.groups ?? {};
  return { reference, digest, shown: JSON.stringify(line) };
}), "fromLines");
var refused3 = /* @__PURE__ */ __name((message) => new SwarmlineError("usage", message, {
  hint: "give what build-push says in its output images, or lines such as name:tag@sha256:\u2026"
}), "refused");

// src/stack/digests/resolve-images.ts
var AT_ONCE = 8;
async function resolveImages(model, known, ask) {
  const byName = new Map(Object.entries(known).map(([image, digest]) => [familiar(image), digest]));
  const answers = /* @__PURE__ */ new Map();
  const waiting = [];
  for (const image of new Set(imagesToResolve(model).map(familiar))) {
    const digest = byName.get(image);
    if (digest) answers.set(image, { digest });
    else waiting.push(image);
  }
  const work = /* @__PURE__ */ __name(async () => {
    for (let image = waiting.shift(); image !== void 0; image = waiting.shift())
      answers.set(image, await ask(image));
  }, "work");
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return Object.fromEntries(answers);
}
__name(resolveImages, "resolveImages");

// src/stack/lint/data-rules.rules.ts
var STORES = [
  [/^(redis|valkey|keydb|dragonfly)/, [6379]],
  [/^(postgres|postgis|timescaledb|pgvector)/, [5432]],
  [/^(mysql|mariadb|percona)/, [3306]],
  [/^mongo/, [27017]],
  [/^memcached/, [11211]],
  [/^(elasticsearch|opensearch)/, [9200, 9300]],
  [/^etcd/, [2379, 2380]],
  [/^cassandra/, [9042]],
  [/^zookeeper/, [2181]],
  [/^influxdb/, [8086]],
  [/^(couchdb|couchbase)/, [5984, 8091]],
  [/^rabbitmq/, [5672]],
  [/^clickhouse/, [8123, 9e3]],
  [/^neo4j/, [7687]]
];
var STORE_PORTS = [6379, 5432, 3306, 27017, 11211, 9200, 2379];
var publishedDataStore = {
  name: "published-data-store",
  severity: "warning",
  check: /* @__PURE__ */ __name(({ planned }) => {
    const word = planned.image.replace(/@.*$/, "").split("/").at(-1)?.split(":")[0] ?? "";
    const ofStore = STORES.find(([name]) => name.test(word))?.[1] ?? [];
    return planned.ports.map((port, i) => ({ port, i })).filter(({ port }) => [...ofStore, ...STORE_PORTS].includes(port.target)).map(({ port, i }) => ({
      path: ["ports", i],
      text: `port ${port.target} of a data store is published: everybody who reaches a node reaches the data`,
      hint: "leave it out: services of the stack reach it by its name"
    }));
  }, "check")
};
var SECRET_NAME2 = /(^|_)(PASS(WORD|WD|PHRASE)?|TOKEN|SECRETS?|(API|ACCESS|PRIVATE|SECRET|ENCRYPTION|SIGNING|AUTH)_?KEY|KEY|CREDENTIALS?)$/i;
var secretInEnvironment = {
  name: "secret-in-environment",
  severity: "warning",
  check: /* @__PURE__ */ __name(({ service }) => Object.entries(mapping(own(service, "environment"))).filter(
    ([name, value]) => SECRET_NAME2.test(name) && value !== null && String(value) !== "" && !/^\/run\/secrets\//.test(String(value))
  ).map(([name]) => ({
    path: ["environment", name],
    text: `${name} looks like a secret, and everybody who may inspect the service or its containers reads it`,
    hint: `make it a secret, and give the program ${name}_FILE=/run/secrets/\u2026 if it takes that`
  })), "check")
};
var noMemoryLimit = {
  name: "no-memory-limit",
  severity: "warning",
  check: /* @__PURE__ */ __name(({ service }) => {
    const limits = own(mapping(own(mapping(own(service, "deploy")), "resources")), "limits");
    return isMapping(limits) && limits.memory !== void 0 ? [] : [
      {
        text: "it has no memory limit: one leak takes the whole node along",
        hint: "add deploy.resources.limits.memory"
      }
    ];
  }, "check")
};
var latestWithoutDigest = {
  name: "latest-without-digest",
  severity: "warning",
  check: /* @__PURE__ */ __name(({ planned: { image } }) => {
    const [, tag] = image.slice(image.lastIndexOf("/") + 1).split(":");
    if (image === "" || image.includes("@") || tag !== void 0 && tag !== "latest") return [];
    return [
      {
        path: ["image"],
        text: `${image} means another image every day, and nobody sees which one runs`,
        hint: "name a version, or a digest"
      }
    ];
  }, "check")
};

// src/stack/lint/health-rules.rules.ts
var healthOf = /* @__PURE__ */ __name(({ service }) => own(service, "healthcheck"), "healthOf");
var isOff = /* @__PURE__ */ __name((check) => isMapping(check) && (check.disable === true || Array.isArray(check.test) && check.test[0] === "NONE" || check.test === "NONE"), "isOff");
var hasTest = /* @__PURE__ */ __name((check) => isMapping(check) && check.test !== void 0 && !isOff(check), "hasTest");
var isHealthOfImage = /* @__PURE__ */ __name((service) => {
  const check = own(service, "healthcheck");
  return !hasTest(check) && !isOff(check);
}, "isHealthOfImage");
var publishedWithoutHealthcheck = {
  name: "published-without-healthcheck",
  severity: "warning",
  check: /* @__PURE__ */ __name((linted) => {
    const check = healthOf(linted);
    if (linted.planned.ports.length === 0 || hasTest(check)) return [];
    const ofImage = linted.image?.hasHealthcheck;
    if (!isOff(check) && ofImage === true) return [];
    const isUnknown = !isOff(check) && ofImage === void 0;
    return [
      {
        path: isOff(check) ? ["healthcheck"] : ["ports"],
        text: isUnknown ? "it is published and has no healthcheck here: unless its image has one, a task gets requests before it can answer" : "it is published and has no healthcheck: a task gets requests before it can answer",
        hint: "add healthcheck:, or HEALTHCHECK to its Dockerfile"
      }
    ];
  }, "check")
};
var startIntervalWithoutStartPeriod = {
  name: "start-interval-without-start-period",
  severity: "warning",
  check: /* @__PURE__ */ __name((linted) => {
    const { start_interval, start_period } = mapping(healthOf(linted));
    const hasPeriod = typeof start_period === "string" && seconds2(start_period) > 0;
    return start_interval === void 0 || hasPeriod ? [] : [
      {
        path: ["healthcheck", "start_interval"],
        text: "start_interval has no effect without a start_period",
        hint: "add start_period:"
      }
    ];
  }, "check")
};
var UNITS2 = {
  ns: 1e-9,
  us: 1e-6,
  \u00B5s: 1e-6,
  \u03BCs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600
};
function seconds2(duration5) {
  let sum = 0;
  for (const [, amount, unit = ""] of duration5.matchAll(/([\d.]+)(ns|us|µs|μs|ms|s|m|h)/g))
    sum += Number(amount) * (UNITS2[unit] ?? 0);
  return sum;
}
__name(seconds2, "seconds");
var monitorShorterThanStart = {
  name: "monitor-shorter-than-start",
  severity: "info",
  check: /* @__PURE__ */ __name((linted) => {
    const update = mapping(own(mapping(own(linted.service, "deploy")), "update_config"));
    const { interval = "30s", retries = 3 } = mapping(healthOf(linted));
    if (!hasTest(healthOf(linted)) || update.monitor === void 0 || update.failure_action !== "rollback")
      return [];
    const unhealthyAfter = seconds2(String(interval)) * Number(retries);
    return seconds2(String(update.monitor)) >= unhealthyAfter ? [] : [
      {
        path: ["deploy", "update_config", "monitor"],
        text: `a task that falls ill is found out after ${unhealthyAfter} s (interval \xD7 retries), and monitor is over by then`,
        hint: "make monitor longer, or interval shorter"
      }
    ];
  }, "check")
};
var DEAF = /^(sleep|tail|cat|sh|bash|ash|php|python3?|ruby|perl|yes|watch)$/;
var noStopSignal = {
  name: "no-stop-signal",
  severity: "warning",
  check: /* @__PURE__ */ __name(({ service, image }) => {
    if (own(service, "init") === true || own(service, "stop_signal") !== void 0) return [];
    if (image?.stopSignal !== void 0 && image.stopSignal !== "SIGTERM" && image.stopSignal !== "15")
      return [];
    const written = processOne(service, image);
    const words2 = written?.words ?? image?.command;
    const program = words2?.[0]?.split("/").at(-1) ?? "";
    if (!DEAF.test(program) || words2?.[1] === "-c" && /\bexec\s/.test(words2.slice(2).join(" "))) return [];
    return [
      {
        ...written ? { path: [written.key] } : {},
        text: `${program} as process 1 ignores SIGTERM: every stop takes the whole grace period, and ends in a kill`,
        hint: "say init: true, or a stop_signal that it heeds"
      }
    ];
  }, "check")
};
function processOne(service, image) {
  const entrypoint = wordsOf(own(service, "entrypoint"));
  const command2 = wordsOf(own(service, "command"));
  if (entrypoint.length > 0) return { key: "entrypoint", words: [...entrypoint, ...command2] };
  return command2.length > 0 ? { key: "command", words: [...image?.entrypoint ?? [], ...command2] } : void 0;
}
__name(processOne, "processOne");
function wordsOf(value) {
  if (typeof value === "string") return value.trim().split(/\s+/).filter(Boolean);
  return Array.isArray(value) ? value.map(String) : [];
}
__name(wordsOf, "wordsOf");

// src/stack/lint/rollout-rules.rules.ts
var deployOf = /* @__PURE__ */ __name(({ service }) => mapping(own(service, "deploy")), "deployOf");
var updateOf = /* @__PURE__ */ __name((linted) => mapping(own(deployOf(linted), "update_config")), "updateOf");
var hostPorts = /* @__PURE__ */ __name(({ planned }) => planned.ports.filter((p) => p.mode === "host" && p.published !== void 0), "hostPorts");
var isReplicated = /* @__PURE__ */ __name(({ planned }) => planned.mode === "replicated", "isReplicated");
var replicasOf2 = /* @__PURE__ */ __name((linted) => Number(own(deployOf(linted), "replicas") ?? 1), "replicasOf");
var hostPortStartFirst = {
  name: "host-port-start-first",
  severity: "error",
  check: /* @__PURE__ */ __name((linted) => ["update_config", "rollback_config"].filter(
    (key) => hostPorts(linted).length > 0 && mapping(own(deployOf(linted), key)).order === "start-first"
  ).map((key) => ({
    path: ["deploy", key, "order"],
    text: `${key}: start-first never ends with a port in host mode: the old task has the port`,
    hint: "use order: stop-first, or publish the port in ingress mode"
  })), "check")
};
var hostPortReplicas = {
  name: "host-port-replicas",
  severity: "info",
  check: /* @__PURE__ */ __name((linted) => isReplicated(linted) && replicasOf2(linted) > 1 && hostPorts(linted).length > 0 ? [
    {
      path: ["ports"],
      text: `${replicasOf2(linted)} replicas with a port in host mode need as many nodes`,
      hint: "use mode: global, or publish the port in ingress mode"
    }
  ] : [], "check")
};
var startFirstWithVolume = {
  name: "start-first-with-volume",
  severity: "warning",
  check: /* @__PURE__ */ __name((linted) => updateOf(linted).order === "start-first" && sequence(own(linted.service, "volumes")).map(mapping).some((mount2) => mount2.type === "volume" && mount2.source !== void 0 && mount2.read_only !== true) ? [
    {
      path: ["deploy", "update_config", "order"],
      text: "start-first lets the old and the new task write to one volume at the same time",
      hint: "use order: stop-first"
    }
  ] : [], "check")
};
var updateWithoutRollback = {
  name: "update-without-rollback",
  severity: "info",
  check: /* @__PURE__ */ __name((linted) => own(deployOf(linted), "update_config") !== void 0 && updateOf(linted).failure_action === void 0 ? [
    {
      path: ["deploy", "update_config"],
      text: "an update that fails stays paused, half done",
      hint: "say failure_action: rollback"
    }
  ] : [], "check")
};
var evenDataReplicas = {
  name: "even-data-replicas",
  severity: "info",
  check: /* @__PURE__ */ __name((linted) => isReplicated(linted) && replicasOf2(linted) % 2 === 0 && replicasOf2(linted) > 0 && /(^|\/)(etcd|consul|zookeeper|mongo)(:|@|$)/.test(linted.planned.image) ? [
    {
      path: ["deploy", "replicas"],
      text: `${replicasOf2(linted)} members bear the loss of no more than ${replicasOf2(linted) - 1} would`,
      hint: "use an odd number"
    }
  ] : [], "check")
};

// src/stack/lint/silences.rules.ts
var import_yaml3 = __toESM(require_dist(), 1);

// src/stack/compose-document.rules.ts
var import_yaml2 = __toESM(require_dist(), 1);
import path7 from "node:path";
function parseComposeFile(file, text3, shownAs = file) {
  const lines = new import_yaml2.LineCounter();
  const [document, second] = (0, import_yaml2.parseAllDocuments)(text3, { lineCounter: lines, prettyErrors: false, merge: true });
  const bad = /* @__PURE__ */ __name((offset, what, hint) => {
    const { line, col } = lines.linePos(offset);
    return new SwarmlineError("input", `${shownAs}:${line}:${col}: ${what}`, { hint });
  }, "bad");
  if (!document || !("contents" in document) || document.contents === null)
    throw new SwarmlineError("input", `${shownAs}: the file is empty`, {
      hint: "a stack file needs at least services:"
    });
  const [fault2] = document.errors;
  if (fault2) throw bad(fault2.pos[0], fault2.message, "correct the YAML");
  if (second)
    throw bad(second.range[0], "a second document begins here", "give each document a file of its own");
  if (!(0, import_yaml2.isMap)(document.contents)) throw bad(0, "a stack file is a mapping", "it begins with services:");
  const lineOf = /* @__PURE__ */ __name((node) => lines.linePos(node?.range?.[0] ?? 0).line, "lineOf");
  return {
    path: path7.resolve(file),
    shownAs,
    text: text3,
    document,
    lineOf,
    at: /* @__PURE__ */ __name((node) => `${shownAs}:${lineOf(node)}`, "at")
  };
}
__name(parseComposeFile, "parseComposeFile");
function entriesAt(file, keys) {
  const node = keys.length === 0 ? file.document.contents : file.document.getIn(keys, true);
  if (!(0, import_yaml2.isMap)(node)) return [];
  return node.items.flatMap(
    ({ key, value }) => (0, import_yaml2.isScalar)(key) ? [{ key: String(key.value), keyNode: key, value }] : []
  );
}
__name(entriesAt, "entriesAt");

// src/stack/lint/rule-names.ts
var RULE_NAMES = [
  "even-data-replicas",
  "host-port-replicas",
  "host-port-start-first",
  "ignored-key",
  "latest-without-digest",
  "monitor-shorter-than-start",
  "no-memory-limit",
  "no-stop-signal",
  "published-address",
  "published-data-store",
  "published-without-healthcheck",
  "relative-bind-mount",
  "secret-in-environment",
  "start-first-with-volume",
  "start-interval-without-start-period",
  "update-without-rollback"
];

// src/stack/lint/silences.rules.ts
var DIRECTIVE = /^#\s*swarmline:\s*ignore\b(?<rules>.*)$/;
var MARKS = ["", "", ""];
function silencesIn(file, found) {
  const services = new Map(
    entriesAt(file, ["services"]).map(({ key, keyNode }) => [file.lineOf(keyNode), key])
  );
  return comments(file.text).flatMap(({ text: text3, line, target }) => {
    const match = DIRECTIVE.exec(text3.trim());
    if (!match) return [];
    const names = (match.groups?.rules ?? "").split(/[\s,]+/).filter(Boolean);
    const place = { file: file.shownAs, line };
    if (names.length === 0)
      found.add("warning", "unknown-rule", place, "the comment names no rule", {
        hint: "write: # swarmline: ignore <rule>"
      });
    for (const name of names) {
      if (RULE_NAMES.includes(name)) continue;
      const near = nearest(name, RULE_NAMES);
      found.add("warning", "unknown-rule", place, `there is no rule ${name}, or none that can be ignored`, {
        hint: near ? `did you mean ${near}?` : `there are: ${RULE_NAMES.join(", ")}`
      });
    }
    return [{ file: file.shownAs, target, service: services.get(target), rules: names }];
  });
}
__name(silencesIn, "silencesIn");
var unsilenced = /* @__PURE__ */ __name((findings, silences) => findings.filter(
  ({ rule, file, line, service }) => !RULE_NAMES.includes(rule) || !silences.some(
    (s) => s.rules.includes(rule) && (s.file === file && s.target === line || s.service !== void 0 && s.service === service)
  )
), "unsilenced");
function comments(text3) {
  const found = [];
  const commentLines = /* @__PURE__ */ new Set();
  let line = 1;
  let isAlone = true;
  let isScalar3 = false;
  for (const lexeme of new import_yaml3.Lexer().lex(text3)) {
    if (MARKS.includes(lexeme)) {
      isScalar3 = lexeme === "";
      continue;
    }
    if (lexeme.startsWith("#") && !isScalar3) {
      found.push({ text: lexeme, line, isAlone });
      if (isAlone) commentLines.add(line);
    }
    const breaks = lexeme.split("\n").length - 1;
    line += breaks;
    isAlone = breaks > 0 ? lexeme.endsWith("\n") || /\n[ \t]*$/.test(lexeme) : isAlone && lexeme.trim() === "";
    isScalar3 = false;
  }
  return found.map((comment) => {
    let target = comment.line;
    if (comment.isAlone)
      do
        target++;
      while (commentLines.has(target));
    return { text: comment.text, line: comment.line, target };
  });
}
__name(comments, "comments");

// src/stack/lint/lint-stack.rules.ts
var RULES2 = [
  evenDataReplicas,
  hostPortReplicas,
  hostPortStartFirst,
  latestWithoutDigest,
  monitorShorterThanStart,
  noMemoryLimit,
  noStopSignal,
  publishedDataStore,
  publishedWithoutHealthcheck,
  secretInEnvironment,
  startFirstWithVolume,
  startIntervalWithoutStartPeriod,
  updateWithoutRollback
];
function lintStack(model, { files, origins }, images = {}) {
  const found = collectFindings(files[0]?.shownAs ?? "");
  const silences = files.flatMap((file) => silencesIn(file, found));
  const services = mapping(own(model, "services"));
  for (const planned of servicesOf(model)) {
    const service = mapping(own(services, planned.name));
    const image = Object.hasOwn(images, planned.image) ? images[planned.image] : void 0;
    for (const rule of RULES2)
      for (const { path: path12 = [], text: text3, hint, severity } of rule.check({ planned, service, image }))
        found.add(
          severity ?? rule.severity,
          rule.name,
          placeOf2(services, [planned.name, ...path12], origins),
          text3,
          {
            service: planned.name,
            hint
          }
        );
  }
  return inOrder(
    unsilenced(found.findings, silences),
    files.map((file) => file.shownAs)
  );
}
__name(lintStack, "lintStack");
function placeOf2(services, path12, origins) {
  let place;
  let container = services;
  for (const key of path12) {
    if (typeof container !== "object" || container === null) break;
    place = origins.of(container, key) ?? place;
    container = container[key];
  }
  return place;
}
__name(placeOf2, "placeOf");

// src/stack/lint/lint-again.rules.ts
var OF_LINT = /* @__PURE__ */ new Set([...RULES2.map((rule) => rule.name), "unknown-rule"]);
function lintAgain({ model, source, findings }, images) {
  if (!source || Object.keys(images).length === 0) return findings;
  const others = findings.filter(({ rule }) => !OF_LINT.has(rule));
  return inOrder(
    [...others, ...lintStack(model, source, images)],
    source.files.map((file) => file.shownAs)
  );
}
__name(lintAgain, "lintAgain");

// src/stack/load.ts
import path11 from "node:path";

// src/stack/forms/environment.rules.ts
var environmentValues = /* @__PURE__ */ __name((variables) => (service, { name, origins, found }) => {
  const environment = own(service, "environment");
  if (!isMapping(environment)) return;
  for (const key of Object.keys(environment)) {
    if (own(environment, key) !== null) continue;
    const value = Object.hasOwn(variables, key) ? variables[key] : void 0;
    if (value === void 0)
      found.add(
        "info",
        "no-value",
        origins.of(environment, key),
        `${key} has no value, and is left out of the environment`,
        {
          service: name
        }
      );
    else put(environment, key, value);
  }
}, "environmentValues");

// src/stack/unsupported.rules.ts
var IGNORED = /* @__PURE__ */ new Set([
  "build",
  "cgroupns_mode",
  "cgroup_parent",
  "devices",
  "domainname",
  "external_links",
  "ipc",
  "links",
  "mac_address",
  "network_mode",
  "pid",
  "privileged",
  "security_opt",
  "shm_size",
  "userns_mode"
]);
var WITHOUT_EFFECT = {
  container_name: "a swarm names the containers",
  expose: "services on one network reach every port of each other",
  attach: "a deploy attaches to no output",
  develop: "it is for docker compose watch",
  pull_policy: "a node pulls an image that it does not have",
  platform: "the image says for which platforms it is; a placement constraint chooses nodes",
  annotations: "use labels"
};
var RESOURCES = "use deploy.resources";
var NO_WAY = "a swarm has nothing for it: take it out";
var REFUSED = {
  volume_driver: "name the driver in the top-level volumes:",
  volumes_from: "share a volume of the top-level volumes:",
  cpu_quota: RESOURCES,
  cpu_period: RESOURCES,
  cpu_shares: RESOURCES,
  cpu_count: RESOURCES,
  cpu_percent: RESOURCES,
  cpuset: RESOURCES,
  memswap_limit: RESOURCES,
  mem_swappiness: NO_WAY,
  oom_kill_disable: NO_WAY,
  gpus: "use deploy.resources.reservations.generic_resources",
  group_add: "set the groups in the image, or use user: uid:gid",
  dns_opt: "set it in the image, or in the daemon of each node",
  label_file: "write the labels under labels:",
  storage_opt: "set it in the daemon of each node",
  runtime: "set the default runtime in the daemon of each node",
  uts: NO_WAY,
  cgroup: NO_WAY,
  blkio_config: NO_WAY,
  device_cgroup_rules: NO_WAY,
  use_api_socket: NO_WAY,
  provider: NO_WAY,
  models: NO_WAY,
  post_start: "let the entrypoint of the image do it",
  pre_stop: "let the image handle its stop signal"
};
var INSTEAD = {
  build: " (the image must be pushed before)",
  privileged: " (use cap_add)",
  network_mode: " (name a network under networks:; host is {external: true, name: host})",
  shm_size: " (mount a tmpfs at /dev/shm)"
};
function verdictOnKey(key) {
  if (IGNORED.has(key)) return { isRefused: false, text: `${key} is ignored in a swarm${INSTEAD[key] ?? ""}` };
  const reason = Object.hasOwn(WITHOUT_EFFECT, key) ? WITHOUT_EFFECT[key] : void 0;
  if (reason) return { isRefused: false, text: `${key} has no effect: ${reason}` };
  const wayOut2 = Object.hasOwn(REFUSED, key) ? REFUSED[key] : void 0;
  return wayOut2 ? { isRefused: true, text: `${key} is refused in a swarm`, hint: wayOut2 } : void 0;
}
__name(verdictOnKey, "verdictOnKey");

// src/stack/forms/env-files.rules.ts
var envFiles = /* @__PURE__ */ __name((isThere) => (service, { name, origins, found }) => {
  const value = own(service, "env_file");
  if (!Array.isArray(value)) return;
  const kept = [];
  for (const [i, item] of sequence(value).entries()) {
    const place = origins.of(value, i) ?? origins.of(service, "env_file");
    const file = isMapping(item) ? own(item, "path") : item;
    if (typeof file !== "string") {
      found.add("error", "wrong-type", place, "env_file must be a path, or {path, required}", {
        service: name
      });
      continue;
    }
    const isRequired = !isMapping(item) || (own(item, "required") ?? true) !== false;
    const isKept = isThere(file);
    if (isMapping(item)) found.translate(place, inLine(item), isKept || isRequired ? file : "");
    if (isKept) {
      origins.set(kept, kept.length, place);
      kept.push(file);
    } else if (isRequired)
      found.add("error", "missing-file", place, `env_file: there is no ${file}`, {
        service: name,
        hint: "create it, or say required: false"
      });
  }
  if (kept.length > 0) put(service, "env_file", kept);
  else delete service.env_file;
}, "envFiles");
var envFilePaths = /* @__PURE__ */ __name((service) => sequence(own(service, "env_file")).flatMap((item) => {
  const file = isMapping(item) ? own(item, "path") : item;
  return typeof file === "string" ? [file] : [];
}), "envFilePaths");

// src/stack/forms/moved-keys.rules.ts
var MOVED = {
  mem_limit: ["deploy", "resources", "limits", "memory"],
  cpus: ["deploy", "resources", "limits", "cpus"],
  pids_limit: ["deploy", "resources", "limits", "pids"],
  mem_reservation: ["deploy", "resources", "reservations", "memory"],
  scale: ["deploy", "replicas"]
};
var movedKeys = /* @__PURE__ */ __name((service, { name, origins, found }) => {
  for (const [key, path12] of Object.entries(MOVED)) {
    const value = own(service, key);
    if (value === void 0) continue;
    const place = origins.of(service, key);
    delete service[key];
    if (value === null) continue;
    if (key !== "scale" && ["0", "-1"].includes(String(value))) {
      found.translate(place, `${key}: ${inLine(value)}`, "");
      continue;
    }
    const target = path12.slice(0, -1).reduce((at, step2) => child(at, step2), service);
    const last = path12.at(-1) ?? "";
    const there = own(target, last);
    if (there !== void 0 && there !== null && String(there) !== String(value)) {
      found.add("error", "contradiction", place, `${key} and ${path12.join(".")} do not agree`, {
        service: name,
        hint: `leave out ${key}`
      });
      continue;
    }
    put(target, last, value);
    origins.set(target, last, place);
    found.translate(place, `${key}: ${inLine(value)}`, `${path12.join(".")}: ${inLine(value)}`);
  }
}, "movedKeys");
var POLICIES = {
  no: "none",
  always: "any",
  "unless-stopped": "any",
  "on-failure": "on-failure"
};
var restart = /* @__PURE__ */ __name((service, { name, origins, found }) => {
  conditionOf(service, { name, origins, found });
  const value = own(service, "restart");
  if (value === void 0) return;
  const place = origins.of(service, "restart");
  delete service.restart;
  if (value === null) return;
  const deploy3 = own(service, "deploy");
  if (isMapping(deploy3) && isMapping(own(deploy3, "restart_policy"))) {
    found.add(
      "warning",
      "ignored-key",
      place,
      "restart is ignored in a swarm: deploy.restart_policy says it",
      { service: name }
    );
    return;
  }
  const [word = "", times] = (value === false ? "no" : String(value)).split(":");
  const condition = Object.hasOwn(POLICIES, word) ? POLICIES[word] : void 0;
  if (!condition || times !== void 0 && !(word === "on-failure" && /^\d+$/.test(times))) {
    found.add(
      "error",
      "wrong-type",
      place,
      "restart must be one of no, always, unless-stopped, on-failure, on-failure:N",
      {
        service: name
      }
    );
    return;
  }
  const policy = { condition, ...times === void 0 ? {} : { max_attempts: Number(times) } };
  for (const key of Object.keys(policy)) origins.set(policy, key, place);
  const target = child(service, "deploy");
  put(target, "restart_policy", policy);
  origins.set(target, "restart_policy", place);
  found.translate(place, `restart: ${inLine(value)}`, `deploy.restart_policy: ${inLine(policy)}`);
}, "restart");
var conditionOf = /* @__PURE__ */ __name((service, { origins, found }) => {
  const deploy3 = own(service, "deploy");
  const policy = isMapping(deploy3) ? own(deploy3, "restart_policy") : void 0;
  if (!isMapping(policy)) return;
  const value = own(policy, "condition");
  const word = value === false ? "no" : String(value);
  if (!["no", "always", "unless-stopped"].includes(word)) return;
  policy.condition = POLICIES[word];
  found.translate(
    origins.of(policy, "condition"),
    `condition: ${inLine(value)}`,
    `condition: ${POLICIES[word]}`
  );
}, "conditionOf");

// src/stack/read/profiles.rules.ts
var SECTIONS2 = ["networks", "volumes", "secrets", "configs"];
var ALL = "*";
function applyProfiles(model, asked2, origins, found) {
  const services = mapping(own(model, "services"));
  const profilesOf = /* @__PURE__ */ __name((name) => sequence(mapping(own(services, name)).profiles).map(String), "profilesOf");
  const known = [...new Set(Object.keys(services).flatMap(profilesOf))];
  for (const name of asked2) {
    if (known.includes(name) || name === ALL) continue;
    const near = nearest(name, known);
    found.add("error", "unknown-profile", void 0, `no service has the profile ${JSON.stringify(name)}`, {
      hint: near ? `did you mean ${near}?` : known.length > 0 ? `there are: ${known.join(", ")}` : "the stack has no profiles"
    });
  }
  const isOff2 = /* @__PURE__ */ __name((name) => {
    const profiles = profilesOf(name);
    return profiles.length > 0 && !asked2.includes(ALL) && !profiles.some((profile) => asked2.includes(profile));
  }, "isOff");
  const dropped = Object.keys(services).filter(isOff2);
  const before = new Map(
    SECTIONS2.map((section) => [
      section,
      usedIn(
        dropped.map((name) => mapping(services[name])),
        section
      )
    ])
  );
  for (const name of dropped) delete services[name];
  for (const service of Object.values(services)) {
    const { depends_on } = mapping(service);
    for (const name of dropped) delete mapping(depends_on)[name];
    delete mapping(service).profiles;
  }
  if (dropped.length === 0) return;
  for (const section of SECTIONS2) {
    const stillUsed = usedIn(Object.values(services).map(mapping), section);
    for (const name of before.get(section) ?? [])
      if (!stillUsed.has(name)) delete mapping(own(model, section))[name];
  }
  if (Object.keys(services).length === 0)
    found.add(
      "error",
      "no-services",
      origins.of(model, "services"),
      "every service belongs to a profile that is not asked for",
      {
        hint: `ask for one: ${known.join(", ")}`
      }
    );
}
__name(applyProfiles, "applyProfiles");
function usedIn(services, section) {
  const names = services.flatMap((service) => {
    if (section === "networks") {
      const named = Object.keys(mapping(service.networks));
      return named.length > 0 ? named : ["default"];
    }
    const items = sequence(service[section]).map(mapping);
    const sources = items.filter((item) => section !== "volumes" || item.type === "volume" || item.type === "cluster").flatMap(({ source }) => typeof source === "string" ? [source] : []);
    const spec = mapping(service.credential_spec).config;
    return section === "configs" && typeof spec === "string" ? [...sources, spec] : sources;
  });
  return new Set(names);
}
__name(usedIn, "usedIn");

// src/stack/forms/references.rules.ts
var SECTIONS3 = ["networks", "volumes", "secrets", "configs"];
function checkReferences(model, origins, found) {
  for (const [name, value] of Object.entries(mapping(own(model, "services")))) {
    const service = mapping(value);
    for (const section of SECTIONS3) {
      const known = Object.keys(mapping(own(model, section)));
      for (const used of usedIn([service], section)) {
        if (known.includes(used) || section === "networks" && used === "default") continue;
        const near = nearest(used, known);
        found.add(
          "error",
          "undefined-name",
          placeOf3(service, section, used, origins),
          `${section} has no ${used}`,
          {
            service: name,
            hint: near ? `did you mean ${near}?` : `add ${used}: to the top-level ${section}:`
          }
        );
      }
    }
  }
}
__name(checkReferences, "checkReferences");
function placeOf3(service, section, used, origins) {
  const value = own(service, section);
  if (section === "networks") return origins.of(mapping(value), used);
  const item = sequence(value).map(mapping).find(({ source }) => source === used);
  return (item && origins.of(item, "source")) ?? origins.of(service, section) ?? origins.of(service, "credential_spec");
}
__name(placeOf3, "placeOf");

// src/stack/forms/service-details.rules.ts
var dependsOn = /* @__PURE__ */ __name((service, { name, origins, found }) => {
  const value = own(service, "depends_on");
  if (value === void 0) return;
  const place = origins.of(service, "depends_on");
  if (!isMapping(value)) {
    delete service.depends_on;
    if (value !== null)
      found.add("error", "wrong-type", place, "depends_on must be a list", { service: name });
    return;
  }
  const names = Object.keys(value);
  if (names.some((each) => own(value, each) !== null))
    found.translate(place, `depends_on: ${inLine(value)}`, `depends_on: ${inLine(names)}`);
  put(service, "depends_on", names);
  found.add(
    "warning",
    "ignored-key",
    place,
    "depends_on has no effect: a swarm starts all services at once: let the service retry",
    {
      service: name
    }
  );
}, "dependsOn");
var portDetails = /* @__PURE__ */ __name((service, { name, origins, found }) => {
  for (const port of sequence(own(service, "ports"))) {
    if (!isMapping(port)) continue;
    const address = own(port, "host_ip");
    if (address !== void 0 && address !== null) {
      if (address !== "0.0.0.0" && address !== "[::]" && address !== "::")
        found.add(
          "warning",
          "published-address",
          origins.of(port, "host_ip"),
          `port ${inLine(own(port, "published") ?? own(port, "target"))}: the address ${String(address)} is ignored in a swarm, and the port answers on every address`,
          { service: name, hint: "do not publish what only this machine may reach" }
        );
      delete port.host_ip;
    }
    for (const key of ["name", "app_protocol"]) {
      const value = own(port, key);
      if (value === void 0) continue;
      found.translate(origins.of(port, key), `${key}: ${inLine(value)}`, "");
      delete port[key];
    }
    const published = own(port, "published");
    if (published === "") delete port.published;
    else if (typeof published === "string" && /^\d+-\d+$/.test(published)) {
      found.add(
        "error",
        "refused-key",
        origins.of(port, "published"),
        `ports: a swarm does not choose from ${published}`,
        {
          service: name,
          hint: "name one port, or leave out published: for one that the swarm chooses"
        }
      );
      delete port.published;
    }
  }
}, "portDetails");
var tmpfs = /* @__PURE__ */ __name((service, { name, origins, found }) => {
  const value = own(service, "tmpfs");
  if (value === void 0) return;
  const place = origins.of(service, "tmpfs");
  delete service.tmpfs;
  const mounts2 = sequence(own(service, "volumes"));
  const items = sequence(value);
  for (const [i, item] of items.entries()) {
    if (typeof item !== "string") {
      found.add("error", "wrong-type", place, "tmpfs must be a text or a list of them", { service: name });
      continue;
    }
    const at = origins.of(items, i) ?? place;
    const [target = "", options = ""] = item.split(":");
    const mount2 = { type: "tmpfs", target };
    for (const option of options.split(",").filter(Boolean)) {
      const size = /^size=(.+)$/.exec(option)?.[1];
      if (size !== void 0) {
        const inner = { size };
        if (at) origins.set(inner, "size", { ...at, isSubstituted: true });
        mount2.tmpfs = inner;
      } else
        found.add("warning", "ignored-key", at, `the tmpfs option ${option} is ignored in a swarm`, {
          service: name
        });
    }
    for (const key of Object.keys(mount2)) origins.set(mount2, key, at);
    origins.set(mounts2, mounts2.length, at);
    mounts2.push(mount2);
    found.translate(at, `tmpfs: ${inLine(item)}`, `volumes: ${inLine([mount2])}`);
  }
  if (mounts2.length > 0) put(service, "volumes", mounts2);
}, "tmpfs");
var hostPaths = /* @__PURE__ */ __name((service, { origins, found }) => {
  for (const mount2 of sequence(own(service, "volumes"))) {
    const bind = isMapping(mount2) ? own(mount2, "bind") : void 0;
    if (!isMapping(bind) || own(bind, "create_host_path") !== false) continue;
    found.translate(origins.of(bind, "create_host_path"), "create_host_path: false", "");
    delete bind.create_host_path;
  }
}, "hostPaths");

// src/stack/forms/scalars.rules.ts
var GO_DURATION = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h)(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))*$|^0$/;
var DAYS = /^(?:(?<weeks>\d+)w)?(?:(?<days>\d+)d)?(?<rest>.*)$/;
var BYTES = /^(?<amount>\d+(?:\.\d+)?)\s?(?:(?<unit>[kmgtp])i?)?b?$/i;
var UNITS3 = ["", "k", "m", "g", "t", "p"];
var asText = /* @__PURE__ */ __name((value) => typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : void 0, "asText");
var asNumber = /* @__PURE__ */ __name((value) => typeof value === "string" && /^[-+]?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : typeof value === "number" && Number.isFinite(value) ? value : void 0, "asNumber");
var asInteger = /* @__PURE__ */ __name((value) => {
  const number = asNumber(value);
  return Number.isSafeInteger(number) ? number : void 0;
}, "asInteger");
var asFlag = /* @__PURE__ */ __name((value) => {
  if (typeof value === "boolean") return value;
  const word = String(value).toLowerCase();
  if (["true", "yes", "y", "on", "1"].includes(word)) return true;
  return ["false", "no", "n", "off", "0"].includes(word) ? false : void 0;
}, "asFlag");
var asDuration = /* @__PURE__ */ __name((value) => {
  if (typeof value === "number") return value >= 0 ? `${value}s` : void 0;
  if (typeof value !== "string") return void 0;
  const text3 = value.trim();
  if (GO_DURATION.test(text3)) return text3;
  if (/^\d+(\.\d+)?$/.test(text3)) return `${text3}s`;
  const { weeks = "0", days = "0", rest = "" } = DAYS.exec(text3)?.groups ?? {};
  const hours = (Number(weeks) * 7 + Number(days)) * 24;
  return hours > 0 && (rest === "" || GO_DURATION.test(rest)) ? `${hours}h${rest}` : void 0;
}, "asDuration");
var asSize = /* @__PURE__ */ __name((value) => typeof value === "number" && value >= 0 ? String(value) : typeof value === "string" && BYTES.test(value.trim()) ? value.trim() : void 0, "asSize");
var asBytes = /* @__PURE__ */ __name((value) => {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  const { amount, unit = "" } = BYTES.exec(String(value).trim())?.groups ?? {};
  return amount === void 0 ? void 0 : Math.floor(Number(amount) * 1024 ** UNITS3.indexOf(unit.toLowerCase()));
}, "asBytes");
var asMode = /* @__PURE__ */ __name((value) => {
  if (typeof value === "string")
    return /^(0o?)?[0-7]{3,4}$/.test(value) ? Number.parseInt(value.replace("o", ""), 8) : void 0;
  return Number.isSafeInteger(value) && value >= 0 ? value : void 0;
}, "asMode");
var asEntry = /* @__PURE__ */ __name((value) => typeof value === "boolean" ? String(value) : isEntry(value) ? value : void 0, "asEntry");
var isEntry = /* @__PURE__ */ __name((value) => value === null || typeof value === "string" || typeof value === "number", "isEntry");
var asCpus = /* @__PURE__ */ __name((value) => {
  const number = asNumber(value);
  return typeof number === "number" && number >= 0 ? String(value).trim() : void 0;
}, "asCpus");
var SCALARS = {
  text: { cast: asText, name: "a text" },
  number: { cast: asNumber, name: "a number" },
  integer: { cast: asInteger, name: "a whole number" },
  flag: { cast: asFlag, name: "true or false" },
  duration: { cast: asDuration, name: "a duration, such as 90s or 1m30s" },
  size: { cast: asSize, name: "a size, such as 128M" },
  bytes: { cast: asBytes, name: "a size, such as 128M" },
  mode: { cast: asMode, name: "a file's mode, such as 0440" },
  entry: { cast: asEntry, name: "a text or a number" },
  cpus: { cast: asCpus, name: "a number of processors, such as 0.5" }
};

// src/stack/forms/shape.rules.ts
var DROP = /* @__PURE__ */ Symbol("drop");
function fitShape(container, key, shape, request, path12 = [key]) {
  const result = fitted(own(container, key), shape, path12, request.origins.of(container, key), request);
  if (result === DROP) delete container[key];
  else put(container, key, result);
}
__name(fitShape, "fitShape");
function fitted(value, shape, path12, place, request) {
  if (shape.since !== void 0) request.needs(shape.since);
  switch (shape.kind) {
    case "any":
      return value;
    case "list":
      return Array.isArray(value) ? fittedList(value, shape.of, path12, place, request) : wrong(value, "a list", path12, place, request);
    case "words":
      return fitted(
        value,
        Array.isArray(value) ? { kind: "list", of: { kind: "text" } } : { kind: "text" },
        path12,
        place,
        request
      );
    case "map":
      if (!isMapping(value)) return wrong(value, "a mapping", path12, place, request);
      for (const name of Object.keys(value)) {
        if (own(value, name) === null && shape.isNullable) continue;
        step(value, name, shape.of, path12, place, request);
      }
      return value;
    case "record":
      if (shape.short && !isMapping(value)) return fitted(value, shape.short, path12, place, request);
      if (!isMapping(value)) return wrong(value, shape.name ?? "a mapping", path12, place, request);
      return fitRecord(value, shape, path12, place, request);
    case "choice":
      return typeof value === "string" && shape.of.includes(value) ? value : wrong(value, `one of ${shape.of.join(", ")}`, path12, place, request);
    default:
      return fitScalar(value, shape.kind, path12, place, request);
  }
}
__name(fitted, "fitted");
function fittedList(value, shape, path12, place, request) {
  const { origins } = request;
  const made = [];
  for (const [i, item] of value.entries()) {
    const result = fitted(item, shape, [...path12, String(i)], origins.of(value, i) ?? place, request);
    if (result === DROP) continue;
    origins.copy(value, i, made, made.length);
    made.push(result);
  }
  return made;
}
__name(fittedList, "fittedList");
function fitScalar(value, kind, path12, place, request) {
  const { cast, name } = SCALARS[kind];
  const result = cast(value);
  if (result === void 0) return wrong(value, name, path12, place, request);
  const key = path12.at(-1) ?? "";
  if (result !== value && !place?.isSubstituted)
    request.found.translate(place, `${key}: ${inLine(value)}`, `${key}: ${inLine(result)}`);
  return result;
}
__name(fitScalar, "fitScalar");
function fitRecord(value, shape, path12, place, request) {
  const { found, origins, service } = request;
  for (const key of Object.keys(value)) {
    const inner = Object.hasOwn(shape.of, key) ? shape.of[key] : void 0;
    const at = origins.of(value, key) ?? place;
    const name = [...path12, key].join(".");
    if (inner) {
      if (own(value, key) === null && inner.kind !== "any") delete value[key];
      else step(value, key, inner, path12, place, request);
      continue;
    }
    if (key.startsWith("x-") && shape.isExtensible) continue;
    const ignored = Object.hasOwn(shape.ignored ?? {}, key) ? shape.ignored?.[key] : void 0;
    const refused4 = Object.hasOwn(shape.refused ?? {}, key) ? shape.refused?.[key] : void 0;
    if (refused4)
      found.add("error", "refused-key", at, `${name} is refused in a swarm`, { service, hint: refused4 });
    else if (ignored !== void 0)
      found.add("warning", "ignored-key", at, `${name} is ignored in a swarm${ignored && `: ${ignored}`}`, {
        service
      });
    else if (!key.startsWith("x-")) {
      const near = nearest(key, Object.keys(shape.of));
      const hint = near ? `did you mean ${near}?` : "take it out";
      found.add("error", "unknown-key", at, `${name} is no key that docker stack deploy knows`, {
        service,
        hint
      });
    }
    delete value[key];
  }
  for (const key of shape.required ?? [])
    if (own(value, key) === void 0)
      found.add("error", "missing-key", place, `${path12.join(".")} has no ${key}`, {
        service,
        hint: `add ${key}:`
      });
  return value;
}
__name(fitRecord, "fitRecord");
function step(value, key, shape, path12, place, request) {
  const result = fitted(
    own(value, key),
    shape,
    [...path12, key],
    request.origins.of(value, key) ?? place,
    request
  );
  if (result === DROP) delete value[key];
  else put(value, key, result);
}
__name(step, "step");
function wrong(value, name, path12, place, { found, service }) {
  const is = value === null ? "nothing" : Array.isArray(value) ? "a list" : isMapping(value) ? "a mapping" : "something else";
  found.add("error", "wrong-type", place, `${path12.join(".")} must be ${name}, and is ${is}`, { service });
  return DROP;
}
__name(wrong, "wrong");

// src/stack/forms/top-level.rules.ts
var KNOWN = ["version", "services", "networks", "volumes", "secrets", "configs"];
function topLevel(model, origins, found) {
  for (const key of Object.keys(model)) {
    if (KNOWN.includes(key)) continue;
    const place = origins.of(model, key);
    if (key === "name") found.translate(place, `name: ${inLine(own(model, key))}`, "");
    else if (!key.startsWith("x-")) {
      const near = nearest(key, [...KNOWN, "include", "name"]);
      found.add("error", "unknown-key", place, `${key} is no section that docker stack deploy knows`, {
        hint: near ? `did you mean ${near}?` : "take it out"
      });
    }
    delete model[key];
  }
  for (const section of ["networks", "volumes", "secrets", "configs"])
    for (const entry of Object.values(mapping(own(model, section)))) externalName(entry, origins, found);
}
__name(topLevel, "topLevel");
function externalName(entry, origins, found) {
  if (!isMapping(entry) || !isMapping(own(entry, "external"))) return;
  const outer = mapping(own(entry, "external"));
  const place = origins.of(entry, "external");
  const name = own(outer, "name");
  entry.external = true;
  if (typeof name === "string") {
    entry.name = name;
    origins.set(entry, "name", place);
  }
  found.translate(place, `external: ${inLine(outer)}`, `external: true, name: ${inLine(name)}`);
}
__name(externalName, "externalName");
function lowestVersion() {
  let minor = 8;
  const needs = /* @__PURE__ */ __name((needed) => {
    minor = Math.max(minor, needed);
  }, "needs");
  return { needs, version: /* @__PURE__ */ __name(() => `3.${minor}`, "version") };
}
__name(lowestVersion, "lowestVersion");

// src/stack/forms/v3-schema.rules.ts
var text2 = { kind: "text" };
var integer = { kind: "integer" };
var flag = { kind: "flag" };
var duration3 = { kind: "duration" };
var words = { kind: "words" };
var list3 = /* @__PURE__ */ __name((of) => ({ kind: "list", of }), "list");
var texts2 = list3(text2);
var entries = { kind: "map", of: { kind: "entry" }, isNullable: true };
var choice = /* @__PURE__ */ __name((...of) => ({ kind: "choice", of }), "choice");
var rollout = {
  kind: "record",
  of: {
    parallelism: integer,
    delay: duration3,
    failure_action: choice("pause", "continue", "rollback"),
    monitor: duration3,
    max_failure_ratio: { kind: "number" },
    order: choice("start-first", "stop-first")
  }
};
var deploy = {
  kind: "record",
  of: {
    mode: choice("replicated", "global", "replicated-job", "global-job"),
    endpoint_mode: choice("vip", "dnsrr"),
    replicas: integer,
    labels: entries,
    update_config: rollout,
    rollback_config: rollout,
    resources: {
      kind: "record",
      of: {
        limits: {
          kind: "record",
          of: { cpus: { kind: "cpus" }, memory: { kind: "size" }, pids: { kind: "integer", since: 9 } }
        },
        reservations: {
          kind: "record",
          of: {
            cpus: { kind: "cpus" },
            memory: { kind: "size" },
            generic_resources: list3({
              kind: "record",
              of: {
                discrete_resource_spec: { kind: "record", of: { kind: text2, value: { kind: "number" } } }
              }
            })
          },
          ignored: { devices: "use generic_resources", pids: "" }
        }
      }
    },
    restart_policy: {
      kind: "record",
      of: {
        condition: choice("none", "on-failure", "any"),
        delay: duration3,
        max_attempts: integer,
        window: duration3
      }
    },
    placement: {
      kind: "record",
      of: {
        constraints: texts2,
        preferences: list3({ kind: "record", of: { spread: text2 } }),
        max_replicas_per_node: integer
      }
    }
  }
};
var granted = list3({
  kind: "record",
  of: { source: text2, target: text2, uid: text2, gid: text2, mode: { kind: "mode" } },
  required: ["source"]
});
var mount = {
  kind: "record",
  name: "a mount, such as data:/data or ./file:/file:ro",
  of: {
    type: choice("bind", "volume", "tmpfs", "cluster", "npipe", "image"),
    source: text2,
    target: text2,
    read_only: flag,
    consistency: text2,
    bind: {
      kind: "record",
      of: { propagation: text2 },
      ignored: { create_host_path: "a folder that is not there is not made", selinux: "", recursive: "" }
    },
    volume: {
      kind: "record",
      of: { nocopy: flag, subpath: text2 },
      ignored: { labels: "give them to the top-level volume" }
    },
    tmpfs: { kind: "record", of: { size: { kind: "bytes" } }, ignored: { mode: "" } },
    image: { kind: "record", of: { subpath: text2 } }
  },
  required: ["type", "target"]
};
var NO_ADDRESS = "a swarm gives the addresses itself";
var SERVICE = {
  kind: "record",
  isExtensible: true,
  of: {
    image: text2,
    command: words,
    entrypoint: words,
    cap_add: texts2,
    cap_drop: texts2,
    configs: granted,
    secrets: granted,
    credential_spec: { kind: "record", of: { config: text2, file: text2, registry: text2 } },
    depends_on: texts2,
    deploy,
    dns: texts2,
    dns_search: texts2,
    env_file: texts2,
    environment: entries,
    extra_hosts: texts2,
    healthcheck: {
      kind: "record",
      of: {
        test: words,
        disable: flag,
        interval: duration3,
        timeout: duration3,
        start_period: duration3,
        start_interval: { kind: "duration", since: 12 },
        retries: { kind: "number" }
      }
    },
    hostname: text2,
    init: flag,
    isolation: text2,
    labels: entries,
    logging: { kind: "record", of: { driver: text2, options: entries } },
    networks: {
      kind: "map",
      isNullable: true,
      of: {
        kind: "record",
        of: { aliases: texts2, driver_opts: { kind: "map", of: { kind: "entry" }, since: 13 } },
        ignored: {
          priority: "",
          gw_priority: "",
          interface_name: "",
          mac_address: NO_ADDRESS,
          ipv4_address: NO_ADDRESS,
          ipv6_address: NO_ADDRESS,
          link_local_ips: NO_ADDRESS
        }
      }
    },
    oom_score_adj: { kind: "integer", since: 13 },
    ports: list3({
      kind: "record",
      name: "a port, such as 8080:80 or 53:53/udp",
      of: {
        mode: choice("ingress", "host"),
        target: integer,
        published: integer,
        protocol: choice("tcp", "udp", "sctp")
      },
      required: ["target"]
    }),
    read_only: flag,
    stdin_open: flag,
    stop_grace_period: duration3,
    stop_signal: text2,
    sysctls: entries,
    tty: flag,
    ulimits: {
      kind: "map",
      of: { kind: "record", of: { soft: integer, hard: integer }, required: ["soft", "hard"], short: integer }
    },
    user: text2,
    volumes: list3(mount),
    working_dir: text2
  }
};
var external = { kind: "flag" };
var driverOptions = { kind: "map", of: { kind: "entry" } };
var NO_SUBNET_DETAILS = "give the subnet only, or make the network by hand and name it as external";
var SECTIONS4 = {
  networks: {
    kind: "record",
    isExtensible: true,
    of: {
      name: text2,
      driver: text2,
      driver_opts: driverOptions,
      ipam: {
        kind: "record",
        of: {
          driver: text2,
          config: list3({
            kind: "record",
            of: { subnet: text2 },
            refused: {
              gateway: NO_SUBNET_DETAILS,
              ip_range: NO_SUBNET_DETAILS,
              aux_addresses: NO_SUBNET_DETAILS
            }
          })
        },
        refused: { options: NO_SUBNET_DETAILS }
      },
      external,
      internal: flag,
      attachable: flag,
      labels: entries
    },
    ignored: { enable_ipv4: "" },
    refused: {
      enable_ipv6: "make the network by hand (docker network create --ipv6) and name it as external"
    }
  },
  volumes: {
    kind: "record",
    isExtensible: true,
    of: {
      name: text2,
      driver: text2,
      driver_opts: driverOptions,
      external,
      labels: entries,
      "x-cluster-spec": { kind: "any" }
    }
  },
  secrets: {
    kind: "record",
    isExtensible: true,
    // `environment` is no key of docker's: it becomes a file before docker sees it.
    of: {
      name: text2,
      file: text2,
      environment: text2,
      external,
      labels: entries,
      driver: text2,
      driver_opts: driverOptions,
      template_driver: text2
    }
  },
  configs: {
    kind: "record",
    isExtensible: true,
    // Neither are `environment` and `content`.
    of: {
      name: text2,
      file: text2,
      environment: text2,
      content: text2,
      external,
      labels: entries,
      template_driver: text2
    }
  }
};

// src/stack/forms/to-v3.rules.ts
function toV3(model, { origins, found, isThere }) {
  topLevel(model, origins, found);
  const { needs, version: version2 } = lowestVersion();
  const forms = [movedKeys, restart, dependsOn, portDetails, tmpfs, hostPaths, envFiles(isThere)];
  for (const [name, service] of entriesOf2(model, "services", origins, found)) {
    for (const form of forms) form(service, { name, origins, found });
    decideKeys(name, service, origins, found);
    fitShape(mapping(own(model, "services")), name, SERVICE, { origins, found, service: name, needs }, []);
  }
  for (const section of ["networks", "volumes", "secrets", "configs"])
    for (const [name, , container] of entriesOf2(model, section, origins, found))
      if (own(container, name) !== null)
        fitShape(container, name, SECTIONS4[section], { origins, found, service: void 0, needs }, [
          section,
          name
        ]);
  checkReferences(model, origins, found);
  const written = own(model, "version");
  if (written !== void 0 && !/^3(\.|$)/.test(String(written)))
    found.translate(
      origins.of(model, "version"),
      `version: ${inLine(written)}`,
      `version: ${inLine(version2())}`
    );
  put(model, "version", version2());
  inOrder2(model);
}
__name(toV3, "toV3");
function decideKeys(name, service, origins, found) {
  for (const key of Object.keys(service)) {
    const verdict2 = verdictOnKey(key);
    if (!verdict2) continue;
    const place = origins.of(service, key);
    if (verdict2.isRefused)
      found.add("error", "refused-key", place, verdict2.text, { service: name, hint: verdict2.hint });
    else found.add("warning", "ignored-key", place, verdict2.text, { service: name });
    delete service[key];
  }
}
__name(decideKeys, "decideKeys");
var NAME2 = /^[a-zA-Z0-9._-]+$/;
function entriesOf2(model, section, origins, found) {
  const container = own(model, section);
  if (container === null || container === void 0) {
    delete model[section];
    return [];
  }
  if (!isMapping(container)) {
    found.add("error", "wrong-type", origins.of(model, section), `${section} must be a mapping`);
    delete model[section];
    return [];
  }
  return Object.keys(container).flatMap((name) => {
    const value = own(container, name);
    const place = origins.of(container, name);
    if (section !== "services" && name.startsWith("x-")) delete container[name];
    else if (!NAME2.test(name))
      found.add("error", "bad-name", place, `${section}: ${JSON.stringify(name)} is no name for docker`);
    else if (isMapping(value)) return [[name, value, container]];
    else if (value === null && (section === "networks" || section === "volumes"))
      return [[name, {}, container]];
    else {
      found.add("error", "wrong-type", place, `${section}.${name} must be a mapping`);
      delete container[name];
    }
    return [];
  });
}
__name(entriesOf2, "entriesOf");
function inOrder2(model) {
  for (const key of KNOWN) {
    if (!Object.hasOwn(model, key)) continue;
    const value = own(model, key);
    delete model[key];
    put(model, key, value);
  }
}
__name(inOrder2, "inOrder");

// src/stack/named-files.ts
import { stat as stat3 } from "node:fs/promises";
async function existingFiles(model) {
  const named = Object.values(mapping(own(model, "services"))).flatMap(
    (service) => envFilePaths(mapping(service))
  );
  const there = await Promise.all(named.map(async (file) => await isFile(file) ? [file] : []));
  return new Set(there.flat());
}
__name(existingFiles, "existingFiles");
async function plannedFiles(model, origins, found, given, shown) {
  const planned = ["secret", "config"].flatMap(
    (kind) => fileSources(model, `${kind}s`).filter(({ name }) => !given[`${kind}s`].includes(name)).map(({ name, path: path12 }) => ({ kind, name, path: path12 }))
  );
  for (const { kind, name, path: path12 } of planned) {
    if (await isFile(path12)) continue;
    found.add(
      "error",
      `missing-${kind}`,
      origins.of(mapping(own(model, `${kind}s`)), name),
      `${kind} ${name}: there is no ${shown(path12)}`,
      {
        hint: kind === "secret" ? `create it: (umask 077; openssl rand -hex 24 > ${shown(path12)})` : "create it, or correct file:"
      }
    );
  }
  return planned;
}
__name(plannedFiles, "plannedFiles");
var isFile = /* @__PURE__ */ __name((file) => stat3(file).then(
  (found) => found.isFile(),
  () => false
), "isFile");

// src/stack/normal-form.ts
var import_docker_compose = __toESM(require_dist2(), 1);
var PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
var TIMEOUT_MS2 = 3e4;
var NO_PLUGIN = /is not a docker command|unknown (shorthand )?flag|unknown command/i;
async function normalForm(request, fx) {
  const { docker, composeFiles, projectDir, variables } = request;
  const tooLong = new AbortController();
  try {
    const result = await Promise.race([
      (0, import_docker_compose.config)({
        cwd: projectDir,
        config: [...composeFiles],
        executable: { executablePath: docker.file },
        // Without these Compose would take values from a .env beside the file, which stack deploy does not.
        composeOptions: [
          ["--project-name", "stack"],
          ["--project-directory", projectDir],
          ["--env-file", "/dev/null"]
        ],
        env: { PATH, ...variables, ...clientEnvironment(docker) },
        log: false
      }),
      fx.clock.sleep(TIMEOUT_MS2, AbortSignal.any([fx.signal, tooLong.signal])).then(() => {
        throw new SwarmlineError("timed-out", "docker compose config does not come to an end");
      })
    ]);
    return result.data.config;
  } catch (error) {
    if (fx.signal.aborted) throw new SwarmlineError("cancelled", "cancelled");
    const said = saidBy(error);
    if (isMissing(error) || NO_PLUGIN.test(said))
      fx.log.debug("no compose plugin: the stack files are read without it");
    else fx.log.warn(`docker compose finds fault with the stack files: ${lastLine(said)}`);
    return void 0;
  } finally {
    tooLong.abort();
  }
}
__name(normalForm, "normalForm");
function saidBy(error) {
  if (error instanceof Error) return error.message;
  const { err = "", out = "", exitCode } = error ?? {};
  return err.trim() || out.trim() || `it ended with ${exitCode}`;
}
__name(saidBy, "saidBy");
var isMissing = /* @__PURE__ */ __name((error) => error?.code === "ENOENT", "isMissing");
var lastLine = /* @__PURE__ */ __name((said) => said.split("\n").findLast((line) => line.trim() !== "" && !/level=warning/.test(line)) ?? said, "lastLine");

// src/stack/origins.rules.ts
var Origins = class {
  static {
    __name(this, "Origins");
  }
  #entries = /* @__PURE__ */ new WeakMap();
  set(container, key, place, tag) {
    if (!place) return;
    const entries2 = this.#entries.get(container) ?? /* @__PURE__ */ new Map();
    entries2.set(String(key), { place, tag });
    this.#entries.set(container, entries2);
  }
  of(container, key) {
    return this.#entries.get(container)?.get(String(key))?.place;
  }
  tagOf(container, key) {
    return this.#entries.get(container)?.get(String(key))?.tag;
  }
  /** Gives a key of one container the place and the tag that a key of another has. */
  copy(from, fromKey, to, toKey = fromKey) {
    const entry = this.#entries.get(from)?.get(String(fromKey));
    if (entry) this.set(to, toKey, entry.place, entry.tag);
  }
};

// src/stack/read/read-files.ts
import path10 from "node:path";

// src/stack/read/merge.rules.ts
var REPLACED = /^services\.[^.]+\.(command|entrypoint|healthcheck\.test)$/;
var IDENTITY = [
  [/^services\.[^.]+\.ports$/, portIdentity],
  [/^services\.[^.]+\.volumes$/, (item) => `target ${String(item.target)}`],
  [/^services\.[^.]+\.(secrets|configs)$/, (item) => `target ${String(item.target ?? item.source)}`],
  [/^services\.[^.]+\.env_file$/, (item) => `path ${String(item.path)}`]
];
function portIdentity({ target, published, protocol = "tcp", mode = "ingress" }) {
  return published === void 0 || published === null ? `inside ${String(target)}/${String(protocol)}` : `outside ${String(published)}/${String(protocol)} ${String(mode)}`;
}
__name(portIdentity, "portIdentity");
var SOURCES = ["file", "environment", "content", "external", "driver"];
function merge(base, top, origins, path12 = "") {
  if (isMapping(base) && isMapping(top)) return mergeMappings(base, top, origins, path12);
  if (REPLACED.test(path12)) return top ?? base;
  if (Array.isArray(base) && Array.isArray(top)) return mergeLists(base, top, origins, path12);
  return top ?? base;
}
__name(merge, "merge");
function mergeMappings(base, top, origins, path12) {
  const made = {};
  const isReplaced = replacedKeys(base, top, path12);
  for (const key of Object.keys(base)) {
    if (isReplaced(key) && !Object.hasOwn(top, key)) continue;
    put(made, key, own(base, key));
    origins.copy(base, key, made);
  }
  for (const key of Object.keys(top)) {
    const tag = origins.tagOf(top, key);
    const below = own(made, key);
    if (tag === "reset") {
      delete made[key];
      continue;
    }
    const isKept = tag === "override" || below === void 0 || origins.tagOf(base, key) === "reset";
    const value = isKept ? own(top, key) : merge(below, own(top, key), origins, path12 ? `${path12}.${key}` : key);
    if (value === below && value !== void 0 && own(top, key) === null) continue;
    put(made, key, value);
    origins.copy(top, key, made);
  }
  return made;
}
__name(mergeMappings, "mergeMappings");
function replacedKeys(base, top, path12) {
  if (/^(secrets|configs)\.[^.]+$/.test(path12) && SOURCES.some((key) => Object.hasOwn(top, key)))
    return (key) => SOURCES.includes(key);
  const isOtherDriver = top.driver !== void 0 && base.driver !== void 0 && top.driver !== base.driver;
  if (/^services\.[^.]+\.logging$/.test(path12) && isOtherDriver) return () => true;
  return () => false;
}
__name(replacedKeys, "replacedKeys");
function mergeLists(base, top, origins, path12) {
  const identity = IDENTITY.find(([pattern]) => pattern.test(path12))?.[1];
  const idOf = /* @__PURE__ */ __name((item) => identity && isMapping(item) ? identity(item) : identity && typeof item === "string" ? `path ${item}` : JSON.stringify(item), "idOf");
  const made = [];
  const at = /* @__PURE__ */ new Map();
  for (const list4 of [base, top])
    for (const [i, item] of list4.entries()) {
      const id = idOf(item);
      const place = at.get(id) ?? made.length;
      at.set(id, place);
      made[place] = item;
      origins.copy(list4, i, made, place);
    }
  return made;
}
__name(mergeLists, "mergeLists");
function settled(value, origins) {
  if (Array.isArray(value)) {
    const made2 = value.map((item) => settled(item, origins));
    for (const i of value.keys()) origins.copy(value, i, made2);
    return made2;
  }
  if (!isMapping(value)) return value;
  const made = {};
  for (const key of Object.keys(value)) {
    if (origins.tagOf(value, key) === "reset") continue;
    put(made, key, settled(own(value, key), origins));
    origins.copy(value, key, made);
  }
  return made;
}
__name(settled, "settled");

// src/stack/read/source-reader.ts
import path9 from "node:path";

// src/stack/compose-file.ts
import { readFile as readFile4 } from "node:fs/promises";
async function readComposeFile(file, shownAs = file) {
  const text3 = await readFile4(file, "utf8").catch((cause) => {
    const why = cause.code === "ENOENT" ? "there is no such file" : "it cannot be read";
    throw new SwarmlineError("input", `${shownAs}: ${why}`, {
      hint: "give the stack file with --compose-file",
      cause
    });
  });
  return parseComposeFile(file, text3, shownAs);
}
__name(readComposeFile, "readComposeFile");

// src/stack/read/short-forms.rules.ts
import path8 from "node:path";
function longPorts(text3) {
  const match = /^(?:(?<ip>\[[0-9a-f:.]+\]|\d+\.\d+\.\d+\.\d+):)?(?:(?<published>\d+(?:-\d+)?)?:)?(?<target>\d+(?:-\d+)?)(?:\/(?<protocol>[a-z]+))?$/i.exec(
    text3.trim()
  );
  if (!match?.groups) return void 0;
  const { ip, published, target = "", protocol = "tcp" } = match.groups;
  const targets = range2(target);
  const outer = published === void 0 ? void 0 : range2(published);
  if (!targets || published !== void 0 && !outer) return void 0;
  const pairs2 = outer ? pair(outer, targets) : targets.map((port) => [void 0, port]);
  return pairs2?.map(([out, port]) => ({
    mode: "ingress",
    target: port,
    ...out === void 0 ? {} : { published: out },
    protocol: protocol.toLowerCase(),
    ...ip === void 0 ? {} : { host_ip: ip }
  }));
}
__name(longPorts, "longPorts");
function pair(outer, targets) {
  const [only] = targets;
  if (targets.length !== 1 && targets.length !== outer.length) return void 0;
  return outer.map((port, i) => [port, targets.length === 1 ? only ?? 0 : targets[i] ?? 0]);
}
__name(pair, "pair");
function range2(text3) {
  const [from = 0, to = from] = text3.split("-").map(Number);
  if (!(from > 0) || to < from || to > 65535) return void 0;
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
__name(range2, "range");
var PROPAGATION = /^r?(shared|slave|private)$/;
function longVolume2(text3) {
  const parts = text3.split(":");
  const joined2 = [];
  for (const part of parts) {
    const last = joined2.at(-1);
    if (last !== void 0 && /^[a-z]$/i.test(last) && part.startsWith("\\"))
      joined2[joined2.length - 1] = `${last}:${part}`;
    else joined2.push(part);
  }
  const [first = "", target, options = "", tooMany] = joined2;
  if (first === "" || tooMany !== void 0 || target === "") return void 0;
  if (target === void 0) return { volume: { type: "volume", target: first }, ignored: [] };
  const isPath = /^[./~\\]|^[a-z]:\\/i.test(first);
  const volume = { type: isPath ? "bind" : "volume", source: first, target };
  const ignored = [];
  for (const option of options.split(",").filter(Boolean)) {
    if (option === "ro") volume.read_only = true;
    else if (option === "nocopy") volume.volume = { nocopy: true };
    else if (PROPAGATION.test(option)) volume.bind = { propagation: option };
    else if (option !== "rw") ignored.push(option);
  }
  return { volume, ignored };
}
__name(longVolume2, "longVolume");
function pairs(list4, alone) {
  const found = [];
  for (const item of list4) {
    if (typeof item !== "string") return void 0;
    const at = item.indexOf("=");
    found.push(at === -1 ? [item, alone] : [item.slice(0, at), item.slice(at + 1)]);
  }
  return found;
}
__name(pairs, "pairs");
function hostLines(value) {
  const line = /* @__PURE__ */ __name((host, ip) => `${host}:${String(ip).replace(/^\[(.*)\]$/, "$1")}`, "line");
  if (Array.isArray(value)) {
    if (!value.every((item) => typeof item === "string" && /^[^:=]+[:=].+/.test(item))) return void 0;
    return value.map((item) => {
      const at = item.search(/[:=]/);
      return line(item.slice(0, at), item.slice(at + 1));
    });
  }
  if (!isMapping(value)) return void 0;
  return Object.entries(value).flatMap(
    ([host, ip]) => (Array.isArray(ip) ? ip : [ip]).map((one) => line(host, one))
  );
}
__name(hostLines, "hostLines");
var absolute = /* @__PURE__ */ __name((file, baseDir) => path8.isAbsolute(file) || /^[a-z]:\\/i.test(file) ? file : path8.resolve(baseDir, file), "absolute");

// src/stack/read/canonical.rules.ts
var LISTS = ["dns", "dns_search", "env_file", "tmpfs", "profiles"];
function canonicalise(model, request) {
  for (const [name, service] of Object.entries(mapping(own(model, "services"))))
    if (isMapping(service)) canonicalService(name, service, request);
  for (const section of ["networks", "volumes", "secrets", "configs"])
    for (const value of Object.values(mapping(own(model, section)))) {
      if (!isMapping(value)) continue;
      asMapping(value, "labels", "", request.origins);
      const file = own(value, "file");
      if ((section === "secrets" || section === "configs") && typeof file === "string")
        value.file = absolute(file, request.baseDir);
    }
}
__name(canonicalise, "canonicalise");
function canonicalService(name, service, request) {
  const { origins, baseDir, found } = request;
  asMapping(service, "environment", null, origins);
  for (const key of ["labels", "sysctls"]) asMapping(service, key, "", origins);
  const deploy3 = own(service, "deploy");
  if (isMapping(deploy3)) asMapping(deploy3, "labels", "", origins);
  for (const key of LISTS) asList(service, key, origins);
  for (const key of ["networks", "depends_on"]) namesAsMapping(service, key, origins);
  const hosts2 = own(service, "extra_hosts");
  if (isMapping(hosts2) && Object.values(hosts2).some(Array.isArray))
    found.translate(
      origins.of(service, "extra_hosts"),
      `extra_hosts: ${inLine(hosts2)}`,
      `extra_hosts: ${inLine(hostLines(hosts2))}`
    );
  rewrite(service, "extra_hosts", origins, hostLines);
  eachItem(
    service,
    "ports",
    origins,
    (item) => typeof item === "string" || typeof item === "number" ? longPorts(String(item)) : void 0
  );
  for (const key of ["secrets", "configs"])
    eachItem(service, key, origins, (item) => typeof item === "string" ? [{ source: item }] : void 0);
  eachItem(service, "env_file", origins, (item) => {
    if (typeof item === "string") return [absolute(item, baseDir)];
    if (!isMapping(item) || typeof item.path !== "string") return void 0;
    return [{ ...item, path: absolute(item.path, baseDir) }];
  });
  mounts(name, service, request);
}
__name(canonicalService, "canonicalService");
function mounts(name, service, { baseDir, origins, found }) {
  eachItem(service, "volumes", origins, (item, i, list4) => {
    const place = origins.of(list4, i);
    const short2 = typeof item === "string" ? longVolume2(item) : void 0;
    for (const option of short2?.ignored ?? [])
      found.add("warning", "ignored-key", place, `the mount option ${option} is ignored in a swarm`, {
        service: name
      });
    const mount2 = short2?.volume ?? (isMapping(item) ? item : void 0);
    if (!mount2) return void 0;
    const source = own(mount2, "source");
    if (own(mount2, "type") !== "bind" || typeof source !== "string") return short2 ? [mount2] : void 0;
    if (source.startsWith("~")) {
      found.add("error", "home-directory", place, `${source} is a different folder for everybody`, {
        service: name,
        hint: "write the whole path of the folder on the nodes"
      });
      return [mount2];
    }
    const whole = absolute(source, baseDir);
    if (whole !== source)
      found.add(
        "info",
        "relative-bind-mount",
        place,
        `${source} is a folder of this machine, and has to be on every node`,
        {
          service: name,
          hint: "use a config, a volume, or a path that every node has"
        }
      );
    mount2.source = whole;
    return short2 ? [mount2] : void 0;
  });
}
__name(mounts, "mounts");
function rewrite(target, key, origins, form) {
  const value = own(target, key);
  if (value === void 0 || value === null || origins.tagOf(target, key) === "reset") return;
  const made = form(value);
  if (made === void 0) return;
  const place = origins.of(target, key);
  if (typeof made === "object" && made !== null) {
    for (const each of Object.keys(made))
      if (!origins.of(made, each)) origins.set(made, each, placeIn(value, each, origins) ?? place);
  }
  put(target, key, made);
}
__name(rewrite, "rewrite");
var placeIn = /* @__PURE__ */ __name((container, key, origins) => typeof container === "object" && container !== null ? origins.of(container, key) : void 0, "placeIn");
function asMapping(target, key, alone, origins) {
  rewrite(target, key, origins, (value) => {
    const found = Array.isArray(value) ? pairs(value, alone) : void 0;
    return found && listedAs(value, found, origins);
  });
}
__name(asMapping, "asMapping");
function namesAsMapping(target, key, origins) {
  rewrite(
    target,
    key,
    origins,
    (value) => Array.isArray(value) && value.every((item) => typeof item === "string") ? listedAs(
      value,
      value.map((name) => [name, null]),
      origins
    ) : void 0
  );
}
__name(namesAsMapping, "namesAsMapping");
function listedAs(list4, entries2, origins) {
  const made = {};
  for (const [i, [name, value]] of entries2.entries()) {
    put(made, name, value);
    origins.copy(list4, i, made, name);
  }
  return made;
}
__name(listedAs, "listedAs");
function asList(target, key, origins) {
  rewrite(target, key, origins, (value) => isScalarValue(value) ? [value] : void 0);
}
__name(asList, "asList");
function eachItem(target, key, origins, form) {
  rewrite(target, key, origins, (value) => {
    if (!Array.isArray(value)) return void 0;
    const made = [];
    for (const [i, item] of value.entries())
      for (const each of form(item, i, value) ?? [item]) {
        origins.copy(value, i, made, made.length);
        if (isMapping(each))
          for (const inner of Object.keys(each)) {
            if (isMapping(item)) origins.copy(item, inner, each);
            else origins.set(each, inner, origins.of(value, i));
          }
        made.push(each);
      }
    return made;
  });
}
__name(eachItem, "eachItem");

// src/stack/read/extends.ts
async function withBases(source, reader, trail) {
  const services = mapping(own(source.model, "services"));
  for (const name of Object.keys(services)) {
    const extended = await extendedBy(source, name, reader, trail, []);
    if (extended) put(services, name, extended);
  }
}
__name(withBases, "withBases");
async function extendedBy(source, name, reader, trail, seen) {
  const services = mapping(own(source.model, "services"));
  const service = own(services, name);
  if (!isMapping(service)) return void 0;
  const { extends: _, ...rest } = service;
  for (const key of Object.keys(rest)) reader.origins.copy(service, key, rest);
  const base = own(service, "extends");
  if (base === void 0 || base === null) return service;
  const found = await baseOf(source, name, base, reader, trail, [...seen, name]);
  if (found) reader.found.translate(reader.origins.of(service, "extends"), `extends: ${inLine(base)}`, "");
  return found ? merge(found, rest, reader.origins, `services.${name}`) : rest;
}
__name(extendedBy, "extendedBy");
async function baseOf(source, name, base, reader, trail, seen) {
  const { origins, found } = reader;
  const service = mapping(own(mapping(own(source.model, "services")), name));
  const refuse2 = /* @__PURE__ */ __name((text3, hint) => {
    found.add("error", "refused-key", origins.of(service, "extends"), `extends: ${text3}`, {
      service: name,
      hint
    });
  }, "refuse");
  const wanted = isMapping(base) ? own(base, "service") : base;
  const file = isMapping(base) ? own(base, "file") : void 0;
  if (typeof wanted !== "string") return refuse2("it names no service", "write extends: {service: \u2026}");
  if (typeof file === "string") {
    const place = beside(source.file, file);
    if (trail.includes(place) && place !== source.file.path)
      return refuse2(`${file} leads back to itself`, "take one of the two out");
    if (place !== source.file.path) {
      const other = await reader.read(place, void 0, trail);
      return serviceIn(other, wanted, refuse2);
    }
  }
  if (seen.includes(wanted)) return refuse2(`${wanted} leads back to itself`, "take one of the two out");
  if (!serviceIn(source, wanted, refuse2)) return void 0;
  return extendedBy(source, wanted, reader, trail, seen);
}
__name(baseOf, "baseOf");
function serviceIn(source, wanted, refuse2) {
  const services = mapping(own(source.model, "services"));
  const service = own(services, wanted);
  if (isMapping(service)) return service;
  const near = nearest(wanted, Object.keys(services));
  return refuse2(
    `${source.file.shownAs} has no service ${wanted}`,
    near ? `did you mean ${near}?` : "correct the name"
  );
}
__name(serviceIn, "serviceIn");

// src/stack/read/plain-model.rules.ts
var import_yaml4 = __toESM(require_dist(), 1);

// src/stack/interpolate.rules.ts
var NAME3 = /[_a-z][_a-z0-9]*/iy;
var OPERATION = /:?[-?+]/y;
var MAX_DEPTH = 20;
function interpolate(text3, variables) {
  return replace(text3, variables, 0);
}
__name(interpolate, "interpolate");
function replace(text3, variables, depth) {
  const faults = [];
  let value = "";
  let at = 0;
  while (at < text3.length) {
    const dollar = text3.indexOf("$", at);
    if (dollar === -1) break;
    value += text3.slice(at, dollar);
    const found = depth < MAX_DEPTH ? expression(text3, dollar + 1) : void 0;
    if (!found) return { value: "", faults: [...faults, { kind: "malformed", text: text3 }] };
    at = found.end;
    if (found.name === void 0) {
      value += "$";
      continue;
    }
    const result = resolve2({ ...found, name: found.name }, variables, depth);
    value += result.value;
    faults.push(...result.faults);
  }
  return { value: value + text3.slice(at), faults };
}
__name(replace, "replace");
function expression(text3, start) {
  if (text3[start] === "$") return { name: void 0, operation: "", rest: "", end: start + 1 };
  const isBraced = text3[start] === "{";
  const name = matchAt(NAME3, text3, isBraced ? start + 1 : start);
  if (name === void 0) return void 0;
  if (!isBraced) return { name, operation: "", rest: "", end: start + name.length };
  const after = start + 1 + name.length;
  if (text3[after] === "}") return { name, operation: "", rest: "", end: after + 1 };
  const operation = matchAt(OPERATION, text3, after);
  if (operation === void 0) return void 0;
  const from = after + operation.length;
  const close = closingBrace(text3, from);
  return close === -1 ? void 0 : { name, operation, rest: text3.slice(from, close), end: close + 1 };
}
__name(expression, "expression");
function matchAt(pattern, text3, at) {
  pattern.lastIndex = at;
  return pattern.exec(text3)?.[0];
}
__name(matchAt, "matchAt");
function closingBrace(text3, from) {
  let open2 = 0;
  for (let i = from; i < text3.length; i++) {
    if (text3[i] === "$" && text3[i + 1] === "{") open2++;
    else if (text3[i] === "}" && open2-- === 0) return i;
  }
  return -1;
}
__name(closingBrace, "closingBrace");
function resolve2({ name, operation, rest }, variables, depth) {
  const given = Object.hasOwn(variables, name) ? variables[name] : void 0;
  const isMissing2 = given === void 0 || given === "" && operation.startsWith(":");
  const sign = operation.at(-1);
  if (sign === "+") return isMissing2 ? { value: "", faults: [] } : replace(rest, variables, depth + 1);
  if (!isMissing2) return { value: given, faults: [] };
  if (sign === "-") return replace(rest, variables, depth + 1);
  return {
    value: "",
    faults: [sign === "?" ? { kind: "required", name, message: rest } : { kind: "unset", name }]
  };
}
__name(resolve2, "resolve");

// src/stack/read/plain-model.rules.ts
var SECTIONS5 = ["name", "include", "services", "networks", "volumes", "secrets", "configs"];
var MAX_NODES = 2e5;
var MAX_DEPTH2 = 100;
function plainModel(file, variables, origins) {
  const reading = new Reading(file, variables, origins);
  const model = {};
  const root = file.document.contents;
  try {
    if ((0, import_yaml4.isMap)(root)) reading.fill(model, root, []);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return { model: {}, faults: [], problem: error.message };
  }
  return { model, faults: reading.faults, problem: void 0 };
}
__name(plainModel, "plainModel");
var TooMuch = class extends Error {
  static {
    __name(this, "TooMuch");
  }
};
var Reading = class {
  static {
    __name(this, "Reading");
  }
  faults = [];
  #count = 0;
  #file;
  #variables;
  #origins;
  constructor(file, variables, origins) {
    this.#file = file;
    this.#variables = variables;
    this.#origins = origins;
  }
  fill(target, node, path12) {
    if (!(0, import_yaml4.isMap)(node)) return;
    for (const { key, value } of node.items) {
      if ((0, import_yaml4.isScalar)(key) && isMergeKey(key)) this.#mergeIn(target, value, path12);
      else {
        const name = (0, import_yaml4.isScalar)(key) ? keyText(key) : String(key);
        this.#place(target, name, key, value, [...path12, name]);
      }
    }
  }
  /** `<<:` gives what the mapping does not say itself. */
  #mergeIn(target, value, path12) {
    const source = this.#unalias(value);
    for (const node of (0, import_yaml4.isSeq)(source) ? source.items.map((item) => this.#unalias(item)) : [source]) {
      const merged = {};
      if (node) this.fill(merged, node, path12);
      for (const key of Object.keys(merged)) {
        if (Object.hasOwn(target, key)) continue;
        put(target, key, own(merged, key));
        this.#origins.copy(merged, key, target);
      }
    }
  }
  #place(target, name, keyNode, value, path12) {
    const [result, isSubstituted] = this.#value(value, path12);
    put(target, name, result);
    this.#origins.set(target, name, this.#placeOf(keyNode, isSubstituted), tagOf(value));
  }
  #value(given, path12) {
    if (++this.#count > MAX_NODES) throw new TooMuch("the aliases in it unfold to too much");
    if (path12.length > MAX_DEPTH2) throw new TooMuch("it is nested too deeply");
    const node = this.#unalias(given);
    if ((0, import_yaml4.isMap)(node)) {
      const made = {};
      this.fill(made, node, path12);
      return [made, false];
    }
    if ((0, import_yaml4.isSeq)(node)) {
      const made = [];
      for (const [i, item] of node.items.entries()) {
        const [value, isSubstituted] = this.#value(item, [...path12, String(i)]);
        made.push(value);
        const placed = (0, import_yaml4.isMap)(item) || (0, import_yaml4.isScalar)(item) || (0, import_yaml4.isAlias)(item) || (0, import_yaml4.isSeq)(item) ? item : node;
        this.#origins.set(made, i, this.#placeOf(placed, isSubstituted));
      }
      return [made, false];
    }
    return (0, import_yaml4.isScalar)(node) ? this.#scalar(node, path12) : [null, false];
  }
  #scalar(node, path12) {
    const value = scalarValue(node);
    if (typeof value !== "string" || !value.includes("$") || !SECTIONS5.includes(path12[0] ?? ""))
      return [value, false];
    const { value: replaced, faults } = interpolate(value, this.#variables);
    const place = this.#placeOf(node, false);
    for (const fault2 of faults) this.faults.push({ fault: fault2, place });
    return [replaced, replaced !== value];
  }
  #unalias(node) {
    const resolved = (0, import_yaml4.isAlias)(node) ? node.resolve(this.#file.document) : node;
    return resolved ?? null;
  }
  #placeOf(node, isSubstituted) {
    const place = { file: this.#file.shownAs, line: this.#file.lineOf(node) };
    return isSubstituted ? { ...place, isSubstituted } : place;
  }
};
var isMergeKey = /* @__PURE__ */ __name(({ value, source, type }) => typeof value === "symbol" || value === "<<" && type === "PLAIN" && source === "<<", "isMergeKey");
var keyText = /* @__PURE__ */ __name((key) => typeof key.value === "number" && key.source !== void 0 ? key.source : String(key.value), "keyText");
function scalarValue({ value, source = "" }) {
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "number")
    return typeof value === "symbol" ? String(value.description) : value ?? null;
  if (/^[-+]?0[0-7]+$/.test(source)) return Number.parseInt(source, 8);
  return Number.isFinite(value) && (Number.isSafeInteger(value) || !/^[-+]?\d+$/.test(source)) ? value : source;
}
__name(scalarValue, "scalarValue");
var tagOf = /* @__PURE__ */ __name((node) => {
  const tag = node && "tag" in node ? node.tag : void 0;
  return tag === "!reset" ? "reset" : tag === "!override" ? "override" : void 0;
}, "tagOf");

// src/stack/read/source-reader.ts
var MAX_FILES = 100;
var SourceReader = class {
  static {
    __name(this, "SourceReader");
  }
  /** Every file that was read. */
  files = [];
  #known = /* @__PURE__ */ new Map();
  variables;
  origins;
  found;
  shown;
  constructor(variables, origins, found, shown) {
    this.variables = variables;
    this.origins = origins;
    this.found = found;
    this.shown = shown;
  }
  /**
   * @param baseDir where its relative paths start; the file's own folder if it is not given
   * @param trail the files that led to it, for the circle to be seen
   * @throws `input` for a file that cannot be read or parsed
   */
  read(file, baseDir = path9.dirname(path9.resolve(file)), trail = []) {
    const key = `${path9.resolve(file)}\0${baseDir}`;
    const reading = this.#known.get(key) ?? this.#read(file, baseDir, trail);
    this.#known.set(key, reading);
    return reading;
  }
  async #read(place, baseDir, trail) {
    const { variables, origins, found } = this;
    const file = await readComposeFile(place, this.shown(place));
    if (!this.files.some((each) => each.path === file.path)) this.files.push(file);
    const { model, faults, problem } = plainModel(file, variables, origins);
    if (problem) found.add("error", "too-large", { file: file.shownAs, line: 1 }, problem);
    for (const { fault: fault2, place: place2 } of faults)
      found.add("error", `variable-${fault2.kind}`, place2, inWords3(fault2), { hint: wayOut(fault2) });
    canonicalise(model, { baseDir, origins, found });
    const source = { file, model };
    await withBases(source, this, [...trail, file.path]);
    return { file, model: await this.#withIncluded(source, [...trail, file.path]) };
  }
  /** Lays a file over what it includes. A service that both have is an error: neither is meant to win. */
  async #withIncluded({ file, model }, trail) {
    const included = own(model, "include");
    delete model.include;
    if (included === void 0 || included === null) return model;
    let base = {};
    for (const [i, item] of sequence(included).entries()) {
      const place = this.origins.of(sequence(included), i);
      const refuse2 = /* @__PURE__ */ __name((text3, hint) => this.found.add("error", "refused-key", place, `include: ${text3}`, { hint }), "refuse");
      const given = isMapping(item) ? own(item, "path") : item;
      const paths = (Array.isArray(given) ? given : [given]).filter((each) => typeof each === "string");
      if (paths.length === 0 || paths.some((each) => /^[a-z]+:|^git@/i.test(each)))
        refuse2("only files of this machine can be included", "give a path");
      else if (isMapping(item) && own(item, "env_file") != null)
        refuse2("env_file is not read", "give it with --env-file");
      else {
        const dir = isMapping(item) ? own(item, "project_directory") : void 0;
        const start = path9.resolve(
          path9.dirname(file.path),
          typeof dir === "string" ? dir : path9.dirname(paths[0] ?? "")
        );
        let one = {};
        for (const each of paths) {
          const other = beside(file, each);
          if (this.#isCircle(other, trail))
            refuse2(`${each} leads back to itself`, "take one of the includes out");
          else one = merge(one, (await this.read(other, start, trail)).model, this.origins);
        }
        this.found.translate(place, `include: ${inLine(item)}`, "");
        this.#refuseTwice(base, one);
        base = merge(base, one, this.origins);
      }
    }
    if (!Array.isArray(included))
      this.found.add("error", "wrong-type", this.origins.of(model, "include"), "include must be a list");
    this.#refuseTwice(base, model);
    return merge(base, model, this.origins);
  }
  #refuseTwice(base, top) {
    const services = mapping(own(top, "services"));
    for (const name of Object.keys(services))
      if (Object.hasOwn(mapping(own(base, "services")), name))
        this.found.add(
          "error",
          "contradiction",
          this.origins.of(services, name),
          "an included file has a service of this name too",
          {
            service: name,
            hint: "use extends, or give both files with --compose-file"
          }
        );
  }
  #isCircle(file, trail) {
    return trail.includes(file) || this.files.length > MAX_FILES;
  }
};
var beside = /* @__PURE__ */ __name((file, given) => path9.resolve(path9.dirname(file.path), given), "beside");
function inWords3(fault2) {
  switch (fault2.kind) {
    case "unset":
      return `the variable ${fault2.name} is not set`;
    case "required":
      return `the variable ${fault2.name} is required${fault2.message ? `: ${fault2.message}` : ""}`;
    case "malformed":
      return "a $ that begins no variable";
  }
}
__name(inWords3, "inWords");
var wayOut = /* @__PURE__ */ __name((fault2) => fault2.kind === "malformed" ? "write a plain dollar sign as $$" : `set it (--env ${fault2.name}=\u2026), or give a default in the file: \${${fault2.name}:-default}`, "wayOut");

// src/stack/read/read-files.ts
async function readFiles([first, ...rest], about) {
  const { variables, origins, found, shown } = about;
  const reader = new SourceReader(variables, origins, found, shown);
  const projectDir = path10.dirname(path10.resolve(first));
  const errors = [];
  let model = {};
  for (const file of [first, ...rest]) {
    try {
      model = merge(model, (await reader.read(file, projectDir)).model, origins);
    } catch (error) {
      if (!(error instanceof SwarmlineError)) throw error;
      errors.push(error);
    }
  }
  const [only] = errors;
  if (only && errors.length === 1) throw only;
  if (only)
    throw new SwarmlineError("input", errors.map((error) => error.message).join("; "), {
      ...only.hint === void 0 ? {} : { hint: only.hint },
      cause: only
    });
  const whole = settled(model, origins);
  return { files: reader.files, model: whole, declared: whole.version };
}
__name(readFiles, "readFiles");

// src/stack/read/variables.ts
import { readFile as readFile5 } from "node:fs/promises";

// src/stack/read/env-file.rules.ts
var ASSIGNMENT = /^(?:export[ \t]+)?(?<name>[A-Za-z_][\w.-]*)[ \t]*(?:=|:(?=[ \t]))[ \t]*/;
var BARE_NAME = /^(?:export[ \t]+)?[A-Za-z_][\w.-]*[ \t]*(?:#.*)?$/;
function parseEnvFile(text3, given, earlier = {}) {
  const variables = /* @__PURE__ */ Object.create(null);
  const faults = [];
  const lines = text3.replace(/^\uFEFF/, "").split(/\r?\n/);
  for (let i = 0; i < lines.length; i++) {
    const first = i + 1;
    const line = (lines[i] ?? "").trimStart();
    if (line === "" || line.startsWith("#") || BARE_NAME.test(line)) continue;
    const match = ASSIGNMENT.exec(line);
    const name = match?.groups?.name;
    if (!match || name === void 0) {
      faults.push({ line: first, what: "it is no KEY=VALUE" });
      continue;
    }
    const { raw, isLiteral, used, problem } = valueFrom(line.slice(match[0].length), lines.slice(i + 1));
    i += used;
    if (problem) faults.push({ line: first, what: `${name}: ${problem}` });
    else if (isLiteral) variables[name] = raw;
    else {
      const { value, faults: found } = interpolate(raw, { ...earlier, ...variables, ...given });
      variables[name] = value;
      faults.push(...found.map((fault2) => ({ line: first, what: `${name}: ${inWords4(fault2)}` })));
    }
  }
  return { variables: { ...variables }, faults };
}
__name(parseEnvFile, "parseEnvFile");
function valueFrom(rest, following) {
  const quote = rest[0];
  if (quote !== '"' && quote !== "'")
    return { raw: rest.replace(/(^|\s)#.*$/, "").trim(), isLiteral: false, used: 0 };
  let body = rest.slice(1);
  for (let used = 0; ; used++) {
    const end = closingQuote(body, quote);
    if (end !== -1) {
      if (!/^\s*(#.*)?$/.test(body.slice(end + 1)))
        return { raw: "", isLiteral: true, used, problem: "something follows the closing quote" };
      const inner = body.slice(0, end);
      return { raw: quote === '"' ? unescaped(inner) : inner, isLiteral: quote === "'", used };
    }
    const next = following[used];
    if (next === void 0) return { raw: "", isLiteral: true, used: 0, problem: "the quote is not closed" };
    body += `
${next}`;
  }
}
__name(valueFrom, "valueFrom");
function closingQuote(text3, quote) {
  for (let i = 0; i < text3.length; i++) {
    if (text3[i] === "\\" && quote === '"') i++;
    else if (text3[i] === quote) return i;
  }
  return -1;
}
__name(closingQuote, "closingQuote");
var ESCAPES = { n: "\n", r: "\r", t: "	", '"': '"', "\\": "\\", $: "$$" };
var unescaped = /* @__PURE__ */ __name((text3) => text3.replace(/\\([nrt"\\$])/g, (_, letter) => ESCAPES[letter] ?? ""), "unescaped");
function inWords4(fault2) {
  if (fault2.kind === "malformed") return "a $ in it begins no variable (write it in single quotes)";
  return fault2.kind === "unset" ? `the variable ${fault2.name} is not set` : `the variable ${fault2.name} is required`;
}
__name(inWords4, "inWords");

// src/stack/read/variables.ts
async function readVariables(envFiles2, given, found, shown) {
  let variables = {};
  for (const file of envFiles2) {
    const text3 = await readFile5(file, "utf8").catch((error) => {
      const why = error.code === "ENOENT" ? "there is no such file" : "it cannot be read";
      found.add("error", "missing-file", { file: shown(file), line: 1 }, why, { hint: "correct --env-file" });
      return "";
    });
    const { variables: read2, faults } = parseEnvFile(text3, given, variables);
    for (const { line, what } of faults)
      found.add("error", "bad-env-file", { file: shown(file), line }, what, {
        hint: "write KEY=VALUE, one on a line"
      });
    variables = { ...variables, ...read2 };
  }
  return { ...variables, ...given };
}
__name(readVariables, "readVariables");

// src/stack/load.ts
async function loadStack(request, fx) {
  const { plan, variables } = await inspect2(request);
  requireNoErrors(plan.findings);
  const { composeFiles, projectDir } = plan;
  await normalForm({ docker: request.docker, composeFiles, projectDir, variables }, fx);
  return plan;
}
__name(loadStack, "loadStack");
async function inspect2(request) {
  const [first, ...rest] = request.composeFiles;
  if (first === void 0)
    throw new SwarmlineError("usage", "no stack file is given", { hint: "name one with --compose-file" });
  const origins = new Origins();
  const shown = showPathsFrom(request.shownFrom ?? process.cwd());
  const found = collectFindings(shown(first));
  const variables = await readVariables(request.envFiles ?? [], request.variables, found, shown);
  const { files, model, declared } = await readFiles([first, ...rest], { variables, origins, found, shown });
  applyProfiles(model, request.profiles ?? [], origins, found);
  for (const [name, service] of Object.entries(mapping(own(model, "services"))))
    if (isMapping(service)) environmentValues(variables)(service, { name, origins, found });
  const existing = await existingFiles(model);
  toV3(model, { origins, found, isThere: /* @__PURE__ */ __name((file) => existing.has(file), "isThere") });
  requireServices(model, origins, found);
  const planned = await plannedFiles(
    model,
    origins,
    found,
    request.given ?? { secrets: [], configs: [] },
    shown
  );
  const source = { files, origins };
  const findings = judged2(found, source, lintStack(model, source), request.isStrict ?? false);
  return {
    variables,
    plan: {
      composeFiles: request.composeFiles.map((file) => path11.resolve(file)),
      projectDir: path11.dirname(path11.resolve(first)),
      version: typeof declared === "string" || typeof declared === "number" ? String(declared) : void 0,
      services: servicesOf(model),
      files: planned,
      networks: ownNames(model, "networks"),
      volumes: ownNames(model, "volumes"),
      warnings: findings.filter(({ severity }) => severity === "warning").map(asWarning),
      model,
      findings,
      translations: found.translations,
      source
    }
  };
}
__name(inspect2, "inspect");
function judged2(found, { files }, linted, isStrict) {
  const silences = files.flatMap((file) => silencesIn(file, collectFindings("")));
  const all = [...unsilenced(found.findings, silences), ...linted];
  const severe = all.map(
    (finding) => isStrict && STRICT.includes(finding.rule) ? { ...finding, severity: "error" } : finding
  );
  return inOrder(
    severe,
    files.map((file) => file.shownAs)
  );
}
__name(judged2, "judged");
var STRICT = ["ignored-key", "published-address"];
var asWarning = /* @__PURE__ */ __name(({ file, line, service, text: text3 }) => ({
  file,
  line,
  text: service === void 0 ? text3 : `service ${service}: ${text3}`
}), "asWarning");
function requireServices(model, origins, found) {
  const services = mapping(own(model, "services"));
  const hasNoServices = Object.keys(services).length === 0;
  if (hasNoServices && !found.findings.some(({ severity }) => severity === "error"))
    found.add("error", "no-services", origins.of(model, "services"), "no services", {
      hint: "a stack needs at least one"
    });
  for (const { name, image } of servicesOf(model))
    if (image === "")
      found.add("error", "no-image", origins.of(services, name), "it has no image", {
        service: name,
        hint: "a swarm runs images only: build it, push it, and name it with image:"
      });
}
__name(requireServices, "requireServices");

// src/stack/meshless.rules.ts
function applyMeshless(model) {
  return mapServices(model, (service) => {
    const ports = sequence(service.ports).flatMap(parsePort).map(onItsNode);
    const deploy3 = mapping(service.deploy);
    const isJob = String(deploy3.mode ?? "").endsWith("-job");
    const stopFirst = /* @__PURE__ */ __name((key) => ({ [key]: { ...mapping(deploy3[key]), order: "stop-first" } }), "stopFirst");
    const over = {
      endpoint_mode: "dnsrr",
      ...ports.length > 0 && !isJob ? { ...stopFirst("update_config"), ...stopFirst("rollback_config") } : {}
    };
    return { ...withDeploy(service, over), ...ports.length > 0 ? { ports } : {} };
  });
}
__name(applyMeshless, "applyMeshless");
var onItsNode = /* @__PURE__ */ __name(({ target, published, protocol }) => ({
  target,
  ...published === void 0 ? {} : { published },
  protocol,
  mode: "host"
}), "onItsNode");

// src/stack/resolve-environments.ts
import { readFile as readFile6 } from "node:fs/promises";

// src/stack/env-files.rules.ts
function parseEnvFile2(text3, variables) {
  const values = /* @__PURE__ */ new Map();
  for (const [index, raw] of text3.replace(/^\uFEFF/, "").split(/\r?\n/).entries()) {
    const line = raw.trimStart();
    if (line === "" || line.startsWith("#")) continue;
    const at = line.indexOf("=");
    const name = at < 0 ? line : line.slice(0, at);
    if (name === "") return { line: index + 1, fault: "there is no name before the =" };
    if (/\s/.test(name)) return { line: index + 1, fault: "a name holds no blanks" };
    if (at >= 0) values.set(name, line.slice(at + 1));
    else if (Object.hasOwn(variables, name)) values.set(name, variables[name] ?? "");
  }
  return { values: Object.fromEntries(values) };
}
__name(parseEnvFile2, "parseEnvFile");
function withEnvironment(service, files, variables) {
  const { env_file: _, ...rest } = service;
  const said = Object.assign({}, ...files, record(service.environment));
  if (Object.keys(said).length === 0) return rest;
  const environment = Object.entries(said).map(([name, value]) => [
    name,
    !value && Object.hasOwn(variables, name) ? variables[name] : value
  ]);
  return { ...rest, environment: Object.fromEntries(environment) };
}
__name(withEnvironment, "withEnvironment");

// src/stack/resolve-environments.ts
async function resolveEnvironments(model, variables, shown = showPathsFrom(process.cwd())) {
  const faults = [];
  const byService = /* @__PURE__ */ new Map();
  for (const [name, service] of serviceEntries(model))
    for (const file of texts(service.env_file)) {
      const parsed = await readFile6(file, "utf8").then(
        (text3) => parseEnvFile2(text3, variables),
        () => void 0
      );
      if (parsed === void 0) faults.push(`service ${name}: the env file ${shown(file)} cannot be read`);
      else if ("fault" in parsed) faults.push(`${shown(file)}:${parsed.line}: ${parsed.fault}`);
      else byService.set(name, [...byService.get(name) ?? [], parsed.values]);
    }
  if (faults.length > 0)
    throw new SwarmlineError("input", faults.join("; "), {
      hint: "an env file holds one NAME=VALUE on each line"
    });
  return mapServices(model, (service, name) => withEnvironment(service, byService.get(name) ?? [], variables));
}
__name(resolveEnvironments, "resolveEnvironments");

// src/stack/settings/settings-notes.rules.ts
var DEFAULT_MONITOR_MS3 = 5e3;
function notesOn(service, definition) {
  const deploy3 = mapping(definition.deploy);
  return [
    ...sideNotes("update_config", mapping(deploy3.update_config), definition),
    ...sideNotes("rollback_config", mapping(deploy3.rollback_config), definition)
  ].map((note) => ({ service, ...note }));
}
__name(notesOn, "notesOn");
function sideNotes(side, rolling, definition) {
  const deploy3 = mapping(definition.deploy);
  const isGlobal2 = deploy3.mode === "global";
  const isStartFirst = rolling.order === "start-first";
  const isIgnoringFailures = rolling.failure_action === "continue";
  const monitorMs2 = durationMs(text(rolling.monitor));
  const delayMs2 = durationMs(text(rolling.delay)) ?? 0;
  const effectiveMs = monitorMs2 || DEFAULT_MONITOR_MS3;
  const parallelism = rolling.parallelism === void 0 ? 1 : Number(rolling.parallelism);
  const replicas = deploy3.replicas === void 0 ? 1 : Number(deploy3.replicas);
  const note = /* @__PURE__ */ __name((isSo, hasEffect, words2) => isSo ? [{ hasEffect, text: `${side}.${words2}` }] : [], "note");
  return [
    ...note(
      isStartFirst && hasHostPorts(definition),
      true,
      "order: start-first never gets done with a port in host mode: the old task has the port (use stop-first)"
    ),
    ...note(monitorMs2 === 0, false, `monitor: 0s means docker's default, ${DEFAULT_MONITOR_MS3 / 1e3}s`),
    ...note(
      delayMs2 >= effectiveMs && parallelism > 0,
      true,
      `delay: ${showDuration(delayMs2)} is not shorter than monitor (${showDuration(effectiveMs)}): the swarm then watches each task for ${showDuration(delayMs2 + 1e3)}`
    ),
    ...note(
      Number(rolling.max_failure_ratio ?? 0) > 0 && isIgnoringFailures,
      false,
      "max_failure_ratio has no effect with failure_action: continue"
    ),
    ...note(
      isIgnoringFailures && side === "update_config",
      true,
      "failure_action: continue updates every task even when the first ones fail"
    ),
    ...note(
      !isGlobal2 && delayMs2 > 0 && (parallelism === 0 || parallelism >= replicas),
      false,
      `delay has no effect: ${parallelism === 0 ? "all" : parallelism} tasks change at a time, of ${replicas}`
    ),
    ...note(
      side === "rollback_config" && rolling.failure_action === "rollback",
      false,
      "failure_action: rollback is not for a rollback: docker knows pause and continue there"
    )
  ];
}
__name(sideNotes, "sideNotes");
function hasHostPorts(definition) {
  return sequence(definition.ports).some((port) => mapping(port).mode === "host");
}
__name(hasHostPorts, "hasHostPorts");

// src/stack/settings/apply-settings.rules.ts
function applySettings(model, settings) {
  requireKnown(model, settings);
  const notes = [];
  const applied = mapServices(model, (service, name) => {
    const own2 = Object.hasOwn(settings.byService, name) ? settings.byService[name] : void 0;
    const wanted = {
      update: { ...settings.all.update, ...own2?.update },
      rollback: { ...settings.all.rollback, ...own2?.rollback }
    };
    const isJob = text(mapping(service.deploy).mode).endsWith("-job");
    if (isJob) {
      const isAsked = [...Object.values(wanted.update), ...Object.values(wanted.rollback)].length > 0;
      if (isAsked) notes.push({ service: name, hasEffect: false, text: "a job is not updated in steps" });
      return service;
    }
    const result = withSettings(service, wanted);
    notes.push(...notesOn(name, result));
    return result;
  });
  return { model: applied, notes };
}
__name(applySettings, "applySettings");
function requireKnown(model, { byService }) {
  const names = serviceEntries(model).map(([name]) => name);
  const unknown = Object.keys(byService).filter((name) => !names.includes(name));
  if (unknown.length === 0) return;
  const faults = unknown.map((name) => {
    const meant = nearest(name, names);
    return `the stack has no service ${name}${meant ? `: is it ${meant}?` : ""}`;
  });
  throw new SwarmlineError("usage", faults.join("; "), { hint: `its services are ${names.join(", ")}` });
}
__name(requireKnown, "requireKnown");
function withSettings(service, { update, rollback }) {
  const deploy3 = mapping(service.deploy);
  const over = {
    ...laidOver("update_config", deploy3, update),
    ...laidOver("rollback_config", deploy3, rollback)
  };
  return Object.keys(over).length > 0 ? withDeploy(service, over) : service;
}
__name(withSettings, "withSettings");
function laidOver(key, deploy3, rolling) {
  const over = inCompose(rolling);
  return Object.keys(over).length > 0 ? { [key]: { ...mapping(deploy3[key]), ...over } } : {};
}
__name(laidOver, "laidOver");
function inCompose(rolling) {
  const { parallelism, delayMs: delayMs2, order, monitorMs: monitorMs2, failureAction, maxFailureRatio } = rolling;
  return Object.fromEntries(
    Object.entries({
      parallelism,
      delay: delayMs2 === void 0 ? void 0 : showDuration(delayMs2),
      order,
      monitor: monitorMs2 === void 0 ? void 0 : showDuration(monitorMs2),
      failure_action: failureAction,
      max_failure_ratio: maxFailureRatio
    }).filter(([, value]) => value !== void 0)
  );
}
__name(inCompose, "inCompose");

// src/stack/settings/parse-settings.rules.ts
var PARSERS = {
  parallelism: /* @__PURE__ */ __name((text3) => /^\d{1,6}$/.test(text3) ? { value: { parallelism: Number(text3) } } : { fault: "a number of tasks, 0 for all" }, "parallelism"),
  delay: /* @__PURE__ */ __name((text3) => duration4(text3, (delayMs2) => ({ delayMs: delayMs2 })), "delay"),
  monitor: /* @__PURE__ */ __name((text3) => duration4(text3, (monitorMs2) => ({ monitorMs: monitorMs2 })), "monitor"),
  order: /* @__PURE__ */ __name((text3) => text3 === "start-first" || text3 === "stop-first" ? { value: { order: text3 } } : { fault: "start-first or stop-first" }, "order"),
  "failure-action": /* @__PURE__ */ __name((text3) => text3 === "pause" || text3 === "continue" || text3 === "rollback" ? { value: { failureAction: text3 } } : { fault: "pause, continue or rollback" }, "failure-action"),
  "max-failure-ratio": /* @__PURE__ */ __name((text3) => /^(?:0|1|0?\.\d+|[01]\.0+)$/.test(text3) ? { value: { maxFailureRatio: Number(text3) } } : { fault: "a part between 0 and 1, such as 0.2" }, "max-failure-ratio")
};
var duration4 = /* @__PURE__ */ __name((text3, make) => {
  const ms = durationMs(text3);
  return ms === void 0 ? { fault: "a duration such as 15s or 1m30s" } : { value: make(ms) };
}, "duration");
var NAMES = Object.keys(PARSERS);
var LINE2 = /^(?:(?<service>[^=]+)\.)?(?<side>update-|rollback-)?(?<name>[a-z-]+)=(?<text>.*)$/;
function parseSettings(lines) {
  const faults = [];
  const all = { update: {}, rollback: {} };
  const byService = /* @__PURE__ */ new Map();
  for (const line of lines.map((each) => each.trim())) {
    if (line === "" || line.startsWith("#")) continue;
    const parsed = parseLine(line);
    if ("fault" in parsed) faults.push(parsed.fault);
    else {
      const { service, side, value } = parsed;
      const of = service === void 0 ? all : byService.get(service) ?? { update: {}, rollback: {} };
      Object.assign(of[side], value);
      if (service !== void 0) byService.set(service, of);
    }
  }
  if (faults.length > 0)
    throw new SwarmlineError("usage", faults.join("; "), {
      hint: "write [SERVICE.][rollback-]NAME=VALUE, such as backend.delay=15s"
    });
  return { all, byService: Object.fromEntries(byService) };
}
__name(parseSettings, "parseSettings");
function parseLine(line) {
  const shown = JSON.stringify(line);
  const { service, side, name = "", text: text3 = "" } = LINE2.exec(line)?.groups ?? {};
  const parse = Object.hasOwn(PARSERS, name) ? PARSERS[name] : void 0;
  if (!parse) {
    const meant = nearest(name, NAMES);
    return {
      fault: `${shown} is no setting${meant ? `: is it ${meant}?` : `: they are ${NAMES.join(", ")}`}`
    };
  }
  const parsed = parse(text3.trim());
  if ("fault" in parsed) return { fault: `${shown}: ${name} takes ${parsed.fault}` };
  if (side === "rollback-" && parsed.value.failureAction === "rollback")
    return { fault: `${shown}: a rollback cannot be rolled back: pause or continue` };
  return { service, side: side === "rollback-" ? "rollback" : "update", value: parsed.value };
}
__name(parseLine, "parseLine");

// src/images/image-config.ts
var TIMEOUT_MS3 = 5e3;
async function configOnEngines([first, ...others], reference, fx) {
  if (!first) return void 0;
  const ask = /* @__PURE__ */ __name(async (client) => {
    try {
      const path12 = `/images/${withoutTag(reference)}/json`;
      const options = { timeoutMs: TIMEOUT_MS3, signal: fx.signal };
      return (await client.json("GET", path12, options)).Config ?? {};
    } catch (error) {
      if (fx.signal.aborted) throw error;
      if (!(error instanceof EngineAnswerError) || error.status !== 404)
        fx.log.debug(`an engine could not be asked for ${reference}: ${String(error)}`);
      return void 0;
    }
  }, "ask");
  const found = await ask(first);
  if (found) return found;
  return (await Promise.all(others.map(ask))).find((config) => config !== void 0);
}
__name(configOnEngines, "configOnEngines");
function withoutTag(reference) {
  const [name = "", digest] = reference.split("@");
  return digest === void 0 ? reference : `${name.replace(/:[^:/]*$/, "")}@${digest}`;
}
__name(withoutTag, "withoutTag");

// src/images/registry-config.ts
import { createHash as createHash3 } from "node:crypto";

// src/images/registry-fetch.ts
async function withRegistryFetch(work) {
  const [{ default: undici }, { getProxyUrl }] = await Promise.all([
    import("./undici-JSKI65QT.js"),
    import("./proxy-CLPAKUO3.js")
  ]);
  const { Agent, fetch, Pool, ProxyAgent } = undici;
  const agent = new Agent({
    factory: /* @__PURE__ */ __name((origin, options) => {
      const proxy = getProxyUrl(new URL(origin));
      if (!proxy) return new Pool(origin, options);
      return new ProxyAgent({ ...options, uri: proxy.hostname ? proxy.href : `http://${proxy.href}` });
    }, "factory")
  });
  try {
    return await work((input, init) => fetch(input, { ...init, dispatcher: agent }));
  } finally {
    await agent.destroy();
  }
}
__name(withRegistryFetch, "withRegistryFetch");

// src/images/registry-config.ts
var ACCEPT = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json"
].join(", ");
var DIGEST3 = /^sha256:[0-9a-f]{64}$/;
var MOST_BYTES = 4 * 1024 * 1024;
async function configInRegistry(question, fx) {
  const signal = AbortSignal.any([fx.signal, AbortSignal.timeout(question.timeoutMs)]);
  try {
    return await withRegistryFetch((fetch) => read(question, fetch, signal));
  } catch (error) {
    if (fx.signal.aborted) throw error;
    fx.log.debug(`the registry does not tell the configuration of ${question.reference}: ${String(error)}`);
    return void 0;
  }
}
__name(configInRegistry, "configInRegistry");
async function read(question, fetch, signal) {
  const { domain, repository, digest } = parseReference(question.reference);
  if (digest === void 0) return void 0;
  const base = `${baseOf2(domain)}/v2/${repository}`;
  let authorization;
  const ask = /* @__PURE__ */ __name(async (path12) => {
    const headers = { accept: ACCEPT, ...authorization ? { authorization } : {} };
    return fetch(`${base}/${path12}`, { headers, signal });
  }, "ask");
  const get = /* @__PURE__ */ __name(async (kind, wanted) => {
    if (typeof wanted !== "string" || !DIGEST3.test(wanted)) throw new Error("no digest that is known here");
    let answer = await ask(`${kind}/${wanted}`);
    if (answer.status === 401 && authorization === void 0) {
      await answer.body?.cancel();
      authorization = await authorize(
        answer.headers.get("www-authenticate") ?? "",
        repository,
        question.login,
        fetch,
        signal
      );
      answer = await ask(`${kind}/${wanted}`);
    }
    const bytes = await bytesOf2(answer);
    if (`sha256:${createHash3("sha256").update(bytes).digest("hex")}` !== wanted)
      throw new Error(`${kind} ${wanted}: other bytes than those that it names`);
    return jsonOf(bytes.toString("utf8"));
  }, "get");
  const top = await get("manifests", digest);
  const manifest = Array.isArray(top.manifests) ? await get("manifests", ofPlatform(top.manifests, question.architecture)?.digest) : top;
  const { config } = await get("blobs", record4(manifest.config).digest);
  return record4(config);
}
__name(read, "read");
var ofPlatform = /* @__PURE__ */ __name((manifests, architecture) => manifests.map(record4).find(({ platform }) => {
  const { os, architecture: own2 } = record4(platform);
  return os === "linux" && own2 === architecture;
}), "ofPlatform");
function baseOf2(domain) {
  if (domain === HUB) return "https://registry-1.docker.io";
  return isHere(domain) ? `http://${domain}` : `https://${domain}`;
}
__name(baseOf2, "baseOf");
var isHere = /* @__PURE__ */ __name((host) => /^(?:127(?:\.\d+){3}|localhost|\[::1\])(?::\d+)?$/.test(host), "isHere");
async function authorize(challenge, repository, login, fetch, signal) {
  const basic = login && `Basic ${Buffer.from(`${login.username}:${login.password}`).toString("base64")}`;
  if (/^basic\b/i.test(challenge) && basic) return basic;
  const asked2 = Object.fromEntries(
    [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value])
  );
  if (!/^bearer\b/i.test(challenge) || !asked2.realm) throw new Error("it wants a login that is not there");
  const realm = new URL(asked2.realm);
  if (realm.protocol !== "https:" && !isHere(realm.host)) throw new Error("it gives its tokens without TLS");
  if (asked2.service) realm.searchParams.set("service", asked2.service);
  realm.searchParams.set("scope", `repository:${repository}:pull`);
  const answer = await fetch(realm, { headers: basic ? { authorization: basic } : {}, signal });
  const { token, access_token } = jsonOf((await bytesOf2(answer)).toString("utf8"));
  const given = token ?? access_token;
  if (typeof given !== "string" || !/^[\x21-\x7e]+$/.test(given)) throw new Error("it gives no token");
  return `Bearer ${given}`;
}
__name(authorize, "authorize");
async function bytesOf2(answer) {
  if (!answer.ok || !answer.body) {
    await answer.body?.cancel();
    throw new Error(`it answers ${answer.status}`);
  }
  const chunks = [];
  let size = 0;
  for await (const chunk of answer.body) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error("its answer is too long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
__name(bytesOf2, "bytesOf");
var jsonOf = /* @__PURE__ */ __name((text3) => record4(JSON.parse(text3)), "jsonOf");
var record4 = /* @__PURE__ */ __name((value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {}, "record");

// src/stack/lint/known-image.rules.ts
function knownImage(config) {
  const test = isMapping(config.Healthcheck) ? own(config.Healthcheck, "Test") : void 0;
  const [how] = texts3(test);
  const entrypoint = texts3(config.Entrypoint);
  return {
    hasHealthcheck: how !== void 0 && how !== "" && how !== "NONE",
    stopSignal: typeof config.StopSignal === "string" && config.StopSignal !== "" ? config.StopSignal : "SIGTERM",
    user: typeof config.User === "string" ? config.User : "",
    entrypoint,
    command: [...entrypoint, ...texts3(config.Cmd)]
  };
}
__name(knownImage, "knownImage");
var texts3 = /* @__PURE__ */ __name((value) => Array.isArray(value) ? value.filter((each) => typeof each === "string") : [], "texts");

// src/usecases/deploy/look-at-images.ts
var REGISTRY_MS = 3e3;
async function lookAtImages({ model, services }, pinned, swarm, fx) {
  const clients = [.../* @__PURE__ */ new Set([swarm.manager, ...swarm.nodes.map((node) => node.client)])];
  const byDigest = new Map(serviceEntries(pinned).map(([name, { image }]) => [name, text(image)]));
  const definitions = new Map(serviceEntries(model));
  const asked2 = /* @__PURE__ */ new Map();
  for (const { name, image, ports } of services) {
    const isWanted = ports.length > 0 && isHealthOfImage(definitions.get(name) ?? {});
    const reference = byDigest.get(name) ?? image;
    asked2.set(image, { reference, isWanted: isWanted || (asked2.get(image)?.isWanted ?? false) });
  }
  const known = await Promise.all(
    [...asked2].map(async ([image, { reference, isWanted }]) => {
      const config = await configOnEngines(clients, reference, fx);
      const isAsked = config === void 0 && isWanted && !swarm.cluster && isPinned(reference);
      return [image, isAsked ? await fromRegistry(reference, swarm, fx) : config];
    })
  );
  return Object.fromEntries(known.flatMap(([image, config]) => config ? [[image, knownImage(config)]] : []));
}
__name(lookAtImages, "lookAtImages");
async function fromRegistry(reference, { manager, dockerConfigDir, ownDockerConfigDir }, fx) {
  const version2 = await manager.json("GET", "/version", { signal: fx.signal }).catch((error) => {
    if (fx.signal.aborted) throw error;
  });
  if (!version2) return void 0;
  const found = await registryLogin(dockerConfigDir ?? ownDockerConfigDir, reference, fx, REGISTRY_MS);
  const login = found && "username" in found ? found : void 0;
  return configInRegistry({ reference, architecture: version2.Arch, login, timeoutMs: REGISTRY_MS }, fx);
}
__name(fromRegistry, "fromRegistry");

// src/usecases/deploy/prepare.ts
async function load(source, defaults, docker, fx) {
  const { composeFiles, shownFrom, envFiles: envFiles2, profiles, isStrict, contents } = source;
  const variables = { ...defaults, ...source.variables };
  const settings = parseSettings(source.settings);
  const digests = parseDigests(source.digests);
  const given = { secrets: Object.keys(contents.secrets ?? {}), configs: Object.keys(contents.configs ?? {}) };
  const plan = await loadStack(
    { composeFiles, shownFrom, envFiles: envFiles2, profiles, isStrict, variables, docker, given },
    fx
  );
  return { plan, variables, settings, digests };
}
__name(load, "load");
async function withPrepared(source, loaded, swarm, keyMode, fx, work) {
  const { stack, isPruning } = source;
  const { plan, variables, settings, digests } = loaded;
  const { manager: client } = swarm;
  const { projectDir } = plan;
  const shown = showPathsFrom(source.shownFrom ?? process.cwd());
  const contents = await gatherContents({
    model: plan.model,
    projectDir,
    variables,
    given: source.contents,
    shown
  });
  const key = await contentKey(client, stack, keyMode, fx);
  return withContentFiles(swarmNames(stack, plan.model, contents, key), async (files) => {
    const complete = await resolveEnvironments(withContents(plan.model, files), variables, shown);
    const set = applySettings(complete, settings);
    const meshed = swarm.cluster?.hasMesh ?? true ? set.model : applyMeshless(set.model);
    const { model, unpinned } = await pin(digests, source.unresolvedImages, meshed, swarm, fx);
    const [current, images] = await Promise.all([
      persist(() => readCurrent(client, stack, fx.signal), fx),
      lookAtImages(plan, model, swarm, fx)
    ]);
    const changes = planChanges(model, stack, current, { isPruning, isResolving: unpinned.length > 0 });
    return work({
      plan,
      model,
      current,
      changes,
      notes: set.notes,
      unpinned,
      findings: lintAgain(plan, images)
    });
  });
}
__name(withPrepared, "withPrepared");
function pin(digests, unresolved, model, { manager, dockerConfigDir, cluster }, fx) {
  const standIns = (cluster?.standIns ?? []).map((made) => [made.reference, made.digest]);
  const known = { ...Object.fromEntries(standIns), ...digests };
  return fx.log.step("Look up the digests of the images", async () => {
    const ask = /* @__PURE__ */ __name((image) => persist(() => askRegistry(manager, dockerConfigDir, image, fx), fx), "ask");
    return pinImages(model, await resolveImages(model, known, ask), { unresolved });
  });
}
__name(pin, "pin");
var findingsOf = /* @__PURE__ */ __name(({ findings, unpinned }) => findings.filter(
  ({ rule, service }) => rule !== "latest-without-digest" || unpinned.some((image) => service === void 0 || image.services.includes(service))
), "findingsOf");
function requireAcceptable({ stack, services }) {
  const refused4 = services.filter((service) => service.refusal !== void 0);
  if (refused4.length === 0) return;
  throw new SwarmlineError(
    "deploy-failed",
    `deploying ${stack}: ${refused4.map(({ name, refusal }) => `service ${name}: ${refusal}`).join("; ")}`
  );
}
__name(requireAcceptable, "requireAcceptable");

// src/usecases/deploy/deploy.ts
async function deploy2(request, home, fx, listener = {}) {
  const { stack, owner, lockWait } = request;
  const { loaded, docker } = await open(request, home, fx);
  const swarm = await openSwarm(request.target, home, fx);
  try {
    await openPublished(swarm, loaded.plan);
    return await withStackLock(
      { client: swarm.manager, stack, owner, wait: lockWait },
      fx,
      (within) => withPrepared(request, loaded, swarm, "make", within, async (prepared) => {
        tell(prepared, within);
        await listener.planned?.(prepared.changes);
        requireAcceptable(prepared.changes);
        for (const line of notesOf(prepared)) within.log.warn(line);
        for (const line of changesInWords(prepared.changes)) within.log.info(line);
        return carryOut({ request, prepared, swarm, docker }, within);
      })
    );
  } finally {
    await swarm.close();
  }
}
__name(deploy2, "deploy");
async function planDeploy(request, home, fx) {
  const { loaded } = await open(request, home, fx);
  const swarm = await openSwarm(request.target, home, fx);
  try {
    return await withPrepared(request, loaded, swarm, "look", fx, async (prepared) => ({
      summary: changesInWords(prepared.changes),
      changes: prepared.changes,
      findings: findingsOf(prepared),
      translations: prepared.plan.translations,
      notes: notesOf(prepared),
      stages: stagesOf(prepared.model, request.stages)
    }));
  } finally {
    await swarm.close();
  }
}
__name(planDeploy, "planDeploy");
async function open(request, home, fx) {
  const { defaults, dockerConfigDir } = await ofTarget(request, home);
  const docker = await dockerCommand(dockerConfigDir, home, fx);
  return { docker, loaded: await load(request, defaults, docker, fx) };
}
__name(open, "open");
function tell(prepared, fx) {
  for (const finding of findingsOf(prepared)) {
    const line = `${inWords(finding)}${finding.hint ? ` \u2014 ${finding.hint}` : ""} (${finding.rule})`;
    if (finding.severity === "warning") fx.log.warn(line);
    else fx.log.debug(line);
  }
  for (const { file, line, from, to } of prepared.plan.translations)
    fx.log.info(`${file}:${line}: ${from} \u2192 ${to || "left out"}`);
}
__name(tell, "tell");
var notesOf = /* @__PURE__ */ __name(({ notes, unpinned }) => [
  ...notes.map(({ service, text: text3 }) => `service ${service}: ${text3}`),
  ...unpinned.map(
    ({ image, why }) => `${image} has no digest, so nodes may come to run different versions: ${why}`
  )
], "notesOf");
async function openPublished({ cluster, nodes, openPort }, plan) {
  if (!cluster) return;
  const ports = plan.services.flatMap((service) => service.ports).filter((port) => port.protocol === "tcp");
  for (const { published } of ports)
    if (published !== void 0) for (const node of nodes) await openPort(node.address, published);
}
__name(openPublished, "openPublished");
async function ofTarget({ target }, { stateDir }) {
  if (target.kind === "existing") return { defaults: {}, dockerConfigDir: target.dockerConfigDir };
  const { registry } = await readCluster(stateDir, target.name);
  return { defaults: { REGISTRY: registry.reference }, dockerConfigDir: registry.dockerConfigDir };
}
__name(ofTarget, "ofTarget");
export {
  deploy2 as deploy,
  planDeploy
};
