import { join } from 'node:path'
import type { Cluster } from '../cluster/cluster.ts'
import { inTerminal } from '../plain/text.ts'
import type { RunReport } from '../report/report.ts'
import { envCommand, standIns } from './cluster-text.ts'
import type { Look } from './look.rules.ts'
import { paint } from './paint.ts'
import { deployText, verifyText } from './result-text.ts'
import { seconds } from './step-tree.rules.ts'
import type { DemoRequest } from './use-cases.ts'

/** What a demo shows in the end. `kept` is the swarm that was left up. */
export async function demoText(
  report: RunReport,
  request: Pick<DemoRequest, 'reportDir' | 'name'>,
  kept: Cluster | undefined,
  look: Look
): Promise<string> {
  const { color, sign } = paint(look)
  const verdict =
    report.status === 'pass'
      ? color.green(`${sign.done} everything passed`)
      : color.red(`${sign.failed} something failed${report.error ? `: ${inTerminal(report.error)}` : ''}`)
  return [
    ...(report.deploy && report.deploy.outcome !== 'converged' ? [deployText(report.deploy, look), ''] : []),
    ...(report.verify ? [await verifyText(report.verify, look), ''] : []),
    `${verdict}  ${color.dim(`${seconds(report.durationMs)} on ${inTerminal(report.engine.title)}`)}`,
    ...(report.engine.hasMesh
      ? []
      : [color.yellow(`${sign.warning} the routing mesh was not tested: no IPVS`)]),
    ...standIns(report.standIns),
    `report     ${join(request.reportDir, 'index.html')}`,
    ...(kept ? wayIn(kept, report) : [])
  ].join('\n')
}

/** Where each node answered on this machine: for a node in a VM that is not the address that it has itself. */
function wayIn(cluster: Cluster, { verify }: RunReport): string[] {
  const endpoint = ({ name, address }: Cluster['nodes'][number]) =>
    verify?.nodes.find(answers => answers.node === name)?.endpoint ?? address
  return [
    '',
    'The swarm is still up:',
    ...cluster.nodes.map(node => `  ${node.name.padEnd(10)} http://${endpoint(node)}/`),
    `  docker     ${envCommand(cluster)}`,
    `  remove it  swarmline down${cluster.name === 'swarmline' ? '' : ` ${cluster.name}`}`
  ]
}
