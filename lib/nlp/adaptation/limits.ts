/** Below so many texts with a label or rating of a language nothing is learned. */
export const FEWEST_EXAMPLES = 50;
