/** By which themes comments are counted: those they have today, or those they were first assigned. */
export const taxonomies = ['today', 'first'] as const;
export type Taxonomy = (typeof taxonomies)[number];
