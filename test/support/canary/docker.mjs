// A docker client that says what it sees, as one with an error may, and hands a stack to the engine of the tests.
// It keeps its arguments and its environment in a file: no look at /proc is quick enough for every process.
import { appendFileSync, readFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'

const [folder, ...args] = process.argv.slice(2)
const kept = [...args, ...Object.entries(process.env).map(pair => pair.join('='))]
appendFileSync(path.join(folder, 'ran'), `docker ${kept.join('\n')}\n\n`)

const plugins = ['compose', 'buildx'].map(name => ({
  Name: name,
  Path: path.join(folder, 'bin', `docker-${name}`)
}))
const socket = (args[0] === '-H' ? args[1] : '').replace('unix://', '')
const does = (args[0] === '-H' ? args.slice(2) : args).join(' ')
const quotes = () => {
  const input = readFileSync(0, 'utf8')
  process.stderr.write(`it does not understand ${input} ${Object.values(process.env).join(' ')}\n`)
  process.exitCode = 1
}

if (does === '--version') console.log('Docker version 28.2.2, build fake')
else if (does.startsWith('info')) console.log(JSON.stringify(plugins))
else if (does.startsWith('stack deploy')) handOver(readFileSync(0), does.split(' ').at(-1))
else quotes()

function handOver(stack, name) {
  const request = http.request(
    { socketPath: socket, method: 'POST', path: `/stack-deploy/${name}` },
    answer => {
      answer.pipe(process.stderr)
      process.exitCode = answer.statusCode === 200 ? 0 : 1
    }
  )
  request.end(stack)
}
