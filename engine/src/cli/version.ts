import { existsSync, readFileSync } from 'node:fs'

/** Where package.json stands: beside the JavaScript of the installed package, above the TypeScript of the source. */
const places = ['../package.json', '../../package.json'].map((place) => new URL(place, import.meta.url))

/** The version of the engine, as its package says. */
export function version(): string {
  const file = places.find((place) => existsSync(place))
  const { name, version: number } = file
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { name: '@dripline/engine', version: 'unknown' }
  return `${name} ${number}`
}
