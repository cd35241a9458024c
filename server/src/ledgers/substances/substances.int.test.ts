import { describe, expect, test } from 'vitest'
import { inOneStep } from '../../platform/context.ts'
import { peek, testClinic } from '../../platform/testing.ts'
import { bookOfSession } from './book-of-session.ts'
import { correctLine } from './correct-line.ts'
import { emptyVial } from './empty-vial.ts'
import { receiveVials } from './receive-vials.ts'
import { recordGiven } from './record-given.ts'
import { ledgerOf } from './store.ts'
import { drawn, ketamineBook, left, lot, stocked, wordOf } from './testing.ts'
import { waste } from './waste.ts'
import { withdraw } from './withdraw.ts'

describe('receiving vials', () => {
  test('gives each vial the next number and puts its whole volume into the safe', async () => {
    const clinic = await testClinic()
    const { ctx } = await stocked(clinic, 3)
    const { vials, balanceMl } = await peek(ctx, (tx) => ketamineBook(ctx, tx))
    expect(vials.map(({ number, ml, isSealed }) => [number, ml, isSealed])).toEqual([
      ['0001', '10', true],
      ['0002', '10', true],
      ['0003', '10', true],
    ])
    expect(balanceMl).toBe('30')
  })

  test('is refused when the second person saw other facts, and when the proof was already used', async () => {
    const clinic = await testClinic()
    const [ctx, second] = [await clinic.as('nurse'), await clinic.as('nurse')]
    const proof = await wordOf(ctx, second, 'receive', { ...lot, vials: '2' })
    await expect(receiveVials(ctx, { ...lot, vials: 3, proof })).rejects.toMatchObject({ code: 'proof-failed' })
    await receiveVials(ctx, { ...lot, vials: 2, proof })
    await expect(receiveVials(ctx, { ...lot, vials: 2, proof })).rejects.toMatchObject({ code: 'proof-used' })
  })

  test('is refused for a lot that has expired, on the clinic’s own calendar', async () => {
    const clinic = await testClinic()
    await expect(stocked(clinic, 1, { expiresOn: '2026-11-22' })).rejects.toMatchObject({ code: 'vial-expired' })
    await expect(stocked(clinic, 1, { expiresOn: '2026-11-23' })).resolves.toMatchObject({ ids: [expect.any(String)] })
  })
})

describe('withdrawing', () => {
  test('takes exactly its mL from its own vial', async () => {
    const stock = await stocked(await testClinic(), 2)
    await drawn(stock, '42', '0.84')
    expect(await left(stock.ctx, stock.vialId)).toBe('9.16')
    expect(await left(stock.ctx, stock.ids[1] ?? '')).toBe('10')
  })

  test('may empty a vial to the last 0.01 mL and not take one more', async () => {
    const stock = await stocked(await testClinic(), 1)
    await drawn(stock, '499.5', '9.99')
    await expect(drawn(stock, '1', '0.02')).rejects.toMatchObject({ code: 'vial-short', about: { leftMl: '0.01' } })
    await drawn(stock, '0.5', '0.01')
    expect(await left(stock.ctx, stock.vialId)).toBe('0')
  })

  test('is refused from a vial past its day, for mg that are not these mL, and for a time to come', async () => {
    const clinic = await testClinic()
    const stock = await stocked(clinic, 1, { expiresOn: '2026-11-24' })
    await expect(drawn(stock, '35', '7')).rejects.toMatchObject({ code: 'not-valid', faults: [{ field: 'mg' }] })
    await expect(drawn(stock, '35', '0.705')).rejects.toMatchObject({ code: 'not-valid', faults: [{ field: 'ml' }] })
    const { ctx, vialId, witnessId, proofId } = stock
    const later = {
      drugId: lot.drugId,
      vialId,
      ml: '0.7',
      mg: '35',
      personId: ctx.newId(),
      sessionId: ctx.newId(),
      witnessId,
      proofId,
    }
    const at = new Date(ctx.now().getTime() + 60_000)
    await expect(inOneStep(ctx, 'draw-up', (tx) => withdraw(ctx, tx, { ...later, at }))).rejects.toMatchObject({
      code: 'time-not-possible',
    })
    clinic.clock.forward(2 * 24 * 60)
    await expect(drawn(stock, '35', '0.7')).rejects.toMatchObject({ code: 'vial-expired' })
  })
})

describe('the drug', () => {
  const withdrawing = async (vial: Partial<typeof lot>, ordered: string) => {
    const stock = await stocked(await testClinic(), 1, vial)
    const { ctx, vialId, witnessId, proofId } = stock
    const dose = { vialId, ml: '0.7', mg: '35', personId: ctx.newId(), sessionId: ctx.newId(), witnessId, proofId, at: ctx.now() }
    return { stock, drawing: () => inOneStep(ctx, 'draw-up', (tx) => withdraw(ctx, tx, { ...dose, drugId: ordered })) }
  }

  test('of a vial is that of the order, or nothing is drawn', async () => {
    const { stock, drawing } = await withdrawing({ drugId: 'midazolam', mgPerMl: '5', volumeMl: '10' }, 'ketamine')
    await expect(drawing()).rejects.toMatchObject({ code: 'vial-of-other-drug', faults: [{ field: 'vials' }] })
    expect(await left(stock.ctx, stock.vialId)).toBe('10')
  })

  test('of an order that no definition knows is drawn from no vial', async () => {
    const { drawing } = await withdrawing({}, 'Ketamine HCl')
    await expect(drawing()).rejects.toMatchObject({ code: 'vial-of-other-drug' })
  })

  test('of a vial is one of the list, in a strength it is made in: 422 names the field', async () => {
    const clinic = await testClinic()
    await expect(stocked(clinic, 1, { drugId: 'Ketamine' })).rejects.toMatchObject({ faults: [{ field: 'drugId' }] })
    await expect(stocked(clinic, 1, { mgPerMl: '500' })).rejects.toMatchObject({ faults: [{ field: 'mgPerMl' }] })
  })
})

test('each drug has its own balance and its own lines of the day', async () => {
  const clinic = await testClinic()
  const { ctx } = await stocked(clinic, 1)
  await stocked(clinic, 2, { drugId: 'midazolam', mgPerMl: '5', volumeMl: '2' })
  const { drugs, lines } = await peek(ctx, (tx) => ketamineBook(ctx, tx))
  expect(drugs).toMatchObject([
    { drugId: 'ketamine', balanceMl: '10' },
    { drugId: 'midazolam', balanceMl: '4' },
  ])
  expect(lines.map(({ drugId, balanceMl }) => [drugId, balanceMl])).toEqual([
    ['ketamine', '10'],
    ['midazolam', '2'],
    ['midazolam', '4'],
  ])
})

describe('given and wasted', () => {
  test('are parts of what was drawn: together never more, and the mL close with the mg', async () => {
    const stock = await stocked(await testClinic(), 1)
    const { ctx, witnessId, proofId } = stock
    const { sessionId, personId } = await drawn(stock, '84', '1.68')
    const part = { sessionId, personId, drugId: 'ketamine', at: ctx.now() }
    await inOneStep(ctx, 'stop', (tx) => recordGiven(ctx, tx, { ...part, mg: '23.1' }))
    await expect(
      inOneStep(ctx, 'waste', (tx) => waste(ctx, tx, { ...part, mg: '61', witnessId, proofId })),
    ).rejects.toMatchObject({ code: 'not-valid', faults: [{ field: 'mg', value: '61' }] })
    await inOneStep(ctx, 'waste', (tx) => waste(ctx, tx, { ...part, mg: '60.9', witnessId, proofId }))

    const book = await peek(ctx, (tx) => bookOfSession(tx, sessionId, 'ketamine'))
    expect(book).toEqual({ drawnMg: '84', givenMg: '23.1', wastedMg: '60.9', openMg: '0', isOpen: false })
    const day = await peek(ctx, (tx) => ketamineBook(ctx, tx))
    expect(day.lines.map(({ kind, ml, mg, balanceMl }) => [kind, ml, mg, balanceMl])).toEqual([
      ['received', '10', '500', '10'],
      ['withdrawn', '-1.68', '84', '8.32'],
      ['given', '0.46', '23.1', null],
      ['wasted', '1.22', '60.9', null],
    ])
    expect(day.openInSessions).toEqual([])
  })

  test('are spread over two vials in the order in which they were drawn', async () => {
    const stock = await stocked(await testClinic(), 2)
    const { ctx, ids, witnessId, proofId } = stock
    const { sessionId, personId } = await drawn(stock, '30', '0.6')
    const second = {
      drugId: lot.drugId,
      vialId: ids[1] ?? '',
      ml: '1.4',
      mg: '70',
      personId,
      sessionId,
      witnessId,
      proofId,
      at: ctx.now(),
    }
    await inOneStep(ctx, 'draw-up', (tx) => withdraw(ctx, tx, second))
    await inOneStep(ctx, 'stop', (tx) =>
      recordGiven(ctx, tx, { sessionId, personId, drugId: 'ketamine', mg: '50', at: ctx.now() }),
    )
    const { lines, openInSessions } = await peek(ctx, (tx) => ketamineBook(ctx, tx))
    const given = lines.filter(({ kind }) => kind === 'given').map(({ vial, mg, ml }) => [vial, mg, ml])
    expect(given).toEqual([
      ['0001', '30', '0.6'],
      ['0002', '20', '0.4'],
    ])
    expect(openInSessions).toMatchObject([{ sessionId, personId, mg: '50' }])
  })
})

describe('a correction', () => {
  test('strikes the old line and keeps it; the balance follows the new one', async () => {
    const stock = await stocked(await testClinic(), 1)
    const { ctx, second } = stock
    const { lineId } = await drawn(stock, '93', '1.86')
    const proof = await wordOf(ctx, second, 'correct', { lineId, ml: '1.68', mg: '84' })
    await correctLine(ctx, { lineId, ml: '1.68', mg: '84', note: 'misread, the syringe shows 1.68', proof })
    const { lines, balanceMl } = await peek(ctx, (tx) => ketamineBook(ctx, tx))
    expect(balanceMl).toBe('8.32')
    expect(lines.slice(1)).toMatchObject([
      { id: lineId, ml: '-1.86', balanceMl: null, correctionNote: 'misread, the syringe shows 1.68' },
      { correctsId: lineId, ml: '-1.68', balanceMl: '8.32', correctedAt: null },
    ])
    const again = await wordOf(ctx, second, 'correct', { lineId, ml: '1', mg: '50' })
    await expect(correctLine(ctx, { lineId, ml: '1', mg: '50', note: 'again', proof: again })).rejects.toMatchObject({
      code: 'wrong-state',
    })
  })

  test('cannot leave less drawn than was given, nor a vial below nothing', async () => {
    const stock = await stocked(await testClinic(), 1)
    const { ctx, second } = stock
    const { lineId, sessionId, personId } = await drawn(stock, '84', '1.68')
    await inOneStep(ctx, 'stop', (tx) =>
      recordGiven(ctx, tx, { sessionId, personId, drugId: 'ketamine', mg: '84', at: ctx.now() }),
    )
    const less = await wordOf(ctx, second, 'correct', { lineId, ml: '1', mg: '50' })
    await expect(correctLine(ctx, { lineId, ml: '1', mg: '50', note: 'less', proof: less })).rejects.toMatchObject({
      code: 'not-valid',
    })
    const more = await wordOf(ctx, second, 'correct', { lineId, ml: '10.01', mg: '500.5' })
    await expect(correctLine(ctx, { lineId, ml: '10.01', mg: '500.5', note: 'more', proof: more })).rejects.toMatchObject({
      code: 'vial-short',
    })
    expect(await left(ctx, stock.vialId)).toBe('8.32')
  })
})

test('the rest of a vial leaves the safe for good, destroyed or sent back, before a second person', async () => {
  const stock = await stocked(await testClinic(), 2)
  const { ctx, second, ids } = stock
  await drawn(stock, '35', '0.7')
  for (const [vialId, ml, way] of [
    [ids[0] ?? '', '9.3', 'wasted'],
    [ids[1] ?? '', '10', 'returned'],
  ] as const) {
    const proof = await wordOf(ctx, second, 'empty', { vialId, ml, way })
    await emptyVial(ctx, { vialId, way, note: 'end of the week', proof })
    expect(await left(ctx, vialId)).toBe('0')
  }
  const { vials, balanceMl } = await peek(ctx, (tx) => ketamineBook(ctx, tx))
  expect([vials, balanceMl]).toEqual([[], '0'])
})

test('a new day begins with what the day before left', async () => {
  const clinic = await testClinic()
  const stock = await stocked(clinic, 2)
  await drawn(stock, '100', '2')
  clinic.clock.forward(24 * 60)
  await drawn(stock, '100', '2')
  const { carriedMl, lines } = await peek(stock.ctx, (tx) => ketamineBook(stock.ctx, tx))
  expect([carriedMl, lines.map(({ balanceMl }) => balanceMl)]).toEqual(['18', ['16']])
})

test('the balances of the database are those of the rules, whatever was drawn, given, wasted and corrected', async () => {
  const clinic = await testClinic()
  const stock = await stocked(clinic, 4)
  const { ctx, second, ids, witnessId, proofId } = stock
  for (let i = 0; i < 24; i++) {
    clinic.clock.forward(7)
    const [ml, mg] = [`${(1 + ((i * 37) % 90)) / 100}`, `${(1 + ((i * 37) % 90)) / 2}`]
    const { lineId, sessionId, personId } = await drawn(stock, mg, ml, ids[i % 3])
    const part = { sessionId, personId, drugId: 'ketamine', at: ctx.now() }
    if (i % 2 === 0) await inOneStep(ctx, 'stop', (tx) => recordGiven(ctx, tx, { ...part, mg: '0.35' }))
    if (i % 3 === 0) await inOneStep(ctx, 'waste', (tx) => waste(ctx, tx, { ...part, mg: '0.15', witnessId, proofId }))
    if (i % 4 !== 1) continue
    const proof = await wordOf(ctx, second, 'correct', { lineId, ml: '0.33', mg: '16.5' })
    await correctLine(ctx, { lineId, ml: '0.33', mg: '16.5', note: 'misread', proof })
  }
  const { vials, balanceMl, openInSessions } = await peek(ctx, (tx) => ketamineBook(ctx, tx))
  const ledger = await peek(ctx, (tx) => ledgerOf(tx, ids, ctx.now()))
  expect(ledger.faults).toEqual([])
  expect(ledger.inSafeMl).toBe(balanceMl)
  expect(new Map(vials.map(({ id, ml, isSealed }) => [id, { ml, isSealed }]))).toEqual(
    new Map(ledger.vials.map(({ vialId, ml, isSealed }) => [vialId, { ml, isSealed }])),
  )
  expect(new Map(openInSessions.map(({ sessionId, mg }) => [sessionId, mg]))).toEqual(
    new Map(ledger.sessions.filter(({ openMg }) => openMg !== '0').map(({ sessionId, openMg }) => [sessionId, openMg])),
  )
})
