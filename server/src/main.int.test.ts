import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inOneStep } from './platform/context.ts'
import { openEmbedded } from './platform/database.ts'
import { groundOn, heldClock, testClinic } from './platform/testing.ts'
import { layDatabase } from './platform/testing-snapshot.ts'
import { addressOf, folderFor, type Program, program, server, setUp, visitorAt } from './testing-server.ts'

let place: ReturnType<typeof folderFor>
let running: Program[] = []
beforeEach(() => {
  place = folderFor()
})
afterEach(async () => {
  await Promise.all(running.map((each) => each.isRunning() && each.kill('SIGKILL')))
  running = []
  place.remove()
})

const begin = (env: NodeJS.ProcessEnv = {}, ...args: string[]) => {
  const begun = server({ DATA_DIR: place.folder, ...env }, ...args)
  running.push(begun)
  return begun
}
/** Where a clinic of one's own has its database, as after a first start. */
const layOwn = () => layDatabase(join(place.folder, 'clinic'))
const codeOf = async (begun: Program) => (await begun.says(/one-time code: (\S+)/))[1] ?? ''
const LONGEST_STOP_MS = 10_000

describe('a start', { timeout: 120_000 }, () => {
  test('eight at once on one folder are one server and seven refusals; killed, it leaves no lock', async () => {
    await layOwn()
    const eight = Array.from({ length: 8 }, () => begin({}, '--empty'))
    const results = await Promise.all(eight.map((each) => Promise.race([addressOf(each).catch(() => each.ended), each.ended])))
    const refused = results.flatMap((result) => (typeof result === 'string' ? [] : [result]))
    expect(refused).toHaveLength(7)
    for (const { code, wrong } of refused) {
      expect(code).toBe(1)
      expect(wrong).toMatch(/^Another Dripline is using .*\. Stop that one first, or set DATA_DIR to another folder\.\n$/)
    }
    const winner = eight.find((each) => each.isRunning())
    await winner?.kill('SIGKILL')
    const next = begin({}, '--empty')
    expect((await fetch(`${await addressOf(next)}/readyz`)).status).toBe(200)
  })

  test('says all that is wrong with its settings at once, and that it can be a real clinic', async () => {
    const env = { PORT: 'x', HOST: '0.0.0.0', PUBLIC_URL: 'https://clinic.example', DATABASE_URL: '', LOG_LEVEL: 'loud' }
    const { code, said, wrong } = await begin(env).ended
    expect(code).toBe(1)
    expect(said).toBe('')
    expect(
      wrong
        .trim()
        .split('\n')
        .map((line) => line.split(/[=:]/)[0])
        .sort(),
    ).toEqual(['HOST', 'LOG_LEVEL', 'PORT', 'PUBLIC_URL'])
    expect(wrong).toContain('npm start -- --empty')
  })

  test('on a port that is taken, or without its database server, says so in a line', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((done) => other.once('listening', done))
    const PORT = String((other.address() as AddressInfo).port)
    await layOwn()
    const taken = await begin({ PORT }, '--empty').ended
    expect(taken).toMatchObject({
      code: 1,
      wrong: `Another program listens at 127.0.0.1:${PORT}. Stop it, or set PORT to another number.\n`,
    })
    await new Promise((done) => other.close(done))
    const DATABASE_URL = `postgres://somebody:hush@127.0.0.1:${PORT}/none`
    const SECRET_KEY = randomBytes(32).toString('base64')
    const alone = await begin({ DATABASE_URL, SECRET_KEY }).ended
    expect(alone).toMatchObject({ code: 1, wrong: 'DATABASE_URL: no PostgreSQL server answers there.\n' })
    expect(alone.said).not.toContain('imulated')
  })

  test('with a clock that the trail contradicts is refused in a sentence; whoever has looked at the clocks is let', async () => {
    await layOwn()
    const later = heldClock(new Date(Date.now() + 86_400_000).toISOString())
    const ground = await groundOn(await openEmbedded(join(place.folder, 'clinic')), later)
    const clinic = await testClinic(later, ground)
    const owner = await clinic.as('owner')
    await inOneStep(owner, 'test', async () => ({ id: owner.newId() }))
    await ground.sealer.sealAll()
    await ground.jobs.stop()
    await ground.database.close()
    const { code, wrong } = await begin({}, '--empty').ended
    expect(code).toBe(1)
    expect(wrong).toMatch(/^The clock says .* UTC, and the newest line of the trail was written at .*, which is still to come\. /)
    expect(wrong.trim().split('\n')).toHaveLength(1)
    expect(await addressOf(begin({ CLOCK_CHECKED: 'I have looked at the clocks' }, '--empty'))).toContain('http')
  })

  test('gives a new code while the clinic waits for its owner, and none after', async () => {
    await layOwn()
    const first = begin({}, '--empty')
    const old = await codeOf(first)
    await first.kill('SIGKILL')
    const second = begin({}, '--empty')
    const [address, fresh] = [await addressOf(second), await codeOf(second)]
    await expect(setUp(address, old)).rejects.toThrow(/403/)
    const cookie = await setUp(address, fresh)
    expect((await visitorAt(address, cookie).send('GET', '/api/people/clinic')).status).toBe(200)
    const { said } = await second.kill('SIGTERM')
    expect(said).toContain(fresh)
    const third = begin({}, '--empty')
    await addressOf(third)
    expect((await third.kill('SIGTERM')).said).not.toContain('one-time code')
  })
})

describe('a stop', { timeout: 120_000 }, () => {
  test('during opening and migrating leaves a folder that opens the next time', async () => {
    for (const [ms, signal] of [
      [150, 'SIGTERM'],
      [700, 'SIGINT'],
      [1500, 'SIGKILL'],
      [2500, 'SIGTERM'],
      [3500, 'SIGKILL'],
    ] as const) {
      const opening = begin({}, '--empty')
      await Promise.race([after(ms), opening.says(/Dripline is ready/)])
      expect((await opening.kill(signal)).ms).toBeLessThan(LONGEST_STOP_MS)
    }
    const next = begin({}, '--empty')
    expect((await fetch(`${await addressOf(next)}/readyz`)).status).toBe(200)
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s is clean within ten seconds, with news streams open and requests on their way',
    async (signal) => {
      await layOwn()
      const begun = begin({}, '--empty')
      const address = await addressOf(begun)
      expect(await (await fetch(`${address}/healthz`)).text()).toBe('ok')
      // The real page is drawn here: a path of slashes alone is a page that is not there, and no fault of ours.
      for (const path of ['//', '///', '//evil.example'])
        expect([path, (await fetch(`${address}${path}`)).status < 500]).toEqual([path, true])
      const boss = visitorAt(address, await setUp(address, await codeOf(begun)))
      const streams = await Promise.all(Array.from({ length: 5 }, () => boss.send('GET', '/api/live')))
      expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
      const rush = Array.from({ length: 40 }, (_, i) =>
        boss.send('POST', '/api/people/chairs', { name: `Chair ${i}` }).then(
          ({ status }) => status,
          () => 0,
        ),
      )
      await Promise.race(rush)
      const { code, ms, wrong } = await begun.kill(signal)
      expect({ code, wrong }).toEqual({ code: 0, wrong: '' })
      expect(ms).toBeLessThan(LONGEST_STOP_MS)
      const done = (await Promise.all(rush)).filter((status) => status === 201).length
      expect(done).toBeGreaterThan(0)
      const verified = await program('verify-audit.ts', { env: { DATA_DIR: place.folder } }).ended
      expect(verified).toMatchObject({ code: 0, said: expect.stringMatching(/^ok \d+ lines, \d+ records \(1 anchor, /) })
    },
  )

  test('while the simulated clinic plays is clean within ten seconds', async () => {
    const begun = begin()
    const address = await addressOf(begun)
    expect((await fetch(`${address}/healthz`)).status).toBe(200)
    await after(1500)
    const { code, ms, wrong } = await begun.kill('SIGTERM')
    expect({ code, wrong }).toEqual({ code: 0, wrong: '' })
    expect(ms).toBeLessThan(LONGEST_STOP_MS)
  })
})

test('a further clinic is added by its program, and each answers at its own host', { timeout: 120_000 }, async () => {
  await layOwn()
  const first = begin({}, '--empty')
  const address = await addressOf(first)
  await setUp(address, await codeOf(first))
  const env = { DATA_DIR: place.folder, PUBLIC_URL: 'http://a.localhost' }
  const busy = await program('new-clinic.ts', { args: ['--host', 'b.localhost'], env }).ended
  expect(busy).toMatchObject({ code: 1, wrong: expect.stringMatching(/^Another Dripline is using/) })
  await first.kill('SIGTERM')
  const added = await program('new-clinic.ts', { args: ['--host', 'b.localhost'], env }).ended
  expect(added).toMatchObject({ code: 0, said: expect.stringMatching(/waits at b\.localhost\. .* code: (\w{4}-){2}\w{4}\n$/) })
  const wrong = await program('new-clinic.ts', { args: ['--host', 'not a host'], env }).ended
  expect(wrong).toMatchObject({ code: 1, wrong: expect.stringMatching(/^--host=not a host: expected/) })
})
