import { ageAt } from '@dripline/clinical'
import { sayTime } from '../../../ui/when.ts'

type Person = { dateOfBirth: string | null; sex: string | null; allergies?: string | null }

/** A date of birth as it is read out: "May 4, 1982". */
export const sayBorn = (born: string) => {
  const [day = '', month = ''] = sayTime(`${born}T12:00:00Z`, 'UTC', 'short day').split(' ')
  const [d, m] = /^\d/.test(day) ? [day, month] : [month, day]
  return `${m} ${d}, ${born.slice(0, 4)}`
}

/** "born May 4, 1982 · 44, female · allergies: none known". */
export const bornLine = ({ dateOfBirth, sex, allergies }: Person, now: string, zone: string): string =>
  [
    dateOfBirth ? `born ${sayBorn(dateOfBirth)}` : 'birth date not on record',
    [dateOfBirth && ageAt(dateOfBirth, now, zone), sex].filter(Boolean).join(', '),
    allergies === undefined ? '' : allergies ? `allergies: ${allergies}` : 'allergies not asked',
  ]
    .filter(Boolean)
    .join(' · ')
