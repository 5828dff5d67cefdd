import { type StandInDefinition, script } from './definition.ts'

/** Names under which iptables is called; each is a link to one of the two flavours. */
const IPTABLES = [
  'iptables',
  'iptables-save',
  'iptables-restore',
  'ip6tables',
  'ip6tables-save',
  'ip6tables-restore'
]

/** `docker:*dind`: a node of a swarm as a container. It listens on a unix socket only, so it needs no keys. */
export const node: StandInDefinition = {
  name: 'docker',
  repositories: ['docker.io/library/docker'],
  packages: [
    ...['docker.io', 'docker-cli', 'containerd', 'runc', 'tini'],
    ...['iptables', 'iproute2', 'kmod', 'procps', 'busybox-static', 'ca-certificates']
  ],
  principal: 'docker\\.io',
  links: Object.fromEntries(IPTABLES.map(name => [`/usr/sbin/${name}`, 'xtables-legacy-multi'])),
  folders: { '/var/lib/docker': {} },
  files: { '/usr/local/bin/dockerd-entrypoint.sh': script(entrypoint()) },
  drops: [
    ...['containerd-shim', 'containerd-shim-runc-v1', 'containerd-stress', 'ctr', 'dnet'].map(
      name => `/usr/bin/${name}`
    ),
    ...[
      'contrib*',
      'fs-idmap',
      'ovrouter',
      'pidfd-kill',
      'recvtty',
      'remap-rootfs',
      'sd-helper',
      'seccompagent'
    ].map(name => `/usr/sbin/${name}`),
    ...['/usr/lib/containerd', '/usr/lib/cni', '/etc/init.d', '/etc/default']
  ],
  config: {
    Env: ['DOCKER_TLS_CERTDIR='],
    Entrypoint: ['dockerd-entrypoint.sh'],
    Volumes: { '/var/lib/docker': {} }
  }
}

function entrypoint(): string {
  return `
set -e
# What a killed engine leaves behind keeps the next from starting.
rm -f /var/run/docker.pid /run/docker/containerd/containerd.pid
if [ -f /sys/fs/cgroup/cgroup.controllers ]; then
  # cgroup v2: a group with processes of its own cannot hand controllers down, so they move into a child.
  mkdir -p /sys/fs/cgroup/init
  xargs -r -n 1 < /sys/fs/cgroup/cgroup.procs > /sys/fs/cgroup/init/cgroup.procs || true
  sed -e 's/ / +/g' -e 's/^/+/' < /sys/fs/cgroup/cgroup.controllers > /sys/fs/cgroup/cgroup.subtree_control || true
elif [ -d /sys/fs/cgroup ] && ! grep -q ' /sys/fs/cgroup/' /proc/self/mounts; then
  # cgroup v1, and the runtime gave the container none of its hierarchies: mount what the kernel has.
  mount -t tmpfs -o mode=755 cgroup /sys/fs/cgroup
  while read -r name _ _ enabled; do
    [ "$enabled" = 1 ] || continue
    mkdir -p "/sys/fs/cgroup/$name"
    mount -t cgroup -o "$name" cgroup "/sys/fs/cgroup/$name" 2>/dev/null || rmdir "/sys/fs/cgroup/$name"
  done < /proc/cgroups
fi
# Kernels have the old tables, the new ones, or both: take what answers.
iptables -t nat -nL >/dev/null 2>&1 || for name in ${IPTABLES.join(' ')}; do
  ln -sf xtables-nft-multi "/usr/sbin/$name"
done
mount --make-rshared / 2>/dev/null || true
case \${1:-} in '' | -*) set -- dockerd -H unix:///var/run/docker.sock "$@" ;; esac
[ "$1" = dockerd ] || exec "$@"
exec tini -- "$@"
`
}
