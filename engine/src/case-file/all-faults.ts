import type { Fault } from '../fault.ts'

/**
 * All faults at once: those found while reading a case, and what the engine itself has against the parts that could be read. While
 * something could not, the engine is heard on samples, scores and doses alone, and only where reading had nothing to say.
 */
export function allFaults(reading: readonly Fault[], engine: () => readonly Fault[]): Fault[] {
  const isSilentOn = ({ input }: Fault) => {
    const part = /^(observations|scores|doses|planned)(\[\d+\])?/.exec(input)?.[0]
    return part !== undefined && !reading.some((fault) => fault.input.startsWith(part))
  }
  return reading.length === 0 ? [...engine()] : [...reading, ...engine().filter(isSilentOn)]
}
