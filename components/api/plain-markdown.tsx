import { Code } from '@/components/ui/code';

/** Paragraphs with words in backticks and asterisks: all the Markdown that the API's descriptions use. */
export function PlainMarkdown({ text }: { text: string }) {
  return (
    <div className="max-w-prose space-y-2">
      {text.split('\n\n').map((paragraph) => (
        <p key={paragraph}>{paragraph.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map(drawPiece)}</p>
      ))}
    </div>
  );
}

function drawPiece(piece: string, position: number) {
  const key = `${position} ${piece}`;
  if (piece.startsWith('`')) return <Code key={key}>{piece.slice(1, -1)}</Code>;
  if (piece.startsWith('**')) return <strong key={key}>{piece.slice(2, -2)}</strong>;
  return piece;
}
