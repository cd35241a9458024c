import { type DoseSum, duration, type Protocol } from '@dripline/clinical'
import { quantity } from '../../../ui/index.tsx'

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** Small whole numbers as words. */
export const inWords = (count: number): string => numbers[count] ?? String(count)

/** The order as a nurse reads it; the drug stands before it in bold. */
export const orderWords = (sum: DoseSum, { cap }: Pick<Protocol, 'cap'>) => {
  const rate = quantity(sum.rateMgPerHour.value, sum.rateMgPerHour.unit)
  const most = cap?.unit === 'mg/h' ? quantity(cap.amount, cap.unit) : rate
  const mg = quantity(sum.doseMg.value, sum.doseMg.unit)
  return `by IV infusion over ${duration(sum.minutes)}: ${rate}. Do not exceed ${most} or ${mg}. The nurse may lower the rate or stop.`
}
