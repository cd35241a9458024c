import type { Basis } from '../model.ts'
import type { Regimen } from '../regimen.ts'

/** Doses farther apart than this are of two sessions (min); nobody published where an occasion ends. */
const apart: { minutes: number; basis: Basis } = { minutes: 360, basis: 'inferred' }

/** When sessions begin (min): at a dose that comes long after everything before it has ended. */
function beginnings(regimen: Regimen): number[] {
  const given = regimen.filter(({ mg }) => mg > 0).toSorted((a, b) => a.from - b.from)
  let end = -Infinity
  return given.flatMap(({ from, minutes }) => {
    const begins = from - end > apart.minutes
    end = Math.max(end, from + minutes)
    return begins ? [from] : []
  })
}

/** The number of the session that a time (min) is in, or after: 0 is the first. */
export const sessionOf = (regimen: Regimen, time: number) =>
  Math.max(0, beginnings(regimen).filter((from) => from <= time).length - 1)
