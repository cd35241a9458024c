import { type DuePolicy, type Protocol, protocolOf } from '@dripline/clinical'

/** How often scores are asked for and how long a drawn-up dose may wait for its second person, in minutes; proposed, for the clinic to approve. */
const SCORES_EVERY = 30
const SECOND_PERSON_WITHIN = 5

/** What a protocol wants charted and when, as the list of what is due reads it. */
export const duePolicyOf = (protocolId: string): DuePolicy => {
  const protocol: Protocol | null = protocolOf(protocolId)
  if (!protocol) throw new TypeError(`An order of the protocol ${protocolId}, which is not there any more.`)
  return {
    checks: protocol.checks,
    scoresEvery: SCORES_EVERY,
    secondPersonWithin: SECOND_PERSON_WITHIN,
    leastStayMinutes: protocol.recovery.leastMinutes,
  }
}
