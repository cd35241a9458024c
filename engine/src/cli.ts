import { readArguments } from './cli/arguments.ts'
import type { Command } from './cli/command.ts'
import { compare } from './cli/compare.ts'
import { fit } from './cli/fit.ts'
import { forecast } from './cli/forecast.ts'
import { outputFlags } from './cli/output.ts'
import { population } from './cli/population.ts'
import { simulate } from './cli/simulate.ts'
import { say, warn } from './cli/streams.ts'
import { target } from './cli/target.ts'
import { trial } from './cli/trial.ts'
import { validate } from './cli/validate.ts'
import { EngineFault } from './fault.ts'

const commands: readonly Command[] = [simulate, compare, population, trial, fit, forecast, target, validate]

const overview = () =>
  [
    'Ketamine pharmacology: what a regimen does, and how sure anyone can be.',
    '',
    ...commands.map(({ name, about }) => `  ${name.padEnd(11)} ${about}`),
    '',
    'dripline COMMAND --help teaches by example. Every command reads a case from a file or from standard input, and writes a table,',
    '--csv, --json, or a picture with --svg FILE. Warnings go to standard error. Exit: 0 done, 2 a fault in what was given.',
  ].join('\n')

/** The faults, a line each, with the place, the value and what was expected. */
const faultLines = ({ faults }: EngineFault) =>
  faults.map(
    ({ input, value, expected }) =>
      `fault: ${input} is ${value === undefined ? 'absent' : (JSON.stringify(value) ?? String(value)).slice(0, 60)}; expected ${expected}`,
  )

async function main([name, ...words]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') {
    say(overview())
    return name === undefined ? 2 : 0
  }
  const command = commands.find((each) => each.name === name)
  if (!command) {
    warn(`fault: there is no command ${name}; there are ${commands.map((each) => each.name).join(', ')}`)
    return 2
  }
  const flags = {
    alone: [...outputFlags.alone, ...command.flags.alone],
    withValue: [...outputFlags.withValue, ...command.flags.withValue],
  }
  const given = readArguments(words, flags.alone, flags.withValue)
  if (given.on.has('help')) say(`dripline ${command.name}: ${command.about}\n\n${command.help}`)
  else await command.run(given)
  return Number(process.exitCode ?? 0)
}

const isMissing = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (error instanceof EngineFault) warn(faultLines(error).join('\n'))
  else if (isMissing(error)) warn(`fault: ${error.message}`)
  else throw error
  process.exitCode = 2
}
