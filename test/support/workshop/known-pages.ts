// Pages that the texts of the workshop may lead to. Each was looked up, as a page of the site’s own repository or as a
// stored page, since a test has no network: whoever adds a link adds its page here.
export const KNOWN_PAGES: readonly string[] = [
  // docker/docs: content/manuals/ and content/reference/
  ...[
    ...[
      'engine/swarm/key-concepts',
      'engine/swarm/admin_guide',
      'engine/swarm/manage-nodes',
      'engine/swarm/raft'
    ],
    ...['engine/swarm/how-swarm-mode-works/nodes', 'engine/swarm/how-swarm-mode-works/services'],
    ...['engine/swarm/how-swarm-mode-works/swarm-task-states', 'engine/swarm/swarm-tutorial/create-swarm'],
    ...['engine/swarm/swarm-tutorial/scale-service', 'engine/swarm/swarm-tutorial/rolling-update'],
    ...[
      'engine/swarm/services',
      'engine/swarm/ingress',
      'engine/swarm/networking',
      'engine/swarm/stack-deploy'
    ],
    ...['engine/swarm/secrets', 'engine/swarm/configs', 'engine/swarm/join-nodes', 'engine/storage/volumes'],
    ...['build/building/best-practices', 'build/ci/github-actions/test-before-push'],
    ...['reference/compose-file', 'reference/compose-file/deploy', 'reference/compose-file/secrets'],
    ...['reference/compose-file/networks', 'reference/compose-file/volumes', 'reference/dockerfile'],
    ...['reference/cli/docker/buildx/build', 'reference/cli/docker/image/push'],
    ...['reference/cli/docker/service/create', 'reference/cli/docker/service/scale'],
    ...['reference/cli/docker/service/update', 'reference/cli/docker/stack/deploy'],
    ...['reference/cli/docker/stack/ps', 'reference/cli/docker/stack/rm']
  ].map(page => `https://docs.docker.com/${page}/`),
  'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax',
  'https://github.com/google/cadvisor',
  'https://prometheus.io/docs/instrumenting/exposition_formats/',
  'https://redis.io/docs/latest/commands/auth/',
  'https://redis.io/docs/latest/commands/incr/',
  'https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/'
]
