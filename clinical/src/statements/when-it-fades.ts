import { defineStatement } from '../chart/statement.ts'
import { reliefFades2009 } from '../claims/relief-fades-2009.ts'

export const whenItFades = defineStatement({
  id: 'when-it-fades',
  title: 'When relief fades',
  place: 3,
  text: 'One course of ketamine takes the pain away for good.',
  isTrue: false,
  why: 'In the trial the gap to placebo closed week by week. By {lost} it could be chance.',
  claim: reliefFades2009.id,
  source: reliefFades2009.source,
  basis: 'source',
})
