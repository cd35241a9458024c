import { type AnyProtocol, anyProtocolOf, type DuePolicy, type Policies } from '@dripline/clinical'

/** What a protocol wants charted and when, as the list of what is due reads it. */
export const duePolicyOf = (protocolId: string, { charting }: Pick<Policies, 'charting'>): DuePolicy => {
  const protocol: AnyProtocol | null = anyProtocolOf(protocolId)
  if (!protocol) throw new TypeError(`An order of the protocol ${protocolId}, which is not there any more.`)
  return {
    checks: protocol.checks,
    scoresEvery: charting.scoresEvery,
    secondPersonWithin: charting.secondPersonWithin,
    leastStayMinutes: protocol.recovery.leastMinutes,
  }
}
