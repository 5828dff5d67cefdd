// One step of the tests as a process: the signals that would end the whole run are passed on to it.
import { spawn } from 'node:child_process'

export const SIGNALS = ['SIGINT', 'SIGTERM']

/**
 * Nothing of it stays with this process when the step has ended: there are more steps than listeners for one signal
 * that Node takes for no leak.
 *
 * @returns {Promise<number>} the exit status; 127 when the program is not there
 */
export const runStep = (argv, env) =>
  new Promise(resolve => {
    const child = spawn(argv[0], argv.slice(1), {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env }
    })
    const passOn = signal => child.kill(signal)
    const end = status => {
      for (const signal of SIGNALS) process.off(signal, passOn)
      resolve(status)
    }
    for (const signal of SIGNALS) process.on(signal, passOn)
    child.on('error', () => end(127))
    child.on('close', code => end(code ?? 128))
  })
