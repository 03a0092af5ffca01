/** Where the figures of a theme stand on its page: of a sub-theme the NPS effect and the people behind it are there. */
export const FIGURES_ANCHOR = 'figures';
