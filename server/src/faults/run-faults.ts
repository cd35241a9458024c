import { setTimeout as after } from 'node:timers/promises'
import { startPostgres } from '../platform/postgres-server.ts'
import { smallDisk } from './disk.ts'
import { type Fault, faultsWith, ONE_SERVER_MS, type Scene } from './kinds.ts'
import { makeWard, type Ward } from './place.ts'
import { type TruePump, truePump } from './pumps.ts'
import { type Notebook, newNotebook, storm } from './storm.ts'
import { countKept, mgOnRecord, shownOtherwise } from './verdict.ts'
import { openWardServer } from './wards-servers.ts'

export type FaultSaid = {
  readonly name: string
  /** Whether this machine let it be made: what was not tried did not hold. */
  readonly tried: boolean
  /** The longest time in which the server that was left alone answered nobody, ms; null where both were touched. */
  readonly othersMs: number | null
  /** How long until the touched ones answered after the healing, ms. */
  readonly recoveredMs: number
  readonly holds: boolean
}

export type Verdict = Awaited<ReturnType<typeof countKept>> & {
  readonly faults: readonly FaultSaid[]
  readonly refused: readonly string[]
  /** Visits that a server shows otherwise than their log. */
  readonly otherwise: readonly string[]
  /** The largest difference between mg on the record and mg that truly ran. */
  readonly mgOff: number
  /** Whether everything that was tried holds. */
  readonly holds: boolean
}

const [CALM_MS, LOOK_MS, VISITS, MG] = [1500, 50, 4, 0.01]

const longestGap = ({ answeredAt }: Notebook, server: number, from: number, to: number) => {
  const times = answeredAt.filter((each) => each.server === server && each.at >= from && each.at <= to).map(({ at }) => at)
  const edges = [from, ...times, to]
  return Math.max(...edges.slice(1).map((at, i) => at - (edges[i] ?? from)))
}

const answersAfter = async ({ answeredAt }: Notebook, servers: readonly number[], from: number, mostMs: number) => {
  const isBack = () => servers.every((server) => answeredAt.some((each) => each.server === server && each.at > from))
  while (!isBack() && performance.now() - from < mostMs) await after(LOOK_MS)
  return isBack() ? performance.now() - from : Number.POSITIVE_INFINITY
}

const suffer = async (fault: Fault, scene: Scene, notebook: Notebook, pumps: readonly TruePump[]): Promise<FaultSaid> => {
  const { name, inject, heal, holdMs, isOneServer, recoversWithinMs, isClock } = fault
  if (!inject) return { name, tried: false, othersMs: null, recoveredMs: 0, holds: false }
  await after(CALM_MS)
  const from = performance.now()
  await inject(scene)
  if (isClock) for (const [at, pump] of pumps.entries()) await pump.lower(at % 2 === 0 ? scene.first : scene.second)
  await after(holdMs)
  const healed = performance.now()
  await heal(scene)
  const recoveredMs = await answersAfter(notebook, [0, 1], healed, 2 * recoversWithinMs)
  const othersMs = isOneServer ? longestGap(notebook, 1, from, healed) : null
  const holds = recoveredMs <= recoversWithinMs && (othersMs ?? 0) <= ONE_SERVER_MS
  return { name, tried: true, othersMs, recoveredMs, holds }
}

const finish = async (ward: Ward, scene: Scene, pumps: readonly TruePump[], notebook: Notebook) => {
  const off: number[] = []
  for (const [at, pump] of pumps.entries()) {
    await pump.stop(at % 2 === 0 ? scene.first : scene.second)
    off.push(Math.abs((await mgOnRecord(ward, pump.sessionId, new Date())) - pump.mg()))
    pump.close()
  }
  const otherwise = await shownOtherwise(ward, [scene.first, scene.second])
  return { ...(await countKept(ward, notebook)), mgOff: Math.max(...off), otherwise }
}

/** Plays faults one after the other during a write storm on two servers, and says what became of every entry and every mg. */
export const runFaults = async (isAsked: (name: string) => boolean, say: (line: string) => void): Promise<Verdict> => {
  const disk = isAsked('the disk of the database full') ? smallDisk() : null
  const postgres = await startPostgres(disk?.place)
  const ward = await makeWard(postgres, VISITS)
  const scene: Scene = { first: await openWardServer(ward.url), second: await openWardServer(ward.url), postgres, disk }
  const notebook = newNotebook()
  const pumps = ward.started.map(({ sessionId, at }) => truePump(ward, sessionId, at, notebook.refused))
  const running = storm({ ...ward, host: ward.clinic.host, doors: [scene.first, scene.second] }, notebook)
  const faults: FaultSaid[] = []
  try {
    for (const fault of faultsWith(disk).filter(({ name }) => isAsked(name))) {
      const said = await suffer(fault, scene, notebook, pumps)
      faults.push(said)
      say(lineOf(said))
    }
    await running.end()
    const found = await finish(ward, scene, pumps, notebook)
    const holds =
      faults.every((each) => each.holds || !each.tried) &&
      found.lost === 0 &&
      found.doubled === 0 &&
      notebook.refused.length === 0 &&
      found.otherwise.length === 0 &&
      found.mgOff <= MG
    return { ...found, faults, refused: notebook.refused, holds }
  } finally {
    await Promise.allSettled([scene.first.close(), scene.second.close(), ward.database.close()])
    await postgres.stop()
    disk?.remove()
  }
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

/** One fault in one line. */
export const lineOf = ({ name, tried, othersMs, recoveredMs, holds }: FaultSaid): string => {
  if (!tried) return `not tried   ${name}: this machine does not let it be made`
  const others = othersMs === null ? '' : `, the other server answered nobody for ${seconds(othersMs)} at most`
  return `${holds ? 'holds      ' : 'DOES NOT   '} ${name}: both answer again after ${seconds(recoveredMs)}${others}`
}
