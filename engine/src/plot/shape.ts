export type Band = { low: readonly number[]; high: readonly number[] }

/** A line through values at the places of the picture, with the bands behind it; `stepped` where a value holds until the next place. */
export type Line = { label: string; values: readonly number[]; bands?: readonly Band[]; stepped?: boolean }

export type Level = { value: number; label: string }

/** One system of axes. Marks are single points: what was measured. Levels are lines across with a name. */
export type Panel = {
  yLabel: string
  lines: readonly Line[]
  marks?: readonly { x: number; y: number }[]
  levels?: readonly Level[]
}

/** Panels over each other that share their horizontal axis; `xSteps` are the steps it may be numbered in. */
export type Plot = {
  title: string
  caption: string
  xLabel: string
  x: readonly number[]
  /** Where the axis begins when that is before anything drawn. */
  xFrom?: number
  xSteps?: readonly number[]
  panels: readonly Panel[]
}
