import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  COUNTER_EXPECTED,
  ROUTING_MESH_EXPECTED,
  classifyAnswer,
  count,
  fail,
  inconclusive,
  judgeCounter,
  judgeRoutingMesh,
  judgeSpread,
  measureService,
  openSwarm,
  pass,
  plainWords,
  readReplicas,
  runInContainer,
  skipped,
  worst
} from "./chunk-XZWYSEF4.js";
import "./chunk-HHXNTNE5.js";
import {
  EngineAnswerError
} from "./chunk-VBFSNNBE.js";
import {
  SwarmlineError,
  classify,
  explain
} from "./chunk-JYPIC24A.js";
import {
  __name
} from "./chunk-IOXRIZOB.js";

// src/verify/check.ts
async function runCheck(check, fx) {
  const start = fx.clock.now();
  const { kind, title, expected } = check;
  const judgement = await check.gather().then(check.judge).catch((error) => {
    const known = classifyAnswer(error);
    if (known.code === "cancelled") throw known;
    return inconclusive(expected, `could not be measured: ${plainWords(explain(known), 300)}`, known.hint);
  });
  return { id: kind, kind, title, ...judgement, durationMs: fx.clock.now() - start };
}
__name(runCheck, "runCheck");

// src/verify/checks/counter.ts
function counter(measure) {
  return {
    kind: "counter",
    title: "The visits counter counts requests, and only them",
    expected: COUNTER_EXPECTED,
    gather: measure,
    judge: /* @__PURE__ */ __name(({ nodes: nodes2, visitsBefore, visitsAfter }) => judgeCounter({ nodes: nodes2, before: visitsBefore, after: visitsAfter }), "judge")
  };
}
__name(counter, "counter");

// src/verify/checks/nodes.rules.ts
function judgeNodes({ listed, expected: wanted, pinned, pinnedTo }) {
  const rule = pinned ? `; ${pinned.service} runs on a node with ${pinned.label}=${pinned.value}` : "";
  const managers = wanted.filter((node) => node.role === "manager").length;
  const expected = `${count(wanted.length, "node")} Ready and active, ${managers} of them managers${rule}`;
  const ready = listed.filter(isUsable);
  const figures = {
    nodes: listed.length,
    ready: ready.length,
    managers: listed.filter((node) => node.Spec.Role === "manager").length
  };
  const problems = wanted.flatMap(
    (node) => problemsOf(
      node,
      listed.find((seen2) => seen2.ID === node.id)
    )
  );
  const strangers = listed.filter((seen2) => !wanted.some((node) => node.id === seen2.ID));
  problems.push(...strangers.map((seen2) => `${seen2.Description.Hostname}: is not one of the expected nodes`));
  if (problems.length > 0)
    return fail(
      expected,
      problems.join("; "),
      "see `docker node ls`, and `docker node inspect` of the node named",
      figures
    );
  const seen = `${ready.length} of ${count(listed.length, "node")} Ready and active`;
  if (!pinned) return pass(expected, seen, figures);
  if (!pinnedTo)
    return inconclusive(expected, `${seen}; where ${pinned.service} runs is not known`, void 0, figures);
  const at = pinnedTo.map((id) => listed.find((node) => node.ID === id));
  const names = at.map((node) => node?.Description.Hostname ?? "an unknown node").join(", ");
  if (at.length === 0)
    return fail(
      expected,
      `${seen}; ${pinned.service} does not run`,
      "see `docker service ps --no-trunc`",
      figures
    );
  if (!at.every((node) => node?.Spec.Labels?.[pinned.label] === pinned.value))
    return fail(
      expected,
      `${seen}; ${pinned.service} runs on ${names}, without that label`,
      `constrain it to node.labels.${pinned.label} == ${pinned.value}, and label one node so`,
      figures
    );
  return pass(expected, `${seen}; ${pinned.service} runs on ${names}`, figures);
}
__name(judgeNodes, "judgeNodes");
function isUsable(node) {
  return node.Status.State === "ready" && node.Spec.Availability === "active";
}
__name(isUsable, "isUsable");
function problemsOf(wanted, seen) {
  if (!seen) return [`${wanted.name}: is not in the swarm`];
  const problems = [];
  if (!isUsable(seen)) problems.push(`is ${seen.Status.State} and ${seen.Spec.Availability}`);
  if (seen.Spec.Role !== wanted.role) problems.push(`is a ${seen.Spec.Role}, not a ${wanted.role}`);
  for (const [name, value] of Object.entries(wanted.labels))
    if (seen.Spec.Labels?.[name] !== value) problems.push(`lacks the label ${name}=${value}`);
  return problems.map((problem) => `${wanted.name}: ${problem}`);
}
__name(problemsOf, "problemsOf");

// src/verify/checks/nodes.ts
function nodes(plan, doors, manager) {
  return {
    kind: "nodes",
    title: "All nodes are Ready",
    expected: `${doors.length} nodes Ready and active`,
    gather: /* @__PURE__ */ __name(async () => {
      const { pinned } = plan;
      const [listed, pinnedTo] = await Promise.all([
        manager.engine.json("GET", "/nodes"),
        pinned && nodesOf(`${plan.stack}_${pinned.service}`, doors, manager)
      ]);
      return { listed, expected: doors.map((door) => door.node), pinned, pinnedTo };
    }, "gather"),
    judge: judgeNodes
  };
}
__name(nodes, "nodes");
async function nodesOf(service, doors, manager) {
  try {
    return (await readReplicas(manager.engine, service, doors)).running.map((replica) => replica.nodeId);
  } catch (error) {
    if (classify(error).code === "not-found") return [];
    throw error;
  }
}
__name(nodesOf, "nodesOf");

// src/verify/redis-probes.ts
var PHP = `
$open = fn() => @stream_socket_client("tcp://$argv[1]:$argv[2]", $code, $words, 3);
$tell = function ($redis, ...$words) {
    stream_set_timeout($redis, 3);
    fwrite($redis, '*' . count($words) . "\\r\\n");
    foreach ($words as $word) fwrite($redis, '$' . strlen($word) . "\\r\\n$word\\r\\n");
    return trim((string) fgets($redis, 256));
};
$redis = $open();
echo 'anonymous ', $redis ? ($tell($redis, 'PING') ?: 'no answer') : 'no connection', "\\n";
$password = @file_get_contents($argv[3]);
if ($password === false) exit("holder no-password\\n");
if (!$redis = $open()) exit("holder unreachable\\n");
$tell($redis, 'AUTH', rtrim($password, "\\r\\n"));
echo 'holder ', ['+PONG' => 'PONG', '' => 'unreachable'][$tell($redis, 'PING')] ?? 'refused', "\\n";
`;
var REDIS_CLI = `
command -v redis-cli >/dev/null || exit 127
unset REDISCLI_AUTH
speak() { redis-cli -h "$host" -p "$port" 2>&1; }
host=$1 port=$2
printf 'anonymous %s\\n' "$(echo PING | speak | head -n 1)"
[ -r "$3" ] || { echo 'holder no-password'; exit; }
case $(printf 'AUTH "%s"\\nPING\\n' "$(LC_ALL=C sed 's/\\r$//; s/[\\\\"]/\\\\&/g' "$3")" | speak) in
  *NOAUTH* | *WRONGPASS*) echo 'holder refused' ;;
  *PONG) echo 'holder PONG' ;;
  *) echo 'holder unreachable' ;;
esac
`;
var REDIS_PROBES = [
  { name: "php", argv: /* @__PURE__ */ __name((host, port, file) => ["php", "-r", PHP, "--", host, String(port), file], "argv") },
  { name: "redis-cli", argv: /* @__PURE__ */ __name((host, port, file) => ["sh", "-c", REDIS_CLI, "sh", host, String(port), file], "argv") }
];

// src/verify/checks/redis-auth.rules.ts
var REDIS_AUTH_EXPECTED = "Redis refuses a client without the password (NOAUTH) and answers the one that has it (PONG)";
function readRedisProbe(client, stdout) {
  const anonymous = /^anonymous (.*)$/m.exec(stdout)?.[1]?.trim();
  const holder = /^holder (PONG|refused|no-password|unreachable)\s*$/m.exec(stdout)?.[1];
  if (!anonymous || !holder) return void 0;
  return { client, anonymous: plainWords(anonymous), holder };
}
__name(readRedisProbe, "readRedisProbe");
function judgeRedisAuth({ client, anonymous, holder }) {
  const figures = { client, holder };
  const observed = `without the password: ${anonymous}; with it: ${holder} (asked from ${client})`;
  const expected = REDIS_AUTH_EXPECTED;
  if (/^\+?PONG/.test(anonymous))
    return fail(
      expected,
      observed,
      "Redis has no password: give redis-server its requirepass from the secret, on standard input",
      figures
    );
  if (/^-?DENIED/.test(anonymous))
    return fail(
      expected,
      observed,
      "that is protected mode, not a password: set requirepass from the secret",
      figures
    );
  if (!/^-?NOAUTH/.test(anonymous))
    return inconclusive(
      expected,
      observed,
      "Redis was not reached: see whether it runs, and its networks",
      figures
    );
  if (holder === "PONG") return pass(expected, observed, figures);
  if (holder === "refused")
    return fail(
      expected,
      observed,
      "the secret is not the password that Redis runs with: redeploy both with the same secret",
      figures
    );
  return inconclusive(
    expected,
    observed,
    holder === "no-password" ? "no container that could ask has the password\u2019s file: grant it the secret" : "the second connection failed: ask again",
    figures
  );
}
__name(judgeRedisAuth, "judgeRedisAuth");

// src/verify/checks/redis-auth.ts
function redisAuth(stack, redis, doors, manager, fx) {
  return {
    kind: "redis-auth",
    title: "Redis wants its password",
    expected: REDIS_AUTH_EXPECTED,
    gather: /* @__PURE__ */ __name(() => askRedis(stack, redis, doors, manager, fx), "gather"),
    judge: judgeRedisAuth
  };
}
__name(redisAuth, "redisAuth");
async function askRedis(stack, redis, doors, manager, fx) {
  let secondBest;
  for (const client of redis.clients) {
    const { running } = await readReplicas(manager.engine, `${stack}_${client}`, doors);
    const replica = running.find(({ nodeId }) => doors.some((door2) => door2.node.id === nodeId));
    const door = doors.find(({ node }) => node.id === replica?.nodeId);
    if (!replica || !door) continue;
    const heard = await askFrom(client, replica.containerId, door, redis, fx);
    if (heard && heard.holder !== "no-password") return heard;
    secondBest ??= heard;
  }
  if (secondBest) return secondBest;
  throw new SwarmlineError("not-found", `no container of ${redis.clients.join(", ")} can speak to Redis`, {
    hint: "one of them must run and have php or redis-cli"
  });
}
__name(askRedis, "askRedis");
async function askFrom(client, containerId, door, redis, fx) {
  for (const probe of REDIS_PROBES) {
    const argv = probe.argv(redis.service, redis.port, redis.passwordFile);
    try {
      const { stdout } = await runInContainer(door.engine, containerId, { argv }, fx);
      const heard = readRedisProbe(client, stdout);
      if (heard) return heard;
    } catch (error) {
      if (!(error instanceof EngineAnswerError) || error.status >= 500) throw error;
    }
  }
  return void 0;
}
__name(askFrom, "askFrom");

// src/verify/checks/routing-mesh.ts
var IDENTITY = {
  kind: "routing-mesh",
  title: "Every node answers through the routing mesh",
  expected: ROUTING_MESH_EXPECTED
};
function routingMesh(measure) {
  return { ...IDENTITY, gather: measure, judge: judgeRoutingMesh };
}
__name(routingMesh, "routingMesh");
function routingMeshSkipped() {
  return {
    ...IDENTITY,
    gather: /* @__PURE__ */ __name(async () => void 0, "gather"),
    judge: /* @__PURE__ */ __name(() => skipped(
      ROUTING_MESH_EXPECTED,
      "not tested: this swarm runs without a routing mesh (endpoint dnsrr, host-mode ports)",
      "use an engine whose kernel has IPVS: `swarmline up --engine vm`"
    ), "judge")
  };
}
__name(routingMeshSkipped, "routingMeshSkipped");

// src/verify/checks/spread.ts
function spread(measure, minShare) {
  return {
    kind: "spread",
    title: "Requests spread over all replicas",
    expected: "each replica answers its part of the requests, and no one else answers",
    gather: measure,
    judge: /* @__PURE__ */ __name(({ nodes: nodes2, replicasBefore, replicasAfter }) => judgeSpread({
      minShare,
      nodes: nodes2.map((node) => node.answers),
      before: replicasBefore,
      after: replicasAfter
    }), "judge")
  };
}
__name(spread, "spread");

// src/verify/verify-stack.ts
async function verifyStack(plan, doors, fx) {
  const manager = doors.find((door) => door.node.role === "manager");
  if (!manager)
    throw new SwarmlineError("input", "none of the nodes is a manager", {
      hint: "only a manager knows the stack: give verify all nodes of the swarm"
    });
  const start = fx.clock.now();
  let measurement;
  const measure = /* @__PURE__ */ __name(() => {
    measurement ??= measureService(plan, doors, manager, fx);
    return measurement;
  }, "measure");
  const afterTraffic = /* @__PURE__ */ __name((check) => ({
    ...check,
    gather: /* @__PURE__ */ __name(async () => {
      await measure().catch(() => void 0);
      return check.gather();
    }, "gather")
  }), "afterTraffic");
  const verdicts = await Promise.all([
    run(nodes(plan, doors, manager)),
    plan.hasMesh ? run(routingMesh(measure)) : run(routingMeshSkipped()),
    run(spread(measure, plan.minShare)),
    run(counter(measure)),
    ...plan.redis ? [run(afterTraffic(redisAuth(plan.stack, plan.redis, doors, manager, fx)))] : []
  ]);
  return {
    verdicts,
    nodes: (await measure().catch(() => void 0))?.nodes.map((node) => node.answers) ?? [],
    status: worst(verdicts.map((verdict) => verdict.status)),
    durationMs: fx.clock.now() - start
  };
  function run(check) {
    return runCheck(check, fx);
  }
  __name(run, "run");
}
__name(verifyStack, "verifyStack");

// src/usecases/verify.ts
var PASSWORD_FILE = "/run/secrets/db_password";
var REDIS_PORT = 6379;
async function verify(request, home, fx) {
  if (request.suite) {
    const { verifyBySuite } = await import("./verify-suite-6N4H342S.js");
    return verifyBySuite(request, request.suite, home, fx);
  }
  const swarm = await openSwarm(request.target, home, fx);
  try {
    const doors = await openDoors(swarm, request.publishedPort);
    const { stack, service, requestsPerNode, minShare, redisService } = request;
    const redis = redisService && {
      service: redisService,
      port: REDIS_PORT,
      clients: [service, redisService],
      passwordFile: PASSWORD_FILE
    };
    return await verifyStack(
      {
        stack,
        service,
        requestsPerNode,
        minShare,
        hasMesh: swarm.hasMesh,
        redis: redis || void 0,
        pinned: redisService ? { service: redisService, label: "data", value: "persistent" } : void 0
      },
      doors,
      fx
    );
  } finally {
    await swarm.close();
  }
}
__name(verify, "verify");
var openDoors = /* @__PURE__ */ __name((swarm, port) => Promise.all(
  swarm.nodes.map(async (node) => ({
    node,
    engine: node.client,
    endpoint: await swarm.openPort(node.address, port)
  }))
), "openDoors");
export {
  verify
};
