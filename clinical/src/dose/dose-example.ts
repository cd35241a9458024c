import type { AsNeededLine, DoseAround, DoseAsked } from './chair-dose.ts'
import { type ChairDrug, chairList, onList } from './chair-drugs.ts'

/** A dose of midazolam by a signed line, as the examples of gates change it; read at 14:00Z. */
export function exampleDose(asked: Partial<DoseAsked> = {}, around: Partial<DoseAround> = {}) {
  const wanted = onList(chairList({}), 'midazolam', 'IV') as ChairDrug
  const line: Omit<AsNeededLine, 'signedBy' | 'signedAt'> = {
    id: 'line',
    drugId: 'midazolam',
    route: 'IV',
    doseMg: '1',
    mostTimes: 2,
    leastMinutes: 20,
    reason: 'distress',
  }
  return {
    wanted,
    asked: {
      mg: '1',
      at: '2026-11-23T14:00:00.000Z',
      reason: null,
      lineId: 'line',
      allergiesRead: [],
      isPrescriber: false,
      ...asked,
    },
    around: {
      given: [],
      lines: [{ ...line, signedBy: 'thistlewood', signedAt: '2026-11-18T15:00:00.000Z' }],
      allergies: [{ kind: 'none known', text: '' }],
      ...around,
    },
  }
}

/** A dose that was given so many minutes before the examples are read. */
export const givenAgo = (minutes: number, lineId: string | null = 'line') => ({
  drugId: 'midazolam',
  mg: '1',
  at: new Date(Date.parse('2026-11-23T14:00:00.000Z') - minutes * 60_000).toISOString(),
  lineId,
})
