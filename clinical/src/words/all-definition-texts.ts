import { claims, consents, questionnaires } from '../definitions.ts'
import { textsOfDefinitions } from './definition-words.ts'

/** Every text of every definition that a patient or a caller reads, in English, by its key. */
export const allDefinitionTexts = (): Record<string, string> => textsOfDefinitions(claims, questionnaires, consents)
