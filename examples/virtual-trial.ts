import { runTrial, trials } from '@dripline/engine'

/** A published trial held two hundred times on virtual people: what the engine expects beside what the real one saw. */
const trial = trials.sigtermans2009
const { seen, replicates, seed, prior } = runTrial(trial, { seed: 1, replicates: 200 })

console.log(trial.title)
for (const { observation, expected, low, high } of seen)
  console.log(
    `${observation.what}: seen ${observation.value}, expected ${expected.toFixed(2)} (95 of 100 trials ${low.toFixed(2)} to ${high.toFixed(2)})`,
  )
console.log(`held ${replicates} times with seed ${seed}, people drawn from ${prior}; ${trial.standsIn}`)
