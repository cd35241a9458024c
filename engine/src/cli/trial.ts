import { readTrialCase, type TrialOutput, trialCase } from '../case-file/trial.ts'
import { trials } from '../definitions.ts'
import type { Arguments } from './arguments.ts'
import type { Command } from './command.ts'
import { refuseFlag } from './fault-lines.ts'
import { flagsInto, readCase } from './json.ts'
import { put } from './output.ts'
import { progress } from './progress.ts'
import { picture } from './trial-picture.ts'

export const trial: Command = {
  name: 'trial',
  about: 'a trial held many times on virtual people: a published one beside what it saw, or your own',
  help: `  npx @dripline/engine trial --list
  npx @dripline/engine trial --published sigtermans-2009 --replicates 500 --seed 1

Or a trial of your own, from a file or standard input; day 0 is the end of the last infusion:

  echo '{"arms":[{"name":"once","n":20,"doses":[{"startDay":-0.0278,"endDay":0,"drug":"racemic-ketamine","mgPerKg":0.5}]},
                 {"name":"nothing","n":20,"placebo":true,
                  "doses":[{"startDay":-0.0278,"endDay":0,"drug":"racemic-ketamine","mgPerKg":0.5}]}],
         "dropoutPerWeek":0.02,
         "measures":[{"kind":"difference of means","arm":"once","against":"nothing","from":1,"to":7},
                     {"kind":"responders","arm":"once","fall":0.3,"day":7}]}' | npx @dripline/engine trial

  --replicates N  how often the trial is held (500)     --seed N  (1)
Measures: mean pain, difference of means, responders, ratio of areas. Pain is a whole number 0 to 10; who is missing is no responder.`,
  flags: { alone: ['list'], withValue: ['published', 'replicates', 'seed'] },
  run: (given) => (given.on.has('list') ? list(given) : hold(given)),
}

const list = (given: Arguments) => {
  if (given.files.length > 0) refuseFlag('files', given.files.join(' '), 'none beside --list')
  const all = Object.values(trials)
  put(
    {
      json: { trials: all.map(({ id, title, source, condition }) => ({ id, title, condition, source })) },
      table: {
        columns: [
          { title: 'trial', values: all.map(({ id }) => id) },
          { title: 'people', values: all.map(({ arms }) => arms.reduce((sum, { n }) => sum + n, 0)) },
          { title: 'what', values: all.map(({ title }) => title) },
        ],
      },
    },
    given,
  )
}

function hold(given: Arguments): void {
  const id = given.values.get('published')
  if (id !== undefined && given.files.length > 0) refuseFlag('files', given.files.join(' '), 'none beside --published')
  const value = id === undefined ? readCase(given.files) : { trial: id }
  const output = trialCase(readTrialCase(flagsInto(value, given, ['replicates', 'seed'])), progress('trials held'))
  put({ json: output, table: tableOf(output), notes: ['', ...notesOf(output)], draw: () => picture(output) }, given)
}

const tableOf = ({ seen, trial: id }: TrialOutput) => ({
  columns: [
    { title: 'measure', values: seen.map(({ observation }) => observation.what) },
    { title: 'expected', values: seen.map(({ expected }) => expected) },
    { title: '95 of 100 from', values: seen.map(({ low }) => low) },
    { title: 'to', values: seen.map(({ high }) => high) },
    ...(id === 'case-file' ? [] : [{ title: 'was seen', values: seen.map(({ observation }) => observation.value) }]),
  ],
})

const notesOf = ({ replicates, seed, prior, standsIn }: TrialOutput) => [
  `held ${replicates} times, seed ${seed}, people drawn from ${prior}; a model estimate`,
  ...(standsIn === 'as published' ? [] : [`stands in: ${standsIn}`]),
]
