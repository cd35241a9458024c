/** A place in the memory of a kernel, in bytes. */
export type Pointer = number

/**
 * The loops in which the engine spends its time, over one memory. They are written twice: here in TypeScript, which is the oracle, and in
 * `engine/wasm` for WebAssembly with two numbers at a time. Layouts are those of `layout.ts`.
 */
export type Kernel = {
  readonly memory: { readonly buffer: ArrayBuffer }
  /** Where free memory begins. */
  readonly base: Pointer
  /** Makes the memory reach to `end`; views of it made before may be gone. */
  reach: (end: Pointer) => void
  /** Modes and steps of `count` people (a multiple of four) into blocks; marks those it could not do in `flags` and returns how many. */
  prepare: (people: Pointer, count: number, steps: Pointer, stepCount: number, blocks: Pointer, flags: Pointer) => number
  /** Takes blocks through runs and writes plasma at each stop shown: one block `blockStride` bytes after the other, one stop `stopStride`. */
  advance: (
    blocks: Pointer,
    blockCount: number,
    stepCount: number,
    runs: Pointer,
    runCount: number,
    out: Pointer,
    blockStride: number,
    stopStride: number,
  ) => void
  /** The same for blocks with an effect site, which is written to `site`. */
  advanceSites: (
    blocks: Pointer,
    blockCount: number,
    stepCount: number,
    runs: Pointer,
    runCount: number,
    plasma: Pointer,
    site: Pointer,
    blockStride: number,
    stopStride: number,
  ) => void
  /** The values of given ranks (whole numbers, ascending) among `count` values that are not below zero. `work`: see `workOf`. */
  ranked: (values: Pointer, count: number, ranks: Pointer, rankCount: number, out: Pointer, work: Pointer) => void
  /** One body at four even times at once, `groups` times four stops; `lanes` as in `layout.ts`. */
  lanes: (lanes: Pointer, groups: number, plasma: Pointer, site: Pointer) => void
  /** One person's response; see `course.ts`. Without it, `Course` does the same in TypeScript. */
  course?: (work: Pointer, pieces: Pointer, pieceCount: number, times: Pointer, count: number, out: Pointer) => void
  /** The mode of three parameters and how often it was looked for; 0 when it was not found. Without it, `Scoring` does the same. */
  fitThree?: (
    work: Pointer,
    looks: number,
    pads: number,
    lengths: number,
    steps: number,
    tolerance: number,
    most: number,
  ) => number
}
