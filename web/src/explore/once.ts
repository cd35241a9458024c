import type { Numbers } from './turn.ts'

const built = new Map<string, Numbers>()

/** Takes the numbers that a build has worked out, so that no request waits for the engine. */
export const takeBuilt = (numbers: Readonly<Record<string, Numbers>>): void => {
  for (const [name, each] of Object.entries(numbers)) built.set(name, each)
}

/** The numbers of a turn, worked out once for every reader: by the build, or where there is none when they are asked for. */
export const once = <N extends Numbers>(name: string, work: () => N): (() => N) => {
  let kept: N | undefined
  return () => {
    kept ??= (built.get(name) as N | undefined) ?? work()
    return kept
  }
}
