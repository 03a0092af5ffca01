import { HowMade } from '@/components/ui/how-made';

/** How the numbers of the theme screens are made. */
export function FiguresNote() {
  return (
    <HowMade
      entries={[
        {
          term: 'Comments',
          description: (
            <>
              Comments with a sentence about the theme. One comment may have several themes, so the shares add
              up to more than 100%.
            </>
          ),
        },
        {
          term: 'Sentiment',
          description: (
            <>
              How the comment feels about the theme. Where a sentence has several themes, the words around
              each are read. Of several mentions in a comment most decide; as many positive as negative count
              as neutral. In the view of first assignments it is how the whole comment feels.
            </>
          ),
        },
        {
          term: 'Problems',
          description: (
            <>
              Comments in which a sentence is not positive about the theme and is not a question, nor praise
              of something else alone.
            </>
          ),
        },
        {
          term: 'Change of share',
          description: (
            <>
              Mentions per comment with content, against as many days directly before: exact test of two
              Poisson rates, corrected for the number of themes (Benjamini-Hochberg). It is called a change
              below q = 0.05. Rest on it for the figures.
            </>
          ),
        },
        {
          term: 'NPS effect',
          description: (
            <>
              NPS of all answers with text, minus NPS without those that complain about the theme, over all
              time; 95% interval from a bootstrap over contacts, that of a sub-theme by linearisation. Below
              zero: the score would be higher without them.
            </>
          ),
        },
      ]}
    />
  );
}
