import { describe, expect, test } from 'vitest'
import { MovedDatabase, MovedMachine } from './testing-clock.ts'

const MINUTE = 60_000
const began = Date.UTC(2026, 10, 23, 9)
const world = () => {
  const time = { ms: began }
  const truth = () => time.ms
  const database = new MovedDatabase(truth)
  return { time, database, heron: new MovedMachine('heron', truth), wren: new MovedMachine('wren', truth) }
}
const minutes = (date: Date) => (date.getTime() - began) / MINUTE

describe('the clock of a server', () => {
  test('is the database’s, and no step of its own machine’s clock moves it', async () => {
    const { time, database, heron } = world()
    database.offMs = 2 * MINUTE
    const clock = await database.clockFor(heron)
    for (const off of [-60, 60]) {
      heron.wallOffMs = off * MINUTE
      time.ms += 10 * MINUTE
      expect(minutes(clock.now())).toBe((time.ms - began) / MINUTE + 2)
      await clock.look()
      expect(minutes(clock.now())).toBe((time.ms - began) / MINUTE + 2)
    }
    expect(clock.stamp()).toMatchObject({ isSure: false, boot: 'heron' })
  })

  test('takes back a step of the database’s clock, for every server and for those that start later', async () => {
    for (const step of [-30, 30]) {
      const { time, database, heron, wren } = world()
      const [one, other] = [await database.clockFor(heron), await database.clockFor(wren)]
      time.ms += MINUTE
      database.offMs = step * MINUTE
      await one.look()
      await other.look()
      await one.look()
      const late = await database.clockFor(new MovedMachine('third', () => time.ms))
      time.ms += MINUTE
      for (const clock of [one, other, late]) expect(minutes(clock.now())).toBe(2)
      expect(database.correctionMs).toBe(step * MINUTE)
      // It is put right again, and that is noticed the same way.
      database.offMs = 0
      await other.look()
      await one.look()
      await late.look()
      for (const clock of [one, other, late]) expect(minutes(clock.now())).toBe(2)
      expect(database.correctionMs).toBe(0)
    }
  })

  test('that began while the database was wrong follows the others once they have said so', async () => {
    const { time, database, heron, wren } = world()
    const old = await database.clockFor(heron)
    database.offMs = 30 * MINUTE
    const young = await database.clockFor(wren)
    expect(young.stamp()).toMatchObject({ isSure: false })
    await old.look()
    await young.look()
    await old.look()
    time.ms += 40 * MINUTE
    expect(minutes(young.now())).toBe(40)
    expect(minutes(old.now())).toBe(40)
    expect(young.stamp()).toMatchObject({ isSure: true })
  })

  test('follows the others after its machine stood still, and leads nobody astray', async () => {
    const { time, database, heron, wren } = world()
    const [frozen, other] = [await database.clockFor(heron), await database.clockFor(wren)]
    time.ms += 30 * MINUTE
    heron.stoodMs = 30 * MINUTE
    for (let i = 0; i < 3; i++) {
      await frozen.look()
      await other.look()
    }
    expect(minutes(other.now())).toBe(30)
    expect(minutes(frozen.now())).toBe(30)
  })

  test('never goes back, and on one machine goes on by the reading when the only clock steps back', async () => {
    const { time, database, heron } = world()
    const clock = await database.clockFor(heron, true)
    time.ms += 10 * MINUTE
    heron.wallOffMs = -30 * MINUTE
    await clock.look()
    expect(minutes(clock.now())).toBe(10)
    time.ms += MINUTE
    await clock.look()
    expect(minutes(clock.now())).toBe(11)
  })
})
