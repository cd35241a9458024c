import { effects, models, patientVariability, versions } from '@dripline/engine'
import type { CurveInputs, OrderCurve } from './curve-inputs.ts'

/** Why a frozen curve is not drawn: what it was frozen with is not what is here. `here` is null where there is no such thing at all. */
export type CannotDraw = { what: 'model' | 'effect' | 'spread'; frozenWith: string; here: string | null }

/**
 * Versions of models and effects that draw the same to the last digit, the one that is here among them: what is meant was written in other
 * words, or was counted in another way. Orders frozen with them are drawn, and their prints agree; a test holds what they draw.
 */
export const drawAlike: Readonly<Record<string, readonly string[]>> = {
  'kamp-2020': ['222a3bb05d54', '2e884c7406fe', 'e725c358b666', '9a7db288a78b', '909ac48cf966'],
  domino: ['45cc38cd06be', '7a7efcaffdfc', '022b7d54bd47', '611aec5d4155', '2580fe774090', 'c35a052b306e'],
  'perception-olofsen-2022': ['2ee2faf8511e', 'c1b02392110c', 'a856f3b228e4', 'c5ac0e23e787', 'b75cd0bd1e98'],
}

const isHere = (all: object, id: string) => Object.values(all).some((each: { id: string }) => each.id === id)

function differs(what: 'model' | 'effect', all: object, { id, version }: { id: string; version: string }): CannotDraw | null {
  const here = isHere(all, id) ? (versions[id as keyof typeof versions] ?? null) : null
  if (here === null) return { what, frozenWith: id, here: null }
  const alike = drawAlike[id] ?? []
  if (version === here || (alike.includes(version) && alike.includes(here))) return null
  return { what, frozenWith: `${id}, version ${version.slice(0, 7)}`, here: `version ${here.slice(0, 7)}` }
}

/** A curve is drawn with what it was frozen with or not at all; null when it can be. */
export const cannotDraw = ({ model, effect, variability }: CurveInputs): CannotDraw | null =>
  differs('model', models, model) ??
  differs('effect', effects, effect) ??
  (variability === patientVariability.id
    ? null
    : { what: 'spread', frozenWith: variability, here: `${patientVariability.id} is here` })

/** The same in words, for a page and for paper. */
export const sayCannotDraw = ({ what, frozenWith, here }: CannotDraw): string =>
  here === null
    ? `Not drawn: this was frozen with the ${what} ${frozenWith}, which is not here.`
    : `Not drawn: this was frozen with the ${what} ${frozenWith}; here is ${here}, which may draw something else.`

const DIGITS = 6

/** The curve as text of six digits: its hash is kept with the order, and a curve drawn again years later is held against it. */
export function curveText({ plasma, effectSite }: OrderCurve): string {
  const short = (values: Float64Array) => Array.from(values, (value) => value.toPrecision(DIGITS))
  return JSON.stringify([short(plasma.p50), short(plasma.p5), short(plasma.p95), short(effectSite.p50)])
}
