import { describe, expect, test } from 'vitest'
import { staffOf } from '../../platform/context.ts'
import { peek, testClinic } from '../../platform/testing.ts'
import { countFor } from './book.ts'
import { callOffCount } from './call-off-count.ts'
import { closeDiscrepancy } from './close-discrepancy.ts'
import { enterCount } from './enter-count.ts'
import { openNewCount } from './open-count.ts'
import { ownDiscrepancy } from './own-discrepancy.ts'
import { drawn, ketamineBook, stocked } from './testing.ts'

const counting = async () => {
  const clinic = await testClinic()
  const stock = await stocked(clinic, 3)
  await drawn(stock, '100', '2')
  const { countId } = await openNewCount(stock.ctx)
  const seen = (ml: string, sealed = 2) => ({ countId, sealed, opened: [{ vialId: stock.vialId, ml }] })
  const book = () => peek(stock.ctx, (tx) => ketamineBook(stock.ctx, tx))
  return { clinic, stock, countId, seen, book }
}

describe('a count by two people', () => {
  test('agrees when both are right, and is closed by the second', async () => {
    const { stock, seen, book } = await counting()
    expect(await enterCount(stock.ctx, seen('8'))).toMatchObject({ isClosed: false })
    expect(await enterCount(stock.second, seen('8.1'))).toMatchObject({ isClosed: true, isAgreed: true })
    expect((await book()).lastCount).toMatchObject({ isAgreed: true, by: [expect.any(String), expect.any(String)] })
  })

  test('shows nobody the other’s numbers while it is open', async () => {
    const { stock, seen } = await counting()
    await enterCount(stock.ctx, seen('7.77'))
    const other = await peek(stock.second, (tx) => countFor(tx, staffOf(stock.second).id))
    expect(other).toMatchObject({ entered: [{ name: staffOf(stock.ctx).name }], own: null })
    expect(JSON.stringify(other)).not.toContain('7.77')
    const own = await peek(stock.ctx, (tx) => countFor(tx, staffOf(stock.ctx).id))
    expect(own?.own).toMatchObject({ opened: [{ ml: '7.77' }] })
  })

  test('needs two people: the same one cannot enter twice', async () => {
    const { stock, seen } = await counting()
    await enterCount(stock.ctx, seen('8'))
    await expect(enterCount(stock.ctx, seen('8'))).rejects.toMatchObject({ code: 'count-open' })
  })

  test('opens a difference with an owner, who can change, and closes it with what was done', async () => {
    const { stock, seen, book } = await counting()
    await enterCount(stock.ctx, seen('8'))
    expect(await enterCount(stock.second, seen('7.5', 1))).toMatchObject({ isAgreed: false })
    const { discrepancies, balanceMl } = await book()
    expect(discrepancies.map(({ vial, book, counted, ownerId }) => [vial, book, counted, ownerId])).toEqual(
      expect.arrayContaining([
        ['0001', '8', '7.5', staffOf(stock.ctx).id],
        [null, '2', '1', staffOf(stock.ctx).id],
      ]),
    )
    const [discrepancyId = ''] = discrepancies.map(({ id }) => id)
    await ownDiscrepancy(stock.second, { discrepancyId })
    await closeDiscrepancy(stock.second, { discrepancyId, action: 'a droplet on the glass, counted again: 8' })
    await expect(closeDiscrepancy(stock.ctx, { discrepancyId, action: 'again' })).rejects.toMatchObject({ code: 'wrong-state' })
    expect((await book()).discrepancies).toHaveLength(1)
    expect((await book()).balanceMl).toBe(balanceMl)
  })

  test('is held against the book of its own moment when something is drawn in between', async () => {
    const { clinic, stock, seen } = await counting()
    clinic.clock.forward(1)
    await enterCount(stock.ctx, seen('8'))
    clinic.clock.forward(5)
    await drawn(stock, '100', '2')
    clinic.clock.forward(5)
    expect(await enterCount(stock.second, seen('6'))).toMatchObject({ isAgreed: true })
  })

  test('asks for every opened vial and for amounts that fit into it', async () => {
    const { stock, seen, countId } = await counting()
    await expect(enterCount(stock.ctx, { countId, sealed: 2, opened: [] })).rejects.toMatchObject({
      faults: [{ field: stock.vialId }],
    })
    await expect(enterCount(stock.ctx, seen('10.5'))).rejects.toMatchObject({ faults: [{ value: '10.5' }] })
  })

  test('is one at a time, and one that nobody will finish can be called off', async () => {
    const { stock, countId } = await counting()
    await expect(openNewCount(stock.second)).rejects.toMatchObject({ code: 'count-open', about: { countId } })
    await callOffCount(stock.second, { countId })
    await expect(openNewCount(stock.second)).resolves.toMatchObject({ countId: expect.any(String) })
  })
})
