export * from './accent.ts'
export { type Color, contrastOfLuminances, isColor, luminanceOf } from './color.ts'
