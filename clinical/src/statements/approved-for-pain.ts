import { defineStatement } from '../chart/statement.ts'
import { notFdaApproved } from '../claims/not-fda-approved.ts'

export const approvedForPain = defineStatement({
  id: 'approved-for-pain',
  title: 'Approved or not',
  place: 4,
  text: 'The FDA has approved ketamine for pain.',
  isTrue: false,
  why: 'It is approved as an anesthetic, for putting people to sleep. For pain or depression its use is off-label.',
  claim: notFdaApproved.id,
  source: notFdaApproved.source,
  basis: 'source',
})
