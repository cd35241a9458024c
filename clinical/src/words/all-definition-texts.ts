import { claims, consents, questionnaires, statements } from '../definitions.ts'
import { textsOfDefinitions } from './definition-words.ts'

/** Every text of every definition that a patient or a caller reads, in English, by its key. */
export const allDefinitionTexts = (): Record<string, string> => textsOfDefinitions(claims, questionnaires, consents, statements)

type Named = { readonly id: string; readonly title: string }

/** Every definition that a patient or a caller reads, with its texts in English by their keys. */
export const allDefinitions = (): (readonly [Named, Record<string, string>])[] => [
  ...claims.map((each) => [each, textsOfDefinitions([each], [], [], [])] as const),
  ...questionnaires.map((each) => [each, textsOfDefinitions([], [each], [], [])] as const),
  ...consents.map((each) => [each, textsOfDefinitions([], [], [each], [])] as const),
  ...statements.map((each) => [each, textsOfDefinitions([], [], [], [each])] as const),
]
