import type { Way } from '@dripline/engine'
import { figure, quantity, saySpan } from '../../../ui/index.tsx'
import { type DoseDraft, isWay, namesOf } from './draft.ts'

/** `perez-ruixo-2021` as people say it: Perez-Ruixo 2021. */
export const nameOf = (id: string) => id.replace(/-(?=\d)/, ' ').replaceAll(/(^|-)\p{L}/gu, (letter) => letter.toUpperCase())

/** What no assay measures is not written out. ng/mL. */
const least = 0.001

/** A concentration in ng/mL as it is read: three figures, no more. */
export const sayLevel = (value: number) => (value > 0 && value < least ? `under ${least}` : figure(Number(value.toPrecision(3))))

const mostTimes = 1e6

/** How many times one is of the other: two figures. */
export const sayTimes = (ratio: number) =>
  ratio > mostTimes ? `${figure(mostTimes)} or more` : figure(Number(ratio.toPrecision(ratio < 10 ? 2 : 3)))

/** A way into the body as a nurse says it. */
export const wayNames: Readonly<Record<Way, string>> = {
  intramuscular: 'into the muscle',
  intranasal: 'into the nose',
  'sublingual-film': 'as a film under the tongue',
  troche: 'as a troche',
  oral: 'by mouth',
  subcutaneous: 'under the skin',
}

/** The same in one word, for a list of what a dose is given as. */
export const wayLabels: Readonly<Record<Way, string>> = {
  intramuscular: 'Muscle',
  intranasal: 'Nasal',
  'sublingual-film': 'Film',
  troche: 'Troche',
  oral: 'Oral',
  subcutaneous: 'Skin',
}

const isFigure = (text: string) => text.trim() !== '' && Number.isFinite(Number(text)) && Number(text) >= 0
/** Minutes as a length of time; parts of a minute stay visible. */
const sayMinutes = (text: string) => (Number.isInteger(Number(text)) ? saySpan(Number(text)) : quantity(text, 'min'))
const mostStarts = 3

function sayAgain(again: string): string {
  const starts = again.split(',').map((start) => start.trim())
  if (again.trim() === '') return ''
  if (!starts.every(isFigure)) return ', again at times that are not complete yet'
  if (starts.length <= mostStarts) return `, again from ${starts.map(sayMinutes).join(', ')}`
  return `, ${starts.length} times more, the last from ${sayMinutes(starts.at(-1) ?? '')}`
}

const amountOf = ({ kind, perKg, amount }: DoseDraft) =>
  quantity(amount, `${perKg ? 'mg/kg' : 'mg'}${kind === 'rate' ? '/h' : ''}`)

/** A dose in words: "0.5 mg/kg over 40 min". */
export function sayDose(dose: DoseDraft): string {
  const { kind, amount, from, until, again } = dose
  const isLong = namesOf(dose).until !== null
  if (![amount, from, ...(isLong ? [until] : [])].every(isFigure)) return 'not complete yet'
  if (isLong && Number(until) <= (kind === 'rate' ? Number(from) : 0)) return 'not complete yet'
  const isLater = Number(from) !== 0
  const starts = isLater ? `, from ${sayMinutes(from)}` : ''
  if (isWay(kind) || kind === 'bolus')
    return `${amountOf(dose)} ${isWay(kind) ? wayNames[kind] : 'at once'}${isLater ? ` at ${sayMinutes(from)}` : ''}${sayAgain(again)}`
  if (kind === 'infusion') return `${amountOf(dose)} over ${sayMinutes(until)}${starts}${sayAgain(again)}`
  return `${amountOf(dose)} ${isLater ? `from ${sayMinutes(from)} to` : 'for'} ${sayMinutes(until)}${sayAgain(again)}`
}

export const sayRegimen = (doses: readonly DoseDraft[]) => doses.map(sayDose).join(', then ')
