import { readArguments } from './cli/arguments.ts'
import type { Command } from './cli/command.ts'
import { compare } from './cli/compare.ts'
import { faultLines, fileFault } from './cli/fault-lines.ts'
import { fit } from './cli/fit.ts'
import { forecast } from './cli/forecast.ts'
import { outputFlags, outputHelp } from './cli/output.ts'
import { population } from './cli/population.ts'
import { simulate } from './cli/simulate.ts'
import { say, warn } from './cli/streams.ts'
import { target } from './cli/target.ts'
import { trial } from './cli/trial.ts'
import { validate } from './cli/validate.ts'
import { version } from './cli/version.ts'
import { EngineFault } from './fault.ts'

const commands: readonly Command[] = [simulate, compare, population, trial, fit, forecast, target, validate]

const overview = () =>
  [
    'Ketamine pharmacology: what a regimen does, and how sure anyone can be.',
    '',
    ...commands.map(({ name, about }) => `  ${name.padEnd(11)} ${about}`),
    '',
    'dripline COMMAND --help teaches by example; --version. Every command reads a case from a file or from standard input, and writes a table,',
    '--csv, --json, or a picture with --svg FILE. Warnings go to standard error. Exit: 0 done, 2 a fault in what was given.',
  ].join('\n')

const asksForHelp = (name: string | undefined) => name === '--help' || name === '-h' || name === 'help'

async function main([name, ...words]: readonly string[]): Promise<number> {
  if (asksForHelp(name) && words.length > 0) return main([words[0], '--help'])
  if (name === undefined || asksForHelp(name)) {
    say(overview())
    return name === undefined ? 2 : 0
  }
  if (name === '--version') {
    say(version())
    return 0
  }
  const command = commands.find((each) => each.name === name)
  if (!command) {
    warn(`fault: there is no command ${name}; there are ${commands.map((each) => each.name).join(', ')}`)
    return 2
  }
  await obey(command, words)
  return Number(process.exitCode ?? 0)
}

async function obey(command: Command, words: readonly string[]): Promise<void> {
  const flags = {
    alone: [...outputFlags.alone, ...command.flags.alone],
    withValue: [...outputFlags.withValue, ...command.flags.withValue],
  }
  const given = readArguments(words, flags.alone, flags.withValue)
  if (given.on.has('help')) say(`dripline ${command.name}: ${command.about}\n\n${command.help}\n\n${outputHelp}`)
  else await command.run(given)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const said = error instanceof EngineFault ? faultLines(error) : fileFault(error)
  if (said === undefined) throw error
  warn(said)
  process.exitCode = 2
}
