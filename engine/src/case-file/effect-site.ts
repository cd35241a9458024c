import type { Model } from '../model.ts'
import type { Warning } from '../warnings.ts'
import { type Fields, utmost } from './fields.ts'

export type EffectSite = { ke0PerMin: number; source: string }

const rates = { min: 1 / utmost.minutes, max: utmost.perMinute }
const halfLives = { min: 1 / utmost.perMinute, max: utmost.minutes }

/** The effect site of a case, from its rate or its half-life. */
export function readEffectSite(site: Fields): EffectSite {
  const [ke0, halfLife] = [site.optionalNumber('ke0PerMin', rates), site.optionalNumber('halfLifeMin', halfLives)]
  if (site.has('ke0PerMin') === site.has('halfLifeMin')) site.fault('ke0PerMin', 'either ke0PerMin or halfLifeMin')
  const source = site.text('source')
  site.nothingElse()
  return { ke0PerMin: ke0 ?? Math.LN2 / (halfLife ?? Number.NaN), source }
}

/** A ke0 belongs to the kinetics it was estimated with; with any other it is arithmetic, and says so. */
export function siteWarnings({ id, effectSite: known }: Model, ke0PerMin: number, source?: string): Warning[] {
  if (known !== 'not published' && ke0PerMin >= known.low && ke0PerMin <= known.high) return []
  const found =
    known === 'not published'
      ? `no effect site was estimated with ${id}`
      : `the only effect site known to be estimated with ${id} has a ke0 of ${known.low} to ${known.high} per min (${known.source.citation}, ${known.seenBy})`
  const from = source === undefined ? '' : ` (${source})`
  return [{ about: 'effectSite', message: `${found}; a rate from another curve${from} is arithmetic, not knowledge` }]
}
