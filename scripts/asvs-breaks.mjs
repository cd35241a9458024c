import { recipes as inAndOut } from './asvs-breaks/in-and-out.mjs'
import { recipes as keysAndLogs } from './asvs-breaks/keys-and-logs.mjs'
import { recipes as people } from './asvs-breaks/people.mjs'

/**
 * How to break what a row of the security checklist rests on: its id and a file, the words to be taken out (`-`; they stand there once), and
 * what is put in their place (`+`). The test that must notice is the first one that the row names.
 */
const read = (recipe) => {
  const [head = '', ...lines] = recipe.split('\n')
  const [id = '', file = ''] = head.split(' ')
  const side = (sign) =>
    lines
      .filter((line) => line.startsWith(sign))
      .map((line) => line.slice(2))
      .join('\n')
  return { id, file, find: side('-'), replace: side('+') }
}

/** Every recipe. @type {readonly { id: string, file: string, find: string, replace: string }[]} */
export const breaks = [inAndOut, people, keysAndLogs].flatMap((recipes) => recipes.trim().split('\n\n').map(read))
