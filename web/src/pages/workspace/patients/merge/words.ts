import { usStateOf } from '@dripline/clinical'
import { isLocale, languageWords } from '@dripline/clinical/words'
import type { Pair } from '../../../../data/records.ts'
import { sayDay, sayPhone } from '../../../../ui/index.tsx'

type Field = Pair['fields'][number]

const figures = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'] as const

/** A small number as a sentence begins with it. */
export const numberWord = (count: number): string => figures[count] ?? String(count)

export const nounOf = ({ label }: Pick<Field, 'label'>) => label.toLowerCase()

/** A field's value as it is read. */
export const shown = (field: Field['field'], value: string | null): string => {
  if (value === null || value === '') return 'not asked'
  if (field === 'dateOfBirth') return sayDay(value)
  if (field === 'phone') return sayPhone(value)
  if (field === 'heightCm') return `${value} cm`
  if (field === 'language') return isLocale(value) ? languageWords(value) : value
  if (field === 'state') return usStateOf(value)?.name ?? value
  return value
}
