import type { NodeAnswers } from '../verify/verify.ts'

/** A node's row in the matrix of nodes and replicas; `counts` has one number for each of the matrix's replicas. */
export type AnswersRow = { answers: NodeAnswers; counts: number[]; answered: number }

/** Who answered whom: the one picture of the routing mesh that every renderer shows. */
export type AnswersMatrix = {
  replicas: string[]
  rows: AnswersRow[]
  /** All nodes together, for each replica. */
  totals: number[]
  requests: number
  answered: number
  failed: number
}

/** The matrix of all that any node was answered; replicas in the order of their names. */
export function answersMatrix(nodes: readonly NodeAnswers[]): AnswersMatrix {
  const replicas = [...new Set(nodes.flatMap(node => Object.keys(node.byReplica)))].toSorted()
  const rows = nodes.map(answers => {
    const counts = replicas.map(replica =>
      Object.hasOwn(answers.byReplica, replica) ? (answers.byReplica[replica] ?? 0) : 0
    )
    return { answers, counts, answered: sum(counts) }
  })
  return {
    replicas,
    rows,
    totals: replicas.map((_, column) => sum(rows.map(row => row.counts[column] ?? 0))),
    requests: sum(nodes.map(node => node.requests)),
    answered: sum(rows.map(row => row.answered)),
    failed: sum(nodes.map(node => node.failed))
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}
