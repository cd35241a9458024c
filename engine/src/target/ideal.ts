import { type Disposition, dispositionFaults, liverOf } from '../disposition.ts'
import { numberFaults, refuse, sound, timesFaults } from '../fault.ts'
import type { Times } from '../simulate.ts'

/** A bolus (mg) at time 0 and the rate (mg/min) at each time that together hold plasma at a target without an end. */
export type IdealTarget = { bolusMg: number; mgPerMin: Float64Array }

/**
 * Bolus, elimination, transfer: what fills the central volume at once, and then replaces what is eliminated and what has not yet come
 * back from the other compartments. Target in mg/L, times in min.
 */
export function idealTarget(p: Disposition, target: number, times: Times): IdealTarget {
  refuse(dispositionFaults(p), numberFaults('target', target, { above: 0 }), timesFaults(times))
  const bolusMg = sound('bolusMg', target * p.v1)
  return {
    bolusMg,
    mgPerMin: sound(
      'mgPerMin',
      Float64Array.from(times, (t) => bolusMg * lost(p, t)),
    ),
  }
}

/** The share of plasma (1/min) that is gone for the moment or for good, t min after plasma was first held. */
function lost(p: Disposition, t: number): number {
  const { k10, k12, k21, k13, k31 } = p
  const liver = liverOf(p)
  const beside = k12 * Math.exp(-k21 * t) + k13 * Math.exp(-k31 * t)
  if (!liver) return k10 + beside
  const empties = liver.k41 + liver.k40 + liver.k4m
  return k10 + beside + liver.k14 * (1 + (liver.k41 * Math.expm1(-empties * t)) / empties)
}
