import type { Fault } from '../fault.ts'
import type { Drawn, Observation, Site } from '../fit/observation.ts'
import { inNgPerMl, ngPerMl } from '../units.ts'
import { type Fields, utmost } from './fields.ts'

export const sites = ['arterial', 'venous'] as const satisfies readonly Site[]
const sides = ['before', 'after'] as const satisfies readonly Drawn[]

/** The samples of a case. */
export const readObservations = (fields: Fields): Observation[] =>
  fields.objects('observations', 'a list of samples with timeMin and plasmaNgPerMl or belowNgPerMl').map((sample) => {
    const time = sample.number('timeMin', { min: -utmost.minutes, max: utmost.minutes })
    const plasma = sample.optionalNumber('plasmaNgPerMl', { min: 0, max: utmost.ngPerMl })
    const below = sample.optionalNumber('belowNgPerMl', { above: 0, max: utmost.ngPerMl })
    if (sample.has('plasmaNgPerMl') === sample.has('belowNgPerMl')) sample.faultOfAll('either plasmaNgPerMl or belowNgPerMl')
    const site = sample.has('site') ? { site: sample.oneOf('site', sites) } : {}
    const drawn = sample.has('drawn') ? { drawn: sample.oneOf('drawn', sides) } : {}
    for (const name of ['site', 'drawn']) sample.raw(name)
    sample.nothingElse()
    return below === undefined
      ? { time, plasma: ngPerMl(plasma ?? Number.NaN), ...site, ...drawn }
      : { time, below: ngPerMl(below), ...site, ...drawn }
  })

/** A fault that the fit found, in mg/L, told in the fields and the unit of the case. */
export function inCaseWords({ input, value, expected }: Fault): Fault {
  const isLevel = /^observations.*[.](plasma|below)$/.test(input)
  return {
    input: input.replace(/[.]time$/, '.timeMin').replace(/[.](plasma|below)$/, '.$1NgPerMl'),
    value: isLevel && typeof value === 'number' ? Number(inNgPerMl(value).toPrecision(12)) : value,
    expected: isLevel ? expected.replace('mg/L', 'ng/mL') : expected,
  }
}
