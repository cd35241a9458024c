import type { Disposition } from './disposition.ts'
import type { Regimen } from './regimen.ts'

/** Amounts in the three compartments (mg), the effect site (mg/L) and what has been eliminated (mg). */
export type Body = { central: number; second: number; third: number; effectSite: number; eliminated: number }

const names = ['central', 'second', 'third', 'effectSite', 'eliminated'] as const

const empty: Body = { central: 0, second: 0, third: 0, effectSite: 0, eliminated: 0 }

/** The textbook's differential equations and nothing else: this file knows no exponential and no eigenvalue. */
function change({ v1, k10, k12, k21, k13, k31 }: Disposition, ke0: number, rate: number, b: Body): Body {
  return {
    central: rate - (k10 + k12 + k13) * b.central + k21 * b.second + k31 * b.third,
    second: k12 * b.central - k21 * b.second,
    third: k13 * b.central - k31 * b.third,
    effectSite: ke0 * (b.central / v1 - b.effectSite),
    eliminated: k10 * b.central,
  }
}

const moved = (b: Body, slope: Body, h: number): Body => {
  const next = { ...b }
  for (const name of names) next[name] += h * slope[name]
  return next
}

function step(f: (b: Body) => Body, b: Body, h: number): Body {
  const k1 = f(b)
  const k2 = f(moved(b, k1, h / 2))
  const k3 = f(moved(b, k2, h / 2))
  const k4 = f(moved(b, k3, h))
  return moved(moved(moved(moved(b, k1, h / 6), k2, h / 3), k3, h / 3), k4, h / 6)
}

/** The body at a time (min) after doses from 0 on, by steps of at most h min that never cross a change of the pump. */
export function oracle(p: Disposition, ke0: number, regimen: Regimen, time: number, h = 0.01): Body {
  const changes = regimen.flatMap(({ from, minutes }) => [from, from + minutes]).filter((t) => t < time)
  const stops = [...new Set([0, ...changes, time])].toSorted((a, b) => a - b)
  let body = empty
  stops.forEach((from, i) => {
    const bolus = regimen.filter((d) => d.minutes === 0 && d.from === from).reduce((sum, { mg }) => sum + mg, 0)
    const rate = regimen
      .filter((d) => d.from <= from && from < d.from + d.minutes)
      .reduce((sum, { mg, minutes }) => sum + mg / minutes, 0)
    const to = stops[i + 1] ?? from
    const n = Math.ceil((to - from) / h)
    body = { ...body, central: body.central + bolus }
    for (let j = 0; j < n; j++) body = step((b) => change(p, ke0, rate, b), body, (to - from) / n)
  })
  return body
}
