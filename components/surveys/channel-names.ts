/** Ways in which a survey may be asked, in words. */
export const channelNames: Record<string, string> = {
  page: 'Its page',
  email: 'Link in an e-mail',
  popover: 'Box in the corner',
  inline: 'Within a page',
  button: 'Opened by the person',
};
