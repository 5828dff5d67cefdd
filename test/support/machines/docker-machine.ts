#!/usr/bin/env node
// Stands in for docker-machine in tests: its commands, its words and its exit statuses are those of the recordings. Its
// one driver, `netns`, makes machines that are real: each a network namespace with a dockerd of its own behind TLS.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { ensureAuthority, serverCertificate } from './stand-in-certificates.ts'
import { addNamespace, endEngine, inMachine, removeNamespace, startEngine } from './stand-in-netns.ts'

const store = process.env.MACHINE_STORAGE_PATH ?? ''
const folderOf = (name: string) => path.join(store, 'machines', name)
const fail = (words: string, status = 1): never => {
  process.stderr.write(`${words}\n`)
  process.exit(status)
}
const say = (words: string): unknown => process.stdout.write(`${words}\n`)

type Machine = {
  DriverName: string
  Name: string
  Driver: { URL: string; IPAddress: string; fail: string }
  HostOptions: { EngineOptions: { Labels: string[] }; AuthOptions: { StorePath: string } }
}

function load(name: string): Machine {
  const file = path.join(folderOf(name), 'config.json')
  if (!existsSync(file))
    return fail(
      `Docker machine "${name}" does not exist. Use "docker-machine ls" to list machines. Use "docker-machine create" to add a new one.`
    )
  return JSON.parse(readFileSync(file, 'utf8'))
}
/** In one step, as the real one: a kill leaves the file of before, or none. */
function save(machine: Machine): void {
  const file = path.join(folderOf(machine.Name), 'config.json')
  writeFileSync(`${file}.tmp`, JSON.stringify(machine, null, 4))
  renameSync(`${file}.tmp`, file)
}

/** Ends as the flags `--netns-fail=STEP` and `--netns-hang=STEP` say. */
async function step(name: string, { fails, hangs }: { fails: string; hangs: string }): Promise<void> {
  // A timer that nobody waits for would let the process end.
  if (hangs === name) await delay(2 ** 31 - 1)
  if (fails !== name) return
  if (name === 'precheck') fail('Error with pre-create check: "no quota is left"', 3)
  fail(`Error creating machine: Error in driver during machine ${name}: it was told to fail`)
}

async function create(args: readonly string[]): Promise<void> {
  const name = args.at(-1) ?? ''
  const valueIn = (flag: string): string =>
    args.find(arg => arg.startsWith(`--${flag}=`))?.slice(flag.length + 3) ?? ''
  const driver = valueIn('driver')
  if (!/^[0-9a-zA-Z.-]+$/.test(name))
    fail('Error creating machine: Invalid hostname specified. Allowed hostname chars are: 0-9a-zA-Z . -')
  if (driver !== 'netns')
    fail(
      `Driver "${driver}" not found. Do you have the plugin binary "docker-machine-driver-${driver}" accessible in your PATH?`
    )
  if (existsSync(folderOf(name))) fail(`Docker machine "${name}" already exists`)
  const ends = { fails: valueIn('netns-fail'), hangs: valueIn('netns-hang') }
  ensureAuthority(path.join(store, 'certs'), say)
  say('Running pre-create checks...')
  await step('precheck', ends)
  say('Creating machine...')
  const folder = folderOf(name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const labels = args.flatMap(arg => (arg.startsWith('--engine-label=') ? [arg.slice(15)] : []))
  const machine: Machine = {
    DriverName: driver,
    Name: name,
    Driver: { URL: '', IPAddress: '', fail: ends.fails },
    HostOptions: { EngineOptions: { Labels: labels }, AuthOptions: { StorePath: folder } }
  }
  save(machine)
  say(`(${name}) Making its network namespace...`)
  await step('create', ends)
  const address = addNamespace(name, store)
  save({ ...machine, Driver: { ...machine.Driver, IPAddress: address } })
  await step('start', ends)
  say('Waiting for machine to be running, this may take a few minutes...')
  serverCertificate(path.join(store, 'certs'), folder, address)
  startEngine(name, folder, labels)
  save({ ...machine, Driver: { ...machine.Driver, IPAddress: address, URL: `tcp://${address}:2376` } })
  await step('provision', ends)
  say(
    `To see how to connect your Docker Client to the Docker Engine running on this virtual machine, run: docker-machine env ${name}`
  )
}

async function remove(names: readonly string[], isForced: boolean): Promise<void> {
  for (const name of names) {
    say(`About to remove ${name}`)
    say('WARNING: This action will delete both local reference and remote instance.')
    if (!existsSync(folderOf(name)))
      fail(
        `Error removing host "${name}": Docker machine "${name}" does not exist. Use "docker-machine ls" to list machines. Use "docker-machine create" to add a new one.`
      )
    // With -f what it has of its own goes, whatever it knows of the instance.
    const isKnown = existsSync(path.join(folderOf(name), 'config.json'))
    const hasInstance = (isKnown || !isForced) && load(name).Driver.IPAddress !== ''
    if (!hasInstance && !isForced) fail(`Error removing host "${name}": it has no instance`)
    await endEngine(folderOf(name))
    removeNamespace(name, store)
    rmSync(folderOf(name), { recursive: true, force: true })
    say(`Successfully removed ${name}`)
  }
}

const [command, ...args] = process.argv.slice(2)
const names = args.filter(arg => !arg.startsWith('-'))
const [name = ''] = names
const all = existsSync(path.join(store, 'machines')) ? readdirSync(path.join(store, 'machines')).sort() : []
if (command === 'version') say('docker-machine version dev, build HEAD')
else if (command === 'ls') for (const each of all) say(each)
else if (command === 'inspect') say(JSON.stringify(load(name), null, 4))
else if (command === 'status') say(load(name).Driver.URL ? 'Running' : 'Stopped')
else if (command === 'url') {
  const { URL } = load(name).Driver
  if (URL === '') fail('Host is not running')
  say(URL)
} else if (command === 'ssh') say(inMachine(load(name).Name, args.slice(1)))
else if (command === 'create') await create(args)
else if (command === 'rm') await remove(names, args.includes('-f'))
else fail(`Unknown command: ${command}`)
