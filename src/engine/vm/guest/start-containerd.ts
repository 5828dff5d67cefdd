/**
 * Starts an engine's containerd, and again should it end, and waits until it listens: dockerd gives one that it starts
 * itself 15 seconds, which a busy machine does not have. How long is waited is up to who waits for the engine.
 * To be followed by `dockerd --containerd=$containerd`.
 */
export const START_CONTAINERD = `
containerd=/run/containerd/engine.sock
mkdir -p /run/containerd
cat > /run/containerd/engine.toml << 'CONFIG'
version = 2
root = "/var/lib/docker/containerd/daemon"
state = "/run/containerd/engine"
disabled_plugins = ["io.containerd.grpc.v1.cri"]
[grpc]
  address = "/run/containerd/engine.sock"
CONFIG
while :; do containerd --config /run/containerd/engine.toml --log-level warn; sleep 1; done &
until [ -S $containerd ]; do sleep 0.1; done
`
