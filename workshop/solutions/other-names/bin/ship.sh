#!/bin/bash
# Brings the stack to the swarm.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec docker stack deploy --detach=false -c stack.yml counted
