import { figure, quantity, saySpan } from '../../../ui/index.tsx'
import type { DoseDraft } from './draft.ts'

/** `perez-ruixo-2021` as people say it: Perez-Ruixo 2021. */
export const nameOf = (id: string) => id.replace(/-(?=\d)/, ' ').replaceAll(/(^|-)\p{L}/gu, (letter) => letter.toUpperCase())

/** A concentration as it is read: three figures, no more. */
export const sayLevel = (value: number) => figure(Number(value.toPrecision(3)))

/** How many times one is of the other: two figures. */
export const sayTimes = (ratio: number) => figure(Number(ratio.toPrecision(ratio < 10 ? 2 : 3)))

const isFigure = (text: string) => text.trim() !== '' && Number.isFinite(Number(text))

const amountOf = ({ kind, perKg, amount }: DoseDraft) =>
  quantity(amount, `${perKg ? 'mg/kg' : 'mg'}${kind === 'rate' ? '/h' : ''}`)

/** A dose in words: "0.5 mg/kg over 40 min". */
export function sayDose(dose: DoseDraft): string {
  const { kind, amount, from, until, again } = dose
  if (![amount, from, ...(kind === 'bolus' ? [] : [until])].every(isFigure)) return 'not complete yet'
  const isLater = Number(from) !== 0
  const repeated = again.trim() === '' ? '' : `, again from ${again} min`
  if (kind === 'bolus') return `${amountOf(dose)} at once${isLater ? ` at ${saySpan(Number(from))}` : ''}${repeated}`
  if (kind === 'infusion')
    return `${amountOf(dose)} over ${saySpan(Number(until))}${isLater ? `, from ${saySpan(Number(from))}` : ''}${repeated}`
  return isLater
    ? `${amountOf(dose)} from ${saySpan(Number(from))} to ${saySpan(Number(until))}${repeated}`
    : `${amountOf(dose)} for ${saySpan(Number(until))}${repeated}`
}

export const sayRegimen = (doses: readonly DoseDraft[]) => doses.map(sayDose).join(', then ')
