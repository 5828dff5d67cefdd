import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;
import {
  MACHINE_BINDS,
  NODE_ENTRY
} from "./chunk-3O37WTJB.js";
import {
  nameOf
} from "./chunk-IMGLZU3P.js";
import {
  LABEL
} from "./chunk-67CIDXMZ.js";
import {
  __name
} from "./chunk-TLGIOUIF.js";

// src/cluster/providers/dind/node-container.rules.ts
var SOCKETS_ROOT = "/run/swarmline";
var socketFolder = /* @__PURE__ */ __name((cluster, node) => `${SOCKETS_ROOT}/${cluster}/${node}`, "socketFolder");
var socketOf = /* @__PURE__ */ __name((cluster, node) => `${socketFolder(cluster, node)}/docker.sock`, "socketOf");
function nodeContainer(spec) {
  const { cluster, node, image } = spec;
  const network = nameOf.network(cluster);
  return {
    ...image.kind === "usr" ? { Image: image.skel, Entrypoint: [NODE_ENTRY] } : { Image: image.reference, Volumes: { "/var/lib/docker": {} } },
    ...privileges(spec.engine.privileges, image),
    Hostname: node.name,
    Cmd: ["dockerd", ...dockerdFlags(spec)],
    // The official image would make TLS keys and listen on TCP.
    Env: ["DOCKER_TLS_CERTDIR="],
    Labels: { ...spec.labels, [LABEL.node]: node.name },
    HostConfig: {
      ...privileges(spec.engine.privileges, image).HostConfig,
      NetworkMode: network,
      Binds: [
        `${socketFolder(cluster, node.name)}:/host`,
        ...image.kind === "usr" ? [...MACHINE_BINDS, `${image.dataFolder}:/var/lib/docker`] : []
      ],
      Tmpfs: { "/run": "exec", "/tmp": "exec" },
      // A name that resolves to a place where nobody listens fails in 44 ms; a resolver that is cut off costs
      // 10 s an image.
      ...spec.isOffline ? { ExtraHosts: DOCKER_HUB.map((host) => `${host}:127.0.0.1`), Dns: [spec.gateway] } : {}
    },
    NetworkingConfig: { EndpointsConfig: { [network]: { IPAMConfig: { IPv4Address: node.address } } } }
  };
}
__name(nodeContainer, "nodeContainer");
var DOCKER_HUB = ["docker.io", "index.docker.io", "registry-1.docker.io"];
function dockerdFlags({ registry, engine, image }) {
  return [
    "--host=unix:///host/docker.sock",
    "--host=unix:///var/run/docker.sock",
    ...engine.socketGid ? [`--group=${engine.socketGid}`] : [],
    "--storage-driver=overlay2",
    // A VM of ours has it: see the VM's packages.
    ...image.kind === "usr" ? ["--add-runtime=crun=/usr/bin/crun", "--default-runtime=crun"] : [],
    `--registry-mirror=http://${registry.mirror}`,
    `--insecure-registry=http://${registry.mirror}`,
    `--insecure-registry=http://${registry.reference}`,
    // Apart from the cluster's own network, and the same in every node: they never meet.
    "--bip=172.29.0.1/24",
    "--default-address-pool=base=172.28.0.0/16,size=24",
    "--ip6tables=false",
    "--userland-proxy=false"
  ];
}
__name(dockerdFlags, "dockerdFlags");
function privileges(kind, image) {
  if (kind === "privileged") return { HostConfig: { Privileged: true } };
  const entry = image.kind === "usr" ? [NODE_ENTRY] : image.entrypoint;
  return {
    Entrypoint: ["/bin/sh", "-c", MAKE_WRITABLE, "sh", ...entry],
    HostConfig: {
      CapAdd: ["ALL"],
      CapDrop: ["SYS_RESOURCE"],
      SecurityOpt: ["seccomp=unconfined", "apparmor=unconfined"],
      MaskedPaths: [],
      ReadonlyPaths: [],
      DeviceCgroupRules: ["a *:* rwm"],
      // A view of its own: the cgroups of the node's containers go when the node goes.
      CgroupnsMode: "private"
    }
  };
}
__name(privileges, "privileges");
var MAKE_WRITABLE = `mount -o remount,rw /sys
mount -o remount,rw /proc/sys 2>/dev/null
for place in /sys/fs/cgroup /sys/fs/cgroup/*; do mount -o remount,rw,bind "$place" 2>/dev/null; done
exec "$@"`;

export {
  SOCKETS_ROOT,
  socketOf,
  nodeContainer
};
