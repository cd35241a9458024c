import { administrationOf, agreedWords } from '@dripline/clinical'
import { expect, test } from 'vitest'
import { signOwnOrder } from '../care/planning/sign-own-order.ts'
import { openClinic } from '../care/planning/testing.ts'
import { caller } from '../care/screening/testing.ts'
import { arrive } from '../care/session/arrive.ts'
import { chartEntry } from '../care/session/chart-entry.ts'
import { discharge } from '../care/session/discharge.ts'
import { doAct } from '../care/session/do-act.ts'
import { signs } from '../care/session/testing.ts'
import { peek, testClinic } from '../platform/testing.ts'
import { chairUse } from './chair-use.ts'
import { readOutcomes } from './read-outcomes.ts'

test('a visit of fluid is chair time once it took place, by its own name, with what its protocol keeps the chair for', async () => {
  const clinic = await testClinic()
  const { prescriber, nurse, chairIds } = await openClinic(clinic, 1)
  const personId = await caller(nurse)
  const { appointmentId } = await signOwnOrder(prescriber, {
    personId,
    protocolId: 'hydration-saline',
    said: { ml: '1000', minutes: '90', reason: 'after a stomach bug', heart: 'no' },
    visit: { start: clinic.clock.now.toISOString(), chairId: chairIds[0] },
    acknowledged: [],
  })
  const { sessionId } = await arrive(nurse, { appointmentId })
  const charts = (entry: Parameters<typeof chartEntry>[1]['entry']) => chartEntry(nurse, { sessionId, entry })
  const does = (act: string, said: Record<string, unknown> = {}) => doAct(nurse, { sessionId, act, said })
  await charts({ kind: 'vitals', ...signs })
  const { agreed } = administrationOf('fluid')?.acts['line-placed']?.fields ?? {}
  const told = agreed?.kind === 'agreed' ? agreedWords(agreed) : ''
  await does('line-placed', { identifiers: ['name', 'born'], agreed: told, site: 'left hand', gauge: '22' })
  await does('fluid-started')
  await does('fluid-ended', { ml: '1000' })
  await does('line-removed', { site: 'clean' })
  await charts({ kind: 'no-adverse-effects' })
  expect((await readOutcomes(prescriber)).chairUse).toEqual([])
  await discharge(nurse, { sessionId })
  // 15 min to prepare, 90 of fluid, 5 to stay, 10 to make ready.
  expect((await readOutcomes(prescriber)).chairUse).toEqual([{ by: 'fluid', visits: 1, minutes: 120 }])
  const at = (day: string) => peek(prescriber, (tx) => chairUse(tx, new Date(day)))
  expect([await at('2999-01-01'), await at('2001-01-01')]).toEqual([[], [{ by: 'fluid', visits: 1, minutes: 120 }]])
})
