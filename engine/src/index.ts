export type { Band, Quantiles } from './band.ts'
export { type CardiacOutput, type CardiacOutputEffect, defineCardiacOutput } from './cardiac-output.ts'
export { isLab, type Lab, type LabCurve, type LabOutput, labCase, labSpread, labVersion, readLab } from './case-file/lab.ts'
export { type PopulationOutput, populationCase } from './case-file/population.ts'
export { type SimulateOutput, simulateCase } from './case-file/simulate.ts'
export { caseFileVersion } from './case-file/subject.ts'
export { readTrialCase } from './case-file/trial.ts'
export { type CircuitInput, type CircuitOutput, type Opioid, type Signal, simulateCircuit } from './circuit/circuit.ts'
export { type CircuitParameters, circuitParameters, type Quantity } from './circuit/parameters.ts'
export { effects, models, routes, routesOf, siteEffects, trials, versions } from './definitions.ts'
export { type Clearances, type Disposition, fromClearances, type Liver, toClearances, type Vary, varied } from './disposition.ts'
export { type Durability, defineDurability } from './durability.ts'
export { type Basis, type Chance, defineEffect, type Effect, type EffectDefinition, type Estimate, type Shape } from './effect.ts'
export { enantiomers, type Part, partsOf, rOf } from './enantiomer.ts'
export { auc, clearFrom, type Exposure, exposure, halvingTime, type Peak, peak, timeAbove } from './exposure.ts'
export { EngineFault, type Fault } from './fault.ts'
export { type Fit, type Fitted, fit } from './fit/fit.ts'
export type { GoodnessTest } from './fit/goodness.ts'
export type { Goodness } from './fit/goodness-of-fit.ts'
export type { FitInput, FitWarning } from './fit/input.ts'
export type { Observation as PlasmaSample, Site as SamplingSite } from './fit/observation.ts'
export { type Shrinkage, shrinkage } from './fit/shrinkage.ts'
export type { Slip } from './fit/slip.ts'
export { type LearnedPrior, learnPrior } from './forecast/clinic-prior.ts'
export { durabilityPriors, type Kept, kept, keptUnderBoth, medianKept, type PastCourse } from './forecast/durability.ts'
export { forecast, forecastVersion } from './forecast/forecast.ts'
export { dosesAfterCourse } from './forecast/given-doses.ts'
export { hedgedPrior } from './forecast/hedged-prior.ts'
export { learnRicherPrior, type RicherPrior } from './forecast/learn-richer-prior.ts'
export { literature, literaturePrior, type Prior } from './forecast/prior.ts'
export type { Fan, Forecast, ForecastInput, GivenDose, Hold, Score, Silence, Window } from './forecast/shape.ts'
export { givenBy, type LogEntry } from './given.ts'
export { type Curves, curvesOf } from './kernel/curves.ts'
export { type People, peopleOf, some as somePeople } from './kernel/people.ts'
export { Room } from './kernel/room.ts'
export { quantilesOf, type StreamInput } from './kernel/stream.ts'
export { clearance, halfLives, steadyState, steadyStateVolume } from './kinetics.ts'
export { type Analyte, type Factors, individual, type Metabolite } from './metabolite.ts'
export {
  type Drug,
  defineModel,
  type Kinetics,
  type Model,
  type ModelDefinition,
  type ModelSite,
  type Parameter,
  type Residual,
  type Source,
  type Subject,
} from './model.ts'
export { type Even, timesOf } from './numeric/even.ts'
export { occupancyBand } from './occupancy-band.ts'
export type { Absorbed, Path } from './path.ts'
export {
  type BandInput,
  band,
  drawFactors,
  drawKe0,
  drawKinetics,
  drawSubject,
  drawUncertainty,
  type PopulationBand,
} from './population.ts'
export { type Block, defineBlock, defineOccupancy, type Ligands, type Occupancy } from './receptor.ts'
export {
  bolus,
  course,
  type Dose,
  endOf,
  infusion,
  type Pause,
  type Piece,
  paused,
  pieces,
  type Ramp,
  type Regimen,
  ramp,
  scaled,
  totalMg,
} from './regimen.ts'
export { fraction, type Relief, type ReliefEffect, type ReliefInput, relief } from './relief.ts'
export { defineRoute, type Route, type RouteDefinition, type Way, ways } from './route.ts'
export type { Measure as RegimenMeasure, Measured, Setting } from './search/measures.ts'
export {
  type Candidate,
  type Family,
  type Goal,
  type Limit,
  type SearchInput,
  type SearchResult,
  search,
} from './search/search.ts'
export { simulate, simulateEffectSite, type Times, type Trajectory } from './simulate.ts'
export { type Analytes, type Site, simulateMetabolites } from './simulate-metabolites.ts'
export { type Given, simulateRoutes } from './simulate-routes.ts'
export { type FewestChanges, fewestChanges } from './target/fewest-changes.ts'
export { type IdealTarget, idealTarget } from './target/ideal.ts'
export { type Pump, type Step, type StepTarget, stepTarget } from './target/steps.ts'
export { type Arm, defineTrial, type Measure, type Observation, type Trial } from './trial/definition.ts'
export { runTrial, type Seen, type TrialInput, type TrialResult } from './trial/trial.ts'
export type { Site as DrivingSite } from './turnover/driver.ts'
export { indirectResponse, onAndOff, type Turnover } from './turnover/law.ts'
export { type Driven, type Responder, simulateTurnover, simulateTurnovers } from './turnover.ts'
export * as units from './units.ts'
export { patientVariability, type Variability } from './variability.ts'
export { modelWarnings, type Warning } from './warnings.ts'
export { regimenWarnings } from './warnings-courses.ts'
export { doseWarnings } from './warnings-doses.ts'
export { adjustment, type Build, devine, dosingWeight, idealWeight, type WeightBasis, weightBases } from './weight.ts'
