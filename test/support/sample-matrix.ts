import type { IsolationMatrix, MatrixCell } from '../../src/verify/verdict.ts'

/** Four services, one edge of each kind, by name and by port. */
export function sampleMatrix(): IsolationMatrix {
  const services = ['backend', 'cadvisor', 'prometheus', 'redis']
  const wrong: Record<string, Partial<MatrixCell>> = {
    'backend cadvisor': {
      observed: 'open',
      verdict: 'unexpected',
      detail: 'task 10.0.2.7:8080 on shop_watch'
    },
    'backend redis': {
      expected: 'open',
      verdict: 'unexpected',
      detail: 'task 10.0.1.4:6379 on shop_data (silent)'
    },
    'redis cadvisor': { observed: 'unknown', verdict: 'unknown', detail: 'cadvisor listens on no port' },
    'prometheus cadvisor': { expected: 'open', observed: 'open' }
  }
  return {
    services,
    cells: services.flatMap(from =>
      services
        .filter(to => to !== from)
        .map(
          (to): MatrixCell => ({
            from,
            to,
            expected: 'blocked',
            observed: 'blocked',
            verdict: 'as-expected',
            detail: '',
            ...wrong[`${from} ${to}`]
          })
        )
    ),
    published: [
      { from: 'redis', to: 'backend', port: 80, state: 'open' },
      { from: 'prometheus', to: 'backend', port: 80, state: 'blocked' },
      { from: 'backend', to: 'cadvisor', port: 8080, state: 'open', expected: 'blocked', isUnexpected: true },
      { from: 'prometheus', to: 'cadvisor', port: 8080, state: 'open', expected: 'open' },
      { from: 'redis', to: 'cadvisor', port: 8080, state: 'unknown', expected: 'blocked' }
    ],
    udp: [
      { from: 'backend', to: 'redis', port: 9, state: 'blocked', expected: 'open', isUnexpected: true },
      { from: 'cadvisor', to: 'redis', port: 9, state: 'blocked', expected: 'blocked' }
    ]
  }
}
