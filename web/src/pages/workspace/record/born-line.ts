import { sayTime } from '../../../ui/when.ts'

/** A date of birth as it is read out: "May 4, 1982". */
export const sayBorn = (born: string) => {
  const [day = '', month = ''] = sayTime(`${born}T12:00:00Z`, 'UTC', 'short day').split(' ')
  const [d, m] = /^\d/.test(day) ? [day, month] : [month, day]
  return `${m} ${d}, ${born.slice(0, 4)}`
}
