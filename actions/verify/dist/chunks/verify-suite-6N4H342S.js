import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  COUNTER_EXPECTED,
  REQUESTS_AT_ONCE,
  ROUTING_MESH_EXPECTED,
  bucketsOf,
  classifyAnswer,
  count,
  createDemultiplexer,
  createHistogram,
  exchange,
  fail,
  inconclusive,
  judgeCounter,
  judgeRoutingMesh,
  judgeSpread,
  measureService,
  mergeInto,
  openSwarm,
  pass,
  percent,
  percentileOf,
  plainWords,
  readVisits,
  record,
  runForBytes,
  runInContainer,
  skipped,
  summarise,
  worst
} from "./chunk-XZWYSEF4.js";
import {
  LABEL,
  demultiplex,
  waitFor
} from "./chunk-HHXNTNE5.js";
import {
  EngineAnswerError,
  importImage,
  isGone,
  isOutOfSequence,
  packArchive,
  readProgress
} from "./chunk-VBFSNNBE.js";
import {
  SwarmlineError,
  classify,
  explain
} from "./chunk-JYPIC24A.js";
import {
  __commonJS,
  __export,
  __name,
  __require,
  __toESM
} from "./chunk-IOXRIZOB.js";

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
    var isAlias = /* @__PURE__ */ __name((node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === ALIAS, "isAlias");
    var isDocument = /* @__PURE__ */ __name((node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === DOC, "isDocument");
    var isMap3 = /* @__PURE__ */ __name((node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === MAP, "isMap");
    var isPair = /* @__PURE__ */ __name((node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === PAIR, "isPair");
    var isScalar4 = /* @__PURE__ */ __name((node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === SCALAR, "isScalar");
    var isSeq = /* @__PURE__ */ __name((node2) => !!node2 && typeof node2 === "object" && node2[NODE_TYPE] === SEQ, "isSeq");
    function isCollection(node2) {
      if (node2 && typeof node2 === "object")
        switch (node2[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    __name(isCollection, "isCollection");
    function isNode(node2) {
      if (node2 && typeof node2 === "object")
        switch (node2[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR:
          case SEQ:
            return true;
        }
      return false;
    }
    __name(isNode, "isNode");
    var hasAnchor = /* @__PURE__ */ __name((node2) => (isScalar4(node2) || isCollection(node2)) && !!node2.anchor, "hasAnchor");
    exports.ALIAS = ALIAS;
    exports.DOC = DOC;
    exports.MAP = MAP;
    exports.NODE_TYPE = NODE_TYPE;
    exports.PAIR = PAIR;
    exports.SCALAR = SCALAR;
    exports.SEQ = SEQ;
    exports.hasAnchor = hasAnchor;
    exports.isAlias = isAlias;
    exports.isCollection = isCollection;
    exports.isDocument = isDocument;
    exports.isMap = isMap3;
    exports.isNode = isNode;
    exports.isPair = isPair;
    exports.isScalar = isScalar4;
    exports.isSeq = isSeq;
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
    function visit2(node2, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node2)) {
        const cd = visit_(null, node2.contents, visitor_, Object.freeze([node2]));
        if (cd === REMOVE)
          node2.contents = null;
      } else
        visit_(null, node2, visitor_, Object.freeze([]));
    }
    __name(visit2, "visit");
    visit2.BREAK = BREAK;
    visit2.SKIP = SKIP;
    visit2.REMOVE = REMOVE;
    function visit_(key, node2, visitor, path6) {
      const ctrl = callVisitor(key, node2, visitor, path6);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path6, ctrl);
        return visit_(key, ctrl, visitor, path6);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node2)) {
          path6 = Object.freeze(path6.concat(node2));
          for (let i = 0; i < node2.items.length; ++i) {
            const ci = visit_(i, node2.items[i], visitor, path6);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node2.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node2)) {
          path6 = Object.freeze(path6.concat(node2));
          const ck = visit_("key", node2.key, visitor, path6);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node2.key = null;
          const cv = visit_("value", node2.value, visitor, path6);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node2.value = null;
        }
      }
      return ctrl;
    }
    __name(visit_, "visit_");
    async function visitAsync(node2, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node2)) {
        const cd = await visitAsync_(null, node2.contents, visitor_, Object.freeze([node2]));
        if (cd === REMOVE)
          node2.contents = null;
      } else
        await visitAsync_(null, node2, visitor_, Object.freeze([]));
    }
    __name(visitAsync, "visitAsync");
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key, node2, visitor, path6) {
      const ctrl = await callVisitor(key, node2, visitor, path6);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path6, ctrl);
        return visitAsync_(key, ctrl, visitor, path6);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node2)) {
          path6 = Object.freeze(path6.concat(node2));
          for (let i = 0; i < node2.items.length; ++i) {
            const ci = await visitAsync_(i, node2.items[i], visitor, path6);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node2.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node2)) {
          path6 = Object.freeze(path6.concat(node2));
          const ck = await visitAsync_("key", node2.key, visitor, path6);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node2.key = null;
          const cv = await visitAsync_("value", node2.value, visitor, path6);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node2.value = null;
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
    function callVisitor(key, node2, visitor, path6) {
      if (typeof visitor === "function")
        return visitor(key, node2, path6);
      if (identity.isMap(node2))
        return visitor.Map?.(key, node2, path6);
      if (identity.isSeq(node2))
        return visitor.Seq?.(key, node2, path6);
      if (identity.isPair(node2))
        return visitor.Pair?.(key, node2, path6);
      if (identity.isScalar(node2))
        return visitor.Scalar?.(key, node2, path6);
      if (identity.isAlias(node2))
        return visitor.Alias?.(key, node2, path6);
      return void 0;
    }
    __name(callVisitor, "callVisitor");
    function replaceNode(key, path6, node2) {
      const parent = path6[path6.length - 1];
      if (identity.isCollection(parent)) {
        parent.items[key] = node2;
      } else if (identity.isPair(parent)) {
        if (key === "key")
          parent.key = node2;
        else
          parent.value = node2;
      } else if (identity.isDocument(parent)) {
        parent.contents = node2;
      } else {
        const pt = identity.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    __name(replaceNode, "replaceNode");
    exports.visit = visit2;
    exports.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit2 = require_visit();
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
        const name3 = parts.shift();
        switch (name3) {
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
            onError(0, `Unknown directive ${name3}`, true);
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
          } catch (error2) {
            onError(String(error2));
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
          visit2.visit(doc.contents, (_key, node2) => {
            if (identity.isNode(node2) && node2.tag)
              tags[node2.tag] = true;
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
    var visit2 = require_visit();
    function anchorIsValid(anchor2) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor2)) {
        const sa = JSON.stringify(anchor2);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    __name(anchorIsValid, "anchorIsValid");
    function anchorNames(root) {
      const anchors = /* @__PURE__ */ new Set();
      visit2.visit(root, {
        Value(_key, node2) {
          if (node2.anchor)
            anchors.add(node2.anchor);
        }
      });
      return anchors;
    }
    __name(anchorNames, "anchorNames");
    function findNewAnchor(prefix, exclude) {
      for (let i = 1; true; ++i) {
        const name3 = `${prefix}${i}`;
        if (!exclude.has(name3))
          return name3;
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
          const anchor2 = findNewAnchor(prefix, prevAnchors);
          prevAnchors.add(anchor2);
          return anchor2;
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
              const error2 = new Error("Failed to resolve repeated object (this should not happen)");
              error2.source = source;
              throw error2;
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
          for (const { count: count3, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count3);
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
    var visit2 = require_visit();
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
        let nodes2;
        if (ctx?.aliasResolveCache) {
          nodes2 = ctx.aliasResolveCache;
        } else {
          nodes2 = [];
          visit2.visit(doc, {
            Node: /* @__PURE__ */ __name((_key, node2) => {
              if (identity.isAlias(node2) || identity.hasAnchor(node2))
                nodes2.push(node2);
            }, "Node")
          });
          if (ctx)
            ctx.aliasResolveCache = nodes2;
        }
        let found = void 0;
        for (const node2 of nodes2) {
          if (node2 === this)
            break;
          if (node2.anchor === this.source)
            found = node2;
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
    function getAliasCount(doc, node2, anchors2) {
      if (identity.isAlias(node2)) {
        const source = node2.resolve(doc);
        const anchor2 = anchors2 && source && anchors2.get(source);
        return anchor2 ? anchor2.count * anchor2.aliasCount : 0;
      } else if (identity.isCollection(node2)) {
        let count3 = 0;
        for (const item of node2.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count3)
            count3 = c;
        }
        return count3;
      } else if (identity.isPair(node2)) {
        const kc = getAliasCount(doc, node2.key, anchors2);
        const vc = getAliasCount(doc, node2.value, anchors2);
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
    var isScalarValue = /* @__PURE__ */ __name((value) => !value || typeof value !== "function" && typeof value !== "object", "isScalarValue");
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
    exports.isScalarValue = isScalarValue;
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
          const node3 = new Scalar.Scalar(value);
          if (ref)
            ref.node = node3;
          return node3;
        }
        tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
      }
      const node2 = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
      if (tagName)
        node2.tag = tagName;
      else if (!tagObj.default)
        node2.tag = tagObj.tag;
      if (ref)
        ref.node = node2;
      return node2;
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
    function collectionFromPath(schema, path6, value) {
      let v = value;
      for (let i = path6.length - 1; i >= 0; --i) {
        const k = path6[i];
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
    var isEmptyPath = /* @__PURE__ */ __name((path6) => path6 == null || typeof path6 === "object" && !!path6[Symbol.iterator]().next().done, "isEmptyPath");
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
      addIn(path6, value) {
        if (isEmptyPath(path6))
          this.add(value);
        else {
          const [key, ...rest] = path6;
          const node2 = this.get(key, true);
          if (identity.isCollection(node2))
            node2.addIn(rest, value);
          else if (node2 === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path6) {
        const [key, ...rest] = path6;
        if (rest.length === 0)
          return this.delete(key);
        const node2 = this.get(key, true);
        if (identity.isCollection(node2))
          return node2.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path6, keepScalar) {
        const [key, ...rest] = path6;
        const node2 = this.get(key, true);
        if (rest.length === 0)
          return !keepScalar && identity.isScalar(node2) ? node2.value : node2;
        else
          return identity.isCollection(node2) ? node2.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node2) => {
          if (!identity.isPair(node2))
            return false;
          const n = node2.value;
          return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path6) {
        const [key, ...rest] = path6;
        if (rest.length === 0)
          return this.has(key);
        const node2 = this.get(key, true);
        return identity.isCollection(node2) ? node2.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path6, value) {
        const [key, ...rest] = path6;
        if (rest.length === 0) {
          this.set(key, value);
        } else {
          const node2 = this.get(key, true);
          if (identity.isCollection(node2))
            node2.setIn(rest, value);
          else if (node2 === void 0 && this.schema)
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
    function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text.length <= endStep)
        return text;
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
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text[i + 1]) {
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
            i = consumeMoreIndentedLines(text, i, indent.length);
          end = i + indent.length + endStep;
          split = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text[i + 1];
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
                ch = text[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text;
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
        return text;
      if (onFold)
        onFold();
      let res = text.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold = folds[i2];
        const end2 = folds[i2 + 1] || text.length;
        if (fold === 0)
          res = `
${indent}${text.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold])
            res += `${text[fold]}\\`;
          res += `
${indent}${text.slice(fold + 1, end2)}`;
        }
      }
      return res;
    }
    __name(foldFlowLines, "foldFlowLines");
    function consumeMoreIndentedLines(text, i, indent) {
      let end = i;
      let start = i + 1;
      let ch = text[start];
      while (ch === " " || ch === "	") {
        if (i < start + indent) {
          ch = text[++i];
        } else {
          do {
            ch = text[++i];
          } while (ch && ch !== "\n");
          end = i;
          start = i + 1;
          ch = text[start];
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
      const limit2 = lineWidth - indentLength;
      const strLen = str.length;
      if (strLen <= limit2)
        return false;
      for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start > limit2)
            return true;
          start = i + 1;
          if (strLen - start <= limit2)
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
      const literal2 = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
      if (!value)
        return literal2 ? "|\n" : ">\n";
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
      if (!literal2) {
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
        const name3 = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name3} value`);
      }
      return tagObj;
    }
    __name(getTagObject, "getTagObject");
    function stringifyProps(node2, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor2 = (identity.isScalar(node2) || identity.isCollection(node2)) && node2.anchor;
      if (anchor2 && anchors.anchorIsValid(anchor2)) {
        anchors$1.add(anchor2);
        props.push(`&${anchor2}`);
      }
      const tag = node2.tag ?? (tagObj.default ? null : tagObj.tag);
      if (tag)
        props.push(doc.directives.tagString(tag));
      return props.join(" ");
    }
    __name(stringifyProps, "stringifyProps");
    function stringify(item, ctx, onComment, onChompKeep) {
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
      const node2 = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: /* @__PURE__ */ __name((o) => tagObj = o, "onTagObj") });
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node2));
      const props = stringifyProps(node2, tagObj, ctx);
      if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node2, ctx, onComment, onChompKeep) : identity.isScalar(node2) ? stringifyString.stringifyString(node2, ctx, onComment, onChompKeep) : node2.toString(ctx, onComment, onChompKeep);
      if (!props)
        return str;
      return identity.isScalar(node2) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
    }
    __name(stringify, "stringify");
    exports.createStringifyContext = createStringifyContext;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyPair.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var stringify = require_stringify();
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
      let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
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
      const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
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
    var isMergeKey = /* @__PURE__ */ __name((ctx, key) => (merge2.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge2.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge2.tag && tag.default), "isMergeKey");
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
    exports.isMergeKey = isMergeKey;
    exports.merge = merge2;
  }
});

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports) {
    "use strict";
    var log = require_log();
    var merge2 = require_merge();
    var stringify = require_stringify();
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
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = /* @__PURE__ */ new Set();
        for (const node2 of ctx.anchors.keys())
          strCtx.anchors.add(node2.anchor);
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
        const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
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
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyCollection(collection, ctx, options) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify2 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify2(collection, ctx, options);
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
        let str2 = stringify.stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
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
        let str = stringify.stringify(item, itemCtx, () => comment = null);
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
        if (i < items.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines.reduce((sum2, line) => sum2 + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
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
          const len = lines.reduce((sum2, line) => sum2 + line.length + 2, 2);
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
      add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
          _pair = pair;
        else if (!pair || typeof pair !== "object" || !("key" in pair)) {
          _pair = new Pair.Pair(pair, pair?.value);
        } else
          _pair = new Pair.Pair(pair.key, pair.value);
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
        const node2 = it?.value;
        return (!keepScalar && identity.isScalar(node2) ? node2.value : node2) ?? void 0;
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
    var string3 = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "string", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: /* @__PURE__ */ __name((str) => str, "resolve"),
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
    exports.string = string3;
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
      stringify(node2) {
        const num = Number(node2.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node2);
      }
    };
    var float = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node2 = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node2.minFractionDigits = str.length - dot - 1;
        return node2;
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
    function intStringify(node2, radix, prefix) {
      const { value } = node2;
      if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
      return stringifyNumber.stringifyNumber(node2);
    }
    __name(intStringify, "intStringify");
    var intOct = {
      identify: /* @__PURE__ */ __name((value) => intIdentify(value) && value >= 0, "identify"),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 2, 8, opt), "resolve"),
      stringify: /* @__PURE__ */ __name((node2) => intStringify(node2, 8, "0o"), "stringify")
    };
    var int2 = {
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
      stringify: /* @__PURE__ */ __name((node2) => intStringify(node2, 16, "0x"), "stringify")
    };
    exports.int = int2;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  "node_modules/yaml/dist/schema/core/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null4 = require_null();
    var seq = require_seq();
    var string3 = require_string();
    var bool = require_bool();
    var float = require_float();
    var int2 = require_int();
    var schema = [
      map.map,
      seq.seq,
      string3.string,
      _null4.nullTag,
      bool.boolTag,
      int2.intOct,
      int2.int,
      int2.intHex,
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
            const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
            if (item.commentBefore)
              pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}
${pair.key.commentBefore}` : item.commentBefore;
            if (item.comment) {
              const cn = pair.value ?? pair.key;
              cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
            }
            item = pair;
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
      const pairs2 = new YAMLSeq.YAMLSeq(schema);
      pairs2.tag = "tag:yaml.org,2002:pairs";
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
          pairs2.items.push(Pair.createPair(key, value, ctx));
        }
      return pairs2;
    }
    __name(createPairs, "createPairs");
    var pairs = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
    exports.createPairs = createPairs;
    exports.pairs = pairs;
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
    var pairs = require_pairs();
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
        for (const pair of this.items) {
          let key, value;
          if (identity.isPair(pair)) {
            key = toJS.toJS(pair.key, "", ctx);
            value = toJS.toJS(pair.value, key, ctx);
          } else {
            key = toJS.toJS(pair, "", ctx);
          }
          if (map.has(key))
            throw new Error("Ordered maps must not include duplicate keys");
          map.set(key, value);
        }
        return map;
      }
      static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
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
        const pairs$1 = pairs.resolvePairs(seq, onError);
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
      stringify(node2) {
        const num = Number(node2.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node2);
      }
    };
    var float = {
      identify: /* @__PURE__ */ __name((value) => typeof value === "number", "identify"),
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node2 = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node2.minFractionDigits = f.length;
        }
        return node2;
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
    function intStringify(node2, radix, prefix) {
      const { value } = node2;
      if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
      }
      return stringifyNumber.stringifyNumber(node2);
    }
    __name(intStringify, "intStringify");
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 2, 2, opt), "resolve"),
      stringify: /* @__PURE__ */ __name((node2) => intStringify(node2, 2, "0b"), "stringify")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: /* @__PURE__ */ __name((str, _onError, opt) => intResolve(str, 1, 8, opt), "resolve"),
      stringify: /* @__PURE__ */ __name((node2) => intStringify(node2, 8, "0"), "stringify")
    };
    var int2 = {
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
      stringify: /* @__PURE__ */ __name((node2) => intStringify(node2, 16, "0x"), "stringify")
    };
    exports.int = int2;
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
        let pair;
        if (identity.isPair(key))
          pair = key;
        else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null)
          pair = new Pair.Pair(key.key, null);
        else
          pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
          this.items.push(pair);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
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
    function stringifySexagesimal(node2) {
      let { value } = node2;
      let num = /* @__PURE__ */ __name((n) => n, "num");
      if (typeof value === "bigint")
        num = /* @__PURE__ */ __name((n) => BigInt(n), "num");
      else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node2);
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
        let date2 = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date2 -= 6e4 * d;
        }
        return new Date(date2);
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
    var _null4 = require_null();
    var seq = require_seq();
    var string3 = require_string();
    var binary = require_binary();
    var bool = require_bool2();
    var float = require_float2();
    var int2 = require_int2();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var set = require_set();
    var timestamp = require_timestamp();
    var schema = [
      map.map,
      seq.seq,
      string3.string,
      _null4.nullTag,
      bool.trueTag,
      bool.falseTag,
      int2.intBin,
      int2.intOct,
      int2.int,
      int2.intHex,
      float.floatNaN,
      float.floatExp,
      float.float,
      binary.binary,
      merge2.merge,
      omap.omap,
      pairs.pairs,
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
    var _null4 = require_null();
    var seq = require_seq();
    var string3 = require_string();
    var bool = require_bool();
    var float = require_float();
    var int2 = require_int();
    var schema = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema.schema],
      ["failsafe", [map.map, seq.seq, string3.string]],
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
      int: int2.int,
      intHex: int2.intHex,
      intOct: int2.intOct,
      intTime: timestamp.intTime,
      map: map.map,
      merge: merge2.merge,
      null: _null4.nullTag,
      omap: omap.omap,
      pairs: pairs.pairs,
      seq: seq.seq,
      set: set.set,
      timestamp: timestamp.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge2.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs.pairs,
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
    var string3 = require_string();
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
        Object.defineProperty(this, identity.SCALAR, { value: string3.string });
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
    var stringify = require_stringify();
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
      const ctx = stringify.createStringifyContext(doc, options);
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
        let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
        if (contentComment)
          body += stringifyComment.lineComment(body, "", commentString(contentComment));
        if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") {
          lines[lines.length - 1] = `--- ${body}`;
        } else
          lines.push(body);
      } else {
        lines.push(stringify.stringify(doc.contents, ctx));
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
      addIn(path6, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path6, value);
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
      createAlias(node2, name3) {
        if (!node2.anchor) {
          const prev = anchors.anchorNames(this);
          node2.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name3 || prev.has(name3) ? anchors.findNewAnchor(name3 || "a", prev) : name3;
        }
        return new Alias.Alias(node2.anchor);
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
        const node2 = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node2))
          node2.flow = true;
        setAnchors();
        return node2;
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
      deleteIn(path6) {
        if (Collection.isEmptyPath(path6)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path6) : false;
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
      getIn(path6, keepScalar) {
        if (Collection.isEmptyPath(path6))
          return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity.isCollection(this.contents) ? this.contents.getIn(path6, keepScalar) : void 0;
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
      hasIn(path6) {
        if (Collection.isEmptyPath(path6))
          return this.contents !== void 0;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path6) : false;
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
      setIn(path6, value) {
        if (Collection.isEmptyPath(path6)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path6), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path6, value);
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
          for (const { count: count3, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count3);
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
      constructor(name3, pos, code, message) {
        super();
        this.name = name3;
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
    var prettifyError = /* @__PURE__ */ __name((src, lc) => (error2) => {
      if (error2.pos[0] === -1)
        return;
      error2.linePos = error2.pos.map((pos) => lc.linePos(pos));
      const { line, col } = error2.linePos[0];
      error2.message += ` at line ${line}, column ${col}`;
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
        let count3 = 1;
        const end = error2.linePos[1];
        if (end?.line === line && end.col > col) {
          count3 = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count3);
        error2.message += `:

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
      let anchor2 = null;
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
            if (anchor2 || tag)
              newlineAfterProp = token;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor2)
              onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token.source.endsWith(":"))
              onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor2 = token;
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
            if (anchor2 || tag)
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
        anchor: anchor2,
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
    function mapIncludes(ctx, items, search2) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual2 = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
      return items.some((pair) => isEqual2(pair.key, search2));
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
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
        } else {
          if (implicitKey)
            onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
          if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair = new Pair.Pair(keyNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          map.items.push(pair);
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
        const node2 = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node2.range[2];
        seq.items.push(node2);
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
          const pair = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair.srcToken = collItem;
          if (isMap3) {
            const map = coll;
            if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map.items.push(pair);
          } else {
            const map = new YAMLMap.YAMLMap(ctx.schema);
            map.flow = true;
            map.items.push(pair);
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
        const name3 = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name3} must end with a ${expectedEnd}` : `${name3} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
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
        const { anchor: anchor2, newlineAfterProp: nl } = props;
        const lastProp = anchor2 && tagToken ? anchor2.offset > tagToken.offset ? anchor2 : tagToken : anchor2 ?? tagToken;
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
      const node2 = identity.isNode(res) ? res : new Scalar.Scalar(res);
      node2.range = coll.range;
      node2.tag = tagName;
      if (tag?.format)
        node2.format = tag.format;
      return node2;
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
    function resolveBlockScalar(ctx, scalar2, onError) {
      const start = scalar2.offset;
      const header = parseBlockScalarHeader(scalar2, ctx.options.strict, onError);
      if (!header)
        return { value: "", type: null, comment: "", range: [start, start, start] };
      const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines = scalar2.source ? splitLines(scalar2.source) : [];
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
        if (scalar2.source)
          end2 += scalar2.source.length;
        return { value: value2, type, comment: header.comment, range: [start, end2, end2] };
      }
      let trimIndent = scalar2.indent + header.indent;
      let offset = scalar2.offset + header.length;
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
      const end = start + header.length + scalar2.source.length;
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
      let error2 = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent && n)
            indent = n;
          else if (error2 === -1)
            error2 = offset + i;
        }
      }
      if (error2 !== -1)
        onError(error2, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
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
    function resolveFlowScalar(scalar2, strict, onError) {
      const { offset, type, source, end } = scalar2;
      let _type;
      let value;
      const _onError = /* @__PURE__ */ __name((rel, code, msg) => onError(offset + rel, code, msg), "_onError");
      switch (type) {
        case "scalar":
          _type = Scalar.Scalar.PLAIN;
          value = plainValue2(source, _onError);
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
          onError(scalar2, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
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
    function plainValue2(source, onError) {
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
    __name(plainValue2, "plainValue");
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
      const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
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
      let scalar2;
      try {
        const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
        scalar2 = identity.isScalar(res) ? res : new Scalar.Scalar(res);
      } catch (error2) {
        const msg = error2 instanceof Error ? error2.message : String(error2);
        onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
        scalar2 = new Scalar.Scalar(value);
      }
      scalar2.range = range;
      scalar2.source = value;
      if (type)
        scalar2.type = type;
      if (tagName)
        scalar2.tag = tagName;
      if (tag.format)
        scalar2.format = tag.format;
      if (comment)
        scalar2.comment = comment;
      return scalar2;
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
      const { spaceBefore, comment, anchor: anchor2, tag } = props;
      let node2;
      let isSrcToken = true;
      switch (token.type) {
        case "alias":
          node2 = composeAlias(ctx, token, onError);
          if (anchor2 || tag)
            onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node2 = composeScalar.composeScalar(ctx, token, tag, onError);
          if (anchor2)
            node2.anchor = anchor2.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node2 = composeCollection.composeCollection(CN, ctx, token, props, onError);
            if (anchor2)
              node2.anchor = anchor2.source.substring(1);
          } catch (error2) {
            const message = error2 instanceof Error ? error2.message : String(error2);
            onError(token, "RESOURCE_EXHAUSTION", message);
          }
          break;
        default: {
          const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
          onError(token, "UNEXPECTED_TOKEN", message);
          isSrcToken = false;
        }
      }
      node2 ?? (node2 = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
      if (anchor2 && node2.anchor === "")
        onError(anchor2, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx.options.stringKeys && (!identity.isScalar(node2) || typeof node2.value !== "string" || node2.tag && node2.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node2.spaceBefore = true;
      if (comment) {
        if (token.type === "scalar" && token.source === "")
          node2.comment = comment;
        else
          node2.commentBefore = comment;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node2.srcToken = token;
      return node2;
    }
    __name(composeNode, "composeNode");
    function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor: anchor2, tag, end }, onError) {
      const token = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ""
      };
      const node2 = composeScalar.composeScalar(ctx, token, tag, onError);
      if (anchor2) {
        node2.anchor = anchor2.source.substring(1);
        if (node2.anchor === "")
          onError(anchor2, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node2.spaceBefore = true;
      if (comment) {
        node2.comment = comment;
        node2.range[2] = end;
      }
      return node2;
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
            const error2 = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error2);
            else
              this.doc.errors.push(error2);
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
    var stringify = /* @__PURE__ */ __name((cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst), "stringify");
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
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  "node_modules/yaml/dist/parse/cst-visit.js"(exports) {
    "use strict";
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove item");
    function visit2(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    __name(visit2, "visit");
    visit2.BREAK = BREAK;
    visit2.SKIP = SKIP;
    visit2.REMOVE = REMOVE;
    visit2.itemAtPath = (cst, path6) => {
      let item = cst;
      for (const [field, index] of path6) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit2.parentCollection = (cst, path6) => {
      const parent = visit2.itemAtPath(cst, path6.slice(0, -1));
      const field = path6[path6.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path6, item, visitor) {
      let ctrl = visitor(item, path6);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field of ["key", "value"]) {
        const token = item[field];
        if (token && "items" in token) {
          for (let i = 0; i < token.items.length; ++i) {
            const ci = _visit(Object.freeze(path6.concat([[field, i]])), token.items[i], visitor);
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
            ctrl = ctrl(item, path6);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path6) : ctrl;
    }
    __name(_visit, "_visit");
    exports.visit = visit2;
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
    var isScalar4 = /* @__PURE__ */ __name((token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar"), "isScalar");
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
    exports.isScalar = isScalar4;
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
    var Lexer = class {
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
    exports.Lexer = Lexer;
  }
});

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  "node_modules/yaml/dist/parse/line-counter.js"(exports) {
    "use strict";
    var LineCounter3 = class {
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
    exports.LineCounter = LineCounter3;
  }
});

// node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  "node_modules/yaml/dist/parse/parser.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var cst = require_cst();
    var lexer = require_lexer();
    function includesToken(list, type) {
      for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
          return true;
      return false;
    }
    __name(includesToken, "includesToken");
    function findNonEmptyIndex(list) {
      for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
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
      *pop(error2) {
        const token = error2 ?? this.stack.pop();
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
      *scalar(scalar2) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start = getFirstKeyStartProps(prev);
          let sep;
          if (scalar2.end) {
            sep = scalar2.end;
            sep.push(this.sourceToken);
            delete scalar2.end;
          } else
            sep = [this.sourceToken];
          const map = {
            type: "block-map",
            offset: scalar2.offset,
            indent: scalar2.indent,
            items: [{ start, key: scalar2, sep }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map;
        } else
          yield* this.lineEnd(scalar2);
      }
      *blockScalar(scalar2) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar2.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar2.source = this.source;
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
    function parseAllDocuments3(source, options = {}) {
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
    __name(parseAllDocuments3, "parseAllDocuments");
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
    function parse3(src, reviver, options) {
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
    __name(parse3, "parse");
    function stringify(value, replacer, options) {
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
    __name(stringify, "stringify");
    exports.parse = parse3;
    exports.parseAllDocuments = parseAllDocuments3;
    exports.parseDocument = parseDocument;
    exports.stringify = stringify;
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
    var visit2 = require_visit();
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
    exports.visit = visit2.visit;
    exports.visitAsync = visit2.visitAsync;
  }
});

// src/verify/run/redact.rules.ts
var REDACTED = "[secret]";
function createRedactor() {
  const known = /* @__PURE__ */ new Set();
  let longestFirst = [];
  const clean = /* @__PURE__ */ __name((text) => {
    let kept = text;
    for (const secret2 of longestFirst) kept = withoutCutEnd(kept.replaceAll(secret2, REDACTED), secret2);
    return kept;
  }, "clean");
  const walk2 = /* @__PURE__ */ __name((value) => {
    if (typeof value === "string") return clean(value);
    if (typeof value === "number" || typeof value === "bigint")
      return known.has(String(value)) ? REDACTED : value;
    if (Array.isArray(value)) return value.map(walk2);
    if (value instanceof Map) return walk2([...value]);
    if (value instanceof Set) return walk2([...value]);
    if (value && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [clean(key), walk2(inner)]));
    return value;
  }, "walk");
  return {
    register(secret2) {
      for (const form of formsOf(Buffer.from(secret2))) if (form !== "") known.add(form);
      longestFirst = [...known].sort((a, b) => b.length - a.length);
    },
    redact: /* @__PURE__ */ __name((value) => known.size === 0 ? value : walk2(value), "redact")
  };
}
__name(createRedactor, "createRedactor");
function formsOf(bytes) {
  const whole = bytes.toString("utf8");
  const bare = whole.replace(/[\r\n]+$/, "");
  return [whole, bare, bare.trim()].flatMap((text) => {
    const raw = Buffer.from(text);
    return [
      text,
      text.replace(/\s+/g, " "),
      JSON.stringify(text).slice(1, -1),
      encodeURIComponent(text.toWellFormed()),
      // The end of base64 depends on what follows: its padding may not be there.
      raw.toString("base64").replace(/=+$/, ""),
      raw.toString("base64url"),
      raw.toString("hex"),
      raw.toString("hex").toUpperCase()
    ];
  });
}
__name(formsOf, "formsOf");
var SHORTEST_PIECE = 4;
function withoutCutEnd(text, secret2) {
  const end = text.endsWith("\u2026") ? text.length - 1 : text.length;
  for (let length = Math.min(secret2.length - 1, end); length >= SHORTEST_PIECE; length--)
    if (text.startsWith(secret2.slice(0, length), end - length))
      return text.slice(0, end - length) + REDACTED + text.slice(end);
  return text;
}
__name(withoutCutEnd, "withoutCutEnd");

// src/effects/cleanup.ts
function forCleanup(fx, deadlineMs = 9e4) {
  const signal = AbortSignal.timeout(deadlineMs);
  return { ...fx, signal, exec: fx.exec.renewed?.(signal) ?? fx.exec };
}
__name(forCleanup, "forCleanup");

// node_modules/zod/v4/core/util.js
var util_exports = {};
__export(util_exports, {
  BIGINT_FORMAT_RANGES: () => BIGINT_FORMAT_RANGES,
  CONSTANT_CATCH: () => CONSTANT_CATCH,
  Class: () => Class,
  NUMBER_FORMAT_RANGES: () => NUMBER_FORMAT_RANGES,
  aborted: () => aborted,
  allowsEval: () => allowsEval,
  assert: () => assert,
  assertEqual: () => assertEqual,
  assertIs: () => assertIs,
  assertNever: () => assertNever,
  assertNotEqual: () => assertNotEqual,
  assignProp: () => assignProp,
  attachSchema: () => attachSchema,
  base64ToUint8Array: () => base64ToUint8Array,
  base64urlToUint8Array: () => base64urlToUint8Array,
  cached: () => cached,
  captureStackTrace: () => captureStackTrace,
  cleanEnum: () => cleanEnum,
  cleanRegex: () => cleanRegex,
  clone: () => clone,
  cloneDef: () => cloneDef,
  codePointLength: () => codePointLength,
  constantCatch: () => constantCatch,
  createTransparentProxy: () => createTransparentProxy,
  defineLazy: () => defineLazy,
  defineLazyInternal: () => defineLazyInternal,
  derived: () => derived,
  esc: () => esc,
  escapeRegex: () => escapeRegex,
  explicitlyAborted: () => explicitlyAborted,
  extend: () => extend,
  finalizeIssue: () => finalizeIssue,
  floatSafeRemainder: () => floatSafeRemainder,
  getElementAtPath: () => getElementAtPath,
  getEnumValues: () => getEnumValues,
  getLengthableOrigin: () => getLengthableOrigin,
  getParsedType: () => getParsedType,
  getSizableOrigin: () => getSizableOrigin,
  hexToUint8Array: () => hexToUint8Array,
  hide: () => hide,
  installLazyProp: () => installLazyProp,
  isObject: () => isObject,
  isPlainObject: () => isPlainObject,
  issue: () => issue,
  joinValues: () => joinValues,
  jsonStringifyReplacer: () => jsonStringifyReplacer,
  members: () => members,
  merge: () => merge,
  mergeDefs: () => mergeDefs,
  normalizeParams: () => normalizeParams,
  nullish: () => nullish,
  numKeys: () => numKeys,
  objectClone: () => objectClone,
  omit: () => omit,
  optionalKeys: () => optionalKeys,
  own: () => own,
  parsedType: () => parsedType,
  partial: () => partial,
  pick: () => pick,
  prefixIssues: () => prefixIssues,
  primitiveTypes: () => primitiveTypes,
  promiseAllObject: () => promiseAllObject,
  propertyKeyTypes: () => propertyKeyTypes,
  randomString: () => randomString,
  rawShape: () => rawShape,
  required: () => required,
  safeExtend: () => safeExtend,
  shallowClone: () => shallowClone,
  sizeCaps: () => sizeCaps,
  slugify: () => slugify,
  stringifyPrimitive: () => stringifyPrimitive,
  toZod: () => toZod,
  uint8ArrayToBase64: () => uint8ArrayToBase64,
  uint8ArrayToBase64url: () => uint8ArrayToBase64url,
  uint8ArrayToHex: () => uint8ArrayToHex,
  unwrapMessage: () => unwrapMessage
});
function assertEqual(val) {
  return val;
}
__name(assertEqual, "assertEqual");
function assertNotEqual(val) {
  return val;
}
__name(assertNotEqual, "assertNotEqual");
function toZod() {
  return (schema) => schema;
}
__name(toZod, "toZod");
function assertIs(_arg) {
}
__name(assertIs, "assertIs");
function assertNever(_x) {
  throw new Error("Unexpected value in exhaustive check");
}
__name(assertNever, "assertNever");
function assert(_) {
}
__name(assert, "assert");
function getEnumValues(entries) {
  const numericValues = Object.values(entries).filter((v) => typeof v === "number");
  const values = Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
  return values;
}
__name(getEnumValues, "getEnumValues");
function joinValues(array2, separator = "|") {
  return array2.map((val) => stringifyPrimitive(val)).join(separator);
}
__name(joinValues, "joinValues");
function jsonStringifyReplacer(_, value) {
  if (typeof value === "bigint")
    return value.toString();
  return value;
}
__name(jsonStringifyReplacer, "jsonStringifyReplacer");
var Cached = class {
  static {
    __name(this, "Cached");
  }
  constructor(getter) {
    this._getter = getter;
    this._value = void 0;
  }
  get value() {
    const getter = this._getter;
    if (getter !== void 0) {
      this._value = getter();
      this._getter = void 0;
    }
    return this._value;
  }
};
function cached(getter) {
  return new Cached(getter);
}
__name(cached, "cached");
function nullish(input) {
  return input === null || input === void 0;
}
__name(nullish, "nullish");
function cleanRegex(source) {
  const start = source.startsWith("^") ? 1 : 0;
  const end = source.endsWith("$") ? source.length - 1 : source.length;
  return source.slice(start, end);
}
__name(cleanRegex, "cleanRegex");
function floatSafeRemainder(val, step) {
  const ratio = val / step;
  const roundedRatio = Math.round(ratio);
  const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
  if (Math.abs(ratio - roundedRatio) < tolerance)
    return 0;
  return ratio - roundedRatio;
}
__name(floatSafeRemainder, "floatSafeRemainder");
var EVALUATING = /* @__PURE__ */ Symbol("evaluating");
function defineLazy(object, key, getter) {
  let value = void 0;
  Object.defineProperty(object, key, {
    get() {
      if (value === EVALUATING) {
        return void 0;
      }
      if (value === void 0) {
        value = EVALUATING;
        value = getter();
      }
      return value;
    },
    set(v) {
      Object.defineProperty(object, key, {
        value: v
        // configurable: true,
      });
    },
    configurable: true
  });
}
__name(defineLazy, "defineLazy");
function objectClone(obj) {
  return Object.create(Object.getPrototypeOf(obj), Object.getOwnPropertyDescriptors(obj));
}
__name(objectClone, "objectClone");
function assignProp(target, prop, value) {
  Object.defineProperty(target, prop, {
    value,
    writable: true,
    enumerable: true,
    configurable: true
  });
}
__name(assignProp, "assignProp");
function rawShape(def) {
  const desc = Object.getOwnPropertyDescriptor(def, "shape");
  return desc?.get ? desc.get.raw : desc?.value;
}
__name(rawShape, "rawShape");
function sourceShape(schema) {
  return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
__name(sourceShape, "sourceShape");
function deferProp(target, key, getter) {
  Object.defineProperty(target, key, {
    get() {
      const value = getter();
      assignProp(this, key, value);
      return value;
    },
    enumerable: true,
    configurable: true
  });
}
__name(deferProp, "deferProp");
function putProp(target, key, value) {
  if (key in target)
    assignProp(target, key, value);
  else
    target[key] = value;
}
__name(putProp, "putProp");
function mirrorShape(target, source, keys, wrap) {
  const raw = sourceShape(source);
  for (const key of keys) {
    const desc = Object.getOwnPropertyDescriptor(raw, key);
    if (!desc.enumerable)
      continue;
    if (desc.get) {
      deferProp(target, key, () => {
        const value = source._zod.def.shape[key];
        return wrap ? wrap(value, key) : value;
      });
    } else
      putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
  }
}
__name(mirrorShape, "mirrorShape");
function mirrorProps(target, source) {
  for (const key of Reflect.ownKeys(source)) {
    const desc = Object.getOwnPropertyDescriptor(source, key);
    if (!desc.enumerable)
      continue;
    if (desc.get)
      deferProp(target, key, () => source[key]);
    else
      putProp(target, key, desc.value);
  }
}
__name(mirrorProps, "mirrorProps");
function mergeDefs(...defs) {
  const mergedDescriptors = {};
  for (const def of defs) {
    const descriptors = Object.getOwnPropertyDescriptors(def);
    Object.assign(mergedDescriptors, descriptors);
  }
  return Object.defineProperties({}, mergedDescriptors);
}
__name(mergeDefs, "mergeDefs");
function cloneDef(schema) {
  return mergeDefs(schema._zod.def);
}
__name(cloneDef, "cloneDef");
function getElementAtPath(obj, path6) {
  if (!path6)
    return obj;
  return path6.reduce((acc, key) => acc?.[key], obj);
}
__name(getElementAtPath, "getElementAtPath");
function promiseAllObject(promisesObj) {
  const keys = Object.keys(promisesObj);
  const promises = keys.map((key) => promisesObj[key]);
  return Promise.all(promises).then((results) => {
    const resolvedObj = {};
    for (let i = 0; i < keys.length; i++) {
      resolvedObj[keys[i]] = results[i];
    }
    return resolvedObj;
  });
}
__name(promiseAllObject, "promiseAllObject");
function randomString(length = 10) {
  const chars = "abcdefghijklmnopqrstuvwxyz";
  let str = "";
  for (let i = 0; i < length; i++) {
    str += chars[Math.floor(Math.random() * chars.length)];
  }
  return str;
}
__name(randomString, "randomString");
function esc(str) {
  return JSON.stringify(str);
}
__name(esc, "esc");
function slugify(input) {
  return input.toLowerCase().trim().replace(/[^\w\s-]/g, "").replace(/[\s_-]+/g, "-").replace(/^-+|-+$/g, "");
}
__name(slugify, "slugify");
var captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {
};
function isObject(data) {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
__name(isObject, "isObject");
var allowsEval = /* @__PURE__ */ cached(() => {
  if (globalConfig.jitless) {
    return false;
  }
  if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) {
    return false;
  }
  try {
    const F = Function;
    new F("");
    return true;
  } catch (_) {
    return false;
  }
});
function isPlainObject(o) {
  if (isObject(o) === false)
    return false;
  const ctor = o.constructor;
  if (ctor === void 0)
    return true;
  if (typeof ctor !== "function")
    return true;
  const prot = ctor.prototype;
  if (isObject(prot) === false)
    return false;
  if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) {
    return false;
  }
  return true;
}
__name(isPlainObject, "isPlainObject");
function shallowClone(o) {
  if (isPlainObject(o))
    return { ...o };
  if (Array.isArray(o))
    return [...o];
  if (o instanceof Map)
    return new Map(o);
  if (o instanceof Set)
    return new Set(o);
  return o;
}
__name(shallowClone, "shallowClone");
function numKeys(data) {
  let keyCount = 0;
  for (const key in data) {
    if (Object.prototype.hasOwnProperty.call(data, key)) {
      keyCount++;
    }
  }
  return keyCount;
}
__name(numKeys, "numKeys");
var getParsedType = /* @__PURE__ */ __name((data) => {
  const t = typeof data;
  switch (t) {
    case "undefined":
      return "undefined";
    case "string":
      return "string";
    case "number":
      return Number.isNaN(data) ? "nan" : "number";
    case "boolean":
      return "boolean";
    case "function":
      return "function";
    case "bigint":
      return "bigint";
    case "symbol":
      return "symbol";
    case "object":
      if (Array.isArray(data)) {
        return "array";
      }
      if (data === null) {
        return "null";
      }
      if (data.then && typeof data.then === "function" && data.catch && typeof data.catch === "function") {
        return "promise";
      }
      if (typeof Map !== "undefined" && data instanceof Map) {
        return "map";
      }
      if (typeof Set !== "undefined" && data instanceof Set) {
        return "set";
      }
      if (typeof Date !== "undefined" && data instanceof Date) {
        return "date";
      }
      if (typeof File !== "undefined" && data instanceof File) {
        return "file";
      }
      return "object";
    default:
      throw new Error(`Unknown data type: ${t}`);
  }
}, "getParsedType");
var propertyKeyTypes = /* @__PURE__ */ new Set(["string", "number", "symbol"]);
var primitiveTypes = /* @__PURE__ */ new Set([
  "string",
  "number",
  "bigint",
  "boolean",
  "symbol",
  "undefined"
]);
function escapeRegex(str) {
  return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
__name(escapeRegex, "escapeRegex");
function clone(inst, def, params21) {
  const cl = new inst._zod.constr(def ?? inst._zod.def);
  if (!def || params21?.parent)
    cl._zod.parent = inst;
  return cl;
}
__name(clone, "clone");
function normalizeParams(_params) {
  const params21 = _params;
  if (!params21)
    return {};
  if (typeof params21 === "string")
    return { error: /* @__PURE__ */ __name(() => params21, "error") };
  if (params21?.message !== void 0) {
    if (params21?.error !== void 0)
      throw new Error("Cannot specify both `message` and `error` params");
    params21.error = params21.message;
  }
  delete params21.message;
  if (typeof params21.error === "string")
    return { ...params21, error: /* @__PURE__ */ __name(() => params21.error, "error") };
  return params21;
}
__name(normalizeParams, "normalizeParams");
function createTransparentProxy(getter) {
  let target;
  return new Proxy({}, {
    get(_, prop, receiver) {
      target ?? (target = getter());
      return Reflect.get(target, prop, receiver);
    },
    set(_, prop, value, receiver) {
      target ?? (target = getter());
      return Reflect.set(target, prop, value, receiver);
    },
    has(_, prop) {
      target ?? (target = getter());
      return Reflect.has(target, prop);
    },
    deleteProperty(_, prop) {
      target ?? (target = getter());
      return Reflect.deleteProperty(target, prop);
    },
    ownKeys(_) {
      target ?? (target = getter());
      return Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor(_, prop) {
      target ?? (target = getter());
      return Reflect.getOwnPropertyDescriptor(target, prop);
    },
    defineProperty(_, prop, descriptor) {
      target ?? (target = getter());
      return Reflect.defineProperty(target, prop, descriptor);
    }
  });
}
__name(createTransparentProxy, "createTransparentProxy");
function stringifyPrimitive(value) {
  if (typeof value === "bigint")
    return value.toString() + "n";
  if (typeof value === "string")
    return `"${value}"`;
  return `${value}`;
}
__name(stringifyPrimitive, "stringifyPrimitive");
function optionalKeys(shape) {
  return Object.keys(shape).filter((k) => {
    return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
  });
}
__name(optionalKeys, "optionalKeys");
var NUMBER_FORMAT_RANGES = /* @__PURE__ */ (() => ({
  safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  int32: [-2147483648, 2147483647],
  uint32: [0, 4294967295],
  float32: [-34028234663852886e22, 34028234663852886e22],
  float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
}))();
var BIGINT_FORMAT_RANGES = {
  int64: [/* @__PURE__ */ BigInt("-9223372036854775808"), /* @__PURE__ */ BigInt("9223372036854775807")],
  uint64: [/* @__PURE__ */ BigInt(0), /* @__PURE__ */ BigInt("18446744073709551615")]
};
function pick(schema, mask) {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(".pick() cannot be used on object schemas containing refinements");
  }
  const newShape = {};
  mirrorShape(newShape, schema, maskedKeys(schema, mask));
  return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
__name(pick, "pick");
function maskedKeys(schema, mask) {
  const raw = sourceShape(schema);
  const keys = [];
  for (const key of Reflect.ownKeys(mask)) {
    if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) {
      throw new Error(`Unrecognized key: "${String(key)}"`);
    }
    if (mask[key])
      keys.push(key);
  }
  return keys;
}
__name(maskedKeys, "maskedKeys");
function omit(schema, mask) {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(".omit() cannot be used on object schemas containing refinements");
  }
  const omitted = new Set(maskedKeys(schema, mask));
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
  return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
__name(omit, "omit");
function extend(schema, shape) {
  if (!isPlainObject(shape)) {
    throw new Error("Invalid input to extend: expected a plain object");
  }
  const checks = schema._zod.def.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    const existingShape = sourceShape(schema);
    for (const key of Reflect.ownKeys(shape)) {
      if (Object.getOwnPropertyDescriptor(existingShape, key) !== void 0) {
        throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
      }
    }
  }
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
__name(extend, "extend");
function extended(schema, shape) {
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
  mirrorProps(newShape, shape);
  return newShape;
}
__name(extended, "extended");
function safeExtend(schema, shape) {
  if (!isPlainObject(shape)) {
    throw new Error("Invalid input to safeExtend: expected a plain object");
  }
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
__name(safeExtend, "safeExtend");
function merge(a, b) {
  if (!b?._zod?.def) {
    throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
  }
  if (a._zod.def.checks?.length) {
    throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
  }
  const newShape = {};
  mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
  mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
  const def = mergeDefs(a._zod.def, {
    shape: newShape,
    get catchall() {
      return b._zod.def.catchall;
    },
    checks: b._zod.def.checks ?? []
  });
  return clone(a, def);
}
__name(merge, "merge");
function partial(Class2, schema, mask, name3 = "partial") {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(`.${name3}() cannot be used on object schemas containing refinements`);
  }
  const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class2 && ((value, key) => selected && !selected.has(key) ? value : new Class2({ type: "optional", innerType: value })));
  return clone(schema, mergeDefs(schema._zod.def, { shape: newShape, checks: [] }));
}
__name(partial, "partial");
function required(Class2, schema, mask) {
  const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => (
    // overwrite with non-optional
    selected && !selected.has(key) ? value : new Class2({ type: "nonoptional", innerType: value })
  ));
  return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
__name(required, "required");
function aborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue !== true) {
      return true;
    }
  }
  return false;
}
__name(aborted, "aborted");
function explicitlyAborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue === false) {
      return true;
    }
  }
  return false;
}
__name(explicitlyAborted, "explicitlyAborted");
function prefixIssues(path6, issues) {
  return issues.map((iss) => {
    var _a3;
    (_a3 = iss).path ?? (_a3.path = []);
    iss.path.unshift(path6);
    return iss;
  });
}
__name(prefixIssues, "prefixIssues");
function unwrapMessage(message) {
  return typeof message === "string" ? message : message?.message;
}
__name(unwrapMessage, "unwrapMessage");
function sizeCaps(defChecks) {
  const caps = [];
  for (const ch of defChecks ?? []) {
    const d = ch._zod.def;
    if (!/_(length|size)$|_equals$/.test(d.check))
      break;
    const max = d.maximum ?? d.length ?? d.size;
    if (max >= 0)
      caps.push([max, ch]);
  }
  return caps;
}
__name(sizeCaps, "sizeCaps");
function attachSchema(issues, start, inst) {
  var _a3;
  for (let i = start; i < issues.length; i++) {
    (_a3 = issues[i]).schema ?? (_a3.schema = inst);
  }
}
__name(attachSchema, "attachSchema");
function finalizeIssue(iss, ctx, config2) {
  var _a3;
  const traits = iss.inst?._zod?.traits;
  if (traits?.has("$ZodType")) {
    if (traits.has("$ZodCheck"))
      (_a3 = iss).schema ?? (_a3.schema = iss.inst);
    else
      iss.schema = iss.inst;
  }
  const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
  const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config2.customError?.(iss)) ?? unwrapMessage(config2.localeError?.(iss)) ?? "Invalid input";
  const full = {};
  for (const k of Object.keys(iss)) {
    if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__")
      continue;
    full[k] = iss[k];
  }
  full.path ?? (full.path = []);
  full.message = message;
  if (ctx?.reportInput) {
    full.input = iss.input;
  }
  return full;
}
__name(finalizeIssue, "finalizeIssue");
function getSizableOrigin(input) {
  if (input instanceof Set)
    return "set";
  if (input instanceof Map)
    return "map";
  if (input instanceof File)
    return "file";
  return "unknown";
}
__name(getSizableOrigin, "getSizableOrigin");
var highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
  const units = str.length;
  if (!highSurrogate.test(str))
    return units;
  let count3 = units;
  for (let i = 0; i < units - 1; i++) {
    if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
      count3--;
      i++;
    }
  }
  return count3;
}
__name(codePointLength, "codePointLength");
function getLengthableOrigin(input) {
  if (Array.isArray(input))
    return "array";
  if (typeof input === "string")
    return "string";
  return "unknown";
}
__name(getLengthableOrigin, "getLengthableOrigin");
function parsedType(data) {
  const t = typeof data;
  switch (t) {
    case "number": {
      return Number.isNaN(data) ? "nan" : "number";
    }
    case "object": {
      if (data === null) {
        return "null";
      }
      if (Array.isArray(data)) {
        return "array";
      }
      const obj = data;
      if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) {
        return obj.constructor.name;
      }
    }
  }
  return t;
}
__name(parsedType, "parsedType");
function issue(...args) {
  const [iss, input, inst] = args;
  if (typeof iss === "string") {
    return {
      message: iss,
      code: "custom",
      input,
      inst
    };
  }
  return { ...iss };
}
__name(issue, "issue");
function cleanEnum(obj) {
  return Object.entries(obj).filter(([k, _]) => {
    return Number.isNaN(Number.parseInt(k, 10));
  }).map((el) => el[1]);
}
__name(cleanEnum, "cleanEnum");
function base64ToUint8Array(base642) {
  const binaryString = atob(base642);
  const bytes = new Uint8Array(binaryString.length);
  for (let i = 0; i < binaryString.length; i++) {
    bytes[i] = binaryString.charCodeAt(i);
  }
  return bytes;
}
__name(base64ToUint8Array, "base64ToUint8Array");
function uint8ArrayToBase64(bytes) {
  let binaryString = "";
  for (let i = 0; i < bytes.length; i++) {
    binaryString += String.fromCharCode(bytes[i]);
  }
  return btoa(binaryString);
}
__name(uint8ArrayToBase64, "uint8ArrayToBase64");
function base64urlToUint8Array(base64url2) {
  const base642 = base64url2.replace(/-/g, "+").replace(/_/g, "/");
  const padding = "=".repeat((4 - base642.length % 4) % 4);
  return base64ToUint8Array(base642 + padding);
}
__name(base64urlToUint8Array, "base64urlToUint8Array");
function uint8ArrayToBase64url(bytes) {
  return uint8ArrayToBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
__name(uint8ArrayToBase64url, "uint8ArrayToBase64url");
function hexToUint8Array(hex) {
  const cleanHex = hex.replace(/^0x/, "");
  if (cleanHex.length % 2 !== 0) {
    throw new Error("Invalid hex string length");
  }
  const bytes = new Uint8Array(cleanHex.length / 2);
  for (let i = 0; i < cleanHex.length; i += 2) {
    bytes[i / 2] = Number.parseInt(cleanHex.slice(i, i + 2), 16);
  }
  return bytes;
}
__name(hexToUint8Array, "hexToUint8Array");
function uint8ArrayToHex(bytes) {
  return Array.from(bytes).map((b) => b.toString(16).padStart(2, "0")).join("");
}
__name(uint8ArrayToHex, "uint8ArrayToHex");
var Class = class {
  static {
    __name(this, "Class");
  }
  constructor(..._args) {
  }
};
function members(proto, table) {
  for (const key in table) {
    const desc = Object.getOwnPropertyDescriptor(table, key);
    if (desc.get)
      Object.defineProperty(proto, key, { ...desc, enumerable: false });
    else
      defineBound(proto, key, desc.value);
  }
}
__name(members, "members");
function own(inst, key, value, enumerable = true) {
  Object.defineProperty(inst, key, { configurable: true, writable: true, enumerable, value });
  return value;
}
__name(own, "own");
function hide(inst, key, value) {
  return own(inst, key, value, false);
}
__name(hide, "hide");
// @__NO_SIDE_EFFECTS__
function derived(computes, table) {
  for (const key in computes) {
    const compute = computes[key];
    Object.defineProperty(table, key, {
      configurable: true,
      enumerable: true,
      get() {
        return own(this, key, compute(this));
      },
      set(value) {
        own(this, key, value);
      }
    });
  }
  return table;
}
__name(derived, "derived");
function defineBound(proto, key, fn) {
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      return this == null ? fn : own(this, key, fn.bind(this));
    },
    set(value) {
      own(this, key, value);
    }
  });
}
__name(defineBound, "defineBound");
function claim(inst, sentinel) {
  const proto = Object.getPrototypeOf(inst);
  return sentinel in proto ? void 0 : proto;
}
__name(claim, "claim");
var installing;
var broke = false;
var breaker = {
  configurable: true,
  get() {
    broke = true;
    return void 0;
  }
};
function defineLazyInternal(inst, key, compute) {
  const proto = Object.getPrototypeOf(inst._zod);
  if (key in proto && installing !== inst._zod) {
    installing = void 0;
    return;
  }
  installing = inst._zod;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      Object.defineProperty(this, key, breaker);
      const outer = broke;
      broke = false;
      try {
        const value = compute(this);
        if (broke)
          delete this[key];
        else
          Object.defineProperty(this, key, { configurable: true, writable: true, value });
        broke = broke || outer;
        return value;
      } catch (err) {
        delete this[key];
        broke = broke || outer;
        throw err;
      }
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, value });
    }
  });
}
__name(defineLazyInternal, "defineLazyInternal");
function installLazyProp(inst, key, make, enumerable) {
  const proto = claim(inst, key);
  if (!proto)
    return;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      const desc = { configurable: true, writable: true, enumerable, value: void 0 };
      Object.defineProperty(this, key, desc);
      desc.value = make(this);
      Object.defineProperty(this, key, desc);
      return desc.value;
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, enumerable, value });
    }
  });
}
__name(installLazyProp, "installLazyProp");
var CONSTANT_CATCH = "~constantCatch";
function constantCatch(value) {
  const fn = /* @__PURE__ */ __name(() => value, "fn");
  fn[CONSTANT_CATCH] = true;
  return fn;
}
__name(constantCatch, "constantCatch");

// node_modules/zod/v4/core/core.js
var _a;
var _zodDesc = { value: void 0, enumerable: false };
var _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
  const E = _E;
  if (E) {
    const saved = E.stackTraceLimit;
    if (typeof saved === "number") {
      try {
        E.stackTraceLimit = 0;
      } catch {
        _E = null;
        return new Definition();
      }
      try {
        return new Definition();
      } finally {
        E.stackTraceLimit = saved;
      }
    }
  }
  return new Definition();
}
__name(newError, "newError");
// @__NO_SIDE_EFFECTS__
function $constructor(name3, initializer3, proto, params21) {
  const zodProto = {};
  function Internals(def) {
    this.def = def;
    this.constr = _;
    this.traits = /* @__PURE__ */ new Set();
  }
  __name(Internals, "Internals");
  Internals.prototype = zodProto;
  const protoMembers = proto;
  const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
  function init(inst, def) {
    if (!inst._zod) {
      _zodDesc.value = new Internals(def);
      try {
        Object.defineProperty(inst, "_zod", _zodDesc);
      } finally {
        _zodDesc.value = void 0;
      }
    } else if (inst._zod.traits.has(name3)) {
      return;
    }
    inst._zod.traits.add(name3);
    initializer3(inst, def);
    if (initialized) {
      const own2 = Object.getPrototypeOf(inst);
      const ctorProto = inst._zod.constr.prototype;
      let up = own2;
      while (up && up !== ctorProto)
        up = Object.getPrototypeOf(up);
      const target = up ?? own2;
      if (!initialized.has(target)) {
        initialized.add(target);
        members(target, protoMembers);
      }
    }
    const proto2 = _.prototype;
    for (const k in proto2) {
      if (!Object.prototype.hasOwnProperty.call(proto2, k))
        continue;
      if (!(k in inst)) {
        inst[k] = proto2[k].bind(inst);
      }
    }
  }
  __name(init, "init");
  const Parent = params21?.Parent ?? Object;
  class Definition extends Parent {
    static {
      __name(this, "Definition");
    }
  }
  Object.defineProperty(Definition, "name", { value: name3 });
  function _(def) {
    const inst = params21?.Parent ? newError(Definition) : this;
    init(inst, def);
    const deferred = inst._zod.deferred;
    if (deferred) {
      for (const fn of deferred) {
        fn();
      }
      inst._zod.deferred = void 0;
    }
    const pp = globalThis.__zod_globalConfig?.postProcessor;
    if (pp)
      pp(inst);
    return inst;
  }
  __name(_, "_");
  Object.defineProperty(_, "init", { value: init });
  Object.defineProperty(_, Symbol.hasInstance, {
    value: /* @__PURE__ */ __name((inst) => {
      if (params21?.Parent && inst instanceof params21.Parent)
        return true;
      return inst?._zod?.traits?.has(name3);
    }, "value")
  });
  Object.defineProperty(_, "name", { value: name3 });
  return _;
}
__name($constructor, "$constructor");
var $ZodAsyncError = class extends Error {
  static {
    __name(this, "$ZodAsyncError");
  }
  constructor() {
    super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
  }
};
var $ZodEncodeError = class extends Error {
  static {
    __name(this, "$ZodEncodeError");
  }
  constructor(name3) {
    super(`Encountered unidirectional transform during encode: ${name3}`);
    this.name = "ZodEncodeError";
  }
};
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
var globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
  if (newConfig)
    Object.assign(globalConfig, newConfig);
  return globalConfig;
}
__name(config, "config");

// node_modules/zod/v4/core/errors.js
function _getMessage() {
  const internals = this._zod;
  internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
  return internals.message;
}
__name(_getMessage, "_getMessage");
function _setMessage(value) {
  this._zod.message = value;
}
__name(_setMessage, "_setMessage");
var _messageDesc = {
  get: _getMessage,
  set: _setMessage,
  enumerable: true,
  configurable: true
};
var _issuesDesc = { value: void 0, enumerable: false };
var _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
var initializer = /* @__PURE__ */ __name((inst, def) => {
  inst.name = "$ZodError";
  _issuesDesc.value = def;
  Object.defineProperty(inst, "issues", _issuesDesc);
  _issuesDesc.value = void 0;
  Object.defineProperty(inst, "message", _messageDesc);
  const proto = Object.getPrototypeOf(inst);
  if (!_installedToString.has(proto)) {
    _installedToString.add(proto);
    Object.defineProperty(proto, "toString", {
      configurable: true,
      enumerable: false,
      get() {
        const value = /* @__PURE__ */ __name(() => this.message, "value");
        Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
        return value;
      },
      set(value) {
        Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
      }
    });
  }
}, "initializer");
var $ZodError = $constructor("$ZodError", initializer);
var $ZodRealError = $constructor("$ZodError", initializer, void 0, {
  Parent: Error
});
function node(obj, key, make) {
  if (!Object.prototype.hasOwnProperty.call(obj, key)) {
    if (key === "__proto__") {
      Object.defineProperty(obj, key, { value: make(), writable: true, enumerable: true, configurable: true });
    } else {
      obj[key] = make();
    }
  }
  return obj[key];
}
__name(node, "node");
function flattenError(error2, mapper = (issue2) => issue2.message) {
  const fieldErrors = {};
  const formErrors = [];
  for (const sub of error2.issues) {
    if (sub.path.length > 0) {
      node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
    } else {
      formErrors.push(mapper(sub));
    }
  }
  return { formErrors, fieldErrors };
}
__name(flattenError, "flattenError");
function formatError(error2, mapper = (issue2) => issue2.message) {
  const fieldErrors = { _errors: [] };
  const processError = /* @__PURE__ */ __name((error3, path6 = []) => {
    for (const issue2 of error3.issues) {
      if (issue2.code === "invalid_union" && issue2.errors.length) {
        issue2.errors.map((issues) => processError({ issues }, [...path6, ...issue2.path]));
      } else if (issue2.code === "invalid_key") {
        processError({ issues: issue2.issues }, [...path6, ...issue2.path]);
      } else if (issue2.code === "invalid_element") {
        processError({ issues: issue2.issues }, [...path6, ...issue2.path]);
      } else {
        const fullpath = [...path6, ...issue2.path];
        if (fullpath.length === 0) {
          fieldErrors._errors.push(mapper(issue2));
        } else {
          let curr = fieldErrors;
          let i = 0;
          while (i < fullpath.length) {
            const el = fullpath[i];
            const terminal = i === fullpath.length - 1;
            if (el === "_errors") {
              if (terminal)
                curr._errors.push(mapper(issue2));
              i++;
              continue;
            }
            if (!Object.prototype.hasOwnProperty.call(curr, el)) {
              Object.defineProperty(curr, el, {
                value: { _errors: [] },
                enumerable: true,
                writable: true,
                configurable: true
              });
            }
            const node2 = curr[el];
            if (terminal) {
              node2._errors.push(mapper(issue2));
            }
            curr = node2;
            i++;
          }
        }
      }
    }
  }, "processError");
  processError(error2);
  return fieldErrors;
}
__name(formatError, "formatError");

// node_modules/zod/v4/core/parse.js
function finalizeParams(callee, params21) {
  return { callee: params21?.callee ?? callee, Err: params21?.Err };
}
__name(finalizeParams, "finalizeParams");
var _parse = /* @__PURE__ */ __name((_Err) => {
  const fn = /* @__PURE__ */ __name((schema, value, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
    const result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise) {
      throw new $ZodAsyncError();
    }
    if (result.issues.length) {
      const e = new (_params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      captureStackTrace(e, _params?.callee ?? fn);
      throw e;
    }
    return result.value;
  }, "fn");
  return fn;
}, "_parse");
var _parseAsync = /* @__PURE__ */ __name((_Err) => {
  const fn = /* @__PURE__ */ __name(async (schema, value, _ctx, params21) => {
    const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
      result = await result;
    if (result.issues.length) {
      const e = new (params21?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      captureStackTrace(e, params21?.callee ?? fn);
      throw e;
    }
    return result.value;
  }, "fn");
  return fn;
}, "_parseAsync");
var _safeParse = /* @__PURE__ */ __name((_Err) => (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
  const result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise) {
    throw new $ZodAsyncError();
  }
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
}, "_safeParse");
function failure(Err, issues, ctx) {
  let error2;
  return {
    success: false,
    get error() {
      if (!error2) {
        error2 = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
        issues = void 0;
        ctx = void 0;
      }
      return error2;
    },
    set error(e) {
      error2 = e;
      issues = void 0;
      ctx = void 0;
    }
  };
}
__name(failure, "failure");
var _safeParseAsync = /* @__PURE__ */ __name((_Err) => async (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
  let result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise)
    result = await result;
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
}, "_safeParseAsync");
var COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
var COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
var validate = /* @__PURE__ */ __name(((schema, value, _ctx) => {
  const validator = schema._zod.bag.validator;
  if (validator !== void 0) {
    if (validator(value) !== COMPILE_INVALID)
      return true;
    if (validator.definite === true && _ctx === void 0)
      return false;
  }
  return validateFallback(schema, value, _ctx);
}), "validate");
function validateFallback(schema, value, _ctx) {
  const ctx = _ctx ? { ..._ctx, async: false, abortEarly: true } : { async: false, abortEarly: true };
  const fallbackRun = schema._zod.bag.fallbackRun;
  let result;
  if (fallbackRun) {
    ctx[COMPILE_FALLBACK] = true;
    result = fallbackRun({ value, issues: [] }, ctx);
  } else {
    result = schema._zod.run({ value, issues: [] }, ctx);
  }
  if (result instanceof Promise) {
    throw new $ZodAsyncError();
  }
  return result.issues.length === 0;
}
__name(validateFallback, "validateFallback");
var validateAsync = /* @__PURE__ */ __name(async (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: true, abortEarly: true } : { async: true, abortEarly: true };
  let result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise)
    result = await result;
  return result.issues.length === 0;
}, "validateAsync");
var _encode = /* @__PURE__ */ __name((_Err) => {
  const parse3 = _parse(_Err);
  const fn = /* @__PURE__ */ __name((schema, value, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return parse3(schema, value, ctx, finalizeParams(fn, _params));
  }, "fn");
  return fn;
}, "_encode");
var _decode = /* @__PURE__ */ __name((_Err) => {
  const parse3 = _parse(_Err);
  const fn = /* @__PURE__ */ __name((schema, value, _ctx, _params) => {
    return parse3(schema, value, _ctx, finalizeParams(fn, _params));
  }, "fn");
  return fn;
}, "_decode");
var _encodeAsync = /* @__PURE__ */ __name((_Err) => {
  const parseAsync2 = _parseAsync(_Err);
  const fn = /* @__PURE__ */ __name(async (schema, value, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return await parseAsync2(schema, value, ctx, finalizeParams(fn, _params));
  }, "fn");
  return fn;
}, "_encodeAsync");
var _decodeAsync = /* @__PURE__ */ __name((_Err) => {
  const parseAsync2 = _parseAsync(_Err);
  const fn = /* @__PURE__ */ __name(async (schema, value, _ctx, _params) => {
    return await parseAsync2(schema, value, _ctx, finalizeParams(fn, _params));
  }, "fn");
  return fn;
}, "_decodeAsync");
var _safeEncode = /* @__PURE__ */ __name((_Err) => (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
  return _safeParse(_Err)(schema, value, ctx);
}, "_safeEncode");
var _safeDecode = /* @__PURE__ */ __name((_Err) => (schema, value, _ctx) => {
  return _safeParse(_Err)(schema, value, _ctx);
}, "_safeDecode");
var _safeEncodeAsync = /* @__PURE__ */ __name((_Err) => async (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
  return _safeParseAsync(_Err)(schema, value, ctx);
}, "_safeEncodeAsync");
var _safeDecodeAsync = /* @__PURE__ */ __name((_Err) => async (schema, value, _ctx) => {
  return _safeParseAsync(_Err)(schema, value, _ctx);
}, "_safeDecodeAsync");

// node_modules/zod/v4/core/regexes.js
var cuid = /^[cC][0-9a-z]{6,}$/;
var cuid2 = /^[0-9a-z]+$/;
var ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
var xid = /^[0-9a-vA-V]{20}$/;
var ksuid = /^[A-Za-z0-9]{27}$/;
var nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
  return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
__name(nanoidOfLength, "nanoidOfLength");
var duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
var guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
var uuid = /* @__PURE__ */ __name((version2) => {
  if (!version2)
    return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
  return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version2}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
}, "uuid");
var email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
var _emoji = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
function emoji() {
  return new RegExp(_emoji, "u");
}
__name(emoji, "emoji");
var ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
var ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
var cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
var cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
var base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
var base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
var httpProtocol = /^https?$/;
var e164 = /^\+[1-9]\d{6,14}$/;
var dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
function anchor(source) {
  return new RegExp(`^${source}$`);
}
__name(anchor, "anchor");
var date = /* @__PURE__ */ anchor(dateSource);
function timeSource(args) {
  const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
  const regex = typeof args.precision === "number" ? args.precision === -1 ? `${hhmm}` : args.precision === 0 ? `${hhmm}:[0-5]\\d` : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}` : args.seconds ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?` : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
  return regex;
}
__name(timeSource, "timeSource");
function time(args) {
  return new RegExp(`^${timeSource(args)}$`);
}
__name(time, "time");
function datetime(args) {
  const opts = ["Z"];
  if (args.offset)
    opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
  const qualified = `${timeSource({ precision: args.precision, seconds: true })}(?:${opts.join("|")})`;
  const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
  return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
__name(datetime, "datetime");
var anyString = /^[\s\S]{0,}$/;
var integer = /^-?\d+$/;
var number = /^-?\d+(?:\.\d+)?$/;
var boolean = /^(?:true|false)$/i;
var _null = /^null$/i;
var lowercase = /^[^A-Z]*$/;
var uppercase = /^[^a-z]*$/;

// node_modules/zod/v4/core/checks.js
var $ZodCheck = /* @__PURE__ */ $constructor("$ZodCheck", (inst, def) => {
  var _a3;
  inst._zod ?? (inst._zod = {});
  inst._zod.def = def;
  (_a3 = inst._zod).onattach ?? (_a3.onattach = []);
});
var _whenHasLength = /* @__PURE__ */ __name((payload) => {
  const val = payload.value;
  return !nullish(val) && val.length !== void 0;
}, "_whenHasLength");
var numericOriginMap = {
  number: "number",
  bigint: "bigint",
  object: "date"
};
var $ZodCheckLessThan = /* @__PURE__ */ $constructor("$ZodCheckLessThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  const origin = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    if (def.inclusive ? payload.value <= def.value : payload.value < def.value) {
      return;
    }
    payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin,
      code: "too_big",
      maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckGreaterThan = /* @__PURE__ */ $constructor("$ZodCheckGreaterThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  const origin = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    if (def.inclusive ? payload.value >= def.value : payload.value > def.value) {
      return;
    }
    payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin,
      code: "too_small",
      minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckMultipleOf = /* @__PURE__ */ $constructor("$ZodCheckMultipleOf", (inst, def) => {
  $ZodCheck.init(inst, def);
  inst._zod.check = (payload) => {
    if (typeof payload.value !== typeof def.value)
      throw new Error("Cannot mix number and bigint in multiple_of check.");
    const isMultiple = typeof payload.value === "bigint" ? (
      // `value % 0n` throws, and nothing is a multiple of zero — the number branch already fails this way via NaN
      def.value !== BigInt(0) && payload.value % def.value === BigInt(0)
    ) : floatSafeRemainder(payload.value, def.value) === 0;
    if (isMultiple)
      return;
    payload.issues.push({
      origin: typeof payload.value,
      code: "not_multiple_of",
      divisor: def.value,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckNumberFormat = /* @__PURE__ */ $constructor("$ZodCheckNumberFormat", (inst, def) => {
  $ZodCheck.init(inst, def);
  def.format = def.format || "float64";
  const isInt = def.format?.includes("int");
  const origin = isInt ? "int" : "number";
  const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
  inst._zod.check = (payload) => {
    const input = payload.value;
    if (isInt) {
      if (!Number.isInteger(input)) {
        payload.issues.push({
          expected: origin,
          format: def.format,
          code: "invalid_type",
          continue: false,
          input,
          inst
        });
        return;
      }
      if (!Number.isSafeInteger(input)) {
        if (input > 0) {
          payload.issues.push({
            input,
            code: "too_big",
            maximum: Number.MAX_SAFE_INTEGER,
            note: "Integers must be within the safe integer range.",
            inst,
            origin,
            inclusive: true,
            continue: !def.abort
          });
        } else {
          payload.issues.push({
            input,
            code: "too_small",
            minimum: Number.MIN_SAFE_INTEGER,
            note: "Integers must be within the safe integer range.",
            inst,
            origin,
            inclusive: true,
            continue: !def.abort
          });
        }
        return;
      }
    }
    if (input < minimum) {
      payload.issues.push({
        origin: "number",
        input,
        code: "too_small",
        minimum,
        inclusive: true,
        inst,
        continue: !def.abort
      });
    }
    if (input > maximum) {
      payload.issues.push({
        origin: "number",
        input,
        code: "too_big",
        maximum,
        inclusive: true,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodCheckMaxLength = /* @__PURE__ */ $constructor("$ZodCheckMaxLength", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units > def.maximum ? codePointLength(input) : units;
    if (length <= def.maximum)
      return;
    const origin = getLengthableOrigin(input);
    payload.issues.push({
      origin,
      code: "too_big",
      maximum: def.maximum,
      inclusive: true,
      input,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckMinLength = /* @__PURE__ */ $constructor("$ZodCheckMinLength", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input) : units;
    if (length >= def.minimum)
      return;
    const origin = getLengthableOrigin(input);
    payload.issues.push({
      origin,
      code: "too_small",
      minimum: def.minimum,
      inclusive: true,
      input,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckLengthEquals = /* @__PURE__ */ $constructor("$ZodCheckLengthEquals", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units >= def.length && units <= def.length * 2 ? codePointLength(input) : units;
    if (length === def.length)
      return;
    const origin = getLengthableOrigin(input);
    const tooBig = length > def.length;
    payload.issues.push({
      origin,
      ...tooBig ? { code: "too_big", maximum: def.length } : { code: "too_small", minimum: def.length },
      inclusive: true,
      exact: true,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckStringFormat = /* @__PURE__ */ $constructor("$ZodCheckStringFormat", (inst, def) => {
  var _a3, _b;
  $ZodCheck.init(inst, def);
  if (def.pattern)
    (_a3 = inst._zod).check ?? (_a3.check = (payload) => {
      def.pattern.lastIndex = 0;
      if (def.pattern.test(payload.value))
        return;
      payload.issues.push({
        origin: "string",
        code: "invalid_format",
        format: def.format,
        input: payload.value,
        ...def.pattern ? { pattern: def.pattern.toString() } : {},
        inst,
        continue: !def.abort
      });
    });
  else
    (_b = inst._zod).check ?? (_b.check = () => {
    });
});
var $ZodCheckRegex = /* @__PURE__ */ $constructor("$ZodCheckRegex", (inst, def) => {
  $ZodCheckStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    def.pattern.lastIndex = 0;
    if (def.pattern.test(payload.value))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "regex",
      input: payload.value,
      pattern: def.pattern.toString(),
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckLowerCase = /* @__PURE__ */ $constructor("$ZodCheckLowerCase", (inst, def) => {
  def.pattern ?? (def.pattern = lowercase);
  $ZodCheckStringFormat.init(inst, def);
});
var $ZodCheckUpperCase = /* @__PURE__ */ $constructor("$ZodCheckUpperCase", (inst, def) => {
  def.pattern ?? (def.pattern = uppercase);
  $ZodCheckStringFormat.init(inst, def);
});
var $ZodCheckIncludes = /* @__PURE__ */ $constructor("$ZodCheckIncludes", (inst, def) => {
  $ZodCheck.init(inst, def);
  const escapedRegex = escapeRegex(def.includes);
  const pattern2 = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
  def.pattern = pattern2;
  inst._zod.check = (payload) => {
    if (payload.value.includes(def.includes, def.position))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "includes",
      includes: def.includes,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckStartsWith = /* @__PURE__ */ $constructor("$ZodCheckStartsWith", (inst, def) => {
  $ZodCheck.init(inst, def);
  const pattern2 = new RegExp(`^${escapeRegex(def.prefix)}.*`);
  def.pattern ?? (def.pattern = pattern2);
  inst._zod.check = (payload) => {
    if (payload.value.startsWith(def.prefix))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "starts_with",
      prefix: def.prefix,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckEndsWith = /* @__PURE__ */ $constructor("$ZodCheckEndsWith", (inst, def) => {
  $ZodCheck.init(inst, def);
  const pattern2 = new RegExp(`.*${escapeRegex(def.suffix)}$`);
  def.pattern ?? (def.pattern = pattern2);
  inst._zod.check = (payload) => {
    if (payload.value.endsWith(def.suffix))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "ends_with",
      suffix: def.suffix,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckOverwrite = /* @__PURE__ */ $constructor("$ZodCheckOverwrite", (inst, def) => {
  $ZodCheck.init(inst, def);
  inst._zod.check = (payload) => {
    payload.value = def.tx(payload.value);
  };
});

// node_modules/zod/v4/core/doc.js
var Doc = class {
  static {
    __name(this, "Doc");
  }
  constructor(args = [], closed = {}) {
    this.content = [];
    this.indent = 0;
    this.args = args;
    this.closed = closed;
  }
  // the compiler catches a child's throw and keeps writing into this doc, so the indent has to unwind with it
  indented(fn) {
    this.indent += 1;
    try {
      fn(this);
    } finally {
      this.indent -= 1;
    }
  }
  write(arg) {
    if (typeof arg === "function") {
      arg(this, { execution: "sync" });
      arg(this, { execution: "async" });
      return;
    }
    const content = arg;
    const lines = content.split("\n").filter((x) => x);
    const minIndent = Math.min(...lines.map((x) => x.length - x.trimStart().length));
    const dedented = lines.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
    for (const line of dedented) {
      this.content.push(line);
    }
  }
  compile() {
    const F = Function;
    const content = this?.content ?? [``];
    const factory = new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {
${content.join("\n")}
};`);
    return factory(...Object.values(this.closed));
  }
};

// node_modules/zod/v4/core/versions.js
var version = {
  major: 4,
  minor: 6,
  patch: 7
};

// node_modules/zod/v4/core/schemas.js
var $ZodType = /* @__PURE__ */ $constructor("$ZodType", (inst, def) => {
  var _a3;
  inst ?? (inst = {});
  inst._zod.def = def;
  inst._zod.bag = inst._zod.bag || {};
  inst._zod.version = version;
  const defChecks = inst._zod.def.checks;
  const checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
  for (const ch of checks) {
    for (const fn of ch._zod.onattach) {
      fn(inst);
    }
  }
  if (checks.length === 0) {
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
    inst._zod.deferred?.push(() => {
      inst._zod.run = inst._zod.parse;
    });
  } else {
    const runChecks = /* @__PURE__ */ __name((payload, checks2, ctx) => {
      if (payload.memo)
        return payload;
      let isAborted = aborted(payload);
      let asyncResult;
      for (const ch of checks2) {
        if (ch._zod.def.when) {
          if (explicitlyAborted(payload))
            continue;
          const shouldRun = ch._zod.def.when(payload);
          if (!shouldRun)
            continue;
        } else if (isAborted) {
          continue;
        }
        const currLen = payload.issues.length;
        const _ = ch._zod.check(payload);
        if (_ instanceof Promise && ctx?.async === false) {
          throw new $ZodAsyncError();
        }
        if (asyncResult || _ instanceof Promise) {
          asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
            await _;
            const nextLen = payload.issues.length;
            if (nextLen === currLen)
              return;
            attachSchema(payload.issues, currLen, inst);
            if (!isAborted)
              isAborted = aborted(payload, currLen);
          });
        } else {
          const nextLen = payload.issues.length;
          if (nextLen === currLen)
            continue;
          attachSchema(payload.issues, currLen, inst);
          if (!isAborted)
            isAborted = aborted(payload, currLen);
        }
      }
      if (asyncResult) {
        return asyncResult.then(() => {
          return payload;
        });
      }
      return payload;
    }, "runChecks");
    const handleCanaryResult = /* @__PURE__ */ __name((canary, payload, ctx) => {
      if (aborted(canary)) {
        canary.aborted = true;
        return canary;
      }
      const checkResult = runChecks(payload, checks, ctx);
      if (checkResult instanceof Promise) {
        if (ctx.async === false)
          throw new $ZodAsyncError();
        return checkResult.then((checkResult2) => inst._zod.parse(checkResult2, ctx));
      }
      return inst._zod.parse(checkResult, ctx);
    }, "handleCanaryResult");
    inst._zod.run = (payload, ctx) => {
      if (ctx.skipChecks) {
        return inst._zod.parse(payload, ctx);
      }
      if (ctx.direction === "backward") {
        const canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: true });
        if (canary instanceof Promise) {
          return canary.then((canary2) => {
            return handleCanaryResult(canary2, payload, ctx);
          });
        }
        return handleCanaryResult(canary, payload, ctx);
      }
      const result = inst._zod.parse(payload, ctx);
      if (result instanceof Promise) {
        if (ctx.async === false)
          throw new $ZodAsyncError();
        return result.then((result2) => runChecks(result2, checks, ctx));
      }
      return runChecks(result, checks, ctx);
    };
  }
}, {
  // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
  get "~standard"() {
    return hide(this, "~standard", standardProps(this));
  },
  set "~standard"(value) {
    own(this, "~standard", value);
  }
});
var toStandardResult = /* @__PURE__ */ __name((r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value }, "toStandardResult");
async function validateAsync2(inst, value) {
  const ctx = { async: true };
  return toStandardResult(await inst._zod.run({ value, issues: [] }, ctx), ctx);
}
__name(validateAsync2, "validateAsync");
function standardProps(inst) {
  return {
    validate: /* @__PURE__ */ __name((value) => {
      const ctx = { async: false };
      try {
        const r = inst._zod.run({ value, issues: [] }, ctx);
        if (!(r instanceof Promise))
          return toStandardResult(r, ctx);
      } catch (_) {
      }
      return validateAsync2(inst, value);
    }, "validate"),
    vendor: "zod",
    version: 1
  };
}
__name(standardProps, "standardProps");
var $ZodString = /* @__PURE__ */ $constructor("$ZodString", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = def.pattern ?? anyString;
  inst._zod.parse = (payload, _) => {
    if (def.coerce)
      try {
        payload.value = String(payload.value);
      } catch (_2) {
      }
    if (typeof payload.value === "string")
      return payload;
    payload.issues.push({
      expected: "string",
      code: "invalid_type",
      input: payload.value,
      inst
    });
    return payload;
  };
});
var $ZodStringFormat = /* @__PURE__ */ $constructor("$ZodStringFormat", (inst, def) => {
  $ZodCheckStringFormat.init(inst, def);
  $ZodString.init(inst, def);
});
var $ZodGUID = /* @__PURE__ */ $constructor("$ZodGUID", (inst, def) => {
  def.pattern ?? (def.pattern = guid);
  $ZodStringFormat.init(inst, def);
});
var $ZodUUID = /* @__PURE__ */ $constructor("$ZodUUID", (inst, def) => {
  if (def.version) {
    const versionMap = {
      v1: 1,
      v2: 2,
      v3: 3,
      v4: 4,
      v5: 5,
      v6: 6,
      v7: 7,
      v8: 8
    };
    const v = versionMap[def.version];
    if (v === void 0)
      throw new Error(`Invalid UUID version: "${def.version}"`);
    def.pattern ?? (def.pattern = uuid(v));
  } else
    def.pattern ?? (def.pattern = uuid());
  $ZodStringFormat.init(inst, def);
});
var $ZodEmail = /* @__PURE__ */ $constructor("$ZodEmail", (inst, def) => {
  def.pattern ?? (def.pattern = email);
  $ZodStringFormat.init(inst, def);
});
var URL_BAD_FORMAT = 1;
var URL_UNPARSEABLE = 2;
function canParseURL(input) {
  try {
    if (typeof URL !== "undefined" && typeof URL.canParse === "function")
      return URL.canParse(input);
    new URL(input);
    return true;
  } catch {
    return false;
  }
}
__name(canParseURL, "canParseURL");
function validateURL(trimmed, def) {
  if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) {
    return canParseURL(trimmed) || URL_UNPARSEABLE;
  }
  return parseURLObject(trimmed, def);
}
__name(validateURL, "validateURL");
function parseURLObject(trimmed, def) {
  if (!def.normalize && def.protocol?.source === httpProtocol.source && !/^https?:\/\//i.test(trimmed)) {
    return URL_BAD_FORMAT;
  }
  try {
    if (typeof URL !== "undefined") {
      const URLStatic = URL;
      if (typeof URLStatic.parse === "function")
        return URLStatic.parse(trimmed) ?? URL_UNPARSEABLE;
    }
    return new URL(trimmed);
  } catch {
    return URL_UNPARSEABLE;
  }
}
__name(parseURLObject, "parseURLObject");
var asciiTabOrNewline = /[\t\n\r]/g;
function stripTabAndNewline(value) {
  return value.replace(asciiTabOrNewline, "");
}
__name(stripTabAndNewline, "stripTabAndNewline");
function urlHostnameOk(url, hostname) {
  hostname.lastIndex = 0;
  return hostname.test(url.hostname);
}
__name(urlHostnameOk, "urlHostnameOk");
function urlProtocolOk(url, protocol) {
  protocol.lastIndex = 0;
  return protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
__name(urlProtocolOk, "urlProtocolOk");
var $ZodURL = /* @__PURE__ */ $constructor("$ZodURL", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    try {
      const trimmed = payload.value.trim();
      const url = validateURL(trimmed, def);
      if (url === URL_BAD_FORMAT) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          note: "Invalid URL format",
          input: payload.value,
          inst,
          continue: !def.abort
        });
        return;
      }
      if (url === URL_UNPARSEABLE) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          input: payload.value,
          inst,
          continue: !def.abort
        });
        return;
      }
      if (url === true) {
        payload.value = stripTabAndNewline(trimmed);
        return;
      }
      if (def.hostname && !urlHostnameOk(url, def.hostname)) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          note: "Invalid hostname",
          pattern: def.hostname.source,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      }
      if (def.protocol && !urlProtocolOk(url, def.protocol)) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          note: "Invalid protocol",
          pattern: def.protocol.source,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      }
      payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
      return;
    } catch (_) {
      payload.issues.push({
        code: "invalid_format",
        format: "url",
        input: payload.value,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodEmoji = /* @__PURE__ */ $constructor("$ZodEmoji", (inst, def) => {
  def.pattern ?? (def.pattern = emoji());
  $ZodStringFormat.init(inst, def);
});
var $ZodNanoID = /* @__PURE__ */ $constructor("$ZodNanoID", (inst, def) => {
  if (def.length !== void 0 && (!Number.isInteger(def.length) || def.length < 1))
    throw new Error(`Invalid nanoid length: ${def.length}`);
  def.pattern ?? (def.pattern = def.length === void 0 ? nanoid : nanoidOfLength(def.length));
  $ZodStringFormat.init(inst, def);
});
var $ZodCUID = /* @__PURE__ */ $constructor("$ZodCUID", (inst, def) => {
  def.pattern ?? (def.pattern = cuid);
  $ZodStringFormat.init(inst, def);
});
var $ZodCUID2 = /* @__PURE__ */ $constructor("$ZodCUID2", (inst, def) => {
  def.pattern ?? (def.pattern = cuid2);
  $ZodStringFormat.init(inst, def);
});
var $ZodULID = /* @__PURE__ */ $constructor("$ZodULID", (inst, def) => {
  def.pattern ?? (def.pattern = ulid);
  $ZodStringFormat.init(inst, def);
});
var $ZodXID = /* @__PURE__ */ $constructor("$ZodXID", (inst, def) => {
  def.pattern ?? (def.pattern = xid);
  $ZodStringFormat.init(inst, def);
});
var $ZodKSUID = /* @__PURE__ */ $constructor("$ZodKSUID", (inst, def) => {
  def.pattern ?? (def.pattern = ksuid);
  $ZodStringFormat.init(inst, def);
});
var $ZodISODateTime = /* @__PURE__ */ $constructor("$ZodISODateTime", (inst, def) => {
  def.pattern ?? (def.pattern = datetime(def));
  $ZodStringFormat.init(inst, def);
});
var $ZodISODate = /* @__PURE__ */ $constructor("$ZodISODate", (inst, def) => {
  def.pattern ?? (def.pattern = date);
  $ZodStringFormat.init(inst, def);
});
var $ZodISOTime = /* @__PURE__ */ $constructor("$ZodISOTime", (inst, def) => {
  def.pattern ?? (def.pattern = time(def));
  $ZodStringFormat.init(inst, def);
});
var $ZodISODuration = /* @__PURE__ */ $constructor("$ZodISODuration", (inst, def) => {
  def.pattern ?? (def.pattern = duration);
  $ZodStringFormat.init(inst, def);
});
var $ZodIPv4 = /* @__PURE__ */ $constructor("$ZodIPv4", (inst, def) => {
  def.pattern ?? (def.pattern = ipv4);
  $ZodStringFormat.init(inst, def);
});
var ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
  if (!ipv6Alphabet.test(value))
    return false;
  return canParseURL(`http://[${value}]`);
}
__name(isValidIPv6, "isValidIPv6");
var $ZodIPv6 = /* @__PURE__ */ $constructor("$ZodIPv6", (inst, def) => {
  def.pattern ?? (def.pattern = ipv6);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (!isValidIPv6(payload.value)) {
      payload.issues.push({
        code: "invalid_format",
        format: "ipv6",
        input: payload.value,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodCIDRv4 = /* @__PURE__ */ $constructor("$ZodCIDRv4", (inst, def) => {
  def.pattern ?? (def.pattern = cidrv4);
  $ZodStringFormat.init(inst, def);
});
function isValidCIDRv6(value) {
  const parts = value.split("/");
  if (parts.length !== 2)
    return false;
  const [address, prefix] = parts;
  if (!prefix)
    return false;
  const prefixNum = Number(prefix);
  if (`${prefixNum}` !== prefix)
    return false;
  if (prefixNum < 0 || prefixNum > 128)
    return false;
  return isValidIPv6(address);
}
__name(isValidCIDRv6, "isValidCIDRv6");
var $ZodCIDRv6 = /* @__PURE__ */ $constructor("$ZodCIDRv6", (inst, def) => {
  def.pattern ?? (def.pattern = cidrv6);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (!isValidCIDRv6(payload.value)) {
      payload.issues.push({
        code: "invalid_format",
        format: "cidrv6",
        input: payload.value,
        inst,
        continue: !def.abort
      });
    }
  };
});
function isValidBase64(data) {
  if (data === "")
    return true;
  if (/\s/.test(data))
    return false;
  if (data.length % 4 !== 0)
    return false;
  try {
    atob(data);
    return true;
  } catch {
    return false;
  }
}
__name(isValidBase64, "isValidBase64");
var base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
var $ZodBase64 = /* @__PURE__ */ $constructor("$ZodBase64", (inst, def) => {
  def.pattern ?? (def.pattern = base64Charset);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (isValidBase64(payload.value))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: "base64",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
  if (!base64urlCharset.test(data))
    return false;
  const base642 = data.replace(/[-_]/g, (c) => c === "-" ? "+" : "/");
  const padded = base642.padEnd(Math.ceil(base642.length / 4) * 4, "=");
  return isValidBase64(padded);
}
__name(isValidBase64URL, "isValidBase64URL");
var $ZodBase64URL = /* @__PURE__ */ $constructor("$ZodBase64URL", (inst, def) => {
  def.pattern ?? (def.pattern = base64urlCharset);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (isValidBase64URL(payload.value))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: "base64url",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodE164 = /* @__PURE__ */ $constructor("$ZodE164", (inst, def) => {
  def.pattern ?? (def.pattern = e164);
  $ZodStringFormat.init(inst, def);
});
function isValidJWT(token, algorithm = null) {
  try {
    const tokensParts = token.split(".");
    if (tokensParts.length !== 3)
      return false;
    const [header] = tokensParts;
    if (!header)
      return false;
    const parsedHeader = JSON.parse(atob(header));
    if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT")
      return false;
    if (!parsedHeader.alg)
      return false;
    if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm))
      return false;
    return true;
  } catch {
    return false;
  }
}
__name(isValidJWT, "isValidJWT");
var $ZodJWT = /* @__PURE__ */ $constructor("$ZodJWT", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (isValidJWT(payload.value, def.alg))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: "jwt",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodNumber = /* @__PURE__ */ $constructor("$ZodNumber", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = number;
  inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Number(payload.value);
      } catch (_) {
      }
    const input = payload.value;
    if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) {
      return payload;
    }
    const received = typeof input === "number" ? Number.isNaN(input) ? "NaN" : !Number.isFinite(input) ? String(input) : void 0 : void 0;
    payload.issues.push({
      expected: "number",
      code: "invalid_type",
      input,
      inst,
      ...received ? { received } : {}
    });
    return payload;
  };
});
var $ZodNumberFormat = /* @__PURE__ */ $constructor("$ZodNumberFormat", (inst, def) => {
  $ZodCheckNumberFormat.init(inst, def);
  $ZodNumber.init(inst, def);
});
var $ZodBoolean = /* @__PURE__ */ $constructor("$ZodBoolean", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = boolean;
  inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Boolean(payload.value);
      } catch (_) {
      }
    const input = payload.value;
    if (typeof input === "boolean")
      return payload;
    payload.issues.push({
      expected: "boolean",
      code: "invalid_type",
      input,
      inst
    });
    return payload;
  };
});
var $ZodNull = /* @__PURE__ */ $constructor("$ZodNull", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = _null;
  inst._zod.values = /* @__PURE__ */ new Set([null]);
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (input === null)
      return payload;
    payload.issues.push({
      expected: "null",
      code: "invalid_type",
      input,
      inst
    });
    return payload;
  };
});
var $ZodUnknown = /* @__PURE__ */ $constructor("$ZodUnknown", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload) => payload;
});
var $ZodNever = /* @__PURE__ */ $constructor("$ZodNever", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _ctx) => {
    payload.issues.push({
      expected: "never",
      code: "invalid_type",
      input: payload.value,
      inst
    });
    return payload;
  };
});
function capSize(inst, size) {
  const caps = sizeCaps(inst._zod.def.checks);
  if (!caps.length)
    return;
  const cap = Math.min(...caps.map((c) => c[0]));
  const parse3 = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    const n = size(payload.value);
    if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
      for (const [max, ch] of sizeCaps(inst._zod.def.checks)) {
        if (n > max && ch._zod.def.when(payload)) {
          const start = payload.issues.length;
          ch._zod.check(payload);
          payload.issues[start].continue = false;
          attachSchema(payload.issues, start, inst);
          return payload;
        }
      }
    }
    return parse3(payload, ctx);
  };
}
__name(capSize, "capSize");
var arraySize = /* @__PURE__ */ __name((input) => Array.isArray(input) ? input.length : -1, "arraySize");
function handleArrayResult(result, final, index) {
  if (result.issues.length) {
    final.issues.push(...prefixIssues(index, result.issues));
  }
  final.value[index] = result.value;
}
__name(handleArrayResult, "handleArrayResult");
var $ZodArray = /* @__PURE__ */ $constructor("$ZodArray", (inst, def) => {
  $ZodType.init(inst, def);
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!Array.isArray(input)) {
      payload.issues.push({
        expected: "array",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    payload.value = memo2 ? memo2.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
    const proms = [];
    const abortEarly = ctx?.abortEarly;
    for (let i = 0; i < input.length; i++) {
      const item = input[i];
      const result = def.element._zod.run({
        value: item,
        issues: []
      }, ctx);
      if (result instanceof Promise) {
        proms.push(result.then((result2) => handleArrayResult(result2, payload, i)));
      } else {
        handleArrayResult(result, payload, i);
        if (abortEarly && result.issues.length !== 0 && aborted(result))
          break;
      }
    }
    if (proms.length) {
      return Promise.all(proms).then(() => payload);
    }
    return payload;
  };
  capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
  const isPresent = key in input;
  const isOptionalOut = optout === "optional";
  if (!isPresent && isOptionalOut && optin === "optional") {
    return;
  }
  if (result.issues.length) {
    if (optin !== void 0 && isOptionalOut && !isPresent) {
      return;
    }
    final.issues.push(...prefixIssues(key, result.issues));
  }
  if (!isPresent && optin === void 0) {
    if (!result.issues.length) {
      final.issues.push({
        code: "invalid_type",
        expected: "nonoptional",
        input: void 0,
        path: [key]
      });
    }
    return;
  }
  if (result.value === void 0) {
    if (isPresent || optin === "defaulted" && !isOptionalOut) {
      final.value[key] = void 0;
    }
  } else {
    final.value[key] = result.value;
  }
}
__name(handlePropertyResult, "handlePropertyResult");
var NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
  const keys = Object.keys(def.shape);
  const ownSymbols = Object.getOwnPropertySymbols(def.shape);
  const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
  const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
  for (const k of allKeys) {
    if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) {
      throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
    }
  }
  const okeys = optionalKeys(def.shape);
  return {
    ...def,
    allKeys,
    symbolKeys,
    // string-only: handleCatchall matches it against `for...in`, which never yields a symbol
    keySet: new Set(keys),
    numKeys: keys.length,
    optionalKeys: new Set(okeys)
  };
}
__name(normalizeDef, "normalizeDef");
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
  const unrecognized = [];
  const keySet = def.keySet;
  const _catchall = def.catchall._zod;
  const t = _catchall.def.type;
  const optin = _catchall.optin;
  const optout = _catchall.optout;
  let seen = 0;
  for (const key in input) {
    if (abortEarly && payload.issues.length !== seen) {
      if (aborted(payload, seen))
        break;
      seen = payload.issues.length;
    }
    if (keySet.has(key))
      continue;
    if (key === "__proto__") {
      if (t === "never")
        unrecognized.push(key);
      continue;
    }
    if (t === "never") {
      unrecognized.push(key);
      continue;
    }
    const r = _catchall.run({ value: input[key], issues: [] }, ctx);
    if (r instanceof Promise) {
      proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout)));
    } else {
      handlePropertyResult(r, payload, key, input, optin, optout);
    }
  }
  if (unrecognized.length) {
    payload.issues.push({
      code: "unrecognized_keys",
      keys: unrecognized,
      input,
      inst,
      // Describes the shape of the input, not the validity of the parsed value, so it never aborts. The parse still fails; the schema's own checks just get to run first, and an enclosing intersection can reconcile the key against a sibling operand.
      continue: true
    });
  }
  if (!proms.length)
    return payload;
  return Promise.all(proms).then(() => {
    return payload;
  });
}
__name(handleCatchall, "handleCatchall");
var $ZodObject = /* @__PURE__ */ $constructor("$ZodObject", (inst, def) => {
  $ZodType.init(inst, def);
  const desc = Object.getOwnPropertyDescriptor(def, "shape");
  const sh = desc?.get ? desc.get.raw : def.shape ?? {};
  if (sh) {
    const get = /* @__PURE__ */ __name(() => {
      const newSh = { ...sh };
      Object.defineProperty(def, "shape", { value: newSh });
      get.raw = newSh;
      return newSh;
    }, "get");
    get.raw = sh;
    Object.defineProperty(def, "shape", { get });
  }
  const _normalized = cached(() => normalizeDef(def));
  defineLazyInternal(inst, "propValues", (zod) => {
    const shape = zod.def.shape;
    const propValues = {};
    for (const key in shape) {
      const field = shape[key]._zod;
      if (field.values) {
        if (!Object.prototype.hasOwnProperty.call(propValues, key)) {
          assignProp(propValues, key, /* @__PURE__ */ new Set());
        }
        for (const v of field.values)
          propValues[key].add(v);
        if (field.optin !== void 0)
          propValues[key].add(void 0);
      }
    }
    return propValues;
  });
  const isObject2 = isObject;
  const catchall = def.catchall;
  let value;
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    const input = payload.value;
    if (!isObject2(input)) {
      payload.issues.push({
        expected: "object",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
    const proms = [];
    const shape = value.shape;
    const abortEarly = ctx?.abortEarly;
    let seen = payload.issues.length;
    for (const key of value.allKeys) {
      if (abortEarly && payload.issues.length !== seen) {
        if (aborted(payload, seen))
          break;
        seen = payload.issues.length;
      }
      if (key === "__proto__")
        continue;
      const el = shape[key];
      const optin = el._zod.optin;
      const optout = el._zod.optout;
      const r = el._zod.run({ value: input[key], issues: [] }, ctx);
      if (r instanceof Promise) {
        proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout)));
      } else {
        handlePropertyResult(r, payload, key, input, optin, optout);
      }
    }
    if (!catchall) {
      return proms.length ? Promise.all(proms).then(() => payload) : payload;
    }
    return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
  };
});
var $ZodObjectJIT = /* @__PURE__ */ $constructor("$ZodObjectJIT", (inst, def) => {
  $ZodObject.init(inst, def);
  const superParse = inst._zod.parse;
  const _normalized = cached(() => normalizeDef(def));
  const memo2 = globalConfig.memoizer;
  const generateFastpass = /* @__PURE__ */ __name((shape) => {
    const normalized = _normalized.value;
    const syms = normalized.symbolKeys;
    const doc = new Doc(["payload", "ctx"], { shape, inst, memo: memo2, syms });
    const parseStr = /* @__PURE__ */ __name((k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`, "parseStr");
    const prefixStr = /* @__PURE__ */ __name((id2, k) => `
          let ${id2}_ab = false;
          for (let i = 0; i < ${id2}.issues.length; i++) {
            const iss = ${id2}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id2}_ab = true;
          }
          if (${id2}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`, "prefixStr");
    doc.write(`const input = payload.value;`);
    const ids = /* @__PURE__ */ Object.create(null);
    let counter2 = 0;
    for (const key of normalized.allKeys) {
      ids[key] = `key_${counter2++}`;
    }
    doc.write(memo2 ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
    for (const key of normalized.allKeys) {
      if (key === "__proto__")
        continue;
      const id2 = ids[key];
      const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : esc(key);
      const isPresent = `${k} in input`;
      const schema = shape[key];
      const optin = schema?._zod?.optin;
      const isOptionalIn = optin !== void 0;
      const isOptionalOut = schema?._zod?.optout === "optional";
      doc.write(`const ${id2} = ${parseStr(k)};`);
      if (isOptionalIn && isOptionalOut) {
        const assign = optin === "optional" ? `${id2}_present` : `${id2}.value !== undefined || ${id2}_present`;
        doc.write(`
        const ${id2}_present = ${isPresent};
        if (!${id2}.issues.length || ${id2}_present) {
          if (${id2}.issues.length) {${prefixStr(id2, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id2}.value;
          }
        }

      `);
      } else if (!isOptionalIn) {
        doc.write(`
        const ${id2}_present = ${isPresent};
        if (${id2}.issues.length) {${prefixStr(id2, k)}
        }
        if (!${id2}_present && !${id2}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id2}_present) {
          newResult[${k}] = ${id2}.value;
        }

      `);
      } else {
        doc.write(`
        if (${id2}.issues.length) {${prefixStr(id2, k)}
        }
      `);
        if (optin === "defaulted") {
          doc.write(`newResult[${k}] = ${id2}.value;`);
        } else {
          doc.write(`
        if (${id2}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id2}.value;
        }
      `);
        }
      }
    }
    doc.write(`payload.value = newResult;`);
    doc.write(`return payload;`);
    return doc.compile();
  }, "generateFastpass");
  let fastpass;
  const isObject2 = isObject;
  const jit = !globalConfig.jitless;
  const allowsEval2 = allowsEval;
  const fastEnabled = jit && allowsEval2.value;
  const catchall = def.catchall;
  let value;
  inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    const input = payload.value;
    if (!isObject2(input)) {
      payload.issues.push({
        expected: "object",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
      if (!fastpass)
        fastpass = generateFastpass(def.shape);
      payload = fastpass(payload, ctx);
      if (!catchall)
        return payload;
      return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
    }
    return superParse(payload, ctx);
  };
});
function handleUnionResults(results, final, inst, ctx) {
  for (const result of results) {
    if (result.issues.length === 0) {
      final.value = result.value;
      return final;
    }
  }
  const nonaborted = results.filter((r) => !aborted(r));
  if (nonaborted.length === 1) {
    final.value = nonaborted[0].value;
    return nonaborted[0];
  }
  final.issues.push({
    code: "invalid_union",
    input: final.value,
    inst,
    errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
  });
  return final;
}
__name(handleUnionResults, "handleUnionResults");
var $ZodUnion = /* @__PURE__ */ $constructor("$ZodUnion", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
  defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
  defineLazyInternal(inst, "values", (zod) => {
    if (zod.def.options.every((o) => o._zod.values)) {
      return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
    }
    return void 0;
  });
  defineLazyInternal(inst, "pattern", (zod) => {
    if (zod.def.options.every((o) => o._zod.pattern)) {
      const patterns = zod.def.options.map((o) => o._zod.pattern);
      return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
    }
    return void 0;
  });
  const first = def.options.length === 1 ? def.options[0]._zod.run : null;
  inst._zod.parse = (payload, ctx) => {
    if (first) {
      return first(payload, ctx);
    }
    let async = false;
    const results = [];
    for (const option of def.options) {
      const result = option._zod.run({
        value: payload.value,
        issues: []
      }, ctx);
      if (result instanceof Promise) {
        results.push(result);
        async = true;
      } else {
        if (result.issues.length === 0)
          return result;
        results.push(result);
      }
    }
    if (!async)
      return handleUnionResults(results, payload, inst, ctx);
    return Promise.all(results).then((results2) => {
      return handleUnionResults(results2, payload, inst, ctx);
    });
  };
});
var $ZodIntersection = /* @__PURE__ */ $constructor("$ZodIntersection", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    const left = def.left._zod.run({ value: input, issues: [] }, ctx);
    const right = def.right._zod.run({ value: input, issues: [] }, ctx);
    const async = left instanceof Promise || right instanceof Promise;
    if (async) {
      return Promise.all([left, right]).then(([left2, right2]) => {
        return handleIntersectionResults(payload, left2, right2);
      });
    }
    return handleIntersectionResults(payload, left, right);
  };
});
function mergeValues(a, b) {
  if (a === b) {
    return { valid: true, data: a };
  }
  if (a instanceof Date && b instanceof Date && +a === +b) {
    return { valid: true, data: a };
  }
  if (isPlainObject(a) && isPlainObject(b)) {
    const bKeys = Object.keys(b);
    const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
    const newObj = { ...a, ...b };
    if (Object.prototype.hasOwnProperty.call(newObj, "__proto__"))
      delete newObj.__proto__;
    for (const key of sharedKeys) {
      if (key === "__proto__")
        continue;
      const sharedValue = mergeValues(a[key], b[key]);
      if (!sharedValue.valid) {
        return {
          valid: false,
          mergeErrorPath: [key, ...sharedValue.mergeErrorPath]
        };
      }
      newObj[key] = sharedValue.data;
    }
    return { valid: true, data: newObj };
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) {
      return { valid: false, mergeErrorPath: [] };
    }
    const newArray = [];
    for (let index = 0; index < a.length; index++) {
      const itemA = a[index];
      const itemB = b[index];
      const sharedValue = mergeValues(itemA, itemB);
      if (!sharedValue.valid) {
        return {
          valid: false,
          mergeErrorPath: [index, ...sharedValue.mergeErrorPath]
        };
      }
      newArray.push(sharedValue.data);
    }
    return { valid: true, data: newArray };
  }
  return { valid: false, mergeErrorPath: [] };
}
__name(mergeValues, "mergeValues");
function handleIntersectionResults(result, left, right) {
  const unrecKeys = /* @__PURE__ */ new Map();
  let unrecIssue;
  const keyIssues = /* @__PURE__ */ new Map();
  const collect = /* @__PURE__ */ __name((iss, side) => {
    let keys;
    if (iss.code === "unrecognized_keys" && !iss.path?.length) {
      unrecIssue ?? (unrecIssue = iss);
      keys = iss.keys;
    } else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
      const k = String(iss.path[0]);
      if (!keyIssues.has(k))
        keyIssues.set(k, iss);
      keys = [k];
    } else {
      return false;
    }
    for (const k of keys) {
      if (!unrecKeys.has(k))
        unrecKeys.set(k, {});
      unrecKeys.get(k)[side] = true;
    }
    return true;
  }, "collect");
  for (const iss of left.issues) {
    if (!collect(iss, "l"))
      result.issues.push(iss);
  }
  for (const iss of right.issues) {
    if (!collect(iss, "r"))
      result.issues.push(iss);
  }
  const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
  if (bothKeys.length) {
    const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
    if (aggregated.length)
      result.issues.push({ ...unrecIssue, keys: aggregated });
    for (const k of bothKeys) {
      if (!aggregated.includes(k) && keyIssues.has(k))
        result.issues.push(keyIssues.get(k));
    }
  }
  const merged = mergeValues(left.value, right.value);
  if (!merged.valid) {
    if (aborted(result))
      return result;
    throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(merged.mergeErrorPath)}`);
  }
  result.value = merged.data;
  return result;
}
__name(handleIntersectionResults, "handleIntersectionResults");
var $ZodRecord = /* @__PURE__ */ $constructor("$ZodRecord", (inst, def) => {
  $ZodType.init(inst, def);
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!isPlainObject(input)) {
      payload.issues.push({
        expected: "record",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    const proms = [];
    const values = def.keyType._zod.values;
    if (values && !def.partial) {
      payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
      const recordKeys = /* @__PURE__ */ new Set();
      for (const key of values) {
        if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
          recordKeys.add(typeof key === "number" ? key.toString() : key);
          if (key === "__proto__")
            continue;
          const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
          if (keyResult instanceof Promise) {
            throw new Error("Async schemas not supported in object keys currently");
          }
          if (keyResult.issues.length) {
            payload.issues.push({
              code: "invalid_key",
              origin: "record",
              issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
              input: key,
              path: [key],
              inst
            });
            continue;
          }
          const outKey = keyResult.value;
          if (outKey === "__proto__")
            continue;
          const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
          if (result instanceof Promise) {
            proms.push(result.then((result2) => {
              if (result2.issues.length) {
                payload.issues.push(...prefixIssues(key, result2.issues));
              }
              payload.value[outKey] = result2.value;
            }));
          } else {
            if (result.issues.length) {
              payload.issues.push(...prefixIssues(key, result.issues));
            }
            payload.value[outKey] = result.value;
          }
        }
      }
      let unrecognized;
      for (const key in input) {
        if (!recordKeys.has(key)) {
          if (def.mode === "loose") {
            if (key === "__proto__")
              continue;
            payload.value[key] = input[key];
          } else {
            unrecognized = unrecognized ?? [];
            unrecognized.push(key);
          }
        }
      }
      if (unrecognized && unrecognized.length > 0) {
        payload.issues.push({
          code: "unrecognized_keys",
          input,
          inst,
          keys: unrecognized,
          continue: true
        });
      }
    } else {
      payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
      let unrecognized;
      for (const key of Reflect.ownKeys(input)) {
        if (key === "__proto__")
          continue;
        if (!Object.prototype.propertyIsEnumerable.call(input, key))
          continue;
        let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
        if (keyResult instanceof Promise) {
          throw new Error("Async schemas not supported in object keys currently");
        }
        const checkNumericKey = typeof key === "string" && number.test(key) && keyResult.issues.length;
        if (checkNumericKey) {
          const retryResult = def.keyType._zod.run({ value: Number(key), issues: [] }, ctx);
          if (retryResult instanceof Promise) {
            throw new Error("Async schemas not supported in object keys currently");
          }
          if (retryResult.issues.length === 0) {
            keyResult = retryResult;
          }
        }
        if (keyResult.issues.length) {
          if (def.mode === "loose") {
            payload.value[key] = input[key];
          } else if (values) {
            unrecognized = unrecognized ?? [];
            unrecognized.push(key);
          } else {
            payload.issues.push({
              code: "invalid_key",
              origin: "record",
              issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
              input: key,
              path: [key],
              inst
            });
          }
          continue;
        }
        const outKey = keyResult.value;
        if (outKey === "__proto__")
          continue;
        const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
        if (result instanceof Promise) {
          proms.push(result.then((result2) => {
            if (result2.issues.length) {
              payload.issues.push(...prefixIssues(key, result2.issues));
            }
            payload.value[outKey] = result2.value;
          }));
        } else {
          if (result.issues.length) {
            payload.issues.push(...prefixIssues(key, result.issues));
          }
          payload.value[outKey] = result.value;
        }
      }
      if (unrecognized && unrecognized.length > 0) {
        payload.issues.push({
          code: "unrecognized_keys",
          input,
          inst,
          keys: unrecognized,
          continue: true
        });
      }
    }
    if (proms.length) {
      return Promise.all(proms).then(() => payload);
    }
    return payload;
  };
});
var $ZodEnum = /* @__PURE__ */ $constructor("$ZodEnum", (inst, def) => {
  $ZodType.init(inst, def);
  const values = getEnumValues(def.entries);
  const valuesSet = new Set(values);
  inst._zod.values = valuesSet;
  defineLazyInternal(inst, "pattern", (zod) => {
    const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
    return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
  });
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (valuesSet.has(input)) {
      return payload;
    }
    payload.issues.push({
      code: "invalid_value",
      values,
      input,
      inst
    });
    return payload;
  };
});
var $ZodLiteral = /* @__PURE__ */ $constructor("$ZodLiteral", (inst, def) => {
  $ZodType.init(inst, def);
  const values = new Set(def.values);
  inst._zod.values = values;
  defineLazyInternal(inst, "pattern", (zod) => {
    const vals = zod.def.values;
    return new RegExp(vals.length ? `^(${vals.map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
  });
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (values.has(input)) {
      return payload;
    }
    payload.issues.push({
      code: "invalid_value",
      values: def.values,
      input,
      inst
    });
    return payload;
  };
});
var $ZodTransform = /* @__PURE__ */ $constructor("$ZodTransform", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "optional";
  globalConfig.memoizer?.guard(inst);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      throw new $ZodEncodeError(inst.constructor.name);
    }
    const _out = def.transform(payload.value, payload);
    if (ctx.async) {
      const output = _out instanceof Promise ? _out : Promise.resolve(_out);
      return output.then((output2) => {
        payload.value = output2;
        return payload;
      });
    }
    if (_out instanceof Promise) {
      throw new $ZodAsyncError();
    }
    payload.value = _out;
    return payload;
  };
});
function handleOptionalResult(payload, result) {
  payload.value = result.issues.length ? void 0 : result.value;
  return payload;
}
__name(handleOptionalResult, "handleOptionalResult");
var $ZodOptional = /* @__PURE__ */ $constructor("$ZodOptional", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
  inst._zod.optout = "optional";
  defineLazyInternal(inst, "values", (zod) => {
    const values = zod.def.innerType._zod.values;
    return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
  });
  defineLazyInternal(inst, "pattern", (zod) => {
    const pattern2 = zod.def.innerType._zod.pattern;
    return pattern2 ? new RegExp(`^(${cleanRegex(pattern2.source)})?$`) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    if (payload.value === void 0) {
      if (def.innerType._zod.optin !== "defaulted")
        return payload;
      const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
      if (result instanceof Promise)
        return result.then((result2) => handleOptionalResult(payload, result2));
      return handleOptionalResult(payload, result);
    }
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodExactOptional = /* @__PURE__ */ $constructor("$ZodExactOptional", (inst, def) => {
  $ZodOptional.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
  inst._zod.parse = (payload, ctx) => {
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodNullable = /* @__PURE__ */ $constructor("$ZodNullable", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
  defineLazyInternal(inst, "pattern", (zod) => {
    const pattern2 = zod.def.innerType._zod.pattern;
    return pattern2 ? new RegExp(`^(${cleanRegex(pattern2.source)}|null)$`) : void 0;
  });
  defineLazyInternal(inst, "values", (zod) => {
    return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    if (payload.value === null)
      return payload;
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodDefault = /* @__PURE__ */ $constructor("$ZodDefault", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "defaulted";
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    if (payload.value === void 0) {
      payload.value = def.defaultValue;
      return payload;
    }
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) {
      return result.then((result2) => handleDefaultResult(result2, def));
    }
    return handleDefaultResult(result, def);
  };
});
function handleDefaultResult(payload, def) {
  if (payload.value === void 0) {
    payload.value = def.defaultValue;
  }
  return payload;
}
__name(handleDefaultResult, "handleDefaultResult");
var $ZodPrefault = /* @__PURE__ */ $constructor("$ZodPrefault", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "defaulted";
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    if (payload.value === void 0) {
      payload.value = def.defaultValue;
    }
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodNonOptional = /* @__PURE__ */ $constructor("$ZodNonOptional", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => {
    const v = zod.def.innerType._zod.values;
    return v ? new Set([...v].filter((x) => x !== void 0)) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) {
      return result.then((result2) => handleNonOptionalResult(result2, inst));
    }
    return handleNonOptionalResult(result, inst);
  };
});
function handleNonOptionalResult(payload, inst) {
  if (!payload.issues.length && payload.value === void 0) {
    payload.issues.push({
      code: "invalid_type",
      expected: "nonoptional",
      input: payload.value,
      inst
    });
  }
  return payload;
}
__name(handleNonOptionalResult, "handleNonOptionalResult");
function handleCatchResult(payload, result, def, ctx) {
  if (!result.issues.length) {
    payload.value = result.value;
    if (result.memo)
      payload.memo = true;
    return payload;
  }
  payload.value = def.catchValue({
    ...result,
    value: payload.value,
    error: {
      issues: result.issues.map((iss) => finalizeIssue(iss, ctx, config()))
    },
    input: payload.value
  });
  return payload;
}
__name(handleCatchResult, "handleCatchResult");
var $ZodCatch = /* @__PURE__ */ $constructor("$ZodCatch", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
    if (result instanceof Promise) {
      return result.then((result2) => handleCatchResult(payload, result2, def, ctx));
    }
    return handleCatchResult(payload, result, def, ctx);
  };
});
var $ZodPipe = /* @__PURE__ */ $constructor("$ZodPipe", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
  defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
  defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      const right = def.out._zod.run(payload, ctx);
      if (right instanceof Promise) {
        return right.then((right2) => handlePipeResult(right2, def.in, ctx));
      }
      return handlePipeResult(right, def.in, ctx);
    }
    const left = def.in._zod.run(payload, ctx);
    if (left instanceof Promise) {
      return left.then((left2) => handlePipeResult(left2, def.out, ctx));
    }
    return handlePipeResult(left, def.out, ctx);
  };
});
function handlePipeResult(left, next, ctx) {
  if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
    left.aborted = true;
    return left;
  }
  return next._zod.run({ value: left.value, issues: left.issues }, ctx);
}
__name(handlePipeResult, "handlePipeResult");
var $ZodReadonly = /* @__PURE__ */ $constructor("$ZodReadonly", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) {
      return result.then(handleReadonlyResult);
    }
    return handleReadonlyResult(result);
  };
});
function handleReadonlyResult(payload) {
  if (!payload.memo)
    payload.value = Object.freeze(payload.value);
  return payload;
}
__name(handleReadonlyResult, "handleReadonlyResult");
var $ZodCustom = /* @__PURE__ */ $constructor("$ZodCustom", (inst, def) => {
  $ZodCheck.init(inst, def);
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _) => {
    return payload;
  };
  inst._zod.check = (payload) => {
    const input = payload.value;
    const r = def.fn(input);
    if (r instanceof Promise) {
      return r.then((r2) => handleRefineResult(r2, payload, input, inst));
    }
    handleRefineResult(r, payload, input, inst);
    return;
  };
});
function handleRefineResult(result, payload, input, inst) {
  if (!result) {
    const _iss = {
      code: "custom",
      input,
      inst,
      // incorporates params.error into issue reporting
      path: [...inst._zod.def.path ?? []],
      // incorporates params.error into issue reporting
      continue: !inst._zod.def.abort
      // params: inst._zod.def.params,
    };
    if (inst._zod.def.params)
      _iss.params = inst._zod.def.params;
    payload.issues.push(issue(_iss));
  }
}
__name(handleRefineResult, "handleRefineResult");

// node_modules/zod/v4/core/memoizer.js
var $ZodCyclicError = class extends Error {
  static {
    __name(this, "$ZodCyclicError");
  }
  constructor() {
    super(`Cannot parse a reference cycle that closes through a transform`);
    this.name = "ZodCyclicError";
  }
};
var STATE = "~memo";
var NO_ISSUES = [];
function isRef(value) {
  return value !== null && typeof value === "object";
}
__name(isRef, "isRef");
function cloneIssues(issues) {
  return issues.map((iss) => iss.path ? { ...iss, path: iss.path.slice() } : { ...iss });
}
__name(cloneIssues, "cloneIssues");
var recursive = /* @__PURE__ */ new WeakMap();
var NONE = 0;
var ASSUMED = 1;
var PROVEN = 2;
function isRecursive(inst, stack, resolve) {
  const cached2 = recursive.get(inst);
  if (cached2 !== void 0)
    return cached2 ? PROVEN : NONE;
  if (stack.has(inst))
    return PROVEN;
  stack.add(inst);
  let result = NONE;
  const check = /* @__PURE__ */ __name((child) => {
    if (result !== PROVEN && child?._zod) {
      const answer = isRecursive(child, stack, resolve);
      if (answer > result)
        result = answer;
    }
  }, "check");
  const shape = /* @__PURE__ */ __name((sh, spread) => {
    let answer = NONE;
    for (const key of Reflect.ownKeys(sh)) {
      const desc = Object.getOwnPropertyDescriptor(sh, key);
      if (spread && !desc.enumerable)
        continue;
      const child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve) : NONE;
      if (child > answer)
        answer = child;
    }
    return answer;
  }, "shape");
  const merge2 = /* @__PURE__ */ __name((answer) => {
    if (answer > result)
      result = answer;
  }, "merge");
  const def = inst._zod.def;
  const kind = def.type;
  switch (kind) {
    case "object": {
      const raw = rawShape(def);
      merge2(raw ? shape(raw, true) : ASSUMED);
      check(def.catchall);
      break;
    }
    case "array":
      check(def.element);
      break;
    case "tuple":
      for (const el of def.items)
        check(el);
      check(def.rest);
      break;
    case "record":
    case "map":
      check(def.keyType);
      check(def.valueType);
      break;
    case "set":
      check(def.valueType);
      break;
    case "union":
      for (const el of def.options)
        check(el);
      break;
    case "intersection":
      check(def.left);
      check(def.right);
      break;
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "catch":
    case "readonly":
    case "nonoptional":
    case "promise":
    case "success":
      check(def.innerType);
      break;
    case "pipe":
      check(def.in);
      check(def.out);
      break;
    case "function":
      check(def.input);
      check(def.output);
      break;
    // `$ZodLazy` caches its inner on the def, so a resolved edge is followed exactly
    case "lazy": {
      const inner = def._cachedInner ?? (resolve ? inst._zod.innerType : void 0);
      merge2(inner ? isRecursive(inner, stack, false) : ASSUMED);
      break;
    }
    // a leaf by choice: `parts` are regex fragments, not data positions
    case "template_literal":
    // leaves
    case "string":
    case "number":
    case "int":
    case "boolean":
    case "bigint":
    case "symbol":
    case "undefined":
    case "null":
    case "void":
    case "never":
    case "any":
    case "unknown":
    case "date":
    case "nan":
    case "enum":
    case "literal":
    case "file":
    case "transform":
    case "custom":
      break;
    default: {
      kind;
      for (const key in def) {
        const desc = Object.getOwnPropertyDescriptor(def, key);
        if (!desc || desc.get)
          continue;
        const value = desc.value;
        if (!value || typeof value !== "object")
          continue;
        if (value._zod)
          check(value);
        else if (Array.isArray(value))
          for (const el of value)
            check(el);
      }
    }
  }
  stack.delete(inst);
  return settle(inst, result);
}
__name(isRecursive, "isRecursive");
function settle(inst, answer) {
  if (answer !== ASSUMED)
    recursive.set(inst, answer === PROVEN);
  return answer;
}
__name(settle, "settle");
function bucketFor(state, inst) {
  let bucket = state.buckets.get(inst);
  if (!bucket) {
    bucket = /* @__PURE__ */ new WeakMap();
    state.buckets.set(inst, bucket);
  }
  return bucket;
}
__name(bucketFor, "bucketFor");
var handoff;
var open = [];
var memo = {
  alloc(_inst, payload, empty) {
    const bucket = handoff;
    if (!bucket)
      return empty;
    handoff = void 0;
    const entry = { value: empty, issues: null };
    bucket.set(payload.value, entry);
    open.push(entry);
    return empty;
  },
  guard(inst) {
    var _a3;
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
    inst._zod.deferred.push(() => {
      const base = inst._zod.parse;
      const wrapped = /* @__PURE__ */ __name((payload, ctx) => {
        if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value))
          throw new $ZodCyclicError();
        return base(payload, ctx);
      }, "wrapped");
      inst._zod.parse = wrapped;
      if (inst._zod.run === base)
        inst._zod.run = wrapped;
    });
  },
  attach(inst) {
    var _a3;
    let isRecursiveInst;
    let rechecked = false;
    let lastCtx;
    let lastBucket;
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
    inst._zod.deferred.push(() => {
      const base = inst._zod.parse;
      const wrapped = /* @__PURE__ */ __name((payload, ctx) => {
        if (isRecursiveInst === void 0) {
          const walked = isRecursive(inst, /* @__PURE__ */ new Set(), false);
          if (walked === NONE) {
            inst._zod.parse = base;
            if (inst._zod.run === wrapped)
              inst._zod.run = base;
            return base(payload, ctx);
          }
          if (walked === PROVEN || rechecked)
            isRecursiveInst = true;
          else
            rechecked = true;
        }
        const input = payload.value;
        if (!isRef(input))
          return base(payload, ctx);
        let state = ctx[STATE];
        if (!state) {
          state = { buckets: /* @__PURE__ */ new WeakMap(), backEdges: void 0 };
          ctx[STATE] = state;
        }
        let bucket;
        if (lastCtx === ctx) {
          bucket = lastBucket;
        } else {
          bucket = bucketFor(state, inst);
          lastCtx = ctx;
          lastBucket = bucket;
        }
        const hit = bucket.get(input);
        if (hit) {
          payload.value = hit.value;
          if (hit.issues) {
            if (hit.issues.length)
              payload.issues.push(...cloneIssues(hit.issues));
          } else {
            payload.memo = true;
            state.backEdges ?? (state.backEdges = /* @__PURE__ */ new WeakSet());
            state.backEdges.add(hit.value);
          }
          return payload;
        }
        handoff = bucket;
        const depth = open.length;
        const result = base(payload, ctx);
        handoff = void 0;
        const entry = open.length > depth ? open.pop() : void 0;
        if (result instanceof Promise) {
          return result.then((r) => {
            if (entry)
              entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES;
            return r;
          });
        }
        if (entry)
          entry.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES;
        return result;
      }, "wrapped");
      inst._zod.parse = wrapped;
      if (inst._zod.run === base)
        inst._zod.run = wrapped;
    });
  }
};
function memoizer() {
  return memo;
}
__name(memoizer, "memoizer");
function isBackEdge(ctx, value) {
  const backEdges = ctx[STATE]?.backEdges;
  return backEdges !== void 0 && isRef(value) && backEdges.has(value);
}
__name(isBackEdge, "isBackEdge");

// node_modules/zod/v4/locales/en.js
var error = /* @__PURE__ */ __name(() => {
  const Sizable = {
    string: { unit: "characters", verb: "to have" },
    file: { unit: "bytes", verb: "to have" },
    array: { unit: "items", verb: "to have" },
    set: { unit: "items", verb: "to have" },
    map: { unit: "entries", verb: "to have" }
  };
  function getSizing(origin) {
    return Sizable[origin] ?? null;
  }
  __name(getSizing, "getSizing");
  const FormatDictionary = {
    regex: "input",
    email: "email address",
    url: "URL",
    emoji: "emoji",
    uuid: "UUID",
    uuidv4: "UUIDv4",
    uuidv6: "UUIDv6",
    nanoid: "nanoid",
    guid: "GUID",
    cuid: "cuid",
    cuid2: "cuid2",
    ulid: "ULID",
    xid: "XID",
    ksuid: "KSUID",
    datetime: "ISO datetime",
    date: "ISO date",
    time: "ISO time",
    duration: "ISO duration",
    ipv4: "IPv4 address",
    ipv6: "IPv6 address",
    mac: "MAC address",
    cidrv4: "IPv4 range",
    cidrv6: "IPv6 range",
    base64: "base64-encoded string",
    base64url: "base64url-encoded string",
    json_string: "JSON string",
    e164: "E.164 number",
    currency_code: "currency code",
    credit_card: "credit card number",
    iban: "IBAN",
    jwt: "JWT",
    template_literal: "input"
  };
  const TypeDictionary = {
    // Compatibility: "nan" -> "NaN" for display
    nan: "NaN"
    // All other type names omitted - they fall back to raw values via ?? operator
  };
  function getTypeName(type, input) {
    if (type === "number" && typeof input === "number" && !Number.isFinite(input)) {
      return String(input);
    }
    return TypeDictionary[type] ?? type;
  }
  __name(getTypeName, "getTypeName");
  return (issue2) => {
    switch (issue2.code) {
      case "invalid_type": {
        const expected = getTypeName(issue2.expected);
        const receivedType = parsedType(issue2.input);
        const received = getTypeName(receivedType, issue2.input);
        return `Invalid input: expected ${expected}, received ${received}`;
      }
      case "invalid_value":
        if (issue2.values.length === 1)
          return `Invalid input: expected ${stringifyPrimitive(issue2.values[0])}`;
        return `Invalid option: expected one of ${joinValues(issue2.values, "|")}`;
      case "too_big": {
        const adj = issue2.exact ? "exactly " : issue2.inclusive ? "<=" : "<";
        const sizing = getSizing(issue2.origin);
        if (sizing)
          return `Too big: expected ${issue2.origin ?? "value"} to have ${adj}${issue2.maximum.toString()} ${sizing.unit ?? "elements"}`;
        return `Too big: expected ${issue2.origin ?? "value"} to be ${adj}${issue2.maximum.toString()}`;
      }
      case "too_small": {
        const adj = issue2.exact ? "exactly " : issue2.inclusive ? ">=" : ">";
        const sizing = getSizing(issue2.origin);
        if (sizing) {
          return `Too small: expected ${issue2.origin} to have ${adj}${issue2.minimum.toString()} ${sizing.unit}`;
        }
        return `Too small: expected ${issue2.origin} to be ${adj}${issue2.minimum.toString()}`;
      }
      case "invalid_format": {
        const _issue = issue2;
        if (_issue.format === "starts_with") {
          return `Invalid string: must start with "${_issue.prefix}"`;
        }
        if (_issue.format === "ends_with")
          return `Invalid string: must end with "${_issue.suffix}"`;
        if (_issue.format === "includes")
          return `Invalid string: must include "${_issue.includes}"`;
        if (_issue.format === "regex")
          return `Invalid string: must match pattern ${_issue.pattern}`;
        return `Invalid ${FormatDictionary[_issue.format] ?? issue2.format}`;
      }
      case "not_multiple_of":
        return `Invalid number: must be a multiple of ${issue2.divisor}`;
      case "unrecognized_keys":
        return `Unrecognized key${issue2.keys.length > 1 ? "s" : ""}: ${joinValues(issue2.keys, ", ")}`;
      case "invalid_key":
        return `Invalid key in ${issue2.origin}`;
      case "invalid_union":
        if (issue2.options && Array.isArray(issue2.options) && issue2.options.length > 0) {
          const opts = issue2.options.map((o) => `'${o}'`).join(" | ");
          return `Invalid discriminator value. Expected ${opts}`;
        }
        if (issue2.inclusive === false) {
          return "Invalid input: more than one option matched";
        }
        return "Invalid input";
      case "invalid_element":
        return `Invalid value in ${issue2.origin}`;
      default:
        return `Invalid input`;
    }
  };
}, "error");
function en_default() {
  return {
    localeError: error()
  };
}
__name(en_default, "default");

// node_modules/zod/v4/core/registries.js
var _a2;
var $ZodRegistry = class {
  static {
    __name(this, "$ZodRegistry");
  }
  constructor() {
    this._map = /* @__PURE__ */ new WeakMap();
    this._idmap = /* @__PURE__ */ new Map();
  }
  add(schema, ..._meta) {
    const meta2 = _meta[0];
    this._map.set(schema, meta2);
    if (meta2 && typeof meta2 === "object" && "id" in meta2) {
      this._idmap.set(meta2.id, schema);
    }
    return this;
  }
  clear() {
    this._map = /* @__PURE__ */ new WeakMap();
    this._idmap = /* @__PURE__ */ new Map();
    return this;
  }
  remove(schema) {
    const meta2 = this._map.get(schema);
    if (meta2 && typeof meta2 === "object" && "id" in meta2) {
      this._idmap.delete(meta2.id);
    }
    this._map.delete(schema);
    return this;
  }
  get(schema) {
    const p = schema._zod.parent;
    if (p) {
      const pm = { ...this.get(p) ?? {} };
      delete pm.id;
      const f = { ...pm, ...this._map.get(schema) };
      return Object.keys(f).length ? f : void 0;
    }
    return this._map.get(schema);
  }
  has(schema) {
    return this._map.has(schema);
  }
};
function registry() {
  return new $ZodRegistry();
}
__name(registry, "registry");
(_a2 = globalThis).__zod_globalRegistry ?? (_a2.__zod_globalRegistry = registry());
var globalRegistry = globalThis.__zod_globalRegistry;

// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
  if (def.checks)
    def.checks = [...def.checks];
  return def;
}
__name(snapshotChecks, "snapshotChecks");
// @__NO_SIDE_EFFECTS__
function _string(Class2, params21) {
  return new Class2(snapshotChecks({ type: "string", ...normalizeParams(params21) }));
}
__name(_string, "_string");
// @__NO_SIDE_EFFECTS__
function _email(Class2, params21) {
  return new Class2({
    type: "string",
    format: "email",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_email, "_email");
// @__NO_SIDE_EFFECTS__
function _guid(Class2, params21) {
  return new Class2({
    type: "string",
    format: "guid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_guid, "_guid");
// @__NO_SIDE_EFFECTS__
function _uuid(Class2, params21) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_uuid, "_uuid");
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class2, params21) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v4",
    ...normalizeParams(params21)
  });
}
__name(_uuidv4, "_uuidv4");
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class2, params21) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v6",
    ...normalizeParams(params21)
  });
}
__name(_uuidv6, "_uuidv6");
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class2, params21) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v7",
    ...normalizeParams(params21)
  });
}
__name(_uuidv7, "_uuidv7");
// @__NO_SIDE_EFFECTS__
function _url(Class2, params21) {
  return new Class2({
    type: "string",
    format: "url",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_url, "_url");
// @__NO_SIDE_EFFECTS__
function _emoji2(Class2, params21) {
  return new Class2({
    type: "string",
    format: "emoji",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_emoji2, "_emoji");
// @__NO_SIDE_EFFECTS__
function _nanoid(Class2, params21) {
  return new Class2({
    type: "string",
    format: "nanoid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_nanoid, "_nanoid");
// @__NO_SIDE_EFFECTS__
function _cuid(Class2, params21) {
  return new Class2({
    type: "string",
    format: "cuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_cuid, "_cuid");
// @__NO_SIDE_EFFECTS__
function _cuid2(Class2, params21) {
  return new Class2({
    type: "string",
    format: "cuid2",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_cuid2, "_cuid2");
// @__NO_SIDE_EFFECTS__
function _ulid(Class2, params21) {
  return new Class2({
    type: "string",
    format: "ulid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_ulid, "_ulid");
// @__NO_SIDE_EFFECTS__
function _xid(Class2, params21) {
  return new Class2({
    type: "string",
    format: "xid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_xid, "_xid");
// @__NO_SIDE_EFFECTS__
function _ksuid(Class2, params21) {
  return new Class2({
    type: "string",
    format: "ksuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_ksuid, "_ksuid");
// @__NO_SIDE_EFFECTS__
function _ipv4(Class2, params21) {
  return new Class2({
    type: "string",
    format: "ipv4",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_ipv4, "_ipv4");
// @__NO_SIDE_EFFECTS__
function _ipv6(Class2, params21) {
  return new Class2({
    type: "string",
    format: "ipv6",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_ipv6, "_ipv6");
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class2, params21) {
  return new Class2({
    type: "string",
    format: "cidrv4",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_cidrv4, "_cidrv4");
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class2, params21) {
  return new Class2({
    type: "string",
    format: "cidrv6",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_cidrv6, "_cidrv6");
// @__NO_SIDE_EFFECTS__
function _base64(Class2, params21) {
  return new Class2({
    type: "string",
    format: "base64",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_base64, "_base64");
// @__NO_SIDE_EFFECTS__
function _base64url(Class2, params21) {
  return new Class2({
    type: "string",
    format: "base64url",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_base64url, "_base64url");
// @__NO_SIDE_EFFECTS__
function _e164(Class2, params21) {
  return new Class2({
    type: "string",
    format: "e164",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_e164, "_e164");
// @__NO_SIDE_EFFECTS__
function _jwt(Class2, params21) {
  return new Class2({
    type: "string",
    format: "jwt",
    check: "string_format",
    abort: false,
    ...normalizeParams(params21)
  });
}
__name(_jwt, "_jwt");
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class2, params21) {
  return new Class2({
    type: "string",
    format: "datetime",
    check: "string_format",
    offset: false,
    local: false,
    precision: null,
    ...normalizeParams(params21)
  });
}
__name(_isoDateTime, "_isoDateTime");
// @__NO_SIDE_EFFECTS__
function _isoDate(Class2, params21) {
  return new Class2({
    type: "string",
    format: "date",
    check: "string_format",
    ...normalizeParams(params21)
  });
}
__name(_isoDate, "_isoDate");
// @__NO_SIDE_EFFECTS__
function _isoTime(Class2, params21) {
  return new Class2({
    type: "string",
    format: "time",
    check: "string_format",
    precision: null,
    ...normalizeParams(params21)
  });
}
__name(_isoTime, "_isoTime");
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class2, params21) {
  return new Class2({
    type: "string",
    format: "duration",
    check: "string_format",
    ...normalizeParams(params21)
  });
}
__name(_isoDuration, "_isoDuration");
// @__NO_SIDE_EFFECTS__
function _number(Class2, params21) {
  return new Class2(snapshotChecks({ type: "number", checks: [], ...normalizeParams(params21) }));
}
__name(_number, "_number");
// @__NO_SIDE_EFFECTS__
function _int(Class2, params21) {
  return new Class2({
    type: "number",
    check: "number_format",
    abort: false,
    format: "safeint",
    ...normalizeParams(params21)
  });
}
__name(_int, "_int");
// @__NO_SIDE_EFFECTS__
function _boolean(Class2, params21) {
  return new Class2({
    type: "boolean",
    ...normalizeParams(params21)
  });
}
__name(_boolean, "_boolean");
// @__NO_SIDE_EFFECTS__
function _null2(Class2, params21) {
  return new Class2({
    type: "null",
    ...normalizeParams(params21)
  });
}
__name(_null2, "_null");
// @__NO_SIDE_EFFECTS__
function _unknown(Class2) {
  return new Class2({
    type: "unknown"
  });
}
__name(_unknown, "_unknown");
// @__NO_SIDE_EFFECTS__
function _never(Class2, params21) {
  return new Class2({
    type: "never",
    ...normalizeParams(params21)
  });
}
__name(_never, "_never");
// @__NO_SIDE_EFFECTS__
function _lt(value, params21) {
  return new $ZodCheckLessThan({
    check: "less_than",
    ...normalizeParams(params21),
    value,
    inclusive: false
  });
}
__name(_lt, "_lt");
// @__NO_SIDE_EFFECTS__
function _lte(value, params21) {
  return new $ZodCheckLessThan({
    check: "less_than",
    ...normalizeParams(params21),
    value,
    inclusive: true
  });
}
__name(_lte, "_lte");
// @__NO_SIDE_EFFECTS__
function _gt(value, params21) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params21),
    value,
    inclusive: false
  });
}
__name(_gt, "_gt");
// @__NO_SIDE_EFFECTS__
function _gte(value, params21) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params21),
    value,
    inclusive: true
  });
}
__name(_gte, "_gte");
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params21) {
  return new $ZodCheckMultipleOf({
    check: "multiple_of",
    ...normalizeParams(params21),
    value
  });
}
__name(_multipleOf, "_multipleOf");
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params21) {
  const ch = new $ZodCheckMaxLength({
    check: "max_length",
    ...normalizeParams(params21),
    maximum
  });
  return ch;
}
__name(_maxLength, "_maxLength");
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params21) {
  return new $ZodCheckMinLength({
    check: "min_length",
    ...normalizeParams(params21),
    minimum
  });
}
__name(_minLength, "_minLength");
// @__NO_SIDE_EFFECTS__
function _length(length, params21) {
  return new $ZodCheckLengthEquals({
    check: "length_equals",
    ...normalizeParams(params21),
    length
  });
}
__name(_length, "_length");
// @__NO_SIDE_EFFECTS__
function _regex(pattern2, params21) {
  return new $ZodCheckRegex({
    check: "string_format",
    format: "regex",
    ...normalizeParams(params21),
    pattern: pattern2
  });
}
__name(_regex, "_regex");
// @__NO_SIDE_EFFECTS__
function _lowercase(params21) {
  return new $ZodCheckLowerCase({
    check: "string_format",
    format: "lowercase",
    ...normalizeParams(params21)
  });
}
__name(_lowercase, "_lowercase");
// @__NO_SIDE_EFFECTS__
function _uppercase(params21) {
  return new $ZodCheckUpperCase({
    check: "string_format",
    format: "uppercase",
    ...normalizeParams(params21)
  });
}
__name(_uppercase, "_uppercase");
// @__NO_SIDE_EFFECTS__
function _includes(includes, params21) {
  return new $ZodCheckIncludes({
    check: "string_format",
    format: "includes",
    ...normalizeParams(params21),
    includes
  });
}
__name(_includes, "_includes");
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix, params21) {
  return new $ZodCheckStartsWith({
    check: "string_format",
    format: "starts_with",
    ...normalizeParams(params21),
    prefix
  });
}
__name(_startsWith, "_startsWith");
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params21) {
  return new $ZodCheckEndsWith({
    check: "string_format",
    format: "ends_with",
    ...normalizeParams(params21),
    suffix
  });
}
__name(_endsWith, "_endsWith");
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
  return new $ZodCheckOverwrite({
    check: "overwrite",
    tx
  });
}
__name(_overwrite, "_overwrite");
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
  return /* @__PURE__ */ _overwrite((input) => input.normalize(form));
}
__name(_normalize, "_normalize");
// @__NO_SIDE_EFFECTS__
function _trim() {
  return /* @__PURE__ */ _overwrite((input) => input.trim());
}
__name(_trim, "_trim");
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
  return /* @__PURE__ */ _overwrite((input) => input.toLowerCase());
}
__name(_toLowerCase, "_toLowerCase");
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
  return /* @__PURE__ */ _overwrite((input) => input.toUpperCase());
}
__name(_toUpperCase, "_toUpperCase");
// @__NO_SIDE_EFFECTS__
function _slugify() {
  return /* @__PURE__ */ _overwrite((input) => slugify(input));
}
__name(_slugify, "_slugify");
// @__NO_SIDE_EFFECTS__
function _array(Class2, element, params21) {
  return new Class2({
    type: "array",
    element,
    // get element() {
    //   return element;
    // },
    ...normalizeParams(params21)
  });
}
__name(_array, "_array");
// @__NO_SIDE_EFFECTS__
function _refine(Class2, fn, _params) {
  const schema = new Class2({
    type: "custom",
    check: "custom",
    fn,
    ...normalizeParams(_params)
  });
  return schema;
}
__name(_refine, "_refine");
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params21) {
  const ch = /* @__PURE__ */ _check((payload) => {
    payload.addIssue = (issue2) => {
      if (typeof issue2 === "string") {
        payload.issues.push(issue(issue2, payload.value, ch._zod.def));
      } else {
        const _issue = issue2;
        if (_issue.fatal)
          _issue.continue = false;
        _issue.code ?? (_issue.code = "custom");
        if (!("input" in _issue))
          _issue.input = payload.value;
        _issue.inst ?? (_issue.inst = ch);
        _issue.continue ?? (_issue.continue = !ch._zod.def.abort);
        payload.issues.push(issue(_issue));
      }
    };
    return fn(payload.value, payload);
  }, params21);
  return ch;
}
__name(_superRefine, "_superRefine");
// @__NO_SIDE_EFFECTS__
function _check(fn, params21) {
  const ch = new $ZodCheck({
    check: "custom",
    ...normalizeParams(params21)
  });
  ch._zod.check = fn;
  return ch;
}
__name(_check, "_check");

// node_modules/zod/v4/core/to-json-schema.js
function assignProps(target, ...sources) {
  for (const source of sources) {
    for (const key of Reflect.ownKeys(source)) {
      if (Object.prototype.propertyIsEnumerable.call(source, key)) {
        assignProp(target, key, source[key]);
      }
    }
  }
  return target;
}
__name(assignProps, "assignProps");
function initializeContext(params21) {
  let target = params21?.target ?? "draft-2020-12";
  if (target === "draft-4")
    target = "draft-04";
  if (target === "draft-7")
    target = "draft-07";
  return {
    processors: params21.processors ?? {},
    metadataRegistry: params21?.metadata ?? globalRegistry,
    target,
    unrepresentable: params21?.unrepresentable ?? "throw",
    override: params21?.override ?? (() => {
    }),
    io: params21?.io ?? "output",
    counter: 0,
    seen: /* @__PURE__ */ new Map(),
    sharedDefsExtractedFor: void 0,
    sharedEmitDoneFor: void 0,
    cycles: params21?.cycles ?? "ref",
    reused: params21?.reused ?? "inline",
    intersections: [],
    deferred: [],
    external: params21?.external ?? void 0
  };
}
__name(initializeContext, "initializeContext");
function handleUnrepresentable(schema, ctx, json, params21, message) {
  const result = typeof ctx.unrepresentable === "function" ? ctx.unrepresentable({ zodSchema: schema, path: params21.path, message }) : ctx.unrepresentable;
  if (result === "any")
    return false;
  if (result === void 0 || result === "throw")
    throw new Error(message);
  Object.assign(json, result);
  return true;
}
__name(handleUnrepresentable, "handleUnrepresentable");
function processSchema(schema, ctx, _params = { path: [], schemaPath: [] }) {
  var _a3;
  const def = schema._zod.def;
  const seen = ctx.seen.get(schema);
  if (seen) {
    seen.count++;
    const isCycle = _params.schemaPath.includes(schema);
    if (isCycle) {
      seen.cycle = _params.path;
    }
    return seen.schema;
  }
  const result = { schema: {}, count: 1, cycle: void 0, path: _params.path };
  ctx.seen.set(schema, result);
  ctx.sharedDefsExtractedFor = void 0;
  ctx.sharedEmitDoneFor = void 0;
  const overrideSchema = schema._zod.toJSONSchema?.();
  if (overrideSchema) {
    result.schema = overrideSchema;
  } else {
    const params21 = {
      ..._params,
      schemaPath: [..._params.schemaPath, schema],
      path: _params.path
    };
    if (schema._zod.processJSONSchema) {
      schema._zod.processJSONSchema(ctx, result.schema, params21);
    } else {
      const _json = result.schema;
      const processor = ctx.processors[def.type];
      if (!processor) {
        throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
      }
      processor(schema, ctx, _json, params21);
    }
    const parent = schema._zod.parent;
    if (parent) {
      if (!result.ref)
        result.ref = parent;
      processSchema(parent, ctx, params21);
      ctx.seen.get(parent).isParent = true;
    }
  }
  const meta2 = ctx.metadataRegistry.get(schema);
  if (meta2)
    assignProps(result.schema, meta2);
  if (ctx.io === "input" && isTransforming(schema)) {
    delete result.schema.examples;
    delete result.schema.default;
  }
  if (ctx.io === "input" && "_prefault" in result.schema)
    (_a3 = result.schema).default ?? (_a3.default = result.schema._prefault);
  delete result.schema._prefault;
  const _result = ctx.seen.get(schema);
  return _result.schema;
}
__name(processSchema, "processSchema");
function encodeJSONPointerSegment(segment) {
  return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
__name(encodeJSONPointerSegment, "encodeJSONPointerSegment");
function extractDefs(ctx, schema) {
  const root = ctx.seen.get(schema);
  if (!root)
    throw new Error("Unprocessed schema. This is a bug in Zod.");
  if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external)
    return;
  const idToSchema = /* @__PURE__ */ new Map();
  for (const entry of ctx.seen.entries()) {
    const id2 = ctx.metadataRegistry.get(entry[0])?.id;
    if (id2) {
      const existing = idToSchema.get(id2);
      if (existing && existing !== entry[0]) {
        throw new Error(`Duplicate schema id "${id2}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
      }
      idToSchema.set(id2, entry[0]);
    }
  }
  const makeURI = /* @__PURE__ */ __name((entry) => {
    const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
    if (ctx.external) {
      const externalId = ctx.external.registry.get(entry[0])?.id;
      const uriGenerator = ctx.external.uri ?? ((id3) => id3);
      if (externalId) {
        return { ref: uriGenerator(externalId) };
      }
      const id2 = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
      entry[1].defId = id2;
      return { defId: id2, ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id2)}` };
    }
    const uriPrefix = `#`;
    const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
    if (entry[1] === root && !entry[1].schema.id) {
      return { ref: uriPrefix };
    }
    const defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
    return { defId, ref: defUriPrefix + encodeJSONPointerSegment(defId) };
  }, "makeURI");
  const extractToDef = /* @__PURE__ */ __name((entry) => {
    if (entry[1].schema.$ref) {
      return;
    }
    const seen = entry[1];
    const { ref, defId } = makeURI(entry);
    seen.def = { ...seen.schema };
    if (defId)
      seen.defId = defId;
    const schema2 = seen.schema;
    for (const key in schema2) {
      delete schema2[key];
    }
    schema2.$ref = ref;
  }, "extractToDef");
  if (ctx.cycles === "throw") {
    for (const entry of ctx.seen.entries()) {
      const seen = entry[1];
      if (seen.cycle) {
        throw new Error(`Cycle detected: #/${seen.cycle?.join("/")}/<root>

Set the \`cycles\` parameter to \`"ref"\` to resolve cyclical schemas with defs.`);
      }
    }
  }
  for (const entry of ctx.seen.entries()) {
    const seen = entry[1];
    if (schema === entry[0]) {
      extractToDef(entry);
      continue;
    }
    if (ctx.external) {
      const ext = ctx.external.registry.get(entry[0])?.id;
      if (schema !== entry[0] && ext) {
        extractToDef(entry);
        continue;
      }
    }
    const id2 = ctx.metadataRegistry.get(entry[0])?.id;
    if (id2) {
      extractToDef(entry);
      continue;
    }
    if (seen.cycle) {
      extractToDef(entry);
      continue;
    }
    if (seen.count > 1) {
      if (ctx.reused === "ref") {
        extractToDef(entry);
      }
    }
  }
  if (ctx.external)
    ctx.sharedDefsExtractedFor = ctx.external;
}
__name(extractDefs, "extractDefs");
function compactTypeUnion(schema) {
  const options = schema.anyOf;
  if (!Array.isArray(options) || options.length === 0 || schema.type !== void 0)
    return;
  const types = [];
  for (const option of options) {
    if (!option || typeof option !== "object")
      return;
    compactTypeUnion(option);
    const keys = Object.keys(option);
    if (keys.length !== 1 || keys[0] !== "type")
      return;
    const type = option.type;
    for (const member of Array.isArray(type) ? type : [type]) {
      if (typeof member !== "string")
        return;
      if (!types.includes(member))
        types.push(member);
    }
  }
  delete schema.anyOf;
  schema.type = types.length === 1 ? types[0] : types;
}
__name(compactTypeUnion, "compactTypeUnion");
var FOLDABLE_KEYS = /* @__PURE__ */ new Set(["type", "properties", "required", "additionalProperties"]);
var UNION_KEYS = ["oneOf", "anyOf"];
function undeclaredConstraint(member) {
  const extra = member.additionalProperties;
  if (extra === void 0 || extra === false || typeof extra !== "object" || extra === null)
    return null;
  return Object.keys(extra).length ? extra : null;
}
__name(undeclaredConstraint, "undeclaredConstraint");
function foldObjects(members2) {
  const objects = [];
  for (const member of members2) {
    if (typeof member !== "object" || member.type !== "object")
      return null;
    for (const key in member) {
      if (!FOLDABLE_KEYS.has(key))
        return null;
    }
    objects.push(member);
  }
  const properties = {};
  const required2 = /* @__PURE__ */ new Set();
  for (const object of objects) {
    for (const key in object.properties) {
      if (Object.prototype.hasOwnProperty.call(properties, key))
        continue;
      const parts = [];
      for (const other of objects) {
        const part = other.properties?.[key] ?? undeclaredConstraint(other);
        if (part === null || part === void 0)
          continue;
        if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part)))
          parts.push(part);
      }
      const merged = parts.length === 1 ? parts[0] : foldObjects(parts) ?? { allOf: parts };
      assignProp(properties, key, merged);
    }
    for (const key of object.required ?? [])
      required2.add(key);
  }
  const folded = { type: "object", properties };
  if (required2.size)
    folded.required = [...required2];
  if (objects.every((object) => object.additionalProperties === false)) {
    folded.additionalProperties = false;
  } else {
    const constraints = [];
    for (const object of objects) {
      const constraint = undeclaredConstraint(object);
      if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint)))
        constraints.push(constraint);
    }
    if (constraints.length === 1)
      folded.additionalProperties = constraints[0];
    else if (constraints.length > 1)
      folded.additionalProperties = { allOf: constraints };
  }
  return folded;
}
__name(foldObjects, "foldObjects");
function foldIntersection(json) {
  const allOf = json.allOf;
  if (!Array.isArray(allOf) || allOf.length < 2)
    return;
  for (const key of FOLDABLE_KEYS)
    if (key in json)
      return;
  const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
  let folded = null;
  if (!unions.length) {
    folded = foldObjects(allOf);
  } else {
    const union2 = unions[0];
    const keyword = UNION_KEYS.find((k) => Array.isArray(union2[k]));
    if (Object.keys(union2).length !== 1)
      return;
    const rest = allOf.filter((m) => m !== union2);
    const branches = union2[keyword].map((branch) => foldObjects([...rest, branch]));
    if (branches.some((b) => !b))
      return;
    folded = { [keyword]: branches };
  }
  if (!folded)
    return;
  delete json.allOf;
  assignProps(json, folded);
}
__name(foldIntersection, "foldIntersection");
function finalize(ctx, schema) {
  const root = ctx.seen.get(schema);
  if (!root)
    throw new Error("Unprocessed schema. This is a bug in Zod.");
  const flattenRef = /* @__PURE__ */ __name((zodSchema) => {
    const seen = ctx.seen.get(zodSchema);
    if (seen.ref === null)
      return;
    const schema2 = seen.def ?? seen.schema;
    const _cached = { ...schema2 };
    const ref = seen.ref;
    seen.ref = null;
    if (ref) {
      flattenRef(ref);
      const refSeen = ctx.seen.get(ref);
      const refSchema = refSeen.schema;
      if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
        schema2.allOf = schema2.allOf ?? [];
        schema2.allOf.push(refSchema);
      } else {
        assignProps(schema2, refSchema);
      }
      assignProps(schema2, _cached);
      const isParentRef = zodSchema._zod.parent === ref;
      if (isParentRef) {
        for (const key in schema2) {
          if (key === "$ref" || key === "allOf")
            continue;
          if (!(key in _cached)) {
            delete schema2[key];
          }
        }
      }
      if (refSchema.$ref && refSeen.def) {
        for (const key in schema2) {
          if (key === "$ref" || key === "allOf")
            continue;
          if (key in refSeen.def && JSON.stringify(schema2[key]) === JSON.stringify(refSeen.def[key])) {
            delete schema2[key];
          }
        }
      }
    }
    const parent = zodSchema._zod.parent;
    if (parent && parent !== ref) {
      flattenRef(parent);
      const parentSeen = ctx.seen.get(parent);
      if (parentSeen?.schema.$ref) {
        schema2.$ref = parentSeen.schema.$ref;
        if (parentSeen.def) {
          for (const key in schema2) {
            if (key === "$ref" || key === "allOf")
              continue;
            if (key in parentSeen.def && JSON.stringify(schema2[key]) === JSON.stringify(parentSeen.def[key])) {
              delete schema2[key];
            }
          }
        }
      }
    }
    ctx.override({
      zodSchema,
      jsonSchema: schema2,
      path: seen.path ?? []
    });
  }, "flattenRef");
  if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
    for (const entry of [...ctx.seen.entries()].reverse()) {
      flattenRef(entry[0]);
    }
    if (ctx.target !== "openapi-3.0") {
      for (const entry of ctx.seen.entries()) {
        compactTypeUnion(entry[1].def ?? entry[1].schema);
      }
    }
    for (const rewrite of ctx.deferred)
      rewrite();
    if (ctx.intersections.length) {
      const carriers = /* @__PURE__ */ new Map();
      for (const seen of ctx.seen.values()) {
        for (const json of [seen.schema, seen.def]) {
          const allOf = json?.allOf;
          if (!Array.isArray(allOf))
            continue;
          const existing = carriers.get(allOf);
          if (existing)
            existing.push(json);
          else
            carriers.set(allOf, [json]);
        }
      }
      for (const allOf of ctx.intersections) {
        for (const json of carriers.get(allOf) ?? [])
          foldIntersection(json);
      }
    }
  }
  const result = {};
  if (ctx.target === "draft-2020-12") {
    result.$schema = "https://json-schema.org/draft/2020-12/schema";
  } else if (ctx.target === "draft-07") {
    result.$schema = "http://json-schema.org/draft-07/schema#";
  } else if (ctx.target === "draft-04") {
    result.$schema = "http://json-schema.org/draft-04/schema#";
  } else if (ctx.target === "openapi-3.0") {
  } else {
  }
  if (ctx.external?.uri) {
    const id2 = ctx.external.registry.get(schema)?.id;
    if (!id2)
      throw new Error("Schema is missing an `id` property");
    result.$id = ctx.external.uri(id2);
  }
  assignProps(result, root.defId ? root.schema : root.def ?? root.schema);
  const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
  if (rootMetaId !== void 0 && result.id === rootMetaId)
    delete result.id;
  const defs = ctx.external?.defs ?? {};
  if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
    for (const entry of ctx.seen.entries()) {
      const seen = entry[1];
      if (seen.def && seen.defId) {
        if (seen.def.id === seen.defId)
          delete seen.def.id;
        assignProp(defs, seen.defId, seen.def);
      }
    }
  }
  if (ctx.external)
    ctx.sharedEmitDoneFor = ctx.external;
  if (ctx.external) {
  } else {
    if (Object.keys(defs).length > 0) {
      if (ctx.target === "draft-2020-12") {
        result.$defs = defs;
      } else {
        result.definitions = defs;
      }
    }
  }
  try {
    const finalized = JSON.parse(JSON.stringify(result));
    Object.defineProperty(finalized, "~standard", {
      value: {
        ...schema["~standard"],
        jsonSchema: {
          input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
          output: createStandardJSONSchemaMethod(schema, "output", ctx.processors)
        }
      },
      enumerable: false,
      writable: false
    });
    return finalized;
  } catch (_err) {
    throw new Error("Error converting schema to JSON.");
  }
}
__name(finalize, "finalize");
function isTransforming(_schema, _ctx) {
  const ctx = _ctx ?? { seen: /* @__PURE__ */ new Set() };
  if (ctx.seen.has(_schema))
    return false;
  ctx.seen.add(_schema);
  const def = _schema._zod.def;
  if (def.type === "transform")
    return true;
  if (def.type === "array")
    return isTransforming(def.element, ctx);
  if (def.type === "set")
    return isTransforming(def.valueType, ctx);
  if (def.type === "lazy")
    return isTransforming(def.getter(), ctx);
  if (def.type === "promise" || def.type === "optional" || def.type === "nonoptional" || def.type === "nullable" || def.type === "readonly" || def.type === "default" || def.type === "prefault" || def.type === "catch") {
    return isTransforming(def.innerType, ctx);
  }
  if (def.type === "intersection") {
    return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
  }
  if (def.type === "record" || def.type === "map") {
    return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
  }
  if (def.type === "pipe") {
    if (_schema._zod.traits.has("$ZodCodec"))
      return true;
    return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
  }
  if (def.type === "object") {
    for (const key in def.shape) {
      if (isTransforming(def.shape[key], ctx))
        return true;
    }
    return false;
  }
  if (def.type === "union") {
    for (const option of def.options) {
      if (isTransforming(option, ctx))
        return true;
    }
    return false;
  }
  if (def.type === "tuple") {
    for (const item of def.items) {
      if (isTransforming(item, ctx))
        return true;
    }
    if (def.rest && isTransforming(def.rest, ctx))
      return true;
    return false;
  }
  return false;
}
__name(isTransforming, "isTransforming");
var createToJSONSchemaMethod = /* @__PURE__ */ __name((schema, processors = {}) => (params21) => {
  const ctx = initializeContext({ ...params21, processors });
  processSchema(schema, ctx);
  extractDefs(ctx, schema);
  return finalize(ctx, schema);
}, "createToJSONSchemaMethod");
var createStandardJSONSchemaMethod = /* @__PURE__ */ __name((schema, io, processors = {}) => (params21) => {
  const { libraryOptions, target } = params21 ?? {};
  const ctx = initializeContext({ ...libraryOptions ?? {}, target, io, processors });
  processSchema(schema, ctx);
  extractDefs(ctx, schema);
  return finalize(ctx, schema);
}, "createStandardJSONSchemaMethod");

// node_modules/zod/v4/core/json-schema-processors.js
var narrowMin = /* @__PURE__ */ __name((agg, key, value) => {
  if (agg[key] === void 0 || value > agg[key])
    agg[key] = value;
}, "narrowMin");
var narrowMax = /* @__PURE__ */ __name((agg, key, value) => {
  if (agg[key] === void 0 || value < agg[key])
    agg[key] = value;
}, "narrowMax");
var narrowBoth = /* @__PURE__ */ __name((agg, value) => {
  narrowMin(agg, "minimum", value);
  narrowMax(agg, "maximum", value);
}, "narrowBoth");
var addDivisor = /* @__PURE__ */ __name((agg, value) => {
  agg.multipleOf ?? (agg.multipleOf = []);
  if (!agg.multipleOf.includes(value))
    agg.multipleOf.push(value);
}, "addDivisor");
var addPattern = /* @__PURE__ */ __name((agg, pattern2) => {
  agg.patterns ?? (agg.patterns = /* @__PURE__ */ new Set());
  agg.patterns.add(pattern2);
}, "addPattern");
var intersectMime = /* @__PURE__ */ __name((agg, mime) => {
  agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
}, "intersectMime");
var setFormat = /* @__PURE__ */ __name((agg, format) => {
  agg.format = format;
  if (format.includes("int"))
    agg.isInt = true;
}, "setFormat");
var minContributor = /* @__PURE__ */ __name((agg, def) => narrowMin(agg, "minimum", def.minimum), "minContributor");
var maxContributor = /* @__PURE__ */ __name((agg, def) => narrowMax(agg, "maximum", def.maximum), "maxContributor");
var formatContributor = /* @__PURE__ */ __name((ranges) => (agg, def) => {
  setFormat(agg, def.format);
  const [minimum, maximum] = ranges[def.format];
  narrowMin(agg, "minimum", minimum);
  narrowMax(agg, "maximum", maximum);
}, "formatContributor");
var contributors = {
  greater_than: /* @__PURE__ */ __name((agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value), "greater_than"),
  less_than: /* @__PURE__ */ __name((agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value), "less_than"),
  multiple_of: /* @__PURE__ */ __name((agg, def) => addDivisor(agg, def.value), "multiple_of"),
  number_format: formatContributor(NUMBER_FORMAT_RANGES),
  bigint_format: formatContributor(BIGINT_FORMAT_RANGES),
  min_length: minContributor,
  max_length: maxContributor,
  length_equals: /* @__PURE__ */ __name((agg, def) => narrowBoth(agg, def.length), "length_equals"),
  min_size: minContributor,
  max_size: maxContributor,
  size_equals: /* @__PURE__ */ __name((agg, def) => narrowBoth(agg, def.size), "size_equals"),
  string_format: /* @__PURE__ */ __name((agg, def) => {
    setFormat(agg, def.format);
    if (def.pattern)
      addPattern(agg, def.pattern);
    if (def.format === "base64" || def.format === "base64url")
      agg.contentEncoding = def.format;
    if (def.local || def.precision === -1)
      agg.laxFormat = true;
  }, "string_format"),
  mime_type: /* @__PURE__ */ __name((agg, def) => intersectMime(agg, def.mime), "mime_type")
};
function aggregateChecks(schema) {
  const agg = {};
  const def = schema._zod.def;
  const list = schema._zod.traits.has("$ZodCheck") ? [schema, ...def.checks ?? []] : def.checks ?? [];
  for (const ch of list)
    contributors[ch._zod.def.check]?.(agg, ch._zod.def);
  const bag = schema._zod.bag;
  if (bag.minimum !== void 0)
    narrowMin(agg, "minimum", bag.minimum);
  if (bag.exclusiveMinimum !== void 0)
    narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
  if (bag.maximum !== void 0)
    narrowMax(agg, "maximum", bag.maximum);
  if (bag.exclusiveMaximum !== void 0)
    narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
  if (bag.multipleOf !== void 0)
    addDivisor(agg, bag.multipleOf);
  if (bag.format !== void 0) {
    agg.format ?? (agg.format = bag.format);
    if (bag.format.includes("int"))
      agg.isInt = true;
  }
  if (bag.mime)
    intersectMime(agg, bag.mime);
  for (const pattern2 of bag.patterns ?? [])
    addPattern(agg, pattern2);
  return agg;
}
__name(aggregateChecks, "aggregateChecks");
var formatMap = {
  guid: "uuid",
  url: "uri",
  datetime: "date-time",
  json_string: "json-string",
  regex: ""
  // do not set
};
var exactPatterns = /* @__PURE__ */ new Map([
  [base64Charset, base64],
  [base64urlCharset, base64url]
]);
var exactPattern = /* @__PURE__ */ __name((p) => exactPatterns.get(p) ?? p, "exactPattern");
var stringProcessor = /* @__PURE__ */ __name((schema, ctx, _json, _params) => {
  const json = _json;
  json.type = "string";
  const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
  if (typeof minimum === "number")
    json.minLength = minimum;
  if (typeof maximum === "number")
    json.maxLength = maximum;
  if (format) {
    json.format = formatMap[format] ?? format;
    if (json.format === "")
      delete json.format;
    if (format === "time" || laxFormat) {
      delete json.format;
    }
  }
  if (contentEncoding)
    json.contentEncoding = contentEncoding;
  if (patterns && patterns.size > 0) {
    const patternList = [...patterns].map(exactPattern);
    if (patternList.length === 1)
      json.pattern = patternList[0].source;
    else if (patternList.length > 1) {
      json.allOf = [
        ...patternList.map((regex) => ({
          ...ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0" ? { type: "string" } : {},
          pattern: regex.source
        }))
      ];
    }
  }
}, "stringProcessor");
var numberProcessor = /* @__PURE__ */ __name((schema, ctx, _json, params21) => {
  const json = _json;
  const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
  json.type = isInt ? "integer" : "number";
  const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
  const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
  const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
  if (exMin) {
    if (legacy) {
      json.minimum = exclusiveMinimum;
      json.exclusiveMinimum = true;
    } else {
      json.exclusiveMinimum = exclusiveMinimum;
    }
  } else if (typeof minimum === "number") {
    json.minimum = minimum;
  }
  if (exMax) {
    if (legacy) {
      json.maximum = exclusiveMaximum;
      json.exclusiveMaximum = true;
    } else {
      json.exclusiveMaximum = exclusiveMaximum;
    }
  } else if (typeof maximum === "number") {
    json.maximum = maximum;
  }
  if (multipleOf) {
    const divisors = /* @__PURE__ */ new Set();
    for (const divisor of multipleOf) {
      if (Number.isFinite(divisor) && divisor !== 0)
        divisors.add(Math.abs(divisor));
      else
        handleUnrepresentable(schema, ctx, json, params21, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
    }
    const [first, ...rest] = divisors;
    if (first !== void 0)
      json.multipleOf = first;
    if (rest.length)
      json.allOf = [...json.allOf ?? [], ...rest.map((m) => ({ multipleOf: m }))];
  }
}, "numberProcessor");
var booleanProcessor = /* @__PURE__ */ __name((_schema, _ctx, json, _params) => {
  json.type = "boolean";
}, "booleanProcessor");
var nullProcessor = /* @__PURE__ */ __name((_schema, ctx, json, _params) => {
  if (ctx.target === "openapi-3.0") {
    json.type = "string";
    json.nullable = true;
    json.enum = [null];
  } else {
    json.type = "null";
  }
}, "nullProcessor");
var neverProcessor = /* @__PURE__ */ __name((_schema, _ctx, json, _params) => {
  json.not = {};
}, "neverProcessor");
var unknownProcessor = /* @__PURE__ */ __name((_schema, _ctx, _json, _params) => {
}, "unknownProcessor");
var enumProcessor = /* @__PURE__ */ __name((schema, _ctx, json, _params) => {
  const def = schema._zod.def;
  const values = getEnumValues(def.entries);
  if (values.length === 0) {
    json.not = {};
    return;
  }
  if (values.every((v) => typeof v === "number"))
    json.type = "number";
  if (values.every((v) => typeof v === "string"))
    json.type = "string";
  json.enum = values;
}, "enumProcessor");
var literalProcessor = /* @__PURE__ */ __name((schema, ctx, json, params21) => {
  const def = schema._zod.def;
  if (def.values.length === 0) {
    json.not = {};
    return;
  }
  const vals = [];
  for (const val of def.values) {
    if (val === void 0) {
      if (handleUnrepresentable(schema, ctx, json, params21, "Literal `undefined` cannot be represented in JSON Schema"))
        return;
    } else if (typeof val === "bigint") {
      if (handleUnrepresentable(schema, ctx, json, params21, "BigInt literals cannot be represented in JSON Schema"))
        return;
      vals.push(Number(val));
    } else {
      vals.push(val);
    }
  }
  if (vals.length === 0) {
  } else if (vals.length === 1) {
    const val = vals[0];
    json.type = val === null ? "null" : typeof val;
    if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") {
      json.enum = [val];
    } else {
      json.const = val;
    }
  } else {
    if (vals.every((v) => typeof v === "number"))
      json.type = "number";
    if (vals.every((v) => typeof v === "string"))
      json.type = "string";
    if (vals.every((v) => typeof v === "boolean"))
      json.type = "boolean";
    if (vals.every((v) => v === null))
      json.type = "null";
    json.enum = vals;
  }
}, "literalProcessor");
var customProcessor = /* @__PURE__ */ __name((schema, ctx, json, params21) => {
  handleUnrepresentable(schema, ctx, json, params21, "Custom types cannot be represented in JSON Schema");
}, "customProcessor");
var transformProcessor = /* @__PURE__ */ __name((schema, ctx, json, params21) => {
  handleUnrepresentable(schema, ctx, json, params21, "Transforms cannot be represented in JSON Schema");
}, "transformProcessor");
var arrayProcessor = /* @__PURE__ */ __name((schema, ctx, _json, params21) => {
  const json = _json;
  const def = schema._zod.def;
  const { minimum, maximum } = aggregateChecks(schema);
  if (typeof minimum === "number")
    json.minItems = minimum;
  if (typeof maximum === "number")
    json.maxItems = maximum;
  json.type = "array";
  json.items = processSchema(def.element, ctx, {
    ...params21,
    path: [...params21.path, "items"]
  });
}, "arrayProcessor");
function inputOptin(schema) {
  const def = schema._zod.def;
  if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) {
    return inputOptin(def.out);
  }
  if (def.type === "catch") {
    return inputOptin(def.innerType);
  }
  return schema._zod.optin;
}
__name(inputOptin, "inputOptin");
var objectProcessor = /* @__PURE__ */ __name((schema, ctx, _json, params21) => {
  const json = _json;
  const def = schema._zod.def;
  const shape = def.shape;
  const symbolKeys = Object.getOwnPropertySymbols(shape);
  if (symbolKeys.length && handleUnrepresentable(schema, ctx, json, params21, "Symbol keys cannot be represented in JSON Schema")) {
    return;
  }
  json.type = "object";
  json.properties = {};
  for (const key in shape) {
    assignProp(json.properties, key, processSchema(shape[key], ctx, {
      ...params21,
      path: [...params21.path, "properties", key]
    }));
  }
  const requiredKeys = [];
  for (const key of Object.keys(shape)) {
    const field = def.shape[key];
    if (ctx.io === "input" ? inputOptin(field) === void 0 : field._zod.optout === void 0) {
      requiredKeys.push(key);
    }
  }
  if (requiredKeys.length > 0) {
    json.required = requiredKeys;
  }
  if (def.catchall?._zod.def.type === "never") {
    json.additionalProperties = false;
  } else if (!def.catchall) {
    if (ctx.io === "output")
      json.additionalProperties = false;
  } else if (def.catchall) {
    json.additionalProperties = processSchema(def.catchall, ctx, {
      ...params21,
      path: [...params21.path, "additionalProperties"]
    });
  }
}, "objectProcessor");
var unionProcessor = /* @__PURE__ */ __name((schema, ctx, json, params21) => {
  const def = schema._zod.def;
  const isExclusive = def.inclusive === false;
  const options = def.options.map((x, i) => processSchema(x, ctx, {
    ...params21,
    path: [...params21.path, isExclusive ? "oneOf" : "anyOf", i]
  }));
  if (isExclusive) {
    json.oneOf = options;
  } else {
    json.anyOf = options;
  }
}, "unionProcessor");
var intersectionProcessor = /* @__PURE__ */ __name((schema, ctx, json, params21) => {
  const def = schema._zod.def;
  const a = processSchema(def.left, ctx, {
    ...params21,
    path: [...params21.path, "allOf", 0]
  });
  const b = processSchema(def.right, ctx, {
    ...params21,
    path: [...params21.path, "allOf", 1]
  });
  const isSimpleIntersection = /* @__PURE__ */ __name((val) => "allOf" in val && Object.keys(val).length === 1, "isSimpleIntersection");
  const allOf = [
    ...isSimpleIntersection(a) ? a.allOf : [a],
    ...isSimpleIntersection(b) ? b.allOf : [b]
  ];
  json.allOf = allOf;
  ctx.intersections.push(allOf);
}, "intersectionProcessor");
function stringifyKeyNames(bySchema, json, visited) {
  if (json.$ref) {
    if (visited.has(json))
      return json;
    visited.add(json);
    const def = bySchema.get(json)?.def;
    if (!def)
      return json;
    const inlined = stringifyKeyNames(bySchema, def, visited);
    return inlined === def ? json : inlined;
  }
  for (const keyword of ["anyOf", "oneOf"]) {
    const branches = json[keyword];
    if (!Array.isArray(branches))
      continue;
    const mapped = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
    if (mapped.some((branch, i) => branch !== branches[i]))
      json = { ...json, [keyword]: mapped };
  }
  const types = Array.isArray(json.type) ? json.type : [json.type];
  const numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer");
  const values = json.enum ?? (json.const !== void 0 ? [json.const] : void 0);
  if (!numericType && !values?.some((v) => typeof v === "number"))
    return json;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id: id2, ...rest } = json;
  if (rest.enum)
    rest.enum = rest.enum.map((v) => typeof v === "number" ? String(v) : v);
  else if (typeof rest.const === "number")
    rest.const = String(rest.const);
  if (!numericType)
    return rest;
  rest.type = "string";
  if (!values)
    rest.pattern = (types.includes("number") ? number : integer).source;
  return rest;
}
__name(stringifyKeyNames, "stringifyKeyNames");
var pendingRecords = /* @__PURE__ */ new WeakMap();
function rewriteKeyNames(ctx) {
  const bySchema = /* @__PURE__ */ new Map();
  for (const entry of ctx.seen.values()) {
    if (entry.def && !bySchema.has(entry.schema))
      bySchema.set(entry.schema, entry);
  }
  const rewrites = /* @__PURE__ */ new Map();
  for (const record3 of pendingRecords.get(ctx) ?? []) {
    const seen = ctx.seen.get(record3);
    const names2 = (seen?.def ?? seen?.schema)?.propertyNames;
    if (!names2 || names2 === true || rewrites.has(names2))
      continue;
    const rewritten = stringifyKeyNames(bySchema, names2, /* @__PURE__ */ new Set());
    if (rewritten !== names2)
      rewrites.set(names2, rewritten);
  }
  if (!rewrites.size)
    return;
  for (const entry of ctx.seen.values()) {
    for (const carrier of [entry.schema, entry.def]) {
      const rewritten = carrier && rewrites.get(carrier.propertyNames);
      if (rewritten)
        carrier.propertyNames = rewritten;
    }
  }
}
__name(rewriteKeyNames, "rewriteKeyNames");
var recordProcessor = /* @__PURE__ */ __name((schema, ctx, _json, params21) => {
  const json = _json;
  const def = schema._zod.def;
  json.type = "object";
  const keyType = def.keyType;
  const patterns = aggregateChecks(keyType).patterns;
  if (def.mode === "loose" && patterns && patterns.size > 0) {
    const valueSchema = processSchema(def.valueType, ctx, {
      ...params21,
      path: [...params21.path, "patternProperties", "*"]
    });
    json.patternProperties = {};
    for (const pattern2 of patterns) {
      assignProp(json.patternProperties, exactPattern(pattern2).source, valueSchema);
    }
  } else {
    if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
      json.propertyNames = processSchema(def.keyType, ctx, {
        ...params21,
        path: [...params21.path, "propertyNames"]
      });
      let pending = pendingRecords.get(ctx);
      if (!pending) {
        pending = [];
        pendingRecords.set(ctx, pending);
        ctx.deferred.push(() => rewriteKeyNames(ctx));
      }
      pending.push(schema);
    }
    json.additionalProperties = processSchema(def.valueType, ctx, {
      ...params21,
      path: [...params21.path, "additionalProperties"]
    });
  }
  const keyValues = keyType._zod.values;
  const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== void 0;
  if (keyValues && !def.partial && !omittableOnInput) {
    const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
    if (validKeyValues.length > 0) {
      json.required = validKeyValues.map(String);
    }
  }
}, "recordProcessor");
var nullableProcessor = /* @__PURE__ */ __name((schema, ctx, json, params21) => {
  const def = schema._zod.def;
  const inner = processSchema(def.innerType, ctx, params21);
  const seen = ctx.seen.get(schema);
  if (ctx.target === "openapi-3.0") {
    seen.ref = def.innerType;
    json.nullable = true;
  } else {
    json.anyOf = [inner, { type: "null" }];
  }
}, "nullableProcessor");
var nonoptionalProcessor = /* @__PURE__ */ __name((schema, ctx, _json, params21) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params21);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
}, "nonoptionalProcessor");
var UNREPRESENTABLE_DEFAULT = /* @__PURE__ */ Symbol();
function serializeDefaultValue(value, schema, ctx, json, params21) {
  let unrepresentable = false;
  const serialized = JSON.stringify(value, (_, val) => {
    if (typeof val !== "bigint")
      return val;
    unrepresentable = true;
    return null;
  });
  if (!unrepresentable)
    return JSON.parse(serialized);
  handleUnrepresentable(schema, ctx, json, params21, "BigInt defaults cannot be represented in JSON Schema");
  return UNREPRESENTABLE_DEFAULT;
}
__name(serializeDefaultValue, "serializeDefaultValue");
var defaultProcessor = /* @__PURE__ */ __name((schema, ctx, json, params21) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params21);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params21);
  if (value !== UNREPRESENTABLE_DEFAULT)
    json.default = value;
}, "defaultProcessor");
var prefaultProcessor = /* @__PURE__ */ __name((schema, ctx, json, params21) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params21);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  if (ctx.io !== "input")
    return;
  const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params21);
  if (value !== UNREPRESENTABLE_DEFAULT)
    json._prefault = value;
}, "prefaultProcessor");
var catchProcessor = /* @__PURE__ */ __name((schema, ctx, json, params21) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params21);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  let catchValue;
  try {
    catchValue = def.catchValue(void 0);
  } catch {
    handleUnrepresentable(schema, ctx, json, params21, "Dynamic catch values are not supported in JSON Schema");
    return;
  }
  json.default = catchValue;
}, "catchProcessor");
var pipeProcessor = /* @__PURE__ */ __name((schema, ctx, _json, params21) => {
  const def = schema._zod.def;
  const inIsTransform = def.in._zod.traits.has("$ZodTransform");
  const innerType = ctx.io === "input" ? inIsTransform ? def.out : def.in : def.out;
  processSchema(innerType, ctx, params21);
  const seen = ctx.seen.get(schema);
  seen.ref = innerType;
}, "pipeProcessor");
var readonlyProcessor = /* @__PURE__ */ __name((schema, ctx, json, params21) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params21);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  json.readOnly = true;
}, "readonlyProcessor");
var optionalProcessor = /* @__PURE__ */ __name((schema, ctx, _json, params21) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params21);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
}, "optionalProcessor");

// node_modules/zod/v4/classic/errors.js
var _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
function _lazyMethod(proto, key, make) {
  Object.defineProperty(proto, key, {
    configurable: true,
    enumerable: false,
    get() {
      const value = make(this);
      Object.defineProperty(this, key, { value, configurable: true, writable: true });
      return value;
    },
    set(value) {
      Object.defineProperty(this, key, { value, configurable: true, writable: true });
    }
  });
}
__name(_lazyMethod, "_lazyMethod");
var initializer2 = /* @__PURE__ */ __name((inst, issues) => {
  $ZodError.init(inst, issues);
  inst.name = "ZodError";
  const proto = Object.getPrototypeOf(inst);
  if (_installedErrorProtos.has(proto))
    return;
  _installedErrorProtos.add(proto);
  _lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper));
  _lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper));
  _lazyMethod(proto, "addIssue", (self) => (issue2) => {
    self.issues.push(issue2);
    self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
  });
  _lazyMethod(proto, "addIssues", (self) => (issues2) => {
    self.issues.push(...issues2);
    self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
  });
  Object.defineProperty(proto, "isEmpty", {
    configurable: true,
    enumerable: false,
    get() {
      return this.issues.length === 0;
    }
  });
}, "initializer");
var ZodRealError = /* @__PURE__ */ $constructor("ZodError", initializer2, void 0, {
  Parent: Error
});

// node_modules/zod/v4/classic/parse.js
var parse = /* @__PURE__ */ _parse(ZodRealError);
var parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
var safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
var safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);
var encode = /* @__PURE__ */ _encode(ZodRealError);
var decode = /* @__PURE__ */ _decode(ZodRealError);
var encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
var decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
var safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
var safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
var safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
var safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);

// node_modules/zod/v4/classic/schemas.js
function _ensureDefaultLocale() {
  if (!globalConfig.localeError)
    config(en_default());
}
__name(_ensureDefaultLocale, "_ensureDefaultLocale");
function _ensureDefaultMemoizer() {
  if (!globalConfig.memoizer)
    config({ memoizer: memoizer() });
}
__name(_ensureDefaultMemoizer, "_ensureDefaultMemoizer");
var ZodType = /* @__PURE__ */ $constructor("ZodType", (inst, def) => {
  _ensureDefaultLocale();
  $ZodType.init(inst, def);
  inst.def = def;
  inst.type = def.type;
  return inst;
}, {
  check(...chks) {
    const def = this.def;
    return this.clone(util_exports.mergeDefs(def, {
      checks: [
        ...def.checks ?? [],
        ...chks.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch)
      ]
    }), { parent: true });
  },
  with(...chks) {
    return this.check(...chks);
  },
  clone(def, params21) {
    return clone(this, def, params21);
  },
  brand() {
    return this;
  },
  register(reg, meta2) {
    reg.add(this, meta2);
    return this;
  },
  refine(check, params21) {
    return this.check(refine(check, params21));
  },
  superRefine(refinement, params21) {
    return this.check(superRefine(refinement, params21));
  },
  overwrite(fn) {
    return this.check(_overwrite(fn));
  },
  optional() {
    return optional(this);
  },
  exactOptional() {
    return exactOptional(this);
  },
  nullable() {
    return nullable(this);
  },
  nullish() {
    return optional(nullable(this));
  },
  nonoptional(params21) {
    return nonoptional(this, params21);
  },
  array() {
    return array(this);
  },
  or(arg) {
    return union([this, arg]);
  },
  and(arg) {
    return intersection(this, arg);
  },
  transform(tx) {
    return pipe(this, transform(tx));
  },
  default(d) {
    return _default(this, d);
  },
  prefault(d) {
    return prefault(this, d);
  },
  catch(params21) {
    return _catch(this, params21);
  },
  pipe(target) {
    return pipe(this, target);
  },
  readonly() {
    return readonly(this);
  },
  describe(description) {
    const cl = this.clone();
    globalRegistry.add(cl, { description });
    return cl;
  },
  meta(...args) {
    if (args.length === 0)
      return globalRegistry.get(this);
    const cl = this.clone();
    globalRegistry.add(cl, args[0]);
    return cl;
  },
  isOptional() {
    return this.safeParse(void 0).success;
  },
  isNullable() {
    return this.safeParse(null).success;
  },
  apply(fn, ...args) {
    return args.length === 0 ? fn(this) : fn(this, ...args);
  },
  // Overrides core's `~standard` to add `jsonSchema`. Must stay a prototype entry: redefining it per instance demotes instances to dictionary mode.
  get "~standard"() {
    return util_exports.hide(this, "~standard", {
      ...standardProps(this),
      jsonSchema: {
        input: createStandardJSONSchemaMethod(this, "input"),
        output: createStandardJSONSchemaMethod(this, "output")
      }
    });
  },
  set "~standard"(value) {
    util_exports.own(this, "~standard", value);
  },
  parse: /* @__PURE__ */ __name(function _parse2(data, params21) {
    return parse(this, data, params21, { callee: _parse2 });
  }, "_parse"),
  parseAsync: /* @__PURE__ */ __name(async function _parseAsync2(data, params21) {
    return await parseAsync(this, data, params21, { callee: _parseAsync2 });
  }, "_parseAsync"),
  safeParse(data, params21) {
    return safeParse(this, data, params21);
  },
  async safeParseAsync(data, params21) {
    return safeParseAsync(this, data, params21);
  },
  // `spa` is an alias: same function object as `safeParseAsync`, as before.
  get spa() {
    return this?.safeParseAsync;
  },
  set spa(value) {
    util_exports.own(this, "spa", value);
  },
  validate(data, params21) {
    return validate(this, data, params21);
  },
  validateAsync(data, params21) {
    return validateAsync(this, data, params21);
  },
  encode: /* @__PURE__ */ __name(function _encode2(data, params21) {
    return encode(this, data, params21, { callee: _encode2 });
  }, "_encode"),
  decode: /* @__PURE__ */ __name(function _decode2(data, params21) {
    return decode(this, data, params21, { callee: _decode2 });
  }, "_decode"),
  encodeAsync: /* @__PURE__ */ __name(async function _encodeAsync2(data, params21) {
    return await encodeAsync(this, data, params21, { callee: _encodeAsync2 });
  }, "_encodeAsync"),
  decodeAsync: /* @__PURE__ */ __name(async function _decodeAsync2(data, params21) {
    return await decodeAsync(this, data, params21, { callee: _decodeAsync2 });
  }, "_decodeAsync"),
  safeEncode(data, params21) {
    return safeEncode(this, data, params21);
  },
  safeDecode(data, params21) {
    return safeDecode(this, data, params21);
  },
  async safeEncodeAsync(data, params21) {
    return safeEncodeAsync(this, data, params21);
  },
  async safeDecodeAsync(data, params21) {
    return safeDecodeAsync(this, data, params21);
  },
  toJSONSchema(params21) {
    return createToJSONSchemaMethod(this, {})(params21);
  },
  // Reads through to the registry on every access, so it must not cache.
  get description() {
    return globalRegistry.get(this)?.description;
  },
  // No setter: `schema._def = x` throws, as it did when `_def` was a non-writable own property.
  get _def() {
    return this._zod.def;
  }
});
var _ZodString = /* @__PURE__ */ $constructor(
  "_ZodString",
  (inst, def) => {
    $ZodString.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params21) => stringProcessor(inst, ctx, json, params21);
  },
  /* @__PURE__ */ util_exports.derived({
    format: /* @__PURE__ */ __name((inst) => aggregateChecks(inst).format ?? null, "format"),
    minLength: /* @__PURE__ */ __name((inst) => aggregateChecks(inst).minimum ?? null, "minLength"),
    maxLength: /* @__PURE__ */ __name((inst) => aggregateChecks(inst).maximum ?? null, "maxLength")
  }, {
    regex(...args) {
      return this.check(_regex(...args));
    },
    includes(...args) {
      return this.check(_includes(...args));
    },
    startsWith(...args) {
      return this.check(_startsWith(...args));
    },
    endsWith(...args) {
      return this.check(_endsWith(...args));
    },
    min(...args) {
      return this.check(_minLength(...args));
    },
    max(...args) {
      return this.check(_maxLength(...args));
    },
    length(...args) {
      return this.check(_length(...args));
    },
    nonempty(...args) {
      return this.check(_minLength(1, ...args));
    },
    lowercase(params21) {
      return this.check(_lowercase(params21));
    },
    uppercase(params21) {
      return this.check(_uppercase(params21));
    },
    trim() {
      return this.check(_trim());
    },
    normalize(...args) {
      return this.check(_normalize(...args));
    },
    toLowerCase() {
      return this.check(_toLowerCase());
    },
    toUpperCase() {
      return this.check(_toUpperCase());
    },
    slugify() {
      return this.check(_slugify());
    }
  })
);
var ZodString = /* @__PURE__ */ $constructor("ZodString", (inst, def) => {
  $ZodString.init(inst, def);
  _ZodString.init(inst, def);
}, {
  email(params21) {
    return this.check(_email(ZodEmail, params21));
  },
  url(params21) {
    return this.check(_url(ZodURL, params21));
  },
  jwt(params21) {
    return this.check(_jwt(ZodJWT, params21));
  },
  emoji(params21) {
    return this.check(_emoji2(ZodEmoji, params21));
  },
  guid(params21) {
    return this.check(_guid(ZodGUID, params21));
  },
  uuid(params21) {
    return this.check(_uuid(ZodUUID, params21));
  },
  uuidv4(params21) {
    return this.check(_uuidv4(ZodUUID, params21));
  },
  uuidv6(params21) {
    return this.check(_uuidv6(ZodUUID, params21));
  },
  uuidv7(params21) {
    return this.check(_uuidv7(ZodUUID, params21));
  },
  nanoid(params21) {
    return this.check(_nanoid(ZodNanoID, params21));
  },
  cuid(params21) {
    return this.check(_cuid(ZodCUID, params21));
  },
  cuid2(params21) {
    return this.check(_cuid2(ZodCUID2, params21));
  },
  ulid(params21) {
    return this.check(_ulid(ZodULID, params21));
  },
  base64(params21) {
    return this.check(_base64(ZodBase64, params21));
  },
  base64url(params21) {
    return this.check(_base64url(ZodBase64URL, params21));
  },
  xid(params21) {
    return this.check(_xid(ZodXID, params21));
  },
  ksuid(params21) {
    return this.check(_ksuid(ZodKSUID, params21));
  },
  ipv4(params21) {
    return this.check(_ipv4(ZodIPv4, params21));
  },
  ipv6(params21) {
    return this.check(_ipv6(ZodIPv6, params21));
  },
  cidrv4(params21) {
    return this.check(_cidrv4(ZodCIDRv4, params21));
  },
  cidrv6(params21) {
    return this.check(_cidrv6(ZodCIDRv6, params21));
  },
  e164(params21) {
    return this.check(_e164(ZodE164, params21));
  },
  datetime(params21) {
    return this.check(_isoDateTime(ZodISODateTime, params21));
  },
  date(params21) {
    return this.check(_isoDate(ZodISODate, params21));
  },
  time(params21) {
    return this.check(_isoTime(ZodISOTime, params21));
  },
  duration(params21) {
    return this.check(_isoDuration(ZodISODuration, params21));
  }
});
function string2(params21) {
  return _string(ZodString, params21);
}
__name(string2, "string");
var ZodStringFormat = /* @__PURE__ */ $constructor("ZodStringFormat", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  _ZodString.init(inst, def);
});
var ZodISODateTime = /* @__PURE__ */ $constructor("ZodISODateTime", (inst, def) => {
  $ZodISODateTime.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISODate = /* @__PURE__ */ $constructor("ZodISODate", (inst, def) => {
  $ZodISODate.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISOTime = /* @__PURE__ */ $constructor("ZodISOTime", (inst, def) => {
  $ZodISOTime.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISODuration = /* @__PURE__ */ $constructor("ZodISODuration", (inst, def) => {
  $ZodISODuration.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodEmail = /* @__PURE__ */ $constructor("ZodEmail", (inst, def) => {
  $ZodEmail.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodGUID = /* @__PURE__ */ $constructor("ZodGUID", (inst, def) => {
  $ZodGUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodUUID = /* @__PURE__ */ $constructor("ZodUUID", (inst, def) => {
  $ZodUUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodURL = /* @__PURE__ */ $constructor("ZodURL", (inst, def) => {
  $ZodURL.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodEmoji = /* @__PURE__ */ $constructor("ZodEmoji", (inst, def) => {
  $ZodEmoji.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodNanoID = /* @__PURE__ */ $constructor("ZodNanoID", (inst, def) => {
  $ZodNanoID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCUID = /* @__PURE__ */ $constructor("ZodCUID", (inst, def) => {
  $ZodCUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCUID2 = /* @__PURE__ */ $constructor("ZodCUID2", (inst, def) => {
  $ZodCUID2.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodULID = /* @__PURE__ */ $constructor("ZodULID", (inst, def) => {
  $ZodULID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodXID = /* @__PURE__ */ $constructor("ZodXID", (inst, def) => {
  $ZodXID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodKSUID = /* @__PURE__ */ $constructor("ZodKSUID", (inst, def) => {
  $ZodKSUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodIPv4 = /* @__PURE__ */ $constructor("ZodIPv4", (inst, def) => {
  $ZodIPv4.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodIPv6 = /* @__PURE__ */ $constructor("ZodIPv6", (inst, def) => {
  $ZodIPv6.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCIDRv4 = /* @__PURE__ */ $constructor("ZodCIDRv4", (inst, def) => {
  $ZodCIDRv4.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCIDRv6 = /* @__PURE__ */ $constructor("ZodCIDRv6", (inst, def) => {
  $ZodCIDRv6.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodBase64 = /* @__PURE__ */ $constructor("ZodBase64", (inst, def) => {
  $ZodBase64.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodBase64URL = /* @__PURE__ */ $constructor("ZodBase64URL", (inst, def) => {
  $ZodBase64URL.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodE164 = /* @__PURE__ */ $constructor("ZodE164", (inst, def) => {
  $ZodE164.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodJWT = /* @__PURE__ */ $constructor("ZodJWT", (inst, def) => {
  $ZodJWT.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodNumber = /* @__PURE__ */ $constructor(
  "ZodNumber",
  (inst, def) => {
    $ZodNumber.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params21) => numberProcessor(inst, ctx, json, params21);
    inst.isFinite = true;
  },
  /* @__PURE__ */ util_exports.derived({
    minValue: /* @__PURE__ */ __name((inst) => {
      const { minimum, exclusiveMinimum } = aggregateChecks(inst);
      return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
    }, "minValue"),
    maxValue: /* @__PURE__ */ __name((inst) => {
      const { maximum, exclusiveMaximum } = aggregateChecks(inst);
      return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
    }, "maxValue"),
    isInt: /* @__PURE__ */ __name((inst) => {
      const { isInt, multipleOf } = aggregateChecks(inst);
      return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
    }, "isInt"),
    format: /* @__PURE__ */ __name((inst) => aggregateChecks(inst).format ?? null, "format")
  }, {
    gt(value, params21) {
      return this.check(_gt(value, params21));
    },
    gte(value, params21) {
      return this.check(_gte(value, params21));
    },
    min(value, params21) {
      return this.check(_gte(value, params21));
    },
    lt(value, params21) {
      return this.check(_lt(value, params21));
    },
    lte(value, params21) {
      return this.check(_lte(value, params21));
    },
    max(value, params21) {
      return this.check(_lte(value, params21));
    },
    int(params21) {
      return this.check(int(params21));
    },
    safe(params21) {
      return this.check(int(params21));
    },
    positive(params21) {
      return this.check(_gt(0, params21));
    },
    nonnegative(params21) {
      return this.check(_gte(0, params21));
    },
    negative(params21) {
      return this.check(_lt(0, params21));
    },
    nonpositive(params21) {
      return this.check(_lte(0, params21));
    },
    multipleOf(value, params21) {
      return this.check(_multipleOf(value, params21));
    },
    step(value, params21) {
      return this.check(_multipleOf(value, params21));
    },
    finite() {
      return this;
    }
  })
);
function number2(params21) {
  return _number(ZodNumber, params21);
}
__name(number2, "number");
var ZodNumberFormat = /* @__PURE__ */ $constructor("ZodNumberFormat", (inst, def) => {
  $ZodNumberFormat.init(inst, def);
  ZodNumber.init(inst, def);
});
function int(params21) {
  return _int(ZodNumberFormat, params21);
}
__name(int, "int");
var ZodBoolean = /* @__PURE__ */ $constructor("ZodBoolean", (inst, def) => {
  $ZodBoolean.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => booleanProcessor(inst, ctx, json, params21);
});
function boolean2(params21) {
  return _boolean(ZodBoolean, params21);
}
__name(boolean2, "boolean");
var ZodNull = /* @__PURE__ */ $constructor("ZodNull", (inst, def) => {
  $ZodNull.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => nullProcessor(inst, ctx, json, params21);
});
function _null3(params21) {
  return _null2(ZodNull, params21);
}
__name(_null3, "_null");
var ZodUnknown = /* @__PURE__ */ $constructor("ZodUnknown", (inst, def) => {
  $ZodUnknown.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => unknownProcessor(inst, ctx, json, params21);
});
function unknown() {
  return _unknown(ZodUnknown);
}
__name(unknown, "unknown");
var ZodNever = /* @__PURE__ */ $constructor("ZodNever", (inst, def) => {
  $ZodNever.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => neverProcessor(inst, ctx, json, params21);
});
function never(params21) {
  return _never(ZodNever, params21);
}
__name(never, "never");
var ZodArray = /* @__PURE__ */ $constructor("ZodArray", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodArray.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => arrayProcessor(inst, ctx, json, params21);
  inst.element = def.element;
}, {
  min(n, params21) {
    return this.check(_minLength(n, params21));
  },
  nonempty(params21) {
    return this.check(_minLength(1, params21));
  },
  max(n, params21) {
    return this.check(_maxLength(n, params21));
  },
  length(n, params21) {
    return this.check(_length(n, params21));
  },
  unwrap() {
    return this.element;
  }
});
function array(element, params21) {
  return _array(ZodArray, element, params21);
}
__name(array, "array");
var ZodObject = /* @__PURE__ */ $constructor("ZodObject", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodObjectJIT.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => objectProcessor(inst, ctx, json, params21);
  util_exports.installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
}, {
  keyof() {
    return _enum(Object.keys(this._zod.def.shape));
  },
  catchall(catchall) {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall }));
  },
  passthrough() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown() }));
  },
  loose() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown() }));
  },
  strict() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: never() }));
  },
  strip() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: void 0 }));
  },
  extend(incoming) {
    return util_exports.extend(this, incoming);
  },
  safeExtend(incoming) {
    return util_exports.safeExtend(this, incoming);
  },
  merge(other) {
    return util_exports.merge(this, other);
  },
  pick(mask) {
    return util_exports.pick(this, mask);
  },
  omit(mask) {
    return util_exports.omit(this, mask);
  },
  partial(...args) {
    return util_exports.partial(ZodOptional, this, args[0]);
  },
  exactPartial(...args) {
    return util_exports.partial(ZodExactOptional, this, args[0], "exactPartial");
  },
  required(...args) {
    return util_exports.required(ZodNonOptional, this, args[0]);
  }
});
function strictObject(shape, params21) {
  return new ZodObject({
    type: "object",
    shape,
    catchall: never(),
    ...util_exports.normalizeParams(params21)
  });
}
__name(strictObject, "strictObject");
function looseObject(shape, params21) {
  return new ZodObject({
    type: "object",
    shape,
    catchall: unknown(),
    ...util_exports.normalizeParams(params21)
  });
}
__name(looseObject, "looseObject");
var ZodUnion = /* @__PURE__ */ $constructor("ZodUnion", (inst, def) => {
  $ZodUnion.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => unionProcessor(inst, ctx, json, params21);
  inst.options = def.options;
});
function union(options, params21) {
  return new ZodUnion({
    type: "union",
    options,
    ...util_exports.normalizeParams(params21)
  });
}
__name(union, "union");
var ZodIntersection = /* @__PURE__ */ $constructor("ZodIntersection", (inst, def) => {
  $ZodIntersection.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => intersectionProcessor(inst, ctx, json, params21);
});
function intersection(left, right) {
  return new ZodIntersection({
    type: "intersection",
    left,
    right
  });
}
__name(intersection, "intersection");
var ZodRecord = /* @__PURE__ */ $constructor("ZodRecord", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodRecord.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => recordProcessor(inst, ctx, json, params21);
  inst.keyType = def.keyType;
  inst.valueType = def.valueType;
});
function record2(keyType, valueType, params21) {
  if (!valueType || !valueType._zod) {
    return new ZodRecord({
      type: "record",
      keyType: string2(),
      valueType: keyType,
      ...util_exports.normalizeParams(valueType)
    });
  }
  return new ZodRecord({
    type: "record",
    keyType,
    valueType,
    ...util_exports.normalizeParams(params21)
  });
}
__name(record2, "record");
var ZodEnum = /* @__PURE__ */ $constructor("ZodEnum", (inst, def) => {
  $ZodEnum.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => enumProcessor(inst, ctx, json, params21);
  inst.enum = def.entries;
  inst.options = [...inst._zod.values];
  const keys = new Set(Object.keys(def.entries));
  inst.extract = (values, params21) => {
    const newEntries = {};
    for (const value of values) {
      if (keys.has(value)) {
        newEntries[value] = def.entries[value];
      } else
        throw new Error(`Key ${value} not found in enum`);
    }
    return new ZodEnum({
      ...def,
      checks: [],
      ...util_exports.normalizeParams(params21),
      entries: newEntries
    });
  };
  inst.exclude = (values, params21) => {
    const newEntries = { ...def.entries };
    for (const value of values) {
      if (keys.has(value)) {
        delete newEntries[value];
      } else
        throw new Error(`Key ${value} not found in enum`);
    }
    return new ZodEnum({
      ...def,
      checks: [],
      ...util_exports.normalizeParams(params21),
      entries: newEntries
    });
  };
});
function _enum(values, params21) {
  const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
  return new ZodEnum({
    type: "enum",
    entries,
    ...util_exports.normalizeParams(params21)
  });
}
__name(_enum, "_enum");
var ZodLiteral = /* @__PURE__ */ $constructor("ZodLiteral", (inst, def) => {
  $ZodLiteral.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => literalProcessor(inst, ctx, json, params21);
  inst.values = new Set(def.values);
  Object.defineProperty(inst, "value", {
    get() {
      if (def.values.length > 1) {
        throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
      }
      return def.values[0];
    }
  });
});
function literal(value, params21) {
  return new ZodLiteral({
    type: "literal",
    values: Array.isArray(value) ? value : [value],
    ...util_exports.normalizeParams(params21)
  });
}
__name(literal, "literal");
var ZodTransform = /* @__PURE__ */ $constructor("ZodTransform", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodTransform.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => transformProcessor(inst, ctx, json, params21);
  inst._zod.parse = (payload, _ctx) => {
    if (_ctx.direction === "backward") {
      throw new $ZodEncodeError(inst.constructor.name);
    }
    payload.addIssue = (issue2) => {
      if (typeof issue2 === "string") {
        payload.issues.push(util_exports.issue(issue2, payload.value, def));
      } else {
        const _issue = issue2;
        if (_issue.fatal)
          _issue.continue = false;
        _issue.code ?? (_issue.code = "custom");
        if (!("input" in _issue))
          _issue.input = payload.value;
        _issue.inst ?? (_issue.inst = inst);
        payload.issues.push(util_exports.issue(_issue));
      }
    };
    const output = def.transform(payload.value, payload);
    if (output instanceof Promise) {
      return output.then((output2) => {
        payload.value = output2;
        return payload;
      });
    }
    payload.value = output;
    return payload;
  };
});
function transform(fn) {
  return new ZodTransform({
    type: "transform",
    transform: fn
  });
}
__name(transform, "transform");
var ZodOptional = /* @__PURE__ */ $constructor("ZodOptional", (inst, def) => {
  $ZodOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => optionalProcessor(inst, ctx, json, params21);
  inst.unwrap = () => inst._zod.def.innerType;
});
function optional(innerType) {
  return new ZodOptional({
    type: "optional",
    innerType
  });
}
__name(optional, "optional");
var ZodExactOptional = /* @__PURE__ */ $constructor("ZodExactOptional", (inst, def) => {
  $ZodExactOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => optionalProcessor(inst, ctx, json, params21);
  inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
  return new ZodExactOptional({
    type: "optional",
    innerType
  });
}
__name(exactOptional, "exactOptional");
var ZodNullable = /* @__PURE__ */ $constructor("ZodNullable", (inst, def) => {
  $ZodNullable.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => nullableProcessor(inst, ctx, json, params21);
  inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
  return new ZodNullable({
    type: "nullable",
    innerType
  });
}
__name(nullable, "nullable");
var ZodDefault = /* @__PURE__ */ $constructor("ZodDefault", (inst, def) => {
  $ZodDefault.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => defaultProcessor(inst, ctx, json, params21);
  inst.unwrap = () => inst._zod.def.innerType;
  inst.removeDefault = inst.unwrap;
});
function _default(innerType, defaultValue) {
  return new ZodDefault({
    type: "default",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
    }
  });
}
__name(_default, "_default");
var ZodPrefault = /* @__PURE__ */ $constructor("ZodPrefault", (inst, def) => {
  $ZodPrefault.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => prefaultProcessor(inst, ctx, json, params21);
  inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
  return new ZodPrefault({
    type: "prefault",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
    }
  });
}
__name(prefault, "prefault");
var ZodNonOptional = /* @__PURE__ */ $constructor("ZodNonOptional", (inst, def) => {
  $ZodNonOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => nonoptionalProcessor(inst, ctx, json, params21);
  inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params21) {
  return new ZodNonOptional({
    type: "nonoptional",
    innerType,
    ...util_exports.normalizeParams(params21)
  });
}
__name(nonoptional, "nonoptional");
var ZodCatch = /* @__PURE__ */ $constructor("ZodCatch", (inst, def) => {
  $ZodCatch.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => catchProcessor(inst, ctx, json, params21);
  inst.unwrap = () => inst._zod.def.innerType;
  inst.removeCatch = inst.unwrap;
});
function _catch(innerType, catchValue) {
  return new ZodCatch({
    type: "catch",
    innerType,
    catchValue: typeof catchValue === "function" ? catchValue : util_exports.constantCatch(catchValue)
  });
}
__name(_catch, "_catch");
var ZodPipe = /* @__PURE__ */ $constructor("ZodPipe", (inst, def) => {
  $ZodPipe.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => pipeProcessor(inst, ctx, json, params21);
  inst.in = def.in;
  inst.out = def.out;
});
function pipe(in_, out) {
  return new ZodPipe({
    type: "pipe",
    in: in_,
    out
    // ...util.normalizeParams(params),
  });
}
__name(pipe, "pipe");
var ZodReadonly = /* @__PURE__ */ $constructor("ZodReadonly", (inst, def) => {
  $ZodReadonly.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => readonlyProcessor(inst, ctx, json, params21);
  inst.unwrap = () => inst._zod.def.innerType;
});
function readonly(innerType) {
  return new ZodReadonly({
    type: "readonly",
    innerType
  });
}
__name(readonly, "readonly");
var ZodCustom = /* @__PURE__ */ $constructor("ZodCustom", (inst, def) => {
  $ZodCustom.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params21) => customProcessor(inst, ctx, json, params21);
});
function refine(fn, _params = {}) {
  return _refine(ZodCustom, fn, _params);
}
__name(refine, "refine");
function superRefine(fn, params21) {
  return _superRefine(fn, params21);
}
__name(superRefine, "superRefine");

// src/verify/reads.ts
var name = string2().min(1);
var labels = record2(string2(), string2()).nullish();
var numberOrNull = number2().nullish();
var NODE = looseObject({
  ID: name,
  Spec: looseObject({ Role: _enum(["manager", "worker"]), Availability: name, Labels: labels }),
  Description: looseObject({ Hostname: name }),
  Status: looseObject({ State: name }),
  ManagerStatus: looseObject({ Reachability: name }).nullish()
});
var SERVICE = looseObject({
  ID: name,
  Spec: looseObject({
    Name: name,
    Labels: labels,
    TaskTemplate: looseObject({
      ContainerSpec: looseObject({ Image: name }).optional()
    }),
    Mode: looseObject({ Replicated: looseObject({ Replicas: numberOrNull }).nullish() })
  })
});
var TASK = looseObject({
  ID: name,
  ServiceID: name,
  DesiredState: name,
  NodeID: string2().nullish(),
  Spec: looseObject({}),
  Status: looseObject({
    State: name,
    ContainerStatus: looseObject({ ContainerID: string2().nullish() }).nullish()
  })
});
var NETWORK = looseObject({ Id: name, Name: name, Driver: string2() });
var ofStack = /* @__PURE__ */ __name((stack) => JSON.stringify({ label: [`com.docker.stack.namespace=${stack}`] }), "ofStack");
function createReads(manager, stack, signal) {
  const answers2 = /* @__PURE__ */ new Map();
  const once = /* @__PURE__ */ __name((key, read2) => {
    const known = answers2.get(key) ?? read2();
    answers2.set(key, known);
    return known;
  }, "once");
  const get = /* @__PURE__ */ __name(async (path6, form, filters) => {
    const answer = await manager.json("GET", path6, {
      signal,
      ...filters ? { query: { filters } } : {}
    });
    return checked(path6, form, answer);
  }, "get");
  const service2 = /* @__PURE__ */ __name((wanted2) => once(
    `service ${wanted2}`,
    () => get(`/services/${encodeURIComponent(`${stack}_${wanted2}`)}`, SERVICE).catch(absent)
  ), "service");
  return {
    nodes: /* @__PURE__ */ __name(() => once("nodes", () => get("/nodes", array(NODE))), "nodes"),
    services: /* @__PURE__ */ __name(() => once("services", () => get("/services", array(SERVICE), ofStack(stack))), "services"),
    service: service2,
    runningTasks: /* @__PURE__ */ __name((wanted2) => once(`tasks ${wanted2}`, async () => {
      const found = await service2(wanted2);
      if (!found) return [];
      const filters = JSON.stringify({ service: [found.ID], "desired-state": ["running"] });
      const tasks = await get("/tasks", array(TASK), filters);
      return tasks.filter((task) => task.DesiredState === "running" && task.Status.State === "running");
    }), "runningTasks"),
    networks: /* @__PURE__ */ __name(() => once("networks", () => get("/networks", array(NETWORK), ofStack(stack))), "networks")
  };
}
__name(createReads, "createReads");
function checked(path6, form, answer) {
  const read2 = form.safeParse(answer);
  if (read2.success) return answer;
  const [issue2] = read2.error.issues;
  const where = issue2?.path.length ? ` at ${issue2.path.join(".")}` : "";
  throw new SwarmlineError(
    "engine-lost",
    `the engine\u2019s answer to ${path6} has not the form it must have${where}`
  );
}
__name(checked, "checked");
function absent(error2) {
  if (isGone(error2)) return void 0;
  throw error2;
}
__name(absent, "absent");

// src/verify/run/stopwatch.ts
function startStopwatch(limitMs = Infinity, onLimit = () => void 0) {
  let pauses = 0;
  let pastMs = 0;
  let addedMs = 0;
  let beganAt;
  let timer;
  const run = /* @__PURE__ */ __name(() => {
    beganAt = performance.now();
    if (limitMs !== Infinity) timer = setTimeout(onLimit, Math.max(0, limitMs - pastMs));
  }, "run");
  const ranMs = /* @__PURE__ */ __name(() => pastMs + (beganAt === void 0 ? 0 : performance.now() - beganAt), "ranMs");
  const rest = /* @__PURE__ */ __name(() => {
    pastMs = ranMs();
    beganAt = void 0;
    clearTimeout(timer);
  }, "rest");
  run();
  return {
    elapsedMs: /* @__PURE__ */ __name(() => ranMs() + addedMs, "elapsedMs"),
    add: /* @__PURE__ */ __name((ms) => {
      addedMs += ms;
    }, "add"),
    pause: /* @__PURE__ */ __name(() => {
      if (pauses++ === 0) rest();
    }, "pause"),
    resume: /* @__PURE__ */ __name(() => {
      if (--pauses === 0) run();
    }, "resume"),
    stop: /* @__PURE__ */ __name(() => {
      rest();
      pauses = Infinity;
    }, "stop")
  };
}
__name(startStopwatch, "startStopwatch");
function createStopwatchGroup() {
  const own2 = startStopwatch();
  const members2 = /* @__PURE__ */ new Set();
  let pauses = 0;
  const all = /* @__PURE__ */ __name(() => [own2, ...members2], "all");
  return {
    join(member) {
      members2.add(member);
      member.add(own2.elapsedMs());
      if (pauses > 0) member.pause();
      return () => {
        if (members2.delete(member) && pauses > 0) member.resume();
      };
    },
    end: /* @__PURE__ */ __name(() => own2.stop(), "end"),
    add: /* @__PURE__ */ __name((ms) => {
      for (const each of all()) each.add(ms);
    }, "add"),
    pause: /* @__PURE__ */ __name(() => {
      if (pauses++ === 0) for (const each of all()) each.pause();
    }, "pause"),
    resume: /* @__PURE__ */ __name(() => {
      if (--pauses === 0) for (const each of all()) each.resume();
    }, "resume")
  };
}
__name(createStopwatchGroup, "createStopwatchGroup");

// src/verify/run/shares.ts
function createShares(signal) {
  const entries = /* @__PURE__ */ new Map();
  const sharers = [];
  function begin(measure) {
    const stop = new AbortController();
    const group = createStopwatchGroup();
    const ids = /* @__PURE__ */ new Set();
    sharers.push(ids);
    const measured = measure({ signal: AbortSignal.any([signal, stop.signal]), watch: group });
    measured.catch(() => void 0).finally(() => group.end());
    return { measured, group, ids, stop, asking: 0 };
  }
  __name(begin, "begin");
  return {
    async ask(key, { id: id2, signal: ownSignal, watch }, measure) {
      if (ownSignal.aborted) throw new SwarmlineError("cancelled", "cancelled");
      const entry = entries.get(key) ?? begin(measure);
      entries.set(key, entry);
      entry.ids.add(id2);
      entry.asking++;
      const leave = entry.group.join(watch);
      let onAbort;
      const aborted2 = new Promise((_, reject) => {
        onAbort = /* @__PURE__ */ __name(() => reject(new SwarmlineError("cancelled", "cancelled")), "onAbort");
        ownSignal.addEventListener("abort", onAbort);
      });
      try {
        return await Promise.race([entry.measured, aborted2]);
      } finally {
        if (onAbort) ownSignal.removeEventListener("abort", onAbort);
        leave();
        if (--entry.asking === 0 && ownSignal.aborted) {
          if (entries.get(key) === entry) entries.delete(key);
          entry.stop.abort();
        }
      }
    },
    sharersWith: /* @__PURE__ */ __name((id2) => {
      const all = sharers.filter((ids) => ids.has(id2)).flatMap((ids) => [...ids]);
      return [...new Set(all)].filter((each) => each !== id2);
    }, "sharersWith")
  };
}
__name(createShares, "createShares");

// src/verify/run/turns.ts
var FIRST = ["alone", "still", "visit"];
function createTurns(counting) {
  const active = /* @__PURE__ */ new Set();
  const waiting = /* @__PURE__ */ new Map();
  let stillCounting = counting;
  const mayBegin = /* @__PURE__ */ __name((turn) => {
    const others = [...active];
    if (turn.kind === "alone") return others.length === 0;
    if (turn.kind === "visit") return stillCounting === 0 && others.every((other) => other.kind === "visit");
    return others.every((other) => other.kind === "still" && other.service !== turn.service);
  }, "mayBegin");
  const look2 = /* @__PURE__ */ __name(() => {
    for (const kind of FIRST) {
      for (const [turn, begin] of waiting)
        if (turn.kind === kind && mayBegin(turn)) {
          waiting.delete(turn);
          active.add(turn);
          begin();
        }
      if (kind === "alone" && [...waiting.keys()].some((turn) => turn.kind === "alone")) return;
    }
  }, "look");
  const turnOf = /* @__PURE__ */ __name((turn, signal) => new Promise((resolve, reject) => {
    const giveUp = /* @__PURE__ */ __name(() => {
      waiting.delete(turn);
      reject(new SwarmlineError("cancelled", "cancelled"));
      look2();
    }, "giveUp");
    if (signal.aborted) return giveUp();
    signal.addEventListener("abort", giveUp);
    waiting.set(turn, () => {
      signal.removeEventListener("abort", giveUp);
      resolve();
    });
    look2();
  }), "turnOf");
  return {
    async take(asked, work, { signal, watch }) {
      const turn = { ...asked };
      watch.pause();
      try {
        await turnOf(turn, signal);
      } finally {
        watch.resume();
      }
      try {
        return await work();
      } finally {
        active.delete(turn);
        look2();
      }
    },
    countingEnded() {
      stillCounting--;
      look2();
    }
  };
}
__name(createTurns, "createTurns");

// src/verify/run/check-world.ts
function newRound(base, checks, signal) {
  let unsettled2 = 0;
  return {
    reads: createReads(base.manager, base.stack, signal),
    shares: createShares(signal),
    turns: createTurns(checks.filter((check) => check.kind.visits === "counts").length),
    unsettled: {
      count: /* @__PURE__ */ __name(() => unsettled2, "count"),
      add: /* @__PURE__ */ __name((requests) => {
        unsettled2 += requests;
      }, "add")
    }
  };
}
__name(newRound, "newRound");
function worldOf(check, base, round2, asker, undos, redactor) {
  const { readFileFrom, ...kept } = base;
  const { kind } = check;
  const worldFor = /* @__PURE__ */ __name((sharer) => ({
    ...kept,
    reads: round2.reads,
    signal: sharer.signal,
    secrets: { register: /* @__PURE__ */ __name((secret2) => redactor.register(secret2), "register") },
    readFile: /* @__PURE__ */ __name((path6) => readFileFrom(check.folder, path6), "readFile"),
    share: /* @__PURE__ */ __name((key, measure) => round2.shares.ask(key, sharer, (shared) => measure(worldFor({ id: check.id, ...shared }))), "share"),
    turns: {
      alone: /* @__PURE__ */ __name((work) => turn({ kind: "alone" }, work, sharer), "alone"),
      still: /* @__PURE__ */ __name((service2, work) => turn({ kind: "still", service: service2 }, work, sharer), "still"),
      visit: /* @__PURE__ */ __name((work) => turn({ kind: "visit" }, work, sharer), "visit")
    },
    unsettled: round2.unsettled,
    undo: /* @__PURE__ */ __name((title, run) => {
      if (!kind.isDisturbing) throw contradiction(kind, "has something to undo", "disturbs nothing");
      undos.push({ title, run });
    }, "undo")
  }), "worldFor");
  const turn = /* @__PURE__ */ __name((asked, work, sharer) => {
    if (kind.visits === "none") throw contradiction(kind, "visits", "makes no visits");
    if (kind.visits === "makes" && asked.kind !== "visit")
      throw contradiction(kind, "counts", "counts nothing");
    return round2.turns.take(asked, work, sharer);
  }, "turn");
  return worldFor({ id: check.id, ...asker });
}
__name(worldOf, "worldOf");
function contradiction({ name: name3 }, does, says) {
  return new SwarmlineError("internal", `${name3} ${does}, but says that it ${says}`);
}
__name(contradiction, "contradiction");

// src/verify/run/bounded.rules.ts
var LIMITS = { depth: 24, entries: 2e3, text: 8 * 1024, total: 512 * 1024 };
function verdictLine(text, maxLength) {
  return plainWords(text, maxLength).replace(/^(?=::|##\[)/, "\uFFFD");
}
__name(verdictLine, "verdictLine");
function evidenceJson(evidence) {
  let room = LIMITS.total;
  const limit2 = /* @__PURE__ */ __name((value, depth) => {
    if (room <= 0) return "(cut)";
    if (typeof value === "string") {
      const text = value.length > LIMITS.text ? `${value.slice(0, LIMITS.text)}\u2026` : value;
      room -= text.length;
      return text.replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, "\uFFFD");
    }
    room -= 8;
    if (typeof value === "bigint") return String(value);
    if (!value || typeof value !== "object") return value;
    if (depth >= LIMITS.depth) return "(cut)";
    if (Array.isArray(value)) {
      const kept = value.slice(0, LIMITS.entries).map((inner) => limit2(inner, depth + 1));
      return value.length > LIMITS.entries ? [...kept, `(${value.length - LIMITS.entries} more)`] : kept;
    }
    return Object.fromEntries(
      Object.entries(value).slice(0, LIMITS.entries).map(([key, inner]) => [limit2(key, depth + 1), limit2(inner, depth + 1)])
    );
  }, "limit");
  return `${JSON.stringify(limit2(evidence, 0) ?? null, void 0, 2)}
`;
}
__name(evidenceJson, "evidenceJson");

// src/verify/run/run-check.ts
var DEFAULT_DEADLINE_MS = 6e4;
async function runSuiteCheck(check, worldWith, signal, recorder) {
  const { kind, params: params21 } = check;
  const deadlineMs = check.deadlineMs ?? kind.deadlineMs?.(params21) ?? DEFAULT_DEADLINE_MS;
  const expected = kind.expected(params21);
  let evidence;
  let judgement;
  const late = new AbortController();
  const watch = startStopwatch(deadlineMs, () => late.abort());
  try {
    const gathered = await within(
      late.signal,
      deadlineMs,
      signal,
      (ending) => kind.gather(params21, worldWith(ending, watch))
    );
    evidence = recorder.redactor.redact(gathered);
    judgement = kind.judge(params21, evidence);
  } catch (error2) {
    if (signal.aborted) throw new SwarmlineError("cancelled", "cancelled", { cause: error2 });
    judgement = unmeasured(expected, error2);
  } finally {
    watch.stop();
  }
  const verdict = verdictOf(check, judgement, watch.elapsedMs(), recorder);
  if (evidence === void 0 || !recorder.saveEvidence) return verdict;
  const saved = { id: check.id, kind: kind.name, params: params21, evidence };
  return {
    ...verdict,
    evidenceFile: await recorder.saveEvidence(check.id, evidenceJson(recorder.redactor.redact(saved)))
  };
}
__name(runSuiteCheck, "runSuiteCheck");
function skippedVerdict(check, why, hint, recorder) {
  return verdictOf(check, skipped(check.kind.expected(check.params), why, hint), 0, recorder);
}
__name(skippedVerdict, "skippedVerdict");
function unmeasuredVerdict(check, why, recorder) {
  return verdictOf(check, inconclusive(check.kind.expected(check.params), why, void 0), 0, recorder);
}
__name(unmeasuredVerdict, "unmeasuredVerdict");
function unmeasured(expected, error2) {
  const known = classifyAnswer(error2);
  return inconclusive(expected, `could not be measured: ${explain(known)}`, known.hint);
}
__name(unmeasured, "unmeasured");
function verdictOf(check, judgement, durationMs, recorder) {
  const { place: judged, ...rest } = judgement;
  const { redact } = recorder.redactor;
  const keys = judged ?? check.kind.place?.(check.params);
  const compose = keys && recorder.placeOf?.(keys);
  const { expected, observed, hint, figures } = redact(rest);
  const line = /* @__PURE__ */ __name((text, length) => verdictLine(redact(text), length), "line");
  return {
    id: check.id,
    kind: check.kind.name,
    title: line(check.title ?? expected, 120),
    status: judgement.status,
    expected: line(expected, 500),
    observed: line(observed, 1500),
    hint: hint === void 0 ? void 0 : line(hint, 500),
    figures: Object.fromEntries(
      Object.entries(figures).map(([name3, figure]) => [
        name3,
        typeof figure === "string" ? verdictLine(figure, 200) : figure
      ])
    ),
    durationMs,
    suite: check.place,
    ...compose ? { compose } : {},
    ...check.tags.length > 0 ? { tags: check.tags } : {},
    ...check.points === void 0 ? {} : { points: check.points },
    ...check.hints ? { hints: check.hints.map((each) => line(each, 500)) } : {}
  };
}
__name(verdictOf, "verdictOf");
async function within(late, deadlineMs, signal, work) {
  const ended = new AbortController();
  let onEnd;
  const ending = AbortSignal.any([signal, late, ended.signal]);
  const tooLate = new Promise((_, reject) => {
    onEnd = /* @__PURE__ */ __name(() => reject(
      signal.aborted ? new SwarmlineError("cancelled", "cancelled") : new SwarmlineError("timed-out", `not measured within ${deadlineMs / 1e3} s`)
    ), "onEnd");
    ending.addEventListener("abort", onEnd);
  });
  try {
    signal.throwIfAborted();
    const working = work(ending);
    working.catch(() => void 0);
    return await Promise.race([working, tooLate]);
  } finally {
    if (onEnd) ending.removeEventListener("abort", onEnd);
    ended.abort();
  }
}
__name(within, "within");

// src/verify/run/run-suite.ts
async function runSuite(checks, base, fx, options) {
  const { recorder, deadlineMs, isDisruptionAllowed } = options;
  const late = AbortSignal.timeout(Math.max(1, deadlineMs));
  const inTime = AbortSignal.any([fx.signal, late]);
  const verdicts = /* @__PURE__ */ new Map();
  const run = /* @__PURE__ */ __name(async (check, round2, undos) => {
    const verdict = late.aborted && !fx.signal.aborted ? unmeasuredVerdict(check, lateWords(deadlineMs), recorder) : await runSuiteCheck(
      check,
      (signal, watch) => worldOf(check, base, round2, { signal, watch }, undos, recorder.redactor),
      inTime,
      recorder
    ).catch((error2) => {
      if (fx.signal.aborted || !late.aborted) throw error2;
      return unmeasuredVerdict(check, lateWords(deadlineMs), recorder);
    });
    verdicts.set(check, verdict);
  }, "run");
  const calm = checks.filter((check) => !check.kind.isDisturbing);
  await fx.log.step(`Run ${calm.length} checks`, async (update) => {
    const round2 = newRound(base, calm, inTime);
    const ended = await Promise.allSettled(
      calm.map(async (check) => {
        try {
          await run(check, round2, []);
        } finally {
          if (check.kind.visits === "counts") round2.turns.countingEnded();
        }
        update(`${verdicts.size}/${calm.length}`);
      })
    );
    for (const [check, verdict] of verdicts) {
      const sharedWith = round2.shares.sharersWith(check.id);
      if (sharedWith.length > 0) verdicts.set(check, { ...verdict, sharedWith });
    }
    const failed = ended.find((end) => end.status === "rejected");
    if (failed) throw failed.reason;
  });
  let stuck;
  for (const check of checks.filter((each) => each.kind.isDisturbing)) {
    if (!isDisruptionAllowed || stuck) {
      verdicts.set(check, stuck ? unmeasuredVerdict(check, stuck, recorder) : forbidden(check, recorder));
      continue;
    }
    const undos = [];
    try {
      await fx.log.step(`Check ${check.id}`, () => run(check, newRound(base, [], inTime), undos));
    } finally {
      const fault = await undoAll(undos, forCleanup(fx, UNDO_MS));
      if (fault !== void 0) {
        stuck = `${check.id} left the swarm changed: ${fault}`;
        fx.log.warn(stuck);
      }
    }
    const verdict = verdicts.get(check);
    if (stuck && verdict?.status === "pass") verdicts.set(check, unmeasuredVerdict(check, stuck, recorder));
  }
  return checks.flatMap((check) => verdicts.get(check) ?? []);
}
__name(runSuite, "runSuite");
var UNDO_MS = 3e5;
var lateWords = /* @__PURE__ */ __name((deadlineMs) => `all checks together had ${deadlineMs / 1e3} s`, "lateWords");
function forbidden(check, recorder) {
  return skippedVerdict(
    check,
    "not run: it disturbs the swarm",
    "allow it with --allow-disruption, or allow-disruption: true",
    recorder
  );
}
__name(forbidden, "forbidden");
async function undoAll(undos, fx) {
  const faults = [];
  for (const { title, run } of undos.toReversed())
    await fx.log.step(title, () => run(fx)).catch((error2) => void faults.push(`${title}: ${explain(error2)}`));
  return faults.length > 0 ? faults.join("; ") : void 0;
}
__name(undoAll, "undoAll");

// src/verify/suite/load.ts
import { readFile as readFile2, realpath, stat } from "node:fs/promises";
import path2 from "node:path";

// src/effects/nearest.rules.ts
function nearest(word2, candidates) {
  const ranked = candidates.map((candidate) => ({ candidate, distance: editDistance(word2.toLowerCase(), candidate.toLowerCase()) })).sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  if (!best) return void 0;
  return best.distance <= Math.max(word2.length, best.candidate.length) / 2 ? best.candidate : void 0;
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

// src/verify/kind.ts
function defineKind(kind) {
  return kind;
}
__name(defineKind, "defineKind");

// src/verify/suite/duration.ts
var UNIT_MS = { ms: 1, s: 1e3, m: 6e4, h: 36e5 };
var FORM = /^(\d{1,7})(ms|s|m|h)$/;
var duration2 = /* @__PURE__ */ __name(() => string2().regex(FORM, "takes a time such as 500ms, 30s, 5m or 1h").transform((text) => {
  const [, count3 = "0", unit = "s"] = FORM.exec(text) ?? [];
  return Math.min(Number(count3) * UNIT_MS[unit], 24 * UNIT_MS.h);
}), "duration");

// src/verify/pattern.rules.ts
import { createContext, Script } from "node:vm";
var LIMITS_MS = [200, 1500];
var MAX_TEXT = 256 * 1024;
var search = new Script('new RegExp(pattern, "mu").test(text)');
function matchesPattern(pattern2, text, limitsMs = LIMITS_MS) {
  const sandbox = createContext({ pattern: pattern2, text: text.slice(0, MAX_TEXT) });
  for (const timeout of limitsMs)
    try {
      return search.runInContext(sandbox, { timeout }) === true ? "holds" : "fails";
    } catch {
    }
  return "unknown";
}
__name(matchesPattern, "matchesPattern");
function isPattern(pattern2) {
  try {
    new RegExp(pattern2, "mu");
    return true;
  } catch {
    return false;
  }
}
__name(isPattern, "isPattern");

// src/verify/suite/wanted.ts
var scalar = union([string2(), number2(), boolean2()]);
var pattern = /* @__PURE__ */ __name(() => string2().min(1).max(500).refine(isPattern, "takes a regular expression (JavaScript\u2019s, Unicode mode)"), "pattern");
var COMPARATORS = {
  eq: scalar.optional().describe("Is exactly this."),
  ne: scalar.optional().describe("Is anything but this."),
  gte: number2().optional().describe("Is a number, at least this."),
  lte: number2().optional().describe("Is a number, at most this."),
  matches: pattern().optional().describe("Is a text in which this regular expression is found."),
  contains: scalar.optional().describe("Is a text with this part, or a list with this entry."),
  exists: boolean2().optional().describe("Is there at all, or is not.")
};
var { eq, ne, gte, lte } = COMPARATORS;
var comparison = /* @__PURE__ */ __name((shape) => strictObject(shape).refine(
  (given) => Object.values(given).some((operand) => operand !== void 0),
  "needs one comparison at least"
), "comparison");
var wanted = /* @__PURE__ */ __name(() => union([scalar, comparison(COMPARATORS)]), "wanted");
var amount = /* @__PURE__ */ __name(() => union([number2(), comparison({ eq, ne, gte, lte })]), "amount");
var serviceName = /* @__PURE__ */ __name(() => string2().regex(/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$/, "takes a service\u2019s name, as the stack file says it").describe("Service of the stack, as its file names it."), "serviceName");
var port = /* @__PURE__ */ __name(() => number2().int().min(1).max(65535), "port");
var program = /* @__PURE__ */ __name(() => array(
  string2().max(4e3).refine((text) => !text.includes("\0"), "takes no NUL")
).min(1).max(100), "program");

// src/verify/kinds/counter.rules.ts
function counterExpected({ idle }) {
  return idle > 0 ? `${COUNTER_EXPECTED}; it stands still for ${idle / 1e3} s without any` : COUNTER_EXPECTED;
}
__name(counterExpected, "counterExpected");
function judgeCounter2(params21, { round: round2, idle }) {
  const expected = counterExpected(params21);
  const judged = judgeCounter({
    nodes: round2.nodes,
    before: round2.visitsBefore,
    after: round2.visitsAfter,
    unsettledBefore: round2.unsettledBefore
  });
  if (judged.status !== "pass" || params21.idle === 0) return { ...judged, expected };
  if (idle?.before === void 0 || idle.after === void 0)
    return inconclusive(
      expected,
      `${judged.observed}; then the service named no number`,
      void 0,
      judged.figures
    );
  const rise = idle.after - idle.before - 1;
  const observed = `${judged.observed}; by ${rise} in ${params21.idle / 1e3} s without requests`;
  const figures = { ...judged.figures, idleRise: rise };
  if (rise === 0) return { ...judged, expected, observed, figures };
  if (rise > 0 && rise <= idle.unsettled)
    return inconclusive(
      expected,
      `${observed}, and ${count(idle.unsettled, "request")} before may have counted only then`,
      "see why requests fail first",
      figures
    );
  return {
    ...fail(
      expected,
      observed,
      "something else counts: a health check must not ask `/`; if others visit the service now, ask when they do not",
      figures
    ),
    place: ["services", params21.service, "healthcheck"]
  };
}
__name(judgeCounter2, "judgeCounter");

// src/verify/unsettled.rules.ts
var UNSETTLED = ["time-out", "reset"];
function unsettled(failures) {
  return failures.reduce((sum2, byKind) => sum2 + UNSETTLED.reduce((n, kind) => n + (byKind[kind] ?? 0), 0), 0);
}
__name(unsettled, "unsettled");

// src/verify/kinds/round.ts
function measureRound(asked, world) {
  const key = `round ${asked.service} ${asked.port} ${asked.requests}`;
  return world.share(key, async (shared) => {
    const doors = await doorsOf(asked.port, shared);
    const { stack, hasMesh } = shared;
    const plan = { stack, service: asked.service, requestsPerNode: asked.requests, hasMesh };
    const manager = { engine: shared.manager };
    return shared.turns.alone(async () => {
      const unsettledBefore = shared.unsettled.count();
      const measured = await measureService(plan, doors, manager, shared).catch((error2) => {
        shared.unsettled.add(doors.length * REQUESTS_AT_ONCE);
        throw error2;
      });
      shared.unsettled.add(unsettled(measured.nodes.map((node2) => node2.answers.failedByKind)));
      shared.showAnswers(measured.nodes.map((node2) => node2.answers));
      return { ...measured, unsettledBefore };
    });
  });
}
__name(measureRound, "measureRound");
function doorsOf(port2, world) {
  return Promise.all(
    world.nodes.map(async (node2) => ({
      node: node2,
      engine: node2.engine ?? world.manager,
      endpoint: await world.endpointOf(node2, port2)
    }))
  );
}
__name(doorsOf, "doorsOf");

// src/verify/kinds/counter.ts
var params = strictObject({
  service: serviceName(),
  port: port().default(80).describe("Published port."),
  requests: number2().int().min(1).max(1e5).default(100).describe("Fresh connections to each node."),
  idle: duration2().prefault("0s").describe("After them, a pause in which the counter must stand still.")
});
var counter = defineKind({
  name: "counter",
  explanation: "Visits a service K times through all nodes and reads its counter (`Number of visits: <n>`) from every answer: K visits must raise it by exactly K, no number may come twice, and without visits it must stand still. Fails for counters of one replica each, for lost updates, and for health checks that count. Nothing else of the run visits meanwhile; checks of the same service, port and number of requests share one round, and of the same pause one pause.",
  example: `- kind: counter
  service: backend
  requests: 100
  idle: 10s`,
  isDisturbing: false,
  visits: "counts",
  deadlineMs: /* @__PURE__ */ __name(({ requests, idle }) => 6e4 + requests * 100 + idle, "deadlineMs"),
  params,
  expected: counterExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2], "place"),
  gather: /* @__PURE__ */ __name(async (asked, world) => {
    const round2 = await measureRound(asked, world);
    return { round: round2, idle: asked.idle > 0 ? await measureIdle(asked, world) : void 0 };
  }, "gather"),
  judge: judgeCounter2
});
function measureIdle(asked, world) {
  const { service: service2, port: published, idle } = asked;
  return world.share(
    `idle ${service2} ${published} ${idle}`,
    (shared) => shared.turns.still(service2, () => leaveAlone(asked, shared))
  );
}
__name(measureIdle, "measureIdle");
async function leaveAlone(asked, world) {
  const hosts = new Set((await world.reads.runningTasks(asked.service)).map((task) => task.NodeID));
  const doors = (await doorsOf(asked.port, world)).filter((door) => world.hasMesh || hosts.has(door.node.id));
  const unsettled2 = world.unsettled.count();
  const before = await readVisits(doors, world.signal);
  await world.clock.sleep(asked.idle, world.signal);
  return { unsettled: unsettled2, before, after: await readVisits(doors, world.signal) };
}
__name(leaveAlone, "leaveAlone");

// src/verify/checks/dns.rules.ts
function nameQuestions(out, world) {
  const own2 = new Set(out.task.attachments.map((at) => at.network));
  const node2 = world.nodes.find((one) => one.id === out.task.nodeId)?.name ?? out.task.nodeId;
  const asks = /* @__PURE__ */ __name((names2, truth) => truth.length > 0 ? names2.map((name3) => ({ from: out.service.name, node: node2, name: name3, truth })) : [], "asks");
  return world.services.flatMap((to) => {
    const tasks = byNetwork(
      to.tasks.flatMap((task) => task.attachments),
      own2
    );
    const names2 = [to.fullName, ...to.aliases.filter((alias) => isPlain(alias, to, world))];
    return [
      ...asks(names2, to.mode === "vip" ? byNetwork(to.vips, own2) : tasks),
      ...asks([`tasks.${to.fullName}`], tasks)
    ];
  });
}
__name(nameQuestions, "nameQuestions");
function isPlain(alias, of, world) {
  return world.services.every((one) => one === of || !(one.aliases.includes(alias) || one.fullName === alias));
}
__name(isPlain, "isPlain");
function byNetwork(attachments, own2) {
  const shared = attachments.filter((at) => own2.has(at.network));
  return [...Map.groupBy(shared, (at) => at.network).values()].map((list) => list.map((at) => at.address).sort());
}
__name(byNetwork, "byNetwork");
function readName(question, answer, reason = "") {
  if (answer?.kind === "named") return { ...question, heard: answer.addresses, problem: "" };
  if (answer?.kind === "no-such-name" || answer?.kind === "no-name-answer")
    return { ...question, heard: [], problem: "" };
  const detail = answer?.kind === "unknown" ? answer.detail : reason;
  return { ...question, heard: void 0, problem: detail || "the probe did not say" };
}
__name(readName, "readName");
function judgeName({ truth, heard }) {
  if (!heard) return { kind: "unknown" };
  if (heard.length === 0) return { kind: "unresolved" };
  const stale = heard.filter((address) => !truth.some((list) => list.includes(address)));
  if (stale.length > 0) return { kind: "stale", addresses: stale };
  const missing2 = truth.filter((list) => list.some((address) => heard.includes(address))).flatMap((list) => list.filter((address) => !heard.includes(address)));
  return missing2.length > 0 ? { kind: "missing", addresses: missing2 } : { kind: "none" };
}
__name(judgeName, "judgeName");
var DNS_EXPECTED = "every name resolves, from every service and node, to the addresses that the swarm gave it";
function judgeDns({ readings, rounds }) {
  const expected = DNS_EXPECTED;
  const judged = readings.map((reading) => ({ reading, fault: judgeName(reading) }));
  const unknown2 = judged.filter((one) => one.fault.kind === "unknown");
  const wrong = judged.filter((one) => one.fault.kind !== "none" && one.fault.kind !== "unknown");
  const figures = { names: readings.length, wrong: wrong.length, unknown: unknown2.length, rounds };
  const [first] = wrong;
  if (first) return fail(expected, listed(wrong), hintFor(first.reading, first.fault), figures);
  if (readings.length === 0)
    return inconclusive(
      expected,
      "no running task can be asked",
      "deploy the stack, on networks of its own",
      figures
    );
  if (unknown2.length > 0)
    return inconclusive(
      expected,
      `${count(unknown2.length, "name")} not known: ${listed(unknown2)}`,
      "see that the node named answers, then look again",
      figures
    );
  return pass(expected, `${count(readings.length, "name")} asked, all answers are right`, figures);
}
__name(judgeDns, "judgeDns");
function listed(judged) {
  const shown2 = judged.slice(0, 4).map(({ reading, fault }) => {
    const { name: name3, from, node: node2, problem } = reading;
    return `${plainWords(name3, 80)} from ${from} on ${plainWords(node2, 40)} ${inWords(fault, problem)}`;
  });
  return judged.length > 4 ? `${shown2.join("; ")}; and ${judged.length - 4} more` : shown2.join("; ");
}
__name(listed, "listed");
function inWords(fault, problem) {
  if (fault.kind === "stale")
    return `gives ${fault.addresses.slice(0, 3).join(", ")}, which nobody of that name has`;
  if (fault.kind === "missing") return `leaves out ${fault.addresses.slice(0, 3).join(", ")}`;
  return fault.kind === "unresolved" ? "does not resolve" : `could not be asked: ${plainWords(problem, 80)}`;
}
__name(inWords, "inWords");
function hintFor({ name: name3, node: node2 }, fault) {
  const where = plainWords(node2, 40);
  if (fault.kind === "stale")
    return `another service goes by that name on a common network (see \`docker network inspect\`), or the resolver on ${where} kept an address that is gone: then \`docker service update --force\` what ${plainWords(name3, 80)} names, or restart the engine there`;
  return `the node ${where} has not heard of all tasks: let TCP and UDP 7946 pass between the nodes`;
}
__name(hintFor, "hintFor");

// src/verify/probes/probe-run.ts
import { randomBytes } from "node:crypto";

// src/verify/probes/asks.rules.ts
var ADDRESS = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
var NAME = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9_])?$/;
var isAddress = /* @__PURE__ */ __name((text) => ADDRESS.test(text), "isAddress");
function encodeAsks(asks) {
  return asks.map((ask, id2) => isAskable(ask) ? `${lineOf(ask, id2)}
` : "").join("");
}
__name(encodeAsks, "encodeAsks");
function lineOf(ask, id2) {
  if (ask.kind === "resolve") return `resolve ${id2} ${ask.name}`;
  return `${ask.kind} ${id2} ${ask.kind === "reach" ? ask.host : ask.address} ${ask.port}`;
}
__name(lineOf, "lineOf");
function isAskable(ask) {
  if (ask.kind === "resolve") return NAME.test(ask.name);
  const isPort = Number.isInteger(ask.port) && ask.port > 0 && ask.port < 65536;
  if (ask.kind !== "reach") return isPort && isAddress(ask.address);
  return isPort && (isAddress(ask.host) || NAME.test(ask.host) && !/^[\d.]+$/.test(ask.host));
}
__name(isAskable, "isAskable");
var LINE = /^said (\d{1,6}) (\d{1,3})(?: (.*))?$/;
var MOST_WORDS = 4e3;
function readAnswers(asks, text) {
  const heard = /* @__PURE__ */ new Map();
  for (const line of text.split("\n")) {
    const [, number3, status, words2 = ""] = LINE.exec(line.slice(0, MOST_WORDS)) ?? [];
    const ask = asks[Number(number3)];
    if (number3 === void 0 || ask === void 0 || heard.has(Number(number3))) continue;
    heard.set(Number(number3), understand(ask, Number(status), words2));
  }
  return asks.map((ask, id2) => heard.get(id2) ?? { kind: "unknown", detail: silence(ask) });
}
__name(readAnswers, "readAnswers");
function silence(ask) {
  return isAskable(ask) ? "the probe did not say" : "this cannot be asked";
}
__name(silence, "silence");
function understand(ask, status, words2) {
  if (ask.kind === "resolve") return understandName(status, words2);
  if (ask.kind === "datagram" && hasAnswered(ask, words2)) return { kind: "open" };
  if (ask.kind !== "datagram" && status === 0) return { kind: "open" };
  if (/^no address:/.test(words2))
    return understandName(1, words2).kind === "no-such-name" ? { kind: "no-such-name" } : { kind: "no-name-answer" };
  if (/refused/i.test(words2)) return { kind: "refused" };
  if (/timed out/i.test(words2)) return { kind: "silent" };
  if (/unreachable|no route/i.test(words2)) return { kind: "unreachable" };
  return { kind: "unknown", detail: plainWords(words2 || `status ${status}`) };
}
__name(understand, "understand");
function hasAnswered({ address, port: port2 }, words2) {
  const said2 = `Server: ${address} Address: ${address}:${port2}`;
  return `${words2} `.includes(`${said2} `);
}
__name(hasAnswered, "hasAnswered");
function understandName(status, words2) {
  const answer = words2.slice(words2.indexOf("Name:"));
  if (words2.includes("Name:")) {
    const found = [...answer.matchAll(/Address(?: \d+)?: ((?:\d+\.){3}\d+)(?![\d.:])/g)].map((m) => m[1] ?? "");
    const addresses = [...new Set(found.filter(isAddress))].sort();
    if (addresses.length > 0) return { kind: "named", addresses };
  }
  if (/NXDOMAIN|can't resolve|can't find \S+: No answer/i.test(words2)) return { kind: "no-such-name" };
  if (/SERVFAIL|timed out|no servers|REFUSED/i.test(words2)) return { kind: "no-name-answer" };
  return { kind: "unknown", detail: plainWords(words2 || `status ${status}`) };
}
__name(understandName, "understandName");
var LISTEN = /^listen \d+: ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) \S+ 0A$/;
var MOST_LISTENERS = 256;
function readListeners(text) {
  const lines = text.split("\n");
  const end = lines.indexOf("ready");
  if (end < 0) return void 0;
  const found = lines.slice(0, end).flatMap((line) => {
    const [, address = "", port2 = ""] = LISTEN.exec(line) ?? [];
    const where = port2 === "" ? "loopback" : addressOf(address);
    return where === "loopback" ? [] : [{ port: Number.parseInt(port2, 16), address: where }];
  });
  const keyOf = /* @__PURE__ */ __name((one) => `${one.address ?? ""}:${one.port}`, "keyOf");
  return [...new Map(found.map((one) => [keyOf(one), one])).values()].slice(0, MOST_LISTENERS);
}
__name(readListeners, "readListeners");
function addressOf(hex) {
  if (/^0+$/.test(hex)) return void 0;
  const isMapped = hex.length === 8 || /^0{16}FFFF0000/.test(hex);
  if (!isMapped) return "loopback";
  const bytes = [...hex.slice(-8).match(/../g) ?? []].reverse().map((byte) => Number.parseInt(byte, 16));
  return bytes[0] === 127 ? "loopback" : bytes.join(".");
}
__name(addressOf, "addressOf");

// src/verify/probes/probe-script.ts
var PROBE_SCRIPT = `
set -f
box=/bin/busybox
connect() {
  words=$($box nc -w 2 "$2" "$3" -e $box true </dev/null 2>&1)
  echo "said $1 $?" $words
}
datagram() {
  read -r token </proc/sys/kernel/random/uuid
  words=$($box nslookup -type=a -port="$3" -timeout=2 -retry=3 "$token.invalid" "$2" </dev/null 2>&1)
  echo "said $1 $?" $words
}
resolve() {
  words=$($box nslookup -type=a -timeout=2 -retry=1 "$2" 127.0.0.11 </dev/null 2>&1)
  echo "said $1 $?" $words
}
reach() {
  case $2 in
    *[!0-9.]*)
      words=$($box nslookup -type=a -timeout=2 -retry=1 "$2" </dev/null 2>&1)
      address=
      isAnswer=
      for word in $words; do
        case $word in
          Name:) isAnswer=1 ;;
          *[!0-9.]* | [0-9]) ;;
          *.*.*.*) [ -z "$isAnswer" ] || [ -n "$address" ] || address=$word ;;
        esac
      done
      if [ -z "$address" ]; then
        echo "said $1 1 no address:" $words
        return
      fi
      ;;
    *) address=$2 ;;
  esac
  connect "$1" "$address" "$3"
}
for table in /proc/net/tcp /proc/net/tcp6; do
  [ -r $table ] && while read -r number local remote state rest; do
    [ "$state" = 0A ] && echo "listen $number $local $remote $state"
  done <$table
done
echo ready
turns=0
until [ -e /probe/go ]; do
  turns=$((turns + 1))
  [ $turns -gt 240 ] && exit 3
  $box sleep 0.25
done
running=0
while read -r kind id first second; do
  case $kind in
    connect | datagram | resolve | reach) $kind "$id" "$first" "$second" & ;;
  esac
  running=$((running + 1))
  if [ $running -ge 100 ]; then
    wait
    running=0
  fi
done </probe/$1
wait
echo done
`;

// src/verify/probes/probe-container.ts
var MOST_BYTES = 4 * 1024 * 1024;
async function startProbe(engine, probe, signal) {
  if (signal.aborted) throw new SwarmlineError("cancelled", "cancelled");
  const { Id } = await engine.json("POST", "/containers/create", {
    query: { name: probe.name },
    body: {
      Image: probe.image,
      Entrypoint: ["/bin/busybox", "ash", "-c", PROBE_SCRIPT],
      Cmd: ["probe", String(probe.number)],
      User: "0:0",
      Labels: probe.labels,
      HostConfig: {
        NetworkMode: `container:${probe.inside}`,
        CapDrop: ["ALL"],
        SecurityOpt: ["no-new-privileges"],
        Mounts: [
          {
            Type: "volume",
            Source: probe.volume,
            Target: "/probe",
            VolumeOptions: { Labels: probe.labels, NoCopy: true }
          }
        ],
        // The engine's own default may be a driver that cannot be read back.
        LogConfig: { Type: "json-file", Config: {} }
      }
    }
  });
  await engine.json("POST", `/containers/${Id}/start`, { signal });
  return Id;
}
__name(startProbe, "startProbe");
async function giveAsks(engine, id2, asks, signal) {
  const body = await packArchive([
    ...asks.map((one) => ({
      kind: "file",
      path: `probe/${one.number}`,
      content: encodeAsks(one.asks)
    })),
    { kind: "file", path: "probe/go", content: "" }
  ]);
  await engine.json("PUT", `/containers/${id2}/archive`, {
    query: { path: "/" },
    body,
    contentType: "application/x-tar",
    signal
  });
}
__name(giveAsks, "giveAsks");
async function readProbe(engine, id2, signal) {
  const stream = await engine.stream("GET", `/containers/${id2}/logs`, { query: { stdout: true }, signal });
  const frames = createDemultiplexer();
  const pieces = [];
  let room = MOST_BYTES;
  try {
    for await (const chunk of stream) {
      for (const { data } of frames.push(chunk)) {
        pieces.push(data.subarray(0, Math.max(0, room)));
        room -= data.length;
      }
      if (room <= 0) break;
    }
  } finally {
    stream.destroy();
  }
  return Buffer.concat(pieces).toString("utf8");
}
__name(readProbe, "readProbe");
async function removeProbe(engine, idOrName) {
  await engine.json("DELETE", `/containers/${idOrName}`, { query: { force: true, v: true } }).catch(() => void 0);
}
__name(removeProbe, "removeProbe");

// src/verify/probes/probe-image.ts
import { readFile } from "node:fs/promises";

// src/verify/probes/static-program.rules.ts
var MACHINES = { amd64: 62, arm64: 183, arm: 40, ppc64le: 21, s390x: 22 };
var PT_INTERP = 3;
function isStaticProgram(file, architecture) {
  if (file.length < 64 || file.readUInt32BE(0) !== 2135247942 || file[5] !== 1) return false;
  if (file.readUInt16LE(18) !== MACHINES[architecture]) return false;
  const is64 = file[4] === 2;
  const start = is64 ? Number(file.readBigUInt64LE(32)) : file.readUInt32LE(28);
  const size = file.readUInt16LE(is64 ? 54 : 42);
  const count3 = file.readUInt16LE(is64 ? 56 : 44);
  for (let i = 0; i < count3; i++) {
    const at = start + i * size;
    if (at + 4 > file.length || file.readUInt32LE(at) === PT_INTERP) return false;
  }
  return count3 > 0;
}
__name(isStaticProgram, "isStaticProgram");

// src/verify/probes/probe-image.ts
var BUSYBOX = ["/bin/busybox", "/usr/bin/busybox", "/usr/local/bin/busybox"];
var OFFICIAL = /^(?:busybox|alpine):[\w.-]+$/;
var PULLED = "alpine:latest";
async function provideProbeImage(engine, name3, labels2, signal) {
  const { Arch } = await engine.json("GET", "/version", { signal });
  const busybox = await localBusybox(Arch);
  const remove = /* @__PURE__ */ __name((reference, force) => () => engine.json("DELETE", `/images/${reference}`, { query: { force } }).catch(() => void 0), "remove");
  if (busybox) {
    const reference = `${name3}:latest`;
    const folders = ["bin", "probe", "proc", "sys", "dev", "etc"];
    await importImage(
      engine,
      reference,
      [
        ...folders.map((path6) => ({ kind: "folder", path: path6 })),
        { kind: "file", path: "bin/busybox", content: busybox, mode: 493 }
      ],
      { labels: labels2, signal }
    ).catch(async (error2) => {
      await remove(reference, true)();
      throw error2;
    });
    return { reference, remove: remove(reference, true) };
  }
  const listed2 = await engine.json("GET", "/images/json", { signal });
  const there = listed2.flatMap((image2) => image2.RepoTags ?? []).find((tag) => OFFICIAL.test(tag));
  if (there) return { reference: there, remove: /* @__PURE__ */ __name(async () => void 0, "remove") };
  await pull(engine, signal);
  return { reference: PULLED, remove: remove(PULLED, false) };
}
__name(provideProbeImage, "provideProbeImage");
async function pull(engine, signal) {
  try {
    const [fromImage, tag] = PULLED.split(":");
    const answer = await engine.stream("POST", "/images/create", {
      query: { fromImage, tag },
      timeoutMs: 6e4,
      signal
    });
    await readProgress(`pulling ${PULLED}`, answer);
  } catch (cause) {
    const known = classify(cause);
    if (known.code === "cancelled" || known.code === "engine-lost") throw known;
    throw new SwarmlineError("not-found", "no image with busybox can be had for the probes", {
      hint: "install busybox-static on this machine, or make alpine available to the nodes",
      cause
    });
  }
}
__name(pull, "pull");
var read;
async function localBusybox(architecture) {
  read ??= Promise.all(BUSYBOX.map((file) => readFile(file).catch(() => Buffer.alloc(0))));
  return (await read).find((file) => isStaticProgram(file, architecture));
}
__name(localBusybox, "localBusybox");

// src/verify/probes/probe-station.ts
var START_DEADLINE_MS = 1e4;
var ANSWER_DEADLINE_MS = 6e4;
var LOOK_EVERY_MS = 200;
function openStation(engine, run, labels2, { clock, signal }) {
  let image2;
  const nameOf2 = /* @__PURE__ */ __name((number3) => `${run}-${number3}`, "nameOf");
  return {
    async prepare() {
      image2 = await provideProbeImage(engine, run, labels2, signal);
    },
    async start(number3, inside) {
      const reference = image2?.reference ?? "";
      const probe = { name: nameOf2(number3), number: number3, image: reference, volume: run, inside, labels: labels2 };
      await startProbe(engine, probe, signal);
      return waitFor(
        "the probe\u2019s first lines",
        async () => readListeners(await readProbe(engine, nameOf2(number3), signal)),
        { clock, deadlineMs: START_DEADLINE_MS, everyMs: 50, signal }
      );
    },
    async ask(asks) {
      const [first] = asks;
      if (!first) return;
      await giveAsks(engine, nameOf2(first.number), asks, signal);
      await waitFor("the probes\u2019 answers", () => areDone(engine, run, signal), {
        clock,
        deadlineMs: ANSWER_DEADLINE_MS,
        everyMs: LOOK_EVERY_MS,
        signal
      }).catch((error2) => {
        if (classify(error2).code !== "timed-out") throw error2;
      });
    },
    read: /* @__PURE__ */ __name((number3) => readProbe(engine, nameOf2(number3), signal), "read"),
    // By name: a probe may have been made though the answer never came.
    drop: /* @__PURE__ */ __name((number3) => removeProbe(engine, nameOf2(number3)), "drop"),
    async close() {
      await image2?.remove();
      await engine.json("DELETE", `/volumes/${run}`, { query: { force: true } }).catch(() => void 0);
    }
  };
}
__name(openStation, "openStation");
async function areDone(engine, run, signal) {
  const filters = JSON.stringify({ label: [`${LABEL.run}=${run}`], status: ["created", "running"] });
  const running = await engine.json("GET", "/containers/json", { query: { filters }, signal });
  return running.length > 0 ? void 0 : true;
}
__name(areDone, "areDone");
var HANDS = 4;
async function inHands(items, work) {
  const rest = items.values();
  const hands = Array.from({ length: HANDS }, async () => {
    for (const item of rest) await work(item);
  });
  await Promise.allSettled(hands);
  await Promise.all(hands);
}
__name(inHands, "inHands");

// src/verify/probes/probe-run.ts
async function runProbes(sources, plan, fx, labels2 = {}) {
  const run = `swarmline-probe-${randomBytes(6).toString("hex")}`;
  const marks = { ...labels2, [LABEL.run]: run, [LABEL.created]: new Date(fx.clock.now()).toISOString() };
  const outcomes = /* @__PURE__ */ new Map();
  const listeners = /* @__PURE__ */ new Map();
  const stations = [...Map.groupBy(sources, (source) => source.engine.socketPath).values()].map((own2) => ({
    own: [...own2.entries()],
    station: openStation(own2[0]?.engine, run, marks, fx)
  }));
  const failed = /* @__PURE__ */ __name((source, error2) => {
    const known = classify(error2);
    if (known.code === "cancelled" || fx.signal.aborted) throw known;
    outcomes.set(source.key, { isRun: false, reason: plainWords(explain(known), 200) });
  }, "failed");
  const everywhere = /* @__PURE__ */ __name((work) => Promise.all(
    stations.map(
      (group) => work(group).catch((error2) => {
        for (const [, source] of group.own) if (!outcomes.has(source.key)) failed(source, error2);
      })
    )
  ), "everywhere");
  const each = /* @__PURE__ */ __name(({ own: own2, station }, work) => inHands(own2, async ([number3, source]) => {
    if (outcomes.has(source.key)) return;
    await work(source, number3).catch(async (error2) => {
      failed(source, error2);
      await station.drop(number3);
    });
  }), "each");
  try {
    await everywhere(async (group) => {
      await group.station.prepare();
      await each(group, async (source, number3) => {
        listeners.set(source.key, await group.station.start(number3, source.containerId));
      });
    });
    const asks = await plan(listeners);
    const asksOf = /* @__PURE__ */ __name((source) => asks.get(source.key) ?? [], "asksOf");
    await everywhere(async (group) => {
      const ready = group.own.filter(([, source]) => !outcomes.has(source.key));
      await group.station.ask(ready.map(([number3, source]) => ({ number: number3, asks: asksOf(source) })));
      await each(group, async (source, number3) => {
        outcomes.set(source.key, {
          isRun: true,
          listeners: listeners.get(source.key) ?? [],
          asks: [...asksOf(source)],
          answers: readAnswers(asksOf(source), await group.station.read(number3))
        });
      });
    });
  } finally {
    await Promise.all(stations.map(({ own: own2, station }) => close(station, own2.length)));
  }
  return outcomes;
}
__name(runProbes, "runProbes");
async function close(station, count3) {
  await inHands([...Array(count3).keys()], (number3) => station.drop(number3));
  await station.close();
}
__name(close, "close");

// src/verify/checks/isolation-ports.rules.ts
function portEdges(services, published, { must, mustNot }) {
  const edgesOf = /* @__PURE__ */ __name((rules, expected) => rules.flatMap(
    ({ from, to, port: port2, protocol }) => protocol !== "tcp" ? [] : pairsOf(services, from, to).map((pair) => ({ ...pair, port: port2, expected }))
  ), "edgesOf");
  return [...edgesOf(must, "open"), ...edgesOf(mustNot, "blocked")].map(({ from, to, port: port2, expected }) => {
    const looks = published.filter((edge) => edge.to === to.name && edge.port === port2);
    const look2 = looks.find((edge) => edge.from === from.name);
    const isPublished = to.published.some((one) => one.port === port2);
    const isHole = expected === "blocked" && look2?.isOpenSomewhere;
    const seen = isHole ? "open" : look2?.state ?? (isPublished ? "unknown" : "not-published");
    const isOpenToSome = looks.some((edge) => edge.isOpenSomewhere);
    return { from: from.name, to: to.name, port: port2, expected, seen, isOpenToSome };
  });
}
__name(portEdges, "portEdges");
function pairsOf(services, from, to) {
  const names2 = services.map((service2) => service2.name);
  for (const name3 of [from, to])
    if (name3 !== "*" && !names2.includes(name3))
      throw new SwarmlineError("input", `the stack has no service ${JSON.stringify(name3)}`, {
        hint: `it has ${names2.join(", ") || "none"}`
      });
  const meant = /* @__PURE__ */ __name((name3) => services.filter((service2) => name3 === "*" || service2.name === name3), "meant");
  return meant(from).flatMap(
    (source) => meant(to).flatMap((target) => source === target ? [] : [{ from: source, to: target }])
  );
}
__name(pairsOf, "pairsOf");
function judgePort({
  expected,
  seen,
  isOpenToSome
}) {
  if (seen === "unknown") return "unknown";
  if (expected === "open") return seen === "open" ? "as-expected" : "unexpected";
  if (seen === "open") return "unexpected";
  return seen === "not-published" || isOpenToSome ? "as-expected" : "unknown";
}
__name(judgePort, "judgePort");
function portWords(edge) {
  const { from, to, port: port2, seen } = edge;
  const arrow2 = `${plainWords(from, 64)} -> ${plainWords(to, 64)}:${port2}`;
  if (seen === "not-published") return `${arrow2} is not published`;
  if (judgePort(edge) === "unknown") return `${arrow2} (nobody got through that published port)`;
  return `${arrow2} is ${seen}, through a published port`;
}
__name(portWords, "portWords");

// src/verify/checks/isolation-edges.rules.ts
var RULE = /^\s*(\S+)\s*->\s*([^\s:]+)(?::(\d{1,5})(\/udp)?)?\s*$/;
function parseEdgeRule(text) {
  const [, from, to, port2, udp] = RULE.exec(text) ?? [];
  if (from === void 0 || to === void 0)
    throw new SwarmlineError("input", `${JSON.stringify(text)} is no edge`, {
      hint: "write: backend -> redis"
    });
  if (port2 === void 0) return { from, to };
  return { from, to, port: Number(port2), protocol: udp === void 0 ? "tcp" : "udp" };
}
__name(parseEdgeRule, "parseEdgeRule");
function expectedEdges(services, all) {
  const onNetworks = /* @__PURE__ */ __name((some) => some.filter((rule2) => rule2.port === void 0), "onNetworks");
  const rules = { must: onNetworks(all.must), mustNot: onNetworks(all.mustNot) };
  const names2 = services.map((service2) => service2.name);
  for (const { from, to } of [...rules.must, ...rules.mustNot])
    for (const name3 of [from, to])
      if (name3 !== "*" && !names2.includes(name3))
        throw new SwarmlineError("input", `the stack has no service ${JSON.stringify(name3)}`, {
          hint: `it has ${names2.join(", ") || "none"}`
        });
  return services.flatMap(
    (from) => services.filter((to) => to.name !== from.name).map((to) => {
      const shared = from.networks.filter((network) => to.networks.includes(network));
      const ruled = ruleFor(from.name, to.name, rules);
      return {
        from: from.name,
        to: to.name,
        expected: ruled ?? (shared.length > 0 ? "open" : "blocked"),
        shared,
        isRuled: ruled !== void 0
      };
    })
  );
}
__name(expectedEdges, "expectedEdges");
function ruleFor(from, to, { must, mustNot }) {
  const strength = /* @__PURE__ */ __name((rules) => Math.max(
    0,
    ...rules.filter((rule2) => [from, "*"].includes(rule2.from) && [to, "*"].includes(rule2.to)).map((rule2) => 1 + Number(rule2.from !== "*") + Number(rule2.to !== "*"))
  ), "strength");
  const [open2, blocked] = [strength(must), strength(mustNot)];
  if (open2 === 0 && blocked === 0) return void 0;
  if (open2 === blocked)
    throw new SwarmlineError("input", `${from} -> ${to} must be, and must not be`, {
      hint: "take one of the two rules away"
    });
  return open2 > blocked ? "open" : "blocked";
}
__name(ruleFor, "ruleFor");

// src/verify/checks/isolation-observe.rules.ts
function observe(services, sightings, wanted2 = () => true) {
  const alive = listening(sightings, services);
  const pairs = services.flatMap(
    (from) => services.filter((to) => to !== from && wanted2(from.name, to.name)).map((to) => ({ from, to }))
  );
  return {
    edges: pairs.map(({ from, to }) => {
      const own2 = sightings.filter((sighting) => sighting.from.service.name === from.name);
      const lost = own2.flatMap((one) => one.isRun ? [] : [`the probe of ${from.name} failed: ${one.reason}`]);
      const steps = own2.flatMap((one) => one.isRun ? stepsTo(to.name, one, alive) : []);
      const reasons = [...lost, ...silence2(from, to, own2)];
      return edgeOf(from.name, to.name, steps, reasons);
    }),
    published: pairs.flatMap(({ from, to }) => publishedOf(from.name, to.name, sightings))
  };
}
__name(observe, "observe");
function listening(sightings, services) {
  const known = /* @__PURE__ */ new Set();
  for (const sighting of sightings)
    for (const { errand, answer } of sighting.isRun ? sighting.heard : []) {
      const { purpose } = errand;
      const counts = purpose.kind === "self" || purpose.kind === "path" && purpose.via === "task";
      if (counts && answers(answer, purpose.isKnock)) known.add(placeOf(purpose));
    }
  for (const service2 of services)
    for (const vip of service2.vips)
      for (const at of service2.tasks.flatMap((task) => task.attachments))
        for (const place of [...known].filter((one) => one.startsWith(`${vip.network}/${at.address}:`)))
          known.add(`${vip.network}/${vip.address}:${place.slice(place.lastIndexOf(":") + 1)}`);
  return known;
}
__name(listening, "listening");
function answers(answer, isKnock) {
  return answer.kind === "open" || isKnock && answer.kind === "refused";
}
__name(answers, "answers");
function placeOf({
  network,
  address,
  port: port2
}) {
  return `${network}/${address}:${port2}`;
}
__name(placeOf, "placeOf");
function stepsTo(to, sighting, alive) {
  const { heard } = sighting;
  const isProven = /* @__PURE__ */ __name((kind) => heard.some(({ errand, answer }) => kind.includes(errand.purpose.kind) && answer.kind === "open"), "isProven");
  const canConnect = isProven(["prober", "self", "path"]);
  const canResolve = resolves(sighting);
  const isMasked = /* @__PURE__ */ __name(({ network, port: port2, isKnock }) => heard.some(
    ({ errand: { purpose: p }, answer }) => p.kind === "decoy" && p.network === network && p.port === port2 && answers(answer, isKnock)
  ), "isMasked");
  return heard.flatMap(({ errand: { purpose }, answer }) => {
    if (purpose.kind === "name" && purpose.to === to)
      return [{ network: "", isName: true, isKnock: false, ...nameState(purpose, answer, canResolve) }];
    if (purpose.kind !== "path" || purpose.to !== to) return [];
    const { isKnock } = purpose;
    const way = isKnock ? `${purpose.via} ${purpose.address}, where nothing listens, on ${purpose.network}` : `${purpose.via} ${purpose.address}:${purpose.port} on ${purpose.network}`;
    const step = /* @__PURE__ */ __name((state, words2) => [
      { state, words: words2, network: purpose.network, isName: false, isKnock }
    ], "step");
    if (answers(answer, isKnock))
      return purpose.via === "across" && isMasked(purpose) ? step("unknown", `${way}: an address that nobody has answers there too`) : step("open", way);
    if (!isFailure(answer)) return step("unknown", `${way}: ${detailOf(answer)}`);
    if (!canConnect)
      return step("unknown", `the probe of ${sighting.from.service.name} reached nothing at all`);
    if (!alive.has(placeOf(purpose)))
      return step(
        "unknown",
        isKnock ? `nothing shows that ${to} answers at all` : `nothing shows that ${to} listens on ${purpose.port}`
      );
    return step("blocked", `${way} (${answer.kind})`);
  });
}
__name(stepsTo, "stepsTo");
function isFailure(answer) {
  return answer.kind === "refused" || answer.kind === "silent" || answer.kind === "unreachable";
}
__name(isFailure, "isFailure");
function detailOf(answer) {
  return answer.kind === "unknown" ? answer.detail : answer.kind;
}
__name(detailOf, "detailOf");
function nameState(purpose, answer, canResolve) {
  const words2 = `the name ${purpose.name}`;
  if (answer.kind === "named")
    return meets(answer.addresses, purpose.truth) ? { state: "open", words: words2 } : { state: "blocked", words: `${words2} (it is ${answer.addresses.slice(0, 3).join(", ")})` };
  if (answer.kind !== "no-such-name" && answer.kind !== "no-name-answer")
    return { state: "unknown", words: `${words2}: ${detailOf(answer)}` };
  return canResolve ? { state: "blocked", words: words2 } : { state: "unknown", words: `${words2}: the resolver does not know the asker either` };
}
__name(nameState, "nameState");
function resolves({ heard }) {
  return heard.some(
    ({ errand: { purpose }, answer }) => purpose.kind === "resolver" && answer.kind === "named" && meets(answer.addresses, purpose.truth)
  );
}
__name(resolves, "resolves");
var meets = /* @__PURE__ */ __name((some, others) => some.some((one) => others.includes(one)), "meets");
function silence2(from, to, own2) {
  return [
    ...own2.length === 0 ? [`${from.name} has no running task`] : [],
    ...to.tasks.length === 0 ? [`${to.name} has no running task`] : [],
    ...[from, to].filter((service2) => service2.networks.includes("host")).map((service2) => `${service2.name} is on its node's own network, where nothing is apart`)
  ];
}
__name(silence2, "silence");
function edgeOf(from, to, steps, reasons) {
  const ways = steps.filter((step) => !step.isName);
  const isQuiet = ways.length > 0 && ways.every((step) => step.isKnock);
  const isSilent = ways.length === 0 && reasons.length === 0 || isQuiet;
  const of = /* @__PURE__ */ __name((state) => steps.filter((step) => step.state === state), "of");
  const words2 = /* @__PURE__ */ __name((state) => [...new Set(of(state).map((step) => step.words))], "words");
  return {
    from,
    to,
    tcp: stateOf(ways, reasons.length > 0),
    name: stateOf(
      steps.filter((step) => step.isName),
      reasons.length > 0
    ),
    openBy: words2("open"),
    blockedBy: words2("blocked"),
    openOn: [...new Set(of("open").flatMap((step) => step.isName ? [] : step.network))],
    unknownBecause: [
      .../* @__PURE__ */ new Set([...reasons, ...words2("unknown"), ...isSilent ? [`${to} listens on no port`] : []])
    ],
    isQuiet
  };
}
__name(edgeOf, "edgeOf");
function stateOf(steps, isLacking) {
  if (steps.some((step) => step.state === "open")) return "open";
  if (isLacking || steps.length === 0 || steps.some((step) => step.state === "unknown")) return "unknown";
  return "blocked";
}
__name(stateOf, "stateOf");
function publishedOf(from, to, sightings) {
  const heard = sightings.flatMap((one) => one.isRun && one.from.service.name === from ? one.heard : []);
  const ports = /* @__PURE__ */ new Map();
  for (const { errand, answer } of heard) {
    const { purpose } = errand;
    if (purpose.kind !== "published" || purpose.to !== to) continue;
    const state = answer.kind === "open" ? "open" : isFailure(answer) ? "blocked" : "unknown";
    const said2 = ports.get(purpose.port) ?? [];
    said2.push({ state, words: `${purpose.node}: ${answer.kind}` });
    ports.set(purpose.port, said2);
  }
  return [...ports].map(([port2, said2]) => ({
    from,
    to,
    port: port2,
    state: said2.every((one) => one.state === "open") ? "open" : said2.some((one) => one.state === "blocked") ? "blocked" : "unknown",
    isOpenSomewhere: said2.some((one) => one.state === "open"),
    said: said2.map((one) => one.words)
  }));
}
__name(publishedOf, "publishedOf");

// src/verify/checks/isolation-udp.rules.ts
function udpRules(services, { must, mustNot }) {
  const ports = new Set([...must, ...mustNot].flatMap((rule2) => rule2.protocol === "udp" ? rule2.port : []));
  return [...ports].flatMap((port2) => {
    const of = /* @__PURE__ */ __name((rules) => rules.filter((rule2) => rule2.protocol === "udp" && rule2.port === port2), "of");
    const own2 = { must: of(must), mustNot: of(mustNot) };
    const pairs = [...own2.must, ...own2.mustNot].flatMap((rule2) => pairsOf(services, rule2.from, rule2.to));
    const once = new Map(pairs.map((pair) => [`${pair.from.name} ${pair.to.name}`, pair]));
    return [...once.values()].flatMap(({ from, to }) => {
      const expected = ruleFor(from.name, to.name, own2);
      return expected ? [{ from: from.name, to: to.name, port: port2, expected }] : [];
    });
  });
}
__name(udpRules, "udpRules");
function udpEdges(services, sightings, rules) {
  const controls = controlsOf(services, sightings);
  const named2 = new Map(services.map((service2) => [service2.name, service2]));
  return rules.map((rule2) => {
    const own2 = sightings.filter((sighting) => sighting.from.service.name === rule2.from);
    const [from, to] = [named2.get(rule2.from), named2.get(rule2.to)];
    const reasons = [
      ...own2.flatMap((one) => one.isRun ? [] : [`the probe of ${rule2.from} failed: ${one.reason}`]),
      ...from && to ? silence2(from, to, own2) : [`${from ? rule2.to : rule2.from} is there no more`]
    ];
    const steps = own2.flatMap((one) => one.isRun ? stepsTo2(rule2, one, controls) : []);
    return { ...rule2, steps: [...steps, ...reasons.map((words2) => ({ state: "unknown", words: words2 }))] };
  });
}
__name(udpEdges, "udpEdges");
function controlsOf(services, sightings) {
  const answered = /* @__PURE__ */ new Set();
  const closed = /* @__PURE__ */ new Set();
  for (const sighting of sightings)
    for (const { errand, answer } of sighting.isRun ? sighting.heard : []) {
      const { purpose } = errand;
      const isSelf = purpose.kind === "udp-self";
      if (!isSelf && !(purpose.kind === "udp-way" && purpose.via === "task")) continue;
      if (answer.kind === "open") answered.add(placeOf(purpose));
      if (answer.kind === "refused" && isSelf) closed.add(placeOf(purpose));
    }
  for (const { vips, tasks } of services)
    for (const { network, address } of vips) {
      const behind2 = tasks.flatMap((task) => task.attachments.filter((at) => at.network === network));
      for (const port2 of new Set([...answered, ...closed].map(portIn))) {
        const places = behind2.map((at) => placeOf({ ...at, port: port2 }));
        const vip = placeOf({ network, address, port: port2 });
        if (places.some((place) => answered.has(place))) answered.add(vip);
        if (places.length > 0 && places.every((place) => closed.has(place))) closed.add(vip);
      }
    }
  return { answered, closed };
}
__name(controlsOf, "controlsOf");
var portIn = /* @__PURE__ */ __name((place) => Number(place.slice(place.lastIndexOf(":") + 1)), "portIn");
function stepsTo2(rule2, sighting, controls) {
  const { heard } = sighting;
  const canSend = resolves(sighting) || heard.some(({ errand, answer }) => isUdp(errand.purpose.kind) && hasReached(answer.kind));
  const isMasked = /* @__PURE__ */ __name((network) => heard.some(
    ({ errand: { purpose: p }, answer }) => p.kind === "udp-decoy" && p.network === network && p.port === rule2.port && hasReached(answer.kind)
  ), "isMasked");
  return heard.flatMap(({ errand: { purpose }, answer }) => {
    if (purpose.kind !== "udp-way" || purpose.to !== rule2.to || purpose.port !== rule2.port) return [];
    const { via, address, port: port2, network } = purpose;
    const way = `${via} ${address}:${port2} on ${network}`;
    const place = placeOf(purpose);
    const unknown2 = /* @__PURE__ */ __name((words2) => [{ state: "unknown", words: words2 }], "unknown");
    if (hasReached(answer.kind) && via === "across" && isMasked(network))
      return unknown2(`${way}: an address that nobody has answers there too`);
    if (answer.kind === "open") return [{ state: "open", words: way }];
    if (!isFailure(answer)) return unknown2(`${way}: ${detailOf(answer)}`);
    if (controls.answered.has(place) && canSend)
      return [{ state: "blocked", words: `${way} (${answer.kind})` }];
    if (answer.kind === "refused" && controls.closed.has(place))
      return [{ state: "refused", words: `${way} (refused: nothing listens there)` }];
    return unknown2(
      canSend ? `nothing shows that ${rule2.to} answers on ${port2} by UDP` : `the probe of ${rule2.from} reached nothing at all by UDP`
    );
  });
}
__name(stepsTo2, "stepsTo");
var isUdp = /* @__PURE__ */ __name((kind) => ["udp-way", "udp-self"].includes(kind), "isUdp");
var hasReached = /* @__PURE__ */ __name((kind) => kind === "open" || kind === "refused", "hasReached");
function judgeUdp({ expected, steps }) {
  const has = /* @__PURE__ */ __name((...states) => steps.some((step) => states.includes(step.state)), "has");
  if (expected === "open" ? has("blocked") : has("open", "refused")) return "unexpected";
  if (steps.length === 0 || has("unknown", "refused")) return "unknown";
  return "as-expected";
}
__name(judgeUdp, "judgeUdp");
function udpWords(edge) {
  const { from, to, port: port2, expected, steps } = edge;
  const arrow2 = `${plainWords(from, 64)} -> ${plainWords(to, 64)}:${port2}/udp`;
  const said2 = /* @__PURE__ */ __name((...states) => plainWords(
    [...new Set(steps.filter((step) => states.includes(step.state)).map((step) => step.words))].slice(0, 2).join(", ")
  ), "said");
  if (judgeUdp(edge) === "unknown") return `${arrow2} (${said2("unknown", "refused") || "nothing was heard"})`;
  return seenOf(edge) === "blocked" ? `${arrow2} is blocked: ${said2("blocked")}` : `${arrow2} is ${expected === "blocked" && !steps.some((step) => step.state === "open") ? "reached" : "open"}: ${said2("open", "refused")}`;
}
__name(udpWords, "udpWords");
function seenOf(edge) {
  const verdict = judgeUdp(edge);
  if (verdict === "unknown") return "unknown";
  return verdict === "as-expected" === (edge.expected === "open") ? "open" : "blocked";
}
__name(seenOf, "seenOf");

// src/verify/checks/isolation.rules.ts
function judgeEdge({ expected, observed }) {
  const { tcp: tcp3, name: name3, blockedBy } = observed;
  if (expected.expected === "blocked") {
    if (tcp3 === "open" || name3 === "open") return "unexpected";
    return tcp3 === "blocked" && name3 === "blocked" ? "as-expected" : "unknown";
  }
  if (blockedBy.length > 0) return "unexpected";
  if (observed.isQuiet && expected.isRuled) return "unknown";
  return tcp3 === "open" && name3 === "open" ? "as-expected" : "unknown";
}
__name(judgeEdge, "judgeEdge");
var MOST_NAMED = 5;
function judgeIsolation(evidence) {
  const { edges: edges2, services } = evidence;
  const open2 = edges2.filter((edge) => edge.expected.expected === "open").length;
  const expected = `${open2} of ${count(edges2.length, "edge")} between ${count(services.length, "service")} open, the others blocked`;
  const judged = edges2.map((edge) => ({ edge, verdict: judgeEdge(edge) }));
  const wrong = judged.filter((one) => one.verdict === "unexpected").map((one) => one.edge);
  const unknown2 = judged.filter((one) => one.verdict === "unknown").map((one) => one.edge);
  const figures = {
    services: services.length,
    edges: edges2.length,
    asExpected: edges2.length - wrong.length - unknown2.length,
    unexpected: wrong.length,
    unknown: unknown2.length,
    lookOuts: evidence.lookOuts,
    rounds: evidence.rounds
  };
  const wrongPorts = evidence.ports.filter((port2) => judgePort(port2) === "unexpected");
  const unknownPorts = evidence.ports.filter((port2) => judgePort(port2) === "unknown");
  const [first] = wrong;
  const wrongUdp = evidence.udp.filter((edge) => judgeUdp(edge) === "unexpected");
  const unknownUdp = evidence.udp.filter((edge) => judgeUdp(edge) === "unknown");
  const surprises = [
    ...first ? [named(wrong, surprise)] : [],
    ...wrongPorts.length > 0 ? [named(wrongPorts, portWords)] : [],
    ...wrongUdp.length > 0 ? [named(wrongUdp, udpWords)] : []
  ].join("; ");
  if (first) return fail(expected, surprises, hintFor2(first), figures);
  const [firstPort] = wrongPorts;
  if (firstPort) return fail(expected, surprises, portHint(firstPort), figures);
  const [firstUdp] = wrongUdp;
  if (firstUdp) return fail(expected, surprises, udpHint(firstUdp), figures);
  if (edges2.length === 0)
    return inconclusive(expected, "there are no two services to look at", "deploy the stack first", figures);
  if (unknown2.length > 0)
    return inconclusive(
      expected,
      `${count(unknown2.length, "edge")} not known: ${named(unknown2, doubt)}`,
      "see that every service runs and listens, then look again",
      figures
    );
  if (unknownPorts.length > 0)
    return inconclusive(
      expected,
      `${count(unknownPorts.length, "published port")} not known: ${named(unknownPorts, portWords)}`,
      "see that the service runs, listens and is published, then look again",
      figures
    );
  if (unknownUdp.length > 0)
    return inconclusive(
      expected,
      `${count(unknownUdp.length, "edge")} by UDP not known: ${named(unknownUdp, udpWords)}`,
      "only an answer shows that a port of UDP is there: let the target send back what comes, then look again",
      figures
    );
  return pass(expected, `${open2} open and ${edges2.length - open2} blocked, as they must be`, figures);
}
__name(judgeIsolation, "judgeIsolation");
function named(edges2, words2) {
  const rest = edges2.length - MOST_NAMED;
  const shown2 = edges2.slice(0, MOST_NAMED).map(words2).join("; ");
  return rest > 0 ? `${shown2}; and ${rest} more` : shown2;
}
__name(named, "named");
var plain = /* @__PURE__ */ __name((name3) => plainWords(name3, 64), "plain");
var arrow = /* @__PURE__ */ __name(({ expected: { from, to } }) => `${plain(from)} -> ${plain(to)}`, "arrow");
function surprise(edge) {
  const { openBy, blockedBy } = edge.observed;
  const isOpen = edge.expected.expected === "blocked";
  const ways = (isOpen ? openBy : blockedBy).slice(0, 2).join(", ");
  return `${arrow(edge)} is ${isOpen ? "open" : "blocked"}: ${plainWords(ways)}`;
}
__name(surprise, "surprise");
function doubt(edge) {
  return `${arrow(edge)} (${plainWords(edge.observed.unknownBecause[0] ?? "nothing was heard")})`;
}
__name(doubt, "doubt");
function portHint({ expected, to, port: port2 }) {
  return expected === "blocked" ? `a published port is open to every service that reaches a node: publish ${port2} of ${plain(to)} no more` : `publish ${port2} of ${plain(to)}, and see that the sources\u2019 networks are not internal`;
}
__name(portHint, "portHint");
function udpHint({ expected, from, to, port: port2 }) {
  const [source, target] = [plain(from), plain(to)];
  return expected === "blocked" ? `take ${source} or ${target} off the network that both are on, or allow ${port2}/udp` : `attach both running services to one network, and see that nothing on it turns ${port2}/udp away`;
}
__name(udpHint, "udpHint");
function hintFor2({ expected, observed }) {
  const { shared } = expected;
  const [from, to] = [plain(expected.from), plain(expected.to)];
  if (expected.expected === "blocked") {
    const through = observed.openOn.length > 0 ? observed.openOn : shared;
    const networks = through.map((one) => plainWords(one, 80)).join(", ");
    return networks ? `take ${from} or ${to} off the network ${networks}, or allow the edge` : `see which network ${from} and ${to} share: \`docker service inspect\``;
  }
  if (shared.length === 0) return `put ${from} and ${to} on a network of their own, or take the rule away`;
  const idle = [from, to].filter((name3) => observed.unknownBecause.includes(`${name3} has no running task`));
  if (idle.length > 0) return `see why ${idle.join(" and ")} does not run: \`docker service ps --no-trunc\``;
  const network = shared.map((one) => plainWords(one, 80)).join(", ");
  return observed.tcp === "open" ? `both are on ${network}, and one way is open while another is not: see the tasks and the nodes named` : `attach both running services to the network ${network}; if they are, let UDP 4789 and 7946 pass between the nodes`;
}
__name(hintFor2, "hintFor");

// src/verify/probes/exposed-ports.ts
async function exposedBy(sources, signal) {
  const found = await Promise.all(
    sources.map(async ({ key, engine, containerId }) => {
      const read2 = engine.json("GET", `/containers/${containerId}/json`, { signal });
      const inspected = await read2.catch(() => void 0);
      return inspected ? [[key, portsIn(inspected)]] : [];
    })
  );
  return new Map(found.flat());
}
__name(exposedBy, "exposedBy");
function portsIn({ Config }) {
  return Object.keys(Config?.ExposedPorts ?? {}).flatMap((name3) => {
    const port2 = /^(\d{1,5})\/tcp$/.exec(name3)?.[1];
    return port2 === void 0 ? [] : [Number(port2)];
  });
}
__name(portsIn, "portsIn");

// src/verify/checks/isolation-ways.rules.ts
function lookOuts(world) {
  return world.services.flatMap(
    (service2) => [...Map.groupBy(service2.tasks, (task) => task.nodeId)].flatMap(
      ([nodeId, [task]]) => task ? [{ key: `${service2.fullName}@${nodeId}`, service: service2, task }] : []
    )
  );
}
__name(lookOuts, "lookOuts");
function waysTo(from, to, hasMesh) {
  const own2 = new Set(from.task.attachments.map((at) => at.network));
  const hasShared = to.tasks.some((task) => task.attachments.some((at) => own2.has(at.network)));
  return {
    hasShared,
    // On a common network the others of the target's networks are not its way.
    ways: to.tasks.flatMap(
      (task) => task.attachments.filter((at) => !hasShared || own2.has(at.network)).map((at) => ({ task, at }))
    ),
    // A virtual address is answered inside its own network only, and by a kernel that can balance.
    vips: hasMesh && to.mode === "vip" ? to.vips.filter((vip) => own2.has(vip.network)) : []
  };
}
__name(waysTo, "waysTo");
function freeAddresses(world) {
  const attachments = world.services.flatMap((service2) => service2.tasks.flatMap((task) => task.attachments));
  const used = new Set(
    [...world.services.flatMap((service2) => service2.vips), ...attachments].map((at) => at.address)
  );
  const known = new Map(attachments.map((at) => [at.network, at]));
  return (network) => {
    const at = known.get(network);
    return at && freeAddress(at, used);
  };
}
__name(freeAddresses, "freeAddresses");
function freeAddress({ address, prefix }, used) {
  const size = 2 ** (32 - prefix);
  const base = Math.floor(address.split(".").reduce((n, byte) => n * 256 + Number(byte), 0) / size) * size;
  for (let offset = size - 2; offset > 1 && offset > size - 300; offset--) {
    const n = base + offset;
    const free = [24, 16, 8, 0].map((bits) => Math.floor(n / 2 ** bits) % 256).join(".");
    if (!used.has(free)) return free;
  }
  return void 0;
}
__name(freeAddress, "freeAddress");

// src/verify/checks/isolation-asks.rules.ts
var MOST_PORTS = 6;
var KNOCK_PORT = 9;
var MOST_NODES = 2;
function errandsOf(from, world, listening2, wanted2, hasMesh, exposed = /* @__PURE__ */ new Map()) {
  const known = { listening: listening2, exposed };
  const others = world.services.filter(
    (to) => to.name !== from.service.name && wanted2(from.service.name, to.name)
  );
  const paths = others.flatMap((to) => pathsTo(from, to, known, hasMesh));
  return [
    { purpose: { kind: "prober" }, ask: { kind: "connect", address: "127.0.0.11", port: 53 } },
    {
      purpose: { kind: "resolver", truth: truthOf(from.service) },
      ask: { kind: "resolve", name: from.service.fullName }
    },
    ...from.service.tasks.flatMap(
      (task) => task.attachments.flatMap(
        (at) => portsOf(from.service, task, at, known).map(
          (port2) => tcp({ kind: "self", network: at.network, address: at.address, ...port2 })
        )
      )
    ),
    ...decoys(paths, world),
    ...paths.map(tcp),
    ...others.flatMap((to) => namesOf(from, to)),
    ...others.flatMap((to) => publishedOf2(from, to, world, hasMesh))
  ];
}
__name(errandsOf, "errandsOf");
function tcp(purpose) {
  return { purpose, ask: { kind: "connect", address: purpose.address, port: purpose.port } };
}
__name(tcp, "tcp");
function pathsTo(from, to, known, hasMesh) {
  const { hasShared, ways, vips } = waysTo(from, to, hasMesh);
  const toTasks = ways.flatMap(
    ({ task, at }) => portsOf(to, task, at, known).map(
      (port2) => ({
        kind: "path",
        to: to.name,
        via: hasShared ? "task" : "across",
        network: at.network,
        address: at.address,
        ...port2
      })
    )
  );
  const toVips = vips.flatMap(
    (vip) => (
      // What balances has an answer of its own for closed ports.
      [
        ...new Set(toTasks.filter((path6) => path6.network === vip.network && !path6.isKnock).map((path6) => path6.port))
      ].map(
        (port2) => ({
          kind: "path",
          to: to.name,
          via: "vip",
          network: vip.network,
          address: vip.address,
          port: port2,
          isKnock: false
        })
      )
    )
  );
  return [...toVips, ...toTasks];
}
__name(pathsTo, "pathsTo");
function portsOf(service2, task, at, { listening: listening2, exposed }) {
  const key = `${service2.fullName}@${task.nodeId}`;
  const any = service2.tasks.flatMap((one) => listening2.get(`${service2.fullName}@${one.nodeId}`) ?? []);
  const heard = (listening2.get(key) ?? any).filter(
    (one) => one.address === void 0 || one.address === at.address
  );
  const promised = [...service2.published.map((one) => one.target), ...exposed.get(key) ?? []];
  const ports = [...new Set(heard.length > 0 ? heard.map((one) => one.port) : promised)].slice(0, MOST_PORTS);
  if (ports.length > 0) return ports.map((port2) => ({ port: port2, isKnock: false }));
  return exposed.has(key) ? [{ port: KNOCK_PORT, isKnock: true }] : [];
}
__name(portsOf, "portsOf");
function decoys(paths, world) {
  const across = paths.filter((path6) => path6.via === "across");
  const places = new Map(across.map((path6) => [`${path6.network} ${path6.port}`, path6]));
  const free = freeAddresses(world);
  return [...places.values()].flatMap(({ network, port: port2 }) => {
    const address = free(network);
    return address ? [{ purpose: { kind: "decoy", network, port: port2 }, ask: { kind: "connect", address, port: port2 } }] : [];
  });
}
__name(decoys, "decoys");
function namesOf(from, to) {
  const hasShared = to.networks.some((network) => from.service.networks.includes(network));
  return [to.fullName, ...hasShared ? [`tasks.${to.fullName}`] : []].map((name3) => ({
    purpose: { kind: "name", to: to.name, name: name3, truth: truthOf(to) },
    ask: { kind: "resolve", name: name3 }
  }));
}
__name(namesOf, "namesOf");
function truthOf(service2) {
  return [...service2.vips, ...service2.tasks.flatMap((task) => task.attachments)].map((at) => at.address);
}
__name(truthOf, "truthOf");
function publishedOf2(from, to, world, hasMesh) {
  const nodes2 = world.nodes.filter((node2) => !/^(?:127\.|0\.0\.0\.0$|::)/.test(node2.address));
  const own2 = nodes2.filter((node2) => node2.id === from.task.nodeId);
  const withTask = nodes2.filter((node2) => to.tasks.some((task) => task.nodeId === node2.id));
  return to.published.flatMap(({ port: port2, mode }) => {
    if (mode === "ingress" && !hasMesh) return [];
    const asked = mode === "ingress" ? /* @__PURE__ */ new Set([...own2, ...nodes2]) : new Set(withTask);
    return [...asked].slice(0, MOST_NODES).map(
      (node2) => ({
        purpose: { kind: "published", to: to.name, node: node2.name, port: port2 },
        ask: { kind: "connect", address: node2.address, port: port2 }
      })
    );
  });
}
__name(publishedOf2, "publishedOf");

// src/verify/checks/isolation-udp-asks.rules.ts
function udpErrandsOf(from, world, rules, hasMesh) {
  const ownPorts = rules.filter((rule2) => rule2.to === from.service.name).map((rule2) => rule2.port);
  const selves = [...new Set(ownPorts)].flatMap(
    (port2) => from.service.tasks.flatMap(
      (task) => task.attachments.map(({ network, address }) => ({ kind: "udp-self", network, address, port: port2 }))
    )
  );
  const ways = rules.filter((rule2) => rule2.from === from.service.name).flatMap((rule2) => udpWays(from, rule2, world, hasMesh));
  return [...selves.map(datagram), ...decoys2(ways, world), ...ways.map(datagram)];
}
__name(udpErrandsOf, "udpErrandsOf");
function udpWays(from, { to, port: port2 }, world, hasMesh) {
  const target = world.services.find((service2) => service2.name === to);
  if (!target) return [];
  const { hasShared, ways, vips } = waysTo(from, target, hasMesh);
  const way = /* @__PURE__ */ __name((via, { network, address }) => ({
    kind: "udp-way",
    ...{ to, via, network, address, port: port2 }
  }), "way");
  return [
    ...vips.map((vip) => way("vip", vip)),
    ...ways.map(({ at }) => way(hasShared ? "task" : "across", at))
  ];
}
__name(udpWays, "udpWays");
function datagram(purpose) {
  return { purpose, ask: { kind: "datagram", address: purpose.address, port: purpose.port } };
}
__name(datagram, "datagram");
function decoys2(ways, world) {
  const free = freeAddresses(world);
  const across = ways.filter((way) => way.via === "across");
  const places = new Map(across.map((way) => [`${way.network} ${way.port}`, way]));
  return [...places.values()].flatMap(({ network, port: port2 }) => {
    const address = free(network);
    return address ? [{ purpose: { kind: "udp-decoy", network, port: port2 }, ask: { kind: "datagram", address, port: port2 } }] : [];
  });
}
__name(decoys2, "decoys");

// src/verify/checks/isolation-look.ts
async function look(world, slice, asked) {
  const { wanted: wanted2, udp, labels: labels2 } = asked;
  const byUdp = new Set(udp.flatMap((rule2) => [rule2.from, rule2.to]));
  const concerned = /* @__PURE__ */ __name((service2) => byUdp.has(service2.name) || world.services.some((other) => wanted2(service2.name, other.name) || wanted2(other.name, service2.name)), "concerned");
  const outs = lookOuts(world).filter((out) => concerned(out.service));
  const sightings = await sightingsFrom(
    outs,
    slice,
    (listeners, exposed) => new Map(
      outs.map((out) => [
        out.key,
        [
          ...errandsOf(out, world, listeners, wanted2, slice.hasMesh, exposed),
          ...udpErrandsOf(out, world, udp, slice.hasMesh)
        ]
      ])
    ),
    labels2
  );
  return {
    ...observe(world.services, sightings, wanted2),
    udp: udpEdges(world.services, sightings, udp),
    lookOuts: outs.length
  };
}
__name(look, "look");
async function sightingsFrom(outs, slice, plan, labels2) {
  const engines = new Map(slice.nodes.map((node2) => [node2.id, node2.engine]));
  const sources = outs.flatMap(({ key, task }) => {
    const engine = engines.get(task.nodeId);
    return engine ? [{ key, engine, containerId: task.containerId }] : [];
  });
  let errands = /* @__PURE__ */ new Map();
  const outcomes = await runProbes(
    sources,
    async (listeners) => {
      const quiet = sources.filter((source) => listeners.get(source.key)?.length === 0);
      errands = plan(listeners, await exposedBy(quiet, slice.signal));
      return new Map([...errands].map(([key, own2]) => [key, own2.map((errand) => errand.ask)]));
    },
    slice,
    labels2
  );
  return outs.map((from) => {
    const outcome = outcomes.get(from.key);
    if (!outcome) return { from, isRun: false, reason: "the engine of its node cannot be asked" };
    if (!outcome.isRun) return { from, isRun: false, reason: outcome.reason };
    const heard = (errands.get(from.key) ?? []).flatMap((errand, i) => {
      const answer = outcome.answers[i];
      return answer ? [{ errand, answer }] : [];
    });
    return { from, isRun: true, heard };
  });
}
__name(sightingsFrom, "sightingsFrom");

// src/verify/checks/isolation-world.rules.ts
var STACK_LABEL = "com.docker.stack.namespace";
function meshWorld(stack, services, tasks, networks, nodes2) {
  const named2 = new Map(networks.filter((one) => !one.Ingress).map((one) => [one.Id, one]));
  const attach = /* @__PURE__ */ __name((id2, withPrefix) => {
    const network = named2.get(id2);
    const [address = "", prefix = ""] = (withPrefix ?? "").split("/");
    return network && address ? [{ network: network.Name, address, prefix: Number(prefix) || 32 }] : [];
  }, "attach");
  return {
    services: services.filter((service2) => service2.Spec.Labels?.[STACK_LABEL] === stack).map((service2) => {
      const attached = service2.Spec.TaskTemplate.Networks ?? [];
      const fullName = service2.Spec.Name;
      return {
        fullName,
        name: fullName.startsWith(`${stack}_`) ? fullName.slice(stack.length + 1) : fullName,
        mode: service2.Spec.EndpointSpec?.Mode === "dnsrr" ? "dnsrr" : "vip",
        networks: attached.flatMap((one) => named2.get(one.Target)?.Name ?? []).sort(),
        aliases: [...new Set(attached.flatMap((one) => one.Aliases ?? []))].sort(),
        vips: (service2.Endpoint?.VirtualIPs ?? []).flatMap((vip) => attach(vip.NetworkID, vip.Addr)),
        published: publishedOf3(service2),
        tasks: tasks.filter((task) => task.ServiceID === service2.ID && task.Status.State === "running").flatMap((task) => taskOf(task, attach))
      };
    }).sort((a, b) => a.name < b.name ? -1 : 1),
    networks: [...named2.values()].map((one) => ({ name: one.Name, isInternal: one.Internal === true })),
    nodes: nodes2.map(({ id: id2, name: name3, address }) => ({ id: id2, name: name3, address }))
  };
}
__name(meshWorld, "meshWorld");
function taskOf(task, attach) {
  const containerId = task.Status.ContainerStatus?.ContainerID;
  if (!containerId || !task.NodeID) return [];
  const attachments = (task.NetworksAttachments ?? []).flatMap(
    (one) => (one.Addresses ?? []).flatMap((address) => attach(one.Network.ID, address))
  );
  return [{ id: task.ID, nodeId: task.NodeID, containerId, attachments }];
}
__name(taskOf, "taskOf");
function publishedOf3(service2) {
  return (service2.Endpoint?.Ports ?? service2.Spec.EndpointSpec?.Ports ?? []).filter((port2) => port2.Protocol === "tcp").flatMap(
    (port2) => port2.PublishedPort === void 0 ? [] : [{ port: port2.PublishedPort, target: port2.TargetPort, mode: port2.PublishMode }]
  );
}
__name(publishedOf3, "publishedOf");

// src/verify/checks/isolation.ts
async function gatherIsolation(slice, request) {
  const world = await readMeshWorld(slice);
  const expected = expectedFor(world, request);
  const ruledPorts = portEdges(world.services, [], request.rules);
  const ruledUdp = udpRules(world.services, request.rules);
  const asked = { wanted: isAmong([...expected, ...ruledPorts]), udp: ruledUdp, labels: request.labels };
  const first = await look(world, slice, asked);
  let edges2 = pairUp(expected, first.edges);
  let ports = portEdges(world.services, first.published, request.rules);
  const odd = edges2.filter((edge) => judgeEdge(edge) !== "as-expected").map((edge) => edge.expected);
  const oddPorts = ports.filter((edge) => judgePort(edge) !== "as-expected");
  let udp = first.udp;
  const hasOddUdp = udp.some(isOddUdp);
  const isOdd = odd.length > 0 || oddPorts.length > 0 || hasOddUdp;
  if (isOdd) {
    await slice.clock.sleep(request.settleMs ?? 2e3, slice.signal);
    const now = await readMeshWorld(slice);
    const second = await look(now, slice, {
      wanted: isAmong([...odd, ...oddPorts.length > 0 ? ports : []]),
      udp: hasOddUdp ? ruledUdp : [],
      labels: request.labels
    });
    udp = udp.map((edge, i) => isOddUdp(edge) ? second.udp[i] ?? edge : edge);
    if (oddPorts.length > 0) ports = portEdges(now.services, second.published, request.rules);
    const again = pairUp(odd, second.edges);
    edges2 = edges2.map((edge) => again.find((one) => one.expected === edge.expected) ?? edge);
  }
  return {
    services: world.services.map(({ name: name3, networks }) => ({
      name: name3,
      networks,
      isOnHost: networks.includes("host")
    })),
    edges: edges2,
    published: first.published,
    ports,
    udp,
    rounds: isOdd ? 2 : 1,
    lookOuts: first.lookOuts
  };
}
__name(gatherIsolation, "gatherIsolation");
var isOddUdp = /* @__PURE__ */ __name((edge) => judgeUdp(edge) !== "as-expected", "isOddUdp");
function expectedFor(world, { rules, declared }) {
  const placed = world.services.map(({ name: name3, networks }) => ({
    name: name3,
    networks: declared?.[name3] ?? networks
  }));
  const onHost = world.services.filter((one) => one.networks.includes("host")).map((one) => one.name);
  return expectedEdges(placed, rules).filter(
    (edge) => edge.isRuled || !(onHost.includes(edge.from) || onHost.includes(edge.to))
  );
}
__name(expectedFor, "expectedFor");
function isAmong(edges2) {
  const keys = new Set(edges2.map((edge) => `${edge.from} ${edge.to}`));
  return (from, to) => keys.has(`${from} ${to}`);
}
__name(isAmong, "isAmong");
function pairUp(expected, observed) {
  const byPair = new Map(observed.map((edge) => [`${edge.from} ${edge.to}`, edge]));
  return expected.flatMap((edge) => {
    const seen = byPair.get(`${edge.from} ${edge.to}`);
    return seen ? [{ expected: edge, observed: seen }] : [];
  });
}
__name(pairUp, "pairUp");
async function readMeshWorld(slice) {
  const { stack, manager, signal } = slice;
  const ofStack2 = JSON.stringify({ label: [`${STACK_LABEL}=${stack}`] });
  const running = JSON.stringify({ label: [`${STACK_LABEL}=${stack}`], "desired-state": ["running"] });
  const [services, tasks, networks] = await Promise.all([
    manager.json("GET", "/services", { query: { filters: ofStack2 }, signal }),
    manager.json("GET", "/tasks", { query: { filters: running }, signal }),
    manager.json("GET", "/networks", { signal })
  ]);
  if (services.length === 0)
    throw new SwarmlineError("not-found", `the swarm has no services of the stack ${stack}`, {
      hint: "deploy the stack first"
    });
  return meshWorld(stack, services, tasks, networks, slice.nodes);
}
__name(readMeshWorld, "readMeshWorld");

// src/verify/checks/dns.ts
async function gatherDns(slice, request = {}) {
  const first = await askNames(slice, request);
  if (first.every((reading) => judgeName(reading).kind === "none")) return { readings: first, rounds: 1 };
  await slice.clock.sleep(request.settleMs ?? 2e3, slice.signal);
  return { readings: await askNames(slice, request), rounds: 2 };
}
__name(gatherDns, "gatherDns");
async function askNames(slice, { services, labels: labels2 }) {
  const world = await readMeshWorld(slice);
  const outs = lookOuts(world).filter((out) => !services || services.includes(out.service.name));
  const questions = new Map(outs.map((out) => [out.key, nameQuestions(out, world)]));
  const engines = new Map(slice.nodes.map((node2) => [node2.id, node2.engine]));
  const sources = outs.flatMap(({ key, task }) => {
    const engine = engines.get(task.nodeId);
    return engine ? [{ key, engine, containerId: task.containerId }] : [];
  });
  const asksOf = /* @__PURE__ */ __name((own2) => own2.map(({ name: name3 }) => ({ kind: "resolve", name: name3 })), "asksOf");
  const outcomes = await runProbes(
    sources,
    () => new Map([...questions].map(([key, own2]) => [key, asksOf(own2)])),
    slice,
    labels2
  );
  return outs.flatMap(({ key }) => {
    const outcome = outcomes.get(key);
    const reason = outcome?.isRun === false ? outcome.reason : "the engine of its node cannot be asked";
    return (questions.get(key) ?? []).map(
      (question, i) => readName(question, outcome?.isRun ? outcome.answers[i] : void 0, reason)
    );
  });
}
__name(askNames, "askNames");

// src/verify/kinds/dns.ts
var params2 = strictObject({
  services: array(serviceName()).min(1).max(200).optional().describe("The services that ask; without it, all."),
  settle: duration2().default(2e3).describe("Before the second look when a name is not right.")
});
var dns = defineKind({
  name: "dns",
  explanation: "Asks the engine\u2019s resolver inside one task of each service on each node for every service that it shares a network with: the service\u2019s name and its aliases must give the virtual address (with dnsrr, the tasks\u2019 addresses), `tasks.` and the name all running tasks\u2019 addresses, as a manager knows them. Addresses that nobody has any more are named.",
  example: "- kind: dns\n  services: [backend]",
  isDisturbing: false,
  visits: "none",
  deadlineMs: /* @__PURE__ */ __name(() => 12e4, "deadlineMs"),
  params: params2,
  expected: /* @__PURE__ */ __name(() => DNS_EXPECTED, "expected"),
  gather: /* @__PURE__ */ __name(({ services, settle: settle2 }, world) => gatherDns(world, { settleMs: settle2, ...services ? { services } : {} }), "gather"),
  judge: /* @__PURE__ */ __name((_params, evidence) => judgeDns(evidence), "judge")
});

// src/verify/in-task.ts
async function taskDoors(service2, world) {
  const tasks = await world.reads.runningTasks(service2);
  return tasks.flatMap((task) => {
    const containerId = task.Status.ContainerStatus?.ContainerID;
    const at = world.nodes.find((node2) => node2.id === task.NodeID);
    return containerId ? [{ task: task.ID, node: at?.name ?? "an unknown node", containerId, at }] : [];
  });
}
__name(taskDoors, "taskDoors");
var NOT_STARTED = /^OCI runtime exec failed: (.*)/;
var NOT_STARTED_STATUS = [126, 127];
async function runInTask(door, command, world) {
  const { task, node: node2, containerId } = door;
  const engine = door.at?.engine;
  if (!engine) return { kind: "unreachable", task, node: node2 };
  try {
    const result = await runInContainer(engine, containerId, command, world);
    const reason = NOT_STARTED_STATUS.includes(result.exitCode) ? NOT_STARTED.exec(result.stdout)?.[1] : void 0;
    return reason === void 0 ? { kind: "ended", task, node: node2, ...result } : { kind: "not-started", task, node: node2, reason };
  } catch (error2) {
    if (error2 instanceof EngineAnswerError && error2.status === 400)
      return { kind: "not-started", task, node: node2, reason: error2.message };
    throw error2;
  }
}
__name(runInTask, "runInTask");

// src/verify/compare.rules.ts
function compare(value, wanted2) {
  const comparison2 = typeof wanted2 === "object" ? wanted2 : { eq: wanted2 };
  const found = Object.entries(comparison2).filter(([, operand]) => operand !== void 0).map(([comparator, operand]) => holds(value, comparator, operand));
  if (found.includes("fails") || found.length === 0) return "fails";
  return found.includes("unknown") ? "unknown" : "holds";
}
__name(compare, "compare");
function holds(value, comparator, operand) {
  const is = /* @__PURE__ */ __name((truth) => truth ? "holds" : "fails", "is");
  const isThere = value !== void 0 && value !== null;
  if (comparator === "exists") return is(isThere === operand);
  if (comparator === "ne") return is(!isEqual(value, operand));
  if (!isThere) return "fails";
  switch (comparator) {
    case "eq":
      return is(isEqual(value, operand));
    case "gte":
      return is(typeof value === "number" && value >= operand);
    case "lte":
      return is(typeof value === "number" && value <= operand);
    case "matches":
      return typeof value === "string" ? matchesPattern(operand, value) : "fails";
    case "contains":
      if (Array.isArray(value)) return is(value.some((entry) => isEqual(entry, operand)));
      return is(typeof value === "string" && value.includes(String(operand)));
    default:
      return comparator;
  }
}
__name(holds, "holds");
function isEqual(value, wanted2) {
  return typeof value === "object" ? false : value === wanted2;
}
__name(isEqual, "isEqual");
var WORDS = {
  eq: "is",
  ne: "is not",
  gte: "is at least",
  lte: "is at most",
  matches: "matches",
  contains: "contains",
  exists: ""
};
function inWords2(wanted2) {
  const comparison2 = typeof wanted2 === "object" ? wanted2 : { eq: wanted2 };
  return Object.entries(comparison2).filter(([, operand]) => operand !== void 0).map(
    ([comparator, operand]) => comparator === "exists" ? operand ? "is there" : "is not there" : `${WORDS[comparator]} ${shown(operand)}`
  ).join(" and ");
}
__name(inWords2, "inWords");
function shown(value) {
  if (value === void 0 || value === null) return "nothing";
  if (typeof value === "string") return `\u201C${value.length > 200 ? `${value.slice(0, 200)}\u2026` : value}\u201D`;
  return JSON.stringify(value).slice(0, 300);
}
__name(shown, "shown");

// src/verify/field-checks.rules.ts
function fieldsExpected(subject, checks) {
  return `${subject}: ${checks.map(({ what, wanted: wanted2 }) => `${what} ${inWords2(wanted2)}`).join("; ")}`;
}
__name(fieldsExpected, "fieldsExpected");
function judgeFields(subject, checks, hint, figures = {}) {
  const expected = fieldsExpected(subject, checks);
  const found = checks.map((check) => ({ ...check, result: compare(check.value, check.wanted) }));
  const wrong = found.filter(({ result }) => result === "fails");
  const unknown2 = found.filter(({ result }) => result === "unknown");
  const inText = /* @__PURE__ */ __name((some) => some.map(({ what, value }) => `${what} is ${shown(value)}`).join("; "), "inText");
  if (wrong.length > 0) {
    const place = wrong.find((check) => check.place)?.place;
    const judgement = fail(expected, inText(wrong), wrong.find((check) => check.hint)?.hint ?? hint, figures);
    return place ? { ...judgement, place } : judgement;
  }
  if (unknown2.length > 0)
    return inconclusive(
      expected,
      `${unknown2.map(({ what }) => what).join(", ")}: the expression takes too long`,
      "write a simpler regular expression",
      figures
    );
  if (checks.length === 0) return inconclusive(expected, "nothing was compared", void 0, figures);
  return pass(expected, inText(found), figures);
}
__name(judgeFields, "judgeFields");

// src/verify/kinds/exec.rules.ts
function execExpected(params21) {
  return fieldsExpected(
    `\`${plainWords(params21.command.join(" "), 80)}\` in ${params21.service}`,
    checksOf(params21, void 0)
  );
}
__name(execExpected, "execExpected");
function judgeExec(params21, { exists, runs }) {
  const expected = execExpected(params21);
  if (!exists)
    return fail(expected, `the stack has no service ${params21.service}`, "see `docker stack services`");
  if (runs.length === 0)
    return fail(expected, `no task of ${params21.service} runs`, "see `docker service ps --no-trunc`");
  const figures = { tasks: runs.length };
  const judged = runs.map((run) => ({ run, judgement: judgeRun(params21, run) }));
  const first = judged.find(({ judgement }) => judgement.status === "fail") ?? judged.find(({ judgement }) => judgement.status !== "pass");
  if (!first) return pass(expected, `on ${runs.map(({ node: node2 }) => node2).join(", ")}`, figures);
  return {
    ...first.judgement,
    expected,
    observed: `on ${first.run.node}: ${first.judgement.observed}`,
    figures
  };
}
__name(judgeExec, "judgeExec");
function judgeRun(params21, run) {
  const hint = "try it: `docker exec` in the container of that task";
  if (run.kind === "unreachable")
    return inconclusive(
      "",
      "the node\u2019s engine cannot be reached from here",
      "point --docker-host at that node"
    );
  if (run.kind === "not-started")
    return fail(
      "",
      `did not start: ${plainWords(run.reason)}`,
      "the image lacks the program: name one that it has"
    );
  if (run.isTruncated) return fail("", "wrote more than it may", "let it write less, or raise output:");
  return judgeFields("it", checksOf(params21, run), hint);
}
__name(judgeRun, "judgeRun");
function checksOf({ exit, stdout, stderr }, run) {
  return [
    { what: "exit status", value: run?.exitCode, wanted: exit },
    ...stdout === void 0 ? [] : [{ what: "output", value: run?.stdout.trimEnd(), wanted: stdout }],
    ...stderr === void 0 ? [] : [{ what: "error output", value: run?.stderr.trimEnd(), wanted: stderr }]
  ];
}
__name(checksOf, "checksOf");

// src/verify/kinds/exec.ts
var params3 = strictObject({
  service: serviceName(),
  command: program().describe("Program and arguments, with no shell between; they are visible on the node."),
  tasks: _enum(["one", "every"]).default("one").describe("In which of the service\u2019s containers."),
  exit: amount().default(0).describe("Its exit status."),
  stdout: wanted().optional().describe("What it writes, without line ends behind it."),
  stderr: wanted().optional().describe("What it writes to standard error."),
  timeout: duration2().prefault("20s").describe("For each container."),
  output: number2().int().min(1).max(1048576).default(65536).describe("Bytes that it may write.")
});
var exec = defineKind({
  name: "exec",
  explanation: "Runs a program in a running container of a service, on whatever node it is, and compares exit status and output. Fails when the image lacks the program or it writes more than it may; inconclusive when the node\u2019s engine cannot be reached or the program does not end in time.",
  example: `- kind: exec
  service: redis
  command: [redis-cli, ping]
  stdout: { contains: NOAUTH }`,
  isDisturbing: false,
  visits: "none",
  deadlineMs: /* @__PURE__ */ __name(({ timeout }) => timeout + 2e4, "deadlineMs"),
  params: params3,
  expected: execExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2], "place"),
  gather: /* @__PURE__ */ __name((asked, world) => gather(asked, world), "gather"),
  judge: judgeExec
});
async function gather(asked, world) {
  const { service: service2, command, tasks, timeout, output } = asked;
  const exists = await world.reads.service(service2) !== void 0;
  const doors = await taskDoors(service2, world);
  const nearFirst = doors.toSorted((a, b) => Number(!a.at?.engine) - Number(!b.at?.engine));
  const chosen = tasks === "one" ? nearFirst.slice(0, 1) : nearFirst;
  const run = { argv: command, timeoutMs: timeout, maxBytes: output };
  return { exists, runs: await Promise.all(chosen.map((door) => runInTask(door, run, world))) };
}
__name(gather, "gather");

// src/verify/field.rules.ts
var STEP = /\.?(?:([A-Za-z0-9_$-]+)|\[(\d{1,6})\]|\[(\*)\]|\["([^"]*)"\])/y;
function parsePath(path6) {
  const steps = [];
  let at = 0;
  while (at < path6.length) {
    STEP.lastIndex = at;
    const match = STEP.exec(path6);
    if (!match) return void 0;
    const [whole, key, index, all, quoted3] = match;
    if (all) steps.push("all");
    else if (index !== void 0) steps.push({ index: Number(index) });
    else steps.push({ key: key ?? quoted3 ?? "" });
    at += whole.length;
  }
  return steps.length > 0 ? steps : void 0;
}
__name(parsePath, "parsePath");
function fieldAt(data, path6) {
  const steps = parsePath(path6);
  return steps ? walk(data, steps) : void 0;
}
__name(fieldAt, "fieldAt");
function walk(data, steps) {
  const [step, ...rest] = steps;
  if (step === void 0) return data;
  if (data === null || typeof data !== "object") return void 0;
  if (step === "all")
    return Array.isArray(data) ? data.map((entry) => walk(entry, rest)).filter((value) => value !== void 0) : void 0;
  const name3 = "key" in step ? step.key : String(step.index);
  return Object.hasOwn(data, name3) ? walk(data[name3], rest) : void 0;
}
__name(walk, "walk");

// src/verify/http-inside.rules.ts
function readAnswer(text) {
  const end = /\r?\n\r?\n/.exec(text);
  const head = readHead(end ? text.slice(0, end.index) : text);
  return head && { ...head, body: end ? text.slice(end.index + end[0].length) : "" };
}
__name(readAnswer, "readAnswer");
function readHead(text) {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const first = lines.findLastIndex((line) => /^HTTP\/\d(?:\.\d)? \d{3}\b/.test(line));
  const status = /^HTTP\/\S+ (\d{3})/.exec(lines[first] ?? "")?.[1];
  if (status === void 0) return void 0;
  const found = lines.slice(first + 1).flatMap((line) => {
    const [, name3, value] = /^([A-Za-z0-9!#$%&'*+.^_`|~-]+): *(.*)$/.exec(line) ?? [];
    return name3 === void 0 ? [] : [[name3.toLowerCase(), value ?? ""]];
  });
  return { status: Number(status), headers: Object.fromEntries(found) };
}
__name(readHead, "readHead");

// src/verify/http-inside.ts
var MAX_BYTES = 256 * 1024;
var PHP = '$c = stream_context_create(["http" => ["ignore_errors" => true, "follow_location" => 0, "timeout" => 10]]);$b = file_get_contents($argv[1], false, $c); if ($b === false) exit(1);echo implode("\\n", $http_response_header), "\\n\\n", $b;';
var PROGRAMS = [
  (url) => ["curl", "-s", "-S", "-i", "-m", "10", url],
  (url) => ["php", "-r", PHP, "--", url],
  (url) => ["wget", "-S", "-T", "10", "-O", "-", url]
];
async function exchangeInside(door, url, world) {
  for (const argvOf of PROGRAMS) {
    const argv = argvOf(url);
    const run = await runInTask(door, { argv, timeoutMs: 2e4, maxBytes: MAX_BYTES }, world);
    if (run.kind === "unreachable")
      return { kind: "unknown", detail: `the engine of ${run.node} cannot be reached from here` };
    if (run.kind === "not-started" || run.exitCode === 126 || run.exitCode === 127) continue;
    const isWget = argv[0] === "wget";
    const head = isWget ? readHead(run.stderr) : void 0;
    const answer = isWget ? head && { ...head, body: run.exitCode === 0 ? run.stdout : void 0 } : readAnswer(run.stdout);
    if (answer) return { kind: "answer", ...answer };
    return { kind: "unreachable", detail: run.stderr || `${argv[0]} ended with ${run.exitCode}` };
  }
  return { kind: "unknown", detail: "the container has neither curl nor php nor wget" };
}
__name(exchangeInside, "exchangeInside");

// src/verify/publishing-nodes.ts
async function publishingNodes(world, port2) {
  const services = await world.reads.services();
  const found = services.flatMap(({ Spec }) => {
    const published = Spec.EndpointSpec?.Ports?.find((each) => each.PublishedPort === port2);
    return published ? [
      {
        name: Spec.Name.slice(world.stack.length + 1),
        isMesh: published.PublishMode !== "host" && world.hasMesh
      }
    ] : [];
  });
  const publishers = found.map(({ name: name3 }) => name3);
  if (found.length === 0 || found.some(({ isMesh }) => isMesh)) return { publishers, nodes: [...world.nodes] };
  const tasks = await Promise.all(found.map(({ name: name3 }) => world.reads.runningTasks(name3)));
  const hosts = new Set(tasks.flat().map((task) => task.NodeID));
  return { publishers, nodes: world.nodes.filter((node2) => hosts.has(node2.id)) };
}
__name(publishingNodes, "publishingNodes");

// src/verify/kinds/http.rules.ts
function httpExpected(params21) {
  return fieldsExpected(
    params21.url === void 0 ? `${params21.method} :${params21.port}${params21.path} through every node` : `GET ${params21.url} from ${params21.from}`,
    checksOf2(params21, void 0)
  );
}
__name(httpExpected, "httpExpected");
function judgeHttp(params21, { publishers, nodes: nodes2 }) {
  const expected = httpExpected(params21);
  const service2 = publishers[0];
  const isInside = params21.url !== void 0;
  const place = service2 === void 0 ? [] : ["services", service2, "ports"];
  const figures = { nodes: nodes2.length, answered: nodes2.filter(({ seen }) => seen.kind === "answer").length };
  if (nodes2.length === 0)
    return publishers.length > 0 ? fail(
      expected,
      `no task of ${publishers.join(", ")} runs`,
      "see `docker service ps --no-trunc`",
      figures
    ) : inconclusive(expected, "there is no node to ask", void 0, figures);
  const judged = nodes2.map(({ node: node2, seen }) => ({ node: node2, judgement: judgeNode(params21, seen) }));
  const bad = judged.filter(({ judgement }) => judgement.status === "fail");
  const unsure = judged.filter(({ judgement }) => judgement.status !== "pass");
  const [first] = bad.length > 0 ? bad : unsure;
  if (!first)
    return pass(
      expected,
      isInside ? `${judged[0]?.node}: ${judged[0]?.judgement.observed}` : `${nodes2.length} of ${nodes2.length} nodes: ${judged[0]?.judgement.observed}`,
      figures
    );
  const observed = (bad.length > 0 ? bad : unsure).map(({ node: node2, judgement }) => `${node2}: ${judgement.observed}`).join("; ");
  return { ...first.judgement, expected, observed, figures, ...isInside ? {} : { place } };
}
__name(judgeHttp, "judgeHttp");
function judgeNode(params21, seen) {
  if (seen.kind === "unknown") return inconclusive("an answer", plainWords(seen.detail), void 0);
  if (seen.kind === "answer" && seen.body === void 0 && (params21.body !== void 0 || hasJson(params21)))
    return inconclusive(
      "an answer",
      `status ${seen.status}, whose text the container\u2019s wget does not show`,
      void 0
    );
  if (seen.kind !== "answer")
    return fail("an answer", `${seen.kind}: ${plainWords(seen.detail)}`, HINTS[seen.kind]);
  return judgeFields("the answer", checksOf2(params21, seen), "see `docker service logs` of the service");
}
__name(judgeNode, "judgeNode");
var hasJson = /* @__PURE__ */ __name(({ json }) => Object.keys(json).length > 0, "hasJson");
var HINTS = {
  refused: "nothing listens on that port of the node: publish it, and see whether the service runs",
  unreachable: "the node cannot be reached from this machine",
  reset: "the service ends connections: see `docker service logs`",
  "time-out": "nobody answers in time: see whether the service is healthy, and UDP 4789 between nodes",
  body: "the answer is no HTTP, or longer than it may be"
};
function checksOf2(params21, seen) {
  const json = Object.entries(params21.json);
  const parsed = json.length > 0 && seen ? parse2(seen.body ?? "") : void 0;
  return [
    { what: "status", value: seen?.status, wanted: params21.status },
    ...Object.entries(params21.headers).map(([name3, wanted2]) => ({
      what: `header ${name3.toLowerCase()}`,
      value: seen && Object.hasOwn(seen.headers, name3.toLowerCase()) ? seen.headers[name3.toLowerCase()] : void 0,
      wanted: wanted2
    })),
    ...params21.body === void 0 ? [] : [{ what: "body", value: seen?.body, wanted: params21.body }],
    ...json.map(([path6, wanted2]) => ({ what: `json ${path6}`, value: fieldAt(parsed, path6), wanted: wanted2 }))
  ];
}
__name(checksOf2, "checksOf");
function parse2(body) {
  try {
    return JSON.parse(body);
  } catch {
    return void 0;
  }
}
__name(parse2, "parse");

// src/verify/kinds/http.ts
var headerName = string2().regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/, "takes a header\u2019s name");
var params4 = strictObject({
  port: port().default(80).describe("Published port."),
  url: string2().regex(/^http:\/\/[a-zA-Z0-9._-]+(?::\d{1,5})?\/[\x21-\x7e]{0,500}$/, "takes http://HOST:PORT/PATH").optional().describe("Instead of port and path: an address within the stack\u2019s networks, asked by GET."),
  from: serviceName().optional().describe("For url: the service in whose container curl, php or wget asks."),
  path: string2().regex(/^\/[\x21-\x7e]{0,2000}$/, "takes a path that begins with /").default("/").describe("Path and query of the request."),
  method: _enum(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"]).default("GET").describe("Method of the request."),
  send: record2(headerName, string2().regex(/^[\x20-\x7e]{0,2000}$/, "takes printable ASCII")).default({}).describe("Headers of the request."),
  status: amount().default(200).describe("Status of the answer."),
  headers: record2(headerName, wanted()).default({}).describe("Headers of the answer."),
  body: wanted().optional().describe("The answer\u2019s text."),
  json: record2(
    string2().refine((path6) => parsePath(path6) !== void 0, "takes a path such as items[0].name"),
    wanted()
  ).default({}).describe("Values in the answer\u2019s JSON, by their paths."),
  timeout: duration2().prefault("15s").describe("For each request.")
});
var http = defineKind({
  name: "http",
  explanation: "Sends one request to a published port of every node (of a host-mode port, and without a routing mesh: of every node with a task) and compares status, headers, text and JSON of each answer. Fails when a node does not answer or answers something else. With `url:` and `from:` a service\u2019s container asks instead. Redirects are not followed and nothing is tried twice.",
  example: `- kind: http
  port: 80
  path: /healthz
  status: 200
  headers: { content-type: { contains: text/plain } }
  body: { contains: ok }`,
  isDisturbing: false,
  visits: "makes",
  params: params4,
  faultOf: /* @__PURE__ */ __name(({ url, from, method, send }) => {
    if (url === void 0 !== (from === void 0)) return "http takes url and from together";
    const isPlain2 = method === "GET" && Object.keys(send).length === 0;
    return url === void 0 || isPlain2 ? void 0 : "http with url takes neither method nor send";
  }, "faultOf"),
  expected: httpExpected,
  gather: /* @__PURE__ */ __name((asked, world) => gather2(asked, world), "gather"),
  judge: judgeHttp
});
async function gather2(asked, world) {
  const { url, from } = asked;
  if (url !== void 0 && from !== void 0) {
    const doors = await taskDoors(from, world);
    const [door] = doors.toSorted((a, b) => Number(!a.at?.engine) - Number(!b.at?.engine));
    const nobody = { kind: "unknown", detail: `no task of ${from} runs that could ask` };
    const seen = door ? await world.turns.visit(() => exchangeInside(door, url, world)) : nobody;
    return { publishers: [], nodes: [{ node: `${url} from ${from}`, seen }] };
  }
  const { publishers, nodes: nodes2 } = await publishingNodes(world, asked.port);
  const { path: path6, method, send, timeout } = asked;
  const ask = /* @__PURE__ */ __name(async (node2) => {
    const target = await world.endpointOf(node2, asked.port);
    const options = { path: path6, method, headers: send, timeoutMs: timeout, signal: world.signal };
    const seen = await exchange(target, options);
    return { node: node2.name, seen: seen.kind === "answer" ? plainAnswer(seen) : seen };
  }, "ask");
  const answers2 = await world.turns.visit(() => Promise.all(nodes2.map(ask)));
  return { publishers, nodes: answers2 };
}
__name(gather2, "gather");
function plainAnswer(seen) {
  const headers = Object.entries(seen.headers).map(([name3, value]) => [
    name3,
    Array.isArray(value) ? value.join(", ") : value ?? ""
  ]);
  return { kind: "answer", status: seen.status, headers: Object.fromEntries(headers), body: seen.body };
}
__name(plainAnswer, "plainAnswer");

// src/verify/image-evidence.ts
var CONTAINER = looseObject({ Image: string2().min(1) });
var IMAGE = looseObject({
  Id: string2().min(1),
  Size: number2(),
  Config: looseObject({}).nullish(),
  RootFS: looseObject({ Layers: array(string2()).nullish() })
});
var HISTORY = array(looseObject({ CreatedBy: string2() }));
function imageOfService(service2, world) {
  return world.share(`image ${service2}`, (shared) => readImage(service2, shared));
}
__name(imageOfService, "imageOfService");
async function readImage(service2, world) {
  const found = await world.reads.service(service2);
  if (!found) return { kind: "no-service" };
  const reference = found.Spec.TaskTemplate.ContainerSpec?.Image ?? "";
  const doors = await taskDoors(service2, world);
  if (doors.length === 0) return { kind: "not-running", reference };
  const door = doors.find(({ at }) => at?.engine);
  const engine = door?.at?.engine;
  if (!door || !engine)
    return { kind: "unreachable", reason: "no node\u2019s engine with a task of it can be reached" };
  const get = /* @__PURE__ */ __name(async (path6, form) => checked(path6, form, await engine.json("GET", path6, { signal: world.signal })), "get");
  const { Image: id2 } = await get(`/containers/${door.containerId}/json`, CONTAINER);
  const [image2, history] = await Promise.all([
    get(`/images/${id2}/json`, IMAGE),
    get(`/images/${id2}/history`, HISTORY)
  ]);
  return {
    kind: "found",
    reference,
    id: image2.Id,
    sizeBytes: image2.Size,
    layers: image2.RootFS.Layers?.length ?? 0,
    config: image2.Config ?? {},
    history: history.map(({ CreatedBy }) => CreatedBy)
  };
}
__name(readImage, "readImage");

// src/verify/kinds/image.rules.ts
function imageExpected(params21) {
  const expected = fieldsExpected(`the image of ${params21.service}`, checksOf3(params21, void 0));
  const absent2 = params21.absent.map((pattern2) => `/${plainWords(pattern2, 60)}/ is not in its history`);
  return [expected, ...absent2].join("; ");
}
__name(imageExpected, "imageExpected");
function judgeImage(params21, { image: image2, registry: registry2 }) {
  const { service: service2 } = params21;
  const expected = imageExpected(params21);
  if (image2.kind === "no-service")
    return fail(expected, `the stack has no service ${service2}`, "see `docker stack services`");
  if (image2.kind === "not-running")
    return fail(
      expected,
      `no task of ${service2} runs: ${image2.reference}`,
      "see `docker service ps --no-trunc`"
    );
  if (image2.kind === "unreachable")
    return inconclusive(expected, image2.reason, "point --docker-host at a node with a task of it");
  const place = ["services", service2, "image"];
  for (const pattern2 of params21.absent) {
    const results = image2.history.map((line) => ({ line, result: matchesPattern(pattern2, line) }));
    const found = results.find(({ result }) => result === "holds");
    if (found)
      return {
        ...fail(
          expected,
          `its history has: ${plainWords(found.line)}`,
          "what a layer once held stays in the image"
        ),
        place
      };
    if (results.some(({ result }) => result === "unknown"))
      return inconclusive(expected, "an expression takes too long", "write a simpler regular expression");
  }
  if (registry2?.kind === "unknown")
    return inconclusive(expected, `the registry did not say: ${plainWords(registry2.reason)}`, void 0);
  const checks = checksOf3(params21, { image: image2, registry: registry2 });
  const figures = { sizeBytes: image2.sizeBytes, layers: image2.layers };
  if (checks.length === 0 && params21.absent.length > 0)
    return { ...judgeFields("the image", [NOTHING_FOUND], "", figures), expected };
  return {
    ...judgeFields(`the image of ${service2}`, checks, "see `docker image inspect`", figures),
    expected
  };
}
__name(judgeImage, "judgeImage");
var NOTHING_FOUND = {
  what: "what must not be in its history",
  value: "not found",
  wanted: "not found"
};
function checksOf3(params21, found) {
  const image2 = found?.image;
  const place = ["services", params21.service, "image"];
  const checks = [
    params21.pinned !== void 0 && {
      what: "pinned by digest",
      value: image2 && /@sha256:[0-9a-f]{64}$/.test(image2.reference),
      wanted: params21.pinned,
      place,
      hint: "deploy with the tag\u2019s digest: `docker stack deploy --resolve-image always`, from a registry"
    },
    params21.registry !== void 0 && {
      what: "in its registry",
      value: found && isInRegistry(found),
      wanted: params21.registry,
      place,
      hint: "push it, and deploy the digest that the registry answered"
    },
    params21.healthcheck !== void 0 && {
      what: "has a HEALTHCHECK",
      value: image2 && hasHealthcheck(image2.config),
      wanted: params21.healthcheck,
      hint: "add HEALTHCHECK to the Dockerfile"
    },
    params21.user !== void 0 && {
      what: "user",
      value: image2 && (image2.config.User ?? ""),
      wanted: params21.user
    },
    params21.size !== void 0 && { what: "size in bytes", value: image2?.sizeBytes, wanted: params21.size },
    params21.layers !== void 0 && { what: "layers", value: image2?.layers, wanted: params21.layers }
  ];
  const byPath = Object.entries(params21.config).map(([path6, wanted2]) => ({
    what: path6,
    value: fieldAt(image2?.config, path6),
    wanted: wanted2
  }));
  return [...checks.filter((check) => check !== false), ...byPath];
}
__name(checksOf3, "checksOf");
function isInRegistry({ image: image2, registry: registry2 }) {
  if (registry2?.kind !== "has") return false;
  const pinned = /@(sha256:[0-9a-f]{64})$/.exec(image2.reference)?.[1];
  return pinned === void 0 || pinned === registry2.digest;
}
__name(isInRegistry, "isInRegistry");
function hasHealthcheck(config2) {
  const test = fieldAt(config2, "Healthcheck.Test");
  return Array.isArray(test) && test.length > 0 && test[0] !== "NONE";
}
__name(hasHealthcheck, "hasHealthcheck");

// src/verify/kinds/image.ts
var DISTRIBUTION = looseObject({
  Descriptor: looseObject({ digest: string2().regex(/^sha256:[0-9a-f]{64}$/) })
});
var params5 = strictObject({
  service: serviceName(),
  pinned: boolean2().optional().describe("The service names it by its digest."),
  registry: boolean2().optional().describe("Its registry has it, and the pinned digest is the registry\u2019s."),
  healthcheck: boolean2().optional().describe("It has a HEALTHCHECK."),
  user: wanted().optional().describe("USER, empty where there is none."),
  size: amount().optional().describe("Its size in bytes."),
  layers: amount().optional().describe("Its number of layers."),
  config: record2(
    string2().max(300).refine((path6) => parsePath(path6) !== void 0, 'takes a path such as Labels["x.y"]'),
    wanted()
  ).default({}).describe('Fields of its configuration, in the Engine API\u2019s words: Env, Entrypoint, Labels["\u2026"].'),
  absent: array(pattern()).max(50).default([]).describe("Regular expressions that no command of its history may match.")
});
var image = defineKind({
  name: "image",
  explanation: "Reads the image that a service\u2019s container really runs from its node\u2019s engine: configuration, HEALTHCHECK, layers, size, history; and, where asked, whether its registry has the digest that runs. Fails when one of them is not what it must be.",
  example: `- kind: image
  service: backend
  healthcheck: true
  layers: { lte: 30 }
  absent: [password]`,
  isDisturbing: false,
  visits: "none",
  params: params5,
  expected: imageExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2, "image"], "place"),
  gather: /* @__PURE__ */ __name(async (asked, world) => {
    const found = await imageOfService(asked.service, world);
    const isAsked = asked.registry !== void 0 && found.kind === "found";
    return { image: found, registry: isAsked ? await askRegistry(found.reference, world) : void 0 };
  }, "gather"),
  judge: judgeImage
});
async function askRegistry(reference, world) {
  const name3 = reference.replace(/@sha256:.*$/, "");
  const path6 = `/distribution/${name3}/json`;
  try {
    const answer = checked(
      path6,
      DISTRIBUTION,
      await world.manager.json("GET", path6, { signal: world.signal })
    );
    return { kind: "has", digest: answer.Descriptor.digest };
  } catch (error2) {
    const known = classifyAnswer(error2);
    if (known.code === "cancelled") throw known;
    if (isGone(error2)) return { kind: "lacks" };
    return { kind: "unknown", reason: explain(known) };
  }
}
__name(askRegistry, "askRegistry");

// src/verify/checks/isolation-matrix.rules.ts
function matrixOf({ services, edges: edges2, published, ports, udp }) {
  const isRuled = /* @__PURE__ */ __name((edge) => ports.some((one) => isSame(one, edge)), "isRuled");
  return {
    services: services.map((service2) => plainWords(service2.name, 64)),
    cells: edges2.map(cellOf),
    published: [
      ...published.filter((edge) => !isRuled(edge)).map((edge) => portOf(edge, edge.state)),
      ...ports.map((edge) => portOf(edge, seenOfPort(edge), { ...edge, verdict: judgePort(edge) }))
    ],
    ...udp.length > 0 ? { udp: udp.map((edge) => portOf(edge, seenOf(edge), { ...edge, verdict: judgeUdp(edge) })) } : {}
  };
}
__name(matrixOf, "matrixOf");
var isSame = /* @__PURE__ */ __name((a, b) => a.from === b.from && a.to === b.to && a.port === b.port, "isSame");
function portOf({ from, to, port: port2 }, state, ruled) {
  return {
    from: plainWords(from, 64),
    to: plainWords(to, 64),
    port: port2,
    state,
    ...ruled ? { expected: ruled.expected } : {},
    ...ruled?.verdict === "unexpected" ? { isUnexpected: true } : {}
  };
}
__name(portOf, "portOf");
function seenOfPort(edge) {
  if (judgePort(edge) === "unknown") return "unknown";
  return edge.seen === "not-published" ? "blocked" : edge.seen;
}
__name(seenOfPort, "seenOfPort");
function cellOf(edge) {
  const { expected, observed } = edge;
  const verdict = judgeEdge(edge);
  const seen = verdict === "unknown" ? "unknown" : verdict === "as-expected" === (expected.expected === "open") ? "open" : "blocked";
  const ways = { open: observed.openBy, blocked: observed.blockedBy, unknown: observed.unknownBecause }[seen];
  return {
    from: plainWords(expected.from, 64),
    to: plainWords(expected.to, 64),
    expected: expected.expected,
    observed: seen,
    verdict,
    detail: plainWords(ways.slice(0, 3).join(", "), 200)
  };
}
__name(cellOf, "cellOf");

// src/verify/checks/isolation-table.rules.ts
var SIGNS = { open: "+", blocked: ".", unknown: "?" };
var MOST_LETTERS = 20;
function isolationTable({ services, cells, published, udp }) {
  const short = /* @__PURE__ */ __name((name3) => plainWords(name3, MOST_LETTERS), "short");
  const cellAt = new Map(cells.map((cell) => [`${cell.from} ${cell.to}`, cell]));
  const portsFrom = /* @__PURE__ */ __name((from, ports) => ports.filter((edge) => edge.from === from).map((edge) => `${short(edge.to)}:${edge.port}${SIGNS[edge.state]}${edge.isUnexpected ? "!" : ""}`).join(" "), "portsFrom");
  const rows = services.map((from) => [
    short(from),
    ...services.map((to) => from === to ? "-" : signOf(cellAt.get(`${from} ${to}`))),
    portsFrom(from, published),
    ...udp ? [portsFrom(from, udp)] : []
  ]);
  const table = [["from \\ to", ...services.map(short), "published", ...udp ? ["udp"] : []], ...rows];
  const widths = (table[0] ?? []).map(
    (_, column) => Math.max(...table.map((row) => (row[column] ?? "").length))
  );
  const lines = table.map(
    (row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join("  ").trimEnd()
  );
  return [...lines, "+ open  . blocked  ? not known  ! not as it must be"];
}
__name(isolationTable, "isolationTable");
function signOf(cell) {
  return cell ? `${SIGNS[cell.observed]}${cell.verdict === "unexpected" ? "!" : ""}` : "";
}
__name(signOf, "signOf");

// src/verify/kinds/isolation.ts
var edges = /* @__PURE__ */ __name(() => array(
  string2().max(140).regex(
    /^\s*(?:\*|[a-zA-Z0-9][\w.-]*)\s*->\s*(?:\*|[a-zA-Z0-9][\w.-]*)(?::\d{1,5}(?:\/udp)?)?\s*$/,
    "takes an edge, such as: backend -> redis"
  )
).max(500).default([]), "edges");
var params6 = strictObject({
  must: edges().describe(
    "Edges that must be open, whatever the networks say: `backend -> redis`. With `/udp` a port of the target that must answer a datagram: `backend -> names:53/udp`."
  ),
  mustNot: edges().describe(
    "Edges that must be blocked, whatever the networks say: `* -> cadvisor`. With a port it is the published one: `* -> redis:6379`; with `/udp` the target\u2019s own: `* -> names:53/udp`."
  ),
  networks: record2(serviceName(), array(string2().min(1).max(64)).max(50)).optional().describe(
    "The networks that services must be on, for those that are named: a running service on others is found. Without it the running services\u2019 own networks say what must be open."
  ),
  settle: duration2().default(2e3).describe("Before the second look at edges that are not as they must be.")
});
var isolation = defineKind({
  name: "isolation",
  explanation: "Looks at every pair of services from inside the tasks\u2019 own network namespaces: by name, and by TCP to the virtual address, to each task, and across networks. Two services must reach each other if and only if they share a network, or as a rule says. Blocked counts only when the target is known to listen and the probe to work; what is not known makes the check inconclusive. A service that listens on nothing, and should not, counts as reached when its address refuses; not for a rule that it must be. UDP is asked only where a rule names a port of it: open is what answers a datagram (an echo, or any answer from that address and port), and blocked is silence where the same address answered its own service or a neighbour; a target that refuses was reached.",
  example: `- kind: isolation
  must: ['backend -> redis']
  mustNot: ['redis -> backend', 'redis -> names:53/udp']`,
  isDisturbing: false,
  visits: "none",
  deadlineMs: /* @__PURE__ */ __name(() => 18e4, "deadlineMs"),
  params: params6,
  expected: /* @__PURE__ */ __name(({ must, mustNot }) => [
    "services reach each other where they share a network, and nowhere else",
    ...said(must, ""),
    ...said(mustNot, "not ")
  ].join("; "), "expected"),
  place: /* @__PURE__ */ __name(() => ["networks"], "place"),
  gather: /* @__PURE__ */ __name(async ({ must, mustNot, networks, settle: settle2 }, world) => {
    const rules = { must: must.map(parseEdgeRule), mustNot: mustNot.map(parseEdgeRule) };
    const evidence = await gatherIsolation(world, {
      rules,
      settleMs: settle2,
      ...networks ? { declared: networks } : {}
    });
    const matrix = matrixOf(evidence);
    world.showIsolation(matrix);
    return { ...evidence, table: isolationTable(matrix) };
  }, "gather"),
  judge: /* @__PURE__ */ __name((_params, evidence) => judgeIsolation(evidence), "judge")
});
function said(rules, not) {
  return rules.map((rule2) => `${not}${rule2.trim()}`);
}
__name(said, "said");

// src/traffic/request.rules.ts
function requestText(target, connections) {
  const { name: name3, host, port: port2, path: path6 = "/", hostHeader = defaultHost(host, port2) } = target;
  const refuse3 = /* @__PURE__ */ __name((what) => new SwarmlineError("input", `${JSON.stringify(name3)}: ${what}`), "refuse");
  if (!Number.isInteger(port2) || port2 < 1 || port2 > 65535) throw refuse3(`${port2} is no port`);
  if (!/^[\w.:%-]+$/.test(host)) throw refuse3(`${JSON.stringify(host)} is no host`);
  if (!/^\/[\x21-\x7e]*$/.test(path6)) throw refuse3(`${JSON.stringify(path6)} is no path`);
  if (!/^[\x21-\x7e]+$/.test(hostHeader)) throw refuse3(`${JSON.stringify(hostHeader)} is no Host header`);
  const lines = [`GET ${path6} HTTP/1.1`, `Host: ${hostHeader}`, "User-Agent: swarmline", "Accept: */*"];
  if (connections === "fresh") lines.push("Connection: close");
  return `${lines.join("\r\n")}\r
\r
`;
}
__name(requestText, "requestText");
var defaultHost = /* @__PURE__ */ __name((host, port2) => `${host.includes(":") ? `[${host}]` : host}${port2 === 80 ? "" : `:${port2}`}`, "defaultHost");

// src/traffic/schedule.rules.ts
var dueMs = /* @__PURE__ */ __name((schedule, i) => (schedule.sender + i * schedule.senders) * 1e3 / schedule.ratePerSecond, "dueMs");
var targetOf = /* @__PURE__ */ __name((schedule, i) => (schedule.sender + i * schedule.senders) % schedule.targets, "targetOf");
function shareOf({ count: count3, sender, senders }) {
  return count3 === void 0 ? Number.POSITIVE_INFINITY : Math.max(0, Math.ceil((count3 - sender) / senders));
}
__name(shareOf, "shareOf");
var countIn = /* @__PURE__ */ __name((durationMs, ratePerSecond) => Math.ceil(durationMs * ratePerSecond / 1e3 - 1e-9), "countIn");
var capPerTarget = /* @__PURE__ */ __name((maxOutstanding, targets, senders) => Math.max(1, Math.floor(maxOutstanding / targets / senders)), "capPerTarget");

// src/traffic/void.rules.ts
var DEFAULT_LIMITS = { maxCpuShare: 0.9, maxSendLagP99Ms: 50, maxLoopLagP99Ms: 50 };
function reasonsForVoid(self, tally, limits) {
  const { cpuShare, sendLagMs, loopLagMs } = self;
  const { answered, failed, notSent } = tally.all;
  const why = [];
  if (answered + failed + notSent === 0) why.push("nothing was sent");
  if (cpuShare > limits.maxCpuShare)
    why.push(`the generator took ${percent2(cpuShare)} of a core, more than ${percent2(limits.maxCpuShare)}`);
  if (sendLagMs.p99 > limits.maxSendLagP99Ms)
    why.push(`requests left late: p99 ${sendLagMs.p99} ms, more than ${limits.maxSendLagP99Ms} ms`);
  if (loopLagMs.p99 > limits.maxLoopLagP99Ms)
    why.push(`the event loop lagged: p99 ${loopLagMs.p99} ms, more than ${limits.maxLoopLagP99Ms} ms`);
  if (tally.shortages > 0)
    why.push(`${tally.shortages} requests found no socket, port or memory on this machine`);
  return why;
}
__name(reasonsForVoid, "reasonsForVoid");
function selfOf(seen, { sendLag }) {
  const worst2 = /* @__PURE__ */ __name((pick2) => round(Math.max(0, ...seen.map(pick2))), "worst");
  return {
    threads: seen.length,
    cpuShare: worst2((each) => each.cpuShare),
    loopLagMs: { p99: worst2((each) => each.loopLagP99Ms), max: worst2((each) => each.loopLagMaxMs) },
    sendLagMs: {
      p50: round(percentileOf(sendLag, 50)),
      p99: round(percentileOf(sendLag, 99)),
      max: round(percentileOf(sendLag, 100))
    }
  };
}
__name(selfOf, "selfOf");
var round = /* @__PURE__ */ __name((value) => Math.round(value * 100) / 100, "round");
var percent2 = /* @__PURE__ */ __name((share) => `${Math.round(share * 100)} %`, "percent");

// src/traffic/load-plan.rules.ts
function planLoad(request) {
  const { targets, ratePerSecond, identify, workers = 1 } = request;
  const { timeoutMs = 5e3, maxOutstanding = 1e3, maxBodyBytes = 1024 * 1024 } = request;
  const positive = { ratePerSecond, timeoutMs, maxOutstanding, maxBodyBytes };
  for (const [name3, value] of Object.entries(positive))
    if (!(value > 0 && Number.isFinite(value))) throw refuse(`${name3} must be more than 0, not ${value}`);
  if (targets.length === 0) throw refuse("there is no target to ask");
  if (!Number.isInteger(workers) || workers < 1) throw refuse(`${workers} is no number of workers`);
  if (workers > 1 && typeof identify === "function")
    throw refuse("a function cannot name replicas in workers: use { lineAfter }");
  const count3 = request.count ?? countIn(request.durationMs ?? 0, ratePerSecond);
  if (!Number.isInteger(count3) || count3 < 1) throw refuse(`${count3} is no number of requests`);
  for (const target of targets) requestText(target, request.connections);
  return {
    targets,
    ratePerSecond,
    count: count3,
    connections: request.connections,
    timeoutMs,
    maxOutstanding,
    maxBodyBytes,
    expect: request.expect ?? {},
    identify,
    workers: Math.min(workers, count3),
    limits: { ...DEFAULT_LIMITS, ...request.limits }
  };
}
__name(planLoad, "planLoad");
var refuse = /* @__PURE__ */ __name((message) => new SwarmlineError("input", message), "refuse");

// src/traffic/load-result.rules.ts
function loadResult(names2, tally, run) {
  const why = reasonsForVoid(run.generator, tally, run.limits);
  return {
    ...shareOf2(tally.all),
    allLatencyMs: summarise(tally.ends),
    latencyBuckets: bucketsOf(tally.all.answers),
    durationMs: Math.round(run.durationMs),
    targets: tally.targets.map((counts, index) => ({ name: names2[index] ?? "?", ...shareOf2(counts) })),
    replicas: [...tally.replicas].toSorted(([a], [b]) => a < b ? -1 : 1).map(([name3, counts]) => ({ name: name3, ...shareOf2(counts) })),
    series: tally.seconds.map((counts, second) => ({
      second,
      sent: counts.answered + counts.failed,
      failed: counts.failed,
      notSent: counts.notSent,
      p99Ms: Math.round(percentileOf(counts.answers, 99) * 100) / 100
    })),
    firstFailures: tally.firstFailures,
    generator: run.generator,
    ...why.length > 0 ? { isVoid: true, why: why.join("; ") } : { isVoid: false }
  };
}
__name(loadResult, "loadResult");
function shareOf2({ answered, failed, notSent, kinds, answers: answers2 }) {
  return {
    planned: answered + failed + notSent,
    answered,
    failed,
    notSent,
    failedByKind: { ...kinds },
    latencyMs: summarise(answers2)
  };
}
__name(shareOf2, "shareOf");

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
var MAX_NAME = 64;
function replicaOf(outcome, identify) {
  const body = "body" in outcome ? outcome.body : void 0;
  if (!identify || !body) return void 0;
  const name3 = typeof identify === "function" ? identify(body) : behind(body, identify.lineAfter);
  return name3 === void 0 ? void 0 : plainWords(name3, MAX_NAME) || void 0;
}
__name(replicaOf, "replicaOf");
function behind(body, label) {
  const at = body.startsWith(label) ? 0 : body.indexOf(`
${label}`) + 1;
  if (at === 0 && !body.startsWith(label)) return void 0;
  const end = body.indexOf("\n", at);
  return body.slice(at + label.length, end < 0 ? void 0 : end).trim();
}
__name(behind, "behind");

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
  const ended = new Promise((resolve) => {
    resolveEnded = resolve;
  });
  const leave = /* @__PURE__ */ __name((each) => {
    pending.delete(each);
    perTarget[each.target] = (perTarget[each.target] ?? 0) - 1;
  }, "leave");
  const settle2 = /* @__PURE__ */ __name((each, outcome) => {
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
    const underWay = transport.send(target, (outcome) => settle2(each, outcome));
    each.drop = () => underWay.drop();
  }, "launch");
  const timeOut = /* @__PURE__ */ __name(() => {
    for (const each of pending) {
      if (each.dueMs + timeoutMs > timer.now() - start) return;
      each.drop();
      settle2(each, { kind: "time-out", detail: `no whole answer within ${timeoutMs} ms` });
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

// src/traffic/self-watch.ts
import { monitorEventLoopDelay } from "node:perf_hooks";
var RESOLUTION_MS = 10;
function watchSelf() {
  const lag = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  lag.enable();
  const cpuBefore = cpuMs();
  const before = performance.now();
  return () => {
    lag.disable();
    const passed = Math.max(1, performance.now() - before);
    const beyond = /* @__PURE__ */ __name((ns) => lag.count === 0 ? 0 : Math.max(0, ns / 1e6 - RESOLUTION_MS), "beyond");
    return {
      cpuShare: (cpuMs() - cpuBefore) / passed,
      loopLagP99Ms: beyond(lag.percentile(99)),
      loopLagMaxMs: beyond(lag.max)
    };
  };
}
__name(watchSelf, "watchSelf");
function cpuMs() {
  const { user, system } = process.threadCpuUsage?.() ?? process.cpuUsage();
  return (user + system) / 1e3;
}
__name(cpuMs, "cpuMs");

// src/traffic/tally.rules.ts
var MAX_REPLICAS = 256;
var OTHER_REPLICAS = "(others)";
var MAX_FIRST_FAILURES = 20;
var MAX_SECONDS = 3600;
var createCounts = /* @__PURE__ */ __name(() => ({
  answered: 0,
  failed: 0,
  notSent: 0,
  kinds: {},
  answers: createHistogram()
}), "createCounts");
var createTally = /* @__PURE__ */ __name((targets) => ({
  all: createCounts(),
  targets: Array.from({ length: targets }, createCounts),
  replicas: /* @__PURE__ */ new Map(),
  seconds: [],
  ends: createHistogram(),
  sendLag: createHistogram(),
  shortages: 0,
  firstFailures: []
}), "createTally");
function count2(counts, { outcome, dueMs: dueMs2, endMs }) {
  if (outcome.kind === "answer") {
    counts.answered++;
    record(counts.answers, endMs - dueMs2);
  } else if (outcome.kind === "not-sent") counts.notSent++;
  else {
    counts.failed++;
    counts.kinds[outcome.kind] = (counts.kinds[outcome.kind] ?? 0) + 1;
  }
}
__name(count2, "count");
function addSample(tally, sample, replica, names2) {
  const { outcome, dueMs: dueMs2, sentMs, endMs } = sample;
  count2(tally.all, sample);
  const target = tally.targets[sample.target];
  if (target) count2(target, sample);
  if (replica !== void 0) count2(replicaCounts(tally, replica), sample);
  count2(secondCounts(tally, Math.min(MAX_SECONDS - 1, Math.floor(dueMs2 / 1e3))), sample);
  if (outcome.kind === "not-sent") {
    if (!outcome.isCapped) tally.shortages++;
  } else {
    record(tally.ends, endMs - dueMs2);
    record(tally.sendLag, sentMs - dueMs2);
  }
  if (outcome.kind !== "answer" && tally.firstFailures.length < MAX_FIRST_FAILURES)
    tally.firstFailures.push(firstFailure(sample, outcome.kind, outcome.detail, names2));
}
__name(addSample, "addSample");
var firstFailure = /* @__PURE__ */ __name(({ dueMs: dueMs2, target }, kind, detail, names2) => ({ atMs: Math.round(dueMs2), target: names2[target] ?? "?", kind, detail }), "firstFailure");
function replicaCounts({ replicas }, name3) {
  const known = replicas.get(name3);
  if (known) return known;
  const key = replicas.size < MAX_REPLICAS ? name3 : OTHER_REPLICAS;
  const counts = replicas.get(key) ?? createCounts();
  replicas.set(key, counts);
  return counts;
}
__name(replicaCounts, "replicaCounts");
function secondCounts({ seconds }, second) {
  while (seconds.length <= second) seconds.push(createCounts());
  return seconds[second];
}
__name(secondCounts, "secondCounts");
function mergeTally(tally, from) {
  mergeCounts(tally.all, from.all);
  for (const [index, counts] of from.targets.entries()) {
    const target = tally.targets[index];
    if (target) mergeCounts(target, counts);
  }
  for (const [name3, counts] of from.replicas) mergeCounts(replicaCounts(tally, name3), counts);
  for (const [second, counts] of from.seconds.entries()) mergeCounts(secondCounts(tally, second), counts);
  mergeInto(tally.ends, from.ends);
  mergeInto(tally.sendLag, from.sendLag);
  tally.shortages += from.shortages;
  tally.firstFailures = [...tally.firstFailures, ...from.firstFailures].sort((a, b) => a.atMs - b.atMs).slice(0, MAX_FIRST_FAILURES);
}
__name(mergeTally, "mergeTally");
function mergeCounts(counts, from) {
  counts.answered += from.answered;
  counts.failed += from.failed;
  counts.notSent += from.notSent;
  for (const kind of Object.keys(from.kinds))
    counts.kinds[kind] = (counts.kinds[kind] ?? 0) + (from.kinds[kind] ?? 0);
  mergeInto(counts.answers, from.answers);
}
__name(mergeCounts, "mergeCounts");

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
    const text = line;
    line = "";
    if (state === "data-end") {
      if (text !== "") return "a chunk longer than its size";
      state = "size";
      return false;
    }
    if (state === "trailer") return text === "";
    const size = /^([0-9a-f]{1,12})[ \t]*(?:;.*)?$/i.exec(text)?.[1];
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
function readHead2(text) {
  const first = /^HTTP\/1\.([01]) ([1-9]\d\d)(?: [^\r\n]*)?(?:\r\n|$)/.exec(text);
  if (!first) return "not an HTTP/1 answer";
  const status = Number(first[2]);
  const connection = /\r\nconnection:([^\r\n]*)/i.exec(text)?.[1]?.toLowerCase() ?? "";
  const isKept = first[1] === "1" ? !connection.includes("close") : connection.includes("keep-alive");
  if (status < 200 || status === 204 || status === 304)
    return { status, framing: { kind: "length", bytes: 0 }, isReusable: isKept };
  const coding = /\r\ntransfer-encoding:([^\r\n]*)/i.exec(text)?.[1];
  const lengths = new Set(Array.from(text.matchAll(/\r\ncontent-length:([^\r\n]*)/gi), (m) => m[1]?.trim()));
  if (coding !== void 0)
    return /(?:^|,)\s*chunked\s*$/i.test(coding) ? { status, framing: { kind: "chunked" }, isReusable: isKept && lengths.size === 0 } : { status, framing: { kind: "until-end" }, isReusable: false };
  if (lengths.size === 0) return { status, framing: { kind: "until-end" }, isReusable: false };
  const [length] = lengths;
  if (lengths.size > 1 || !/^\d{1,15}$/.test(length ?? "")) return "a Content-Length that is no length";
  return { status, framing: { kind: "length", bytes: Number(length) }, isReusable: isKept };
}
__name(readHead2, "readHead");

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
  const take = /* @__PURE__ */ __name((bytes, from, to) => {
    size += to - from;
    const wanted2 = Math.min(room, to - from);
    if (wanted2 <= 0) return;
    kept.push(Buffer.from(bytes.subarray(from, from + wanted2)));
    room -= wanted2;
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
    let isWhole2 = false;
    if (framing.kind === "length") {
      to = Math.min(end, from + framing.bytes - size);
      take(bytes, from, to);
      isWhole2 = size === framing.bytes;
    } else if (framing.kind === "chunked") {
      chunks ??= createChunkReader(take);
      const read3 = chunks.read(bytes, from, end);
      if (typeof read3 === "string") return broken(read3);
      to = read3.at;
      isWhole2 = read3.isWhole;
    } else take(bytes, from, end);
    if (size > limits.maxBodyBytes) return broken(`a body of more than ${limits.maxBodyBytes} bytes`);
    return isWhole2 ? whole(at.isReusable && to === end) : MORE;
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
      const text = bytes.toString("latin1", from, at);
      if (text !== lastText) [lastText, lastHead] = [text, readHead2(text)];
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
function outcomeOfError(error2) {
  const code = error2.code ?? "";
  const detail = plainWords(code || error2.message);
  if (OURS.includes(code)) return { kind: "not-sent", detail, isCapped: false };
  if (code === "ECONNREFUSED") return { kind: "refused", detail };
  if (code === "ECONNRESET" || code === "ECONNABORTED" || code === "EPIPE") return { kind: "reset", detail };
  if (code === "ETIMEDOUT") return { kind: "time-out", detail };
  return { kind: "unreachable", detail };
}
__name(outcomeOfError, "outcomeOfError");

// src/traffic/connection.ts
var inbox = Buffer.allocUnsafe(64 * 1024);
function connect({ host, port: port2 }, limits, onGone) {
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
    port: port2,
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
  socket.on("error", (error2) => {
    if (!isOver) finish(outcomeOfError(error2), false);
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
function startSender(plan, sender, startMs) {
  const { targets, ratePerSecond, count: count3, workers: senders, timeoutMs } = plan;
  const names2 = targets.map((target) => target.name);
  const tally = createTally(targets.length);
  const transport = createTransport(targets, plan.connections, answerLimits(plan));
  let lastEndMs = 0;
  const onSample = /* @__PURE__ */ __name((sample) => {
    const outcome = judgeOutcome(sample.outcome, plan.expect);
    lastEndMs = Math.max(lastEndMs, sample.endMs);
    addSample(tally, { ...sample, outcome }, replicaOf(outcome, plan.identify), names2);
  }, "onSample");
  let isAborted = false;
  const seen = watchSelf();
  const loop = runOpenLoop(
    {
      schedule: { ratePerSecond, count: count3, targets: targets.length, sender, senders },
      startMs,
      timeoutMs,
      capPerTarget: capPerTarget(plan.maxOutstanding, targets.length, senders)
    },
    transport,
    onSample
  );
  return {
    done: loop.ended.then(() => {
      const self = seen();
      transport.close();
      return isAborted ? void 0 : { tally, seen: self, lastEndMs };
    }),
    abort() {
      isAborted = true;
      loop.abort();
    }
  };
}
__name(startSender, "startSender");

// src/traffic/generate.ts
async function generate(request, fx) {
  const plan = planLoad(request);
  const cancelled = /* @__PURE__ */ __name(() => new SwarmlineError("cancelled", "cancelled"), "cancelled");
  if (fx.signal.aborted) throw cancelled();
  const parts = plan.workers > 1 ? await (await import("./workers-CMAAZY3W.js")).runWorkers(plan, fx.signal) : await runHere(plan, fx.signal);
  if (!parts) throw cancelled();
  const tally = createTally(plan.targets.length);
  for (const part of parts) mergeTally(tally, part.tally);
  const seen = parts.map((part) => part.seen);
  return loadResult(
    plan.targets.map((target) => target.name),
    tally,
    {
      durationMs: Math.max(...parts.map((part) => part.lastEndMs)),
      generator: selfOf(seen, tally),
      limits: plan.limits
    }
  );
}
__name(generate, "generate");
async function runHere(plan, signal) {
  const sender = startSender(plan, 0, performance.now());
  signal.addEventListener("abort", sender.abort, { once: true });
  try {
    const sent = await sender.done;
    return sent && [sent];
  } finally {
    signal.removeEventListener("abort", sender.abort);
  }
}
__name(runHere, "runHere");

// src/verify/traffic-targets.ts
function trafficTargets(nodes2, asked, world) {
  return Promise.all(
    nodes2.map(async (node2) => ({
      name: node2.name,
      path: asked.path,
      ...await world.endpointOf(node2, asked.port)
    }))
  );
}
__name(trafficTargets, "trafficTargets");

// src/verify/kinds/load.rules.ts
var PERCENTILES = ["p50", "p90", "p95", "p99", "p999", "max"];
function loadExpected({ port: port2, path: path6, rate, duration: duration3, latency, errors }) {
  const limits = limitsOf(latency).map(({ name: name3, limitMs }) => `${name3} at most ${limitMs} ms`);
  return [
    `${rate} requests per second for ${duration3 / 1e3} s to :${port2}${path6}: at most ${percent(errors)} fail`,
    ...limits
  ].join("; ");
}
__name(loadExpected, "loadExpected");
function judgeLoad(params21, { publishers, result }) {
  const expected = loadExpected(params21);
  if (!result)
    return publishers.length > 0 ? fail(expected, `no task of ${publishers.join(", ")} runs`, "see `docker service ps --no-trunc`") : inconclusive(expected, "there is no node to ask", void 0);
  const { planned, answered, failed, notSent, latencyMs, firstFailures } = result;
  const lost = failed + notSent;
  const figures = {
    planned,
    answered,
    failed,
    notSent,
    p50Ms: latencyMs.p50,
    p99Ms: latencyMs.p99,
    maxMs: latencyMs.max
  };
  if (result.isVoid)
    return inconclusive(
      expected,
      `void: ${result.why}`,
      "ask for a smaller rate, or run the check on a machine with more to spare",
      figures
    );
  const [first] = firstFailures;
  const words2 = [
    `${lost} of ${count(planned, "request")} failed`,
    ...first ? [`first on ${first.target}: ${first.kind}: ${plainWords(first.detail)}`] : [],
    `p50 ${latencyMs.p50} ms, p99 ${latencyMs.p99} ms, max ${latencyMs.max} ms`
  ];
  if (planned === 0) return inconclusive(expected, "nothing was sent", void 0, figures);
  if (answered === 0 || lost > params21.errors * planned)
    return fail(expected, words2.join("; "), "see `docker service logs`, and how many replicas run", figures);
  const slow = limitsOf(params21.latency).filter(({ name: name3, limitMs }) => latencyMs[name3] > limitMs);
  if (slow.length > 0)
    return fail(
      expected,
      [...slow.map(({ name: name3 }) => `${name3} is ${latencyMs[name3]} ms`), ...words2].join("; "),
      "more replicas, or less work for each request; the evidence has the figures of each node and replica",
      figures
    );
  return pass(expected, words2.join("; "), figures);
}
__name(judgeLoad, "judgeLoad");
function limitsOf(latency) {
  return PERCENTILES.flatMap((name3) => {
    const limitMs = latency[name3];
    return limitMs === void 0 ? [] : [{ name: name3, limitMs }];
  });
}
__name(limitsOf, "limitsOf");
function reportedLoad({ port: port2, path: path6, rate }, { targets, replicas, ...result }) {
  const { planned, answered, failed, notSent, latencyMs, durationMs, isVoid, latencyBuckets } = result;
  return {
    title: `${rate} requests a second to :${port2}${path6}`,
    ...{ planned, answered, failed, notSent, latencyMs, durationMs, isVoid, latencyBuckets },
    targets: targets.map((each) => ({
      name: plainWords(each.name, 64),
      ...{ planned: each.planned, answered: each.answered, failed: each.failed, latencyMs: each.latencyMs }
    })),
    replicas: replicas.map((each) => ({
      name: plainWords(each.name, 64),
      ...{ answered: each.answered, failed: each.failed, latencyMs: each.latencyMs }
    }))
  };
}
__name(reportedLoad, "reportedLoad");

// src/verify/kinds/load.ts
var MAX_REQUESTS = 1e6;
var limit = /* @__PURE__ */ __name((name3) => duration2().optional().describe(`The ${name3} of latencies may be this.`), "limit");
var params7 = strictObject({
  port: port().default(80).describe("Published port."),
  path: string2().regex(/^\/[\x21-\x7e]{0,2000}$/, "takes a path that begins with /").default("/").describe("Path and query of the requests."),
  rate: number2().min(0.1).max(5e4).default(50).describe(
    "Requests per second, of all nodes together; each is due at its time, whatever became of others."
  ),
  duration: duration2().prefault("10s").describe("For how long requests are due."),
  connections: _enum(["fresh", "kept"]).default("fresh").describe("A TCP connection for each request, or connections that are used again."),
  timeout: duration2().prefault("5s").describe("For each request, from the time at which it was due."),
  status: number2().int().min(100).max(599).optional().describe("Status of a good answer; without it, any from 200 to 299."),
  latency: strictObject({
    p50: limit("median"),
    p90: limit("90th percentile"),
    p95: limit("95th percentile"),
    p99: limit("99th percentile"),
    p999: limit("99.9th percentile"),
    max: limit("longest")
  }).prefault({}).describe("What good answers may take, from the time at which they were due to the last byte."),
  errors: number2().min(0).max(1).default(0).describe("Share of the requests that may fail."),
  threads: number2().int().min(1).max(64).default(1).describe("Threads that send.")
});
var load = defineKind({
  name: "load",
  explanation: "Sends requests at a fixed rate through every node, each at the time at which it is due whatever became of those before it, and measures latencies from that time: a stall shows in all requests that were due in it. Fails when more requests than the budget fail, or a percentile is above its limit; inconclusive when this machine could not keep up with the rate.",
  example: `- kind: load
  port: 80
  rate: 50
  duration: 10s
  latency: { p99: 500ms }
  errors: 0.001`,
  isDisturbing: false,
  // Other requests at the same time would be part of what is measured.
  visits: "counts",
  deadlineMs: /* @__PURE__ */ __name((asked) => asked.duration + asked.timeout + 6e4, "deadlineMs"),
  params: params7,
  faultOf: /* @__PURE__ */ __name(({ rate, duration: durationMs }) => {
    const requests = rate * durationMs / 1e3;
    if (requests > MAX_REQUESTS) return `load sends ${MAX_REQUESTS} requests at most`;
    return requests < 1 ? "load sends one request at least: ask for a longer duration" : void 0;
  }, "faultOf"),
  expected: loadExpected,
  gather: /* @__PURE__ */ __name(async (asked, world) => {
    const { publishers, nodes: nodes2 } = await publishingNodes(world, asked.port);
    if (nodes2.length === 0) return { publishers, result: void 0 };
    const targets = await trafficTargets(nodes2, asked, world);
    const result = await world.turns.alone(async () => {
      const loaded = await generate({ ...requestOf(asked), targets }, world).catch((error2) => {
        world.unsettled.add(Math.ceil(asked.rate * asked.timeout / 1e3));
        throw error2;
      });
      world.unsettled.add(unsettled([loaded.failedByKind]));
      return loaded;
    });
    world.showLoad(reportedLoad(asked, result));
    return { publishers, result };
  }, "gather"),
  judge: judgeLoad
});
function requestOf(asked) {
  return {
    ratePerSecond: asked.rate,
    durationMs: asked.duration,
    connections: asked.connections,
    timeoutMs: asked.timeout,
    workers: asked.threads,
    identify: { lineAfter: "The responding server is:" },
    ...asked.status === void 0 ? {} : { expect: { status: asked.status } }
  };
}
__name(requestOf, "requestOf");

// src/verify/read-logs.ts
var MAX_BYTES2 = 2 * 1024 * 1024;
async function readLogs(service2, lines, world) {
  const found = await world.reads.service(service2);
  if (!found) return void 0;
  const stream = await world.manager.stream("GET", `/services/${found.ID}/logs`, {
    query: { stdout: 1, stderr: 1, tail: lines },
    signal: world.signal,
    timeoutMs: 3e4
  });
  const chunks = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(Buffer.from(chunk));
      size += chunk.length;
      if (size > MAX_BYTES2) break;
    }
  } finally {
    stream.destroy();
  }
  return demultiplex(Buffer.concat(chunks));
}
__name(readLogs, "readLogs");

// src/verify/kinds/logs.rules.ts
function logsExpected({ service: service2, present, absent: absent2, lines }) {
  const rules = [...present.map((p) => `${quoted(p)} is there`), ...absent2.map((p) => `${quoted(p)} is not`)];
  return `in the last ${lines} lines of ${service2}: ${rules.join("; ") || "something"}`;
}
__name(logsExpected, "logsExpected");
function judgeLogs(params21, { text }) {
  const expected = logsExpected(params21);
  const hint = `see \`docker service logs\` of ${params21.service}`;
  if (text === void 0)
    return fail(expected, `the stack has no service ${params21.service}`, "see `docker stack services`");
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const figures = { lines: lines.length };
  const found = /* @__PURE__ */ __name((pattern2) => ({ pattern: pattern2, result: matchesPattern(pattern2, text) }), "found");
  const present = params21.present.map(found);
  const absent2 = params21.absent.map(found);
  if ([...present, ...absent2].some(({ result }) => result === "unknown"))
    return inconclusive(
      expected,
      "an expression takes too long",
      "write a simpler regular expression",
      figures
    );
  const shown2 = absent2.filter(({ result }) => result === "holds").map(({ pattern: pattern2 }) => {
    const line = lines.find((each) => matchesPattern(pattern2, each) === "holds") ?? "";
    return `${quoted(pattern2)} is there: ${plainWords(line)}`;
  });
  if (shown2.length > 0) return fail(expected, shown2.join("; "), hint, figures);
  const missing2 = present.filter(({ result }) => result === "fails");
  if (missing2.length > 0)
    return fail(
      expected,
      `${missing2.map(({ pattern: pattern2 }) => quoted(pattern2)).join(", ")} is not there`,
      hint,
      figures
    );
  if (lines.length === 0)
    return inconclusive(
      expected,
      "there are no lines",
      "does the log driver keep them? `docker service logs`",
      figures
    );
  return pass(expected, `${lines.length} lines looked through`, figures);
}
__name(judgeLogs, "judgeLogs");
var quoted = /* @__PURE__ */ __name((pattern2) => `/${plainWords(pattern2, 80)}/`, "quoted");

// src/verify/kinds/logs.ts
var EVERY_MS = 1e3;
var params8 = strictObject({
  service: serviceName(),
  present: array(pattern()).max(50).default([]).describe("Regular expressions that must be found."),
  absent: array(pattern()).max(50).default([]).describe("Regular expressions that must not be found."),
  lines: number2().int().min(1).max(1e4).default(1e3).describe("How many of the last lines of each task."),
  within: duration2().prefault("0s").describe("How long what must be found may take to come.")
});
var logs = defineKind({
  name: "logs",
  explanation: "Reads the last lines that a service\u2019s tasks wrote, on all nodes, and looks for regular expressions (JavaScript\u2019s, with the flags m and u). Fails when one is missing that must be there, or there that must not.",
  example: `- kind: logs
  service: backend
  absent: ['(?:ERROR|Fatal)', 'password']
  lines: 200`,
  isDisturbing: false,
  visits: "none",
  deadlineMs: /* @__PURE__ */ __name(({ within: within2 }) => within2 + 6e4, "deadlineMs"),
  params: params8,
  expected: logsExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2], "place"),
  gather: /* @__PURE__ */ __name(async ({ service: service2, present, lines, within: within2 }, world) => {
    const end = world.clock.now() + within2;
    for (; ; ) {
      const text = await readLogs(service2, lines, world);
      const isComplete = text === void 0 || present.every((each) => matchesPattern(each, text) === "holds");
      if (isComplete || world.clock.now() >= end) return { text };
      await world.clock.sleep(EVERY_MS, world.signal);
    }
  }, "gather"),
  judge: judgeLogs
});

// src/verify/unpublished.rules.ts
function isUnpublished(host, stack, services) {
  const name3 = host.replace(/^tasks\./, "");
  const meant = services.filter(({ Spec }) => {
    const aliases = Spec.TaskTemplate.Networks?.flatMap((network) => network.Aliases ?? []) ?? [];
    return [Spec.Name, Spec.Name.slice(stack.length + 1), ...aliases].includes(name3);
  });
  return meant.length > 0 && meant.every(({ Spec }) => (Spec.EndpointSpec?.Ports ?? []).length === 0);
}
__name(isUnpublished, "isUnpublished");

// src/verify/exposition.rules.ts
var LINE2 = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?[ \t]+([^ \t]+)(?:[ \t]+-?\d+)?[ \t]*$/;
var LABEL2 = /\s*([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"\s*(?:,|$)/y;
function parseExposition(text) {
  const samples = [];
  let badLines = 0;
  for (const line of text.split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const sample = parseLine(line);
    if (sample) samples.push(sample);
    else badLines++;
  }
  return { samples, badLines };
}
__name(parseExposition, "parseExposition");
function parseLine(line) {
  if (line.length > 1e4) return void 0;
  const [, name3, labelText2 = "", number3 = ""] = LINE2.exec(line) ?? [];
  const value = numberOf(number3);
  const labels2 = labelsOf(labelText2);
  return name3 === void 0 || value === void 0 || !labels2 ? void 0 : { name: name3, labels: labels2, value };
}
__name(parseLine, "parseLine");
function labelsOf(text) {
  const labels2 = [];
  let at = 0;
  while (at < text.length) {
    LABEL2.lastIndex = at;
    const match = LABEL2.exec(text);
    if (!match) return void 0;
    labels2.push([
      match[1] ?? "",
      (match[2] ?? "").replace(/\\(.)/g, (_, c) => c === "n" ? "\n" : c)
    ]);
    at += match[0].length;
  }
  return Object.fromEntries(labels2);
}
__name(labelsOf, "labelsOf");
function numberOf(text) {
  if (/^[+-]?Inf$/.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  if (text === "NaN") return Number.NaN;
  const value = Number(text);
  return text !== "" && Number.isFinite(value) ? value : void 0;
}
__name(numberOf, "numberOf");
function select(samples, name3, labels2) {
  return samples.filter(
    (sample) => sample.name === name3 && Object.entries(labels2).every(
      ([label, value]) => Object.hasOwn(sample.labels, label) && sample.labels[label] === value
    )
  );
}
__name(select, "select");

// src/verify/kinds/metrics-targets.rules.ts
function judgeTargetList(wanted2, list) {
  if (list.kind === "unreachable") return { status: "unknown", text: plainWords(list.reason) };
  if (list.kind === "failed") return { status: "fail", text: `its targets: ${plainWords(list.reason)}` };
  const targets = readTargets(list.first);
  if (!targets) return { status: "fail", text: "what it answers is no list of Prometheus\u2019 targets" };
  for (const { job, least } of wanted2) {
    const own2 = targets.filter((target) => target.job === job);
    const down = own2.find(({ health }) => health !== "up" && health !== "unknown");
    const up = own2.filter(({ health }) => health === "up").length;
    if (down)
      return {
        status: "fail",
        text: plainWords(`target ${down.instance} of job ${job} is ${down.health}: ${down.error}`)
      };
    if (own2.length < least)
      return { status: "fail", text: `job ${plainWords(job)} has ${count(own2.length, "target")}` };
    if (up < own2.length)
      return {
        status: "unknown",
        text: `${count(own2.length - up, "target")} of job ${plainWords(job)} not scraped yet`
      };
  }
  return { status: "pass", text: `${count(targets.length, "target")}, all up that must be` };
}
__name(judgeTargetList, "judgeTargetList");
function readTargets(text) {
  try {
    const { data } = JSON.parse(text);
    if (!Array.isArray(data?.activeTargets)) return void 0;
    return data.activeTargets.map((target) => {
      const { labels: labels2, health, lastError } = target ?? {};
      const { job, instance } = labels2 ?? {};
      return { job: word(job), instance: word(instance), health: word(health), error: word(lastError) };
    });
  } catch {
    return void 0;
  }
}
__name(readTargets, "readTargets");
var word = /* @__PURE__ */ __name((value) => typeof value === "string" ? value : "", "word");

// src/verify/kinds/metrics.rules.ts
function metricsExpected({ metrics: metrics2, targets, url, port: port2, path: path6 }) {
  const rules = metrics2.map(
    ({ name: name3, value, moves }) => [name3, value === void 0 ? "is there" : inWords2(value), moves ? "and moves" : ""].filter(Boolean).join(" ")
  );
  const up = targets.map(({ job, least }) => `; ${count(least, "target")} of job ${job} up`).join("");
  return `${url ?? `:${port2}${path6}`} has metrics${rules.length > 0 ? `: ${rules.join("; ")}` : ""}${up}`;
}
__name(metricsExpected, "metricsExpected");
function judgeMetrics(params21, { scrapes, targetLists }) {
  const expected = metricsExpected(params21);
  const figures = { targets: scrapes.length };
  if (scrapes.length === 0)
    return fail(expected, "nothing runs that could be scraped", "see `docker service ps --no-trunc`", figures);
  if (params21.targets.length > 0 && targetLists.length === 0)
    return inconclusive(expected, "no Prometheus could be asked for its targets", void 0, figures);
  const judged = [
    ...scrapes.map((scrape) => ({ scrape, result: judgeScrape(params21, scrape) })),
    ...targetLists.map((scrape) => ({ scrape, result: judgeTargetList(params21.targets, scrape) }))
  ];
  const bad = judged.filter(({ result }) => result.status === "fail");
  const shownOf = /* @__PURE__ */ __name((some) => some.map(({ scrape, result }) => `${scrape.target}: ${result.text}`).join("; "), "shownOf");
  if (bad.length > 0)
    return fail(expected, shownOf(bad), "scrape it by hand, and see the exporter\u2019s log", figures);
  const unsure = judged.filter(({ result }) => result.status === "unknown");
  if (unsure.length > 0) return inconclusive(expected, shownOf(unsure), void 0, figures);
  return pass(expected, shownOf(judged), figures);
}
__name(judgeMetrics, "judgeMetrics");
function judgeScrape({ metrics: metrics2 }, scrape) {
  if (scrape.kind === "unreachable") return { status: "unknown", text: plainWords(scrape.reason) };
  if (scrape.kind === "failed") return { status: "fail", text: plainWords(scrape.reason) };
  const first = parseExposition(scrape.first);
  if (first.samples.length === 0) return { status: "fail", text: "what it answers has no metric in it" };
  if (first.badLines > 0)
    return { status: "fail", text: `${count(first.badLines, "line")} that are no metrics` };
  const later = parseExposition(scrape.second ?? "").samples;
  for (const { name: name3, labels: labels2, value, moves } of metrics2) {
    const found = select(first.samples, name3, labels2);
    const total = sum(found);
    if (found.length === 0) return { status: "fail", text: `${name3} is not there` };
    if (value !== void 0 && !found.some((sample) => compare(sample.value, value) === "holds"))
      return {
        status: "fail",
        text: `${name3} is ${found.slice(0, 5).map((sample) => shown(sample.value)).join(", ")}`
      };
    if (!moves) continue;
    const after = select(later, name3, labels2);
    if (after.length === 0) return { status: "fail", text: `${name3} is gone at the second look` };
    if (sum(after) === total) return { status: "fail", text: `${name3} stays at ${total}` };
  }
  return { status: "pass", text: `${count(first.samples.length, "sample")}` };
}
__name(judgeScrape, "judgeScrape");
var sum = /* @__PURE__ */ __name((samples) => samples.reduce((total, { value }) => total + value, 0), "sum");

// src/verify/kinds/metrics.ts
var MAX_BYTES3 = 1024 * 1024;
var params9 = strictObject({
  port: port().optional().describe("Published port to scrape, on every node that must answer there."),
  path: string2().regex(/^\/[\x21-\x7e]{0,500}$/, "takes a path that begins with /").default("/metrics").describe("Path there."),
  url: string2().regex(/^http:\/\/[a-zA-Z0-9._-]+(?::\d{1,5})?\/[\x21-\x7e]{0,500}$/, "takes http://HOST:PORT/PATH").optional().describe("Instead: an address within the stack\u2019s networks."),
  from: serviceName().optional().describe("For url: the service in whose container wget, curl or php asks."),
  metrics: array(
    strictObject({
      name: string2().regex(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/, "takes a metric\u2019s name").describe("Name of a metric."),
      labels: record2(string2(), string2()).default({}).describe("Labels that its samples must have."),
      value: wanted().optional().describe("What one of its samples must be."),
      moves: boolean2().default(false).describe("The sum of its samples changes between two looks.")
    })
  ).max(100).default([]).describe("Metrics that must be there."),
  targets: array(
    strictObject({
      job: string2().min(1).max(200).describe("Job of Prometheus\u2019 configuration."),
      least: number2().int().min(1).default(1).describe("The least number of its targets that are up.")
    })
  ).max(50).default([]).describe("Jobs whose targets Prometheus, asked at /api/v1/targets there, must call up, every one."),
  interval: duration2().prefault("5s").describe("Between the two looks, where a metric must move.")
}).describe("Either port, or url and from.");
var metrics = defineKind({
  name: "metrics",
  explanation: "Scrapes metrics in Prometheus\u2019 text format, through a published port of every node or from inside a service\u2019s container, and looks for metrics by name and labels: there, with a value, and moving. `port:` scrapes from outside; `url:` with `from:` scrapes within the stack\u2019s networks. With `targets:` it also asks a Prometheus there whether its own targets are up.",
  example: `- kind: metrics
  url: http://cadvisor:8080/metrics
  from: utility
  metrics:
    - { name: container_cpu_usage_seconds_total, moves: true }`,
  isDisturbing: false,
  visits: "makes",
  deadlineMs: /* @__PURE__ */ __name(({ interval }) => interval + 9e4, "deadlineMs"),
  params: params9,
  faultOf: /* @__PURE__ */ __name(({ port: published, url, from }) => published === void 0 === (url === void 0) || url === void 0 !== (from === void 0) ? "metrics takes either port, or url and from" : void 0, "faultOf"),
  expected: metricsExpected,
  gather: /* @__PURE__ */ __name(async (asked, world) => {
    const isMoving = asked.metrics.some(({ moves }) => moves);
    const targets = await targetsOf(asked, world);
    const first = await Promise.all(targets.map((target) => target.scrape()));
    if (isMoving) await world.clock.sleep(asked.interval, world.signal);
    const second = isMoving ? await Promise.all(targets.map((target) => target.scrape())) : [];
    const scrapes = targets.map((target, i) => joined(target.name, first[i], second[i]));
    if (asked.targets.length === 0) return { scrapes, targetLists: [] };
    const answering = await targetsOf(apiOf(asked), world);
    const lists = await Promise.all(answering.map((target) => target.scrape()));
    return { scrapes, targetLists: answering.map(({ name: name3 }, i) => joined(name3, lists[i], void 0)) };
  }, "gather"),
  judge: judgeMetrics
});
function joined(target, first, second) {
  for (const look2 of [first, second]) {
    if (look2 && "failed" in look2) return { target, kind: "failed", reason: look2.failed };
    if (look2 && "unreachable" in look2) return { target, kind: "unreachable", reason: look2.unreachable };
  }
  const text = /* @__PURE__ */ __name((look2) => look2 && "text" in look2 ? look2.text : void 0, "text");
  return { target, kind: "text", first: text(first) ?? "", second: text(second) };
}
__name(joined, "joined");
var TARGETS = "/api/v1/targets?state=active";
function apiOf({ url, from, port: published }) {
  return { path: TARGETS, port: published, from, url: url && `${new URL(url).origin}${TARGETS}` };
}
__name(apiOf, "apiOf");
async function targetsOf(asked, world) {
  const { url, from, path: path6 } = asked;
  if (url !== void 0 && from !== void 0) {
    const isVisit = !isUnpublished(new URL(url).hostname, world.stack, await world.reads.services());
    const [door] = (await taskDoors(from, world)).toSorted(
      (a, b) => Number(!a.at?.engine) - Number(!b.at?.engine)
    );
    if (!door) return [];
    const look2 = /* @__PURE__ */ __name(() => fetchInside(door, url, world), "look");
    return [{ name: `${url} from ${from}`, scrape: isVisit ? () => world.turns.visit(look2) : look2 }];
  }
  const published = asked.port;
  if (published === void 0) throw new Error("metrics takes port, or url and from");
  const { nodes: nodes2 } = await publishingNodes(world, published);
  return nodes2.map((node2) => ({
    name: node2.name,
    scrape: /* @__PURE__ */ __name(() => world.turns.visit(() => fetchOutside(node2, published, path6, world)), "scrape")
  }));
}
__name(targetsOf, "targetsOf");
async function fetchOutside(node2, published, path6, world) {
  const target = await world.endpointOf(node2, published);
  const seen = await exchange(target, { path: path6, maxBytes: MAX_BYTES3, signal: world.signal });
  if (seen.kind !== "answer") return { failed: `${seen.kind}: ${seen.detail}` };
  return seen.status === 200 ? { text: seen.body } : { failed: `HTTP ${seen.status}` };
}
__name(fetchOutside, "fetchOutside");
var PROGRAMS2 = [
  (url) => ["wget", "-q", "-T", "10", "-O", "-", url],
  (url) => ["curl", "-sSf", "-m", "10", url],
  (url) => ["php", "-r", "echo file_get_contents($argv[1]);", "--", url]
];
async function fetchInside(door, url, world) {
  for (const argv of PROGRAMS2) {
    const run = await runInTask(door, { argv: argv(url), timeoutMs: 2e4, maxBytes: MAX_BYTES3 }, world);
    if (run.kind === "unreachable")
      return { unreachable: `the engine of ${run.node} cannot be reached from here` };
    if (run.kind === "not-started" || run.exitCode === 126 || run.exitCode === 127) continue;
    if (run.isTruncated) return { failed: "longer than 1 MiB" };
    return run.exitCode === 0 ? { text: run.stdout } : { failed: run.stderr || `ended with ${run.exitCode}` };
  }
  return { unreachable: "the container has neither wget nor curl nor php" };
}
__name(fetchInside, "fetchInside");

// src/verify/kinds/nodes.rules.ts
function nodesExpected({ count: count3, managers, workers, ready, labels: labels2, survives }) {
  const parts = [
    count3 !== void 0 && `the number of nodes ${inWords2(count3)}`,
    managers !== void 0 && `the number of managers ${inWords2(managers)}`,
    workers !== void 0 && `the number of workers ${inWords2(workers)}`,
    ready && "all nodes are ready and active",
    ...labels2.map((rule2) => `the number of nodes with ${labelText(rule2)} ${inWords2(rule2.count)}`),
    survives !== void 0 && `the swarm survives the loss of ${survives} managers`
  ];
  return parts.filter(Boolean).join("; ") || "the swarm answers";
}
__name(nodesExpected, "nodesExpected");
function judgeNodes(params21, { nodes: nodes2 }) {
  const managers = nodes2.filter((node2) => node2.role === "manager");
  const unready = nodes2.filter((node2) => node2.state !== "ready" || node2.availability !== "active");
  const reachable = managers.filter((node2) => node2.reachability === "reachable");
  const spare = reachable.length - (Math.floor(managers.length / 2) + 1);
  const expected = nodesExpected(params21);
  const figures = {
    nodes: nodes2.length,
    managers: managers.length,
    ready: nodes2.length - unready.length,
    spare
  };
  const counts = [
    ["nodes", nodes2.length, params21.count],
    ["managers", managers.length, params21.managers],
    ["workers", nodes2.length - managers.length, params21.workers],
    ...params21.labels.map((rule2) => [
      `nodes with ${labelText(rule2)}`,
      nodes2.filter((node2) => hasLabel(node2.labels, rule2)).length,
      rule2.count
    ])
  ];
  const problems = counts.filter(([, number3, wanted2]) => wanted2 !== void 0 && compare(number3, wanted2) !== "holds").map(([what, number3]) => `${number3} ${what}`);
  if (params21.ready)
    problems.push(...unready.map((node2) => `${node2.name} is ${node2.state} and ${node2.availability}`));
  if (params21.survives !== void 0 && spare < params21.survives)
    problems.push(
      `${reachable.length} of ${managers.length} managers are reachable: ${Math.max(0, spare)} may be lost`
    );
  if (nodes2.length === 0) return inconclusive(expected, "the swarm lists no node at all", void 0, figures);
  if (problems.length > 0)
    return fail(
      expected,
      problems.join("; "),
      "see `docker node ls`, and `docker node inspect` of a node",
      figures
    );
  return pass(
    expected,
    `${nodes2.length} nodes, ${managers.length} of them managers, ${figures.ready} ready`,
    figures
  );
}
__name(judgeNodes, "judgeNodes");
function labelText({ label, value }) {
  return value === void 0 ? `the label ${label}` : `the label ${label}=${value}`;
}
__name(labelText, "labelText");
function hasLabel(labels2, { label, value }) {
  return Object.hasOwn(labels2, label) && (value === void 0 || labels2[label] === value);
}
__name(hasLabel, "hasLabel");

// src/verify/kinds/nodes.ts
var params10 = strictObject({
  count: amount().optional().describe("How many nodes the swarm has."),
  managers: amount().optional().describe("How many of them are managers."),
  workers: amount().optional().describe("How many of them are workers."),
  ready: boolean2().default(true).describe("Every node is ready and takes tasks."),
  labels: array(
    strictObject({
      label: string2().min(1).max(200).describe("Name of a node label."),
      value: string2().max(200).optional().describe("Its value; without it, any."),
      count: amount().default({ gte: 1 }).describe("How many nodes have it.")
    })
  ).max(50).default([]).describe("Labels that nodes must have."),
  survives: number2().int().min(0).max(10).optional().describe("Managers that may be lost before the swarm has no leader.")
});
var nodes = defineKind({
  name: "nodes",
  explanation: "Reads the swarm\u2019s list of nodes from a manager: how many there are, in which roles, with which labels, whether all of them are ready and active, and how many managers may be lost before no one leads.",
  example: `- kind: nodes
  count: 3
  managers: { gte: 1 }
  labels:
    - { label: data, value: persistent, count: 1 }`,
  isDisturbing: false,
  visits: "none",
  params: params10,
  expected: nodesExpected,
  gather: /* @__PURE__ */ __name(async (_params, world) => ({
    nodes: (await world.reads.nodes()).map((node2) => ({
      name: node2.Description.Hostname,
      role: node2.Spec.Role,
      state: node2.Status.State,
      availability: node2.Spec.Availability,
      labels: node2.Spec.Labels ?? {},
      reachability: node2.ManagerStatus?.Reachability
    }))
  }), "gather"),
  judge: judgeNodes
});

// src/verify/disturb/look.ts
var name2 = string2().min(1);
var time2 = string2().refine((text) => !Number.isNaN(Date.parse(text)));
var SERVICE2 = looseObject({
  ID: name2,
  Version: looseObject({ Index: number2() }),
  Spec: looseObject({
    Name: name2,
    TaskTemplate: looseObject({ ForceUpdate: number2().nullish() }),
    Mode: looseObject({
      Replicated: looseObject({ Replicas: number2().nullish() }).nullish(),
      Global: looseObject({}).nullish()
    })
  }),
  UpdateStatus: looseObject({ State: string2().nullish() }).nullish()
});
var TASK2 = looseObject({
  ID: name2,
  ServiceID: name2,
  CreatedAt: time2,
  UpdatedAt: time2,
  DesiredState: name2,
  Slot: number2().nullish(),
  NodeID: string2().nullish(),
  Spec: looseObject({ ForceUpdate: number2().nullish() }),
  Status: looseObject({
    State: name2,
    Err: string2().nullish(),
    ContainerStatus: looseObject({ ContainerID: string2().nullish() }).nullish()
  })
});
async function lookAtService(service2, { stack, manager }, signal) {
  const path6 = `/services/${encodeURIComponent(`${stack}_${service2}`)}`;
  try {
    const found = checked(path6, SERVICE2, await manager.json("GET", path6, { signal }));
    const filters = JSON.stringify({ service: [found.ID] });
    const tasks = await manager.json("GET", "/tasks", { query: { filters }, signal });
    return {
      service: found,
      tasks: checked("/tasks", array(TASK2), tasks)
    };
  } catch (error2) {
    if (isGone(error2)) return void 0;
    throw error2;
  }
}
__name(lookAtService, "lookAtService");

// src/verify/disturb/change-service.ts
var MOST_TRIES = 5;
async function changeService(service2, change, world, signal) {
  for (let tries = 1; ; tries++) {
    const look2 = await lookAtService(service2, world, signal);
    if (!look2) throw new SwarmlineError("input", `the swarm has no service ${service2} any more`);
    const { ID, Version, Spec } = look2.service;
    try {
      await world.manager.json("POST", `/services/${ID}/update`, {
        query: { version: Version.Index },
        body: change(Spec),
        signal
      });
      return;
    } catch (error2) {
      if (!isOutOfSequence(error2) || tries === MOST_TRIES) throw error2;
    }
  }
}
__name(changeService, "changeService");
function forced(spec) {
  const { TaskTemplate } = spec;
  return { ...spec, TaskTemplate: { ...TaskTemplate, ForceUpdate: (TaskTemplate.ForceUpdate ?? 0) + 1 } };
}
__name(forced, "forced");

// src/verify/disturb/kill.ts
function victimsOf(tasks, world) {
  return tasks.flatMap((task) => {
    const containerId = task.Status.ContainerStatus?.ContainerID;
    const at = world.nodes.find((node2) => node2.id === task.NodeID);
    const engine = at?.engine;
    if (task.DesiredState !== "running" || task.Status.State !== "running" || !containerId || !engine)
      return [];
    return [
      {
        task: task.ID,
        node: at.name,
        kill: /* @__PURE__ */ __name(() => engine.json("POST", `/containers/${containerId}/kill`, {
          query: { signal: "SIGKILL" },
          signal: world.signal
        }), "kill")
      }
    ];
  });
}
__name(victimsOf, "victimsOf");
function noVictim(service2) {
  throw new SwarmlineError("engine-lost", `no engine with a container of ${service2} can be reached from here`);
}
__name(noVictim, "noVictim");

// src/verify/disturb/away.ts
function isAway(error2) {
  if (error2 instanceof EngineAnswerError) return error2.status >= 500;
  return error2 instanceof SwarmlineError && ["engine-lost", "timed-out"].includes(error2.code);
}
__name(isAway, "isAway");
function unlessAway(looking) {
  return looking.catch((error2) => {
    if (isAway(error2)) return void 0;
    throw error2;
  });
}
__name(unlessAway, "unlessAway");
function lookAtNodes({ stack, manager }, signal) {
  return createReads(manager, stack, signal).nodes();
}
__name(lookAtNodes, "lookAtNodes");
async function waitUntilBack({ id: id2, name: name3, engine }, elsewhere, fx) {
  await waitFor(
    `the swarm has ${name3} again`,
    async () => {
      const nodes2 = await unlessAway(lookAtNodes(elsewhere, fx.signal)) ?? [];
      const node2 = nodes2.find((each) => each.ID === id2);
      if (node2?.Status.State !== "ready") return void 0;
      if (node2.ManagerStatus && node2.ManagerStatus.Reachability !== "reachable") return void 0;
      return await isMember(engine, elsewhere, !!node2.ManagerStatus, fx.signal) || void 0;
    },
    fx
  );
}
__name(waitUntilBack, "waitUntilBack");
async function isMember(engine, { stack }, isManager, signal) {
  if (!engine) return true;
  const info = await unlessAway(engine.json("GET", "/info", { signal }));
  if (info?.Swarm.LocalNodeState !== "active") return false;
  return !isManager || await unlessAway(lookAtNodes({ stack, manager: engine }, signal)) !== void 0;
}
__name(isMember, "isMember");

// src/verify/disturb/whole.rules.ts
function isRunning({ DesiredState, Status }) {
  return DesiredState === "running" && Status.State === "running";
}
__name(isRunning, "isRunning");
function runningOf({ service: service2, tasks }) {
  const shall = tasks.filter((task) => task.DesiredState === "running");
  const { Replicated } = service2.Spec.Mode;
  return {
    running: shall.filter(isRunning).length,
    wanted: Replicated ? Replicated.Replicas ?? 1 : shall.length
  };
}
__name(runningOf, "runningOf");
function isUpdating({ UpdateStatus }) {
  return ["updating", "rollback_started"].includes(UpdateStatus?.State ?? "");
}
__name(isUpdating, "isUpdating");
function isPaused({ UpdateStatus }) {
  return ["paused", "rollback_paused"].includes(UpdateStatus?.State ?? "");
}
__name(isPaused, "isPaused");
function isWhole(look2) {
  const { running, wanted: wanted2 } = runningOf(look2);
  const left = look2.tasks.filter(
    (task) => task.DesiredState !== "running" && ["running", "starting"].includes(task.Status.State)
  );
  return running === wanted2 && left.length === 0 && !isUpdating(look2.service) && !isPaused(look2.service);
}
__name(isWhole, "isWhole");
function isGivenUp({ service: service2, tasks }) {
  const over = ["complete", "failed", "shutdown", "rejected", "orphaned", "remove"];
  const { wanted: wanted2 } = runningOf({ service: service2, tasks });
  const alive = tasks.filter(
    ({ DesiredState, Status }) => ["running", "ready"].includes(DesiredState) && !over.includes(Status.State)
  );
  return alive.length < wanted2 && !isUpdating(service2);
}
__name(isGivenUp, "isGivenUp");
function isSameTemplate(a, b) {
  const template = /* @__PURE__ */ __name(({ TaskTemplate }) => JSON.stringify(sorted({ ...TaskTemplate, ForceUpdate: 0 })), "template");
  return template(a) === template(b);
}
__name(isSameTemplate, "isSameTemplate");
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => a < b ? -1 : 1);
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}
__name(sorted, "sorted");

// src/verify/disturb/neighbours.ts
var BACK_MS = 6e4;
async function neighboursOf(own2, world, cutNode) {
  const services = (await world.reads.services()).filter(({ ID }) => ID !== own2.ID);
  return Promise.all(
    services.map(async ({ Spec }) => {
      const name3 = Spec.Name.slice(world.stack.length + 1);
      const look2 = await lookAtService(name3, world, world.signal);
      const ending = (look2?.tasks ?? []).filter((task) => isRunning(task) && task.NodeID === cutNode);
      return { name: name3, running: look2 ? runningOf(look2).running : 0, ending: ending.map((task) => task.ID) };
    })
  );
}
__name(neighboursOf, "neighboursOf");
async function allBack(neighbours, world, fx) {
  await waitFor(
    "the stack\u2019s other services run again",
    async () => {
      const looks = await unlessAway(
        Promise.all(neighbours.map(({ name: name3 }) => lookAtService(name3, world, fx.signal)))
      );
      const isBack = looks?.every((look2, i) => {
        const { running = 0, ending = [] } = neighbours[i] ?? {};
        if (!look2) return true;
        const hasEnded2 = !look2.tasks.some((task) => isRunning(task) && ending.includes(task.ID));
        return hasEnded2 && runningOf(look2).running >= running;
      });
      return isBack || void 0;
    },
    { clock: fx.clock, deadlineMs: BACK_MS, signal: fx.signal }
  );
}
__name(allBack, "allBack");

// src/verify/disturb/node-loss.rules.ts
var NODE_LOSSES = ["kill-node", "disconnect-node", "kill-leader"];
var stays = /* @__PURE__ */ __name((why, hint) => ({
  kind: "not-disturbed",
  isAbsent: false,
  why,
  hint
}), "stays");
function chooseLoss(candidates, all, none) {
  const losses = candidates.toSorted((a, b) => weightOf(a) - weightOf(b)).map((node2) => lossOf(node2, all));
  return losses.find(({ kind }) => kind === "may-go") ?? losses[0] ?? stays(none, "see `docker node ls`");
}
__name(chooseLoss, "chooseLoss");
var weightOf = /* @__PURE__ */ __name(({ manager }) => Number(!!manager) + Number(!!manager?.isLeader), "weightOf");
function lossOf(node2, all) {
  if (!node2.hasPower)
    return stays(
      `${node2.name} cannot be switched off from here: Swarmline did not make it`,
      "ask this of a cluster that `swarmline up` made"
    );
  const managers = all.filter((each) => each.manager);
  const left = managers.filter((each) => each.manager?.isReachable && each.id !== node2.id);
  const majority = Math.floor(managers.length / 2) + 1;
  if (left.length < majority)
    return stays(
      `without ${node2.name} the swarm would have ${left.length} of ${managers.length} managers, and ${majority} must be there for it to decide anything`,
      managers.length < 3 ? "take three managers" : "bring the managers back that are away"
    );
  const through = left.find((each) => each.hasEngine);
  if (!through)
    return stays(
      `nobody but ${node2.name} tells of the swarm from here`,
      "ask this of a cluster that `swarmline up` made"
    );
  return { kind: "may-go", node: node2, through };
}
__name(lossOf, "lossOf");
function whyNoRefuge(node2, all, isGlobal) {
  if (node2.tasks === 0) return void 0;
  if (isGlobal)
    return stays("a global service has no task that could move", "ask this of a replicated service");
  const others = all.filter((each) => each.id !== node2.id && each.isReady && each.takesTasks);
  if (others.length > 0) return void 0;
  return stays("no other node is there that takes tasks", "take another node");
}
__name(whyNoRefuge, "whyNoRefuge");

// src/verify/disturb/lose-node.ts
var BACK_MS2 = 9e4;
async function losing(what, look2, world) {
  const all = await seenNodes(look2, world);
  const loss = what === "kill-leader" ? chooseLoss(
    all.filter((node3) => node3.manager?.isLeader),
    all,
    "the swarm has no leader"
  ) : chooseLoss(
    all.filter((node3) => node3.tasks > 0 && node3.isReady),
    all,
    "no node that is ready runs a task of it"
  );
  const ready = atHand(loss, world);
  if (ready.kind !== "ready") return ready;
  const { node: node2, seen, elsewhere } = ready;
  const noRefuge = whyNoRefuge(seen, all, !!look2.service.Spec.Mode.Global);
  if (noRefuge) return noRefuge;
  const isCut = what !== "disconnect-node";
  const back = await backOf(ready, look2, isCut);
  return {
    kind: "deed",
    node: node2.name,
    tasks: look2.tasks.filter((task) => isRunning(task) && task.NodeID === node2.id).map((task) => task.ID),
    elsewhere,
    act: /* @__PURE__ */ __name(() => takeAway(ready, isCut, back, world), "act")
  };
}
__name(losing, "losing");
async function restarting(look2, world) {
  const all = await seenNodes(look2, world);
  const running = all.filter((node3) => node3.tasks > 0);
  if (running.length > 1)
    return stays(
      `it runs on ${running.length} nodes, and one is restarted at a time`,
      "ask this of a service whose tasks are on one node"
    );
  const ready = atHand(chooseLoss(running, all, "no node runs a task of it"), world);
  if (ready.kind !== "ready") return ready;
  const { node: node2, elsewhere } = ready;
  const back = await backOf(ready, look2, true);
  return {
    kind: "restart",
    elsewhere,
    act: /* @__PURE__ */ __name(async () => {
      await takeAway(ready, true, back, world);
      await node2.power.restore(world);
      await waitUntilBack(node2, elsewhere, { ...world, deadlineMs: BACK_MS2 });
    }, "act")
  };
}
__name(restarting, "restarting");
function atHand(loss, world) {
  if (loss.kind !== "may-go") return loss;
  const node2 = world.nodes.find(({ id: id2 }) => id2 === loss.node.id);
  const manager = world.nodes.find(({ id: id2 }) => id2 === loss.through.id)?.engine;
  if (!node2?.power || !manager) throw new Error(`${loss.node.name} may be lost, but is not at hand`);
  const elsewhere = { ...world, manager };
  return { kind: "ready", seen: loss.node, node: { ...node2, power: node2.power }, elsewhere };
}
__name(atHand, "atHand");
async function takeAway({ node: { name: name3, power } }, isCut, back, world) {
  world.signal.throwIfAborted();
  const taking = isCut ? power.cut() : power.disconnect();
  world.undo(`Bring ${name3} back`, async (fx) => {
    await taking.catch(() => void 0);
    await back(fx);
  });
  await taking;
}
__name(takeAway, "takeAway");
async function backOf({ node: node2, elsewhere }, look2, isCut) {
  const neighbours = await neighboursOf(look2.service, elsewhere, isCut ? node2.id : void 0);
  return async (fx) => {
    await (isCut ? node2.power.restore(fx) : node2.power.reconnect(fx.signal));
    await waitUntilBack(node2, elsewhere, { ...fx, deadlineMs: BACK_MS2 });
    await allBack(neighbours, elsewhere, fx);
  };
}
__name(backOf, "backOf");
async function seenNodes({ tasks }, world) {
  return (await lookAtNodes(world, world.signal)).map(({ ID, Spec, Status, ManagerStatus, Description }) => {
    const own2 = world.nodes.find(({ id: id2 }) => id2 === ID);
    return {
      id: ID,
      name: own2?.name ?? Description.Hostname,
      isReady: Status.State === "ready",
      takesTasks: Spec.Availability === "active",
      manager: ManagerStatus && {
        isReachable: ManagerStatus.Reachability === "reachable",
        isLeader: ManagerStatus.Leader === true
      },
      hasPower: own2?.power !== void 0,
      hasEngine: own2?.engine !== void 0,
      tasks: tasks.filter((task) => isRunning(task) && task.NodeID === ID).length
    };
  });
}
__name(seenNodes, "seenNodes");

// src/verify/disturb/put-back.ts
var PATIENCE_MS = 25e3;
var DEADLINE_MS = 6e4;
async function beforeDisturbing(service2, world) {
  const look2 = await lookAtService(service2, world, world.signal);
  if (!look2) return { kind: "not-disturbed", isAbsent: true, why: `the swarm has no service ${service2}` };
  if (!isWhole(look2) || runningOf(look2).running === 0)
    return {
      kind: "not-disturbed",
      isAbsent: false,
      why: `not all of ${service2} runs, or an update of it is under way: it was not disturbed`
    };
  world.undo(`Put ${service2} back`, (fx) => putBack(service2, look2.service, world, fx));
  return { kind: "ready", ...look2 };
}
__name(beforeDisturbing, "beforeDisturbing");
async function putBack(service2, before, world, fx) {
  const whole = /* @__PURE__ */ __name((deadlineMs, isEnough) => waitFor(
    `all of ${service2} runs again`,
    async () => {
      const look2 = await lookAtService(service2, world, fx.signal);
      if (!look2) throw new SwarmlineError("input", `the swarm has no service ${service2} any more`);
      return isEnough(look2) || void 0;
    },
    { clock: fx.clock, deadlineMs, signal: fx.signal }
  ), "whole");
  const isOurs = /* @__PURE__ */ __name(({ service: now2 }) => !isSameTemplate(now2.Spec, before.Spec), "isOurs");
  const isBack = await whole(
    PATIENCE_MS,
    (look2) => isWhole(look2) || isPaused(look2.service) || isGivenUp(look2) || isOurs(look2) && !isUpdating(look2.service)
  ).catch((error2) => {
    if (error2 instanceof SwarmlineError && error2.code === "timed-out") return void 0;
    throw error2;
  });
  const now = await lookAtService(service2, world, fx.signal);
  if (isBack && now && isWhole(now) && !isOurs(now)) return;
  await changeService(
    service2,
    (spec) => {
      const TaskTemplate = { ...before.Spec.TaskTemplate, ForceUpdate: spec.TaskTemplate.ForceUpdate ?? 0 };
      return forced({ ...before.Spec, TaskTemplate });
    },
    world,
    fx.signal
  );
  await whole(DEADLINE_MS, isWhole);
}
__name(putBack, "putBack");

// src/verify/disturb/histories.rules.ts
var OVER = ["complete", "failed", "shutdown", "rejected", "orphaned", "remove"];
function withLook(histories, tasks) {
  const seen = new Map(histories.map((history) => [history.id, history]));
  for (const task of tasks) seen.set(task.ID, nextOf(seen.get(task.ID), task));
  return [...seen.values()].toSorted((a, b) => a.madeMs - b.madeMs);
}
__name(withLook, "withLook");
function nextOf(before, task) {
  const { State, Err, ContainerStatus } = task.Status;
  const writtenMs = Date.parse(task.UpdatedAt);
  const isOver = OVER.includes(State);
  const isTold = !["running", "ready", "complete"].includes(task.DesiredState);
  const ran = before?.ranMs ?? (State === "running" ? writtenMs : void 0);
  return {
    id: task.ID,
    slot: task.Slot ? String(task.Slot) : task.NodeID ?? "",
    nodeId: task.NodeID ?? before?.nodeId ?? "",
    containerId: ContainerStatus?.ContainerID ?? before?.containerId,
    madeMs: Date.parse(task.CreatedAt),
    ranMs: ran,
    endedMs: before?.endedMs ?? (isTold || isOver ? writtenMs : void 0),
    hasFailed: before?.hasFailed || ["failed", "rejected"].includes(State) || isOver && !isTold,
    error: Err || before?.error || "",
    isOver
  };
}
__name(nextOf, "nextOf");

// src/verify/disturb/watch-service.ts
var EVERY_MS2 = 200;
async function watchService(service2, hasEnded2, withinMs, world, mayBeAway = false) {
  const startMs = world.clock.now();
  let histories = [];
  for (; ; ) {
    const isLate = /* @__PURE__ */ __name(() => world.clock.now() - startMs >= withinMs, "isLate");
    try {
      const last = await lookAtService(service2, world, world.signal);
      if (last) histories = withLook(histories, last.tasks);
      const isOver = last !== void 0 && await hasEnded2(last, histories);
      const tookMs = world.clock.now() - startMs;
      if (!last || isOver || tookMs >= withinMs) return { histories, last, hasEnded: isOver, tookMs };
    } catch (error2) {
      if (!mayBeAway || !isAway(error2) || isLate()) throw error2;
    }
    await world.clock.sleep(EVERY_MS2, world.signal);
  }
}
__name(watchService, "watchService");

// src/verify/disturb/not-disturbed.rules.ts
function judgeNotDisturbed(expected, { isAbsent, why, hint }) {
  return isAbsent ? fail(expected, why, "deploy the stack first") : inconclusive(expected, why, hint ?? "see `docker service ps --no-trunc`");
}
__name(judgeNotDisturbed, "judgeNotDisturbed");

// src/verify/kinds/persistence.rules.ts
var DEEDS = {
  kill: "are killed",
  update: "an update replaces",
  "restart-node": "lose their node\u2019s power until it begins again"
};
function persistenceExpected({ service: service2, by, port: port2, command }) {
  const what = port2 === void 0 ? `what ${command?.[0] ?? "a program"} writes` : `the counter on :${port2}`;
  return `${what} outlives the tasks of ${service2}, which ${DEEDS[by]}`;
}
__name(persistenceExpected, "persistenceExpected");
function judgePersistence(params21, evidence) {
  const expected = persistenceExpected(params21);
  const place = ["services", params21.service, "volumes"];
  if (evidence.kind === "not-disturbed") return judgeNotDisturbed(expected, evidence);
  if (evidence.kind === "not-read")
    return inconclusive(expected, `there is nothing to lose: ${plainWords(evidence.why)}`, void 0);
  const { before, after, isReplaced, tookMs } = evidence;
  const figures = { tookMs, isReplaced };
  const failed = /* @__PURE__ */ __name((what, hint) => ({
    ...fail(expected, what, hint, figures),
    place
  }), "failed");
  if (before.kind === "none") return inconclusive(expected, plainWords(before.why), void 0, figures);
  if (!isReplaced)
    return failed(
      `not every task was replaced within ${params21.within / 1e3} s`,
      "see `docker service ps --no-trunc`"
    );
  if (after.kind === "none")
    return failed(`nothing could be read after it: ${plainWords(after.why)}`, "see the service\u2019s logs");
  const [was, is] = [before.value, after.value].map((value) => plainWords(String(value)));
  const isKept = typeof before.value === "number" && typeof after.value === "number" ? after.value > before.value : after.value === before.value;
  return isKept ? { ...pass(expected, `${was} before, ${is} after`, figures), place } : failed(
    `${was} before, ${is} after`,
    "mount a volume where the data is, keep its task on that node, and write data out before it may be lost"
  );
}
__name(judgePersistence, "judgePersistence");

// src/verify/kinds/persistence.ts
var params11 = strictObject({
  service: serviceName(),
  by: _enum(["kill", "update", "restart-node"]).default("kill").describe(
    "Whether its containers are killed (SIGKILL), an update replaces its tasks, or the node that runs it loses its power and begins again (restart-node)."
  ),
  port: port().optional().describe("Published port whose page shows the counter (`Number of visits: <n>`) that must go on."),
  command: program().optional().describe("Instead: a program in the service\u2019s container that must write the same before and after."),
  within: duration2().prefault("90s").describe(
    "Until the tasks are replaced, and again until there is a value; a node begins again before it."
  )
});
var persistence = defineKind({
  name: "persistence",
  explanation: "Reads a value, replaces every task of the service that keeps it, and reads it again: a counter must go on from where it was, a program must write the same. Fails when the value is lost or older, or the tasks do not come back. Inconclusive when there was no value before, and where the node cannot be restarted: only one that Swarmline made can, and of managers one that leaves a majority of them.",
  example: `- kind: persistence
  service: redis
  port: 80
- kind: persistence
  service: redis
  by: restart-node
  port: 80`,
  isDisturbing: true,
  visits: "makes",
  deadlineMs: /* @__PURE__ */ __name(({ within: within2, by }) => 2 * within2 + (by === "restart-node" ? 24e4 : 6e4), "deadlineMs"),
  params: params11,
  faultOf: /* @__PURE__ */ __name(({ port: published, command }) => published === void 0 === (command === void 0) ? "persistence takes either port, or command" : void 0, "faultOf"),
  expected: persistenceExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2, "volumes"], "place"),
  gather: /* @__PURE__ */ __name((asked, world) => gather3(asked, world), "gather"),
  judge: judgePersistence
});
async function gather3(asked, world) {
  const { service: service2, by, within: within2 } = asked;
  const look2 = await beforeDisturbing(service2, world);
  if (look2.kind !== "ready") return look2;
  const before = await readValue(asked, world);
  if (before.kind === "none") return { kind: "not-read", why: before.why };
  const running = look2.tasks.filter((task) => task.DesiredState === "running");
  const ids = running.map((task) => task.ID);
  let watcher = world;
  if (by === "update") await changeService(service2, forced, world, world.signal);
  else if (by === "restart-node") {
    const restart = await restarting(look2, world);
    if (restart.kind !== "restart") return restart;
    watcher = restart.elsewhere;
    await restart.act();
  } else {
    const victims = victimsOf(running, world);
    if (victims.length < running.length) return noVictim(service2);
    await Promise.all(victims.map((victim) => victim.kill()));
  }
  const wanted2 = runningOf(look2).running;
  const { hasEnded: hasEnded2, tookMs } = await watchService(
    service2,
    (now, histories) => histories.filter((task) => ids.includes(task.id)).every((task) => task.endedMs !== void 0) && isWhole(now) && runningOf(now).running >= wanted2,
    within2,
    watcher,
    by === "restart-node"
  );
  const after = hasEnded2 ? await readUntilThere(asked, watcher) : { kind: "none", why: "its tasks are not back" };
  return { kind: "replaced", before, after, isReplaced: hasEnded2, tookMs };
}
__name(gather3, "gather");
async function readUntilThere(asked, world) {
  let last = { kind: "none", why: "nothing was read" };
  try {
    await waitFor(
      "a value",
      async () => {
        last = await readValue(asked, world);
        return last.kind === "value" || void 0;
      },
      { clock: world.clock, deadlineMs: asked.within, everyMs: 1e3, signal: world.signal }
    );
  } catch (error2) {
    if (!(error2 instanceof SwarmlineError) || error2.code !== "timed-out") throw error2;
  }
  return last;
}
__name(readUntilThere, "readUntilThere");
async function readValue(asked, world) {
  if (asked.port !== void 0) return readCounter(asked.port, world);
  const look2 = await lookAtService(asked.service, world, world.signal);
  const doors = (look2?.tasks ?? []).flatMap((task) => {
    const containerId = task.Status.ContainerStatus?.ContainerID;
    const at = world.nodes.find((node2) => node2.id === task.NodeID);
    const isRunning2 = task.DesiredState === "running" && task.Status.State === "running";
    return isRunning2 && containerId ? [{ task: task.ID, node: at?.name ?? "", containerId, at }] : [];
  });
  const [door] = doors.toSorted((a, b) => Number(!a.at?.engine) - Number(!b.at?.engine));
  if (!door) return { kind: "none", why: "no task runs" };
  const run = await runInTask(door, { argv: asked.command ?? [], timeoutMs: 2e4, maxBytes: 65536 }, world);
  if (run.kind === "unreachable") return noVictim(asked.service);
  if (run.kind === "not-started") return { kind: "none", why: run.reason };
  if (run.exitCode !== 0) return { kind: "none", why: run.stderr || `the program ended with ${run.exitCode}` };
  return run.stdout ? { kind: "value", value: run.stdout } : { kind: "none", why: "the program wrote nothing" };
}
__name(readValue, "readValue");
async function readCounter(published, world) {
  const { nodes: nodes2 } = await publishingNodes(world, published);
  const doors = await Promise.all(
    nodes2.map(async (node2) => ({ endpoint: await world.endpointOf(node2, published) }))
  );
  const visits = await readVisits(doors, world.signal);
  return visits === void 0 ? { kind: "none", why: `the page on :${published} shows no number of visits` } : { kind: "value", value: visits };
}
__name(readCounter, "readCounter");

// src/verify/kinds/placement.rules.ts
function placementExpected({ service: service2, role, labels: labels2, nodes: nodes2, spread, most }) {
  const rules = [
    role && `on a ${role}`,
    ...Object.entries(labels2).map(([label, value]) => `on a node with ${label}=${value}`),
    nodes2 && `on ${nodes2.join(" or ")}`,
    spread !== void 0 && `on a number of nodes that ${inWords2(spread)}`,
    most !== void 0 && `at most ${most} on one node`
  ].filter(Boolean);
  return `every task of ${service2} runs ${rules.join(", ") || "on a node of the swarm"}`;
}
__name(placementExpected, "placementExpected");
function judgePlacement(params21, { exists, tasks }) {
  const { service: service2, role, labels: labels2, nodes: nodes2, spread, most } = params21;
  const expected = placementExpected(params21);
  const place = ["services", service2, "deploy", "placement"];
  const byNode = /* @__PURE__ */ new Map();
  for (const { node: node2 } of tasks) if (node2) byNode.set(node2.name, (byNode.get(node2.name) ?? 0) + 1);
  const figures = { tasks: tasks.length, nodes: byNode.size };
  if (!exists) return fail(expected, `the stack has no service ${service2}`, "see `docker stack services`");
  if (tasks.length === 0)
    return fail(expected, `no task of ${service2} runs`, "see `docker service ps --no-trunc`", figures);
  if (tasks.some(({ node: node2 }) => !node2))
    return inconclusive(expected, "a task runs on a node that the swarm does not list", void 0, figures);
  const problems = /* @__PURE__ */ new Set();
  for (const { node: node2 } of tasks) {
    if (!node2) continue;
    if (role && node2.role !== role) problems.add(`${node2.name} is a ${node2.role}`);
    if (nodes2 && !nodes2.includes(node2.name)) problems.add(`a task runs on ${node2.name}`);
    for (const [label, value] of Object.entries(labels2))
      if (!Object.hasOwn(node2.labels, label) || node2.labels[label] !== value)
        problems.add(`${node2.name} has not the label ${label}=${value}`);
  }
  if (spread !== void 0 && compare(byNode.size, spread) !== "holds")
    problems.add(`${count(tasks.length, "task")} on ${count(byNode.size, "node")}`);
  for (const [name3, number3] of byNode)
    if (most !== void 0 && number3 > most) problems.add(`${number3} tasks run on ${name3}`);
  if (problems.size > 0)
    return {
      ...fail(
        expected,
        [...problems].join("; "),
        "constrain it: `deploy.placement.constraints`, and label a node with `docker node update --label-add`",
        figures
      ),
      place
    };
  return pass(
    expected,
    [...byNode].map(([name3, number3]) => `${count(number3, "task")} on ${name3}`).join(", "),
    figures
  );
}
__name(judgePlacement, "judgePlacement");

// src/verify/kinds/placement.ts
var params12 = strictObject({
  service: serviceName(),
  role: _enum(["manager", "worker"]).optional().describe("Every task runs on a node of this role."),
  labels: record2(string2().min(1).max(200), string2().max(200)).default({}).describe("Every task runs on a node with all of these labels."),
  nodes: array(string2().min(1).max(200)).min(1).max(100).optional().describe("Every task runs on one of these nodes."),
  spread: amount().optional().describe("On how many nodes tasks run."),
  most: number2().int().min(1).max(1e4).optional().describe("Tasks that may run on one node.")
});
var placement = defineKind({
  name: "placement",
  explanation: "Looks where a service\u2019s tasks run now: on nodes of a role, with labels, by name, on how many, and how many on one. Fails when a task runs elsewhere, or none runs at all.",
  example: `- kind: placement
  service: redis
  labels: { data: persistent }`,
  isDisturbing: false,
  visits: "none",
  params: params12,
  expected: placementExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2, "deploy", "placement"], "place"),
  gather: /* @__PURE__ */ __name(async ({ service: service2 }, world) => {
    const [found, tasks, nodes2] = await Promise.all([
      world.reads.service(service2),
      world.reads.runningTasks(service2),
      world.reads.nodes()
    ]);
    return {
      exists: found !== void 0,
      tasks: tasks.map((task) => {
        const node2 = nodes2.find(({ ID }) => ID === task.NodeID);
        return {
          task: task.ID,
          node: node2 && {
            name: node2.Description.Hostname,
            role: node2.Spec.Role,
            labels: node2.Spec.Labels ?? {}
          }
        };
      })
    };
  }, "gather"),
  judge: judgePlacement
});

// src/traffic/probe.rules.ts
var MAX_PHASES = 200;
var MAX_SECONDS2 = 3600;
function createProbeTally(names2, phase) {
  const longest = { fromMs: 0, toMs: 0, ms: 0 };
  const tally = {
    names: names2,
    all: createCounts(),
    nodes: names2.map(() => createCounts()),
    phases: [],
    seconds: /* @__PURE__ */ new Map(),
    stretches: names2.map(() => ({ lastMs: 0, longest })),
    sendLag: createHistogram(),
    firstFailures: []
  };
  addPhase(tally, phase, 0);
  return tally;
}
__name(createProbeTally, "createProbeTally");
function addPhase({ phases, names: names2 }, name3, fromMs) {
  if (phases.length >= MAX_PHASES || phases.at(-1)?.name === name3) return;
  phases.push({ name: name3, fromMs, all: createCounts(), nodes: names2.map(() => createCounts()) });
}
__name(addPhase, "addPhase");
function addProbe(tally, sample) {
  const { outcome, dueMs: dueMs2, sentMs, endMs, target } = sample;
  const phase = tally.phases.findLast((each) => each.fromMs <= dueMs2) ?? tally.phases[0];
  for (const counts of [tally.all, tally.nodes[target], phase?.all, phase?.nodes[target]])
    if (counts) count2(counts, sample);
  if (outcome.kind !== "not-sent") {
    record(tally.sendLag, sentMs - dueMs2);
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
function countSecond(seconds, dueMs2, hasFailed) {
  const second = Math.min(MAX_SECONDS2 - 1, Math.floor(dueMs2 / 1e3));
  const { sent, failed } = seconds.get(second) ?? { sent: 0, failed: 0 };
  seconds.set(second, { second, sent: sent + 1, failed: failed + Number(hasFailed) });
}
__name(countSecond, "countSecond");
function longer({ lastMs, longest }, endMs) {
  const ms = endMs - lastMs;
  return ms > longest.ms ? { fromMs: lastMs, toMs: endMs, ms } : longest;
}
__name(longer, "longer");
function probeResult(tally, startedAtMs, endMs, unfinished) {
  const { names: names2, all, nodes: nodes2, phases, stretches } = tally;
  const named2 = /* @__PURE__ */ __name((counts, index) => ({ name: names2[index] ?? "?", ...shareOf2(counts) }), "named");
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
    nodes: nodes2.map((counts, index) => ({
      ...named2(counts, index),
      longestGap: rounded(longer(stretches[index], endMs))
    })),
    phases: phases.map((phase, index) => ({
      name: phase.name,
      fromMs: Math.round(phase.fromMs),
      toMs: Math.round(phases[index + 1]?.fromMs ?? endMs),
      ...shareOf2(phase.all),
      nodes: phase.nodes.map(named2)
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
  const names2 = targets.map((target) => target.name);
  const tally = createProbeTally(names2, options.firstPhase ?? "before");
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
    phase: /* @__PURE__ */ __name((name3) => addPhase(tally, name3, sinceStart()), "phase"),
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

// src/verify/disturb/visitors.ts
var visitorFields = /* @__PURE__ */ __name((lost) => ({
  port: port().optional().describe("Published port that is asked all the while; without it, none is."),
  path: string2().regex(/^\/[\x21-\x7e]{0,2000}$/, "takes a path that begins with /").default("/").describe("Path of those requests."),
  rate: number2().min(1).max(2e3).default(50).describe("Those requests per second, of all nodes together."),
  lost: lost.default === void 0 ? number2().int().min(0).optional().describe(lost.says) : number2().int().min(0).default(lost.default).describe(lost.says)
}), "visitorFields");
async function amongVisitors(asked, world, work) {
  const { port: published, path: path6, rate } = asked;
  if (published === void 0) return { done: await work(), requests: void 0 };
  const { nodes: nodes2 } = await publishingNodes(world, published);
  if (nodes2.length === 0) throw new Error(`no node answers on port ${published}: nothing can be asked`);
  const targets = await trafficTargets(nodes2, { port: published, path: path6 }, world);
  const prober = startProber({ targets, ratePerSecond: rate }, world);
  try {
    return { done: await work(), requests: await prober.stop() };
  } finally {
    await prober.stop();
  }
}
__name(amongVisitors, "amongVisitors");

// src/verify/disturb/visitors.rules.ts
var MOST_UNSENT = 0.02;
function visitorsExpected({ port: port2, path: path6, rate, lost }) {
  if (port2 === void 0) return "";
  const most = lost === void 0 ? "" : `, ${lost} of them fail${lost === 0 ? "" : " at most"}`;
  return `; meanwhile ${rate} requests per second to :${port2}${path6}${most}`;
}
__name(visitorsExpected, "visitorsExpected");
function judgeVisitors({ port: port2, lost }, seen, lostNode) {
  if (port2 === void 0) return { status: "pass", words: [], figures: {} };
  const lostShare = seen?.nodes.find(({ name: name3 }) => name3 === lostNode);
  const of = /* @__PURE__ */ __name((key) => (seen?.[key] ?? 0) - (lostShare?.[key] ?? 0), "of");
  const [answered, failed, toLost] = [of("answered"), of("failed"), sentTo(lostShare)];
  const sent = answered + failed;
  if (!seen || sent === 0) return { status: "unknown", words: ["no request was sent"], figures: {} };
  const { unfinished, firstFailures, latencyMs } = seen;
  const nodes2 = seen.nodes.filter((node2) => node2 !== lostShare);
  const [first] = firstFailures.filter(({ kind, target }) => kind !== "not-sent" && target !== lostNode);
  const gapMs = Math.max(0, ...nodes2.filter((node2) => node2.failed > 0).map((node2) => node2.longestGap.ms));
  const words2 = [
    `${failed} of ${count(sent, "request")} failed`,
    ...first ? [`first on ${first.target}: ${first.kind}: ${plainWords(first.detail)}`] : [],
    ...gapMs > 0 ? [`longest time without an answer ${gapMs} ms`] : [],
    ...lostShare && toLost > 0 ? [`${lostShare.failed} of ${toLost} to ${lostNode} itself, which was lost`] : []
  ];
  const figures = {
    requests: sent,
    requestsFailed: failed,
    p99Ms: latencyMs.p99,
    longestGapMs: gapMs,
    ...lostShare ? { requestsToLost: toLost, requestsToLostFailed: lostShare.failed } : {}
  };
  if (answered === 0 || lost !== void 0 && failed > lost) return { status: "fail", words: words2, figures };
  const unsent = of("notSent") + unfinished;
  if (lost !== void 0 && unsent > MOST_UNSENT * of("planned"))
    return { status: "unknown", words: [...words2, `${unsent} could not be sent`], figures };
  return { status: "pass", words: words2, figures };
}
__name(judgeVisitors, "judgeVisitors");
var sentTo = /* @__PURE__ */ __name((node2) => (node2?.answered ?? 0) + (node2?.failed ?? 0), "sentTo");

// src/verify/kinds/rollback.rules.ts
function rollbackExpected(params21) {
  const bad = params21.image === void 0 ? "a program that is not there" : `the bad image ${params21.image}`;
  return `${params21.service}, updated to ${bad}, rolls back by itself within ${params21.within / 1e3} s${visitorsExpected(params21)}`;
}
__name(rollbackExpected, "rollbackExpected");
function judgeRollback(params21, evidence) {
  const expected = rollbackExpected(params21);
  const place = ["services", params21.service, "deploy", "update_config"];
  if (evidence.kind === "not-disturbed") return judgeNotDisturbed(expected, evidence);
  if (evidence.kind === "not-asked-for")
    return {
      ...fail(
        expected,
        `a failed update of it is not rolled back: failure_action is ${plainWords(evidence.failureAction)}`,
        "set update_config.failure_action to rollback"
      ),
      place: [...place, "failure_action"]
    };
  const { state, message, isFormer, tookMs, running, wanted: wanted2, badTasks, error: error2 } = evidence;
  const visitors = judgeVisitors(params21, evidence.requests);
  const figures = { tookMs, badTasks, running, wanted: wanted2, ...visitors.figures };
  const seen = [
    `${state || "no update"} after ${(tookMs / 1e3).toFixed(1)} s`,
    count(badTasks, "bad task"),
    ...error2 ? [plainWords(error2)] : [],
    ...visitors.words
  ].join("; ");
  const failed = /* @__PURE__ */ __name((what, hint) => ({
    ...fail(expected, `${what}; ${seen}`, hint, figures),
    place
  }), "failed");
  if (state === "completed")
    return failed(
      "the bad update was taken for a good one",
      "lower update_config.max_failure_ratio, and let update_config.monitor last until a bad task has failed"
    );
  if (state !== "rollback_completed")
    return failed(
      `no rollback was completed${message ? `: ${plainWords(message)}` : ""}`,
      "see `docker service ps --no-trunc`; rollback_config says how fast a rollback is"
    );
  if (!isFormer) return failed("the service has not its former settings", "see `docker service inspect`");
  if (running < wanted2)
    return failed(`${running} of ${count(wanted2, "task")} run after it`, "see `docker service ps --no-trunc`");
  if (badTasks === 0) return inconclusive(expected, `no bad task was seen; ${seen}`, void 0, figures);
  if (visitors.status === "fail")
    return failed(
      "visitors noticed",
      "with more replicas, or order: start-first, the old tasks go on answering"
    );
  if (visitors.status === "unknown") return inconclusive(expected, seen, void 0, figures);
  return { ...pass(expected, seen, figures), place };
}
__name(judgeRollback, "judgeRollback");

// src/verify/kinds/rollback.ts
var NO_SUCH_PROGRAM = "/swarmline-tries-a-program-that-is-not-there";
var params13 = strictObject({
  service: serviceName(),
  image: string2().regex(/^[\w.:/@-]{1,300}$/, "takes an image\u2019s name").optional().describe(
    "A bad image. Without it, the running image with a program that it lacks, which needs no registry."
  ),
  within: duration2().prefault("180s").describe("Until the rollback has ended."),
  ...visitorFields({ default: 0, says: "The most requests that may fail." })
});
var rollback = defineKind({
  name: "rollback",
  explanation: "Updates a service to something that cannot run, and waits for the swarm to roll it back by itself: its former settings must return and all tasks run, and, where a port is said, no more requests of visitors may fail than allowed. Fails without a trial when failure_action is not rollback.",
  example: `- kind: rollback
  service: backend
  within: 120s
  port: 80`,
  isDisturbing: true,
  visits: "makes",
  deadlineMs: /* @__PURE__ */ __name(({ within: within2 }) => within2 + 6e4, "deadlineMs"),
  params: params13,
  expected: rollbackExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2, "deploy", "update_config"], "place"),
  gather: /* @__PURE__ */ __name((asked, world) => gather4(asked, world), "gather"),
  judge: judgeRollback
});
async function gather4(asked, world) {
  const { service: service2, image: image2, within: within2 } = asked;
  const look2 = await beforeDisturbing(service2, world);
  if (look2.kind !== "ready") return look2;
  const { Spec } = look2.service;
  const failureAction = Spec.UpdateConfig?.FailureAction ?? "pause";
  if (failureAction !== "rollback") return { kind: "not-asked-for", failureAction };
  const old = new Set(look2.tasks.map((task) => task.ID));
  const { done, requests } = await amongVisitors(asked, world, async () => {
    await changeService(service2, (spec) => broken2(spec, image2), world, world.signal);
    return watchService(
      service2,
      (now) => {
        const { running, wanted: wanted2 } = runningOf(now);
        const state = now.service.UpdateStatus?.State;
        const isSettled = state !== "rollback_completed" || running >= wanted2;
        return Boolean(state) && !isUpdating(now.service) && isSettled;
      },
      within2,
      world
    );
  });
  const { histories, last, tookMs } = done;
  const bad = histories.filter((task) => !old.has(task.id) && task.hasFailed);
  return {
    kind: "tried",
    state: last?.service.UpdateStatus?.State ?? "",
    message: last?.service.UpdateStatus?.Message ?? "",
    isFormer: last !== void 0 && isSameTemplate(last.service.Spec, Spec),
    tookMs,
    ...last ? runningOf(last) : { running: 0, wanted: runningOf(look2).wanted },
    badTasks: bad.length,
    error: bad.find((task) => task.error)?.error ?? "",
    requests
  };
}
__name(gather4, "gather");
function broken2(spec, image2) {
  const { TaskTemplate } = spec;
  const { ContainerSpec } = TaskTemplate;
  if (!ContainerSpec) return spec;
  const bad = image2 === void 0 ? { Command: [NO_SUCH_PROGRAM] } : { Image: image2 };
  return { ...spec, TaskTemplate: { ...TaskTemplate, ContainerSpec: { ...ContainerSpec, ...bad } } };
}
__name(broken2, "broken");

// src/verify/kinds/rolling-update.rules.ts
var TOLERANCE_MS = 20;
function rollingUpdateExpected(params21) {
  const { service: service2, parallelism, delay, order, within: within2 } = params21;
  return [
    `a forced update of ${service2} replaces every task within ${within2 / 1e3} s`,
    parallelism === void 0 ? ", as many at once as its update_config says" : `, ${parallelism || "all"} at once`,
    delay === void 0 ? "" : `, ${delay} ms between`,
    order === void 0 ? "" : `, ${order}`,
    visitorsExpected(params21)
  ].join("");
}
__name(rollingUpdateExpected, "rollingUpdateExpected");
function judgeRollingUpdate(params21, evidence) {
  const expected = rollingUpdateExpected(params21);
  const place = ["services", params21.service, "deploy", "update_config"];
  if (evidence.kind === "not-disturbed") return judgeNotDisturbed(expected, evidence);
  const { own: own2, state, made, running, wanted: wanted2, tookMs } = evidence;
  const rules = {
    parallelism: params21.parallelism ?? own2.parallelism,
    delayMs: params21.delay ?? own2.delayMs,
    order: params21.order ?? own2.order
  };
  const visitors = judgeVisitors(params21, evidence.requests);
  const atOnce = mostAtOnce(made);
  const gapMs = smallestGapMs(made, rules.parallelism);
  const figures = {
    tasks: made.length,
    mostAtOnce: atOnce,
    ...gapMs === void 0 ? {} : { smallestGapMs: gapMs },
    tookMs,
    ...visitors.figures
  };
  const seen = [
    `${count(made.length, "task")} in ${(tookMs / 1e3).toFixed(1)} s, ${atOnce} at once`,
    ...gapMs === void 0 ? [] : [`smallest gap ${gapMs} ms`],
    ...visitors.words
  ].join("; ");
  const failed = /* @__PURE__ */ __name((what, hint) => ({
    ...fail(expected, `${what}; ${seen}`, hint, figures),
    place
  }), "failed");
  const ended = made.find((task) => task.hasFailed || task.isOver);
  if (ended)
    return failed(
      `a new task ended: ${plainWords(ended.error) || "without an error, as one that is done or not healthy"}`,
      "see `docker service ps --no-trunc`"
    );
  if (state !== "completed")
    return failed(
      `the update is ${plainWords(state) || "not begun"}${evidence.message ? `: ${plainWords(evidence.message)}` : ""}`,
      "allow it more time with `within:`, and see `docker service ps --no-trunc`"
    );
  if (running < wanted2)
    return failed(`${running} of ${count(wanted2, "task")} run after it`, "see the service\u2019s logs");
  const slots = new Set(made.map((task) => task.slot));
  if (slots.size < wanted2 || made.some((task) => task.ranMs === void 0))
    return inconclusive(expected, `not every new task was seen to run; ${seen}`, void 0, figures);
  if (rules.parallelism > 0 && atOnce > rules.parallelism)
    return failed(
      `${atOnce} tasks were replaced at once, not ${rules.parallelism}`,
      "set update_config.parallelism"
    );
  if (gapMs !== void 0 && gapMs < rules.delayMs - TOLERANCE_MS)
    return failed(`${gapMs} ms between two replacements, not ${rules.delayMs}`, "set update_config.delay");
  const orders = ordersOf(evidence.before, made);
  const other = rules.order === "start-first" ? "stop-first" : "start-first";
  if (orders.includes(other))
    return failed(`the order was ${other}, not ${rules.order}`, "set update_config.order");
  if (!orders.includes(rules.order))
    return inconclusive(expected, `the order was not seen; ${seen}`, void 0, figures);
  if (visitors.status === "fail")
    return failed(
      "visitors noticed",
      "a HEALTHCHECK, order: start-first, and a program that ends its requests on the stop signal lose none"
    );
  if (visitors.status === "unknown") return inconclusive(expected, seen, void 0, figures);
  return { ...pass(expected, `${seen}; ${rules.order}`, figures), place };
}
__name(judgeRollingUpdate, "judgeRollingUpdate");
function mostAtOnce(made) {
  return Math.max(
    0,
    ...made.map(
      ({ madeMs }) => made.filter((other) => other.madeMs <= madeMs && (other.ranMs ?? Number.POSITIVE_INFINITY) > madeMs).length
    )
  );
}
__name(mostAtOnce, "mostAtOnce");
function smallestGapMs(made, parallelism) {
  if (parallelism <= 0) return void 0;
  const starts = made.map((task) => task.madeMs).toSorted((a, b) => a - b);
  const ends = made.flatMap((task) => task.ranMs ?? []).toSorted((a, b) => a - b);
  const gaps = starts.flatMap((startMs, k) => {
    const endMs = k < parallelism ? void 0 : ends[k - parallelism];
    return endMs === void 0 ? [] : [startMs - endMs];
  });
  return gaps.length > 0 ? Math.min(...gaps) : void 0;
}
__name(smallestGapMs, "smallestGapMs");
function ordersOf(before, made) {
  return made.flatMap(({ slot, ranMs }) => {
    const old = before.find((task) => task.slot === slot);
    if (ranMs === void 0 || old?.endedMs === void 0) return [];
    return [old.endedMs >= ranMs ? "start-first" : "stop-first"];
  });
}
__name(ordersOf, "ordersOf");

// src/verify/kinds/rolling-update.ts
var params14 = strictObject({
  service: serviceName(),
  parallelism: number2().int().min(0).optional().describe("The most tasks that may be replaced at once, 0 for all; without it, what update_config says."),
  delay: duration2().optional().describe("The least time from one replacement to the next; without it, what update_config says."),
  order: _enum(["start-first", "stop-first"]).optional().describe(
    "Whether the new task runs before the old one is stopped; without it, what update_config says."
  ),
  within: duration2().prefault("120s").describe("For the whole update, its last monitoring included."),
  ...visitorFields({ default: 0, says: "The most requests that may fail." })
});
var rollingUpdate = defineKind({
  name: "rolling-update",
  explanation: "Forces an update that replaces every task of a service by the same one, and watches it: it must complete, with no more tasks at once, no shorter pauses and in no other order than asked for, and, where a port is said, with no more failed requests of visitors than may be. Not run on a service of which a part does not run.",
  example: `- kind: rolling-update
  service: backend
  parallelism: 1
  order: start-first
  port: 80
  lost: 0`,
  isDisturbing: true,
  visits: "makes",
  deadlineMs: /* @__PURE__ */ __name(({ within: within2 }) => within2 + 6e4, "deadlineMs"),
  params: params14,
  expected: rollingUpdateExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2, "deploy", "update_config"], "place"),
  gather: /* @__PURE__ */ __name((asked, world) => gather5(asked, world), "gather"),
  judge: judgeRollingUpdate
});
async function gather5(asked, world) {
  const { service: service2, within: within2 } = asked;
  const look2 = await beforeDisturbing(service2, world);
  if (look2.kind !== "ready") return look2;
  const old = new Set(look2.tasks.map((task) => task.ID));
  const running = new Set(look2.tasks.filter((task) => task.DesiredState === "running").map((task) => task.ID));
  const { done, requests } = await amongVisitors(asked, world, async () => {
    await changeService(service2, forced, world, world.signal);
    return watchService(service2, ({ service: now }) => hasEnded(now), within2, world);
  });
  const { histories, last, tookMs } = done;
  const status = last?.service.UpdateStatus;
  return {
    kind: "updated",
    own: rulesOf(look2.service),
    state: status?.State ?? "",
    message: status?.Message ?? "",
    tookMs,
    ...last ? runningOf(last) : { running: 0, wanted: running.size },
    before: histories.filter((task) => running.has(task.id)),
    made: histories.filter((task) => !old.has(task.id)),
    requests
  };
}
__name(gather5, "gather");
var hasEnded = /* @__PURE__ */ __name((service2) => Boolean(service2.UpdateStatus?.State) && !isUpdating(service2), "hasEnded");
function rulesOf({ Spec: { UpdateConfig } }) {
  return {
    parallelism: UpdateConfig?.Parallelism ?? 1,
    delayMs: (UpdateConfig?.Delay ?? 0) / 1e6,
    order: UpdateConfig?.Order === "start-first" ? "start-first" : "stop-first"
  };
}
__name(rulesOf, "rulesOf");

// src/verify/kinds/routing-mesh.rules.ts
function routingMeshExpected({ requests, share, slowest, soon }) {
  const limit2 = slowest === void 0 ? "" : `, none takes longer than ${slowest} ms`;
  return `${ROUTING_MESH_EXPECTED}, ${requests} each; each replica answers at least ${percent(share)}${soon ? " and is used within 3 connections for each" : ""}${limit2}`;
}
__name(routingMeshExpected, "routingMeshExpected");
function judgeMesh(params21, evidence) {
  const expected = routingMeshExpected(params21);
  const place = ["services", params21.service, "ports"];
  if (!evidence.hasMesh)
    return skipped(
      expected,
      "not tested: this swarm runs without a routing mesh",
      "use an engine whose kernel has IPVS: `swarmline up --engine vm`"
    );
  const answered = judgeRoutingMesh(evidence);
  if (answered.status !== "pass") return { ...answered, expected, place };
  const spread = judgeSpread({
    minShare: params21.share,
    nodes: evidence.nodes.map((node3) => node3.answers),
    before: evidence.replicasBefore,
    after: evidence.replicasAfter
  });
  const max = Math.max(0, ...evidence.nodes.map((node3) => node3.answers.latencyMs.max));
  const late = latest(evidence);
  const figures = { ...answered.figures, ...spread.figures, slowestMs: max, ...late?.figures };
  const observed = `${answered.observed}; ${spread.observed}`;
  if (spread.status === "pass" && spread.figures.replicas === 0)
    return inconclusive(expected, `${observed}; no replica is known`, void 0, figures);
  if (spread.status !== "pass") return { ...spread, expected, observed, figures };
  if (params21.slowest !== void 0 && max > params21.slowest)
    return fail(
      expected,
      `an answer took ${max} ms`,
      "stalls of a second are IPVS that reuses ports: net.ipv4.vs.conn_reuse_mode must be 0 (newer engines set it)",
      figures
    );
  if (!params21.soon || !late) return { ...spread, expected, observed, figures };
  const { node: node2, replica, after, allowed } = late;
  if (after > allowed)
    return fail(
      expected,
      `${node2} used ${replica} only after ${after} connections, not within ${allowed}; ${observed}`,
      "nodes choose replicas in turn: one that comes late is not in that node\u2019s balancer yet, or others are preferred",
      figures
    );
  if (after > evidence.requestsPerNode)
    return inconclusive(
      expected,
      `${observed}; ${evidence.requestsPerNode} connections to each node are fewer than ${allowed}`,
      `ask for ${allowed} requests or more`,
      figures
    );
  return { ...spread, expected, observed, figures };
}
__name(judgeMesh, "judgeMesh");
function latest({ nodes: nodes2, replicasAfter }) {
  if (!replicasAfter.isKnown) return void 0;
  const { running } = replicasAfter.replicas;
  const firsts = nodes2.flatMap(
    ({ answers: answers2, firstAnswers }) => running.map(({ hostname }) => ({
      node: answers2.node,
      replica: hostname,
      // Never: later than all that were asked.
      after: Object.hasOwn(firstAnswers, hostname) ? firstAnswers[hostname] ?? 0 : answers2.requests + 1
    }))
  );
  const last = firsts.toSorted((a, b) => b.after - a.after)[0];
  return last && { ...last, allowed: 3 * running.length, figures: { connectionsToAll: last.after } };
}
__name(latest, "latest");

// src/verify/kinds/routing-mesh.ts
var params15 = strictObject({
  service: serviceName(),
  port: port().default(80).describe("Published port."),
  requests: number2().int().min(1).max(1e5).default(100).describe("Fresh connections to each node."),
  share: number2().min(0).max(1).default(0.2).describe("Least share of all answers that each replica must give."),
  soon: boolean2().default(false).describe("Every node must use every one of N replicas within its first 3N connections."),
  slowest: duration2().optional().describe("No answer may take longer.")
});
var routingMesh = defineKind({
  name: "routing-mesh",
  explanation: "Asks a service through every node, also through nodes without a task of it, each time on a fresh connection. Every request must be answered, by a replica that names itself (`The responding server is: <hostname>`), and every replica must answer its share. Skipped on a swarm without a routing mesh. Checks of the same service, port and number of requests share one round.",
  example: `- kind: routing-mesh
  service: backend
  port: 80
  requests: 100
  share: 0.2`,
  isDisturbing: false,
  visits: "counts",
  deadlineMs: /* @__PURE__ */ __name(({ requests }) => 6e4 + requests * 100, "deadlineMs"),
  params: params15,
  expected: routingMeshExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2, "ports"], "place"),
  gather: /* @__PURE__ */ __name(async (asked, world) => world.hasMesh ? { hasMesh: true, ...await measureRound(asked, world) } : { hasMesh: false }, "gather"),
  judge: judgeMesh
});

// src/verify/secret-evidence.ts
import { createHash } from "node:crypto";

// src/verify/names.rules.ts
function nameInStack(name3, stack) {
  const bare = name3.startsWith(`${stack}_`) ? name3.slice(stack.length + 1) : name3;
  return bare.replace(/[._-](?:[0-9a-f]{8,64})$/, "");
}
__name(nameInStack, "nameInStack");

// src/verify/secret-forms.rules.ts
var SHORTEST = 4;
function secretForms(contents) {
  const texts2 = contents.flatMap((content) => [content.toString("utf8"), content.toString("utf8").trim()]);
  const forms = texts2.flatMap((text) => [text, Buffer.from(text).toString("base64").replace(/=+$/, "")]);
  return [...new Set(forms)].filter((form) => form.length >= SHORTEST);
}
__name(secretForms, "secretForms");
function containsAny(value, forms) {
  if (typeof value === "string") return forms.some((form) => value.includes(form));
  if (Array.isArray(value)) return value.some((entry) => containsAny(entry, forms));
  if (value && typeof value === "object")
    return Object.entries(value).some(([key, inner]) => containsAny(key, forms) || containsAny(inner, forms));
  return false;
}
__name(containsAny, "containsAny");

// src/verify/secret-search.ts
var LOG_LINES = 2e3;
async function searchForSecret(contents, services, world) {
  const forms = secretForms(contents);
  const leaks = [];
  const unsearched = [];
  if (forms.length === 0)
    return { leaks, unsearched: contents.length > 0 ? ["too short to be searched for"] : [] };
  const look2 = /* @__PURE__ */ __name(async (place, read2) => {
    try {
      if (containsAny(await read2(), forms)) leaks.push(place);
    } catch (error2) {
      const known = classifyAnswer(error2);
      if (known.code === "cancelled") throw known;
      unsearched.push(`${place}: ${explain(known)}`);
    }
  }, "look");
  await Promise.all(
    services.flatMap(({ Spec }) => {
      const name3 = Spec.Name.slice(world.stack.length + 1);
      const container = Spec.TaskTemplate.ContainerSpec ?? {};
      return [
        look2(`the environment of ${name3}`, async () => container.Env),
        look2(`the command of ${name3}`, async () => [
          container.Command,
          container.Args,
          container.Healthcheck
        ]),
        look2(`the labels of ${name3}`, async () => [Spec.Labels, container.Labels]),
        look2(`the log of ${name3}`, () => readLogs(name3, LOG_LINES, world)),
        look2(`the image of ${name3}`, async () => {
          const image2 = await imageOfService(name3, world);
          if (image2.kind === "unreachable") throw new Error(image2.reason);
          return image2.kind === "found" ? [image2.config, image2.history] : void 0;
        })
      ];
    })
  );
  return { leaks: leaks.sort(), unsearched: unsearched.sort() };
}
__name(searchForSecret, "searchForSecret");

// src/verify/secret-evidence.ts
var MAX_BYTES4 = 512 * 1024;
var FOLDER = "/run/secrets/";
async function gatherSecret(asked, world) {
  const given = asked.file === void 0 ? void 0 : await world.readFile(asked.file);
  if (given) world.secrets.register(given);
  const services = await world.reads.services();
  const mounts = services.flatMap((found) => mountsOf(found, asked.secret, world.stack));
  const granted = mounts.filter(({ service: service2 }) => asked.services.includes(service2));
  const read2 = (await Promise.all(granted.map((mount) => readContents(mount, world)))).flat();
  const contents = read2.flatMap(({ content }) => content ?? []);
  for (const content of contents) world.secrets.register(content);
  const known = given ? [given, ...contents] : contents;
  const search2 = await searchForSecret(known, services, world);
  const unsearched = known.length > 0 ? search2.unsearched : [...search2.unsearched, "its content is not known, so nothing was searched"];
  return {
    services: services.map(({ Spec }) => nameOf(Spec.Name, world.stack)),
    mounts,
    wantedHash: given ? sha256(given) : asked.sha256,
    contents: read2.map(({ content, ...rest }) => ({ ...rest, hash: content && sha256(content) })),
    leaks: search2.leaks,
    unsearched
  };
}
__name(gatherSecret, "gatherSecret");
var sha256 = /* @__PURE__ */ __name((content) => createHash("sha256").update(content).digest("hex"), "sha256");
var nameOf = /* @__PURE__ */ __name((full, stack) => full.slice(stack.length + 1), "nameOf");
function mountsOf({ Spec }, secret2, stack) {
  const references = Spec.TaskTemplate.ContainerSpec?.Secrets ?? [];
  return references.filter(({ SecretName }) => nameInStack(SecretName, stack) === secret2).map(({ File: File2 }) => {
    const { Name = secret2, UID = "0", GID = "0", Mode = 292 } = File2 ?? {};
    return {
      service: nameOf(Spec.Name, stack),
      target: Name,
      mode: `0${(Mode & 511).toString(8).padStart(3, "0")}`,
      uid: UID,
      gid: GID
    };
  });
}
__name(mountsOf, "mountsOf");
async function readContents(mount, world) {
  const path6 = mount.target.startsWith("/") ? mount.target : `${FOLDER}${mount.target}`;
  const doors = await taskDoors(mount.service, world);
  return Promise.all(doors.map((door) => readContent(mount.service, path6, door, world)));
}
__name(readContents, "readContents");
async function readContent(service2, path6, door, world) {
  const { node: node2, at, containerId } = door;
  const unread = /* @__PURE__ */ __name((reason) => ({ service: service2, node: node2, content: void 0, reason }), "unread");
  if (!at?.engine) return unread(`the engine of ${node2} cannot be reached from here`);
  const command = { argv: ["cat", path6], timeoutMs: 2e4, maxBytes: MAX_BYTES4 };
  try {
    const { exitCode, stdout, isTruncated } = await runForBytes(at.engine, containerId, command, world);
    if (isTruncated) return unread(`${path6} is too long`);
    return exitCode === 0 ? { service: service2, node: node2, content: stdout, reason: "" } : unread(`cat ${path6} ended with ${exitCode}`);
  } catch (error2) {
    const known = classifyAnswer(error2);
    if (known.code === "cancelled") throw known;
    return unread(explain(known));
  }
}
__name(readContent, "readContent");

// src/verify/kinds/secret.rules.ts
function secretExpected({ secret: secret2, services, mode, exclusive, file, sha256: sha2562 }) {
  const parts = [
    `${secret2} is mounted in ${services.join(", ")}${exclusive ? " and in no other service" : ""}`,
    (file ?? sha2562) !== void 0 && "has the right content",
    mode !== void 0 && `has mode ${mode}`,
    "shows in no environment, command, label, image or log"
  ];
  return parts.filter(Boolean).join(", ");
}
__name(secretExpected, "secretExpected");
function judgeSecret(params21, evidence) {
  const expected = secretExpected(params21);
  const { secret: secret2, services, exclusive } = params21;
  const { mounts, contents, leaks, unsearched, wantedHash } = evidence;
  const figures = { mounts: mounts.length, leaks: leaks.length };
  const at = /* @__PURE__ */ __name((...keys) => ["services", ...keys], "at");
  const failed = /* @__PURE__ */ __name((observed, hint, place) => ({
    ...fail(expected, observed, hint, figures),
    ...place ? { place } : {}
  }), "failed");
  const unknown2 = services.find((service2) => !evidence.services.includes(service2));
  if (unknown2) return failed(`the stack has no service ${unknown2}`, "see `docker stack services`");
  const lacking = services.find((service2) => !mounts.some((mount) => mount.service === service2));
  if (lacking)
    return failed(
      `${lacking} does not mount it`,
      `give it: services.${lacking}.secrets: [${secret2}]`,
      at(lacking)
    );
  const other = mounts.find((mount) => !services.includes(mount.service));
  if (exclusive && other)
    return failed(
      `${other.service} mounts it too`,
      `take it from ${other.service}`,
      at(other.service, "secrets")
    );
  for (const mount of mounts.filter(({ service: service2 }) => services.includes(service2))) {
    const wrong = wrongIn(params21, mount);
    if (wrong)
      return failed(
        `in ${mount.service}: ${wrong}`,
        "see the long form of secrets:",
        at(mount.service, "secrets")
      );
  }
  if (leaks.length > 0)
    return failed(
      `its content shows in ${leaks.join(", ")}`,
      "read it from the file at run time; change it, since it is known now"
    );
  const strange = contents.find(
    ({ hash }) => wantedHash !== void 0 && hash !== void 0 && hash !== wantedHash
  );
  if (strange)
    return failed(
      `${strange.service} on ${strange.node} has another content`,
      "a secret does not change under its name: deploy it under a new one",
      at(strange.service, "secrets")
    );
  const unread = contents.filter(({ hash }) => hash === void 0);
  const isRead = services.every(
    (service2) => contents.some((each) => each.service === service2 && each.hash !== void 0)
  );
  if (!isRead || unsearched.length > 0) {
    const why = [...unread.map(({ service: service2, reason }) => `${service2}: ${reason}`), ...unsearched];
    return inconclusive(
      expected,
      `not all could be looked at: ${why.join("; ") || "no container of it runs"}`,
      "its tasks must run, on a node whose engine can be reached",
      figures
    );
  }
  return pass(
    expected,
    `${mounts.map(({ service: service2, target }) => `${service2}:${target}`).join(", ")}; shown nowhere`,
    figures
  );
}
__name(judgeSecret, "judgeSecret");
function wrongIn({ target, mode, uid, gid }, mount) {
  const pairs = [
    ["target", target, mount.target],
    ["mode", mode, mount.mode],
    ["uid", uid, mount.uid],
    ["gid", gid, mount.gid]
  ];
  const wrong = pairs.find(([, wanted2, is]) => wanted2 !== void 0 && wanted2 !== is);
  return wrong && `${wrong[0]} is ${wrong[2]}, not ${wrong[1]}`;
}
__name(wrongIn, "wrongIn");

// src/verify/kinds/secret.ts
var id = string2().regex(/^\d{1,10}$/, "takes a number in quotes").optional();
var params16 = strictObject({
  secret: string2().regex(/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,63}$/, "takes a secret\u2019s name, as the stack file says it").describe("Name of the secret in the stack file."),
  services: array(serviceName()).min(1).max(100).describe("The services that must mount it."),
  file: string2().min(1).max(300).optional().describe("File beside the suite with the content that it must have."),
  sha256: string2().regex(/^[0-9a-f]{64}$/, "takes 64 hexadecimal digits").optional().describe("SHA-256 of that content, where the file is not at hand."),
  target: string2().min(1).max(300).optional().describe("Where it is mounted; /run/secrets/NAME is NAME."),
  mode: string2().regex(/^0[0-7]{3}$/, "takes four octal digits in quotes").optional().describe('Its mode, such as "0444".'),
  uid: id.describe("Its owner\u2019s number."),
  gid: id.describe("Its group\u2019s number."),
  exclusive: boolean2().default(true).describe("No other service of the stack may mount it.")
});
var secret = defineKind({
  name: "secret",
  explanation: "Looks whether a secret is mounted where it is granted, with the right content (compared by its SHA-256, inside this process), mode and owner, and in no other service; and that its content shows in no environment, command or label of the stack\u2019s services, in none of their images\u2019 configuration or history, and in no log. Neither verdict nor evidence shows it.",
  example: `- kind: secret
  secret: db_password
  services: [backend, redis]
  mode: "0444"`,
  isDisturbing: false,
  visits: "none",
  deadlineMs: /* @__PURE__ */ __name(() => 12e4, "deadlineMs"),
  params: params16,
  expected: secretExpected,
  place: /* @__PURE__ */ __name(({ secret: name3 }) => ["secrets", name3], "place"),
  gather: gatherSecret,
  judge: judgeSecret
});

// src/verify/kinds/security.rules.ts
var RULES = [
  "engine-port",
  "engine-socket",
  "capabilities",
  "published-ports",
  "passwords-in-environment",
  "memory-limits",
  "pinned-images",
  "autolock",
  "certificates",
  "encrypted-networks"
];
function securityExpected({ rules, ports }) {
  const allowed = rules.includes("published-ports") ? ` (published: ${ports.join(", ") || "none"})` : "";
  return `nothing is against ${rules.join(", ")}${allowed}`;
}
__name(securityExpected, "securityExpected");
function judgeSecurity(params21, evidence) {
  const expected = securityExpected(params21);
  const findings = params21.rules.flatMap((rule2) => findingsOf(rule2, params21, evidence));
  const figures = {
    rules: params21.rules.length,
    services: evidence.services.length,
    findings: findings.length
  };
  const [first] = findings;
  if (first) {
    const judgement = fail(expected, findings.map(({ what }) => what).join("; "), first.hint, figures);
    return first.place ? { ...judgement, place: first.place } : judgement;
  }
  const unknown2 = params21.rules.filter((rule2) => isUnknown(rule2, evidence));
  if (unknown2.length > 0)
    return inconclusive(expected, `${unknown2.join(", ")} could not be read`, void 0, figures);
  return pass(expected, `${params21.rules.length} rules over ${evidence.services.length} services`, figures);
}
__name(judgeSecurity, "judgeSecurity");
function isUnknown(rule2, { services, networks, swarm, enginePorts }) {
  if (rule2 === "autolock" || rule2 === "certificates") return swarm === void 0;
  if (rule2 === "engine-port")
    return !enginePorts?.length || enginePorts.some(({ seen }) => seen === "unknown");
  return rule2 === "encrypted-networks" ? networks.length === 0 : services.length === 0;
}
__name(isUnknown, "isUnknown");
function findingsOf(rule2, params21, evidence) {
  const excepted = params21.except.filter((each2) => each2.rule === rule2).flatMap((each2) => each2.services);
  const services = evidence.services.filter(({ name: name3 }) => !excepted.includes(name3));
  const each = /* @__PURE__ */ __name((of, hint, ...keys) => services.flatMap((service2) => {
    const what = of(service2);
    return what ? [{ what: `${service2.name} ${what}`, hint, place: ["services", service2.name, ...keys] }] : [];
  }), "each");
  switch (rule2) {
    case "engine-port":
      return (evidence.enginePorts ?? []).filter(({ seen }) => seen === "engine").map(({ node: node2, port: port2 }) => ({
        what: `the engine of ${node2} answers anyone on port ${port2}`,
        hint: "let dockerd listen on a socket only, or with --tlsverify"
      }));
    case "engine-socket":
      return each(
        ({ mounts }) => {
          const mount = mounts.find(
            (source) => /^\/(?:var\/?|var\/run\/?|run\/?)?$|\/docker\.sock$/.test(source)
          );
          return mount !== void 0 && `mounts ${plainWords(mount)}, with the engine\u2019s socket`;
        },
        "who has the socket has the node: leave the mount out",
        "volumes"
      );
    case "capabilities":
      return each(
        ({ capabilities }) => capabilities.length > 0 && `has the capabilities ${capabilities.join(", ")}`,
        "leave cap_add out",
        "cap_add"
      );
    case "published-ports":
      return each(
        ({ ports }) => {
          const open2 = ports.filter((port2) => !params21.ports.includes(port2));
          return open2.length > 0 && `publishes ${open2.join(", ")}`;
        },
        "publish only what the outside must reach",
        "ports"
      );
    case "passwords-in-environment":
      return each(
        ({ environment }) => {
          const names2 = environment.filter((name3) => SECRET_NAME.test(name3) && !/_FILE$/i.test(name3));
          return names2.length > 0 && `has ${names2.map((name3) => plainWords(name3, 60)).join(", ")} in its environment`;
        },
        "hand it over as a secret, and name its file in the environment",
        "environment"
      );
    case "memory-limits":
      return each(
        ({ memoryLimitBytes }) => memoryLimitBytes <= 0 && "has no memory limit",
        "set deploy.resources.limits.memory",
        "deploy"
      );
    case "pinned-images":
      return each(
        ({ image: image2 }) => !/@sha256:[0-9a-f]{64}$/.test(image2) && `runs ${plainWords(image2, 100)}, without a digest`,
        "deploy by digest",
        "image"
      );
    case "autolock":
      return evidence.swarm && !evidence.swarm.isAutolocked ? [{ what: "managers keep their keys unlocked", hint: "`docker swarm update --autolock=true`" }] : [];
    case "certificates":
      return evidence.swarm && evidence.swarm.certificateDays > MOST_DAYS ? [
        {
          what: `node certificates hold for ${Math.round(evidence.swarm.certificateDays)} days`,
          hint: "`docker swarm update --cert-expiry 720h`"
        }
      ] : [];
    case "encrypted-networks":
      return evidence.networks.filter(({ name: name3, isOverlay, isEncrypted: isEncrypted2 }) => isOverlay && !isEncrypted2 && !excepted.includes(name3)).map(({ name: name3 }) => ({
        what: `the network ${name3} is not encrypted between nodes`,
        hint: 'driver_opts: { encrypted: "" }',
        place: ["networks", name3]
      }));
    default:
      return rule2;
  }
}
__name(findingsOf, "findingsOf");
var SECRET_NAME = /(?:PASSW(?:OR)?D|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY)/i;
var MOST_DAYS = 90;

// src/verify/kinds/security.ts
var ENGINE_PORTS = [2375, 2376];
var DAY_NS = 864e11;
var SWARM = looseObject({
  Spec: looseObject({
    CAConfig: looseObject({ NodeCertExpiry: number2().optional() }).nullish(),
    EncryptionConfig: looseObject({ AutoLockManagers: boolean2() }).nullish()
  })
});
var texts = array(string2()).nullish();
var CONTAINER2 = looseObject({
  Env: texts,
  CapabilityAdd: texts,
  Mounts: array(looseObject({ Source: string2().optional() })).nullish()
});
var rule = _enum(RULES);
var params17 = strictObject({
  rules: array(rule).min(1).default(["engine-port", "engine-socket", "capabilities", "published-ports", "passwords-in-environment"]).describe("What is looked for."),
  ports: array(port()).max(100).default([]).describe("Ports that may be published (published-ports)."),
  except: array(
    strictObject({
      rule: rule.describe("A rule."),
      services: array(string2().min(1).max(100)).min(1).describe("Services, or networks, that it is not for.")
    })
  ).max(50).default([]).describe("Exceptions.")
});
var security = defineKind({
  name: "security",
  explanation: "Reads what can be read of the CIS Docker Benchmark\u2019s rules for swarms: engines that answer anyone on 2375 or 2376, services with the engine\u2019s socket or added capabilities, published ports beyond those allowed, passwords in environments, and, where asked, memory limits, images without a digest, autolock, long-lived node certificates and unencrypted overlay networks. No value of an environment leaves the manager\u2019s answer.",
  example: `- kind: security
  rules: [engine-socket, published-ports, memory-limits]
  ports: [80]
  except:
    - { rule: engine-socket, services: [cadvisor] }`,
  isDisturbing: false,
  visits: "none",
  params: params17,
  expected: securityExpected,
  gather: /* @__PURE__ */ __name(async ({ rules }, world) => {
    const needsSwarm = rules.includes("autolock") || rules.includes("certificates");
    const [services, networks, swarm, enginePorts] = await Promise.all([
      world.reads.services(),
      world.reads.networks(),
      needsSwarm ? readSwarm(world) : void 0,
      rules.includes("engine-port") ? askEnginePorts(world) : void 0
    ]);
    return {
      services: services.map((found) => secured(found, world.stack)),
      networks: networks.map((network) => ({
        name: nameInStack(network.Name, world.stack),
        isOverlay: network.Driver === "overlay",
        isEncrypted: isEncrypted(network)
      })),
      swarm,
      enginePorts
    };
  }, "gather"),
  judge: judgeSecurity
});
function secured({ Spec }, stack) {
  const container = checked("/services", CONTAINER2, Spec.TaskTemplate.ContainerSpec ?? {});
  const memory = fieldAt(Spec.TaskTemplate, "Resources.Limits.MemoryBytes");
  return {
    name: Spec.Name.slice(stack.length + 1),
    image: Spec.TaskTemplate.ContainerSpec?.Image ?? "",
    mounts: (container.Mounts ?? []).flatMap((mount) => mount.Source ?? []),
    capabilities: container.CapabilityAdd ?? [],
    ports: (Spec.EndpointSpec?.Ports ?? []).flatMap(({ PublishedPort }) => PublishedPort ?? []),
    environment: (container.Env ?? []).filter((entry) => /=./.test(entry)).map((entry) => entry.replace(/=.*/s, "")),
    memoryLimitBytes: typeof memory === "number" ? memory : 0
  };
}
__name(secured, "secured");
function isEncrypted(network) {
  const options = fieldAt(network, "Options");
  return typeof options === "object" && options !== null && Object.hasOwn(options, "encrypted");
}
__name(isEncrypted, "isEncrypted");
async function readSwarm(world) {
  const { Spec } = checked(
    "/swarm",
    SWARM,
    await world.manager.json("GET", "/swarm", { signal: world.signal })
  );
  return {
    isAutolocked: Spec.EncryptionConfig?.AutoLockManagers ?? false,
    certificateDays: (Spec.CAConfig?.NodeCertExpiry ?? 0) / DAY_NS
  };
}
__name(readSwarm, "readSwarm");
function askEnginePorts(world) {
  return Promise.all(
    world.nodes.flatMap(
      (node2) => ENGINE_PORTS.map(async (at) => ({ node: node2.name, port: at, seen: await askEngine(node2, at, world) }))
    )
  );
}
__name(askEnginePorts, "askEnginePorts");
async function askEngine(node2, at, world) {
  const target = await world.endpointOf(node2, at).catch((error2) => {
    if (error2 instanceof SwarmlineError && error2.code === "cancelled") throw error2;
    return void 0;
  });
  if (!target) return "unknown";
  const seen = await exchange(target, { path: "/_ping", timeoutMs: 5e3, signal: world.signal });
  if (seen.kind === "answer") return seen.headers["api-version"] === void 0 ? "other" : "engine";
  return seen.kind === "refused" || seen.kind === "reset" || seen.kind === "body" ? "closed" : "unknown";
}
__name(askEngine, "askEngine");

// src/verify/disturb/change-node.ts
var MOST_TRIES2 = 5;
async function setAvailability(nodeId, availability, { manager }, signal) {
  const path6 = `/nodes/${encodeURIComponent(nodeId)}`;
  for (let tries = 1; ; tries++) {
    const node2 = await manager.json("GET", path6, { signal });
    try {
      await manager.json("POST", `${path6}/update`, {
        query: { version: node2.Version.Index },
        body: { ...node2.Spec, Availability: availability },
        signal
      });
      return;
    } catch (error2) {
      if (!isOutOfSequence(error2) || tries === MOST_TRIES2) throw error2;
    }
  }
}
__name(setAvailability, "setAvailability");

// src/verify/disturb/drain.ts
async function draining(look2, world) {
  const not = /* @__PURE__ */ __name((why) => ({ kind: "not-disturbed", isAbsent: false, why }), "not");
  if (look2.service.Spec.Mode.Global) return not("a global service has no task that could move");
  const nodes2 = (await world.reads.nodes()).filter(
    ({ Spec, Status }) => Spec.Availability === "active" && Status.State === "ready"
  );
  if (nodes2.length < 2) return not("no other node is there that takes tasks: none was drained");
  const running = look2.tasks.filter(isRunning);
  const [node2] = nodes2.filter(({ ID }) => running.some((task) => task.NodeID === ID)).toSorted((a, b) => Number(a.Spec.Role === "manager") - Number(b.Spec.Role === "manager"));
  if (!node2) return not("no node that takes tasks runs one of it");
  const name3 = world.nodes.find(({ id: id2 }) => id2 === node2.ID)?.name ?? node2.Description.Hostname;
  const neighbours = await neighboursOf(look2.service, world);
  return {
    kind: "deed",
    node: name3,
    tasks: running.filter((task) => task.NodeID === node2.ID).map((task) => task.ID),
    act: /* @__PURE__ */ __name(async () => {
      world.undo(`Make ${name3} active again`, async (fx) => {
        await setAvailability(node2.ID, "active", world, fx.signal);
        await allBack(neighbours, world, fx);
      });
      await setAvailability(node2.ID, "drain", world, world.signal);
    }, "act")
  };
}
__name(draining, "draining");

// src/verify/kinds/self-healing.rules.ts
var DEEDS2 = {
  "kill-container": "a killed container is replaced",
  "drain-node": "the tasks of a drained node move",
  "kill-node": "the tasks of a node without power are replaced",
  "disconnect-node": "the tasks of a node without network are replaced",
  "kill-leader": "another manager leads, and the tasks of a leader without power are replaced,"
};
var HINTS2 = {
  "kill-container": "restart_policy.condition must be any or on-failure, and its delay short",
  elsewhere: "another node must be able to run it: see its constraints, volumes and reservations",
  late: "a swarm notices a lost node after three heartbeats",
  leader: "see the managers: `docker node ls`"
};
var WITHIN_MS = 6e4;
var WITHIN_OF_NODES_MS = 12e4;
function withinOf({ what, within: within2 }) {
  return within2 ?? (isLoss(what) ? WITHIN_OF_NODES_MS : WITHIN_MS);
}
__name(withinOf, "withinOf");
var isLoss = /* @__PURE__ */ __name((what) => NODE_LOSSES.includes(what), "isLoss");
function selfHealingExpected(params21) {
  return `${params21.service}: ${DEEDS2[params21.what]} within ${withinOf(params21) / 1e3} s${visitorsExpected(params21)}`;
}
__name(selfHealingExpected, "selfHealingExpected");
function judgeSelfHealing(params21, evidence) {
  const expected = selfHealingExpected(params21);
  const place = ["services", params21.service, "deploy"];
  if (evidence.kind === "not-disturbed") return judgeNotDisturbed(expected, evidence);
  const { node: node2, lostTasks, hasHealed, tookMs, running, wanted: wanted2, on, error: error2, lostNode, leader } = evidence;
  const visitors = judgeVisitors(params21, evidence.requests, lostNode);
  const figures = { lostTasks, tookMs, running, wanted: wanted2, ...visitors.figures };
  const seconds = `${(tookMs / 1e3).toFixed(1)} s`;
  const isOfLeader = params21.what === "kill-leader";
  if (isOfLeader && leader === void 0)
    return {
      ...fail(expected, `no manager leads ${seconds} after ${node2} was lost`, HINTS2.leader, figures),
      place
    };
  if (lostTasks === 0 && !isOfLeader)
    return inconclusive(expected, "nothing was taken from it", void 0, figures);
  if (!hasHealed) {
    const late = isLoss(params21.what) ? `; ${HINTS2.late}` : "";
    const hint = params21.what === "kill-container" ? HINTS2["kill-container"] : `${HINTS2.elsewhere}${late}`;
    const why = error2 ? `; ${plainWords(error2)}` : "";
    return {
      ...fail(
        expected,
        `${running} of ${count(wanted2, "task")} run ${seconds} after ${node2} lost ${lostTasks}${why}`,
        hint,
        figures
      ),
      place
    };
  }
  const seen = [
    ...isOfLeader ? [`${plainWords(leader ?? "")} leads in place of ${node2}`] : [],
    lostTasks === 0 ? `no task of ${params21.service} was lost` : `${count(lostTasks, "task")} of ${node2} back after ${seconds}${on.length > 0 ? ` on ${on.join(", ")}` : ""}`,
    ...visitors.words
  ].join("; ");
  if (visitors.status === "fail")
    return {
      ...fail(
        expected,
        `visitors noticed; ${seen}`,
        "more replicas on more nodes lose fewer requests",
        figures
      ),
      place
    };
  if (visitors.status === "unknown") return inconclusive(expected, seen, void 0, figures);
  return { ...pass(expected, seen, figures), place };
}
__name(judgeSelfHealing, "judgeSelfHealing");

// src/verify/kinds/self-healing.ts
var params18 = strictObject({
  service: serviceName(),
  what: _enum(["kill-container", "drain-node", ...NODE_LOSSES]).default("kill-container").describe(
    "What is done to it: SIGKILL to one container, or draining of one node with a task; or such a node loses its power (kill-node) or its network (disconnect-node), or the swarm\u2019s leader loses its power (kill-leader)."
  ),
  within: duration2().optional().describe(
    "Until all tasks run again; without it 60s, or where a node is lost 2m, since a swarm takes its time to notice: three heartbeats, which is 15 s, and some 20 s more to elect a leader."
  ),
  ...visitorFields({ default: void 0, says: "The most requests that may fail; without it, any number." })
});
var selfHealing = defineKind({
  name: "self-healing",
  explanation: "Kills a container of a service, drains a node that runs one, or lets a node be lost, and waits until as many tasks run as before, the lost ones replaced. Where a port is said, visitors ask all the while, and what they lost is reported and may be limited; what they ask of the lost node itself is counted apart. The node is brought back; tasks that moved away from it stay where they are. Only nodes that Swarmline made can be lost, and of managers only one that leaves a majority of them: otherwise it is inconclusive.",
  example: `- kind: self-healing
  service: backend
  what: kill-container
  within: 30s
  port: 80
- kind: self-healing
  service: backend
  what: kill-node
  port: 80`,
  isDisturbing: true,
  visits: "makes",
  deadlineMs: /* @__PURE__ */ __name((params21) => withinOf(params21) + 6e4, "deadlineMs"),
  params: params18,
  expected: selfHealingExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2, "deploy"], "place"),
  gather: /* @__PURE__ */ __name((asked, world) => gather6(asked, world), "gather"),
  judge: judgeSelfHealing
});
async function gather6(asked, world) {
  const { service: service2 } = asked;
  const look2 = await beforeDisturbing(service2, world);
  if (look2.kind !== "ready") return look2;
  const deed = await deedOf(asked, look2, world);
  if (deed.kind !== "deed") return deed;
  const wanted2 = runningOf(look2).running;
  const { done, requests } = await amongVisitors(asked, world, async () => {
    const startMs = world.clock.now();
    await deed.act();
    const watched = await watchHealing(asked, deed, wanted2, world);
    return { ...watched, tookMs: world.clock.now() - startMs };
  });
  const { histories, last, hasEnded: hasEnded2, tookMs, leader } = done;
  const old = new Set(look2.tasks.map((task) => task.ID));
  const made = histories.filter((task) => !old.has(task.id));
  return {
    kind: "disturbed",
    node: deed.node,
    lostTasks: deed.tasks.length,
    hasHealed: hasEnded2,
    tookMs,
    running: last ? runningOf(last).running : 0,
    wanted: wanted2,
    on: nodeNames(made, world),
    error: made.findLast((task) => task.error)?.error ?? "",
    requests,
    ...deed.elsewhere ? { lostNode: deed.node } : {},
    ...leader === void 0 ? {} : { leader }
  };
}
__name(gather6, "gather");
async function watchHealing(asked, deed, wanted2, world) {
  const isOfLeader = asked.what === "kill-leader";
  const watcher = deed.elsewhere ?? world;
  let leader;
  const isHealed = /* @__PURE__ */ __name(async (now, histories) => {
    if (isOfLeader) leader = await leaderBeside(deed.node, watcher);
    const isLed = !isOfLeader || leader !== void 0;
    return isLed && areOver(histories, deed.tasks) && runningOf(now).running >= wanted2;
  }, "isHealed");
  try {
    const watched = await watchService(asked.service, isHealed, withinOf(asked), watcher, !!deed.elsewhere);
    return { ...watched, leader };
  } catch (error2) {
    const isLeaderless = isOfLeader && leader === void 0 && error2 instanceof EngineAnswerError;
    if (!isLeaderless || !isAway(error2)) throw error2;
    return { histories: [], last: void 0, hasEnded: false, leader };
  }
}
__name(watchHealing, "watchHealing");
function deedOf({ service: service2, what }, look2, world) {
  if (what === "kill-container") return killing(service2, look2, world);
  return what === "drain-node" ? draining(look2, world) : losing(what, look2, world);
}
__name(deedOf, "deedOf");
async function leaderBeside(lost, world) {
  const nodes2 = await lookAtNodes(world, world.signal);
  const leader = nodes2.find((node2) => node2.ManagerStatus?.Leader);
  const name3 = leader && (world.nodes.find(({ id: id2 }) => id2 === leader.ID)?.name ?? leader.Description.Hostname);
  return name3 === lost ? void 0 : name3;
}
__name(leaderBeside, "leaderBeside");
function killing(service2, look2, world) {
  const [victim] = victimsOf(look2.tasks, world);
  if (!victim) return noVictim(service2);
  return { kind: "deed", node: victim.node, tasks: [victim.task], act: victim.kill };
}
__name(killing, "killing");
function areOver(histories, ids) {
  return ids.every((id2) => histories.find((task) => task.id === id2)?.endedMs !== void 0);
}
__name(areOver, "areOver");
function nodeNames(made, world) {
  const running = made.filter((task) => task.ranMs !== void 0 && task.endedMs === void 0);
  const names2 = running.map((task) => world.nodes.find((node2) => node2.id === task.nodeId)?.name);
  return [...new Set(names2.flatMap((name3) => name3 ?? []))];
}
__name(nodeNames, "nodeNames");

// src/verify/kinds/service.rules.ts
var PLACES = [
  [/^TaskTemplate\.ContainerSpec\.Image/, ["image"]],
  [/^TaskTemplate\.ContainerSpec\.Healthcheck/, ["healthcheck"]],
  [/^TaskTemplate\.ContainerSpec\.StopGracePeriod/, ["stop_grace_period"]],
  [/^TaskTemplate\.ContainerSpec\.Mounts/, ["volumes"]],
  [/^TaskTemplate\.ContainerSpec\.Env/, ["environment"]],
  [/^TaskTemplate\.Placement/, ["deploy", "placement"]],
  [/^TaskTemplate\.Resources/, ["deploy", "resources"]],
  [/^TaskTemplate\.RestartPolicy/, ["deploy", "restart_policy"]],
  [/^UpdateConfig/, ["deploy", "update_config"]],
  [/^RollbackConfig/, ["deploy", "rollback_config"]],
  [/^EndpointSpec\.Ports/, ["ports"]],
  [/^Mode/, ["deploy"]]
];
function serviceExpected(params21) {
  return fieldsExpected(params21.service, checksOf4(params21, void 0));
}
__name(serviceExpected, "serviceExpected");
function judgeService(params21, evidence) {
  const { service: service2 } = params21;
  if (!evidence.exists)
    return fail(serviceExpected(params21), `the stack has no service ${service2}`, "see `docker stack services`");
  const checks = checksOf4(params21, evidence);
  if (checks.length === 0)
    return inconclusive(`${service2} is as it must be`, "the check compares nothing", "give it fields:");
  return judgeFields(
    service2,
    checks,
    `see \`docker service inspect\` of ${service2}, and what its stack file says`,
    { running: evidence.running }
  );
}
__name(judgeService, "judgeService");
function checksOf4(params21, evidence) {
  const at = /* @__PURE__ */ __name((...keys) => ["services", params21.service, ...keys], "at");
  const spec = evidence?.spec;
  const field = /* @__PURE__ */ __name((path6) => fieldAt(spec, path6), "field");
  const named2 = [
    params21.image !== void 0 && {
      what: "image",
      value: field("TaskTemplate.ContainerSpec.Image"),
      wanted: params21.image,
      place: at("image")
    },
    params21.mode !== void 0 && {
      what: "mode",
      value: modeOf(spec),
      wanted: params21.mode,
      place: at("deploy", "mode")
    },
    params21.replicas !== void 0 && {
      what: "replicas",
      value: field("Mode.Replicated.Replicas"),
      wanted: params21.replicas,
      place: at("deploy", "replicas")
    },
    params21.running !== void 0 && {
      what: "running tasks",
      value: evidence?.running,
      wanted: params21.running,
      hint: "see `docker service ps --no-trunc`"
    },
    params21.networks !== void 0 && listCheck("networks", evidence?.networks, params21.networks, at("networks")),
    params21.secrets !== void 0 && listCheck("secrets", evidence?.secrets, params21.secrets, at("secrets")),
    params21.published !== void 0 && listCheck(
      "published ports",
      field("EndpointSpec.Ports[*].PublishedPort") ?? [],
      params21.published,
      at("ports")
    )
  ];
  const byPath = Object.entries(params21.fields).map(([path6, wanted2]) => {
    const place = PLACES.find(([pattern2]) => pattern2.test(path6))?.[1] ?? [];
    return { what: path6, value: field(path6), wanted: wanted2, place: at(...place) };
  });
  return [...named2.filter((check) => check !== false), ...byPath];
}
__name(checksOf4, "checksOf");
function listCheck(what, values, wanted2, place) {
  const inOrder = /* @__PURE__ */ __name((list) => list.map(String).toSorted().join(", ") || "none", "inOrder");
  return { what, value: values && inOrder(values), wanted: inOrder(wanted2), place };
}
__name(listCheck, "listCheck");
function modeOf(spec) {
  const names2 = {
    Replicated: "replicated",
    Global: "global",
    ReplicatedJob: "replicated-job",
    GlobalJob: "global-job"
  };
  const mode = fieldAt(spec, "Mode");
  if (!mode || typeof mode !== "object") return void 0;
  const [key] = Object.entries(mode).find(([, value]) => value !== null && value !== void 0) ?? [];
  return key === void 0 ? void 0 : names2[key];
}
__name(modeOf, "modeOf");

// src/verify/kinds/service.ts
var names = /* @__PURE__ */ __name((what) => array(string2().min(1).max(100)).max(100).optional().describe(`Exactly these ${what}, by their names in the stack file.`), "names");
var params19 = strictObject({
  service: serviceName(),
  image: wanted().optional().describe("The image reference of the running spec."),
  mode: _enum(["replicated", "global", "replicated-job", "global-job"]).optional().describe("Its mode."),
  replicas: amount().optional().describe("How many replicas the spec asks for."),
  running: amount().optional().describe("How many tasks run now."),
  networks: names("networks"),
  secrets: names("secrets"),
  published: array(port()).max(100).optional().describe("Exactly these published ports."),
  fields: record2(
    string2().max(300).refine(
      (path6) => parsePath(path6) !== void 0,
      "takes a path such as UpdateConfig.Order or Ports[*].TargetPort"
    ),
    wanted()
  ).default({}).describe("Any field of the spec by its path in the Engine API\u2019s words; times are nanoseconds.")
});
var service = defineKind({
  name: "service",
  explanation: "Reads a service\u2019s running spec from a manager and compares fields of it: the common ones by short names, all others by their path in the Engine API\u2019s words. `[*]` stands for every entry of a list. Fails when the service is not there, or a field is not what it must be.",
  example: `- kind: service
  service: backend
  mode: replicated
  replicas: 3
  image: { matches: '/backend:' }
  fields:
    UpdateConfig.Parallelism: 1
    UpdateConfig.Delay: { gte: 10000000000 }
    UpdateConfig.Order: start-first`,
  isDisturbing: false,
  visits: "none",
  params: params19,
  expected: serviceExpected,
  place: /* @__PURE__ */ __name(({ service: service2 }) => ["services", service2], "place"),
  gather: /* @__PURE__ */ __name(({ service: service2 }, world) => gather7(service2, world), "gather"),
  judge: judgeService
});
async function gather7(name3, world) {
  const [found, running, networks] = await Promise.all([
    world.reads.service(name3),
    world.reads.runningTasks(name3),
    world.reads.networks()
  ]);
  if (!found) return { exists: false };
  const { TaskTemplate } = found.Spec;
  const networkName = /* @__PURE__ */ __name(({ Target }) => networks.find((network) => network.Id === Target || network.Name === Target)?.Name ?? Target, "networkName");
  return {
    exists: true,
    spec: { ...found.Spec },
    running: running.length,
    networks: networksOf(found).map((network) => nameInStack(networkName(network), world.stack)),
    secrets: (TaskTemplate.ContainerSpec?.Secrets ?? []).map(
      (secret2) => nameInStack(secret2.SecretName, world.stack)
    )
  };
}
__name(gather7, "gather");
function networksOf({ Spec }) {
  const old = Spec.Networks;
  return Spec.TaskTemplate.Networks ?? old ?? [];
}
__name(networksOf, "networksOf");

// src/verify/checks/tcp.rules.ts
function tcpExpected({ from, host, port: port2, state }) {
  const target = host === void 0 ? `port ${port2} of every node` : `${plainWords(host, 80)}:${port2}`;
  return `${target} is ${state}, asked from ${from ?? "this machine"}`;
}
__name(tcpExpected, "tcpExpected");
function judgeTcp(question, { readings }) {
  const expected = tcpExpected(question);
  const states = readings.map((reading) => ({ reading, state: stateOf2(reading) }));
  const of = /* @__PURE__ */ __name((state) => states.filter((one) => one.state === state), "of");
  const figures = { asked: readings.length, open: of("open").length, closed: of("closed").length };
  const listed2 = /* @__PURE__ */ __name((some) => some.slice(0, 4).map(
    ({ reading }) => `${plainWords(reading.target, 80)} from ${plainWords(reading.from, 80)}: ${words(reading)}`
  ).join("; "), "listed");
  const unnamed = question.state === "open" ? of("no-name") : [];
  const wrong = [...of(question.state === "open" ? "closed" : "open"), ...unnamed];
  if (wrong.length > 0) return fail(expected, listed2(wrong), hintFor3(question, unnamed.length > 0), figures);
  if (readings.length === 0)
    return inconclusive(
      expected,
      "nobody could ask",
      "see that the service runs, and its node answers",
      figures
    );
  const unknown2 = states.filter((one) => one.state !== question.state);
  if (unknown2.length > 0)
    return inconclusive(expected, listed2(unknown2), "see that the name is right and the asker works", figures);
  return pass(expected, listed2(states), figures);
}
__name(judgeTcp, "judgeTcp");
function stateOf2({ answer, isProven }) {
  if (answer.kind === "open") return "open";
  if (!isProven || answer.kind === "unknown" || answer.kind === "named") return "unknown";
  return answer.kind === "no-such-name" || answer.kind === "no-name-answer" ? "no-name" : "closed";
}
__name(stateOf2, "stateOf");
function words({ answer, isProven }) {
  if (answer.kind === "unknown") return plainWords(answer.detail, 80);
  return isProven || answer.kind === "open" ? answer.kind : `${answer.kind}, and the probe reached nothing else`;
}
__name(words, "words");
function hintFor3({ state, from, host }, isUnnamed) {
  if (state === "closed") return "take the published port away, or the asker off the network";
  if (isUnnamed)
    return `see that ${plainWords(host ?? "", 80)} runs, and put it and ${from ?? "the asker"} on a common network`;
  return "see that the target runs and listens on all its addresses, and which networks it is on";
}
__name(hintFor3, "hintFor");

// src/verify/checks/tcp.ts
import { connect as connect2 } from "node:net";
var TIME_OUT_MS = 3e3;
async function gatherTcp(slice, { from, host, port: port2 }, endpointOf) {
  if (from !== void 0 && host !== void 0) return fromService(slice, from, host, port2);
  if (from !== void 0)
    throw new SwarmlineError("input", "a service asks a host", { hint: "say which: host: redis" });
  const ask = /* @__PURE__ */ __name(async (target, door) => ({
    from: "this machine",
    target,
    answer: await tryPort(door.host, door.port, slice.signal),
    isProven: true
  }), "ask");
  if (host !== void 0) return { readings: [await ask(`${host}:${port2}`, { host, port: port2 })] };
  const asked = slice.nodes.map(async (node2) => ask(`${node2.name}:${port2}`, await endpointOf(node2, port2)));
  return { readings: await Promise.all(asked) };
}
__name(gatherTcp, "gatherTcp");
async function fromService(slice, from, host, port2) {
  const world = await readMeshWorld(slice);
  const service2 = world.services.find((one) => one.name === from);
  if (!service2)
    throw new SwarmlineError("not-found", `the stack has no service ${JSON.stringify(from)}`, {
      hint: `it has ${world.services.map((one) => one.name).join(", ")}`
    });
  const outs = lookOuts(world).filter((out) => out.service === service2);
  const nodeOf = /* @__PURE__ */ __name((id2) => slice.nodes.find((node2) => node2.id === id2), "nodeOf");
  const asks = [
    { kind: "connect", address: "127.0.0.11", port: 53 },
    { kind: "reach", host, port: port2 }
  ];
  const sources = outs.flatMap(({ key, task }) => {
    const engine = nodeOf(task.nodeId)?.engine;
    return engine ? [{ key, engine, containerId: task.containerId }] : [];
  });
  const outcomes = await runProbes(sources, () => new Map(outs.map((out) => [out.key, asks])), slice);
  return {
    readings: outs.map(({ key, task }) => {
      const outcome = outcomes.get(key);
      const [control, answer] = outcome?.isRun ? outcome.answers : [];
      const detail = outcome?.isRun === false ? outcome.reason : "the engine of its node cannot be asked";
      return {
        from: `${from} on ${nodeOf(task.nodeId)?.name ?? task.nodeId}`,
        target: `${host}:${port2}`,
        answer: answer ?? { kind: "unknown", detail },
        isProven: control?.kind === "open"
      };
    })
  };
}
__name(fromService, "fromService");
function tryPort(host, port2, signal) {
  return new Promise((resolve, reject) => {
    const socket = connect2({ host, port: port2, timeout: TIME_OUT_MS, signal });
    const end = /* @__PURE__ */ __name((answer) => {
      socket.destroy();
      resolve(answer);
    }, "end");
    socket.once("connect", () => end({ kind: "open" }));
    socket.once("timeout", () => end({ kind: "silent" }));
    socket.once("error", (error2) => {
      if (signal.aborted) return reject(new SwarmlineError("cancelled", "cancelled", { cause: error2 }));
      end(answerOf(error2));
    });
  });
}
__name(tryPort, "tryPort");
function answerOf({ code, message }) {
  if (code === "ECONNREFUSED") return { kind: "refused" };
  if (code === "ETIMEDOUT") return { kind: "silent" };
  if (code === "EHOSTUNREACH" || code === "ENETUNREACH") return { kind: "unreachable" };
  if (code === "ENOTFOUND") return { kind: "no-such-name" };
  if (code === "EAI_AGAIN") return { kind: "no-name-answer" };
  return { kind: "unknown", detail: message };
}
__name(answerOf, "answerOf");

// src/verify/kinds/tcp.ts
var params20 = strictObject({
  from: serviceName().optional().describe("The service that asks, on every node that it runs on; without it, this machine."),
  host: string2().regex(/^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,252}$/, "takes a name or an IPv4 address").optional().describe(
    "A name, as the asker knows it, or an address. Without it and `from`, every node\u2019s published port."
  ),
  port: port().describe("The TCP port."),
  state: _enum(["open", "closed"]).default("open").describe("What the port must be.")
});
var tcp2 = defineKind({
  name: "tcp",
  explanation: "Opens a TCP connection to a host and port, from inside a service\u2019s own network namespace or from this machine, and closes it again. Closed is a connection that was refused or went unanswered; a name that does not resolve is no proof of that.",
  example: "- kind: tcp\n  from: backend\n  host: redis\n  port: 6379",
  isDisturbing: false,
  visits: "none",
  params: params20,
  expected: tcpExpected,
  gather: /* @__PURE__ */ __name((question, world) => gatherTcp(world, question, (node2, wanted2) => {
    const found = world.nodes.find((one) => one.id === node2.id);
    if (!found) throw new Error("a node of the swarm is none of the world");
    return world.endpointOf(found, wanted2);
  }), "gather"),
  judge: judgeTcp
});

// src/verify/kinds/all.ts
var KINDS = [
  nodes,
  service,
  placement,
  http,
  routingMesh,
  counter,
  isolation,
  dns,
  tcp2,
  exec,
  secret,
  logs,
  image,
  metrics,
  load,
  security,
  rollingUpdate,
  rollback,
  selfHealing,
  persistence
];

// src/verify/suite/ids.rules.ts
function repeatedIds(checks) {
  const first = /* @__PURE__ */ new Map();
  return checks.flatMap((check) => {
    if (check.id === void 0) return [];
    const other = first.get(check.id);
    if (!other) {
      first.set(check.id, check);
      return [];
    }
    const { file, line } = other.place;
    return [{ ...check.place, column: 1, text: `the id ${check.id} is taken: ${file}:${line} has it` }];
  });
}
__name(repeatedIds, "repeatedIds");
function numbered(checks) {
  const taken = new Set(checks.flatMap(({ id: id2 }) => id2 ?? []));
  return checks.map((check) => {
    if (check.id !== void 0) return { ...check, id: check.id };
    let id2 = check.kind.name;
    for (let number3 = 2; taken.has(id2); number3++) id2 = `${check.kind.name}-${number3}`;
    taken.add(id2);
    return { ...check, id: id2 };
  });
}
__name(numbered, "numbered");

// src/verify/suite/read-checks.ts
import path from "node:path";

// src/verify/suite/schema.ts
var CHECK_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
var VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;
var TAG = /^[a-z0-9][a-z0-9-]{0,31}$/;
var COMMON_FIELDS = {
  id: string2().regex(CHECK_ID, "takes small letters, digits and dashes").optional().describe("Name of the check, one of its kind in all suites. Without it, the kind with a number."),
  title: string2().min(1).max(120).optional().describe("What people read; without it, what is expected."),
  tags: array(string2().regex(TAG, "takes small letters, digits and dashes")).max(20).default([]).describe("For selection by --tag."),
  deadline: duration2().optional().describe("Not measured by then is inconclusive: 500ms, 30s, 5m."),
  points: number2().min(0).max(1e4).optional().describe("Handed on to whoever grades."),
  hints: array(string2().min(1).max(500)).max(10).optional().describe("Shown when the check does not pass, the mildest first.")
};
var VARIABLE = union([string2(), number2(), boolean2(), _null3()]);
var frame = /* @__PURE__ */ __name((check) => strictObject({
  title: string2().min(1).max(120).optional().describe("What people read."),
  include: array(string2().min(1).max(300)).max(50).default([]).describe("Other suites; their paths count from this file\u2019s folder."),
  variables: record2(string2().regex(VARIABLE_NAME, "takes letters, digits and _"), VARIABLE).default({}).describe("Every ${NAME} of this file with its default; null: it must be given."),
  secrets: array(string2().min(1).max(300)).max(50).default([]).describe("Files whose content no verdict and no evidence may show."),
  deadline: duration2().optional().describe("For all checks together."),
  checks: array(check).max(1e3).default([]).describe("What must be true.")
}).describe("A suite of checks for a Docker Swarm stack."), "frame");
var SUITE_FRAME = frame(looseObject({ kind: string2() }));
var checkSchema = /* @__PURE__ */ __name((kind) => strictObject({ kind: literal(kind.name), ...COMMON_FIELDS, ...kind.params.shape }).describe(kind.explanation), "checkSchema");

// src/verify/suite/read-checks.ts
function readFrame(file) {
  let content;
  try {
    content = file.document.toJS({ maxAliasCount: 50 });
  } catch {
    return {
      faults: [file.fault(void 0, "anchors and aliases that cannot be resolved, or too many of them")]
    };
  }
  const read2 = SUITE_FRAME.safeParse(content);
  if (read2.success) return { frame: read2.data };
  return {
    faults: read2.error.issues.flatMap((issue2) => faultsOf(file, [], issue2, Object.keys(SUITE_FRAME.shape)))
  };
}
__name(readFrame, "readFrame");
function readChecks(file, frame2, kinds) {
  const faults = [];
  const checks = frame2.checks.flatMap((entry, index) => {
    const at = ["checks", index];
    const kind = kinds.get(entry.kind);
    if (!kind) {
      const meant = nearest(entry.kind, [...kinds.keys()]);
      const guess = meant ? ` (did you mean ${meant}?)` : `: there are ${[...kinds.keys()].join(", ")}`;
      faults.push(
        file.fault(file.nodeAt([...at, "kind"]), `no kind of check is called ${quoted2(entry.kind)}${guess}`)
      );
      return [];
    }
    const schema = checkSchema(kind);
    const read2 = schema.safeParse(entry);
    if (!read2.success) {
      const names2 = Object.keys(schema.shape);
      faults.push(...read2.error.issues.flatMap((issue2) => faultsOf(file, at, issue2, names2)));
      return [];
    }
    const { id: id2, title, tags, deadline, points, hints, ...rest } = read2.data;
    const { kind: _, ...params21 } = rest;
    const fault = kind.faultOf?.(params21);
    if (fault !== void 0) {
      faults.push(file.fault(file.nodeAt(at), fault));
      return [];
    }
    const place = { file: file.shownAs, line: file.lineOf(file.nodeAt(at)) };
    return [
      {
        id: id2,
        kind,
        title,
        tags,
        deadlineMs: deadline,
        points,
        hints,
        params: params21,
        place,
        folder: path.dirname(file.path)
      }
    ];
  });
  return { checks, faults };
}
__name(readChecks, "readChecks");
function faultsOf(file, at, issue2, topNames) {
  const keys = [...at, ...issue2.path];
  const name3 = issue2.path.map(String).join(".");
  if (issue2.code === "unrecognized_keys")
    return issue2.keys.map((key) => {
      const meant = issue2.path.length === 0 ? nearest(key, topNames) : void 0;
      const guess = meant ? ` (did you mean ${meant}?)` : "";
      return file.fault(
        file.keyAt(keys, key) ?? file.nodeAt(keys),
        `${quoted2(key)} is not known${name3 ? ` in ${name3}` : " here"}${guess}`
      );
    });
  if (issue2.code === "invalid_union") {
    const inner = issue2.errors.flat().toSorted((a, b) => b.path.length - a.path.length)[0];
    if (inner && inner.path.length > 0)
      return faultsOf(
        file,
        at,
        { ...inner, path: [...issue2.path, ...inner.path] },
        topNames
      );
  }
  const node2 = file.nodeAt(keys);
  if (issue2.code === "invalid_value") {
    const choices = issue2.values.map(String);
    const value = node2?.value;
    const meant = typeof value === "string" ? nearest(value, choices) : void 0;
    return [
      file.fault(node2, `${name3} takes ${choices.join(", ")}${meant ? ` (did you mean ${meant}?)` : ""}`)
    ];
  }
  const isMissing = issue2.code === "invalid_type" && / received undefined$/.test(issue2.message);
  return [file.fault(node2, isMissing ? `${name3} is missing` : `${name3 || "this"}: ${inWords3(issue2.message)}`)];
}
__name(faultsOf, "faultsOf");
var inWords3 = /* @__PURE__ */ __name((message) => message.replace(/^Invalid input: /, "").replace(/^Invalid string: /, ""), "inWords");
function quoted2(text) {
  return `\u201C${text.length > 60 ? `${text.slice(0, 60)}\u2026` : text}\u201D`;
}
__name(quoted2, "quoted");

// src/verify/suite/suite-file.ts
var import_yaml = __toESM(require_dist(), 1);
var MAX_BYTES5 = 256 * 1024;
function parseSuite(path6, shownAs, text) {
  const lines = new import_yaml.LineCounter();
  const faultAt = /* @__PURE__ */ __name((offset, what) => {
    const { line, col } = lines.linePos(offset);
    return { file: shownAs, line: Math.max(1, line), column: Math.max(1, col), text: what };
  }, "faultAt");
  const single = /* @__PURE__ */ __name((what) => ({ faults: [{ file: shownAs, line: 1, column: 1, text: what }] }), "single");
  if (Buffer.byteLength(text) > MAX_BYTES5) return single(`longer than ${MAX_BYTES5 / 1024} KiB`);
  if (nesting(text) > 200) return single("nested too deeply");
  let documents;
  try {
    documents = (0, import_yaml.parseAllDocuments)(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  } catch {
    return single("not YAML that can be read");
  }
  const [document, second] = documents;
  if (!document || document.contents === null) return single("the file is empty; a suite has checks:");
  const faults = [...document.errors, ...document.warnings].map(
    ({ pos, message }) => faultAt(pos[0], message)
  );
  if (second) faults.push(faultAt(second.range[0], "a second document begins here: a suite is one"));
  if (!(0, import_yaml.isMap)(document.contents)) faults.push(faultAt(0, "a suite is a mapping that begins with checks:"));
  if (faults.length > 0) return { faults };
  const offsetOf = /* @__PURE__ */ __name((node2) => node2?.range?.[0] ?? 0, "offsetOf");
  const nodeAt = /* @__PURE__ */ __name((keys) => {
    for (let depth = keys.length; depth > 0; depth--) {
      const found = document.getIn(keys.slice(0, depth), true);
      if (found?.range) return found;
    }
    return document.contents;
  }, "nodeAt");
  return {
    file: {
      path: path6,
      shownAs,
      document,
      fault: /* @__PURE__ */ __name((node2, what) => faultAt(offsetOf(node2), what), "fault"),
      nodeAt,
      keyAt: /* @__PURE__ */ __name((keys, key) => {
        const map = keys.length === 0 ? document.contents : document.getIn(keys, true);
        const pair = (0, import_yaml.isMap)(map) ? map.items.find(
          (item) => (0, import_yaml.isScalar)(item.key) && String(item.key.value) === key
        ) : void 0;
        return pair?.key;
      }, "keyAt"),
      lineOf: /* @__PURE__ */ __name((node2) => Math.max(1, lines.linePos(offsetOf(node2)).line), "lineOf")
    }
  };
}
__name(parseSuite, "parseSuite");
function nesting(text) {
  let open2 = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === "[" || character === "{") deepest = Math.max(deepest, ++open2);
    else if (character === "]" || character === "}") open2 = Math.max(0, open2 - 1);
  }
  const dashes = Math.max(0, ...(text.match(/(?:[-?:] ){20,}/g) ?? []).map((run) => run.length / 2));
  return Math.max(deepest, dashes);
}
__name(nesting, "nesting");

// src/verify/suite/variables.rules.ts
var import_yaml2 = __toESM(require_dist(), 1);
var PATTERN = /\$(\$|\{\{|\{([^}]*)\}?)/g;
var NAME2 = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;
function interpolateSuite(file, givenValue, nearestName) {
  const faults = [];
  (0, import_yaml2.visit)(file.document, {
    Scalar: /* @__PURE__ */ __name((key, node2) => {
      if (key === "key" || !(0, import_yaml2.isScalar)(node2) || typeof node2.value !== "string" || !node2.value.includes("$"))
        return;
      const isWhole2 = node2.type === "PLAIN" && /^\$\{[^}]*\}$/.test(node2.value);
      const text = node2.value.replace(PATTERN, (match, inner, name3) => {
        const fail2 = /* @__PURE__ */ __name((what) => {
          faults.push(file.fault(node2, what));
          return "";
        }, "fail");
        if (inner === "$") return "$";
        if (inner === "{{") return fail2("suites have no ${{ \u2026 }}: give a variable and write ${NAME}");
        if (name3 === void 0 || !match.endsWith("}") || !NAME2.test(name3))
          return fail2(`${match} is no variable: write \${NAME}, or $\${ for the characters themselves`);
        const value = givenValue(name3);
        if (value !== void 0) return value;
        const meant = nearestName(name3);
        return fail2(`no value is given for the variable ${name3}${meant ? ` (did you mean ${meant}?)` : ""}`);
      });
      node2.value = isWhole2 ? plainValue(text) : text;
    }, "Scalar")
  });
  return faults;
}
__name(interpolateSuite, "interpolateSuite");
function plainValue(text) {
  if (text === "true" || text === "false") return text === "true";
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/.test(text) ? Number(text) : text;
}
__name(plainValue, "plainValue");

// src/verify/suite/load.ts
async function loadSuites(request, kinds = KINDS) {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const faults = [];
  const checks = [];
  const secretFiles = [];
  const deadlines = [];
  const visited = /* @__PURE__ */ new Set();
  const root = await realpath(request.root);
  const declared = /* @__PURE__ */ new Set();
  const visit2 = /* @__PURE__ */ __name(async (asked, complain) => {
    const place = await fileWithin(root, asked).catch(
      (error2) => void faults.push(complain(error2.message))
    );
    if (!place || visited.has(place)) return;
    visited.add(place);
    const parsed = parseSuite(place, path2.relative(root, place) || place, await readFile2(place, "utf8"));
    if ("faults" in parsed) return void faults.push(...parsed.faults);
    const { file } = parsed;
    const defaults = declaredVariables(file);
    for (const name3 of defaults.keys()) declared.add(name3);
    const names2 = [.../* @__PURE__ */ new Set([...defaults.keys(), ...Object.keys(request.variables)])];
    faults.push(
      ...interpolateSuite(
        file,
        (name3) => Object.hasOwn(request.variables, name3) ? request.variables[name3] : defaults.get(name3),
        (name3) => nearest(name3, names2)
      )
    );
    const read2 = readFrame(file);
    if ("faults" in read2) return void faults.push(...read2.faults);
    await take(file, read2.frame);
  }, "visit");
  const take = /* @__PURE__ */ __name(async (file, frame2) => {
    const folder = path2.dirname(file.path);
    for (const [index, included] of frame2.include.entries())
      await visit2(path2.resolve(folder, included), (text) => file.fault(file.nodeAt(["include", index]), text));
    secretFiles.push(...frame2.secrets.map((secret2) => path2.resolve(folder, secret2)));
    if (frame2.deadline !== void 0) deadlines.push(frame2.deadline);
    const found = readChecks(file, frame2, byName);
    faults.push(...found.faults);
    checks.push(...found.checks);
  }, "take");
  for (const file of request.files)
    await visit2(path2.resolve(root, file), (text) => ({ file, line: 1, column: 1, text }));
  for (const name3 of Object.keys(request.variables))
    if (!declared.has(name3) && faults.length === 0) {
      const meant = nearest(name3, [...declared]);
      throw new SwarmlineError(
        "input",
        `no suite has a variable ${name3}${meant ? ` (did you mean ${meant}?)` : ""}`,
        {
          hint: "declare it under variables: of the suite"
        }
      );
    }
  faults.push(...repeatedIds(checks));
  if (faults.length === 0 && checks.length === 0)
    faults.push({ file: request.files[0] ?? "suite", line: 1, column: 1, text: "there is no check in it" });
  refuse2(faults);
  return { checks: numbered(checks), secretFiles, deadlineMs: deadlines.toSorted((a, b) => a - b)[0] };
}
__name(loadSuites, "loadSuites");
async function fileWithin(root, file) {
  const place = await realpath(path2.resolve(root, file)).catch(() => void 0);
  if (place !== void 0 && place !== root && !place.startsWith(root.endsWith(path2.sep) ? root : root + path2.sep))
    throw new SwarmlineError("input", `${file} is outside of ${root}`);
  if (place === void 0 || !(await stat(place)).isFile())
    throw new SwarmlineError("input", `there is no file ${path2.relative(root, file) || file}`);
  return place;
}
__name(fileWithin, "fileWithin");
function declaredVariables(file) {
  const given = file.document.get("variables");
  const plain2 = given?.toJSON?.();
  if (!plain2 || typeof plain2 !== "object" || Array.isArray(plain2)) return /* @__PURE__ */ new Map();
  return new Map(
    Object.entries(plain2).map(([name3, value]) => [name3, value === null ? void 0 : String(value)])
  );
}
__name(declaredVariables, "declaredVariables");
function refuse2(faults) {
  if (faults.length === 0) return;
  const places = /* @__PURE__ */ new Set();
  const first = faults.filter(({ file, line, column }) => {
    const place = `${file}:${line}:${column}`;
    return !places.has(place) && places.add(place);
  });
  const shown2 = first.slice(0, 50).map(({ file, line, column, text }) => `${file}:${line}:${column}: ${plainWords(text, 300)}`);
  const more = first.length > shown2.length ? [`and ${first.length - shown2.length} more`] : [];
  throw new SwarmlineError("input", [...shown2, ...more].join("\n"), {
    hint: "swarmline verify --explain KIND shows what a kind of check takes"
  });
}
__name(refuse2, "refuse");

// src/verify/suite/select.rules.ts
function select2(checks, { only, tags }) {
  if (only.length === 0 && tags.length === 0) return [...checks];
  const unknown2 = [
    ...missing(
      "check",
      only,
      checks.map(({ id: id2 }) => id2)
    ),
    ...missing("tag", tags, [...new Set(checks.flatMap((check) => check.tags))])
  ];
  if (unknown2.length > 0)
    throw new SwarmlineError("input", unknown2.join("; "), {
      hint: "swarmline verify --list shows all checks"
    });
  return checks.filter((check) => only.includes(check.id) || check.tags.some((tag) => tags.includes(tag)));
}
__name(select2, "select");
function missing(what, asked, there) {
  return asked.filter((name3) => !there.includes(name3)).map((name3) => {
    const meant = nearest(name3, there);
    return `no ${what} is called ${name3}${meant ? ` (did you mean ${meant}?)` : ""}`;
  });
}
__name(missing, "missing");

// src/usecases/verify-files.ts
import { mkdir, readFile as readFile3, realpath as realpath2, stat as stat2, writeFile } from "node:fs/promises";
import path3 from "node:path";
var MAX_BYTES6 = 1024 * 1024;
async function readWithin(root, folder, file) {
  const place = await fileWithin(await realpath2(root), path3.resolve(folder, file));
  if ((await stat2(place)).size > MAX_BYTES6) throw new SwarmlineError("input", `${file} is longer than 1 MiB`);
  return readFile3(place);
}
__name(readWithin, "readWithin");
async function registerSecrets(redactor, files, root) {
  for (const file of files) redactor.register(await readWithin(root, root, file));
}
__name(registerSecrets, "registerSecrets");
async function keepEvidence(folder) {
  await mkdir(folder, { recursive: true, mode: 448 });
  return async (id2, json) => {
    const name3 = `${id2}.json`;
    await writeFile(path3.join(folder, name3), json, { mode: 384 });
    return name3;
  };
}
__name(keepEvidence, "keepEvidence");

// src/usecases/verify-places.ts
import path5 from "node:path";

// src/stack/compose-file.ts
import { readFile as readFile4 } from "node:fs/promises";

// src/stack/compose-document.rules.ts
var import_yaml3 = __toESM(require_dist(), 1);
import path4 from "node:path";
function parseComposeFile(file, text, shownAs = file) {
  const lines = new import_yaml3.LineCounter();
  const [document, second] = (0, import_yaml3.parseAllDocuments)(text, { lineCounter: lines, prettyErrors: false, merge: true });
  const bad = /* @__PURE__ */ __name((offset, what, hint) => {
    const { line, col } = lines.linePos(offset);
    return new SwarmlineError("input", `${shownAs}:${line}:${col}: ${what}`, { hint });
  }, "bad");
  if (!document || !("contents" in document) || document.contents === null)
    throw new SwarmlineError("input", `${shownAs}: the file is empty`, {
      hint: "a stack file needs at least services:"
    });
  const [fault] = document.errors;
  if (fault) throw bad(fault.pos[0], fault.message, "correct the YAML");
  if (second)
    throw bad(second.range[0], "a second document begins here", "give each document a file of its own");
  if (!(0, import_yaml3.isMap)(document.contents)) throw bad(0, "a stack file is a mapping", "it begins with services:");
  const lineOf2 = /* @__PURE__ */ __name((node2) => lines.linePos(node2?.range?.[0] ?? 0).line, "lineOf");
  return {
    path: path4.resolve(file),
    shownAs,
    text,
    document,
    lineOf: lineOf2,
    at: /* @__PURE__ */ __name((node2) => `${shownAs}:${lineOf2(node2)}`, "at")
  };
}
__name(parseComposeFile, "parseComposeFile");

// src/stack/compose-file.ts
async function readComposeFile(file, shownAs = file) {
  const text = await readFile4(file, "utf8").catch((cause) => {
    const why = cause.code === "ENOENT" ? "there is no such file" : "it cannot be read";
    throw new SwarmlineError("input", `${shownAs}: ${why}`, {
      hint: "give the stack file with --compose-file",
      cause
    });
  });
  return parseComposeFile(file, text, shownAs);
}
__name(readComposeFile, "readComposeFile");

// src/usecases/verify-places.ts
async function placesIn(files, root, log) {
  const read2 = [];
  for (const file of files)
    await readComposeFile(file).then(
      (found) => void read2.push(found),
      (error2) => log.warn(`no lines of the stack file can be shown: ${explain(error2)}`)
    );
  return (keys) => {
    for (let depth = keys.length; depth >= 2; depth--)
      for (const file of read2.toReversed()) {
        const node2 = file.document.getIn(keys.slice(0, depth), true);
        if (node2?.range)
          return { file: shownPath(root, file.path), line: lineOfKey(file, keys.slice(0, depth), node2) };
      }
    return void 0;
  };
}
__name(placesIn, "placesIn");
function lineOfKey(file, keys, value) {
  const parent = file.document.getIn(keys.slice(0, -1), true);
  const items = parent?.items ?? [];
  const key = items.find((item) => item.key?.value === keys.at(-1))?.key;
  return file.lineOf(key ?? value);
}
__name(lineOfKey, "lineOfKey");
function shownPath(root, file) {
  const below = path5.relative(root, file);
  return below.startsWith("..") ? file : below;
}
__name(shownPath, "shownPath");

// src/usecases/verify-world.ts
async function openWorld(swarm, stack, fx) {
  const doors = /* @__PURE__ */ new Map();
  return {
    stack,
    manager: swarm.manager,
    nodes: await nodesOf(swarm, fx.signal),
    hasMesh: swarm.hasMesh,
    endpointOf: /* @__PURE__ */ __name((node2, port2) => {
      const key = `${node2.address} ${port2}`;
      const door = doors.get(key) ?? swarm.openPort(node2.address, port2);
      doors.set(key, door);
      return door;
    }, "endpointOf"),
    clock: fx.clock,
    log: fx.log
  };
}
__name(openWorld, "openWorld");
async function nodesOf(swarm, signal) {
  const isOwn = swarm.cluster ? () => true : await ownerOf(swarm.manager, signal);
  return swarm.nodes.map(({ client, ...node2 }) => ({ ...node2, engine: isOwn(node2.id) ? client : void 0 }));
}
__name(nodesOf, "nodesOf");
async function ownerOf(manager, signal) {
  const info = await manager.json("GET", "/info", { signal });
  return (nodeId) => info.Swarm.NodeID === nodeId;
}
__name(ownerOf, "ownerOf");

// src/usecases/verify-suite.ts
var DEADLINE_MS2 = 15 * 6e4;
async function verifyBySuite(request, asked, home, fx) {
  const suite = await loadSuites(asked);
  const checks = select2(suite.checks, asked);
  const redactor = createRedactor();
  await registerSecrets(redactor, suite.secretFiles, asked.root);
  const placeOf2 = await placesIn(asked.composeFiles, asked.root, fx.log);
  const swarm = await openSwarm(request.target, home, fx);
  try {
    const start = fx.clock.now();
    const answers2 = [];
    const isolation2 = [];
    const loads = [];
    const base = await openWorld(swarm, request.stack, fx);
    const verdicts = await runSuite(
      checks,
      {
        ...base,
        readFileFrom: /* @__PURE__ */ __name((folder, path6) => readWithin(asked.root, folder, path6), "readFileFrom"),
        showAnswers: /* @__PURE__ */ __name((seen) => void answers2.push(...seen), "showAnswers"),
        showIsolation: /* @__PURE__ */ __name((matrix) => void isolation2.push(matrix), "showIsolation"),
        showLoad: /* @__PURE__ */ __name((load2) => void loads.push(load2), "showLoad")
      },
      fx,
      {
        deadlineMs: suite.deadlineMs ?? DEADLINE_MS2,
        isDisruptionAllowed: asked.isDisruptionAllowed,
        recorder: {
          redactor,
          placeOf: placeOf2,
          saveEvidence: asked.evidenceDir === void 0 ? void 0 : await keepEvidence(asked.evidenceDir)
        }
      }
    );
    return {
      verdicts,
      nodes: redactor.redact(answers2),
      ...isolation2.length > 0 ? { isolation: redactor.redact(isolation2) } : {},
      ...loads.length > 0 ? { loads: redactor.redact(loads) } : {},
      status: worst(verdicts.map((verdict) => verdict.status)),
      durationMs: fx.clock.now() - start
    };
  } finally {
    await swarm.close();
  }
}
__name(verifyBySuite, "verifyBySuite");
export {
  verifyBySuite
};
