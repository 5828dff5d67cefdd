import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  EngineAnswerError,
  connectEngine
} from "./chunk-IM66JCQJ.js";
import {
  SEEN_BY_SSH
} from "./chunk-SLOVN27F.js";
import {
  SwarmlineError
} from "./chunk-JSEEVW6R.js";
import {
  __commonJS,
  __name,
  __require,
  __toESM
} from "./chunk-TLGIOUIF.js";

// node_modules/events-universal/default.js
var require_default = __commonJS({
  "node_modules/events-universal/default.js"(exports, module) {
    module.exports = __require("events");
  }
});

// node_modules/fast-fifo/fixed-size.js
var require_fixed_size = __commonJS({
  "node_modules/fast-fifo/fixed-size.js"(exports, module) {
    module.exports = class FixedFIFO {
      static {
        __name(this, "FixedFIFO");
      }
      constructor(hwm) {
        if (!(hwm > 0) || (hwm - 1 & hwm) !== 0) throw new Error("Max size for a FixedFIFO should be a power of two");
        this.buffer = new Array(hwm);
        this.mask = hwm - 1;
        this.top = 0;
        this.btm = 0;
        this.next = null;
      }
      clear() {
        this.top = this.btm = 0;
        this.next = null;
        this.buffer.fill(void 0);
      }
      push(data) {
        if (this.buffer[this.top] !== void 0) return false;
        this.buffer[this.top] = data;
        this.top = this.top + 1 & this.mask;
        return true;
      }
      shift() {
        const last = this.buffer[this.btm];
        if (last === void 0) return void 0;
        this.buffer[this.btm] = void 0;
        this.btm = this.btm + 1 & this.mask;
        return last;
      }
      peek() {
        return this.buffer[this.btm];
      }
      isEmpty() {
        return this.buffer[this.btm] === void 0;
      }
    };
  }
});

// node_modules/fast-fifo/index.js
var require_fast_fifo = __commonJS({
  "node_modules/fast-fifo/index.js"(exports, module) {
    var FixedFIFO = require_fixed_size();
    module.exports = class FastFIFO {
      static {
        __name(this, "FastFIFO");
      }
      constructor(hwm) {
        this.hwm = hwm || 16;
        this.head = new FixedFIFO(this.hwm);
        this.tail = this.head;
        this.length = 0;
      }
      clear() {
        this.head = this.tail;
        this.head.clear();
        this.length = 0;
      }
      push(val) {
        this.length++;
        if (!this.head.push(val)) {
          const prev = this.head;
          this.head = prev.next = new FixedFIFO(2 * this.head.buffer.length);
          this.head.push(val);
        }
      }
      shift() {
        if (this.length !== 0) this.length--;
        const val = this.tail.shift();
        if (val === void 0 && this.tail.next) {
          const next = this.tail.next;
          this.tail.next = null;
          this.tail = next;
          return this.tail.shift();
        }
        return val;
      }
      peek() {
        const val = this.tail.peek();
        if (val === void 0 && this.tail.next) return this.tail.next.peek();
        return val;
      }
      isEmpty() {
        return this.length === 0;
      }
    };
  }
});

// node_modules/b4a/index.js
var require_b4a = __commonJS({
  "node_modules/b4a/index.js"(exports, module) {
    function isBuffer(value) {
      return Buffer.isBuffer(value) || value instanceof Uint8Array;
    }
    __name(isBuffer, "isBuffer");
    function isEncoding(encoding) {
      return Buffer.isEncoding(encoding);
    }
    __name(isEncoding, "isEncoding");
    function alloc(size, fill2, encoding) {
      return Buffer.alloc(size, fill2, encoding);
    }
    __name(alloc, "alloc");
    function allocUnsafe(size) {
      return Buffer.allocUnsafe(size);
    }
    __name(allocUnsafe, "allocUnsafe");
    function allocUnsafeSlow(size) {
      return Buffer.allocUnsafeSlow(size);
    }
    __name(allocUnsafeSlow, "allocUnsafeSlow");
    function byteLength(string, encoding) {
      return Buffer.byteLength(string, encoding);
    }
    __name(byteLength, "byteLength");
    function compare(a, b) {
      return Buffer.compare(a, b);
    }
    __name(compare, "compare");
    function concat(buffers, totalLength) {
      return Buffer.concat(buffers, totalLength);
    }
    __name(concat, "concat");
    function copy(source, target, targetStart, start, end) {
      return toBuffer(source).copy(target, targetStart, start, end);
    }
    __name(copy, "copy");
    function equals(a, b) {
      return toBuffer(a).equals(b);
    }
    __name(equals, "equals");
    function fill(buffer, value, offset, end, encoding) {
      return toBuffer(buffer).fill(value, offset, end, encoding);
    }
    __name(fill, "fill");
    function from(value, encodingOrOffset, length) {
      return Buffer.from(value, encodingOrOffset, length);
    }
    __name(from, "from");
    function includes(buffer, value, byteOffset, encoding) {
      return toBuffer(buffer).includes(value, byteOffset, encoding);
    }
    __name(includes, "includes");
    function indexOf(buffer, value, byfeOffset, encoding) {
      return toBuffer(buffer).indexOf(value, byfeOffset, encoding);
    }
    __name(indexOf, "indexOf");
    function lastIndexOf(buffer, value, byteOffset, encoding) {
      return toBuffer(buffer).lastIndexOf(value, byteOffset, encoding);
    }
    __name(lastIndexOf, "lastIndexOf");
    function swap16(buffer) {
      return toBuffer(buffer).swap16();
    }
    __name(swap16, "swap16");
    function swap32(buffer) {
      return toBuffer(buffer).swap32();
    }
    __name(swap32, "swap32");
    function swap64(buffer) {
      return toBuffer(buffer).swap64();
    }
    __name(swap64, "swap64");
    function toBuffer(buffer) {
      if (Buffer.isBuffer(buffer)) return buffer;
      return Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    }
    __name(toBuffer, "toBuffer");
    function toString(buffer, encoding, start, end) {
      return toBuffer(buffer).toString(encoding, start, end);
    }
    __name(toString, "toString");
    function toHex(buffer, start, end) {
      return toBuffer(buffer).toString("hex", start, end);
    }
    __name(toHex, "toHex");
    function write(buffer, string, offset, length, encoding) {
      return toBuffer(buffer).write(string, offset, length, encoding);
    }
    __name(write, "write");
    function readDoubleBE(buffer, offset) {
      return toBuffer(buffer).readDoubleBE(offset);
    }
    __name(readDoubleBE, "readDoubleBE");
    function readDoubleLE(buffer, offset) {
      return toBuffer(buffer).readDoubleLE(offset);
    }
    __name(readDoubleLE, "readDoubleLE");
    function readFloatBE(buffer, offset) {
      return toBuffer(buffer).readFloatBE(offset);
    }
    __name(readFloatBE, "readFloatBE");
    function readFloatLE(buffer, offset) {
      return toBuffer(buffer).readFloatLE(offset);
    }
    __name(readFloatLE, "readFloatLE");
    function readInt32BE(buffer, offset) {
      return toBuffer(buffer).readInt32BE(offset);
    }
    __name(readInt32BE, "readInt32BE");
    function readInt32LE(buffer, offset) {
      return toBuffer(buffer).readInt32LE(offset);
    }
    __name(readInt32LE, "readInt32LE");
    function readUInt32BE(buffer, offset) {
      return toBuffer(buffer).readUInt32BE(offset);
    }
    __name(readUInt32BE, "readUInt32BE");
    function readUInt32LE(buffer, offset) {
      return toBuffer(buffer).readUInt32LE(offset);
    }
    __name(readUInt32LE, "readUInt32LE");
    function writeDoubleBE(buffer, value, offset) {
      return toBuffer(buffer).writeDoubleBE(value, offset);
    }
    __name(writeDoubleBE, "writeDoubleBE");
    function writeDoubleLE(buffer, value, offset) {
      return toBuffer(buffer).writeDoubleLE(value, offset);
    }
    __name(writeDoubleLE, "writeDoubleLE");
    function writeFloatBE(buffer, value, offset) {
      return toBuffer(buffer).writeFloatBE(value, offset);
    }
    __name(writeFloatBE, "writeFloatBE");
    function writeFloatLE(buffer, value, offset) {
      return toBuffer(buffer).writeFloatLE(value, offset);
    }
    __name(writeFloatLE, "writeFloatLE");
    function writeInt32BE(buffer, value, offset) {
      return toBuffer(buffer).writeInt32BE(value, offset);
    }
    __name(writeInt32BE, "writeInt32BE");
    function writeInt32LE(buffer, value, offset) {
      return toBuffer(buffer).writeInt32LE(value, offset);
    }
    __name(writeInt32LE, "writeInt32LE");
    function writeUInt32BE(buffer, value, offset) {
      return toBuffer(buffer).writeUInt32BE(value, offset);
    }
    __name(writeUInt32BE, "writeUInt32BE");
    function writeUInt32LE(buffer, value, offset) {
      return toBuffer(buffer).writeUInt32LE(value, offset);
    }
    __name(writeUInt32LE, "writeUInt32LE");
    module.exports = {
      isBuffer,
      isEncoding,
      alloc,
      allocUnsafe,
      allocUnsafeSlow,
      byteLength,
      compare,
      concat,
      copy,
      equals,
      fill,
      from,
      includes,
      indexOf,
      lastIndexOf,
      swap16,
      swap32,
      swap64,
      toBuffer,
      toString,
      toHex,
      write,
      readDoubleBE,
      readDoubleLE,
      readFloatBE,
      readFloatLE,
      readInt32BE,
      readInt32LE,
      readUInt32BE,
      readUInt32LE,
      writeDoubleBE,
      writeDoubleLE,
      writeFloatBE,
      writeFloatLE,
      writeInt32BE,
      writeInt32LE,
      writeUInt32BE,
      writeUInt32LE
    };
  }
});

// node_modules/text-decoder/lib/pass-through-decoder.js
var require_pass_through_decoder = __commonJS({
  "node_modules/text-decoder/lib/pass-through-decoder.js"(exports, module) {
    var b4a = require_b4a();
    module.exports = class PassThroughDecoder {
      static {
        __name(this, "PassThroughDecoder");
      }
      constructor(encoding) {
        this.encoding = encoding;
      }
      get remaining() {
        return 0;
      }
      decode(data) {
        return b4a.toString(data, this.encoding);
      }
      flush() {
        return "";
      }
    };
  }
});

// node_modules/text-decoder/lib/utf8-decoder.js
var require_utf8_decoder = __commonJS({
  "node_modules/text-decoder/lib/utf8-decoder.js"(exports, module) {
    var b4a = require_b4a();
    module.exports = class UTF8Decoder {
      static {
        __name(this, "UTF8Decoder");
      }
      constructor() {
        this._reset();
      }
      get remaining() {
        return this.bytesSeen;
      }
      decode(data) {
        if (data.byteLength === 0) return "";
        if (this.bytesNeeded === 0 && trailingIncomplete(data, 0) === 0) {
          this.bytesSeen = trailingBytesSeen(data);
          return b4a.toString(data, "utf8");
        }
        let result = "";
        let start = 0;
        if (this.bytesNeeded > 0) {
          while (start < data.byteLength) {
            const byte = data[start];
            if (byte < this.lowerBoundary || byte > this.upperBoundary) {
              result += "\uFFFD";
              this._reset();
              break;
            }
            this.lowerBoundary = 128;
            this.upperBoundary = 191;
            this.codePoint = this.codePoint << 6 | byte & 63;
            this.bytesSeen++;
            start++;
            if (this.bytesSeen === this.bytesNeeded) {
              result += String.fromCodePoint(this.codePoint);
              this._reset();
              break;
            }
          }
          if (this.bytesNeeded > 0) return result;
        }
        const trailing = trailingIncomplete(data, start);
        const end = data.byteLength - trailing;
        if (end > start) result += b4a.toString(data, "utf8", start, end);
        for (let i = end; i < data.byteLength; i++) {
          const byte = data[i];
          if (this.bytesNeeded === 0) {
            if (byte <= 127) {
              this.bytesSeen = 0;
              result += String.fromCharCode(byte);
            } else if (byte >= 194 && byte <= 223) {
              this.bytesNeeded = 2;
              this.bytesSeen = 1;
              this.codePoint = byte & 31;
            } else if (byte >= 224 && byte <= 239) {
              if (byte === 224) this.lowerBoundary = 160;
              else if (byte === 237) this.upperBoundary = 159;
              this.bytesNeeded = 3;
              this.bytesSeen = 1;
              this.codePoint = byte & 15;
            } else if (byte >= 240 && byte <= 244) {
              if (byte === 240) this.lowerBoundary = 144;
              else if (byte === 244) this.upperBoundary = 143;
              this.bytesNeeded = 4;
              this.bytesSeen = 1;
              this.codePoint = byte & 7;
            } else {
              this.bytesSeen = 1;
              result += "\uFFFD";
            }
            continue;
          }
          if (byte < this.lowerBoundary || byte > this.upperBoundary) {
            result += "\uFFFD";
            i--;
            this._reset();
            continue;
          }
          this.lowerBoundary = 128;
          this.upperBoundary = 191;
          this.codePoint = this.codePoint << 6 | byte & 63;
          this.bytesSeen++;
          if (this.bytesSeen === this.bytesNeeded) {
            result += String.fromCodePoint(this.codePoint);
            this._reset();
          }
        }
        return result;
      }
      flush() {
        const result = this.bytesNeeded > 0 ? "\uFFFD" : "";
        this._reset();
        return result;
      }
      _reset() {
        this.codePoint = 0;
        this.bytesNeeded = 0;
        this.bytesSeen = 0;
        this.lowerBoundary = 128;
        this.upperBoundary = 191;
      }
    };
    function trailingIncomplete(data, start) {
      const len = data.byteLength;
      if (len <= start) return 0;
      const limit = Math.max(start, len - 4);
      let i = len - 1;
      while (i > limit && (data[i] & 192) === 128) i--;
      if (i < start) return 0;
      const byte = data[i];
      let needed;
      if (byte <= 127) return 0;
      if (byte >= 194 && byte <= 223) needed = 2;
      else if (byte >= 224 && byte <= 239) needed = 3;
      else if (byte >= 240 && byte <= 244) needed = 4;
      else return 0;
      const available = len - i;
      return available < needed ? available : 0;
    }
    __name(trailingIncomplete, "trailingIncomplete");
    function trailingBytesSeen(data) {
      const len = data.byteLength;
      if (len === 0) return 0;
      const last = data[len - 1];
      if (last <= 127) return 0;
      if ((last & 192) !== 128) return 1;
      const limit = Math.max(0, len - 4);
      let i = len - 2;
      while (i >= limit && (data[i] & 192) === 128) i--;
      if (i < 0) return 1;
      const first = data[i];
      let needed;
      if (first >= 194 && first <= 223) needed = 2;
      else if (first >= 224 && first <= 239) needed = 3;
      else if (first >= 240 && first <= 244) needed = 4;
      else return 1;
      if (len - i !== needed) return 1;
      if (needed >= 3) {
        const second = data[i + 1];
        if (first === 224 && second < 160) return 1;
        if (first === 237 && second > 159) return 1;
        if (first === 240 && second < 144) return 1;
        if (first === 244 && second > 143) return 1;
      }
      return 0;
    }
    __name(trailingBytesSeen, "trailingBytesSeen");
  }
});

// node_modules/text-decoder/index.js
var require_text_decoder = __commonJS({
  "node_modules/text-decoder/index.js"(exports, module) {
    var PassThroughDecoder = require_pass_through_decoder();
    var UTF8Decoder = require_utf8_decoder();
    module.exports = class TextDecoder {
      static {
        __name(this, "TextDecoder");
      }
      constructor(encoding = "utf8") {
        this.encoding = normalizeEncoding(encoding);
        switch (this.encoding) {
          case "utf8":
            this.decoder = new UTF8Decoder();
            break;
          case "utf16le":
          case "base64":
            throw new Error("Unsupported encoding: " + this.encoding);
          default:
            this.decoder = new PassThroughDecoder(this.encoding);
        }
      }
      get remaining() {
        return this.decoder.remaining;
      }
      push(data) {
        if (typeof data === "string") return data;
        return this.decoder.decode(data);
      }
      // For Node.js compatibility
      write(data) {
        return this.push(data);
      }
      end(data) {
        let result = "";
        if (data) result = this.push(data);
        result += this.decoder.flush();
        return result;
      }
    };
    function normalizeEncoding(encoding) {
      encoding = encoding.toLowerCase();
      switch (encoding) {
        case "utf8":
        case "utf-8":
          return "utf8";
        case "ucs2":
        case "ucs-2":
        case "utf16le":
        case "utf-16le":
          return "utf16le";
        case "latin1":
        case "binary":
          return "latin1";
        case "base64":
        case "ascii":
        case "hex":
          return encoding;
        default:
          throw new Error("Unknown encoding: " + encoding);
      }
    }
    __name(normalizeEncoding, "normalizeEncoding");
  }
});

// node_modules/streamx/lib/errors.js
var require_errors = __commonJS({
  "node_modules/streamx/lib/errors.js"(exports, module) {
    module.exports = class StreamError extends Error {
      static {
        __name(this, "StreamError");
      }
      constructor(msg, code, fn = StreamError) {
        super(msg);
        this.code = code;
        if (Error.captureStackTrace) {
          Error.captureStackTrace(this, fn);
        }
      }
      static isStreamDestroyed(err) {
        return err && err.code === "STREAM_DESTROYED";
      }
      static isPrematureClose(err) {
        return err && err.code === "PREMATURE_CLOSE";
      }
      static isAborted(err) {
        return err && err.code === "ABORTED";
      }
      static isBadArgument(err) {
        return err && err.code === "BAD_ARGUMENT";
      }
      get name() {
        return "StreamError";
      }
      static STREAM_DESTROYED() {
        return new StreamError("Stream was destroyed", "STREAM_DESTROYED", StreamError.STREAM_DESTROYED);
      }
      static PREMATURE_CLOSE(msg = "Premature close") {
        return new StreamError(msg, "PREMATURE_CLOSE", StreamError.PREMATURE_CLOSE);
      }
      static ABORTED() {
        return new StreamError("Stream aborted", "ABORTED", StreamError.ABORTED);
      }
      static BAD_ARGUMENT(msg = "Bad argument") {
        return new StreamError(msg, "BAD_ARGUMENT", StreamError.BAD_ARGUMENT);
      }
    };
  }
});

// node_modules/streamx/index.js
var require_streamx = __commonJS({
  "node_modules/streamx/index.js"(exports, module) {
    var { EventEmitter } = require_default();
    var FIFO = require_fast_fifo();
    var TextDecoder = require_text_decoder();
    var StreamError = require_errors();
    var qmt = typeof queueMicrotask === "undefined" ? (fn) => global.process.nextTick(fn) : queueMicrotask;
    var MAX = (1 << 29) - 1;
    var OPENING = 1;
    var PREDESTROYING = 2;
    var DESTROYING = 4;
    var DESTROYED = 8;
    var NOT_OPENING = MAX ^ OPENING;
    var NOT_PREDESTROYING = MAX ^ PREDESTROYING;
    var READ_ACTIVE = 1 << 4;
    var READ_UPDATING = 2 << 4;
    var READ_PRIMARY = 4 << 4;
    var READ_QUEUED = 8 << 4;
    var READ_RESUMED = 16 << 4;
    var READ_PIPE_DRAINED = 32 << 4;
    var READ_ENDING = 64 << 4;
    var READ_EMIT_DATA = 128 << 4;
    var READ_EMIT_READABLE = 256 << 4;
    var READ_EMITTED_READABLE = 512 << 4;
    var READ_DONE = 1024 << 4;
    var READ_NEXT_TICK = 2048 << 4;
    var READ_NEEDS_PUSH = 4096 << 4;
    var READ_READ_AHEAD = 8192 << 4;
    var READ_FLOWING = READ_RESUMED | READ_PIPE_DRAINED;
    var READ_ACTIVE_AND_NEEDS_PUSH = READ_ACTIVE | READ_NEEDS_PUSH;
    var READ_PRIMARY_AND_ACTIVE = READ_PRIMARY | READ_ACTIVE;
    var READ_EMIT_READABLE_AND_QUEUED = READ_EMIT_READABLE | READ_QUEUED;
    var READ_RESUMED_READ_AHEAD = READ_RESUMED | READ_READ_AHEAD;
    var READ_NOT_ACTIVE = MAX ^ READ_ACTIVE;
    var READ_NON_PRIMARY = MAX ^ READ_PRIMARY;
    var READ_NON_PRIMARY_AND_PUSHED = MAX ^ (READ_PRIMARY | READ_NEEDS_PUSH);
    var READ_PUSHED = MAX ^ READ_NEEDS_PUSH;
    var READ_PAUSED = MAX ^ READ_RESUMED;
    var READ_NOT_QUEUED = MAX ^ (READ_QUEUED | READ_EMITTED_READABLE);
    var READ_NOT_ENDING = MAX ^ READ_ENDING;
    var READ_PIPE_NOT_DRAINED = MAX ^ READ_FLOWING;
    var READ_NOT_NEXT_TICK = MAX ^ READ_NEXT_TICK;
    var READ_NOT_UPDATING = MAX ^ READ_UPDATING;
    var READ_NO_READ_AHEAD = MAX ^ READ_READ_AHEAD;
    var READ_PAUSED_NO_READ_AHEAD = MAX ^ READ_RESUMED_READ_AHEAD;
    var WRITE_ACTIVE = 1 << 18;
    var WRITE_UPDATING = 2 << 18;
    var WRITE_PRIMARY = 4 << 18;
    var WRITE_QUEUED = 8 << 18;
    var WRITE_UNDRAINED = 16 << 18;
    var WRITE_DONE = 32 << 18;
    var WRITE_EMIT_DRAIN = 64 << 18;
    var WRITE_NEXT_TICK = 128 << 18;
    var WRITE_WRITING = 256 << 18;
    var WRITE_FINISHING = 512 << 18;
    var WRITE_CORKED = 1024 << 18;
    var WRITE_NOT_ACTIVE = MAX ^ (WRITE_ACTIVE | WRITE_WRITING);
    var WRITE_NON_PRIMARY = MAX ^ WRITE_PRIMARY;
    var WRITE_NOT_FINISHING = MAX ^ (WRITE_ACTIVE | WRITE_FINISHING);
    var WRITE_DRAINED = MAX ^ WRITE_UNDRAINED;
    var WRITE_NOT_QUEUED = MAX ^ WRITE_QUEUED;
    var WRITE_NOT_NEXT_TICK = MAX ^ WRITE_NEXT_TICK;
    var WRITE_NOT_UPDATING = MAX ^ WRITE_UPDATING;
    var WRITE_NOT_CORKED = MAX ^ WRITE_CORKED;
    var ACTIVE = READ_ACTIVE | WRITE_ACTIVE;
    var NOT_ACTIVE = MAX ^ ACTIVE;
    var DONE = READ_DONE | WRITE_DONE;
    var DESTROY_STATUS = DESTROYING | DESTROYED | PREDESTROYING;
    var OPEN_STATUS = DESTROY_STATUS | OPENING;
    var AUTO_DESTROY = DESTROY_STATUS | DONE;
    var NON_PRIMARY = WRITE_NON_PRIMARY & READ_NON_PRIMARY;
    var ACTIVE_OR_TICKING = WRITE_NEXT_TICK | READ_NEXT_TICK;
    var TICKING = ACTIVE_OR_TICKING & NOT_ACTIVE;
    var IS_OPENING = OPEN_STATUS | TICKING;
    var READ_PRIMARY_STATUS = OPEN_STATUS | READ_ENDING | READ_DONE;
    var READ_STATUS = OPEN_STATUS | READ_DONE | READ_QUEUED;
    var READ_ENDING_STATUS = OPEN_STATUS | READ_ENDING | READ_QUEUED;
    var READ_READABLE_STATUS = OPEN_STATUS | READ_EMIT_READABLE | READ_QUEUED | READ_EMITTED_READABLE;
    var SHOULD_NOT_READ = OPEN_STATUS | READ_ACTIVE | READ_ENDING | READ_DONE | READ_NEEDS_PUSH | READ_READ_AHEAD;
    var READ_BACKPRESSURE_STATUS = DESTROY_STATUS | READ_ENDING | READ_DONE;
    var READ_UPDATE_SYNC_STATUS = READ_UPDATING | OPEN_STATUS | READ_NEXT_TICK | READ_PRIMARY;
    var READ_NEXT_TICK_OR_OPENING = READ_NEXT_TICK | OPENING;
    var WRITE_PRIMARY_STATUS = OPEN_STATUS | WRITE_FINISHING | WRITE_DONE;
    var WRITE_QUEUED_AND_UNDRAINED = WRITE_QUEUED | WRITE_UNDRAINED;
    var WRITE_QUEUED_AND_ACTIVE = WRITE_QUEUED | WRITE_ACTIVE;
    var WRITE_DRAIN_STATUS = WRITE_QUEUED | WRITE_UNDRAINED | OPEN_STATUS | WRITE_ACTIVE;
    var WRITE_STATUS = OPEN_STATUS | WRITE_ACTIVE | WRITE_QUEUED | WRITE_CORKED;
    var WRITE_PRIMARY_AND_ACTIVE = WRITE_PRIMARY | WRITE_ACTIVE;
    var WRITE_ACTIVE_AND_WRITING = WRITE_ACTIVE | WRITE_WRITING;
    var WRITE_FINISHING_STATUS = OPEN_STATUS | WRITE_FINISHING | WRITE_QUEUED_AND_ACTIVE | WRITE_DONE;
    var WRITE_BACKPRESSURE_STATUS = WRITE_UNDRAINED | DESTROY_STATUS | WRITE_FINISHING | WRITE_DONE;
    var WRITE_UPDATE_SYNC_STATUS = WRITE_UPDATING | OPEN_STATUS | WRITE_NEXT_TICK | WRITE_PRIMARY;
    var WRITE_DROP_DATA = WRITE_FINISHING | WRITE_DONE | DESTROY_STATUS;
    var asyncIterator = Symbol.asyncIterator || /* @__PURE__ */ Symbol("asyncIterator");
    var WritableState = class {
      static {
        __name(this, "WritableState");
      }
      constructor(stream, { highWaterMark = 16384, map = null, mapWritable, byteLength, byteLengthWritable } = {}) {
        this.stream = stream;
        this.queue = new FIFO();
        this.highWaterMark = highWaterMark;
        this.buffered = 0;
        this.error = null;
        this.pipeline = null;
        this.drains = null;
        this.byteLength = byteLengthWritable || byteLength || defaultByteLength;
        this.map = mapWritable || map;
        this.afterWrite = afterWrite.bind(this);
        this.afterUpdateNextTick = updateWriteNT.bind(this);
      }
      get ending() {
        return (this.stream._duplexState & WRITE_FINISHING) !== 0;
      }
      get ended() {
        return (this.stream._duplexState & WRITE_DONE) !== 0;
      }
      push(data) {
        if ((this.stream._duplexState & WRITE_DROP_DATA) !== 0) return false;
        if (this.map !== null) data = this.map(data);
        this.buffered += this.byteLength(data);
        this.queue.push(data);
        if (this.buffered < this.highWaterMark) {
          this.stream._duplexState |= WRITE_QUEUED;
          return true;
        }
        this.stream._duplexState |= WRITE_QUEUED_AND_UNDRAINED;
        return false;
      }
      shift() {
        const data = this.queue.shift();
        this.buffered -= this.byteLength(data);
        if (this.buffered === 0) this.stream._duplexState &= WRITE_NOT_QUEUED;
        return data;
      }
      end(data) {
        if (typeof data === "function") {
          this.stream.once("finish", data);
        } else if (data !== void 0 && data !== null) {
          this.push(data);
        }
        this.stream._duplexState = (this.stream._duplexState | WRITE_FINISHING) & WRITE_NON_PRIMARY;
      }
      autoBatch(data, cb) {
        const buffer = [];
        const stream = this.stream;
        buffer.push(data);
        while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED_AND_ACTIVE) {
          buffer.push(stream._writableState.shift());
        }
        if ((stream._duplexState & OPEN_STATUS) !== 0) return cb(null);
        stream._writev(buffer, cb);
      }
      update() {
        const stream = this.stream;
        stream._duplexState |= WRITE_UPDATING;
        do {
          while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED) {
            const data = this.shift();
            stream._duplexState |= WRITE_ACTIVE_AND_WRITING;
            stream._write(data, this.afterWrite);
          }
          if ((stream._duplexState & WRITE_PRIMARY_AND_ACTIVE) === 0) this.updateNonPrimary();
        } while (this.continueUpdate() === true);
        stream._duplexState &= WRITE_NOT_UPDATING;
      }
      updateNonPrimary() {
        const stream = this.stream;
        if ((stream._duplexState & WRITE_FINISHING_STATUS) === WRITE_FINISHING) {
          stream._duplexState = stream._duplexState | WRITE_ACTIVE;
          stream._final(afterFinal.bind(this));
          return;
        }
        if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
          if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
            stream._duplexState |= ACTIVE;
            stream._destroy(afterDestroy.bind(this));
          }
          return;
        }
        if ((stream._duplexState & IS_OPENING) === OPENING) {
          stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING;
          stream._open(afterOpen.bind(this));
        }
      }
      continueUpdate() {
        if ((this.stream._duplexState & WRITE_NEXT_TICK) === 0) return false;
        this.stream._duplexState &= WRITE_NOT_NEXT_TICK;
        return true;
      }
      updateCallback() {
        if ((this.stream._duplexState & WRITE_UPDATE_SYNC_STATUS) === WRITE_PRIMARY) {
          this.update();
        } else {
          this.updateNextTick();
        }
      }
      updateNextTick() {
        if ((this.stream._duplexState & WRITE_NEXT_TICK) !== 0) return;
        this.stream._duplexState |= WRITE_NEXT_TICK;
        if ((this.stream._duplexState & WRITE_UPDATING) === 0) qmt(this.afterUpdateNextTick);
      }
    };
    var ReadableState = class {
      static {
        __name(this, "ReadableState");
      }
      constructor(stream, { highWaterMark = 16384, map = null, mapReadable, byteLength, byteLengthReadable } = {}) {
        this.stream = stream;
        this.queue = new FIFO();
        this.highWaterMark = highWaterMark === 0 ? 1 : highWaterMark;
        this.buffered = 0;
        this.readAhead = highWaterMark > 0;
        this.error = null;
        this.pipeline = null;
        this.byteLength = byteLengthReadable || byteLength || defaultByteLength;
        this.map = mapReadable || map;
        this.pipeTo = null;
        this.afterRead = afterRead.bind(this);
        this.afterUpdateNextTick = updateReadNT.bind(this);
      }
      get ending() {
        return (this.stream._duplexState & READ_ENDING) !== 0;
      }
      get ended() {
        return (this.stream._duplexState & READ_DONE) !== 0;
      }
      pipe(pipeTo, cb) {
        if (this.pipeTo !== null) throw StreamError.BAD_ARGUMENT("Can only pipe to one destination");
        if (typeof cb !== "function") cb = null;
        this.stream._duplexState |= READ_PIPE_DRAINED;
        this.pipeTo = pipeTo;
        this.pipeline = new Pipeline(this.stream, pipeTo, cb);
        if (cb) this.stream.on("error", noop);
        if (isStreamx(pipeTo)) {
          pipeTo._writableState.pipeline = this.pipeline;
          if (cb) pipeTo.on("error", noop);
          pipeTo.on("finish", this.pipeline.finished.bind(this.pipeline));
        } else {
          const onerror = this.pipeline.done.bind(this.pipeline, pipeTo);
          const onclose = this.pipeline.done.bind(this.pipeline, pipeTo, null);
          pipeTo.on("error", onerror);
          pipeTo.on("close", onclose);
          pipeTo.on("finish", this.pipeline.finished.bind(this.pipeline));
        }
        pipeTo.on("drain", afterDrain.bind(this));
        this.stream.emit("piping", pipeTo);
        pipeTo.emit("pipe", this.stream);
      }
      push(data) {
        const stream = this.stream;
        if (data === null) {
          this.highWaterMark = 0;
          stream._duplexState = (stream._duplexState | READ_ENDING) & READ_NON_PRIMARY_AND_PUSHED;
          return false;
        }
        if (this.map !== null) {
          data = this.map(data);
          if (data === null) {
            stream._duplexState &= READ_PUSHED;
            return this.buffered < this.highWaterMark;
          }
        }
        this.buffered += this.byteLength(data);
        this.queue.push(data);
        stream._duplexState = (stream._duplexState | READ_QUEUED) & READ_PUSHED;
        return this.buffered < this.highWaterMark;
      }
      shift() {
        const data = this.queue.shift();
        this.buffered -= this.byteLength(data);
        if (this.buffered === 0) {
          this.stream._duplexState &= READ_NOT_QUEUED;
        }
        return data;
      }
      unshift(data) {
        const pending = [this.map !== null ? this.map(data) : data];
        while (this.buffered > 0) pending.push(this.shift());
        for (let i = 0; i < pending.length - 1; i++) {
          const data2 = pending[i];
          this.buffered += this.byteLength(data2);
          this.queue.push(data2);
        }
        this.push(pending[pending.length - 1]);
      }
      read() {
        const stream = this.stream;
        if ((stream._duplexState & READ_STATUS) === READ_QUEUED) {
          const data = this.shift();
          if (this.pipeTo !== null && this.pipeTo.write(data) === false) {
            stream._duplexState &= READ_PIPE_NOT_DRAINED;
          }
          if ((stream._duplexState & READ_EMIT_DATA) !== 0) {
            stream.emit("data", data);
          }
          return data;
        }
        if (this.readAhead === false) {
          stream._duplexState |= READ_READ_AHEAD;
          this.updateNextTick();
        }
        return null;
      }
      drain() {
        const stream = this.stream;
        while ((stream._duplexState & READ_STATUS) === READ_QUEUED && (stream._duplexState & READ_FLOWING) !== 0) {
          const data = this.shift();
          if (this.pipeTo !== null && this.pipeTo.write(data) === false) {
            stream._duplexState &= READ_PIPE_NOT_DRAINED;
          }
          if ((stream._duplexState & READ_EMIT_DATA) !== 0) {
            stream.emit("data", data);
          }
        }
      }
      update() {
        const stream = this.stream;
        stream._duplexState |= READ_UPDATING;
        do {
          this.drain();
          while (this.buffered < this.highWaterMark && (stream._duplexState & SHOULD_NOT_READ) === READ_READ_AHEAD) {
            stream._duplexState |= READ_ACTIVE_AND_NEEDS_PUSH;
            stream._read(this.afterRead);
            this.drain();
          }
          if ((stream._duplexState & READ_READABLE_STATUS) === READ_EMIT_READABLE_AND_QUEUED) {
            stream._duplexState |= READ_EMITTED_READABLE;
            stream.emit("readable");
          }
          if ((stream._duplexState & READ_PRIMARY_AND_ACTIVE) === 0) {
            this.updateNonPrimary();
          }
        } while (this.continueUpdate() === true);
        stream._duplexState &= READ_NOT_UPDATING;
      }
      updateNonPrimary() {
        const stream = this.stream;
        if ((stream._duplexState & READ_ENDING_STATUS) === READ_ENDING) {
          stream._duplexState = (stream._duplexState | READ_DONE) & READ_NOT_ENDING;
          stream.emit("end");
          if ((stream._duplexState & AUTO_DESTROY) === DONE) {
            stream._duplexState |= DESTROYING;
          }
          if (this.pipeTo !== null) {
            this.pipeTo.end();
          }
        }
        if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
          if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
            stream._duplexState |= ACTIVE;
            stream._destroy(afterDestroy.bind(this));
          }
          return;
        }
        if ((stream._duplexState & IS_OPENING) === OPENING) {
          stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING;
          stream._open(afterOpen.bind(this));
        }
      }
      continueUpdate() {
        if ((this.stream._duplexState & READ_NEXT_TICK) === 0) return false;
        this.stream._duplexState &= READ_NOT_NEXT_TICK;
        return true;
      }
      updateCallback() {
        if ((this.stream._duplexState & READ_UPDATE_SYNC_STATUS) === READ_PRIMARY) {
          this.update();
        } else {
          this.updateNextTick();
        }
      }
      updateNextTickIfOpen() {
        if ((this.stream._duplexState & READ_NEXT_TICK_OR_OPENING) !== 0) return;
        this.stream._duplexState |= READ_NEXT_TICK;
        if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick);
      }
      updateNextTick() {
        if ((this.stream._duplexState & READ_NEXT_TICK) !== 0) return;
        this.stream._duplexState |= READ_NEXT_TICK;
        if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick);
      }
    };
    var TransformState = class {
      static {
        __name(this, "TransformState");
      }
      constructor(stream) {
        this.data = null;
        this.afterTransform = afterTransform.bind(stream);
        this.afterFinal = null;
      }
    };
    var Pipeline = class {
      static {
        __name(this, "Pipeline");
      }
      constructor(src, dst, cb) {
        this.from = src;
        this.to = dst;
        this.afterPipe = cb;
        this.error = null;
        this.pipeToFinished = false;
      }
      finished() {
        this.pipeToFinished = true;
      }
      done(stream, err) {
        if (err) this.error = err;
        if (stream === this.to) {
          this.to = null;
          if (this.from !== null) {
            if ((this.from._duplexState & READ_DONE) === 0 || !this.pipeToFinished) {
              this.from.destroy(this.error || StreamError.PREMATURE_CLOSE("Writable stream closed"));
            }
            return;
          }
        }
        if (stream === this.from) {
          this.from = null;
          if (this.to !== null) {
            if ((stream._duplexState & READ_DONE) === 0) {
              this.to.destroy(this.error || StreamError.PREMATURE_CLOSE("Readable stream closed"));
            }
            return;
          }
        }
        if (this.afterPipe !== null) this.afterPipe(this.error);
        this.to = this.from = this.afterPipe = null;
      }
    };
    function afterDrain() {
      this.stream._duplexState |= READ_PIPE_DRAINED;
      this.updateCallback();
    }
    __name(afterDrain, "afterDrain");
    function afterFinal(err) {
      const stream = this.stream;
      if (err) stream.destroy(err);
      if ((stream._duplexState & DESTROY_STATUS) === 0) {
        stream._duplexState |= WRITE_DONE;
        stream.emit("finish");
      }
      if ((stream._duplexState & AUTO_DESTROY) === DONE) {
        stream._duplexState |= DESTROYING;
      }
      stream._duplexState &= WRITE_NOT_FINISHING;
      if ((stream._duplexState & WRITE_UPDATING) === 0) {
        this.update();
      } else {
        this.updateNextTick();
      }
    }
    __name(afterFinal, "afterFinal");
    function afterDestroy(err) {
      const stream = this.stream;
      if (!err && !StreamError.isStreamDestroyed(this.error)) err = this.error;
      if (err) stream.emit("error", err);
      stream._duplexState |= DESTROYED;
      stream.emit("close");
      const rs = stream._readableState;
      const ws = stream._writableState;
      if (rs !== null && rs.pipeline !== null) {
        rs.pipeline.done(stream, err);
      }
      if (ws !== null) {
        while (ws.drains !== null && ws.drains.length > 0) {
          ws.drains.shift().resolve(false);
        }
        if (ws.pipeline !== null) {
          ws.pipeline.done(stream, err);
        }
      }
    }
    __name(afterDestroy, "afterDestroy");
    function afterWrite(err) {
      const stream = this.stream;
      if (err) stream.destroy(err);
      stream._duplexState &= WRITE_NOT_ACTIVE;
      if (this.drains !== null) tickDrains(this.drains);
      if ((stream._duplexState & WRITE_DRAIN_STATUS) === WRITE_UNDRAINED) {
        stream._duplexState &= WRITE_DRAINED;
        if ((stream._duplexState & WRITE_EMIT_DRAIN) === WRITE_EMIT_DRAIN) {
          stream.emit("drain");
        }
      }
      this.updateCallback();
    }
    __name(afterWrite, "afterWrite");
    function afterRead(err) {
      if (err) this.stream.destroy(err);
      this.stream._duplexState &= READ_NOT_ACTIVE;
      if (this.readAhead === false && (this.stream._duplexState & READ_RESUMED) === 0) {
        this.stream._duplexState &= READ_NO_READ_AHEAD;
      }
      this.updateCallback();
    }
    __name(afterRead, "afterRead");
    function updateReadNT() {
      if ((this.stream._duplexState & READ_UPDATING) === 0) {
        this.stream._duplexState &= READ_NOT_NEXT_TICK;
        this.update();
      }
    }
    __name(updateReadNT, "updateReadNT");
    function updateWriteNT() {
      if ((this.stream._duplexState & WRITE_UPDATING) === 0) {
        this.stream._duplexState &= WRITE_NOT_NEXT_TICK;
        this.update();
      }
    }
    __name(updateWriteNT, "updateWriteNT");
    function tickDrains(drains) {
      for (let i = 0; i < drains.length; i++) {
        if (--drains[i].writes === 0) {
          drains.shift().resolve(true);
          i--;
        }
      }
    }
    __name(tickDrains, "tickDrains");
    function afterOpen(err) {
      const stream = this.stream;
      if (err) stream.destroy(err);
      if ((stream._duplexState & DESTROYING) === 0) {
        if ((stream._duplexState & READ_PRIMARY_STATUS) === 0) {
          stream._duplexState |= READ_PRIMARY;
        }
        if ((stream._duplexState & WRITE_PRIMARY_STATUS) === 0) {
          stream._duplexState |= WRITE_PRIMARY;
        }
        stream.emit("open");
      }
      stream._duplexState &= NOT_ACTIVE;
      if (stream._writableState !== null) {
        stream._writableState.updateCallback();
      }
      if (stream._readableState !== null) {
        stream._readableState.updateCallback();
      }
    }
    __name(afterOpen, "afterOpen");
    function afterTransform(err, data) {
      if (data !== void 0 && data !== null) this.push(data);
      this._writableState.afterWrite(err);
    }
    __name(afterTransform, "afterTransform");
    function newListener(name) {
      if (this._readableState !== null) {
        if (name === "data") {
          this._duplexState |= READ_EMIT_DATA | READ_RESUMED_READ_AHEAD;
          this._readableState.updateNextTick();
        }
        if (name === "readable") {
          this._duplexState |= READ_EMIT_READABLE;
          this._readableState.updateNextTick();
        }
      }
      if (this._writableState !== null) {
        if (name === "drain") {
          this._duplexState |= WRITE_EMIT_DRAIN;
          this._writableState.updateNextTick();
        }
      }
    }
    __name(newListener, "newListener");
    var Stream = class extends EventEmitter {
      static {
        __name(this, "Stream");
      }
      constructor(opts) {
        super();
        this._duplexState = 0;
        this._readableState = null;
        this._writableState = null;
        if (opts) {
          if (opts.open) this._open = opts.open;
          if (opts.destroy) this._destroy = opts.destroy;
          if (opts.predestroy) this._predestroy = opts.predestroy;
          if (opts.signal) opts.signal.addEventListener("abort", abort.bind(this));
        }
        this.on("newListener", newListener);
      }
      _open(cb) {
        cb(null);
      }
      _destroy(cb) {
        cb(null);
      }
      _predestroy() {
      }
      get readable() {
        return this._readableState !== null ? true : void 0;
      }
      get writable() {
        return this._writableState !== null ? true : void 0;
      }
      get destroyed() {
        return (this._duplexState & DESTROYED) !== 0;
      }
      get destroying() {
        return (this._duplexState & DESTROY_STATUS) !== 0;
      }
      destroy(err) {
        if ((this._duplexState & DESTROY_STATUS) === 0) {
          if (!err) err = StreamError.STREAM_DESTROYED();
          this._duplexState = (this._duplexState | DESTROYING) & NON_PRIMARY;
          if (this._readableState !== null) {
            this._readableState.highWaterMark = 0;
            this._readableState.error = err;
          }
          if (this._writableState !== null) {
            this._writableState.highWaterMark = 0;
            this._writableState.error = err;
          }
          this._duplexState |= PREDESTROYING;
          this._predestroy();
          this._duplexState &= NOT_PREDESTROYING;
          if (this._readableState !== null) {
            this._readableState.updateNextTick();
          }
          if (this._writableState !== null) {
            this._writableState.updateNextTick();
          }
        }
      }
    };
    var Readable = class _Readable extends Stream {
      static {
        __name(this, "Readable");
      }
      constructor(opts) {
        super(opts);
        this._duplexState |= OPENING | WRITE_DONE | READ_READ_AHEAD;
        this._readableState = new ReadableState(this, opts);
        if (opts) {
          if (this._readableState.readAhead === false) this._duplexState &= READ_NO_READ_AHEAD;
          if (opts.read) this._read = opts.read;
          if (opts.eagerOpen) this._readableState.updateNextTick();
          if (opts.encoding) this.setEncoding(opts.encoding);
        }
      }
      static deferred(fn, opts) {
        const out = new PassThrough(opts);
        fn().then((src) => {
          if (src === null) return out.end();
          if (out.destroying) return;
          pipeline(src, out, noop);
        }).catch((err) => out.destroy(err));
        return out;
      }
      setEncoding(encoding) {
        const dec = new TextDecoder(encoding);
        const map = this._readableState.map || echo;
        this._readableState.map = mapOrSkip;
        return this;
        function mapOrSkip(data) {
          const next = dec.push(data);
          return next === "" && (data.byteLength !== 0 || dec.remaining > 0) ? null : map(next);
        }
        __name(mapOrSkip, "mapOrSkip");
      }
      _read(cb) {
        cb(null);
      }
      pipe(dest, cb) {
        this._readableState.updateNextTick();
        this._readableState.pipe(dest, cb);
        return dest;
      }
      read() {
        this._readableState.updateNextTick();
        return this._readableState.read();
      }
      push(data) {
        this._readableState.updateNextTickIfOpen();
        return this._readableState.push(data);
      }
      unshift(data) {
        this._readableState.updateNextTickIfOpen();
        return this._readableState.unshift(data);
      }
      resume() {
        this._duplexState |= READ_RESUMED_READ_AHEAD;
        this._readableState.updateNextTick();
        return this;
      }
      pause() {
        this._duplexState &= this._readableState.readAhead === false ? READ_PAUSED_NO_READ_AHEAD : READ_PAUSED;
        return this;
      }
      static _fromAsyncIterator(ite, opts) {
        let destroy;
        const rs = new _Readable({
          ...opts,
          read(cb) {
            ite.next().then(push).then(cb.bind(null, null)).catch(cb);
          },
          predestroy() {
            destroy = ite.return();
          },
          destroy(cb) {
            if (!destroy) return cb(null);
            destroy.then(cb.bind(null, null)).catch(cb);
          }
        });
        return rs;
        function push(data) {
          if (data.done) rs.push(null);
          else rs.push(data.value);
        }
        __name(push, "push");
      }
      static from(data, opts) {
        if (isReadStreamx(data)) return data;
        if (data[asyncIterator]) return this._fromAsyncIterator(data[asyncIterator](), opts);
        if (!Array.isArray(data)) data = data === void 0 ? [] : [data];
        let i = 0;
        return new _Readable({
          ...opts,
          read(cb) {
            this.push(i === data.length ? null : data[i++]);
            cb(null);
          }
        });
      }
      static isBackpressured(rs) {
        return (rs._duplexState & READ_BACKPRESSURE_STATUS) !== 0 || rs._readableState.buffered >= rs._readableState.highWaterMark;
      }
      static isPaused(rs) {
        return (rs._duplexState & READ_RESUMED) === 0;
      }
      [asyncIterator]() {
        const stream = this;
        let error = null;
        let promiseResolve = null;
        let promiseReject = null;
        this.on("error", (err) => {
          error = err;
        });
        this.on("readable", onreadable);
        this.on("close", onclose);
        return {
          [asyncIterator]() {
            return this;
          },
          next() {
            return new Promise(function(resolve, reject) {
              promiseResolve = resolve;
              promiseReject = reject;
              const data = stream.read();
              if (data !== null) ondata(data);
              else if ((stream._duplexState & DESTROYED) !== 0) ondata(null);
            });
          },
          return() {
            return destroy(null);
          },
          throw(err) {
            return destroy(err);
          }
        };
        function onreadable() {
          if (promiseResolve !== null) ondata(stream.read());
        }
        __name(onreadable, "onreadable");
        function onclose() {
          if (promiseResolve !== null) ondata(null);
        }
        __name(onclose, "onclose");
        function ondata(data) {
          if (promiseReject === null) return;
          if (error) {
            promiseReject(error);
          } else if (data === null && (stream._duplexState & READ_DONE) === 0) {
            promiseReject(StreamError.STREAM_DESTROYED());
          } else {
            promiseResolve({ value: data, done: data === null });
          }
          promiseReject = promiseResolve = null;
        }
        __name(ondata, "ondata");
        function destroy(err) {
          stream.destroy(err);
          return new Promise((resolve, reject) => {
            if (stream._duplexState & DESTROYED) return resolve({ value: void 0, done: true });
            stream.once("close", function() {
              if (err) reject(err);
              else resolve({ value: void 0, done: true });
            });
          });
        }
        __name(destroy, "destroy");
      }
    };
    var Writable = class extends Stream {
      static {
        __name(this, "Writable");
      }
      constructor(opts) {
        super(opts);
        this._duplexState |= OPENING | READ_DONE;
        this._writableState = new WritableState(this, opts);
        if (opts) {
          if (opts.writev) this._writev = opts.writev;
          if (opts.write) this._write = opts.write;
          if (opts.final) this._final = opts.final;
          if (opts.eagerOpen) this._writableState.updateNextTick();
        }
      }
      cork() {
        this._duplexState |= WRITE_CORKED;
      }
      uncork() {
        this._duplexState &= WRITE_NOT_CORKED;
        this._writableState.updateNextTick();
      }
      _writev(batch, cb) {
        cb(null);
      }
      _write(data, cb) {
        this._writableState.autoBatch(data, cb);
      }
      _final(cb) {
        cb(null);
      }
      static isBackpressured(ws) {
        return (ws._duplexState & WRITE_BACKPRESSURE_STATUS) !== 0;
      }
      static drained(ws) {
        if (ws.destroyed) return Promise.resolve(false);
        const state = ws._writableState;
        const pending = isWritev(ws) ? Math.min(1, state.queue.length) : state.queue.length;
        const writes = pending + (ws._duplexState & WRITE_WRITING ? 1 : 0);
        if (writes === 0) return Promise.resolve(true);
        if (state.drains === null) state.drains = [];
        return new Promise((resolve) => {
          state.drains.push({ writes, resolve });
        });
      }
      write(data) {
        this._writableState.updateNextTick();
        return this._writableState.push(data);
      }
      end(data) {
        this._writableState.updateNextTick();
        this._writableState.end(data);
        return this;
      }
    };
    var Duplex = class extends Readable {
      static {
        __name(this, "Duplex");
      }
      // and Writable
      constructor(opts) {
        super(opts);
        this._duplexState = OPENING | this._duplexState & READ_READ_AHEAD;
        this._writableState = new WritableState(this, opts);
        if (opts) {
          if (opts.writev) this._writev = opts.writev;
          if (opts.write) this._write = opts.write;
          if (opts.final) this._final = opts.final;
        }
      }
      cork() {
        this._duplexState |= WRITE_CORKED;
      }
      uncork() {
        this._duplexState &= WRITE_NOT_CORKED;
        this._writableState.updateNextTick();
      }
      _writev(batch, cb) {
        cb(null);
      }
      _write(data, cb) {
        this._writableState.autoBatch(data, cb);
      }
      _final(cb) {
        cb(null);
      }
      write(data) {
        this._writableState.updateNextTick();
        return this._writableState.push(data);
      }
      end(data) {
        this._writableState.updateNextTick();
        this._writableState.end(data);
        return this;
      }
    };
    var Transform = class extends Duplex {
      static {
        __name(this, "Transform");
      }
      constructor(opts) {
        super(opts);
        this._transformState = new TransformState(this);
        if (opts) {
          if (opts.transform) this._transform = opts.transform;
          if (opts.flush) this._flush = opts.flush;
        }
      }
      _write(data, cb) {
        if (this._readableState.buffered >= this._readableState.highWaterMark) {
          this._transformState.data = data;
        } else {
          this._transform(data, this._transformState.afterTransform);
        }
      }
      _read(cb) {
        if (this._transformState.data !== null) {
          const data = this._transformState.data;
          this._transformState.data = null;
          cb(null);
          this._transform(data, this._transformState.afterTransform);
        } else {
          cb(null);
        }
      }
      destroy(err) {
        super.destroy(err);
        if (this._transformState.data !== null) {
          this._transformState.data = null;
          this._transformState.afterTransform();
        }
      }
      _transform(data, cb) {
        cb(null, data);
      }
      _flush(cb) {
        cb(null);
      }
      _final(cb) {
        this._transformState.afterFinal = cb;
        this._flush(transformAfterFlush.bind(this));
      }
    };
    var PassThrough = class extends Transform {
      static {
        __name(this, "PassThrough");
      }
    };
    function transformAfterFlush(err, data) {
      const cb = this._transformState.afterFinal;
      if (err) return cb(err);
      if (data !== null && data !== void 0) this.push(data);
      this.push(null);
      cb(null);
    }
    __name(transformAfterFlush, "transformAfterFlush");
    function pipelinePromise(...streams) {
      return new Promise((resolve, reject) => {
        return pipeline(...streams, (err) => {
          if (err) return reject(err);
          resolve();
        });
      });
    }
    __name(pipelinePromise, "pipelinePromise");
    function pipeline(stream, ...streams) {
      const all = Array.isArray(stream) ? [...stream, ...streams] : [stream, ...streams];
      const done = all.length && typeof all[all.length - 1] === "function" ? all.pop() : null;
      if (all.length < 2) throw StreamError.BAD_ARGUMENT("Pipeline requires at least 2 streams");
      let src = all[0];
      let dest = null;
      let error = null;
      for (let i = 1; i < all.length; i++) {
        dest = all[i];
        if (isStreamx(src)) {
          src.pipe(dest, onerror);
        } else {
          errorHandle(src, true, i > 1, onerror);
          src.pipe(dest);
        }
        src = dest;
      }
      if (done) {
        let fin = false;
        const autoDestroy = isStreamx(dest) || !!(dest._writableState && dest._writableState.autoDestroy);
        dest.on("error", (err) => {
          if (error === null) error = err;
        });
        dest.on("finish", () => {
          fin = true;
          if (!autoDestroy) done(error);
        });
        if (autoDestroy) {
          dest.on("close", () => done(error || (fin ? null : StreamError.PREMATURE_CLOSE())));
        }
      }
      return dest;
      function errorHandle(s, rd, wr, onerror2) {
        s.on("error", onerror2);
        s.on("close", onclose);
        function onclose() {
          if (rd && s._readableState && !s._readableState.ended) {
            return onerror2(StreamError.PREMATURE_CLOSE());
          }
          if (wr && s._writableState && !s._writableState.ended) {
            return onerror2(StreamError.PREMATURE_CLOSE());
          }
        }
        __name(onclose, "onclose");
      }
      __name(errorHandle, "errorHandle");
      function onerror(err) {
        if (!err || error) return;
        error = err;
        for (const s of all) {
          s.destroy(err);
        }
      }
      __name(onerror, "onerror");
    }
    __name(pipeline, "pipeline");
    function echo(s) {
      return s;
    }
    __name(echo, "echo");
    function isStream(stream) {
      return !!stream._readableState || !!stream._writableState;
    }
    __name(isStream, "isStream");
    function isStreamx(stream) {
      return typeof stream._duplexState === "number" && isStream(stream);
    }
    __name(isStreamx, "isStreamx");
    function isEnding(stream) {
      return !!stream._readableState && stream._readableState.ending;
    }
    __name(isEnding, "isEnding");
    function isEnded(stream) {
      return !!stream._readableState && stream._readableState.ended;
    }
    __name(isEnded, "isEnded");
    function isFinishing(stream) {
      return !!stream._writableState && stream._writableState.ending;
    }
    __name(isFinishing, "isFinishing");
    function isFinished(stream) {
      return !!stream._writableState && stream._writableState.ended;
    }
    __name(isFinished, "isFinished");
    function getStreamError(stream, opts = {}) {
      const err = stream._readableState && stream._readableState.error || stream._writableState && stream._writableState.error;
      return !opts.all && StreamError.isStreamDestroyed(err) ? null : err;
    }
    __name(getStreamError, "getStreamError");
    function isReadStreamx(stream) {
      return isStreamx(stream) && stream.readable;
    }
    __name(isReadStreamx, "isReadStreamx");
    function isDisturbed(stream) {
      return (stream._duplexState & OPENING) !== OPENING || (stream._duplexState & DESTROYING) === DESTROYING || (stream._duplexState & ACTIVE_OR_TICKING) !== 0;
    }
    __name(isDisturbed, "isDisturbed");
    function isTypedArray(data) {
      return typeof data === "object" && data !== null && typeof data.byteLength === "number";
    }
    __name(isTypedArray, "isTypedArray");
    function defaultByteLength(data) {
      return isTypedArray(data) ? data.byteLength : 1024;
    }
    __name(defaultByteLength, "defaultByteLength");
    function noop() {
    }
    __name(noop, "noop");
    function abort() {
      this.destroy(StreamError.ABORTED());
    }
    __name(abort, "abort");
    function isWritev(s) {
      return s._writev !== Writable.prototype._writev && s._writev !== Duplex.prototype._writev;
    }
    __name(isWritev, "isWritev");
    module.exports = {
      pipeline,
      pipelinePromise,
      isStream,
      isStreamx,
      isEnding,
      isEnded,
      isFinishing,
      isFinished,
      isDisturbed,
      getStreamError,
      Stream,
      Writable,
      Readable,
      Duplex,
      Transform,
      // Export PassThrough for compatibility with Node.js core's stream module
      PassThrough
    };
  }
});

// node_modules/tar-stream/headers.js
var require_headers = __commonJS({
  "node_modules/tar-stream/headers.js"(exports) {
    var b4a = require_b4a();
    var ZEROS = "0000000000000000000";
    var SEVENS = "7777777777777777777";
    var ZERO_OFFSET = "0".charCodeAt(0);
    var USTAR_MAGIC = b4a.from([117, 115, 116, 97, 114, 0]);
    var USTAR_VER = b4a.from([ZERO_OFFSET, ZERO_OFFSET]);
    var GNU_MAGIC = b4a.from([117, 115, 116, 97, 114, 32]);
    var GNU_VER = b4a.from([32, 0]);
    var MASK = 4095;
    var MAGIC_OFFSET = 257;
    var VERSION_OFFSET = 263;
    exports.decodeLongPath = /* @__PURE__ */ __name(function decodeLongPath(buf, encoding) {
      return decodeStr(buf, 0, buf.length, encoding);
    }, "decodeLongPath");
    exports.encodePax = /* @__PURE__ */ __name(function encodePax(opts) {
      let result = "";
      if (opts.name) result += addLength(" path=" + opts.name + "\n");
      if (opts.linkname) result += addLength(" linkpath=" + opts.linkname + "\n");
      const pax = opts.pax;
      if (pax) {
        for (const key in pax) {
          result += addLength(" " + key + "=" + pax[key] + "\n");
        }
      }
      return b4a.from(result);
    }, "encodePax");
    exports.decodePax = /* @__PURE__ */ __name(function decodePax(buf) {
      const result = {};
      while (buf.length) {
        let i = 0;
        while (i < buf.length && buf[i] !== 32) i++;
        const len = parseInt(b4a.toString(buf.subarray(0, i)), 10);
        if (!len) return result;
        const b = b4a.toString(buf.subarray(i + 1, len - 1));
        const keyIndex = b.indexOf("=");
        if (keyIndex === -1) return result;
        result[b.slice(0, keyIndex)] = b.slice(keyIndex + 1);
        buf = buf.subarray(len);
      }
      return result;
    }, "decodePax");
    exports.encode = /* @__PURE__ */ __name(function encode(opts) {
      const buf = b4a.alloc(512);
      let name = opts.name;
      let prefix = "";
      if (opts.typeflag === 5 && name[name.length - 1] !== "/") name += "/";
      if (b4a.byteLength(name) !== name.length) return null;
      while (b4a.byteLength(name) > 100) {
        const i = name.indexOf("/");
        if (i === -1) return null;
        prefix += prefix ? "/" + name.slice(0, i) : name.slice(0, i);
        name = name.slice(i + 1);
      }
      if (b4a.byteLength(name) > 100 || b4a.byteLength(prefix) > 155) return null;
      if (opts.linkname && b4a.byteLength(opts.linkname) > 100) return null;
      b4a.write(buf, name);
      b4a.write(buf, encodeOct(opts.mode & MASK, 6), 100);
      b4a.write(buf, encodeOct(opts.uid, 6), 108);
      b4a.write(buf, encodeOct(opts.gid, 6), 116);
      encodeSize(opts.size, buf, 124);
      b4a.write(buf, encodeOct(opts.mtime.getTime() / 1e3 | 0, 11), 136);
      buf[156] = ZERO_OFFSET + toTypeflag(opts.type);
      if (opts.linkname) b4a.write(buf, opts.linkname, 157);
      b4a.copy(USTAR_MAGIC, buf, MAGIC_OFFSET);
      b4a.copy(USTAR_VER, buf, VERSION_OFFSET);
      if (opts.uname) b4a.write(buf, opts.uname, 265);
      if (opts.gname) b4a.write(buf, opts.gname, 297);
      b4a.write(buf, encodeOct(opts.devmajor || 0, 6), 329);
      b4a.write(buf, encodeOct(opts.devminor || 0, 6), 337);
      if (prefix) b4a.write(buf, prefix, 345);
      b4a.write(buf, encodeOct(cksum(buf), 6), 148);
      return buf;
    }, "encode");
    exports.decode = /* @__PURE__ */ __name(function decode(buf, filenameEncoding, allowUnknownFormat) {
      let typeflag = buf[156] === 0 ? 0 : buf[156] - ZERO_OFFSET;
      let name = decodeStr(buf, 0, 100, filenameEncoding);
      const mode = decodeOct(buf, 100, 8);
      const uid = decodeOct(buf, 108, 8);
      const gid = decodeOct(buf, 116, 8);
      const size = decodeOct(buf, 124, 12);
      const mtime = decodeOct(buf, 136, 12);
      const type = toType(typeflag);
      const linkname = buf[157] === 0 ? null : decodeStr(buf, 157, 100, filenameEncoding);
      const uname = decodeStr(buf, 265, 32);
      const gname = decodeStr(buf, 297, 32);
      const devmajor = decodeOct(buf, 329, 8);
      const devminor = decodeOct(buf, 337, 8);
      const c = cksum(buf);
      if (c === 8 * 32) return null;
      if (c !== decodeOct(buf, 148, 8)) throw new Error("Invalid tar header. Maybe the tar is corrupted or it needs to be gunzipped?");
      if (isUSTAR(buf)) {
        if (buf[345]) name = decodeStr(buf, 345, 155, filenameEncoding) + "/" + name;
      } else if (isGNU(buf)) {
      } else {
        if (!allowUnknownFormat) {
          throw new Error("Invalid tar header: unknown format.");
        }
      }
      if (typeflag === 0 && name && name[name.length - 1] === "/") typeflag = 5;
      return {
        name,
        mode,
        uid,
        gid,
        size,
        byteOffset: 0,
        mtime: new Date(1e3 * mtime),
        type,
        linkname,
        uname,
        gname,
        devmajor,
        devminor,
        pax: null
      };
    }, "decode");
    function isUSTAR(buf) {
      return b4a.equals(USTAR_MAGIC, buf.subarray(MAGIC_OFFSET, MAGIC_OFFSET + 6));
    }
    __name(isUSTAR, "isUSTAR");
    function isGNU(buf) {
      return b4a.equals(GNU_MAGIC, buf.subarray(MAGIC_OFFSET, MAGIC_OFFSET + 6)) && b4a.equals(GNU_VER, buf.subarray(VERSION_OFFSET, VERSION_OFFSET + 2));
    }
    __name(isGNU, "isGNU");
    function clamp(index, len, defaultValue) {
      if (typeof index !== "number") return defaultValue;
      index = ~~index;
      if (index >= len) return len;
      if (index >= 0) return index;
      index += len;
      if (index >= 0) return index;
      return 0;
    }
    __name(clamp, "clamp");
    function toType(flag) {
      switch (flag) {
        case 0:
          return "file";
        case 1:
          return "link";
        case 2:
          return "symlink";
        case 3:
          return "character-device";
        case 4:
          return "block-device";
        case 5:
          return "directory";
        case 6:
          return "fifo";
        case 7:
          return "contiguous-file";
        case 72:
          return "pax-header";
        case 55:
          return "pax-global-header";
        case 27:
          return "gnu-long-link-path";
        case 28:
        case 30:
          return "gnu-long-path";
      }
      return null;
    }
    __name(toType, "toType");
    function toTypeflag(flag) {
      switch (flag) {
        case "file":
          return 0;
        case "link":
          return 1;
        case "symlink":
          return 2;
        case "character-device":
          return 3;
        case "block-device":
          return 4;
        case "directory":
          return 5;
        case "fifo":
          return 6;
        case "contiguous-file":
          return 7;
        case "pax-header":
          return 72;
      }
      return 0;
    }
    __name(toTypeflag, "toTypeflag");
    function indexOf(block2, num, offset, end) {
      for (; offset < end; offset++) {
        if (block2[offset] === num) return offset;
      }
      return end;
    }
    __name(indexOf, "indexOf");
    function cksum(block2) {
      let sum = 8 * 32;
      for (let i = 0; i < 148; i++) sum += block2[i];
      for (let j = 156; j < 512; j++) sum += block2[j];
      return sum;
    }
    __name(cksum, "cksum");
    function encodeOct(val, n) {
      val = val.toString(8);
      if (val.length > n) return SEVENS.slice(0, n) + " ";
      return ZEROS.slice(0, n - val.length) + val + " ";
    }
    __name(encodeOct, "encodeOct");
    function encodeSizeBin(num, buf, off) {
      buf[off] = 128;
      for (let i = 11; i > 0; i--) {
        buf[off + i] = num & 255;
        num = Math.floor(num / 256);
      }
    }
    __name(encodeSizeBin, "encodeSizeBin");
    function encodeSize(num, buf, off) {
      if (num.toString(8).length > 11) {
        encodeSizeBin(num, buf, off);
      } else {
        b4a.write(buf, encodeOct(num, 11), off);
      }
    }
    __name(encodeSize, "encodeSize");
    function parse256(buf) {
      let positive;
      if (buf[0] === 128) positive = true;
      else if (buf[0] === 255) positive = false;
      else return null;
      const tuple = [];
      let i;
      for (i = buf.length - 1; i > 0; i--) {
        const byte = buf[i];
        if (positive) tuple.push(byte);
        else tuple.push(255 - byte);
      }
      let sum = 0;
      const l = tuple.length;
      for (i = 0; i < l; i++) {
        sum += tuple[i] * Math.pow(256, i);
      }
      return positive ? sum : -1 * sum;
    }
    __name(parse256, "parse256");
    function decodeOct(val, offset, length) {
      val = val.subarray(offset, offset + length);
      offset = 0;
      if (val[offset] & 128) {
        return parse256(val);
      } else {
        while (offset < val.length && val[offset] === 32) offset++;
        const end = clamp(indexOf(val, 32, offset, val.length), val.length, val.length);
        while (offset < end && val[offset] === 0) offset++;
        if (end === offset) return 0;
        return parseInt(b4a.toString(val.subarray(offset, end)), 8);
      }
    }
    __name(decodeOct, "decodeOct");
    function decodeStr(val, offset, length, encoding) {
      return b4a.toString(val.subarray(offset, indexOf(val, 0, offset, offset + length)), encoding);
    }
    __name(decodeStr, "decodeStr");
    function addLength(str) {
      const len = b4a.byteLength(str);
      let digits = Math.floor(Math.log(len) / Math.log(10)) + 1;
      if (len + digits >= Math.pow(10, digits)) digits++;
      return len + digits + str;
    }
    __name(addLength, "addLength");
  }
});

// node_modules/tar-stream/extract.js
var require_extract = __commonJS({
  "node_modules/tar-stream/extract.js"(exports, module) {
    var { Writable, Readable, getStreamError } = require_streamx();
    var FIFO = require_fast_fifo();
    var b4a = require_b4a();
    var headers = require_headers();
    var EMPTY = b4a.alloc(0);
    var MAX_HEADER_SIZE = 4 * 1024 * 1024;
    var BufferList = class {
      static {
        __name(this, "BufferList");
      }
      constructor() {
        this.buffered = 0;
        this.shifted = 0;
        this.queue = new FIFO();
        this._offset = 0;
      }
      push(buffer) {
        this.buffered += buffer.byteLength;
        this.queue.push(buffer);
      }
      shiftFirst(size) {
        return this.buffered === 0 ? null : this._next(size);
      }
      shift(size) {
        if (size > this.buffered) return null;
        if (size === 0) return EMPTY;
        let chunk = this._next(size);
        if (size === chunk.byteLength) return chunk;
        const chunks = [chunk];
        while ((size -= chunk.byteLength) > 0) {
          chunk = this._next(size);
          chunks.push(chunk);
        }
        return b4a.concat(chunks);
      }
      _next(size) {
        const buf = this.queue.peek();
        const rem = buf.byteLength - this._offset;
        if (size >= rem) {
          const sub = this._offset ? buf.subarray(this._offset, buf.byteLength) : buf;
          this.queue.shift();
          this._offset = 0;
          this.buffered -= rem;
          this.shifted += rem;
          return sub;
        }
        this.buffered -= size;
        this.shifted += size;
        return buf.subarray(this._offset, this._offset += size);
      }
    };
    var Source = class extends Readable {
      static {
        __name(this, "Source");
      }
      constructor(self, header, offset) {
        super();
        this.header = header;
        this.offset = offset;
        this._parent = self;
      }
      _read(cb) {
        if (this.header.size === 0) {
          this.push(null);
        }
        if (this._parent._stream === this) {
          this._parent._update();
        }
        cb(null);
      }
      _predestroy() {
        this._parent.destroy(getStreamError(this));
      }
      _detach() {
        if (this._parent._stream === this) {
          this._parent._stream = null;
          this._parent._missing = overflow(this.header.size);
          this._parent._update();
        }
      }
      _destroy(cb) {
        this._detach();
        cb(null);
      }
    };
    var Extract = class extends Writable {
      static {
        __name(this, "Extract");
      }
      constructor(opts) {
        super(opts);
        if (!opts) opts = {};
        this._buffer = new BufferList();
        this._offset = 0;
        this._header = null;
        this._stream = null;
        this._missing = 0;
        this._longHeader = false;
        this._callback = noop;
        this._locked = false;
        this._finished = false;
        this._pax = null;
        this._paxGlobal = null;
        this._gnuLongPath = null;
        this._gnuLongLinkPath = null;
        this._filenameEncoding = opts.filenameEncoding || "utf-8";
        this._allowUnknownFormat = !!opts.allowUnknownFormat;
        this._unlockBound = this._unlock.bind(this);
      }
      _unlock(err) {
        this._locked = false;
        if (err) {
          this.destroy(err);
          this._continueWrite(err);
          return;
        }
        this._update();
      }
      _consumeHeader() {
        if (this._locked) return false;
        this._offset = this._buffer.shifted;
        try {
          this._header = headers.decode(this._buffer.shift(512), this._filenameEncoding, this._allowUnknownFormat);
        } catch (err) {
          this._continueWrite(err);
          return false;
        }
        if (!this._header) return true;
        this._header.byteOffset = this._buffer.shifted;
        switch (this._header.type) {
          case "gnu-long-path":
          case "gnu-long-link-path":
          case "pax-global-header":
          case "pax-header":
            this._longHeader = true;
            this._missing = this._header.size;
            if (this._missing > MAX_HEADER_SIZE) {
              this._continueWrite(new Error("Header exceeds max size"));
              return false;
            }
            return true;
        }
        this._locked = true;
        this._applyLongHeaders();
        if (!(this._header.size >= 0)) {
          this._continueWrite(new Error("Invalid header"));
          return false;
        }
        if (this._header.size === 0 || this._header.type === "directory") {
          this.emit("entry", this._header, this._createStream(), this._unlockBound);
          return true;
        }
        this._stream = this._createStream();
        this._missing = this._header.size;
        this.emit("entry", this._header, this._stream, this._unlockBound);
        return true;
      }
      _applyLongHeaders() {
        if (this._gnuLongPath) {
          this._header.name = this._gnuLongPath;
          this._gnuLongPath = null;
        }
        if (this._gnuLongLinkPath) {
          this._header.linkname = this._gnuLongLinkPath;
          this._gnuLongLinkPath = null;
        }
        if (this._pax) {
          if (this._pax.path) this._header.name = this._pax.path;
          if (this._pax.linkpath) this._header.linkname = this._pax.linkpath;
          if (this._pax.size) this._header.size = parseInt(this._pax.size, 10);
          this._header.pax = this._pax;
          this._pax = null;
        }
      }
      _decodeLongHeader(buf) {
        switch (this._header.type) {
          case "gnu-long-path":
            this._gnuLongPath = headers.decodeLongPath(buf, this._filenameEncoding);
            break;
          case "gnu-long-link-path":
            this._gnuLongLinkPath = headers.decodeLongPath(buf, this._filenameEncoding);
            break;
          case "pax-global-header":
            this._paxGlobal = headers.decodePax(buf);
            break;
          case "pax-header":
            this._pax = this._paxGlobal === null ? headers.decodePax(buf) : Object.assign({}, this._paxGlobal, headers.decodePax(buf));
            break;
        }
      }
      _consumeLongHeader() {
        this._longHeader = false;
        this._missing = overflow(this._header.size);
        const buf = this._buffer.shift(this._header.size);
        try {
          this._decodeLongHeader(buf);
        } catch (err) {
          this._continueWrite(err);
          return false;
        }
        return true;
      }
      _consumeStream() {
        const buf = this._buffer.shiftFirst(this._missing);
        if (buf === null) return false;
        this._missing -= buf.byteLength;
        const drained = this._stream.push(buf);
        if (this._missing === 0) {
          this._stream.push(null);
          if (drained) this._stream._detach();
          return drained && this._locked === false;
        }
        return drained;
      }
      _createStream() {
        return new Source(this, this._header, this._offset);
      }
      _update() {
        while (this._buffer.buffered > 0 && !this.destroying) {
          if (this._missing > 0) {
            if (this._stream !== null) {
              if (this._consumeStream() === false) return;
              continue;
            }
            if (this._longHeader === true) {
              if (this._missing > this._buffer.buffered) break;
              if (this._consumeLongHeader() === false) return false;
              continue;
            }
            const ignore = this._buffer.shiftFirst(this._missing);
            if (ignore !== null) this._missing -= ignore.byteLength;
            continue;
          }
          if (this._buffer.buffered < 512) break;
          if (this._stream !== null || this._consumeHeader() === false) return;
        }
        this._continueWrite(null);
      }
      _continueWrite(err) {
        const cb = this._callback;
        this._callback = noop;
        cb(err);
      }
      _write(data, cb) {
        this._callback = cb;
        this._buffer.push(data);
        this._update();
      }
      _final(cb) {
        this._finished = this._missing === 0 && this._buffer.buffered === 0;
        cb(this._finished ? null : new Error("Unexpected end of data"));
      }
      _predestroy() {
        this._continueWrite(null);
      }
      _destroy(cb) {
        if (this._stream) this._stream.destroy(getStreamError(this));
        cb(null);
      }
      [Symbol.asyncIterator]() {
        let error = null;
        let promiseResolve = null;
        let promiseReject = null;
        let entryStream = null;
        let entryCallback = null;
        const extract = this;
        this.on("entry", onentry);
        this.on("error", (err) => {
          error = err;
        });
        this.on("close", onclose);
        return {
          [Symbol.asyncIterator]() {
            return this;
          },
          next() {
            return new Promise(onnext);
          },
          return() {
            return destroy(null);
          },
          throw(err) {
            return destroy(err);
          }
        };
        function consumeCallback(err) {
          if (!entryCallback) return;
          const cb = entryCallback;
          entryCallback = null;
          cb(err);
        }
        __name(consumeCallback, "consumeCallback");
        function onnext(resolve, reject) {
          if (error) {
            return reject(error);
          }
          if (entryStream) {
            resolve({ value: entryStream, done: false });
            entryStream = null;
            return;
          }
          promiseResolve = resolve;
          promiseReject = reject;
          consumeCallback(null);
          if (extract._finished && promiseResolve) {
            promiseResolve({ value: void 0, done: true });
            promiseResolve = promiseReject = null;
          }
        }
        __name(onnext, "onnext");
        function onentry(header, stream, callback) {
          entryCallback = callback;
          stream.on("error", noop);
          if (promiseResolve) {
            promiseResolve({ value: stream, done: false });
            promiseResolve = promiseReject = null;
          } else {
            entryStream = stream;
          }
        }
        __name(onentry, "onentry");
        function onclose() {
          consumeCallback(error);
          if (!promiseResolve) return;
          if (error) promiseReject(error);
          else promiseResolve({ value: void 0, done: true });
          promiseResolve = promiseReject = null;
        }
        __name(onclose, "onclose");
        function destroy(err) {
          extract.destroy(err);
          consumeCallback(err);
          return new Promise((resolve, reject) => {
            if (extract.destroyed) return resolve({ value: void 0, done: true });
            extract.once("close", function() {
              if (err) reject(err);
              else resolve({ value: void 0, done: true });
            });
          });
        }
        __name(destroy, "destroy");
      }
    };
    module.exports = /* @__PURE__ */ __name(function extract(opts) {
      return new Extract(opts);
    }, "extract");
    function noop() {
    }
    __name(noop, "noop");
    function overflow(size) {
      size &= 511;
      return size && 512 - size;
    }
    __name(overflow, "overflow");
  }
});

// node_modules/tar-stream/constants.js
var require_constants = __commonJS({
  "node_modules/tar-stream/constants.js"(exports, module) {
    var constants = {
      // just for envs without fs
      S_IFMT: 61440,
      S_IFDIR: 16384,
      S_IFCHR: 8192,
      S_IFBLK: 24576,
      S_IFIFO: 4096,
      S_IFLNK: 40960
    };
    try {
      module.exports = __require("fs").constants || constants;
    } catch {
      module.exports = constants;
    }
  }
});

// node_modules/tar-stream/pack.js
var require_pack = __commonJS({
  "node_modules/tar-stream/pack.js"(exports, module) {
    var { Readable, Writable, getStreamError } = require_streamx();
    var b4a = require_b4a();
    var constants = require_constants();
    var headers = require_headers();
    var DMODE = 493;
    var FMODE = 420;
    var END_OF_TAR = b4a.alloc(1024);
    var Sink = class extends Writable {
      static {
        __name(this, "Sink");
      }
      constructor(pack2, header, callback) {
        super({ mapWritable, eagerOpen: true });
        this.written = 0;
        this.header = header;
        this._callback = callback;
        this._linkname = null;
        this._isLinkname = header.type === "symlink" && !header.linkname;
        this._isVoid = header.type !== "file" && header.type !== "contiguous-file";
        this._finished = false;
        this._pack = pack2;
        this._openCallback = null;
        if (this._pack._stream === null) this._pack._stream = this;
        else this._pack._pending.push(this);
      }
      _open(cb) {
        this._openCallback = cb;
        if (this._pack._stream === this) this._continueOpen();
      }
      _continuePack(err) {
        if (this._callback === null) return;
        const callback = this._callback;
        this._callback = null;
        callback(err);
      }
      _continueOpen() {
        if (this._pack._stream === null) this._pack._stream = this;
        const cb = this._openCallback;
        this._openCallback = null;
        if (cb === null) return;
        if (this._pack.destroying) return cb(new Error("pack stream destroyed"));
        if (this._pack._finalized) return cb(new Error("pack stream is already finalized"));
        this._pack._stream = this;
        if (!this._isLinkname) {
          this._pack._encode(this.header);
        }
        if (this._isVoid) {
          this._finish();
          this._continuePack(null);
        }
        cb(null);
      }
      _write(data, cb) {
        if (this._isLinkname) {
          this._linkname = this._linkname ? b4a.concat([this._linkname, data]) : data;
          return cb(null);
        }
        if (this._isVoid) {
          if (data.byteLength > 0) {
            return cb(new Error("No body allowed for this entry"));
          }
          return cb();
        }
        this.written += data.byteLength;
        if (this._pack.push(data)) return cb();
        this._pack._drain = cb;
      }
      _finish() {
        if (this._finished) return;
        this._finished = true;
        if (this._isLinkname) {
          this.header.linkname = this._linkname ? b4a.toString(this._linkname, "utf-8") : "";
          this._pack._encode(this.header);
        }
        overflow(this._pack, this.header.size);
        this._pack._done(this);
      }
      _final(cb) {
        if (this.written !== this.header.size) {
          return cb(new Error("Size mismatch"));
        }
        this._finish();
        cb(null);
      }
      _getError() {
        return getStreamError(this) || new Error("tar entry destroyed");
      }
      _predestroy() {
        this._pack.destroy(this._getError());
      }
      _destroy(cb) {
        this._pack._done(this);
        this._continuePack(this._finished ? null : this._getError());
        cb();
      }
    };
    var Pack = class extends Readable {
      static {
        __name(this, "Pack");
      }
      constructor(opts) {
        super(opts);
        this._drain = noop;
        this._finalized = false;
        this._finalizing = false;
        this._pending = [];
        this._stream = null;
      }
      entry(header, buffer, callback) {
        if (this._finalized || this.destroying) throw new Error("already finalized or destroyed");
        if (typeof buffer === "function") {
          callback = buffer;
          buffer = null;
        }
        if (!callback) callback = noop;
        if (!header.size || header.type === "symlink") header.size = 0;
        if (!header.type) header.type = modeToType(header.mode);
        if (!header.mode) header.mode = header.type === "directory" ? DMODE : FMODE;
        if (!header.uid) header.uid = 0;
        if (!header.gid) header.gid = 0;
        if (!header.mtime) header.mtime = /* @__PURE__ */ new Date();
        if (typeof buffer === "string") buffer = b4a.from(buffer);
        const sink = new Sink(this, header, callback);
        if (b4a.isBuffer(buffer)) {
          header.size = buffer.byteLength;
          sink.write(buffer);
          sink.end();
          return sink;
        }
        if (sink._isVoid) {
          return sink;
        }
        return sink;
      }
      finalize() {
        if (this._stream || this._pending.length > 0) {
          this._finalizing = true;
          return;
        }
        if (this._finalized) return;
        this._finalized = true;
        this.push(END_OF_TAR);
        this.push(null);
      }
      _done(stream) {
        if (stream !== this._stream) return;
        this._stream = null;
        if (this._finalizing) this.finalize();
        if (this._pending.length) this._pending.shift()._continueOpen();
      }
      _encode(header) {
        if (!header.pax) {
          const buf = headers.encode(header);
          if (buf) {
            this.push(buf);
            return;
          }
        }
        this._encodePax(header);
      }
      _encodePax(header) {
        const paxHeader = headers.encodePax({
          name: header.name,
          linkname: header.linkname,
          pax: header.pax
        });
        const newHeader = {
          name: "PaxHeader",
          mode: header.mode,
          uid: header.uid,
          gid: header.gid,
          size: paxHeader.byteLength,
          mtime: header.mtime,
          type: "pax-header",
          linkname: header.linkname && "PaxHeader",
          uname: header.uname,
          gname: header.gname,
          devmajor: header.devmajor,
          devminor: header.devminor
        };
        this.push(headers.encode(newHeader));
        this.push(paxHeader);
        overflow(this, paxHeader.byteLength);
        newHeader.size = header.size;
        newHeader.type = header.type;
        this.push(headers.encode(newHeader));
      }
      _doDrain() {
        const drain = this._drain;
        this._drain = noop;
        drain();
      }
      _predestroy() {
        const err = getStreamError(this);
        if (this._stream) this._stream.destroy(err);
        while (this._pending.length) {
          const stream = this._pending.shift();
          stream.destroy(err);
          stream._continueOpen();
        }
        this._doDrain();
      }
      _read(cb) {
        this._doDrain();
        cb();
      }
    };
    module.exports = /* @__PURE__ */ __name(function pack2(opts) {
      return new Pack(opts);
    }, "pack");
    function modeToType(mode) {
      switch (mode & constants.S_IFMT) {
        case constants.S_IFBLK:
          return "block-device";
        case constants.S_IFCHR:
          return "character-device";
        case constants.S_IFDIR:
          return "directory";
        case constants.S_IFIFO:
          return "fifo";
        case constants.S_IFLNK:
          return "symlink";
      }
      return "file";
    }
    __name(modeToType, "modeToType");
    function noop() {
    }
    __name(noop, "noop");
    function overflow(self, size) {
      size &= 511;
      if (size) self.push(END_OF_TAR.subarray(0, 512 - size));
    }
    __name(overflow, "overflow");
    function mapWritable(buf) {
      return b4a.isBuffer(buf) ? buf : b4a.from(buf);
    }
    __name(mapWritable, "mapWritable");
  }
});

// node_modules/tar-stream/index.js
var require_tar_stream = __commonJS({
  "node_modules/tar-stream/index.js"(exports) {
    exports.extract = require_extract();
    exports.pack = require_pack();
  }
});

// src/engine/connection-folder.ts
import { readdirSync, rmSync } from "node:fs";
import { readdir as readdir2, rm as rm2 } from "node:fs/promises";
import path2 from "node:path";

// src/effects/own-folder.ts
import { execFileSync } from "node:child_process";
import { lstatSync, mkdtempSync, readFileSync, readlinkSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

// src/effects/own-folder.rules.ts
function prefixOf(family, { pid, start, space }) {
  return `${family}-${[pid, start, space].map((number) => number.toString(36)).join("-")}-`;
}
__name(prefixOf, "prefixOf");
var NAME = /^(?:swl|swarmline-[a-z]+)-([0-9a-z]{1,8})-([0-9a-z]{1,8})-([0-9a-z]{1,8})-[A-Za-z0-9]{6}$/;
function makerOf(name) {
  const found = NAME.exec(name);
  if (!found) return void 0;
  const [pid = 0, start = 0, space = 0] = found.slice(1).map((text) => Number.parseInt(text, 36));
  return { pid, start, space };
}
__name(makerOf, "makerOf");

// src/effects/own-folder.ts
function makeOwnFolder(family, options = {}) {
  const prefix = prefixOf(family, thisProcess());
  const most = options.mostBytes ?? Number.POSITIVE_INFINITY;
  const places = basesOf().map((base) => path.join(base, prefix));
  const fitting = places.find((place) => Buffer.byteLength(place) + 6 <= most);
  return mkdtempSync(fitting ?? path.join("/tmp", prefix));
}
__name(makeOwnFolder, "makeOwnFolder");
async function sweepOwnFolders(farewell) {
  const { space } = thisProcess();
  for (const base of /* @__PURE__ */ new Set([...basesOf(), "/tmp"])) {
    for (const name of await readdir(base).catch(() => [])) {
      const maker = makerOf(name);
      if (maker?.space !== space || isAlive(maker)) continue;
      const folder = path.join(base, name);
      if (!isPrivate(folder)) continue;
      await farewell(folder).catch(() => void 0);
      await rm(folder, { recursive: true, force: true }).catch(() => void 0);
    }
  }
}
__name(sweepOwnFolders, "sweepOwnFolders");
function basesOf() {
  const { RUNNER_TEMP, XDG_RUNTIME_DIR } = process.env;
  const own = XDG_RUNTIME_DIR && path.isAbsolute(XDG_RUNTIME_DIR) && isPrivate(XDG_RUNTIME_DIR);
  const runner = RUNNER_TEMP && path.isAbsolute(RUNNER_TEMP) && isFolder(RUNNER_TEMP);
  return [...runner ? [RUNNER_TEMP] : [], ...own ? [XDG_RUNTIME_DIR] : [], tmpdir()];
}
__name(basesOf, "basesOf");
var isFolder = /* @__PURE__ */ __name((place) => statusOf(place)?.isDirectory() ?? false, "isFolder");
function isPrivate(place) {
  const seen = statusOf(place);
  return seen?.isDirectory() === true && seen.uid === process.getuid?.() && (seen.mode & 63) === 0;
}
__name(isPrivate, "isPrivate");
var statusOf = /* @__PURE__ */ __name((place) => attempt(() => lstatSync(place)), "statusOf");
var known;
function thisProcess() {
  const space = /\d+/.exec(attempt(() => readlinkSync("/proc/self/ns/pid")) ?? "")?.[0];
  known ??= { pid: process.pid, start: startOf(process.pid) ?? 0, space: Number(space ?? 0) };
  return known;
}
__name(thisProcess, "thisProcess");
var isAlive = /* @__PURE__ */ __name(({ pid, start }) => startOf(pid) === start, "isAlive");
function startOf(pid) {
  if (process.platform === "linux") {
    const stat2 = attempt(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
    const fields = stat2?.slice(stat2.lastIndexOf(")") + 2).split(" ");
    return fields === void 0 || fields[0] === "Z" || fields[0] === "X" ? void 0 : Number(fields[19]);
  }
  const env = { PATH: "/bin:/usr/bin", LC_ALL: "C" };
  const args = ["-o", "lstart=", "-p", String(pid)];
  const lstart = attempt(
    () => execFileSync("ps", args, { env, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim()
  );
  return lstart ? Math.floor(Date.parse(lstart) / 1e3) : void 0;
}
__name(startOf, "startOf");
function attempt(read) {
  try {
    return read();
  } catch {
    return void 0;
  }
}
__name(attempt, "attempt");

// src/engine/socket-path.rules.ts
var MAX_SOCKET_PATH_BYTES = 103;
var CONTROL_SUFFIX_BYTES = 17;
var LONGEST_RUN_FOLDER = MAX_SOCKET_PATH_BYTES - CONTROL_SUFFIX_BYTES - "/engine.ctl".length;
function checkSocketPath(path6, reserveBytes = 0) {
  const bytes = Buffer.byteLength(path6);
  const limit = MAX_SOCKET_PATH_BYTES - reserveBytes;
  if (bytes > limit)
    throw new SwarmlineError(
      "input",
      `the path of a socket is too long (${bytes} bytes, ${limit} fit): ${path6}`,
      {
        hint: "use a state folder with a shorter path"
      }
    );
  return path6;
}
__name(checkSocketPath, "checkSocketPath");

// src/engine/connection-folder.ts
var EXIT_DEADLINE_MS = 5e3;
async function openConnectionFolder(fx) {
  await sweepLeftovers(fx);
  const folder = makeOwnFolder("swl", { mostBytes: LONGEST_RUN_FOLDER });
  const atExit = /* @__PURE__ */ __name(() => removeAtExit(folder), "atExit");
  process.on("exit", atExit);
  return {
    folder,
    remove: /* @__PURE__ */ __name(async () => {
      await rm2(folder, { recursive: true, force: true });
      process.off("exit", atExit);
    }, "remove")
  };
}
__name(openConnectionFolder, "openConnectionFolder");
function removeAtExit(folder) {
  try {
    if (!readdirSync(folder).some((name) => name.endsWith(".ctl")))
      rmSync(folder, { recursive: true, force: true });
  } catch {
  }
}
__name(removeAtExit, "removeAtExit");
function sweepLeftovers(fx) {
  return sweepOwnFolders((folder) => endMasters(folder, fx));
}
__name(sweepLeftovers, "sweepLeftovers");
async function endMasters(folder, fx) {
  for (const name of (await readdir2(folder)).filter((each) => each.endsWith(".ctl")))
    await fx.exec(
      "ssh",
      ["-F", "/dev/null", "-S", path2.join(folder, name), "-O", "exit", "--", "swarmline"],
      {
        isChecked: false,
        timeoutMs: EXIT_DEADLINE_MS
      }
    );
}
__name(endMasters, "endMasters");

// src/engine/glance.ts
import { release } from "node:os";
var NEEDED = { ip_vs: "/proc/net/ip_vs", vxlan: "/sys/module/vxlan" };
var DEADLINE_MS = 15e3;
async function glance(door, kernel) {
  if (door.reach === "api" || door.reach === "here" && kernel !== release()) return void 0;
  const seen = await Promise.all(
    Object.entries(NEEDED).map(async ([name, trace]) => {
      if (await ends(door.exec, "test", ["-e", trace])) return true;
      const asked = ["--dry-run", "--quiet", name];
      return await ends(door.exec, "modprobe", asked) || await ends(door.exec, "/sbin/modprobe", asked);
    })
  );
  return seen.every(Boolean);
}
__name(glance, "glance");
async function ends(exec, program, args) {
  try {
    return (await exec(program, args, { isChecked: false, timeoutMs: DEADLINE_MS })).exitCode === 0;
  } catch (error) {
    if (error instanceof SwarmlineError && error.code === "cancelled") throw error;
    return false;
  }
}
__name(ends, "ends");

// src/engine/host-door.ts
import { stat } from "node:fs/promises";
import path5 from "node:path";

// src/engine/forwards.ts
import path3 from "node:path";

// src/engine/ssh.ts
import { chmod, mkdir, readFile, rm as rm3, writeFile } from "node:fs/promises";
import { join } from "node:path";

// src/effects/cleanup.ts
function forCleanup(fx, deadlineMs = 9e4) {
  const signal = AbortSignal.timeout(deadlineMs);
  return { ...fx, signal, exec: fx.exec.renewed?.(signal) ?? fx.exec };
}
__name(forCleanup, "forCleanup");

// src/effects/wait-for.ts
async function waitFor(what, look, options) {
  const { clock, deadlineMs, everyMs = 200, growth = 0.1, signal } = options;
  const mostMs = Math.max(options.mostMs ?? 5e3, everyMs);
  const startedAtMs = clock.now();
  let last;
  for (; ; ) {
    const seen = await look((text) => {
      last = text;
    });
    if (seen !== void 0) return seen;
    const waitedMs = clock.now() - startedAtMs;
    if (waitedMs >= deadlineMs) throw tooLate(what, deadlineMs, last);
    const pauseMs = Math.min(Math.max(everyMs, waitedMs * growth), mostMs);
    await clock.sleep(Math.max(1, Math.min(pauseMs, deadlineMs - waitedMs)), signal);
  }
}
__name(waitFor, "waitFor");
function tooLate(what, deadlineMs, last) {
  const seen = last ? `; seen last: ${last}` : "";
  return new SwarmlineError("timed-out", `${what}: not within ${Math.round(deadlineMs / 1e3)} s${seen}`);
}
__name(tooLate, "tooLate");

// src/engine/shell-quote.rules.ts
var PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;
function quoteArgument(argument) {
  if (argument.includes("\0"))
    throw new SwarmlineError("input", "an argument of a remote command holds a NUL");
  return PLAIN.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}
__name(quoteArgument, "quoteArgument");
function quoteCommand(argv) {
  const [program, ...rest] = argv;
  if (!program) throw new SwarmlineError("input", "a remote command needs a program");
  const first = program.includes("=") ? `'${program.replaceAll("'", `'\\''`)}'` : quoteArgument(program);
  return [first, ...rest.map(quoteArgument)].join(" ");
}
__name(quoteCommand, "quoteCommand");

// src/engine/ssh-errors.rules.ts
var CAUSES = [
  {
    words: /REMOTE HOST IDENTIFICATION HAS CHANGED|host key for .* has changed/i,
    what: "its host key is not the known one",
    hint: /* @__PURE__ */ __name(({ knownAs }) => `if that is meant, remove the old key: ssh-keygen -R ${knownAs}`, "hint")
  },
  {
    words: /host key is known for|host key verification failed/i,
    what: "its host key is unknown",
    hint: /* @__PURE__ */ __name(({ command }) => `connect once by hand and compare the fingerprint: ${command}`, "hint")
  },
  {
    words: /permission denied|too many authentication failures/i,
    what: "it refuses the login",
    hint: /* @__PURE__ */ __name(({ command }) => `make this work without a question first: ${command.replace(/^ssh /, "ssh -o BatchMode=yes ")} true`, "hint")
  },
  {
    words: /could not resolve|name or service not known/i,
    what: "its name does not resolve",
    hint: /* @__PURE__ */ __name(() => "see the name in DOCKER_HOST", "hint")
  },
  {
    words: /connection refused/i,
    what: "nothing listens there",
    hint: /* @__PURE__ */ __name(({ command }) => `see whether its ssh server runs: ${command}`, "hint"),
    isPassing: true
  },
  {
    // What a server does that has too many visitors (MaxStartups), or punishes one (PerSourcePenalties).
    words: /kex_exchange|banner exchange|not allowed at this time|connection (?:reset|closed)|broken pipe/i,
    what: "its ssh server hangs up",
    hint: /* @__PURE__ */ __name(({ command }) => `see its log (sshd drops connections when there are too many), and try: ${command}`, "hint"),
    isPassing: true
  },
  {
    words: /timed out|did not finish|no route to host|network is unreachable/i,
    what: "it does not answer",
    hint: /* @__PURE__ */ __name(({ command }) => `see whether its ssh server runs: ${command}`, "hint"),
    isPassing: true
  },
  {
    words: /administratively prohibited|open failed/i,
    what: "its ssh server does not allow the forwarding",
    hint: /* @__PURE__ */ __name(() => "allow AllowStreamLocalForwarding and AllowTcpForwarding there", "hint")
  }
];
var causeOf = /* @__PURE__ */ __name((stderr) => CAUSES.find((cause) => cause.words.test(stderr)), "causeOf");
var isPassingSsh = /* @__PURE__ */ __name((stderr) => causeOf(stderr)?.isPassing ?? false, "isPassingSsh");
var lastLineOf = /* @__PURE__ */ __name((stderr) => stderr.split("\n").map((line) => line.trim()).filter(Boolean).at(-1), "lastLineOf");
function explainSsh(to, stderr, waitedMs = 0) {
  const cause = causeOf(stderr);
  const last = lastLineOf(stderr);
  const what = cause?.what ?? last ?? "no reason given";
  const said = cause && last ? ` (ssh said: ${last})` : "";
  const tried = waitedMs >= 1e3 ? `, tried again for ${Math.round(waitedMs / 1e3)} s` : "";
  return new SwarmlineError("no-engine", `no connection to ${to.name} by ssh: ${what}${said}${tried}`, {
    hint: hintFor(to, cause)
  });
}
__name(explainSsh, "explainSsh");
function hintFor({ name, command, knownAs, logPath }, cause) {
  if (logPath !== void 0) return `see its log: ${logPath}`;
  if (command === void 0) return "see what this machine can do: swarmline doctor";
  return cause?.hint({ command, knownAs: knownAs ?? name }) ?? `see: ${command.replace(/^ssh /, "ssh -v ")}`;
}
__name(hintFor, "hintFor");

// src/engine/ssh-target.rules.ts
function parseSshHost(dockerHost) {
  const refuse = /* @__PURE__ */ __name((why) => new SwarmlineError("input", `DOCKER_HOST: ${why}`, { hint: "write it as ssh://[user@]host[:port]" }), "refuse");
  let url;
  try {
    url = new URL(dockerHost);
  } catch (cause) {
    throw new SwarmlineError("input", "DOCKER_HOST is not an address", {
      hint: "write it as ssh://[user@]host[:port]",
      cause
    });
  }
  if (url.protocol !== "ssh:") throw refuse(`${url.protocol}// is not ssh://`);
  if (url.password) throw refuse("a password does not belong into an address");
  if (url.search || url.hash) throw refuse("nothing may follow host and port");
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const decoded = /* @__PURE__ */ __name((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      throw refuse("a % in it stands for no character");
    }
  }, "decoded");
  const user = url.username ? decoded(url.username) : void 0;
  if (!/^[A-Za-z0-9_:][A-Za-z0-9_.:%-]*$/.test(host)) throw refuse("the host is missing or is no host name");
  if (user !== void 0 && !/^[A-Za-z0-9_][A-Za-z0-9_.@\\-]*$/.test(user))
    throw refuse("the user is no user name");
  const remoteSocket = url.pathname && url.pathname !== "/" ? decoded(url.pathname) : "/var/run/docker.sock";
  return { target: { kind: "user", host, user, port: url.port ? Number(url.port) : void 0 }, remoteSocket };
}
__name(parseSshHost, "parseSshHost");
function parseHostKey(line) {
  const fields = line.trim().split(/\s+/);
  const at = fields.findIndex((field) => /^(?:ssh|ecdsa|sk-ssh|sk-ecdsa)-[a-z0-9@.-]+$/.test(field));
  const [type, key = ""] = fields.slice(at);
  const isOne = at >= 0 && at <= 1 && /^[A-Za-z0-9+/]+={0,2}$/.test(key) && !line.trim().includes("\n");
  if (!isOne || line.startsWith("@"))
    throw new SwarmlineError("input", "the host key is not a line of known_hosts", {
      hint: "take the line that ssh-keyscan prints, once its fingerprint has been compared: host ssh-ed25519 AAAA\u2026"
    });
  return `${type} ${key}`;
}
__name(parseHostKey, "parseHostKey");
function sshHostOf(target) {
  return target.kind === "pinned" ? target.alias : target.host;
}
__name(sshHostOf, "sshHostOf");
function reachedBy(target) {
  if (target.kind === "pinned") return { name: target.title, logPath: target.logPath };
  const { host, user, port } = target;
  const name = user === void 0 ? host : `${user}@${host}`;
  const command = ["ssh", ...port === void 0 ? [] : ["-p", port], name].join(" ");
  return { name, command, knownAs: port === void 0 ? host : `[${host}]:${port}` };
}
__name(reachedBy, "reachedBy");
var PINNED_NAME = "swarmline-pinned";
function knownHostsOf(target) {
  if (target.hostKey === void 0) return void 0;
  const name = target.kind === "pinned" ? target.alias : PINNED_NAME;
  return `${name} ${target.hostKey.trim().split(/\s+/).slice(0, 2).join(" ")}
`;
}
__name(knownHostsOf, "knownHostsOf");
function renderSshConfig(target, paths) {
  const always = [
    `ControlPath ${quoted(paths.control)}`,
    "BatchMode yes",
    "StrictHostKeyChecking yes",
    "UpdateHostKeys no",
    // A name server's word is no host key, and what listens on loopback has one like any other.
    "VerifyHostKeyDNS no",
    "NoHostAuthenticationForLocalhost no",
    // Nothing of the user's configuration shares this connection, keeps it, or makes more of it.
    "ControlMaster no",
    "ControlPersist no",
    "RemoteCommand none",
    "Tunnel no",
    "GatewayPorts no",
    "ExitOnForwardFailure yes",
    "StreamLocalBindUnlink yes",
    "StreamLocalBindMask 0177",
    "ForwardAgent no",
    "ForwardX11 no",
    "PermitLocalCommand no",
    "RequestTTY no",
    "LogLevel ERROR"
  ];
  if (target.kind === "pinned")
    return block(target.alias, [
      `HostName ${target.address}`,
      `HostKeyAlias ${target.alias}`,
      `Port ${target.port}`,
      `User ${target.user}`,
      `IdentityFile ${quoted(target.identityPath)}`,
      "IdentitiesOnly yes",
      "IdentityAgent none",
      `UserKnownHostsFile ${quoted(paths.knownHosts)}`,
      "GlobalKnownHostsFile /dev/null",
      // Emulated on a busy machine it takes its time for a handshake, and may stand still for minutes; when it ends, QEMU
      // closes the connection.
      "ConnectTimeout 100",
      "ServerAliveInterval 30",
      "ServerAliveCountMax 20",
      // The cheapest for a machine without hardware acceleration of its own.
      "Ciphers aes128-gcm@openssh.com,chacha20-poly1305@openssh.com",
      ...always
    ]);
  const pin = target.hostKey === void 0 ? "" : block(target.host, [
    `HostKeyAlias ${PINNED_NAME}`,
    `UserKnownHostsFile ${quoted(paths.knownHosts)}`,
    "GlobalKnownHostsFile /dev/null",
    "KnownHostsCommand none",
    "CheckHostIP no"
  ]);
  return `${pin}${block("*", [
    ...target.user ? [`User ${target.user}`] : [],
    ...target.port ? [`Port ${target.port}`] : [],
    // For the handshake too, which a busy machine is slow with.
    "ConnectTimeout 30",
    "ServerAliveInterval 10",
    "ServerAliveCountMax 3",
    ...always,
    "Include ~/.ssh/config",
    "Include /etc/ssh/ssh_config"
  ])}`;
}
__name(renderSshConfig, "renderSshConfig");
function block(pattern, lines) {
  return `Host ${pattern}
${lines.map((line) => `  ${line}
`).join("")}`;
}
__name(block, "block");
function quoted(path6) {
  return `"${path6.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("%", "%%")}"`;
}
__name(quoted, "quoted");

// src/engine/ssh.ts
var ATTEMPT_MS = 12e4;
var REQUEST_DEADLINE_MS = 15e3;
var PATIENCE_MS = 45e3;
var AGAIN_MS = 1e3;
var AGAIN_AT_MOST_MS = 1e4;
async function openTunnel(target, options, fx) {
  const { folder, name } = options;
  const reached = reachedBy(target);
  const tunnel = {
    controlPath: checkSocketPath(join(folder, `${name}.ctl`), CONTROL_SUFFIX_BYTES),
    configPath: join(folder, `${name}.ssh_config`),
    host: sshHostOf(target),
    reached
  };
  await mkdir(folder, { recursive: true, mode: 448 });
  if (await isOpenedTo(target, tunnel) && await isTunnelAlive(tunnel, fx)) return tunnel;
  await control(tunnel, ["-O", "exit"], fx).catch(() => void 0);
  await rm3(tunnel.controlPath, { force: true });
  await writeConfig(target, tunnel);
  try {
    await untilOpen(tunnel, options, fx);
    return tunnel;
  } catch (error) {
    await removeFiles(tunnel);
    throw error;
  }
}
__name(openTunnel, "openTunnel");
async function untilOpen(tunnel, options, fx) {
  const { patienceMs = PATIENCE_MS, requireThere } = options;
  const { name } = tunnel.reached;
  const startedAtMs = fx.clock.now();
  let said = "";
  const attempt2 = /* @__PURE__ */ __name(async (see) => {
    const stderr = await connectOnce(tunnel, fx);
    if (stderr === void 0) return true;
    const isFirst = said === "";
    said = stderr;
    if (!isPassingSsh(stderr) || patienceMs === 0) throw explainSsh(tunnel.reached, stderr);
    await requireThere?.();
    const line = lastLineOf(stderr) ?? "nothing";
    see(line);
    if (isFirst) fx.log.info(`no ssh connection to ${name} yet, trying again: ${line}`);
    else fx.log.debug(`no ssh connection to ${name} yet: ${line}`);
    return void 0;
  }, "attempt");
  try {
    await waitFor(`the ssh connection to ${name}`, attempt2, {
      clock: fx.clock,
      signal: fx.signal,
      deadlineMs: patienceMs,
      everyMs: AGAIN_MS,
      mostMs: AGAIN_AT_MOST_MS,
      growth: 1
    });
  } catch (error) {
    if (!(error instanceof SwarmlineError && error.code === "timed-out")) throw error;
    throw explainSsh(tunnel.reached, said, fx.clock.now() - startedAtMs);
  }
}
__name(untilOpen, "untilOpen");
async function connectOnce(tunnel, fx) {
  try {
    const opened = await execSsh(fx, ["-F", tunnel.configPath, "-f", "-N", "-M", "--", tunnel.host], {
      isChecked: false,
      timeoutMs: ATTEMPT_MS,
      signal: fx.signal
    });
    if (opened.exitCode === 0 && await isTunnelAlive(tunnel, fx)) return void 0;
    return opened.stderr || "ssh ended without a word";
  } catch (error) {
    if (error instanceof SwarmlineError && error.code === "timed-out") return error.message;
    throw error;
  }
}
__name(connectOnce, "connectOnce");
async function isTunnelAlive(tunnel, fx) {
  const answer = await control(tunnel, ["-O", "check"], fx).catch((error) => {
    if (error instanceof SwarmlineError && error.code === "timed-out") return void 0;
    throw error;
  });
  return answer?.exitCode === 0;
}
__name(isTunnelAlive, "isTunnelAlive");
async function forwardSocket(tunnel, localPath, remotePath, fx) {
  await forward(tunnel, `${checkSocketPath(localPath)}:${remotePath}`, fx);
}
__name(forwardSocket, "forwardSocket");
async function forwardPort(tunnel, ports, fx) {
  await forward(tunnel, specOf(ports), fx);
}
__name(forwardPort, "forwardPort");
async function closeTunnel(tunnel, fx) {
  try {
    await control(tunnel, ["-O", "exit"], forCleanup(fx));
  } finally {
    await removeFiles(tunnel);
  }
}
__name(closeTunnel, "closeTunnel");
async function run(tunnel, argv, fx, options = {}) {
  return execSsh(fx, ["-F", tunnel.configPath, "--", tunnel.host, quoteCommand(argv)], {
    signal: fx.signal,
    ...options
  });
}
__name(run, "run");
function execSsh(fx, args, options) {
  return fx.exec("ssh", args, { inherit: SEEN_BY_SSH, ...options });
}
__name(execSsh, "execSsh");
async function forward(tunnel, spec, fx) {
  const answer = await control(tunnel, ["-O", "forward", "-L", spec], fx);
  if (answer.exitCode === 0) return;
  if (/port forwarding failed|Address already in use|cannot listen/i.test(answer.stderr))
    throw new SwarmlineError("port-taken", `ssh cannot listen at ${spec.slice(0, spec.lastIndexOf(":"))}`, {
      hint: "stop what listens there, or remove what is left of it"
    });
  throw explainSsh(tunnel.reached ?? { name: tunnel.host }, answer.stderr);
}
__name(forward, "forward");
function control(tunnel, request, fx) {
  return execSsh(fx, ["-F", tunnel.configPath, "-S", tunnel.controlPath, ...request, "--", tunnel.host], {
    isChecked: false,
    timeoutMs: REQUEST_DEADLINE_MS
  });
}
__name(control, "control");
async function isOpenedTo(target, tunnel) {
  const written = filesOf(target, tunnel).map(async ([path6, text]) => {
    const found = await readFile(path6, "utf8").catch(() => void 0);
    return found === text;
  });
  return (await Promise.all(written)).every(Boolean);
}
__name(isOpenedTo, "isOpenedTo");
async function writeConfig(target, tunnel) {
  for (const [path6, text] of filesOf(target, tunnel))
    if (text === void 0) await rm3(path6, { force: true });
    else await writePrivate(path6, text);
}
__name(writeConfig, "writeConfig");
function filesOf(target, tunnel) {
  const knownHosts = knownHostsPath(tunnel);
  const config = renderSshConfig(target, { control: tunnel.controlPath, knownHosts });
  return [
    [knownHosts, knownHostsOf(target)],
    // The machine's name stands in no option where the user's own configuration says how it is reached.
    [tunnel.configPath, `# ${JSON.stringify(tunnel.host)}
${config}`]
  ];
}
__name(filesOf, "filesOf");
async function writePrivate(path6, text) {
  await rm3(path6, { force: true });
  await writeFile(path6, text, { mode: 384, flag: "wx" });
  await chmod(path6, 384);
}
__name(writePrivate, "writePrivate");
async function removeFiles(tunnel) {
  for (const path6 of [tunnel.controlPath, tunnel.configPath, knownHostsPath(tunnel)])
    await rm3(path6, { force: true });
}
__name(removeFiles, "removeFiles");
function knownHostsPath(tunnel) {
  return tunnel.configPath.replace(/ssh_config$/, "known_hosts");
}
__name(knownHostsPath, "knownHostsPath");
function specOf(p) {
  return `${bracketed(p.localHost)}:${p.localPort}:${bracketed(p.remoteHost)}:${p.remotePort}`;
}
__name(specOf, "specOf");
function bracketed(host) {
  return host.includes(":") ? `[${host}]` : host;
}
__name(bracketed, "bracketed");

// src/engine/forwards.ts
var PORT_STEPS = [0, 2e4, 3e4];
function createForwards(tunnel, runDir, fx) {
  const sockets = /* @__PURE__ */ new Map();
  const ports = /* @__PURE__ */ new Map();
  return {
    openSocket: /* @__PURE__ */ __name(async (remotePath, name) => {
      const localPath = path3.join(runDir, `${name}.sock`);
      await forwardSocket(tunnel, localPath, remotePath, fx);
      sockets.set(localPath, remotePath);
      return localPath;
    }, "openSocket"),
    openPort: /* @__PURE__ */ __name(async (address, port) => {
      const host = `127.77.0.${address.split(".").at(-1)}`;
      for (const localPort of PORT_STEPS.map((step) => port + step).filter((p) => p < 65536)) {
        try {
          const forward2 = { localHost: host, localPort, remoteHost: address, remotePort: port };
          await forwardPort(tunnel, forward2, fx);
          ports.set(`${host}:${localPort}`, forward2);
          return { host, port: localPort };
        } catch (error) {
          if (!(error instanceof SwarmlineError) || error.code !== "port-taken") throw error;
        }
      }
      throw new SwarmlineError("port-taken", `no port is free on ${host} for ${address}:${port}`, {
        hint: "stop what listens there"
      });
    }, "openPort"),
    again: /* @__PURE__ */ __name(async () => {
      for (const [localPath, remotePath] of sockets)
        await forwardSocket(tunnel, localPath, remotePath, fx);
      for (const forward2 of ports.values()) await forwardPort(tunnel, forward2, fx);
    }, "again")
  };
}
__name(createForwards, "createForwards");

// src/engine/tls-forwarder.ts
import { chmod as chmod2, mkdir as mkdir2, readFile as readFile2, rm as rm4 } from "node:fs/promises";
import net from "node:net";
import path4 from "node:path";
import tls from "node:tls";
var HANDSHAKE_MS = 3e4;
async function openTlsForwarder(target, socketPath) {
  const secureContext = await readCertificates(target.certDir);
  const folder = path4.dirname(checkSocketPath(socketPath));
  await mkdir2(folder, { recursive: true, mode: 448 });
  await chmod2(folder, 448);
  await rm4(socketPath, { force: true });
  const open = /* @__PURE__ */ new Set();
  const server = net.createServer({ allowHalfOpen: true }, (local) => {
    const remote = tls.connect({
      host: target.host,
      port: target.port,
      ...net.isIP(target.host) ? {} : { servername: target.host },
      secureContext,
      minVersion: "TLSv1.2",
      rejectUnauthorized: true,
      allowHalfOpen: true,
      ALPNProtocols: ["http/1.1"]
    });
    remote.setTimeout(HANDSHAKE_MS, () => remote.destroy(new Error("no TLS connection in time")));
    remote.once("secureConnect", () => remote.setTimeout(0));
    for (const [one, other] of [
      [local, remote],
      [remote, local]
    ]) {
      open.add(one);
      one.on("error", (error) => other.destroy(error));
      one.on("close", () => {
        open.delete(one);
        if (!other.writableEnded) other.end();
      });
      one.pipe(other);
    }
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(socketPath, resolve);
  });
  await chmod2(socketPath, 384);
  server.unref();
  return {
    close: /* @__PURE__ */ __name(async () => {
      for (const socket of open) socket.destroy();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
      await rm4(socketPath, { force: true });
    }, "close")
  };
}
__name(openTlsForwarder, "openTlsForwarder");
async function checkTls(target) {
  const secureContext = await readCertificates(target.certDir);
  const where = `${target.host}:${target.port}`;
  await new Promise((resolve, reject) => {
    const socket = tls.connect({
      host: target.host,
      port: target.port,
      ...net.isIP(target.host) ? {} : { servername: target.host },
      secureContext,
      minVersion: "TLSv1.2"
    });
    socket.setTimeout(HANDSHAKE_MS, () => socket.destroy(new Error("it does not answer")));
    socket.once("secureConnect", () => {
      socket.destroy();
      resolve();
    });
    socket.once(
      "error",
      (cause) => reject(
        new SwarmlineError("no-engine", `no TLS connection to ${where}: ${cause.message}`, {
          hint: "see that ca.pem signed the certificate of the engine, and that it names this host",
          cause
        })
      )
    );
  });
}
__name(checkTls, "checkTls");
var FILES = ["ca.pem", "cert.pem", "key.pem"];
async function readCertificates(certDir) {
  const [ca, cert, key] = await readPems(certDir);
  try {
    return tls.createSecureContext({ ca, cert, key, minVersion: "TLSv1.2" });
  } catch (cause) {
    throw new SwarmlineError(
      "input",
      `the certificates in ${certDir} do not fit: ${cause.message}`,
      {
        hint: "cert.pem and key.pem must belong together, in the PEM format",
        cause
      }
    );
  }
}
__name(readCertificates, "readCertificates");
async function readPems(certDir) {
  const found = await Promise.all(
    FILES.map(async (name) => {
      try {
        return { name, pem: await readFile2(path4.join(certDir, name)) };
      } catch (cause) {
        return { name, cause, isMissing: cause.code === "ENOENT" };
      }
    })
  );
  const faults = found.flatMap(
    ({ name, cause, isMissing }) => cause === void 0 ? [] : [{ cause, what: isMissing ? `there is no ${name}` : `${name} cannot be read` }]
  );
  if (faults.length === 0) return found.map(({ pem }) => pem);
  throw new SwarmlineError(
    "input",
    `the certificates for tcp:// are not in ${certDir}: ${faults.map(({ what }) => what).join(", ")}`,
    {
      hint: `put ${FILES.join(", ")} there, or name their folder by DOCKER_CERT_PATH; docker's own default, with DOCKER_TLS_VERIFY, is ~/.docker`,
      cause: faults[0]?.cause
    }
  );
}
__name(readPems, "readPems");

// src/engine/host-door.ts
var DEFAULT_DOCKER_HOST = "unix:///var/run/docker.sock";
function localDoor(socketPath, fx) {
  return {
    socketPath,
    tunnel: void 0,
    reach: "here",
    where: "on this machine",
    openSocket: /* @__PURE__ */ __name(async (remotePath) => remotePath, "openSocket"),
    openPort: /* @__PURE__ */ __name(async (host, port) => ({ host, port }), "openPort"),
    exec: fx.exec,
    socketGid: /* @__PURE__ */ __name(async () => (await stat(socketPath).catch(() => void 0))?.gid, "socketGid"),
    revive: /* @__PURE__ */ __name(async () => void 0, "revive"),
    close: /* @__PURE__ */ __name(async () => void 0, "close")
  };
}
__name(localDoor, "localDoor");
async function openTlsDoor(target, runDir) {
  await checkTls(target);
  const socketPath = path5.join(runDir, "docker.sock");
  const forwarder = await openTlsForwarder(target, socketPath);
  const outOfReach = /* @__PURE__ */ __name((what) => new SwarmlineError("input", `${what} on ${target.host} cannot be reached over TLS`, {
    hint: "use ssh://user@host"
  }), "outOfReach");
  return {
    socketPath,
    tunnel: void 0,
    reach: "api",
    where: `on ${target.host}`,
    openSocket: /* @__PURE__ */ __name(async (remotePath) => {
      throw outOfReach(`the socket ${remotePath}`);
    }, "openSocket"),
    openPort: /* @__PURE__ */ __name(async (host, port) => ({ host, port }), "openPort"),
    exec: /* @__PURE__ */ __name(async (file) => {
      throw new SwarmlineError("missing-tool", `${file} cannot be run on ${target.host} over TLS`);
    }, "exec"),
    socketGid: /* @__PURE__ */ __name(async () => void 0, "socketGid"),
    revive: /* @__PURE__ */ __name(async () => void 0, "revive"),
    close: /* @__PURE__ */ __name(() => forwarder.close(), "close")
  };
}
__name(openTlsDoor, "openTlsDoor");
async function openRemoteDoor(dockerHost, options, fx) {
  const { runDir, hostKey, patienceMs } = options;
  const opening = { folder: runDir, name: "engine", ...patienceMs === void 0 ? {} : { patienceMs } };
  const { target: address, remoteSocket } = parseSshHost(dockerHost);
  const target = hostKey === void 0 ? address : { ...address, hostKey: parseHostKey(hostKey) };
  const tunnel = await openTunnel(target, opening, fx);
  const socketPath = path5.join(runDir, "docker.sock");
  try {
    await forwardSocket(tunnel, socketPath, remoteSocket, fx);
  } catch (error) {
    await closeTunnel(tunnel, fx);
    throw error;
  }
  const forwards = createForwards(tunnel, runDir, fx);
  return {
    ...remoteDoor(tunnel, socketPath, runDir, fx, forwards),
    socketGid: /* @__PURE__ */ __name(async () => {
      const said = await run(tunnel, ["stat", "-L", "-c", "%g", remoteSocket], fx, { isChecked: false });
      return /^\d+$/.test(said.stdout.trim()) ? Number(said.stdout) : void 0;
    }, "socketGid"),
    revive: /* @__PURE__ */ __name(async () => {
      if (await isTunnelAlive(tunnel, fx)) return;
      await openTunnel(target, opening, fx);
      await forwardSocket(tunnel, socketPath, remoteSocket, fx);
      await forwards.again();
    }, "revive")
  };
}
__name(openRemoteDoor, "openRemoteDoor");
function remoteDoor(tunnel, socketPath, runDir, fx, forwards = createForwards(tunnel, runDir, fx)) {
  return {
    socketPath,
    tunnel,
    reach: "there",
    where: `on ${tunnel.host}`,
    openSocket: /* @__PURE__ */ __name((remotePath, name) => forwards.openSocket(remotePath, name), "openSocket"),
    openPort: /* @__PURE__ */ __name((address, port) => forwards.openPort(address, port), "openPort"),
    exec: /* @__PURE__ */ __name((file, args, options) => run(tunnel, [file, ...args], fx, options), "exec"),
    socketGid: /* @__PURE__ */ __name(async () => void 0, "socketGid"),
    revive: /* @__PURE__ */ __name(async () => void 0, "revive"),
    close: /* @__PURE__ */ __name(() => closeTunnel(tunnel, fx), "close")
  };
}
__name(remoteDoor, "remoteDoor");

// src/engine/kernel.ts
var LOOKED_AT = ["/proc", "/sys", "/usr"];
var VM_BRIDGE = "br0";
async function lookAtMachine(exists2) {
  const [hasIpvs, hasVxlan, hasNodeInit, hasBridge] = await Promise.all([
    exists2("/proc/1/net/ip_vs"),
    exists2("/sys/module/vxlan"),
    exists2("/usr/sbin/node-init"),
    exists2(`/sys/class/net/${VM_BRIDGE}`)
  ]);
  return { hasIpvs, hasVxlan, isOurVm: hasNodeInit && hasBridge };
}
__name(lookAtMachine, "lookAtMachine");
var MODULES = ["ip_vs", "ip_vs_rr", "xt_ipvs", "vxlan", "br_netfilter", "overlay"];
async function loadModules(exec) {
  for (const prefix of [[], ["sudo", "-n"]]) {
    const [program = "", ...args] = [...prefix, "modprobe", "-a", "-q", ...MODULES];
    const result = await exec(program, args, { isChecked: false, timeoutMs: 6e4 }).catch((error) => {
      if (error instanceof SwarmlineError && error.code === "cancelled") throw error;
      return void 0;
    });
    if (result?.exitCode === 0) return;
  }
}
__name(loadModules, "loadModules");

// src/engine/trial.ts
import { randomBytes } from "node:crypto";

// src/docker/archive.ts
var import_tar_stream = __toESM(require_tar_stream(), 1);
async function packArchive(entries) {
  const archive = (0, import_tar_stream.pack)();
  for (const entry of entries) {
    if (entry.kind === "folder")
      archive.entry({ name: `${entry.path}/`, type: "directory", mode: entry.mode ?? 493 });
    else if (entry.kind === "link")
      archive.entry({ name: entry.path, type: "symlink", linkname: entry.target });
    else
      archive.entry(
        {
          name: entry.path,
          mode: entry.mode ?? 420,
          ...entry.modifiedAt ? { mtime: entry.modifiedAt } : {}
        },
        Buffer.from(entry.content)
      );
  }
  archive.finalize();
  const chunks = [];
  for await (const chunk of archive) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
__name(packArchive, "packArchive");

// src/docker/progress.ts
var LONGEST_LINE = 1024 * 1024;
async function readProgress(what, stream) {
  let rest = "";
  let failure;
  const look = /* @__PURE__ */ __name((line) => {
    failure ??= parse(line)?.error;
  }, "look");
  for await (const chunk of stream) {
    const lines = (rest + String(chunk)).split("\n");
    rest = lines.pop() ?? "";
    lines.forEach(look);
    if (rest.length > LONGEST_LINE)
      throw new SwarmlineError("cluster-failed", `${what}: the engine answers with something else than lines`);
  }
  look(rest);
  if (failure) throw new SwarmlineError("cluster-failed", `${what}: ${failure}`);
}
__name(readProgress, "readProgress");
function parse(line) {
  try {
    const said = JSON.parse(line);
    const error = typeof said === "object" && said !== null && "error" in said ? said.error : void 0;
    return error ? { error: String(error) } : void 0;
  } catch {
    return void 0;
  }
}
__name(parse, "parse");

// src/docker/import-image.ts
async function importImage(client, reference, entries, options = {}) {
  const [repo, tag = "latest"] = reference.split(":");
  const labels = Object.entries(options.labels ?? {}).map(([k, v]) => `LABEL ${k}=${JSON.stringify(v)}`);
  const answer = await client.stream("POST", "/images/create", {
    query: { fromSrc: "-", repo, tag, changes: labels.length ? labels.join("\n") : void 0 },
    body: await packArchive(entries),
    contentType: "application/x-tar",
    timeoutMs: 3e5,
    ...options.signal ? { signal: options.signal } : {}
  });
  await readProgress(`making image ${reference}`, answer);
}
__name(importImage, "importImage");

// src/engine/trial.ts
async function withTrialContainer(client, signal, work) {
  const name = `swarmline-trial-${randomBytes(4).toString("hex")}`;
  const image = `${name}:latest`;
  try {
    await importImage(client, image, [], { signal });
    await client.json("POST", "/containers/create", {
      query: { name },
      body: {
        Image: image,
        Entrypoint: [NO_PROGRAM],
        HostConfig: {
          Privileged: true,
          NetworkMode: "none",
          Binds: LOOKED_AT.map((folder) => `${folder}:/machine${folder}:ro`)
        }
      },
      signal
    });
    return await work({
      exists: /* @__PURE__ */ __name((path6) => exists(client, name, path6, signal), "exists"),
      privileges: /* @__PURE__ */ __name(() => tryPrivileged(client, name, signal), "privileges")
    });
  } finally {
    await client.json("DELETE", `/containers/${name}`, { query: { force: true, v: true } }).catch(() => void 0);
    await client.json("DELETE", `/images/${image}`, { query: { force: true } }).catch(() => void 0);
  }
}
__name(withTrialContainer, "withTrialContainer");
var NO_PROGRAM = "/there-is-no-program";
async function exists(client, name, path6, signal) {
  try {
    const answer = await client.stream("HEAD", `/containers/${name}/archive`, {
      query: { path: `/machine${path6}` },
      signal
    });
    answer.resume();
    return true;
  } catch (error) {
    if (error instanceof EngineAnswerError) return false;
    throw error;
  }
}
__name(exists, "exists");
async function tryPrivileged(client, name, signal) {
  try {
    await client.json("POST", `/containers/${name}/start`, { signal });
    return "privileged";
  } catch (error) {
    if (!(error instanceof EngineAnswerError)) throw error;
    return /unable to apply caps|applying caps|capabilit/i.test(error.message) ? "caps" : "privileged";
  }
}
__name(tryPrivileged, "tryPrivileged");

// src/engine/host-facts.ts
var ANSWER_MS = 6e4;
var LEAST_API = 41;
async function checkEngine(client, dockerHost) {
  let version;
  let info;
  try {
    version = await client.json("GET", "/version", { timeoutMs: ANSWER_MS });
    info = await client.json("GET", "/info", { timeoutMs: ANSWER_MS });
  } catch (cause) {
    const isForbidden = String(cause.message).includes("EACCES");
    if (cause instanceof SwarmlineError && cause.code === "timed-out")
      throw new SwarmlineError(
        "no-engine",
        `the engine at ${dockerHost} takes connections and does not answer`,
        {
          hint: "see its log, and what keeps its machine busy; or let a VM be made: --engine vm",
          cause
        }
      );
    throw new SwarmlineError(
      "no-engine",
      isForbidden ? `this user may not open ${dockerHost}` : `no Docker engine answers at ${dockerHost}`,
      {
        hint: isForbidden ? "add the user to the group docker and log in again" : "start it, set DOCKER_HOST, or let a VM be made: --engine vm",
        cause
      }
    );
  }
  const minor = Number(version.ApiVersion.split(".")[1]);
  if (version.Os !== "linux" || !(minor >= LEAST_API))
    throw new SwarmlineError(
      "no-engine",
      `the engine at ${dockerHost} is ${version.Version} for ${version.Os}`,
      {
        hint: "use Docker Engine 20.10 or later with Linux containers, or --engine vm"
      }
    );
  return { version: version.Version, kernel: info.KernelVersion };
}
__name(checkEngine, "checkEngine");
function learn(client, door, fx) {
  return withTrialContainer(client, fx.signal, async (trial) => {
    let machine = await lookAtMachine(trial.exists);
    if (!machine.hasIpvs || !machine.hasVxlan) {
      await loadModules(door.exec);
      machine = await lookAtMachine(trial.exists);
    }
    return { machine, privileges: await trial.privileges() };
  });
}
__name(learn, "learn");

// src/engine/tcp-target.rules.ts
var DEFAULT_TLS_PORT = 2376;
function parseTcpHost(dockerHost, certDir) {
  const hint = "set DOCKER_TLS_VERIFY=1, with ca.pem, cert.pem and key.pem in ~/.docker or in the folder of DOCKER_CERT_PATH, or use ssh://user@host, which needs no open port";
  if (!certDir)
    throw new SwarmlineError(
      "input",
      `${dockerHost} is not used without TLS verification: whoever reaches such a port owns the machine`,
      { hint }
    );
  const refuse = /* @__PURE__ */ __name((why) => new SwarmlineError("input", `DOCKER_HOST: ${why}`, { hint: "write it as tcp://host[:port]" }), "refuse");
  let url;
  try {
    url = new URL(dockerHost);
  } catch (cause) {
    throw new SwarmlineError("input", "DOCKER_HOST is not an address", {
      hint: "write it as tcp://host[:port]",
      cause
    });
  }
  if (url.protocol !== "tcp:") throw refuse(`${url.protocol}// is not tcp://`);
  if (url.username || url.password) throw refuse("a user or a password does not belong into it");
  if (url.pathname && url.pathname !== "/" || url.search || url.hash)
    throw refuse("nothing may follow host and port");
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  if (!/^[A-Za-z0-9_:][A-Za-z0-9_.:%-]*$/.test(host)) throw refuse("the host is missing or is no host name");
  return { host, port: url.port ? Number(url.port) : DEFAULT_TLS_PORT, certDir };
}
__name(parseTcpHost, "parseTcpHost");

// src/engine/host.ts
async function openHostEngine(options, fx) {
  const dockerHost = options.dockerHost || DEFAULT_DOCKER_HOST;
  const door = await openDoor(dockerHost, options, fx);
  const client = connectEngine(door.socketPath);
  try {
    const { version } = await checkEngine(client, dockerHost);
    const [{ machine, privileges }, socketGid] = await Promise.all([
      learn(client, door, fx),
      door.socketGid()
    ]);
    const facts = {
      title: `Docker Engine ${version} ${door.where}`,
      version,
      hasMesh: machine.hasIpvs && machine.hasVxlan,
      nodeSource: machine.isOurVm ? { kind: "usr" } : { kind: "image", reference: options.nodeImage },
      privileges,
      bridge: machine.isOurVm ? VM_BRIDGE : void 0,
      ...socketGid ? { socketGid } : {}
    };
    return engineOf({ ...options, dockerHost }, door, facts);
  } catch (error) {
    await door.close();
    throw error;
  } finally {
    client.close();
  }
}
__name(openHostEngine, "openHostEngine");
async function reattachHostEngine(state, options, fx) {
  const door = await reopenDoor(state, options.runDir, fx);
  const client = connectEngine(door.socketPath);
  try {
    await checkEngine(client, state.dockerHost);
    return engineOf(state, door, state.facts);
  } catch (error) {
    if (state.certDir !== void 0) await door.close();
    throw error;
  } finally {
    client.close();
  }
}
__name(reattachHostEngine, "reattachHostEngine");
async function reopenDoor(state, runDir, fx) {
  const { dockerHost, hostKey, certDir, tunnel, socketPath } = state;
  if (certDir !== void 0) return openDoor(dockerHost, { runDir, certDir }, fx);
  if (!tunnel) return localDoor(socketPath, fx);
  const again = await openRemoteDoor(dockerHost, { runDir, hostKey }, fx);
  return remoteDoor(again.tunnel ?? tunnel, socketPath, runDir, fx);
}
__name(reopenDoor, "reopenDoor");
async function visitEngine(options, fx) {
  const dockerHost = options.dockerHost || DEFAULT_DOCKER_HOST;
  const door = await openDoor(dockerHost, options, fx);
  const client = connectEngine(door.socketPath);
  try {
    const { version, kernel } = await checkEngine(client, dockerHost);
    const hasMesh = await glance(door, kernel) ?? true;
    const { socketPath, revive, close } = door;
    return {
      title: `Docker Engine ${version} ${door.where}`,
      version,
      kernel,
      hasMesh,
      socketPath,
      revive,
      close
    };
  } catch (error) {
    await door.close();
    throw error;
  } finally {
    client.close();
  }
}
__name(visitEngine, "visitEngine");
async function describeHost(options, fx) {
  const dockerHost = options.dockerHost || DEFAULT_DOCKER_HOST;
  const way = await openConnectionFolder(fx);
  try {
    const engine = await visitEngine({ ...options, runDir: way.folder, patienceMs: 0 }, fx);
    const { title, version, kernel, hasMesh } = engine;
    await engine.close();
    return { isReachable: true, dockerHost, title, version, kernel, hasMesh };
  } catch (error) {
    if (!(error instanceof SwarmlineError) || error.code === "cancelled") throw error;
    return { isReachable: false, dockerHost, reason: error.message, hint: error.hint };
  } finally {
    await way.remove();
  }
}
__name(describeHost, "describeHost");
async function openDoor(dockerHost, options, fx) {
  const scheme = /^([a-z]+):\/\//.exec(dockerHost)?.[1];
  if (scheme === "unix") return localDoor(dockerHost.slice("unix://".length), fx);
  if (scheme === "ssh") return openRemoteDoor(dockerHost, options, fx);
  if (scheme === "tcp") return openTlsDoor(parseTcpHost(dockerHost, options.certDir), options.runDir);
  const hint = "use unix:///path, ssh://user@host, or tcp://host with TLS";
  throw new SwarmlineError("input", `${dockerHost} is not an address of an engine`, { hint });
}
__name(openDoor, "openDoor");
function engineOf({ dockerHost, hostKey, certDir }, door, facts) {
  const { socketPath, tunnel, openSocket, openPort, revive, close } = door;
  return {
    kind: "host",
    ...facts,
    socketPath,
    openSocket,
    openPort,
    revive,
    close,
    state: {
      kind: "host",
      dockerHost,
      ...tunnel && hostKey !== void 0 ? { hostKey } : {},
      ...dockerHost.startsWith("tcp://") && certDir !== void 0 ? { certDir } : {},
      socketPath,
      tunnel,
      facts,
      isOwned: false
    }
  };
}
__name(engineOf, "engineOf");

export {
  makeOwnFolder,
  waitFor,
  checkSocketPath,
  openConnectionFolder,
  sweepLeftovers,
  openTunnel,
  forwardSocket,
  closeTunnel,
  run,
  openHostEngine,
  reattachHostEngine,
  visitEngine,
  describeHost
};
