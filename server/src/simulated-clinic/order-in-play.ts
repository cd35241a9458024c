import { doseBeforeBag, exact, failedSoft, plain, protocols, usualInfusate, workOutDose } from '@dripline/clinical'
import { sexOf } from './cast.ts'
import type { Person } from './person-in-play.ts'

/** What the play needs to know of an order: it was worked out when the plan was signed. */
export type OrderInPlay = {
  minutes: number
  infusateMg: string
  syringeMl: string
  vialMgPerMl: string
  finalMl: string
  rateMlPerHour: string
  doseMg: string
  stayMinutes: number
  drugId: string
}

/** The order as the prescriber's screen works it out: the protocol exactly, in its usual bag. */
export const orderFor = ({ course, weightKg }: Person) => {
  const protocol = protocols.find((each) => each.indication === course.indication)
  if (!protocol) return null
  const request = {
    protocol,
    weight: { kg: weightKg, basis: 'actual' as const, measuredDaysAgo: 2 },
    body: { heightCm: '170', sex: sexOf(course.number) },
    vialMgPerMl: '50',
    enteredDoseMg: null,
    isFirstDose: true,
    isInCourse: true,
    hoursSinceLastDose: null,
    sedation: { intended: 'minimal' as const, hasModerateEquipment: false },
  }
  const infusate = usualInfusate(protocol, doseBeforeBag(request))
  const sum = workOutDose({ ...request, infusate })
  if (!sum.syringeMl || !sum.rateMlPerHour) return null
  const inPlay: OrderInPlay = {
    minutes: protocol.minutes,
    drugId: protocol.gives.drug,
    doseMg: sum.doseMg.value,
    infusateMg: plain(exact(infusate.infusateMg)),
    finalMl: infusate.finalMl,
    vialMgPerMl: '50',
    syringeMl: plain(exact(sum.syringeMl.value)),
    rateMlPerHour: plain(exact(sum.rateMlPerHour.value)),
    stayMinutes: protocol.recovery.leastMinutes,
  }
  return { protocolId: protocol.id, infusate, inPlay, soft: failedSoft(sum).map(({ id }) => id) }
}
