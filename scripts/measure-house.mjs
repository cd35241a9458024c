import { boxes, castsIn, linesOf, longFunctions, sourcesOf } from './measure/sources.mjs'

/** Prints how large the house is: lines a box, functions over 60 lines, casts; tests, what helps them and generated files left out. */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0)
const isStyle = ({ file }) => file.endsWith('.css')

const houses = boxes.map((box) => ({ box, sources: sourcesOf(box) }))
const rows = houses.map(({ box, sources }) => ({
  box,
  files: sources.length,
  lines: sum(sources.filter((each) => !isStyle(each)).map(linesOf)),
  'style lines': sum(sources.filter(isStyle).map(linesOf)),
  'functions over 60 lines': sources.flatMap((source) => longFunctions(source, 60)).length,
  casts: sum(sources.map(castsIn)),
}))
console.table(rows)
const folders = [...houses, { box: 'scripts', sources: sourcesOf('scripts') }]
for (const { file, name, lines } of folders.flatMap(({ sources }) => sources.flatMap((source) => longFunctions(source, 60))))
  console.log(`${file}: ${name} has ${lines} lines`)
