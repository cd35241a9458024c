import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { globSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { say, tell } from './page.ts'

const here = import.meta.dirname
const cache = resolve(here, '../../.cache/bench')

/** The C program, running: what it found, and the time (ms of CPU, median of some runs) of a task. */
export type Limit = {
  name: string
  found: Record<string, readonly number[]>
  doubles: number
  time: (task: string, runs: number) => Promise<number>
  /** Another copy of the same program. */
  again: () => Promise<Limit>
  stop: () => void
}

const flags = { SSE2: ['-march=x86-64'], native: ['-march=native'] } as const

/** The program for plain SSE2 and for this machine, both running; none where none can be built, and that is said. */
export async function built(): Promise<Limit[]> {
  const found = process.arch === 'x64' ? compiler() : undefined
  if (!found) {
    say('There is no C compiler for x86-64 here (CC, gcc, cc, clang), so there is no limit to compare with: times alone.')
    return []
  }
  tell(`building the limit with ${found.version}`)
  const all: Limit[] = []
  for (const [name, own] of Object.entries(flags)) all.push(await run(name, compiled(found.command, name, own)))
  say(`${found.version}, -O3 -ffast-math; ${all.map(({ name, doubles }) => `${name}: ${doubles} doubles at once`).join(', ')}`)
  return all
}

/** A compiler and what it calls itself; undefined without one. */
function compiler(): { command: string; version: string } | undefined {
  for (const command of [process.env.CC, 'gcc', 'cc', 'clang']) {
    if (!command) continue
    const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' })
    if (status === 0) return { command, version: stdout.split('\n')[0] }
  }
}

/** The path of the program, built with some flags. */
function compiled(command: string, name: string, own: readonly string[]): string {
  mkdirSync(cache, { recursive: true })
  const program = join(cache, `limit-${name}`)
  const sources = [join(here, 'limit.c'), ...globSync(join(here, 'limit/*.c')).sort()]
  execFileSync(command, ['-O3', '-ffast-math', ...own, ...sources, '-o', program, '-lm'])
  return program
}

/** Starts the program; it has then already run each task once. */
async function run(name: string, program: string): Promise<Limit> {
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] })
  const next = linesOf(child)
  const { doubles, ...found } = JSON.parse(await next())
  return {
    name,
    found,
    doubles,
    async time(task, runs) {
      child.stdin.write(`${task} ${runs}\n`)
      return Number(await next())
    },
    again: () => run(name, program),
    stop: () => child.stdin.end(),
  }
}

function linesOf(child: ChildProcess): () => Promise<string> {
  if (!child.stdout) throw new Error('The limit has no output to read.')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error('The limit ended before it answered.')
    return value
  }
}
