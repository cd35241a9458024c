import { type CurveInputs, type CurveSummary, cannotDraw, curveSummary, curveText, orderCurve } from '@dripline/clinical'

/** What the page asks for, and what comes back: points in hours and ng/mL, ready to draw. */
export type CurveAsked = { id: number; inputs: CurveInputs }
export type DrawnPoint = { at: number; p5: number; p25: number; median: number; p75: number; p95: number }
export type DrawnCurve = { plasma: DrawnPoint[]; effect: DrawnPoint[]; summary: CurveSummary; print: string | null }
export type CurveAnswered = { id: number; curve: DrawnCurve }

type Quantiles = { p5: Float64Array; p25: Float64Array; p50: Float64Array; p75: Float64Array; p95: Float64Array }

const NG_PER_ML = 1000
const MINUTES_PER_HOUR = 60

const pointsOf = ({ p5, p25, p50, p75, p95 }: Quantiles, times: readonly number[]): DrawnPoint[] =>
  times.map((minute, i) => {
    const at = (values: Float64Array) => (values[i] ?? 0) * NG_PER_ML
    return { at: minute / MINUTES_PER_HOUR, p5: at(p5), p25: at(p25), median: at(p50), p75: at(p75), p95: at(p95) }
  })

/** SHA-256 of the curve in hex, as the server keeps it with the order; null where this browser cannot work it out. */
async function printOf(text: string): Promise<string | null> {
  if (!crypto.subtle) return null
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function answer({ id, inputs }: CurveAsked) {
  // What cannot be drawn with what it was frozen with is said by the page and not drawn.
  if (cannotDraw(inputs)) return
  const drawn = orderCurve(inputs)
  const { plasma, effectSite, times } = drawn
  const curve = {
    plasma: pointsOf(plasma, times),
    effect: pointsOf(effectSite, times),
    summary: curveSummary(inputs),
    print: await printOf(curveText(drawn)),
  }
  postMessage({ id, curve } satisfies CurveAnswered)
}

// An error event tells the page; a promise that nobody holds would not.
addEventListener('message', ({ data }: MessageEvent<CurveAsked>) => void answer(data).catch(reportError))
