import { versions as consentVersions } from '../consents/index.ts'
import type { InfusionBefore, OrderFacts } from '../visit/gate.ts'
import { type Held, iso } from './held.ts'
import { text } from './numbers.ts'
import { answersOf, type Opening, openingMs, orderOf } from './opening.ts'
import { day, hour, minute } from './world.ts'

/** The answers of consent, as the chart reads them from the record of signatures. */
export const consentAnswers = (signedAt: string | null, indication: string) => ({
  consentFor: { value: signedAt === null ? 'none' : indication, at: signedAt ?? iso(openingMs - 4 * day) },
  ...(signedAt !== null && {
    consentVersion: { value: consentVersions['ketamine-infusion'], at: signedAt },
    consentSignedOn: { value: iso(Date.parse(signedAt) - 5 * hour).slice(0, 10), at: signedAt },
  }),
})

/** The chart as it stands when the person comes in. */
export const chartAt = (opening: Opening): Held['chart'] => {
  const at = iso(openingMs - 4 * day)
  const answered = Object.entries({ ...answersOf(opening), indication: opening.indication, dateOfBirth: '1982-03-01' })
  return {
    ...Object.fromEntries(answered.map(([key, value]) => [key, { value, at }])),
    ...consentAnswers(opening.hasConsent ? at : null, opening.indication),
  }
}

/** The signed order of this visit. */
export const orderFactsAt = ({ indication, orderFrom, orderUntil }: Opening): OrderFacts => {
  const { mg, ml, finalMl, rate, leastHours } = orderOf[indication]
  return {
    id: 'order-1',
    planId: 'own',
    signedBy: 'prescriber',
    signedAt: iso(openingMs - 3 * day),
    validFrom: iso(openingMs + orderFrom * minute),
    validUntil: iso(openingMs + orderUntil * minute),
    indication,
    weightKg: '72',
    vialMgPerMl: '50',
    syringeMl: String(ml),
    infusateMg: String(mg),
    finalMl: String(finalMl),
    rateMlPerHour: String(rate),
    rateMgPerHour: text((rate * mg) / finalMl),
    capMgPerHour: null,
    doseMg: String(mg),
    leastHoursBetween: leastHours,
    isManyAcknowledged: false,
  }
}

/** Infusions that the person had before, under this plan or another. */
export const beforeAt = ({ before }: Opening): InfusionBefore[] =>
  before.map(({ hoursAgo, isOwn, minutes }, i) => {
    const startedAt = openingMs - hoursAgo * hour
    const endedAt = minutes === null ? null : iso(startedAt + minutes * minute)
    return { sessionId: `before-${i}`, planId: isOwn ? 'own' : 'other', startedAt: iso(startedAt), endedAt }
  })
